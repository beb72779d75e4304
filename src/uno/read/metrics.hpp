// What the office's fonts really measure.
#pragma once

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace thethuc::uno {

/// True if “Times New Roman”, as this office draws it (itself or whatever stands in for it), has the advance
/// widths of Times New Roman for Vietnamese text. Measured once per process; main thread only.
[[nodiscard]] bool hasTimesMetrics(const css::uno::Reference<css::uno::XComponentContext>& context) noexcept;

}  // namespace thethuc::uno
