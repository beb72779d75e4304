#include "citations/forms.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "citations/demands.hpp"
#include "citations/particulars.hpp"
#include "model/edit.hpp"
#include "text/text.hpp"

namespace thethuc::citations {

namespace {

constexpr char32_t kNoteMark = U'\uFFFC';

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// A mention that is left, with the reason why.
struct Left {
    std::string_view reason;
};

[[noreturn]] void leave(std::string_view reason) { throw Left{reason}; }

bool raisedDigit(char32_t c) noexcept { return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079); }

/// The stretches of [start, end) that may go: marks of notes stay where they are, Writer's or typed ones. Leaves where a field is in it.
std::vector<Span> removable(const model::Paragraph& paragraph, Span span) {
    std::vector<bool> stays(index(span.end - span.start), false);
    for (const model::Run& run : paragraph.runs) {
        const std::int32_t first = std::max(run.start, span.start), last = std::min(run.start + run.length, span.end);
        if (first >= last) continue;
        const bool plain = run.kind == model::RunKind::text || run.kind == model::RunKind::insertedText;
        if (run.kind == model::RunKind::footnote || (plain && run.format.escapement > 0)) {
            std::fill(stays.begin() + (first - span.start), stays.begin() + (last - span.start), true);
        } else if (!plain || run.format.hidden) {
            leave("cite.forms.left.field");
        }
    }
    std::vector<Span> out;
    for (std::int32_t at = span.start; at < span.end; ++at) {
        const char32_t c = paragraph.text[index(at)];
        if (stays[index(at - span.start)] || raisedDigit(c)) continue;
        if (c == kNoteMark) leave("cite.forms.left.field");
        if (!out.empty() && out.back().end == at) ++out.back().end;
        else out.push_back({at, at + 1});
    }
    return out;
}

/// What of the paragraph [span] reads like, marks of notes left out.
std::u32string shown(const model::Paragraph& paragraph, Span span) {
    std::u32string out = paragraph.text.substr(index(span.start), index(span.end - span.start));
    std::erase(out, kNoteMark);
    return text::nfc(text::squeeze(out));
}

/// Words of the text behind a citation, compared as a reader does: capitals and the style of tone marks do not count.
struct Words {
    Stream stream;
    std::vector<std::u32string> keys;            ///< of each token
    std::vector<std::size_t> citations;          ///< first tokens of the citations, in order

