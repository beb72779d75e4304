#include "ruleset/ruleset.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "elements/types.hpp"
#include "ruleset/json_lines.hpp"
#include "text/text.hpp"

namespace thethuc::ruleset {

namespace {

using nlohmann::json;

template <class T>
using Names = std::vector<std::pair<std::string_view, T>>;

const Names<Severity>& severities() {
    static const Names<Severity> names{
        {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};
    return names;
}

const Names<FixPolicy>& policies() {
    static const Names<FixPolicy> names{{"safe", FixPolicy::safe}, {"ask", FixPolicy::ask}, {"none", FixPolicy::none}};
    return names;
}

const Names<elements::Role>& roles() {
    using elements::Role;
    static const Names<Role> names{
        {"whole", Role::whole},       {"word", Role::word},           {"list", Role::list},
        {"luu", Role::luu},           {"number", Role::number},       {"title", Role::title},
        {"heading", Role::heading},   {"text", Role::text},           {"attached", Role::attached},
        {"telegram", Role::telegram}, {"authority", Role::authority}, {"position", Role::position},
        {"order", Role::order},       {"bullet", Role::bullet},       {"caption", Role::caption},
        {"lead", Role::lead}};
    return names;
}

const Names<elements::Layout>& layouts() {
    using elements::Layout;
    static const Names<Layout> names{
        {"none", Layout::none}, {"report", Layout::report}, {"articles", Layout::articles}};
    return names;
}

const Names<elements::PartKind>& parts() {
    using elements::PartKind;
    static const Names<PartKind> names{{"main", PartKind::main},
                                       {"attachment", PartKind::attachment},
                                       {"appendix", PartKind::appendix},
                                       {"copy", PartKind::copy}};
    return names;
}

/// Units of the file: how many of the snapshot's integer units one of them is.
struct Unit {
    std::string_view name;
    std::int32_t factor;
};
constexpr std::array kUnits{Unit{"pt", 10},      Unit{"mm", 100},    Unit{"cm", 1000},
                            Unit{"percent", 10}, Unit{"lines", 100}, Unit{"count", 1}};

/// The name of `known` that is nearest to `name`, for “did you mean”; empty where none is near.
std::string nearest(std::string_view name, const std::vector<std::string_view>& known) {
    const auto wanted = text::fromUtf8(name);
    int best = 4;
    std::string_view found;
    for (const auto candidate : known) {
        const int d = text::distance(wanted, text::fromUtf8(candidate), 3);
        if (d < best) {
            best = d;
            found = candidate;
        }
    }
    return std::string(found);
}

std::string listed(const std::vector<std::string_view>& names) {
    std::string out;
    for (const auto name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

template <class T>
std::vector<std::string_view> keysOf(const Names<T>& names) {
    std::vector<std::string_view> keys;
    for (const auto& [name, value] : names) keys.push_back(name);
    return keys;
}

bool isDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
        if (text[i] < '0' || text[i] > '9') return false;
    }
    const int month = (text[5] - '0') * 10 + (text[6] - '0');
    const int day = (text[8] - '0') * 10 + (text[9] - '0');
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool isId(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
    }) && text.find('/', slash + 1) == std::string_view::npos;
}

/// Reads one file. Every failure names file, line and JSON pointer.
class Reader {
public:
    Reader(std::string_view text, std::string name, bool (*knownCheck)(std::string_view))
        : name_(std::move(name)), json_(parsed(text)), lines_(text), knownCheck_(knownCheck) {
        if (!lines_.duplicate().empty()) {
            failAt(lines_.duplicateLine(), lines_.duplicate(), "this member stands twice in one object");
        }
    }

    /// The id that the file extends; empty if none.
    [[nodiscard]] std::string extends() const {
        return json_.is_object() && json_.contains("extends") ? string(json_["extends"], "/extends") : std::string();
    }

    [[noreturn]] void fail(const std::string& pointer, const std::string& message) const {
        failAt(lines_.line(pointer), pointer, message);
    }

