#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

std::optional<Reason> whyNotEditable(const css::uno::Reference<css::frame::XModel>& model) {
    (void)model;
    return std::nullopt;
}

bool willClearUndo(const model::Edits&) noexcept { return false; }

}  // namespace thethuc::uno
