#include "uno/sidebar/factory.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <cppuhelper/supportsservice.hxx>
#include <rtl/ref.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/check_panel.hpp"
#include "uno/sidebar/citations_panel.hpp"
#include "uno/sidebar/draft_panel.hpp"
#include "uno/sidebar/figures_panel.hpp"

namespace thethuc::uno {

namespace {

/// What the deck holds; the panel lives as long as it.
class Element final : public Implements<css::ui::XUIElement, css::lang::XComponent> {
public:
    Element(rtl::OUString url, css::uno::Reference<css::frame::XFrame> frame, rtl::Reference<Panel> panel)
        : url_(std::move(url)), frame_(std::move(frame)), panel_(std::move(panel)) {}

    css::uno::Reference<css::frame::XFrame> SAL_CALL getFrame() override { return frame_; }
    rtl::OUString SAL_CALL getResourceURL() override { return url_; }
    sal_Int16 SAL_CALL getType() override { return css::ui::UIElementType::TOOLPANEL; }
    css::uno::Reference<css::uno::XInterface> SAL_CALL getRealInterface() override {
        return panel_.is() ? css::uno::Reference<css::uno::XInterface>(static_cast<cppu::OWeakObject*>(panel_.get()))
                           : css::uno::Reference<css::uno::XInterface>();
    }

    void SAL_CALL dispose() override {
        const rtl::Reference<Panel> panel = panel_;
        panel_.clear();
        frame_.clear();
        if (panel.is()) panel->close();
        const std::vector<css::uno::Reference<css::lang::XEventListener>> listeners = std::move(listeners_);
        listeners_.clear();
        for (const auto& listener : listeners) {
            guarded("element", [&] {
                listener->disposing(css::lang::EventObject(
                    css::uno::Reference<css::uno::XInterface>(static_cast<cppu::OWeakObject*>(this))));
            });
        }
    }
    void SAL_CALL addEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override {
        if (listener.is()) listeners_.push_back(listener);
    }
    void SAL_CALL removeEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override {
        std::erase(listeners_, listener);
    }

private:
    rtl::OUString url_;
    css::uno::Reference<css::frame::XFrame> frame_;
    rtl::Reference<Panel> panel_;
    std::vector<css::uno::Reference<css::lang::XEventListener>> listeners_;
};

/// The panel that the last part of a URL names; empty where there is none of this name.
rtl::Reference<Panel> makePanel(const Context& context, const rtl::OUString& url, const PanelPlace& place) {
    if (url.endsWith("/CheckPanel")) return rtl::Reference<Panel>(new CheckPanel(context, place));
    if (url.endsWith("/DraftPanel")) return rtl::Reference<Panel>(new DraftPanel(context, place));
    if (url.endsWith("/CitationsPanel")) return rtl::Reference<Panel>(new CitationsPanel(context, place));
    if (url.endsWith("/FiguresPanel")) return rtl::Reference<Panel>(new FiguresPanel(context, place));
    return {};
}

}  // namespace

css::uno::Reference<css::ui::XUIElement> SAL_CALL PanelFactory::createUIElement(
    const rtl::OUString& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    return translated([&]() -> css::uno::Reference<css::ui::XUIElement> {
        PanelPlace place;
        find(arguments, "ParentWindow") >>= place.parent;
        find(arguments, "Frame") >>= place.frame;
        find(arguments, "Sidebar") >>= place.sidebar;
        if (!place.parent.is() || !place.frame.is()) throw css::container::NoSuchElementException("no window or frame", {});
        const rtl::Reference<Panel> panel = makePanel(context_, url, place);
        if (!panel.is()) throw css::container::NoSuchElementException(url, {});
        panel->open();
        return css::uno::Reference<css::ui::XUIElement>(new Element(url, place.frame, panel));
    });
}

rtl::OUString SAL_CALL PanelFactory::getImplementationName() { return "vn.thethuc.comp.PanelFactory"; }
sal_Bool SAL_CALL PanelFactory::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL PanelFactory::getSupportedServiceNames() {
    return seq<rtl::OUString>({"vn.thethuc.PanelFactory"});
}

}  // namespace thethuc::uno
