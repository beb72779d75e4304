// “Áp dụng kiểu trình bày”: named paragraph styles for what is recognised in an existing document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/styles.hpp"
#include "elements/analysis.hpp"
#include "model/document.hpp"
#include "model/edit.hpp"
#include "ruleset/ruleset.hpp"
#include "text/widths.hpp"

namespace thethuc::app {

struct StylePlan {
    std::vector<draft::ParagraphStyle> styles;   ///< those that the document's paragraphs take, as this document is to have them
    model::Edits edits;                          ///< for the document once it has these styles
    std::int32_t styled = 0;                     ///< paragraphs that change
    std::int32_t left = 0;                       ///< paragraphs of the running text that are none of what a style is for
};

/// The style that an element of the decree has, by its id in khung.fodt; empty where there is none.
[[nodiscard]] std::string_view styleIdOf(const elements::Element& element) noexcept;

/// Gives every recognised element that fills its paragraph the style that belongs to it. Words stay; so do lists, capitals, colours, emphasis inside running
/// text, and what nobody recognised. A style says what most paragraphs that take it look like once the check's faults of format are corrected, so that what the
/// decree allows stays as it is; only `chosen` (names of the choices that the agency's file makes) come from `styles`. What a paragraph of header or ending has
/// of its own in margins and distances stays direct formatting. `off` are rules that the agency does not want judged. A document that has all this already
/// gives no edit. Pure.
[[nodiscard]] StylePlan planStyles(const model::Document& document, const elements::Analysis& analysis, const std::vector<draft::ParagraphStyle>& styles,
                                   const std::vector<std::string>& chosen, const ruleset::Ruleset& ruleset, const text::TextWidths& widths,
                                   const std::vector<std::string>& off = {});

}  // namespace thethuc::app