    explicit Words(const model::Paragraph& paragraph) : stream(read(paragraph)) {
        keys.reserve(stream.tokens.size());
        for (const Token& token : stream.tokens) keys.push_back(text::toneNeutral(text::toLower(stream.view(token))));
        for (const Parsed& one : parse(stream)) citations.push_back(index(one.firstToken));
    }
    explicit Words(std::u32string_view words) : stream(read(words)) {
        for (const Token& token : stream.tokens) keys.push_back(text::toneNeutral(text::toLower(stream.view(token))));
    }
    [[nodiscard]] std::size_t size() const noexcept { return keys.size(); }
    /// The first token that begins at or behind a place of the paragraph.
    [[nodiscard]] std::size_t tokenAt(std::int32_t place) const {
        const auto found = std::partition_point(stream.tokens.begin(), stream.tokens.end(),
                                                [&](const Token& token) { return stream.originStart(token.start) < place; });
        return static_cast<std::size_t>(found - stream.tokens.begin());
    }
    [[nodiscard]] bool is(std::size_t at, TokenKind kind) const { return at < size() && stream.tokens[at].kind == kind; }
    [[nodiscard]] bool sentenceEnds(std::size_t at) const {
        return is(at, TokenKind::dot) && (at + 1 >= size() || stream.tokens[at + 1].space || is(at + 1, TokenKind::slash) || is(at + 1, TokenKind::dot));
    }
};

/// Words that say something of the document that was cited: none of them is part of its subject.
bool predicates(std::u32string_view key) {
    static const std::unordered_set<std::u32string> words = [] {
        std::unordered_set<std::u32string> out;
        for (const std::u32string_view word : {U"đã", U"đang", U"sẽ", U"vẫn", U"chưa", U"nhưng", U"thì", U"nêu", U"nói"}) out.insert(text::toneNeutral(word));
        return out;
    }();
    return words.contains(std::u32string(key));
}

/// Words with which a clause has a predicate: behind a comma they show that it is no more of a subject.
bool showsClause(std::u32string_view key) {
    static const std::unordered_set<std::u32string> words = [] {
        std::unordered_set<std::u32string> out;
        for (const std::u32string_view word : {U"đã", U"đang", U"sẽ", U"được", U"phải", U"không", U"chưa", U"có", U"là", U"xin"}) {
            out.insert(text::toneNeutral(word));
        }
        return out;
    }();
    return predicates(key) || words.contains(std::u32string(key));
}

/// Whether a subject that reaches to token `at` may surely end there. `parsedEnd`: where the grammar ends it.
bool mayEnd(const Words& words, std::size_t at, std::size_t parsedEnd) {
    if (at >= words.size() || words.stream.tokens[at].newline) return true;
    const auto cited = [&](std::size_t token) { return std::binary_search(words.citations.begin(), words.citations.end(), token); };
    switch (words.stream.tokens[at].kind) {
        case TokenKind::semicolon:
        case TokenKind::colon:
        case TokenKind::close: return true;
        case TokenKind::dot: return words.sentenceEnds(at);
        case TokenKind::word: return predicates(words.keys[at]) || ((words.stream.tokens[at].marks & kVa) != 0 && cited(at + 1));
        case TokenKind::comma: break;
        default: return false;
    }
    if (at == parsedEnd || cited(at + 1)) return true;
    // “…, hồ sơ được nộp lưu”: a clause of its own up to the end of the sentence
    for (std::size_t k = at + 1; k < words.size(); ++k) {
        if (words.is(k, TokenKind::comma) || words.is(k, TokenKind::semicolon) || words.sentenceEnds(k)) return false;
        if (showsClause(words.keys[k])) return true;
        if (words.is(k, TokenKind::colon)) return true;
    }
    return false;
}

class Planner {
public:
    Planner(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger, const std::vector<Particulars>& known)
        : document_(document), analysis_(analysis), ledger_(ledger), known_(known), style_(dateStyleOf(ledger)) {}

    FormPlan run() {
        const std::vector<Conflict> conflicts = conflictsOf(ledger_);
        using Kind = FormChange::Kind;
        for (const FirstMention& first : firstMentions(document_, analysis_, ledger_, conflicts)) {
            if (first.lacking == 0 || (mention(first.mention).inSubject && !first.fuller)) continue;
            attempt(Kind::complete, first.mention, [&] { return completed(first); });
        }
        for (const LaterMention& later : laterMentions(document_, analysis_, ledger_, conflicts)) {
            if (!tellsMore(mention(later.mention))) continue;
            attempt(Kind::shorten, later.mention, [&] { return shortened(later); });
        }
        const auto before = [](const auto& a, const auto& b) { return a.mention < b.mention; };
        std::stable_sort(plan_.changes.begin(), plan_.changes.end(), before);
        std::stable_sort(plan_.left.begin(), plan_.left.end(), before);
        return std::move(plan_);
    }

    NoteMove move(std::size_t which) {
        try {
            return moved(which);
        } catch (const Left& left) {
            NoteMove out;
            out.left = left.reason;
            return out;
        }
    }

private:
    using Replacements = std::vector<FormChange::Replacement>;

    [[nodiscard]] const Mention& mention(std::size_t which) const { return ledger_.mentions[which]; }
    [[nodiscard]] const model::Paragraph& paragraphOf(const Mention& one) const { return document_.at(one.at); }

    template <class Make>
    void attempt(FormChange::Kind kind, std::size_t which, Make make) {
        try {
            FormChange change = make();
            change.kind = kind;
            change.mention = which;
            plan_.changes.push_back(std::move(change));
        } catch (const Left& left) {
            plan_.left.push_back({kind, which, std::string(left.reason)});
        }
    }

    /// More stands behind the number than a later citation needs.
    [[nodiscard]] bool tellsMore(const Mention& one) const {
        const bool agency = !one.parsed.issuer.empty() && !ledger_.entries[index(one.entry)].symbolShared;
        return one.parsed.date.value.has_value() || agency || one.subjectCertain;
    }

