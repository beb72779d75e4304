#include "app/cited_documents.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "checks/citation_findings.hpp"
#include "citations/csv.hpp"
#include "citations/search.hpp"
#include "report/citation_words.hpp"
#include "text/calendar.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using citations::Date;
using citations::Opener;
using citations::Particulars;
using Outcome = CitedDocuments::Outcome;
using nlohmann::json;

constexpr std::size_t kMostOthers = 8;
constexpr int kSchema = 1;

// ---- which documents are one

/// The number without zeros in front, letters and digits of the symbol: 66-NQ/TW and 66/NQ-TW are one.
std::u32string keyOf(std::u32string_view symbol) {
    const std::size_t first = std::min(symbol.find_first_not_of(U'0'), symbol.size());
    const std::size_t sign = std::min(symbol.find_first_of(U"/-", first), symbol.size());
    std::u32string key(symbol.substr(first, sign - first));
    key += U'|';
    for (const char32_t c : symbol.substr(sign)) {
        if (text::isLetter(c) || text::isDigit(c)) key += text::toUpper(c);
    }
    return key;
}

/// 111/2022/NĐ-CP and the Party's 57-NQ/TW: the number does not begin anew each year, or says its year.
bool staysUnique(std::u32string_view symbol) {
    const std::size_t sign = symbol.find_first_of(U"/-");
    if (sign == symbol.npos) return false;
    if (symbol[sign] == U'-') return true;
    const std::size_t next = symbol.find(U'/', sign + 1);
    return next == sign + 5 && std::all_of(symbol.begin() + static_cast<std::ptrdiff_t>(sign) + 1, symbol.begin() + static_cast<std::ptrdiff_t>(next), text::isDigit);
}

std::u32string nameKeyOf(const Particulars& law) { return text::toneNeutral(text::toLower(std::u32string(citations::typeName(law.type)) + U' ' + law.name)); }

/// The keys under which a document is looked for.
std::vector<std::u32string> keysOf(const Particulars& document) {
    std::vector<std::u32string> keys;
    if (!document.symbol.empty()) keys.push_back(keyOf(document.symbol));
    if (document.law()) keys.push_back(nameKeyOf(document));
    return keys;
}

bool sameLaw(const Particulars& a, const Particulars& b) {
    if (a.type != b.type) return false;
    if (!a.symbol.empty() && !b.symbol.empty()) return keyOf(a.symbol) == keyOf(b.symbol);
    return nameKeyOf(a) == nameKeyOf(b) && (a.year == 0 || b.year == 0 || a.year == b.year);
}

}  // namespace

bool sameDocument(const Particulars& a, const Particulars& b) {
    if (a.law() || b.law()) return a.law() && b.law() && sameLaw(a, b);
    if (keyOf(a.symbol) != keyOf(b.symbol) || !citations::sameIssuer(a.issuer, b.issuer)) return false;
    if (a.date == b.date || staysUnique(a.symbol)) return true;
    // One number with two dates of one year is one document only where more says so.
    if (!a.date || !b.date || a.date->year != b.date->year) return false;
    const bool issuers = !a.issuer.empty() && !b.issuer.empty();
    const bool subjects = !a.subject.empty() && !b.subject.empty() && citations::sameSubject(a.subject, b.subject);
    return issuers || subjects;
}

