#include "citations/particulars.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace thethuc::citations {

namespace {

constexpr char32_t kNoteMark = U'\uFFFC';

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// A digit or two with the zero that the decree's samples have: days below ten, months below three.
std::u32string padded(std::int32_t value, std::int32_t below) {
    return (value < below ? U"0" : U"") + text::fromUtf8(std::to_string(value));
}

/// Words that put a document cited behind them into effect: what follows its subject is the main clause.
bool opensClause(std::u32string_view before) {
    static constexpr std::u32string_view kOpeners[] = {U"thực hiện", U"căn cứ", U"theo", U"triển khai", U"triển khai thực hiện", U"thi hành", U"xét"};
    const std::u32string lower = text::toLower(text::squeeze(before));
    return std::find(std::begin(kOpeners), std::end(kOpeners), lower) != std::end(kOpeners);
}

/// Where the words behind the citation are its subject and nothing else.
bool endsSurely(const model::Document& document, const Mention& mention) {
    const Parsed& one = mention.parsed;
    if (!mention.subjectCertain || mention.inSubject || one.subjectAt.empty()) return false;
    if (!one.date.value && one.issuer.empty()) return false;
    const model::Paragraph& paragraph = document.at(mention.at);
    const std::u32string& words = paragraph.text;
    std::size_t next = index(one.subjectAt.end);
    while (next < words.size() && (text::isSpace(words[next]) || words[next] == kNoteMark)) ++next;
    const std::u32string_view before = std::u32string_view(words).substr(0, index(one.at.start));
    if (next < words.size() && words[next] == U',') return opensClause(before);
    if (next < words.size() && words[next] == U'.') {
        for (++next; next < words.size() && (text::isSpace(words[next]) || words[next] == kNoteMark);) ++next;
        if (next < words.size()) return false;
    } else if (next < words.size() && words[next] != U';') {
        return false;
    }
    using model::StoryKind;
    const StoryKind story = document.stories[index(mention.at.story)].kind;
    const bool alone = text::squeeze(before).empty() && (story == StoryKind::footnote || story == StoryKind::endnote || paragraph.cell >= 0);
    return mention.listItem || mention.inLegalBasis || alone;
}

/// The value that all who say it agree in; `same` compares. Nothing where two differ or none says it.
template <class Value, class Same>
const Value* agreed(const std::vector<const Value*>& said, Same same) {
    if (said.empty()) return nullptr;
    for (const Value* one : said) {
        if (!same(*said.front(), *one)) return nullptr;
    }
    return said.front();
}

}  // namespace

DateStyle dateStyleOf(const Ledger& ledger) noexcept {
    std::ptrdiff_t words = 0, digits = 0;
    for (const Mention& mention : ledger.mentions) {
        const DateForm form = mention.parsed.date.form;
        if (form == DateForm::words) ++words;
        else if (form == DateForm::slashes || form == DateForm::dots || form == DateForm::dashes) ++digits;
    }
    return digits > words ? DateStyle::slashes : DateStyle::words;
}

std::u32string dateWords(const Date& date, DateStyle style) {
    const std::u32string day = padded(date.day, 10), month = padded(date.month, 3), year = text::fromUtf8(std::to_string(date.year));
    return style == DateStyle::slashes ? day + U'/' + month + U'/' + year : day + U" tháng " + month + U" năm " + year;
}

