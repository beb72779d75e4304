#include "app/agency_profile.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>

#include <nlohmann/json.hpp>

#include "report/messages.hpp"
#include "ruleset/json_lines.hpp"

namespace thethuc::app {

namespace {

using nlohmann::json;

class Reader {
public:
    Reader(std::string_view text, const std::string& file, report::Language language, const ruleset::Ruleset* ruleset)
        : text_(text), file_(file), language_(language), ruleset_(ruleset) {}

    AgencyProfile read() {
        json root;
        try {
            root = json::parse(text_);
        } catch (const json::parse_error& error) {
            const auto line = ruleset::lineAt(text_, error.byte == 0 ? 0 : error.byte - 1);
            throw AgencyProfileError(report::text(language_, "profile.error.json", file_, std::to_string(line)));
        }
        lines_.emplace(text_);
        if (!lines_->duplicate().empty()) fail(lines_->duplicate(), "profile.error.duplicate");
        members(root, "", {"schema", "name", "superiorAgency", "agency", "place", "abbreviation", "draftingUnit", "abbreviations", "signers",
                           "recipients", "symbols", "choices", "check"});
        for (const char* key : {"schema", "name", "agency"}) {
            if (!root.contains(key)) fail("", "profile.error.missing", key);
        }
        if (root["schema"] != 1) fail("/schema", "profile.error.schema");
        AgencyProfile profile;
        profile.name = string(root, "", "name");
        if (profile.name.empty()) fail("/name", "profile.error.empty");
        profile.superiorAgency = string(root, "", "superiorAgency");
        profile.agency = strings(root, "", "agency");
        if (profile.agency.empty()) fail("/agency", "profile.error.empty");
        profile.place = string(root, "", "place");
        profile.abbreviation = string(root, "", "abbreviation");
        profile.draftingUnit = string(root, "", "draftingUnit");
        profile.abbreviations = dictionary(root, "abbreviations");
        profile.symbols = dictionary(root, "symbols");
        readSigners(root, profile);
        readRecipients(root, profile);
        readChoices(root, profile);
        if (root.contains("check")) {
            const json& check = root["check"];
            members(check, "/check", {"ruleset", "off"});
            profile.ruleset = string(check, "/check", "ruleset");
            profile.rulesOff = strings(check, "/check", "off");
            verify(profile);
        }
        return profile;
    }

private:
    std::string_view text_;
    const std::string& file_;
    report::Language language_;
    const ruleset::Ruleset* ruleset_;
    std::optional<ruleset::JsonLines> lines_;

    [[noreturn]] void fail(const std::string& pointer, const char* key, const std::string& argument = {}) const {
        const std::string place = file_ + ":" + std::to_string(lines_->line(pointer)) + ": " + (pointer.empty() ? "/" : pointer);
        throw AgencyProfileError(place + ": " + report::text(language_, key, argument));
    }

    void verify(const AgencyProfile& profile) const {
        if (ruleset_ == nullptr) return;
        if (!profile.ruleset.empty() && profile.ruleset != ruleset_->id) fail("/check/ruleset", "profile.error.ruleset", profile.ruleset);
        for (std::size_t i = 0; i < profile.rulesOff.size(); ++i) {
            const auto& rows = ruleset_->rows;
            const bool known = std::any_of(rows.begin(), rows.end(), [&](const ruleset::Row& row) { return row.id == profile.rulesOff[i]; });
            if (!known) fail("/check/off/" + std::to_string(i), "profile.error.rule", profile.rulesOff[i]);
        }
    }

    void members(const json& object, const std::string& pointer, std::initializer_list<std::string_view> known) const {
        if (!object.is_object()) fail(pointer, "profile.error.object");
        for (const auto& [key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) == known.end()) fail(pointer + "/" + key, "profile.error.unknown", key);
        }
    }

    std::string text(const json& value, const std::string& pointer) const {
        if (!value.is_string()) fail(pointer, "profile.error.string");
        return value.get<std::string>();
    }

    std::string string(const json& object, const std::string& pointer, const char* key) const {
        return object.contains(key) ? text(object[key], pointer + "/" + key) : std::string();
    }

    std::vector<std::string> list(const json& value, const std::string& pointer) const {
        if (!value.is_array()) fail(pointer, "profile.error.list");
        std::vector<std::string> out;
        for (std::size_t i = 0; i < value.size(); ++i) out.push_back(text(value[i], pointer + "/" + std::to_string(i)));
        return out;
    }

