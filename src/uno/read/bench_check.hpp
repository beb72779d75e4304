// The one measurement that needs the rules.
#pragma once

#include <cstddef>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace thethuc::uno {

/// Reads and checks; milliseconds (processor time) of the check alone, and the number of findings. Main thread only.
[[nodiscard]] double millisecondsOfCheck(const css::uno::Reference<css::uno::XComponentContext>& context,
                                         const css::uno::Reference<css::frame::XModel>& model, std::size_t& findings);

}  // namespace thethuc::uno
