// A table of the document as rows and columns of entries: which rows are heads, what each column is called, what number stands where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/figures.hpp"

namespace thethuc::figures {

/// One cell with one paragraph. A cell with more of them, or one that is merged away, is an entry without a paragraph.
struct Entry {
    const model::Paragraph* paragraph = nullptr;
    std::int32_t cell = -1;                      ///< index into Document::cells
    model::Range at;                             ///< its words, without a percent sign and marks of notes behind them
    std::u32string words;                        ///< lower case, squeezed
    number::Reading reading;                     ///< of `at`; a value only where the cell holds nothing but a number
    bool percent = false;                        ///< a % stands behind the number
    bool spanning = false;                       ///< the cell lies across several columns

    [[nodiscard]] bool number() const noexcept { return reading.value.has_value(); }
    /// Other readers may take the number for another one (1.250).
    [[nodiscard]] bool doubtful() const noexcept { return reading.problem != number::Problem::none; }
    [[nodiscard]] Operand operand() const { return {*reading.value, at}; }
};

struct Column {
    std::u32string leaf;                         ///< the lowest head over it, lower case, squeezed
    std::u32string parent;                       ///< the heads above that, joined by a space
    std::u32string name;                         ///< `leaf` without period and unit: “thực hiện” of “Thực hiện 9 tháng năm 2025 (triệu đồng)”
    std::u32string unit;                         ///< “triệu đồng” of “Thực hiện (triệu đồng)”; empty where none is given
};

struct Grid {
    std::int32_t table = 0;                      ///< index into Document::tables
    std::int32_t rows = 0;
    std::int32_t first = 1;                      ///< first row under the heads
    std::vector<Column> columns;
    std::vector<Entry> entries;
    std::int32_t unitColumn = -1;                ///< “Đơn vị tính”; -1 for none

    [[nodiscard]] std::int32_t width() const noexcept { return static_cast<std::int32_t>(columns.size()); }
    [[nodiscard]] const Entry& at(std::int32_t row, std::int32_t column) const {
        return entries[static_cast<std::size_t>(row) * columns.size() + static_cast<std::size_t>(column)];
    }
    [[nodiscard]] const Column& column(std::int32_t index) const { return columns[static_cast<std::size_t>(index)]; }
    /// What a row is called: its first words that are no number; empty where there are none.
    [[nodiscard]] std::u32string label(std::int32_t row) const;
};

/// The grid of a table; nothing where it has no column that runs through, is too small to say anything, or lists cited documents. Total.
[[nodiscard]] std::optional<Grid> gridOf(const model::Document& document, std::int32_t table);

/// A head without the period that it is of and without its unit, for comparison: see Column::name.
[[nodiscard]] std::u32string plainHead(std::u32string_view head);

}  // namespace thethuc::figures
