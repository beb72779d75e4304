#include "report/render.hpp"

namespace thethuc::report {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string string(const Json& value) { return escaped(value.get_ref<const std::string&>()); }

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; }
body { font: 12pt/1.5 "Times New Roman", Tinos, serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 16pt; } h2 { font-size: 14pt; border-bottom: 1px solid; margin-top: 2em; overflow-wrap: anywhere; }
h3 { font-size: 12pt; margin-bottom: .3em; }
ul { list-style: none; padding: 0; margin: 0; }
li { padding: .4em 0 .4em 1.6em; text-indent: -1.6em; break-inside: avoid; }
li > * { text-indent: 0; }
.mark { display: inline-block; width: 1.6em; }
.error .mark { color: #b00020; } .warning .mark { color: #a15c00; } .info .mark { color: #0057a8; }
@media (prefers-color-scheme: dark) { .error .mark { color: #ff8a8a; } .warning .mark { color: #ffc46b; } .info .mark { color: #8fc7ff; } }
.more { display: block; font-size: 10.5pt; opacity: .8; }
.failed { border: 1px solid; padding: .5em 1em; }
@media print { body { margin: 0; max-width: none; } :root { color-scheme: light; } }
)css";

void document(std::string& out, Language language, const Json& entry) {
    out += "<h2>" + string(entry.at("path")) + "</h2>\n";
    if (!entry.at("error").is_null()) {
        out += "<p class=\"failed\">" + escaped(text(language, "report.error", entry.at("error").get<std::string>())) + "</p>\n";
        return;
    }
    const auto& findings = entry.at("findings");
    const auto head = render::kindAndPages(language, entry);
    if (!head.empty()) out += "<p>" + escaped(head) + "</p>\n";
    if (entry.at("scope") != "nd30" && entry.contains("scope_reason") && entry.at("scope_reason").is_string()) {
        out += "<p>" + string(entry.at("scope_reason")) + "</p>\n";
    }
    if (!findings.empty()) out += "<p><strong>" + escaped(render::summary(language, findings)) + "</strong></p>\n";
    else if (entry.at("scope") == "nd30") out += "<p><strong>" + escaped(text(language, "report.clean")) + "</strong></p>\n";
    for (const auto group : render::kGroups) {
        bool open = false;
        for (const auto& finding : findings) {
            if (render::groupOf(finding) != group) continue;
            if (!open) out += "<h3>" + escaped(groupName(language, group)) + "</h3>\n<ul>\n";
            open = true;
            const auto severity = finding.at("severity").get<std::string>();
            out += "<li class=\"" + escaped(severity) + "\"><span class=\"mark\" title=\"" +
                   escaped(text(language, "report.severity." + severity)) + "\">" + render::mark(severity) + "</span>" +
                   string(finding.at("message"));
            std::string place = render::place(language, finding.at("at"));
            const auto count = finding.at("count").get<std::int64_t>();
            if (count > 1) place += "; " + text(language, "report.count", std::to_string(count));
            const auto quoted = finding.at("text").get<std::string>();
            if (!quoted.empty()) place += ": “" + quoted + "”";
            out += "<span class=\"more\">" + escaped(place) + "</span>";
            out += "<span class=\"more\">" + string(finding.at("clause")) + " · " + string(finding.at("rule")) + " · " +
                   escaped(text(language, "report.fix." + finding.at("fix").get<std::string>())) + "</span></li>\n";
        }
        if (open) out += "</ul>\n";
    }
    const auto& person = entry.at("coverage").at("needs_person");
    if (entry.at("coverage").at("applicable").get<std::int64_t>() > 0) {
        out += "<p>" + escaped(render::coverage(language, entry)) + ".</p>\n";
        if (!person.empty()) {
            out += "<ul>\n";
            for (const auto& id : person) out += "<li>" + escaped(ruleName(language, id.get<std::string>())) + "</li>\n";
            out += "</ul>\n";
        }
    }
}

}  // namespace

std::string renderHtml(Language language, std::string_view checkJson) {
    const auto json = render::read(checkJson, "documents");
    const auto title = text(language, "report.title");
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(name(language)) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title) + "</title>\n<style>";
    out += kStyle;
    out += "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n";
    for (const auto& entry : json.at("documents")) document(out, language, entry);
    out += "<p class=\"more\">" + escaped(text(language, "report.made-by", json.at("tool").at("version").get<std::string>(),
                                              json.at("ruleset").get<std::string>())) + "</p>\n</body>\n</html>\n";
    return out;
}

}  // namespace thethuc::report
