#include "uno/write/turned_pages.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>
#include <com/sun/star/text/HoriOrientation.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "model/units.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/write/header_change.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/view.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr char kLying[] = "TT Trang ngang (bảng)";
constexpr char kUpright[] = "TT Trang dọc (tiếp)";
constexpr model::DeciPt kNumberSize = 140;
constexpr std::int32_t kToNumber = 1000;         // hmm from the edge of the paper to the page number
constexpr std::int32_t kBelowNumber = 300;       // hmm from the header to the text, at least
constexpr sal_Int32 kLongestName = 200;          // letters of a table's name

/// What a page style is made with; values only, as it lives on the undo stack. Hmm.
struct Page {
    std::string name;
    bool landscape = false;
    bool hideFirst = false;                      ///< the first page shows no number
    std::int32_t width = 0, height = 0, top = 0, bottom = 0, left = 0, right = 0;  ///< top: from the edge to the text
};

Reference<css::beans::XPropertySet> pageStyle(const Reference<css::frame::XModel>& model, const rtl::OUString& name) {
    return style(styleFamily(model, "PageStyles"), name);
}

/// The style without a header; it has no text of its own then, and may stay when the step is undone.
void makeBare(const Reference<css::frame::XModel>& model, const Page& page) {
    if (!pageStyle(model, str(page.name)).is()) {
        const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
        Reference<css::container::XNameContainer>(styleFamily(model, "PageStyles"), UNO_QUERY_THROW)->insertByName(str(page.name), css::uno::Any(factory->createInstance("com.sun.star.style.PageStyle")));
    }
    const Reference<css::beans::XPropertySet> style = pageStyle(model, str(page.name));
    set(style, "IsLandscape", page.landscape);
    set(style, "Width", page.width);
    set(style, "Height", page.height);
    set(style, "TopMargin", page.top);
    set(style, "BottomMargin", page.bottom);
    set(style, "LeftMargin", page.left);
    set(style, "RightMargin", page.right);
}

void makeHeader(const Reference<css::frame::XModel>& model, const Page& page) {
    const Reference<css::beans::XPropertySet> style = pageStyle(model, str(page.name));
    if (!style.is()) throw css::uno::RuntimeException("the page style is gone", {});
    set(style, "HeaderIsOn", true);
    // Before there is a number: the first page takes over what stands there.
    if (page.hideFirst) set(style, "FirstIsShared", false);
    set(style, "HeaderIsDynamicHeight", false);
    set(style, "HeaderBodyDistance", kBelowNumber);
    set(style, "HeaderHeight", page.top - kToNumber);
    set(style, "TopMargin", kToNumber);
    putPageNumber(model, getObject<css::text::XText>(style, "HeaderText"), kNumberSize);
}

void takeHeader(const Reference<css::frame::XModel>& model, const Page& page) {
    const Reference<css::beans::XPropertySet> style = pageStyle(model, str(page.name));
    if (!style.is()) return;
    if (page.hideFirst) set(style, "FirstIsShared", true);
    set(style, "HeaderIsOn", false);
    set(style, "TopMargin", page.top);
}

/// A header of fixed height: Writer 7.4 takes the distance to the text away from one that grows when it reads a .docx whose first pages are a single one.
void number(const Reference<css::frame::XModel>& model, const Page& page) {
    unrecorded(
        model, [page](const Reference<css::frame::XModel>& document) { makeHeader(document, page); },
        [page](const Reference<css::frame::XModel>& document) { takeHeader(document, page); });
}

void ensure(const Reference<css::frame::XModel>& model, const Page& page) {
    const Reference<css::beans::XPropertySet> known = pageStyle(model, str(page.name));
    if (known.is() && getOr<bool>(known, "HeaderIsOn", false)) return;
    unrecorded(model, [page](const Reference<css::frame::XModel>& document) { makeBare(document, page); });
    number(model, page);
}

Page likePage(const Reference<css::beans::XPropertySet>& style) {
    Page page;
    page.name = kUpright;
    page.width = getOr<sal_Int32>(style, "Width", 21000);
    page.height = getOr<sal_Int32>(style, "Height", 29700);
    page.top = getOr<sal_Int32>(style, "TopMargin", 2000);
    if (getOr<bool>(style, "HeaderIsOn", false)) page.top += getOr<sal_Int32>(style, "HeaderHeight", 0);
    page.top = std::max(page.top, kToNumber + kBelowNumber + newHeaderHeight(kNumberSize) - 499);
    page.bottom = getOr<sal_Int32>(style, "BottomMargin", 2000);
    if (getOr<bool>(style, "FooterIsOn", false)) page.bottom += getOr<sal_Int32>(style, "FooterHeight", 0);
    page.left = getOr<sal_Int32>(style, "LeftMargin", 3000);
    page.right = getOr<sal_Int32>(style, "RightMargin", 1500);
    return page;
}

/// The table's place among the paragraphs and tables of the body.
struct Around {
    Reference<css::uno::XInterface> first;       ///< the table, or its name above it
    Reference<css::uno::XInterface> next;        ///< what follows; empty where nothing with words does
};

bool isTable(const Reference<css::uno::XInterface>& part) { return Reference<css::text::XTextTable>(part, UNO_QUERY).is(); }

