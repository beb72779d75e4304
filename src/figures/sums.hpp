// Totals and their parts.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "figures/line.hpp"
#include "figures/ratios.hpp"

namespace thethuc::figures {

/// Sums stated within one paragraph.
[[nodiscard]] std::vector<Figure> sumsOf(const Line& line);

/// Whether one digit of one number, or two neighbouring digits swapped, would make the parts add up to the total.
[[nodiscard]] bool oneSlip(const number::Decimal& total, const std::vector<Operand>& parts);

/// The total of a paragraph that opens a list (it ends with a colon), if it has a plain one.
[[nodiscard]] std::optional<ListTotal> listTotalOf(const Line& line);

/// One past the last item of the list that `opener` opens; items of a deeper list are inside.
struct ListItems {
    std::size_t end = 0;                         ///< index into the lines, exclusive
    std::vector<std::size_t> items;              ///< the items of the first level
};
[[nodiscard]] ListItems listItemsOf(std::span<const Line> lines, std::size_t opener);

/// The sum of a list over several paragraphs.
[[nodiscard]] std::optional<Figure> listSumOf(std::span<const Line> lines, std::size_t opener, const ListItems& list);

}  // namespace thethuc::figures
