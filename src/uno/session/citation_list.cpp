#include "uno/session/citation_edits.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/TableColumnSeparator.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "citations/list.hpp"
#include "model/cited_list.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/session/citation_marks.hpp"
#include "uno/session/cited_reading.hpp"
#include "uno/write/format_properties.hpp"
#include "uno/write/numbering.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using citations::kParticulars;
using citations::ListPlan;
using citations::PlannedRow;
using citations::StandingList;
using citations::StandingRow;
using Model = Reference<css::frame::XModel>;
using Text = Reference<css::text::XText>;
using Range = Reference<css::text::XTextRange>;
using Cursor = Reference<css::text::XTextCursor>;
using ParagraphCursor = Reference<css::text::XParagraphCursor>;
using Table = Reference<css::text::XTextTable>;

constexpr sal_Int16 kBreak = css::text::ControlCharacter::PARAGRAPH_BREAK;
// Widths of the table's columns in tenths of a per cent; what is left over is for the subject.
constexpr std::array<sal_Int32, kParticulars + 1> kColumnWidths{70, 230, 130, 190, 290, 90};
constexpr model::DeciPt kTableSmaller = 20;      // a table's letters beside the text's
constexpr model::DeciPt kTableSmallest = 110;

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

Range rangeOf(const Reference<css::uno::XInterface>& object) { return Range(object, UNO_QUERY_THROW); }

Cursor cursorAt(const Range& place) { return Cursor(place->getText()->createTextCursorByRange(place->getStart()), css::uno::UNO_SET_THROW); }

/// The paragraph that a place stands in, as one range.
Cursor wholeParagraph(const Range& place) {
    const ParagraphCursor cursor(cursorAt(place), UNO_QUERY_THROW);
    cursor->gotoStartOfParagraph(false);
    cursor->gotoEndOfParagraph(true);
    return Cursor(cursor, UNO_QUERY_THROW);
}

/// Ends the paragraph of the cursor behind its words and goes to the new one.
void newParagraph(const Cursor& cursor) {
    const ParagraphCursor at(cursor, UNO_QUERY_THROW);
    at->gotoEndOfParagraph(false);
    at->getText()->insertControlCharacter(rangeOf(at), kBreak, false);
    if (!(at->isStartOfParagraph() && at->isEndOfParagraph())) at->gotoNextParagraph(false);
}

// ---- bookmarks and references

Reference<css::container::XNameAccess> bookmarksOf(const Model& model) {
    const Reference<css::text::XBookmarksSupplier> supplier(model, UNO_QUERY);
    return supplier.is() ? supplier->getBookmarks() : Reference<css::container::XNameAccess>();
}

void putBookmark(const Model& model, const std::string& name, const Range& range) {
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::text::XTextContent> bookmark(factory->createInstance("com.sun.star.text.Bookmark"), UNO_QUERY_THROW);
    Reference<css::container::XNamed>(bookmark, UNO_QUERY_THROW)->setName(str(name));
    range->getText()->insertTextContent(range, bookmark, true);
}

void dropBookmark(const Model& model, const std::string& name) {
    const auto bookmarks = bookmarksOf(model);
    if (!bookmarks.is() || !bookmarks->hasByName(str(name))) return;
    const Reference<css::lang::XComponent> bookmark(bookmarks->getByName(str(name)), UNO_QUERY);
    if (bookmark.is()) bookmark->dispose();
}

/// What is generated is not recorded as a change, as Writer does with its indexes.
class TrackingOff {
public:
    explicit TrackingOff(const Model& model) : model_(model), was_(getOr(model, "RecordChanges", false)) {
        if (was_) set(model_, "RecordChanges", false);
    }
    ~TrackingOff() {
        if (was_) guarded("record changes", [this] { set(model_, "RecordChanges", true); });
    }
    TrackingOff(const TrackingOff&) = delete;
    TrackingOff& operator=(const TrackingOff&) = delete;
    [[nodiscard]] bool was() const noexcept { return was_; }

private:
    Model model_;
    bool was_ = false;
};

/// Switching it off needs the password there.
bool trackingLocked(const Model& model) {
    const auto key = get<css::uno::Sequence<sal_Int8>>(model, "RedlineProtectionKey");
    return key && key->getLength() > 0 && getOr(model, "RecordChanges", false);
}

/// A row while rows are put in, moved and taken out.
struct LiveRow {
    std::optional<std::size_t> standing;
    Cursor at;                                   ///< in its paragraph, or in the cell of its number
};

class ListWork {
public:
    ListWork(const Context& context, const Model& model, const Texts& texts, const std::string& title)
        : context_(context), model_(model), texts_(texts), title_(title), now_(readCitations(context, model)), list_(citations::standingList(now_.document())) {}

