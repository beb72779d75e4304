#include "uno/write/text_edits.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <com/sun/star/container/XContentEnumerationAccess.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/TableColumnSeparator.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "text/text.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/write/format_properties.hpp"
#include "uno/write/refused.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Ranges = std::vector<Reference<css::text::XTextRange>>;

std::size_t index(std::int32_t value) { return static_cast<std::size_t>(value); }

Reference<css::text::XTextCursor> cursorOver(const FoundParagraph& found) {
    const Reference<css::text::XTextCursor> cursor = found.text->createTextCursorByRange(found.paragraph->getStart());
    cursor->gotoRange(found.paragraph->getEnd(), true);
    return cursor;
}

/// Cursors of their own for ranges of the office: they follow edits, and can be written to.
Ranges fixed(const Ranges& ranges) {
    Ranges result;
    for (const auto& range : ranges) {
        const Reference<css::text::XText> text = range->getText();
        if (text.is()) result.emplace_back(text->createTextCursorByRange(range), UNO_QUERY);
    }
    return result;
}

Ranges piecesOf(Site& site, const model::Range& range) {
    Ranges pieces = site.locator.pieces(site.read.document.place(range));
    if (pieces.empty()) refuse("refused.moved");
    return fixed(pieces);
}

bool isMark(char32_t c) { return c >= 0x0300 && c <= 0x036F; }

/// The part of a replacement that really changes: what is equal before and after it stays as it is.
void shrink(std::u32string_view before, std::u32string_view after, std::size_t& head, std::size_t& tail) {
    const std::size_t most = std::min(before.size(), after.size());
    head = 0;
    while (head < most && before[head] == after[head]) ++head;
    // A letter and its marks stay together.
    while (head > 0 && ((head < before.size() && isMark(before[head])) || (head < after.size() && isMark(after[head])))) --head;
    tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    while (tail > 0 && isMark(before[before.size() - tail])) --tail;
}

void replace(const Ranges& pieces, const Ranges& first, const rtl::OUString& added) {
    // From the back, so that every piece is where it was found.
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) (*piece)->setString(rtl::OUString());
    if (first.empty()) return;
    // Behind the first character, which lends its formatting, and then goes.
    if (!added.isEmpty()) first.front()->getText()->insertString(first.front()->getEnd(), added, false);
}

}  // namespace

FoundParagraph editableParagraph(Site& site, const model::Range& range) {
    const auto& stories = site.read.document.stories;
    if (range.story < 0 || index(range.story) >= stories.size() || range.paragraph < 0 ||
        index(range.paragraph) >= stories[index(range.story)].paragraphs.size()) {
        refuse("refused.moved");
    }
    if (site.read.document.at(range).protectedContent) refuse("refused.protected");
    std::optional<FoundParagraph> found = site.locator.paragraph(site.read.document.place(range));
    if (!found) refuse("refused.moved");
    return *std::move(found);
}

Action prepare(Site& site, const model::SetParagraphFormat& edit) {
    return [paragraph = editableParagraph(site, edit.at).paragraph, properties = propertiesOf(edit)] { properties.set(paragraph); };
}

Action prepare(Site& site, const model::SetCharFormat& edit) {
    const FoundParagraph found = editableParagraph(site, edit.at);
    const Properties properties = propertiesOf(edit);
    if (edit.at.start == 0 && edit.at.length == 0) {
        return [found, properties] {
            // The paragraph's own formatting (an empty one has nothing else), then that of its words.
            properties.set(found.paragraph);
            const Reference<css::text::XTextCursor> cursor = cursorOver(found);
            if (!cursor->isCollapsed()) properties.set(cursor);
        };
    }
    return [pieces = piecesOf(site, edit.at), properties] {
        for (const auto& piece : pieces) properties.set(piece);
    };
}

