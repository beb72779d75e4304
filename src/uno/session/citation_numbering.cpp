#include <algorithm>
#include <cstdlib>
#include <vector>

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/session/cited_reading.hpp"
#include "uno/write/numbering.hpp"
#include "uno/write/refused.hpp"
#include "uno/write/text_edits.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using citations::CitedItems;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Range = Reference<css::text::XTextRange>;

/// The list with the paragraph that a place means: the nearest one with its words.
const CitedItems* listAt(const model::Document& document, const std::vector<CitedItems>& lists, const model::Place& place) {
    const CitedItems* best = nullptr;
    std::int32_t nearest = 0;
    for (const CitedItems& list : lists) {
        for (const citations::CitedItem& item : list.items) {
            const model::Range at{0, item.paragraph, 0, 0};
            const std::int32_t distance = std::abs(item.paragraph - place.range.paragraph);
            if (place.range.story != 0 || (place.fingerprint == 0 ? distance != 0 : document.at(at).fingerprint() != place.fingerprint)) continue;
            if (best != nullptr && distance >= nearest) continue;
            best = &list;
            nearest = distance;
        }
    }
    return best;
}

/// The list in which the cursor of the window stands.
const CitedItems* listAtCursor(const Reference<css::frame::XModel>& model, Locator& locator, const std::vector<CitedItems>& lists) {
    const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
    const Reference<css::text::XTextViewCursor> cursor = view.is() ? view->getViewCursor() : nullptr;
    if (!cursor.is()) return nullptr;
    const auto inside = [&](const CitedItems& list) {
        return guarded("cursor", false, [&] {
            const auto first = locator.paragraph(model::Range{0, list.items.front().paragraph, 0, 0});
            const auto last = locator.paragraph(model::Range{0, list.items.back().paragraph, 0, 0});
            if (!first || !last || cursor->getText() != first->text) return false;
            const Reference<css::text::XTextRangeCompare> places(first->text, UNO_QUERY_THROW);
            const Range here = cursor->getStart();
            return places->compareRegionStarts(first->paragraph, here) >= 0 && places->compareRegionEnds(here, last->paragraph) >= 0;
        });
    };
    const auto found = std::find_if(lists.begin(), lists.end(), inside);
    return found == lists.end() ? nullptr : &*found;
}

/// Frames and shapes are anchored at one of the paragraphs.
bool holdsAnchors(const model::Document& document, const CitedItems& list) {
    return std::any_of(document.shapes.begin(), document.shapes.end(), [&](const model::Shape& shape) {
        return shape.anchorKind != model::AnchorKind::page && shape.anchor.story == 0 && shape.anchor.paragraph >= list.items.front().paragraph &&
               shape.anchor.paragraph <= list.items.back().paragraph;
    });
}

}  // namespace

CitationAnswer numberCitedParagraphs(const Context& context, const Reference<css::frame::XModel>& model, const std::optional<model::Place>& at, ListOrder order,
                                     const Texts& texts, const std::string& title) {
    CitationAnswer answer;
    if (const auto reason = whyNotEditable(context, model)) {
        answer.message = texts(*reason);
        return answer;
    }
    const CitedReading now = readCitations(context, model);
    const model::Document& document = now.document();
    const std::vector<CitedItems> lists = citations::citedItems(document, now.analysis, now.ledger);
    Locator locator(model, now.read);
    const CitedItems* list = at ? listAt(document, lists, *at) : listAtCursor(model, locator, lists);
    if (list == nullptr && !at && lists.size() == 1) list = &lists.front();
    if (list == nullptr) {
        answer.message = texts(lists.empty() ? "cite.items.none" : "cite.items.where");
        return answer;
    }
    std::vector<std::size_t> places = citations::orderOf(now.ledger, *list, order);
    const bool sorts = !std::is_sorted(places.begin(), places.end());
    const bool tracked = getOr<bool>(model, "RecordChanges", false);
    std::vector<Range> paragraphs;
    Site site{model, now.read, locator, tracked, {}, {}, {}};
    try {
        for (const citations::CitedItem& item : list->items) paragraphs.push_back(editableParagraph(site, {0, item.paragraph, 0, 0}).paragraph);
    } catch (const Refused& refused) {
        answer.message = texts(refused.reason);
        return answer;
    }
    bool moves = sorts;
    if (sorts && (tracked || holdsAnchors(document, *list) || !movable(paragraphs))) {
        moves = false;
        (list->numbered ? answer.message : answer.notes.emplace_back()) = texts(tracked ? "cite.items.tracked" : "cite.items.anchored");
    }
    if (list->numbered && !moves) return answer;
    model::Edits edits;
    for (const citations::CitedItem& item : list->items) {
        if (item.marker > 0) edits.emplace_back(model::ReplaceText{{0, item.paragraph, 0, item.marker}, {}});
    }
    if (moves) {
        for (const citations::EndSign& one : citations::endSigns(document, *list, places)) edits.emplace_back(model::ReplaceText{one.at, std::u32string(1, one.sign)});
    }
    const model::ParagraphFormat& format = document.at({0, list->items.front().paragraph, 0, 0}).format;
    UndoScope scope(model, str(title));
    rtl::OUString style;
    if (!list->numbered) style = makeListStyle(model, texts("cite.items.style"), {".", format.leftMargin, format.firstLineIndent});
    if (const auto refused = applyWhole(model, now.read, edits, title)) {
        answer.message = texts(*refused);
        return answer;
    }
    {
        const ControllersLock lock(model);
        if (!list->numbered) {
            for (const Range& paragraph : paragraphs) set(paragraph, "NumberingStyleName", style);
        }
        if (moves) sortParagraphs(paragraphs, places);
    }
    scope.commit();
    for (std::size_t i = 0; i < places.size(); ++i) answer.changed += !list->numbered || (moves && places[i] != i) ? 1 : 0;
    return answer;
}

}  // namespace thethuc::uno
