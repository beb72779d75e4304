// Cited documents: what a first citation must say, what a later one may leave out, and what contradicts itself. The checks
// judge the ledger, never the text again. Wrong advice is worse than none: each says when it keeps silent.
#include <algorithm>
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

}  // namespace thethuc::checks::words
