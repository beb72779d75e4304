// The named paragraph styles “TT …” of a document.
#pragma once

#include <cstddef>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "draft/styles.hpp"

namespace thethuc::uno {

/// Makes those of `styles` that the document does not have, and lets those that it has say the same. A new one stays in the document, unused, when the
/// step around this is undone; one that was changed says again what it said. Gives how many were changed, new ones not counted. Main thread only.
std::size_t bringStyles(const css::uno::Reference<css::frame::XModel>& model, const std::vector<draft::ParagraphStyle>& styles);

}  // namespace thethuc::uno
