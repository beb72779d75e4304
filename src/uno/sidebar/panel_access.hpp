// Hands out the controls of open panels, for tests and for people who drive the office by script.
#pragma once

#include <string>

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

/// Opens a panel of our deck, “CheckPanel”, that stands closed; nothing where the deck is not made yet. The office's own calls for that are safe in
/// the main thread only, in which the deck is made.
void expandPanel(const css::uno::Reference<css::frame::XFrame>& frame, const std::string& kind);

/// execute([{Name: "Frame", Value: XFrame}, {Name: "Panel", Value: "CheckPanel"}]) gives the XControlContainer of that panel in that
/// window, of the check panel where none is named;
/// without a frame, a sequence of those of all windows. {Name: "Expand", Value: true} opens a panel that stands closed. Void where there is none.
/// {Name: "File", Value: "/path"} answers the next question for a file instead of a dialog. No type library is needed.
class PanelAccess final : public Implements<css::task::XJob, css::lang::XServiceInfo> {
public:
    explicit PanelAccess(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    css::uno::Reference<css::uno::XComponentContext> context_;
};

}  // namespace thethuc::uno
