#include "checks_format_support.hpp"

#include <cstdint>
#include "support/catch.hpp"

using namespace thethuc;
using namespace thethuc::testing;
using checks::Finding;
using model::Document;
using model::Paragraph;

TEST_CASE("the table of checks is sorted and complete", "[runner]") {
    const auto entries = checks::catalogue();
    REQUIRE(entries.size() > 30);
    for (std::size_t i = 1; i < entries.size(); ++i) CHECK(entries[i - 1].name < entries[i].name);
    CHECK(checks::knownCheck("body-indent"));
    CHECK_FALSE(checks::knownCheck("body"));
    for (const auto& row : shippedRules().rows) {
        INFO(row.id);
        CHECK(checks::knownCheck(row.check));
    }
}

TEST_CASE("neighbouring paragraphs with one fault are one finding, others are not", "[runner]") {
    Document document = baseDocument("bao-cao");
    paragraph(document, "1. Tiếp tục").format.align = model::Align::left;
    paragraph(document, "2. Đẩy mạnh").format.align = model::Align::left;
    paragraph(document, "Thực hiện kế hoạch công tác").format.align = model::Align::left;
    paragraph(document, "- Việc bố trí").format.align = model::Align::left;
    const auto lines = findings(document);
    CHECK(std::count(lines.begin(), lines.end(), "noi-dung/align error safe left") == 2);
    CHECK(std::count(lines.begin(), lines.end(), "khoan/align error safe left x2") == 1);
    CHECK(all(fixedOnce(document)) == "");
}

TEST_CASE("findings come in the order of the document with exact places", "[runner]") {
    Document document = baseDocument("bao-cao");
    model::SetCharFormat change;
    const std::int32_t p = indexOf(document, "Thực hiện kế hoạch công tác");
    change.at = {0, p, 10, 8};
    change.size = 120;
    document = model::apply(document, {change});
    eachRun(paragraph(document, "CỘNG HÒA"), [](model::CharFormat& format) { format.size = 150; });
    const auto result = checkedResult(document);
    REQUIRE(result.findings.size() == 2);
    CHECK(result.findings[0].rule == "quoc-hieu/size");
    CHECK(result.findings[1].at.range == model::Range{0, p, 10, 8});
    CHECK(result.findings[1].at.fingerprint == paragraph(document, "Thực hiện kế hoạch công tác").fingerprint());
    CHECK(result.findings[1].expected == checks::Value(checks::Points{130, 140}));
}

TEST_CASE("a finding set aside stays, marked", "[runner]") {
    Document document = baseDocument("bao-cao");
    Paragraph& one = paragraph(document, "CỘNG HÒA");
    eachRun(one, [](model::CharFormat& format) { format.size = 150; });
    document.ignored.push_back({"quoc-hieu/size", one.fingerprint(), U"theo mẫu của tỉnh"});
    CHECK(all(document) == "quoc-hieu/size error safe 150 ignored");
    CHECK(fixedOnce(document) == document);
    document.ignored[0].fingerprint = 1;
    CHECK(all(document) == "quoc-hieu/size error safe 150");
    document.ignored[0].fingerprint = 0;
    CHECK(checkedResult(document).findings[0].ignoredReason == U"theo mẫu của tỉnh");
}

TEST_CASE("coverage counts what could be judged", "[runner]") {
    const auto coverage = checkedResult(baseDocument("bao-cao")).coverage;
    CHECK(std::is_sorted(coverage.applicable.begin(), coverage.applicable.end()));
    CHECK(std::adjacent_find(coverage.applicable.begin(), coverage.applicable.end()) == coverage.applicable.end());
    CHECK(coverage.applicable.size() == coverage.checked.size() + coverage.needsPerson.size());
    CHECK(std::find(coverage.needsPerson.begin(), coverage.needsPerson.end(), "dau/present") != coverage.needsPerson.end());
    // No secrecy mark in the report: nothing to judge.
    CHECK(std::find(coverage.applicable.begin(), coverage.applicable.end(), "do-khan/size") == coverage.applicable.end());
}

