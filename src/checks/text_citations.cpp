// Cited documents: what a first citation must say, what a later one may leave out, and what contradicts itself. The checks
// judge the ledger, never the text again. Wrong advice is worse than none: each says when it keeps silent.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "citations/articles.hpp"
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
            return !mention.parsed.symbol.empty() && !mention.parsed.name.empty() && !citations::inPassing(context.document, context.analysis, mention.at);
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

/// Mentions by the way in which something is written, the ways in the order in which they come up.
class Ways {
public:
    void add(int way, const Mention& mention) {
        const auto known = std::find_if(ways_.begin(), ways_.end(), [way](const Way& one) { return one.way == way; });
        (known != ways_.end() ? *known : ways_.emplace_back(Way{way, {}})).mentions.push_back(&mention);
    }
    /// The way of most mentions, the earlier one where two have as many; null where nothing was added.
    [[nodiscard]] const std::vector<const Mention*>* usual() const noexcept {
        const auto most = std::max_element(ways_.begin(), ways_.end(), [](const Way& a, const Way& b) { return a.mentions.size() < b.mentions.size(); });
        return most == ways_.end() ? nullptr : &most->mentions;
    }
    /// The mentions of each other way, where the usual one is a habit: two of two mentions written two ways show none.
    [[nodiscard]] std::vector<const std::vector<const Mention*>*> others() const {
        constexpr std::size_t kHabit = 2;
        std::vector<const std::vector<const Mention*>*> out;
        if (usual() == nullptr || usual()->size() < kHabit) return out;
        for (const Way& one : ways_) {
            if (&one.mentions != usual()) out.push_back(&one.mentions);
        }
        return out;
    }

private:
    struct Way {
        int way;
        std::vector<const Mention*> mentions;
    };
    std::vector<Way> ways_;
};

/// What one part of the file (the document, an attachment) has of each.
struct Habits {
    Ways dates;                                  ///< in words, with slashes, dots or dashes
    Ways zeros;                                  ///< months 3 … 9 in digits: with a zero or without
    Ways commas;                                 ///< before the date or not
};

class StyleJudge {
public:
    StyleJudge(const Context& context, const ruleset::Row& row, Sink& sink) : context_(context), row_(row), sink_(sink) {}

    void run() {
        const Mention* before = nullptr;
        for (const Mention& mention : context_.citations->mentions) {
            if (citations::inPassing(context_.document, context_.analysis, mention.at)) continue;
            if (!citations::isByName(mention.parsed.type)) judge(mention, before);
            before = &mention;
        }
        for (const auto& [part, habits] : habits_) compare(habits);
        compareSigns();
        findReversedParts();
    }

private:
    using Place = std::pair<std::int32_t, std::int32_t>;      ///< story and paragraph

    void judge(const Mention& mention, const Mention* before) {
        const citations::Parsed& one = mention.parsed;
        Habits& habits = habits_[citations::partOf(context_.analysis, mention)];
        if (one.date.value) {
            sink_.judged();
            // a quoted subject keeps the form of its document; its comma is one of the text around it all the same
            habits.commas.add(one.date.commaBefore ? 1 : 0, mention);
            if (!mention.inSubject) {
                habits.dates.add(static_cast<int>(one.date.form), mention);
                // where the month is written as a word “tháng”, a zero is the decree's own matter (nd30 2.4)
                const bool digits = one.date.form != DateForm::words;
                if (digits && one.date.value->month >= 3 && one.date.value->month <= 9) habits.zeros.add(one.date.zeroMonth ? 1 : 0, mention);
            }
        }
        if (mention.inSubject) return;
        // in running text “việc …” may begin the sentence's own subject
        if (one.opener == citations::Opener::theMatter && one.date.value && (mention.listItem || mention.inLegalBasis)) {
            constexpr std::int32_t kMatter = 4;              // “việc”
            report(mention, "", "text.citationAbout", {one.symbolAt.start, one.subjectAt.start + kMatter}, {}, nullptr,
                   {replace(mention, one.subjectAt.start, one.subjectAt.start, U"về ")});
        }
        judgeSignBefore(mention, before);
    }

