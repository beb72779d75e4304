#include "uno/bridge/border.hpp"

#include <cstdio>
#include <cstdlib>

#include <cppuhelper/exc_hlp.hxx>

#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

std::string describeCurrentException() {
    try {
        throw;
    } catch (const css::uno::Exception& failure) {
        const css::uno::Any caught = cppu::getCaughtException();
        return toUtf8(caught.getValueTypeName()) + ": " + toUtf8(failure.Message);
    } catch (const std::exception& failure) {
        return failure.what();
    } catch (...) {
        return "unknown exception";
    }
}

void log(std::string_view where, std::string_view what) noexcept {
    static const bool wanted = std::getenv("THETHUC_LOG") != nullptr;
    if (!wanted) return;
    std::fprintf(stderr, "thethuc: %.*s: %.*s\n", static_cast<int>(where.size()), where.data(),
                 static_cast<int>(what.size()), what.data());
}

void rethrowAsUno() {
    try {
        throw;
    } catch (const css::uno::Exception&) {
        throw;
    } catch (...) {
        throw css::uno::RuntimeException(str(describeCurrentException()), {});
    }
}

}  // namespace thethuc::uno
