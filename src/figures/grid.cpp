#include "figures/grid.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using View = std::u32string_view;

constexpr std::int32_t kMostHeadRows = 4;
constexpr std::int32_t kFewestRows = 2, kFewestColumns = 2;

std::vector<std::u32string> wordsOf(View text) {
    std::vector<std::u32string> out(1);
    for (const char32_t c : text) {
        if (c == U' ') out.emplace_back();
        else out.back() += c;
    }
    std::erase_if(out, [](const std::u32string& word) { return word.empty(); });
    return out;
}

bool hasDigit(View word) { return std::any_of(word.begin(), word.end(), text::isDigit); }
bool isPeriodNumber(View word) { return hasDigit(word) || text::romanValue(text::toUpper(word)) > 0; }

/// Where running text ends: marks of notes behind a number are none of it.
std::size_t textEnd(const model::Paragraph& paragraph) {
    std::size_t end = paragraph.text.size();
    for (auto run = paragraph.runs.rbegin(); run != paragraph.runs.rend(); ++run) {
        if (run->start + run->length != static_cast<std::int32_t>(end) || run->start < 0) break;
        if (run->kind != model::RunKind::footnote && run->format.escapement <= 0) break;
        end = static_cast<std::size_t>(run->start);
    }
    return end;
}

void fill(Entry& entry, const model::Paragraph& paragraph, std::int32_t story, std::int32_t index) {
    const View text = View(paragraph.text).substr(0, textEnd(paragraph));
    std::size_t from = 0, to = text.size();
    while (from < to && text::isSpace(text[from])) ++from;
    while (to > from && (text::isSpace(text[to - 1]) || text[to - 1] == U'%')) {
        entry.percent = entry.percent || text[to - 1] == U'%';
        --to;
    }
    entry.paragraph = &paragraph;
    entry.at = {story, index, static_cast<std::int32_t>(from), static_cast<std::int32_t>(to - from)};
    entry.words = text::toLower(text::nfc(text::squeeze(text)));
    if (to > from) entry.reading = number::read(text.substr(from, to - from));
}

/// The columns that each cell of a row lies over: by the edges of a full row where the table tells them, else by its place in the row.
struct Edges {
    std::vector<model::Hmm> left, right;
    bool known = false;

    [[nodiscard]] std::pair<std::int32_t, std::int32_t> columnsOf(const model::Cell& cell, std::int32_t count) const {
        if (!known) return {cell.column, cell.column};
        constexpr model::Hmm kSlack = 50;        // half a millimetre
        std::int32_t first = -1, last = -1;
        for (std::int32_t i = 0; i < count; ++i) {
            const model::Hmm middle = (left[static_cast<std::size_t>(i)] + right[static_cast<std::size_t>(i)]) / 2;
            if (middle < cell.left - kSlack || middle > cell.left + cell.width + kSlack) continue;
            if (first < 0) first = i;
            last = i;
        }
        return {first, last};
    }
};

class Builder {
public:
    Builder(const model::Document& document, std::int32_t index) : document_(document), index_(index), table_(document.tables[static_cast<std::size_t>(index)]) {}

    std::optional<Grid> run() {
        if (table_.rows < kFewestRows || table_.columns < kFewestColumns || !sound()) return std::nullopt;
        grid_.table = index_;
        grid_.rows = table_.rows;
        grid_.columns.resize(static_cast<std::size_t>(table_.columns));
        grid_.entries.resize(static_cast<std::size_t>(table_.rows) * grid_.columns.size());
        if (!findEdges()) return std::nullopt;
        if (!place()) return std::nullopt;
        findHeads();
        if (grid_.first >= grid_.rows) return std::nullopt;
        nameColumns();
        return std::move(grid_);
    }

private:
    const model::Cell& cell(std::int32_t i) const { return document_.cells[static_cast<std::size_t>(table_.firstCell + i)]; }
    Entry& entry(std::int32_t row, std::int32_t column) {
        return grid_.entries[static_cast<std::size_t>(row) * grid_.columns.size() + static_cast<std::size_t>(column)];
    }