    /// The comma behind “Điều 4”, or the sign between two cited documents.
    void judgeSignBefore(const Mention& mention, const Mention* before) {
        const model::Paragraph& paragraph = context_.document.at(mention.at);
        std::int32_t sign = mention.at.start - 1;
        while (sign >= 0 && text::isSpace(paragraph.text[at(sign)])) --sign;
        if (sign < 0) return;
        const bool comma = paragraph.text[at(sign)] == U',';
        if (comma && !hasOwnArticles()) {
            citations::read(paragraph, stream_);
            const citations::Span article = citations::articleBeforeComma(stream_, mention.parsed.firstToken);
            if (!article.empty()) {
                report(mention, "form", "text.citationArticle", {article.start, mention.parsed.symbolAt.end}, {}, nullptr,
                       {replace(mention, article.end, mention.at.start, U" ")});
            }
        }
        const bool neighbours = before != nullptr && before->at.story == mention.at.story && before->at.paragraph == mention.at.paragraph && !before->inSubject &&
                                !before->parsed.subject.empty() && before->parsed.subjectAt.end == sign && mention.parsed.typeWritten &&
                                mention.parsed.typeCapital && mention.parsed.date.value;
        if (!neighbours) return;
        if (comma) commaParted_.push_back({&mention, sign});
        else if (paragraph.text[at(sign)] == U';') semicolonAt_.try_emplace({mention.at.story, mention.at.paragraph}, &mention);
    }

    /// In a regulation “Điều 5, Nghị định …” may name its own article and then a decree.
    [[nodiscard]] bool hasOwnArticles() const { return context_.analysis.first(Kind::dieu) != nullptr; }

    void compare(const Habits& habits) {
        // a reader sees two forms of dates once; where all of them stand is no news
        for (const auto* rare : habits.dates.others()) reportDate(*rare->front(), "text.citationDateWays", *habits.dates.usual()->front());
        for (const auto* rare : habits.zeros.others()) {
            for (const Mention* one : *rare) reportDate(*one, "text.citationZeros", *habits.zeros.usual()->front());
        }
        for (const auto* rare : habits.commas.others()) {
            for (const Mention* one : *rare) {
                if (one->parsed.date.commaBefore) reportComma(*one, *habits.commas.usual()->front());
            }
        }
    }

    void reportDate(const Mention& mention, const char* message, const Mention& other) {
        report(mention, "kept", message, mention.parsed.date.at, quote(words(other, other.parsed.date.at)), &other);
    }

    void reportComma(const Mention& mention, const Mention& other) {
        const std::u32string& line = context_.document.at(mention.at).text;
        std::int32_t comma = mention.parsed.date.at.start;
        while (comma > mention.at.start && line[at(comma - 1)] != U',') --comma;
        --comma;
        if (comma <= mention.at.start) return;
        model::Edits edits;
        if (!mention.inSubject) edits.push_back(replace(mention, comma, comma + 1, {}));
        report(mention, mention.inSubject ? "kept" : "form", "text.citationComma", {std::min(mention.parsed.symbolAt.start, comma), mention.parsed.date.at.end},
               quote(words(other, {other.at.start, other.at.end()})), &other, std::move(edits));
    }

    void compareSigns() {
        for (const auto& [mention, comma] : commaParted_) {
            const auto other = semicolonAt_.find({mention->at.story, mention->at.paragraph});
            if (other == semicolonAt_.end()) continue;
            report(*mention, "form", "text.citationSemicolon", {comma, mention->parsed.symbolAt.end}, quote(words(*other->second, {other->second->at.start, other->second->at.end()})),
                   other->second, {replace(*mention, comma, comma + 1, U";")});
        }
    }