    std::vector<std::string> strings(const json& object, const std::string& pointer, const char* key) const {
        return object.contains(key) ? list(object[key], pointer + "/" + key) : std::vector<std::string>();
    }

    std::map<std::string, std::string> dictionary(const json& root, const char* key) const {
        std::map<std::string, std::string> out;
        if (!root.contains(key)) return out;
        const std::string pointer = std::string("/") + key;
        if (!root[key].is_object()) fail(pointer, "profile.error.object");
        for (const auto& [name, value] : root[key].items()) out[name] = text(value, pointer + "/" + name);
        return out;
    }

    void readSigners(const json& root, AgencyProfile& profile) const {
        if (!root.contains("signers")) return;
        if (!root["signers"].is_array()) fail("/signers", "profile.error.list");
        for (std::size_t i = 0; i < root["signers"].size(); ++i) {
            const json& one = root["signers"][i];
            const std::string pointer = "/signers/" + std::to_string(i);
            members(one, pointer, {"name", "authority"});
            for (const char* key : {"name", "authority"}) {
                if (!one.contains(key)) fail(pointer, "profile.error.missing", key);
            }
            profile.signers.push_back({string(one, pointer, "name"), strings(one, pointer, "authority")});
            if (profile.signers.back().authority.empty()) fail(pointer + "/authority", "profile.error.empty");
        }
    }

    void readRecipients(const json& root, AgencyProfile& profile) const {
        if (!root.contains("recipients")) return;
        if (!root["recipients"].is_object()) fail("/recipients", "profile.error.object");
        for (const auto& [name, value] : root["recipients"].items()) profile.recipients[name] = list(value, "/recipients/" + name);
    }

    /// A number in `scale`-ths: 1.27 cm with scale 1000 is 1270. Decimal numbers of a profile have at most two digits
    /// behind the point, so that rounding gives exactly what was written.
    std::optional<std::int32_t> number(const json& choices, const char* key, std::int32_t scale, std::int32_t min, std::int32_t max,
                                       std::initializer_list<std::int32_t> oneOf, const char* allowed) const {
        if (!choices.contains(key)) return std::nullopt;
        const std::string pointer = std::string("/choices/") + key;
        if (!choices[key].is_number()) fail(pointer, "profile.error.number", allowed);
        const double given = choices[key].get<double>() * scale;
        const auto value = std::fabs(given) < 1e6 ? static_cast<std::int32_t>(std::lround(given)) : -1;
        const bool listed = oneOf.size() == 0 || std::find(oneOf.begin(), oneOf.end(), value) != oneOf.end();
        if (value < min || value > max || !listed) fail(pointer, "profile.error.number", allowed);
        return value;
    }

    void readChoices(const json& root, AgencyProfile& profile) const {
        if (!root.contains("choices")) return;
        const json& choices = root["choices"];
        members(choices, "/choices", {"bodySize", "firstLineIndent", "lineSpacing", "paragraphSpacing"});
        profile.bodySize = number(choices, "bodySize", 10, 130, 140, {130, 140}, "13, 14");
        profile.firstLineIndent = number(choices, "firstLineIndent", 1000, 1000, 1270, {1000, 1270}, "1, 1.27");
        profile.lineSpacing = number(choices, "lineSpacing", 100, 100, 150, {}, "1–1.5");
        profile.paragraphSpacing = number(choices, "paragraphSpacing", 10, 60, 240, {}, "6–24");
    }
};

}  // namespace

AgencyProfile readAgencyProfile(std::string_view json, const std::string& file, report::Language language,
                                const ruleset::Ruleset* ruleset) {
    return Reader(json, file, language, ruleset).read();
}

AgencyProfile loadAgencyProfile(const std::string& file, report::Language language, const ruleset::Ruleset* ruleset) {
    std::error_code error;
    std::ifstream stream(file, std::ios::binary);
    // A folder opens, but does not read.
    if (!stream || std::filesystem::is_directory(file, error)) {
        throw AgencyProfileError(report::text(language, "profile.error.open", {file}));
    }
    const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return readAgencyProfile(content, file, language, ruleset);
}

}  // namespace thethuc::app
