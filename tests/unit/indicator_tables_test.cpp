// “Cập nhật bảng”: which tables of a document are indicator tables, and what happens to their computed cells.
#include <map>
#include <string>
#include <vector>

#include "app/indicator_tables.hpp"
#include "draft/flat_odf.hpp"
#include "draft/table_odf.hpp"
#include "model/edit.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"
#include "text/text.hpp"

using namespace thethuc;
using app::StandingTable;
using app::TablesUpdate;
using draft::ColumnKind;
using draft::Indicator;
using thethuc::testing::Rows;
using thethuc::testing::tableOf;

namespace {

Indicator figure(const char* id, const char* name, const char* unit = "hồ sơ") { return {id, name, unit, {}, {}, {}, {}}; }

Indicator total(const char* id, const char* name, std::vector<std::string> of) { return {id, name, "hồ sơ", {}, {}, {}, std::move(of)}; }

Indicator share(const char* id, const char* name, const char* part, const char* whole) { return {id, name, "%", {}, {part}, {whole}, {}}; }

draft::IndicatorData data() {
    draft::IndicatorData result;
    result.columns = {{"stt", "STT", ColumnKind::serial, 1100},          {"chi-tieu", "Chỉ tiêu", ColumnKind::name, 5500},
                      {"don-vi-tinh", "Đơn vị tính", ColumnKind::unit, 2000}, {"ke-hoach", "Kế hoạch", ColumnKind::plan, 2100},
                      {"thuc-hien", "Thực hiện", ColumnKind::actual, 2100},   {"ty-le", "Tỷ lệ (%)", ColumnKind::ratio, 1800},
                      {"cung-ky", "Cùng kỳ", ColumnKind::previous, 2100},     {"tang-giam", "Tăng/giảm", ColumnKind::difference, 2000},
                      {"ghi-chu", "Ghi chú", ColumnKind::note, 2400}};
    draft::IndicatorSet set{"tthc", "Thủ tục hành chính", {}, {}};
    set.groups.push_back({"nhan", "Tiếp nhận", {total("N", "Tiếp nhận", {"N1", "N2"}), figure("N1", "Trong đó: trực tuyến"), figure("N2", "Trong đó: trực tiếp")}});
    set.groups.push_back({"tra", "Giải quyết",
                          {total("T", "Giải quyết", {"T1", "T2"}), figure("T1", "Đúng hạn"), figure("T2", "Trong đó: trực tuyến"), share("TL", "Tỷ lệ đúng hạn", "T1", "T")}});
    result.sets.push_back(set);
    return result;
}

const draft::IndicatorData& known() {
    static const draft::IndicatorData result = data();
    return result;
}

const Rows kTable{{U"STT", U"Chỉ tiêu", U"Đơn vị tính", U"Thực hiện", U"Ghi chú"},
                  {U"1", U"Tiếp nhận", U"hồ sơ", U"", U""},
                  {U"2", U"Trong đó: trực tuyến", U"hồ sơ", U"", U""},
                  {U"3", U"Trong đó: trực tiếp", U"hồ sơ", U"", U""},
                  {U"4", U"Giải quyết", U"hồ sơ", U"", U""},
                  {U"5", U"Đúng hạn", U"hồ sơ", U"", U""},
                  {U"6", U"Trong đó: trực tuyến", U"hồ sơ", U"", U""},
                  {U"7", U"Tỷ lệ đúng hạn", U"%", U"", U""}};

/// A document that is updated again and again, as in the office.
class Desk {
public:
    explicit Desk(const Rows& rows = kTable) : document(tableOf(rows)), width_(rows.front().size()) {}

    model::Document document;
    draft::TableMemory memory;
    TablesUpdate last;

    [[nodiscard]] std::size_t cell(std::size_t row, std::size_t column) const { return row * width_ + column; }
    [[nodiscard]] model::Cell& at(std::size_t row, std::size_t column = 3) { return document.cells[cell(row, column)]; }
    [[nodiscard]] std::string words(std::size_t row, std::size_t column = 3) const { return text::toUtf8(document.stories[0].paragraphs[cell(row, column)].text); }

    /// A person types: a formula or number that was there is gone.
    void type(std::size_t row, const std::u32string& words, std::size_t column = 3) {
        document.stories[0].paragraphs[cell(row, column)].text = words;
        document.stories[0].paragraphs[cell(row, column)].runs.clear();
        at(row, column).formula.clear();
        at(row, column).value.clear();
    }

    /// “1.404 =(<D3>+<D4>)”, column by column joined by “|”.
    [[nodiscard]] std::string shown(std::size_t column = 3) const {
        std::string result;
        for (std::size_t row = 1; row * width_ < document.cells.size(); ++row) {
            const std::string& formula = document.cells[cell(row, column)].formula;
            result += (row == 1 ? "" : "|") + words(row, column) + (formula.empty() ? "" : " =" + formula);
        }
        return result;
    }

