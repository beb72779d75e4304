#include "app/new_document.hpp"

#include <algorithm>

#include "draft/flat_odf.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kBlankNumber = "        ";
constexpr const char* kBlankDay = "      ";

Lines parted(const std::string& value) {
    Lines lines;
    std::size_t from = 0;
    while (true) {
        const auto bar = value.find('|', from);
        lines.push_back(value.substr(from, bar == std::string::npos ? bar : bar - from));
        if (bar == std::string::npos) return lines;
        from = bar + 1;
    }
}

std::string joined(const Lines& lines) {
    std::string out;
    for (const std::string& one : lines) out += (out.empty() ? "" : " ") + one;
    return out;
}

/// Numbers and days below 10, months 1 and 2 with a nought in front (Mục II, khoản 3, điểm a; khoản 4, điểm b).
std::string padded(const std::string& value, char last) {
    return value.size() == 1 && value[0] >= '1' && value[0] <= last ? "0" + value : value;
}

/// The first letter of a subject is a capital, whatever the person typed.
std::string sentence(const std::string& line) {
    const std::u32string letters = text::fromUtf8(line);
    return letters.empty() ? line : text::toUtf8(text::toUpper(letters.substr(0, 1)) + letters.substr(1));
}

/// Who issues, as the line above the legal basis says it: the collective of “TM.”, else the office of the signer.
std::string issuerOf(const Lines& authority, const Lines& agency) {
    const std::string whole = joined(agency);
    if (authority.empty()) return whole;
    const std::string& first = authority.front();
    if (first.starts_with("TM. ")) return whole;
    const std::string office = first.starts_with("KT. ") ? first.substr(4) : authority.back();
    return office.find(agency.front()) == std::string::npos ? office + " " + whole : office;
}

}  // namespace

