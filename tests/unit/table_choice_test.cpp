// An indicator table put together: rows found and ordered, columns, figures, and what is asked for in the end.
#include <string>
#include <vector>

#include "app/table_choice.hpp"
#include "draft/indicators.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using app::TableChoice;
using draft::ColumnKind;
using Kind = TableChoice::Line::Kind;

namespace {

const draft::IndicatorData& known() {
    static const draft::IndicatorData result = draft::readIndicators(THETHUC_SOURCE_DIR "/templates/indicators", report::Language::vi);
    return result;
}

std::vector<std::string> ids(const TableChoice& choice) {
    std::vector<std::string> result;
    for (const draft::Indicator* one : choice.rows()) result.push_back(one->id);
    return result;
}

/// The table that is asked for in the end has exactly the rows that are shown.
void sameRows(const TableChoice& choice) {
    const draft::IndicatorTable table = draft::indicatorTable(known(), choice.request(), 16500, report::Language::vi);
    std::vector<std::string> asked;
    for (const draft::IndicatorGroup& group : table.groups) {
        for (const draft::Indicator& one : group.indicators) asked.push_back(one.id);
    }
    CHECK(asked == ids(choice));
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("rows are found by words without diacritics", "[tables]") {
    const TableChoice choice(known());
    const auto all = choice.found();
    REQUIRE(all.size() > 100);
    CHECK(all[0].kind == Kind::set);
    CHECK(all[1].kind == Kind::table);
    const auto some = choice.found("truc tuyen  nop");
    std::vector<std::string> found;
    for (const auto& line : some) found.push_back(line.id);
    // What stands above a line shows where it belongs.
    CHECK(found.front() == "cchc");
    CHECK(std::find(found.begin(), found.end(), "CCHC-7.7") != found.end());
    CHECK(std::find(found.begin(), found.end(), "CCHC-7.1") == found.end());
    CHECK(std::find(found.begin(), found.end(), "cchc-7") != found.end());
    CHECK(choice.found("7.9a").size() == 3);
    CHECK(choice.found("không có gì như thế").empty());
    // A group that is meant shows all its indicators.
    CHECK(choice.found("Cải cách thể chế").size() > 8);
}

TEST_CASE("chosen rows keep their order and go by the name of what was taken whole", "[tables]") {
    TableChoice choice(known());
    CHECK(choice.request().empty());
    CHECK(choice.add("nothing") == 0);
    CHECK(choice.add("cchc-ket-qua-tthc") == 10);
    CHECK(choice.request() == "cchc-ket-qua-tthc:stt,chi-tieu,don-vi-tinh,thuc-hien,ghi-chu");
    sameRows(choice);
    CHECK(choice.add("CCHC-3.3.2") == 0);
    CHECK(choice.request().starts_with("cchc-ket-qua-tthc:"));
    CHECK(choice.add("CCHC-7.1") == 1);
    CHECK(choice.request().starts_with("cchc-ket-qua-tthc,CCHC-7.1:"));
    choice.clear();

    choice.add("CCHC-1.1.1");
    choice.add("CCHC-1.1.2");
    choice.add("CCHC-1.1.3");
    CHECK(choice.move(2, -1) == 1);
    CHECK(choice.move(0, -1) == 0);
    CHECK(choice.move(2, 1) == 2);
    CHECK(choice.move(7, 1) == 7);
    CHECK(ids(choice) == List{"CCHC-1.1.1", "CCHC-1.1.3", "CCHC-1.1.2"});
    CHECK(choice.request().starts_with("CCHC-1.1.1,CCHC-1.1.3,CCHC-1.1.2:"));
    sameRows(choice);
    choice.remove(0);
    choice.remove(9);
    CHECK(ids(choice) == List{"CCHC-1.1.3", "CCHC-1.1.2"});
    // A group brings what is not there yet, behind it.
    CHECK(choice.add("cchc-1") == 20);
    CHECK(choice.rows().size() == 22);
    sameRows(choice);
}

TEST_CASE("columns and figures of the chosen rows", "[tables]") {
    TableChoice choice(known());
    choice.add("CCHC-1.1.1");
    choice.setColumn("ke-hoach", true);
    choice.setColumn("ghi-chu", false);
    choice.setColumn("ghi-chu", false);
    CHECK(choice.hasColumn("ke-hoach"));
    // In the order in which they stand, whatever the order in which they were chosen.
    CHECK(choice.request() == "CCHC-1.1.1:stt,chi-tieu,don-vi-tinh,ke-hoach,thuc-hien");
    CHECK(choice.setFigure("CCHC-1.1.1", ColumnKind::actual, " 1.234,5 "));
    CHECK(choice.setFigure("CCHC-1.1.1", ColumnKind::plan, "41"));
    CHECK_FALSE(choice.setFigure("CCHC-1.1.1", ColumnKind::plan, "bốn mốt"));
    CHECK(choice.figure("CCHC-1.1.1", ColumnKind::plan) == "41");
    CHECK(choice.setFigure("CCHC-9", ColumnKind::actual, "1"));
    CHECK(choice.figures() == std::map<std::string, std::string>{{"CCHC-1.1.1", "1.234,5"}, {"CCHC-1.1.1/plan", "41"}});
    CHECK(choice.setFigure("CCHC-1.1.1", ColumnKind::plan, ""));
    CHECK(choice.figures().size() == 1);
    choice.remove(0);
    CHECK(choice.figures().empty());
    CHECK(choice.figure("CCHC-1.1.1", ColumnKind::actual).empty());
}
