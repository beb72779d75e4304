#include "uno/service/json_entry.hpp"

#include <cppuhelper/supportsservice.hxx>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/service/calls.hpp"

namespace thethuc::uno {

css::uno::Any SAL_CALL JsonEntry::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    css::uno::Reference<css::frame::XModel> document;
    find(arguments, "Document") >>= document;
    const std::string request = toUtf8(asOr<rtl::OUString>(find(arguments, "Request"), {}));
    return css::uno::Any(str(answer(context_, request, document)));
}

rtl::OUString SAL_CALL JsonEntry::getImplementationName() { return "vn.thethuc.comp.JsonEntry"; }
sal_Bool SAL_CALL JsonEntry::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL JsonEntry::getSupportedServiceNames() {
    return seq<rtl::OUString>({"vn.thethuc.JsonEntry"});
}

}  // namespace thethuc::uno
