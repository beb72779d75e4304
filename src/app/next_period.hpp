// “Tạo từ báo cáo kỳ trước”: what of an earlier report can be moved on to the next period with certainty, and what a person must look at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "citations/ledger.hpp"
#include "draft/period.hpp"
#include "elements/analysis.hpp"
#include "model/document.hpp"
#include "model/edit.hpp"

namespace thethuc::app {

/// Colour of figures that are those of the earlier period, until somebody writes the new ones: 0xRRGGBB.
inline constexpr std::int32_t kOldFigure = 0xC00000;

struct MovedOn {
    model::Edits edits;                          ///< for a copy of the earlier report
    std::int32_t moved = 0;                      ///< places of period and cut-off date that were moved on
    /// What was left as it is, a paragraph once for each reason.
    struct Left {
        model::Range at;
        std::string why;                         ///< message key
        bool operator==(const Left&) const = default;
    };
    std::vector<Left> left;
};

/// The period that the subject (trích yếu) of a report names; its year may come from the date of the report. Nothing where there is none.
[[nodiscard]] std::optional<draft::Period> reportedPeriod(const elements::Analysis& analysis, const citations::Ledger& ledger);

/// Moves a report about `from` on to `to`. Period and cut-off dates are changed where their meaning is certain; nothing inside a cited document is
/// touched. Number and day are blanked, the year of the date becomes `year`. Figures keep their words and take the colour kOldFigure; in a
/// table with a column to compare in they go there, and this period's cells become empty. Pure.
[[nodiscard]] MovedOn moveOn(const model::Document& document, const elements::Analysis& analysis, const citations::Ledger& ledger, const draft::Period& from,
                             const draft::Period& to, std::int32_t year);

}  // namespace thethuc::app
