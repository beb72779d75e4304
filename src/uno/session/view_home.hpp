// Where the person's cursor stood before places of the document were shown: what is put in goes there, not to the place that was looked at.
#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

/// Follows edits, since it holds cursors of the text. Main thread only; never throws.
class ViewHome {
public:
    using Controller = css::uno::Reference<css::frame::XController>;

    /// Before a place is shown: notes where the cursor stands, unless that is the place shown last.
    void leave(const Controller& controller) noexcept;
    /// Behind it: this is the place that was shown.
    void arrived(const Controller& controller) noexcept;
    /// Brings the cursor home, if it still stands at the place that was shown.
    void goBack(const Controller& controller) noexcept;
    void forget() noexcept;

private:
    [[nodiscard]] bool atShown(const Controller& controller) const noexcept;

    css::uno::Reference<css::text::XTextRange> home_, shown_;
};

}  // namespace thethuc::uno
