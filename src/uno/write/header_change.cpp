#include "uno/write/header_change.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/CaseMap.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/NumberingType.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/PageNumberType.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/view.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr char kTimes[] = "Times New Roman";
/// What Writer puts between a new header and the text.
constexpr model::Hmm kHeaderDistance = 499;

/// Height of one line of Times New Roman: ascent, descent and leading are 1.149 of the size.
model::Hmm lineHeight(model::DeciPt size) {
    return static_cast<model::Hmm>((static_cast<std::int64_t>(model::toHmm(size)) * 1149 + 500) / 1000);
}

std::vector<Reference<css::text::XTextRange>> paragraphsOf(const Reference<css::text::XText>& text, bool& otherContent) {
    std::vector<Reference<css::text::XTextRange>> result;
    otherContent = false;
    const Reference<css::container::XEnumerationAccess> access(text, UNO_QUERY);
    if (!access.is()) return result;
    const Reference<css::container::XEnumeration> walk = access->createEnumeration();
    while (walk->hasMoreElements()) {
        const css::uno::Any element = walk->nextElement();
        const Reference<css::text::XTextTable> table(element, UNO_QUERY);
        if (table.is()) {
            otherContent = true;
            continue;
        }
        const Reference<css::text::XTextRange> paragraph(element, UNO_QUERY);
        if (paragraph.is()) result.push_back(paragraph);
    }
    return result;
}

void plainFirstHeader(const Reference<css::text::XText>& header, model::DeciPt size) {
    // An empty line as high as the number's, so that the text starts at the same height on the first page.
    bool tables = false;
    for (const auto& paragraph : paragraphsOf(header, tables)) {
        if (!paragraph->getString().isEmpty()) continue;
        trySet(paragraph, "CharFontName", css::uno::Any(rtl::OUString(kTimes)));
        trySet(paragraph, "CharHeight", css::uno::Any(static_cast<float>(size) / 10.0f));
        return;
    }
}


Reference<css::beans::XPropertySet> pageStyle(const Reference<css::frame::XModel>& model, const std::string& name) {
    const Reference<css::beans::XPropertySet> result = style(styleFamily(model, "PageStyles"), str(name));
    if (!result.is()) throw css::uno::RuntimeException("the page style is gone", {});
    return result;
}

bool flag(const Reference<css::beans::XPropertySet>& style, const char* name, bool fallback) {
    return getOr<bool>(style, rtl::OUString::createFromAscii(name), fallback);
}

/// `onPage`: the cursor stands on a page of the style. That command works whatever is selected; the other one knows
/// the style by the name that people see, needs no page, but only works while the cursor is in text.
void switchHeader(const Reference<css::beans::XPropertySet>& style, bool on, bool onPage, ViewLoan& view) {
    if (onPage) {
        view.execute(".uno:SwPageHeaderItem", seq<css::beans::PropertyValue>({argument("SwPageHeaderItem", on)}));
        if (on) {
            view.execute(".uno:SwPageHeaderSpacing",
                         seq<css::beans::PropertyValue>({argument("SwPageHeaderSpacing.Upper", sal_Int32{0}),
                                                         argument("SwPageHeaderSpacing.Lower", static_cast<sal_Int32>(kHeaderDistance))}));
        }
    } else {
        view.execute(".uno:InsertPageHeader",
                     seq<css::beans::PropertyValue>({argument("PageStyle", getOr<rtl::OUString>(style, "DisplayName", {})),
                                                     argument("On", on)}));
    }
    if (flag(style, "HeaderIsOn", false) != on) throw css::uno::RuntimeException("the header was not switched", {});
}

void splitFirst(const Reference<css::beans::XPropertySet>& style, bool differs, bool sameLeft, ViewLoan& view) {
    // Bit 0: the first page differs; bit 1: left pages differ.
    const auto layout = static_cast<sal_Int16>((differs ? 1 : 0) | (sameLeft ? 0 : 2));
    view.execute(".uno:SwPageHeaderLayout", seq<css::beans::PropertyValue>({argument("SwPageHeaderLayout", layout)}));
    if (flag(style, "FirstIsShared", true) == differs) throw css::uno::RuntimeException("the first page stayed as it was", {});
}

void setTop(const Reference<css::beans::XPropertySet>& style, model::Hmm top, ViewLoan& view) {
    view.execute(".uno:PageULMargin",
                 seq<css::beans::PropertyValue>(
                     {argument("PageULMargin.Upper", static_cast<sal_Int32>(top)),
                      argument("PageULMargin.Lower", getOr<sal_Int32>(style, "BottomMargin", 0))}));
}