    CitationAnswer insert(citations::ListForm form) {
        if (const auto reason = whyNotEditable(now_.document().facts)) return refuse(reason->key, reason->arguments);
        if (list_.any) return refuse("cite-list.exists");
        if (now_.ledger.entries.empty()) return refuse("cite-list.nothing");
        const Range cursor = place();
        if (!cursor.is()) return std::move(answer_);
        if (trackingLocked(model_)) return refuse("cite-list.tracking");
        const model::Paragraph* like = likeAt(cursor);
        const model::ParagraphFormat format = like == nullptr ? model::ParagraphFormat{} : like->format;
        const bool table = form == citations::ListForm::table;
        return inOneStep([&] {
            const ListLook look = table ? ListLook{rtl::OUString(), 0, 0, true} : ListLook{".", format.leftMargin, format.firstLineIndent, false};
            const rtl::OUString numbering = makeListStyle(model_, texts_(table ? "cite-list.style.table" : "cite-list.style"), look);
            const ListPlan plan = citations::planList(emptyList(form), wanted(form));
            if (table) insertTable(cursor, plan, numbering, like);
            else insertParagraphs(cursor, plan, numbering, like);
            answer_.changed = static_cast<std::int32_t>(plan.rows.size());
            if (table) pagesAgain();
        });
    }

    CitationAnswer update() {
        if (const auto reason = whyNotEditable(now_.document().facts)) return refuse(reason->key, reason->arguments);
        if (!list_.any) return refuse("cite-list.none");
        if (list_.scattered) return refuse("cite-list.scattered");
        if (now_.ledger.entries.empty()) return refuse("cite-list.nothing-left");
        for (const StandingRow& row : list_.rows) {
            if (now_.document().at(row.at).protectedContent) return refuse("cite-list.protected");
        }
        if (trackingLocked(model_)) return refuse("cite-list.tracking");
        ListPlan plan = citations::planList(list_, wanted(list_.form));
        if (list_.merged && plan.structural()) return refuse("cite-list.merged");
        if (plan.moves && !rowsMovable()) {
            plan.keepOrder();
            note("cite-list.note.order");
        }
        const bool seals = std::any_of(plan.rows.begin(), plan.rows.end(), [&](const PlannedRow& row) {
            return row.standing && row.made != list_.rows[*row.standing].made;
        });
        const auto marks = citations::planMarks(now_.document(), now_.analysis, now_.ledger, citations::MarkScope::standing);
        if (plan.changes() == 0 && !seals && marks.taken.empty() && marks.put.empty()) {
            if (countReferences(model_) > 0) unrecorded(model_, refreshReferences);
            tell(plan);
            return std::move(answer_);
        }
        return inOneStep([&] {
            answer_.changed = static_cast<std::int32_t>(plan.changes());
            carryOut(plan);
            tell(plan);
            if (list_.form == citations::ListForm::table && plan.structural()) pagesAgain();
            rightMarks();
        });
    }

private:
    const Context& context_;
    const Model& model_;
    const Texts& texts_;
    const std::string& title_;
    CitedReading now_;
    StandingList list_;
    CitationAnswer answer_;

    CitationAnswer refuse(std::string_view key, const std::vector<std::string>& arguments = {}) {
        answer_.message = texts_(key, arguments);
        return std::move(answer_);
    }
    void note(std::string_view key, const std::vector<std::string>& arguments = {}) { answer_.notes.push_back(texts_(key, arguments)); }

    CitationAnswer inOneStep(const std::function<void()>& work) {
        UndoScope scope(model_, str(title_));
        refreshBehindUndo(model_);
        {
            const TrackingOff off(model_);
            work();
            if (off.was()) note("cite-list.note.untracked");
        }
        refreshBehindRedo(model_);
        scope.commit();
        return std::move(answer_);
    }

    void readAgain() {
        now_ = readCitations(context_, model_);
        list_ = citations::standingList(now_.document());
    }

    static StandingList emptyList(citations::ListForm form) {
        StandingList list;
        list.form = form;
        return list;
    }

    /// Pages are asked for tables only: they force the layout.
    [[nodiscard]] std::vector<citations::WantedRow> wanted(citations::ListForm form) {
        if (form != citations::ListForm::table) return citations::wantedRows(now_.document(), now_.ledger, form);
        std::vector<model::Range> places;
        for (const citations::Mention& mention : now_.ledger.mentions) places.push_back(mention.at);
        Locator locator(model_, now_.read);
        const std::vector<std::int32_t> pages = locator.pagesOf(places);
        std::map<model::Range, std::int32_t> byPlace;
        for (std::size_t i = 0; i < places.size() && i < pages.size(); ++i) byPlace[places[i]] = pages[i];
        return citations::wantedRows(now_.document(), now_.ledger, form, [&](const model::Range& at) { return byPlace[at]; });
    }

