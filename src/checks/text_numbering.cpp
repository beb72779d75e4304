// Numbers of Phần, Chương, Mục, Điều, khoản, điểm: how they are written and how they follow each other.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Range;

enum class Numerals : std::uint8_t { roman, arabic, letters };

/// “Mục 1” stands on a line of its own in a text of articles, “I. TIÊU ĐỀ” heads a report's.
bool isArticlesSection(const Element& element) {
    return element.kind == Kind::muc && element.role == Role::number;
}

Numerals numeralsOf(const Element& element) {
    switch (element.kind) {
        case Kind::phan:
        case Kind::chuong:
            return Numerals::roman;
        case Kind::muc:
            return isArticlesSection(element) ? Numerals::arabic : Numerals::roman;
        case Kind::diem:
            return Numerals::letters;
        default:
            return Numerals::arabic;
    }
}

/// Higher in the document's order is lower here; what is not numbered has none.
std::optional<int> rankOf(const Element& element) {
    switch (element.kind) {
        case Kind::phuLuc:
            return 0;
        case Kind::phan:
            return 1;
        case Kind::chuong:
            return 2;
        case Kind::muc:
            return 3;
        case Kind::tieuMuc:
            return 4;
        case Kind::dieu:
            return 5;
        case Kind::khoan:
            return 5 + std::clamp(element.level, 1, 4);
        case Kind::diem:
            return 10;
        default:
            return std::nullopt;
    }
}

/// Numbered words at the start of a line, positions in the shown words.
struct Label {
    std::size_t word = 0;   ///< end of “Điều”, “Chương”; 0 where the row's pattern has none
    std::size_t start = 0;  ///< the number
    std::size_t end = 0;
    std::size_t suffix = 0;  ///< end of the marks behind it, white space before them included
};

bool isSuffix(char32_t c) noexcept {
    return c == U'.' || c == U')' || c == U':' || c == U'/' || c == U',' || text::isDash(c);
}

/// `prefix` is the pattern's word, “Điều” or “Tiểu mục”, empty for bare numbers.
std::optional<Label> labelOf(std::u32string_view words, std::u32string_view prefix, Kind kind) {
    Label label;
    std::size_t at = 0;
    if (!prefix.empty()) {
        if (words.size() < prefix.size() || text::skeleton(words.substr(0, prefix.size())) != text::skeleton(prefix))
            return std::nullopt;
        label.word = prefix.size();
        at = label.word;
        while (at < words.size() && words[at] == U' ')
            ++at;
    }
    label.start = at;
    if (kind == Kind::diem) {
        if (at < words.size() && text::isLetter(words[at])) ++at;
    } else if (at < words.size() && text::isDigit(words[at])) {
        while (at < words.size() &&
               (text::isDigit(words[at]) ||
                (words[at] == U'.' && kind == Kind::khoan && at + 1 < words.size() && text::isDigit(words[at + 1])))) {
            ++at;
        }
    } else {
        while (at < words.size() && text::isLetter(words[at]))
            ++at;
        if (text::romanValue(text::toUpper(words.substr(label.start, at - label.start))) == 0) return std::nullopt;
    }
    if (at == label.start) return std::nullopt;
    label.end = at;
    // A lower-case number (“Điều 5a.”) belongs to an amending text.
    if (kind != Kind::diem && at < words.size() && text::isLetter(words[at])) return std::nullopt;
    while (at < words.size() && words[at] == U' ')
        ++at;
    if (at < words.size() && isSuffix(words[at])) {
        while (at < words.size() && isSuffix(words[at]))
            ++at;
    } else {
        at = label.end;
    }
    label.suffix = at;
    return label;
}

/// More than any number with its word and marks takes: of a paragraph no more is read to find it.
constexpr std::int32_t kStart = 64;

std::u32string_view cut(std::u32string_view words, std::size_t start, std::size_t end) {
    return words.substr(start, end - start);
}

