// “Chuyển thành công thức”: which cells become formulas of which cells, and what stays as it is.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/table_formulas.hpp"
#include "figures/figures.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;

namespace {

using Rows = std::vector<std::vector<std::string_view>>;

model::Document tableOf(const Rows& rows) {
    constexpr model::Hmm kWidth = 3000;
    testing::DocumentBuilder builder;
    builder.prose("Số liệu kèm theo:");
    builder.table(std::vector<model::Hmm>(rows.front().size(), kWidth), true);
    for (const auto& row : rows) {
        for (const std::string_view words : row) builder.cell().paragraph(words);
    }
    builder.endTable();
    return builder.take();
}

/// “D2 = <C2>*100/<B2> [34,15 as #.##0,00]” per cell that changes, in order.
std::vector<std::string> changes(const app::TableFormulas& plan, const model::Document& document) {
    std::vector<std::string> out;
    for (const model::Edit& edit : plan.edits) {
        for (const model::CellContent& one : std::get<model::SetCells>(edit).cells) {
            const model::Cell& cell = document.cells[static_cast<std::size_t>(one.cell)];
            out.push_back(std::string(1, static_cast<char>('A' + cell.column)) + std::to_string(cell.row + 1) + " = " + (one.formula.empty() ? one.value : one.formula) + " [" +
                          text::toUtf8(one.text) + " as " + one.format + "]");
        }
    }
    return out;
}
app::TableFormulas planOf(const model::Document& document) { return app::tableFormulas(document, figures::recognise(document), std::nullopt); }
std::vector<std::string> changes(const Rows& rows) {
    const model::Document document = tableOf(rows);
    return changes(planOf(document), document);
}

using List = std::vector<std::string>;

const Rows kShares{{"Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"}, {"Nhiệm vụ", "41", "14", "34,15"}, {"Biên chế", "220", "205", "93,2%"}};

}  // namespace

TEST_CASE("ratios of a table become formulas of cells that are numbers", "[formulas]") {
    CHECK(changes(kShares) == List{"C2 = 14 [14 as #.##0]", "B2 = 41 [41 as #.##0]", "D2 = <C2>*100/<B2> [34,15 as #.##0,00]", "C3 = 205 [205 as #.##0]", "B3 = 220 [220 as #.##0]",
                                   "D3 = <C3>/<B3> [93,2% as #.##0,0%]"});
}

TEST_CASE("a difference is one cell less another", "[formulas]") {
    const List made = changes(Rows{{"Dự án", "Kế hoạch", "Thực hiện", "Còn lại"}, {"A", "120", "90", "30"}, {"B", "75", "75", "0"}, {"C", "60", "12", "48"}});
    CHECK(std::count(made.begin(), made.end(), "D2 = <B2>-<C2> [30 as #.##0]") == 1);
    CHECK(std::count(made.begin(), made.end(), "D4 = <B4>-<C4> [48 as #.##0]") == 1);
    const List fell = changes(Rows{{"Nội dung", "Cùng kỳ", "Kỳ này", "Tăng, giảm"}, {"Hồ sơ", "650", "702", "52"}, {"Đơn", "20", "15", "-5"}, {"Vụ", "31", "34", "3"}});
    CHECK(std::count(fell.begin(), fell.end(), "D3 = <C3>-<B3> [-5 as #.##0]") == 1);
}

TEST_CASE("every way a number is written keeps its digits", "[formulas]") {
    CHECK(changes({{"Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"}, {"Thu", "1.473,900", "1.934,513", "131,3"}, {"Cấp", "08", "1250", "15.625"}}) ==
          List{"C2 = 1934.513 [1.934,513 as #.##0,000]", "B2 = 1473.9 [1.473,900 as #.##0,000]", "D2 = <C2>*100/<B2> [131,3 as #.##0,0]", "C3 = 1250 [1250 as 0]",
               "B3 = 8 [08 as 00]", "D3 = <C3>*100/<B3> [15.625 as #.##0]"});
}

TEST_CASE("what a formula uses comes before it, also where it is a formula", "[formulas]") {
    const auto made = changes({{"TT", "Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"}, {"", "Tổng cộng", "60", "45", "75"}, {"1", "Xã A", "40", "30", "75"}, {"2", "Xã B", "20", "15", "75"}});
    const auto at = [&](std::string_view start) {
        return std::find_if(made.begin(), made.end(), [&](const std::string& one) { return one.starts_with(start); }) - made.begin();
    };
    CHECK(at("C2 = <C3>+<C4>") < at("E2 = <D2>*100/<C2>"));
    CHECK(at("D2 = <D3>+<D4>") < at("E2 = <D2>*100/<C2>"));
    CHECK(at("C3 = 40") < at("C2 = <C3>+<C4>"));
    CHECK(made.size() == 9);
}

TEST_CASE("wrong ones are named and stay; a slip of rounding, too", "[formulas]") {
    Rows rows = kShares;
    rows[1][3] = "43,15";
    rows[2][3] = "93,1%";
    const model::Document document = tableOf(rows);
    const app::TableFormulas plan = planOf(document);
    CHECK(plan.empty());
    CHECK(plan.edits.empty());
    REQUIRE(plan.wrong.size() == 2);
    CHECK(plan.wrong[0].text == U"Nhiệm vụ: 43,15");
}

TEST_CASE("empty operands, zeros and dashes are no formulas", "[formulas]") {
    CHECK(changes({{"Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"}, {"Nhiệm vụ", "", "14", ""}, {"Hồ sơ", "0", "0", "-"}, {"Đơn thư", "", "5", "50"}}).empty());
}

TEST_CASE("a cell of two formats, of a note or of unusual digits is left, and counted", "[formulas]") {
    model::Document document = tableOf(kShares);
    auto& paragraphs = document.stories.front().paragraphs;
    const auto of = [&](std::u32string_view words) -> model::Paragraph& {
        return *std::find_if(paragraphs.begin(), paragraphs.end(), [&](const model::Paragraph& one) { return one.text == words; });
    };
    model::Paragraph& mixed = of(U"14");
    REQUIRE(mixed.runs.size() == 1);
    mixed.runs[0].length = 1;
    mixed.runs.push_back(mixed.runs[0]);
    mixed.runs[1].start = 1;
    mixed.runs[1].format.bold = true;
    const app::TableFormulas plan = planOf(document);
    CHECK(plan.other == 1);
    CHECK(plan.cells.size() == 1);
    of(U"205").protectedContent = true;
    CHECK(planOf(document).cells.empty());
    CHECK(changes({{"Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"}, {"Nhiệm vụ", "41", "14", "34.15"}}).empty());
}

TEST_CASE("what is a formula already is used as it is", "[formulas]") {
    model::Document document = tableOf(kShares);
    const auto cellOf = [&](std::int32_t row, std::int32_t column) -> model::Cell& {
        return *std::find_if(document.cells.begin(), document.cells.end(), [&](const model::Cell& one) { return one.row == row && one.column == column; });
    };
    cellOf(1, 3).formula = "<C2>*100/<B2>";
    const app::TableFormulas plan = planOf(document);
    CHECK(plan.already == 1);
    CHECK(changes(plan, document) == List{"C3 = 205 [205 as #.##0]", "B3 = 220 [220 as #.##0]", "D3 = <C3>/<B3> [93,2% as #.##0,0%]"});
}

TEST_CASE("one table or all", "[formulas]") {
    const model::Document document = tableOf(kShares);
    const auto figures = figures::recognise(document);
    CHECK(app::tableFormulas(document, figures, 0).cells.size() == 2);
    CHECK(app::tableFormulas(document, figures, 1).empty());
}
