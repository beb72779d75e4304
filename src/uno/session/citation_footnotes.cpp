#include <algorithm>
#include <utility>
#include <vector>

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>

#include "app/typed_notes.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/session/cited_reading.hpp"
#include "uno/write/refused.hpp"
#include "uno/write/text_edits.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// What makes letters look as they do. The font's family and pitch go with its name.
constexpr const char* kLook[] = {"CharFontName",   "CharFontStyleName", "CharFontFamily",    "CharFontCharSet", "CharFontPitch",  "CharHeight",
                                 "CharWeight",     "CharPosture",       "CharUnderline",     "CharStrikeout",   "CharColor",      "CharBackColor",
                                 "CharCaseMap",    "CharEscapement",    "CharEscapementHeight", "CharKerning",  "CharScaleWidth", "CharLocale",
                                 "CharHidden",     "HyperLinkURL",      "HyperLinkTarget",   "HyperLinkName"};

/// Letters of one look.
struct Letters {
    rtl::OUString words;
    std::vector<std::pair<const char*, css::uno::Any>> look;
};

Letters lettersOf(const Reference<css::text::XTextRange>& range) {
    Letters out{range->getString(), {}};
    for (const char* name : kLook) out.look.emplace_back(name, property(range, rtl::OUString::createFromAscii(name)));
    return out;
}

struct NoteParagraph {
    std::vector<Letters> letters;
    css::uno::Any adjust;
};

/// Puts letters at the end of a text; what looks as the text does by itself is not set.
void append(const Reference<css::text::XText>& text, const Letters& letters) {
    if (letters.words.isEmpty()) return;
    const Reference<css::text::XTextCursor> cursor = text->createTextCursorByRange(text->getEnd());
    text->insertString(Reference<css::text::XTextRange>(cursor, UNO_QUERY_THROW), letters.words, true);
    for (const auto& [name, value] : letters.look) {
        const auto property = rtl::OUString::createFromAscii(name);
        if (value.hasValue() && uno::property(cursor, property) != value) trySet(cursor, property, value);
    }
}

/// A footnote of Writer at a place of the text. Throws what the office throws where none can stand there.
Reference<css::text::XText> newFootnote(const Reference<css::frame::XModel>& model, const Reference<css::text::XTextRange>& place) {
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::text::XTextContent> note(factory->createInstance("com.sun.star.text.Footnote"), UNO_QUERY_THROW);
    place->getText()->insertTextContent(place, note, false);
    return {note, UNO_QUERY_THROW};
}

/// A typed note, ready to become a footnote.
struct Prepared {
    std::vector<Reference<css::text::XTextRange>> mark;     ///< its digits, in pieces
    std::vector<NoteParagraph> paragraphs;
};

std::vector<Reference<css::text::XTextRange>> ownRanges(Site& site, const model::Range& range) {
    std::vector<Reference<css::text::XTextRange>> out;
    for (const auto& piece : site.locator.pieces(site.read.document.place(range))) {
        out.emplace_back(piece->getText()->createTextCursorByRange(piece), UNO_QUERY_THROW);
    }
    if (out.empty()) refuse("refused.moved");
    return out;
}

Prepared prepared(Site& site, const app::TypedNote& note) {
    Prepared out;
    static_cast<void>(editableParagraph(site, note.mark));
    out.mark = ownRanges(site, note.mark);
    for (std::int32_t p = note.first; p < note.last; ++p) {
        const std::int32_t start = p == note.first ? note.textStart : 0;
        const model::Range whole{0, p, start, static_cast<std::int32_t>(site.read.document.stories[0].paragraphs[index(p)].text.size()) - start};
        const FoundParagraph found = editableParagraph(site, whole);
        NoteParagraph paragraph;
        paragraph.adjust = property(found.paragraph, "ParaAdjust");
        for (const auto& piece : site.locator.pieces(site.read.document.place(whole))) paragraph.letters.push_back(lettersOf(piece));
        out.paragraphs.push_back(std::move(paragraph));
    }
    return out;
}

