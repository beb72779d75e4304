#include "uno/sidebar/panel_keys.hpp"

#include <utility>

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XWindow.hpp>

#include "uno/bridge/border.hpp"

namespace thethuc::uno {

PanelKeys::PanelKeys(const css::uno::Reference<css::uno::XComponentContext>& context, Take take, Arrive arrive)
    : toolkit_(css::awt::Toolkit::create(context), css::uno::UNO_QUERY), take_(std::move(take)), arrive_(std::move(arrive)) {}

void PanelKeys::listenTo(const Control& control) {
    css::uno::Reference<css::awt::XWindow>(control, css::uno::UNO_QUERY_THROW)->addFocusListener(this);
}

void PanelKeys::close() noexcept {
    guarded("keys", [&] { watch(false); });
    take_ = nullptr;
    arrive_ = nullptr;
    toolkit_.clear();
    focused_.clear();
}

void PanelKeys::watch(bool on) {
    if (on == watching_ || !toolkit_.is()) return;
    watching_ = on;
    // Marked as deprecated in the office's type library, without another way to take a key before everybody else.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    if (on) toolkit_->addKeyHandler(this);
    else toolkit_->removeKeyHandler(this);
#pragma GCC diagnostic pop
}

sal_Bool SAL_CALL PanelKeys::keyPressed(const css::awt::KeyEvent& event) {
    const css::uno::Reference<css::awt::XKeyHandler> alive(this);
    return guarded("key", false, [&] {
        taken_ = 0;
        if (event.Modifiers != 0 || !focused_.is() || !take_) return false;
        const Take take = take_;  // the panel may close meanwhile
        if (!take(focused_, event.KeyCode)) return false;
        taken_ = event.KeyCode;
        return true;
    });
}

sal_Bool SAL_CALL PanelKeys::keyReleased(const css::awt::KeyEvent& event) {
    return taken_ != 0 && event.KeyCode == taken_;
}

void SAL_CALL PanelKeys::focusGained(const css::awt::FocusEvent& event) {
    guarded("focus", [&] {
        focused_.set(event.Source, css::uno::UNO_QUERY);
        watch(focused_.is());
        if (!focused_.is() || !arrive_) return;
        const Arrive arrive = arrive_;  // the panel may close meanwhile
        arrive(focused_);
    });
}

void SAL_CALL PanelKeys::focusLost(const css::awt::FocusEvent& event) {
    guarded("focus", [&] {
        if (focused_ != css::uno::Reference<css::awt::XControl>(event.Source, css::uno::UNO_QUERY)) return;
        focused_.clear();
        watch(false);
    });
}

}  // namespace thethuc::uno
