// Figures of tables: columns by their heads, the row of totals; what is not plain is left alone.
#include <algorithm>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "number/number.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using figures::Figure;
using figures::Verdict;

namespace {

using Rows = std::vector<std::vector<std::u32string>>;

model::Document tableOf(const Rows& rows) {
    model::Document document;
    document.stories.resize(1);
    model::Table table;
    table.rows = static_cast<std::int32_t>(rows.size());
    std::int32_t count = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        table.columns = std::max(table.columns, static_cast<std::int32_t>(rows[row].size()));
        for (std::size_t column = 0; column < rows[row].size(); ++column, ++count) {
            model::Paragraph paragraph;
            paragraph.text = rows[row][column];
            paragraph.cell = count;
            document.stories.front().paragraphs.push_back(paragraph);
            model::Cell cell;
            cell.row = static_cast<std::int32_t>(row);
            cell.column = static_cast<std::int32_t>(column);
            cell.firstParagraph = count;
            cell.paragraphCount = 1;
            document.cells.push_back(cell);
        }
    }
    table.cellCount = table.paragraphCount = count;
    document.tables.push_back(table);
    return document;
}

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

TEST_CASE("tables that are not plain say nothing", "[figures]") {
    // another head: the percentage may be of anything
    CHECK(judged({{U"Nội dung", U"Kế hoạch", U"Thực hiện", U"Mức độ hài lòng (%)"}, {U"A", U"41", U"14", U"90"}}).empty());
    // two plans
    CHECK(judged({{U"Kế hoạch", U"Dự toán", U"Thực hiện", U"Tỷ lệ (%)"}, {U"41", U"50", U"14", U"90"}}).empty());
    // subtotals and parts
    CHECK(judged({{U"TT", U"Nội dung", U"Số lượng"}, {U"I", U"Thu", U"30"}, {U"1", U"Thuế", U"20"}, {U"2", U"Phí", U"10"}, {U"", U"Tổng cộng", U"32"}}).empty());
    CHECK(judged({{U"Nội dung", U"Số lượng"}, {U"Thu", U"30"}, {U"Trong đó thuế", U"20"}, {U"Tổng cộng", U"32"}}).empty());
    // merged heads: rows of different lengths
    CHECK(judged({{U"Nội dung", U"Kết quả"}, {U"A", U"41", U"14", U"90"}}).empty());
}
