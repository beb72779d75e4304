#include "uno/bridge/properties.hpp"

#include <com/sun/star/lang/DisposedException.hpp>

#include "uno/bridge/sequence.hpp"

namespace thethuc::uno {

namespace {

template <class Item>
css::uno::Any findIn(const css::uno::Sequence<Item>& values, const rtl::OUString& name) {
    for (const Item& item : view(values)) {
        if (item.Name == name) return item.Value;
    }
    return {};
}

}  // namespace

css::uno::Any property(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name) {
    const css::uno::Reference<css::beans::XPropertySet> properties(object, css::uno::UNO_QUERY);
    if (!properties.is()) return {};
    try {
        return properties->getPropertyValue(name);
    } catch (const css::lang::DisposedException&) {
        throw;
    } catch (const css::uno::Exception&) {
        // Unknown here, or a property that Writer cannot tell for this object (columns of an uneven table).
        return {};
    }
}

void set(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name, const css::uno::Any& value) {
    const css::uno::Reference<css::beans::XPropertySet> properties(object, css::uno::UNO_QUERY_THROW);
    properties->setPropertyValue(name, value);
}

bool trySet(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name,
            const css::uno::Any& value) {
    const css::uno::Reference<css::beans::XPropertySet> properties(object, css::uno::UNO_QUERY);
    if (!properties.is()) return false;
    try {
        properties->setPropertyValue(name, value);
        return true;
    } catch (const css::lang::DisposedException&) {
        throw;
    } catch (const css::uno::Exception&) {
        return false;
    }
}

bool hasProperty(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name) {
    const css::uno::Reference<css::beans::XPropertySet> properties(object, css::uno::UNO_QUERY);
    if (!properties.is()) return false;
    const css::uno::Reference<css::beans::XPropertySetInfo> info = properties->getPropertySetInfo();
    return info.is() && info->hasPropertyByName(name);
}

css::uno::Any find(const css::uno::Sequence<css::beans::PropertyValue>& values, const rtl::OUString& name) {
    return findIn(values, name);
}

css::uno::Any find(const css::uno::Sequence<css::beans::NamedValue>& values, const rtl::OUString& name) {
    return findIn(values, name);
}

}  // namespace thethuc::uno
