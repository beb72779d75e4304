// “Lưu làm mẫu”: an outline of the office's own from a document that is open.
#pragma once

#include <cstdint>
#include <string>

#include "citations/ledger.hpp"
#include "draft/template.hpp"
#include "elements/analysis.hpp"
#include "model/document.hpp"

namespace thethuc::app {

struct MadeOutline {
    std::string refusal;                         ///< message key: why there is none; nothing else is set then
    draft::Outline outline;                      ///< without id and name
    std::int32_t gaps = 0;                       ///< places of period, year and agency that became gaps
    std::int32_t guiding = 0;                    ///< figures, dates and lists of documents that became guiding text
};

/// The body of the document with the styles of its elements; header and ending are those of its type, which `templates` must have. The period that the subject names, the one that
/// follows, the year and `agency` (the name as the agency's file has it; empty: unknown) become gaps where they are written in full outside cited documents. Figures and
/// dates become guiding text, and so does a list of documents that were issued in the period; tables become a line that says that one belongs there. Pure.
[[nodiscard]] MadeOutline makeOutline(const model::Document& document, const elements::Analysis& analysis, const citations::Ledger& ledger,
                                      const draft::Templates& templates, const std::string& agency);

}  // namespace thethuc::app
