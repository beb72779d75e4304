#include "uno/write/frames.hpp"

#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/drawing/TextVerticalAdjust.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/BorderLineStyle.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/HoriOrientation.hpp>
#include <com/sun/star/text/RelOrientation.hpp>
#include <com/sun/star/text/SizeType.hpp>
#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/text/VertOrientation.hpp>
#include <com/sun/star/text/WrapTextMode.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextFrame.hpp>

#include "text/text.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr float kSize = 13.0F;                   // pt
constexpr std::int32_t kRed = 0xFF0000;          // “mực màu đỏ tươi”
constexpr std::int32_t kBlack = 0x000000;
constexpr std::int32_t kAbove = 212;             // hmm: 6 pt to the line above
constexpr std::int32_t kFromEdge = 900;          // hmm from the edge of the paper: within an upper margin of 20 to 25 mm

/// One line, centred, as high as its letters.
void centre(const Reference<css::uno::XInterface>& text, std::int32_t above) {
    set(text, "ParaAdjust", css::style::ParagraphAdjust_CENTER);
    for (const char* distance : {"ParaBottomMargin", "ParaFirstLineIndent", "ParaLeftMargin", "ParaRightMargin"}) {
        set(text, rtl::OUString::createFromAscii(distance), std::int32_t{0});
    }
    set(text, "ParaTopMargin", above);
    set(text, "ParaLineSpacing", css::style::LineSpacing(css::style::LineSpacingMode::PROP, 100));
}

}  // namespace

void putMark(const Reference<css::frame::XModel>& model, const Reference<css::text::XTextRange>& at, const draft::Mark& mark) {
    const std::int32_t color = mark.urgency ? kRed : kBlack;
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::text::XTextFrame> frame(factory->createInstance("com.sun.star.text.TextFrame"), UNO_QUERY_THROW);
    set(frame, "AnchorType", mark.urgency ? css::text::TextContentAnchorType_AS_CHARACTER : css::text::TextContentAnchorType_AT_PARAGRAPH);
    set(frame, "SizeType", css::text::SizeType::FIX);
    set(frame, "Width", mark.width);
    set(frame, "Height", mark.height);
    const css::table::BorderLine2 line(color, 0, 18, 0, css::table::BorderLineStyle::SOLID, 18);
    for (const char* side : {"Left", "Right", "Top", "Bottom"}) {
        const rtl::OUString name = rtl::OUString::createFromAscii(side);
        set(frame, name + "Border", line);
        set(frame, name + "BorderDistance", std::int32_t{30});
        set(frame, name + "Margin", std::int32_t{0});
    }
    trySet(frame, "TextVerticalAdjust", css::uno::Any(css::drawing::TextVerticalAdjust_CENTER));
    const Reference<css::text::XText> text = at->getText();
    Reference<css::text::XTextRange> place = at;
    if (mark.urgency) {
        text->insertControlCharacter(text->getEnd(), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        centre(text->createTextCursorByRange(text->getEnd()), kAbove);
        place = text->getEnd();
    } else {
        set(frame, "HoriOrient", css::text::HoriOrientation::RIGHT);
        set(frame, "HoriOrientRelation", css::text::RelOrientation::PAGE_PRINT_AREA);
        set(frame, "VertOrient", css::text::VertOrientation::NONE);
        set(frame, "VertOrientRelation", css::text::RelOrientation::PAGE_FRAME);
        set(frame, "VertOrientPosition", kFromEdge);
        set(frame, "IsFollowingTextFlow", false);
        set(frame, "TextWrap", css::text::WrapTextMode_THROUGH);
    }
    text->insertTextContent(place, Reference<css::text::XTextContent>(frame, UNO_QUERY_THROW), false);
    const Reference<css::text::XText> inner = frame->getText();
    inner->setString(str(text::toUtf8(mark.words)));
    const Reference<css::text::XTextCursor> cursor = inner->createTextCursor();
    cursor->gotoEnd(true);
    centre(cursor, 0);
    set(cursor, "CharFontName", rtl::OUString("Times New Roman"));
    set(cursor, "CharHeight", kSize);
    set(cursor, "CharWeight", css::awt::FontWeight::BOLD);
    set(cursor, "CharPosture", css::awt::FontSlant_NONE);
    if (mark.urgency) set(cursor, "CharColor", color);
}

}  // namespace thethuc::uno
