// Cited documents: what a first citation must say, what a later one may leave out, and what contradicts itself. The checks
// judge the ledger, never the text again. Wrong advice is worse than none: each says when it keeps silent.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "citations/demands.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using citations::Conflict;
using citations::DateFault;
using citations::DateForm;
using citations::Entry;
using citations::Ledger;
using citations::Matter;
using citations::Mention;
using citations::Parts;
using elements::Kind;

Finding about(const Context& context, const ruleset::Row& row, const Mention& mention, std::string_view band, std::string message,
              std::vector<Value> arguments = {}) {
    Finding finding;
    finding.rule = row.id;
    finding.element = Kind::vienDan;
    finding.severity = row.severity;
    if (const ruleset::Band* applied = bandOf(row, band)) {
        finding.severity = applied->severity;
        finding.band = applied->name;
    } else {
        finding.band = "row";                    // never chosen by value
    }
    finding.message = std::move(message);
    finding.arguments = std::move(arguments);
    finding.actual = Quote{text::squeeze(mention.text)};
    finding.at = context.document.place(mention.at);
    return finding;
}

Quote quote(std::u32string_view words) { return Quote{std::u32string(words)}; }

Quote shownDate(const citations::Date& date) {
    const auto two = [](std::int32_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return Quote{text::fromUtf8(two(date.day) + "/" + two(date.month) + "/" + std::to_string(date.year))};
}

Words listOf(Parts missing) {
    static constexpr std::pair<Parts, std::string_view> kNames[] = {
        {citations::kPartType, "cite.part.type"}, {citations::kPartSo, "cite.part.so"},         {citations::kPartSymbol, "cite.part.symbol"},
        {citations::kPartDate, "cite.part.date"}, {citations::kPartIssuer, "cite.part.issuer"}, {citations::kPartSubject, "cite.part.subject"},
    };
    Words out;
    for (const auto& [part, key] : kNames) {
        if ((missing & part) != 0) out.keys.emplace_back(key);
    }
    return out;
}

}  // namespace

void citationFirst(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    for (const citations::FirstMention& first : citations::firstMentions(context.document, context.analysis, ledger, citations::conflictsOf(ledger))) {
        sink.judged();
        if (first.contested || first.lacking == 0) continue;
        const Mention& mention = ledger.mentions[first.mention];
        if (first.fuller) {
            Finding finding = about(context, row, mention, "", "text.citationLate", {listOf(first.lacking)});
            finding.other = context.document.place(ledger.mentions[*first.fuller].at);
            sink.report(std::move(finding));
        } else if (!mention.inSubject) {
            // a subject is quoted as it was written; only where the document itself says more later is the order wrong
            sink.report(about(context, row, mention, "", "text.citationLacks", {listOf(first.lacking)}));
        }
    }
}

void citationLater(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    for (const citations::LaterMention& later : citations::laterMentions(context.document, context.analysis, ledger, citations::conflictsOf(ledger))) {
        if (later.contested) continue;
        sink.judged();
        const Mention& mention = ledger.mentions[later.mention];
        if (later.indistinct || !mention.parsed.date.value || mention.parsed.subject.empty() || !mention.subjectCertain) continue;
        const Mention& complete = ledger.mentions[later.complete];
        Finding finding = about(context, row, mention, "", "text.citationLong", {Quote{text::squeeze(complete.text)}});
        finding.other = context.document.place(complete.at);
        sink.report(std::move(finding));
    }
}

void citationConflict(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    if (!ledger.entries.empty()) sink.judged();
    for (const Conflict& conflict : citations::conflictsOf(ledger)) {
        const Mention& first = ledger.mentions[conflict.first];
        const Mention& second = ledger.mentions[conflict.second];
        Finding finding;
        switch (conflict.matter) {
            case Matter::date:
                finding = about(context, row, second, "", "text.citationDates", {shownDate(*first.parsed.date.value), shownDate(*second.parsed.date.value)});
                break;
            case Matter::issuer:
                finding = about(context, row, second, "", "text.citationIssuers", {quote(first.issuer), quote(second.issuer)});
                break;
            case Matter::subject:
                finding = about(context, row, second, "", "text.citationSubjects", {quote(first.parsed.subject), quote(second.parsed.subject)});
                break;
            case Matter::year:
            case Matter::number:
                finding = about(context, row, second, "", "text.citationNumbers",
                                {quote(first.parsed.numberAndSymbol()), quote(second.parsed.numberAndSymbol())});
                break;
        }
        finding.other = context.document.place(first.at);
        sink.report(std::move(finding));
    }
}