    /// Leaves what may not be touched at all.
    void admit(const Mention& one) const {
        if (paragraphOf(one).protectedContent) leave("cite.forms.left.protected");
        const bool quoted = one.at.story == 0 && index(one.at.paragraph) < analysis_.quoted.size() && analysis_.quoted[index(one.at.paragraph)];
        if (one.inSubject || quoted) leave("cite.forms.left.quoted");
    }

    /// The change as it is shown, if what will be written is read as it is meant: `meant` judges the citation in the new text.
    template <class Meant>
    FormChange checked(const Mention& one, Replacements replacements, std::int32_t end, Meant meant) const {
        const model::Paragraph& paragraph = paragraphOf(one);
        FormChange out;
        out.at = document_.place({one.at.story, one.at.paragraph, one.at.start, end - one.at.start});
        out.before = shown(paragraph, {one.at.start, end});
        model::Document scratch;
        scratch.stories.emplace_back().paragraphs.push_back(paragraph);
        model::Edits edits;
        std::int32_t grown = 0;
        for (const FormChange::Replacement& replacement : replacements) {
            edits.emplace_back(model::ReplaceText{{0, 0, replacement.at.start, replacement.at.length}, replacement.text});
            grown += static_cast<std::int32_t>(replacement.text.size()) - replacement.at.length;
        }
        try {
            scratch = model::apply(std::move(scratch), edits);
        } catch (const model::EditError&) {
            leave("cite.forms.left.field");
        }
        const model::Paragraph& after = scratch.stories.front().paragraphs.front();
        const std::vector<Parsed> parsed = parse(read(after));
        const auto again = std::find_if(parsed.begin(), parsed.end(), [&](const Parsed& candidate) { return candidate.at.start == one.at.start; });
        const bool same = again != parsed.end() && again->type == one.parsed.type && again->numberAndSymbol() == one.parsed.numberAndSymbol();
        if (!same || !meant(*again)) leave("cite.forms.left.unclear");
        out.after = shown(after, {one.at.start, end + grown});
        out.replacements = std::move(replacements);
        return out;
    }

    /// What mentions surely say of an entry.
    [[nodiscard]] const Particulars& certain(std::size_t entry) {
        if (certainEntry_ != entry) {
            certain_ = certainOf(document_, ledger_, ledger_.entries[entry]);
            certainEntry_ = entry;
        }
        return certain_;
    }

    // --- later mentions -------------------------------------------------------------------------------------

    [[nodiscard]] const Words& wordsOf(const Mention& one) {
        const std::pair key{one.at.story, one.at.paragraph};
        if (!words_ || wordsAt_ != key) {
            words_.emplace(paragraphOf(one));
            wordsAt_ = key;
        }
        return *words_;
    }

    /// Tokens of `other` from `from` up to `to` that the words from token `begin` on repeat; a comma at the end is not counted.
    [[nodiscard]] static std::size_t alike(const Words& words, std::size_t begin, const Words& other, std::size_t from, std::size_t to) {
        std::size_t count = 0;
        while (begin + count < words.size() && from + count < to && words.keys[begin + count] == other.keys[from + count]) ++count;
        while (count > 0 && begin + count < words.size() && words.is(begin + count - 1, TokenKind::comma)) --count;
        return count;
    }

    /// Whether the words [begin, end) surely are a subject and nothing else.
    [[nodiscard]] static bool isSubject(const Words& words, std::size_t begin, std::size_t end, std::size_t parsedEnd) {
        const auto first = words.keys.begin();
        const bool said = std::any_of(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end), predicates);
        return end >= begin + 2 && !said && mayEnd(words, end, parsedEnd);
    }

    /// Where the subject of a mention ends (a token) that is surely known; nothing where none is. Leaves where it is in other words.
    [[nodiscard]] std::optional<std::size_t> knownSubjectEnd(const Mention& one, const Words& words) {
        const Particulars& known = certain(index(one.entry));
        if (known.subject.empty()) return std::nullopt;
        const std::size_t begin = subjectWord(words, one);
        const std::size_t parsedEnd = words.tokenAt(one.parsed.subjectAt.end);
        const Words subject(known.subject);
        const std::size_t count = alike(words, begin, subject, 0, subject.size());
        // all of it, or cut short at the end of a sentence
        const bool whole = count == subject.size() || begin + count == parsedEnd;
        if (whole && isSubject(words, begin, begin + count, parsedEnd)) return begin + count;
        if (!whole) leave("cite.forms.left.words");
        return std::nullopt;
    }

