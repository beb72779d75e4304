// Figures for an indicator table that are known already: from the last report, from the words and tables of this one.
#pragma once

#include <string>
#include <vector>

#include "draft/indicators.hpp"
#include "model/document.hpp"

namespace thethuc::app {

/// A figure found for one cell of a table to come. A person looks at each: where it is from is shown beside it.
struct FoundFigure {
    std::string indicator;                       ///< id
    draft::ColumnKind kind = draft::ColumnKind::actual;
    std::string value;                           ///< as it is written in Vietnamese
    model::Range at;                             ///< where it stands
    std::string words;                           ///< around it, UTF-8
    bool operator==(const FoundFigure&) const = default;
};

/// What a document says of indicators of `data`: the figures that stand in its indicator tables, and those of its sentences whose words are an
/// indicator's own: “81 hồ sơ nộp trực tuyến”, “Hồ sơ nộp trực tuyến: 81 hồ sơ”. A name that several indicators have, or that is one word, a number that
/// is not meant to be exact, and a cell for which two values are found give nothing. Pure.
[[nodiscard]] std::vector<FoundFigure> figuresOf(const model::Document& document, const draft::IndicatorData& data);

/// The same of the last period's report: what was done then is what this period is compared with.
[[nodiscard]] std::vector<FoundFigure> figuresOfLastReport(const model::Document& document, const draft::IndicatorData& data);

}  // namespace thethuc::app
