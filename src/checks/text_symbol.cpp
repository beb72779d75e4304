// “Số: 12/BC-UBND”: the word, the number, the separators, the abbreviation of the type, capitals.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using elements::Kind;

struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const noexcept { return start == end; }
};

/// A number line taken apart; positions are those of the shown words.
struct Symbol {
    Span word;    ///< “Số”, empty where it is missing
    Span colon;   ///< what stands between word and number but white space behind: “:”, “ :”, “.”, “”
    Span number;  ///< empty for a blank
    bool blank = false;  ///< dots, underscores or nothing where the number goes
    Span first;          ///< from number to symbol, white space included
    Span year;           ///< “2025” of 12/2025/QĐ-UBND, with its slash
    std::vector<Span> groups;
    std::vector<Span> joints;  ///< between the groups, white space included
    std::size_t end = 0;       ///< one past what belongs to the symbol
};

bool isBlankMark(char32_t c) noexcept {
    return c == U'.' || c == U'…' || c == U'_' || c == U'·';
}
bool isJoint(char32_t c) noexcept {
    return c == U'/' || c == U'\\' || text::isDash(c);
}
bool isGroup(char32_t c) noexcept {
    return text::isLetter(c) || text::isDigit(c) || c == U'&' || c == U'.';
}

std::size_t skipSpaces(std::u32string_view words, std::size_t at) {
    while (at < words.size() && text::isSpace(words[at]))
        ++at;
    return at;
}

std::size_t groupEnd(std::u32string_view words, std::size_t at) {
    while (at < words.size() && isGroup(words[at]))
        ++at;
    while (at > 0 && words[at - 1] == U'.')
        --at;
    return at;
}

std::optional<Symbol> take(std::u32string_view words) {
    Symbol symbol;
    std::size_t i = 0;
    while (i < words.size() && text::isLetter(words[i]))
        ++i;
    const bool hasWord = text::skeleton(words.substr(0, i)) == U"so";
    if (hasWord) {
        symbol.word = {0, i};
    } else if (i > 0 || words.empty() || !text::isDigit(words[0])) {
        return std::nullopt;
    }
    // “Số :” and “Số.” are read too; a run of dots is a blank, not a colon.
    symbol.colon = {i, i};
    const std::size_t mark = skipSpaces(words, i);
    if (hasWord && mark < words.size()) {
        const char32_t c = words[mark];
        const bool dots = isBlankMark(c) && mark + 1 < words.size() && (isBlankMark(words[mark + 1]) || c != U'.');
        if (c == U':' || c == U';' || ((c == U'.' || c == U',') && !dots)) symbol.colon = {i, mark + 1};
    }
    i = skipSpaces(words, symbol.colon.end);
    const std::size_t numberStart = i;
    while (i < words.size() && !text::isSpace(words[i]) && !isJoint(words[i]))
        ++i;
    const std::u32string_view number = words.substr(numberStart, i - numberStart);
    symbol.blank = std::all_of(number.begin(), number.end(), isBlankMark);
    // Blanks may be several words: “Số: ... ... /BC-UBND”.
    while (symbol.blank && i < words.size() && (text::isSpace(words[i]) || isBlankMark(words[i])))
        ++i;
    if (!symbol.blank) symbol.number = {numberStart, i};
    std::size_t afterNumber = i;
    while (symbol.blank && afterNumber > numberStart && text::isSpace(words[afterNumber - 1]))
        --afterNumber;
    const bool roman = text::romanValue(number) > 0;
    if (!symbol.blank && !roman && !std::any_of(number.begin(), number.end(), text::isDigit)) return std::nullopt;
    symbol.end = i;

    const auto joint = [&](std::size_t from) -> std::optional<Span> {
        std::size_t to = skipSpaces(words, from);
        const std::size_t marks = to;
        while (to < words.size() && (isJoint(words[to]) || words[to] == U'_'))
            ++to;
        if (to == marks && to == from) return std::nullopt;
        to = skipSpaces(words, to);
        if (to >= words.size() || !(text::isLetter(words[to]) || text::isDigit(words[to]))) return std::nullopt;
        if (to - from > 0 && marks == skipSpaces(words, from) &&
            std::none_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                         words.begin() + static_cast<std::ptrdiff_t>(to),
                         [](char32_t c) { return isJoint(c) || c == U'_'; })) {
            // White space alone joins only what is a short abbreviation at the end of the line.
            const std::size_t end = groupEnd(words, to);
            const std::u32string_view group = words.substr(to, end - to);
            const std::size_t follow = skipSpaces(words, end);
            const bool last = follow >= words.size() || isJoint(words[follow]);
            if (!last || !text::isAllUpper(group) || group.size() < 2) return std::nullopt;
        }
        return Span{from, to};
    };
    const auto first = joint(symbol.blank ? afterNumber : i);
    if (!first) return symbol;
    symbol.first = *first;
    std::size_t at = first->end;
    constexpr std::size_t kYearDigits = 4;
    const std::size_t yearEnd = groupEnd(words, at);
    if (yearEnd - at == kYearDigits &&
        std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                    words.begin() + static_cast<std::ptrdiff_t>(yearEnd), text::isDigit)) {
        if (const auto next = joint(yearEnd)) {
            symbol.year = {at, next->end};
            at = next->end;
        }
    }
    for (;;) {
        const std::size_t end = groupEnd(words, at);
        if (end == at) break;
        symbol.groups.push_back({at, end});
        symbol.end = end;
        const auto next = joint(end);
        if (!next) break;
        symbol.joints.push_back(*next);
        at = next->end;
    }
    if (!symbol.groups.empty() && symbol.joints.size() == symbol.groups.size()) symbol.joints.pop_back();
    return symbol;
}

