#include "report/citations.hpp"

#include <algorithm>
#include <stdexcept>

#include "citations/csv.hpp"
#include "text/text.hpp"

namespace thethuc::report {

namespace {

Json orNull(std::u32string_view value) { return value.empty() ? Json(nullptr) : Json(text::toUtf8(value)); }

Json missingJson(citations::Parts missing) {
    struct Named {
        citations::Part part;
        const char* name;
    };
    static constexpr Named kNames[] = {{citations::kPartType, "type"}, {citations::kPartSo, "so"},         {citations::kPartSymbol, "symbol"},
                                       {citations::kPartDate, "date"}, {citations::kPartIssuer, "issuer"}, {citations::kPartSubject, "subject"}};
    Json out = Json::array();
    for (const Named& one : kNames) {
        if ((missing & one.part) != 0) out.push_back(one.name);
    }
    return out;
}

Json dateJson(const std::optional<citations::Date>& date) { return date ? Json(citations::isoOf(*date)) : Json(nullptr); }
Json yearJson(std::int32_t year) { return year > 0 ? Json(year) : Json(nullptr); }

Json mentionJson(const model::Document& document, const citations::Mention& mention, std::int32_t page) {
    const citations::Parsed& one = mention.parsed;
    return {{"at", placeJson(document, mention.at, page)},
            {"text", text::toUtf8(text::squeeze(mention.text))},
            {"form", citations::name(mention.form)},
            {"parts",
             {{"type", text::toUtf8(citations::typeName(one.type))},
              {"symbol", orNull(one.numberAndSymbol())},
              {"date", dateJson(one.date.value)},
              {"year", yearJson(one.date.year)},
              {"issuer", orNull(one.issuer)},
              {"subject", orNull(one.subject)}}},
            {"missing", missingJson(mention.missing)}};
}

Json parse(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("documents") || !json["documents"].is_array()) {
        throw std::invalid_argument("not the JSON of cite");
    }
    return json;
}

std::string stringOf(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// “07/7/2025” of “2025-07-07”, as the decree writes days below ten and the months 1 and 2.
std::string dayOf(const std::string& iso) {
    if (iso.size() != 10) return iso;
    std::string month = iso.substr(5, 2);
    if (month[0] == '0' && month[1] >= '3') month.erase(0, 1);
    return iso.substr(8, 2) + '/' + month + '/' + iso.substr(0, 4);
}

std::string dateText(const Json& citation) {
    if (const std::string date = stringOf(citation, "date"); !date.empty()) return dayOf(date);
    const auto year = citation.find("year");
    return year != citation.end() && year->is_number_integer() ? std::to_string(year->get<int>()) : std::string();
}

/// “Quyết định số 42/QĐ-UBND”, “Luật Đất đai”.
std::string titleText(Language language, const Json& citation) {
    std::string out = stringOf(citation, "type");
    if (out.empty()) out = text(language, "cite.document");
    if (const std::string name = stringOf(citation, "name"); !name.empty()) out += ' ' + name;
    if (const std::string symbol = stringOf(citation, "symbol"); !symbol.empty()) out += ' ' + text(language, "cite.number", {symbol});
    return out;
}

std::string pagesText(const Json& citation) {
    std::string out;
    std::int64_t before = 0;
    for (const Json& mention : citation.at("mentions")) {
        const auto page = mention.at("at").value("page", std::int64_t{0});
        if (page == before || page <= 0) continue;
        if (!out.empty()) out += ", ";
        out += std::to_string(page);
        before = page;
    }
    return out;
}

}  // namespace

Json citationsJson(const model::Document& document, const citations::Ledger& ledger,
                   const std::function<std::int32_t(const model::Range&)>& pageOf) {
    Json out = Json::array();
    for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
        const citations::Entry& entry = ledger.entries[i];
        Json item;
        item["number"] = i + 1;
        item["type"] = text::toUtf8(citations::typeName(entry.type));
        item["symbol"] = orNull(entry.symbol);
        item["date"] = dateJson(entry.date);
        item["issuer"] = orNull(entry.issuer);
        item["subject"] = orNull(entry.subject);
        item["name"] = orNull(entry.name);
        item["year"] = yearJson(entry.year);
        item["mentions"] = Json::array();
        for (const std::size_t which : entry.mentions) {
            const citations::Mention& mention = ledger.mentions[which];
            const std::int32_t page = pageOf ? pageOf(mention.at) : 1;
            item["mentions"].push_back(mentionJson(document, mention, std::max(page, 1)));
        }
        out.push_back(std::move(item));
    }
    return out;
}

