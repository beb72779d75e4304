// Words of the header: quốc hiệu, tiêu ngữ, names of agencies, trích yếu.
#include <algorithm>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
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

/// Three capitals or more without a vowel: no syllable of the language.
bool isInitials(std::u32string_view token) {
    constexpr std::size_t kFewest = 3;
    constexpr std::u32string_view kVowels = U"aeiouy";
    if (token.size() < kFewest || !std::all_of(token.begin(), token.end(), text::isUpper)) return false;
    const std::u32string bones = text::skeleton(token);
    return std::none_of(bones.begin(), bones.end(),
                        [&](char32_t c) { return kVowels.find(c) != std::u32string_view::npos; });
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

// Reads: words = names that say nothing without a place behind them.
void superiorName(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const auto* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        sink.judged();
        const bool incomplete =
            std::any_of(row.limit.words.begin(), row.limit.words.end(),
                        [&](const std::u32string& word) { return sameLetters(shown.text(), word); });
        if (incomplete) reportPlace(context, row, sink, *element, shown, 0, shown.size(), {});
    }
}

// Reads: words "short=full"; band "unknown": kinds of agencies whose names are words, so that letters without a vowel
// (SỞ VHDL) must be short for some.
void agencyName(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Pair> table = pairs(row);
    const ruleset::Band* unknown = bandOf(row, "unknown");
    for (const auto* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const std::u32string& words = shown.text();
        sink.judged();
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
