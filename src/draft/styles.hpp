// The paragraph styles of templates/khung.fodt as values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/template.hpp"
#include "model/document.hpp"

namespace thethuc::draft {

struct ParagraphStyle {
    std::string id;                              ///< as rows of templates name it, “noi_dung”
    std::string name;                            ///< as Writer shows it, “TT Nội dung”
    model::ParagraphFormat format;
    model::CharFormat character;                 ///< its font is Times New Roman, whatever number it has
    std::vector<std::string> choices;            ///< choices of the agency that it depends on: “bodySize”, “firstLineIndent” …
    bool operator==(const ParagraphStyle&) const = default;
};

/// The frame with the agency's choices in the place of its gaps in double braces; `values` has bodySize, firstLineIndent, lineSpacing, paragraphSpacing.
[[nodiscard]] std::string withChoices(const std::string& frame, const Values& values);

/// The styles “TT …” of a frame with these choices, in the order in which they stand. What a style does not say is as a new style has it.
[[nodiscard]] std::vector<ParagraphStyle> paragraphStyles(const std::string& frame, const Values& values);

/// One of them by its id. In a frame whose gaps are still open, what depends on them is 0. A frame without it gives an empty style.
[[nodiscard]] ParagraphStyle paragraphStyle(std::string_view frame, std::string_view id);

}  // namespace thethuc::draft
