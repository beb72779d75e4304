#include "checks/text_support.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using model::Range;

bool isSeparator(char32_t c) noexcept {
    return c == U'/' || text::isDash(c);
}

std::u32string stripped(std::u32string_view text, bool punctuation) {
    std::u32string kept;
    for (const char32_t c : text::nfc(text)) {
        if (text::isSpace(c) || isSeparator(c)) continue;
        if (punctuation && !text::isLetter(c) && !text::isDigit(c) && !text::isCombining(c)) continue;
        kept.push_back(c);
    }
    return kept;
}

bool isWordLetter(char32_t c) noexcept {
    return text::isLetter(c) || text::isDigit(c) || text::isCombining(c);
}

/// A word, a single space, or one other character.
struct Token {
    std::size_t start = 0;
    std::size_t end = 0;
};

std::vector<Token> tokens(std::u32string_view text, std::size_t start, std::size_t end) {
    std::vector<Token> result;
    for (std::size_t i = start; i < end;) {
        std::size_t j = i + 1;
        if (isWordLetter(text[i])) {
            while (j < end && isWordLetter(text[j]))
                ++j;
        }
        result.push_back({i, j});
        i = j;
    }
    return result;
}

/// Longest common subsequence of two short token lists, as the table of lengths of the tails.
std::vector<std::vector<int>> commonTails(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
        }
    }
    return length;
}

/// [start, end) widened to whole words where an end of it cuts one, and to the word before an insertion.
Token widened(std::u32string_view text, const std::vector<Change>& changes) {
    Token at{changes.front().start, changes.back().end};
    const auto left = [&] {
        while (at.start > 0 && isWordLetter(text[at.start - 1]))
            --at.start;
    };
    const auto right = [&] {
        while (at.end < text.size() && isWordLetter(text[at.end]))
            ++at.end;
    };
    // A change that begins or ends inside a word makes the whole word wrong.
    const Change& first = changes.front();
    const Change& last = changes.back();
    const bool cutsLeft = (first.end > first.start && isWordLetter(text[first.start])) ||
                          (!first.with.empty() && isWordLetter(first.with.front()));
    const bool cutsRight = (last.end > last.start && isWordLetter(text[last.end - 1])) ||
                           (!last.with.empty() && isWordLetter(last.with.back()));
    if (cutsLeft) left();
    if (cutsRight) right();
    if (at.start == at.end) {
        left();
        if (at.start == at.end) right();
        if (at.start == at.end && at.start > 0) --at.start;
        if (at.start == at.end && at.end < text.size()) ++at.end;
    }
    return at;
}

}  // namespace

std::vector<Pair> pairs(const ruleset::Row& row) {
    std::vector<Pair> result;
    for (const auto& word : row.limit.words) {
        const std::size_t at = word.find(U'=');
        if (at != std::u32string::npos) result.push_back({word.substr(0, at), word.substr(at + 1)});
    }
    return result;
}

std::vector<std::u32string> values(const ruleset::Row& row, std::u32string_view key) {
    std::vector<std::u32string> result;
    for (auto& pair : pairs(row)) {
        if (pair.key == key) result.push_back(std::move(pair.value));
    }
    return result;
}

std::u32string oneStyle(std::u32string_view text) {
    // Vowel, then with grave, acute, hook, tilde, dot.
    constexpr std::array<std::u32string_view, 5> kVowels{U"aàáảãạ", U"eèéẻẽẹ", U"oòóỏõọ", U"uùúủũụ", U"yỳýỷỹỵ"};
    struct Found {
        char32_t vowel = 0;
        std::size_t tone = 0;
    };
    const auto find = [&](char32_t c) {
        const char32_t lower = text::toLower(c);
        for (const std::u32string_view row : kVowels) {
            if (const std::size_t at = row.find(lower); at != std::u32string_view::npos) return Found{row.front(), at};
        }
        return Found{};
    };
    std::u32string result = text::nfc(text);
    for (std::size_t i = 0; i + 1 < result.size(); ++i) {
        if (i + 2 < result.size() && text::isLetter(result[i + 2])) continue;
        if (i > 0 && text::toLower(result[i - 1]) == U'q') continue;  // “quý” has one style
        const Found first = find(result[i]);
        const Found second = find(result[i + 1]);
        const bool pair = (first.vowel == U'o' && (second.vowel == U'a' || second.vowel == U'e')) ||
                          (first.vowel == U'u' && second.vowel == U'y');
        if (!pair || first.tone != 0 || second.tone == 0) continue;
        for (const std::u32string_view row : kVowels) {
            if (row.front() == first.vowel)
                result[i] = text::isUpper(result[i]) ? text::toUpper(row[second.tone]) : row[second.tone];
        }
        result[i + 1] = text::isUpper(result[i + 1]) ? text::toUpper(second.vowel) : second.vowel;
    }
    return result;
}

