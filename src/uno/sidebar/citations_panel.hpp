// The panel “Viện dẫn”: the numbered list of cited documents with their mentions, and the documents that were cited once and are remembered.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "citations/forms.hpp"
#include "citations/particulars.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/session/memory.hpp"
#include "uno/session/view_home.hpp"
#include "uno/sidebar/session_panel.hpp"

namespace thethuc::uno {

class CitationsPanel final : public SessionPanel {
public:
    CitationsPanel(const Context& context, const PanelPlace& place) : SessionPanel(context, place), memory_(context, texts_.language) {}
    ~CitationsPanel() override { close(); }

    [[nodiscard]] std::string_view kind() const override { return "CitationsPanel"; }
    /// What the command “Viện dẫn…” does: reads the document where that was not done, and waits for a number or words in the field.
    void startSearch();
    void settingsChanged() override;
    /// What the command “Chèn, cập nhật danh mục viện dẫn” does.
    void makeList();
    /// Says what was done from elsewhere in the window.
    void tell(const std::string& note);

private:
    /// What a line of the list stands for.
    struct Item {
        enum class Kind : std::uint8_t { group, cited, remembered } kind = Kind::group;
        std::size_t index = 0;                       ///< of the ledger's entry, or in the memory
    };
    enum class Action : std::uint8_t { copyOne, copyAll, exportCsv, exportJson, memoryImport, memoryExport, forget, automatic, manual, setAside, listTable, markEvery, markFirst, unmark,
                                      shortenOne, completeOne, noteOne, shortenAll, completeAll, typedNotes, number, numberByDate, numberByType };

    /// What follows from the result that is shown and from the memory; made anew when one of them is another.
    struct Derived {
        std::shared_ptr<const Checked> of;
        std::uint64_t memory = 0;                    ///< revision
        std::vector<std::vector<std::size_t>> about; ///< by entry: findings
        std::vector<citations::Particulars> certain; ///< documents that can be remembered
        std::int32_t news = 0;                       ///< of them, what the memory does not know yet
        std::optional<citations::FormPlan> plan;     ///< of other wordings; made when it is first asked for
    };

    void build() override;
    void render() override;
    void letGo() override;
    void sessionChanged() noexcept override;
    void act(const rtl::OUString& command) override;
    void edited(const Control& control) override;
    bool takeKey(const Control& control, sal_Int16 key) override;
    [[nodiscard]] std::string listSignature(const Checked& checked) const override;
    void fillList() override;
    [[nodiscard]] std::optional<TreeList::Line> firstLine() const override;
    void choose(TreeList::Line line) override;

    const Derived& derived();
    [[nodiscard]] const citations::FormPlan& plan();
    [[nodiscard]] bool needsLook(std::size_t entry);
    void renderState();
    void renderDetails();
    /// Shows what `action` will change, above it.
    void renderPreview(Action action);
    void fillActions();
    [[nodiscard]] const citations::Ledger* ledger() const;
    [[nodiscard]] const Item* chosenItem() const;
    [[nodiscard]] std::optional<std::size_t> chosenEntry() const;
    [[nodiscard]] const app::CitedDocument* chosenRemembered();
    [[nodiscard]] citations::DateStyle dateStyle() const;
    [[nodiscard]] bool changeable();

    void step(std::ptrdiff_t by);
    void showPlace(const model::Place& place);
    void showOther();
    /// The place that a finding about the chosen document names beside its mention.
    [[nodiscard]] std::optional<model::Place> otherPlace();
    void insert();
    void remember(bool asked);
    void run(Action action);
    /// What an action will change in the text, in words, and whether it changes anything; nothing for actions that change no words.
    struct Preview {
        std::string words;
        bool changes = false;
    };
    [[nodiscard]] std::optional<Preview> previewOf(Action action);
    /// What a preview was made of: action, result, mention, memory.
    using PreviewOf = std::tuple<Action, std::shared_ptr<const Checked>, std::optional<std::size_t>, std::uint64_t>;
    [[nodiscard]] std::optional<std::size_t> chosenMention() const;
    /// The chosen mention as a place of the document.
    [[nodiscard]] std::optional<model::Place> chosenPlace() const;
    void reword(citations::FormChange::Kind kind, const std::optional<model::Place>& only);
    void numberItems(citations::ListOrder order);
    /// Carries out a change of the document and tells what came of it: `done` with the number of what changed, `nothing` where that is none.
    void change(const std::function<CitationAnswer(const css::uno::Reference<css::frame::XModel>&)>& work, std::string_view done, std::string_view nothing);
    void exportTo(const std::string& ending);
    void importMemory();
    void exportMemory();
    void copy(const std::string& words, std::string_view said);

    CitedMemory memory_;
    ViewHome home_;
    Derived derived_;
    std::vector<Item> items_;                        ///< by line of the list
    std::vector<Action> actions_;
    std::size_t mention_ = 0;                        ///< of the chosen document
    std::optional<Preview> shownPreview_;
    std::optional<PreviewOf> previewKey_;
    bool onlyLook_ = false;
    bool hasList_ = false;                           ///< the document has a list of cited documents
    bool reading_ = false;                           ///< the person asked for the reading that is under way
    std::string place_;                              ///< “Trang 8” of the mention
    std::string note_;
    Control read_, summary_, make_, filter_, look_, remember_, details_, previous_, next_, other_, stepText_, form_, insert_, preview_, action_, go_, noteText_;
    Rows::Row summaryRow_ = 0, listRow_ = 0, detailsRow_ = 0, makeRow_ = 0, stepRow_ = 0, hitRow_ = 0, lookRow_ = 0, previewRow_ = 0;
};

}  // namespace thethuc::uno