std::u32string_view part(const Shown& shown, const Span& piece) {
    return std::u32string_view(shown.text()).substr(piece.start, piece.end - piece.start);
}

/// Runs `judge` on every number line that can be taken apart.
template <typename Judge>
void eachSymbol(const Context& context, const ruleset::Row& row, Sink& sink, Judge judge) {
    for (const Element* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const auto symbol = take(shown.text());
        if (!symbol) continue;
        sink.judged();
        judge(*element, shown, *symbol);
    }
}

bool isPlainHyphen(std::u32string_view joint) {
    return joint == U"-" || joint == U"\u2010" || joint == U"\u2011";
}

/// Initials of an agency's name: “CỤC THUẾ” -> “CT”, so that a công văn of a Cục Thuế is not taken for a directive.
bool isIssuer(const Context& context, std::int32_t partIndex, std::u32string_view group) {
    std::u32string name;
    for (const Element* element : context.analysis.all(Kind::coQuanBanHanh, partIndex))
        name += element->text + U" ";
    std::u32string initials;
    bool start = true;
    for (const char32_t c : text::toUpper(name)) {
        if (text::isLetter(c) && start) initials.push_back(c);
        start = !text::isLetter(c) && !text::isDigit(c);
    }
    return text::startsWith(initials, text::toUpper(group));
}

}  // namespace

// Reads: words[0] = “Số:”; band "year": types that may carry a year.
void symbolText(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty() || row.limit.words.front().size() < 2) return;
    const std::u32string& mark = row.limit.words.front();
    const std::u32string word = mark.substr(0, mark.size() - 1);
    const ruleset::Band* yearBand = bandOf(row, "year");
    eachSymbol(context, row, sink, [&](const Element& element, const Shown& shown, const Symbol& symbol) {
        // The word with its colon.
        std::vector<Change> changes;
        if (symbol.word.empty()) {
            changes.push_back({0, 0, mark + U" "});
        } else {
            if (part(shown, symbol.word) != word && !same(part(shown, symbol.word), word)) {
                changes.push_back({symbol.word.start, symbol.word.end, word});
            }
            const std::u32string_view colon = part(shown, symbol.colon);
            if (colon != mark.substr(mark.size() - 1)) {
                changes.push_back({symbol.colon.start, symbol.colon.end, mark.substr(mark.size() - 1)});
            }
        }
        reportChanges(context, row, sink, element, shown, changes, {"", "text.symbolWord", {}});

        // Separators.
        changes.clear();
        if (!symbol.groups.empty()) {
            const std::u32string_view first = part(shown, symbol.first);
            // Room is left before the slash where the number is still to come.
            const bool fine = first == U"/" || (symbol.blank && text::trim(first) == U"/" && first.back() == U'/');
            if (!fine) changes.push_back({symbol.first.start, symbol.first.end, U"/"});
            for (const Span& joint : symbol.joints) {
                if (!isPlainHyphen(part(shown, joint))) changes.push_back({joint.start, joint.end, U"-"});
            }
        }
        reportChanges(context, row, sink, element, shown, changes, {"", "text.symbolSeparators", {}});

        // A year in the number is for legal normative documents.
        if (!symbol.year.empty() && yearBand != nullptr && context.analysis.type) {
            const auto& lawful = yearBand->limit.words;
            if (std::find(lawful.begin(), lawful.end(), text::fromUtf8(*context.analysis.type)) == lawful.end()) {
                reportChanges(context, row, sink, element, shown, {{symbol.year.start, symbol.year.end, U""}},
                              {"year", "text.symbolYear", {}});
            }
        }
        if (symbol.groups.empty() && !symbol.blank && symbol.end == shown.size() && !symbol.word.empty()) {
            reportPlace(context, row, sink, element, shown, symbol.number.start, symbol.number.end,
                        {"", "text.symbolMissing", {}});
        }
    });
}

// Reads: min = fewest digits of the number.
void symbolNumber(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto fewest = static_cast<std::size_t>(std::max(row.limit.min.value_or(0), 0));
    eachSymbol(context, row, sink, [&](const Element& element, const Shown& shown, const Symbol& symbol) {
        if (symbol.number.empty()) return;
        const std::u32string_view number = part(shown, symbol.number);
        std::u32string digits(number);
        std::string message = "text.symbolZero";
        if (!std::all_of(number.begin(), number.end(), text::isDigit)) {
            const std::int32_t value = text::romanValue(number);
            if (value <= 0) return;
            digits = text::fromUtf8(std::to_string(value));
            message = "text.symbolRoman";
        }
        if (digits.size() < fewest) digits.insert(0, fewest - digits.size(), U'0');
        if (digits != number) {
            reportChanges(context, row, sink, element, shown, {{symbol.number.start, symbol.number.end, digits}},
                          {"", std::move(message), {}});
        }
    });
}

