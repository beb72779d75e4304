// The service for clients that know no type library of ours: a plain job, JSON in and JSON out.
#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

/// execute([{Name: "Request", Value: "{…}"}, {Name: "Document", Value: model}]) gives JSON; see calls.hpp.
/// It implements nothing but what every office knows, so that a bridge never meets a type it cannot marshal.
class JsonEntry final : public Implements<css::task::XJob, css::lang::XServiceInfo> {
public:
    explicit JsonEntry(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    css::uno::Reference<css::uno::XComponentContext> context_;
};

}  // namespace thethuc::uno