    /// A table moves what stands below it: its pages are asked once more.
    void pagesAgain() {
        readAgain();
        const ListPlan plan = citations::planList(list_, wanted(list_.form));
        if (!plan.structural() && plan.changes() > 0) carryOut(plan);
    }

    void tell(const ListPlan& plan) {
        std::string typed, uncited;
        for (std::size_t i = 0; i < plan.rows.size(); ++i) {
            std::string* const rows = !plan.rows[i].entry ? &uncited : plan.rows[i].typed ? &typed : nullptr;
            if (rows != nullptr) *rows += (rows->empty() ? "" : ", ") + std::to_string(i + 1);
        }
        if (!typed.empty()) note("cite-list.note.typed", {typed});
        if (!uncited.empty()) note("cite-list.note.uncited", {uncited});
    }

    // ---- where it is put in

    /// The paragraph of the cursor; empty, with the reason said, where a list cannot stand.
    Range place() {
        const Reference<css::text::XTextViewCursorSupplier> view(model_->getCurrentController(), UNO_QUERY);
        Range cursor;
        if (view.is()) cursor.set(view->getViewCursor(), UNO_QUERY);
        const Text body = Reference<css::text::XTextDocument>(model_, UNO_QUERY_THROW)->getText();
        if (!cursor.is() || cursor->getText() != body || getObject<css::uno::XInterface>(cursor, "DocumentIndex").is()) {
            answer_.message = texts_("cite-list.cursor");
            return {};
        }
        for (auto section = getObject<css::text::XTextSection>(cursor, "TextSection"); section.is(); section = section->getParentSection()) {
            if (!getOr(section, "IsProtected", false)) continue;
            answer_.message = texts_("cite-list.protected");
            return {};
        }
        return cursor->getStart();
    }

    /// The paragraph of running text that is nearest to the cursor: rows look like it. Null in a document without text.
    [[nodiscard]] const model::Paragraph* likeAt(const Range& cursor) {
        const auto& paragraphs = now_.document().stories.front().paragraphs;
        const Reference<css::text::XTextRangeCompare> places(cursor->getText(), UNO_QUERY_THROW);
        const Cursor here = wholeParagraph(cursor);
        Locator locator(model_, now_.read);
        std::size_t at = 0;
        for (std::size_t p = 0; p < paragraphs.size(); ++p) {
            if (paragraphs[p].cell >= 0) continue;
            const auto found = locator.paragraph(model::Range{0, static_cast<std::int32_t>(p), 0, 0});
            if (found && places->compareRegionStarts(found->paragraph->getStart(), here->getStart()) == 0) at = p;
        }
        const model::Paragraph* best = nullptr;
        std::size_t distance = 0;
        for (const elements::Element& element : now_.analysis.elements) {
            const model::Range& range = element.ranges.front();
            if (element.kind != elements::Kind::noiDung || element.role != elements::Role::whole || range.story != 0) continue;
            const std::size_t away = index(range.paragraph) > at ? index(range.paragraph) - at : at - index(range.paragraph);
            if (best != nullptr && away >= distance) continue;
            best = &paragraphs[index(range.paragraph)];
            distance = away;
        }
        if (best == nullptr && at < paragraphs.size()) best = &paragraphs[at];
        return best;
    }

    /// An empty paragraph at the cursor: its own if that is empty, else a new one below, or above where the cursor stands at its beginning.
    static Cursor emptyParagraph(const Range& place) {
        const ParagraphCursor cursor(cursorAt(place), UNO_QUERY_THROW);
        const bool start = cursor->isStartOfParagraph();
        if (start && cursor->isEndOfParagraph()) return Cursor(cursor, UNO_QUERY_THROW);
        if (!start) {
            newParagraph(Cursor(cursor, UNO_QUERY_THROW));
            return Cursor(cursor, UNO_QUERY_THROW);
        }
        cursor->getText()->insertControlCharacter(rangeOf(cursor), kBreak, false);
        if (!(cursor->isStartOfParagraph() && cursor->isEndOfParagraph())) cursor->gotoPreviousParagraph(false);
        return Cursor(cursor, UNO_QUERY_THROW);
    }