// Reads: words "TÊN LOẠI=viết tắt"; the type CÔNG VĂN names the abbreviation that must not be used; band "alone" for a
// symbol of one abbreviation.
void symbolType(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Pair> table = pairs(row);
    const std::u32string letterName = U"CÔNG VĂN";
    // “Số: 245/UBND”, “Số: 12/BC”: what must follow the first abbreviation is not there.
    const auto alone = [&](const Element& element, const Shown& shown, const Symbol& symbol, const char* message) {
        if (bandOf(row, "alone") == nullptr || symbol.groups.size() != 1 || symbol.end != shown.size()) return;
        reportPlace(context, row, sink, element, shown, symbol.groups.front().start, symbol.groups.front().end,
                    {"alone", message, {}});
    };
    eachSymbol(context, row, sink, [&](const Element& element, const Shown& shown, const Symbol& symbol) {
        if (symbol.groups.empty()) return;
        const Span& head = symbol.groups.front();
        const std::u32string_view group = part(shown, head);
        const auto isAbbreviation = [&](std::u32string_view what) {
            return std::any_of(table.begin(), table.end(), [&](const Pair& pair) {
                return pair.key != letterName && text::toUpper(pair.value) == text::toUpper(what);
            });
        };
        const auto& type = context.analysis.type;
        if (type && *type == "CV") {
            const bool letter = std::any_of(table.begin(), table.end(), [&](const Pair& pair) {
                return pair.key == letterName && text::toUpper(pair.value) == text::toUpper(group);
            });
            if (!letter && (!isAbbreviation(group) || isIssuer(context, element.part, group))) {
                alone(element, shown, symbol, "text.symbolUnitMissing");
                return;
            }
            if (symbol.groups.size() < 2) {
                reportPlace(context, row, sink, element, shown, head.start, head.end,
                            {"", "text.symbolTypeInLetter", {}});
                return;
            }
            reportChanges(context, row, sink, element, shown, {{head.start, symbol.groups[1].start, U""}},
                          {"", "text.symbolTypeInLetter", {}});
            return;
        }
        const Element* title = context.analysis.first(Kind::tenLoai, element.part);
        if (title == nullptr) return;
        const Pair* named = nullptr;
        for (const Pair& pair : table) {
            if (pair.key != letterName && beginsWith(title->text, pair.key) &&
                (named == nullptr || pair.key.size() > named->key.size()))
                named = &pair;
        }
        if (named == nullptr) return;
        if (text::toUpper(named->value) == text::toUpper(group)) {
            alone(element, shown, symbol, "text.symbolAgencyMissing");
            return;
        }
        const std::u32string upperGroup = text::toUpper(group);
        const std::u32string upperRight = text::toUpper(named->value);
        const bool near = text::startsWith(upperGroup, upperRight) || text::startsWith(upperRight, upperGroup) ||
                          text::distance(upperGroup, upperRight, 1) <= 1;
        const Telling telling{"", "text.symbolType", {Quote{title->text}, Quote{named->value}}};
        if (symbol.groups.size() >= 2 && (isAbbreviation(group) || near)) {
            reportChanges(context, row, sink, element, shown, {{head.start, head.end, named->value}}, telling);
        } else {
            reportPlace(context, row, sink, element, shown, head.start, head.end, telling, Quote{named->value});
        }
    });
}

// Reads: words = abbreviations as they are written.
void symbolCase(const Context& context, const ruleset::Row& row, Sink& sink) {
    eachSymbol(context, row, sink, [&](const Element& element, const Shown& shown, const Symbol& symbol) {
        std::vector<Change> changes;
        for (std::size_t i = 0; i < symbol.groups.size(); ++i) {
            const Span& piece = symbol.groups[i];
            const std::u32string_view group = part(shown, piece);
            const auto& known = row.limit.words;
            if (std::find(known.begin(), known.end(), group) != known.end()) continue;
            const auto right = std::find_if(known.begin(), known.end(), [&](const std::u32string& word) {
                return text::toUpper(word) == text::toUpper(group);
            });
            std::u32string expected(group);
            if (right != known.end()) {
                // Behind the type an abbreviation in capitals is the office's own affair (TTr is a Thanh tra too).
                if (i == 0 || !text::isAllUpper(group)) expected = *right;
            } else if (!group.empty() && text::hasLower(group) && text::isLower(group.front())) {
                expected = text::toUpper(group);
            }
            if (expected != group) changes.push_back({piece.start, piece.end, expected});
        }
        reportChanges(context, row, sink, element, shown, changes, {});
    });
}

}  // namespace thethuc::checks::words