TEST_CASE("only the rules asked for, and none once cancelled", "[runner]") {
    Document document = baseDocument("bao-cao");
    eachRun(paragraph(document, "CỘNG HÒA"), [](model::CharFormat& format) { format.size = 150, format.italic = true; });
    const auto analysis = elements::analyse(document);
    const checks::Context context{document, analysis, shippedRules(), text::timesWidths()};
    checks::Options options;
    options.only = {"quoc-hieu/italic"};
    auto result = checks::run(context, options);
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings[0].rule == "quoc-hieu/italic");
    CHECK(result.coverage.applicable == options.only);
    const std::atomic<bool> cancelled{true};
    options = {};
    options.cancelled = &cancelled;
    CHECK(checks::run(context, options).findings.empty());
}

TEST_CASE("layout is judged only where the decree governs it", "[runner]") {
    Document document = baseDocument("bao-cao");
    eachRun(paragraph(document, "CỘNG HÒA"), [](model::CharFormat& format) { format.size = 150; });
    auto analysis = elements::analyse(document);
    analysis.scope = elements::Scope::party;
    const auto result = checks::run({document, analysis, shippedRules(), text::timesWidths()});
    CHECK(result.findings.empty());
    for (const std::string& id : result.coverage.applicable) CHECK_FALSE(id.starts_with("quoc-hieu"));
}

TEST_CASE("every document that can be read can be checked", "[runner]") {
    Document empty;
    empty.stories.emplace_back().paragraphs.emplace_back();
    empty.pageStyles.emplace_back();
    empty.sections.emplace_back();
    CHECK_NOTHROW(checkedResult(empty));
    // Scope forced: no element, no section, no font.
    elements::Analysis analysis;
    analysis.scope = elements::Scope::nd30;
    analysis.parts.emplace_back();
    analysis.elementOf = {-1};
    CHECK_NOTHROW(checks::run({empty, analysis, shippedRules(), text::timesWidths()}));
    empty.sections.clear();
    empty.pageStyles.clear();
    CHECK_NOTHROW(checks::run({empty, analysis, shippedRules(), text::timesWidths()}));
}

TEST_CASE("a plan holds no two edits that contradict each other", "[runner][plan]") {
    const auto finding = [](model::Edits edits) {
        Finding one;
        one.edits = std::move(edits);
        return one;
    };
    model::SetCharFormat bold;
    bold.at = {0, 4, 0, 10};
    bold.bold = true;
    model::SetCharFormat plain = bold;
    plain.at = {0, 4, 5, 10};
    plain.bold = false;
    plain.size = 130;
    const Finding a = finding({bold, model::ReplaceText{{0, 4, 2, 3}, U"x"}, model::SetPageNumber{"Standard", 140, true}});
    const Finding b = finding({plain, model::ReplaceText{{0, 4, 4, 3}, U"y"}, model::ReplaceText{{0, 4, 8, 1}, U"z"}, model::RemoveParagraph{{0, 9, 0, 0}},
                               model::SetPageNumber{"Standard", 130, true}});
    const model::Edits edits = checks::plan({&a, &b});
    REQUIRE(edits.size() == 6);
    CHECK(std::holds_alternative<model::RemoveParagraph>(edits[0]));
    const auto& kept = std::get<model::SetCharFormat>(edits[2]);
    CHECK((kept.size == 130 || std::get<model::SetCharFormat>(edits[1]).size == 130));
    CHECK(std::get<model::ReplaceText>(edits[3]).text == U"z");
    CHECK(std::get<model::ReplaceText>(edits[4]).text == U"x");
    CHECK(std::get<model::SetPageNumber>(edits[5]).size == 140);
    CHECK(checks::plan({}).empty());
}

TEST_CASE("all faults of one document are fixed together", "[runner][plan]") {
    Document document = baseDocument("bao-cao");
    eachRun(paragraph(document, "CỘNG HÒA"), [](model::CharFormat& format) { format.size = 150, format.italic = true; });
    paragraph(document, "Số: 135").format.align = model::Align::left;
    for (Paragraph& one : document.stories[0].paragraphs) {
        if (one.cell >= 0 || one.format.firstLineIndent == 0) continue;
        one.format.align = model::Align::left;
        one.format.firstLineIndent = 0;
        one.format.spaceAfter = 0;
        one.format.lineSpacing.value = 170;
    }
    document.pageStyles[1].marginLeft = 2000;
    std::erase_if(document.shapes, [](const model::Shape&) { return true; });
    const Document fixed = fixedOnce(document);
    CHECK(all(fixed) == "");
    CHECK(fixedOnce(fixed) == fixed);
}