    /// Where the subject of a later mention ends: as it is known, or where it parts from what the complete mention says.
    [[nodiscard]] std::size_t subjectEnd(const LaterMention& later, const Words& words) {
        const Mention& one = mention(later.mention);
        if (const auto known = knownSubjectEnd(one, words)) return *known;
        const Mention& complete = mention(later.complete);
        if (complete.parsed.subjectAt.empty()) leave("cite.forms.left.words");
        const std::size_t begin = subjectWord(words, one);
        const std::size_t parsedEnd = words.tokenAt(one.parsed.subjectAt.end);
        const Words first(paragraphOf(complete));
        const std::size_t from = subjectWord(first, complete);
        const std::size_t count = alike(words, begin, first, from, first.size());
        const std::size_t firstParsedEnd = first.tokenAt(complete.parsed.subjectAt.end);
        if (count < 2) leave("cite.forms.left.words");
        if (isSubject(words, begin, begin + count, parsedEnd) && mayEnd(first, from + count, firstParsedEnd)) return begin + count;
        leave("cite.forms.left.end");
    }

    /// The first word of the subject, behind “về việc”.
    [[nodiscard]] static std::size_t subjectWord(const Words& words, const Mention& one) {
        std::size_t at = words.tokenAt(one.parsed.subjectAt.start);
        switch (one.parsed.opener) {
            case Opener::aboutTheMatter: at += words.is(at + 1, TokenKind::slash) ? 3 : 2; break;
            case Opener::about:
            case Opener::theMatter: ++at; break;
            case Opener::verb:
            case Opener::none: break;
        }
        if (words.is(at, TokenKind::colon)) ++at;
        return at;
    }

    /// Judges what is read of a mention that was shortened.
    [[nodiscard]] static auto isShort(const Mention& one, bool keepsIssuer) {
        return [&one, keepsIssuer](const Parsed& again) {
            const bool subject = !again.subject.empty() && one.subjectCertain;
            return again.date.form == DateForm::none && !subject && (keepsIssuer ? again.issuer == one.parsed.issuer : again.issuer.empty());
        };
    }

    FormChange shortened(const LaterMention& later) {
        const Mention& one = mention(later.mention);
        admit(one);
        if (later.contested) leave("cite.forms.left.contested");
        if (later.indistinct) leave("cite.forms.left.collides");
        if (feedsNeighbour(later.mention)) leave("cite.forms.left.shared");
        const Parsed& parsed = one.parsed;
        const Words& words = wordsOf(one);
        const Mention& complete = mention(later.complete);
        if (!parsed.issuer.empty() && complete.issuer.empty() && !saidElsewhere(one)) leave("cite.forms.left.more");
        Span tail{parsed.symbolAt.end, std::max(parsed.at.end, parsed.symbolAt.end)};
        if (one.subjectCertain) {
            tail.end = withSubject(one, words, subjectEnd(later, words));
        } else if (!parsed.issuer.empty() && parsed.issuerAt.start > parsed.symbolAt.start && !saidElsewhere(one)) {
            const std::size_t next = words.tokenAt(tail.end);
            if (!mayEnd(words, next, next)) leave("cite.forms.left.end");
        }
        const bool keepsIssuer = ledger_.entries[index(one.entry)].symbolShared;
        if (keepsIssuer && parsed.issuer.empty()) leave("cite.forms.left.collides");
        Replacements replacements = without(one, words, tail, keepsIssuer);
        if (replacements.empty()) leave("cite.forms.left.unclear");
        return checked(one, std::move(replacements), std::max(tail.end, one.at.end()), isShort(one, keepsIssuer));
    }

    /// The place behind a subject that ends before token `end`, and behind the bracket around it.
    [[nodiscard]] static std::int32_t withSubject(const Mention& one, const Words& words, std::size_t end) {
        const std::size_t opening = words.tokenAt(one.parsed.subjectAt.start);
        if (opening > 0 && words.is(opening - 1, TokenKind::open)) {
            if (!words.is(end, TokenKind::close)) leave("cite.forms.left.end");
            ++end;
        }
        return words.stream.originEnd(words.stream.tokens[end - 1].end);
    }