namespace {

// ---- what the newest says

/// Keeps what was said before.
void contest(CitedDocument& document, Contested::Matter matter, std::u32string before, const std::u32string& now) {
    std::erase_if(document.others, [&](const Contested& one) { return one.matter == matter && (one.words == now || one.words == before); });
    document.others.insert(document.others.begin(), {matter, std::move(before), document.seen});
    if (document.others.size() > kMostOthers) document.others.pop_back();
}

std::u32string iso(const Date& date) { return text::fromUtf8(citations::isoOf(date)); }

/// Takes over what is newly known; tells whether something was added or is otherwise now.
std::pair<bool, bool> take(CitedDocument& document, const Particulars& now) {
    Particulars& known = document.known;
    bool more = false, other = false;
    const auto fill = [&](auto& value, const auto& newValue, const auto& none) {
        if (newValue == none || value != none) return;
        value = newValue;
        more = true;
    };
    fill(known.symbol, now.symbol, std::u32string());
    fill(known.name, now.name, std::u32string());
    if (known.date && now.date && *known.date != *now.date) {
        contest(document, Contested::Matter::date, iso(*known.date), iso(*now.date));
        known.date = now.date;
        other = true;
    }
    fill(known.date, now.date, std::optional<Date>());
    if (now.date) known.year = now.year;
    fill(known.year, now.year, std::int32_t{0});
    fill(known.issuer, now.issuer, std::u32string());
    if (now.issuer.size() > known.issuer.size() && citations::sameIssuer(known.issuer, now.issuer)) {
        known.issuer = now.issuer;
        more = true;
    }
    if (!known.issuer.empty() && !now.issuer.empty() && !citations::sameIssuer(known.issuer, now.issuer)) {
        contest(document, Contested::Matter::issuer, known.issuer, now.issuer);
        known.issuer = now.issuer;
        other = true;
    }
    if (now.subject.empty()) return {more, other};
    if (known.subject.empty()) {
        more = true;
    } else if (!citations::sameSubject(known.subject, now.subject)) {
        contest(document, Contested::Matter::subject, citations::subjectWords(known), citations::subjectWords(now));
        other = true;
    } else if (now.subject.size() > known.subject.size()) {
        more = true;
    } else {
        return {more, other};
    }
    known.subject = now.subject;
    known.opener = now.opener;
    return {more, other};
}

// ---- JSON

struct OpenerName {
    Opener opener;
    const char* name;
};
constexpr std::array kOpeners{OpenerName{Opener::aboutTheMatter, "về việc"}, OpenerName{Opener::about, "về"}, OpenerName{Opener::theMatter, "việc"},
                              OpenerName{Opener::verb, ""}};
struct MatterName {
    Contested::Matter matter;
    const char* name;
};
constexpr std::array kMatters{MatterName{Contested::Matter::date, "date"}, MatterName{Contested::Matter::issuer, "issuer"},
                              MatterName{Contested::Matter::subject, "subject"}};

std::optional<Date> dateOf(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t length) {
        std::int32_t value = 0;
        for (std::size_t i = at; i < at + length; ++i) {
            if (iso[i] < '0' || iso[i] > '9') return -1;
            value = value * 10 + (iso[i] - '0');
        }
        return value;
    };
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const Date date{number(0, 4), number(5, 2), number(8, 2)};
    if (date.year < 1900 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > text::daysOf(date.month, date.year)) return std::nullopt;
    return date;
}

/// “07/7/2025” of “2025-07-07”; other words as they are.
std::string shownDay(const std::string& iso) {
    const auto date = dateOf(iso);
    return date ? text::toUtf8(citations::dateWords(*date, citations::DateStyle::slashes)) : iso;
}

class Reader {
public:
    Reader(std::string_view text, const std::string& file, report::Language language) : data_(text, file, "cited", language) {}

    CitedDocuments run() {
        const json& root = data_.root();
        data_.members(root, "", {"schema", "documents"});
        data_.needs(root, "", {"schema", "documents"});
        const json& schema = root["schema"];
        if (!schema.is_number_integer() || schema.get<std::int64_t>() < 1) data_.fail("/schema", "schema");
        if (schema.get<std::int64_t>() > kSchema) data_.fail("/schema", "newer");
        std::vector<CitedDocument> documents;
        for (const json& one : data_.list(root["documents"], "/documents")) documents.push_back(document(one, "/documents/" + std::to_string(documents.size())));
        return CitedDocuments(std::move(documents));
    }

private:
    std::u32string words(const json& object, const std::string& at, const char* name) const {
        const auto found = object.find(name);
        return found == object.end() ? std::u32string() : text::nfc(text::fromUtf8(data_.text(*found, at + "/" + name)));
    }
    std::optional<Date> date(const json& object, const std::string& at, const char* name) const {
        const auto found = object.find(name);
        if (found == object.end()) return std::nullopt;
        const std::optional<Date> date = dateOf(data_.text(*found, at + "/" + name));
        if (!date) data_.fail(at + "/" + name, "date");
        return date;
    }

