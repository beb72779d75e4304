// Called by the office before a text document is saved (registry/Jobs.xcu: OnSave, OnSaveAs, for copies and exports OnSaveTo; not for recovery data).
#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

/// Percentages brought up to date on saving, where the person wants that; and what is computed in indicator tables remembered (the format may drop formulas). Whatever happens, the document is saved.
class SaveJob final : public Implements<css::task::XJob, css::lang::XServiceInfo> {
public:
    explicit SaveJob(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    css::uno::Reference<css::uno::XComponentContext> context_;
};

}  // namespace thethuc::uno
