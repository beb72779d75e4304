// From the fixes of many findings to one list of edits that may be applied together.
#include <algorithm>
#include <limits>
#include <tuple>
#include <type_traits>

#include "checks/check.hpp"

namespace thethuc::checks {
namespace {

using model::Range;

bool sameParagraph(const Range& a, const Range& b) { return a.story == b.story && a.paragraph == b.paragraph; }

/// Range of characters, with (0, 0) as the whole paragraph.
bool overlap(const Range& a, const Range& b) {
    if (!sameParagraph(a, b)) return false;
    const bool whole = (a.start == 0 && a.length == 0) || (b.start == 0 && b.length == 0);
    return whole || (a.start < b.end() && b.start < a.end());
}

/// Takes from `later` what `earlier` sets to another value.
template <typename T>
void yield(const std::optional<T>& earlier, std::optional<T>& later) {
    if (earlier && later && *earlier != *later) later.reset();
}

/// Changes `later` so that it does not contradict `earlier`; false where nothing of it is left.
struct Yield {
    bool operator()(const model::SetPageFormat& first, model::SetPageFormat& second) const {
        if (first.pageStyle != second.pageStyle) return true;
        if (first == second) return false;
        yield(first.width, second.width), yield(first.height, second.height), yield(first.top, second.top);
        yield(first.bottom, second.bottom), yield(first.left, second.left), yield(first.right, second.right);
        return second.width || second.height || second.top || second.bottom || second.left || second.right;
    }
    bool operator()(const model::SetPageNumber& first, model::SetPageNumber& second) const {
        return first.pageStyle != second.pageStyle;
    }
    bool operator()(const model::RestartPageNumber& first, model::RestartPageNumber& second) const {
        return !sameParagraph(first.at, second.at);
    }
    bool operator()(const model::SetParagraphFormat& first, model::SetParagraphFormat& second) const {
        if (!sameParagraph(first.at, second.at)) return true;
        if (first == second) return false;
        yield(first.align, second.align), yield(first.leftMargin, second.leftMargin);
        yield(first.rightMargin, second.rightMargin), yield(first.firstLineIndent, second.firstLineIndent);
        yield(first.spaceBefore, second.spaceBefore), yield(first.spaceAfter, second.spaceAfter);
        yield(first.contextualSpacing, second.contextualSpacing), yield(first.keepWithNext, second.keepWithNext);
        yield(first.lineSpacing, second.lineSpacing);
        return second.align || second.leftMargin || second.rightMargin || second.firstLineIndent || second.spaceBefore ||
               second.spaceAfter || second.contextualSpacing || second.keepWithNext || second.lineSpacing;
    }
    bool operator()(const model::SetCharFormat& first, model::SetCharFormat& second) const {
        if (!overlap(first.at, second.at)) return true;
        if (first == second) return false;
        yield(first.font, second.font), yield(first.size, second.size), yield(first.bold, second.bold);
        yield(first.italic, second.italic), yield(first.underline, second.underline), yield(first.caseMap, second.caseMap);
        yield(first.color, second.color);
        return second.font || second.size || second.bold || second.italic || second.underline || second.caseMap || second.color;
    }
    bool operator()(const model::ReplaceText& first, model::ReplaceText& second) const {
        if (!sameParagraph(first.at, second.at)) return true;
        if (first.at == second.at) return false;
        return !(first.at.start < second.at.end() && second.at.start < first.at.end());
    }
    bool operator()(const model::RemoveParagraph& first, model::RemoveParagraph& second) const {
        return !sameParagraph(first.at, second.at);
    }
    bool operator()(const model::InsertParagraphs& first, model::InsertParagraphs& second) const {
        return !(sameParagraph(first.before, second.before) && first.paragraphs == second.paragraphs);
    }
    bool operator()(const model::DrawLine& first, model::DrawLine& second) const {
        if (sameParagraph(first.under, second.under)) return false;
        // A shape is taken away once.
        return std::none_of(second.replaces.begin(), second.replaces.end(), [&](const std::string& name) {
            return std::find(first.replaces.begin(), first.replaces.end(), name) != first.replaces.end();
        });
    }
    bool operator()(const model::SetShapeSize& first, model::SetShapeSize& second) const { return first.shape != second.shape; }
    bool operator()(const model::SetParagraphStyle& first, model::SetParagraphStyle& second) const { return !sameParagraph(first.at, second.at); }
    bool operator()(const model::SetColumnWidths& first, model::SetColumnWidths& second) const { return first.table != second.table; }
    bool operator()(const model::SetCells& first, model::SetCells& second) const {
        const auto known = [&](const model::CellContent& one) {
            return std::any_of(first.cells.begin(), first.cells.end(), [&](const model::CellContent& other) { return other.cell == one.cell; });
        };
        std::erase_if(second.cells, known);
        return !second.cells.empty();
    }

