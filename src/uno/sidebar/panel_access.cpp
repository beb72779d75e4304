#include "uno/sidebar/panel_access.hpp"

#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XPanels.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/file_choice.hpp"
#include "uno/sidebar/panel.hpp"

namespace thethuc::uno {

void expandPanel(const css::uno::Reference<css::frame::XFrame>& frame, const std::string& kind) {
    const css::uno::Reference<css::frame::XController2> controller(frame.is() ? frame->getController() : nullptr, css::uno::UNO_QUERY);
    if (!controller.is() || !controller->getSidebar().is()) return;
    const css::uno::Reference<css::ui::XDecks> decks = controller->getSidebar()->getDecks();
    css::uno::Reference<css::ui::XDeck> deck;
    if (decks->hasByName("ThethucDeck")) decks->getByName("ThethucDeck") >>= deck;
    const rtl::OUString name = str("Thethuc" + kind);
    if (!deck.is() || !deck->isActive() || !deck->getPanels()->hasByName(name)) return;
    css::uno::Reference<css::ui::XPanel> panel;
    deck->getPanels()->getByName(name) >>= panel;
    if (panel.is()) panel->expand(false);
}

css::uno::Any SAL_CALL PanelAccess::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    return translated([&] {
        return onMainThread(context_, [&] {
            css::uno::Reference<css::frame::XFrame> frame;
            find(arguments, "Frame") >>= frame;
            const std::string kind = toUtf8(asOr<rtl::OUString>(find(arguments, "Panel"), "CheckPanel"));
            if (asOr<bool>(find(arguments, "Expand"), false)) guarded("expand", [&] { expandPanel(frame, kind); });
            if (const auto file = asOr<rtl::OUString>(find(arguments, "File"), {}); !file.isEmpty()) answerNextChoice(toUtf8(file));
            std::vector<css::uno::Any> containers;
            for (const auto& panel : Panel::all()) {
                if (panel->kind() != kind || (frame.is() && panel->frame() != frame)) continue;
                containers.push_back(css::uno::Any(panel->controls()));
            }
            if (!frame.is()) return css::uno::Any(seq(containers));
            return containers.empty() ? css::uno::Any() : containers.front();
        });
    });
}

rtl::OUString SAL_CALL PanelAccess::getImplementationName() { return "vn.thethuc.comp.PanelAccess"; }
sal_Bool SAL_CALL PanelAccess::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL PanelAccess::getSupportedServiceNames() {
    return seq<rtl::OUString>({"vn.thethuc.PanelAccess"});
}

}  // namespace thethuc::uno
