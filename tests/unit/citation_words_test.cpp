// What the panel “Viện dẫn” says of cited documents.
#include <string>

#include "app/app.hpp"
#include "checks/citation_findings.hpp"
#include "report/citation_words.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"
#include "text/text.hpp"

using namespace thethuc;
using report::Language;
using thethuc::testing::DocumentBuilder;

namespace {

struct Report {
    explicit Report(DocumentBuilder& builder)
        : document(builder.take()), outcome(app::check(document, testing::shippedRules(), text::timesWidths())),
          about(checks::findingsByEntry(outcome.citations, outcome.result.findings)) {}

    [[nodiscard]] bool look(std::size_t entry) const { return checks::needsLook(outcome.result.findings, about.at(entry)); }
    [[nodiscard]] std::string brief(std::size_t entry, Language language = Language::vi) const {
        return report::citationBrief(language, outcome.citations, entry, look(entry));
    }
    [[nodiscard]] std::string detail(std::size_t entry) const {
        return report::citationDetail(Language::vi, document, outcome.citations, entry, outcome.result.findings, about.at(entry), testing::shippedRules());
    }

    model::Document document;
    app::CheckOutcome outcome;
    std::vector<std::vector<std::size_t>> about;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("lines of cited documents: what tells them apart stands first", "[citations][panel]") {
    DocumentBuilder builder;
    builder.prose("+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024 và Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.");
    const Report report(builder);
    CHECK(report.brief(0) == "1. 12/KH-UBND · 25/7/2025 ② · Kế hoạch · UBND xã Đông Khê");
    CHECK(has(report.brief(1), "2. Luật Đất đai · 18/01/2024 · 31/2024/QH15"));
    CHECK(report::citationsSummary(Language::vi, report.outcome.citations, 0) == "2 văn bản, 3 lần viện dẫn");
    CHECK(report::citationsSummary(Language::vi, report.outcome.citations, 2) == "2 văn bản, 3 lần viện dẫn · ⚠\u00A02");
    CHECK(report::citationsSummary(Language::vi, {}, 0) == "Không có văn bản nào được viện dẫn.");
    CHECK(report::mentionWords(Language::vi, report.document, report.outcome.citations, 0, 1) == "Lần 2/2, rút gọn");
    CHECK(report::citationLines(report.outcome.citations) ==
          "1. Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính\n2. Luật Đất đai\n");
}

TEST_CASE("a contradiction shows at both documents with the words of the other place", "[citations][panel]") {
    DocumentBuilder builder;
    builder.prose("+ Nghị định số 111/2022/NĐ-CP của Chính phủ về hợp đồng đối với một số loại công việc.")
        .prose("Đã thực hiện.")
        .footnote("Nghị định số 111/2020/NĐ-CP ngày 30/12/2022 của Chính phủ về hợp đồng đối với một số loại công việc.");
    const Report report(builder);
    REQUIRE(report.outcome.citations.entries.size() == 2);
    CHECK(report.look(0));
    CHECK(report.look(1));
    CHECK(has(report.brief(0), "1. ⚠ 111/2022/NĐ-CP"));
    CHECK(has(report.detail(0), "thiếu: ngày ban hành"));
    CHECK(has(report.detail(1), "111/2022/NĐ-CP"));
    CHECK(report::mentionWords(Language::vi, report.document, report.outcome.citations, 1, 0) == "Lần 1/1, đầy đủ, cước chú thứ 1");
}

TEST_CASE("remarks and what was set aside ask for no look", "[citations][panel]") {
    DocumentBuilder builder;
    builder.prose("+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("+ Quyết định số 9/QĐ-UBND ngày 31/02/2025 của UBND xã Đông Khê về khen thưởng.");
    Report report(builder);
    REQUIRE(report.about.at(0).size() == 1);
    CHECK_FALSE(report.look(0));
    CHECK(has(report.detail(0), "\nℹ "));
    CHECK(report.look(1));
    for (checks::Finding& finding : report.outcome.result.findings) finding.ignored = true;
    CHECK_FALSE(report.look(1));
    CHECK(has(report.detail(1), "Đã bỏ qua: "));
}

TEST_CASE("many mentions are counted in digits", "[citations][panel]") {
    DocumentBuilder builder;
    for (int i = 0; i < 21; ++i) builder.prose("Theo Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.");
    const Report report(builder);
    CHECK(has(report.brief(0), "12/KH-UBND (21) · Kế hoạch"));
    CHECK(has(report.brief(0, Language::en), "12/KH-UBND (21)"));
}