    void findReversedParts() {
        for (std::size_t story = 0; story < context_.document.stories.size(); ++story) {
            const auto& paragraphs = context_.document.stories[story].paragraphs;
            for (std::size_t p = 0; p < paragraphs.size(); ++p) {
                if (!mayNameClauses(paragraphs[p].text)) continue;
                const model::Range whole{static_cast<std::int32_t>(story), static_cast<std::int32_t>(p), 0, 0};
                if (citations::inPassing(context_.document, context_.analysis, whole) || (story == 0 && context_.analysis.quoted[p])) continue;
                citations::read(paragraphs[p], stream_);
                sink_.judged();
                for (const citations::ReversedParts& found : citations::reversedParts(stream_)) reportReversed(whole, found);
            }
        }
    }

    /// Cheap, and true for each paragraph that names a clause or point: “khoản”, “điểm” composed, or a combining mark of them.
    [[nodiscard]] static bool mayNameClauses(std::u32string_view words) {
        constexpr char32_t kHookAbove = 0x309;
        return words.find(U"hoản ") != words.npos || words.find(U"iểm ") != words.npos || words.find(U"hoản\u00A0") != words.npos ||
               words.find(U"iểm\u00A0") != words.npos || words.find(kHookAbove) != words.npos;
    }

    void reportReversed(const model::Range& paragraph, const citations::ReversedParts& found) {
        const std::u32string& line = context_.document.at(paragraph).text;
        const model::Range where{paragraph.story, paragraph.paragraph, found.at.start, found.at.end - found.at.start};
        std::u32string ordered = found.ordered;
        // where a sentence begins, its first letter is a capital
        std::int32_t before = where.start - 1;
        while (before >= 0 && text::isSpace(line[at(before)])) --before;
        const auto begun = std::find_if(line.begin(), line.begin() + where.start, [](char32_t c) { return text::isLetter(c) || text::isDigit(c); });
        if (begun == line.begin() + where.start || line[at(before)] == U'.') ordered.replace(0, 1, text::toUpper(ordered.substr(0, 1)));
        Finding finding;
        finding.rule = row_.id;
        finding.element = Kind::vienDan;
        finding.message = "text.citationOrder";
        finding.actual = quote(text::squeeze(line.substr(at(where.start), at(where.length))));
        finding.expected = quote(ordered);
        finding.at = context_.document.place(where);
        finding.edits.push_back(model::ReplaceText{where, std::move(ordered)});
        finding.severity = row_.severity;
        finding.band = "row";
        sink_.report(std::move(finding));
    }

    [[nodiscard]] static model::Edit replace(const Mention& mention, std::int32_t start, std::int32_t end, std::u32string with) {
        return model::ReplaceText{{mention.at.story, mention.at.paragraph, start, end - start}, std::move(with)};
    }

    /// What of the mention's paragraph [span] reads like.
    [[nodiscard]] std::u32string words(const Mention& mention, const citations::Span& span) const {
        return text::squeeze(std::u32string_view(context_.document.at(mention.at).text).substr(at(span.start), at(span.end - span.start)));
    }

    /// `where`: exactly what is meant; `elsewhere`: what the other mention says, for the message.
    void report(const Mention& mention, std::string_view band, const char* message, const citations::Span& where, const Quote& elsewhere, const Mention* other,
                model::Edits edits = {}) {
        Finding finding = about(context_, row_, mention, band, message);
        finding.actual = quote(words(mention, where));
        finding.at = context_.document.place(mention.part(where));
        if (other != nullptr) {
            finding.other = context_.document.place(other->at);
            finding.arguments = {elsewhere};
        }
        finding.edits = std::move(edits);
        sink_.report(std::move(finding));
    }

    const Context& context_;
    const ruleset::Row& row_;
    Sink& sink_;
    citations::Stream stream_;
    std::map<std::int32_t, Habits> habits_;      ///< by part of the file
    std::map<Place, const Mention*> semicolonAt_;   ///< a citation of the paragraph that a semicolon parts from the one before
    std::vector<std::pair<const Mention*, std::int32_t>> commaParted_;
};

}  // namespace

void citationStyle(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (context.citations != nullptr) StyleJudge(context, row, sink).run();
}

}  // namespace thethuc::checks::words
