// What can be done with a citation from its context menu. Nothing is done unless it is chosen there.
#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/smarttags/XSmartTagAction.hpp>

#include "uno/bridge/implements.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

class CitationAction final : public Implements<css::smarttags::XSmartTagAction, css::lang::XServiceInfo> {
public:
    explicit CitationAction(const Context& context) : context_(context) {}

    // XSmartTagAction
    void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>&) override {}
    sal_Int32 SAL_CALL getSmartTagCount() override { return 1; }
    rtl::OUString SAL_CALL getName(const css::lang::Locale& locale) override;
    rtl::OUString SAL_CALL getDescription(const css::lang::Locale& locale) override;
    rtl::OUString SAL_CALL getSmartTagName(sal_Int32 index) override;
    rtl::OUString SAL_CALL getSmartTagCaption(sal_Int32 index, const css::lang::Locale& locale) override;
    sal_Int32 SAL_CALL getActionCount(const rtl::OUString& tag, const css::uno::Reference<css::frame::XController>& controller,
                                      const css::uno::Reference<css::container::XStringKeyMap>& properties) override;
    sal_Int32 SAL_CALL getActionID(const rtl::OUString& tag, sal_Int32 index, const css::uno::Reference<css::frame::XController>& controller) override;
    rtl::OUString SAL_CALL getActionCaptionFromID(sal_Int32 action, const rtl::OUString& application, const css::lang::Locale& locale,
                                                  const css::uno::Reference<css::container::XStringKeyMap>& properties, const rtl::OUString& text,
                                                  const rtl::OUString& xml, const css::uno::Reference<css::frame::XController>& controller,
                                                  const css::uno::Reference<css::text::XTextRange>& target) override;
    rtl::OUString SAL_CALL getActionNameFromID(sal_Int32 action, const css::uno::Reference<css::frame::XController>& controller) override;
    void SAL_CALL invokeAction(sal_Int32 action, const rtl::OUString& application, const css::uno::Reference<css::frame::XController>& controller,
                               const css::uno::Reference<css::text::XTextRange>& target,
                               const css::uno::Reference<css::container::XStringKeyMap>& properties, const rtl::OUString& text, const rtl::OUString& xml,
                               const css::lang::Locale& locale) override;
    sal_Bool SAL_CALL isCaptionDynamic(sal_Int32, const rtl::OUString&, const css::uno::Reference<css::frame::XController>&,
                                       const css::lang::Locale&) override {
        return false;
    }
    sal_Bool SAL_CALL isShowSmartTagIndicator(sal_Int32, const rtl::OUString&, const css::uno::Reference<css::frame::XController>&,
                                              const css::lang::Locale&) override {
        return true;
    }

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    void run(sal_Int32 action, const css::uno::Reference<css::frame::XController>& controller, const css::uno::Reference<css::text::XTextRange>& target,
             const rtl::OUString& text);

    Context context_;
};

}  // namespace thethuc::uno