    void insertParagraphs(const Range& place, const ListPlan& plan, const rtl::OUString& numbering, const model::Paragraph* like) {
        const model::ParagraphFormat format = like == nullptr ? model::ParagraphFormat{} : like->format;
        const model::CharFormat letters = like == nullptr ? model::CharFormat{} : like->base;
        const rtl::OUString style = like == nullptr ? rtl::OUString() : str(like->style);
        const std::string font = like == nullptr ? std::string() : now_.document().fonts[index(letters.font)];
        const bool formatted = like != nullptr;
        const Cursor at = emptyParagraph(place);
        const Text text = at->getText();
        for (std::size_t i = 0; i < plan.rows.size(); ++i) {
            if (i > 0) newParagraph(at);
            const Cursor row = cursorAt(rangeOf(at));
            if (!style.isEmpty()) trySet(row, "ParaStyleName", css::uno::Any(style));
            set(row, "NumberingStyleName", numbering);
            text->insertString(rangeOf(row), str(plan.rows[i].words.at(0).value_or(std::u32string())), false);
            seal(plan.rows[i], wholeParagraph(rangeOf(at)));
        }
        readAgain();
        if (!formatted) return;
        model::Edits edits;
        for (const StandingRow& row : list_.rows) {
            model::SetParagraphFormat lines = allOf(format);
            lines.at = row.at;
            lines.contextualSpacing.reset();
            lines.keepWithNext = false;
            edits.emplace_back(lines);
            model::SetCharFormat signs;
            signs.at = row.at;
            signs.font = font;
            signs.size = letters.size;
            signs.bold = signs.italic = signs.underline = false;
            signs.caseMap = model::CaseMap::none;
            edits.emplace_back(signs);
        }
        run(edits);
    }

    void insertTable(const Range& place, const ListPlan& plan, const rtl::OUString& numbering, const model::Paragraph* like) {
        const model::DeciPt size = std::max(kTableSmallest, (like == nullptr ? model::DeciPt{140} : like->base.size) - kTableSmaller);
        const std::string font = like == nullptr ? std::string() : now_.document().fonts[index(like->base.font)];
        const Cursor at = emptyParagraph(place);
        const Text text = at->getText();
        const Reference<css::lang::XMultiServiceFactory> factory(model_, UNO_QUERY_THROW);
        const Table table(factory->createInstance("com.sun.star.text.TextTable"), UNO_QUERY_THROW);
        const auto rows = static_cast<sal_Int32>(plan.rows.size());
        constexpr auto kColumns = static_cast<sal_Int32>(kParticulars + 1);
        table->initialize(rows + 1, kColumns);
        text->insertTextContent(rangeOf(at), Reference<css::text::XTextContent>(table, UNO_QUERY_THROW), false);
        const Reference<css::table::XCellRange> cells(table, UNO_QUERY_THROW);
        const auto part = [&](sal_Int32 left, sal_Int32 top, sal_Int32 right, sal_Int32 bottom) {
            return Reference<css::uno::XInterface>(cells->getCellRangeByPosition(left, top, right, bottom), UNO_QUERY_THROW);
        };
        const auto all = part(0, 0, kColumns - 1, rows);
        if (!font.empty()) set(all, "CharFontName", str(font));
        set(all, "CharHeight", static_cast<float>(size) / 10.0F);
        set(all, "CharWeight", css::awt::FontWeight::NORMAL);
        set(all, "CharPosture", css::awt::FontSlant_NONE);
        for (const char* indent : {"ParaFirstLineIndent", "ParaLeftMargin", "ParaRightMargin", "ParaTopMargin", "ParaBottomMargin"}) {
            set(all, rtl::OUString::createFromAscii(indent), sal_Int32{0});
        }
        set(all, "ParaAdjust", css::style::ParagraphAdjust_LEFT);
        const auto centred = [&](sal_Int32 left, sal_Int32 top, sal_Int32 right, sal_Int32 bottom) {
            set(part(left, top, right, bottom), "ParaAdjust", css::style::ParagraphAdjust_CENTER);
        };
        centred(0, 0, kColumns - 1, 0);
        centred(0, 1, 0, rows);
        centred(2, 1, 2, rows);
        centred(kColumns - 1, 1, kColumns - 1, rows);
        set(part(0, 0, kColumns - 1, 0), "CharWeight", css::awt::FontWeight::BOLD);
        widen(table);
        trySet(table, "RepeatHeadline", css::uno::Any(true));
        static constexpr std::array kHeads{"cite-list.head.number", "cite-list.head.document", "cite-list.head.date",
                                           "cite-list.head.issuer", "cite-list.head.subject",  "cite-list.head.pages"};
        for (std::size_t c = 0; c < kHeads.size(); ++c) {
            const Text head = cell(table, static_cast<sal_Int32>(c), 0);
            head->setString(str(texts_(kHeads.at(c))));
            if (c > 0) putBookmark(model_, std::string(model::kColumnBookmark) + std::to_string(c - 1), rangeOf(wholeParagraph(rangeOf(head))));
        }
        for (std::size_t r = 0; r < plan.rows.size(); ++r) {
            const auto row = static_cast<sal_Int32>(r) + 1;
            fill(table, plan.rows[r], row);
            const Cursor number = wholeParagraph(rangeOf(cell(table, 0, row)));
            set(number, "NumberingStyleName", numbering);
            seal(plan.rows[r], number);
        }
        removeEmptyBelow(at);
        readAgain();
    }

