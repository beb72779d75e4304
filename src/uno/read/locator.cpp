#include "uno/read/locator.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XPageCursor.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFrame.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/draw_objects.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/read/portions.hpp"
#include "uno/read/text_walker.hpp"

namespace thethuc::uno {

namespace {

using TextRange = css::uno::Reference<css::text::XTextRange>;

// A stretch of a paragraph that the snapshot's text has, with its code points.
struct Piece {
    TextRange range;
    std::int32_t start = 0;
    std::int32_t length = 0;
    bool whole = false;   ///< a field or note: taken as a whole or not at all
    bool behindMark = false;   ///< a mark [n] of ours stands before it
};

struct Line {
    TextRange paragraph;
    css::uno::Reference<css::text::XText> text;
    TrackState tracked;   ///< at its start
};

// A cursor moves by at most 32767 steps at a time.
bool goRight(const css::uno::Reference<css::text::XTextCursor>& cursor, std::int32_t steps, bool expand) {
    while (steps > 0) {
        const auto now = static_cast<sal_Int16>(std::min<std::int32_t>(steps, std::numeric_limits<sal_Int16>::max()));
        if (!cursor->goRight(now, expand)) return false;
        steps -= now;
    }
    return true;
}

css::uno::Reference<css::text::XTextCursor> cursorAt(const TextRange& range) {
    return {range->getText()->createTextCursorByRange(range), css::uno::UNO_SET_THROW};
}

}  // namespace

class Locator::Impl {
public:
    Impl(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read)
        : model_(model), read_(read), names_(seq<rtl::OUString>({"TextPortionType"})) {}

    void refresh() {
        stories_.clear();
        objects_.reset();
        hasChanges_.reset();
    }

    std::optional<FoundParagraph> paragraph(const model::Place& place) {
        const std::vector<Line>& lines = story(place.range.story);
        const auto count = static_cast<std::int32_t>(lines.size());
        const std::int32_t index = place.range.paragraph;
        const auto found = [&](std::int32_t at) {
            const Line& line = lines[static_cast<std::size_t>(at)];
            return FoundParagraph{line.paragraph, line.text, at};
        };
        if (place.fingerprint == 0) {
            if (index < 0 || index >= count) return std::nullopt;
            return found(index);
        }
        // Outwards from where it was: the nearest one with the same words, the earlier one first.
        for (std::int32_t step = 0; step <= std::max(index, count - index); ++step) {
            for (const std::int32_t at : {index - step, index + step}) {
                if (at < 0 || at >= count || (step == 0 && at != index)) continue;
                if (fingerprint(lines[static_cast<std::size_t>(at)]) == place.fingerprint) return found(at);
                if (step == 0) break;
            }
        }
        return std::nullopt;
    }

    // Pieces of the paragraph that overlap [start, end) of its text, cut to it. An empty range gives the one
    // (collapsed) piece at its position.
    std::vector<TextRange> cut(const FoundParagraph& found, std::int32_t storyIndex, std::int32_t start,
                               std::int32_t end) {
        const Line& line = story(storyIndex)[static_cast<std::size_t>(found.index)];
        std::vector<TextRange> result;
        const std::vector<Piece> parts = pieces(line);
        if (start >= end) {
            result.push_back(position(line, parts, start));
            return result;
        }
        for (const Piece& piece : parts) {
            const std::int32_t from = std::max(start, piece.start);
            const std::int32_t to = std::min(end, piece.start + piece.length);
            if (from >= to) continue;
            if (piece.whole || (from == piece.start && to == piece.start + piece.length)) {
                result.push_back(piece.range);
                continue;
            }
            const css::uno::Reference<css::text::XTextCursor> cursor = cursorAt(piece.range->getStart());
            goRight(cursor, from - piece.start, false);
            goRight(cursor, to - from, true);
            result.emplace_back(cursor, css::uno::UNO_QUERY);
        }
        return result;
    }

    css::uno::Reference<css::text::XText> storyText(std::int32_t index) {
        if (index < 0 || static_cast<std::size_t>(index) >= read_.mapping.stories.size()) return {};
        const StorySource& source = read_.mapping.stories[static_cast<std::size_t>(index)];
        switch (source.kind) {
            case StorySource::Kind::body: {
                const css::uno::Reference<css::text::XTextDocument> document(model_, css::uno::UNO_QUERY);
                return document.is() ? document->getText() : nullptr;
            }
            case StorySource::Kind::frame: {
                const css::uno::Reference<css::text::XTextFramesSupplier> supplier(model_, css::uno::UNO_QUERY);
                if (!supplier.is()) return {};
                const css::uno::Reference<css::text::XTextFrame> frame(named(supplier->getTextFrames(), source.name),
                                                                       css::uno::UNO_QUERY);
                return frame.is() ? frame->getText() : nullptr;
            }
            case StorySource::Kind::shape:
                return {objects().byName(source.name), css::uno::UNO_QUERY};
            case StorySource::Kind::footnote: {
                const css::uno::Reference<css::text::XFootnotesSupplier> supplier(model_, css::uno::UNO_QUERY);
                return supplier.is() ? indexed(supplier->getFootnotes(), source.index) : nullptr;
            }
            case StorySource::Kind::endnote: {
                const css::uno::Reference<css::text::XEndnotesSupplier> supplier(model_, css::uno::UNO_QUERY);
                return supplier.is() ? indexed(supplier->getEndnotes(), source.index) : nullptr;
            }
            case StorySource::Kind::page:
                return getObject<css::text::XText>(style(styleFamily(model_, "PageStyles"), str(source.name)),
                                                   str(source.property));
        }
        return {};
    }