std::u32string numberText(std::int32_t value, Numerals numerals) {
    if (numerals == Numerals::roman) return text::roman(value);
    if (numerals == Numerals::letters) {
        const std::u32string_view letters = text::pointLetters();
        const auto index = static_cast<std::size_t>(value - 1);
        return index < letters.size() ? std::u32string(1, letters[index]) : std::u32string();
    }
    return text::fromUtf8(std::to_string(value));
}

/// In tables numbers are not judged, and what is quoted keeps the numbers of its source.
bool skipped(const Context& context, const Element& element) {
    const Range& range = element.ranges.front();
    const std::vector<bool>& quoted = context.analysis.quoted;
    if (range.story != 0 || context.document.at(range).cell >= 0) return true;
    return static_cast<std::size_t>(range.paragraph) < quoted.size() &&
           quoted[static_cast<std::size_t>(range.paragraph)];
}

// ---------------------------------------------------------------------------------------------- order

/// One numbered element in the run of its kind.
struct Item {
    const Element* element = nullptr;
    int rank = 0;
    std::vector<std::int32_t> prefix;  ///< {2} of 2.1
    std::int32_t value = 0;            ///< 1 of 2.1; 0: a letter that the alphabet of điểm lacks
    char32_t letter = 0;               ///< of a điểm
    Shown shown;
    std::optional<Range> number;              ///< where it is typed
    bool boundary = false;                    ///< something higher stands between it and the one before
    std::optional<std::int32_t> parent;       ///< number of the khoản that a 2.1 stands in
    std::optional<std::int32_t> parentRight;  ///< what that number should have been
};

/// What was last seen at one level.
struct Before {
    const Item* item = nullptr;
    std::int32_t actual = 0;
    std::int32_t right = 0;  ///< what it should have been; = actual where it was right
    bool wrong = false;
};

class Order {
public:
    Order(const Context& context, const ruleset::Row& row, Sink& sink) : context_(context), row_(row), sink_(sink) {}

    /// `numbered`: the elements of one part that have a rank, in reading order.
    void run(const std::vector<const Element*>& numbered) {
        collect(numbered);
        for (std::size_t i = 0; i < items_.size(); ++i)
            judge(i);
    }

private:
    void collect(const std::vector<const Element*>& numbered) {
        std::map<int, bool> crossed;
        for (const Element* one : numbered) {
            const Element& element = *one;
            const auto rank = rankOf(element);
            // Whatever is higher ends the runs of all that is lower.
            for (auto& [other, flag] : crossed) {
                if (other > *rank) flag = true;
            }
            if (element.kind != row_.element || element.number.empty()) continue;
            Item item{&element, *rank, {}, element.number.back(), 0, Shown(context_.document, element.ranges, kStart), {},
                      false,    {},    {}};
            item.prefix.assign(element.number.begin(), element.number.end() - 1);
            item.boundary = crossed.contains(*rank) ? crossed[*rank] : true;
            crossed[*rank] = false;
            locate(item);
            items_.push_back(std::move(item));
        }
    }

    /// Finds the typed number; a điểm's letter is read again, since a letter outside the alphabet has no index.
    void locate(Item& item) {
        const Element& element = *item.element;
        std::u32string_view words = item.shown.text();
        std::u32string automatic;
        if (element.automaticNumber) {
            automatic = text::squeeze(context_.document.at(element.ranges.front()).listLabel);
            words = automatic;
        }
        static const std::map<Kind, std::u32string_view> kWords{
            {Kind::phan, U"Phần"}, {Kind::chuong, U"Chương"}, {Kind::tieuMuc, U"Tiểu mục"}, {Kind::dieu, U"Điều"}};
        std::u32string_view prefix;
        if (const auto found = kWords.find(element.kind); found != kWords.end()) prefix = found->second;
        if (isArticlesSection(element)) prefix = U"Mục";
        const auto label = labelOf(words, prefix, element.kind);
        if (!label) return;
        if (element.kind == Kind::diem) {
            item.letter = text::toLower(words[label->start]);
            const std::size_t index = text::pointLetters().find(item.letter);
            item.value = index == std::u32string_view::npos ? 0 : static_cast<std::int32_t>(index) + 1;
        }
        if (!element.automaticNumber) item.number = item.shown.range(label->start, label->end);
    }

