// The service vn.thethuc.Thethuc, for macros and for programs that know our type library.
#pragma once

#include <string>

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <vn/thethuc/XThethuc.hpp>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

class Service final : public Implements<vn::thethuc::XThethuc, css::lang::XServiceInfo> {
public:
    explicit Service(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    rtl::OUString SAL_CALL check(const css::uno::Any& document, const rtl::OUString& optionsJson) override;
    rtl::OUString SAL_CALL fix(const css::uno::Any& document, const rtl::OUString& optionsJson) override;
    rtl::OUString SAL_CALL cite(const css::uno::Any& document, const rtl::OUString& optionsJson) override;
    rtl::OUString SAL_CALL figures(const css::uno::Any& document, const rtl::OUString& optionsJson) override;
    rtl::OUString SAL_CALL create(const rtl::OUString& optionsJson) override;
    rtl::OUString SAL_CALL rules(const rtl::OUString& optionsJson) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    rtl::OUString call(const char* name, const css::uno::Any& document, const rtl::OUString& optionsJson);

    css::uno::Reference<css::uno::XComponentContext> context_;
};

}  // namespace thethuc::uno
