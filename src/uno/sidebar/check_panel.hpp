// The panel “Kiểm tra thể thức”: shows a session, passes on what the person asks for. Decides nothing itself.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XStyleChangeListener.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/awt/tree/XMutableTreeNode.hpp>
#include <com/sun/star/awt/tree/XTreeControl.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <rtl/ref.hxx>

#include "uno/bridge/implements.hpp"
#include "uno/session/resources.hpp"
#include "uno/session/session.hpp"
#include "uno/sidebar/controls.hpp"
#include "uno/sidebar/panel_keys.hpp"
#include "uno/sidebar/rows.hpp"

namespace thethuc::uno {

class CheckPanel final
    : public Implements<css::ui::XToolPanel, css::ui::XSidebarPanel, css::awt::XWindowListener, css::awt::XActionListener,
                        css::view::XSelectionChangeListener, css::awt::XStyleChangeListener>,
      public SessionObserver {
public:
    [[nodiscard]] static rtl::Reference<CheckPanel> create(const Context& context,
                                                           const css::uno::Reference<css::awt::XWindow>& parent,
                                                           const css::uno::Reference<css::frame::XFrame>& frame,
                                                           const css::uno::Reference<css::ui::XSidebar>& sidebar);
    ~CheckPanel() override;

    /// Lets go of everything; called when the deck goes, more than once perhaps.
    void close() noexcept;

    /// Every open panel, for PanelAccess and for commands that act on the panel of a window.
    [[nodiscard]] static std::vector<rtl::Reference<CheckPanel>> all();
    [[nodiscard]] const css::uno::Reference<css::frame::XFrame>& frame() const { return frame_; }
    [[nodiscard]] css::uno::Reference<css::awt::XControlContainer> controls() const;
    /// What the button does.
    void startCheck();
    void fixAll();

    void sessionChanged() noexcept override;

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
    // XActionListener
    void SAL_CALL actionPerformed(const css::awt::ActionEvent& event) override;
    // XSelectionChangeListener
    void SAL_CALL selectionChanged(const css::lang::EventObject& event) override;
    // XStyleChangeListener
    void SAL_CALL styleSettingsChanged(const css::lang::EventObject& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& event) override;

private:
    using Control = css::uno::Reference<css::awt::XControl>;
    /// What a line of the list stands for.
    struct Item {
        enum class Kind : std::uint8_t { group, finding, person } kind = Kind::group;
        std::size_t finding = 0;                 ///< index into the result
        std::string rule;                        ///< person: id of the rule
        css::uno::Reference<css::awt::tree::XMutableTreeNode> node;
    };

    CheckPanel(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
               const css::uno::Reference<css::ui::XSidebar>& sidebar);
    void build(const css::uno::Reference<css::awt::XWindow>& parent);
    void name();
    [[nodiscard]] std::shared_ptr<Session> session();
    void render();
    void renderState();
    void renderDetails();
    void fillList();
    [[nodiscard]] std::string listSignature(const Checked& checked) const;
    void takeSelection();
    void choose(std::size_t item);
    void askReason();
    void saveReason();
    void closeReason();
    void fixChosen();
    void takeUpChosen();
    void answered(const Session::Answer& answer, const std::string& done);
    void backToText();
    void layOut();
    void act(const rtl::OUString& name);
    /// Enter, Delete, Esc in a control; true if the key is used up.
    bool takeKey(const Control& control, sal_Int16 key);
    /// Who comes to an untouched list by Tab stands on its first finding.
    void takeFocus(const Control& control);
    [[nodiscard]] const checks::Finding* chosenFinding() const;
    [[nodiscard]] rtl::OUString say(std::string_view key, const std::vector<std::string>& arguments = {}) const;

    Context context_;
    css::uno::Reference<css::frame::XFrame> frame_;
    css::uno::Reference<css::ui::XSidebar> sidebar_;
    css::uno::Reference<css::awt::XWindow> parent_;
    std::unique_ptr<Controls> controls_;
    rtl::Reference<PanelKeys> keys_;
    Texts texts_;
    std::shared_ptr<Session> session_;

    Control check_, progress_, stop_, status_, note_, errors_, warnings_, infos_, list_, details_, fix_, ignore_, why_,
        reasonLabel_, reason_, reasonSave_, reasonCancel_, fixAll_, last_;
    Rows rows_;
    Rows::Row busyRow_ = 0, noteRow_ = 0, statusRow_ = 0, togglesRow_ = 0, listRow_ = 0, detailsRow_ = 0, buttonsRow_ = 0,
              reasonLabelRow_ = 0, reasonRow_ = 0, reasonButtonsRow_ = 0, fixAllRow_ = 0, lastRow_ = 0;
    css::uno::Reference<css::awt::tree::XTreeControl> tree_;

    std::vector<Item> items_;
    std::optional<std::size_t> chosen_;
    std::array<bool, 3> shown_{true, true, true};    ///< info, warning, error
    std::uint64_t revision_ = 0;                     ///< of the result in the list
    std::optional<std::size_t> next_;                ///< place in the order of findings to choose after a correction
    bool filling_ = false;
    bool explaining_ = false;                        ///< “Vì sao?” is on
    bool asking_ = false;                            ///< the reason is being written
    std::string noteText_;
    std::string signature_;                          ///< of what the list shows
    std::int32_t laidOutWidth_ = 0, laidOutHeight_ = 0;
};

}  // namespace thethuc::uno
