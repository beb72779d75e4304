#include "citations/demands.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "text/text.hpp"

namespace thethuc::citations {

namespace {

using elements::Kind;

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

const elements::Element* elementAt(const elements::Analysis& analysis, const model::Range& range) {
    if (range.story != 0 || index(range.paragraph) >= analysis.elementOf.size()) return nullptr;
    const std::int32_t element = analysis.elementOf[index(range.paragraph)];
    return element < 0 ? nullptr : &analysis.elements[index(element)];
}

// --- contradictions -------------------------------------------------------------------------------------------------

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
        if (!beginAlike(before, subject) && !sameSubject(before, subject)) out.push_back({*named, m, Matter::subject});
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
    if (ledger.isLaw(entry)) return std::nullopt;
    // “Nghị định 30/2020” may come first; the symbol is that of a mention that writes it
    const auto numbered = std::find_if(entry.mentions.begin(), entry.mentions.end(), [&](std::size_t m) { return !ledger.mentions[m].parsed.symbol.empty(); });
    if (numbered == entry.mentions.end()) return std::nullopt;
    const Mention& first = ledger.mentions[*numbered];
    Summary out;
    out.first = *numbered;
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
    return a.subject.empty() || b.subject.empty() || sameSubject(a.subject, b.subject);
}

/// 1355/QĐ-UBND beside 1335/QĐ-UBND with one subject. Decisions of one day on one subject are numbered one after the other: only
/// one digit further left is likely a slip.
bool numbersLookAlike(const Summary& a, const Entry& first, const Summary& b, const Entry& second) {
    constexpr std::size_t kLongSubject = 6;      // words; shorter ones are shared by many documents
    constexpr long kNext = 9;
    constexpr std::size_t kMostDigits = 9;
    if (a.year != b.year || a.number.size() < 2 || a.number.size() > kMostDigits || !oneDigitApart(a.number, b.number)) return false;
    if (wordsOf(a.subject) < kLongSubject || text::skeleton(a.subject) != text::skeleton(b.subject)) return false;
    if (!sameIssuer(first.issuer, second.issuer)) return false;
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
            const bool agencies = !other.issuer.empty() && !entry.issuer.empty() && !sameIssuer(other.issuer, entry.issuer);
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

// --- what is missing ------------------------------------------------------------------------------------------------

/// “Theo đề nghị của Trưởng phòng … tại Tờ trình số …”: the line says whose proposal it is and about what it decides.
bool isProposal(const model::Document& document, const Mention& mention) {
    const std::u32string before = text::toLower(text::nfc(std::u32string_view(document.at(mention.at).text).substr(0, index(mention.at.start))));
    return before.find(U"đề nghị") != std::u32string::npos;
}

/// The group behind the type in a symbol tells the agency: UBND in 42/QĐ-UBND.
std::u32string agencyGroup(std::u32string_view symbol) {
    const std::size_t slash = symbol.rfind(U'/');
    std::u32string_view groups = slash == std::u32string_view::npos ? symbol : symbol.substr(slash + 1);
    const std::size_t hyphen = groups.find(U'-');
    return hyphen == std::u32string_view::npos ? std::u32string() : text::toUpper(groups.substr(hyphen + 1));
}

class Judge {
public:
    Judge(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger)
        : document_(document), analysis_(analysis), ledger_(ledger), own_(agencyGroup(ledger.documentSymbol)) {
        for (std::size_t m = 0; m < ledger.mentions.size(); ++m) {
            const auto& anchor = document.stories[index(ledger.mentions[m].at.story)].anchor;
            if (anchor) noted_[{anchor->story, anchor->paragraph, anchor->start}].push_back(m);
        }
    }

    [[nodiscard]] bool passing(const Mention& mention) const { return inPassing(document_, analysis_, mention.at); }

    /// What the mention lacks and a reader cannot take from elsewhere.
    [[nodiscard]] Parts lacking(const Mention& mention) const {
        Parts missing = mention.missing;
        const auto drop = [&missing](Parts part) { missing = static_cast<Parts>(missing & ~part); };
        // the document's own agency need not be named for each of its documents (nd30 16, VD-1)
        if ((missing & kPartIssuer) != 0 && !own_.empty() && agencyGroup(mention.parsed.symbol) == own_) drop(kPartIssuer);
        if (isProposal(document_, mention)) drop(kPartIssuer | kPartSubject);
        if (missing == kPartSubject && !endsClause(document_, mention)) missing = 0;
        // “số” and a type that the symbol tells are worth a word beside something that is really missing only
        if ((missing & ~(kPartSo | kPartType)) == 0) missing = 0;
        return missing;
    }

    /// The mention says all that it must; or its note does, which hangs on it: “Quyết định số 42/QĐ-UBND¹”.
    [[nodiscard]] Parts lackingWithNote(const Mention& mention) const {
        const Parts missing = lacking(mention);
        if (missing == 0) return missing;
        const auto at = noted_.find({mention.at.story, mention.at.paragraph, mention.at.end()});
        const bool noted = at != noted_.end() && std::any_of(at->second.begin(), at->second.end(), [&](std::size_t m) {
            return ledger_.mentions[m].entry == mention.entry && lacking(ledger_.mentions[m]) == 0;
        });
        return noted ? Parts{0} : missing;
    }

    /// The first mention of the entry that has room for all parts; nothing where all stand in passing.
    [[nodiscard]] std::optional<std::size_t> firstOf(const Entry& entry) const {
        for (const std::size_t m : entry.mentions) {
            const Mention& mention = ledger_.mentions[m];
            if (document_.at(mention.at).cell >= 0) return std::nullopt;   // a table says the parts in its own way
            if (!passing(mention)) return m;
        }
        return std::nullopt;
    }

private:
    const model::Document& document_;
    const elements::Analysis& analysis_;
    const Ledger& ledger_;
    std::u32string own_;                         ///< the document's own agency as symbols have it
    /// Mentions in notes, by the place of the note's mark: story, paragraph, start.
    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, std::vector<std::size_t>> noted_;
};

/// For each entry: another one has its number and symbol, and the agencies do not tell them apart.
std::vector<bool> indistinctEntries(const Ledger& ledger) {
    std::unordered_map<std::u32string, std::vector<std::size_t>> bySymbol;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        if (entry.symbolShared && !entry.mentions.empty()) bySymbol[symbolKey(ledger.mentions[entry.mentions.front()].parsed)].push_back(e);
    }
    std::vector<bool> out(ledger.entries.size(), false);
    constexpr std::size_t kMostCompared = 32;
    for (const auto& [symbol, entries] : bySymbol) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries.size() > kMostCompared) out[entries[i]] = true;
            for (std::size_t k = 0; k < i && entries.size() <= kMostCompared; ++k) {
                const Entry& a = ledger.entries[entries[i]];
                const Entry& b = ledger.entries[entries[k]];
                if (!a.issuer.empty() && !b.issuer.empty() && !sameIssuer(a.issuer, b.issuer)) continue;
                out[entries[i]] = out[entries[k]] = true;
            }
        }
    }
    return out;
}

}  // namespace