Action prepare(Site& site, const model::ReplaceText& edit) {
    editableParagraph(site, edit.at);
    const model::Paragraph& paragraph = site.read.document.at(edit.at);
    if (edit.at.start < 0 || edit.at.length < 0 || index(edit.at.end()) > paragraph.text.size()) refuse("refused.moved");
    const std::u32string_view before = std::u32string_view(paragraph.text).substr(index(edit.at.start), index(edit.at.length));
    for (const model::Run& run : paragraph.runs) {
        const bool words = run.kind == model::RunKind::text || run.kind == model::RunKind::insertedText;
        if (!words && run.length > 0 && run.start < edit.at.end() && run.start + run.length > edit.at.start) refuse("refused.field");
    }
    std::size_t head = 0;
    std::size_t tail = 0;
    shrink(before, edit.text, head, tail);
    const auto start = edit.at.start + static_cast<std::int32_t>(head);
    const auto size = static_cast<std::int32_t>(before.size() - head - tail);
    const rtl::OUString added = str(std::u32string_view(edit.text).substr(head, edit.text.size() - head - tail));
    if (size == 0 && added.isEmpty()) return [] {};
    const model::Range changed{edit.at.story, edit.at.paragraph, start, size};
    if (size == 0) {
        const auto place = site.locator.range(site.read.document.place(changed));
        if (!place) refuse("refused.moved");
        return [where = fixed({*place}), added] { where.front()->getText()->insertString(where.front(), added, false); };
    }
    if (added.isEmpty()) {
        return [pieces = piecesOf(site, changed)] { replace(pieces, {}, {}); };
    }
    const Ranges first = piecesOf(site, {changed.story, changed.paragraph, start, 1});
    Ranges rest;
    if (size > 1) rest = piecesOf(site, {changed.story, changed.paragraph, start + 1, size - 1});
    return [first, rest, added, units = codePoints(added)] {
        replace(rest, {}, {});
        const Reference<css::text::XText> text = first.front()->getText();
        const Reference<css::text::XTextRange> letter = first.front();
        // Insert behind the first character: the new words take its formatting. A cursor may or may not stretch over
        // what is inserted at its end, so the character is found again from its beginning.
        const Reference<css::text::XTextCursor> from = text->createTextCursorByRange(letter->getStart());
        const auto width = static_cast<sal_Int16>(std::max<sal_Int32>(1, letter->getString().getLength()));
        text->insertString(letter->getEnd(), added, false);
        from->collapseToStart();
        from->goRight(width, true);
        from->setString(rtl::OUString());
    };
}

namespace {

/// The paragraph behind this one, in the same text, holds the mark of a note.
bool noteFollows(const FoundParagraph& found) {
    const Reference<css::text::XParagraphCursor> next(found.text->createTextCursorByRange(found.paragraph->getEnd()), UNO_QUERY);
    if (!next.is() || !next->gotoNextParagraph(false)) return false;
    next->gotoEndOfParagraph(true);
    const Reference<css::container::XEnumerationAccess> access(next, UNO_QUERY);
    const Reference<css::container::XEnumeration> paragraphs = access.is() ? access->createEnumeration() : nullptr;
    while (paragraphs.is() && paragraphs->hasMoreElements()) {
        const Reference<css::container::XEnumerationAccess> paragraph(paragraphs->nextElement(), UNO_QUERY);
        const Reference<css::container::XEnumeration> portions = paragraph.is() ? paragraph->createEnumeration() : nullptr;
        while (portions.is() && portions->hasMoreElements()) {
            const Reference<css::uno::XInterface> portion(portions->nextElement(), UNO_QUERY);
            if (getOr<rtl::OUString>(portion, "TextPortionType", rtl::OUString()) == "Footnote") return true;
        }
    }
    return false;
}

}  // namespace