    bool sound() const {
        if (table_.firstCell < 0 || table_.cellCount < 0 || static_cast<std::size_t>(table_.firstCell + table_.cellCount) > document_.cells.size()) return false;
        const auto paragraphs = static_cast<std::int32_t>(document_.stories[static_cast<std::size_t>(table_.story)].paragraphs.size());
        for (std::int32_t i = 0; i < table_.cellCount; ++i) {
            const model::Cell& one = cell(i);
            if (one.table != index_ || one.row < 0 || one.row >= table_.rows || one.column < 0 || one.column >= table_.columns) return false;
            if (one.firstParagraph < 0 || one.firstParagraph + one.paragraphCount > paragraphs) return false;
        }
        return true;
    }

    /// A row that has all columns gives their edges.
    bool findEdges() {
        std::vector<std::int32_t> cells(static_cast<std::size_t>(table_.rows), 0);
        for (std::int32_t i = 0; i < table_.cellCount; ++i) ++cells[static_cast<std::size_t>(cell(i).row)];
        const auto full = std::find(cells.begin(), cells.end(), table_.columns);
        if (full == cells.end()) return false;
        const auto row = static_cast<std::int32_t>(full - cells.begin());
        edges_.left.resize(grid_.columns.size());
        edges_.right.resize(grid_.columns.size());
        edges_.known = true;
        for (std::int32_t i = 0; i < table_.cellCount; ++i) {
            if (cell(i).row != row) continue;
            edges_.left[static_cast<std::size_t>(cell(i).column)] = cell(i).left;
            edges_.right[static_cast<std::size_t>(cell(i).column)] = cell(i).left + cell(i).width;
            edges_.known = edges_.known && cell(i).width > 0;
        }
        return true;
    }

    bool place() {
        const auto& paragraphs = document_.stories[static_cast<std::size_t>(table_.story)].paragraphs;
        for (std::int32_t i = 0; i < table_.cellCount; ++i) {
            const model::Cell& one = cell(i);
            const auto [first, last] = edges_.columnsOf(one, table_.columns);
            if (first < 0) continue;
            for (std::int32_t column = first; column <= last; ++column) {
                Entry& here = entry(one.row, column);
                if (here.cell >= 0) return false;  // two cells in one place: not a table that can be read
                here.cell = table_.firstCell + i;
                here.spanning = first != last;
                if (one.paragraphCount == 1) fill(here, paragraphs[static_cast<std::size_t>(one.firstParagraph)], table_.story, one.firstParagraph);
                if (here.spanning) here.reading = {};  // a number over several columns belongs to none of them
                if (one.paragraphCount > 1) joinHead(here, paragraphs, one);
            }
        }
        return true;
    }

    /// A head in several paragraphs is read as one; a number in several is none.
    static void joinHead(Entry& here, const std::vector<model::Paragraph>& paragraphs, const model::Cell& one) {
        for (std::int32_t i = 0; i < one.paragraphCount; ++i) {
            const std::u32string words = text::toLower(text::nfc(text::squeeze(paragraphs[static_cast<std::size_t>(one.firstParagraph + i)].text)));
            if (!words.empty()) here.words += (here.words.empty() ? U"" : U" ") + words;
        }
    }

    /// Rows of words at the top are heads; a row “(1) (2) (3)” or “1 2 3” that numbers the columns belongs to them.
    void findHeads() {
        std::int32_t row = 1;
        while (row < std::min(grid_.rows, kMostHeadRows) && continuesHead(row)) ++row;
        while (row < grid_.rows && numbersColumns(row)) ++row;
        grid_.first = row;
    }

    /// No number in the row, and the row above leaves heads to be divided.
    bool continuesHead(std::int32_t row) {
        bool divided = false;
        for (std::int32_t column = 0; column < grid_.width(); ++column) {
            if (entry(row, column).number() && entry(row, column).paragraph != nullptr) return false;
            divided = divided || entry(row - 1, column).spanning;
            // a head that is merged downwards leaves its place in the next row empty
            divided = divided || (entry(row, column).cell < 0 && entry(row - 1, column).cell >= 0);
        }
        return divided;
    }

