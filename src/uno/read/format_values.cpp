#include "uno/read/format_values.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontStrikeout.hpp>
#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/style/CaseMap.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>
#include <com/sun/star/table/BorderLine.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/BorderLineStyle.hpp>
#include <com/sun/star/text/HoriOrientation.hpp>
#include <com/sun/star/text/RelOrientation.hpp>
#include <com/sun/star/text/VertOrientation.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

template <class Number>
Number number(const css::uno::Any& value, Number fallback = {}) {
    return asOr<Number>(value, fallback);
}

bool flag(const css::uno::Any& value) { return asOr(value, false); }

model::CaseMap caseMap(sal_Int16 value) {
    switch (value) {
        case css::style::CaseMap::UPPERCASE: return model::CaseMap::upper;
        case css::style::CaseMap::LOWERCASE: return model::CaseMap::lower;
        case css::style::CaseMap::TITLE: return model::CaseMap::title;
        case css::style::CaseMap::SMALLCAPS: return model::CaseMap::smallCaps;
        default: return model::CaseMap::none;
    }
}

model::Align align(const css::uno::Any& value) {
    switch (asEnum<css::style::ParagraphAdjust>(value).value_or(css::style::ParagraphAdjust_LEFT)) {
        case css::style::ParagraphAdjust_RIGHT: return model::Align::right;
        case css::style::ParagraphAdjust_CENTER: return model::Align::center;
        case css::style::ParagraphAdjust_BLOCK:
        case css::style::ParagraphAdjust_STRETCH: return model::Align::justify;
        default: return model::Align::left;
    }
}

model::LineSpacing lineSpacing(const css::uno::Any& value) {
    model::LineSpacing result;
    css::style::LineSpacing spacing;
    if (!(value >>= spacing)) return result;
    switch (spacing.Mode) {
        case css::style::LineSpacingMode::MINIMUM: result.mode = model::LineSpacingMode::atLeast; break;
        case css::style::LineSpacingMode::LEADING: result.mode = model::LineSpacingMode::leading; break;
        case css::style::LineSpacingMode::FIX: result.mode = model::LineSpacingMode::exactly; break;
        default: result.mode = model::LineSpacingMode::proportional; break;
    }
    result.value = spacing.Height;
    return result;
}

}  // namespace

model::FontId FontTable::id(const rtl::OUString& name) {
    if (lastId_ >= 0 && name == last_) return lastId_;
    const auto [entry, fresh] = ids_.try_emplace(name, static_cast<model::FontId>(names_.size()));
    if (fresh) names_.push_back(toUtf8(name));
    last_ = name;
    lastId_ = entry->second;
    return lastId_;
}

model::CharFormat charFormat(const css::uno::Any* values, FontTable& fonts) {
    model::CharFormat result;
    result.caseMap = caseMap(number<sal_Int16>(values[cCharCaseMap]));
    result.color = number<sal_Int32>(values[cCharColor], -1);
    if (result.color != -1) result.color &= 0xFFFFFF;  // the upper byte is transparency in some versions
    const auto escapement = number<sal_Int16>(values[cCharEscapement]);
    result.escapement = static_cast<std::int8_t>(escapement > 0 ? 1 : escapement < 0 ? -1 : 0);
    result.font = fonts.id(asOr(values[cCharFontName], rtl::OUString()));
    result.size = static_cast<model::DeciPt>(std::lround(number<float>(values[cCharHeight]) * 10.0F));
    result.hidden = flag(values[cCharHidden]);
    const auto slant = asEnum<css::awt::FontSlant>(values[cCharPosture]).value_or(css::awt::FontSlant_NONE);
    result.italic = slant != css::awt::FontSlant_NONE && slant != css::awt::FontSlant_DONTKNOW;
    const auto strike = number<sal_Int16>(values[cCharStrikeout], css::awt::FontStrikeout::NONE);
    result.strikeout = strike != css::awt::FontStrikeout::NONE && strike != css::awt::FontStrikeout::DONTKNOW;
    const auto underline = number<sal_Int16>(values[cCharUnderline], css::awt::FontUnderline::NONE);
    result.underline = underline != css::awt::FontUnderline::NONE && underline != css::awt::FontUnderline::DONTKNOW;
    result.bold = number<float>(values[cCharWeight]) >= css::awt::FontWeight::SEMIBOLD;
    return result;
}