    CitedDocument document(const json& one, const std::string& at) const {
        data_.members(one, at, {"type", "symbol", "name", "date", "year", "issuer", "subject", "opener", "seen", "others"});
        data_.needs(one, at, {"type"});
        CitedDocument out;
        Particulars& known = out.known;
        known.type = citations::typeNamed(words(one, at, "type"));
        if (known.type < 0) data_.fail(at + "/type", "type", one["type"].get<std::string>());
        known.symbol = words(one, at, "symbol");
        known.name = words(one, at, "name");
        known.date = date(one, at, "date");
        if (known.date) known.year = known.date->year;
        else if (const auto year = one.find("year"); year != one.end()) {
            if (!year->is_number_integer() || year->get<std::int64_t>() < 1900 || year->get<std::int64_t>() > 2200) data_.fail(at + "/year", "year");
            known.year = year->get<std::int32_t>();
        }
        known.issuer = words(one, at, "issuer");
        known.subject = words(one, at, "subject");
        if (const auto opener = one.find("opener"); opener != one.end()) {
            const std::string name = data_.text(*opener, at + "/opener");
            const auto found = std::find_if(kOpeners.begin(), kOpeners.end(), [&](const OpenerName& entry) { return name == entry.name; });
            if (found == kOpeners.end()) data_.fail(at + "/opener", "opener");
            known.opener = found->opener;
        }
        if (!rememberable(known)) data_.fail(at, "uncertain");
        out.seen = text::toUtf8(words(one, at, "seen"));
        if (const auto others = one.find("others"); others != one.end()) {
            for (const json& other : data_.list(*others, at + "/others")) out.others.push_back(contested(other, at + "/others/" + std::to_string(out.others.size())));
        }
        return out;
    }

    Contested contested(const json& one, const std::string& at) const {
        data_.members(one, at, {"matter", "value", "seen"});
        data_.needs(one, at, {"matter", "value"});
        const std::string name = data_.text(one["matter"], at + "/matter");
        const auto found = std::find_if(kMatters.begin(), kMatters.end(), [&](const MatterName& entry) { return name == entry.name; });
        if (found == kMatters.end()) data_.fail(at + "/matter", "matter");
        if (found->matter == Contested::Matter::date) (void)date(one, at, "value");
        return {found->matter, words(one, at, "value"), text::toUtf8(words(one, at, "seen"))};
    }

    report::DataFile data_;
};

// ---- CSV

/// “về việc …”, “về …”; words without them were taken from a table that leaves them out.
void takeSubject(Particulars& known, std::u32string subject) {
    static constexpr std::pair<std::u32string_view, Opener> kLeads[] = {{U"về việc ", Opener::aboutTheMatter}, {U"v/v ", Opener::aboutTheMatter},
                                                                       {U"về ", Opener::about}};
    static constexpr std::u32string_view kVerbs[] = {U"quy định", U"sửa đổi", U"hướng dẫn", U"ban hành"};
    const std::u32string lower = text::toLower(subject);
    known.opener = subject.empty() ? Opener::none : Opener::about;
    for (const auto& [lead, opener] : kLeads) {
        if (!lower.starts_with(lead)) continue;
        known.opener = opener;
        known.subject = subject.substr(lead.size());
        return;
    }
    if (std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::u32string_view verb) { return lower.starts_with(verb); })) known.opener = Opener::verb;
    known.subject = std::move(subject);
}

/// “Luật Đất đai”: the type and, of a law, its name.
void takeType(Particulars& known, const std::u32string& words) {
    known.type = citations::typeNamed(words);
    for (std::size_t blank = words.rfind(U' '); known.type < 0 && blank != words.npos && blank > 0; blank = words.rfind(U' ', blank - 1)) {
        const citations::TypeIndex type = citations::typeNamed(std::u32string_view(words).substr(0, blank));
        if (type < 0) continue;
        if (!citations::isByName(type)) return;
        known.type = type;
        known.name = words.substr(blank + 1);
    }
}

