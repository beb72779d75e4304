// Size, weight, slant, underline and case of an element's letters.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include "checks/format.hpp"
#include "checks/run_judging.hpp"
#include "text/text.hpp"

namespace thethuc::checks::format {
namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::CaseMap;
using model::Range;

/// Parts of the body whose size is that of the running text.
bool isNumberedBody(Kind kind) noexcept {
    return kind == Kind::dieu || kind == Kind::khoan || kind == Kind::diem;
}
bool isBodyHeading(Kind kind) noexcept {
    return isNumberedBody(kind) || kind == Kind::muc || kind == Kind::tieuMuc || kind == Kind::phan || kind == Kind::chuong;
}

/// Running text with a number: a word in bold or italic is emphasis, only the whole is a fault.
bool isProse(const Element& element) noexcept {
    return element.role == Role::text && (element.kind == Kind::khoan || element.kind == Kind::diem);
}

/// The words “Điều 1.” of an article. An article's title is bold too, but what follows the number of
/// an article without title is running text: a sentence, known by its end or its length.
Range articleHeading(const Context& context, const Range& range) {
    constexpr std::int32_t kLongestTitle = 110;
    const std::u32string_view text = std::u32string_view(paragraphOf(context, range).text).substr(at(range.start), at(range.length));
    const auto stop = text.find_first_of(U".:");
    if (stop == std::u32string_view::npos || stop + 1 == text.size()) return range;
    const char32_t last = text.back();
    const bool sentence = last == U'.' || last == U':' || last == U';' || last == U',' || range.length > kLongestTitle;
    if (!sentence) return range;
    return {range.story, range.paragraph, range.start, static_cast<std::int32_t>(stop) + 1};
}

template <typename Property>
void judgeFlag(const Context& context, const ruleset::Row& row, Sink& sink, Property property, std::string_view yes, std::string_view no,
               void (*change)(model::SetCharFormat&, bool)) {
    const bool wanted = row.limit.is.value_or(false);
    const Value expected = Word{std::string(wanted ? yes : no)};
    const Value actual = Word{std::string(wanted ? no : yes)};
    for (const Element* element : elementsOf(context, row)) {
        sink.judged();
        for (Range range : element->ranges) {
            if (wanted && element->kind == Kind::dieu) range = articleHeading(context, range);
            const auto pieces = piecesOf(context, range);
            const auto wrong = [&](const Piece& piece) { return property(piece.run->format) != wanted; };
            if (!wanted && isProse(*element) && !std::all_of(pieces.begin(), pieces.end(), wrong)) continue;
            judgeRuns(context, element, range, sink, [&](const Piece& piece) -> std::optional<Verdict> {
                if (!wrong(piece)) return std::nullopt;
                Verdict verdict{actual, expected, {}, {}, {}, {}};
                change(verdict.change, wanted);
                return verdict;
            });
        }
    }
}

bool isVowel(char32_t c) noexcept {
    const std::u32string folded = text::skeleton(std::u32string_view(&c, 1));
    return !folded.empty() && std::u32string_view(U"aeiouy").find(folded[0]) != std::u32string_view::npos;
}

/// One Vietnamese syllable by its shape: opening consonants, vowels, a closing that the language has.
bool isSyllable(std::u32string_view word) {
    constexpr std::u32string_view kOpenings[] = {U"", U"b", U"c", U"ch", U"d", U"g", U"gh", U"h", U"k", U"kh", U"l", U"m", U"n", U"ng", U"ngh", U"nh",
                                                 U"p", U"ph", U"q", U"r", U"s", U"t", U"th", U"tr", U"v", U"x"};
    constexpr std::u32string_view kClosings[] = {U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"};
    const std::u32string bones = text::skeleton(word);
    std::size_t open = 0;
    while (open < bones.size() && !isVowel(bones[open])) ++open;
    std::size_t close = open;
    while (close < bones.size() && isVowel(bones[close])) ++close;
    const auto has = [](const auto& list, std::u32string_view part) { return std::find(std::begin(list), std::end(list), part) != std::end(list); };
    return close > open && has(kOpenings, std::u32string_view(bones).substr(0, open)) && has(kClosings, std::u32string_view(bones).substr(close));
}

/// Words that stay in capitals in running text: abbreviations (UBND is no syllable) and Roman numbers. VI,
/// XI and the like are syllables too: numbers only behind a word that is numbered so.
bool staysUpper(std::u32string_view word, std::u32string_view before) {
    const auto letters = std::count_if(word.begin(), word.end(), [](char32_t c) { return text::isLetter(c); });
    if (text::romanValue(word) > 0) {
        constexpr std::u32string_view kNumbered[] = {U"phan", U"chuong", U"muc", U"quy", U"luc", U"khoa", U"ky", U"thu", U"loai", U"hang"};
        const std::u32string bones = text::skeleton(before);
        const bool syllable = letters == 2 && word[1] == U'I' && word[0] != U'I';
        return !syllable || std::find(std::begin(kNumbered), std::end(kNumbered), bones) != std::end(kNumbered);
    }
    return letters > 1 && !isSyllable(word);
}

/// Lower case with a capital at the start and, for a motto, behind each dash. Names of people and
/// places cannot be told: such a fix is only ever offered.
std::u32string sentenceCase(std::u32string_view text, bool first, bool afterDash) {
    std::u32string result(text);
    bool capital = first;
    std::u32string before;
    for (std::size_t i = 0; i < result.size();) {
        if (!text::isLetter(result[i])) {
            if (afterDash && text::isDash(result[i])) capital = true;
            if (result[i] == U'.' && i > 0 && text::isDigit(result[i - 1])) capital = true;      // “Điều 1. …”
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < result.size() && (text::isLetter(result[end]) || text::isCombining(result[end]))) ++end;
        const std::u32string word = result.substr(i, end - i);
        if (!staysUpper(word, before)) {
            for (std::size_t j = i; j < end; ++j) {
                if (!(capital && j == i)) result[j] = text::toLower(result[j]);
            }
        }
        capital = false;
        before = word;
        i = end;
    }
    return result;
}

/// Lower-case letters outside brackets: “(từ ngày … đến ngày …)” behind a heading is a remark.
bool hasLowerOutsideBrackets(std::u32string_view text) {
    int depth = 0;
    for (const char32_t c : text) {
        if (c == U'(') ++depth;
        if (c == U')' && depth > 0) --depth;
        if (depth == 0 && text::isLower(c)) return true;
    }
    return false;
}

/// “Điều 2. PHIÊN HỌP”: the word is as it should be, the title behind the number is in capitals.
bool titleInCapitals(const Element& element) {
    if (element.kind != Kind::dieu) return false;
    const auto dot = element.text.find(U". ");
    const std::u32string_view title = dot == std::u32string::npos ? std::u32string_view() : std::u32string_view(element.text).substr(dot + 2);
    return title.find(U' ') != std::u32string_view::npos && text::isAllUpper(title);
}

}  // namespace

void size(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto elements = elementsOf(context, row);
    if (elements.empty()) return;
    const Points expected = pointsOf(row.limit);
    const bool followsBody = isNumberedBody(row.element) && bandOf(row, "mixed");
    const model::DeciPt body = isBodyHeading(row.element) ? dominantSize(context) : 0;
    // Where the running text itself has a wrong size, that is one fault, told once.
    const ruleset::Row* bodyRow = body > 0 ? rowOf(context, Kind::noiDung, Role::whole, "size") : nullptr;
    const bool bodyIsWrong = bodyRow && !within(bodyRow->limit, body);
    for (const Element* element : elements) {
        sink.judged();
        for (const Range& range : element->ranges) {
            judgeRuns(context, element, range, sink, [&](const Piece& piece) -> std::optional<Verdict> {
                const model::DeciPt size = piece.run->format.size;
                if (bodyIsWrong && size == body) return std::nullopt;
                Verdict verdict{Points{size, size}, expected, {}, {}, {}, {}};
                if (!within(row.limit, size)) {
                    verdict.change.size = followsBody && body > 0 && within(row.limit, body) ? body : rightSizeOf(context, *element, size);
                    return verdict;
                }
                if (!followsBody || bodyIsWrong || body == 0 || size == body) return std::nullopt;
                verdict.expected = Points{body, body};
                verdict.band = "mixed";
                verdict.message = "message.sizeMixed";
                verdict.change.size = body;
                return verdict;
            });
        }
    }
}

void bold(const Context& context, const ruleset::Row& row, Sink& sink) {
    judgeFlag(context, row, sink, [](const model::CharFormat& format) { return format.bold; }, "value.bold", "value.notBold",
              [](model::SetCharFormat& edit, bool wanted) { edit.bold = wanted; });
}

void italic(const Context& context, const ruleset::Row& row, Sink& sink) {
    judgeFlag(context, row, sink, [](const model::CharFormat& format) { return format.italic; }, "value.italic", "value.upright",
              [](model::SetCharFormat& edit, bool wanted) { edit.italic = wanted; });
}

void underline(const Context& context, const ruleset::Row& row, Sink& sink) {
    judgeFlag(context, row, sink, [](const model::CharFormat& format) { return format.underline && !format.hyperlink; }, "value.underline",
              "value.noUnderline", [](model::SetCharFormat& edit, bool wanted) { edit.underline = wanted; });
}

void letterCase(const Context& context, const ruleset::Row& row, Sink& sink) {
    const bool upper = lists(row.limit, U"upper");
    for (const Element* element : elementsOf(context, row)) {
        sink.judged();
        // Whether a text is “in hoa” is seen on the whole of it, not on one word.
        const bool title = titleInCapitals(*element);
        const bool typedUpper = title || text::isAllUpper(element->text);
        for (const Range& range : element->ranges) {
            const auto pieces = piecesOf(context, range);
            const auto shownUpper = [&](const Piece& piece) {
                return piece.run->format.caseMap == CaseMap::upper || !text::hasLower(piece.text);
            };
            if (upper) {
                judgeRuns(context, element, range, sink, [&](const Piece& piece) -> std::optional<Verdict> {
                    if (piece.run->format.caseMap == CaseMap::upper || !hasLowerOutsideBrackets(piece.text)) return std::nullopt;
                    Verdict verdict{Word{"value.mixed"}, Word{"value.upper"}, {}, {}, {}, {}};
                    verdict.change.caseMap = CaseMap::upper;
                    return verdict;
                });
                continue;
            }
            const bool mapped = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
                return piece.run->format.caseMap == CaseMap::upper && text::hasLower(piece.text);
            });
            const bool letters = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return hasLetters(piece.text); });
            if (!letters || !(title || std::all_of(pieces.begin(), pieces.end(), shownUpper))) continue;
            if (mapped) {
                judgeRuns(context, element, range, sink, [&](const Piece& piece) -> std::optional<Verdict> {
                    if (piece.run->format.caseMap != CaseMap::upper) return std::nullopt;
                    Verdict verdict{Word{"value.upper"}, Word{"value.mixed"}, {}, {}, {}, {}};
                    verdict.change.caseMap = CaseMap::none;
                    return verdict;
                });
                continue;
            }
            if (!typedUpper) continue;
            const std::u32string_view text = std::u32string_view(paragraphOf(context, range).text).substr(at(range.start), at(range.length));
            const std::u32string right = sentenceCase(text, &range == &element->ranges.front(), element->kind == Kind::tieuNgu);
            if (right == text) continue;
            Finding finding = findingAt(context, range, Word{"value.mixed"}, Word{"value.upper"});
            finding.role = element->role;
            finding.band = "typed";
            finding.message = "message.caseTyped";
            finding.fix = ruleset::FixPolicy::ask;
            if (!paragraphOf(context, range).protectedContent) {
                // Run by run, so that notes, fields and formatting stay.
                for (const Piece& piece : pieces) {
                    if (piece.run->kind != model::RunKind::text && piece.run->kind != model::RunKind::insertedText) continue;
                    std::u32string words = right.substr(at(piece.range.start - range.start), at(piece.range.length));
                    if (words != piece.text) finding.edits.emplace_back(model::ReplaceText{piece.range, std::move(words)});
                }
            }
            sink.report(std::move(finding));
        }
    }
}

}  // namespace thethuc::checks::format