    void readInto(Ruleset& ruleset, bool extending) const {
        const std::vector<std::string_view> known{"schema",     "id",           "extends", "title",
                                                  "instrument", "effectiveFrom", "rows",    "comment"};
        object(json_, "", known);
        if (integer(member(json_, "", "schema"), "/schema") != 1) fail("/schema", "expected schema 1");
        ruleset.id = string(member(json_, "", "id"), "/id");
        if (!extending || json_.contains("title")) ruleset.title = languages(member(json_, "", "title"), "/title");
        if (!extending || json_.contains("instrument")) {
            ruleset.instrument = string(member(json_, "", "instrument"), "/instrument");
        }
        ruleset.effectiveFrom = date(member(json_, "", "effectiveFrom"), "/effectiveFrom");
        const json& list = member(json_, "", "rows");
        if (!list.is_array()) fail("/rows", "expected a list of rows");
        std::set<std::pair<std::string, std::string>> seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string pointer = "/rows/" + std::to_string(i);
            row(list[i], pointer, ruleset, seen, extending);
        }
    }

private:
    [[noreturn]] void failAt(std::int32_t line, const std::string& pointer, const std::string& message) const {
        throw RulesetError(name_ + ':' + std::to_string(line) + ": " + (pointer.empty() ? "/" : pointer) + ": " + message);
    }

    [[nodiscard]] json parsed(std::string_view text) const {
        try {
            return json::parse(text.begin(), text.end());
        } catch (const json::parse_error& error) {
            const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
            throw RulesetError(name_ + ':' + std::to_string(lineAt(text, offset)) +
                               ": /: this is not valid JSON here (byte " + std::to_string(error.byte) + ')');
        }
    }

    /// `value` is an object and has no members but `known`.
    void object(const json& value, const std::string& pointer, const std::vector<std::string_view>& known) const {
        if (!value.is_object()) fail(pointer, "expected an object");
        for (const auto& [key, ignored] : value.items()) {
            if (std::find(known.begin(), known.end(), key) != known.end()) continue;
            const std::string near = nearest(key, known);
            fail(pointer + '/' + key, "unknown member \"" + key + "\"; " +
                                          (near.empty() ? "expected one of: " + listed(known) : "did you mean \"" + near + "\"?"));
        }
    }

    [[nodiscard]] const json& member(const json& value, const std::string& pointer, const char* key) const {
        const auto found = value.find(key);
        if (found == value.end()) fail(pointer, std::string("expected a member \"") + key + '"');
        return *found;
    }

    [[nodiscard]] std::string string(const json& value, const std::string& pointer) const {
        if (!value.is_string()) fail(pointer, "expected a text");
        auto text = value.get<std::string>();
        if (text.empty()) fail(pointer, "expected a text that is not empty");
        return text;
    }

    [[nodiscard]] bool boolean(const json& value, const std::string& pointer) const {
        if (!value.is_boolean()) fail(pointer, "expected true or false");
        return value.get<bool>();
    }

    [[nodiscard]] std::int32_t integer(const json& value, const std::string& pointer) const {
        if (!value.is_number_integer()) fail(pointer, "expected a whole number");
        return value.get<std::int32_t>();
    }

    [[nodiscard]] std::string date(const json& value, const std::string& pointer) const {
        auto text = string(value, pointer);
        if (!isDate(text)) fail(pointer, "expected a date such as 2020-03-05");
        return text;
    }

    [[nodiscard]] std::map<std::string, std::string> languages(const json& value, const std::string& pointer) const {
        object(value, pointer, {"vi", "en"});
        std::map<std::string, std::string> out;
        for (const char* language : {"vi", "en"}) {
            out[language] = string(member(value, pointer, language), pointer + '/' + language);
        }
        return out;
    }

    template <class T>
    [[nodiscard]] T oneOf(const json& value, const std::string& pointer, const Names<T>& names) const {
        const auto text = string(value, pointer);
        for (const auto& [name, known] : names) {
            if (name == text) return known;
        }
        fail(pointer, '"' + text + "\" is unknown; expected one of: " + listed(keysOf(names)));
    }

    template <class F>
    void each(const json& value, const std::string& pointer, F&& take) const {
        if (!value.is_array() || value.empty()) fail(pointer, "expected a list that is not empty");
        for (std::size_t i = 0; i < value.size(); ++i) take(value[i], pointer + '/' + std::to_string(i));
    }

