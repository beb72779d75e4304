#include "uno/session/styler.hpp"

#include <stdexcept>

#include "app/new_document.hpp"
#include "app/styling.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/drafter.hpp"
#include "uno/write/paragraph_styles.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

/// The choices that the agency's file makes itself.
std::vector<std::string> chosenIn(const app::AgencyProfile* profile) {
    std::vector<std::string> chosen;
    if (profile == nullptr) return chosen;
    if (profile->bodySize) chosen.emplace_back("bodySize");
    if (profile->firstLineIndent) chosen.emplace_back("firstLineIndent");
    if (profile->lineSpacing) chosen.emplace_back("lineSpacing");
    if (profile->paragraphSpacing) chosen.emplace_back("paragraphSpacing");
    return chosen;
}

}  // namespace

StyleResult applyStyles(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const app::AgencyProfile* profile, const Texts& texts,
                        const std::string& title) {
    StyleResult result;
    const ReadResult read = readResult(context, model, {false});
    if (const auto reason = whyNotEditable(read.document.facts)) {
        result.trouble = texts(*reason);
        return result;
    }
    const elements::Analysis analysis = elements::analyse(read.document);
    if (analysis.scope != elements::Scope::nd30) {
        result.trouble = texts(analysis.scopeReason);
        return result;
    }
    const std::vector<draft::ParagraphStyle> styles = draft::paragraphStyles(templates(context, texts).frame, app::choiceValues(profile));
    const app::StylePlan plan =
        app::planStyles(read.document, analysis, styles, chosenIn(profile), *rules(context), text::timesWidths(),
                        profile != nullptr ? profile->rulesOff : std::vector<std::string>());
    result.left = plan.left;
    UndoScope scope(model, str(title));
    result.changed = bringStyles(model, plan.styles) > 0;
    const ApplyResult applied = apply(model, read, plan.edits, title);
    if (!applied.ok()) throw std::runtime_error(applied.failure);
    result.styled = plan.styled;
    result.changed = result.changed || applied.applied > 0;
    scope.commit();
    return result;
}

}  // namespace thethuc::uno
