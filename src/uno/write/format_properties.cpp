#include "uno/write/format_properties.hpp"

#include <algorithm>

#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/style/CaseMap.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>

#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

css::style::ParagraphAdjust adjust(model::Align align) {
    switch (align) {
        case model::Align::left: return css::style::ParagraphAdjust_LEFT;
        case model::Align::right: return css::style::ParagraphAdjust_RIGHT;
        case model::Align::center: return css::style::ParagraphAdjust_CENTER;
        case model::Align::justify: break;
    }
    return css::style::ParagraphAdjust_BLOCK;
}

css::style::LineSpacing spacing(const model::LineSpacing& value) {
    css::style::LineSpacing result;
    switch (value.mode) {
        case model::LineSpacingMode::proportional: result.Mode = css::style::LineSpacingMode::PROP; break;
        case model::LineSpacingMode::atLeast: result.Mode = css::style::LineSpacingMode::MINIMUM; break;
        case model::LineSpacingMode::leading: result.Mode = css::style::LineSpacingMode::LEADING; break;
        case model::LineSpacingMode::exactly: result.Mode = css::style::LineSpacingMode::FIX; break;
    }
    result.Height = static_cast<sal_Int16>(std::clamp(value.value, 0, 32767));
    return result;
}

sal_Int16 caseMap(model::CaseMap value) {
    switch (value) {
        case model::CaseMap::none: return css::style::CaseMap::NONE;
        case model::CaseMap::upper: return css::style::CaseMap::UPPERCASE;
        case model::CaseMap::lower: return css::style::CaseMap::LOWERCASE;
        case model::CaseMap::title: return css::style::CaseMap::TITLE;
        case model::CaseMap::smallCaps: return css::style::CaseMap::SMALLCAPS;
    }
    return css::style::CaseMap::NONE;
}

}  // namespace

Properties propertiesOf(const model::SetCharFormat& edit) {
    Properties result;
    if (edit.font) {
        result.add("CharFontName", str(*edit.font));
        // "Times New Roman" with the style name "Bold" of the font before it would be another face.
        result.add("CharFontStyleName", rtl::OUString());
    }
    if (edit.size) result.add("CharHeight", static_cast<float>(*edit.size) / 10.0f);
    if (edit.bold) result.add("CharWeight", *edit.bold ? css::awt::FontWeight::BOLD : css::awt::FontWeight::NORMAL);
    if (edit.italic) result.add("CharPosture", *edit.italic ? css::awt::FontSlant_ITALIC : css::awt::FontSlant_NONE);
    if (edit.underline) {
        result.add("CharUnderline", *edit.underline ? css::awt::FontUnderline::SINGLE : css::awt::FontUnderline::NONE);
    }
    if (edit.caseMap) result.add("CharCaseMap", caseMap(*edit.caseMap));
    if (edit.color) result.add("CharColor", static_cast<sal_Int32>(*edit.color));
    return result;
}

Properties propertiesOf(const model::SetParagraphFormat& edit) {
    Properties result;
    if (edit.align) result.add("ParaAdjust", adjust(*edit.align));
    if (edit.leftMargin) result.add("ParaLeftMargin", static_cast<sal_Int32>(*edit.leftMargin));
    if (edit.rightMargin) result.add("ParaRightMargin", static_cast<sal_Int32>(*edit.rightMargin));
    if (edit.firstLineIndent) {
        result.add("ParaIsAutoFirstLineIndent", false);
        result.add("ParaFirstLineIndent", static_cast<sal_Int32>(*edit.firstLineIndent));
    }
    if (edit.contextualSpacing) result.add("ParaContextMargin", *edit.contextualSpacing);
    if (edit.spaceBefore) result.add("ParaTopMargin", static_cast<sal_Int32>(*edit.spaceBefore));
    if (edit.spaceAfter) result.add("ParaBottomMargin", static_cast<sal_Int32>(*edit.spaceAfter));
    if (edit.keepWithNext) result.add("ParaKeepTogether", *edit.keepWithNext);
    if (edit.lineSpacing) result.add("ParaLineSpacing", spacing(*edit.lineSpacing));
    return result;
}

model::SetParagraphFormat allOf(const model::ParagraphFormat& format) {
    model::SetParagraphFormat all;
    all.align = format.align;
    all.leftMargin = format.leftMargin;
    all.rightMargin = format.rightMargin;
    all.firstLineIndent = format.firstLineIndent;
    all.spaceBefore = format.spaceBefore;
    all.spaceAfter = format.spaceAfter;
    all.contextualSpacing = format.contextualSpacing;
    all.keepWithNext = format.keepWithNext;
    all.lineSpacing = format.lineSpacing;
    return all;
}

model::SetCharFormat allOf(const model::CharFormat& format) {
    model::SetCharFormat all;
    // The contract of the formats that edits carry: their font is Times New Roman, whatever number the snapshot has for it.
    all.font = "Times New Roman";
    all.size = format.size;
    all.bold = format.bold;
    all.italic = format.italic;
    all.underline = format.underline;
    all.caseMap = format.caseMap;
    all.color = format.color;
    return all;
}

}  // namespace thethuc::uno