    /// A number of the file in the snapshot's unit. Limits must fit exactly, tolerances are rounded
    /// down, so that nothing wider than written is ever accepted.
    [[nodiscard]] std::int32_t number(const json& value, const std::string& pointer, std::int32_t factor, bool exact) const {
        if (!value.is_number()) fail(pointer, "expected a number");
        const double scaled = value.get<double>() * factor;
        if (!(std::abs(scaled) < 1e8)) fail(pointer, "the number is too large");
        const double rounded = exact ? std::round(scaled) : std::floor(scaled + 1e-6);
        if (exact && std::abs(scaled - rounded) > 1e-6) {
            std::ostringstream step;
            step << 1.0 / factor;
            fail(pointer, "expected a multiple of " + step.str() + " in this unit");
        }
        return static_cast<std::int32_t>(rounded);
    }

    [[nodiscard]] Limit limit(const json& value, const std::string& pointer) const {
        object(value, pointer, {"min", "max", "oneOf", "words", "is", "unit", "tolerance", "preferred"});
        if (value.empty()) fail(pointer, "expected at least one of: min, max, oneOf, words, is");
        Limit out;
        std::int32_t factor = 0;
        if (value.contains("unit")) {
            out.unit = string(value["unit"], pointer + "/unit");
            for (const auto& unit : kUnits) {
                if (unit.name == out.unit) factor = unit.factor;
            }
            if (factor == 0) {
                std::vector<std::string_view> names;
                for (const auto& unit : kUnits) names.push_back(unit.name);
                fail(pointer + "/unit", "unknown unit \"" + out.unit + "\"; expected one of: " + listed(names));
            }
        }
        const auto read = [&](const char* key, bool exact) -> std::optional<std::int32_t> {
            if (!value.contains(key)) return std::nullopt;
            const std::string at = pointer + '/' + key;
            if (factor == 0) fail(at, "a number needs a \"unit\" beside it");
            return number(value[key], at, factor, exact);
        };
        out.min = read("min", true);
        out.max = read("max", true);
        if (out.min && out.max && *out.min > *out.max) fail(pointer + "/min", "min is greater than max");
        if (value.contains("oneOf")) {
            if (factor == 0) fail(pointer + "/oneOf", "numbers need a \"unit\" beside them");
            each(value["oneOf"], pointer + "/oneOf",
                 [&](const json& item, const std::string& at) { out.oneOf.push_back(number(item, at, factor, true)); });
        }
        const auto tolerance = read("tolerance", false);
        if (tolerance && *tolerance < 0) fail(pointer + "/tolerance", "a tolerance cannot be negative");
        out.tolerance = tolerance.value_or(0);
        if (const auto preferred = read("preferred", true)) {
            out.preferred = *preferred;
            const bool listedValue = std::find(out.oneOf.begin(), out.oneOf.end(), *preferred) != out.oneOf.end();
            const bool inRange = out.oneOf.empty() && (!out.min || *preferred >= *out.min) && (!out.max || *preferred <= *out.max);
            if (!listedValue && !inRange) fail(pointer + "/preferred", "the preferred value is not an allowed one");
        } else if (!out.oneOf.empty()) {
            out.preferred = out.oneOf.front();
        } else if (out.min || out.max) {
            out.preferred = out.min ? *out.min : *out.max;
        }
        if (value.contains("words")) {
            each(value["words"], pointer + "/words", [&](const json& item, const std::string& at) {
                out.words.push_back(text::nfc(text::fromUtf8(string(item, at))));
            });
        }
        if (value.contains("is")) out.is = boolean(value["is"], pointer + "/is");
        return out;
    }

