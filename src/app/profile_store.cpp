#include "app/profile_store.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <nlohmann/json.hpp>

#include "text/text.hpp"

namespace thethuc::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

fs::path pathOf(const std::string& utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

std::string utf8(const fs::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

/// A number in `scale`-ths as the decimal that a person would write.
Json decimal(std::int32_t value, std::int32_t scale) {
    if (value % scale == 0) return value / scale;
    return static_cast<double>(value) / scale;
}

void put(Json& root, const char* key, const std::string& value) {
    if (value.empty()) root.erase(key);
    else root[key] = value;
}

}  // namespace

std::string writeAgencyProfile(const AgencyProfile& profile, std::string_view onto) {
    Json root = onto.empty() ? Json::object() : Json::parse(onto);
    root["schema"] = 1;
    root["name"] = profile.name;
    put(root, "superiorAgency", profile.superiorAgency);
    root["agency"] = profile.agency;
    put(root, "place", profile.place);
    put(root, "abbreviation", profile.abbreviation);
    put(root, "draftingUnit", profile.draftingUnit);
    if (profile.contact.empty()) root.erase("contact");
    else root["contact"] = profile.contact;
    Json signers = Json::array();
    for (const Signer& one : profile.signers) signers.push_back({{"name", one.name}, {"authority", one.authority}});
    if (signers.empty()) root.erase("signers");
    else root["signers"] = std::move(signers);
    if (profile.recipients.empty()) root.erase("recipients");
    else root["recipients"] = profile.recipients;
    if (profile.symbols.empty()) root.erase("symbols");
    else root["symbols"] = profile.symbols;
    Json choices = Json::object();
    if (profile.bodySize) choices["bodySize"] = decimal(*profile.bodySize, 10);
    if (profile.firstLineIndent) choices["firstLineIndent"] = decimal(*profile.firstLineIndent, 1000);
    if (profile.lineSpacing) choices["lineSpacing"] = decimal(*profile.lineSpacing, 100);
    if (profile.paragraphSpacing) choices["paragraphSpacing"] = decimal(*profile.paragraphSpacing, 10);
    if (choices.empty()) root.erase("choices");
    else root["choices"] = std::move(choices);
    return root.dump(2) + "\n";
}

std::string writeIndicators(const draft::IndicatorSet& set, std::string_view onto) {
    Json root = Json::parse(onto);
    Json groups = Json::array(), tables = Json::array();
    for (const draft::IndicatorGroup& group : set.groups) {
        Json indicators = Json::array();
        for (const draft::Indicator& one : group.indicators) {
            Json indicator{{"id", one.id}, {"name", one.name}, {"unit", one.unit}};
            put(indicator, "certainty", one.certainty);
            if (!one.numerator.empty()) indicator["numerator"] = one.numerator;
            if (!one.denominator.empty()) indicator["denominator"] = one.denominator;
            if (!one.sum.empty()) indicator["sum"] = one.sum;
            indicators.push_back(std::move(indicator));
        }
        groups.push_back({{"id", group.id}, {"name", group.name}, {"indicators", std::move(indicators)}});
    }
    for (const draft::TablePick& one : set.tables) {
        Json table{{"id", one.id}, {"name", one.name}, {"rows", one.rows}};
        if (!one.columns.empty()) table["columns"] = one.columns;
        tables.push_back(std::move(table));
    }
    Json written{{"id", set.id}, {"name", set.name}, {"groups", std::move(groups)}};
    if (!tables.empty()) written["tables"] = std::move(tables);
    if (!root.contains("indicators")) root["indicators"] = Json::array();
    Json& all = root["indicators"];
    const auto same = std::find_if(all.begin(), all.end(), [&](const Json& one) { return one.value("id", std::string()) == set.id; });
    if (same == all.end()) all.push_back(std::move(written));
    else *same = std::move(written);
    return root.dump(2) + "\n";
}

std::string ProfileStore::path(const std::string& id) const { return folder_ + "/" + id + ".json"; }

bool ProfileStore::has(const std::string& id) const {
    std::error_code error;
    return !id.empty() && fs::is_regular_file(pathOf(path(id)), error);
}

std::vector<ProfileStore::Entry> ProfileStore::list() const {
    std::vector<Entry> result;
    std::error_code error;
    for (fs::directory_iterator file(pathOf(folder_), error), end; !error && file != end; file.increment(error)) {
        if (file->path().extension() != ".json") continue;
        Entry entry{utf8(file->path().stem()), {}};
        try {
            entry.name = load(entry.id).name;
        } catch (const AgencyProfileError&) {
            entry.name = entry.id;  // choosing it says what is wrong
        }
        result.push_back(std::move(entry));
    }
    std::sort(result.begin(), result.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return result;
}

AgencyProfile ProfileStore::load(const std::string& id) const { return loadAgencyProfile(path(id), language_); }

/// The same on every disk.
std::string ProfileStore::freeId(const std::string& name) const {
    std::string id = text::plainId(text::fromUtf8(name));
    if (id.empty()) id = "ho-so";
    std::string free = id;
    for (int number = 2; has(free); ++number) free = id + "-" + std::to_string(number);
    return free;
}

void ProfileStore::write(const std::string& file, const std::string& text) const { report::writeDataFile(file, text, "profile", language_); }

std::string ProfileStore::save(const AgencyProfile& profile, std::string id) const {
    const bool known = has(id);
    const std::string onto = known ? report::readDataFile(path(id), "profile", language_) : std::string();
    if (known) (void)readAgencyProfile(onto, path(id), language_);  // a damaged file is not written over
    if (id.empty()) id = freeId(profile.name);
    const std::string text = writeAgencyProfile(profile, onto);
    (void)readAgencyProfile(text, path(id), language_);
    write(path(id), text);
    return id;
}

std::string ProfileStore::take(const std::string& file) const {
    const std::string text = report::readDataFile(file, "profile", language_);
    const AgencyProfile profile = readAgencyProfile(text, file, language_);
    const std::string id = freeId(profile.name);
    write(path(id), text);
    return id;
}

void ProfileStore::keepIndicators(const std::string& id, const draft::IndicatorSet& set) const {
    const std::string onto = report::readDataFile(path(id), "profile", language_);
    (void)readAgencyProfile(onto, path(id), language_);  // a damaged file is not written over
    const std::string text = writeIndicators(set, onto);
    (void)readAgencyProfile(text, path(id), language_);
    write(path(id), text);
}

void ProfileStore::give(const std::string& id, const std::string& file) const {
    write(file, report::readDataFile(path(id), "profile", language_));
}

}  // namespace thethuc::app
