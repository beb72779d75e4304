// “Lưu thành bộ chỉ tiêu…”: an indicator set of the agency's own from a table that stands in a document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draft/indicators.hpp"
#include "model/document.hpp"

namespace thethuc::app {

struct SetFromTable {
    draft::IndicatorSet set;                     ///< one ready-made table with all rows, its columns; groups by the headings of the table
    std::int32_t totals = 0, ratios = 0;         ///< rows that are computed
    std::vector<std::string> unsure;             ///< rows that are percentages by their unit or name, but of what the numbers do not say: figures to type
    std::vector<std::string> leftOut;            ///< heads of columns that indicator tables do not have
};

/// The rows of a table as indicators, in their order, called `name`. A row is a total where every column that has its numbers adds up as the table is
/// arranged (figures::figuresOf); a percentage of two rows where the numbers leave exactly one pair. Ids are new ones, made of `name`, that no set of
/// `known` has. Nothing where the table has no rows with names, or no column of figures. Pure.
[[nodiscard]] std::optional<SetFromTable> setFromTable(const model::Document& document, std::int32_t table, const std::string& name,
                                                       const draft::IndicatorData& known);

}  // namespace thethuc::app
