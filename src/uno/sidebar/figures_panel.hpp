// The panel “Số liệu, tỷ lệ”: two numbers become words in the text; every ratio and sum of the document, recomputed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/phrase.hpp"
#include "uno/session/session.hpp"
#include "uno/sidebar/panel.hpp"
#include "uno/sidebar/tree_list.hpp"

namespace thethuc::uno {

class FiguresPanel final : public Panel, public SessionObserver {
public:
    FiguresPanel(const Context& context, const PanelPlace& place) : Panel(context, place) {}
    ~FiguresPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "FiguresPanel"; }
    /// What the command “Chèn tỷ lệ…” does: numbers that are selected are taken, else the first field waits for one.
    void startEntry();

    void sessionChanged() noexcept override;

private:
    void build() override;
    void render() override;
    void letGo() override;
    void act(const rtl::OUString& command) override;
    void edited(const Control& control) override;
    void takeSelection() override;
    bool takeKey(const Control& control, sal_Int16 key) override;
    /// Who comes to an untouched list by Tab stands on its first figure.
    void takeFocus(const Control& control) override;

    void buildEntry();
    void buildList();
    [[nodiscard]] std::shared_ptr<Session> session();

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
    void fillList();
    [[nodiscard]] const std::vector<figures::Figure>* figures() const;
    [[nodiscard]] const figures::Figure* chosenFigure() const;
    [[nodiscard]] bool changeable();
    void choose(TreeList::Line line);
    void update(std::optional<std::size_t> figure);

    // entry
    std::map<std::string, std::string, std::less<>> patterns_;
    std::u32string behind_;                          ///< the selected words that the sentence will follow; empty: it stands by itself
    bool onPattern_ = false;
    std::string entryNote_;
    Control labelA_, labelB_, a_, b_, unit_, saying_, digits_, sentence_, insert_, fromSelection_, patternEdit_, entryText_, patternIntro_, pattern_,
        patternSave_, patternReset_;
    Rows::Row patternIntroRow_ = 0, patternRow_ = 0, patternButtonsRow_ = 0;

    // list
    std::shared_ptr<Session> session_;
    std::uint64_t revision_ = 0;
    std::string signature_;                          ///< of what the list shows
    std::vector<std::optional<std::size_t>> items_;  ///< by line of the list: index of the figure, nothing for a group
    std::optional<TreeList::Line> chosen_;
    std::string place_;                              ///< “Trang 8” of the chosen one
    std::string listNote_;
    TreeList tree_;
    Control recompute_, progress_, stop_, summary_, list_, details_, fix_, update_, note_;
    Rows::Row busyRow_ = 0, listRow_ = 0, detailsRow_ = 0, buttonsRow_ = 0, noteRow_ = 0;
};

}  // namespace thethuc::uno
