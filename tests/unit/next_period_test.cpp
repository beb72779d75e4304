// An earlier report moved on to the next period: what is changed, and what is left to a person.
#include <algorithm>
#include <string>
#include <vector>

#include "app/next_period.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using draft::Period;
using draft::PeriodKind;

namespace {

constexpr Period kThird{PeriodKind::quarter, 3, 2025}, kFourth{PeriodKind::quarter, 4, 2025};

struct Result {
    std::string text;
    std::vector<std::string> left;
    std::vector<std::string> marked;
};

/// One body paragraph moved on; `as` is the element it is.
Result moved(const std::string& line, const Period& from, const Period& to, elements::Kind as = elements::Kind::noiDung) {
    model::Document document;
    document.fonts = {"Times New Roman"};
    document.stories.resize(1);
    model::Paragraph paragraph;
    paragraph.text = text::fromUtf8(line);
    paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), model::RunKind::text, -1, {}});
    document.stories.front().paragraphs.push_back(paragraph);
    document.pageStyles.resize(1);
    document.sections.resize(1);
    elements::Element element;
    element.kind = as;
    element.ranges = {{0, 0, 0, static_cast<std::int32_t>(paragraph.text.size())}};
    element.text = paragraph.text;
    elements::Analysis analysis;
    analysis.parts.push_back({elements::PartKind::main, 0, 1, std::nullopt});
    analysis.elements = {element};
    analysis.elementOf = {0};
    analysis.quoted = {false};
    const citations::Ledger ledger = citations::recognise(document, analysis);
    const app::MovedOn result = app::moveOn(document, analysis, ledger, from, to, 2026);
    Result out;
    for (const auto& edit : result.edits) {
        if (const auto* mark = std::get_if<model::SetCharFormat>(&edit)) {
            out.marked.push_back(text::toUtf8(paragraph.text.substr(static_cast<std::size_t>(mark->at.start), static_cast<std::size_t>(mark->at.length))));
        }
    }
    const model::Document after = model::apply(document, result.edits);
    out.text = text::toUtf8(after.stories.front().paragraphs.front().text);
    for (const auto& one : result.left) out.left.push_back(one.why);
    return out;
}

std::string text3(const std::string& line) { return moved(line, kThird, kFourth).text; }
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the period that the next report is about", "[draft]") {
    CHECK(draft::reportAfter(kThird) == kFourth);
    CHECK(draft::reportAfter(kFourth) == Period{PeriodKind::quarter, 1, 2026});
    CHECK(draft::reportAfter({PeriodKind::month, 9, 2025}) == Period{PeriodKind::month, 10, 2025});
    CHECK(draft::reportAfter({PeriodKind::month, 12, 2025}) == Period{PeriodKind::month, 1, 2026});
    CHECK(draft::reportAfter({PeriodKind::half, 1, 2025}) == Period{PeriodKind::year, 1, 2025});
    CHECK(draft::reportAfter({PeriodKind::half, 2, 2025}) == Period{PeriodKind::half, 1, 2026});
    CHECK(draft::reportAfter({PeriodKind::nineMonths, 1, 2025}) == Period{PeriodKind::year, 1, 2025});
    CHECK(draft::reportAfter({PeriodKind::year, 1, 2025}) == Period{PeriodKind::year, 1, 2026});
}

TEST_CASE("a quarter moves on in every form in which it is written", "[draft]") {
    CHECK(text3("Kết quả quý III năm 2025 của xã") == "Kết quả quý IV năm 2025 của xã");
    CHECK(text3("Quý III năm 2025") == "Quý IV năm 2025");
    CHECK(text3("QUÝ III NĂM 2025") == "QUÝ IV NĂM 2025");
    CHECK(text3("quý III/2025, quý 3 năm 2025, quý III, năm 2025") == "quý IV/2025, quý 4 năm 2025, quý IV năm 2025");
    CHECK(text3("Trong quý III, xã đã") == "Trong quý IV, xã đã");
    const Period first{PeriodKind::quarter, 1, 2026};
    CHECK(moved("quý IV năm 2025 và quý IV/2025", kFourth, first).text == "quý I năm 2026 và quý I/2026");
}