    void update() {
        last = app::updateTables(document, known(), memory);
        document = model::apply(document, last.edits);
        memory = last.memory;
    }

    /// Saved as .docx and opened again: words only, with the document's own property.
    void throughDocx() {
        const std::string kept = app::rememberedBeforeSaving(document, known(), memory).writtenInto(R"({"ignored": []})");
        for (model::Cell& one : document.cells) {
            one.formula.clear();
            one.value.clear();
        }
        memory = draft::TableMemory::readFrom(kept);
    }

private:
    std::size_t width_;
};

}  // namespace

TEST_CASE("an indicator table is known by its heads and names", "[tables]") {
    const model::Document document = tableOf(kTable);
    const auto tables = app::standingTables(document, known(), {});
    REQUIRE(tables.size() == 1);
    std::vector<std::string> ids;
    for (const StandingTable::Row& one : tables[0].rows) ids.push_back(one.indicator->id);
    // The name that two indicators have belongs to what stands above it.
    CHECK(ids == std::vector<std::string>{"N", "N1", "N2", "T", "T1", "T2", "TL"});
    CHECK(tables[0].columns.at(ColumnKind::actual) == 3);
    CHECK(tables[0].others == 0);

    Rows rows = kTable;
    rows[0][3] = U"Thực hiện quý III năm 2025 (hồ sơ)";
    rows[2][1] = U"TRONG  ĐÓ: trực tuyến:";
    rows.insert(rows.begin() + 3, {U"", U"Của xã khác", U"hồ sơ", U"12", U""});
    const model::Document changed = tableOf(rows);
    const auto again = app::standingTables(changed, known(), {});
    REQUIRE(again.size() == 1);
    CHECK(again[0].rows.size() == 7);
    CHECK(again[0].others == 1);

    // Other tables are left alone: other heads, or next to no name in common.
    Rows strange = kTable;
    strange[0][1] = U"Nội dung";
    CHECK(app::standingTables(tableOf(strange), known(), {}).empty());
    strange = kTable;
    for (std::size_t row = 2; row < strange.size(); ++row) strange[row][1] = U"Việc " + strange[row][0];
    CHECK(app::standingTables(tableOf(strange), known(), {}).empty());
    strange = kTable;
    strange[0][4] = U"Thực hiện";
    CHECK(app::standingTables(tableOf(strange), known(), {}).empty());
}

TEST_CASE("what has its figures becomes a formula, and empty again without them", "[tables]") {
    Desk desk;
    desk.update();
    CHECK(desk.last.tables == 1);
    CHECK(desk.last.edits.empty());
    desk.type(2, U"384");
    desk.type(3, U"1.024,5");
    desk.type(5, U"20");
    desk.update();
    CHECK(desk.shown() == "1.408,5 =(<D3>+<D4>)|384|1.024,5||20||");
    CHECK(desk.at(2).value == "384");
    CHECK(desk.at(3).value == "1024.5");
    CHECK(desk.at(5).value.empty());             // nothing uses it yet
    desk.type(6, U"4");
    desk.update();
    CHECK(desk.shown() == "1.408,5 =(<D3>+<D4>)|384|1.024,5|24 =(<D6>+<D7>)|20|4|83,33 =<D6>*100/<D5>");
    CHECK(desk.last.computed == 2);
    desk.update();
    CHECK(desk.last.edits.empty());
    desk.type(6, U"");
    desk.update();
    CHECK(desk.shown() == "1.408,5 =(<D3>+<D4>)|384|1.024,5||20||");
    CHECK(desk.last.emptied == 2);
    desk.type(5, U"0");
    desk.type(6, U"0");
    desk.update();
    CHECK(desk.words(7) == "-");
    desk.type(5, U"1");
    desk.update();
    CHECK(desk.words(7) == "100,00");
}