    [[nodiscard]] const Item* next(std::size_t i) const {
        for (std::size_t j = i + 1; j < items_.size(); ++j) {
            if (items_[j].rank > items_[i].rank) continue;
            if (items_[j].rank < items_[i].rank || items_[j].boundary) return nullptr;
            return &items_[j];
        }
        return nullptr;
    }

    void judge(std::size_t i) {
        Item& item = items_[i];
        Before& before = before_[item.rank];
        sink_.judged();
        // A new khoản ends the numbers below it; Điều alone run on through the whole document.
        const bool fresh = before.item == nullptr || (item.boundary && item.element->kind != Kind::dieu);
        const bool samePrefix = before.item != nullptr && before.item->prefix == item.prefix;
        if (!item.prefix.empty() && judgePrefix(item)) {
            before = {&item, item.value, item.value, true};
            return;
        }
        if (fresh || !samePrefix) {
            const bool continues = !fresh && samePrefix;
            const bool runsOn = before.item != nullptr && item.prefix.empty() && item.value == before.right + 1;
            if (item.value != 1 && !continues && !runsOn && starts(i)) {
                report(i, 1, nullptr, "text.numberFirst");
                before = {&item, item.value, 1, true};
            } else {
                before = {&item, item.value, item.value, false};
            }
            return;
        }
        const std::int32_t expected = before.right + 1;
        const bool ok = (item.value != 0 && item.value == before.right + 1) || (before.wrong && follows(before, item));
        if (ok) {
            const bool chain = before.wrong && item.value != before.right + 1;
            before = {&item, item.value, chain ? before.right + 1 : item.value, chain};
            return;
        }
        // What a wrong number stood for may come right behind it.
        if (before.wrong && item.value != 0 && item.value == before.right) {
            before = {&item, item.value, item.value, false};
            return;
        }
        const Item* after = next(i);
        if (item.value == 1 && !(after != nullptr && after->value == expected + 1) && !twinHeads(before, item, after)) {
            before = {&item, 1, 1, false};  // a list of its own
            return;
        }
        report(i, expected, before.item, item.value == before.actual ? "text.numberTwice" : "text.numberGap");
        before = {&item, item.value, expected, true};
    }

    /// The first of a run that does not begin at 1: only said where it heads a run or is a heading.
    [[nodiscard]] bool starts(std::size_t i) const {
        const Item& item = items_[i];
        if (item.element->kind != Kind::khoan && item.element->kind != Kind::diem) return true;
        if (item.value == 0) return true;
        const Item* after = next(i);
        return item.element->role == Role::heading ||
               (after != nullptr && after->prefix == item.prefix && after->value == item.value + 1) ||
               (after != nullptr && after->prefix == item.prefix && after->value == item.value);
    }

    /// Carries on from a wrong number as it stands: reported once, there.
    static bool follows(const Before& before, const Item& item) {
        if (item.value == before.actual + 1 && before.actual != 0) return true;
        if (item.letter == 0 || before.item == nullptr || before.item->letter == 0) return false;
        // The Latin alphabet behind a letter that is wrong already: e, f, g …
        return item.letter == before.item->letter + 1;
    }

    /// “1.” twice in a row under one heading, both of them headings or of a kind that has no lists of its own.
    static bool twinHeads(const Before& before, const Item& item, const Item* after) {
        if (before.actual != 1) return false;
        const Kind kind = item.element->kind;
        if (kind == Kind::muc || kind == Kind::tieuMuc || kind == Kind::chuong || kind == Kind::phan) return true;
        const bool bothHeadings = item.element->role == Role::heading && before.item->element->role == Role::heading;
        const bool adjacent =
            item.element->ranges.front().paragraph == before.item->element->ranges.back().paragraph + 1;
        return bothHeadings || (adjacent && (after == nullptr || after->value == 2));
    }

