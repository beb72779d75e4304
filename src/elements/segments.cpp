#include "elements/segments.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/text.hpp"

namespace thethuc::elements {

using model::Cell;
using model::Document;
using model::Hmm;
using model::Paragraph;
using model::Range;
using model::Table;

namespace {

constexpr std::size_t kLongLine = 240;  ///< longer than any line of a header or an end
constexpr std::size_t kFarSpaces = 30;   ///< so many spaces before a line push it into the right column
constexpr std::int32_t kGap = 3;  ///< so many spaces in a row part two columns of a line

struct Piece {
    std::int32_t start;
    std::int32_t end;
    bool tabbed;
};

/// True where `text` goes on with what stands before a gap: the blank of a number or a date.
bool continues(std::u32string_view before, std::u32string_view after) {
    if (after.empty()) return true;
    // Whole words: a place such as “Nậm Sương” must not pass for “năm”.
    const std::u32string words = text::toLower(text::nfc(after.substr(0, 12))) + U' ';
    if (after.front() == U'/' || words.starts_with(U"tháng ") || words.starts_with(U"năm ")) return true;
    const std::u32string_view head = text::trim(before);
    if (head.empty()) return false;
    const bool blankNumber = head.back() == U':' || head.back() == U'/' || head.back() == U'-';
    return blankNumber && text::skeleton(head).size() <= 4;
}

/// Cuts a line at tabs and wide gaps, but not inside a number or date left blank.
void cutColumns(std::u32string_view text, std::int32_t start, std::int32_t end, std::vector<Piece>& out) {
    std::int32_t from = start;
    std::int32_t i = start;
    const std::size_t first = out.size();
    while (i < end) {
        std::int32_t gap = i;
        bool tab = false;
        while (gap < end && text::isSpace(text[static_cast<std::size_t>(gap)])) {
            tab = tab || text[static_cast<std::size_t>(gap)] == U'\t';
            ++gap;
        }
        if (gap > i && (tab || gap - i >= kGap)) {
            const auto before = text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(i - from));
            const auto after = text.substr(static_cast<std::size_t>(gap), static_cast<std::size_t>(end - gap));
            if (!continues(before, after)) {
                out.push_back({from, i, true});
                from = gap;
            }
        }
        i = std::max(gap, i + 1);
    }
    out.push_back({from, end, out.size() > first});
}

Column columnByCenter(Hmm center, Hmm left, Hmm width) {
    if (width <= 0) return Column::full;
    const auto share = static_cast<std::int64_t>(center - left) * 100 / width;
    if (share < 44) return Column::left;
    if (share > 56) return Column::right;
    return Column::middle;
}

Hmm tableLeft(const Document& document, const Table& table) {
    Hmm left = table.left;
    std::int32_t parent = table.parentCell;
    for (int depth = 0; parent >= 0 && depth < 32; ++depth) {
        const Cell& cell = document.cells[static_cast<std::size_t>(parent)];
        const Table& outer = document.tables[static_cast<std::size_t>(cell.table)];
        left += cell.left + outer.left;
        parent = outer.parentCell;
    }
    return left;
}

}  // namespace

bool isBlank(const Paragraph& paragraph) noexcept {
    return std::all_of(paragraph.text.begin(), paragraph.text.end(), text::isSpace);
}

std::int32_t outerTable(const Document& document, std::int32_t paragraph) {
    std::int32_t cell = document.stories[0].paragraphs[static_cast<std::size_t>(paragraph)].cell;
    std::int32_t table = -1;
    for (int depth = 0; cell >= 0 && depth < 64; ++depth) {
        table = document.cells[static_cast<std::size_t>(cell)].table;
        cell = document.tables[static_cast<std::size_t>(table)].parentCell;
    }
    return table;
}