TEST_CASE("formulas come back after a format that drops them", "[tables]") {
    Desk desk;
    desk.type(2, U"384");
    desk.type(3, U"24");
    desk.update();
    desk.throughDocx();
    CHECK(desk.shown() == "408|384|24||||");
    desk.update();
    CHECK(desk.shown() == "408 =(<D3>+<D4>)|384|24||||");
    // Another figure, typed where there are no formulas.
    desk.throughDocx();
    desk.type(3, U"30");
    desk.update();
    CHECK(desk.shown() == "414 =(<D3>+<D4>)|384|30||||");
    CHECK(desk.last.kept.empty());
    // Removed there: what was computed goes, too.
    desk.throughDocx();
    desk.type(2, U"");
    desk.update();
    CHECK(desk.shown() == "||30||||");
    // Nothing remembered: what fits its figures is ours, another number is the person's.
    desk.type(2, U"384");
    desk.update();
    desk.throughDocx();
    desk.memory = {};
    desk.update();
    CHECK(desk.shown() == "414 =(<D3>+<D4>)|384|30||||");
    desk.throughDocx();
    desk.memory = {};
    desk.type(3, U"31");
    desk.update();
    CHECK(desk.shown() == "414|384|31||||");
    REQUIRE(desk.last.kept.size() == 1);
    CHECK(desk.last.kept[0].name == "Tiếp nhận");
    CHECK(desk.last.kept[0].shown == "414");
    CHECK(desk.last.kept[0].computed == "415");
}

TEST_CASE("a formula that is a field becomes the cell's own", "[tables]") {
    Desk desk;
    desk.type(2, U"384");
    desk.type(3, U"24");
    desk.update();
    desk.throughDocx();
    // What Writer makes of a formula in a .docx.
    desk.at(1).formula = "(<D3>+<D4>)";
    desk.document.stories[0].paragraphs[desk.cell(1, 3)].runs = {{0, 3, model::RunKind::field, -1, {}}};
    desk.update();
    CHECK(desk.last.computed == 1);
    CHECK(desk.shown() == "408 =(<D3>+<D4>)|384|24||||");
    CHECK(desk.document.stories[0].paragraphs[desk.cell(1, 3)].runs.front().kind == model::RunKind::text);
    desk.update();
    CHECK(desk.last.edits.empty());
}

TEST_CASE("what else stands in a computed cell is left alone and named", "[tables]") {
    Desk desk;
    desk.type(2, U"384");
    desk.type(3, U"24");
    desk.update();
    CHECK(desk.last.left.empty());
    const auto with = [&](model::Run more) {
        Desk other = desk;
        model::Paragraph& paragraph = other.document.stories[0].paragraphs[other.cell(1, 3)];
        paragraph.runs = {{0, 3, model::RunKind::text, -1, {}}, std::move(more)};
        other.type(2, U"385");
        other.update();
        CHECK(other.last.left == std::vector<std::string>{"Tiếp nhận"});
        CHECK(other.words(1) == "408");
        CHECK(app::told(report::Language::vi, other.last).find("Tiếp nhận") != std::string::npos);
    };
    with({3, 0, model::RunKind::footnote, 1, {}});
    with({3, 0, model::RunKind::field, -1, {}});  // a comment
    // A field that is no formula, alone.
    desk.throughDocx();
    desk.document.stories[0].paragraphs[desk.cell(1, 3)].runs = {{0, 3, model::RunKind::field, -1, {}}};
    desk.update();
    CHECK(desk.last.left == std::vector<std::string>{"Tiếp nhận"});
}

TEST_CASE("what a person writes over a computed cell wins", "[tables]") {
    Desk desk;
    desk.type(5, U"20");
    desk.type(6, U"4");
    desk.update();
    desk.type(4, U"25");
    desk.update();
    CHECK(desk.shown() == "|||25|20|4|80,00 =<D6>*100/<D5>");
    CHECK(desk.at(4).value == "25");             // the ratio uses it
    REQUIRE(desk.last.kept.size() == 1);
    CHECK(desk.last.kept[0].computed == "24");
    desk.throughDocx();
    desk.update();
    CHECK(desk.words(4) == "25");
    CHECK(desk.last.kept.size() == 1);
    // Emptied, it is computed again.
    desk.type(4, U"");
    desk.update();
    CHECK(desk.words(4) == "24");
    CHECK(desk.words(7) == "83,33");
    // A ratio of other digits says the same: not a word about it, and it stays.
    desk.type(7, U"83,3");
    desk.update();
    CHECK(desk.words(7) == "83,3");
    CHECK(desk.last.kept.empty());
    desk.type(7, U"chưa tính");
    desk.update();
    CHECK(desk.words(7) == "chưa tính");
    CHECK(desk.last.kept.size() == 1);
    // A formula of the person's own, too; one whose cells are gone is not.
    desk.type(4, U"48");
    desk.at(4).formula = "<D6>*2+8";
    desk.update();
    CHECK(desk.at(4).formula == "<D6>*2+8");
    desk.at(4).formula = "<?>+<D6>";
    desk.update();
    CHECK(desk.at(4).formula == "(<D6>+<D7>)");
}

