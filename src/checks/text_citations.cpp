// Cited documents: what a first citation must say, what a later one may leave out, and what contradicts itself. The checks
// judge the ledger, never the text again. Wrong advice is worse than none: each says when it keeps silent.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using citations::DateFault;
using citations::DateForm;
using citations::Entry;
using citations::Ledger;
using citations::Mention;
using citations::Parts;
using elements::Kind;

// --- places ---------------------------------------------------------------------------------------------------------

const elements::Element* elementAt(const Context& context, const model::Range& range) {
    if (range.story != 0 || at(range.paragraph) >= context.analysis.elementOf.size()) return nullptr;
    const std::int32_t element = context.analysis.elementOf[at(range.paragraph)];
    return element < 0 ? nullptr : &context.analysis.elements[at(element)];
}

/// Titles, headings, tables, the ends of pages: places that name a document in passing and have no room for all of it.
bool isPassing(const Context& context, const Mention& mention) {
    const model::Paragraph& paragraph = context.document.at(mention.at);
    if (paragraph.cell >= 0) return true;
    const auto& story = context.document.stories[at(mention.at.story)];
    if (story.kind == model::StoryKind::header || story.kind == model::StoryKind::footer) return true;
    const elements::Element* element = elementAt(context, mention.at);
    if (element == nullptr) return false;
    using elements::Role;
    switch (element->kind) {
        case Kind::canCu:
        case Kind::noiDung:
        case Kind::khoan:
        case Kind::diem:
        case Kind::dieu:
            return element->role == Role::heading || element->role == Role::caption || element->role == Role::title ||
                   element->role == Role::lead;
        default: return true;
    }
}

/// Attachments and copies are documents of their own.
std::int32_t partOf(const Context& context, const Mention& mention) {
    const elements::Element* element = elementAt(context, mention.at);
    return element == nullptr ? 0 : element->part;
}

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

// --- contradictions -------------------------------------------------------------------------------------------------

enum class Matter : std::uint8_t { date, issuer, subject, year, number };

struct Conflict {
    std::size_t first = 0;                       ///< mentions, in reading order
    std::size_t second = 0;
    Matter matter = Matter::date;
};

