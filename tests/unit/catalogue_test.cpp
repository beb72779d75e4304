// The steps that are forgotten when a rule, a check or a text is added. docs/rules.md is generated: run this
// program with THETHUC_ACCEPT=1 in the environment to write it anew.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "checks/check.hpp"
#include "report/json.hpp"
#include "report/messages.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using report::Language;

namespace {

const std::filesystem::path kSource = THETHUC_SOURCE_DIR;

std::string read(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

const ruleset::Ruleset& rules() {
    static const auto loaded = ruleset::load((kSource / "extension/rulesets/nd30-2020.json").string(), checks::knownCheck);
    return loaded;
}

/// element -> properties, as the public names of rules are fixed.
const std::map<std::string, std::set<std::string>>& names() {
    static const std::set<std::string> levels{"order", "format", "case", "size", "bold", "italic", "align", "indent"};
    static const std::map<std::string, std::set<std::string>> table{
        {"trang", {"paper", "orientation", "margin-top", "margin-bottom", "margin-left", "margin-right", "split"}},
        {"so-trang", {"present", "position", "align", "size", "italic", "format", "first-page", "restart"}},
        {"quoc-hieu", {"present", "text", "case", "size", "bold", "italic", "align", "position", "one-line"}},
        {"tieu-ngu", {"present", "text", "case", "size", "bold", "italic", "align", "line", "line-length", "spacing"}},
        {"co-quan-chu-quan", {"text", "case", "size", "bold", "italic", "align", "spacing"}},
        {"co-quan-ban-hanh", {"present", "text", "case", "size", "bold", "italic", "align", "line", "line-length", "spacing", "position"}},
        {"so-ky-hieu", {"present", "text", "number", "type", "case", "size", "bold", "italic", "align", "position"}},
        {"dia-danh-thoi-gian", {"present", "text", "number", "date", "size", "bold", "italic", "align", "position"}},
        {"ten-loai", {"present", "case", "size", "bold", "italic", "align"}},
        {"trich-yeu", {"present", "text", "case", "size", "bold", "italic", "align", "line", "line-length", "spacing"}},
        {"tham-quyen", {"present", "text", "case", "size", "bold", "align"}},
        {"can-cu", {"present", "text", "order", "size", "italic"}},
        {"kinh-gui", {"present", "text", "size", "bold", "italic", "align"}},
        {"noi-dung", {"font", "encoding", "color", "size", "bold", "italic", "underline", "align", "indent", "spacing", "line-spacing", "empty-paragraph", "end"}},
        {"phan", levels}, {"chuong", levels}, {"muc", levels}, {"tieu-muc", levels}, {"dieu", levels}, {"khoan", levels}, {"diem", levels},
        {"quyen-han-chuc-vu", {"present", "text", "case", "size", "bold", "italic", "align"}},
        {"ho-ten", {"present", "text", "case", "size", "bold", "italic", "align"}},
        {"khoi-ky", {"split"}}, {"dau", {"present"}},
        {"noi-nhan", {"present", "text", "luu", "size", "bold", "italic", "position"}},
        {"phu-luc", {"reference", "order", "format", "text", "case", "size", "bold", "italic", "align"}},
        {"do-khan", {"text", "frame", "size", "bold"}}, {"do-mat", {"text", "frame", "size", "bold"}}, {"luu-hanh", {"text", "frame", "size", "bold"}},
        {"nguoi-soan-thao", {"text", "size", "italic", "line"}}, {"dia-chi", {"text", "size", "italic", "line"}},
        {"ban-sao", {"present", "text", "order", "case", "size", "bold", "line"}},
        {"vien-dan", {"first-full", "later-short", "conflict", "date", "type", "law-number", "style"}},
        {"so-lieu", {"ratio", "sum", "format", "unit", "conflict"}},
        {"viet-hoa", {"nhan-dan", "nha-nuoc", "vien-dan", "dau-cau", "co-quan", "dia-danh", "ten-loai", "chuc-vu", "ngay-le", "thu-thang", "khac"}},
        {"viet-tat", {"undefined", "inconsistent"}}, {"chinh-ta", {"khac"}}};
    return table;
}

std::multiset<std::string> placeholders(const std::string& text) {
    static const std::regex pattern("\\{[a-z_0-9]+\\}");
    return {std::sregex_token_iterator(text.begin(), text.end(), pattern), std::sregex_token_iterator()};
}

}  // namespace

TEST_CASE("every rule has a public name, a clause, a source and titles in both languages") {
    for (const auto& row : rules().rows) {
        INFO(row.id << " " << row.key);
        const auto slash = row.id.find('/');
        const auto element = names().find(row.id.substr(0, slash));
        REQUIRE(element != names().end());
        CHECK(element->second.count(row.id.substr(slash + 1)) == 1);
        CHECK_FALSE(row.clause.empty());
        CHECK_FALSE(row.source.empty());
        for (const auto& source : row.source) CHECK((source.starts_with("ND30-") || source.starts_with("THUCTE-") || source.starts_with("VD-") || source.starts_with("SO-")));
        for (const char* language : {"vi", "en"}) {
            const auto& title = row.title.at(language);
            CHECK(title.size() > 10);
            CHECK(title.ends_with('.'));
            CHECK(row.why.count(language) == 1);
        }
    }
}

TEST_CASE("every row of the requirement table that a rule rests on stands in docs/coverage.md") {
    const auto coverage = read(kSource / "docs/coverage.md");
    REQUIRE_FALSE(coverage.empty());
    for (const auto& row : rules().rows) {
        for (const auto& source : row.source) {
            INFO(row.id << " rests on " << source);
            CHECK(coverage.find("| " + source + " |") != std::string::npos);
            CHECK(coverage.find("`" + row.id + "`") != std::string::npos);
        }
    }
}

TEST_CASE("every check is used by a rule") {
    for (const auto& entry : checks::catalogue()) {
        INFO(entry.name);
        if (entry.name == "underline") continue;  // for rulesets that forbid underlining an element
        CHECK(std::any_of(rules().rows.begin(), rules().rows.end(), [&](const ruleset::Row& row) { return row.check == entry.name; }));
    }
}

TEST_CASE("every ruleset of the folder can be read") {
    for (const auto& entry : std::filesystem::directory_iterator(kSource / "extension/rulesets")) {
        const auto name = entry.path().filename().string();
        if (entry.path().extension() != ".json" || name == "ruleset.schema.json") continue;
        INFO(name);
        CHECK_NOTHROW(ruleset::load(entry.path().string(), checks::knownCheck));
    }
}

TEST_CASE("every rule has a golden that must be found and one that must stay silent") {
    for (const auto& id : rules().ids()) {
        const auto folder = kSource / "tests/rules" / id;
        bool found = false;
        bool silent = false;
        if (std::filesystem::exists(folder)) {
            for (const auto& entry : std::filesystem::directory_iterator(folder)) {
                if (entry.path().extension() != ".json") continue;
                const auto golden = nlohmann::json::parse(read(entry.path()), nullptr, false);
                INFO(entry.path().string());
                REQUIRE(golden.is_object());
                bool here = golden.contains("person") && golden["person"] == id;
                for (const auto& one : golden.at("expect")) here = here || one.at("rule") == id;
                found = found || here;
                silent = silent || !here;
            }
        }
        INFO(id);
        CHECK(found);
        CHECK(silent);
    }
}

TEST_CASE("both languages have the same keys with the same placeholders") {
    const auto& vi = report::catalogue(Language::vi);
    const auto& en = report::catalogue(Language::en);
    REQUIRE(vi.size() > 100);
    CHECK(report::duplicateKeys(Language::vi).empty());
    CHECK(report::duplicateKeys(Language::en).empty());
    for (const auto& [key, entry] : vi) {
        INFO(key);
        const auto other = en.find(key);
        if (other == en.end()) {
            // Vietnamese keeps some capitals inside a sentence where English has a form of its own, and the reverse.
            CHECK(key.ends_with("_l"));
            continue;
        }
        CHECK(entry.file == other->second.file);
        CHECK(placeholders(entry.text) == placeholders(other->second.text));
        CHECK_FALSE(entry.text.empty());
    }
    for (const auto& [key, entry] : en) {
        INFO(key);
        CHECK((vi.contains(key) || key.ends_with("_l")));
    }
}

TEST_CASE("every check, element and property has its text") {
    for (const auto language : {Language::vi, Language::en}) {
        for (const auto& entry : checks::catalogue()) {
            INFO(entry.name);
            CHECK(report::hasText(language, "check." + std::string(entry.name)));
            CHECK(report::hasText(language, "check." + std::string(entry.name) + ".short"));
        }
        for (const auto& [element, properties] : names()) {
            INFO(element);
            CHECK(report::hasText(language, "element." + element));
            for (const auto& property : properties) {
                INFO(property);
                CHECK(report::hasText(language, "property." + property));
            }
        }
    }
}

TEST_CASE("every text that the core names exists") {
    static const std::regex literal("\"((?:check|message|text|value|scope|internal|fix|group|report|number)\\.[A-Za-z][A-Za-z0-9.-]*)\"");
    for (const char* room : {"elements", "checks", "report", "app"}) {
        for (const auto& entry : std::filesystem::directory_iterator(kSource / "src" / room)) {
            const auto text = read(entry.path());
            for (std::sregex_iterator i(text.begin(), text.end(), literal), end; i != end; ++i) {
                const std::string key = (*i)[1];
                if (key.ends_with('.')) continue;
                INFO(entry.path().string() << " names " << key);
                CHECK(report::hasText(Language::vi, key));
                CHECK(report::hasText(Language::en, key));
            }
        }
    }
}

TEST_CASE("docs/rules.md is what the ruleset says") {
    const auto path = kSource / "docs/rules.md";
    const auto page = report::rulesPage(rules());
    if (std::getenv("THETHUC_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << page;
    CHECK(read(path) == page);
}
