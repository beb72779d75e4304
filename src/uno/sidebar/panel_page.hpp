// A page of a panel in a class of its own: rows that are shown together, in the panel's window, with its keys and texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "uno/bridge/border.hpp"
#include "uno/sidebar/panel.hpp"
#include "uno/sidebar/tree_list.hpp"

namespace thethuc::uno {

/// Lends what Panel gives to its own classes. Belongs to the panel, which outlives it and passes its events on.
class PanelPage {
public:
    PanelPage(const PanelPage&) = delete;
    PanelPage& operator=(const PanelPage&) = delete;

protected:
    using Control = css::uno::Reference<css::awt::XControl>;

    explicit PanelPage(Panel& panel) : panel_(panel) {}
    ~PanelPage() = default;

    [[nodiscard]] const Context& context() const { return panel_.context_; }
    [[nodiscard]] Controls& controls() const { return *panel_.controls_; }
    [[nodiscard]] Rows& rows() const { return panel_.rows_; }
    [[nodiscard]] const Texts& texts() const { return panel_.texts_; }
    [[nodiscard]] bool& filling() const { return panel_.filling_; }
    [[nodiscard]] rtl::OUString say(std::string_view key, const std::vector<std::string>& arguments = {}) const { return panel_.say(key, arguments); }
    void name(const Control& button, const char* command, std::string_view key) const { panel_.name(button, command, key); }
    [[nodiscard]] Control button(const char* command, std::string_view key) const { return panel_.button(command, key); }
    Rows::Row edit(Control& control, const std::string& name, std::string_view key) const { return panel_.edit(control, name, key); }
    [[nodiscard]] Control label(const std::string& name, std::string_view key) const { return panel_.label(name, key); }
    void watchTree(const Control& control) const { panel_.watchTree(control); }
    void forget(const TreeList& list) const noexcept {
        guarded("panel", [&] {
            if (list.control().is()) list.control()->removeSelectionChangeListener(&panel_);
        });
    }
    [[nodiscard]] css::uno::Reference<css::frame::XModel> document() const { return panel_.document(); }

private:
    Panel& panel_;
};

}  // namespace thethuc::uno