bool same(std::u32string_view a, std::u32string_view b) {
    return oneStyle(a) == oneStyle(b);
}

bool sameLetters(std::u32string_view a, std::u32string_view b) {
    return same(text::toUpper(a), text::toUpper(b));
}

bool beginsWith(std::u32string_view text, std::u32string_view prefix) {
    // The tone mark moves inside a syllable, so the keys have the length of their texts in NFC.
    if (text.size() < prefix.size() || prefix.empty()) return false;
    if (text.size() > prefix.size() && isWordLetter(prefix.back()) && isWordLetter(text[prefix.size()])) return false;
    return sameLetters(text.substr(0, prefix.size()), prefix);
}

Range wholeParagraph(const model::Document& document, std::int32_t story, std::int32_t paragraph) {
    Range range{story, paragraph, 0, 0};
    const std::u32string& text = document.at(range).text;
    std::size_t start = 0;
    std::size_t end = text.size();
    while (start < end && text::isSpace(text[start]))
        ++start;
    while (end > start && text::isSpace(text[end - 1]))
        --end;
    range.start = static_cast<std::int32_t>(start);
    range.length = static_cast<std::int32_t>(end - start);
    return range;
}

namespace {

/// The words of a range as they stand in the paragraph, without white space around them; nothing where a reader sees others: capitals by
/// character property, hidden text, notes, white space to fold, marks to compose.
std::optional<Range> asItStands(const model::Paragraph& paragraph, Range range) {
    std::int32_t covered = paragraph.runs.empty() ? range.length : 0;
    for (const model::Run& run : paragraph.runs) {
        const std::int32_t letters = std::min(run.start + run.length, range.end()) - std::max(run.start, range.start);
        if (letters <= 0) continue;
        if (run.kind == model::RunKind::footnote || run.format.hidden || run.format.caseMap != model::CaseMap::none) return std::nullopt;
        covered += letters;
    }
    if (covered != range.length) return std::nullopt;
    const std::u32string_view text = paragraph.text;
    auto start = static_cast<std::size_t>(range.start), end = static_cast<std::size_t>(range.end());
    while (start < end && text::isSpace(text[start])) ++start;
    while (end > start && text::isSpace(text[end - 1])) --end;
    for (std::size_t i = start; i < end; ++i) {
        const char32_t c = text[i];
        if (c > U' ' && c < 0xA0) continue;
        if (c == U' ' ? text::isSpace(text[i + 1]) : text::isSpace(c) || text::isCombining(c)) return std::nullopt;
    }
    range.start = static_cast<std::int32_t>(start);
    range.length = static_cast<std::int32_t>(end - start);
    return range;
}

}  // namespace

Shown::Shown(const model::Document& document, const std::vector<Range>& ranges) {
    if (!ranges.empty()) first_ = {ranges[0].story, ranges[0].paragraph, ranges[0].start, 0};
    for (const Range& range : ranges) append(document, range);
}

Shown::Shown(const model::Document& document, const std::vector<Range>& ranges, std::int32_t longest) {
    if (ranges.empty()) return;
    Range start = ranges.front();
    first_ = {start.story, start.paragraph, start.start, 0};
    // A letter keeps its marks.
    const std::u32string& text = document.at(start).text;
    std::int32_t length = std::min(longest, start.length);
    while (length < start.length && text::isCombining(text[static_cast<std::size_t>(start.start + length)]))
        ++length;
    start.length = length;
    append(document, start);
}

