// Figures of tables: percent columns, “tăng, giảm” columns and the row of totals.
#pragma once

#include <vector>

#include "figures/figures.hpp"

namespace thethuc::figures {

/// What the heads and the row of totals of plain tables state. Plain is a table whose rows all have the same cells, under
/// one row of heads; of any other nothing is said. Empty cells and “-” are no zeros: what needs them is left out.
[[nodiscard]] std::vector<Figure> tableFigures(const model::Document& document);

}  // namespace thethuc::figures
