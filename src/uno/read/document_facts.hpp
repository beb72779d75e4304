// Facts about the file as a whole.
#pragma once

#include <cstdint>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "model/document.hpp"

namespace thethuc::uno {

/// `withPages`: lays the document out to count its pages.
[[nodiscard]] model::DocumentFacts readFacts(const css::uno::Reference<css::uno::XComponentContext>& context,
                                             const css::uno::Reference<css::frame::XModel>& model, bool withPages);

/// The number of pages, 0 where there is no view to lay them out. Forces the layout.
[[nodiscard]] std::int32_t countPages(const css::uno::Reference<css::frame::XModel>& model);

}  // namespace thethuc::uno
