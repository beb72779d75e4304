// The reading itself. `Keep` false fetches all the same and keeps nothing: the bare walk, against which the cost of
// keeping is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <com/sun/star/container/XContentEnumerationAccess.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/read/draw_objects.hpp"
#include "uno/read/format_values.hpp"
#include "uno/read/list_indents.hpp"
#include "uno/read/portions.hpp"
#include "uno/read/read_result.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/read/text_walker.hpp"

namespace thethuc::uno {

template <bool Keep>
class ReaderCore {
public:
    ReaderCore(css::uno::Reference<css::uno::XComponentContext> context,
               css::uno::Reference<css::frame::XModel> model, ReadOptions options);

    bool step(std::size_t paragraphs);
    [[nodiscard]] std::size_t done() const noexcept { return done_; }
    [[nodiscard]] std::size_t expected() const noexcept { return expected_ > done_ ? expected_ : done_; }
    [[nodiscard]] bool finished() const noexcept { return phase_ == Phase::finished; }
    [[nodiscard]] ReadResult take() { return std::move(result_); }

private:
    enum class Phase { start, stories, finished };

    // A story whose text is still to be read; its place in the snapshot is taken already.
    struct Waiting {
        std::int32_t story = 0;
        css::uno::Reference<css::text::XText> text;
        model::Hmm width = 0;   ///< of the area that the text stands in
    };
    struct SectionFacts {
        bool isProtected = false;
        bool hidden = false;
    };
    struct OpenCell {
        std::int32_t cell = 0;
        bool isProtected = false;
        model::Hmm width = 0;   ///< for nested tables
        css::uno::Reference<css::table::XCell> live;
    };
    struct OpenTable {
        std::int32_t table = 0;
    };

    model::Document& document() { return result_.document; }
    model::Story& story() { return result_.document.stories[static_cast<std::size_t>(current_.story)]; }

    void start();
    bool nextStory();
    void finishBody();
    void finish();

    std::int32_t addStory(model::Story story, StorySource source, const css::uno::Reference<css::text::XText>& text,
                          model::Hmm width);
    void readParagraph();
    void readPortion(const Portion& portion, model::Paragraph& paragraph);
    [[nodiscard]] bool widthCounts(const model::Paragraph& paragraph) const;
    void readComment(model::Paragraph& paragraph);
    void readFootnote(const Portion& portion, model::Run& run, std::int32_t length);
    /// Some object that has not been met may hang at a paragraph of the current story.
    [[nodiscard]] bool mayHoldObjects() const noexcept;
    void readShapesOf(const css::uno::Reference<css::uno::XInterface>& holder, const model::Range& anchor);
    void readShape(const css::uno::Reference<css::drawing::XShape>& shape, const model::Range& anchor);
    std::int32_t shapeStory(const css::uno::Reference<css::uno::XInterface>& object, bool isFrame,
                            const std::string& name, std::int32_t index, model::Hmm width);
    void startTable();
    void endTable();
    void startCell();
    void endCell();
    void readBreak(const css::uno::Any* values, model::Paragraph& paragraph);
    SectionFacts sectionFacts(const css::uno::Any& section);
    std::int32_t pageStyleIndex(const rtl::OUString& name);
    void readPageTexts(std::int32_t style);

    css::uno::Reference<css::uno::XComponentContext> context_;
    css::uno::Reference<css::frame::XModel> model_;
    ReadOptions options_;
    ReadResult result_;
    Phase phase_ = Phase::start;
    std::size_t done_ = 0;
    std::size_t expected_ = 0;

    const css::uno::Sequence<rtl::OUString> paragraphNames_;
    const css::uno::Sequence<rtl::OUString> characterNames_;
    FontTable fonts_;
    ListIndents listIndents_;
    css::uno::Reference<css::container::XNameAccess> pageStyles_;

    DrawObjects objects_;
    std::size_t objectsLeft_ = 0;                        ///< not met yet; none left: no paragraph is asked
    std::size_t outsideBody_ = 0;                        ///< of them those that no paragraph of the body can hold
    std::unordered_set<const void*> objectsRead_;
    std::unordered_set<const void*> elsewhere_;          ///< the objects that outsideBody_ counts

    std::deque<Waiting> waiting_;
    Waiting current_;
    TextWalker walker_;
    TrackState tracked_;
    std::int32_t paragraphIndex_ = 0;                    ///< in the current story
    std::vector<OpenTable> openTables_;
    std::vector<OpenCell> openCells_;
    std::optional<model::PageBreak> tableBreak_;         ///< of the table whose first paragraph comes next
    bool breakAfter_ = false;                            ///< the paragraph before asked for a page after it
    std::int32_t noteCounts_[2] = {0, 0};                ///< unused numbers of footnotes and endnotes
    std::unordered_map<const void*, SectionFacts> sections_;
    std::vector<css::uno::Reference<css::uno::XInterface>> sectionsAlive_;
    std::u32string text_;                                ///< of the current paragraph
};

}  // namespace thethuc::uno
