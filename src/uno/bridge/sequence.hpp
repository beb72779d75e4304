// Sequences of the office without initialiser lists: the SDK has none.
#pragma once

#include <initializer_list>
#include <limits>
#include <new>
#include <span>
#include <vector>

#include <com/sun/star/uno/Sequence.hxx>

namespace thethuc::uno {

/// `seq<rtl::OUString>({"a", "b"})`.
template <class T>
[[nodiscard]] css::uno::Sequence<T> seq(std::initializer_list<T> items) {
    return css::uno::Sequence<T>(items.begin(), static_cast<sal_Int32>(items.size()));
}

/// A vector as a sequence. Throws std::bad_alloc beyond 2^31 - 1 elements.
template <class T>
[[nodiscard]] css::uno::Sequence<T> seq(const std::vector<T>& items) {
    if (items.size() > static_cast<std::size_t>(std::numeric_limits<sal_Int32>::max())) throw std::bad_alloc();
    return css::uno::Sequence<T>(items.data(), static_cast<sal_Int32>(items.size()));
}

/// Read-only view of a sequence: never copies, unlike range-for over a non-const one.
template <class T>
[[nodiscard]] std::span<const T> view(const css::uno::Sequence<T>& sequence) noexcept {
    return {sequence.getConstArray(), static_cast<std::size_t>(sequence.getLength())};
}

template <class T>
[[nodiscard]] std::vector<T> toVector(const css::uno::Sequence<T>& sequence) {
    const auto items = view(sequence);
    return {items.begin(), items.end()};
}

}  // namespace thethuc::uno