Area areaOf(const Document& document, const Range& at) {
    if (at.story != 0) {
        const auto& story = document.stories[static_cast<std::size_t>(at.story)];
        if (story.shape < 0) return {};
        const auto& shape = document.shapes[static_cast<std::size_t>(story.shape)];
        const Area around = shape.anchor.story == 0 ? areaOf(document, shape.anchor) : Area{};
        Hmm left = around.left + shape.x;
        if (shape.horizontal == model::Orientation::center) left = around.center() - shape.width / 2;
        if (shape.horizontal == model::Orientation::right) left = around.left + around.width - shape.width;
        if (shape.horizontal == model::Orientation::left) left = around.left;
        if (shape.horizontal == model::Orientation::none &&
            (shape.horizontalRelation == model::Relation::page)) {
            left = shape.x;
        }
        return {left, shape.width};
    }
    const auto& page = document.pageStyles[static_cast<std::size_t>(document.sectionOf(at.paragraph).pageStyle)];
    const Paragraph& paragraph = document.at(at);
    if (paragraph.cell < 0) return {page.marginLeft, page.textWidth()};
    const Cell& cell = document.cells[static_cast<std::size_t>(paragraph.cell)];
    const Table& table = document.tables[static_cast<std::size_t>(cell.table)];
    return {page.marginLeft + tableLeft(document, table) + cell.left, cell.width};
}

Column columnOf(const Document& document, const Range& at) {
    const auto& page = document.pageStyles[static_cast<std::size_t>(document.sectionOf(at.story == 0 ? at.paragraph : 0).pageStyle)];
    if (at.story != 0) {
        const Area area = areaOf(document, at);
        if (area.width >= page.textWidth() * 9 / 10) return Column::full;
        return columnByCenter(area.center(), page.marginLeft, page.textWidth());
    }
    const Paragraph& paragraph = document.at(at);
    if (paragraph.cell >= 0) {
        const Cell& cell = document.cells[static_cast<std::size_t>(paragraph.cell)];
        const Table& table = document.tables[static_cast<std::size_t>(cell.table)];
        std::int32_t outer = outerTable(document, at.paragraph);
        const Table& whole = document.tables[static_cast<std::size_t>(outer)];
        if (whole.width > 0 && cell.width > 0) {
            if (cell.width >= whole.width * 9 / 10) return Column::full;
            const Hmm center = tableLeft(document, table) + cell.left + cell.width / 2;
            const Column column = columnByCenter(center, tableLeft(document, whole), whole.width);
            // A cell that starts at the edge is a side column even where the other one is narrow.
            if (column == Column::middle && table.columns == 2) {
                return cell.column == 0 ? Column::left : Column::right;
            }
            return column;
        }
        if (table.columns <= 1) return Column::full;
        if (cell.column == 0) return Column::left;
        return cell.column == table.columns - 1 ? Column::right : Column::middle;
    }
    const auto& format = paragraph.format;
    if (format.leftMargin > page.textWidth() * 2 / 5) return Column::right;
    if (format.rightMargin > page.textWidth() * 2 / 5) return Column::left;
    if (format.align == model::Align::center) return Column::middle;
    if (format.align == model::Align::right) return Column::right;
    return Column::full;
}