void citationDate(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    for (const Mention& mention : ledger.mentions) {
        const citations::CitedDate& date = mention.parsed.date;
        if (date.form == DateForm::none || date.form == DateForm::yearOnly || date.fault == DateFault::blank) continue;
        sink.judged();
        const auto report = [&](std::string_view band, std::string message, std::vector<Value> arguments) {
            Finding finding = about(context, row, mention, band, std::move(message), std::move(arguments));
            finding.actual = quote(text::squeeze(std::u32string_view(context.document.at(mention.at).text)
                                                     .substr(at(date.at.start), at(date.at.end - date.at.start))));
            finding.at = context.document.place(mention.part(date.at));
            sink.report(std::move(finding));
        };
        if (date.fault == DateFault::malformed || date.fault == DateFault::impossible) {
            report("", date.fault == DateFault::malformed ? "text.citationDateMalformed" : "text.citationDateImpossible", {});
        } else if (date.value && !mention.parsed.year.empty() && text::fromUtf8(std::to_string(date.value->year)) != mention.parsed.year) {
            report("doubtful", "text.citationYear", {quote(mention.parsed.numberAndSymbol())});
        } else if (date.value && ledger.documentDate && *ledger.documentDate < *date.value && citations::partOf(context.analysis, mention) == 0) {
            report("doubtful", "text.citationFuture", {shownDate(*ledger.documentDate)});
        }
    }
}

void citationType(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const auto types = citations::documentTypes();
    for (const Mention& mention : context.citations->mentions) {
        const citations::Parsed& one = mention.parsed;
        // the Party's symbols follow other rules, and a member of a list bears the type of the list
        if (one.type < 0 || !one.typeWritten || one.continues || one.party || one.symbol.empty() || citations::isByName(one.type)) continue;
        const std::u32string group = one.symbol.substr(0, one.symbol.find(U'-'));
        const citations::TypeIndex told = citations::typeOfAbbreviation(group, false);
        if (told < 0) continue;
        sink.judged();
        const std::u32string_view written = citations::typeName(one.type);
        // types that are issued under the symbol of another one, or that have none of their own
        if (lists(row.limit, written)) continue;
        const auto own = citations::words(types[at(one.type)].abbreviations);
        if (own.empty() || std::find(own.begin(), own.end(), std::u32string_view(group)) != own.end()) continue;
        sink.report(about(context, row, mention, "", "text.citationType", {quote(written), quote(group), quote(citations::typeName(told))}));
    }
}

void citationLawNumber(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    for (const Entry& entry : ledger.entries) {
        if (!ledger.isLaw(entry)) continue;
        sink.judged();
        // said once for each law; a law without its name is cited by nothing but the number
        const auto numbered = std::find_if(entry.mentions.begin(), entry.mentions.end(), [&](std::size_t m) {
            const Mention& mention = ledger.mentions[m];
            return !mention.parsed.symbol.empty() && !mention.parsed.name.empty() && !citations::inPassing(context.document, context.analysis, mention);
        });
        if (numbered == entry.mentions.end()) continue;
        const Mention& mention = ledger.mentions[*numbered];
        Finding finding = about(context, row, mention, "", "", {});
        finding.expected = quote(std::u32string(citations::typeName(mention.parsed.type)) + U' ' + mention.parsed.name);
        sink.report(std::move(finding));
    }
}

namespace {

// --- how citations are written --------------------------------------------------------------------------------------

/// The mentions of one way of writing against those of the other one; what has no say is in neither.
struct Ways {
    std::vector<const Mention*> first, second;

    /// The rarer way; the later one where both are as many. Empty where only one is used.
    [[nodiscard]] const std::vector<const Mention*>& rarer() const noexcept { return first.size() < second.size() ? first : second; }
    [[nodiscard]] const std::vector<const Mention*>& usual() const noexcept { return first.size() < second.size() ? second : first; }
    [[nodiscard]] bool mixed() const noexcept { return !first.empty() && !second.empty(); }
};

/// The comma that stands between `from` and `to` and nothing else but blanks; nothing where there is more, or none.
std::optional<model::Range> commaBetween(const model::Paragraph& paragraph, const model::Range& in, std::int32_t from, std::int32_t to) {
    std::optional<model::Range> comma;
    for (std::int32_t i = from; i < to; ++i) {
        const char32_t c = paragraph.text[at(i)];
        if (text::isSpace(c)) continue;
        if (c != U',' || comma) return std::nullopt;
        comma = model::Range{in.story, in.paragraph, i, 1};
    }
    return comma;
}

/// Where “Điều 4” ends before the comma in front of a citation; nothing where no such thing stands there.
std::optional<std::int32_t> articleBefore(const model::Paragraph& paragraph, const Mention& mention) {
    std::int32_t i = mention.at.start - 1;
    const auto skip = [&](auto matches) {
        const std::int32_t from = i;
        while (i >= 0 && matches(paragraph.text[at(i)])) --i;
        return from - i;
    };
    skip([](char32_t c) { return text::isSpace(c); });
    if (i < 0 || paragraph.text[at(i)] != U',') return std::nullopt;
    --i;
    skip([](char32_t c) { return text::isSpace(c); });
    const std::int32_t end = i + 1;
    if (skip([](char32_t c) { return text::isDigit(c); }) == 0) return std::nullopt;
    if (skip([](char32_t c) { return text::isSpace(c); }) == 0) return std::nullopt;
    constexpr std::u32string_view kArticle = U"điều";
    const std::int32_t word = i + 1;
    if (word < static_cast<std::int32_t>(kArticle.size())) return std::nullopt;
    const std::int32_t start = word - static_cast<std::int32_t>(kArticle.size());
    const bool whole = start == 0 || !text::isLetter(paragraph.text[at(start - 1)]);
    const std::u32string found = text::toLower(text::nfc(std::u32string_view(paragraph.text).substr(at(start), kArticle.size())));
    return whole && found == kArticle ? std::optional(end) : std::nullopt;
}

}  // namespace

