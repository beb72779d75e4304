// Appendices: whether the document points to them, how they are numbered, and what they say of the document that they belong to.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "citations/particulars.hpp"
#include "elements/appendix.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::AppendixHead;
using elements::AppendixMentions;
using elements::AppendixNumerals;
using elements::Element;
using elements::Kind;
using elements::PartKind;
using elements::Role;
using model::Range;

struct Appendix {
    const Element* element = nullptr;            ///< the heading
    Shown shown;
    AppendixHead head;
    std::int32_t part = 0;
    std::int32_t right = 0;                      ///< the number that it should have; 0 where that cannot be said

    [[nodiscard]] bool numbered() const noexcept { return head.numerals != AppendixNumerals::none; }
};
using Group = std::vector<Appendix>;

/// Appendices with headings, grouped by what they belong to: a regulation attached to a decision has appendices of its own.
std::vector<Group> groupsOf(const Context& context) {
    std::vector<Group> groups;
    bool open = false;
    for (std::size_t p = 0; p < context.analysis.parts.size(); ++p) {
        const auto part = static_cast<std::int32_t>(p);
        if (context.analysis.parts[p].kind != PartKind::appendix) {
            open = false;
            continue;
        }
        const Element* element = context.analysis.first(Kind::phuLuc, Role::number, part);
        if (element == nullptr) continue;
        Shown shown(context.document, element->ranges);
        const auto head = elements::readAppendixHead(shown.text());
        if (!head) continue;
        if (!open) groups.emplace_back();
        open = true;
        groups.back().push_back({element, std::move(shown), *head, part, 0});
    }
    for (Group& group : groups) {
        // Where one is a letter all are: “A, B, C”.
        const bool letters = std::any_of(group.begin(), group.end(), [](const Appendix& one) { return one.head.numerals == AppendixNumerals::letter; });
        for (Appendix& one : group) {
            const char32_t first = one.numbered() ? one.shown.text()[one.head.start] : U' ';
            if (!letters || one.head.numerals != AppendixNumerals::roman || one.head.end - one.head.start != 1) continue;
            one.head.numerals = AppendixNumerals::letter;
            one.head.value = static_cast<std::int32_t>(text::toUpper(first) - U'A') + 1;
        }
    }
    return groups;
}

/// Everything that is said of appendices outside them.
AppendixMentions mentionsOf(const Context& context) {
    AppendixMentions mentions;
    if (context.citations != nullptr) mentions.own = text::toLower(context.citations->documentSymbol);
    const auto& stories = context.document.stories;
    const auto inAppendix = [&](std::int32_t paragraph) {
        return std::any_of(context.analysis.parts.begin(), context.analysis.parts.end(), [&](const elements::Part& part) {
            return part.kind == PartKind::appendix && paragraph >= part.first && paragraph < part.last;
        });
    };
    for (std::size_t s = 0; s < stories.size(); ++s) {
        if (stories[s].kind == model::StoryKind::header || stories[s].kind == model::StoryKind::footer) continue;
        for (std::size_t p = 0; p < stories[s].paragraphs.size(); ++p) {
            const auto index = static_cast<std::int32_t>(p);
            if (s == 0) {
                if (inAppendix(index)) continue;
                const std::int32_t element = context.analysis.elementOf[p];
                if (element >= 0 && context.analysis.elements[static_cast<std::size_t>(element)].kind == Kind::phuLuc) continue;
            }
            const std::u32string& words = stories[s].paragraphs[p].text;
            if (text::isNfc(words)) {
                elements::readAppendixMentions(words, mentions);
            } else {
                elements::readAppendixMentions(text::nfc(words), mentions);
            }
        }
    }
    return mentions;
}

std::u32string headingFor(std::int32_t number) { return U"Phụ lục " + text::roman(number); }

/// Sets the right numbers of a group; false where nobody can say them (1a, I.1).
bool count(Group& group) {
    const auto strange = [](const Appendix& one) { return one.head.numerals == AppendixNumerals::other || (one.numbered() && one.head.value == 0); };
    if (std::any_of(group.begin(), group.end(), strange)) return false;
    for (std::size_t i = 0; i < group.size(); ++i) group[i].right = static_cast<std::int32_t>(i) + 1;
    return true;
}