TEST_CASE("months, halves, nine months and years move on", "[draft]") {
    const Period september{PeriodKind::month, 9, 2025}, december{PeriodKind::month, 12, 2025}, half{PeriodKind::half, 1, 2025}, whole{PeriodKind::year, 1, 2025};
    CHECK(moved("kết quả tháng 9 năm 2025, tháng 09/2025, tháng 9", september, draft::reportAfter(september)).text == "kết quả tháng 10 năm 2025, tháng 10/2025, tháng 10");
    CHECK(moved("tháng 12 năm 2025", december, draft::reportAfter(december)).text == "tháng 01 năm 2026");
    CHECK(moved("Kết quả 6 tháng đầu năm 2025; 06 tháng đầu năm", half, whole).text == "Kết quả năm 2025; năm 2025");
    CHECK(moved("9 tháng đầu năm 2025; 9 tháng năm 2025", {PeriodKind::nineMonths, 1, 2025}, whole).text == "năm 2025; năm 2025");
    CHECK(moved("KẾT QUẢ CÔNG TÁC NĂM 2025", whole, draft::reportAfter(whole), elements::Kind::trichYeu).text == "KẾT QUẢ CÔNG TÁC NĂM 2026");
    CHECK(moved("Trên đây là báo cáo năm 2025.", whole, draft::reportAfter(whole)).text == "Trên đây là báo cáo năm 2026.");
}

TEST_CASE("what is not certain stays and is listed", "[draft]") {
    const auto stays = [](const std::string& line, const Period& from, const Period& to, const char* why) {
        const Result result = moved(line, from, to);
        INFO(line);
        CHECK(result.text == line);
        CHECK(std::find(result.left.begin(), result.left.end(), why) != result.left.end());
    };
    const Period first{PeriodKind::quarter, 1, 2026}, half{PeriodKind::half, 1, 2025}, whole{PeriodKind::year, 1, 2025};
    stays("Nhiệm vụ quý IV năm 2025", kThird, kFourth, "draft.next.period");
    stays("Kế hoạch công tác năm 2025", kFourth, first, "draft.next.period");
    stays("trong thời hạn 6 tháng", half, whole, "draft.next.period");
    stays("Chương trình công tác năm 2025", whole, draft::reportAfter(whole), "draft.next.period");
    stays("Ngày 05/8/2025 xã đã họp", kThird, kFourth, "draft.next.date");
    stays("hoàn thành đến hết ngày 19/8/2025", kThird, kFourth, "draft.next.date");
    // In a report on a quarter a month says when something happened, and the year goes on.
    CHECK(text3("Trong tháng 9, xã đã họp; cả năm 2025") == "Trong tháng 9, xã đã họp; cả năm 2025");
    CHECK(moved("Trong tháng 9, cả năm 2025", kThird, kFourth).left.empty());
}

TEST_CASE("a comparison moves with its period, the year of comparison only with the year", "[draft]") {
    CHECK(text3("tăng so với quý III năm 2024") == "tăng so với quý IV năm 2024");
    CHECK(text3("tăng so với cùng kỳ năm 2024") == "tăng so với cùng kỳ năm 2024");
    CHECK(moved("so với cùng kỳ năm 2024", kFourth, {PeriodKind::quarter, 1, 2026}).text == "so với cùng kỳ năm 2025");
    CHECK(text3("Theo số liệu quý III năm 2024") == "Theo số liệu quý III năm 2024");
}

TEST_CASE("cut-off dates move by the length of the period", "[draft]") {
    CHECK(text3("(tính đến ngày 14/9/2025)") == "(tính đến ngày 14/12/2025)");
    CHECK(text3("tính đến 10/9/2025 và đến hết ngày 30/9/2025") == "tính đến 10/12/2025 và đến hết ngày 31/12/2025");
    CHECK(text3("từ ngày 15/6/2025 đến ngày 14/9/2025") == "từ ngày 15/9/2025 đến ngày 14/12/2025");
    CHECK(text3("từ ngày 11/06/2025 tính đến ngày 10/9/2025") == "từ ngày 11/09/2025 tính đến ngày 10/12/2025");
    CHECK(text3("đến ngày 14 tháng 9 năm 2025") == "đến ngày 14 tháng 12 năm 2025");
    const Period first{PeriodKind::quarter, 1, 2026}, half{PeriodKind::half, 1, 2025}, whole{PeriodKind::year, 1, 2025};
    CHECK(moved("đến ngày 14/12/2025", kFourth, first).text == "đến ngày 14/3/2026");
    CHECK(moved("đến ngày 31/12/2025", {PeriodKind::month, 12, 2025}, {PeriodKind::month, 1, 2026}).text == "đến ngày 31/01/2026");
    CHECK(moved("đến ngày 30/01/2026", {PeriodKind::month, 1, 2026}, {PeriodKind::month, 2, 2026}).text == "đến ngày 28/02/2026");
    CHECK(moved("từ ngày 15/12/2024 đến ngày 14/6/2025", half, whole).text == "từ ngày 15/12/2024 đến ngày 14/12/2025");
    CHECK(moved("đến ngày 14/12/2025", whole, draft::reportAfter(whole)).text == "đến ngày 14/12/2026");
}

