// “Chuyển thành công thức”: what a table's certain ratios, totals and differences become once Writer shall compute them itself. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "figures/figures.hpp"
#include "model/document.hpp"
#include "model/edit.hpp"

namespace thethuc::app {

struct TableFormulas {
    /// A SetCells for each table. Numbers that formulas use become, for the office too, the numbers that they show; what a formula uses stands before it. Every
    /// cell goes on showing what it shows.
    model::Edits edits;
    std::vector<std::int32_t> cells;             ///< those that become formulas, indices into Document::cells
    std::vector<figures::Figure> wrong;          ///< left as they are: what they show is not what their numbers make
    std::int32_t other = 0;                      ///< certain figures that cannot become formulas: mixed formats in a cell, footnote marks, a number written unusually
    std::int32_t already = 0;                    ///< cells that are formulas

    [[nodiscard]] bool empty() const noexcept { return cells.empty(); }
};

/// For one table (an index into Document::tables) or, without one, for all. `figures`: those of the document. A cell that several figures state becomes the
/// formula of the first. Empty operands and zero denominators are no figures and stay as they are.
[[nodiscard]] TableFormulas tableFormulas(const model::Document& document, const std::vector<figures::Figure>& figures, std::optional<std::int32_t> table);

}  // namespace thethuc::app