    /// 3.1 under 2.: true where it was reported.
    bool judgePrefix(Item& item) {
        const auto parent = before_.find(item.rank - 1);
        if (item.element->kind != Kind::khoan || parent == before_.end() || parent->second.item == nullptr)
            return false;
        const Before& head = parent->second;
        // The head must stand above it under the same mục.
        if (head.item->element->ranges.front() > item.element->ranges.front() || headLost(head, item)) return false;
        const std::int32_t have = item.prefix.back();
        if (have == head.actual || have == head.right || wrongHead_ == head.item) return false;
        wrongHead_ = head.item;
        Finding result = finding(context_, row_, *item.element, place(item), {"", "text.numberHead", {}});
        std::u32string right;
        for (std::size_t n = 0; n + 1 < item.prefix.size(); ++n)
            right += text::fromUtf8(std::to_string(item.prefix[n])) + U".";
        right += text::fromUtf8(std::to_string(head.actual)) + U"." + text::fromUtf8(std::to_string(item.value));
        result.actual = Quote{written(item)};
        result.expected = Quote{right};
        if (item.number && row_.fix != ruleset::FixPolicy::none && editable(context_.document, *item.number)) {
            result.fix = ruleset::FixPolicy::ask;
            result.edits.emplace_back(model::ReplaceText{*item.number, right});
        }
        result.other = context_.document.place(place(*head.item));
        sink_.report(std::move(result));
        return true;
    }

    /// A mục or Điều stands between the khoản and what is numbered below it.
    [[nodiscard]] bool headLost(const Before& head, const Item& item) const {
        // Elements stand in reading order and both are among them.
        return std::any_of(head.item->element + 1, item.element, [&](const Element& element) {
            const auto rank = rankOf(element);
            return rank && element.part == item.element->part && *rank < head.item->rank &&
                   element.ranges.front() > head.item->element->ranges.front() &&
                   element.ranges.front() < item.element->ranges.front();
        });
    }

    [[nodiscard]] Range place(const Item& item) const {
        return item.number ? *item.number : item.element->ranges.front();
    }

    [[nodiscard]] std::u32string written(const Item& item) const {
        if (item.element->automaticNumber)
            return text::squeeze(context_.document.at(item.element->ranges.front()).listLabel);
        if (!item.number) return {};
        return context_.document.at(*item.number)
            .text.substr(static_cast<std::size_t>(item.number->start), static_cast<std::size_t>(item.number->length));
    }

    [[nodiscard]] std::u32string numberFor(const Item& item, std::int32_t value) const {
        std::u32string result;
        for (const std::int32_t one : item.prefix)
            result += text::fromUtf8(std::to_string(one)) + U".";
        return result + numberText(value, numeralsOf(*item.element));
    }

    void report(std::size_t i, std::int32_t expected, const Item* before, std::string message) {
        Item& item = items_[i];
        if (item.value == 0) message = "text.numberLetter";
        Finding result = finding(context_, row_, *item.element, place(item), {"", std::move(message), {}});
        const std::u32string right = numberFor(item, expected);
        if (right.empty()) return;  // past the end of the alphabet: nothing to propose, nothing certain
        result.actual = Quote{written(item)};
        result.expected = Quote{right};
        if (before != nullptr) result.other = context_.document.place(place(*before));
        if (row_.fix != ruleset::FixPolicy::none) renumber(i, expected, result.edits);
        result.fix = result.edits.empty() ? ruleset::FixPolicy::none : ruleset::FixPolicy::ask;
        sink_.report(std::move(result));
    }

    /// Edits for the wrong number and for those behind it that follow from it; none where one of them is automatic.
    void renumber(std::size_t i, std::int32_t expected, model::Edits& edits) {
        Before before{&items_[i], items_[i].value, expected, true};
        if (!edit(items_[i], expected, edits)) return;
        for (std::size_t j = i + 1; j < items_.size(); ++j) {
            Item& item = items_[j];
            if (item.rank > items_[i].rank) {
                // 4.1 below a “4.” that becomes “3.”
                const std::size_t depth = items_[i].prefix.size();
                const bool below = item.prefix.size() > depth && item.prefix[depth] == before.actual && item.number &&
                                   !headLost(before, item);
                if (below && editable(context_.document, *item.number)) {
                    Item child = item;
                    child.prefix[depth] = before.right;
                    edits.emplace_back(model::ReplaceText{*item.number, numberFor(child, item.value)});
                }
                continue;
            }
            if (item.rank < items_[i].rank || (item.boundary && item.element->kind != Kind::dieu) ||
                item.prefix != items_[i].prefix)
                break;
            if ((item.value != 0 && item.value == before.right + 1) || !follows(before, item)) break;
            before = {&item, item.value, before.right + 1, true};
            if (!edit(item, before.right, edits)) {
                edits.clear();
                return;
            }
        }
    }

