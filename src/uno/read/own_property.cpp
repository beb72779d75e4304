#include "uno/read/own_property.hpp"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertySetInfo.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

constexpr const char* kProperty = "thethuc";

css::uno::Reference<css::beans::XPropertyContainer> userProperties(const css::uno::Reference<css::frame::XModel>& model) {
    const css::uno::Reference<css::document::XDocumentPropertiesSupplier> supplier(model, css::uno::UNO_QUERY);
    if (!supplier.is()) return {};
    const auto properties = supplier->getDocumentProperties();
    return properties.is() ? properties->getUserDefinedProperties() : nullptr;
}

}  // namespace

std::string ownProperty(const css::uno::Reference<css::frame::XModel>& model) {
    return toUtf8(getOr(userProperties(model), rtl::OUString::createFromAscii(kProperty), rtl::OUString()));
}

bool setOwnProperty(const css::uno::Reference<css::frame::XModel>& model, const std::string& json) {
    const auto container = userProperties(model);
    const css::uno::Reference<css::beans::XPropertySet> properties(container, css::uno::UNO_QUERY);
    if (!properties.is()) return false;
    const rtl::OUString name = rtl::OUString::createFromAscii(kProperty);
    const bool there = properties->getPropertySetInfo()->hasPropertyByName(name);
    if (json.empty()) {
        if (there) container->removeProperty(name);
    } else if (there) {
        properties->setPropertyValue(name, css::uno::Any(str(json)));
    } else {
        container->addProperty(name, css::beans::PropertyAttribute::REMOVABLE, css::uno::Any(str(json)));
    }
    return true;
}

}  // namespace thethuc::uno