void Shown::append(const model::Document& document, const Range& range) {
    const model::Paragraph& paragraph = document.at(range);
    const std::int32_t last = std::min(range.end(), static_cast<std::int32_t>(paragraph.text.size()));
    if (range.start >= last) return;
    const auto join = [this] {
        if (!text_.empty()) text_.push_back(U' ');
        return text_.size();
    };
    if (const auto whole = asItStands(paragraph, {range.story, range.paragraph, range.start, last - range.start})) {
        if (whole->length == 0) return;
        const std::size_t start = join();
        text_ += document.wordsAt(*whole);
        pieces_.push_back({start, text_.size(), *whole, {}, {}});
        return;
    }
    std::u32string raw;
    std::vector<std::int32_t> positions;
    raw.reserve(static_cast<std::size_t>(last - range.start));
    positions.reserve(raw.capacity());
    const auto take = [&](std::int32_t from, std::int32_t to, model::CaseMap map) {
        for (std::int32_t i = from; i < to; ++i) {
            const char32_t c = paragraph.text[static_cast<std::size_t>(i)];
            const bool upper = map == model::CaseMap::upper || map == model::CaseMap::smallCaps;
            raw.push_back(upper ? text::toUpper(c) : map == model::CaseMap::lower ? text::toLower(c) : c);
            positions.push_back(i);
        }
    };
    if (paragraph.runs.empty()) take(range.start, last, model::CaseMap::none);
    for (const model::Run& run : paragraph.runs) {
        if (run.kind == model::RunKind::footnote || run.format.hidden) continue;
        take(std::max(run.start, range.start), std::min(run.start + run.length, last), run.format.caseMap);
    }
    text::Folded folded = text::fold(raw);
    if (folded.text.empty()) return;
    const std::size_t start = join();
    text_ += folded.text;
    for (std::int32_t& from : folded.starts) from = positions[static_cast<std::size_t>(from)];
    for (std::int32_t& to : folded.ends) to = positions[static_cast<std::size_t>(to - 1)] + 1;
    const Range whole{range.story, range.paragraph, folded.starts.front(), folded.ends.back() - folded.starts.front()};
    pieces_.push_back({start, text_.size(), whole, std::move(folded.starts), std::move(folded.ends)});
}

const Shown::Piece* Shown::pieceAt(std::size_t at) const noexcept {
    const auto found = std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return at < piece.end; });
    return found != pieces_.end() && at >= found->start ? &*found : nullptr;
}

Range Shown::placeOf(const Piece& piece, std::size_t at) {
    const std::size_t i = at - piece.start;
    Range place = piece.whole;
    place.start = piece.starts.empty() ? piece.whole.start + static_cast<std::int32_t>(i) : piece.starts[i];
    place.length = piece.ends.empty() ? 1 : piece.ends[i] - place.start;
    return place;
}

Range Shown::range(std::size_t start, std::size_t end) const {
    if (pieces_.empty()) return first_;
    end = std::min(end, text_.size());
    if (start < end && pieceAt(start) == nullptr) ++start;  // a space between two pieces is one code point
    if (start >= end) {
        std::size_t at = start == 0 ? 0 : std::min(start, text_.size()) - 1;
        const Piece* piece = pieceAt(at);
        if (piece == nullptr) piece = pieceAt(--at);
        Range range = placeOf(*piece, at);
        range.start = start == 0 ? range.start : range.end();
        range.length = 0;
        return range;
    }
    const Piece* piece = pieceAt(start);
    Range result = placeOf(*piece, start);
    result.length = placeOf(*piece, std::min(end, piece->end) - 1).end() - result.start;
    return result;
}

bool Shown::onePlace(std::size_t start, std::size_t end) const {
    end = std::min(end, text_.size());
    if (start >= end) return true;
    const Piece* piece = pieceAt(start);
    return piece != nullptr && end <= piece->end;
}

std::vector<Change> difference(const Shown& shown, std::size_t start, std::size_t end, std::u32string_view expected) {
    const std::vector<Token> have = tokens(shown.text(), start, end);
    const std::vector<Token> want = tokens(expected, 0, expected.size());
    std::vector<std::u32string> a;
    std::vector<std::u32string> b;
    const auto key = [](std::u32string_view token) {
        // Two hyphens that look like the plain one are as good as it.
        if (token == U"\u2010" || token == U"\u2011") return std::u32string(U"-");
        return oneStyle(token);
    };
    for (const Token& token : have)
        a.push_back(key(std::u32string_view(shown.text()).substr(token.start, token.end - token.start)));
    for (const Token& token : want)
        b.push_back(key(expected.substr(token.start, token.end - token.start)));
    const auto length = commonTails(a, b);
    std::vector<Change> changes;
    const auto append = [&](std::size_t from, std::size_t to, std::u32string_view with) {
        if (!changes.empty() && changes.back().end == from) {
            changes.back().end = to;
            changes.back().with += with;
        } else {
            changes.push_back({from, to, std::u32string(with)});
        }
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
            continue;
        }
        const std::size_t here = i < a.size() ? have[i].start : end;
        if (j < b.size() && (i == a.size() || length[i][j + 1] > length[i + 1][j])) {
            append(here, here, expected.substr(want[j].start, want[j].end - want[j].start));
            ++j;
        } else {
            append(have[i].start, have[i].end, U"");
            ++i;
        }
    }
    return changes;
}