    /// What takes the tail of a citation away, and the agency wherever it stands.
    [[nodiscard]] Replacements without(const Mention& one, const Words& words, const Span& tail, bool keepsIssuer) const {
        const Parsed& parsed = one.parsed;
        Replacements replacements;
        const auto remove = [&](Span span) {
            for (const Span& piece : removable(paragraphOf(one), span)) {
                replacements.push_back({{one.at.story, one.at.paragraph, piece.start, piece.end - piece.start}, {}});
            }
        };
        if (!parsed.issuer.empty() && parsed.issuerAt.start < parsed.symbolAt.start) {
            if (!keepsIssuer) remove({withOf(words, parsed.issuerAt.start), parsed.issuerAt.end});
            remove(tail);
        } else if (keepsIssuer && !parsed.issuer.empty()) {
            remove({tail.start, withOf(words, parsed.issuerAt.start)});
            remove({parsed.issuerAt.end, tail.end});
        } else {
            remove(tail);
        }
        return replacements;
    }

    /// Another mention of the document names the same agency.
    [[nodiscard]] bool saidElsewhere(const Mention& one) const {
        const std::u32string key = issuerKey(one.issuer);
        const auto& all = ledger_.entries[index(one.entry)].mentions;
        return std::any_of(all.begin(), all.end(), [&](std::size_t m) { return &mention(m) != &one && issuerKey(mention(m).issuer) == key; });
    }

    /// The place behind the last letter before “của” and the agency's name, or before the name where there is no “của”.
    [[nodiscard]] static std::int32_t withOf(const Words& words, std::int32_t issuerStart) {
        std::size_t at = words.tokenAt(issuerStart);
        if (at > 0 && (words.stream.tokens[at - 1].marks & kCua) != 0) --at;
        return at == 0 ? 0 : words.stream.originEnd(words.stream.tokens[at - 1].end);
    }

    /// The citation before it takes date, agency or subject from this one.
    [[nodiscard]] bool feedsNeighbour(std::size_t which) const {
        if (which == 0) return false;
        const Mention& one = mention(which);
        const Mention& before = mention(which - 1);
        if (before.at.story != one.at.story || before.at.paragraph != one.at.paragraph || !before.parsed.subject.empty()) return false;
        if (before.parsed.sharesNext || before.issuerFrom == IssuerFrom::neighbour) return true;
        const bool first = ledger_.entries[index(before.entry)].mentions.front() == which - 1;
        const std::u32string_view between = std::u32string_view(paragraphOf(one).text).substr(index(before.at.end()), index(std::max(one.at.start - before.at.end(), 0)));
        return first && between.size() <= 6 && between.find(U';') == std::u32string_view::npos;
    }

    // --- to a note ------------------------------------------------------------------------------------------

    NoteMove moved(std::size_t which) {
        const Mention& one = mention(which);
        const Parsed& parsed = one.parsed;
        admit(one);
        if (one.at.story != 0) leave("notes.in-note");
        if (parsed.symbol.empty() || isByName(parsed.type)) leave("cite.forms.nothing");
        if (isMember(which)) leave("cite.forms.left.list");
        if (feedsNeighbour(which)) leave("cite.forms.left.shared");
        const Words& words = wordsOf(one);
        Span tail{parsed.symbolAt.end, std::max(parsed.at.end, parsed.symbolAt.end)};
        if (one.subjectCertain) {
            const auto end = knownSubjectEnd(one, words);
            if (!end) leave("cite.forms.left.end");
            tail.end = withSubject(one, words, *end);
        }
        NoteMove out;
        const Span whole{one.at.start, std::max(tail.end, one.at.end())};
        out.before = shown(paragraphOf(one), whole);
        if (parsed.date.value && !parsed.issuer.empty() && one.subjectCertain) {
            out.note = out.before;
            out.note.front() = text::toUpper(out.note.front());
        } else {
            out.note = fullCitation(knownOf({index(one.entry), which, 0, {}, false}, kPartDate | kPartIssuer | kPartSubject), style_);
        }
        out.note += U'.';
        const bool keepsIssuer = ledger_.entries[index(one.entry)].symbolShared;
        out.replacements = without(one, words, tail, keepsIssuer);
        out.noteAt = {one.at.story, one.at.paragraph, parsed.symbolAt.end, 0};
        if (!out.replacements.empty()) static_cast<void>(checked(one, out.replacements, whole.end, isShort(one, keepsIssuer)));
        return out;
    }

