#include "uno/read/document_facts.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

std::optional<Reason> whyNotEditable(const model::DocumentFacts& facts) {
    if (facts.readOnly) return Reason{"state.read-only", {}};
    if (facts.signedDocument) return Reason{"state.signed", {}};
    if (facts.formProtected) return Reason{"state.protected", {}};
    return std::nullopt;
}

std::optional<Reason> whyNotEditable(const css::uno::Reference<css::uno::XComponentContext>& context,
                                     const css::uno::Reference<css::frame::XModel>& model) {
    return whyNotEditable(readFacts(context, model, false));
}

bool willClearUndo(const model::Edits&) noexcept { return false; }

}  // namespace thethuc::uno