Json citeJson(std::vector<std::pair<std::string, Json>> documents) {
    Json out = checkJson({}, {});
    out.erase("ruleset");
    for (auto& [path, citations] : documents) {
        out["documents"].push_back({{"path", std::move(path)}, {"error", nullptr}, {"citations", std::move(citations)}});
    }
    return out;
}

std::string renderCitationsText(Language language, std::string_view citeJson) {
    const Json json = parse(citeJson);
    std::string out;
    const bool several = json["documents"].size() > 1;
    for (const Json& document : json["documents"]) {
        if (several) out += stringOf(document, "path") + '\n';
        const Json& list = document.at("citations");
        std::size_t mentions = 0;
        for (const Json& citation : list) mentions += citation.at("mentions").size();
        out += text(language, list.empty() ? "cite.none" : "cite.head", {std::to_string(list.size()), std::to_string(mentions)}) + '\n';
        for (const Json& citation : list) {
            out += std::to_string(citation.at("number").get<std::size_t>()) + ". " + titleText(language, citation);
            if (const std::string date = dateText(citation); !date.empty()) {
                out += ' ' + text(language, stringOf(citation, "date").empty() ? "cite.year" : "cite.day", {date});
            }
            if (const std::string issuer = stringOf(citation, "issuer"); !issuer.empty()) out += ' ' + text(language, "cite.of", {issuer});
            if (const std::string subject = stringOf(citation, "subject"); !subject.empty()) out += ": " + subject;
            out += '\n';
            for (const Json& mention : citation.at("mentions")) {
                out += "   – " + text(language, "cite.page", {std::to_string(mention.at("at").value("page", 1))}) + ' ' +
                       text(language, "cite.form." + stringOf(mention, "form")) + ": " + stringOf(mention, "text");
                std::string missing;
                for (const Json& part : mention.at("missing")) {
                    if (!missing.empty()) missing += ", ";
                    missing += text(language, "cite.part." + part.get<std::string>());
                }
                if (!missing.empty() && stringOf(mention, "form") == "partial") out += " (" + text(language, "cite.missing", {missing}) + ')';
                out += '\n';
            }
        }
    }
    return out;
}

std::string renderCitationsCsv(Language language, std::string_view citeJson) {
    const Json json = parse(citeJson);
    const bool several = json["documents"].size() > 1;
    std::vector<citations::CsvRow> rows;
    citations::CsvRow head;
    if (several) head.push_back(text(language, "cite.csv.file"));
    for (const char* column : {"number", "type", "symbol", "date", "issuer", "subject", "mentions", "pages"}) {
        head.push_back(text(language, std::string("cite.csv.") + column));
    }
    rows.push_back(std::move(head));
    for (const Json& document : json["documents"]) {
        for (const Json& citation : document.at("citations")) {
            citations::CsvRow row;
            if (several) row.push_back(stringOf(document, "path"));
            std::string type = stringOf(citation, "type");
            if (const std::string name = stringOf(citation, "name"); !name.empty()) type += ' ' + name;
            for (std::string value : {std::to_string(citation.at("number").get<std::size_t>()), std::move(type), stringOf(citation, "symbol"),
                                      dateText(citation), stringOf(citation, "issuer"), stringOf(citation, "subject"),
                                      std::to_string(citation.at("mentions").size()), pagesText(citation)}) {
                row.push_back(std::move(value));
            }
            rows.push_back(std::move(row));
        }
    }
    return citations::writeCsv(rows);
}

}  // namespace thethuc::report
