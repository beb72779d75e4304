// The steps of analyse(): each looks at one zone of one part and adds the elements that it finds.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "elements/analysis.hpp"
#include "elements/segments.hpp"
#include "elements/types.hpp"

namespace thethuc::elements {

/// What the steps share about one part.
struct Zone {
    std::int32_t part = 0;
    std::int32_t first = 0;          ///< body paragraphs [first, last)
    std::int32_t last = 0;
    std::int32_t bodyFirst = 0;      ///< first paragraph behind header, title, subject and Kính gửi
    std::int32_t bodyLast = 0;       ///< one past the last paragraph before the end block
    const DocumentType* type = nullptr;
    bool titleFound = false;
    bool legal = false;
    bool party = false;
    bool yearInNumber = false;       ///< “12/2025/NQ-HĐND”: a legal normative document
    bool attachedNote = false;       ///< “(Kèm theo …)”
    bool copyTitle = false;          ///< the part is the block of a copy
};

/// Adds an element; the text is put together from the ranges.
void add(const model::Document& document, Analysis& analysis, Kind kind, Role role, std::vector<model::Range> ranges,
         std::int32_t part);

/// Header block, tên loại, trích yếu, tham quyền, Kính gửi. Sets the zone's type and bodyFirst.
void recogniseHeader(const model::Document& document, Analysis& analysis, Zone& zone);
/// Signature and recipients. Sets bodyLast, and `behind` to the first paragraph after the end block.
void recogniseEnding(const model::Document& document, Analysis& analysis, Zone& zone, std::int32_t& behind);
/// Căn cứ, headings, articles, prose of [bodyFirst, bodyLast).
void recogniseBody(const model::Document& document, Analysis& analysis, Zone& zone);
/// Number, title and “(Kèm theo …)” of an appendix.
void recogniseAppendix(const model::Document& document, Analysis& analysis, const Part& part, std::int32_t index);
/// Address, e-mail, telephone … in the footer of the page that the document begins with; a footer without any of them is none.
void recogniseContact(const model::Document& document, Analysis& analysis);
/// Separator lines, whatever they are made of, of all parts.
void recogniseSeparators(const model::Document& document, Analysis& analysis);

/// The line begins with the first word of an agency's name (“UBND”, “SỞ”, “BAN” …).
[[nodiscard]] bool startsAgency(std::u32string_view line);
/// “Phụ lục”, “PHỤ LỤC II”, “Phụ lục 01: DANH MỤC …”: the heading of an appendix.
[[nodiscard]] bool isAppendixHeading(std::u32string_view line);
/// “SAO Y”, “SAO LỤC”, “TRÍCH SAO” and what is still written for them (“SAO Y BẢN CHÍNH”), by their skeleton.
[[nodiscard]] bool isCopyTitle(std::u32string_view bones);
/// A line of the signature block: authority (“TM.”, “KT.” …) or a signer's title.
[[nodiscard]] bool isAuthorityLine(std::u32string_view line);
[[nodiscard]] bool isPositionLine(std::u32string_view line);
/// “____”, “-----”, “────”, “***”: a separator made of characters.
[[nodiscard]] bool isRuleOfCharacters(std::u32string_view line);

}  // namespace thethuc::elements
