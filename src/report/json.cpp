#include "report/json.hpp"

#include <algorithm>

#include "report/citations.hpp"
#include "text/text.hpp"

namespace thethuc::report {

namespace {

constexpr std::size_t kTextLength = 160;
constexpr int kSchema = 1;

std::string_view scopeName(elements::Scope scope) {
    switch (scope) {
        case elements::Scope::nd30: return "nd30";
        case elements::Scope::party: return "party";
        case elements::Scope::legal: return "legal";
        case elements::Scope::other: break;
    }
    return "other";
}

std::string_view whereName(const model::Document& document, const model::Range& range) {
    if (range.story == 0) {
        const auto& paragraphs = document.stories[0].paragraphs;
        const auto index = static_cast<std::size_t>(range.paragraph);
        return index < paragraphs.size() && paragraphs[index].cell >= 0 ? "table" : "body";
    }
    const auto index = static_cast<std::size_t>(range.story);
    if (range.story < 0 || index >= document.stories.size()) return "body";
    switch (document.stories[index].kind) {
        case model::StoryKind::body: return "body";
        case model::StoryKind::frame:
        case model::StoryKind::shapeText: return "frame";
        case model::StoryKind::footnote:
        case model::StoryKind::endnote: return "footnote";
        case model::StoryKind::header: return "header";
        case model::StoryKind::footer: break;
    }
    return "footer";
}

bool exists(const model::Document& document, const model::Range& range) {
    if (range.story < 0 || static_cast<std::size_t>(range.story) >= document.stories.size()) return false;
    const auto& paragraphs = document.stories[static_cast<std::size_t>(range.story)].paragraphs;
    return range.paragraph >= 0 && static_cast<std::size_t>(range.paragraph) < paragraphs.size();
}

/// The text that a range names; the whole paragraph where it names the paragraph itself.
std::u32string_view textAt(const model::Document& document, const model::Range& range) {
    if (!exists(document, range)) return {};
    const std::u32string_view whole = document.at(range).text;
    if (range.length == 0 && range.start == 0) return whole;
    const auto start = std::min(static_cast<std::size_t>(std::max(range.start, 0)), whole.size());
    return whole.substr(start, static_cast<std::size_t>(std::max(range.length, 0)));
}

std::string cut(std::u32string_view text) { return text::toUtf8(text::abridged(text, kTextLength)); }

ruleset::Severity worst(ruleset::Severity a, ruleset::Severity b) {
    return static_cast<ruleset::Severity>(std::max(static_cast<int>(a), static_cast<int>(b)));
}

std::string titleOf(const ruleset::Row& row, Language language) {
    const auto found = row.title.find(std::string(name(language)));
    return found == row.title.end() ? std::string() : found->second;
}

}  // namespace

std::string_view version() noexcept { return THETHUC_VERSION; }

Json placeJson(const model::Document& document, const model::Range& range, std::int32_t page) {
    return {{"where", whereName(document, range)}, {"story", range.story}, {"page", page},
            {"paragraph", range.paragraph},        {"start", range.start}, {"length", range.length}};
}

Json documentJson(Language language, const DocumentReport& report, const ruleset::Ruleset& rules) {
    const auto& document = report.document;
    const auto at = [&](const model::Range& range) {
        const std::int32_t page = report.pageOf ? report.pageOf(range) : 1;
        return placeJson(document, range, std::max(page, 1));
    };
    Json out;
    out["path"] = report.path;
    out["error"] = nullptr;
    out["scope"] = scopeName(report.analysis.scope);
    out["scope_reason"] = report.analysis.scopeReason.empty() ? Json(nullptr) : Json(text(language, report.analysis.scopeReason));
    out["pages"] = document.facts.pages;
    out["type"] = report.analysis.type ? Json(*report.analysis.type) : Json(nullptr);
    Json times;
    for (const char* phase : {"load", "layout", "read", "check"}) {
        const auto found = report.milliseconds.find(phase);
        times[phase] = found == report.milliseconds.end() ? 0 : found->second;
    }
    out["milliseconds"] = times;
    out["coverage"] = {{"applicable", report.result.coverage.applicable.size()},
                       {"checked", report.result.coverage.checked.size()},
                       {"needs_person", report.result.coverage.needsPerson}};
    Json list = Json::array();
    for (const auto& element : report.analysis.elements) {
        if (element.ranges.empty()) continue;
        list.push_back({{"element", elements::name(element.kind)}, {"text", cut(element.text)}, {"at", at(element.ranges.front())}});
    }
    out["elements"] = std::move(list);

    Json findings = Json::array();
    Json ignored = Json::array();
    for (const auto& finding : report.result.findings) {
        const ruleset::Row* row = finding.row >= 0 && static_cast<std::size_t>(finding.row) < rules.rows.size()
                                      ? &rules.rows[static_cast<std::size_t>(finding.row)]
                                      : nullptr;
        const auto place = textAt(document, finding.at.range);
        Json item;
        item["rule"] = finding.rule;
        item["severity"] = ruleset::name(finding.severity);
        item["clause"] = row == nullptr ? std::string() : clause(rules, *row);
        item["source"] = row == nullptr ? Json::array() : Json(row->source);
        item["message"] = sentence(language, finding, rules, place);
        item["expected"] = print(language, finding.expected);
        item["actual"] = print(language, finding.actual);
        item["text"] = cut(place);
        item["at"] = at(finding.at.range);
        item["count"] = finding.count;
        item["fix"] = ruleset::name(finding.fix);
        if (finding.other.fingerprint != 0) item["other"] = at(finding.other.range);
        if (finding.ignored) {
            item["reason"] = text::toUtf8(finding.ignoredReason);
            ignored.push_back(std::move(item));
        } else {
            findings.push_back(std::move(item));
        }
    }
    out["findings"] = std::move(findings);
    out["ignored"] = std::move(ignored);
    out["citations"] = report.citations == nullptr ? Json::array() : citationsJson(document, *report.citations, report.pageOf);
    out["figures"] = Json::array();
    for (const auto& figure : report.figures) {
        const std::int32_t page = report.pageOf ? report.pageOf(figure.at) : 1;
        out["figures"].push_back(figureJson(language, document, figure, std::max(page, 1)));
    }
    return out;
}

Json errorJson(const std::string& path, const std::string& message) {
    Json out;
    out["path"] = path;
    out["error"] = message;
    out["scope"] = "other";
    out["scope_reason"] = nullptr;
    out["pages"] = 0;
    out["type"] = nullptr;
    out["milliseconds"] = {{"load", 0}, {"layout", 0}, {"read", 0}, {"check", 0}};
    out["coverage"] = {{"applicable", 0}, {"checked", 0}, {"needs_person", Json::array()}};
    for (const char* list : {"elements", "findings", "ignored", "citations", "figures"}) out[list] = Json::array();
    return out;
}

Json checkJson(const std::string& ruleset, std::vector<Json> documents) {
    Json out;
    out["schema"] = kSchema;
    out["tool"] = {{"name", "thethuc"}, {"version", version()}};
    out["ruleset"] = ruleset;
    out["documents"] = Json::array();
    for (auto& document : documents) out["documents"].push_back(std::move(document));
    return out;
}

int exitCode(const Json& check) {
    int code = 0;
    for (const auto& document : check.at("documents")) {
        if (!document.at("error").is_null()) return 2;
        for (const auto& finding : document.at("findings")) {
            if (finding.at("severity") == "error") code = 1;
        }
    }
    return code;
}

Json rulesJson(Language language, const ruleset::Ruleset& rules) {
    Json out;
    out["schema"] = kSchema;
    out["tool"] = {{"name", "thethuc"}, {"version", version()}};
    out["ruleset"] = rules.id;
    out["rules"] = Json::array();
    for (const auto& id : rules.ids()) {
        Json rule;
        rule["id"] = id;
        auto severity = ruleset::Severity::info;
        auto fix = ruleset::FixPolicy::none;
        Json clauses = Json::array();
        Json sources = Json::array();
        Json bands = Json::array();
        std::string title;
        std::string why;
        bool retired = true;
        const auto addOnce = [](Json& list, const std::string& value) {
            if (std::find(list.begin(), list.end(), Json(value)) == list.end()) list.push_back(value);
        };
        for (const auto& row : rules.rows) {
            if (row.id != id) continue;
            retired = retired && row.retired;
            severity = worst(severity, row.severity);
            fix = std::max(fix, row.fix);
            addOnce(clauses, clause(rules, row));
            for (const auto& source : row.source) addOnce(sources, source);
            if (!title.empty()) title += ' ';
            title += titleOf(row, language);
            const auto reason = row.why.find(std::string(name(language)));
            if (reason != row.why.end() && why.find(reason->second) == std::string::npos) {
                if (!why.empty()) why += ' ';
                why += reason->second;
            }
            for (const auto& band : row.bands) {
                severity = worst(severity, band.severity);
                fix = std::max(fix, band.fix);
                Json item{{"name", band.name}};
                if (!row.key.empty()) item["for"] = row.key;
                item["severity"] = ruleset::name(band.severity);
                item["fix"] = ruleset::name(band.fix);
                bands.push_back(std::move(item));
            }
        }
        rule["severity"] = ruleset::name(severity);
        rule["clause"] = clauses.front();
        if (clauses.size() > 1) rule["clauses"] = clauses;
        rule["source"] = std::move(sources);
        rule["title"] = title;
        rule["why"] = why;
        rule["fix"] = ruleset::name(fix);
        rule["bands"] = std::move(bands);
        if (retired) rule["retired"] = true;
        out["rules"].push_back(std::move(rule));
    }
    return out;
}

std::string ruleName(Language language, std::string_view id) {
    const auto slash = id.find('/');
    if (slash == std::string_view::npos) return std::string(id);
    const auto kind = elements::kindOf(id.substr(0, slash));
    const std::string property = text(language, "property." + std::string(id.substr(slash + 1)));
    if (!kind) return std::string(id);
    if (*kind == elements::Kind::trang) return property;
    if (id.substr(slash + 1) == "present") return elementName(language, *kind, elements::Role::whole);
    auto lower = text::fromUtf8(property);
    if (!lower.empty()) lower[0] = text::toLower(lower[0]);
    return elementName(language, *kind, elements::Role::whole) + ": " + text::toUtf8(lower);
}

}  // namespace thethuc::report
