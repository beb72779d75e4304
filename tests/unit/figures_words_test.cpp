// What the panel says of figures.
#include <string>

#include "figures/figures.hpp"
#include "report/figure_words.hpp"
#include "support/catch.hpp"

using namespace thethuc;

namespace {

std::vector<figures::Figure> of(std::u32string words) {
    model::Document document;
    document.stories.resize(1);
    model::Paragraph paragraph;
    paragraph.text = std::move(words);
    document.stories.front().paragraphs.push_back(paragraph);
    return figures::recognise(document);
}

std::string detail(std::u32string words) {
    const auto found = of(std::move(words));
    REQUIRE(found.size() == 1);
    const std::string all = report::figureDetail(report::Language::vi, found.front());
    return all.substr(all.find('\n') + 1);
}

}  // namespace

TEST_CASE("a figure is told with its calculation", "[figures]") {
    CHECK(detail(U"14/41 nhiệm vụ, đạt 34,15%") == "14 : 41 × 100 ≈ 34,15%\nĐúng.");
    CHECK(detail(U"1/8 xã, đạt 12,5%") == "1 : 8 × 100 = 12,5%\nĐúng.");
    CHECK(detail(U"45/60 ha, còn thiếu 25%") == "100 − 45 : 60 × 100 = 25%\nĐúng.");
    CHECK(detail(U"4,1%, giảm 1,1 điểm phần trăm so với cùng kỳ (5,2%)") == "5,2 − 4,1 = 1,1 điểm\nĐúng.");
    CHECK(detail(U"7/12 chỉ tiêu, đạt 58,4%") == "7 : 12 × 100 ≈ 58,3%\nĐang ghi 58,4%; làm tròn là 58,3%.");
    CHECK(detail(U"205/220 hồ sơ, đạt 92,3%") == "205 : 220 × 100 ≈ 93,2%\nĐang ghi 92,3%; tính lại là 93,2%.\nCó thể gõ nhầm chữ số của tỷ lệ."
                                                  "\nTỷ lệ khớp nếu số đầu là 203.\nTỷ lệ khớp nếu số sau là 222.");
    CHECK(report::figureBrief(report::Language::vi, of(U"205/220 hồ sơ, đạt 92,3%").front()) == "✗ 92,3% → 93,2% · 205/220 hồ sơ, đạt 92,3%");
    CHECK(report::figuresSummary(report::Language::vi, of(U"14/41 nhiệm vụ, đạt 34,15%; 7/12 chỉ tiêu, đạt 58,4%")) ==
          "1 trong 2 tỷ lệ đúng, 1 sai số làm tròn.");
    CHECK(report::figuresSummary(report::Language::vi, {}) == "không có tỷ lệ hay tổng nào tính lại được.");
}
