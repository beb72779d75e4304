// Money of one table in different units (đồng, nghìn, triệu, tỷ đồng) where nothing says so. Tables of indicators rightly go from triệu to tỷ from row to
// row, by their column “Đơn vị tính” or by the words of each row; so only two forms are looked for: an amount whose words contradict the unit that the
// head or the line above the table gives, and an amount of a sum that only fits in another unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/figures.hpp"
#include "figures/grid.hpp"

namespace thethuc::figures {

/// The power of ten of “triệu đồng”, “Tỷ đồng”, “1.000 đồng”, as a head writes it; nothing where the words are no unit of money.
[[nodiscard]] std::optional<std::int32_t> moneyUnit(std::u32string_view words);

struct OtherUnit {
    model::Range at;                             ///< the amount
    std::u32string text;                         ///< its words
    std::u32string unit;                         ///< the unit of the table: “triệu đồng”
};

/// Amounts of tables that stand in another unit than their column. By place; total.
[[nodiscard]] std::vector<OtherUnit> otherUnits(const model::Document& document);

}  // namespace thethuc::figures
