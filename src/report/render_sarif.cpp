#include <map>

#include "report/render.hpp"

namespace thethuc::report {

namespace {

/// A path as the relative or file URI that SARIF asks for.
std::string uri(const std::string& path) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (path.find("://") != std::string::npos) return path;
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4u];
            out += kHex[byte & 15u];
        }
    }
    return out;
}

std::string level(const std::string& severity) { return severity == "info" ? "note" : severity; }

}  // namespace

std::string renderSarif(Language language, std::string_view checkJson) {
    const auto json = render::read(checkJson, "documents");
    Json rules = Json::array();
    Json results = Json::array();
    Json notifications = Json::array();
    std::map<std::string, std::size_t> indexes;
    bool complete = true;
    for (const auto& document : json.at("documents")) {
        const auto location = uri(document.at("path").get<std::string>());
        const Json artifact{{"uri", location}};
        if (!document.at("error").is_null()) {
            complete = false;
            notifications.push_back({{"level", "error"},
                                     {"message", {{"text", document.at("error")}}},
                                     {"locations", Json::array({{{"physicalLocation", {{"artifactLocation", artifact}}}}})}});
            continue;
        }
        for (const auto& finding : document.at("findings")) {
            const auto id = finding.at("rule").get<std::string>();
            const auto [known, added] = indexes.try_emplace(id, indexes.size());
            if (added) {
                rules.push_back({{"id", id},
                                 {"shortDescription", {{"text", ruleName(language, id)}}},
                                 {"help", {{"text", finding.at("clause")}}}});
            }
            const auto& at = finding.at("at");
            const std::string logical = at.at("where").get<std::string>() + "/" + std::to_string(at.at("story").get<std::int64_t>()) +
                                        "/" + std::to_string(at.at("paragraph").get<std::int64_t>());
            Json result{{"ruleId", id},
                        {"ruleIndex", known->second},
                        {"level", level(finding.at("severity").get<std::string>())},
                        {"message", {{"text", finding.at("message")}}},
                        {"locations",
                         Json::array({{{"physicalLocation", {{"artifactLocation", artifact}}},
                                       {"logicalLocations", Json::array({{{"fullyQualifiedName", logical}, {"kind", "element"}}})}}})},
                        {"properties",
                         {{"at", at},
                          {"expected", finding.at("expected")},
                          {"actual", finding.at("actual")},
                          {"count", finding.at("count")},
                          {"fix", finding.at("fix")},
                          {"source", finding.at("source")}}}};
            results.push_back(std::move(result));
        }
    }
    Json invocation{{"executionSuccessful", complete}};
    if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
    Json run{{"tool",
              {{"driver",
                {{"name", "thethuc"}, {"version", json.at("tool").at("version")}, {"language", std::string(name(language))}, {"rules", std::move(rules)}}}}},
             {"invocations", Json::array({std::move(invocation)})},
             {"columnKind", "unicodeCodePoints"},
             {"results", std::move(results)}};
    const Json out{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
    return out.dump(2) + '\n';
}

}  // namespace thethuc::report
