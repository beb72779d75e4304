// docs/rules.md: the ruleset as a page for people.
#include <algorithm>

#include "report/json.hpp"
#include "text/text.hpp"

namespace thethuc::report {

namespace {

std::string limitText(const ruleset::Limit& limit) {
    constexpr auto language = Language::vi;
    const auto scale = limit.unit == "cm" ? 1000 : limit.unit == "mm" || limit.unit == "lines" ? 100 : limit.unit == "count" ? 1 : 10;
    const std::string unit = limit.unit == "percent" ? "%" : limit.unit == "lines" ? " dòng" : limit.unit == "count" ? "" : ' ' + limit.unit;
    std::string out;
    if (!limit.oneOf.empty()) {
        for (std::size_t i = 0; i < limit.oneOf.size(); ++i) {
            if (i > 0) out += " hoặc ";
            out += number(language, limit.oneOf[i], scale) + unit;
        }
    } else if (limit.min && limit.max) {
        out = number(language, *limit.min, scale);
        if (*limit.min != *limit.max) out += "–" + number(language, *limit.max, scale);
        out += unit;
    } else if (limit.min) {
        out = "≥ " + number(language, *limit.min, scale) + unit;
    } else if (limit.max) {
        out = "≤ " + number(language, *limit.max, scale) + unit;
    }
    if (!out.empty() && limit.tolerance > 0) out += " ± " + number(language, limit.tolerance, scale) + unit;
    if (limit.is) out += *limit.is ? "có" : "không";
    if (out.empty() && !limit.words.empty() && limit.words.size() <= 3) {
        for (const auto& word : limit.words) {
            if (!out.empty()) out += ", ";
            out += "`" + text::toUtf8(word) + "`";
        }
    } else if (out.empty() && !limit.words.empty()) {
        out = std::to_string(limit.words.size()) + " mục từ";
    }
    return out;
}

std::string severityText(ruleset::Severity value) { return text(Language::vi, "report.severity." + std::string(ruleset::name(value))); }
std::string fixText(ruleset::FixPolicy value) { return text(Language::vi, "report.fix." + std::string(ruleset::name(value))); }

template <class List>
std::string joined(const List& list) {
    std::string out;
    for (const auto& item : list) {
        if (!out.empty()) out += ", ";
        out += item;
    }
    return out;
}

}  // namespace

std::string rulesPage(const ruleset::Ruleset& rules) {
    std::string out = "# Bảng quy tắc (rules)\n\n";
    out += "Trang này được sinh ra từ `extension/rulesets/" + rules.id + ".json`; xin sửa tệp đó, không sửa trang này\n";
    out += "(This page is generated; `tests/unit/catalogue_test.cpp` says how.)\n\n";
    out += "Bộ quy tắc: " + rules.title.at("vi") + " (" + rules.instrument + "), có hiệu lực từ " + rules.effectiveFrom + ". ";
    out += std::to_string(rules.ids().size()) + " quy tắc, " + std::to_string(rules.rows.size()) + " dòng.\n";
    std::string element;
    for (const auto& row : rules.rows) {
        const std::string current = row.id.substr(0, row.id.find('/'));
        if (current != element) {
            element = current;
            out += "\n## " + elementName(Language::vi, row.element, elements::Role::whole) + " (`" + element + "`)\n\n";
            out += "| Quy tắc | Yêu cầu | Giới hạn | Mức | Sửa | Điều khoản | Nguồn |\n|---|---|---|---|---|---|---|\n";
        }
        std::string severity = severityText(row.severity);
        std::string fix = fixText(row.fix);
        for (const auto& band : row.bands) {
            severity += "<br>" + band.name + ": " + severityText(band.severity);
            fix += "<br>" + band.name + ": " + fixText(band.fix);
            if (const auto limit = limitText(band.limit); !limit.empty()) severity += " (" + limit + ")";
        }
        std::string title = row.title.at("vi");
        if (!row.types.empty()) title += " *(" + joined(row.types) + ")*";
        if (!row.notTypes.empty()) title += " *(trừ " + joined(row.notTypes) + ")*";
        out += "| `" + row.id + "`" + (row.key.empty() ? "" : "<br>" + row.key) + (row.retired ? "<br>*không còn dùng*" : "") + " | " + title +
               " | " + limitText(row.limit) + " | " + severity + " | " + fix + " | " + row.clause + " | " + joined(row.source) + " |\n";
    }
    return out;
}

}  // namespace thethuc::report