    // --- first mentions -------------------------------------------------------------------------------------

    FormChange completed(const FirstMention& first) {
        const Mention& one = mention(first.mention);
        admit(one);
        const Parsed& parsed = one.parsed;
        if (first.contested) leave("cite.forms.left.contested");
        if (first.lacking & (kPartType | kPartSymbol)) leave("cite.forms.left.unknown");
        if (isMember(first.mention)) leave("cite.forms.left.list");
        const model::Paragraph& paragraph = paragraphOf(one);
        const Words& words = wordsOf(one);
        Parts wanted = first.lacking;
        const std::int32_t end = std::max(parsed.at.end, parsed.symbolAt.end);
        const std::size_t next = words.tokenAt(end);
        if ((wanted & kPartSubject) != 0 && !mayEnd(words, next, next)) {
            wanted = static_cast<Parts>(wanted & ~kPartSubject);
            if (endsClause(document_, one) || (wanted & ~kPartSo) == 0) leave("cite.forms.left.end");
        }
        const Particulars known = knownOf(first, wanted);
        Replacements replacements;
        if ((wanted & kPartSo) != 0 && parsed.typeWritten && parsed.symbolAt.start > one.at.start) put(replacements, one, parsed.symbolAt.start, U"số ");
        std::int32_t behindDate = parsed.symbolAt.end;
        if ((wanted & kPartDate) != 0) {
            const std::u32string date = U" ngày " + dateWords(*known.date, style_);
            if (parsed.date.form == DateForm::yearOnly) {
                // “năm 2025” becomes the date
                const std::u32string between = text::squeeze(std::u32string_view(paragraph.text).substr(index(parsed.symbolAt.end), index(parsed.date.at.end - parsed.symbolAt.end)));
                if (between != U"năm " + text::fromUtf8(std::to_string(parsed.date.year))) leave("cite.forms.left.unclear");
                replacements.push_back({{one.at.story, one.at.paragraph, parsed.symbolAt.end, parsed.date.at.end - parsed.symbolAt.end}, date});
                behindDate = parsed.date.at.end;
            } else {
                put(replacements, one, parsed.symbolAt.end, date);
            }
        } else if (!parsed.date.at.empty()) {
            behindDate = std::max(behindDate, parsed.date.at.end);
        }
        if ((wanted & kPartIssuer) != 0) put(replacements, one, behindDate, U" của " + known.issuer);
        if ((wanted & kPartSubject) != 0) put(replacements, one, end, U' ' + subjectWords(known));
        const std::int32_t shownEnd = std::max(end, parsed.subjectAt.end);
        return checked(one, std::move(replacements), shownEnd, [&](const Parsed& again) {
            if ((wanted & kPartDate) != 0 && again.date.value != known.date) return false;
            if (again.issuer.empty() != (one.parsed.issuer.empty() && (wanted & kPartIssuer) == 0)) return false;
            if ((wanted & kPartIssuer) != 0 && issuerKey(again.issuer) != issuerKey(known.issuer)) return false;
            if ((wanted & kPartSubject) != 0 && (again.subject.empty() || !sameSubject(again.subject, known.subject))) return false;
            if (!parsed.subject.empty() && !sameSubject(again.subject, parsed.subject)) return false;
            return true;
        });
    }

    /// Words put in at a place, behind those that were put in there before.
    static void put(Replacements& replacements, const Mention& one, std::int32_t at, std::u32string text) {
        if (!replacements.empty() && replacements.back().at.end() == at) replacements.back().text += text;
        else replacements.push_back({{one.at.story, one.at.paragraph, at, 0}, std::move(text)});
    }

