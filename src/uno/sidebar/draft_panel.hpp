// The panel “Soạn thảo”: what a new document is to say, and the agency's file that it is drafted with.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/profile_store.hpp"
#include "draft/flat_odf.hpp"
#include "uno/session/drafter.hpp"
#include "uno/sidebar/panel.hpp"

namespace thethuc::uno {

class DraftPanel final : public Panel {
public:
    DraftPanel(const Context& context, const PanelPlace& place);
    ~DraftPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "DraftPanel"; }
    /// “Áp dụng kiểu trình bày”, as the menu has it.
    void applyStyles();
    void settingsChanged() override;

private:
    void build() override;
    void render() override;
    void letGo() override {}
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
    void insertFrame();
    void insertPart();
    void insertTable();
    void giveStyles();
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
    bool stands_ = false;                            ///< the document has a header
    bool typeChosen_ = false;                        ///< by the person, for this window
    std::string note_;

    Control type_, subject_, number_, day_, month_, year_, addressee_, signer_, recipients_, outline_, period_, frame_, part_, insert_, table_, insertTable_, styles_, profileChoice_, profileEdit_,
        profileNew_, noteText_;
    std::vector<Rows::Row> formRows_;
    Rows::Row signerRow_ = 0, recipientsRow_ = 0, addresseeRow_ = 0, numberRow_ = 0, outlineRow_ = 0, periodRow_ = 0, tableRow_ = 0, noteRow_ = 0;

    Control intro_, name_, superior_, agency_, placeName_, abbreviation_, unit_, contact_, signers_, list_, size_, indent_, preview_, save_, cancel_, import_, export_;
    std::vector<Rows::Row> profileRows_;
};

}  // namespace thethuc::uno
