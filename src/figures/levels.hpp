// Rows of a table as a tree: “I”, “1”, “a”, “-” number rows of lower and lower levels; “Cộng”, “Tổng cộng” add up; “Trong đó” names some.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/grid.hpp"

namespace thethuc::figures {

struct RowLevel {
    std::int32_t row = 0;
    std::int32_t parent = -1;                    ///< index into the rows; -1 for one of the first level
    std::vector<std::int32_t> children;          ///< indices into the rows, of one kind of mark
    bool total = false;                          ///< “Tổng cộng”, “Cộng”, “Tổng số”
    bool partial = false;                        ///< “Trong đó …”, and what is listed under it: perhaps not all
    bool bullet = false;                         ///< “-”, “+”: a list that need not be complete
    bool marked = false;                         ///< the row has a number, a letter or a bullet
    std::int32_t ordinal = 0;                    ///< 1 for “I”, “1”, “a”; 0 where unknown
};

/// Rows from `grid.first` on that hold anything, in order.
[[nodiscard]] std::vector<RowLevel> levelsOf(const Grid& grid);

}  // namespace thethuc::figures
