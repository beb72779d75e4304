// Marks in a frame, put into the live document. Main thread only.
#pragma once

#include <cstdint>
#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "draft/marks.hpp"

namespace thethuc::uno {

/// Puts a mark of urgency into a line of its own, centred, at the end of the text (cell) that `at` stands in; a mark of circulation into the upper
/// margin of the page, on the right, anchored at the paragraph of `at`. Recorded by Writer in several steps: the caller opens the one
/// around them. Undo is exact but for the built-in styles of frames, which stay, unused. Throws css::uno::Exception.
void putMark(const css::uno::Reference<css::frame::XModel>& model, const css::uno::Reference<css::text::XTextRange>& at, const draft::Mark& mark);

}  // namespace thethuc::uno