    css::uno::Reference<css::drawing::XShape> shape(std::string_view name) { return objects().byName(name); }

    css::uno::Reference<css::text::XTextTable> table(std::int32_t index) {
        if (index < 0 || static_cast<std::size_t>(index) >= read_.document.tables.size()) return {};
        const css::uno::Reference<css::text::XTextTablesSupplier> supplier(model_, css::uno::UNO_QUERY);
        if (!supplier.is()) return {};
        return {named(supplier->getTextTables(), read_.document.tables[static_cast<std::size_t>(index)].name),
                css::uno::UNO_QUERY};
    }

    css::uno::Reference<css::beans::XPropertySet> pageStyle(std::string_view name) {
        return style(styleFamily(model_, "PageStyles"), str(name));
    }

    bool select(const css::uno::Reference<css::uno::XInterface>& object) {
        const css::uno::Reference<css::view::XSelectionSupplier> view(model_->getCurrentController(),
                                                                      css::uno::UNO_QUERY);
        return view.is() && object.is() && guarded("select", false, [&] { return bool(view->select(css::uno::Any(object))); });
    }

    std::vector<std::int32_t> pagesOf(const std::vector<model::Range>& ranges) {
        std::vector<std::int32_t> result(ranges.size(), 0);
        const css::uno::Reference<css::frame::XController> controller = model_->getCurrentController();
        const css::uno::Reference<css::text::XTextViewCursorSupplier> supplier(controller, css::uno::UNO_QUERY);
        if (!supplier.is()) return result;
        const css::uno::Reference<css::text::XTextViewCursor> cursor = supplier->getViewCursor();
        const css::uno::Reference<css::text::XPageCursor> page(cursor, css::uno::UNO_QUERY);
        if (!page.is()) return result;
        const css::uno::Reference<css::view::XSelectionSupplier> view(controller, css::uno::UNO_QUERY);
        css::uno::Any selection;
        if (view.is()) guarded("selection", [&] { selection = view->getSelection(); });
        {
            const ControllersLock lock(model_);
            for (std::size_t i = 0; i < ranges.size(); ++i) {
                guarded("page", [&] {
                    const std::vector<Line>& lines = story(ranges[i].story);
                    const auto index = static_cast<std::size_t>(ranges[i].paragraph);
                    if (ranges[i].paragraph < 0 || index >= lines.size()) return;
                    TextRange at = lines[index].paragraph->getStart();
                    if (ranges[i].start > 0) {
                        at = position(lines[index], pieces(lines[index]), ranges[i].start);
                    }
                    cursor->gotoRange(at, false);
                    result[i] = page->getPage();
                });
            }
            if (selection.hasValue()) guarded("selection", [&] { view->select(selection); });
        }
        return result;
    }

private:
    static css::uno::Reference<css::uno::XInterface> named(
        const css::uno::Reference<css::container::XNameAccess>& names, const std::string& name) {
        const rtl::OUString wanted = str(name);
        if (!names.is() || !names->hasByName(wanted)) return {};
        return {names->getByName(wanted), css::uno::UNO_QUERY};
    }

    static css::uno::Reference<css::text::XText> indexed(
        const css::uno::Reference<css::container::XIndexAccess>& items, std::int32_t index) {
        if (!items.is() || index < 0 || index >= items->getCount()) return {};
        return {items->getByIndex(index), css::uno::UNO_QUERY};
    }

    DrawObjects& objects() {
        if (!objects_) objects_.emplace(model_);
        return *objects_;
    }

    // Tracked changes may span paragraphs; only then must a story be read from its start.
    bool hasChanges() {
        if (!hasChanges_) {
            const auto changes = property(model_, "Redlines");
            const css::uno::Reference<css::container::XElementAccess> list(changes, css::uno::UNO_QUERY);
            hasChanges_ = !list.is() || list->hasElements();
        }
        return *hasChanges_;
    }