TEST_CASE("nothing inside a cited document is touched", "[draft]") {
    const std::string cited = "Thực hiện Công văn số 2369/SNV-XDCQ ngày 14/9/2025 của Sở Nội vụ về việc báo cáo cải cách hành chính quý III năm 2025";
    const Result result = moved(cited, kThird, kFourth);
    CHECK(result.text == cited);
    CHECK(result.marked.empty());
    CHECK(result.left == Words{"draft.next.basis"});
    CHECK(text3("tính đến ngày ban hành Quyết định số 12/QĐ-UBND ngày 14/9/2025") == "tính đến ngày ban hành Quyết định số 12/QĐ-UBND ngày 14/9/2025");
}

TEST_CASE("figures of the earlier period keep their words and are marked", "[draft]") {
    const Result result = moved("2.1. Quý III giải quyết 1.234,5 hồ sơ, đạt 34,15% theo Điều 4, khoản 2, giai đoạn 2021-2025", kThird, kFourth);
    CHECK(result.text == "2.1. Quý IV giải quyết 1.234,5 hồ sơ, đạt 34,15% theo Điều 4, khoản 2, giai đoạn 2021-2025");
    CHECK(result.marked == Words{"1.234,5", "34,15"});
    CHECK(moved("Tổng số 408 thủ tục, trong đó 2 liên thông", kThird, kFourth).marked == Words{"408", "2"});
    CHECK(result.left == Words{"draft.next.figures"});
}

TEST_CASE("figures of a table go into the column that they are compared in", "[draft]") {
    const auto table = [](const char* then) {
        testing::DocumentBuilder builder;
        builder.paragraph("BÁO CÁO", {.bold = true}).paragraph("Kết quả quý III năm 2025", {.bold = true});
        builder.prose("Kết quả cụ thể như bảng sau:");
        builder.table({1000, 6000, 2500, 2500, 2500}, true);
        for (const char* words : {"STT", "Chỉ tiêu", "Thực hiện", then, "Tăng/giảm", "1", "Hồ sơ tiếp nhận", "1.234,5", "1.100", "134,5", "2", "Thủ tục ban hành", "chưa có số", "", "",
                                  "3", "Hồ sơ trả lại", "", "12", ""}) {
            builder.cell().paragraph(words);
        }
        builder.endTable();
        return builder.take();
    };
    const auto said = [](const model::Document& document, const draft::Period& to) {
        const elements::Analysis analysis = elements::analyse(document);
        const citations::Ledger ledger = citations::recognise(document, analysis);
        const app::MovedOn result = app::moveOn(document, analysis, ledger, {PeriodKind::quarter, 3, 2025}, to, 2025);
        const model::Document after = model::apply(document, result.edits);
        std::vector<std::string> cells;
        for (const model::Cell& cell : after.cells) cells.push_back(text::toUtf8(after.at({0, cell.firstParagraph, 0, 0}).text));
        return std::pair(cells, result.left);
    };
    const Words moved{"1", "Hồ sơ tiếp nhận", "", "1.234,5", "", "2", "Thủ tục ban hành", "chưa có số", "", "", "3", "Hồ sơ trả lại", "", "", ""};
    for (const char* then : {"Cùng kỳ", "Quý trước"}) {
        const auto [cells, left] = said(table(then), {PeriodKind::quarter, 4, 2025});
        INFO(then);
        CHECK(Words(cells.begin() + 5, cells.end()) == moved);
        const char* why = std::string_view(then) == "Cùng kỳ" ? "draft.next.enter-compared" : "draft.next.enter";
        CHECK(std::any_of(left.begin(), left.end(), [&](const auto& one) { return one.why == why; }));
    }
    const auto [yearly, sure] = said(table("Cùng kỳ"), {PeriodKind::quarter, 3, 2026});
    CHECK(Words(yearly.begin() + 5, yearly.end()) == moved);
    CHECK(std::any_of(sure.begin(), sure.end(), [](const auto& one) { return one.why == "draft.next.enter"; }));
    // without such a column the figures stay where they are
    CHECK(said(table("Ghi chú"), {PeriodKind::quarter, 4, 2025}).first[7] == "1.234,5");
}
