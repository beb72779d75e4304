// An indicator table as OpenDocument XML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "draft/indicators.hpp"
#include "draft/table_memory.hpp"

namespace thethuc::draft {

/// A text with XML's own characters escaped.
[[nodiscard]] std::string xml(std::string_view text);

/// The table as ODF: automatic styles and the table itself. Ratios, totals and differences are Writer's own formulas
/// where all their operands stand in the table; with an operand missing the cell is empty, divided by 0 it is “-”.
struct TableOdf {
    std::string styles;
    std::string table;
    TableMemory memory;                          ///< of what was computed
};
[[nodiscard]] TableOdf tableOdf(const IndicatorTable& table, const FigureMap& figures, std::int32_t textWidth, std::size_t index);

}  // namespace thethuc::draft
