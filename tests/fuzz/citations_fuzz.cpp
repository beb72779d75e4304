#include <algorithm>
#include <string>
#include <vector>

#include "citations/articles.hpp"
#include "citations/cited_items.hpp"
#include "citations/csv.hpp"
#include "citations/demands.hpp"
#include "citations/forms.hpp"
#include "citations/ledger.hpp"
#include "citations/list.hpp"
#include "citations/particulars.hpp"
#include "citations/search.hpp"
#include "elements/analysis.hpp"
#include "fuzz/support.hpp"
#include "fuzz/targets.hpp"
#include "text/text.hpp"

namespace thethuc::fuzz {
namespace {

using citations::Entry;
using citations::Ledger;
using citations::Mention;
using citations::Span;

void checkSpan(const Span& span, std::int32_t size) {
    if (span.empty()) return;
    must(span.start >= 0 && span.end <= size, "a part stands in its paragraph");
}

void checkMention(const model::Document& document, const Ledger& ledger, const Mention& mention) {
    must(mention.at.story == 0 && mention.at.paragraph >= 0 &&
             static_cast<std::size_t>(mention.at.paragraph) < document.stories.front().paragraphs.size(),
         "a citation is in the document");
    const auto size = static_cast<std::int32_t>(document.at(mention.at).text.size());
    must(mention.at.length > 0 && mention.at.start >= 0 && mention.at.end() <= size, "a citation is in its paragraph");
    for (const Span& span : {mention.parsed.at, mention.parsed.symbolAt, mention.parsed.issuerAt, mention.parsed.subjectAt, mention.parsed.date.at}) checkSpan(span, size);
    must(mention.entry >= 0 && static_cast<std::size_t>(mention.entry) < ledger.entries.size(), "a citation is in the list");
    must(mention.form != citations::Form::full || mention.missing == 0, "nothing is missing where all is written");
    if (const auto& date = mention.parsed.date.value) {
        must(date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 31, "a date is one");
        must(mention.parsed.date.fault == citations::DateFault::none, "a date with a fault has no value");
    }
    if (!mention.parsed.issuer.empty()) must(citations::sameIssuer(mention.parsed.issuer, mention.parsed.issuer), "an agency is itself");
    if (!mention.parsed.subject.empty()) must(citations::sameSubject(mention.parsed.subject, mention.parsed.subject), "a subject is itself");
}

void checkLedger(const model::Document& document, const Ledger& ledger) {
    for (const Mention& mention : ledger.mentions) checkMention(document, ledger, mention);
    const auto before = [](const Mention& a, const Mention& b) { return a.at.paragraph != b.at.paragraph ? a.at.paragraph < b.at.paragraph : a.at.start < b.at.start; };
    must(std::is_sorted(ledger.mentions.begin(), ledger.mentions.end(), before), "citations stand in reading order");
    std::size_t listed = 0, last = 0;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        must(!entry.mentions.empty(), "a document of the list is cited");
        must(e == 0 || entry.mentions.front() > last, "documents are numbered by their first citation");
        last = entry.mentions.front();
        for (const std::size_t m : entry.mentions) {
            must(m < ledger.mentions.size() && static_cast<std::size_t>(ledger.mentions[m].entry) == e, "a citation belongs to the document that lists it");
        }
        listed += entry.mentions.size();
    }
    must(listed == ledger.mentions.size(), "each citation is listed once");
}

/// What is written for spreadsheets is read back as it was.
void checkCsv(std::string_view bytes, const Ledger& ledger) {
    (void)citations::readCsv(bytes);
    std::vector<citations::CsvRow> rows;
    for (const Entry& entry : ledger.entries) {
        rows.push_back({text::toUtf8(entry.symbol), text::toUtf8(entry.issuer), text::toUtf8(entry.subject), text::toUtf8(entry.name)});
    }
    if (!rows.empty()) rows.insert(rows.begin(), citations::CsvRow{"a", "b", "c", "d"});
    must(citations::readCsv(citations::writeCsv(rows)) == rows, "a table is read as it was written");
}

void checkDemands(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger) {
    const auto conflicts = citations::conflictsOf(ledger);
    for (const citations::Conflict& conflict : conflicts) must(conflict.first < conflict.second && conflict.second < ledger.mentions.size(), "two citations contradict each other");
    for (const auto& first : citations::firstMentions(document, analysis, ledger, conflicts)) {
        must(first.entry < ledger.entries.size() && first.mention < ledger.mentions.size(), "a first citation is one");
        must(!first.fuller || *first.fuller > first.mention, "what says more comes later");
    }
    for (const auto& later : citations::laterMentions(document, analysis, ledger, conflicts)) {
        must(later.complete < later.mention && later.mention < ledger.mentions.size(), "a later citation comes later");
        must(ledger.mentions[later.complete].entry == ledger.mentions[later.mention].entry, "both cite one document");
    }
}

/// Places that are changed lie in one paragraph, one behind the other.
void checkReplacements(const model::Document& document, const std::vector<citations::FormChange::Replacement>& replacements) {
    std::int32_t behind = 0;
    for (const auto& one : replacements) {
        must(one.at.start >= behind && one.at.length >= 0, "changes do not overlap");
        must(one.at.paragraph == replacements.front().at.paragraph, "a citation stands in one paragraph");
        behind = one.at.end();
        must(behind <= static_cast<std::int32_t>(document.at(one.at).text.size()), "what changes is in the paragraph");
    }
}

void checkForms(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger) {
    constexpr std::size_t kMostNotes = 6;
    for (const auto& change : citations::planForms(document, analysis, ledger).changes) {
        must(change.mention < ledger.mentions.size() && !change.replacements.empty(), "a change changes a citation");
        must(change.before != change.after, "a change changes words");
        checkReplacements(document, change.replacements);
    }
    for (std::size_t m = 0; m < std::min(kMostNotes, ledger.mentions.size()); ++m) {
        const citations::NoteMove move = citations::planNote(document, analysis, ledger, m);
        must(move.left.empty() != move.note.empty(), "a note is written, or the reason why not");
        checkReplacements(document, move.replacements);
    }
    for (const Entry& entry : ledger.entries) {
        const citations::Particulars known = citations::certainOf(document, ledger, entry);
        const std::u32string full = citations::fullCitation(known, citations::dateStyleOf(ledger));
        must(full.starts_with(citations::shortCitation(known)), "a full citation begins like the short one");
        (void)citations::mentionMeant(ledger, full);
    }
}

void checkItems(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger) {
    using citations::ListOrder;
    for (const citations::CitedItems& list : citations::citedItems(document, analysis, ledger)) {
        for (const ListOrder order : {ListOrder::asWritten, ListOrder::byDate, ListOrder::byType}) {
            const std::vector<std::size_t> places = citations::orderOf(ledger, list, order);
            std::vector<std::size_t> sorted = places;
            std::sort(sorted.begin(), sorted.end());
            for (std::size_t i = 0; i < sorted.size(); ++i) must(sorted[i] == i, "an order names each item once");
            must(order != ListOrder::asWritten || places == sorted, "as written is as written");
            (void)citations::endSigns(document, list, places);
        }
    }
}

void checkList(const model::Document& document, const Ledger& ledger) {
    using citations::ListForm;
    for (const ListForm form : {ListForm::numbered, ListForm::table}) {
        const std::vector<citations::WantedRow> rows = citations::wantedRows(document, ledger, form);
        must(rows.size() == ledger.entries.size(), "the list has a row for each document");
        const citations::ListPlan plan = citations::planList(citations::standingList(document), rows);
        must(plan.rows.size() == rows.size() && plan.removed.empty(), "a new list has new rows");
    }
}

void checkSearch(std::u32string_view words, const Ledger& ledger) {
    constexpr std::size_t kLongest = 40;
    const citations::Sought sought(words.substr(0, kLongest));
    for (const Entry& entry : ledger.entries) {
        const citations::Particulars known = citations::saidOf(ledger, entry);
        must(sought.empty() || sought.closeness(known) >= 0, "closeness is one");
        const citations::Sought itself(entry.symbol);
        must(itself.empty() || known.symbol.empty() || itself.closeness(known) > 0, "a document is found by its number");
    }
}

void checkReversedParts(const model::Document& document) {
    for (const auto& paragraph : document.stories.front().paragraphs) {
        std::int32_t behind = 0;
        for (const auto& found : citations::reversedParts(citations::read(paragraph))) {
            must(found.at.start >= behind && found.at.end <= static_cast<std::int32_t>(paragraph.text.size()) && !found.ordered.empty(), "parts stand one behind the other");
            behind = found.at.end;
        }
    }
}

}  // namespace

void citations(std::string_view bytes) {
    const model::Document document = documentOf(text::fromUtf8(bytes));
    const elements::Analysis analysis = elements::analyse(document);
    const Ledger ledger = thethuc::citations::recognise(document, analysis);
    checkLedger(document, ledger);
    checkDemands(document, analysis, ledger);
    checkForms(document, analysis, ledger);
    checkItems(document, analysis, ledger);
    checkList(document, ledger);
    checkSearch(document.stories.front().paragraphs.empty() ? std::u32string_view() : std::u32string_view(document.stories.front().paragraphs.front().text), ledger);
    checkReversedParts(document);
    checkCsv(bytes, ledger);
}

}  // namespace thethuc::fuzz
