#include "ruleset/ruleset.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/catch.hpp"

using namespace thethuc;

namespace {

bool anyCheck(std::string_view name) { return name == "size" || name == "margin"; }

std::string row(const std::string& members) {
    return R"({"id": "quoc-hieu/size", "check": "size", )" + members +
           R"("severity": "error", "fix": "safe", "clause": "Mục II", "source": ["ND30-I.II.1.a.2"], "title": {"vi": "a", "en": "b"}})";
}

std::string file(const std::string& rows) {
    return "{\n \"schema\": 1, \"id\": \"x\", \"title\": {\"vi\": \"a\", \"en\": \"b\"}, \"instrument\": \"NĐ 1\",\n"
           " \"effectiveFrom\": \"2020-03-05\",\n \"rows\": [\n" + rows + "\n]}\n";
}

ruleset::Ruleset parse(const std::string& rows) { return ruleset::parse(file(rows), "x.json", anyCheck); }

std::string mistake(const std::string& text) {
    try {
        static_cast<void>(ruleset::parse(text, "x.json", anyCheck));
    } catch (const ruleset::RulesetError& error) {
        return error.what();
    }
    return {};
}

std::string rowMistake(const std::string& members) { return mistake(file(row(members))); }

bool has(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

/// A folder that goes away with the test.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("thethuc-ruleset-" + std::to_string(::getpid()));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
        return (path / name).string();
    }
};

}  // namespace

TEST_CASE("a limit is read in the snapshot's units and its tolerance is never widened") {
    const auto rules = parse(row(R"("limit": {"min": 12, "max": 13.5, "unit": "pt", "tolerance": 0.05}, )"));
    REQUIRE(rules.rows.size() == 1);
    const auto& limit = rules.rows[0].limit;
    CHECK(limit.min == 120);
    CHECK(limit.max == 135);
    CHECK(limit.tolerance == 0);
    CHECK(limit.unit == "pt");
    CHECK(rules.rows[0].effectiveFrom == "2020-03-05");

    const auto length = parse(row(R"("limit": {"oneOf": [1, 1.27], "unit": "cm", "tolerance": 0.015, "preferred": 1.27}, )")).rows[0].limit;
    CHECK(length.oneOf == std::vector<std::int32_t>{1000, 1270});
    CHECK(length.tolerance == 15);
    CHECK(length.preferred == 1270);
    CHECK(parse(row(R"("limit": {"min": 20, "max": 25, "unit": "mm", "tolerance": 0.2}, )")).rows[0].limit.tolerance == 20);
    CHECK(parse(row(R"("limit": {"min": 33.3, "max": 50, "unit": "percent"}, )")).rows[0].limit.min == 333);
    CHECK(parse(row(R"("limit": {"min": 1, "max": 1.5, "unit": "lines"}, )")).rows[0].limit.max == 150);
}

TEST_CASE("words of a ruleset are brought to NFC") {
    const auto rules = parse(row("\"limit\": {\"words\": [\"HO\\u0300A\"]}, "));
    CHECK(rules.rows[0].limit.words == std::vector<std::u32string>{U"HÒA"});
}

TEST_CASE("bands keep their order, name, severity and fix") {
    const auto rules = parse(row(
        R"("bands": [{"name": "near", "limit": {"min": 1, "max": 2, "unit": "pt"}, "severity": "warning", "fix": "safe"}, {"name": "typed", "severity": "info", "fix": "none"}], )"));
    const auto& bands = rules.rows[0].bands;
    REQUIRE(bands.size() == 2);
    CHECK(bands[0].name == "near");
    CHECK(bands[0].severity == ruleset::Severity::warning);
    CHECK(bands[0].fix == ruleset::FixPolicy::safe);
    CHECK_FALSE(bands[1].limit.min.has_value());
}

