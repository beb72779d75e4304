// Switching a header on, and giving the first page one of its own: structure that Writer cannot undo by itself
// (own_undo.hpp says why).
#pragma once

#include <string>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "model/units.hpp"

namespace thethuc::uno {

/// What happens to one page style.
struct HeaderChange {
    std::string style;               ///< programmatic name
    bool switchOn = false;           ///< the header was off; it gets the page number
    bool splitFirst = false;         ///< the first page gets a header of its own, without the number
    bool plainFirst = false;         ///< that header is new, and gets a line as high as the number's
    bool sameLeft = true;            ///< HeaderIsShared, which stays as it is
    model::DeciPt size = 140;        ///< of the number
    model::Hmm topBefore = 0;        ///< TopMargin, and
    model::Hmm topAfter = 0;         ///< what it becomes, so that the text begins where it began
};

/// Height of a header that Writer makes anew, with one line of `size`: the line and the distance to the text.
[[nodiscard]] model::Hmm newHeaderHeight(model::DeciPt size) noexcept;

/// Makes the change and puts its undo action on the stack. Throws where Writer did not take it; then it was taken
/// back. Needs a page of the style where `splitFirst`, or else only puts up with a lower beginning of the text.
void makeHeaderChange(const css::uno::Reference<css::frame::XModel>& model, const HeaderChange& change);

/// Sets the top and bottom margin of a style to what they are, unrecorded, where its first page has a header or footer of
/// its own. In 25.2 the first change of such a page style in a document from .docx puts the texts of its headers and
/// footers in another order inside, so that steps recorded in them before could not be undone any more; after it they
/// stay in order. Call it before places are looked up.
void settlePage(const css::uno::Reference<css::frame::XModel>& model, const std::string& style);

/// Puts a page number of its own, centred, into a header: into its first empty paragraph, or a new one above its words.
void putPageNumber(const css::uno::Reference<css::frame::XModel>& model, const css::uno::Reference<css::text::XText>& header,
                   model::DeciPt size);

}  // namespace thethuc::uno