void make(const Reference<css::frame::XModel>& model, const HeaderChange& change) {
    const Reference<css::beans::XPropertySet> properties = pageStyle(model, change.style);
    ViewLoan view(model);
    if (!view.usable()) throw css::uno::RuntimeException("the document has no view", {});
    // A style without a page yet cannot be reached by the commands below; its text then begins lower by the header.
    const bool onPage = view.goToPageOf(str(change.style), {});
    if (change.switchOn) switchHeader(properties, true, onPage, view);
    if (change.splitFirst && onPage) splitFirst(properties, true, change.sameLeft, view);
    if (change.switchOn) putPageNumber(model, getObject<css::text::XText>(properties, "HeaderText"), change.size);
    if (change.plainFirst) plainFirstHeader(getObject<css::text::XText>(properties, "HeaderTextFirst"), change.size);
    if (change.switchOn && onPage) setTop(properties, change.topAfter, view);
}

void takeBack(const Reference<css::frame::XModel>& model, const HeaderChange& change) {
    const Reference<css::beans::XPropertySet> properties = pageStyle(model, change.style);
    ViewLoan view(model);
    if (!view.usable()) return;
    const bool onPage = view.goToPageOf(str(change.style), {});
    if (change.switchOn && onPage) setTop(properties, change.topBefore, view);
    if (change.splitFirst && onPage && !flag(properties, "FirstIsShared", true)) splitFirst(properties, false, change.sameLeft, view);
    if (change.switchOn && flag(properties, "HeaderIsOn", false)) switchHeader(properties, false, onPage, view);
}

}  // namespace

model::Hmm newHeaderHeight(model::DeciPt size) noexcept { return lineHeight(size) + kHeaderDistance; }

void putPageNumber(const Reference<css::frame::XModel>& model, const Reference<css::text::XText>& header, model::DeciPt size) {
    if (!header.is()) throw css::uno::RuntimeException("the header was not made", {});
    bool tables = false;
    std::vector<Reference<css::text::XTextRange>> paragraphs = paragraphsOf(header, tables);
    Reference<css::text::XTextRange> place;
    for (const auto& paragraph : paragraphs) {
        if (!place.is() && paragraph->getString().isEmpty()) place = paragraph;
    }
    if (!place.is()) {
        // The header has words of its own: the number goes above them.
        const Reference<css::text::XTextRange> at = paragraphs.empty() || tables ? header->getEnd() : paragraphs.front()->getStart();
        header->insertControlCharacter(at, css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        paragraphs = paragraphsOf(header, tables);
        place = tables ? paragraphs.back() : paragraphs.front();
    }

    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::text::XTextContent> field(factory->createInstance("com.sun.star.text.TextField.PageNumber"),
                                                   UNO_QUERY_THROW);
    set(field, "NumberingType", css::style::NumberingType::ARABIC);
    set(field, "SubType", css::text::PageNumberType_CURRENT);
    const Reference<css::beans::XPropertySet> properties(place, UNO_QUERY_THROW);
    header->insertTextContent(place->getStart(), field, false);

    css::style::LineSpacing single;
    single.Mode = css::style::LineSpacingMode::PROP;
    single.Height = 100;
    set(properties, "ParaAdjust", css::style::ParagraphAdjust_CENTER);
    set(properties, "ParaLeftMargin", sal_Int32{0});
    set(properties, "ParaRightMargin", sal_Int32{0});
    set(properties, "ParaFirstLineIndent", sal_Int32{0});
    set(properties, "ParaTopMargin", sal_Int32{0});
    set(properties, "ParaBottomMargin", sal_Int32{0});
    set(properties, "ParaLineSpacing", single);
    const Reference<css::text::XTextCursor> cursor = header->createTextCursorByRange(place->getStart());
    cursor->gotoRange(place->getEnd(), true);
    for (const Reference<css::uno::XInterface>& target :
         {Reference<css::uno::XInterface>(properties, UNO_QUERY), Reference<css::uno::XInterface>(cursor, UNO_QUERY)}) {
        set(target, "CharFontName", rtl::OUString(kTimes));
        set(target, "CharHeight", static_cast<float>(size) / 10.0f);
        set(target, "CharPosture", css::awt::FontSlant_NONE);
        set(target, "CharWeight", css::awt::FontWeight::NORMAL);
        set(target, "CharUnderline", css::awt::FontUnderline::NONE);
        set(target, "CharCaseMap", css::style::CaseMap::NONE);
        set(target, "CharColor", sal_Int32{-1});
    }
}

void makeHeaderChange(const Reference<css::frame::XModel>& model, const HeaderChange& change) {
    unrecorded(model, [change](const auto& document) { make(document, change); },
               [change](const auto& document) { takeBack(document, change); });
}

void settlePage(const Reference<css::frame::XModel>& model, const std::string& name) {
    const Reference<css::beans::XPropertySet> properties = style(styleFamily(model, "PageStyles"), str(name));
    if (!properties.is() || flag(properties, "FirstIsShared", true)) return;
    if (!flag(properties, "HeaderIsOn", false) && !flag(properties, "FooterIsOn", false)) return;
    unrecorded(model, [&](const auto& document) {
        ViewLoan view(document);
        if (!view.usable() || !view.goToPageOf(str(name), {})) return;
        setTop(properties, getOr<sal_Int32>(properties, "TopMargin", 0), view);
    });
}

}  // namespace thethuc::uno