    bool edit(const Item& item, std::int32_t value, model::Edits& edits) const {
        const std::u32string words = numberFor(item, value);
        if (!item.number || words.empty() || !editable(context_.document, *item.number)) return false;
        edits.emplace_back(model::ReplaceText{*item.number, words});
        return true;
    }

    const Context& context_;
    const ruleset::Row& row_;
    Sink& sink_;
    std::vector<Item> items_;
    std::map<int, Before> before_;
    const Item* wrongHead_ = nullptr;
};

}  // namespace

// Reads: parts. Numbers restart below anything higher; Điều run through the part.
void numberingOrder(const Context& context, const ruleset::Row& row, Sink& sink) {
    std::vector<std::vector<const Element*>> byPart(context.analysis.parts.size());
    for (const Element& element : context.analysis.elements) {
        if (element.role == Role::title || !rankOf(element) || skipped(context, element)) continue;
        if (const auto part = static_cast<std::size_t>(element.part); part < byPart.size()) byPart[part].push_back(&element);
    }
    for (std::size_t i = 0; i < byPart.size(); ++i) {
        if (judgesPart(row, context.analysis, static_cast<std::int32_t>(i))) Order(context, row, sink).run(byPart[i]);
    }
}

namespace {

/// What comes right behind “Chương II” is another numbered heading, so no line can be its title.
bool lacksTitle(const Context& context, const Element& element) {
    const std::vector<Element>& all = context.analysis.elements;
    const auto next = static_cast<std::size_t>(&element - all.data()) + 1;
    if (element.role != Role::number || next >= all.size() || all[next].part != element.part) return false;
    const Element& behind = all[next];
    const bool headed = behind.kind == Kind::dieu || behind.kind == Kind::muc;
    const bool heading = behind.role == Role::number || (headed && behind.role == Role::heading);
    return heading && rankOf(behind).has_value() && behind.ranges.front().story == 0;
}

/// “Phần thứ nhất”: figures are asked for.
void ordinalInWords(const Context& context, const ruleset::Row& row, Sink& sink, const Element& element, const Shown& shown, std::u32string_view prefix) {
    constexpr std::u32string_view kOrdinal = U"thứ ";
    const std::u32string& words = shown.text();
    const std::size_t start = prefix.size() + 1;
    if (prefix.empty() || element.automaticNumber || element.number.size() != 1 || !beginsWith(words, prefix) || words.size() <= start) return;
    if (!text::toLower(std::u32string_view(words).substr(start)).starts_with(kOrdinal)) return;
    const std::size_t end = std::min(words.find(U' ', start + kOrdinal.size()), words.size());
    const std::u32string right = numberText(element.number.front(), numeralsOf(element));
    sink.judged();
    if (!right.empty()) reportChanges(context, row, sink, element, shown, {{start, end, right}}, {});
}

}  // namespace