/// Number and symbol as the grammar of citations reads them; empty where it does not.
std::u32string symbolIn(const std::u32string& words) {
    const auto parsed = citations::parse(citations::read(U"Văn bản số " + words));
    return parsed.size() == 1 && !parsed.front().symbol.empty() ? parsed.front().numberAndSymbol() : std::u32string();
}

std::optional<Date> dateIn(const std::u32string& words) {
    if (const auto date = dateOf(text::toUtf8(words))) return date;
    const auto parsed = citations::parse(citations::read(U"Quyết định số 1/QĐ-UBND ngày " + words));
    return parsed.size() == 1 ? parsed.front().date.value : std::nullopt;
}

std::int32_t yearIn(const std::u32string& words) {
    if (words.size() != 4 || !std::all_of(words.begin(), words.end(), text::isDigit)) return 0;
    const std::int32_t year = std::stoi(text::toUtf8(words));
    return year >= 1900 && year <= 2200 ? year : 0;
}

enum Column : std::size_t { kType, kSymbol, kDate, kIssuer, kSubject, kColumns };
constexpr std::array<const char*, kColumns> kTitles{"cite.csv.type", "cite.csv.symbol", "cite.csv.date", "cite.csv.issuer", "cite.csv.subject"};

}  // namespace

CitedDocuments::Outcome CitedDocuments::remember(const Particulars& document, const std::string& day) {
    if (!rememberable(document)) return Outcome::known;
    const std::size_t found = find(document);
    if (found == documents_.size()) {
        documents_.push_back({document, day, {}});
        enter(found);
        return Outcome::added;
    }
    const auto [more, other] = take(documents_[found], document);
    enter(found);
    documents_[found].seen = day;
    return other ? Outcome::changed : more ? Outcome::completed : Outcome::known;
}

CitedDocuments::Outcome CitedDocuments::foresee(const Particulars& document) const {
    if (!rememberable(document)) return Outcome::known;
    const std::size_t found = find(document);
    if (found == documents_.size()) return Outcome::added;
    CitedDocument copy = documents_[found];
    const auto [more, other] = take(copy, document);
    return other ? Outcome::changed : more ? Outcome::completed : Outcome::known;
}

namespace {

void count(CitedDocuments::Count& count, Outcome outcome) {
    switch (outcome) {
        case Outcome::added: ++count.added; break;
        case Outcome::completed: ++count.completed; break;
        case Outcome::changed: ++count.changed; break;
        case Outcome::known: break;
    }
}

}  // namespace

CitedDocuments::Count CitedDocuments::remember(const std::vector<Particulars>& documents, const std::string& day) {
    Count out;
    for (const Particulars& one : documents) count(out, remember(one, day));
    return out;
}

CitedDocuments::Count CitedDocuments::foresee(const std::vector<Particulars>& documents) const {
    Count out;
    for (const Particulars& one : documents) count(out, foresee(one));
    return out;
}

CitedDocuments::CitedDocuments(std::vector<CitedDocument> documents) : documents_(std::move(documents)) {
    for (std::size_t i = 0; i < documents_.size(); ++i) enter(i);
}

void CitedDocuments::enter(std::size_t index) {
    for (std::u32string& key : keysOf(documents_[index].known)) {
        std::vector<std::size_t>& places = places_[std::move(key)];
        if (std::find(places.begin(), places.end(), index) == places.end()) places.push_back(index);
    }
}

void CitedDocuments::forget(std::size_t index) {
    if (index >= documents_.size()) return;
    std::vector<CitedDocument> left = std::move(documents_);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(index));
    *this = CitedDocuments(std::move(left));
}