/// Numbers from `first` on up to `number` stand in the body too, and `number` itself: the missing ones are in files of their own.
bool missingElsewhere(const AppendixMentions& mentions, std::int32_t first, std::int32_t number) {
    for (std::int32_t one = first; one <= number; ++one) {
        if (!mentions.has(one)) return false;
    }
    return true;
}

/// Puts the right number into the heading; nothing where that cannot be done.
std::optional<model::Edit> renumbered(const Context& context, const Appendix& one, std::int32_t number) {
    const std::u32string words = one.numbered() ? text::roman(number) : U" " + text::roman(number);
    const Range range = one.numbered() ? one.shown.range(one.head.start, one.head.end) : one.shown.range(one.head.word, one.head.word);
    if (!editable(context.document, range)) return std::nullopt;
    return model::ReplaceText{range, words};
}

class AppendixOrder {
public:
    AppendixOrder(const Context& context, const ruleset::Row& row, Sink& sink) : context_(context), row_(row), sink_(sink) {}

    void run() {
        for (Group& group : groupsOf(context_)) {
            if (!count(group)) continue;
            sink_.judged();
            if (group.size() == 1) {
                judgeLone(group.front());
            } else {
                judgeAll(group);
            }
        }
    }

private:
    const Context& context_;
    const ruleset::Row& row_;
    Sink& sink_;
    std::optional<AppendixMentions> mentions_;

    const AppendixMentions& mentions() {
        if (!mentions_) mentions_ = mentionsOf(context_);
        return *mentions_;
    }

    void report(const Appendix& one, std::string_view band, const char* message, std::int32_t expected, model::Edits edits) {
        const std::size_t end = one.numbered() ? one.head.end : one.head.word;
        Finding result = finding(context_, row_, *one.element, one.shown.range(0, end), {band, message, {}});
        result.actual = Quote{one.shown.text().substr(0, end)};
        result.expected = Quote{headingFor(expected)};
        result.fix = edits.empty() ? ruleset::FixPolicy::none : ruleset::FixPolicy::ask;
        result.edits = std::move(edits);
        sink_.report(std::move(result));
    }

    /// One appendix that calls itself the second: the others may be files of their own, then the text speaks of them.
    void judgeLone(const Appendix& one) {
        if (!one.numbered() || one.head.value == 1) return;
        for (std::int32_t number = 1; number < one.head.value; ++number) {
            if (mentions().has(number)) return;
        }
        model::Edits edits;
        if (auto edit = renumbered(context_, one, 1)) edits.push_back(std::move(*edit));
        report(one, "lone", "text.appendixFirst", 1, std::move(edits));
    }

    void judgeAll(const Group& group) {
        std::int32_t expected = 1;
        std::int32_t written = 0;                // number of the one before, right or wrong
        for (std::size_t i = 0; i < group.size(); ++i) {
            const Appendix& one = group[i];
            if (!one.numbered()) {
                report(one, "", "text.appendixUnnumbered", expected, editsFrom(group, i, expected));
                ++expected;
                continue;
            }
            const std::int32_t value = one.head.value;
            const bool apart = value > expected && missingElsewhere(mentions(), expected, value);
            if (value == expected || apart) {
                expected = value + 1;
            } else {
                // What carries on from a wrong number is part of the same fault.
                const bool follows = written > 0 && written + 1 == value && written + 1 != expected;
                if (!follows) {
                    const char* message = i == 0 ? "text.appendixFirst" : value < expected ? "text.appendixTwice" : "text.appendixGap";
                    report(one, "", message, expected, editsFrom(group, i, expected));
                }
                ++expected;
            }
            written = value;
        }
    }

    /// The right numbers for this one and for those behind it that carry on from it.
    model::Edits editsFrom(const Group& group, std::size_t first, std::int32_t expected) const {
        model::Edits edits;
        std::int32_t written = group[first].head.value;
        for (std::size_t i = first; i < group.size(); ++i, ++expected) {
            const bool carriesOn = i == first || (group[first].numbered() && group[i].numbered() && group[i].head.value == ++written);
            if (!carriesOn) break;
            auto edit = renumbered(context_, group[i], expected);
            if (!edit) return {};
            edits.push_back(std::move(*edit));
        }
        return edits;
    }
};

}  // namespace

