// Where elements stand (sơ đồ vị trí, Mục IV). Only what is clearly elsewhere is said: real headers are made
// of tables, tabs, frames and bare lines, and a column of a table may be of any width.
#include <algorithm>
#include <cstdint>
#include <optional>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Range;

enum class Side : std::uint8_t { unknown, left, middle, right };

const model::Cell* cellOf(const Context& context, const Range& range) {
    const std::int32_t cell = context.document.at(range).cell;
    return range.story == 0 && cell >= 0 ? &context.document.cells[static_cast<std::size_t>(cell)] : nullptr;
}

/// Cells of one row, left to right.
std::vector<const model::Cell*> rowOfCell(const Context& context, const model::Cell& cell) {
    std::vector<const model::Cell*> row;
    for (const model::Cell& other : context.document.cells) {
        if (other.table == cell.table && other.row == cell.row) row.push_back(&other);
    }
    return row;
}

Side sideInTable(const Context& context, const model::Cell& cell) {
    const auto& table = context.document.tables[static_cast<std::size_t>(cell.table)];
    const auto row = rowOfCell(context, cell);
    if (row.size() < 2) {
        // One cell across: the table says nothing by itself, what it is nested in may.
        if (table.parentCell >= 0)
            return sideInTable(context, context.document.cells[static_cast<std::size_t>(table.parentCell)]);
        return Side::unknown;
    }
    if (table.width > 0 && cell.width > 0) {
        const model::Hmm center = cell.left + cell.width / 2;
        // Tenths of the width: what lies about the middle of the table is left alone.
        if (center * 10 < table.width * 4) return Side::left;
        if (center * 10 > table.width * 6) return Side::right;
        // A two-column table has no middle.
        if (row.size() == 2) return cell.column == 0 ? Side::left : Side::right;
        return Side::unknown;
    }
    if (cell.column == 0) return Side::left;
    return cell.column + 1 == static_cast<std::int32_t>(row.size()) ? Side::right : Side::unknown;
}

/// Side of the page that an element stands on; unknown for frames and for lines set out by tabs.
Side sideOf(const Context& context, const Element& element) {
    const Range& range = element.ranges.front();
    if (range.story != 0) return Side::unknown;
    if (const model::Cell* cell = cellOf(context, range)) return sideInTable(context, *cell);
    const model::Paragraph& paragraph = context.document.at(range);
    const std::u32string_view before =
        std::u32string_view(paragraph.text).substr(0, static_cast<std::size_t>(range.start));
    const std::u32string_view after =
        std::u32string_view(paragraph.text)
            .substr(static_cast<std::size_t>(std::min(range.end(), static_cast<std::int32_t>(paragraph.text.size()))));
    const bool tabs = before.find(U'\t') != std::u32string_view::npos || after.find(U'\t') != std::u32string_view::npos;
    constexpr std::size_t kRun = 3;
    if (tabs || before.size() >= kRun || !text::trim(after).empty()) return Side::unknown;
    const auto& section = context.document.sectionOf(range.paragraph);
    const model::Hmm width = context.document.pageStyles[static_cast<std::size_t>(section.pageStyle)].textWidth();
    constexpr model::Hmm kNarrow = 5;  // a fifth of the text's width
    const bool indented = paragraph.format.leftMargin + std::max(paragraph.format.firstLineIndent, 0) > width / kNarrow;
    const bool pushed = paragraph.format.rightMargin > width / kNarrow;
    if (indented || pushed) return Side::unknown;
    switch (paragraph.format.align) {
        case model::Align::center:
            return Side::middle;
        case model::Align::right:
            return Side::right;
        default:
            return Side::left;
    }
}

void misplaced(const Context& context, const ruleset::Row& row, Sink& sink, const Element& element,
               const char* message) {
    Finding result = finding(context, row, element, element.ranges.front(), {"", message, {}});
    result.actual = Quote{element.text};
    sink.report(std::move(result));
}

}  // namespace

