#include "checks_format_support.hpp"

#include <cstdint>
#include "support/catch.hpp"

using namespace thethuc;
using namespace thethuc::testing;
using model::Document;
using model::Paragraph;

namespace {

void faultAndFix(const Document& document, const std::string& expected) {
    CHECK(all(document) == expected);
    const Document fixed = fixedOnce(document);
    CHECK(all(fixed) == "");
    CHECK(fixedOnce(fixed) == fixed);
}

/// The separator anchored at the paragraph that starts so.
model::Shape& lineAt(Document& document, std::string_view start) {
    const std::int32_t p = indexOf(document, start);
    for (auto& shape : document.shapes) {
        if (shape.anchor.story == 0 && shape.anchor.paragraph == p) return shape;
    }
    throw std::out_of_range("no line at " + std::string(start));
}

void removeLine(Document& document, std::string_view start) {
    const std::string name = lineAt(document, start).name;
    std::erase_if(document.shapes, [&](const model::Shape& shape) { return shape.name == name; });
}

constexpr const char* kMotto = "Độc lập";
constexpr const char* kAgency = "XÃ AN BÌNH";
constexpr const char* kSubject = "Kết quả thực hiện công tác";

}  // namespace

TEST_CASE("a missing line is drawn", "[checks][line]") {
    for (const auto& [start, rule] : {std::pair(kMotto, "tieu-ngu/line"), std::pair(kAgency, "co-quan-ban-hanh/line"), std::pair(kSubject, "trich-yeu/line")}) {
        Document document = baseDocument("bao-cao");
        removeLine(document, start);
        faultAndFix(document, std::string(rule) + " error safe missing");
    }
}

TEST_CASE("an underline is no line", "[checks][line]") {
    Document document = baseDocument("bao-cao");
    removeLine(document, kMotto);
    eachRun(paragraph(document, kMotto), [](model::CharFormat& format) { format.underline = true; });
    faultAndFix(document, "tieu-ngu/line error safe underlinedText");
    Document fixed = fixedOnce(document);
    CHECK_FALSE(paragraph(fixed, kMotto).runs[0].format.underline);
}

TEST_CASE("a dashed line is redrawn", "[checks][line]") {
    Document document = baseDocument("bao-cao");
    lineAt(document, kMotto).dashed = true;
    faultAndFix(document, "tieu-ngu/line error safe dashedLine");
}

TEST_CASE("the line below the motto is as long as the motto", "[checks][line]") {
    const auto scaled = [](int percent) {
        Document document = baseDocument("bao-cao");
        auto& line = lineAt(document, kMotto);
        line.width = line.width * percent / 100;
        return document;
    };
    CHECK(all(scaled(96)) == "");
    CHECK(all(scaled(104)) == "");
    CHECK(findings(scaled(90)).front().starts_with("tieu-ngu/line-length warning safe 8"));
    CHECK(findings(scaled(115)).front().starts_with("tieu-ngu/line-length warning safe 11"));
    CHECK(findings(scaled(40)).front().starts_with("tieu-ngu/line-length error safe"));
    CHECK(findings(scaled(130)).front().starts_with("tieu-ngu/line-length error safe 12"));
    for (const int percent : {40, 90, 115, 130}) CHECK(all(fixedOnce(scaled(percent))) == "");
}

TEST_CASE("the lines below agency and subject are a third to a half of the longest line", "[checks][line]") {
    const auto scaled = [](const char* start, int percent) {
        Document document = baseDocument("bao-cao");
        auto& line = lineAt(document, start);
        line.width = line.width * percent / 100;
        return document;
    };
    CHECK(all(scaled(kAgency, 80)) == "");
    CHECK(all(scaled(kAgency, 125)) == "");
    CHECK(findings(scaled(kAgency, 200)).front().starts_with("co-quan-ban-hanh/line-length error safe"));
    CHECK(all(fixedOnce(scaled(kAgency, 200))) == "");
    CHECK(all(fixedOnce(scaled(kSubject, 30))) == "");
    // A subject that wraps is measured by its longest line, not as if it were on one.
    Document wrapped = baseDocument("bao-cao");
    Paragraph& subject = paragraph(wrapped, kSubject);
    retext(subject, "Kết quả thực hiện công tác cải cách hành chính quý III năm 2025 và phương hướng, nhiệm vụ trọng tâm quý IV năm 2025 trên địa bàn");
    auto& line = lineAt(wrapped, kSubject);
    line.width = 6000;                           // 40 % of a full line of 16 cm, 25 % of the text on one line
    CHECK(all(wrapped) == "");
}

TEST_CASE("what cannot be measured needs a person", "[checks][line]") {
    Document document = baseDocument("bao-cao");
    document.facts.timesMetrics = false;
    const auto result = checkedResult(document);
    CHECK(result.findings.empty());
    const auto& person = result.coverage.needsPerson;
    for (const char* id : {"tieu-ngu/line-length", "co-quan-ban-hanh/line-length", "trich-yeu/line-length"}) {
        CHECK(std::find(person.begin(), person.end(), id) != person.end());
        CHECK(std::find(result.coverage.checked.begin(), result.coverage.checked.end(), id) == result.coverage.checked.end());
    }
}

TEST_CASE("underscores and borders are lines", "[checks][line]") {
    Document document = baseDocument("bao-cao");
    removeLine(document, kMotto);
    const std::int32_t motto = indexOf(document, kMotto);
    document = model::apply(document, {model::ReplaceText{{0, motto, 27, 0}, U"\n______________________"}});
    const auto lines = findings(document);
    CHECK(std::none_of(lines.begin(), lines.end(), [](const std::string& one) { return one.starts_with("tieu-ngu/line "); }));
    Document shorter = model::apply(document, {model::ReplaceText{{0, motto, 28, 14}, U""}});
    CHECK(all(fixedOnce(shorter)) == "");
}

TEST_CASE("a letter has no line below its subject", "[checks][line]") {
    CHECK(all(baseDocument("cong-van")) == "");
}
