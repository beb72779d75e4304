#include "uno/write/contact_footer.hpp"

#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XText.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/write/header_change.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/paragraph_styles.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;

constexpr sal_Int32 kDistance = 200;             // hmm from the text to the footer, part of its height

/// What the page style was before; values only, as it lives on the undo stack.
struct Before {
    bool on = false, shared = true, dynamic = true;
    sal_Int32 distance = 0, height = 0, bottom = 0;
};

Reference<css::beans::XPropertySet> pageOf(const Reference<css::frame::XModel>& model, const std::string& name) {
    const Reference<css::beans::XPropertySet> page = style(styleFamily(model, "PageStyles"), str(name));
    if (!page.is()) throw css::uno::RuntimeException("the page style is gone", {});
    return page;
}

Reference<css::text::XText> footerOf(const Reference<css::beans::XPropertySet>& page) {
    const bool shared = getOr<bool>(page, "FirstIsShared", true);
    return getObject<css::text::XText>(page, shared ? rtl::OUString("FooterText") : rtl::OUString("FooterTextFirst"));
}

void write(const Reference<css::text::XText>& text, const app::ContactPlan::Footer& footer, const rtl::OUString& look) {
    if (!text.is()) throw css::uno::RuntimeException("the footer was not made", {});
    text->setString(rtl::OUString());
    for (std::size_t i = 0; i < footer.lines.size(); ++i) {
        if (i > 0) text->insertControlCharacter(text->getEnd(), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        text->insertString(text->getEnd(), str(footer.lines[i]), false);
    }
    const Reference<css::text::XTextCursor> whole = text->createTextCursor();
    whole->gotoStart(false);
    whole->gotoEnd(true);
    set(whole, "ParaStyleName", look);
}

void make(const Reference<css::frame::XModel>& model, const app::ContactPlan::Footer& footer, const rtl::OUString& look) {
    const Reference<css::beans::XPropertySet> page = pageOf(model, footer.pageStyle);
    set(page, "FooterIsOn", true);
    if (footer.splitFirst) set(page, "FirstIsShared", false);
    // Of fixed height: Writer 7.4 takes the distance to the text away from one that grows when it reads a .docx.
    set(page, "FooterIsDynamicHeight", false);
    set(page, "FooterBodyDistance", kDistance);
    set(page, "FooterHeight", static_cast<sal_Int32>(footer.height));
    set(page, "BottomMargin", static_cast<sal_Int32>(footer.marginBottom));
    if (!footer.lines.empty()) write(footerOf(page), footer, look);
}

void takeBack(const Reference<css::frame::XModel>& model, const app::ContactPlan::Footer& footer, const Before& before) {
    const Reference<css::beans::XPropertySet> page = pageOf(model, footer.pageStyle);
    if (!footer.lines.empty() && before.on) {
        if (const Reference<css::text::XText> text = footerOf(page); text.is()) {
            text->setString(rtl::OUString());
            set(text->createTextCursor(), "ParaStyleName", rtl::OUString("Footer"));
        }
    }
    if (footer.splitFirst) set(page, "FirstIsShared", before.shared);
    set(page, "FooterBodyDistance", before.distance);
    set(page, "FooterHeight", before.height);
    set(page, "FooterIsDynamicHeight", before.dynamic);
    set(page, "BottomMargin", before.bottom);
    if (!before.on) set(page, "FooterIsOn", false);
}

}  // namespace

void makeContactFooter(const Reference<css::frame::XModel>& model, const app::ContactPlan::Footer& footer, const draft::ParagraphStyle& look) {
    if (!footer.lines.empty()) bringStyles(model, {look});
    settlePage(model, footer.pageStyle);
    const Reference<css::beans::XPropertySet> page = pageOf(model, footer.pageStyle);
    Before before;
    before.on = getOr<bool>(page, "FooterIsOn", false);
    before.shared = getOr<bool>(page, "FirstIsShared", true);
    before.dynamic = getOr<bool>(page, "FooterIsDynamicHeight", true);
    before.distance = getOr<sal_Int32>(page, "FooterBodyDistance", 0);
    before.height = getOr<sal_Int32>(page, "FooterHeight", 0);
    before.bottom = getOr<sal_Int32>(page, "BottomMargin", 0);
    unrecorded(
        model, [footer, name = str(look.name)](const Reference<css::frame::XModel>& document) { make(document, footer, name); },
        [footer, before](const Reference<css::frame::XModel>& document) { takeBack(document, footer, before); });
}

}  // namespace thethuc::uno