    /// One of several numbers that share their type, date or subject: words put in between would be read as all of theirs, or as one's.
    [[nodiscard]] bool isMember(std::size_t which) const {
        const Mention& one = mention(which);
        if (one.parsed.continues || one.parsed.sharesNext) return true;
        if (which + 1 >= ledger_.mentions.size()) return false;
        const Mention& next = mention(which + 1);
        return next.at.story == one.at.story && next.at.paragraph == one.at.paragraph && next.parsed.continues;
    }

    /// What is surely known of the document, all of `wanted`; from the text, else from what was known before and agrees with the text.
    [[nodiscard]] Particulars knownOf(const FirstMention& first, Parts wanted) {
        const auto lacks = [&](const Particulars& one) { return static_cast<Parts>(missingOf(one) & wanted); };
        Particulars out = certain(first.entry);
        if (lacks(out) == 0) return out;
        const Particulars& before = agreeing(first, out);
        if (!out.date) out.date = before.date;
        if (out.issuer.empty()) out.issuer = before.issuer;
        if (out.subject.empty()) {
            out.subject = before.subject;
            out.opener = before.opener;
        }
        if (lacks(out) != 0) leave("cite.forms.left.unknown");
        return out;
    }

    /// The one document known before that this surely is.
    [[nodiscard]] const Particulars& agreeing(const FirstMention& first, const Particulars& said) {
        if (bySymbol_.empty()) {
            for (const Particulars& one : known_) {
                if (!one.symbol.empty()) bySymbol_[plain(one.symbol)].push_back(&one);
            }
        }
        const Entry& entry = ledger_.entries[first.entry];
        const Parsed& parsed = mention(first.mention).parsed;
        const auto found = bySymbol_.find(plain(entry.symbol));
        if (found == bySymbol_.end()) leave("cite.forms.left.unknown");
        const Particulars* chosen = nullptr;
        bool differs = false, otherYear = false;
        for (const Particulars* one : found->second) {
            const bool alike = (one->type < 0 || entry.type < 0 || one->type == entry.type) && (!entry.date || !one->date || *entry.date == *one->date) &&
                               (entry.year == 0 || !one->date || entry.year == one->date->year) && sameIssuer(entry.issuer, one->issuer) &&
                               sameSubject(said.subject, one->subject);
            if (!alike) {
                differs = true;
                continue;
            }
            // numbers begin anew each year: a number alone may be last year's
            const bool dated = one->date && (entry.date || entry.year != 0);
            const bool subjects = !said.subject.empty() && !one->subject.empty();
            if (!dated && !subjects && parsed.year.empty() && !parsed.party) {
                otherYear = true;
                continue;
            }
            if (chosen != nullptr) leave("cite.forms.left.several");
            chosen = one;
        }
        if (chosen == nullptr) leave(otherYear ? "cite.forms.left.year" : differs ? "cite.forms.left.differs" : "cite.forms.left.unknown");
        return *chosen;
    }

    /// A number and symbol in letters and digits.
    [[nodiscard]] static std::u32string plain(std::u32string_view symbol) {
        std::u32string out;
        for (const char32_t c : symbol.substr(std::min(symbol.find_first_not_of(U'0'), symbol.size()))) {
            if (text::isLetter(c) || text::isDigit(c)) out += text::toUpper(c);
        }
        return out;
    }

    const model::Document& document_;
    const elements::Analysis& analysis_;
    const Ledger& ledger_;
    const std::vector<Particulars>& known_;
    DateStyle style_;
    std::unordered_map<std::u32string, std::vector<const Particulars*>> bySymbol_;
    std::optional<Words> words_;                 ///< of the paragraph at wordsAt_
    std::pair<std::int32_t, std::int32_t> wordsAt_{-1, -1};
    std::size_t certainEntry_ = static_cast<std::size_t>(-1);
    Particulars certain_;                        ///< of certainEntry_
    FormPlan plan_;
};

}  // namespace

FormPlan planForms(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger, const std::vector<Particulars>& known) {
    if (document.stories.empty()) return {};
    return Planner(document, analysis, ledger, known).run();
}

NoteMove planNote(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger, std::size_t mention,
                  const std::vector<Particulars>& known) {
    return Planner(document, analysis, ledger, known).move(mention);
}

}  // namespace thethuc::citations
