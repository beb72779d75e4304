// The keys of a panel: Enter, Delete, Esc. What a control does not use would go on to the document, where
// Delete deletes: so these keys are taken before the office sees them.
#pragma once

#include <functional>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

/// Follows the focus through the controls it listens to; while one of them has it, every key is first offered
/// to `take`. Main thread only.
class PanelKeys final : public Implements<css::awt::XKeyHandler, css::awt::XFocusListener> {
public:
    using Control = css::uno::Reference<css::awt::XControl>;
    /// True if the key is taken: then nobody else sees it. Gets the control that has the focus and the key's code.
    using Take = std::function<bool(const Control&, sal_Int16)>;

    /// Gets each control that the focus comes to.
    using Arrive = std::function<void(const Control&)>;

    PanelKeys(const css::uno::Reference<css::uno::XComponentContext>& context, Take take, Arrive arrive);

    void listenTo(const Control& control);
    /// Lets go of toolkit and panel.
    void close() noexcept;

    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override;
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent& event) override;
    void SAL_CALL focusGained(const css::awt::FocusEvent& event) override;
    void SAL_CALL focusLost(const css::awt::FocusEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

    /// The control that has the focus now; empty where none of the panel's has it.
    [[nodiscard]] const Control& focused() const { return focused_; }

private:
    void watch(bool on);

    css::uno::Reference<css::awt::XExtendedToolkit> toolkit_;
    Take take_;
    Arrive arrive_;
    Control focused_;
    bool watching_ = false;
    sal_Int16 taken_ = 0;
};

}  // namespace thethuc::uno