Action removeParagraph(Site& site, const model::Range& range) {
    const FoundParagraph found = editableParagraph(site, range);
    const auto& paragraphs = site.read.document.stories[index(range.story)].paragraphs;
    const model::Paragraph& paragraph = paragraphs[index(range.paragraph)];
    const auto sameCell = [&](std::int32_t other) {
        return other >= 0 && index(other) < paragraphs.size() && paragraphs[index(other)].cell == paragraph.cell;
    };
    const bool before = sameCell(range.paragraph - 1);
    const bool after = sameCell(range.paragraph + 1);
    // Also between two tables, or alone behind one: Writer needs a paragraph there.
    if (!before && !after) refuse("refused.only-paragraph");
    if (paragraph.breakBefore) refuse("refused.page-break");
    for (const model::Run& run : paragraph.runs) {
        if (run.kind != model::RunKind::text && run.kind != model::RunKind::insertedText) refuse("refused.field");
    }
    for (const model::Shape& shape : site.read.document.shapes) {
        if (shape.anchorKind != model::AnchorKind::page && shape.anchor.story == range.story &&
            shape.anchor.paragraph == range.paragraph && !site.leaving.contains(shape.name)) {
            refuse("refused.anchor");
        }
    }
    const Reference<css::container::XEnumerationAccess> access(found.paragraph, UNO_QUERY);
    if (access.is()) {
        const Reference<css::container::XEnumeration> portions = access->createEnumeration();
        while (portions->hasMoreElements()) {
            const css::uno::Any portion = portions->nextElement();
            const Reference<css::uno::XInterface> object(portion, UNO_QUERY);
            const auto type = getOr<rtl::OUString>(object, "TextPortionType", rtl::OUString());
            // Word leaves a bookmark where the writer last stood; it names nothing.
            if (type == "Bookmark") {
                const Reference<css::container::XNamed> bookmark = getObject<css::container::XNamed>(object, "Bookmark");
                if (bookmark.is() && bookmark->getName().startsWith("_GoBack")) continue;
                refuse("refused.anchor");
            }
            // a field that shows nothing is no run of the snapshot
            if (type == "TextField" || type == "Footnote") refuse("refused.field");
            if (type == "ReferenceMark" || type == "DocumentIndexMark" || type == "Frame" || type == "Annotation") {
                refuse("refused.anchor");
            }
        }
    }
    if (!site.removed.emplace(range.story, range.paragraph).second) refuse("refused.moved");
    const bool tracked = site.recordChanges;
    return [found, tracked, after] {
        // Writer takes the notes of the next paragraph along when it removes a paragraph as a whole (seen in 7.4 and 25.2)
        if (!tracked && !(after && noteFollows(found))) {
            const Reference<css::lang::XComponent> component(found.paragraph, UNO_QUERY_THROW);
            component->dispose();
            return;
        }
        // With tracking on, only text and its paragraph end can be marked as deleted.
        const Reference<css::text::XTextCursor> cursor = found.text->createTextCursorByRange(found.paragraph->getStart());
        if (after) {
            cursor->gotoRange(found.paragraph->getEnd(), true);
            cursor->goRight(1, true);
        } else {
            cursor->goLeft(1, false);
            cursor->gotoRange(found.paragraph->getEnd(), true);
        }
        cursor->setString(rtl::OUString());
    };
}

Action prepare(Site& site, const model::RemoveParagraph& edit) {
    editableParagraph(site, edit.at);
    for (const char32_t c : site.read.document.at(edit.at).text) {
        if (!edit.withText && !text::isSpace(c)) refuse("refused.not-empty");
    }
    return removeParagraph(site, edit.at);
}

