#include "app/agency_profile.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include <nlohmann/json.hpp>

namespace thethuc::app {

namespace {

using nlohmann::json;

/// More do not fit between the text and the edge of the paper.
constexpr std::size_t kContactLines = 3;

class Reader {
public:
    Reader(std::string_view text, const std::string& file, report::Language language, const ruleset::Ruleset* ruleset)
        : file_(text, file, "profile", language), ruleset_(ruleset) {}

    AgencyProfile read() {
        const json& root = file_.root();
        file_.members(root, "", {"schema", "name", "superiorAgency", "agency", "place", "abbreviation", "draftingUnit", "contact", "abbreviations",
                                 "signers", "recipients", "symbols", "choices", "tables", "indicators", "check"});
        file_.needs(root, "", {"schema", "name", "agency"});
        if (root["schema"] != 1) file_.fail("/schema", "schema");
        AgencyProfile profile;
        profile.name = string(root, "", "name");
        if (profile.name.empty()) file_.fail("/name", "empty");
        profile.superiorAgency = string(root, "", "superiorAgency");
        profile.agency = strings(root, "", "agency");
        if (profile.agency.empty()) file_.fail("/agency", "empty");
        profile.place = string(root, "", "place");
        profile.abbreviation = string(root, "", "abbreviation");
        profile.draftingUnit = string(root, "", "draftingUnit");
        profile.contact = strings(root, "", "contact");
        if (profile.contact.size() > kContactLines) file_.fail("/contact/" + std::to_string(kContactLines), "contact", std::to_string(kContactLines));
        profile.abbreviations = dictionary(root, "abbreviations");
        profile.symbols = dictionary(root, "symbols");
        readSigners(root, profile);
        profile.recipients = lists(root, "recipients");
        profile.tables = lists(root, "tables");
        readChoices(root, profile);
        readIndicators(root, profile);
        if (root.contains("check")) {
            const json& check = root["check"];
            file_.members(check, "/check", {"ruleset", "off"});
            profile.ruleset = string(check, "/check", "ruleset");
            profile.rulesOff = strings(check, "/check", "off");
            verify(profile);
        }
        return profile;
    }

private:
    report::DataFile file_;
    const ruleset::Ruleset* ruleset_;

    void verify(const AgencyProfile& profile) const {
        if (ruleset_ == nullptr) return;
        if (!profile.ruleset.empty() && profile.ruleset != ruleset_->id) file_.fail("/check/ruleset", "ruleset", profile.ruleset);
        const std::vector<std::string> ids = ruleset_->ids();
        for (std::size_t i = 0; i < profile.rulesOff.size(); ++i) {
            const bool known = std::find(ids.begin(), ids.end(), profile.rulesOff[i]) != ids.end();
            if (!known) file_.fail("/check/off/" + std::to_string(i), "rule", profile.rulesOff[i]);
        }
    }

    std::string string(const json& object, const std::string& pointer, const char* key) const {
        return object.contains(key) ? file_.text(object[key], pointer + "/" + key) : std::string();
    }

    std::vector<std::string> strings(const json& object, const std::string& pointer, const char* key) const {
        return object.contains(key) ? file_.texts(object[key], pointer + "/" + key) : std::vector<std::string>();
    }

    std::map<std::string, std::string> dictionary(const json& root, const char* key) const {
        std::map<std::string, std::string> out;
        if (!root.contains(key)) return out;
        const std::string pointer = std::string("/") + key;
        if (!root[key].is_object()) file_.fail(pointer, "object");
        for (const auto& [name, value] : root[key].items()) out[name] = file_.text(value, pointer + "/" + name);
        return out;
    }

    void readSigners(const json& root, AgencyProfile& profile) const {
        if (!root.contains("signers")) return;
        const json& signers = file_.list(root["signers"], "/signers");
        for (std::size_t i = 0; i < signers.size(); ++i) {
            const json& one = signers[i];
            const std::string pointer = "/signers/" + std::to_string(i);
            file_.members(one, pointer, {"name", "authority"});
            file_.needs(one, pointer, {"name", "authority"});
            profile.signers.push_back({string(one, pointer, "name"), strings(one, pointer, "authority")});
            if (profile.signers.back().authority.empty()) file_.fail(pointer + "/authority", "empty");
        }
    }

    std::map<std::string, std::vector<std::string>> lists(const json& root, const char* key) const {
        std::map<std::string, std::vector<std::string>> out;
        if (!root.contains(key)) return out;
        const std::string pointer = std::string("/") + key;
        if (!root[key].is_object()) file_.fail(pointer, "object");
        for (const auto& [name, value] : root[key].items()) out[name] = file_.texts(value, pointer + "/" + name);
        return out;
    }

    /// A number in `scale`-ths: 1.27 cm with scale 1000 is 1270. Decimal numbers of a profile have at most two digits
    /// behind the point, so that rounding gives exactly what was written.
    std::optional<std::int32_t> number(const json& choices, const char* key, std::int32_t scale, std::int32_t min, std::int32_t max,
                                       std::initializer_list<std::int32_t> oneOf, const char* allowed) const {
        if (!choices.contains(key)) return std::nullopt;
        const std::string pointer = std::string("/choices/") + key;
        if (!choices[key].is_number()) file_.fail(pointer, "number", allowed);
        const double given = choices[key].get<double>() * scale;
        const auto value = std::fabs(given) < 1e6 ? static_cast<std::int32_t>(std::lround(given)) : -1;
        const bool listed = oneOf.size() == 0 || std::find(oneOf.begin(), oneOf.end(), value) != oneOf.end();
        if (value < min || value > max || !listed) file_.fail(pointer, "number", allowed);
        return value;
    }

    void readIndicators(const json& root, AgencyProfile& profile) const {
        if (!root.contains("indicators")) return;
        for (const json& one : file_.list(root["indicators"], "/indicators")) {
            const std::string pointer = "/indicators/" + std::to_string(profile.indicators.size());
            file_.members(one, pointer, {"id", "name", "groups", "tables"});
            profile.indicators.push_back(draft::readIndicatorSet(file_, one, pointer, nullptr));
        }
    }

    void readChoices(const json& root, AgencyProfile& profile) const {
        if (!root.contains("choices")) return;
        const json& choices = root["choices"];
        file_.members(choices, "/choices", {"bodySize", "firstLineIndent", "lineSpacing", "paragraphSpacing"});
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
    return readAgencyProfile(report::readDataFile(file, "profile", language), file, language, ruleset);
}

}  // namespace thethuc::app
