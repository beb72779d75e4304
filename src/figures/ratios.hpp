// Which numbers of a paragraph a percentage belongs to.
#pragma once

#include <optional>
#include <vector>

#include "figures/line.hpp"

namespace thethuc::figures {

/// The total that the items of a list are parts of: “Tổng số 408 thủ tục, trong đó:”.
struct ListTotal {
    Operand value;
    Quantity quantity;                           ///< its unit and scale
};

/// Ratios of one paragraph, by place of the percentage.
[[nodiscard]] std::vector<Figure> ratiosOf(const Line& line, const std::optional<ListTotal>& total = std::nullopt);

}  // namespace thethuc::figures
