// The panel “Kiểm tra thể thức”: shows a session, passes on what the person asks for. Decides nothing itself.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <rtl/ref.hxx>

#include "uno/session/session.hpp"
#include "uno/sidebar/panel.hpp"
#include "uno/sidebar/tree_list.hpp"

namespace thethuc::uno {

class CheckPanel final : public Panel, public SessionObserver {
public:
    CheckPanel(const Context& context, const PanelPlace& place) : Panel(context, place) {}
    ~CheckPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "CheckPanel"; }
    /// What the button does.
    void startCheck();
    void fixAll();

    void sessionChanged() noexcept override;

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
    void takeSelection() override;
    bool takeKey(const Control& control, sal_Int16 key) override;
    /// Who comes to an untouched list by Tab stands on its first finding.
    void takeFocus(const Control& control) override;
    [[nodiscard]] std::shared_ptr<Session> session();
    void renderState();
    void renderDetails();
    void fillList();
    [[nodiscard]] std::string listSignature(const Checked& checked) const;
    void choose(std::size_t item);
    void askReason();
    void saveReason();
    void closeReason();
    void fixChosen();
    void takeUpChosen();
    void answered(const Session::Answer& answer, const std::string& done);
    [[nodiscard]] const checks::Finding* chosenFinding() const;

    std::shared_ptr<Session> session_;

    Control check_, progress_, stop_, status_, note_, errors_, warnings_, infos_, list_, details_, fix_, ignore_, why_,
        reasonLabel_, reason_, reasonSave_, reasonCancel_, fixAll_, last_;
    Rows::Row busyRow_ = 0, noteRow_ = 0, statusRow_ = 0, togglesRow_ = 0, listRow_ = 0, detailsRow_ = 0, buttonsRow_ = 0,
              reasonLabelRow_ = 0, reasonRow_ = 0, reasonButtonsRow_ = 0, fixAllRow_ = 0, lastRow_ = 0;

    TreeList tree_;
    std::vector<Item> items_;                        ///< by line of the list
    std::optional<std::size_t> chosen_;
    std::array<bool, 3> shown_{true, true, true};    ///< info, warning, error
    std::uint64_t revision_ = 0;                     ///< of the result in the list
    std::optional<std::size_t> next_;                ///< place in the order of findings to choose after a correction
    bool explaining_ = false;                        ///< “Vì sao?” is on
    bool asking_ = false;                            ///< the reason is being written
    std::string noteText_;
    std::string signature_;                          ///< of what the list shows
};

}  // namespace thethuc::uno
