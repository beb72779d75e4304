// The document's view as a tool: commands that act where its cursor stands.
#pragma once

#include <optional>
#include <string_view>

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

namespace thethuc::uno {

/// Lends the view's cursor and gives it back: the destructor restores the person's selection as well as it can.
/// Hidden documents have a view too. Must not be used while the controllers are locked.
class ViewLoan {
public:
    explicit ViewLoan(const css::uno::Reference<css::frame::XModel>& model);
    ~ViewLoan();
    ViewLoan(const ViewLoan&) = delete;
    ViewLoan& operator=(const ViewLoan&) = delete;

    /// False where the document has no window; then nothing below may be called.
    [[nodiscard]] bool usable() const noexcept { return cursor_.is() && provider_.is(); }

    /// Runs a command (".uno:Name") and waits until it is done. False if the office offers no such command here.
    bool execute(const rtl::OUString& command, const css::uno::Sequence<css::beans::PropertyValue>& arguments);

    /// Puts the cursor on a page of the style; `hint` is where such a page is expected. False if no page has it.
    bool goToPageOf(const rtl::OUString& pageStyle, const css::uno::Reference<css::text::XTextRange>& hint);
    /// Puts the cursor at a range; false if it cannot go there.
    bool goTo(const css::uno::Reference<css::text::XTextRange>& range);
    /// Selects an object, and lets the view turn to it at once (its commands change with it). False if it cannot.
    bool select(const css::uno::Any& object);
    /// Programmatic name of the page style where the cursor stands.
    [[nodiscard]] rtl::OUString pageStyle() const;

private:
    void enterText();

    css::uno::Reference<css::frame::XController> controller_;
    css::uno::Reference<css::frame::XDispatchProvider> provider_;
    css::uno::Reference<css::text::XTextViewCursor> cursor_;
    css::uno::Reference<css::text::XTextRange> saved_;
    css::uno::Any selection_;
    bool moved_ = false;
    bool inText_ = false;            ///< not on a selected drawing or frame, where the cursor cannot move
};

}  // namespace thethuc::uno
