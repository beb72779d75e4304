#include "uno/sidebar/panel_access.hpp"

#include <com/sun/star/awt/XControlContainer.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/panel.hpp"

namespace thethuc::uno {

css::uno::Any SAL_CALL PanelAccess::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    return translated([&] {
        return onMainThread(context_, [&] {
            css::uno::Reference<css::frame::XFrame> frame;
            find(arguments, "Frame") >>= frame;
            const std::string kind = toUtf8(asOr<rtl::OUString>(find(arguments, "Panel"), "CheckPanel"));
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
