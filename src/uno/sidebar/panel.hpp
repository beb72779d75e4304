// What every panel of the deck does alike: window, layout, keys, colours, listeners. A panel shows and passes on; it decides nothing itself.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XStyleChangeListener.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/awt/tree/XTreeControl.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <rtl/ref.hxx>

#include "uno/bridge/implements.hpp"
#include "uno/session/resources.hpp"
#include "uno/sidebar/controls.hpp"
#include "uno/sidebar/panel_keys.hpp"
#include "uno/sidebar/rows.hpp"

namespace thethuc::uno {

/// Where the deck puts a panel.
struct PanelPlace {
    css::uno::Reference<css::awt::XWindow> parent;
    css::uno::Reference<css::frame::XFrame> frame;
    css::uno::Reference<css::ui::XSidebar> sidebar;
};

/// Every method is for the main thread; calls of the office that come in elsewhere are posted there.
class Panel : public Implements<css::ui::XToolPanel, css::ui::XSidebarPanel, css::awt::XWindowListener, css::awt::XActionListener,
                                css::awt::XTextListener, css::awt::XItemListener, css::view::XSelectionChangeListener,
                                css::awt::XStyleChangeListener> {
public:
    ~Panel() override;

    /// Makes the controls; once, before anything else.
    void open();
    /// Lets go of everything; called when the deck goes, more than once perhaps.
    void close() noexcept;

    /// Every open panel, for PanelAccess and for commands that act on the panel of a window.
    [[nodiscard]] static std::vector<rtl::Reference<Panel>> all();
    /// The open panel of class P in a window; empty where there is none.
    template <class P>
    [[nodiscard]] static rtl::Reference<P> in(const css::uno::Reference<css::frame::XFrame>& frame) {
        for (const rtl::Reference<Panel>& panel : all()) {
            if (panel->frame() == frame) {
                if (auto* found = dynamic_cast<P*>(panel.get())) return rtl::Reference<P>(found);
            }
        }
        return {};
    }
    /// Last part of the panel's URL, “CheckPanel”.
    [[nodiscard]] virtual std::string_view kind() const = 0;
    [[nodiscard]] const css::uno::Reference<css::frame::XFrame>& frame() const { return place_.frame; }
    [[nodiscard]] css::uno::Reference<css::awt::XControlContainer> controls() const;

    /// The person has changed settings in Tools > Options.
    virtual void settingsChanged() {}

    // XToolPanel
    css::uno::Reference<css::accessibility::XAccessible> SAL_CALL
    createAccessible(const css::uno::Reference<css::accessibility::XAccessible>& parent) override;
    css::uno::Reference<css::awt::XWindow> SAL_CALL getWindow() override;
    // XSidebarPanel
    css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;
    // XWindowListener
    void SAL_CALL windowResized(const css::awt::WindowEvent& event) override;
    void SAL_CALL windowMoved(const css::awt::WindowEvent&) override {}
    void SAL_CALL windowShown(const css::lang::EventObject&) override;
    void SAL_CALL windowHidden(const css::lang::EventObject&) override {}
    // XActionListener, XTextListener, XItemListener, XSelectionChangeListener
    void SAL_CALL actionPerformed(const css::awt::ActionEvent& event) override;
    void SAL_CALL textChanged(const css::awt::TextEvent& event) override;
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override;
    void SAL_CALL selectionChanged(const css::lang::EventObject& event) override;
    // XStyleChangeListener
    void SAL_CALL styleSettingsChanged(const css::lang::EventObject& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& event) override;

protected:
    friend class PanelPage;
    using Control = css::uno::Reference<css::awt::XControl>;

    Panel(const Context& context, PanelPlace place);

    /// Makes controls and rows. The order of creation is the order of the Tab key.
    virtual void build() = 0;
    /// Brings everything up to date with what is known.
    virtual void render() = 0;
    /// Lets go of what build() and render() took; the controls are still there.
    virtual void letGo() = 0;
    /// A button was pressed.
    virtual void act(const rtl::OUString& command) = 0;
    /// Text was typed, or an entry chosen, by the person (not while `filling_`).
    virtual void edited(const Control&) {}
    /// Another line of the tree was chosen (not while `filling_`).
    virtual void takeSelection() {}
    /// Enter, Delete, Esc in a control; true if the key is used up. Here: Esc goes back to the text.
    virtual bool takeKey(const Control& control, sal_Int16 key);
    /// The focus came to a control.
    virtual void takeFocus(const Control&) {}

    /// A button with its command; label and help are the texts `key` and `key`.help.
    void name(const Control& button, const char* command, std::string_view key);
    [[nodiscard]] Control label(const std::string& name, std::string_view key);
    /// Help of a field, the text `key`.help, and word of what is typed or chosen in it.
    void explain(const Control& control, std::string_view key);
    /// A label and its field in one row.
    Rows::Row edit(Control& control, const std::string& name, std::string_view key);
    Rows::Row choice(Control& control, const std::string& name, std::string_view key);
    [[nodiscard]] Control button(const char* command, std::string_view key);
    /// Takes part in keys and focus.
    void watch(const Control& control);
    /// Tells edited() of an edit field, list box or combo box.
    void watchValue(const Control& control);
    void watchTree(const Control& control);
    void layOut();
    void backToText();
    [[nodiscard]] rtl::OUString say(std::string_view key, const std::vector<std::string>& arguments = {}) const;
    /// The text document of the window; empty where there is none (yet).
    [[nodiscard]] css::uno::Reference<css::frame::XModel> document() const;
    /// Runs `work` later in the main thread, if the panel is still open then.
    void later(std::function<void()> work);

    Context context_;
    PanelPlace place_;
    std::unique_ptr<Controls> controls_;
    rtl::Reference<PanelKeys> keys_;
    Texts texts_;
    Rows rows_;
    bool filling_ = false;                           ///< the panel itself is setting values

private:
    /// Runs `work` now, or later in the main thread if an event came in elsewhere; not at all once the panel is closed.
    void hear(std::string_view where, std::function<void()> work);

    std::int32_t laidOutWidth_ = 0, laidOutHeight_ = 0;
};

/// Sets `flag` for a scope.
class Flagged {
public:
    explicit Flagged(bool& flag) : flag_(flag), before_(flag) { flag_ = true; }
    ~Flagged() { flag_ = before_; }
    Flagged(const Flagged&) = delete;
    Flagged& operator=(const Flagged&) = delete;

private:
    bool& flag_;
    bool before_;
};

/// The node chosen in a tree, whichever way the office hands it out; empty where none is.
[[nodiscard]] css::uno::Reference<css::awt::tree::XTreeNode> chosenNode(const css::uno::Reference<css::awt::tree::XTreeControl>& tree);

}  // namespace thethuc::uno