void citationStyle(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    Ways dates, commas, zeros;                   // in words or digits; without or with a comma before; months without or with a zero
    const Mention* before = nullptr;
    std::vector<const Mention*> semicolons;      // citations behind a semicolon that parts them from the one before, by paragraph
    std::vector<std::pair<const Mention*, model::Range>> commaParted;
    const auto report = [&](const Mention& mention, std::string_view band, const char* message, const Mention* other, model::Edits edits = {}) {
        Finding finding = about(context, row, mention, band, message);
        if (other != nullptr) {
            finding.other = context.document.place(other->at);
            finding.arguments = {Quote{text::squeeze(other->text)}};
        }
        finding.edits = std::move(edits);
        sink.report(std::move(finding));
    };
    for (const Mention& mention : ledger.mentions) {
        const Mention* previous = std::exchange(before, &mention);
        if (mention.inSubject || citations::isByName(mention.parsed.type)) continue;
        const citations::Parsed& one = mention.parsed;
        const model::Paragraph& paragraph = context.document.at(mention.at);
        if (one.date.value) {
            sink.judged();
            (one.date.form == DateForm::words ? dates.second : dates.first).push_back(&mention);
            // in words “ngày … tháng …” a zero is the decree’s for January and February, and often for the others
            if (one.date.form != DateForm::words && one.date.value->month > 2 && one.date.value->month < 10) (one.date.zeroMonth ? zeros.second : zeros.first).push_back(&mention);
            (one.date.commaBefore ? commas.second : commas.first).push_back(&mention);
        }
        if (one.opener == citations::Opener::theMatter && mention.subjectCertain && one.date.value) {
            model::Range where = mention.part(one.subjectAt);
            where.length = 0;
            report(mention, "", "text.citationAbout", nullptr, {model::ReplaceText{where, U"về "}});
        }
        if (const auto end = articleBefore(paragraph, mention)) {
            std::int32_t comma = *end;
            while (paragraph.text[at(comma)] != U',') ++comma;
            report(mention, "form", "text.citationArticle", nullptr, {model::ReplaceText{{mention.at.story, mention.at.paragraph, *end, comma + 1 - *end}, {}}});
        }
        const bool neighbours = previous != nullptr && previous->at.story == mention.at.story && previous->at.paragraph == mention.at.paragraph &&
                                !previous->parsed.subject.empty() && !previous->inSubject && one.typeWritten && one.typeCapital && one.date.value;
        if (neighbours) {
            const std::int32_t from = previous->parsed.subjectAt.end;
            if (const auto comma = commaBetween(paragraph, mention.at, from, mention.at.start)) commaParted.emplace_back(&mention, *comma);
            else if (from < mention.at.start && text::trim(std::u32string_view(paragraph.text).substr(at(from), at(mention.at.start - from))) == U";") semicolons.push_back(&mention);
        }
    }
    // one way of writing dates is enough for one document: said once
    if (dates.mixed()) report(*dates.rarer().front(), "dates", "text.citationDateWays", dates.usual().front());
    if (zeros.mixed()) {
        for (const Mention* one : zeros.rarer()) report(*one, "dates", "text.citationZeros", zeros.usual().front());
    }
    if (commas.mixed() && commas.second.size() < commas.first.size()) {
        for (const Mention* one : commas.second) {
            std::int32_t end = one->parsed.date.at.start;
            const model::Paragraph& paragraph = context.document.at(one->at);
            while (end > one->parsed.symbolAt.end && paragraph.text[at(end - 1)] != U',') --end;
            model::Edits edits;
            if (end > one->parsed.symbolAt.end && text::trim(std::u32string_view(paragraph.text).substr(at(one->parsed.symbolAt.end), at(end - one->parsed.symbolAt.end))) == U",") {
                edits.emplace_back(model::ReplaceText{{one->at.story, one->at.paragraph, one->parsed.symbolAt.end, end - one->parsed.symbolAt.end}, {}});
            }
            report(*one, "form", "text.citationComma", commas.first.front(), std::move(edits));
        }
    }
    for (const auto& [mention, comma] : commaParted) {
        const auto other = std::find_if(semicolons.begin(), semicolons.end(), [&](const Mention* one) {
            return one->at.story == mention->at.story && one->at.paragraph == mention->at.paragraph;
        });
        if (other != semicolons.end()) report(*mention, "form", "text.citationSemicolon", *other, {model::ReplaceText{comma, U";"}});
    }
}

}  // namespace thethuc::checks::words
