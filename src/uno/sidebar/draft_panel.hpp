// The panel “Soạn thảo”: what a new document is to say, and the agency's file that it is drafted with.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/profile_store.hpp"
#include "draft/flat_odf.hpp"
#include "uno/session/drafter.hpp"
#include "uno/session/session.hpp"
#include "uno/sidebar/panel.hpp"
#include "uno/sidebar/table_picker.hpp"
#include "uno/sidebar/tree_list.hpp"

namespace thethuc::uno {

class DraftPanel final : public Panel, public SessionObserver {
public:
    DraftPanel(const Context& context, const PanelPlace& place);
    ~DraftPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "DraftPanel"; }
    /// “Áp dụng kiểu trình bày”, as the menu has it.
    void applyStyles();
    /// “Từ báo cáo kỳ trước…”: asks for the file.
    void fromEarlier();
    void sessionChanged() noexcept override;
    void settingsChanged() override;

private:
    void build() override;
    void render() override;
    void letGo() override;
    void takeSelection() override;
    void act(const rtl::OUString& command) override;
    void edited(const Control& control) override;
    bool takeKey(const Control& control, sal_Int16 key) override;

    void buildForm();
    void buildProfile();
    /// A button beside a choice: where it is kept, its command, its text.
    struct Named {
        Control* control;
        const char* command;
        std::string_view key;
    };
    Rows::Row choiceWith(Control& chosen, const std::string& name, std::string_view key, const std::vector<Named>& buttons);
    void fillChoices(const app::AgencyProfile& profile);
    void loadTemplates();
    void loadProfiles();
    void fillSigners();
    void fillTables();
    void insertFrame();
    void insertPart();
    void insertTable();
    void updateTables();
    /// Columns and sets of the templates with those of the agency's file.
    [[nodiscard]] draft::IndicatorData indicators() const;
    void openPicker();
    void closePicker();
    void insertPicked();
    void saveSet();
    void giveStyles();
    void makeNext(const std::string& file);
    void saveAsOutline();
    void buildPoints();
    void fillPoints(std::size_t chosen);
    void showPoint();
    void closePoints(bool all);
    /// What was done stands below the buttons, and a check that is shown is made again.
    void changed(const std::string& note);
    void fillOutlines();
    /// Reads what stands in the document of the window: its type is the one to draft, until the person chooses another.
    void recognise();
    [[nodiscard]] const draft::Outline* outline() const;
    [[nodiscard]] DraftRequest request() const;
    void answered(const DraftResult& result, std::string_view inserted);
    [[nodiscard]] std::map<std::string, std::string> values() const;
    [[nodiscard]] const draft::TypeTemplate* type() const;

    void showProfile(bool on);
    void fillProfile(const app::AgencyProfile& profile);
    [[nodiscard]] app::AgencyProfile typedProfile() const;
    void preview();
    [[nodiscard]] std::vector<std::string> typeNames() const;
    void saveProfile();
    void importProfile();
    void exportProfile();
    void tell(const std::string& note);

    app::ProfileStore store_;
    std::optional<draft::Templates> templates_;
    std::vector<std::size_t> order_;                 ///< of the types in the list, the daily ones first
    std::vector<app::ProfileStore::Entry> profiles_;
    std::optional<app::AgencyProfile> profile_;
    std::string editing_;                            ///< id of the profile in the form; empty for a new one
    std::vector<std::pair<std::string, std::string>> tables_;  ///< id and name
    std::vector<std::size_t> outlines_;              ///< of the chosen type, behind “none”
    bool onProfile_ = false;
    bool read_ = false;                              ///< recognise() has been asked for
    std::shared_ptr<Session> session_;               ///< of the document of the window, once there is one
    TreeList points_;                                ///< what is left to look at in a report that was made from an earlier one
    std::size_t pointsShown_ = 0;                    ///< lines of it
    bool stands_ = false;                            ///< the document has a header
    bool typeChosen_ = false;                        ///< by the person, for this window
    std::string note_;
    TablePicker picker_;

    Control type_, subject_, number_, date_, day_, month_, year_, addressee_, signer_, recipients_, outline_, period_, frame_, part_, insert_, table_, insertTable_, pickTable_, updateTables_, styles_, next_, outlineName_, outlineSave_, pointsText_, pointsList_, pointDone_, pointsClose_, profileChoice_, profileEdit_,
        profileNew_, noteText_;
    std::vector<Rows::Row> formRows_;
    Rows::Row signerRow_ = 0, recipientsRow_ = 0, addresseeRow_ = 0, numberRow_ = 0, dateRow_ = 0, outlineRow_ = 0, periodRow_ = 0, tableRow_ = 0, noteRow_ = 0, pointsTextRow_ = 0, pointsListRow_ = 0, pointsButtonsRow_ = 0;

    Control intro_, name_, superior_, agency_, placeName_, abbreviation_, unit_, contact_, signers_, list_, symbols_, size_, indent_, spacing_, distance_, preview_, save_, cancel_, import_, export_;
    std::vector<Rows::Row> profileRows_;
    std::vector<std::int32_t> spacings_, distances_; ///< 1/100 line and 1/10 pt of the entries of the two choices
};

}  // namespace thethuc::uno