Particulars certainOf(const model::Document& document, const Ledger& ledger, const Entry& entry) {
    Particulars out;
    out.type = entry.type;
    out.symbol = entry.symbol;
    out.name = entry.name;
    std::vector<const Date*> dates;
    std::vector<const std::u32string*> issuers, leadIns;
    std::vector<const Mention*> sure, unsure;
    for (const std::size_t m : entry.mentions) {
        const Mention& mention = ledger.mentions[m];
        const Parsed& one = mention.parsed;
        if (one.date.value) dates.push_back(&*one.date.value);
        if (mention.issuerFrom == IssuerFrom::mention) issuers.push_back(&mention.issuer);
        else if (mention.issuerFrom == IssuerFrom::leadIn) leadIns.push_back(&mention.issuer);
        if (!one.subject.empty()) (endsSurely(document, mention) ? sure : unsure).push_back(&mention);
    }
    if (const Date* date = agreed(dates, [](const Date& a, const Date& b) { return a == b; })) out.date = *date;
    out.year = out.date ? out.date->year : dates.empty() ? entry.year : 0;
    const auto& named = issuers.empty() ? leadIns : issuers;
    if (const std::u32string* issuer = agreed(named, [](const std::u32string& a, const std::u32string& b) { return sameIssuer(a, b); })) {
        // the fullest way in which it is written
        for (const std::u32string* one : named) {
            if (one->size() > issuer->size()) issuer = one;
        }
        out.issuer = *issuer;
    }
    if (out.law()) return out;
    const auto alike = [](const Mention& a, const Mention& b) { return text::skeleton(a.parsed.subject) == text::skeleton(b.parsed.subject); };
    const Mention* subject = agreed(sure, [](const Mention& a, const Mention& b) { return sameSubject(a.parsed.subject, b.parsed.subject); });
    if (subject == nullptr && sure.empty() && unsure.size() > 1) subject = agreed(unsure, alike);
    if (subject != nullptr) {
        out.opener = subject->parsed.opener;
        out.subject = subject->parsed.subject;
    }
    return out;
}

Particulars saidOf(const Ledger& ledger, const Entry& entry) {
    Particulars out;
    out.type = entry.type;
    out.symbol = entry.symbol;
    out.name = entry.name;
    out.date = entry.date;
    out.year = entry.date ? entry.date->year : entry.year;
    out.issuer = entry.issuer;
    out.subject = entry.subject;
    const auto saying = std::find_if(entry.mentions.begin(), entry.mentions.end(), [&](std::size_t m) { return !ledger.mentions[m].parsed.subject.empty(); });
    if (saying != entry.mentions.end()) out.opener = ledger.mentions[*saying].parsed.opener;
    return out;
}

Parts missingOf(const Particulars& known) noexcept {
    if (known.law()) return known.name.empty() && typeName(known.type) != U"Hiến pháp" ? Parts{kPartSubject} : Parts{0};
    int missing = 0;
    if (known.type < 0) missing |= kPartType;
    if (known.symbol.empty()) missing |= kPartSymbol;
    if (!known.date) missing |= kPartDate;
    if (known.issuer.empty()) missing |= kPartIssuer;
    if (known.subject.empty()) missing |= kPartSubject;
    return static_cast<Parts>(missing);
}

std::u32string shortCitation(const Particulars& known) {
    std::u32string out(known.type < 0 ? std::u32string_view(U"Văn bản") : typeName(known.type));
    if (known.law()) return known.name.empty() ? out : out + U' ' + known.name;
    return known.symbol.empty() ? out : out + U" số " + known.symbol;
}

std::u32string subjectWords(const Particulars& known) {
    if (known.subject.empty()) return {};
    switch (known.opener) {
        case Opener::aboutTheMatter:
        case Opener::theMatter: return U"về việc " + known.subject;
        case Opener::about: return U"về " + known.subject;
        case Opener::none:
        case Opener::verb: break;
    }
    return known.subject;
}

std::u32string fullCitation(const Particulars& known, DateStyle style) {
    std::u32string out = shortCitation(known);
    if (known.law()) return out;
    if (known.date) out += U" ngày " + dateWords(*known.date, style);
    else if (known.year > 0) out += U" năm " + text::fromUtf8(std::to_string(known.year));
    if (!known.issuer.empty()) out += U" của " + known.issuer;
    if (const std::u32string subject = subjectWords(known); !subject.empty()) out += U' ' + subject;
    return out;
}

TypeIndex typeNamed(std::u32string_view name) {
    const std::u32string wanted = text::toneNeutral(text::toLower(text::squeeze(name)));
    const auto types = documentTypes();
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (text::toneNeutral(text::toLower(types[i].name)) == wanted) return static_cast<TypeIndex>(i);
    }
    return -1;
}

}  // namespace thethuc::citations
