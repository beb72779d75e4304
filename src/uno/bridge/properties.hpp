// Properties without ceremony. Names are ASCII, as the office's all are.
#pragma once

#include <optional>
#include <utility>

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/UnknownPropertyException.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertySetInfo.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

namespace thethuc::uno {

/// The value in an Any, where it has that type (numbers widen); nothing where it is void or another type.
template <class T>
[[nodiscard]] std::optional<T> as(const css::uno::Any& value) {
    T result{};
    if (value >>= result) return result;
    return std::nullopt;
}

/// The value in an Any or `fallback`.
template <class T>
[[nodiscard]] T asOr(const css::uno::Any& value, T fallback) {
    T result{};
    return (value >>= result) ? result : std::move(fallback);
}

/// An enumeration that the office hands out either as itself or as a number (ParaAdjust, BreakType …).
template <class Enum>
[[nodiscard]] std::optional<Enum> asEnum(const css::uno::Any& value) {
    Enum result{};
    if (value >>= result) return result;
    sal_Int32 number = 0;
    if (value >>= number) return static_cast<Enum>(number);
    return std::nullopt;
}

/// A property as Any; void where the object has no properties, not this one, or cannot tell it.
/// Throws only when the object is gone (css::lang::DisposedException).
[[nodiscard]] css::uno::Any property(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name);

/// A property of type T, or nothing.
template <class T>
[[nodiscard]] std::optional<T> get(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name) {
    return as<T>(property(object, name));
}

/// A property of type T, or `fallback`.
template <class T>
[[nodiscard]] T getOr(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name, T fallback) {
    return asOr<T>(property(object, name), std::move(fallback));
}

/// An object that is the value of a property, asked for one interface; empty where there is none.
template <class Interface>
[[nodiscard]] css::uno::Reference<Interface> getObject(const css::uno::Reference<css::uno::XInterface>& object,
                                                       const rtl::OUString& name) {
    css::uno::Reference<css::uno::XInterface> inner;
    property(object, name) >>= inner;
    return css::uno::Reference<Interface>(inner, css::uno::UNO_QUERY);
}

/// Sets a property. Throws what the office throws (unknown, vetoed, wrong type).
void set(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name, const css::uno::Any& value);
template <class T>
void set(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name, const T& value) {
    set(object, name, css::uno::Any(value));
}

/// Sets a property where the object has it and takes the value; false otherwise.
bool trySet(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name, const css::uno::Any& value);

/// True if the object has a property of this name.
[[nodiscard]] bool hasProperty(const css::uno::Reference<css::uno::XInterface>& object, const rtl::OUString& name);

/// One argument of a load, store or dispatch.
template <class T>
[[nodiscard]] css::beans::PropertyValue argument(const rtl::OUString& name, const T& value) {
    css::beans::PropertyValue result;
    result.Name = name;
    result.Value <<= value;
    return result;
}

/// The value of one name in a media descriptor or in the arguments of a job; void if absent.
[[nodiscard]] css::uno::Any find(const css::uno::Sequence<css::beans::PropertyValue>& values, const rtl::OUString& name);
[[nodiscard]] css::uno::Any find(const css::uno::Sequence<css::beans::NamedValue>& values, const rtl::OUString& name);

}  // namespace thethuc::uno
