#include "report/render.hpp"

namespace thethuc::report {

namespace {

void document(std::string& out, Language language, const Json& entry) {
    out += entry.at("path").get<std::string>() + '\n';
    if (!entry.at("error").is_null()) {
        out += "  " + text(language, "report.error", entry.at("error").get<std::string>()) + '\n';
        return;
    }
    const auto& findings = entry.at("findings");
    const auto head = render::kindAndPages(language, entry);
    if (!head.empty()) out += "  " + head + '\n';
    if (entry.at("scope") != "nd30" && entry.contains("scope_reason") && entry.at("scope_reason").is_string()) {
        out += "  " + entry.at("scope_reason").get<std::string>() + '\n';
    }
    for (const auto group : render::kGroups) {
        bool titled = false;
        for (const auto& finding : findings) {
            if (render::groupOf(finding) != group) continue;
            if (!titled) out += "\n  " + groupName(language, group) + '\n';
            titled = true;
            out += "  " + render::mark(finding.at("severity").get<std::string>()) + ' ' + finding.at("message").get<std::string>() + '\n';
            std::string second = render::place(language, finding.at("at"));
            const auto count = finding.at("count").get<std::int64_t>();
            if (count > 1) second += "; " + text(language, "report.count", std::to_string(count));
            const auto quoted = finding.at("text").get<std::string>();
            if (!quoted.empty()) second += ": “" + quoted + "”";
            out += "      " + second + '\n';
            out += "      " + finding.at("clause").get<std::string>() + "  [" + finding.at("rule").get<std::string>() + "]  " +
                   text(language, "report.fix." + finding.at("fix").get<std::string>()) + '\n';
        }
    }
    if (findings.empty()) {
        if (entry.at("scope") == "nd30") out += "  " + text(language, "report.clean") + '\n';
    } else {
        out += "\n  " + render::summary(language, findings) + '\n';
    }
    if (entry.contains("ignored") && !entry.at("ignored").empty()) {
        out += "  " + text(language, "report.ignored", std::to_string(entry.at("ignored").size())) + '\n';
    }
    if (entry.at("coverage").at("applicable").get<std::int64_t>() > 0) {
        out += "  " + render::coverage(language, entry);
        const auto& person = entry.at("coverage").at("needs_person");
        for (std::size_t i = 0; i < person.size(); ++i) {
            out += (i == 0 ? ": " : "; ") + ruleName(language, person[i].get<std::string>());
        }
        out += ".\n";
    }
}

}  // namespace

std::string renderText(Language language, std::string_view checkJson) {
    const auto json = render::read(checkJson, "documents");
    std::string out;
    for (const auto& entry : json.at("documents")) {
        if (!out.empty()) out += '\n';
        document(out, language, entry);
    }
    return out;
}

std::string renderRulesText(Language language, std::string_view rulesJson) {
    const auto json = render::read(rulesJson, "rules");
    std::string out;
    for (const auto& rule : json.at("rules")) {
        const auto severity = rule.at("severity").get<std::string>();
        out += rule.at("id").get<std::string>() + "  " + render::mark(severity) + ' ' +
               text(language, "report.severity." + severity) + "  " +
               text(language, "report.fix." + rule.at("fix").get<std::string>()) + '\n';
        out += "    " + rule.at("title").get<std::string>() + '\n';
        out += "    " + rule.at("clause").get<std::string>() + '\n';
    }
    return out;
}

}  // namespace thethuc::report
