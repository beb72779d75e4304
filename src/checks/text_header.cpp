// Words of the header: quốc hiệu, tiêu ngữ, names of agencies, trích yếu.
#include <algorithm>
#include <array>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "citations/ledger.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

/// Length without what may stand behind the words in the same paragraph: a separator typed as characters.
std::size_t withoutRule(std::u32string_view words) {
    std::size_t end = words.size();
    const auto isRule = [](char32_t c) {
        return text::isDash(c) || c == U'_' || c == U'*' || c == U'─' || text::isSpace(c);
    };
    while (end > 0 && isRule(words[end - 1]))
        --end;
    return end;
}

bool isVowel(char32_t c) noexcept {
    constexpr std::u32string_view kVowels = U"aeiouy";
    return kVowels.find(c) != std::u32string_view::npos;
}

/// Small letters without marks that can be read aloud as syllables, those of the highlands' names included.
bool readsAloud(std::u32string_view bones) {
    constexpr std::array<std::u32string_view, 18> kPairs{U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th",
                                                         U"tr", U"kr", U"pl", U"gr", U"br", U"dr", U"bl", U"kb", U"hl"};
    constexpr std::array<std::u32string_view, 11> kEnds{U"ch", U"ng", U"nh", U"c", U"m", U"n", U"p", U"t", U"k", U"r", U"l"};
    if (bones.empty()) return true;
    std::size_t i = 0;
    if (bones.starts_with(U"ngh")) {
        i = 3;
    } else if (std::any_of(kPairs.begin(), kPairs.end(), [&](std::u32string_view pair) { return bones.starts_with(pair); })) {
        i = 2;
    } else if (!isVowel(bones.front())) {
        i = 1;
    }
    std::size_t end = i;
    while (end < bones.size() && end - i < 3 && isVowel(bones[end])) ++end;
    if (end == i) return i == 2 && bones.starts_with(U"gi") && readsAloud(bones.substr(2));
    if (readsAloud(bones.substr(end))) return true;
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::u32string_view tail) {
        return bones.substr(end).starts_with(tail) && readsAloud(bones.substr(end + tail.size()));
    });
}

/// Capitals that nobody reads as words: VHDL, QLDA, NN&MT.
bool isInitials(std::u32string_view token) {
    constexpr std::size_t kFewest = 3;
    if (const auto joint = token.find(U'&'); joint != std::u32string_view::npos) {
        return joint > 0 && token.size() > kFewest && std::all_of(token.begin(), token.end(), [](char32_t c) { return text::isUpper(c) || c == U'&'; });
    }
    // A letter with a mark is no initial but Đ.
    const bool plain = std::all_of(token.begin(), token.end(), [](char32_t c) { return (c >= U'A' && c <= U'Z') || c == U'Đ'; });
    return token.size() >= kFewest && plain && !readsAloud(text::skeleton(token));
}

bool endsOpen(std::u32string_view words) {
    return text::endsWith(words, U"...") || text::endsWith(words, U"…");
}

}  // namespace

// Reads: words[0] = the name in capitals.
void nationalName(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty()) return;
    for (const auto* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const std::size_t end = withoutRule(shown.text());
        const std::u32string actual = shown.text().substr(0, end);
        sink.judged();
        if (sameLetters(actual, row.limit.words.front())) continue;  // capitals are quoc-hieu/case's business
        const bool upper = text::isAllUpper(actual);
        std::vector<Change> changes = difference(shown, 0, end, row.limit.words.front());
        if (!upper) {
            // Small letters are another finding: only the words that differ in letters count here.
            std::erase_if(changes, [&](const Change& change) {
                return sameLetters(std::u32string_view(shown.text()).substr(change.start, change.end - change.start),
                                   change.with);
            });
        }
        reportChanges(context, row, sink, *element, shown, changes, {});
    }
}

// Reads: words[0] = the motto.
void motto(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty()) return;
    for (const auto* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const std::size_t end = withoutRule(shown.text());
        const std::u32string_view actual = std::u32string_view(shown.text()).substr(0, end);
        // All capitals is tieu-ngu/case's business; what is left to judge are the words and the hyphens.
        const std::u32string expected =
            text::isAllUpper(actual) ? text::toUpper(row.limit.words.front()) : row.limit.words.front();
        sink.judged();
        reportChanges(context, row, sink, *element, shown, difference(shown, 0, end, expected), {});
    }
}

