#include "uno/read/property_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace thethuc::uno {

namespace {

constexpr std::array<std::string_view, 28> kParagraph{
    "BottomBorder", "BreakType", "CharCaseMap", "CharColor", "CharEscapement", "CharFontName", "CharHeight",
    "CharHidden", "CharPosture", "CharStrikeout", "CharUnderline", "CharWeight", "ListLabelString",
    "NumberingIsNumber", "PageDescName", "ParaAdjust", "ParaBottomMargin", "ParaContextMargin", "ParaFirstLineIndent",
    "ParaIsAutoFirstLineIndent", "ParaKeepTogether", "ParaLeftMargin", "ParaLineSpacing", "ParaRightMargin",
    "ParaStyleName", "ParaTopMargin", "TextSection", "TopBorder"};
constexpr std::array<std::string_view, 12> kCharacter{
    "CharCaseMap", "CharColor", "CharEscapement", "CharFontName", "CharHeight", "CharHidden", "CharPosture",
    "CharStrikeout", "CharUnderline", "CharWeight", "HyperLinkURL", "TextPortionType"};
static_assert(std::is_sorted(kParagraph.begin(), kParagraph.end()));
static_assert(std::is_sorted(kCharacter.begin(), kCharacter.end()));
static_assert(kParagraph.size() == pTopBorder + 1 && kParagraph[pTextSection] == "TextSection" &&
              kParagraph[pPageDescName] == "PageDescName" && kParagraph[pParaKeepTogether] == "ParaKeepTogether");
static_assert(kCharacter.size() == cTextPortionType + 1 && kCharacter[cHyperLinkURL] == "HyperLinkURL");

template <std::size_t N>
css::uno::Sequence<rtl::OUString> sequence(const std::array<std::string_view, N>& names) {
    css::uno::Sequence<rtl::OUString> result(static_cast<sal_Int32>(N));
    rtl::OUString* out = result.getArray();
    for (const std::string_view name : names) *out++ = rtl::OUString::createFromAscii(name.data());
    return result;
}

}  // namespace

css::uno::Sequence<rtl::OUString> paragraphNames() { return sequence(kParagraph); }
css::uno::Sequence<rtl::OUString> characterNames() { return sequence(kCharacter); }

}  // namespace thethuc::uno
