// “Chọn chỉ tiêu…” in the panel “Soạn thảo”: an indicator table put together from rows, columns and figures.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/indicator_figures.hpp"
#include "app/table_choice.hpp"
#include "uno/sidebar/panel_page.hpp"
#include "uno/sidebar/tree_list.hpp"

namespace thethuc::uno {

/// Two lists: what there is, found by words, and what is chosen, in its order. The figure fields are those of the chosen row. Main thread only.
class TablePicker final : public PanelPage {
public:
    explicit TablePicker(Panel& panel) : PanelPage(panel) {}

    /// Makes the controls, hidden.
    void build();
    void letGo() noexcept;

    /// Shows the page with what can be chosen; what was chosen before stays where the sets are the same.
    void open(draft::IndicatorData data);
    void close() { open_ = false; }
    [[nodiscard]] bool isOpen() const noexcept { return open_; }
    void render();
    void focus() const;

    /// What to insert: nothing while no row is chosen.
    [[nodiscard]] std::string request() const { return choice_ ? choice_->request() : std::string(); }
    [[nodiscard]] std::map<std::string, std::string> figures() const { return choice_ ? choice_->figures() : std::map<std::string, std::string>(); }
    /// Name for the set made of a table; as it is typed.
    [[nodiscard]] std::string setName() const;
    /// A word for the person, below everything else of the page.
    void tell(const std::string& note) { note_ = note; }

    /// True if the command, control or key was one of the page's own.
    bool act(const rtl::OUString& command);
    bool edited(const Control& control);
    bool takeKey(const Control& control, sal_Int16 key);
    void takeSelection();

private:
    struct FigureField {
        draft::ColumnKind kind;
        const char* name;
        const char* key;
        Control control;
        Rows::Row row = 0;
    };
    struct ColumnToggle {
        std::string id;
        Control control;
    };

    void fillFound();
    void fillChosen();
    void fillFigures();
    void addChosen();
    void removeRow();
    void moveRow(std::int32_t by);
    void nextRow();
    void toggle(const rtl::OUString& command);
    void fill(const std::vector<app::FoundFigure>& found, std::string_view from);
    void fillFromDocument();
    void fillFromReport();
    [[nodiscard]] const draft::Indicator* chosenRow() const;
    /// “Hồ sơ nộp trực tuyến = 81; kế hoạch 100”.
    [[nodiscard]] std::string rowWords(const draft::Indicator& row) const;

    std::optional<app::TableChoice> choice_;
    std::vector<app::TableChoice::Line> lines_;      ///< by the marks of the upper list
    std::optional<std::size_t> row_;                 ///< chosen one of the lower list
    std::vector<app::FoundFigure> filled_;           ///< what was filled in by itself and not yet changed
    bool open_ = false;
    std::string note_;

    std::vector<Rows::Row> all_;
    Control search_, found_, add_, chosen_, up_, down_, remove_, fromDocument_, fromReport_, insert_, close_, setName_, saveSet_, noteText_;
    Rows::Row noteRow_ = 0;
    TreeList foundTree_, chosenTree_;
    std::array<FigureField, 3> figureFields_{FigureField{draft::ColumnKind::plan, "figure-plan", "tables.picker.plan", {}, 0},
                                             FigureField{draft::ColumnKind::actual, "figure-actual", "tables.picker.actual", {}, 0},
                                             FigureField{draft::ColumnKind::previous, "figure-previous", "tables.picker.previous", {}, 0}};
    std::vector<ColumnToggle> toggles_;
    Rows::Row togglesRow_ = 0;
};

}  // namespace thethuc::uno