// Reads: band "lone" for the only appendix of a file.
void appendixOrder(const Context& context, const ruleset::Row& row, Sink& sink) { AppendixOrder(context, row, sink).run(); }

// Reads: bands "lone" for the only appendix of a file, which needs no number; "mark" for “Phụ lục số I”, “Phụ lục I.”; "line" for a
// title on the same line.
void appendixFormat(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Group& group : groupsOf(context)) {
        for (const Appendix& one : group) {
            const AppendixHead& head = one.head;
            if (head.numerals == AppendixNumerals::other) continue;
            sink.judged();
            const std::u32string& words = one.shown.text();
            const std::u32string number = words.substr(head.start, head.end - head.start);
            const std::u32string right = one.numbered() && head.value > 0 ? text::roman(head.value) : number;
            const auto range = one.element->ranges.front();
            const auto& paragraph = context.document.at(range);
            const auto behind = text::trim(std::u32string_view(paragraph.text).substr(static_cast<std::size_t>(range.end())));
            const bool titleBehind = !behind.empty() && paragraph.text.find(U'\n', static_cast<std::size_t>(range.end())) == std::u32string::npos;
            std::vector<Change> changes;
            if (head.counted) changes.push_back({head.word, head.start, U" "});
            if (right != number) changes.push_back({head.start, head.end, right});
            // The mark goes with the title onto its line.
            if (head.length > head.end && !titleBehind) changes.push_back({head.end, head.length, U""});
            const bool numerals = right != number;
            if (!changes.empty()) {
                const std::string_view band = numerals ? (group.size() == 1 ? "lone" : "") : "mark";
                reportChanges(context, row, sink, *one.element, one.shown, changes, {band, numerals ? "text.appendixNumerals" : "", {}, true});
            } else if (titleBehind) {
                reportPlace(context, row, sink, *one.element, one.shown, 0, one.shown.size(), {"line", "text.numberOwnLine", {}});
            }
        }
    }
}

// An appendix that the text never speaks of.
void appendixReference(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Group> groups = groupsOf(context);
    if (groups.empty()) return;
    const AppendixMentions mentions = mentionsOf(context);
    for (Group group : groups) {
        const bool counted = count(group);
        for (const Appendix& one : group) {
            sink.judged();
            if (mentions.some) continue;
            const bool any = !mentions.numbers.empty();
            const bool named = (one.head.value > 0 && mentions.has(one.head.value)) || (counted && mentions.has(one.right));
            if (named || (any && (one.head.value == 0 || !counted))) continue;
            reportPlace(context, row, sink, *one.element, one.shown, 0, one.numbered() ? one.head.end : one.head.word, {"", "", {}});
        }
    }
}

namespace {

/// The document that a line “(Kèm theo …)” names, as the grammar of citations reads it.
struct Named {
    citations::Parsed parsed;
    Range paragraph;
    [[nodiscard]] Range at(const citations::Span& span) const noexcept { return {paragraph.story, paragraph.paragraph, span.start, span.end - span.start}; }
};

std::optional<Named> namedIn(const Context& context, const Element& note) {
    for (const Range& range : note.ranges) {
        for (citations::Parsed& one : citations::parse(citations::read(context.document.at(range)))) {
            if (one.at.start >= range.start && one.at.start < range.end()) return Named{std::move(one), range};
        }
    }
    return std::nullopt;
}

std::u32string numberOf(std::u32string_view symbol) {
    const std::size_t slash = symbol.find(U'/');
    std::u32string_view digits = symbol.substr(0, slash);
    while (digits.size() > 1 && digits.front() == U'0') digits.remove_prefix(1);
    return std::u32string(digits);
}
std::u32string groupsBehind(std::u32string_view symbol) {
    const std::size_t slash = symbol.find(U'/');
    return slash == std::u32string_view::npos ? std::u32string() : text::toUpper(symbol.substr(slash + 1));
}

class AppendixNote {
public:
    AppendixNote(const Context& context, const ruleset::Row& row, Sink& sink) : context_(context), row_(row), sink_(sink) {}