// Reads: words[0] = the pattern with # for the number (“Điều #.”, “#)”); bands "level" for numbers such as 2.1, "title" for a heading
// without its title.
void numberingFormat(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty()) return;
    const std::u32string& pattern = row.limit.words.front();
    const std::size_t hash = pattern.find(U'#');
    if (hash == std::u32string::npos) return;
    const std::u32string prefix(text::trim(std::u32string_view(pattern).substr(0, hash)));
    const std::u32string suffix = pattern.substr(hash + 1);
    std::vector<std::int32_t> levelSaid;
    for (const Element* element : elementsOf(context, row)) {
        if (element->role == Role::title || skipped(context, *element)) continue;
        // Of “Điều 1. …” the whole line is looked at; of “1. …” its number only.
        const Shown shown = prefix.empty() ? Shown(context.document, element->ranges, kStart) : Shown(context.document, element->ranges);
        const std::u32string automatic =
            element->automaticNumber ? text::squeeze(context.document.at(element->ranges.front()).listLabel) : U"";
        const std::u32string_view words =
            element->automaticNumber ? std::u32string_view(automatic) : std::u32string_view(shown.text());
        const auto label = labelOf(words, prefix, element->kind);
        if (!label) {
            ordinalInWords(context, row, sink, *element, shown, prefix);
            continue;
        }
        sink.judged();
        const std::u32string_view number = cut(words, label->start, label->end);
        if (number.find(U'.') != std::u32string_view::npos || element->level > 1) {
            if (bandOf(row, "level") == nullptr ||
                std::find(levelSaid.begin(), levelSaid.end(), element->part) != levelSaid.end())
                continue;
            levelSaid.push_back(element->part);
            Finding result =
                finding(context, row, *element, element->ranges.front(), {"level", "text.numberLevel", {}});
            if (!element->automaticNumber && element->role != Role::heading)
                result.at = context.document.place(shown.range(label->start, label->suffix));
            result.actual = Quote{std::u32string(cut(words, label->start, label->suffix))};
            sink.report(std::move(result));
            continue;
        }
        // “1/3 số hộ” and “1-2 ngày” are no numbered lines.
        const bool digitBehind =
            label->suffix > label->end && label->suffix < words.size() && text::isDigit(words[label->suffix]);
        if (digitBehind) continue;

        std::vector<Change> changes;
        const bool ownLine = suffix.empty();
        if (!prefix.empty()) {
            const std::u32string_view word = cut(words, 0, label->word);
            // Where the whole line is in capitals it is the case of the heading that is wrong, not its first word.
            if (!same(word, prefix) && (!sameLetters(word, prefix) || (!ownLine && text::hasLower(words)))) {
                changes.push_back({0, label->word, prefix});
            }
            if (label->start == label->word) changes.push_back({label->word, label->word, U" "});
        }
        const Numerals numerals = numeralsOf(*element);
        std::u32string right(number);
        if (numerals == Numerals::roman && text::isDigit(number.front())) {
            std::int32_t value = 0;
            for (const char32_t c : number.substr(0, 4))
                value = value * 10 + static_cast<std::int32_t>(c - U'0');
            right = text::roman(value);
        } else if (numerals == Numerals::roman) {
            right = text::toUpper(number);
        } else if (numerals == Numerals::arabic && text::isLetter(number.front())) {
            right = text::fromUtf8(std::to_string(text::romanValue(text::toUpper(number))));
        } else if (numerals == Numerals::letters) {
            right = text::toLower(number);
        }
        if (!right.empty() && right != number) changes.push_back({label->start, label->end, right});
        const std::u32string_view marks = cut(words, label->end, label->suffix);
        const bool nothingBehind = label->suffix >= words.size();
        if (marks != suffix && !(nothingBehind && marks.empty())) {
            const bool sticks = !nothingBehind && words[label->suffix] != U' ' && !suffix.empty();
            changes.push_back({label->end, label->suffix, suffix + (sticks ? U" " : U"")});
        }
        if (changes.empty()) {
            if (ownLine && !nothingBehind && !element->automaticNumber && element->role != Role::text) {
                reportPlace(context, row, sink, *element, shown, 0, shown.size(), {"", "text.numberOwnLine", {}});
            } else if (ownLine && nothingBehind && bandOf(row, "title") != nullptr && lacksTitle(context, *element)) {
                reportPlace(context, row, sink, *element, shown, 0, shown.size(), {"title", "text.numberNoTitle", {}});
            }
            continue;
        }
        if (element->automaticNumber) {
            Finding result = finding(context, row, *element, element->ranges.front(), {});
            result.actual = Quote{std::u32string(words)};
            result.expected = Quote{applied(words, changes)};
            sink.report(std::move(result));
            continue;
        }
        reportChanges(context, row, sink, *element, shown, changes, {});
    }
}

}  // namespace thethuc::checks::words
