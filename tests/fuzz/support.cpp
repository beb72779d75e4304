#include "fuzz/support.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace thethuc::fuzz {
namespace {

using Rows = std::vector<std::vector<std::u32string>>;

void addParagraph(model::Document& document, std::u32string text, std::int32_t cell) {
    model::Paragraph paragraph;
    paragraph.text = std::move(text);
    paragraph.cell = cell;
    document.stories.front().paragraphs.push_back(std::move(paragraph));
}

void addTable(model::Document& document, const Rows& rows) {
    model::Table table;
    table.rows = static_cast<std::int32_t>(rows.size());
    table.firstCell = static_cast<std::int32_t>(document.cells.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        table.columns = std::max(table.columns, static_cast<std::int32_t>(rows[row].size()));
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            model::Cell cell;
            cell.table = static_cast<std::int32_t>(document.tables.size());
            cell.row = static_cast<std::int32_t>(row);
            cell.column = static_cast<std::int32_t>(column);
            cell.firstParagraph = static_cast<std::int32_t>(document.stories.front().paragraphs.size());
            cell.paragraphCount = 1;
            addParagraph(document, rows[row][column], static_cast<std::int32_t>(document.cells.size()));
            document.cells.push_back(cell);
            ++table.cellCount;
        }
    }
    table.paragraphCount = table.cellCount;
    document.tables.push_back(table);
}

}  // namespace

void must(bool holds, const char* sentence) {
    if (!holds) throw std::logic_error(sentence);
}

std::vector<std::u32string> parted(std::u32string_view text, char32_t at) {
    std::vector<std::u32string> out(1);
    for (const char32_t c : text) {
        if (c == at) out.emplace_back();
        else out.back() += c;
    }
    return out;
}

model::Document documentOf(std::u32string_view text) {
    model::Document document;
    document.stories.resize(1);
    // what a snapshot always has
    document.sections.resize(1);
    document.pageStyles.resize(1);
    document.fonts = {"Times New Roman"};
    Rows rows;
    const auto endTable = [&] {
        if (!rows.empty()) addTable(document, rows);
        rows.clear();
    };
    for (std::u32string& line : parted(text, U'\n')) {
        if (line.starts_with(U'\t')) {
            rows.push_back(parted(line.substr(1), U'\t'));
            continue;
        }
        endTable();
        addParagraph(document, std::move(line), -1);
    }
    endTable();
    return document;
}

}  // namespace thethuc::fuzz