void positionRight(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Side side = sideOf(context, *element);
        if (side == Side::unknown) continue;
        sink.judged();
        if (side != Side::right)
            misplaced(context, row, sink, *element, side == Side::middle ? "text.positionMiddle" : "text.positionLeft");
    }
}

void positionLeft(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Side side = sideOf(context, *element);
        if (side == Side::unknown) continue;
        sink.judged();
        if (side == Side::right) misplaced(context, row, sink, *element, "text.positionRight");
    }
}

void positionBelowAgency(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Element* agency = context.analysis.first(Kind::coQuanBanHanh, element->part);
        if (agency == nullptr) continue;
        const Side own = sideOf(context, *element);
        const Side above = sideOf(context, *agency);
        if (own == Side::unknown || above == Side::unknown) continue;
        sink.judged();
        const bool tableHeader = cellOf(context, agency->ranges.front()) != nullptr;
        const bool outside = tableHeader && cellOf(context, element->ranges.front()) == nullptr && own != Side::left;
        if ((own == Side::right && above == Side::left) || outside)
            misplaced(context, row, sink, *element, "text.positionBelowAgency");
    }
}

void positionBesideSymbol(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Element* symbol = context.analysis.first(Kind::soKyHieu, element->part);
        if (symbol == nullptr) continue;
        const model::Cell* own = cellOf(context, element->ranges.front());
        const model::Cell* beside = cellOf(context, symbol->ranges.front());
        if (beside == nullptr) continue;
        if (own == nullptr) {
            // The number is in the header table and the date is a line of its own below it.
            if (element->ranges.front().story != 0) continue;
            sink.judged();
            misplaced(context, row, sink, *element, "text.positionBesideSymbol");
            continue;
        }
        sink.judged();
        const bool together = own == beside;
        // Left of the page, where the number stands too or quốc hiệu is at the right as it should be.
        const Element* national = context.analysis.first(Kind::quocHieu, element->part);
        const bool nationalRight = national != nullptr && sideOf(context, *national) == Side::right;
        const bool left = sideInTable(context, *own) == Side::left &&
                          (sideInTable(context, *beside) == Side::left || nationalRight);
        if (left && !together) misplaced(context, row, sink, *element, "text.positionBesideSymbol");
        // A number in the column of quốc hiệu is what is wrong there, and told as that.
        const bool numberAside = nationalRight && sideInTable(context, *beside) == Side::right;
        if (together && !numberAside && element->ranges.front().paragraph != symbol->ranges.front().paragraph) {
            misplaced(context, row, sink, *element, "text.positionBesideSymbol");
        }
    }
}

void recipientsPosition(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        const Element* word = context.analysis.first(Kind::noiNhan, Role::word, part);
        const Element* authority = context.analysis.first(Kind::quyenHanChucVu, part);
        if (word == nullptr || authority == nullptr) continue;
        const Range& own = word->ranges.front();
        const Range& beside = authority->ranges.front();
        if (own.story != 0 || beside.story != 0) continue;
        const model::Cell* cell = cellOf(context, own);
        const model::Cell* other = cellOf(context, beside);
        if (other == nullptr) {
            // Lines of the body: one below the other is not level, but old forms are typed so. Only a list behind
            // the name is clearly wrong.
            const Element* name = context.analysis.first(Kind::hoTen, part);
            if (cell != nullptr || name == nullptr || own.paragraph == beside.paragraph) continue;
            sink.judged();
            if (name->ranges.front() < own) misplaced(context, row, sink, *word, "text.recipientsPosition");
            continue;
        }
        if (cell == nullptr) {
            sink.judged();
            misplaced(context, row, sink, *word, "text.recipientsPosition");
            continue;
        }
        if (cell->table != other->table) continue;
        sink.judged();
        // Below the signature in its own cell, right of it, or in a row further down.
        const bool right = cell->left > other->left || cell == other;
        const bool lower = cell->row != other->row;
        if (right || lower) misplaced(context, row, sink, *word, "text.recipientsPosition");
    }
}

}  // namespace thethuc::checks::words
