// An indicator set of the agency's own, from a table of a document, kept in its file.
#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

#include "app/agency_profile.hpp"
#include "app/indicator_tables.hpp"
#include "app/profile_store.hpp"
#include "app/set_from_table.hpp"
#include "draft/indicators.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

using namespace thethuc;
using app::setFromTable;
using app::SetFromTable;
using thethuc::testing::Rows;
using thethuc::testing::tableOf;

namespace {

const draft::IndicatorData& known() {
    static const draft::IndicatorData result = draft::readIndicators(THETHUC_SOURCE_DIR "/templates/indicators", report::Language::vi);
    return result;
}

using List = std::vector<std::string>;

const Rows kTable{{U"STT", U"Nội dung", U"Đơn vị tính", U"Kế hoạch", U"Thực hiện", U"Người phụ trách"},
                  {U"I", U"Thu ngân sách", U"triệu đồng", U"1.500", U"923,5", U""},
                  {U"1", U"Thu nội địa", U"triệu đồng", U"1.000", U"800", U"An"},
                  {U"2", U"Thu khác", U"triệu đồng", U"500", U"123,5", U"Bình"},
                  {U"II", U"Hồ sơ", U"", U"", U"", U""},
                  {U"1", U"Tiếp nhận", U"hồ sơ", U"", U"702", U""},
                  {U"2", U"Giải quyết đúng hạn", U"hồ sơ", U"", U"655", U""},
                  {U"3", U"Tỷ lệ đúng hạn", U"%", U"", U"93,3", U""},
                  {U"4", U"Tỷ lệ hài lòng", U"%", U"", U"98", U""}};

/// “TL = 100·b/a”, “N = a + b” or the name alone.
List described(const draft::IndicatorSet& set) {
    std::map<std::string, std::string> names;
    for (const auto& group : set.groups) {
        for (const auto& one : group.indicators) names[one.id] = one.name;
    }
    List result;
    for (const auto& group : set.groups) {
        result.push_back("[" + group.name + "]");
        for (const auto& one : group.indicators) {
            std::string line = one.name + " (" + one.unit + ")";
            for (const auto& id : one.sum) line += (&id == one.sum.data() ? " = " : " + ") + names.at(id);
            if (!one.numerator.empty()) line += " = " + names.at(one.numerator.front()) + " / " + names.at(one.denominator.front());
            result.push_back(line);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("a table becomes an indicator set with its totals and ratios", "[tables]") {
    const auto read = setFromTable(tableOf(kTable), 0, "Thu, hồ sơ của xã", known());
    REQUIRE(read);
    CHECK(read->set.id == "thu-ho-so-cua-xa");
    const List described_ = described(read->set);
    CHECK(described_ == List{"[Thu, hồ sơ của xã]", "Thu ngân sách (triệu đồng) = Thu nội địa + Thu khác", "Thu nội địa (triệu đồng)", "Thu khác (triệu đồng)", "[Hồ sơ]", "Tiếp nhận (hồ sơ)",
                             "Giải quyết đúng hạn (hồ sơ)", "Tỷ lệ đúng hạn (%) = Giải quyết đúng hạn / Tiếp nhận", "Tỷ lệ hài lòng (%)"});
    CHECK(read->ratios == 1);
    CHECK(read->totals == 1);
    CHECK(read->unsure == List{"Tỷ lệ hài lòng"});
    CHECK(read->leftOut == List{"người phụ trách"});
    REQUIRE(read->set.tables.size() == 1);
    CHECK(read->set.tables[0].columns == List{"stt", "chi-tieu", "don-vi-tinh", "ke-hoach", "thuc-hien"});
    CHECK(read->set.tables[0].rows.size() == 7);
    // Another set of that name gets another id.
    draft::IndicatorData more = known();
    more.sets.push_back(read->set);
    CHECK(setFromTable(tableOf(kTable), 0, "Thu, hồ sơ của xã", more)->set.id == "thu-ho-so-cua-xa-2");
    CHECK(setFromTable(tableOf(kTable), 0, "???", known())->set.id == "bo-chi-tieu");
}

TEST_CASE("a total below the rows of its group", "[tables]") {
    Rows rows = kTable;
    rows[1] = {U"I", U"Thu ngân sách", U"", U"", U"", U""};
    rows.insert(rows.begin() + 4, {U"", U"Tổng cộng", U"triệu đồng", U"1.500", U"923,5", U""});
    const auto read = setFromTable(tableOf(rows), 0, "x", known());
    REQUIRE(read);
    CHECK(read->totals == 1);
    CHECK(described(read->set)[3] == "Tổng cộng (triệu đồng) = Thu nội địa + Thu khác");
    // One column that does not add up is enough.
    rows[4][3] = U"1.600";
    CHECK(setFromTable(tableOf(rows), 0, "x", known())->totals == 0);
}

TEST_CASE("numbers that fit by chance make nobody's ratio", "[tables]") {
    Rows rows = kTable;
    rows.push_back({U"5", U"Đã trả", U"hồ sơ", U"", U"655", U""});
    const auto two = setFromTable(tableOf(rows), 0, "x", known());
    REQUIRE(two);
    CHECK(two->ratios == 0);
    CHECK(two->unsure.size() == 2);
    // 100 % may be anything of itself.
    rows = kTable;
    rows[6][4] = U"702";
    rows[7][4] = U"100";
    CHECK(setFromTable(tableOf(rows), 0, "x", known())->ratios == 0);
    // A total that one column contradicts is none.
    rows = kTable;
    rows[1][3] = U"1.600";
    CHECK(setFromTable(tableOf(rows), 0, "x", known())->totals == 0);
}

TEST_CASE("tables that are no lists of indicators give no set", "[tables]") {
    CHECK_FALSE(setFromTable(tableOf(kTable), 1, "x", known()));
    CHECK_FALSE(setFromTable(tableOf({{U"Họ tên", U"Chức vụ", U"Ghi chú"}, {U"Nguyễn Văn An", U"Trưởng phòng", U""}, {U"Trần Thị Bình", U"Chuyên viên", U""}}), 0, "x", known()));
    // Two columns of numbers that are not known say nothing certain.
    CHECK_FALSE(setFromTable(tableOf({{U"Nội dung", U"Đợt một", U"Đợt hai"}, {U"Hồ sơ tiếp nhận", U"1", U"2"}, {U"Hồ sơ trả lại", U"3", U"4"}}), 0, "x", known()));
    // An empty form is a set, too: its ratios are not known.
    Rows rows = kTable;
    for (std::size_t row = 1; row < rows.size(); ++row) rows[row][3] = rows[row][4] = U"";
    const auto empty = setFromTable(tableOf(rows), 0, "x", known());
    REQUIRE(empty);
    CHECK(empty->set.groups.size() == 2);
    CHECK(empty->unsure.size() == 2);
}

TEST_CASE("an own set is kept in the agency's file and known in documents at once", "[tables]") {
    const auto read = setFromTable(tableOf(kTable), 0, "Thu, hồ sơ của xã", known());
    REQUIRE(read);
    const std::string before = R"({"schema": 1, "name": "UBND", "agency": ["ỦY BAN"], "check": {"off": []}})";
    const std::string once = app::writeIndicators(read->set, before);
    CHECK(app::writeIndicators(read->set, once) == once);
    const app::AgencyProfile profile = app::readAgencyProfile(once, "ho-so.json");
    REQUIRE(profile.indicators.size() == 1);
    CHECK(described(profile.indicators[0]) == described(read->set));
    CHECK(nlohmann::json::parse(once).contains("check"));
    draft::IndicatorData data = known();
    data.sets.push_back(profile.indicators[0]);
    Rows rows = kTable;
    rows[0][1] = U"Chỉ tiêu";
    const model::Document document = tableOf(rows);
    const auto tables = app::standingTables(document, data, {});
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].set->id == "thu-ho-so-cua-xa");
    CHECK(tables[0].rows.size() == 7);
}
