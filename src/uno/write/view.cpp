#include "uno/write/view.hpp"

#include <utility>
#include <vector>

#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XPageCursor.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/util/URL.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"

namespace thethuc::uno {

ViewLoan::ViewLoan(const css::uno::Reference<css::frame::XModel>& model) {
    controller_ = model->getCurrentController();
    const css::uno::Reference<css::text::XTextViewCursorSupplier> supplier(controller_, css::uno::UNO_QUERY);
    if (!supplier.is()) return;
    cursor_ = supplier->getViewCursor();
    provider_.set(controller_->getFrame(), css::uno::UNO_QUERY);
    if (!cursor_.is()) return;
    guarded("save the selection", [this] {
        const css::uno::Reference<css::view::XSelectionSupplier> selection(controller_, css::uno::UNO_QUERY);
        if (selection.is()) selection_ = selection->getSelection();
        const css::uno::Reference<css::lang::XServiceInfo> what(selection_, css::uno::UNO_QUERY);
        inText_ = what.is() && what->supportsService("com.sun.star.text.TextRanges");
        // A text cursor of its own follows the edits; the view cursor is about to move.
        const css::uno::Reference<css::text::XText> text = cursor_->getText();
        if (text.is()) saved_.set(text->createTextCursorByRange(css::uno::Reference<css::text::XTextRange>(cursor_, css::uno::UNO_QUERY_THROW)), css::uno::UNO_QUERY);
    });
}

ViewLoan::~ViewLoan() {
    if (!moved_) return;
    guarded("restore the selection", [this] {
        const css::uno::Reference<css::lang::XServiceInfo> what(selection_, css::uno::UNO_QUERY);
        const bool text = !what.is() || what->supportsService("com.sun.star.text.TextRanges") ||
                          what->supportsService("com.sun.star.text.TextTableCursor");
        if (text && saved_.is()) {
            enterText();
            cursor_->gotoRange(saved_, false);
            return;
        }
        const css::uno::Reference<css::view::XSelectionSupplier> selection(controller_, css::uno::UNO_QUERY);
        if (selection.is() && selection_.hasValue()) selection->select(selection_);
    });
}

bool ViewLoan::execute(const rtl::OUString& command, const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    css::util::URL url;
    url.Complete = command;
    url.Main = command;
    url.Protocol = ".uno:";
    url.Path = command.copy(url.Protocol.getLength());
    // Asking for the selection makes Writer offer the commands of the present one now, not when it is idle.
    const css::uno::Reference<css::view::XSelectionSupplier> selection(controller_, css::uno::UNO_QUERY);
    if (selection.is()) selection->getSelection();
    const css::uno::Reference<css::frame::XDispatch> dispatch = provider_->queryDispatch(url, rtl::OUString(), 0);
    if (!dispatch.is()) return false;
    std::vector<css::beans::PropertyValue> all = toVector(arguments);
    all.push_back(argument("SynchronMode", true));
    dispatch->dispatch(url, seq(all));
    return true;
}

rtl::OUString ViewLoan::pageStyle() const { return getOr<rtl::OUString>(cursor_, "PageStyleName", rtl::OUString()); }

bool ViewLoan::select(const css::uno::Any& object) {
    const css::uno::Reference<css::view::XSelectionSupplier> selection(controller_, css::uno::UNO_QUERY);
    if (!selection.is()) return false;
    moved_ = true;
    return guarded("select", false, [&] {
        inText_ = false;
        return bool(selection->select(object));
    });
}

void ViewLoan::enterText() {
    if (std::exchange(inText_, true)) return;
    moved_ = true;
    guarded("leave the selected object", [this] {
        const css::uno::Reference<css::view::XSelectionSupplier> selection(controller_, css::uno::UNO_QUERY_THROW);
        const css::uno::Reference<css::text::XTextDocument> document(controller_->getModel(), css::uno::UNO_QUERY_THROW);
        selection->select(css::uno::Any(document->getText()->getStart()));
    });
}

bool ViewLoan::goTo(const css::uno::Reference<css::text::XTextRange>& range) {
    if (!range.is()) return false;
    enterText();
    moved_ = true;
    return guarded("move the view cursor", false, [&] {
        cursor_->gotoRange(range->getStart(), false);
        return true;
    });
}

bool ViewLoan::goToPageOf(const rtl::OUString& style, const css::uno::Reference<css::text::XTextRange>& hint) {
    const css::uno::Reference<css::text::XPageCursor> pages(cursor_, css::uno::UNO_QUERY);
    if (hint.is() && goTo(hint)) {
        if (pageStyle() == style) return true;
        // A style that follows the first page's stands on the next one, most often.
        if (pages.is() && pages->jumpToNextPage() && pageStyle() == style) return true;
    }
    if (!pages.is()) return false;
    enterText();
    moved_ = true;
    if (!pages->jumpToFirstPage()) return false;
    while (pageStyle() != style) {
        const sal_Int16 before = pages->getPage();
        if (!pages->jumpToNextPage() || pages->getPage() <= before) return false;
    }
    return true;
}

}  // namespace thethuc::uno
