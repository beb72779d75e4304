// Figures as JSON, text and CSV.
#include <algorithm>
#include <map>

#include "report/json.hpp"
#include "report/render.hpp"
#include "text/text.hpp"

namespace thethuc::report {

namespace {

constexpr int kSchema = 1;
constexpr std::size_t kTextLength = 200;

std::string cell(const std::string& value) {
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string stringOf(const Json& object, const char* member) {
    const auto found = object.find(member);
    return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

std::string joinedParts(const Json& figure) {
    std::string out;
    const auto found = figure.find("parts");
    if (found == figure.end()) return out;
    for (const auto& part : *found) out += (out.empty() ? "" : "+") + part.get<std::string>();
    return out;
}

/// Machine digits as a Vietnamese reader writes them.
std::string shown(const std::string& plain, bool percent) {
    const auto reading = plain.find('.') == std::string::npos ? number::read(text::fromUtf8(plain)) : number::Reading();
    number::Decimal value;
    if (reading.value) {
        value = *reading.value;
    } else {
        const auto point = plain.find('.');
        const std::string digits = plain.substr(0, point) + plain.substr(point + 1);
        value = number::Decimal(number::Integer(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1))),
                                static_cast<std::int32_t>(plain.size() - point - 1));
    }
    return number::print(value) + (percent ? "%" : "");
}

/// “12 trong 13 tỷ lệ đúng, 1 sai số làm tròn; 5 trong 5 tổng đúng”
std::string summary(Language language, const Json& figures) {
    std::string out;
    for (const char* kind : {"ratio", "sum"}) {
        std::map<std::string, std::size_t> verdicts;
        std::size_t all = 0;
        for (const auto& figure : figures) {
            if (figure.at("kind") != kind) continue;
            ++all;
            ++verdicts[figure.at("verdict").get<std::string>()];
        }
        if (all == 0) continue;
        if (!out.empty()) out += "; ";
        out += text(language, std::string("figures.") + kind + "s", std::to_string(verdicts["ok"]), std::to_string(all));
        for (const char* verdict : {"rounding", "wrong", "unclear"}) {
            if (verdicts[verdict] > 0) out += ", " + text(language, std::string("figures.") + verdict, std::to_string(verdicts[verdict]));
        }
    }
    return out.empty() ? text(language, "figures.none") : out + '.';
}

}  // namespace

Json figureJson(Language language, const model::Document& document, const figures::Figure& figure, std::int32_t page) {
    const bool sum = figure.kind == figures::Kind::sum;
    Json out;
    out["kind"] = figures::name(figure.kind);
    out["text"] = text::toUtf8(text::abridged(figure.text, kTextLength));
    out["numerator"] = sum ? Json(nullptr) : Json(number::plain(figure.numerator.value));
    out["denominator"] = sum ? Json(nullptr) : Json(number::plain(figure.denominator.value));
    if (sum) {
        out["parts"] = Json::array();
        for (const auto& part : figure.parts) out["parts"].push_back(number::plain(part.value));
    }
    out["claimed"] = number::plain(figure.claimed.value);
    out["correct"] = number::plain(figure.correct);
    out["verdict"] = figures::name(figure.verdict);
    out["relation"] = figures::name(figure.relation);
    if (figure.doubt != figures::Doubt::none) out["reason"] = text(language, figures::key(figure.doubt));
    out["at"] = placeJson(document, figure.at, page);
    out["claimed_at"] = placeJson(document, figure.claimed.at, page);
    return out;
}

Json figuresJson(std::vector<Json> documents) {
    Json out;
    out["schema"] = kSchema;
    out["tool"] = {{"name", "thethuc"}, {"version", version()}};
    out["documents"] = Json::array();
    for (auto& document : documents) out["documents"].push_back(std::move(document));
    return out;
}

std::string renderFiguresText(Language language, std::string_view figuresJson) {
    const auto json = render::read(figuresJson, "documents");
    std::string out;
    for (const auto& document : json.at("documents")) {
        if (!out.empty()) out += '\n';
        const auto& figures = document.at("figures");
        out += text(language, "figures.head", stringOf(document, "path"), summary(language, figures)) + '\n';
        for (const auto& figure : figures) {
            const std::string verdict = figure.at("verdict").get<std::string>();
            const bool percent = figure.at("kind") == "ratio" && figure.at("relation") != "points";
            const std::string second = verdict == "unclear" ? stringOf(figure, "reason") : shown(figure.at("correct").get<std::string>(), percent);
            out += "  " + text(language, "figures.line." + verdict, figure.at("text").get<std::string>(), second);
            out += "  " + text(language, "figures.page", std::to_string(figure.at("at").at("page").get<std::int64_t>())) + '\n';
        }
    }
    return out;
}

std::string renderFiguresCsv(std::string_view figuresJson) {
    const auto json = render::read(figuresJson, "documents");
    std::string out = "path,kind,relation,verdict,claimed,correct,numerator,denominator,parts,page,text,reason\n";
    for (const auto& document : json.at("documents")) {
        for (const auto& figure : document.at("figures")) {
            const std::string cells[] = {stringOf(document, "path"),  stringOf(figure, "kind"),      stringOf(figure, "relation"),
                                         stringOf(figure, "verdict"), stringOf(figure, "claimed"),   stringOf(figure, "correct"),
                                         stringOf(figure, "numerator"), stringOf(figure, "denominator"), joinedParts(figure),
                                         std::to_string(figure.at("at").at("page").get<std::int64_t>()), stringOf(figure, "text"), stringOf(figure, "reason")};
            bool first = true;
            for (const std::string& value : cells) {
                if (!first) out += ',';
                out += cell(value);
                first = false;
            }
            out += '\n';
        }
    }
    return out;
}

}  // namespace thethuc::report
