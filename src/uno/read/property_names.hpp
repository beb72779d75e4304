// Names of the properties that a snapshot needs of every paragraph and portion, sorted (the office is quicker
// then), with their positions. What few paragraphs need (list level, page number, borders at the sides) is asked
// for there.
#pragma once

#include <cstddef>

#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

namespace thethuc::uno {

/// Positions in paragraphNames(). Those from pCharCaseMap to pCharWeight have the order of characterNames().
enum ParagraphName : std::size_t {
    pBottomBorder, pBreakType, pCharCaseMap, pCharColor, pCharEscapement, pCharFontName, pCharHeight, pCharHidden,
    pCharPosture, pCharStrikeout, pCharUnderline, pCharWeight, pListLabelString, pNumberingIsNumber, pPageDescName,
    pParaAdjust, pParaBottomMargin, pParaContextMargin, pParaFirstLineIndent, pParaIsAutoFirstLineIndent,
    pParaKeepTogether, pParaLeftMargin, pParaLineSpacing, pParaRightMargin, pParaStyleName, pParaTopMargin,
    pTextSection, pTopBorder,
};

/// Positions in characterNames(). The last one is the type of the portion, as forEachPortion() wants it.
enum CharacterName : std::size_t {
    cCharCaseMap, cCharColor, cCharEscapement, cCharFontName, cCharHeight, cCharHidden, cCharPosture, cCharStrikeout,
    cCharUnderline, cCharWeight, cHyperLinkURL, cTextPortionType,
};
static_assert(pCharWeight - pCharCaseMap == cCharWeight - cCharCaseMap);

[[nodiscard]] css::uno::Sequence<rtl::OUString> paragraphNames();
[[nodiscard]] css::uno::Sequence<rtl::OUString> characterNames();

}  // namespace thethuc::uno