namespace {

/// “UBND HUYỆN …” on a document of a day on which there are no districts any more: two levels of local government since
/// 01/7/2025. Says where in the name it stands.
void judgeDistrict(const Context& context, const ruleset::Row& row, Sink& sink, const elements::Element& element, const Shown& shown) {
    constexpr citations::Date kTwoLevels{2025, 7, 1};
    const ruleset::Band* former = bandOf(row, "district");
    const bool dated = context.citations != nullptr && context.citations->documentDate && *context.citations->documentDate >= kTwoLevels;
    if (former == nullptr || !dated) return;
    for (const std::u32string& name : former->limit.words) {
        if (!beginsWith(shown.text(), name)) continue;
        reportPlace(context, row, sink, element, shown, 0, shown.size(), {"district", "text.agencyDistrict", {}});
        return;
    }
}

}  // namespace

// Reads: words = names that say nothing without a place behind them; band "district": councils and committees of a level that
// is no more.
void superiorName(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const auto* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        sink.judged();
        judgeDistrict(context, row, sink, *element, shown);
        const bool incomplete =
            std::any_of(row.limit.words.begin(), row.limit.words.end(),
                        [&](const std::u32string& word) { return sameLetters(shown.text(), word); });
        if (incomplete) reportPlace(context, row, sink, *element, shown, 0, shown.size(), {});
    }
}

// Reads: words "short=full"; band "unknown": kinds of agencies whose names are words, so that letters that cannot be read
// (SỞ VHDL) must be short for some; band "district" as above.
void agencyName(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Pair> table = pairs(row);
    const ruleset::Band* unknown = bandOf(row, "unknown");
    for (const auto* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const std::u32string& words = shown.text();
        sink.judged();
        judgeDistrict(context, row, sink, *element, shown);
        const bool spelled = unknown != nullptr && std::any_of(unknown->limit.words.begin(), unknown->limit.words.end(),
                                                               [&](const std::u32string& kind) { return beginsWith(words, kind); });
        for (std::size_t start = 0; start < words.size();) {
            std::size_t end = words.find(U' ', start);
            if (end == std::u32string::npos) end = words.size();
            const std::u32string_view token = std::u32string_view(words).substr(start, end - start);
            const bool listed = std::any_of(table.begin(), table.end(), [&](const Pair& pair) { return pair.key == token; });
            if (spelled && !listed && isInitials(token)) {
                reportPlace(context, row, sink, *element, shown, start, end, {"unknown", "text.agencyInitials", {}});
            }
            for (const Pair& pair : table) {
                if (pair.key != token || pair.key == pair.value) continue;
                reportChanges(context, row, sink, *element, shown, {{start, end, pair.value}}, {});
            }
            start = end + 1;
        }
    }
}

// Reads: words[0] = how the subject of a công văn begins (role telegram); band "end" for a final full stop.
void subjectText(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto all = elementsOf(context, row);
    for (const auto* element : all) {
        const Shown shown(context.document, element->ranges);
        const std::u32string& words = shown.text();
        if (words.empty()) continue;
        sink.judged();
        if (element->role == elements::Role::telegram && !row.limit.words.empty()) {
            const std::u32string& mark = row.limit.words.front();
            if (!text::startsWith(words, mark)) {
                for (const std::u32string_view other :
                     {std::u32string_view(U"Về việc"), std::u32string_view(mark), std::u32string_view(U"v.v")}) {
                    if (!beginsWith(words, other)) continue;
                    reportChanges(context, row, sink, *element, shown, {{0, other.size(), mark}},
                                  {"", "text.subjectMark", {}});
                    break;
                }
            }
        }
        // The subject may be one element per line: only the last line ends it.
        const bool last = std::none_of(all.begin(), all.end(), [&](const auto* other) {
            return other->part == element->part && other->ranges.front() > element->ranges.front();
        });
        if (last && words.back() == U'.' && !endsOpen(words)) {
            reportChanges(context, row, sink, *element, shown, {{words.size() - 1, words.size(), U""}},
                          {"end", "text.subjectEnd", {}});
        }
    }
}

}  // namespace thethuc::checks::words
