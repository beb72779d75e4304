// Figures that a table is filled with before a person types: only what is said in an indicator's own words.
#include <map>
#include <string>
#include <vector>

#include "app/indicator_figures.hpp"
#include "draft/indicators.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

using namespace thethuc;
using app::FoundFigure;
using draft::ColumnKind;

namespace {

const draft::IndicatorData& known() {
    static const draft::IndicatorData result = draft::readIndicators(THETHUC_SOURCE_DIR "/templates/indicators", report::Language::vi);
    return result;
}

model::Document wordsOf(const std::vector<std::u32string>& lines) {
    model::Document document;
    document.stories.resize(1);
    for (const std::u32string& line : lines) document.stories[0].paragraphs.emplace_back().text = line;
    return document;
}

using Values = std::map<std::string, std::string>;

Values found(const std::vector<std::u32string>& lines) {
    Values result;
    for (const FoundFigure& one : app::figuresOf(wordsOf(lines), known())) result[one.indicator] = one.value;
    return result;
}

}  // namespace

TEST_CASE("figures of sentences in an indicator's own words", "[tables]") {
    CHECK(found({U"Đã nhận 1.081  Hồ sơ nộp trực tuyến, đạt 81%."}) == Values{{"CCHC-7.7", "1.081"}});
    CHECK(found({U"- Hồ sơ nộp trực tuyến: 81 hồ sơ;"}) == Values{{"CCHC-7.7", "81"}});
    CHECK(found({U"Hồ sơ nộp trực tuyến là 81."}) == Values{{"CCHC-7.7", "81"}});
    CHECK(found({U"Tỷ lệ hồ sơ nộp trực tuyến đạt 81,15%"}) == Values{{"CCHC-7.7b", "81,15"}});
    // The same said twice is one figure; two values are none.
    CHECK(found({U"Có 81 hồ sơ nộp trực tuyến.", U"Hồ sơ nộp trực tuyến: 81 hồ sơ"}) == Values{{"CCHC-7.7", "81"}});
    CHECK(found({U"Có 81 hồ sơ nộp trực tuyến.", U"Hồ sơ nộp trực tuyến: 82 hồ sơ"}).empty());
    const auto one = app::figuresOf(wordsOf({U"", U"Trong quý đã có  81 hồ sơ nộp trực tuyến."}), known());
    REQUIRE(one.size() == 1);
    CHECK(one[0].at == model::Range{0, 1, 17, 2});
    CHECK(one[0].words.find("81 hồ sơ nộp trực tuyến") != std::string::npos);
}

TEST_CASE("what may be another figure is left out", "[tables]") {
    CHECK(found({U"Khoảng 81 hồ sơ nộp trực tuyến."}).empty());
    CHECK(found({U"Có 70/81 hồ sơ nộp trực tuyến."}).empty());
    CHECK(found({U"Tăng 12 hồ sơ nộp trực tuyến."}).empty());
    CHECK(found({U"Có 81 hồ sơ nộp trực tuyến toàn trình."}).empty());
    CHECK(found({U"Không có hồ sơ nộp trực tuyến: 81 hồ sơ"}).empty());
    CHECK(found({U"Hồ sơ nộp trực tuyến: 81%"}).empty());
    CHECK(found({U"Hồ sơ nộp trực tuyến, 81 hồ sơ"}).empty());
    CHECK(found({U"Tỷ lệ hồ sơ nộp trực tuyến: 81 hồ sơ"}).empty());
    CHECK(found({U"Hồ sơ nộp trực tuyến: 81 lượt người"}).empty());
    // Names that say nothing by themselves.
    CHECK(found({U"Trong đó: cấp xã: 4 đơn vị", U"Trong đó: quá hạn 3 hồ sơ"}).empty());
    CHECK(found({U"", U"81", U"hồ sơ nộp trực tuyến"}).empty());
}

TEST_CASE("the last report's tables are what this period is compared with", "[tables]") {
    const model::Document last = thethuc::testing::tableOf({{U"STT", U"Chỉ tiêu", U"Đơn vị tính", U"Thực hiện", U"Cùng kỳ"},
                                                          {U"1", U"Tổng số hồ sơ tiếp nhận", U"hồ sơ", U"100", U"90"},
                                                          {U"2", U"Hồ sơ nộp trực tuyến", U"hồ sơ", U"81", U"70"},
                                                          {U"3", U"Tỷ lệ hồ sơ nộp trực tuyến", U"%", U"81,00", U"77,78"}});
    Values previous;
    for (const FoundFigure& one : app::figuresOfLastReport(last, known())) {
        CHECK(one.kind == ColumnKind::previous);
        previous[one.indicator] = one.value;
    }
    // The ratio is computed anew.
    CHECK(previous == Values{{"CCHC-7.7", "81"}, {"CCHC-7.7a", "100"}});
    CHECK(app::figuresOf(last, known()).size() == 4);
}