    const std::vector<Line>& story(std::int32_t index) {
        if (index < 0) index = std::numeric_limits<std::int32_t>::max();  // no such story: an empty one
        const auto key = static_cast<std::size_t>(index);
        if (key >= read_.mapping.stories.size()) return none_;
        if (stories_.size() <= key) stories_.resize(read_.mapping.stories.size());
        if (stories_[key]) return *stories_[key];
        std::vector<Line> lines;
        const css::uno::Reference<css::text::XText> text = storyText(index);
        if (text.is()) {
            const bool changes = hasChanges();
            TrackState tracked;
            TextWalker walker(text);
            for (auto event = walker.next(); event != TextWalker::Event::done; event = walker.next()) {
                if (event != TextWalker::Event::paragraph) continue;
                Line line;
                line.paragraph.set(walker.paragraph(), css::uno::UNO_QUERY);
                line.text = walker.text();
                line.tracked = tracked;
                if (changes) {
                    forEachPortion({line.paragraph, css::uno::UNO_QUERY}, names_, tracked, [](const Portion&) {});
                }
                lines.push_back(std::move(line));
            }
        }
        stories_[key] = std::move(lines);
        return *stories_[key];
    }

    std::vector<Piece> pieces(const Line& line) {
        std::vector<Piece> result;
        TrackState tracked = line.tracked;
        std::int32_t start = 0;
        bool behindMark = false;
        const auto visit = [&](const Portion& portion) {
            if (portion.type == PortionType::frame) return;
            const std::int32_t length = codePoints(portion.text);
            result.push_back({portion.range, start, length, portion.type != PortionType::text, std::exchange(behindMark, false)});
            start += length;
        };
        forEachPortion({line.paragraph, css::uno::UNO_QUERY}, names_, tracked, visit,
                       [&](const Aside& aside) { behindMark = behindMark || aside.kind == Aside::Kind::mark; });
        return result;
    }

    std::uint64_t fingerprint(const Line& line) {
        model::Paragraph paragraph;
        TrackState tracked = line.tracked;
        forEachPortion({line.paragraph, css::uno::UNO_QUERY}, names_, tracked, [&](const Portion& portion) {
            if (portion.type != PortionType::frame) appendU32(paragraph.text, portion.text);
        });
        return paragraph.fingerprint();
    }

    // The collapsed range before code point `at`.
    static TextRange position(const Line& line, const std::vector<Piece>& parts, std::int32_t at) {
        for (const Piece& piece : parts) {
            if (at >= piece.start + piece.length && &piece != &parts.back()) continue;
            // What is put in between a citation and its mark belongs to the citation.
            if (at == piece.start && piece.behindMark && &piece != &parts.front()) return (&piece - 1)->range->getEnd();
            if (at <= piece.start) return piece.range->getStart();
            if (piece.whole || at >= piece.start + piece.length) return piece.range->getEnd();
            const css::uno::Reference<css::text::XTextCursor> cursor = cursorAt(piece.range->getStart());
            goRight(cursor, at - piece.start, false);
            return {cursor, css::uno::UNO_QUERY};
        }
        return line.paragraph->getStart();
    }

    css::uno::Reference<css::frame::XModel> model_;
    const ReadResult& read_;
    const css::uno::Sequence<rtl::OUString> names_;
    std::vector<std::optional<std::vector<Line>>> stories_;
    const std::vector<Line> none_;
    std::optional<DrawObjects> objects_;
    std::optional<bool> hasChanges_;
};

Locator::Locator(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read)
    : impl_(std::make_unique<Impl>(model, read)) {}
Locator::~Locator() = default;

void Locator::refresh() { impl_->refresh(); }

std::optional<FoundParagraph> Locator::paragraph(const model::Place& place) { return impl_->paragraph(place); }

std::vector<TextRange> Locator::pieces(const model::Place& place) {
    const std::optional<FoundParagraph> found = impl_->paragraph(place);
    if (!found) return {};
    return impl_->cut(*found, place.range.story, place.range.start, place.range.end());
}

std::optional<TextRange> Locator::range(const model::Place& place) {
    const std::vector<TextRange> parts = pieces(place);
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return parts.front();
    const css::uno::Reference<css::text::XTextCursor> cursor = cursorAt(parts.front()->getStart());
    cursor->gotoRange(parts.back()->getEnd(), true);
    return TextRange(cursor, css::uno::UNO_QUERY);
}

css::uno::Reference<css::text::XText> Locator::storyText(std::int32_t story) { return impl_->storyText(story); }
css::uno::Reference<css::drawing::XShape> Locator::shape(std::string_view name) { return impl_->shape(name); }
css::uno::Reference<css::text::XTextTable> Locator::table(std::int32_t index) { return impl_->table(index); }
css::uno::Reference<css::beans::XPropertySet> Locator::pageStyle(std::string_view name) {
    return impl_->pageStyle(name);
}

bool Locator::show(const model::Place& place) {
    std::optional<TextRange> target = range(place);
    if (!target) return false;
    return impl_->select(*target);
}

bool Locator::showShape(std::string_view name) { return impl_->select(shape(name)); }

std::vector<std::int32_t> Locator::pagesOf(const std::vector<model::Range>& ranges) { return impl_->pagesOf(ranges); }

}  // namespace thethuc::uno
