#include "report/json.hpp"
#include "report/messages.hpp"

#include <limits>
#include <regex>
#include <set>

#include "support/base_documents.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using report::Language;

namespace {

constexpr auto kMax = std::numeric_limits<std::int32_t>::max();

ruleset::Ruleset smallRules() {
    ruleset::Ruleset rules;
    rules.id = "nd30-2020";
    rules.instrument = "NĐ 30/2020/NĐ-CP";
    ruleset::Row row;
    row.id = "trang/margin-top";
    row.check = "margin";
    row.element = elements::Kind::trang;
    row.clause = "Phụ lục I, Phần I, Mục I, khoản 3";
    row.source = {"ND30-I.I.3.1"};
    row.title = {{"vi", "Lề trên từ 20 đến 25 mm."}, {"en", "The top margin is 20 to 25 mm."}};
    row.fix = ruleset::FixPolicy::safe;
    row.bands = {{"landscape", {}, ruleset::Severity::info, ruleset::FixPolicy::none}};
    rules.rows.push_back(row);
    return rules;
}

checks::Finding margin() {
    checks::Finding finding;
    finding.rule = "trang/margin-top";
    finding.row = 0;
    finding.element = elements::Kind::trang;
    finding.fix = ruleset::FixPolicy::safe;
    finding.actual = checks::Millimetres{1500, 1500};
    finding.expected = checks::Millimetres{2000, 2500};
    return finding;
}

report::Json check(const std::vector<checks::Finding>& findings) {
    const auto document = testing::baseDocument("bao-cao");
    elements::Analysis analysis;
    analysis.scope = elements::Scope::nd30;
    analysis.type = "BC";
    checks::Result result;
    result.findings = findings;
    result.coverage = {{"a", "b"}, {"a"}, {"dau/present"}};
    const report::DocumentReport report{"báo cáo <1>.odt", document, analysis, result, [](const model::Range&) { return 2; }, {{"read", 3}}};
    return report::checkJson("nd30-2020", {report::documentJson(Language::vi, report, smallRules())});
}

}  // namespace

TEST_CASE("numbers are printed as Vietnamese writes them") {
    CHECK(report::number(Language::vi, 1270, 1000) == "1,27");
    CHECK(report::number(Language::en, 1270, 1000) == "1.27");
    CHECK(report::number(Language::vi, 1000, 1000) == "1");
    CHECK(report::number(Language::vi, 1005, 100) == "10,05");
    CHECK(report::number(Language::vi, -25, 10) == "-2,5");
}

TEST_CASE("values are printed with their units") {
    const auto vi = [](const checks::Value& value) { return report::print(Language::vi, value); };
    CHECK(vi(checks::Points{120, 130}) == "12–13 pt");
    CHECK(vi(checks::Points{135, 135}) == "13,5 pt");
    CHECK(vi(checks::Points{60, kMax}) == "tối thiểu 6 pt");
    CHECK(vi(checks::Millimetres{2540, 2540}) == "25,4 mm");
    CHECK(vi(checks::Centimetres{{1000, 1270}}) == "1 cm hoặc 1,27 cm");
    CHECK(vi(checks::Centimetres{{1499}}) == "1,5 cm");
    CHECK(vi(checks::Centimetres{{1254}}) == "1,25 cm");
    CHECK(vi(checks::Centimetres{{1255}}) == "1,26 cm");
    CHECK(vi(checks::Centimetres{{-635}}) == "-0,64 cm");
    CHECK(vi(checks::Share{333, 500}) == "1/3–1/2");
    CHECK(vi(checks::Share{1000, 1000}) == "100%");
    CHECK(vi(checks::Lines{100, 150}) == "1–1,5 dòng");
    CHECK(vi(checks::Paper{21590, 27940}) == "215,9 × 279,4 mm");
    CHECK(vi(checks::Word{"value.bold"}) == "chữ đậm");
    CHECK(vi(checks::Quote{U"Số:"}) == "Số:");
    CHECK(report::quoted(Language::vi, checks::Quote{U"Số:"}) == "“Số:”");
    CHECK(vi(std::monostate{}).empty());
    CHECK(report::must(Language::vi, checks::Points{120, 130}) == "từ 12 đến 13 pt");
    CHECK(report::must(Language::vi, checks::Share{1000, 1000}) == "bằng");
    CHECK(report::must(Language::vi, checks::Points{130, 130}) == "là 13 pt");
    CHECK(report::must(Language::en, checks::Points{120, 130}) == "between 12 and 13 pt");
    CHECK(report::print(Language::en, checks::Centimetres{{1000, 1270}}) == "1 cm or 1.27 cm");
}

