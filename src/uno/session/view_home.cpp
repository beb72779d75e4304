#include "uno/session/view_home.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "uno/bridge/border.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

/// The first selected range; empty where something else is selected.
Reference<css::text::XTextRange> selection(const ViewHome::Controller& controller) {
    const Reference<css::view::XSelectionSupplier> supplier(controller, UNO_QUERY);
    if (!supplier.is()) return {};
    const Reference<css::container::XIndexAccess> ranges(supplier->getSelection(), UNO_QUERY);
    Reference<css::text::XTextRange> range;
    if (ranges.is() && ranges->getCount() > 0) ranges->getByIndex(0) >>= range;
    return range;
}

/// A cursor of the text at the range: it moves with the text.
Reference<css::text::XTextRange> kept(const Reference<css::text::XTextRange>& range) {
    if (!range.is() || !range->getText().is()) return {};
    return {range->getText()->createTextCursorByRange(range), UNO_QUERY};
}

}  // namespace

bool ViewHome::atShown(const Controller& controller) const noexcept {
    return guarded("view", false, [&] {
        const Reference<css::text::XTextRange> now = selection(controller);
        if (!now.is() || !shown_.is()) return false;
        const Reference<css::text::XTextRangeCompare> text(shown_->getText(), UNO_QUERY);
        try {
            return text.is() && text->compareRegionStarts(now, shown_) == 0 && text->compareRegionEnds(now, shown_) == 0;
        } catch (const css::uno::Exception&) {
            return false;  // another text: a note, a cell
        }
    });
}

void ViewHome::leave(const Controller& controller) noexcept {
    if (atShown(controller)) return;
    guarded("view", [&] { home_ = kept(selection(controller)); });
}

void ViewHome::arrived(const Controller& controller) noexcept {
    guarded("view", [&] { shown_ = kept(selection(controller)); });
}

void ViewHome::goBack(const Controller& controller) noexcept {
    if (!home_.is() || !atShown(controller)) return;
    guarded("view", [&] {
        const Reference<css::text::XTextViewCursorSupplier> view(controller, UNO_QUERY);
        if (view.is() && view->getViewCursor().is()) view->getViewCursor()->gotoRange(home_, false);
    });
    forget();
}

void ViewHome::forget() noexcept {
    home_.clear();
    shown_.clear();
}

}  // namespace thethuc::uno