    void row(const json& value, const std::string& pointer, Ruleset& ruleset,
             std::set<std::pair<std::string, std::string>>& seen, bool extending) const {
        object(value, pointer,
               {"id", "key", "check", "element", "roles", "layouts", "types", "notTypes", "parts", "limit", "bands",
                "severity", "fix", "clause", "source", "explainedBy", "title", "why", "effectiveFrom", "retired", "comment"});
        Row out;
        out.id = string(member(value, pointer, "id"), pointer + "/id");
        if (!isId(out.id)) fail(pointer + "/id", "expected an id such as \"quoc-hieu/size\"");
        if (value.contains("key")) out.key = string(value["key"], pointer + "/key");
        if (!seen.emplace(out.id, out.key).second) {
            fail(pointer, "a second row \"" + out.id + "\" with the same key; give each row of an id a \"key\" of its own");
        }
        // An extending file overrides members of the row that it names; a new row must be complete.
        const auto existing = std::find_if(ruleset.rows.begin(), ruleset.rows.end(),
                                           [&](const Row& row) { return row.id == out.id && row.key == out.key; });
        const bool overrides = extending && existing != ruleset.rows.end();
        if (overrides) out = *existing;
        const auto given = [&](const char* key, bool required) {
            if (value.contains(key)) return true;
            if (required && !overrides) static_cast<void>(member(value, pointer, key));
            return false;
        };
        out.line = lines_.line(pointer);
        const std::string elementName = out.id.substr(0, out.id.find('/'));
        const auto kind = elements::kindOf(elementName);
        if (!kind) fail(pointer + "/id", "unknown element \"" + elementName + '"');
        out.element = *kind;
        if (given("element", false) && string(value["element"], pointer + "/element") != elementName) {
            fail(pointer + "/element", "expected \"" + elementName + "\", as the id says");
        }
        if (given("check", true)) {
            out.check = string(value["check"], pointer + "/check");
            if (!knownCheck_(out.check)) fail(pointer + "/check", "no check is named \"" + out.check + '"');
        }
        if (given("roles", false)) {
            out.roles.clear();
            each(value["roles"], pointer + "/roles",
                 [&](const json& item, const std::string& at) { out.roles.push_back(oneOf(item, at, roles())); });
        }
        if (given("layouts", false)) {
            out.layouts.clear();
            each(value["layouts"], pointer + "/layouts",
                 [&](const json& item, const std::string& at) { out.layouts.push_back(oneOf(item, at, layouts())); });
        }
        if (given("parts", false)) {
            out.parts.clear();
            each(value["parts"], pointer + "/parts",
                 [&](const json& item, const std::string& at) { out.parts.push_back(oneOf(item, at, parts())); });
        }
        for (const auto& [key, list] : {std::pair{"types", &out.types}, std::pair{"notTypes", &out.notTypes}}) {
            if (!given(key, false)) continue;
            list->clear();
            each(value[key], pointer + '/' + key, [&, list = list](const json& item, const std::string& at) {
                auto type = string(item, at);
                if (elements::documentType(type) == nullptr) fail(at, "unknown document type \"" + type + '"');
                list->push_back(std::move(type));
            });
        }
        if (given("limit", false)) out.limit = limit(value["limit"], pointer + "/limit");
        if (given("bands", false)) {
            out.bands.clear();
            each(value["bands"], pointer + "/bands", [&](const json& item, const std::string& at) { band(item, at, out); });
        }
        if (given("severity", true)) out.severity = oneOf(value["severity"], pointer + "/severity", severities());
        if (given("fix", true)) out.fix = oneOf(value["fix"], pointer + "/fix", policies());
        if (given("clause", true)) out.clause = string(value["clause"], pointer + "/clause");
        if (given("source", true)) {
            out.source.clear();
            each(value["source"], pointer + "/source",
                 [&](const json& item, const std::string& at) { out.source.push_back(string(item, at)); });
        }
        if (given("explainedBy", false)) {
            out.explainedBy.clear();
            each(value["explainedBy"], pointer + "/explainedBy", [&](const json& item, const std::string& at) {
                out.explainedBy.push_back(string(item, at));
                if (!isId(out.explainedBy.back())) fail(at, "expected the id of a rule");
            });
        }
        if (given("title", true)) out.title = languages(value["title"], pointer + "/title");
        if (given("why", false)) out.why = languages(value["why"], pointer + "/why");
        if (given("effectiveFrom", false)) out.effectiveFrom = date(value["effectiveFrom"], pointer + "/effectiveFrom");
        else if (!overrides) out.effectiveFrom = ruleset.effectiveFrom;
        if (given("retired", false)) out.retired = boolean(value["retired"], pointer + "/retired");
        if (overrides) *existing = std::move(out);
        else ruleset.rows.push_back(std::move(out));
    }