model::ParagraphFormat paragraphFormat(const css::uno::Any* values) {
    model::ParagraphFormat result;
    result.align = align(values[pParaAdjust]);
    result.leftMargin = number<sal_Int32>(values[pParaLeftMargin]);
    result.rightMargin = number<sal_Int32>(values[pParaRightMargin]);
    result.firstLineIndent = number<sal_Int32>(values[pParaFirstLineIndent]);
    result.autoFirstLine = flag(values[pParaIsAutoFirstLineIndent]);
    result.spaceBefore = number<sal_Int32>(values[pParaTopMargin]);
    result.spaceAfter = number<sal_Int32>(values[pParaBottomMargin]);
    result.contextualSpacing = flag(values[pParaContextMargin]);
    result.lineSpacing = lineSpacing(values[pParaLineSpacing]);
    result.borderTop = borderWidth(values[pTopBorder]);
    result.borderBottom = borderWidth(values[pBottomBorder]);
    result.keepWithNext = flag(values[pParaKeepTogether]);
    return result;
}

model::Hmm borderWidth(const css::uno::Any& value) {
    css::table::BorderLine2 modern;
    if (value >>= modern) {
        if (modern.LineStyle == css::table::BorderLineStyle::NONE) return 0;
        if (modern.LineWidth > 0) return static_cast<model::Hmm>(modern.LineWidth);
        return std::max<model::Hmm>(0, modern.OuterLineWidth + modern.InnerLineWidth);
    }
    css::table::BorderLine plain;
    if (value >>= plain) return std::max<model::Hmm>(0, plain.OuterLineWidth + plain.InnerLineWidth);
    return 0;
}

model::AnchorKind anchorKind(css::text::TextContentAnchorType type) {
    switch (type) {
        case css::text::TextContentAnchorType_AS_CHARACTER: return model::AnchorKind::asCharacter;
        case css::text::TextContentAnchorType_AT_PAGE: return model::AnchorKind::page;
        case css::text::TextContentAnchorType_AT_FRAME: return model::AnchorKind::frame;
        case css::text::TextContentAnchorType_AT_CHARACTER: return model::AnchorKind::character;
        default: return model::AnchorKind::paragraph;
    }
}

model::Relation relation(sal_Int16 value) {
    namespace rel = css::text::RelOrientation;
    switch (value) {
        case rel::PRINT_AREA: return model::Relation::paragraphText;
        case rel::CHAR: return model::Relation::character;
        case rel::PAGE_LEFT: return model::Relation::pageLeft;
        case rel::PAGE_RIGHT: return model::Relation::pageRight;
        case rel::PAGE_FRAME: return model::Relation::page;
        case rel::PAGE_PRINT_AREA: return model::Relation::pageText;
        case rel::TEXT_LINE: return model::Relation::textLine;
        case 10: case 11: return model::Relation::pageText;  // areas above and below the page's text (since 7.0)
        default: return model::Relation::paragraphArea;
    }
}

model::Orientation horizontal(sal_Int16 value) {
    namespace hori = css::text::HoriOrientation;
    switch (value) {
        case hori::RIGHT: case hori::OUTSIDE: return model::Orientation::right;
        case hori::CENTER: return model::Orientation::center;
        case hori::LEFT: case hori::INSIDE: return model::Orientation::left;
        default: return model::Orientation::none;
    }
}

model::Orientation vertical(sal_Int16 value) {
    namespace vert = css::text::VertOrientation;
    switch (value) {
        case vert::TOP: case vert::CHAR_TOP: case vert::LINE_TOP: return model::Orientation::top;
        case vert::CENTER: case vert::CHAR_CENTER: case vert::LINE_CENTER: return model::Orientation::center;
        case vert::BOTTOM: case vert::CHAR_BOTTOM: case vert::LINE_BOTTOM: return model::Orientation::bottom;
        default: return model::Orientation::none;
    }
}

}  // namespace thethuc::uno
