// Figures of tables: percent columns, “tăng, giảm” columns, rows of totals and of subtotals, totals along a row.
#pragma once

#include <vector>

#include "figures/figures.hpp"
#include "figures/grid.hpp"

namespace thethuc::figures {

/// What the heads, the rows and the numbers of a table state. Columns are understood by their heads, or, where these are not known, by the
/// numbers themselves: three rows that agree exactly say which column is a share of which. Empty cells and “-” are no zeros: what needs them is
/// left out.
[[nodiscard]] std::vector<Figure> figuresOf(const Grid& grid);

/// The same for every table of the document.
[[nodiscard]] std::vector<Figure> tableFigures(const model::Document& document);

}  // namespace thethuc::figures
