// The border between our code and the office: no exception that the office does not know may pass,
// and none at all may leave a listener.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <com/sun/star/uno/Exception.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>

namespace thethuc::uno {

/// The current exception as one line of UTF-8 for the log; call inside a catch block only.
[[nodiscard]] std::string describeCurrentException();

/// A line to the log: stderr, and only where the environment variable THETHUC_LOG is set. Never throws.
void log(std::string_view where, std::string_view what) noexcept;

/// For listeners and callbacks, which must never throw (a std exception there ends the office):
/// runs `body`; whatever it throws is logged, and `fallback` is returned.
template <class Body, class Result>
[[nodiscard]] Result guarded(std::string_view where, Result fallback, Body&& body) noexcept {
    try {
        return static_cast<Result>(std::forward<Body>(body)());
    } catch (...) {
        try {
            log(where, describeCurrentException());
        } catch (...) {
        }
        return fallback;
    }
}

/// The same for callbacks without a result. True if `body` came through.
template <class Body>
bool guarded(std::string_view where, Body&& body) noexcept {
    try {
        std::forward<Body>(body)();
        return true;
    } catch (...) {
        try {
            log(where, describeCurrentException());
        } catch (...) {
        }
        return false;
    }
}

/// Turns the current exception into a UNO RuntimeException (UNO exceptions pass as they are).
/// Call inside a catch block only.
[[noreturn]] void rethrowAsUno();

/// For methods that are called through interfaces, where the caller should hear of a failure: lets UNO
/// exceptions pass and turns all others into css::uno::RuntimeException.
template <class Body>
std::invoke_result_t<Body> translated(Body&& body) {
    try {
        return std::forward<Body>(body)();
    } catch (const css::uno::Exception&) {
        throw;
    } catch (...) {
        rethrowAsUno();
    }
}

}  // namespace thethuc::uno