std::size_t CitedDocuments::find(const Particulars& document) const {
    // the newest: a number that was used twice is rather that of the last document
    std::optional<std::size_t> newest;
    for (const std::u32string& key : keysOf(document)) {
        const auto places = places_.find(key);
        if (places == places_.end()) continue;
        for (const std::size_t i : places->second) {
            if (sameDocument(documents_[i].known, document) && (!newest || i > *newest)) newest = i;
        }
    }
    return newest.value_or(documents_.size());
}

std::vector<citations::Particulars> CitedDocuments::uncontested() const {
    std::vector<citations::Particulars> out;
    for (const CitedDocument& one : documents_) {
        if (one.others.empty()) out.push_back(one.known);
    }
    return out;
}

std::vector<std::size_t> CitedDocuments::find(std::u32string_view typed, std::size_t most) const {
    struct Hit {
        int closeness;
        std::size_t index;
    };
    const citations::Sought sought(typed);
    std::vector<Hit> hits;
    if (!sought.empty()) {
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            if (const int closeness = sought.closeness(documents_[i].known); closeness > 0) hits.push_back({closeness, i});
        }
    }
    std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
        if (a.closeness != b.closeness) return a.closeness > b.closeness;
        const auto& one = documents_[a.index].known;
        const auto& two = documents_[b.index].known;
        if (one.date != two.date) return one.date > two.date;
        return a.index > b.index;
    });
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < std::min(most, hits.size()); ++i) out.push_back(hits[i].index);
    return out;
}

bool rememberable(const Particulars& document) {
    if (document.type < 0) return false;
    if (document.law()) return (citations::missingOf(document) & citations::kPartSubject) == 0;
    return document.date.has_value() && document.symbol.find_first_of(U"/-") != document.symbol.npos;
}

std::vector<Particulars> rememberable(const model::Document& document, const citations::Ledger& ledger, const std::vector<checks::Finding>& findings) {
    std::vector<Particulars> out;
    const auto about = checks::findingsByEntry(ledger, findings);
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const bool contested = std::any_of(about[e].begin(), about[e].end(), [&](std::size_t f) {
            const std::string& rule = findings[f].rule;
            return !findings[f].ignored && (rule == "vien-dan/conflict" || rule == "vien-dan/date" || rule == "vien-dan/type");
        });
        if (contested) continue;
        if (Particulars known = citations::certainOf(document, ledger, ledger.entries[e]); rememberable(known)) out.push_back(std::move(known));
    }
    return out;
}

std::string writeCitedDocuments(const CitedDocuments& documents) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const CitedDocument& one : documents.documents()) {
        const Particulars& known = one.known;
        Json item;
        const auto put = [&](const char* name, std::u32string_view value) {
            if (!value.empty()) item[name] = text::toUtf8(value);
        };
        put("type", citations::typeName(known.type));
        put("symbol", known.symbol);
        put("name", known.name);
        if (known.date) item["date"] = citations::isoOf(*known.date);
        else if (known.year > 0) item["year"] = known.year;
        put("issuer", known.issuer);
        put("subject", known.subject);
        const auto opener = std::find_if(kOpeners.begin(), kOpeners.end(), [&](const OpenerName& entry) { return entry.opener == known.opener; });
        if (opener != kOpeners.end() && !known.subject.empty()) item["opener"] = opener->name;
        if (!one.seen.empty()) item["seen"] = one.seen;
        for (const Contested& other : one.others) {
            const auto matter = std::find_if(kMatters.begin(), kMatters.end(), [&](const MatterName& entry) { return entry.matter == other.matter; });
            item["others"].push_back({{"matter", matter->name}, {"value", text::toUtf8(other.words)}, {"seen", other.seen}});
        }
        list.push_back(std::move(item));
    }
    return Json{{"schema", kSchema}, {"documents", std::move(list)}}.dump(2) + "\n";
}

CitedDocuments readCitedDocuments(std::string_view text, const std::string& file, report::Language language) { return Reader(text, file, language).run(); }

