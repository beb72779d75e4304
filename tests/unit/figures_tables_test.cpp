// Figures of tables: columns by their heads, the row of totals; what is not plain is left alone.
#include <algorithm>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "number/number.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

using namespace thethuc;
using figures::Figure;
using figures::Verdict;
using thethuc::testing::Rows;
using thethuc::testing::tableOf;

namespace {

/// "ratio ok 34.1 34.1" per figure.
std::vector<std::string> judged(const Rows& rows) {
    std::vector<std::string> out;
    for (const Figure& one : figures::recognise(tableOf(rows))) {
        out.push_back(std::string(figures::name(one.kind)) + ' ' + std::string(figures::name(one.verdict)) + ' ' + number::plain(one.claimed.value) + ' ' +
                      number::plain(one.correct));
    }
    return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("percent columns are recomputed row by row", "[figures]") {
    CHECK(judged({{U"Nội dung", U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)"},
                  {U"Nhiệm vụ", U"41", U"14", U"34,15"},
                  {U"Giải ngân", U"300", U"200", U"66,6"},
                  {U"Biên chế", U"220", U"205", U"97,2%"},
                  {U"Chưa giao", U"0", U"0", U"-"},
                  {U"Không giao", U"0", U"3", U"100"},
                  {U"Chưa có", U"", U"5", U"50"}}) ==
          List{"ratio ok 34.15 34.15", "ratio rounding 66.6 66.7", "ratio wrong 97.2 93.2", "ratio unclear 100 100"});
}

TEST_CASE("tăng, giảm columns compare with the period before", "[figures]") {
    CHECK(judged({{U"Lĩnh vực", U"Cùng kỳ", U"Kỳ này", U"Tăng, giảm (%)"}, {U"Hồ sơ", U"80", U"100", U"25"}, {U"Đơn thư", U"20", U"15", U"-25"}, {U"Vụ việc", U"20", U"15", U"-30"}}) ==
          List{"ratio ok 25 25", "ratio ok -25 -25", "ratio wrong -30 -25"});
}

TEST_CASE("differences in their own unit: the greater is the smaller and the difference", "[figures]") {
    const Rows rows{{U"Nội dung", U"Cùng kỳ", U"Kỳ này", U"Tăng, giảm"}, {U"Hồ sơ", U"650", U"702", U"52"}, {U"Đơn thư", U"20", U"15", U"-5"}, {U"Văn bản", U"310", U"345", U"35"}};
    CHECK(judged(rows) == List{"sum ok 52 52", "sum ok -5 -5", "sum ok 35 35"});
    Rows slip = rows;
    slip.push_back({U"Cuộc họp", U"40", U"46", U"8"});
    CHECK(judged(slip).back() == "sum wrong 8 6");
    Rows two = slip;
    two[1][3] = U"12";
    CHECK(judged(two).empty());                  // perhaps they compare with something else
    Rows empty = rows;
    empty[2][3] = U"-";
    CHECK(judged(empty).empty());                // two rows tell too little
    CHECK(judged({{U"Dự án", U"Kế hoạch", U"Thực hiện", U"Còn lại"}, {U"A", U"120", U"90", U"30"}, {U"B", U"75", U"75", U"0"}, {U"C", U"60", U"12", U"48"}}) ==
          List{"sum ok 30 30", "sum ok 0 0", "sum ok 48 48"});
    // shares were taken from each other before they were rounded; a digit further left is no rounding
    const Rows shares{{U"Chỉ tiêu", U"Cùng kỳ", U"Kỳ này", U"Tăng, giảm"}, {U"Đúng hạn", U"96,50", U"98,25", U"1,75"}, {U"Ký số", U"88,10", U"91,30", U"3,20"}, {U"Số hóa", U"70,02", U"70,00", U"-0,02"}};
    Rows rounded = shares, slipped = shares;
    rounded.push_back({U"Trực tuyến", U"99,65", U"99,25", U"-0,41"});
    CHECK(judged(rounded).size() == 3);
    slipped.push_back({U"Trực tuyến", U"95,65", U"99,25", U"3,50"});
    CHECK(judged(slipped).back() == "sum wrong 3.50 3.60");
    // another head
    CHECK(judged({{U"Dự án", U"Kế hoạch", U"Thực hiện", U"Số lượt"}, {U"A", U"120", U"90", U"30"}, {U"B", U"75", U"75", U"0"}, {U"C", U"60", U"12", U"48"}}).empty());
}

TEST_CASE("a zero denominator: “-” is right, a number is a question", "[figures]") {
    CHECK(judged({{U"Nội dung", U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)"}, {U"A", U"0", U"0", U"-"}, {U"B", U"0", U"0", U"0"}, {U"C", U"8", U"0", U"0"}, {U"D", U"-", U"3", U"100"}}) ==
          List{"ratio unclear 0 0", "ratio ok 0 0"});
}

TEST_CASE("rounded shares of a column may miss 100", "[figures]") {
    CHECK(judged({{U"TT", U"Mức độ", U"Số phiếu", U"Tỷ lệ (%)"}, {U"1", U"Rất hài lòng", U"1", U"33,3"}, {U"2", U"Hài lòng", U"1", U"33,3"}, {U"3", U"Không hài lòng", U"1", U"33,3"},
                  {U"", U"Tổng cộng", U"3", U"99,9"}}) == List{"sum ok 3 3"});
}

TEST_CASE("the row of totals is added up; shares are not", "[figures]") {
    const Rows rows{{U"TT", U"Đơn vị", U"Số hồ sơ", U"Tỷ trọng (%)"}, {U"1", U"Xã A", U"12", U"33,3"}, {U"2", U"Xã B", U"12", U"33,3"},
                    {U"3", U"Xã C", U"12", U"33,3"}, {U"", U"Tổng cộng", U"36", U"100"}};
    CHECK(judged(rows) == List{"sum ok 36 36"});
    Rows slip = rows;
    slip[4][2] = U"38";
    CHECK(judged(slip) == List{"sum wrong 38 36"});
    Rows far = rows;
    far[4][2] = U"151";
    CHECK(judged(far) == List{"sum unclear 151 36"});
    Rows empty = rows;
    empty[2][2] = U"";
    CHECK(judged(empty).empty());
}

TEST_CASE("rows of lower levels make those above them", "[figures]") {
    const Rows rows{{U"TT", U"Nội dung", U"Dự toán", U"Thực hiện"},
                    {U"", U"Tổng số", U"130", U"95"},
                    {U"I", U"Thu nội địa", U"100", U"75"},
                    {U"1", U"Thuế", U"70", U"50"},
                    {U"2", U"Phí, lệ phí", U"30", U"25"},
                    {U"II", U"Thu khác", U"30", U"20"},
                    {U"-", U"Thu phạt", U"10", U"5"}};
    CHECK(judged(rows) == List{"sum ok 130 130", "sum ok 95 95", "sum ok 100 100", "sum ok 75 75"});
    Rows slip = rows;
    slip[3][3] = U"51";                          // 51 + 25 are not 75
    CHECK(judged(slip) == List{"sum ok 130 130", "sum ok 95 95", "sum ok 100 100", "sum wrong 75 76"});
    Rows some = rows;
    some[3][1] = U"Trong đó: Thuế";              // named are some of the parts only
    some[3][3] = U"51";
    CHECK(judged(some) == List{"sum ok 130 130", "sum ok 95 95", "sum ok 100 100"});
    Rows far = rows;
    far[3][3] = U"12";                           // not even a slip: perhaps no parts
    CHECK(judged(far) == List{"sum ok 130 130", "sum ok 95 95", "sum ok 100 100"});
}

TEST_CASE("subtotals: Cộng, Tổng cộng; decimal numbering; letters and plus signs", "[figures]") {
    CHECK(judged({{U"TT", U"Đơn vị", U"Hồ sơ"},
                  {U"A", U"Khối tỉnh", U""},
                  {U"1", U"Sở Nội vụ", U"12"},
                  {U"2", U"Sở Tài chính", U"8"},
                  {U"", U"Cộng", U"20"},
                  {U"B", U"Khối xã", U""},
                  {U"1", U"Xã Đông Khê", U"30"},
                  {U"2", U"Xã Đức Long", U"15"},
                  {U"", U"Cộng", U"45"},
                  {U"", U"Tổng cộng", U"65"}}) == List{"sum ok 20 20", "sum ok 45 45", "sum ok 65 65"});
    CHECK(judged({{U"TT", U"Đơn vị", U"Hồ sơ"},
                  {U"A", U"Khối tỉnh", U""},
                  {U"1", U"Sở Nội vụ", U"12"},
                  {U"2", U"Sở Tài chính", U"8"},
                  {U"", U"Cộng", U"21"},
                  {U"B", U"Khối xã", U""},
                  {U"1", U"Xã Đông Khê", U"30"},
                  {U"2", U"Xã Đức Long", U"15"},
                  {U"", U"Cộng", U"45"},
                  {U"", U"Tổng cộng", U"66"}}) == List{"sum wrong 21 20", "sum ok 45 45", "sum ok 66 66"});
    CHECK(judged({{U"STT", U"Lĩnh vực", U"Số lượng"},
                  {U"1", U"Đất đai", U"50"},
                  {U"1.1", U"Cấp mới", U"20"},
                  {U"1.2", U"Cấp đổi", U"30"},
                  {U"2", U"Hộ tịch", U"40"},
                  {U"a)", U"Khai sinh", U"15"},
                  {U"b)", U"Kết hôn", U"25"},
                  {U"", U"Tổng cộng", U"90"}}) == List{"sum ok 50 50", "sum ok 40 40", "sum ok 90 90"});
    // numbers before the words of the row
    CHECK(judged({{U"Chỉ tiêu", U"Số lượng"}, {U"I. Thu", U"30"}, {U"1. Thuế", U"20"}, {U"2. Phí", U"11"}, {U"II. Khác", U"5"}, {U"Tổng cộng", U"35"}}) ==
          List{"sum wrong 30 31", "sum ok 35 35"});
}

TEST_CASE("rows of other units are not added up", "[figures]") {
    const Rows rows{{U"TT", U"Chỉ tiêu", U"ĐVT", U"Thực hiện"}, {U"1", U"Số hồ sơ", U"hồ sơ", U"12"}, {U"2", U"Kinh phí", U"triệu đồng", U"8"}, {U"", U"Tổng cộng", U"", U"21"}};
    CHECK(judged(rows).empty());
    Rows same = rows;
    same[2][2] = U"hồ sơ";
    CHECK(judged(same) == List{"sum wrong 21 20"});
}

TEST_CASE("heads with periods and units, rows that number the columns", "[figures]") {
    CHECK(judged({{U"TT", U"Dự án", U"Kế hoạch vốn năm 2025 (triệu đồng)", U"Giải ngân đến 30/9/2025 (triệu đồng)", U"Tỷ lệ (%)"},
                  {U"(1)", U"(2)", U"(3)", U"(4)", U"(5)=(4)/(3)"},
                  {U"1", U"Đường liên xã", U"1.200", U"900", U"75"},
                  {U"2", U"Trạm y tế", U"800", U"610", U"76,3"},
                  {U"3", U"Trường học", U"500", U"120", U"25"}}) == List{"ratio ok 75 75", "ratio ok 76.3 76.3", "ratio wrong 25 24"});
}

TEST_CASE("a percent column that its numbers explain, whatever it is called", "[figures]") {
    const Rows rows{{U"TT", U"Xã", U"Số hộ", U"Hộ nghèo", U"Hộ nghèo (%)"}, {U"1", U"A", U"1.204", U"97", U"8,06"}, {U"2", U"B", U"998", U"45", U"4,51"},
                    {U"3", U"C", U"1.530", U"153", U"10"},                  {U"4", U"D", U"877", U"63", U"7,18"}, {U"5", U"E", U"650", U"31", U"4,77"}};
    CHECK(judged(rows) == List{"ratio ok 8.06 8.06", "ratio ok 4.51 4.51", "ratio ok 10 10", "ratio ok 7.18 7.18", "ratio ok 4.77 4.77"});
    Rows slip = rows;
    slip[2][4] = U"4,15";
    CHECK(judged(slip)[1] == "ratio wrong 4.15 4.51");
    Rows odd = rows;
    odd[2][4] = U"62,33";                        // nothing explains it
    CHECK(judged(odd)[1] == "ratio unclear 62.33 4.51");
    Rows two = rows;
    two[2][4] = U"4,15";
    two[4][4] = U"9,18";
    CHECK(judged(two).empty());
}

TEST_CASE("heads that the rows contradict are not believed", "[figures]") {
    // the share of the whole province, not of the plan
    CHECK(judged({{U"Nội dung", U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)"}, {U"A", U"41", U"14", U"2,5"}, {U"B", U"30", U"20", U"3,1"}, {U"C", U"50", U"45", U"1,2"}}).empty());
}

TEST_CASE("a total along the row", "[figures]") {
    const Rows rows{{U"TT", U"Lĩnh vực", U"Tổng số", U"Trực tuyến", U"Trực tiếp", U"Đúng hạn"},
                    {U"1", U"Đất đai", U"50", U"20", U"30", U"48"},
                    {U"2", U"Hộ tịch", U"42", U"31", U"11", U"42"},
                    {U"3", U"Chứng thực", U"75", U"15", U"60", U"75"}};
    CHECK(judged(rows) == List{"sum ok 50 50", "sum ok 42 42", "sum ok 75 75"});
    Rows slip = rows;
    slip.push_back({U"4", U"Xây dựng", U"91", U"14", U"67", U"80"});
    CHECK(judged(slip).back() == "sum wrong 91 81");
    Rows two = rows;
    two[1][2] = U"51";
    CHECK(judged(two).empty());
}

TEST_CASE("heads over several columns, read by their edges", "[figures]") {
    // TT | Nội dung | Năm 2024: KH, TH, Tỷ lệ | Năm 2025: KH, TH, Tỷ lệ
    model::Document document = tableOf({{U"TT", U"Nội dung", U"Năm 2024", U"Năm 2025"},
                                        {U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)", U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)"},
                                        {U"1", U"Trồng rừng", U"50", U"40", U"80", U"60", U"45", U"57"},
                                        {U"2", U"Làm đường", U"8", U"8", U"100", U"9", U"6", U"66,7"}});
    constexpr model::Hmm kWidth = 1000;
    for (model::Cell& cell : document.cells) {
        const bool wide = cell.row == 0 && cell.column > 1;
        if (cell.row == 1) cell.column += 2;     // the two first heads are merged downwards
        cell.left = cell.row == 0 && cell.column > 2 ? 5 * kWidth : cell.column * kWidth;
        cell.width = wide ? 3 * kWidth : kWidth;
    }
    std::vector<std::string> found;
    for (const Figure& one : figures::recognise(document)) found.push_back(std::string(figures::name(one.verdict)) + ' ' + number::plain(one.claimed.value));
    CHECK(found == List{"ok 80", "wrong 57", "ok 100", "ok 66.7"});
}

TEST_CASE("the mark of a note behind a number is none of it", "[figures]") {
    model::Document document = tableOf({{U"Nội dung", U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)"}, {U"Nhiệm vụ", U"411", U"14", U"34,15"}});
    model::Paragraph& plan = document.stories.front().paragraphs[5];
    model::Run digits, mark;
    digits.length = 2;
    mark.start = 2;
    mark.length = 1;
    mark.kind = model::RunKind::footnote;
    plan.runs = {digits, mark};
    const auto found = figures::recognise(document);
    REQUIRE(found.size() == 1);
    CHECK(found.front().verdict == Verdict::ok);
    CHECK(found.front().denominator.at.length == 2);
}

TEST_CASE("tables that are not plain say nothing", "[figures]") {
    // another head: the percentage may be of anything
    CHECK(judged({{U"Nội dung", U"Kế hoạch", U"Thực hiện", U"Mức độ hài lòng (%)"}, {U"A", U"41", U"14", U"90"}}).empty());
    // two plans
    CHECK(judged({{U"Kế hoạch", U"Dự toán", U"Thực hiện", U"Tỷ lệ (%)"}, {U"41", U"50", U"14", U"90"}}).empty());
    // one row of the first level is no sum
    CHECK(judged({{U"TT", U"Nội dung", U"Số lượng"}, {U"I", U"Thu", U"30"}, {U"1", U"Thuế", U"21"}, {U"-", U"Phí", U"10"}, {U"", U"Tổng cộng", U"32"}}).empty());
    CHECK(judged({{U"Nội dung", U"Số lượng"}, {U"Thu", U"30"}, {U"Trong đó thuế", U"20"}, {U"Tổng cộng", U"32"}}).empty());
    // merged heads: rows of different lengths
    CHECK(judged({{U"Nội dung", U"Kết quả"}, {U"A", U"41", U"14", U"90"}}).empty());
}
