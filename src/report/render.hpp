// Shared by the renderers of the JSON of `check`. Not for other rooms.
#pragma once

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "report/json.hpp"

namespace thethuc::report::render {

/// The JSON of `check`; throws std::invalid_argument where the text is none.
[[nodiscard]] inline Json read(std::string_view text, const char* list) {
    auto json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains(list) || !json[list].is_array()) {
        throw std::invalid_argument("not the JSON that was expected");
    }
    return json;
}

struct Counts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
};

[[nodiscard]] inline Counts count(const Json& findings) {
    Counts out;
    for (const auto& finding : findings) {
        const auto& severity = finding.at("severity").get_ref<const std::string&>();
        ++(severity == "error" ? out.errors : severity == "warning" ? out.warnings : out.infos);
    }
    return out;
}

[[nodiscard]] inline std::string summary(Language language, const Json& findings) {
    const auto counts = count(findings);
    return text(language, "report.summary", std::to_string(counts.errors), std::to_string(counts.warnings),
                std::to_string(counts.infos));
}

[[nodiscard]] inline std::string mark(std::string_view severity) {
    return severity == "error" ? "●" : severity == "warning" ? "▲" : "ℹ";
}

[[nodiscard]] inline Group groupOf(const Json& finding) {
    const auto& rule = finding.at("rule").get_ref<const std::string&>();
    const auto kind = elements::kindOf(std::string_view(rule).substr(0, rule.find('/')));
    return kind ? group(*kind) : Group::body;
}

inline constexpr std::array kGroups{Group::page, Group::head, Group::body, Group::end, Group::appendix, Group::copy};

/// “Báo cáo, 12 trang”: type and pages, as far as they are known.
[[nodiscard]] inline std::string kindAndPages(Language language, const Json& document) {
    std::string out;
    if (document.at("type").is_string()) {
        const std::string key = "type." + document.at("type").get<std::string>();
        out = hasText(language, key) ? text(language, key) : document.at("type").get<std::string>();
    }
    const auto pages = document.at("pages").get<std::int64_t>();
    if (pages > 0) {
        if (!out.empty()) out += ", ";
        out += text(language, pages == 1 ? "report.page" : "report.pages", std::to_string(pages));
    }
    return out;
}

[[nodiscard]] inline std::string coverage(Language language, const Json& document) {
    const auto& cover = document.at("coverage");
    const auto& person = cover.at("needs_person");
    return text(language, "report.coverage", std::to_string(cover.at("applicable").get<std::int64_t>()),
                std::to_string(cover.at("checked").get<std::int64_t>()), std::to_string(person.size()));
}

/// Where the finding stands, for a reader: “trang 3” or “cước chú, trang 3”.
[[nodiscard]] inline std::string place(Language language, const Json& at) {
    const auto page = text(language, "report.at-page", std::to_string(at.at("page").get<std::int64_t>()));
    const std::string key = "report.where." + at.at("where").get<std::string>();
    return hasText(language, key) ? text(language, key) + ", " + page : page;
}

}  // namespace thethuc::report::render
