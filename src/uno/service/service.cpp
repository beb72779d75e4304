#include "uno/service/service.hpp"

#include <cppuhelper/supportsservice.hxx>
#include <nlohmann/json.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/service/calls.hpp"

namespace thethuc::uno {

rtl::OUString Service::call(const char* name, const css::uno::Any& document, const rtl::OUString& optionsJson) {
    return translated([&] {
        const std::string options = toUtf8(optionsJson);
        nlohmann::json request = nlohmann::json::parse(options.empty() ? "{}" : options, nullptr, false);
        css::uno::Reference<css::frame::XModel> model;
        if (request.is_object()) {
            request["call"] = name;
            rtl::OUString url;
            if (document >>= url) request["url"] = toUtf8(url);
            else document >>= model;
        }
        return str(answer(context_, request.is_discarded() ? options : request.dump(), model));
    });
}

rtl::OUString SAL_CALL Service::check(const css::uno::Any& document, const rtl::OUString& options) {
    return call("check", document, options);
}
rtl::OUString SAL_CALL Service::fix(const css::uno::Any& document, const rtl::OUString& options) {
    return call("fix", document, options);
}
rtl::OUString SAL_CALL Service::cite(const css::uno::Any& document, const rtl::OUString& options) {
    return call("cite", document, options);
}
rtl::OUString SAL_CALL Service::figures(const css::uno::Any& document, const rtl::OUString& options) {
    return call("figures", document, options);
}
rtl::OUString SAL_CALL Service::create(const rtl::OUString& options) { return call("new", {}, options); }
rtl::OUString SAL_CALL Service::rules(const rtl::OUString& options) { return call("rules", {}, options); }

rtl::OUString SAL_CALL Service::getImplementationName() { return "vn.thethuc.comp.Thethuc"; }
sal_Bool SAL_CALL Service::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL Service::getSupportedServiceNames() {
    return seq<rtl::OUString>({"vn.thethuc.Thethuc"});
}

}  // namespace thethuc::uno