std::size_t wordsOf(std::u32string_view subject) {
    std::size_t count = 0;
    bool inside = false;
    for (const char32_t c : subject) {
        const bool space = c == U' ';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

/// Same length and exactly one digit differs.
bool oneDigitApart(std::u32string_view a, std::u32string_view b) {
    if (a.size() != b.size()) return false;
    int differences = 0;
    for (std::size_t i = 0; i < a.size(); ++i) differences += a[i] != b[i] ? 1 : 0;
    return differences == 1;
}

bool saysDateOrIssuer(const Mention& mention) { return mention.parsed.date.value.has_value() || !mention.parsed.issuer.empty(); }

/// The subject as it surely is; empty where the words behind the citation may be more or less than it.
std::u32string_view certainSubject(const Mention& mention) {
    return mention.subjectCertain && !mention.inSubject && saysDateOrIssuer(mention) ? std::u32string_view(mention.parsed.subject)
                                                                                    : std::u32string_view();
}

/// Where a subject ends cannot always be told (“về công tác văn thư, các đơn vị đã …”), where it begins can: only subjects that
/// begin with other words surely differ.
bool beginAlike(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t kWords = 2;
    const auto beginning = [](std::u32string_view subject) {
        std::size_t end = 0;
        for (std::size_t word = 0; word < kWords && end != std::u32string_view::npos; ++word) end = subject.find(U' ', word == 0 ? 0 : end + 1);
        return text::skeleton(subject.substr(0, end));
    };
    return beginning(a) == beginning(b);
}

/// Mentions of one entry that contradict each other: each with the first mention that says the matter.
void conflictsWithin(const Ledger& ledger, const Entry& entry, std::vector<Conflict>& out) {
    std::optional<std::size_t> dated, named;
    for (const std::size_t m : entry.mentions) {
        const Mention& mention = ledger.mentions[m];
        if (const auto& date = mention.parsed.date.value) {
            if (!dated) {
                dated = m;
            } else if (*ledger.mentions[*dated].parsed.date.value != *date) {
                out.push_back({*dated, m, Matter::date});
                continue;                        // one thing to compare at a time
            }
        }
        const std::u32string_view subject = certainSubject(mention);
        if (subject.empty() || ledger.isLaw(entry)) continue;
        if (!named) {
            named = m;
            continue;
        }
        const std::u32string_view before = certainSubject(ledger.mentions[*named]);
        if (!beginAlike(before, subject) && !citations::sameSubject(before, subject)) out.push_back({*named, m, Matter::subject});
    }
}

/// What an entry says as a whole, for comparing it with others.
struct Summary {
    std::size_t first = 0;                       ///< mention
    std::u32string number, year, symbol;
    std::u32string subject;                      ///< certain ones only
    bool datedInItsYear = false;                 ///< its date agrees with the year in its number
};

std::optional<Summary> summaryOf(const Ledger& ledger, const Entry& entry) {
    if (entry.mentions.empty() || entry.symbol.empty() || ledger.isLaw(entry)) return std::nullopt;
    const Mention& first = ledger.mentions[entry.mentions.front()];
    Summary out;
    out.first = entry.mentions.front();
    out.number = first.parsed.number;
    out.year = first.parsed.year;
    out.symbol = text::toUpper(first.parsed.symbol);
    for (const std::size_t m : entry.mentions) {
        if (out.subject.empty()) out.subject = certainSubject(ledger.mentions[m]);
    }
    out.datedInItsYear = entry.date && !out.year.empty() && text::fromUtf8(std::to_string(entry.date->year)) == out.year;
    return out.number.empty() || out.symbol.empty() ? std::nullopt : std::optional(out);
}

/// 111/2022/NĐ-CP beside 111/2020/NĐ-CP, where one of them says no date that would bear its year out.
bool yearsLookAlike(const Summary& a, const Summary& b) {
    if (a.number != b.number || a.year.empty() || !oneDigitApart(a.year, b.year)) return false;
    if (a.datedInItsYear && b.datedInItsYear) return false;
    return a.subject.empty() || b.subject.empty() || citations::sameSubject(a.subject, b.subject);
}

/// 1355/QĐ-UBND beside 1335/QĐ-UBND with one subject. Decisions of one day on one subject are numbered one after the other: only
/// one digit further left is likely a slip.
bool numbersLookAlike(const Summary& a, const Entry& first, const Summary& b, const Entry& second) {
    constexpr std::size_t kLongSubject = 6;      // words; shorter ones are shared by many documents
    constexpr long kNext = 9;
    constexpr std::size_t kMostDigits = 9;
    if (a.year != b.year || a.number.size() < 2 || a.number.size() > kMostDigits || !oneDigitApart(a.number, b.number)) return false;
    if (wordsOf(a.subject) < kLongSubject || text::skeleton(a.subject) != text::skeleton(b.subject)) return false;
    if (!citations::sameIssuer(first.issuer, second.issuer)) return false;
    const long gap = std::labs(std::stol(text::toUtf8(a.number)) - std::stol(text::toUtf8(b.number)));
    return first.date && second.date && *first.date == *second.date && gap > kNext;
}

/// Entries that are likely one document written with two numbers, or one number with two agencies.
void conflictsBetween(const Ledger& ledger, std::vector<Conflict>& out) {
    constexpr std::size_t kMostCompared = 32;    // of one key: more are a series, not slips
    struct Known {
        std::size_t entry;
        Summary summary;
    };
    std::unordered_map<std::u32string, std::vector<Known>> bySymbol, bySubject;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        auto summary = summaryOf(ledger, entry);
        if (!summary) continue;
        auto& sameNumber = bySymbol[summary->number + U'|' + summary->symbol];
        for (const Known& known : sameNumber) {
            if (yearsLookAlike(known.summary, *summary)) {
                out.push_back({known.summary.first, summary->first, Matter::year});
                break;
            }
            const Entry& other = ledger.entries[known.entry];
            const bool one = known.summary.year == summary->year && other.date && entry.date && *other.date == *entry.date;
            const bool agencies = !other.issuer.empty() && !entry.issuer.empty() && !citations::sameIssuer(other.issuer, entry.issuer);
            if (one && agencies && !summary->subject.empty() && text::skeleton(known.summary.subject) == text::skeleton(summary->subject)) {
                out.push_back({known.summary.first, summary->first, Matter::issuer});
                break;
            }
        }
        if (sameNumber.size() < kMostCompared) sameNumber.push_back({e, *summary});
        if (summary->subject.empty()) continue;
        auto& sameSubject = bySubject[summary->symbol + U'|' + text::skeleton(summary->subject)];
        // a pair only: three documents with one subject are a series
        if (sameSubject.size() == 1 && numbersLookAlike(sameSubject.front().summary, ledger.entries[sameSubject.front().entry], *summary, entry)) {
            out.push_back({sameSubject.front().summary.first, summary->first, Matter::number});
        }
        if (sameSubject.size() < kMostCompared) sameSubject.push_back({e, std::move(*summary)});
    }
}

std::vector<Conflict> conflictsOf(const Ledger& ledger) {
    std::vector<Conflict> out;
    for (const Entry& entry : ledger.entries) conflictsWithin(ledger, entry, out);
    conflictsBetween(ledger, out);
    return out;
}

// --- the first citation ---------------------------------------------------------------------------------------------

/// Nothing stands between the citation and the end of its clause: no subject in words that the grammar does not know.
bool endsHere(const Context& context, const Mention& mention) {
    const std::u32string& words = context.document.at(mention.at).text;
    std::size_t i = at(mention.at.end());
    while (i < words.size() && (text::isSpace(words[i]) || words[i] == U'\uFFFC')) ++i;
    return i >= words.size() || words[i] == U'.' || words[i] == U';' || words[i] == U',' || words[i] == U')';
}

/// “Theo đề nghị của Trưởng phòng … tại Tờ trình số …”: the line says whose proposal it is and about what it decides.
bool isProposal(const Context& context, const Mention& mention) {
    const std::u32string before = text::toLower(std::u32string_view(context.document.at(mention.at).text).substr(0, at(mention.at.start)));
    return before.find(U"đề nghị") != std::u32string::npos;
}

/// The group behind the type in a symbol tells the agency: UBND in 42/QĐ-UBND.
std::u32string agencyGroup(std::u32string_view symbol) {
    const std::size_t slash = symbol.rfind(U'/');
    std::u32string_view groups = slash == std::u32string_view::npos ? symbol : symbol.substr(slash + 1);
    const std::size_t hyphen = groups.find(U'-');
    return hyphen == std::u32string_view::npos ? std::u32string() : text::toUpper(groups.substr(hyphen + 1));
}

/// What the mention lacks and a reader cannot take from elsewhere.
Parts lacking(const Context& context, const Ledger& ledger, const Mention& mention) {
    Parts missing = mention.missing;
    const auto drop = [&missing](Parts part) { missing = static_cast<Parts>(missing & ~part); };
    // the document's own agency need not be named for each of its documents (nd30 16, VD-1)
    const std::u32string own = agencyGroup(ledger.documentSymbol);
    if ((missing & citations::kPartIssuer) != 0 && !own.empty() && agencyGroup(mention.parsed.symbol) == own) drop(citations::kPartIssuer);
    if (isProposal(context, mention)) drop(citations::kPartIssuer | citations::kPartSubject);
    if (missing == citations::kPartSubject && !endsHere(context, mention)) missing = 0;
    // “số” and a type that the symbol tells are worth a word beside something that is really missing only
    if ((missing & ~(citations::kPartSo | citations::kPartType)) == 0) missing = 0;
    return missing;
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

/// The first mention of the entry that has room for all parts; nothing where all stand in passing.
std::optional<std::size_t> firstOf(const Context& context, const Ledger& ledger, const Entry& entry) {
    for (const std::size_t m : entry.mentions) {
        const Mention& mention = ledger.mentions[m];
        if (context.document.at(mention.at).cell >= 0) return std::nullopt;   // a table says the parts in its own way
        if (!isPassing(context, mention)) return m;
    }
    return std::nullopt;
}

}  // namespace

void citationFirst(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    std::vector<bool> explained(ledger.mentions.size(), false);
    for (const Conflict& conflict : conflictsOf(ledger)) explained[conflict.second] = true;
    for (const Entry& entry : ledger.entries) {
        const auto first = firstOf(context, ledger, entry);
        if (!first || ledger.isLaw(entry)) continue;
        const Mention& mention = ledger.mentions[*first];
        // without any number it may be no citation of one document
        if (mention.parsed.number.empty() || (mention.parsed.symbol.empty() && !(mention.parsed.typeCapital && mention.parsed.wordSo))) continue;
        sink.judged();
        if (explained[*first]) continue;
        const Parts missing = lacking(context, ledger, mention);
        if (missing == 0) continue;
        const auto fuller = std::find_if(entry.mentions.begin(), entry.mentions.end(), [&](std::size_t m) {
            return m > *first && ledger.mentions[m].missing == 0 && !isPassing(context, ledger.mentions[m]);
        });
        // a subject is quoted as it was written; only where the document itself says more later is the order wrong
        if (fuller == entry.mentions.end() && mention.inSubject) continue;
        if (fuller == entry.mentions.end()) {
            sink.report(about(context, row, mention, "", "text.citationLacks", {listOf(missing)}));
            continue;
        }
        Finding finding = about(context, row, mention, "", "text.citationLate", {listOf(missing)});
        finding.other = context.document.place(ledger.mentions[*fuller].at);
        sink.report(std::move(finding));
    }
}

void citationLater(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    std::vector<bool> contested(ledger.entries.size(), false);
    for (const Conflict& conflict : conflictsOf(ledger)) {
        contested[at(ledger.mentions[conflict.first].entry)] = true;
        contested[at(ledger.mentions[conflict.second].entry)] = true;
    }
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        if (entry.symbol.empty() || ledger.isLaw(entry) || contested[e]) continue;
        std::optional<std::size_t> complete;
        for (const std::size_t m : entry.mentions) {
            const Mention& mention = ledger.mentions[m];
            if (isPassing(context, mention)) continue;
            if (!complete) {
                if (lacking(context, ledger, mention) == 0 && mention.form != citations::Form::shortened) complete = m;
                continue;
            }
            sink.judged();
            const Mention& before = ledger.mentions[*complete];
            // what is quoted keeps its words; a note, a legal basis or an attachment may be read by itself
            if (mention.inSubject || mention.inLegalBasis || mention.at.story != before.at.story || partOf(context, mention) != partOf(context, before)) {
                continue;
            }
            if (!mention.parsed.date.value || mention.parsed.subject.empty() || !mention.subjectCertain) continue;
            Finding finding = about(context, row, mention, "", "text.citationLong", {Quote{text::squeeze(before.text)}});
            finding.other = context.document.place(before.at);
            sink.report(std::move(finding));
        }
    }
}

void citationConflict(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations == nullptr) return;
    const Ledger& ledger = *context.citations;
    if (!ledger.entries.empty()) sink.judged();
    for (const Conflict& conflict : conflictsOf(ledger)) {
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
        } else if (date.value && ledger.documentDate && *ledger.documentDate < *date.value && partOf(context, mention) == 0) {
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
            return !mention.parsed.symbol.empty() && !mention.parsed.name.empty() && !isPassing(context, mention);
        });
        if (numbered == entry.mentions.end()) continue;
        const Mention& mention = ledger.mentions[*numbered];
        Finding finding = about(context, row, mention, "", "", {});
        finding.expected = quote(std::u32string(citations::typeName(mention.parsed.type)) + U' ' + mention.parsed.name);
        sink.report(std::move(finding));
    }
}

}  // namespace thethuc::checks::words