    /// The paragraph that was made for the table, where the next one serves as well.
    static void removeEmptyBelow(const Cursor& at) {
        const ParagraphCursor cursor(at, UNO_QUERY_THROW);
        const ParagraphCursor next(cursorAt(rangeOf(at)), UNO_QUERY_THROW);
        if (!cursor->isStartOfParagraph() || !cursor->isEndOfParagraph() || !next->gotoNextParagraph(false)) return;
        // only if the two are neighbours: no table stands between them
        const Reference<css::container::XEnumerationAccess> contents(at->getText(), UNO_QUERY_THROW);
        const Reference<css::container::XEnumeration> all = contents->createEnumeration();
        const Reference<css::text::XTextRangeCompare> places(at->getText(), UNO_QUERY_THROW);
        Reference<css::uno::XInterface> empty;
        while (all->hasMoreElements()) {
            const Reference<css::uno::XInterface> one(all->nextElement(), UNO_QUERY);
            const bool table = Table(one, UNO_QUERY).is();
            if (empty.is()) {
                if (!table) Reference<css::lang::XComponent>(empty, UNO_QUERY_THROW)->dispose();
                return;
            }
            if (!table && places->compareRegionStarts(rangeOf(one)->getStart(), at->getStart()) == 0) empty = one;
        }
    }

    static void widen(const Table& table) {
        const auto sum = static_cast<std::int64_t>(getOr<sal_Int16>(table, "TableColumnRelativeSum", 10000));
        auto separators = getOr<css::uno::Sequence<css::text::TableColumnSeparator>>(table, "TableColumnSeparators", {});
        std::int64_t position = 0;
        css::text::TableColumnSeparator* items = separators.getArray();
        for (sal_Int32 i = 0; i < separators.getLength(); ++i) {
            position += kColumnWidths.at(index(i));
            items[i].Position = static_cast<sal_Int16>(position * sum / 1000);
        }
        set(table, "TableColumnSeparators", separators);
    }

    static Text cell(const Table& table, sal_Int32 column, sal_Int32 row) {
        return Text(Reference<css::table::XCellRange>(table, UNO_QUERY_THROW)->getCellByPosition(column, row), UNO_QUERY_THROW);
    }

    [[nodiscard]] std::int32_t columnOf(std::size_t particular) const {
        return list_.any ? list_.column[particular] : static_cast<std::int32_t>(particular) + 1;
    }
    [[nodiscard]] std::int32_t numberColumn() const {
        if (!list_.any) return 0;
        return now_.document().cells[index(now_.document().at(list_.rows.front().at).cell)].column;
    }

    void fill(const Table& table, const PlannedRow& row, sal_Int32 at) {
        for (std::size_t i = 0; i < row.words.size(); ++i) {
            if (row.words[i] && columnOf(i) >= 0) cell(table, columnOf(i), at)->setString(str(*row.words[i]));
        }
    }

    // ---- bringing it up to date

    /// Edits of places of the snapshot, in the step that is open.
    void run(const model::Edits& edits) {
        if (edits.empty()) return;
        const ApplyResult applied = apply(model_, now_.read, edits, title_);
        if (!applied.ok()) throw std::runtime_error(applied.failure);
        if (applied.refused.empty()) return;
        const Reason& reason = applied.refused.front().reason;
        note("cite-list.note.refused", {std::to_string(applied.refused.size()), texts_(reason)});
    }

    /// Gives a row its bookmarks; those that it has already stay.
    void seal(const PlannedRow& row, const Cursor& paragraph) {
        const auto bookmarks = bookmarksOf(model_);
        for (const std::string& name : {std::string(model::kRowBookmark) + row.key, std::string(model::kStateBookmark) + row.key + '_' + row.made}) {
            if (!name.ends_with('_') && !bookmarks->hasByName(str(name))) putBookmark(model_, name, rangeOf(paragraph));
        }
    }