TEST_CASE("a finding is one sentence that says what is and what must be") {
    CHECK(report::sentence(Language::vi, margin(), smallRules()) == "Lề trên đang là 15 mm, phải từ 20 đến 25 mm.");
    CHECK(report::sentence(Language::en, margin(), smallRules()) == "Top margin is 15 mm; it must be between 20 and 25 mm.");
    CHECK(report::shortForm(Language::vi, margin(), smallRules()) == "Lề trên 15 mm");
    CHECK(report::fixName(Language::vi, margin()) == "lề trên");
    auto finding = margin();
    finding.element = elements::Kind::tieuNgu;
    finding.rule = "tieu-ngu/size";
    CHECK(report::fixName(Language::vi, finding) == "cỡ chữ của Tiêu ngữ");
    finding.message = "no.such.key";
    CHECK(report::sentence(Language::vi, finding, smallRules()) == "Lề trên từ 20 đến 25 mm.");
    finding.message = "internal.checkFailed";
    finding.arguments = {checks::Quote{U"{0}"}};
    CHECK(report::sentence(Language::vi, finding, smallRules()).find("“{0}”") != std::string::npos);
}

TEST_CASE("words that only have to go or to be added are told without empty quotation marks") {
    auto finding = margin();
    finding.message = "check.motto";
    finding.element = elements::Kind::tieuNgu;
    finding.actual = checks::Quote{U" "};
    finding.expected = checks::Quote{U""};
    CHECK(report::sentence(Language::vi, finding, smallRules()) == "Tiêu ngữ đang thừa dấu cách; phải bỏ.");
    finding.actual = checks::Quote{U""};
    finding.expected = checks::Quote{U":"};
    CHECK(report::sentence(Language::vi, finding, smallRules()) == "Tiêu ngữ đang thiếu “:”; phải thêm.");
}

TEST_CASE("a missing text prints its key and arguments are never read as placeholders") {
    CHECK(report::text(Language::vi, "no.such.key") == "no.such.key");
    CHECK(report::text(Language::vi, "value.from-to", "{1}", "b") == "từ {1} đến b");
    CHECK(report::text(Language::vi, "value.from-to", "a") == "từ a đến {1}");
}

TEST_CASE("the clause is short where there is little room") {
    const auto rules = smallRules();
    CHECK(report::clause(rules, rules.rows[0]) == "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 3");
    CHECK(report::shortClause(rules, rules.rows[0]) == "NĐ 30/2020, PL I, I.I.3");
}