    void band(const json& value, const std::string& pointer, Row& row) const {
        object(value, pointer, {"name", "limit", "severity", "fix"});
        Band out;
        out.name = string(member(value, pointer, "name"), pointer + "/name");
        for (const auto& other : row.bands) {
            if (other.name == out.name) fail(pointer + "/name", "a second band \"" + out.name + "\" in this row");
        }
        if (value.contains("limit")) out.limit = limit(value["limit"], pointer + "/limit");
        out.severity = oneOf(member(value, pointer, "severity"), pointer + "/severity", severities());
        out.fix = oneOf(member(value, pointer, "fix"), pointer + "/fix", policies());
        row.bands.push_back(std::move(out));
    }

    std::string name_;
    json json_;
    JsonLines lines_;
    bool (*knownCheck_)(std::string_view);
};

/// Ids named by explainedBy must exist; known only once all files are read.
void finish(Ruleset& ruleset, const Reader& reader) {
    std::stable_sort(ruleset.rows.begin(), ruleset.rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
    const auto ids = ruleset.ids();
    for (const auto& row : ruleset.rows) {
        for (const auto& id : row.explainedBy) {
            if (!std::binary_search(ids.begin(), ids.end(), id)) {
                reader.fail("/rows", "row \"" + row.id + "\" is explained by \"" + id + "\", which is no rule of this set");
            }
        }
    }
}

std::string readFile(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw RulesetError(file + ":1: /: the file cannot be opened");
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (stream.bad()) throw RulesetError(file + ":1: /: the file cannot be read");
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

void loadInto(Ruleset& ruleset, const std::filesystem::path& file, bool (*knownCheck)(std::string_view),
              std::vector<std::string>& chain, bool top) {
    const Reader reader(readFile(file.string()), file.string(), knownCheck);
    const std::string base = reader.extends();
    if (!base.empty()) {
        if (std::find(chain.begin(), chain.end(), base) != chain.end()) {
            reader.fail("/extends", "\"" + base + "\" extends itself");
        }
        if (base.find('/') != std::string::npos || base.find('\\') != std::string::npos) {
            reader.fail("/extends", "expected the id of a ruleset in the same folder, not a path");
        }
        const auto baseFile = file.parent_path() / (base + ".json");
        if (!std::filesystem::exists(baseFile)) {
            reader.fail("/extends", "expected a file " + base + ".json in the same folder");
        }
        chain.push_back(base);
        loadInto(ruleset, baseFile, knownCheck, chain, false);
    }
    reader.readInto(ruleset, !base.empty());
    if (top) finish(ruleset, reader);
}

}  // namespace

std::string_view name(Severity value) noexcept {
    switch (value) {
        case Severity::info: return "info";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

std::string_view name(FixPolicy value) noexcept {
    switch (value) {
        case FixPolicy::safe: return "safe";
        case FixPolicy::ask: return "ask";
        case FixPolicy::none: break;
    }
    return "none";
}

std::vector<std::string> Ruleset::ids() const {
    std::vector<std::string> out;
    for (const auto& row : rows) {
        if (out.empty() || out.back() != row.id) out.push_back(row.id);
    }
    return out;
}

Ruleset load(const std::string& file, bool (*knownCheck)(std::string_view)) {
    Ruleset ruleset;
    const std::filesystem::path path(file);
    std::vector<std::string> chain{path.stem().string()};
    loadInto(ruleset, path, knownCheck, chain, true);
    return ruleset;
}

Ruleset parse(std::string_view json, const std::string& name, bool (*knownCheck)(std::string_view)) {
    Ruleset ruleset;
    const Reader reader(json, name, knownCheck);
    if (!reader.extends().empty()) reader.fail("/extends", "a ruleset that is no file cannot extend another");
    reader.readInto(ruleset, false);
    finish(ruleset, reader);
    return ruleset;
}

}  // namespace thethuc::ruleset
