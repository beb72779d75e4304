#include "uno/dispatch/save_job.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/session/session.hpp"
#include "uno/session/settings.hpp"
#include "uno/session/table_update.hpp"

namespace thethuc::uno {

css::uno::Any SAL_CALL SaveJob::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    guarded("save", [&] {
        css::uno::Sequence<css::beans::NamedValue> environment;
        find(arguments, "Environment") >>= environment;
        const css::uno::Reference<css::frame::XModel> model(find(environment, "Model"), css::uno::UNO_QUERY);
        const css::uno::Reference<css::lang::XServiceInfo> kind(model, css::uno::UNO_QUERY);
        if (!kind.is() || !kind->supportsService("com.sun.star.text.TextDocument")) return;
        runOnMainThread(context_, [&] {
            // A copy leaves the document as it is, but must know what was computed, too.
            rtl::OUString event;
            find(environment, "EventName") >>= event;
            if (event != "OnSaveTo" && updatesOnSave(context_)) {
                if (const auto session = Session::of(context_, model)) session->saving();
            }
            rememberBeforeSaving(context_, model);
        });
    });
    return {};
}

rtl::OUString SAL_CALL SaveJob::getImplementationName() { return "vn.thethuc.comp.SaveJob"; }
sal_Bool SAL_CALL SaveJob::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL SaveJob::getSupportedServiceNames() { return seq<rtl::OUString>({"vn.thethuc.SaveJob"}); }

}  // namespace thethuc::uno
