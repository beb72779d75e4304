// Tools > Options > Thể Thức: fills the page (extension/dialogs/Options.xdl) with texts and settings, and keeps what the person chose.
#pragma once

#include <string>
#include <vector>

#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/bridge/implements.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

/// The office makes one for each dialog. Nothing is written before the person says OK or Apply.
class OptionsPage final : public Implements<css::awt::XContainerWindowEventHandler, css::lang::XServiceInfo> {
public:
    explicit OptionsPage(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    /// “external_event” with “initialize”, “back” (take the page back to what is kept) or “ok”; and the command of the button.
    sal_Bool SAL_CALL callHandlerMethod(const css::uno::Reference<css::awt::XWindow>& window, const css::uno::Any& event,
                                        const rtl::OUString& method) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    void fill(const css::uno::Reference<css::awt::XControlContainer>& page);
    void keep(const css::uno::Reference<css::awt::XControlContainer>& page);
    void openFolder(const std::string& folder);

    css::uno::Reference<css::uno::XComponentContext> context_;
    std::vector<std::string> profiles_;              ///< ids behind the entries of the list; empty: there is none
};

}  // namespace thethuc::uno
