#include "uno/session/figure_edits.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "app/table_formulas.hpp"
#include "figures/entry.hpp"
#include "figures/update.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/snapshot_reader.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// The character beside a place: before it, or behind it; 0 at the edge of the paragraph.
char32_t beside(const Reference<css::text::XTextRange>& place, bool before) {
    const Reference<css::text::XTextCursor> cursor = place->getText()->createTextCursorByRange(place);
    if (before ? !cursor->goLeft(1, true) : !cursor->goRight(1, true)) return 0;
    const std::u32string one = toU32(cursor->getString());
    return one.size() != 1 || one[0] == U'\n' || one[0] == U'\r' ? 0 : one[0];
}

}  // namespace

std::u32string selectedText(const Reference<css::frame::XController>& controller) {
    std::u32string words;
    guarded("selection", [&] {
        if (!controller.is() || !controller->getModel().is()) return;
        const Reference<css::container::XIndexAccess> ranges(controller->getModel()->getCurrentSelection(), UNO_QUERY);
        for (sal_Int32 i = 0; ranges.is() && i < ranges->getCount(); ++i) {
            const Reference<css::text::XTextRange> range(ranges->getByIndex(i), UNO_QUERY);
            if (!range.is()) continue;
            const std::u32string one = toU32(range->getString());
            if (!one.empty()) words += (words.empty() ? U"" : U"; ") + one;
        }
    });
    return words;
}

std::string insertWords(const Context& context, const Reference<css::frame::XModel>& model, std::u32string_view words, const Texts& texts,
                        const std::string& title) {
    if (const auto reason = whyNotEditable(context, model)) return texts(*reason);
    const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
    const Reference<css::text::XTextViewCursor> cursor = view.is() ? view->getViewCursor() : Reference<css::text::XTextViewCursor>();
    if (!cursor.is() || !cursor->getText().is()) return texts("figures.entry.no-cursor");
    UndoScope scope(model, str(title));
    try {
        if (!cursor->isCollapsed()) cursor->gotoRange(cursor->getEnd(), false);
        const Reference<css::text::XTextRange> place(cursor->getStart());
        const std::u32string text = figures::joined(beside(place, true), words, beside(place, false));
        const Reference<css::text::XTextCursor> at = place->getText()->createTextCursorByRange(place);
        place->getText()->insertString(Reference<css::text::XTextRange>(at, UNO_QUERY_THROW), str(text), false);
        cursor->gotoRange(at->getEnd(), false);
    } catch (...) {
        const std::string what = describeCurrentException();
        log("insert", what);
        return texts("figures.entry.no-cursor");  // a place that takes no text: a field, protected words
    }
    scope.commit();
    return {};
}

FigureUpdate updateFigures(const Reference<css::frame::XModel>& model, const ReadResult& read, const std::vector<figures::Figure>& figures,
                           const Texts& texts, const std::string& title) {
    FigureUpdate result;
    std::vector<figures::Figure> meant = figures::certain(read.document, figures);
    if (meant.empty()) return result;
    const ApplyResult applied = apply(model, read, figures::updates(read.document, meant), title);
    if (!applied.ok()) throw std::runtime_error(applied.failure);
    std::set<std::size_t> refused;
    for (const Refusal& refusal : applied.refused) {
        refused.insert(refusal.edit);
        result.refused = texts(refusal.reason);
    }
    for (std::size_t i = 0; i < meant.size(); ++i) {
        if (!refused.contains(i)) result.changed.push_back(std::move(meant[i]));
    }
    return result;
}

FormulaUpdate makeFormulas(const Context& context, const Reference<css::frame::XModel>& model, const ReadResult& read, const std::vector<figures::Figure>& figures,
                           std::optional<std::int32_t> table, const Texts& texts, const std::string& title) {
    app::TableFormulas plan = app::tableFormulas(read.document, figures, table);
    FormulaUpdate result;
    result.already = plan.already;
    result.other = plan.other;
    result.wrong = std::move(plan.wrong);
    if (plan.empty()) return result;
    const ApplyResult applied = apply(model, read, plan.edits, title);
    if (!applied.ok()) throw std::runtime_error(applied.failure);
    for (const Refusal& refusal : applied.refused) result.refused = texts(refusal.reason);
    // What the office would have shown otherwise has stayed a number.
    const model::Document after = readResult(context, model, {false}).document;
    const auto isFormula = [&](std::int32_t cell) { return static_cast<std::size_t>(cell) < after.cells.size() && !after.cells[static_cast<std::size_t>(cell)].formula.empty(); };
    result.formulas = static_cast<std::int32_t>(std::count_if(plan.cells.begin(), plan.cells.end(), isFormula));
    result.other += static_cast<std::int32_t>(plan.cells.size()) - result.formulas;
    return result;
}

std::string cursorTable(const Reference<css::frame::XController>& controller) {
    std::string name;
    guarded("cursor", [&] {
        const Reference<css::text::XTextViewCursorSupplier> view(controller, UNO_QUERY_THROW);
        const auto table = getOr<Reference<css::uno::XInterface>>(view->getViewCursor(), "TextTable", {});
        if (const Reference<css::container::XNamed> named(table, UNO_QUERY); named.is()) name = toUtf8(named->getName());
    });
    return name;
}

bool keepsFormulas(const Reference<css::frame::XModel>& model) {
    static constexpr std::array kWithout{".docx", ".doc", ".rtf"};
    const Reference<css::frame::XStorable> storable(model, UNO_QUERY);
    if (!storable.is() || !storable->hasLocation()) return true;
    const rtl::OUString location = storable->getLocation().toAsciiLowerCase();
    return std::none_of(kWithout.begin(), kWithout.end(), [&](const char* ending) { return location.endsWith(rtl::OUString::createFromAscii(ending)); });
}

}  // namespace thethuc::uno