rtl::OUString words(const Reference<css::uno::XInterface>& part) {
    const Reference<css::text::XTextRange> range(part, UNO_QUERY);
    return range.is() && !isTable(part) ? range->getString().trim() : rtl::OUString();
}

bool isName(const Reference<css::uno::XInterface>& part) {
    const rtl::OUString text = words(part);
    if (text.isEmpty() || text.getLength() > kLongestName) return false;
    const bool bold = getOr<float>(part, "CharWeight", 0) >= css::awt::FontWeight::SEMIBOLD;
    const auto adjust = asEnum<css::style::ParagraphAdjust>(property(part, "ParaAdjust"));
    return adjust && *adjust == css::style::ParagraphAdjust_CENTER && (bold || getOr<rtl::OUString>(part, "ParaStyleName", {}) == str("TT Tên bảng"));
}

bool beginsPage(const Reference<css::uno::XInterface>& part) { return !getOr<rtl::OUString>(part, "PageDescName", {}).isEmpty(); }

Around around(const Reference<css::frame::XModel>& model, const Reference<css::text::XTextTable>& table) {
    const Reference<css::container::XEnumerationAccess> body(Reference<css::text::XTextDocument>(model, UNO_QUERY_THROW)->getText(), UNO_QUERY_THROW);
    const Reference<css::container::XEnumeration> all = body->createEnumeration();
    std::vector<Reference<css::uno::XInterface>> parts;
    while (all->hasMoreElements()) parts.emplace_back(all->nextElement(), UNO_QUERY);
    const Reference<css::uno::XInterface> wanted(table, UNO_QUERY);
    const auto at = std::find(parts.begin(), parts.end(), wanted);
    Around result;
    if (at == parts.end()) return result;
    result.first = at != parts.begin() && isName(*std::prev(at)) ? *std::prev(at) : *at;
    const bool wordsFollow = std::any_of(std::next(at), parts.end(), [](const auto& part) { return isTable(part) || !words(part).isEmpty(); });
    if (wordsFollow) result.next = *std::next(at);
    return result;
}

rtl::OUString pageStyleAt(const Reference<css::frame::XModel>& model, const Reference<css::text::XTextTable>& table) {
    ViewLoan view(model);
    if (!view.usable()) return {};
    const Reference<css::text::XText> cell(table->getCellByName("A1"), UNO_QUERY);
    return cell.is() && view.goTo(cell->getStart()) ? view.pageStyle() : rtl::OUString();
}

}  // namespace

Turned lying(const Reference<css::frame::XModel>& model, const Reference<css::text::XTextTable>& table) {
    const rtl::OUString standing = pageStyleAt(model, table);
    const Reference<css::beans::XPropertySet> style = pageStyle(model, standing);
    if (!style.is()) return Turned::failed;
    if (getOr<bool>(style, "IsLandscape", false)) return Turned::already;
    // The pages made here have no footer: one of the first page only (contact lines) does not matter to them.
    if (getOr<bool>(style, "FooterIsOn", false)) {
        const Reference<css::text::XText> footer = getObject<css::text::XText>(style, "FooterText");
        if (getOr<bool>(style, "FirstIsShared", true) || !footer.is() || !footer->getString().trim().isEmpty()) return Turned::footer;
    }
    const Around place = around(model, table);
    if (!place.first.is()) return Turned::failed;
    const Page portrait = likePage(style);
    Page landscape = portrait;
    landscape.name = kLying;
    landscape.landscape = true;
    std::swap(landscape.width, landscape.height);
    ensure(model, landscape);
    if (!getOr<bool>(style, "HeaderIsOn", false)) {
        Page before = portrait;
        before.name = toUtf8(standing);
        before.hideFirst = true;
        before.top = getOr<sal_Int32>(style, "TopMargin", 2000);
        number(model, before);
    }
    set(place.first, "PageDescName", str(kLying));
    // A table that filled the upright page fills the lying one, too.
    const std::int32_t textWidth = portrait.width - portrait.left - portrait.right;
    constexpr std::int32_t kNear = 500;
    const bool full = getOr<sal_Int16>(table, "HoriOrient", 0) == css::text::HoriOrientation::FULL;
    if (!full && std::abs(getOr<sal_Int32>(table, "Width", 0) - textWidth) < kNear) trySet(table, "HoriOrient", css::uno::Any(css::text::HoriOrientation::FULL));
    if (place.next.is() && !beginsPage(place.next)) {
        // A style whose first page has no number would hide it on the page behind the table.
        rtl::OUString back = standing;
        if (!getOr<bool>(style, "HeaderIsOn", false) || !getOr<bool>(style, "FirstIsShared", true)) {
            ensure(model, portrait);
            back = str(kUpright);
        }
        set(place.next, "PageDescName", back);
    }
    return Turned::done;
}

Turned upright(const Reference<css::frame::XModel>& model, const Reference<css::text::XTextTable>& table) {
    const Around place = around(model, table);
    if (!place.first.is() || getOr<rtl::OUString>(place.first, "PageDescName", {}) != str(kLying)) return Turned::notOurs;
    set(place.first, "PageDescName", rtl::OUString());
    if (place.next.is() && beginsPage(place.next)) set(place.next, "PageDescName", rtl::OUString());
    return Turned::done;
}

}  // namespace thethuc::uno
