// The panel “Kiểm tra thể thức”: shows a session, passes on what the person asks for. Decides nothing itself.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <rtl/ref.hxx>

#include "uno/sidebar/session_panel.hpp"

namespace thethuc::uno {

class CheckPanel final : public SessionPanel {
public:
    CheckPanel(const Context& context, const PanelPlace& place) : SessionPanel(context, place) {}
    ~CheckPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "CheckPanel"; }
    /// What the button does.
    void startCheck();
    void fixAll();

private:
    /// What a line of the list stands for.
    struct Item {
        enum class Kind : std::uint8_t { group, finding, person } kind = Kind::group;
        std::size_t finding = 0;                 ///< index into the result
        std::string rule;                        ///< person: id of the rule
    };

    void build() override;
    void render() override;
    void letGo() override;
    void act(const rtl::OUString& name) override;
    bool takeKey(const Control& control, sal_Int16 key) override;
    [[nodiscard]] std::string listSignature(const Checked& checked) const override;
    void fillList() override;
    [[nodiscard]] std::optional<TreeList::Line> firstLine() const override;
    void choose(TreeList::Line item) override;
    void renderState();
    void renderDetails();
    void askReason();
    void saveReason();
    void closeReason();
    void fixChosen();
    void takeUpChosen();
    void answered(const Session::Answer& answer, const std::string& done);
    [[nodiscard]] const checks::Finding* chosenFinding() const;

    Control check_, status_, note_, errors_, warnings_, infos_, details_, fix_, ignore_, why_,
        reasonLabel_, reason_, reasonSave_, reasonCancel_, fixAll_, last_;
    Rows::Row noteRow_ = 0, statusRow_ = 0, togglesRow_ = 0, listRow_ = 0, detailsRow_ = 0, buttonsRow_ = 0,
              reasonLabelRow_ = 0, reasonRow_ = 0, reasonButtonsRow_ = 0, fixAllRow_ = 0, lastRow_ = 0;

    std::vector<Item> items_;                        ///< by line of the list
    std::array<bool, 3> shown_{true, true, true};    ///< info, warning, error
    std::optional<std::size_t> next_;                ///< place in the order of findings to choose after a correction
    bool explaining_ = false;                        ///< “Vì sao?” is on
    bool asking_ = false;                            ///< the reason is being written
    std::string noteText_;
};

}  // namespace thethuc::uno