TEST_CASE("rows and columns of the person's own stay", "[tables]") {
    Rows rows = kTable;
    for (auto& row : rows) row.insert(row.begin() + 2, U"x");
    rows[0][2] = U"Phụ trách";
    rows.insert(rows.begin() + 3, {U"", U"Của xã khác", U"x", U"hồ sơ", U"12", U""});
    Desk desk(rows);
    desk.type(2, U"384", 4);
    desk.type(4, U"24", 4);
    desk.update();
    CHECK(desk.shown(4) == "408 =(<E3>+<E5>)|384|12|24||||");
    CHECK(desk.last.others == 1);
    // A total whose parts do not all stand in the table is a figure like others.
    rows.erase(rows.begin() + 2);
    Desk less(rows);
    less.type(1, U"700", 4);
    less.update();
    CHECK(less.shown(4).starts_with("700|12|"));
    CHECK(less.last.kept.empty());
    CHECK(less.last.edits.empty());
}

TEST_CASE("plan, ratio, comparison and difference", "[tables]") {
    Desk desk({{U"Chỉ tiêu", U"Kế hoạch", U"Thực hiện", U"Tỷ lệ (%)", U"Cùng kỳ", U"Tăng/giảm"},
               {U"Đúng hạn", U"41", U"14", U"", U"20", U""},
               {U"Tỷ lệ đúng hạn", U"", U"34,1", U"", U"30", U""}});
    desk.update();
    CHECK(desk.shown(3) == "34,15 =<C2>*100/<B2>|");
    CHECK(desk.shown(5) == "-6 =<C2>-<E2>|4,1 =<C3>-<E3>");
}

TEST_CASE("numbers that the office cannot take keep their words", "[tables]") {
    Desk desk;
    desk.type(2, U"1234");
    desk.type(3, U"1 000");
    desk.update();
    // The total stands as a number: nothing of the figures is rewritten.
    CHECK(desk.shown() == "2.234|1234|1 000||||");
    CHECK(desk.at(1).value == "2234");
    desk.type(3, U"1.000");
    desk.update();
    CHECK(desk.shown() == "2.234 =(<D3>+<D4>)|1234|1.000||||");
    // A number that the office shows with less digits than were typed is shown whole again.
    Desk rounded;
    rounded.type(2, U"513");
    rounded.at(2).value = "512.5";
    rounded.type(3, U"7");
    rounded.update();
    CHECK(rounded.shown() == "519,5 =(<D3>+<D4>)|512,5|7||||");
    // What cannot be written in is left alone.
    Desk locked;
    locked.type(2, U"1");
    locked.type(3, U"2");
    locked.document.stories[0].paragraphs[locked.cell(1, 3)].protectedContent = true;
    locked.update();
    CHECK(locked.words(1).empty());
}

TEST_CASE("the memory of tables stands beside what else a document remembers", "[tables]") {
    draft::TableMemory memory;
    memory.add({"N", ColumnKind::actual}, "408");
    memory.add({"N", ColumnKind::actual}, "12");
    memory.add({"TL", ColumnKind::difference}, "-");
    const std::string json = memory.writtenInto(R"({"ignored": [{"rule": "x"}], "tables": {"old/plan": ["1"]}})");
    CHECK(json == R"({"ignored":[{"rule":"x"}],"tables":{"N/actual":["12","408"],"TL/difference":["-"]}})");
    CHECK(draft::TableMemory::readFrom(json) == memory);
    CHECK(memory.has({"N", ColumnKind::actual}, "12"));
    CHECK_FALSE(memory.has({"N", ColumnKind::plan}, "12"));
    CHECK(memory.knows("TL"));
    CHECK_FALSE(memory.knows("T"));
    CHECK(draft::TableMemory().writtenInto(json) == R"({"ignored":[{"rule":"x"}]})");
    CHECK(draft::TableMemory().writtenInto(R"({"tables": {}})").empty());
    for (const char* broken : {"", "[]", "{", R"({"tables": [1]})", R"({"tables": {"N/actual": "408", "T/plan": [5]}})"}) {
        CHECK(draft::TableMemory::readFrom(broken).empty());
    }
}

TEST_CASE("a new document remembers what it computed", "[tables][draft]") {
    draft::IndicatorTable table = draft::indicatorTable(known(), "tthc:stt,chi-tieu,thuc-hien", 16500, report::Language::vi);
    draft::FigureMap figures;
    draft::addFigure(figures, "N1", "384", report::Language::vi);
    draft::addFigure(figures, "N2", "24", report::Language::vi);
    draft::addFigure(figures, "T", "0", report::Language::vi);
    draft::addFigure(figures, "T1", "0", report::Language::vi);
    const draft::TableMemory memory = draft::tableOdf(table, figures, 16500, 0).memory;
    CHECK(memory.has({"N", ColumnKind::actual}, "408"));
    CHECK(memory.has({"TL", ColumnKind::actual}, "-"));
    CHECK_FALSE(memory.knows("T"));              // given, not computed
}
