// Money in different units: found where nothing says so, silent where heads, rows or words do.
#include <algorithm>
#include <string>
#include <vector>

#include "figures/units.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"
#include "text/text.hpp"

using namespace thethuc;
using thethuc::testing::Rows;
using thethuc::testing::tableOf;

namespace {

using List = std::vector<std::string>;

List unitsOf(const model::Document& document) {
    List out;
    for (const figures::OtherUnit& one : figures::otherUnits(document)) {
        CHECK(document.wordsAt(one.at) == one.text);
        out.push_back(text::toUtf8(one.text) + " -> " + text::toUtf8(one.unit));
    }
    return out;
}
List inTable(const Rows& rows) { return unitsOf(tableOf(rows)); }

/// The table with one line above it.
model::Document below(std::u32string line, const Rows& rows) {
    model::Document document = tableOf(rows);
    model::Paragraph paragraph;
    paragraph.text = std::move(line);
    auto& paragraphs = document.stories.front().paragraphs;
    paragraphs.insert(paragraphs.begin(), std::move(paragraph));
    for (model::Cell& cell : document.cells) ++cell.firstParagraph;
    ++document.tables.front().firstParagraph;
    return document;
}

const Rows kWords{{U"STT", U"Nội dung", U"Kinh phí"}, {U"1", U"Tập huấn", U"120"}, {U"2", U"Thiết bị", U"1,5 tỷ đồng"}, {U"3", U"Tuyên truyền", U"80 triệu đồng"}};

}  // namespace

TEST_CASE("units of money as heads write them", "[figures]") {
    CHECK(figures::moneyUnit(U"Triệu đồng") == 6);
    CHECK(figures::moneyUnit(U"ĐVT: Tỷ đồng") == 9);
    CHECK(figures::moneyUnit(U"Đơn vị tính: 1.000 đồng") == 3);
    CHECK(figures::moneyUnit(U"(đồng)") == 0);
    CHECK_FALSE(figures::moneyUnit(U"triệu USD"));
    CHECK_FALSE(figures::moneyUnit(U"Đơn vị tính: %, triệu đồng"));
    CHECK_FALSE(figures::moneyUnit(U"người"));
    CHECK_FALSE(figures::moneyUnit(U""));
}

TEST_CASE("an amount contradicts the unit of its column", "[figures]") {
    CHECK(inTable({{U"STT", U"Nội dung", U"Kinh phí (triệu đồng)"}, {U"1", U"Tập huấn", U"120"}, {U"2", U"Thiết bị", U"1,5 tỷ đồng"}, {U"3", U"Tuyên truyền", U"80 triệu đồng"}}) ==
          List{"1,5 tỷ đồng -> triệu đồng"});
    CHECK(unitsOf(below(U"Đơn vị tính: Triệu đồng", kWords)) == List{"1,5 tỷ đồng -> triệu đồng"});
    CHECK(unitsOf(below(U"(ĐVT: tỷ đồng)", kWords)) == List{"80 triệu đồng -> tỷ đồng"});
    // the head names a unit of its own; nothing is named; the rows name theirs; words beside the amount
    CHECK(unitsOf(below(U"Đơn vị tính: Triệu đồng", {{U"STT", U"Nội dung", U"Kinh phí (tỷ đồng)"}, {U"1", U"A", U"1,5 tỷ đồng"}, {U"2", U"B", U"2"}})).empty());
    CHECK(inTable(kWords).empty());
    CHECK(unitsOf(below(U"Biểu số 2. Kinh phí", kWords)).empty());
    CHECK(inTable({{U"Chỉ tiêu", U"Đơn vị tính", U"Kết quả (triệu đồng)"}, {U"Thu", U"tỷ đồng", U"1,5 tỷ đồng"}, {U"Chi", U"triệu đồng", U"80 triệu đồng"}}).empty());
    CHECK(inTable({{U"Nội dung", U"Kinh phí (triệu đồng)"}, {U"A", U"120"}, {U"B", U"đối ứng 1,5 tỷ đồng"}, {U"C", U"1,5 tỷ đồng (dự kiến)"}, {U"D", U"12 người"}}).empty());
    CHECK(inTable({{U"Nội dung", U"Số người (người)"}, {U"A", U"120"}, {U"B", U"1,5 tỷ đồng"}}).empty());
}

TEST_CASE("a total fits only if one part is in another unit", "[figures]") {
    const auto table = [](std::u32string odd, std::u32string total) {
        return Rows{{U"Nguồn vốn", U"Số tiền (triệu đồng)"}, {U"Trung ương", U"1.250"}, {U"Tỉnh", U"2.300"}, {U"Xã", std::move(odd)}, {U"Tổng cộng", std::move(total)}};
    };
    CHECK(inTable(table(U"3,5", U"7.050")) == List{"3,5 -> triệu đồng"});
    CHECK(inTable(table(U"3.500.000", U"7.050")) == List{"3.500.000 -> triệu đồng"});
    CHECK(inTable(table(U"3.500", U"7.050")).empty());   // right
    CHECK(inTable(table(U"3.600", U"7.050")).empty());   // wrong otherwise
    CHECK(inTable(table(U"3,6", U"7.050")).empty());
    CHECK(inTable(table(U"", U"3.550")).empty());
    CHECK(inTable({{U"Nguồn vốn", U"Số dự án"}, {U"Trung ương", U"1.250"}, {U"Tỉnh", U"2.300"}, {U"Xã", U"3,5"}, {U"Tổng cộng", U"7.050"}}).empty());
    // parts under parts are not added up here
    CHECK(inTable({{U"STT", U"Nguồn vốn", U"Số tiền (triệu đồng)"}, {U"I", U"Ngân sách", U"1.250"}, {U"1", U"Tỉnh", U"2.300"}, {U"2", U"Xã", U"3,5"}, {U"II", U"Khác", U"10"},
                   {U"", U"Tổng cộng", U"7.050"}})
              .empty());
}