    void carryOut(const ListPlan& plan) {
        // places are looked up before anything moves
        Locator locator(model_, now_.read);
        std::vector<Cursor> rows;
        for (const StandingRow& row : list_.rows) {
            const auto found = locator.paragraph(now_.document().place(row.at));
            if (!found) throw std::runtime_error("a row of the list is lost");
            rows.push_back(cursorAt(found->paragraph->getStart()));
        }
        const Table table = locator.table(list_.table);
        std::vector<Unit> paragraphs;
        if (list_.form == citations::ListForm::numbered) paragraphs = units(locator);
        model::Edits words;
        for (const PlannedRow& row : plan.rows) {
            if (!row.standing) continue;
            for (std::size_t i = 0; i < row.words.size(); ++i) {
                if (row.words[i]) words.emplace_back(model::ReplaceText{list_.rows[*row.standing].places[i], *row.words[i]});
            }
        }
        run(words);
        std::vector<LiveRow> live;
        if (plan.structural()) {
            // Writer's undo of moved paragraphs loses their bookmarks: they are taken away before, and put back behind
            for (const StandingRow& row : list_.rows) {
                dropState(row);
                dropBookmark(model_, std::string(model::kRowBookmark) + row.key);
            }
            live = list_.form == citations::ListForm::table ? rebuildTable(plan, table) : rebuildParagraphs(plan, std::move(paragraphs));
        } else {
            for (const PlannedRow& row : plan.rows) {
                const StandingRow& standing = list_.rows[*row.standing];
                if (row.made != standing.made) dropState(standing);
                live.push_back({row.standing, rows[*row.standing]});
            }
        }
        for (std::size_t i = 0; i < plan.rows.size(); ++i) seal(plan.rows[i], wholeParagraph(rangeOf(live.at(i).at)));
    }

    void dropState(const StandingRow& row) {
        if (!row.made.empty()) dropBookmark(model_, std::string(model::kStateBookmark) + row.key + '_' + row.made);
    }

    /// Standing rows in the order that they are to have; those that go stand last.
    [[nodiscard]] static std::vector<std::size_t> newOrder(const ListPlan& plan) {
        std::vector<std::size_t> order;
        for (const PlannedRow& row : plan.rows) {
            if (row.standing) order.push_back(*row.standing);
        }
        order.insert(order.end(), plan.removed.begin(), plan.removed.end());
        return order;
    }

    // ---- numbered paragraphs

