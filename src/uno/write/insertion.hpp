// Puts drafted text into the live document. Main thread only.
#pragma once

#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/read/locator.hpp"

namespace thethuc::uno {

/// Inserts the body of `flat` (draft::flatOdf, draft::partOdf) at `at`, a place in the body outside tables and notes, with its paragraph styles,
/// tables and drawn lines; styles that the document has are not changed. Text behind `at` in its paragraph comes into a paragraph
/// below; what is inserted takes over the page style that the paragraph at `at` begins. Undo brings the text back exactly; the styles
/// stay, unused. Writer records several steps: the caller opens the one around them. Throws css::uno::Exception.
/// The answer is the place behind what was inserted.
css::uno::Reference<css::text::XTextRange> insertDrafted(const css::uno::Reference<css::uno::XComponentContext>& context,
                                                         const css::uno::Reference<css::text::XTextRange>& at, const std::string& flat);

/// A place in front of a paragraph of the body that can take insertDrafted: where the paragraph is the first of a table, an empty one is made above
/// it. Empty where the paragraph is gone, or stands inside a table otherwise.
[[nodiscard]] css::uno::Reference<css::text::XTextRange> placeBefore(const css::uno::Reference<css::frame::XModel>& model,
                                                                       const ReadResult& read, Locator& locator, const model::Range& paragraph);

/// An empty paragraph at the end of the body: the last one, or a new one.
[[nodiscard]] css::uno::Reference<css::text::XTextRange> placeAtEnd(const css::uno::Reference<css::frame::XModel>& model);

/// Makes the paragraph at a place as low as the decree's pages allow for: what a document needs behind its last table.
void makeLow(const css::uno::Reference<css::text::XTextRange>& place);

}  // namespace thethuc::uno