void carryOut(const Reference<css::frame::XModel>& model, const Prepared& note) {
    const Reference<css::text::XText> text = note.mark.front()->getText();
    const Reference<css::text::XTextCursor> place = text->createTextCursorByRange(note.mark.front()->getStart());
    for (auto piece = note.mark.rbegin(); piece != note.mark.rend(); ++piece) (*piece)->setString(rtl::OUString());
    const Reference<css::text::XText> words = newFootnote(model, Reference<css::text::XTextRange>(place, UNO_QUERY_THROW));
    for (std::size_t p = 0; p < note.paragraphs.size(); ++p) {
        if (p > 0) words->insertControlCharacter(words->getEnd(), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        for (const Letters& letters : note.paragraphs[p].letters) append(words, letters);
        if (note.paragraphs[p].adjust.hasValue()) trySet(words->createTextCursorByRange(words->getEnd()), "ParaAdjust", note.paragraphs[p].adjust);
    }
}

}  // namespace

CitationAnswer makeFootnotes(const Context& context, const Reference<css::frame::XModel>& model, const Texts& texts, const std::string& title) {
    CitationAnswer answer;
    if (const auto reason = whyNotEditable(context, model)) {
        answer.message = texts(*reason);
        return answer;
    }
    const ReadResult read = readResult(context, model, {false});
    const app::TypedNotes typed = app::typedNotes(read.document);
    if (!typed.problems.empty()) {
        answer.message = texts(typed.problems.front());
        if (typed.problems.size() > 1) answer.message = texts("notes.more", {answer.message, std::to_string(typed.problems.size() - 1)});
        return answer;
    }
    if (typed.notes.empty()) {
        answer.notes.push_back(texts("notes.none"));
        return answer;
    }
    // everything is looked up, and every reason against it heard, before anything is changed
    std::vector<Prepared> notes;
    std::vector<Action> removals;
    Locator locator(model, read);
    Site site{model, read, locator, getOr<bool>(model, "RecordChanges", false), {}, {}, {}};
    for (const app::TypedNote& note : typed.notes) {
        try {
            notes.push_back(prepared(site, note));
            for (std::int32_t p = note.first; p < note.last; ++p) removals.push_back(removeParagraph(site, {0, p, 0, 0}));
        } catch (const Refused& refused) {
            answer.message = texts("notes.kept", {std::to_string(note.number), texts(refused.reason)});
            return answer;
        }
    }
    for (const std::int32_t line : typed.separators) {
        try {
            removals.push_back(removeParagraph(site, {0, line, 0, 0}));
        } catch (const Refused&) {
            // a line that something hangs on stays
        }
    }
    UndoScope scope(model, str(title));
    {
        const ControllersLock lock(model);
        for (auto note = notes.rbegin(); note != notes.rend(); ++note) carryOut(model, *note);
        for (auto removal = removals.rbegin(); removal != removals.rend(); ++removal) (*removal)();
    }
    scope.commit();
    answer.changed = static_cast<std::int32_t>(notes.size());
    return answer;
}

CitationAnswer moveToFootnote(const Context& context, const Reference<css::frame::XModel>& model, const model::Place& mention,
                              const std::vector<citations::Particulars>& known, const Texts& texts, const std::string& title) {
    CitationAnswer answer;
    if (const auto reason = whyNotEditable(context, model)) {
        answer.message = texts(*reason);
        return answer;
    }
    const CitedReading now = readCitations(context, model);
    const auto which = mentionAt(now.document(), now.ledger, mention);
    if (!which) {
        answer.message = texts("state.moved");
        return answer;
    }
    const citations::NoteMove move = citations::planNote(now.document(), now.analysis, now.ledger, *which, known);
    if (!move.left.empty()) {
        answer.message = texts("cite.forms.one-left", {texts(move.left)});
        return answer;
    }
    Locator locator(model, now.read);
    const auto found = locator.range(now.document().place(move.noteAt));
    if (!found) {
        answer.message = texts("state.moved");
        return answer;
    }
    const Reference<css::text::XText> text = (*found)->getText();
    const Reference<css::text::XTextRange> place(text->createTextCursorByRange(*found), UNO_QUERY_THROW);
    model::Edits edits;
    for (const citations::FormChange::Replacement& one : move.replacements) edits.emplace_back(model::ReplaceText{one.at, one.text});
    UndoScope scope(model, str(title));
    if (const auto refused = applyWhole(model, now.read, edits, title)) {
        answer.message = texts(*refused);
        return answer;
    }
    Letters letters{str(move.note), {}};
    for (const char* name : {"CharFontName", "CharLocale"}) letters.look.emplace_back(name, property(place, rtl::OUString::createFromAscii(name)));
    append(newFootnote(model, place), letters);
    scope.commit();
    answer.changed = 1;
    return answer;
}

}  // namespace thethuc::uno