TEST_CASE("the JSON of check has the members of the contract") {
    const auto json = check({margin()});
    CHECK(json["schema"] == 1);
    CHECK(json["tool"]["name"] == "thethuc");
    CHECK(json["ruleset"] == "nd30-2020");
    const auto& document = json["documents"][0];
    for (const char* key : {"path", "error", "scope", "pages", "type", "milliseconds", "coverage", "elements", "findings", "citations", "figures"}) {
        INFO(key);
        CHECK(document.contains(key));
    }
    CHECK(document["error"].is_null());
    CHECK(document["scope"] == "nd30");
    CHECK(document["type"] == "BC");
    CHECK(document["milliseconds"]["read"] == 3);
    CHECK(document["coverage"]["applicable"] == 2);
    CHECK(document["coverage"]["needs_person"] == report::Json::array({"dau/present"}));
    const auto& finding = document["findings"][0];
    CHECK(finding["rule"] == "trang/margin-top");
    CHECK(finding["severity"] == "error");
    CHECK(finding["clause"] == "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 3");
    CHECK(finding["source"] == report::Json::array({"ND30-I.I.3.1"}));
    CHECK(finding["actual"] == "15 mm");
    CHECK(finding["expected"] == "20–25 mm");
    CHECK(finding["fix"] == "safe");
    CHECK(finding["count"] == 1);
    CHECK(finding["at"]["page"] == 2);
    CHECK(finding["at"]["where"] == "table");
    CHECK(report::exitCode(json) == 1);
    CHECK(report::exitCode(check({})) == 0);
    CHECK(report::exitCode(report::checkJson("x", {report::errorJson("a", "b")})) == 2);
}

TEST_CASE("a finding that was set aside does not count") {
    auto finding = margin();
    finding.ignored = true;
    finding.ignoredReason = U"theo mẫu của Sở";
    const auto json = check({finding});
    CHECK(json["documents"][0]["findings"].empty());
    CHECK(json["documents"][0]["ignored"][0]["reason"] == "theo mẫu của Sở");
    CHECK(report::exitCode(json) == 0);
}

TEST_CASE("rules are listed once with their worst severity and every band") {
    const auto json = report::rulesJson(Language::vi, smallRules());
    REQUIRE(json["rules"].size() == 1);
    CHECK(json["rules"][0]["severity"] == "error");
    CHECK(json["rules"][0]["fix"] == "safe");
    CHECK(json["rules"][0]["bands"][0]["name"] == "landscape");
    CHECK(report::renderRulesText(Language::vi, json.dump()).find("trang/margin-top") != std::string::npos);
}

TEST_CASE("text, SARIF and HTML are made from the JSON") {
    const auto json = check({margin()}).dump();
    const auto text = report::renderText(Language::vi, json);
    CHECK(text.find("● Lề trên đang là 15 mm, phải từ 20 đến 25 mm.") != std::string::npos);
    CHECK(text.find("1 lỗi, 0 cảnh báo, 0 lưu ý.") != std::string::npos);
    CHECK(text.find("Báo cáo, ") != std::string::npos);
    CHECK(text.find("2 yêu cầu áp dụng: 1 đã kiểm tra, 1 cần người kiểm tra: Dấu của cơ quan.") != std::string::npos);

    const auto sarif = report::Json::parse(report::renderSarif(Language::vi, json));
    CHECK(sarif["version"] == "2.1.0");
    const auto& result = sarif["runs"][0]["results"][0];
    CHECK(result["ruleId"] == "trang/margin-top");
    CHECK(result["level"] == "error");
    CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%C3%A1o%20c%C3%A1o%20%3C1%3E.odt");

    const auto html = report::renderHtml(Language::vi, json);
    CHECK(html.find("báo cáo &lt;1&gt;.odt") != std::string::npos);
    CHECK(html.find("<1>") == std::string::npos);
    CHECK(html.find("http") == std::string::npos);

    const auto failed = report::checkJson("x", {report::errorJson("a.odt", "tệp hỏng")}).dump();
    CHECK(report::renderText(Language::vi, failed).find("Không kiểm tra được: tệp hỏng") != std::string::npos);
    CHECK(report::Json::parse(report::renderSarif(Language::vi, failed))["runs"][0]["invocations"][0]["executionSuccessful"] == false);
    CHECK_THROWS_AS(report::renderText(Language::vi, "nothing"), std::invalid_argument);
    CHECK_THROWS_AS(report::renderHtml(Language::vi, "{}"), std::invalid_argument);
}