    bool numbersColumns(std::int32_t row) {
        std::int32_t expected = 0, numbered = 0;
        for (std::int32_t column = 0; column < grid_.width(); ++column) {
            const std::u32string& words = entry(row, column).words;
            std::u32string digits;
            for (const char32_t c : words) {
                if (text::isDigit(c)) digits += c;
                else if (!digits.empty() || (c != U'(' && c != U'[')) break;
            }
            if (digits.empty()) {
                if (words.size() > 1 && words != U"(a)" && words != U"(b)") return false;
                continue;
            }
            const auto value = number::read(digits).value;
            if (!value || digits.size() > 2 || *value < number::Decimal(expected + 1)) return false;
            if (numbered > 0 && *value != number::Decimal(expected + 1)) return false;
            expected = value->digits().convert_to<std::int32_t>();
            ++numbered;
        }
        return numbered > 2 && expected <= grid_.width() + 1 && numbered + 2 >= grid_.width();
    }

    void nameColumns() {
        for (std::int32_t column = 0; column < grid_.width(); ++column) {
            Column& one = grid_.columns[static_cast<std::size_t>(column)];
            std::int32_t before = -1;
            for (std::int32_t row = 0; row < grid_.first; ++row) {
                const Entry& head = entry(row, column);
                if (head.words.empty() || head.cell == before || numbersColumns(row)) continue;
                before = head.cell;
                if (!one.leaf.empty()) one.parent += (one.parent.empty() ? U"" : U" ") + one.leaf;
                one.leaf = head.words;
            }
            one.name = plainHead(one.leaf);
            const std::size_t open = one.leaf.rfind(U'(');
            const std::size_t close = one.leaf.rfind(U')');
            if (open != View::npos && close != View::npos && open < close) one.unit = one.leaf.substr(open + 1, close - open - 1);
            const bool unit = one.leaf.starts_with(U"đơn vị tính") || one.leaf.starts_with(U"đvt") || (column > 1 && one.leaf == U"đơn vị");
            if (unit) grid_.unitColumn = column;
        }
    }

    const model::Document& document_;
    std::int32_t index_ = 0;
    const model::Table& table_;
    Grid grid_;
    Edges edges_;
};

}  // namespace

std::u32string Grid::label(std::int32_t row) const {
    for (std::int32_t column = 0; column < width(); ++column) {
        const Entry& entry = at(row, column);
        if (entry.paragraph == nullptr || entry.words.empty() || entry.number()) continue;
        // “I”, “1.1”, “a)” number the row
        constexpr std::size_t kLongestMark = 4;
        if (column == 0 && width() > kFewestColumns && entry.words.size() <= kLongestMark && !at(row, 1).words.empty() && !at(row, 1).number()) continue;
        return text::squeeze(entry.paragraph->text);
    }
    return {};
}

std::optional<Grid> gridOf(const model::Document& document, std::int32_t table) {
    const model::Table& one = document.tables[static_cast<std::size_t>(table)];
    const auto& paragraphs = document.stories[static_cast<std::size_t>(one.story)].paragraphs;
    const auto first = static_cast<std::size_t>(one.firstParagraph);
    if (first < paragraphs.size() && paragraphs[first].citedList) return std::nullopt;
    return Builder(document, table).run();
}

std::u32string plainHead(std::u32string_view head) {
    std::u32string flat;
    std::int32_t depth = 0;
    const bool percent = head.find(U'%') != View::npos;
    for (const char32_t c : head) {
        if (c == U'(') ++depth;
        if (depth == 0 || percent) flat += c;
        if (c == U')' && depth > 0) --depth;
    }
    if (percent) return std::u32string(head);
    const auto words = wordsOf(flat);
    std::u32string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool period = (words[i] == U"năm" || words[i] == U"quý" || words[i] == U"tháng" || words[i] == U"ngày") && i + 1 < words.size() && isPeriodNumber(words[i + 1]);
        if (period) {
            ++i;
            continue;
        }
        if (words[i] == U"tính" || words[i] == U"đến" || words[i] == U"hết" || words[i] == U"đầu" || words[i] == U"cuối" || words[i] == U"cả" || hasDigit(words[i])) continue;
        if (words[i] == U"tháng" && i > 0 && hasDigit(words[i - 1])) continue;
        if (words[i] == U"năm" && (i + 1 == words.size() || (i > 0 && (words[i - 1] == U"đầu" || words[i - 1] == U"cuối" || words[i - 1] == U"cả"))) && i > 0) continue;
        out += (out.empty() ? U"" : U" ") + words[i];
    }
    return out;
}

}  // namespace thethuc::figures