    // A paragraph that goes takes its text with it.
    bool operator()(const model::RemoveParagraph& first, model::ReplaceText& second) const { return !sameParagraph(first.at, second.at); }
    bool operator()(const model::RemoveParagraph& first, model::SetParagraphFormat& second) const { return !sameParagraph(first.at, second.at); }
    bool operator()(const model::RemoveParagraph& first, model::SetCharFormat& second) const { return !sameParagraph(first.at, second.at); }
    bool operator()(const model::RemoveParagraph& first, model::InsertParagraphs& second) const { return !sameParagraph(first.at, second.before); }
    bool operator()(const model::InsertParagraphs& first, model::RemoveParagraph& second) const { return !sameParagraph(first.before, second.at); }
    bool operator()(const model::ReplaceText& first, model::RemoveParagraph& second) const { return !sameParagraph(first.at, second.at); }
    bool operator()(const model::DrawLine& first, model::RemoveParagraph& second) const {
        return !sameParagraph(first.under, second.at) &&
               std::none_of(first.removes.begin(), first.removes.end(), [&](const Range& range) { return sameParagraph(range, second.at); });
    }
    bool operator()(const model::RemoveParagraph& first, model::DrawLine& second) const {
        return !sameParagraph(first.at, second.under) &&
               std::none_of(second.removes.begin(), second.removes.end(), [&](const Range& range) { return sameParagraph(range, first.at); });
    }
    template <typename A, typename B> bool operator()(const A&, B&) const { return true; }
};

struct Place {
    Range operator()(const model::SetParagraphFormat& edit) const { return edit.at; }
    Range operator()(const model::SetCharFormat& edit) const { return edit.at; }
    Range operator()(const model::ReplaceText& edit) const { return edit.at; }
    Range operator()(const model::RemoveParagraph& edit) const { return edit.at; }
    Range operator()(const model::RestartPageNumber& edit) const { return edit.at; }
    Range operator()(const model::InsertParagraphs& edit) const { return edit.before; }
    Range operator()(const model::DrawLine& edit) const { return edit.under; }
    // What names a page style, a shape or a table by itself moves nothing: last.
    template <typename T> Range operator()(const T&) const { return {-1, -1, 0, 0}; }
};

/// Within one paragraph: formatting first (it moves nothing), then text from its end, the paragraph itself last.
int rank(const model::Edit& edit) {
    if (std::holds_alternative<model::RemoveParagraph>(edit)) return 3;
    if (std::holds_alternative<model::InsertParagraphs>(edit)) return 3;
    if (std::holds_alternative<model::DrawLine>(edit)) return 2;
    if (std::holds_alternative<model::ReplaceText>(edit)) return 1;
    return 0;
}

}  // namespace

model::Edits plan(const std::vector<const Finding*>& findings) {
    struct Item {
        model::Edit edit;
        Range place;
    };
    std::vector<Item> items;
    for (const Finding* finding : findings) {
        for (const model::Edit& edit : finding->edits) items.push_back({edit, std::visit(Place{}, edit)});
    }
    // Only edits of one paragraph can meet (lines that remove other paragraphs are few and looked at separately).
    std::vector<std::size_t> order(items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(items[a].place.story, items[a].place.paragraph) < std::tie(items[b].place.story, items[b].place.paragraph);
    });
    std::vector<bool> dropped(items.size(), false);
    const auto meet = [&](std::size_t earlier, std::size_t later) {
        const bool kept = std::visit([](const auto& first, auto& second) { return Yield{}(first, second); }, items[earlier].edit, items[later].edit);
        if (!kept) dropped[later] = true;
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && !dropped[order[i]];) {
            if (!sameParagraph(items[order[j]].place, items[order[i]].place)) break;
            if (!dropped[order[j]]) meet(std::min(order[j], order[i]), std::max(order[j], order[i]));
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!std::holds_alternative<model::DrawLine>(items[i].edit)) continue;
        for (std::size_t j = 0; j < items.size(); ++j) {
            if (i == j || dropped[i] || dropped[j]) continue;
            const bool other = std::holds_alternative<model::DrawLine>(items[j].edit) || std::holds_alternative<model::RemoveParagraph>(items[j].edit);
            if (other) meet(std::min(i, j), std::max(i, j));
        }
    }
    std::vector<Item> kept;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!dropped[i]) kept.push_back(std::move(items[i]));
    }
    std::stable_sort(kept.begin(), kept.end(), [](const Item& a, const Item& b) {
        if (a.place.story != b.place.story) return a.place.story > b.place.story;
        if (a.place.paragraph != b.place.paragraph) return a.place.paragraph > b.place.paragraph;
        if (rank(a.edit) != rank(b.edit)) return rank(a.edit) < rank(b.edit);
        return a.place.start > b.place.start;
    });
    model::Edits edits;
    edits.reserve(kept.size());
    for (Item& item : kept) edits.push_back(std::move(item.edit));
    return edits;
}

}  // namespace thethuc::checks