namespace {

/// No white space but single spaces between words, and no marks to compose: the line is one piece and reads as it stands.
bool isPlain(std::u32string_view text) noexcept {
    if (text.empty() || text.front() == U' ' || text.back() == U' ') return false;
    char32_t before = U'\0';
    for (const char32_t c : text) {
        if (c <= U' ' ? c != U' ' || before == U' ' : c >= 0xA0 && (text::isSpace(c) || text::isCombining(c))) return false;
        before = c;
    }
    return true;
}

void addParagraph(const Document& document, const Range& whole, std::int32_t order, bool inFrame, std::size_t longestBones, std::vector<Segment>& out) {
    const Paragraph& paragraph = document.at(whole);
    const Column column = columnOf(document, whole);
    const std::u32string_view text = paragraph.text;
    if (text.size() > kLongLine && text.find(U'\n') == std::u32string_view::npos) {
        // Running text: only that it is long matters, and long bodies have thousands of these.
        Segment segment;
        segment.range = {whole.story, whole.paragraph, 0, static_cast<std::int32_t>(text.size())};
        segment.text = text.substr(0, kLongLine);
        segment.column = column;
        segment.order = order;
        segment.inFrame = inFrame;
        out.push_back(std::move(segment));
        return;
    }
    if (isPlain(text)) {
        Segment& segment = out.emplace_back();
        segment.range = {whole.story, whole.paragraph, 0, static_cast<std::int32_t>(text.size())};
        segment.text = text;
        segment.bones = text::skeleton(text, longestBones);
        segment.column = column;
        segment.order = order;
        segment.inFrame = inFrame;
        return;
    }
    std::vector<Piece> pieces;
    std::int32_t from = 0;
    const auto size = static_cast<std::int32_t>(text.size());
    const bool mayHaveColumns = paragraph.cell < 0 && !inFrame;
    for (std::int32_t i = 0; i <= size; ++i) {
        if (i < size && text[static_cast<std::size_t>(i)] != U'\n') continue;
        if (mayHaveColumns) {
            cutColumns(text, from, i, pieces);
        } else {
            pieces.push_back({from, i, false});
        }
        from = i + 1;
    }
    std::size_t inLine = 0;
    for (const Piece& piece : pieces) {
        std::int32_t start = piece.start;
        std::int32_t end = piece.end;
        while (start < end && text::isSpace(text[static_cast<std::size_t>(start)])) ++start;
        while (end > start && text::isSpace(text[static_cast<std::size_t>(end - 1)])) --end;
        if (piece.tabbed && end == start) continue;
        Segment segment;
        segment.range = {whole.story, whole.paragraph, start, end - start};
        segment.text = text::squeeze(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)));
        segment.bones = text::skeleton(segment.text, longestBones);
        segment.column = column;
        segment.order = order;
        segment.inFrame = inFrame;
        segment.tabbed = piece.tabbed;
        if (piece.tabbed) {
            // The first words of a line are its left column, centred by a tab or not, unless they are pushed far.
            const std::size_t lineStart = text.substr(0, static_cast<std::size_t>(start)).rfind(U'\n') + 1;
            const auto lead = text.substr(lineStart, static_cast<std::size_t>(start) - lineStart);
            const bool firstWords = std::all_of(lead.begin(), lead.end(), text::isSpace);
            inLine = firstWords ? 0 : inLine + 1;
            const bool pushed = std::count(lead.begin(), lead.end(), U'\t') >= 2 || lead.size() >= kFarSpaces;
            const bool alone = &piece == &pieces.back() || text.substr(static_cast<std::size_t>(end)).starts_with(U'\n');
            segment.column = inLine == 0 && !(pushed && alone) ? Column::left : Column::right;
        }
        out.push_back(std::move(segment));
    }
}

}  // namespace

void collectSegments(const Document& document, std::int32_t first, std::int32_t last, std::vector<Segment>& out, std::size_t longestBones) {
    // Frames stand before the paragraph that they are anchored at.
    std::vector<std::pair<std::int32_t, std::int32_t>> frames;
    for (std::size_t s = 1; s < document.stories.size(); ++s) {
        const auto& story = document.stories[s];
        if (story.kind != model::StoryKind::frame && story.kind != model::StoryKind::shapeText) continue;
        if (story.shape < 0) continue;
        const auto& shape = document.shapes[static_cast<std::size_t>(story.shape)];
        if (shape.anchor.story != 0 || shape.anchor.paragraph < first || shape.anchor.paragraph >= last) continue;
        frames.emplace_back(shape.anchor.paragraph, static_cast<std::int32_t>(s));
    }
    std::stable_sort(frames.begin(), frames.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        const auto& one = document.shapes[static_cast<std::size_t>(document.stories[static_cast<std::size_t>(a.second)].shape)];
        const auto& two = document.shapes[static_cast<std::size_t>(document.stories[static_cast<std::size_t>(b.second)].shape)];
        return std::pair(one.y, one.x) < std::pair(two.y, two.x);
    });
    std::size_t nextFrame = 0;
    for (std::int32_t p = first; p < last; ++p) {
        for (; nextFrame < frames.size() && frames[nextFrame].first == p; ++nextFrame) {
            const auto story = frames[nextFrame].second;
            const auto count = static_cast<std::int32_t>(document.stories[static_cast<std::size_t>(story)].paragraphs.size());
            for (std::int32_t q = 0; q < count; ++q) addParagraph(document, {story, q, 0, 0}, p, true, longestBones, out);
        }
        addParagraph(document, {0, p, 0, 0}, p, false, longestBones, out);
    }
}

}  // namespace thethuc::elements
