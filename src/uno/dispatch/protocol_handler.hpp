// The commands behind menu, toolbar button and shortcut: vn.thethuc:check, fix-all, panel, help, about.
#pragma once

#include <string>

#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/weakref.hxx>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

/// One per frame, made by the office when it first meets one of our commands.
class ProtocolHandler final : public Implements<css::frame::XDispatchProvider, css::frame::XDispatch,
                                                css::lang::XInitialization, css::lang::XServiceInfo> {
public:
    explicit ProtocolHandler(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& arguments) override;
    css::uno::Reference<css::frame::XDispatch> SAL_CALL queryDispatch(const css::util::URL& url,
                                                                      const rtl::OUString& target,
                                                                      sal_Int32 flags) override;
    css::uno::Sequence<css::uno::Reference<css::frame::XDispatch>> SAL_CALL
    queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& requests) override;
    void SAL_CALL dispatch(const css::util::URL& url,
                           const css::uno::Sequence<css::beans::PropertyValue>& arguments) override;
    /// The commands have no state of their own: they are on wherever a text document is.
    void SAL_CALL addStatusListener(const css::uno::Reference<css::frame::XStatusListener>& listener,
                                    const css::util::URL& url) override;
    void SAL_CALL removeStatusListener(const css::uno::Reference<css::frame::XStatusListener>&,
                                       const css::util::URL&) override {}

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    void run(const std::string& command);
    void help();
    void about(const css::uno::Reference<css::frame::XFrame>& frame);
    void say(const css::uno::Reference<css::frame::XFrame>& frame, const std::string& text);

    css::uno::Reference<css::uno::XComponentContext> context_;
    css::uno::WeakReference<css::frame::XFrame> frame_;
};

}  // namespace thethuc::uno