TEST_CASE("a mistake names file, line, pointer and what was expected") {
    const auto unit = rowMistake("\n\"limit\": {\"min\": 1,\n  \"unit\": \"inch\"}, ");
    CHECK(has(unit, "x.json:7: /rows/0/limit/unit: "));
    CHECK(has(unit, "pt, mm, cm"));
    const auto key = rowMistake(R"("limits": {"min": 1}, )");
    CHECK(has(key, "/rows/0/limits"));
    CHECK(has(key, "did you mean \"limit\"?"));
    CHECK(has(rowMistake(R"("limit": {"min": 2, "max": 1, "unit": "pt"}, )"), "min is greater than max"));
    CHECK(has(rowMistake(R"("limit": {"min": 2}, )"), "unit"));
    CHECK(has(rowMistake(R"("limit": {"min": 2.04, "unit": "pt"}, )"), "multiple of 0.1"));
    CHECK(has(rowMistake(R"("limit": {"min": 2, "max": 3, "preferred": 4, "unit": "pt"}, )"), "preferred"));
    CHECK(has(rowMistake(R"("limit": {}, )"), "/rows/0/limit"));
    CHECK(has(rowMistake(R"("roles": ["titel"], )"), "/rows/0/roles/0"));
    CHECK(has(rowMistake(R"("types": ["XX"], )"), "unknown document type \"XX\""));
    CHECK(has(rowMistake(R"("element": "tieu-ngu", )"), "/rows/0/element"));
    CHECK(has(rowMistake(R"("bands": [{"name": "a", "severity": "hard", "fix": "safe"}], )"), "error, warning, info"));
    CHECK(has(rowMistake(R"("explainedBy": ["quoc-hieu/nothing"], )"), "no rule of this set"));
    CHECK(has(rowMistake(R"("fix": "ask", )"), "twice"));
    CHECK(has(mistake("{\"schema\": 1,\n\"id\": }"), "x.json:2: "));
    CHECK(has(mistake(""), "x.json:1: "));
    CHECK(has(mistake("[]"), "expected an object"));
    CHECK(has(mistake(file(row("") + "," + row(""))), "/rows/1: a second row"));
}

TEST_CASE("an unknown check or element is refused") {
    auto text = row("");
    text.replace(text.find("\"size\""), 6, "\"sise\"");
    CHECK(has(mistake(file(text)), "no check is named \"sise\""));
    text = row("");
    text.replace(text.find("quoc-hieu"), 9, "quoc-hiem");
    CHECK(has(mistake(file(text)), "unknown element \"quoc-hiem\""));
}

TEST_CASE("rows of one id need a key each and are sorted by id") {
    const auto rules = parse(row(R"("key": "b", )") + "," + row(R"("key": "a", )"));
    CHECK(rules.ids() == std::vector<std::string>{"quoc-hieu/size"});
    CHECK(rules.rows[0].key == "b");
    CHECK(rules.rows[0].line == 5);
}

TEST_CASE("a later file overrides members of the file that it extends") {
    const Folder folder;
    folder.write("base.json", file(row(R"("limit": {"min": 12, "max": 13, "unit": "pt"}, )")));
    const auto later = folder.write("later.json", R"({"schema": 1, "id": "later", "extends": "base", "effectiveFrom": "2027-01-01", "rows": [
        {"id": "quoc-hieu/size", "limit": {"min": 13, "max": 14, "unit": "pt"}},
        {"id": "trang/margin-top", "check": "margin", "severity": "warning", "fix": "none", "clause": "c", "source": ["s"],
         "title": {"vi": "a", "en": "b"}}]})");
    const auto rules = ruleset::load(later, anyCheck);
    CHECK(rules.id == "later");
    CHECK(rules.instrument == "NĐ 1");
    REQUIRE(rules.rows.size() == 2);
    CHECK(rules.rows[0].limit.min == 130);
    CHECK(rules.rows[0].severity == ruleset::Severity::error);
    CHECK(rules.rows[0].effectiveFrom == "2020-03-05");
    CHECK(rules.rows[1].effectiveFrom == "2027-01-01");

    const auto incomplete = folder.write("bad.json", R"({"schema": 1, "id": "bad", "extends": "base", "effectiveFrom": "2027-01-01",
        "rows": [{"id": "trang/margin-top", "check": "margin"}]})");
    CHECK_THROWS_AS(ruleset::load(incomplete, anyCheck), ruleset::RulesetError);
    const auto loop = folder.write("loop.json", R"({"schema": 1, "id": "loop", "extends": "loop", "rows": []})");
    CHECK_THROWS_AS(ruleset::load(loop, anyCheck), ruleset::RulesetError);
    const auto outside = folder.write("out.json", R"({"schema": 1, "id": "out", "extends": "../base", "rows": []})");
    CHECK_THROWS_AS(ruleset::load(outside, anyCheck), ruleset::RulesetError);
    CHECK_THROWS_AS(ruleset::load((folder.path / "none.json").string(), anyCheck), ruleset::RulesetError);
    CHECK_THROWS_AS(ruleset::parse(R"({"schema": 1, "id": "x", "extends": "base", "rows": []})", "x", anyCheck), ruleset::RulesetError);
}