std::u32string applied(std::u32string_view text, const std::vector<Change>& changes) {
    std::u32string result;
    std::size_t at = 0;
    for (const Change& change : changes) {
        result += text.substr(at, change.start - at);
        result += change.with;
        at = change.end;
    }
    result += text.substr(at);
    return result;
}

Effect effect(std::u32string_view before, std::u32string_view after) {
    if (before == after) return Effect::none;
    if (stripped(before, false) == stripped(after, false)) return Effect::separators;
    return stripped(before, true) == stripped(after, true) ? Effect::punctuation : Effect::letters;
}

ruleset::FixPolicy policy(const ruleset::Row& row, const ruleset::Band* applied, Effect effect) {
    using ruleset::FixPolicy;
    if ((applied != nullptr ? applied->fix : row.fix) == FixPolicy::none || effect == Effect::none)
        return FixPolicy::none;
    if (effect == Effect::separators) return FixPolicy::safe;
    if (effect == Effect::punctuation) {
        const ruleset::Band* punctuation = bandOf(row, "punctuation");
        return punctuation != nullptr ? punctuation->fix : FixPolicy::ask;
    }
    return FixPolicy::ask;
}

bool editable(const model::Document& document, const Range& range) {
    const model::Paragraph& paragraph = document.at(range);
    if (paragraph.protectedContent) return false;
    return std::none_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const model::Run& run) {
        const bool fixed = run.kind != model::RunKind::text && run.kind != model::RunKind::insertedText;
        return fixed && run.length > 0 && run.start < range.end() && run.start + run.length > range.start;
    });
}

Finding finding(const Context& context, const ruleset::Row& row, const elements::Element& element, const Range& at,
                const Telling& telling) {
    Finding result;
    result.rule = row.id;
    result.element = element.kind;
    result.role = element.role;
    result.severity = row.severity;
    if (const ruleset::Band* applied = bandOf(row, telling.band)) {
        result.severity = applied->severity;
        result.band = applied->name;
    }
    result.message = telling.message;
    result.arguments = telling.arguments;
    result.at = context.document.place(at);
    return result;
}

void reportChanges(const Context& context, const ruleset::Row& row, Sink& sink, const elements::Element& element,
                   const Shown& shown, const std::vector<Change>& changes, const Telling& telling) {
    if (changes.empty()) return;
    const Token at = telling.wholeLine ? Token{0, shown.size()} : widened(shown.text(), changes);
    Finding result = finding(context, row, element, shown.range(at.start, at.end), telling);
    const std::u32string before = shown.text().substr(at.start, at.end - at.start);
    std::vector<Change> inside = changes;
    for (Change& change : inside) {
        change.start -= at.start;
        change.end -= at.start;
    }
    const std::u32string after = applied(before, inside);
    result.actual = Quote{before};
    result.expected = Quote{after};
    result.fix = policy(row, bandOf(row, telling.band), effect(before, after));
    if (result.fix != ruleset::FixPolicy::none) {
        for (const Change& change : changes) {
            const Range range = shown.range(change.start, change.end);
            bool possible = shown.onePlace(change.start, change.end) && editable(context.document, range);
            // Capitals by character property would show the new words in capitals too.
            for (const model::Run& run : context.document.at(range).runs) {
                const bool touches = run.start <= range.start && range.start < run.start + run.length;
                if (touches && run.format.caseMap != model::CaseMap::none && text::hasLower(change.with))
                    possible = false;
            }
            if (!possible) {
                result.edits.clear();
                result.fix = ruleset::FixPolicy::none;
                break;
            }
            result.edits.emplace_back(model::ReplaceText{range, change.with});
        }
    }
    sink.report(std::move(result));
}

void reportPlace(const Context& context, const ruleset::Row& row, Sink& sink, const elements::Element& element,
                 const Shown& shown, std::size_t start, std::size_t end, const Telling& telling, Value expected) {
    Finding result = finding(context, row, element, shown.range(start, end), telling);
    result.actual = Quote{shown.text().substr(start, end - start)};
    result.expected = std::move(expected);
    sink.report(std::move(result));
}

bool isGap(std::u32string_view text) { return text.find(U'[') != std::u32string_view::npos; }

std::u32string capitalised(std::u32string_view text) {
    std::u32string result;
    bool start = true;
    for (const char32_t c : text) {
        if (isWordLetter(c)) {
            result.push_back(start ? text::toUpper(c) : text::toLower(c));
            start = false;
        } else {
            result.push_back(c);
            // “K'Đăm”, “Niê Kđăm”: an apostrophe starts a new capital in names of the Central Highlands.
            start = true;
        }
    }
    return result;
}

}  // namespace thethuc::checks::words
