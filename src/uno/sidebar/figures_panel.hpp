// The panel “Số liệu, tỷ lệ”: two numbers become words in the text; every ratio and sum of the document, recomputed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/conflicts.hpp"
#include "figures/phrase.hpp"
#include "uno/session/last_report.hpp"
#include "uno/sidebar/session_panel.hpp"

namespace thethuc::uno {

class FiguresPanel final : public SessionPanel {
public:
    FiguresPanel(const Context& context, const PanelPlace& place) : SessionPanel(context, place) {}
    ~FiguresPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "FiguresPanel"; }
    /// What the command “Chèn tỷ lệ…” does: numbers that are selected are taken, else the first field waits for one.
    void startEntry();
    void settingsChanged() override;

private:
    void build() override;
    void render() override;
    void letGo() override;
    void act(const rtl::OUString& command) override;
    void edited(const Control& control) override;
    bool takeKey(const Control& control, sal_Int16 key) override;
    [[nodiscard]] std::string listSignature(const Checked& checked) const override;
    void fillList() override;
    [[nodiscard]] std::optional<TreeList::Line> firstLine() const override;
    void choose(TreeList::Line line) override;

    void buildEntry();
    void buildList();

    [[nodiscard]] figures::Saying saying() const;
    [[nodiscard]] std::int32_t digits() const;
    /// The pattern in use for two numbers: the person's own, else the one that comes with the extension.
    [[nodiscard]] std::string pattern(const number::Decimal& a, const number::Decimal& b) const;
    [[nodiscard]] std::string_view patternKey() const;
    /// What is typed in a field; the panel says why where that is no number.
    [[nodiscard]] std::optional<number::Decimal> typed(const Control& field, std::string& note) const;
    /// Makes the sentence anew from the fields.
    void compose();
    void renderEntry();
    bool takeFromSelection();
    void insert();
    void clearEntry();
    void tellEntry(const std::string& note);
    void showPattern(bool on);
    void savePattern();
    void keepPatterns();

    void renderList();
    void renderDetails();
    [[nodiscard]] const std::vector<figures::Figure>* figures() const;
    /// A line of the list: a figure of the result, or a finding about two places that differ.
    struct Item {
        enum class Kind : std::uint8_t { group, figure, question, last };
        Kind kind = Kind::group;
        std::size_t index = 0;
    };
    [[nodiscard]] const Item* chosenItem() const;
    [[nodiscard]] const figures::Figure* chosenFigure() const;
    [[nodiscard]] const checks::Finding* chosenQuestion() const;
    /// Selects a place in the text and keeps its page for the details.
    void showPlace(const model::Place& place);
    void showOther();
    void update(std::optional<std::size_t> figure);
    void makeFormulas();
    /// “So với báo cáo kỳ trước…”: asks for the file, reads it, and compares now or when the document has been read.
    void chooseLast();
    /// Compares the session's result with the earlier report that was chosen, once for each result.
    void compareLast();
    [[nodiscard]] const figures::Conflict* chosenLast() const;
    [[nodiscard]] std::string lastBrief(const figures::Conflict& one) const;
    [[nodiscard]] std::string lastDetail(const figures::Conflict& one) const;
    [[nodiscard]] std::string lastName() const;

    // entry
    std::map<std::string, std::string, std::less<>> patterns_;
    std::u32string behind_;                          ///< the selected words that the sentence will follow; empty: it stands by itself
    bool onPattern_ = false;
    std::string entryNote_;
    Control labelA_, labelB_, a_, b_, unit_, saying_, digits_, sentence_, insert_, fromSelection_, patternEdit_, entryText_, patternIntro_, pattern_,
        patternSave_, patternReset_;
    Rows::Row patternIntroRow_ = 0, patternRow_ = 0, patternButtonsRow_ = 0;

    // list
    std::vector<Item> items_;                        ///< by line of the list
    bool atOther_ = false;                           ///< the text shows the second place of the chosen question
    std::string place_;                              ///< “Trang 8” of the chosen one
    std::string listNote_;
    std::shared_ptr<const LastReport> last_;         ///< the earlier report that was chosen
    std::vector<figures::Conflict> lastConflicts_;   ///< of the session's result with it
    std::uint64_t comparedRevision_ = 0;             ///< of the result that was compared
    std::uint64_t saves_ = 0;                        ///< of the session's saves, those that were told
    Control recompute_, summary_, details_, fix_, other_, update_, formulas_, compare_, onSave_, note_;
    Rows::Row listRow_ = 0, detailsRow_ = 0, buttonsRow_ = 0, otherRow_ = 0, formulasRow_ = 0, noteRow_ = 0;
};

}  // namespace thethuc::uno