    /// Paragraphs of the snapshot from the first row to the last one, those of rows in a table with all their cells.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> region() const {
        if (list_.form == citations::ListForm::numbered) return {list_.rows.front().at.paragraph, list_.rows.back().at.paragraph + 1};
        const model::Table& table = now_.document().tables[index(list_.table)];
        return {list_.rows.front().at.paragraph, table.firstParagraph + table.paragraphCount};
    }

    /// Whether rows can be moved so that nothing of the person's gets lost.
    [[nodiscard]] bool rowsMovable() {
        Locator locator(model_, now_.read);
        const auto [first, last] = region();
        const bool table = list_.form == citations::ListForm::table;
        for (const model::Shape& shape : now_.document().shapes) {
            const model::Range& at = shape.anchor;
            if (shape.anchorKind != model::AnchorKind::page && at.story == list_.story && at.paragraph >= first && at.paragraph < last) return false;
        }
        std::vector<Range> paragraphs;
        Reference<css::uno::XInterface> section;
        for (std::int32_t p = first; p < last; ++p) {
            const model::Range place{list_.story, p, 0, 0};
            const auto found = locator.paragraph(now_.document().place(place));
            if (!found || (!table && now_.document().at(place).cell >= 0)) return false;
            const auto here = getObject<css::uno::XInterface>(found->paragraph, "TextSection");
            if (p == first) section = here;
            if (here != section) return false;
            paragraphs.push_back(found->paragraph);
        }
        return movable(paragraphs);
    }

    struct Unit {                                ///< a row and the person's paragraphs behind it
        std::size_t standing = 0;
        std::vector<Range> paragraphs;
    };

    [[nodiscard]] std::vector<Unit> units(Locator& locator) const {
        std::vector<Unit> result;
        const auto [first, last] = region();
        for (std::int32_t p = first; p < last; ++p) {
            const model::Range place{list_.story, p, 0, 0};
            if (now_.document().at(place).cell >= 0) continue;
            const auto found = locator.paragraph(now_.document().place(place));
            if (!found) throw std::runtime_error("a row of the list is lost");
            if (result.size() < list_.rows.size() && list_.rows[result.size()].at.paragraph == p) result.push_back({result.size(), {}});
            result.back().paragraphs.push_back(found->paragraph);
        }
        return result;
    }

    static std::vector<LiveRow> rebuildParagraphs(const ListPlan& plan, std::vector<Unit> units) {
        const Text text = units.front().paragraphs.front()->getText();
        if (plan.moves) units = sorted(plan, units);
        // cursors: a paragraph that is ended behind its words becomes another object of the office
        std::map<std::size_t, Cursor> starts, ends;
        for (const Unit& unit : units) {
            starts[unit.standing] = cursorAt(unit.paragraphs.front()->getStart());
            ends[unit.standing] = cursorAt(unit.paragraphs.back()->getStart());
        }
        const Cursor sample = starts.begin()->second;
        const Cursor top = starts[units.front().standing];
        std::vector<LiveRow> live;
        Cursor behind;                           // in the paragraph that the next new row follows
        for (const PlannedRow& row : plan.rows) {
            if (row.standing) {
                live.push_back({row.standing, starts[*row.standing]});
                behind = ends[*row.standing];
                continue;
            }
            Cursor at;
            if (behind.is()) {
                at = cursorAt(rangeOf(behind));
                newParagraph(at);
            } else {
                at = cursorAt(rangeOf(top));
                text->insertControlCharacter(rangeOf(at), kBreak, false);
                const ParagraphCursor check(at, UNO_QUERY_THROW);
                if (!(check->isStartOfParagraph() && check->isEndOfParagraph())) check->gotoPreviousParagraph(false);
            }
            takeLook(sample, at);
            const Cursor start = cursorAt(rangeOf(at));
            text->insertString(rangeOf(at), str(row.words.at(0).value_or(std::u32string())), false);
            const ParagraphCursor begin(start, UNO_QUERY_THROW);
            begin->gotoStartOfParagraph(false);
            live.push_back({std::nullopt, start});
            behind = start;
        }
        for (const std::size_t gone : plan.removed) removeParagraph(rangeOf(starts[gone]));
        return live;
    }

    /// A new row looks like its neighbours, also behind a paragraph of the person's.
    static void takeLook(const Cursor& from, const Cursor& to) {
        for (const char* name : {"ParaStyleName", "NumberingStyleName", "NumberingLevel", "ParaAdjust", "ParaLeftMargin", "ParaRightMargin", "ParaFirstLineIndent",
                                 "ParaTopMargin", "ParaBottomMargin", "ParaLineSpacing", "CharFontName", "CharHeight"}) {
            const rtl::OUString property = rtl::OUString::createFromAscii(name);
            const css::uno::Any wanted = uno::property(from, property);
            if (wanted.hasValue() && wanted != uno::property(to, property)) trySet(to, property, wanted);
        }
    }

    static std::vector<Unit> sorted(const ListPlan& plan, const std::vector<Unit>& units) {
        std::vector<Range> paragraphs;
        std::vector<std::size_t> begin;          // of each unit
        for (const Unit& unit : units) {
            begin.push_back(paragraphs.size());
            paragraphs.insert(paragraphs.end(), unit.paragraphs.begin(), unit.paragraphs.end());
        }
        std::vector<std::size_t> order;
        for (const std::size_t standing : newOrder(plan)) {
            for (std::size_t i = 0; i < units[standing].paragraphs.size(); ++i) order.push_back(begin[standing] + i);
        }
        const std::vector<Range> moved = sortParagraphs(paragraphs, order);
        std::vector<Unit> result;
        std::size_t next = 0;
        for (const std::size_t standing : newOrder(plan)) {
            result.push_back({standing, {}});
            for (std::size_t i = 0; i < units[standing].paragraphs.size(); ++i) result.back().paragraphs.push_back(moved.at(next++));
        }
        return result;
    }

    static void removeParagraph(const Range& place) {
        const Cursor whole = wholeParagraph(place);
        const Reference<css::container::XEnumeration> one = Reference<css::container::XEnumerationAccess>(whole, UNO_QUERY_THROW)->createEnumeration();
        const Reference<css::lang::XComponent> paragraph(one->hasMoreElements() ? one->nextElement() : css::uno::Any(), UNO_QUERY_THROW);
        try {
            paragraph->dispose();
        } catch (const css::uno::RuntimeException&) {
            // the last one of the text, or alone before a table: Writer needs a paragraph there
            whole->setString(rtl::OUString());
            set(whole, "NumberingStyleName", rtl::OUString());
        }
    }

    // ---- table

    std::vector<LiveRow> rebuildTable(const ListPlan& plan, const Table& table) {
        if (!table.is()) throw std::runtime_error("the list's table is lost");
        const sal_Int32 number = numberColumn();
        const sal_Int32 top = list_.rows.front().row, bottom = list_.rows.back().row;
        constexpr std::size_t kOther = ~std::size_t{0}, kNew = kOther - 1;
        const Reference<css::table::XTableRows> rows = table->getRows();
        // which row is which; a person's rows go with the one above them
        std::vector<std::size_t> layout(index(rows->getCount()), kOther);
        for (std::size_t s = 0; s < list_.rows.size(); ++s) layout.at(index(list_.rows[s].row)) = s;
        if (plan.moves) {
            std::vector<std::size_t> order, moved(layout.begin(), layout.begin() + top);
            for (const std::size_t standing : newOrder(plan)) {
                sal_Int32 row = list_.rows[standing].row;
                do {
                    order.push_back(index(row - top));
                    moved.push_back(layout[index(row)]);
                } while (++row <= bottom && layout[index(row)] == kOther);
            }
            sortRows(table, number, top, order);
            moved.insert(moved.end(), layout.begin() + bottom + 1, layout.end());
            layout = std::move(moved);
        }
        const rtl::OUString numbering = getOr(wholeParagraph(rangeOf(cell(table, number, top))), "NumberingStyleName", rtl::OUString());
        std::vector<std::pair<const PlannedRow*, sal_Int32>> added;
        sal_Int32 next = top;                    // where a new row comes
        const auto place = [&](std::size_t standing) {
            return static_cast<sal_Int32>(std::find(layout.begin(), layout.end(), standing) - layout.begin());
        };
        for (const PlannedRow& row : plan.rows) {
            if (row.standing) {
                next = place(*row.standing) + 1;
                while (index(next) < layout.size() && layout[index(next)] == kOther && next <= bottomOf(layout)) ++next;
                continue;
            }
            rows->insertByIndex(next, 1);
            layout.insert(layout.begin() + next, kNew);
            for (auto& [known, at] : added) at += at >= next ? 1 : 0;
            added.emplace_back(&row, next);
            set(wholeParagraph(rangeOf(cell(table, number, next))), "NumberingStyleName", numbering);
            fill(table, row, next);
            ++next;
        }
        std::vector<sal_Int32> gone;
        for (const std::size_t standing : plan.removed) gone.push_back(place(standing));
        std::sort(gone.rbegin(), gone.rend());
        for (const sal_Int32 row : gone) {
            rows->removeByIndex(row, 1);
            layout.erase(layout.begin() + row);
            for (auto& [known, at] : added) at -= at > row ? 1 : 0;
        }
        std::vector<LiveRow> live;
        auto fresh = added.begin();
        for (const PlannedRow& row : plan.rows) {
            const sal_Int32 at = row.standing ? place(*row.standing) : (fresh++)->second;
            live.push_back({row.standing, cursorAt(rangeOf(cell(table, number, at))->getStart())});
        }
        return live;
    }

    /// The last row that is not the person's: rows of theirs below it belong to no row of ours.
    static sal_Int32 bottomOf(const std::vector<std::size_t>& layout) {
        const auto last = std::find_if(layout.rbegin(), layout.rend(), [](std::size_t one) { return one != ~std::size_t{0}; });
        return static_cast<sal_Int32>(layout.rend() - last) - 1;
    }

    // ---- marks

    void rightMarks() {
        readAgain();
        const auto plan = citations::planMarks(now_.document(), now_.analysis, now_.ledger, citations::MarkScope::standing);
        answer_.changed += carryOutMarks(model_, now_, plan);
        if (plan.unmarked > 0 && countReferences(model_) > 0) note("cite-list.note.unmarked", {std::to_string(plan.unmarked)});
    }
};

}  // namespace

bool hasCitationList(const Model& model) {
    return guarded("bookmarks", false, [&] {
        const auto bookmarks = bookmarksOf(model);
        if (!bookmarks.is()) return false;
        const css::uno::Sequence<rtl::OUString> names = bookmarks->getElementNames();
        const auto all = view(names);
        return std::any_of(all.begin(), all.end(), [](const rtl::OUString& name) { return model::rowKey(toUtf8(name)).has_value(); });
    });
}

CitationAnswer insertCitationList(const Context& context, const Model& model, ListForm form, const Texts& texts, const std::string& title) {
    return ListWork(context, model, texts, title).insert(form == ListForm::table ? citations::ListForm::table : citations::ListForm::numbered);
}

CitationAnswer updateCitationList(const Context& context, const Model& model, const Texts& texts, const std::string& title) {
    return ListWork(context, model, texts, title).update();
}

}  // namespace thethuc::uno