Prepared prepare(const draft::Templates& templates, const std::string& type, const AgencyProfile* profile,
                 const std::map<std::string, std::string>& set, std::int32_t year, report::Language language) {
    const draft::TypeTemplate& chosen = draft::typeOf(templates, type, language);
    for (const auto& [key, value] : set) {
        const auto& keys = draftKeys();
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        std::string known;
        for (const std::string& one : keys) known += (known.empty() ? "" : ", ") + one;
        throw draft::TemplateError(report::text(language, "draft.error.key", {key, known}));
    }
    const auto given = [&](const char* key, Lines otherwise) {
        const auto found = set.find(key);
        return found == set.end() || found->second.empty() ? std::move(otherwise) : parted(found->second);
    };
    const auto one = [&](const char* key, const std::string& otherwise) { return joined(given(key, {otherwise})); };
    const auto known = [](const std::string& value, const char* otherwise) { return value.empty() ? std::string(otherwise) : value; };
    static const AgencyProfile kNobody{};
    const AgencyProfile& own = profile != nullptr ? *profile : kNobody;

    draft::Content content;
    const auto superior = set.find("superior");  // an empty one takes the profile's away
    const bool none = own.superiorAgency.empty() || (superior != set.end() && superior->second.empty());
    content.superiorAgency = given("superior", none ? Lines{} : Lines{own.superiorAgency});
    content.agency = given("agency", own.agency.empty() ? Lines{"TÊN CƠ QUAN, TỔ CHỨC"} : own.agency);
    content.number = padded(one("number", kBlankNumber), '9');
    content.place = one("place", known(own.place, "[Địa danh]")) + ", ngày " + padded(one("day", kBlankDay), '9') + " tháng " +
                    padded(one("month", kBlankDay), '2') + " năm " + one("year", std::to_string(year));
    content.addressee = one("addressee", "[Tên cơ quan, tổ chức, cá nhân nhận]");
    const Signer* signer = own.signers.empty() ? nullptr : &own.signers.front();
    content.authority = given("authority", signer != nullptr ? signer->authority : Lines{"QUYỀN HẠN, CHỨC VỤ"});
    content.signer = one("signer", signer != nullptr ? signer->name : "[Họ và tên]");

    const std::string unit = one("unit", own.draftingUnit);
    draft::Values values{{"abbreviation", {one("abbreviation", known(own.abbreviation, "..."))}},
                         {"agencyName", {one("agencyName", known(own.name, "[Tên cơ quan, tổ chức]"))}},
                         {"issuer", {issuerOf(content.authority, content.agency)}},
                         {"unitDash", {unit.empty() ? "" : "-" + unit}},
                         {"unitTail", {unit.empty() ? "" : ", " + unit}}};
    const Lines subject = given("subject", {"[trích yếu nội dung]"});
    for (std::size_t i = 0; i < subject.size() && !chosen.subject.empty(); ++i) {
        values["subject"] = {subject[i]};
        content.subject.push_back(i == 0 ? draft::fill(chosen.subject, values) : subject[i]);
    }
    values["subject"] = subject;
    if (!content.subject.empty()) content.subject.front() = sentence(content.subject.front());
    // Symbols that the agency writes in its own way win over the pattern of the type.
    draft::TypeTemplate form = chosen;
    if (const auto pattern = own.symbols.find(type); pattern != own.symbols.end() && !form.symbol.empty()) form.symbol = pattern->second;
    for (const std::string& line : given("recipients", form.recipients)) content.recipients.push_back(draft::fill(line, values));

    const auto decimal = [](std::int32_t value, std::int32_t scale) {
        std::string text = std::to_string(value / scale);
        std::string rest = std::to_string(value % scale + scale).substr(1);
        rest.erase(rest.find_last_not_of('0') + 1);
        return rest.empty() ? text : text + "." + rest;
    };
    values["bodySize"] = {decimal(own.bodySize.value_or(140), 10)};
    values["firstLineIndent"] = {decimal(own.firstLineIndent.value_or(1270), 1000)};
    values["lineSpacing"] = {std::to_string(own.lineSpacing.value_or(100))};
    values["paragraphSpacing"] = {decimal(own.paragraphSpacing.value_or(60), 10)};
    Prepared result{std::move(form), std::move(content), std::move(values), {}, {}};
    result.symbol = draft::fill(result.form.symbol, result.values);
    for (const auto& [key, value] : set) {
        if (!value.empty()) result.known.push_back(key);
    }
    const auto from = [&](const char* key, bool has) {
        if (has && !result.knows(key)) result.known.emplace_back(key);
    };
    from("superior", !own.superiorAgency.empty());
    from("agency", !own.agency.empty());
    from("place", !own.place.empty());
    from("abbreviation", !own.abbreviation.empty());
    from("authority", signer != nullptr);
    from("signer", signer != nullptr);
    return result;
}

bool Prepared::knows(std::string_view key) const { return std::find(known.begin(), known.end(), key) != known.end(); }

const std::vector<std::string>& draftKeys() {
    static const std::vector<std::string> keys{"abbreviation", "addressee", "agency", "agencyName", "authority", "day",     "month",
                                               "number",       "place",     "recipients", "signer",  "subject",   "superior", "unit", "year"};
    return keys;
}

std::string newDocument(const draft::Templates& templates, const std::string& type, const AgencyProfile* profile,
                        const std::map<std::string, std::string>& set, std::int32_t year, report::Language language) {
    const Prepared ready = prepare(templates, type, profile, set, year, language);
    return draft::flatOdf(templates, ready.form, ready.content, ready.values);
}

std::string newPart(const draft::Templates& templates, const std::string& type, draft::Part part, const AgencyProfile* profile,
                    const std::map<std::string, std::string>& set, std::int32_t year, report::Language language) {
    const Prepared ready = prepare(templates, type, profile, set, year, language);
    return draft::partOdf(templates, ready.form, part, ready.content, ready.values);
}

}  // namespace thethuc::app