bool inPassing(const model::Document& document, const elements::Analysis& analysis, const model::Range& at) {
    const model::Paragraph& paragraph = document.at(at);
    if (paragraph.cell >= 0) return true;
    const auto& story = document.stories[index(at.story)];
    if (story.kind == model::StoryKind::header || story.kind == model::StoryKind::footer) return true;
    const elements::Element* element = elementAt(analysis, at);
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

std::int32_t partOf(const elements::Analysis& analysis, const Mention& mention) noexcept {
    const elements::Element* element = elementAt(analysis, mention.at);
    return element == nullptr ? 0 : element->part;
}

bool endsClause(const model::Document& document, const Mention& mention) {
    const std::u32string& words = document.at(mention.at).text;
    std::size_t i = index(mention.at.end());
    while (i < words.size() && (text::isSpace(words[i]) || words[i] == U'\uFFFC')) ++i;
    return i >= words.size() || words[i] == U'.' || words[i] == U';' || words[i] == U',' || words[i] == U')';
}

std::vector<Conflict> conflictsOf(const Ledger& ledger) {
    std::vector<Conflict> out;
    for (const Entry& entry : ledger.entries) conflictsWithin(ledger, entry, out);
    conflictsBetween(ledger, out);
    return out;
}

std::vector<FirstMention> firstMentions(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger,
                                        const std::vector<Conflict>& conflicts) {
    const Judge judge(document, analysis, ledger);
    std::vector<bool> explained(ledger.mentions.size(), false);
    for (const Conflict& conflict : conflicts) explained[conflict.second] = true;
    std::vector<FirstMention> out;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        if (ledger.isLaw(entry)) continue;
        const auto first = judge.firstOf(entry);
        if (!first) continue;
        const Mention& mention = ledger.mentions[*first];
        // without any number it may be no citation of one document
        if (mention.parsed.number.empty() || (mention.parsed.symbol.empty() && mention.parsed.year.empty() && !(mention.parsed.typeCapital && mention.parsed.wordSo))) continue;
        // “(Kèm theo Kế hoạch số …)”: the document's own number cites nothing else
        if (!ledger.documentSymbol.empty() && text::toUpper(mention.parsed.numberAndSymbol()) == text::toUpper(ledger.documentSymbol)) continue;
        FirstMention one;
        one.entry = e;
        one.mention = *first;
        one.contested = explained[*first];
        one.lacking = judge.lackingWithNote(mention);
        const auto fuller = std::find_if(entry.mentions.begin(), entry.mentions.end(), [&](std::size_t m) {
            return m > *first && ledger.mentions[m].missing == 0 && !judge.passing(ledger.mentions[m]);
        });
        if (one.lacking != 0 && fuller != entry.mentions.end()) one.fuller = *fuller;
        out.push_back(one);
    }
    return out;
}

std::vector<LaterMention> laterMentions(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger,
                                        const std::vector<Conflict>& conflicts) {
    const Judge judge(document, analysis, ledger);
    std::vector<bool> contested(ledger.entries.size(), false);
    for (const Conflict& conflict : conflicts) {
        contested[index(ledger.mentions[conflict.first].entry)] = true;
        contested[index(ledger.mentions[conflict.second].entry)] = true;
    }
    const std::vector<bool> indistinct = indistinctEntries(ledger);
    std::vector<LaterMention> out;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        if (entry.symbol.empty() || ledger.isLaw(entry)) continue;
        std::optional<std::size_t> complete;
        for (const std::size_t m : entry.mentions) {
            const Mention& mention = ledger.mentions[m];
            if (judge.passing(mention)) continue;
            if (!complete) {
                const bool whole = judge.lacking(mention) == 0 && mention.form != Form::shortened;
                if (whole || (mention.at.story == 0 && judge.lacking(mention) != 0 && judge.lackingWithNote(mention) == 0)) complete = m;
                continue;
            }
            const Mention& before = ledger.mentions[*complete];
            if (mention.inSubject || mention.inLegalBasis || mention.at.story != before.at.story || partOf(analysis, mention) != partOf(analysis, before)) {
                continue;
            }
            out.push_back({m, *complete, static_cast<bool>(contested[e]), static_cast<bool>(indistinct[e])});
        }
    }
    return out;
}

}  // namespace thethuc::citations