Action prepare(Site& site, const model::InsertParagraphs& edit) {
    const FoundParagraph found = editableParagraph(site, edit.before);
    struct Added {
        rtl::OUString text;
        Properties paragraph;
        Properties character;
    };
    std::vector<Added> added;
    for (const model::NewParagraph& one : edit.paragraphs) {
        added.push_back({str(one.text), propertiesOf(allOf(one.format)), propertiesOf(allOf(one.character))});
    }
    return [found, added] {
        for (const Added& one : added) {
            found.text->insertControlCharacter(found.paragraph->getStart(), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
            // The new paragraph stands above the one that was split at its beginning.
            const Reference<css::text::XTextCursor> cursor = found.text->createTextCursorByRange(found.paragraph->getStart());
            cursor->goLeft(1, false);
            trySet(cursor, "NumberingStyleName", css::uno::Any(rtl::OUString()));
            one.paragraph.set(cursor);
            one.character.set(cursor);
            if (!one.text.isEmpty()) {
                found.text->insertString(Reference<css::text::XTextRange>(cursor, UNO_QUERY_THROW), one.text, true);
                one.character.set(cursor);
            }
        }
    };
}

Action prepare(Site& site, const model::RestartPageNumber& edit) {
    const FoundParagraph found = editableParagraph(site, edit.at);
    if (edit.at.story != 0) refuse("refused.no-page-start");
    const model::Paragraph& paragraph = site.read.document.at(edit.at);
    const auto& sections = site.read.document.sections;
    const bool starts = std::any_of(sections.begin(), sections.end(),
                                    [&](const model::PageSection& one) { return one.firstParagraph == edit.at.paragraph; });
    if (!starts && !paragraph.breakBefore) refuse("refused.no-page-start");
    std::string style;
    if (paragraph.breakBefore) style = paragraph.breakBefore->pageStyle;
    if (style.empty()) {
        const model::PageSection& section = site.read.document.sectionOf(edit.at.paragraph);
        const model::PageStyle& own = site.read.document.pageStyles[index(section.pageStyle)];
        style = own.name;
        // A plain break further on: the pages have gone over to the style that follows.
        if (section.firstParagraph != edit.at.paragraph && !own.follow.empty()) style = own.follow;
    }
    // The break belongs to the table where the paragraph is the first one of a table.
    Reference<css::uno::XInterface> target(found.paragraph, UNO_QUERY);
    if (paragraph.cell >= 0) {
        std::int32_t table = site.read.document.cells[index(paragraph.cell)].table;
        while (site.read.document.tables[index(table)].parentCell >= 0) {
            table = site.read.document.cells[index(site.read.document.tables[index(table)].parentCell)].table;
        }
        if (site.read.document.tables[index(table)].firstParagraph != edit.at.paragraph) refuse("refused.no-page-start");
        target.set(site.locator.table(table), UNO_QUERY);
        if (!target.is()) refuse("refused.moved");
    }
    return [target, style, value = static_cast<sal_Int16>(edit.value)] {
        if (getOr<rtl::OUString>(target, "PageDescName", rtl::OUString()) != str(style)) set(target, "PageDescName", str(style));
        set(target, "PageNumberOffset", value);
    };
}

Action prepare(Site& site, const model::SetColumnWidths& edit) {
    const auto& tables = site.read.document.tables;
    if (edit.table < 0 || index(edit.table) >= tables.size()) refuse("refused.moved");
    const model::Table& snapshot = tables[index(edit.table)];
    const Reference<css::text::XTextTable> table = site.locator.table(edit.table);
    if (!table.is()) refuse("refused.moved");
    model::Hmm sum = 0;
    for (const model::Hmm width : edit.widths) sum += width;
    if (edit.widths.size() != index(snapshot.columns) || sum > snapshot.width + 10 || snapshot.width <= 0) refuse("refused.columns");
    const Reference<css::table::XTableRows> rows = table->getRows();
    std::vector<Reference<css::uno::XInterface>> targets;
    const auto separatorsOf = [](const Reference<css::uno::XInterface>& object) {
        return getOr<css::uno::Sequence<css::text::TableColumnSeparator>>(object, "TableColumnSeparators", {});
    };
    if (index(separatorsOf(table).getLength()) + 1 == edit.widths.size()) {
        targets.emplace_back(table, UNO_QUERY);
    } else {
        for (sal_Int32 r = 0; r < rows->getCount(); ++r) {
            const Reference<css::uno::XInterface> row(rows->getByIndex(r), UNO_QUERY);
            if (index(separatorsOf(row).getLength()) + 1 == edit.widths.size()) targets.push_back(row);
        }
    }
    if (targets.empty()) refuse("refused.columns");
    return [targets, widths = edit.widths, whole = snapshot.width, table, separatorsOf] {
        for (const auto& target : targets) {
            css::uno::Sequence<css::text::TableColumnSeparator> separators = separatorsOf(target);
            const std::int64_t relative = getOr<sal_Int16>(target, "TableColumnRelativeSum", getOr<sal_Int16>(table, "TableColumnRelativeSum", 10000));
            std::int64_t position = 0;
            css::text::TableColumnSeparator* items = separators.getArray();
            for (std::size_t c = 0; c + 1 < widths.size(); ++c) {
                position += widths[c];
                items[c].Position = static_cast<sal_Int16>((position * relative + whole / 2) / whole);
            }
            set(target, "TableColumnSeparators", separators);
        }
    };
}

}  // namespace thethuc::uno
