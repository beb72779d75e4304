// A document that is one table, from its words.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace thethuc::testing {

using Rows = std::vector<std::vector<std::u32string>>;

inline model::Document tableOf(const Rows& rows) {
    model::Document document;
    document.stories.resize(1);
    model::Table table;
    table.rows = static_cast<std::int32_t>(rows.size());
    std::int32_t count = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        table.columns = std::max(table.columns, static_cast<std::int32_t>(rows[row].size()));
        for (std::size_t column = 0; column < rows[row].size(); ++column, ++count) {
            model::Paragraph paragraph;
            paragraph.text = rows[row][column];
            paragraph.cell = count;
            document.stories.front().paragraphs.push_back(paragraph);
            model::Cell cell;
            cell.row = static_cast<std::int32_t>(row);
            cell.column = static_cast<std::int32_t>(column);
            cell.firstParagraph = count;
            cell.paragraphCount = 1;
            document.cells.push_back(cell);
        }
    }
    table.cellCount = table.paragraphCount = count;
    document.tables.push_back(table);
    return document;
}

}  // namespace thethuc::testing