std::string writeCitedCsv(const CitedDocuments& documents, report::Language language) {
    std::vector<citations::CsvRow> rows(1);
    for (const char* title : kTitles) rows.front().push_back(report::text(language, title));
    for (const CitedDocument& one : documents.documents()) {
        const Particulars& known = one.known;
        std::u32string type(citations::typeName(known.type));
        if (!known.name.empty()) type += U' ' + known.name;
        const std::u32string date = known.date        ? citations::dateWords(*known.date, citations::DateStyle::slashes)
                                    : known.year > 0 ? text::fromUtf8(std::to_string(known.year))
                                                     : std::u32string();
        rows.push_back({text::toUtf8(type), text::toUtf8(known.symbol), text::toUtf8(date), text::toUtf8(known.issuer),
                        text::toUtf8(citations::subjectWords(known))});
    }
    return citations::writeCsv(rows);
}

std::string citedBrief(report::Language language, const CitedDocument& document) {
    return (document.others.empty() ? "" : "⚠ ") + report::documentBrief(language, document.known, 1);
}

std::string citedDetail(report::Language language, const CitedDocument& document, citations::DateStyle style) {
    std::string out = text::toUtf8(citations::fullCitation(document.known, style));
    const auto line = [&](const std::string& one) {
        if (!one.empty()) out += '\n' + one;
    };
    if (document.known.law()) {
        // cited by its name alone; which law it is, its date tells
        std::u32string which = document.known.symbol;
        const std::u32string date = document.known.date        ? citations::dateWords(*document.known.date, style)
                                    : document.known.year > 0 ? text::fromUtf8(std::to_string(document.known.year))
                                                              : std::u32string();
        if (!date.empty()) which += (which.empty() ? U"" : U", ") + date;
        line(text::toUtf8(which));
    }
    line(report::missingWords(language, citations::missingOf(document.known)));
    for (const Contested& other : document.others) {
        std::u32string words = other.words;
        if (other.matter == Contested::Matter::date) {
            if (const auto date = dateOf(text::toUtf8(words))) words = U"ngày " + citations::dateWords(*date, style);
        } else if (other.matter == Contested::Matter::issuer) {
            words = U"của " + words;
        }
        line(report::text(language, "cited.other", {text::toUtf8(words), shownDay(other.seen)}));
    }
    if (!document.seen.empty()) line(report::text(language, "cited.seen", {shownDay(document.seen)}));
    return out;
}

CsvImport readCitedCsv(std::string_view csv, const std::string& file, report::Language language) {
    const auto refuse = [&](const char* key) { throw report::DataError(report::text(language, key, {file})); };
    if (text::fromUtf8(csv).find(U'\uFFFD') != std::u32string::npos) refuse("cited.error.encoding");
    const std::vector<citations::CsvRow> rows = citations::readCsv(csv);
    std::array<std::size_t, kColumns> at;
    at.fill(std::string::npos);
    if (!rows.empty()) {
        for (std::size_t column = 0; column < kColumns; ++column) {
            for (const report::Language one : {report::Language::vi, report::Language::en}) {
                const std::u32string title = text::skeleton(text::fromUtf8(report::text(one, kTitles[column])));
                for (std::size_t i = 0; i < rows.front().size(); ++i) {
                    if (at[column] == std::string::npos && text::skeleton(text::fromUtf8(rows.front()[i])) == title) at[column] = i;
                }
            }
        }
    }
    if (at[kType] == std::string::npos || at[kSymbol] == std::string::npos || at[kDate] == std::string::npos) refuse("cited.error.columns");
    CsvImport out;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        const auto cell = [&](Column column) {
            return at[column] < rows[row].size() ? text::squeeze(text::fromUtf8(rows[row][at[column]])) : std::u32string();
        };
        Particulars known;
        takeType(known, cell(kType));
        known.symbol = symbolIn(cell(kSymbol));
        known.date = dateIn(cell(kDate));
        known.year = known.date ? known.date->year : yearIn(cell(kDate));
        known.issuer = cell(kIssuer);
        if (!known.law()) takeSubject(known, cell(kSubject));
        if (rememberable(known)) out.documents.push_back(std::move(known));
        else out.skipped.push_back(row + 1);
    }
    return out;
}

}  // namespace thethuc::app