    /// What the note says of the document, against the document's own number and date. Blanks are left to the person who signs.
    void judge(const Element& note) {
        const auto named = namedIn(context_, note);
        const citations::Ledger& ledger = *context_.citations;
        if (!named || ledger.documentSymbol.empty()) return;
        const std::u32string symbol = named->parsed.numberAndSymbol();
        if (symbol.empty()) return;
        const bool sameNumber = numberOf(symbol) == numberOf(ledger.documentSymbol);
        const bool sameGroups = groupsBehind(symbol) == groupsBehind(ledger.documentSymbol);
        const auto& date = named->parsed.date.value;
        const bool dates = date && ledger.documentDate;
        const bool sameDate = dates && *date == *ledger.documentDate;
        // Another document altogether: a draft that a letter sends along has appendices of its own.
        if (!sameGroups && !(sameNumber && sameDate)) return;
        sink_.judged();
        if (!sameNumber || !sameGroups) {
            report(note, *named, named->parsed.symbolAt, ledger.documentSymbol, symbol, "text.appendixSymbol");
        }
        if (dates && !sameDate) report(note, *named, named->parsed.date.at, dateLike(*named, *ledger.documentDate), {}, "text.appendixDate");
    }

private:
    const Context& context_;
    const ruleset::Row& row_;
    Sink& sink_;

    /// The date in the way in which the wrong one is written.
    static std::u32string dateLike(const Named& named, const citations::Date& date) {
        const bool words = named.parsed.date.form == citations::DateForm::words;
        return citations::dateWords(date, words ? citations::DateStyle::words : citations::DateStyle::slashes);
    }

    void report(const Element& note, const Named& named, const citations::Span& span, const std::u32string& right, std::u32string actual, const char* message) {
        const Range at = named.at(span);
        Finding result = finding(context_, row_, note, at, {"", message, {}});
        result.actual = Quote{actual.empty() ? text::squeeze(context_.document.wordsAt(at)) : std::move(actual)};
        result.expected = Quote{right};
        if (editable(context_.document, at)) {
            result.edits.emplace_back(model::ReplaceText{at, right});
            result.fix = ruleset::FixPolicy::ask;
        }
        sink_.report(std::move(result));
    }
};

/// The note may stand where it was not looked for. “DANH MỤC HỒ SƠ KÈM THEO” is a title, no note.
bool saysAttached(const Context& context, const elements::Part& part) {
    constexpr std::int32_t kFar = 15;
    for (std::int32_t p = part.first; p < std::min(part.last, part.first + kFar); ++p) {
        const std::u32string line = text::toLower(text::squeeze(context.document.stories[0].paragraphs[static_cast<std::size_t>(p)].text));
        for (const std::u32string_view words : {std::u32string_view(U"kèm theo"), std::u32string_view(U"ban hành kèm theo"), std::u32string_view(U"đính kèm")}) {
            if (line.starts_with(words) || line.find(std::u32string(U"(").append(words)) != std::u32string::npos) return true;
        }
    }
    return false;
}

}  // namespace

// Reads: band "missing" for an appendix without a line “(Kèm theo …)”.
void appendixNote(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Group& group : groupsOf(context)) {
        for (const Appendix& one : group) {
            if (context.analysis.first(Kind::phuLuc, Role::attached, one.part) != nullptr) continue;
            sink.judged();
            if (saysAttached(context, context.analysis.parts[static_cast<std::size_t>(one.part)])) continue;
            reportPlace(context, row, sink, *one.element, one.shown, 0, one.shown.size(), {"missing", "text.appendixNoteMissing", {}});
        }
    }
    if (context.citations == nullptr) return;
    for (const Element& element : context.analysis.elements) {
        const bool note = element.kind == Kind::phuLuc && element.role == Role::attached;
        if (note && element.part > 0 && judgesPart(row, context.analysis, element.part)) AppendixNote(context, row, sink).judge(element);
    }
}

}  // namespace thethuc::checks::words
