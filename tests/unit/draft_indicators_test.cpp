// Indicator tables: the rows of templates/indicators, tables with their formulas, and mistakes in files that people write.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/agency_profile.hpp"
#include "app/new_document.hpp"
#include "draft/table_odf.hpp"
#include "draft/template.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using thethuc::testing::containsText;

namespace {

namespace fs = std::filesystem;

const std::string kFolder = THETHUC_SOURCE_DIR "/templates";
constexpr std::int32_t kTextWidth = 16500, kLandscapeWidth = 25200;
constexpr auto kVi = report::Language::vi;

const draft::IndicatorData& data() {
    static const draft::IndicatorData result = draft::readIndicators(kFolder + "/indicators", kVi);
    return result;
}

std::vector<draft::Indicator> allOf(const draft::IndicatorSet& set) {
    std::vector<draft::Indicator> result;
    for (const auto& group : set.groups) result.insert(result.end(), group.indicators.begin(), group.indicators.end());
    return result;
}

std::string slurp(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A copy of the templates that may be broken, gone with the test.
class Copy {
public:
    Copy() : folder_(fs::temp_directory_path() / ("thethuc-broken-" + std::to_string(::getpid()) + "-" + std::to_string(next_++))) {
        fs::remove_all(folder_);
        fs::copy(kFolder, folder_, fs::copy_options::recursive);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name, std::ios::binary) << text; }
    void replace(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = slurp(folder_ / name);
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(name, text.replace(at, from.size(), to));
    }
    void remove(const std::string& name) const { fs::remove_all(folder_ / name); }
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

    /// What reading says; empty where nothing is wrong.
    [[nodiscard]] std::string error() const {
        try {
            (void)draft::loadTemplates(folder_.string(), kVi);
        } catch (const draft::TemplateError& wrong) {
            return wrong.what();
        }
        return {};
    }

private:
    static inline int next_ = 0;
    fs::path folder_;
};

constexpr const char* kSet = R"({
    "schema": 1, "id": "thu", "name": "Thử",
    "groups": [
        {"id": "thu-1", "name": "Nhóm", "indicators": [
            {"id": "T1", "name": "Đã làm", "unit": "việc"},
            {"id": "T2", "name": "Phải làm", "unit": "việc", "sum": ["T1", "T4"]},
            {"id": "T3", "name": "Tỷ lệ", "unit": "%", "numerator": ["T1"], "denominator": ["T2"]},
            {"id": "T4", "name": "Chưa làm", "unit": "việc", "certainty": "cao"}
        ]}
    ],
    "tables": [{"id": "thu-bang", "name": "Bảng", "rows": ["T1"], "columns": ["stt"]}]
})";

draft::IndicatorData small() {
    const Copy copy;
    copy.write("indicators/thu.json", kSet);
    copy.remove("indicators/cchc.json");
    return draft::readIndicators(copy.path("indicators"), kVi);
}

draft::FigureMap figures(const std::map<std::string, std::string>& given) {
    draft::FigureMap result;
    for (const auto& [key, value] : given) draft::addFigure(result, key, value, kVi);
    return result;
}

/// The cells of the row whose name is `name`, each as formula and words: “<B3>+<B4>=12”.
std::vector<std::string> cells(const std::string& odf, const std::string& name) {
    const auto at = odf.find(">" + name + "<");
    REQUIRE(at != std::string::npos);
    const auto begin = odf.rfind("<table:table-row", at), end = odf.find("</table:table-row>", at);
    std::vector<std::string> result;
    for (auto cell = odf.find("<table:table-cell", begin); cell < end; cell = odf.find("<table:table-cell", cell + 1)) {
        const auto close = odf.find("</table:table-cell>", cell);
        const std::string all = odf.substr(cell, close - cell);
        const auto words = all.find('>', all.find("<text:p")) + 1;
        std::string text = all.substr(words, all.find("</text:p>") - words);
        constexpr std::string_view kFormula = "table:formula=\"ooow:";
        if (const auto formula = all.find(kFormula); formula != std::string::npos) {
            const auto from = formula + kFormula.size();
            text = all.substr(from, all.find('"', from) - from) + "=" + text;
        }
        result.push_back(text);
    }
    return result;
}

std::string odfOf(const std::string& wanted, const std::map<std::string, std::string>& given, const draft::IndicatorData& from = small()) {
    return draft::tableOdf(draft::indicatorTable(from, wanted, kTextWidth, kVi), figures(given), kTextWidth, 0).table;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("the set of administrative reform: every row has what its kind needs", "[draft]") {
    REQUIRE(data().sets.size() == 1);
    const auto& set = data().sets.front();
    CHECK(set.id == "cchc");
    CHECK(set.groups.size() == 7);
    const auto all = allOf(set);
    CHECK(all.size() == 140);
    std::map<std::string, const draft::Indicator*> byId;
    for (const auto& one : all) byId[one.id] = &one;
    CHECK(byId.size() == all.size());
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        const std::string prefix = "CCHC-" + std::to_string(g + 1) + ".";
        for (const auto& one : set.groups[g].indicators) {
            INFO(one.id);
            CHECK(one.id.starts_with(prefix));
            CHECK_FALSE(one.name.empty());
            CHECK_FALSE(one.unit.empty());
            CHECK_FALSE(one.certainty.empty());
            // A percentage is computed, and only a percentage is; a total is in the unit of its parts.
            CHECK((one.unit == "%") == !one.numerator.empty());
            CHECK(one.numerator.empty() == one.denominator.empty());
            for (const auto* operands : {&one.numerator, &one.denominator}) {
                for (const auto& id : *operands) CHECK(byId.at(id)->unit != "%");
            }
            for (const auto& id : one.sum) CHECK(byId.at(id)->unit == one.unit);
            CHECK(one.sum.size() != 1);
        }
    }
}

TEST_CASE("the set of administrative reform holds every indicator of the form it follows", "[draft]") {
    std::istringstream codes(
        "1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.5 1.6 2.1 2.2.1 2.2.2 2.2.3 2.2.4 2.3.1 2.3.2 2.3.3 2.3.4 "
        "3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 4.1 4.2.1 4.2.2 4.2.3 4.3 5.1 5.2 5.3 5.4 5.5 6.1.1 6.1.2 6.1.3 6.2.1 6.2.2 6.2.3 "
        "6.2.4 6.2.5 6.2.6a 6.2.6b 6.2.6c 6.2.6d 7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 7.9 7.10");
    for (std::string code; codes >> code;) CHECK_NOTHROW(draft::indicatorTable(data(), "CCHC-" + code, kTextWidth, kVi));
}

TEST_CASE("a table is asked for by set, group, table or single indicators, each row once", "[draft]") {
    const auto count = [](const draft::IndicatorTable& table) {
        std::size_t rows = 0;
        for (const auto& group : table.groups) rows += group.indicators.size();
        return rows;
    };
    const auto whole = draft::indicatorTable(data(), "cchc", kTextWidth, kVi);
    CHECK(count(whole) == 140);
    CHECK(whole.groups.size() == 7);
    const auto mixed = draft::indicatorTable(data(), "cchc-5,CCHC-5.1,CCHC-6.1.3", kTextWidth, kVi);
    CHECK(count(mixed) == 10);
    CHECK(mixed.groups.size() == 2);
    CHECK(mixed.title == "Cải cách chế độ công vụ");
    const auto results = draft::indicatorTable(data(), "cchc-ket-qua-tthc", kTextWidth, kVi);
    CHECK(count(results) == 10);
    REQUIRE(results.groups.size() == 1);
    CHECK(results.groups.front().name.empty());
    CHECK(results.title == "Kết quả giải quyết thủ tục hành chính");
    // The agency's own columns of a table, unless others are asked for.
    CHECK(draft::indicatorTable(small(), "thu-bang", kTextWidth, kVi).columns.size() == 1);
    CHECK(draft::indicatorTable(small(), "thu-bang:chi-tieu,ke-hoach", kTextWidth, kVi).columns.size() == 2);
}

TEST_CASE("columns stand in their order and fill the text; what does not fit lies on its side", "[draft]") {
    const auto columns = [&](const std::string& wanted) {
        std::string out;
        for (const auto& one : draft::indicatorTable(data(), wanted, kTextWidth, kVi).columns) out += one.id + " ";
        return out;
    };
    CHECK(columns("CCHC-1.5") == "stt chi-tieu don-vi-tinh thuc-hien ghi-chu ");
    CHECK(columns("CCHC-1.5:tang-giam,stt,thuc-hien") == "stt thuc-hien tang-giam ");
    const auto widths = [](const draft::TableOdf& odf) {
        std::int32_t sum = 0;
        const std::string name = "style:column-width=\"";
        for (auto at = odf.styles.find(name); at != std::string::npos; at = odf.styles.find(name, at + 1)) {
            sum += static_cast<std::int32_t>(std::stod(odf.styles.substr(at + name.size())) * 100 + 0.5);
        }
        return sum;
    };
    const auto usual = draft::indicatorTable(data(), "CCHC-1.5", kTextWidth, kVi);
    CHECK_FALSE(usual.wide);
    const auto odf = draft::tableOdf(usual, {}, kTextWidth, 0);
    CHECK(widths(odf) == kTextWidth);
    CHECK_THAT(odf.styles, containsText("style:width=\"165.00mm\""));
    CHECK_THAT(odf.table, containsText("<table:table-header-rows>"));
    const auto wide = draft::indicatorTable(data(), "CCHC-1.5:stt,chi-tieu,don-vi-tinh,ke-hoach,thuc-hien,ty-le,cung-ky,tang-giam,ghi-chu", kTextWidth, kVi);
    CHECK(wide.wide);
    CHECK(wide.columns.size() == 9);
    CHECK(widths(draft::tableOdf(wide, {}, kLandscapeWidth, 0)) == kLandscapeWidth);
    // Without the column of names nothing takes the rest.
    CHECK(widths(draft::tableOdf(draft::indicatorTable(data(), "CCHC-1.5:stt,thuc-hien", kTextWidth, kVi), {}, kTextWidth, 0)) == 1100 + 2100);
}

TEST_CASE("ratios, totals and differences are formulas once their figures stand", "[draft]") {
    const std::string wanted = "thu-1:chi-tieu,ke-hoach,thuc-hien,ty-le,cung-ky,tang-giam";
    const auto odf = odfOf(wanted, {{"T1", "1234"}, {"T4", "866"}, {"T1/plan", "2.000"}, {"T1/previous", "1.000,5"}});
    CHECK(cells(odf, "Đã làm") == Cells{"Đã làm", "2.000", "1.234", "&lt;C3&gt;*100/&lt;B3&gt;=61,70", "1.000,5", "&lt;C3&gt;-&lt;E3&gt;=233,5"});
    CHECK(cells(odf, "Phải làm") == Cells{"Phải làm", "", "(&lt;C3&gt;+&lt;C6&gt;)=2.100", "", "", ""});
    CHECK(cells(odf, "Tỷ lệ") == Cells{"Tỷ lệ", "", "&lt;C3&gt;*100/&lt;C4&gt;=58,76", "", "", ""});
    CHECK(cells(odf, "Chưa làm") == Cells{"Chưa làm", "", "866", "", "", ""});
    // Writer computes the value again: it stands in full, not as it is shown.
    CHECK_THAT(odf, containsText("office:value=\"61.7\""));
    CHECK_THAT(odf, containsText("office:value=\"58.761904761904762\""));
}

TEST_CASE("with a figure missing a computed cell stays empty; divided by nothing it is a dash", "[draft]") {
    const std::string wanted = "thu-1:chi-tieu,thuc-hien";
    CHECK(cells(odfOf(wanted, {{"T1", "5"}}), "Phải làm") == Cells{"Phải làm", ""});
    CHECK(cells(odfOf(wanted, {{"T1", "5"}}), "Tỷ lệ") == Cells{"Tỷ lệ", ""});
    CHECK(cells(odfOf(wanted, {{"T1", "0"}, {"T4", "0"}}), "Tỷ lệ") == Cells{"Tỷ lệ", "-"});
    CHECK(cells(odfOf(wanted, {}), "Đã làm") == Cells{"Đã làm", ""});
}

TEST_CASE("a figure that was typed wins over the one that is computed", "[draft]") {
    const auto odf = odfOf("thu-1:chi-tieu,thuc-hien", {{"T1", "5"}, {"T4", "5"}, {"T2", "20"}});
    CHECK(cells(odf, "Phải làm") == Cells{"Phải làm", "20"});
    CHECK(cells(odf, "Tỷ lệ") == Cells{"Tỷ lệ", "&lt;B3&gt;*100/&lt;B4&gt;=25,00"});
}

TEST_CASE("operands outside the table count, but no formula can name them", "[draft]") {
    const auto odf = odfOf("T3,T2:chi-tieu,thuc-hien", {{"T1", "1"}, {"T2", "3"}});
    CHECK(cells(odf, "Tỷ lệ") == Cells{"Tỷ lệ", "33,33"});
    CHECK(cells(odfOf("T3:chi-tieu,thuc-hien", {{"T1", "2"}, {"T2", "3"}}), "Tỷ lệ") == Cells{"Tỷ lệ", "66,67"});
}

TEST_CASE("notes and serial numbers stand in their columns, numbers of groups are Roman", "[draft]") {
    const auto odf = odfOf("thu-1,thu-bang:stt,chi-tieu,don-vi-tinh,ghi-chu", {{"T4/note", "kể cả < 1 & 2"}});
    CHECK(cells(odf, "Nhóm") == Cells{"I", "Nhóm", "", ""});
    CHECK(cells(odf, "Chưa làm") == Cells{"4", "Chưa làm", "việc", "kể cả &lt; 1 &amp; 2"});
}

TEST_CASE("figures are read in Vietnamese and from a file", "[draft]") {
    const auto read = figures({{"A", "1.234,5"}, {"A/plan", "2"}, {"A/previous", "0,5"}, {"A/note", "chú"}, {"B", ""}});
    CHECK(number::print(*read.at("A").actual) == "1.234,5");
    CHECK(number::print(*read.at("A").plan) == "2");
    CHECK(number::print(*read.at("A").previous) == "0,5");
    CHECK(read.at("A").note == "chú");
    CHECK_FALSE(read.at("B").actual);
    const Copy copy;
    copy.write("so.json", R"({"schema": 1, "figures": {"A": 702, "B": "1.000", "C": {"actual": "5", "plan": 6, "previous": "4,5", "note": "n"}}})");
    const auto file = draft::loadFigures(copy.path("so.json"), kVi);
    CHECK(number::print(*file.at("A").actual) == "702");
    CHECK(number::print(*file.at("B").actual) == "1.000");
    CHECK(number::print(*file.at("C").plan) == "6");
    CHECK(number::print(*file.at("C").previous) == "4,5");
    CHECK(file.at("C").note == "n");
}

TEST_CASE("each mistake in a set of indicators is named with file, line and place", "[draft]") {
    const auto says = [](const std::string& from, const std::string& to, const std::string& place, const std::string& words) {
        const Copy copy;
        copy.write("indicators/thu.json", kSet);
        copy.replace("indicators/thu.json", from, to);
        const std::string said = copy.error();
        INFO(from + " -> " + to);
        CHECK_THAT(said, containsText("indicators/thu.json:" + place));
        CHECK_THAT(said, containsText(words));
        CHECK(said.find('\n') == std::string::npos);
    };
    says("\"schema\": 1", "\"schema\": 2", "2: /schema: ", "1");
    says("\"schema\": 1, ", "", "1: /: ", "“schema”");
    says("\"id\": \"thu\"", "\"id\": \"khac\"", "2: /id: ", "“thu”");
    says("\"name\": \"Thử\",", "\"name\": \"Thử\", \"nane\": 1,", "2: /nane: ", "“nane”");
    says("\"name\": \"Thử\",", "\"name\": 1,", "2: /name: ", "chữ");
    says("\"groups\": [\n        {", "\"groups\": {\n        \"a\": {", "", "");
    says("\"Nhóm\", \"indicators\"", "\"Nhóm\", \"rows\"", "4: /groups/0/rows: ", "“rows”");
    says("\"thu-1\"", "\"Thu 1\"", "4: /groups/0/id: ", "“Thu 1”");
    says("\"id\": \"T2\"", "\"id\": \"T1\"", "6: /groups/0/indicators/1/id: ", "“T1”");
    says("\"id\": \"T2\"", "\"id\": \"T2,T5\"", "6: /groups/0/indicators/1/id: ", "“T2,T5”");
    says(", \"unit\": \"việc\"}", "}", "5: /groups/0/indicators/0: ", "“unit”");
    says("\"cao\"", "\"chắc\"", "8: /groups/0/indicators/3/certainty: ", "cao, vừa, thấp");
    says("\"numerator\": [\"T1\"], ", "", "7: /groups/0/indicators/2: ", "“numerator”");
    says(", \"denominator\": [\"T2\"]", "", "7: /groups/0/indicators/2: ", "“denominator”");
    says("\"denominator\": [\"T2\"]", "\"denominator\": [\"T9\"]", "7: /groups/0/indicators/2/denominator/0: ", "“T9”");
    says("\"denominator\": [\"T2\"]", "\"denominator\": \"T2\"", "7: /groups/0/indicators/2/denominator: ", "danh sách");
    says("\"denominator\": [\"T2\"]", "\"denominator\": [\"T2\"], \"sum\": [\"T1\"]", "7: /groups/0/indicators/2/sum: ", "tỷ lệ");
    says("\"sum\": [\"T1\", \"T4\"]", "\"sum\": [\"T1\", \"T2\"]", "6: /groups/0/indicators/1: ", "“T2”");
    says("\"sum\": [\"T1\", \"T4\"]", "\"sum\": [\"T3\"]", "6: /groups/0/indicators/1: ", "“T2”");
    says("\"rows\": [\"T1\"]", "\"rows\": []", "11: /tables/0/rows: ", "trống");
    says("\"rows\": [\"T1\"]", "\"rows\": [\"T7\"]", "11: /tables/0/rows/0: ", "“T7”");
    says("\"columns\": [\"stt\"]", "\"columns\": [\"so\"]", "11: /tables/0/columns/0: ", "“so”");
    says("\"thu-bang\"", "\"thu-1\"", "11: /tables/0/id: ", "“thu-1”");
    says("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,", "2: /schema: ", "hai lần");
    says("\"schema\": 1,", "\"schema\": 1,,", "2: ", "JSON");
}

TEST_CASE("each mistake in the columns is named with file, line and place", "[draft]") {
    const auto says = [](const std::string& from, const std::string& to, const std::string& place, const std::string& words) {
        const Copy copy;
        copy.replace("indicators/columns.json", from, to);
        INFO(from + " -> " + to);
        CHECK_THAT(copy.error(), containsText("indicators/columns.json:" + place));
        CHECK_THAT(copy.error(), containsText(words));
    };
    says("\"kind\": \"plan\"", "\"kind\": \"plans\"", "7: /columns/3/kind: ", "previous");
    says("\"width\": 11", "\"width\": 4", "4: /columns/0/width: ", "5–150");
    says("\"width\": 11", "\"width\": 11.5", "4: /columns/0/width: ", "5–150");
    says("\"id\": \"chi-tieu\"", "\"id\": \"stt\"", "5: /columns/1/id: ", "“stt”");
    says("\"usual\": [\"stt\"", "\"usual\": [\"so\"", "14: /usual/0: ", "“so”");
    says("\"schema\": 1", "\"schema\": \"1\"", "2: /schema: ", "1");
    const Copy copy;
    copy.remove("indicators/columns.json");
    CHECK_THAT(copy.error(), containsText("columns.json"));
}

TEST_CASE("each mistake in a file of figures is named with file, line and place", "[draft]") {
    const auto says = [](const std::string& text, const std::string& place, const std::string& words) {
        const Copy copy;
        copy.write("so.json", text);
        std::string said;
        try {
            (void)draft::loadFigures(copy.path("so.json"), kVi);
        } catch (const report::DataError& wrong) {
            said = wrong.what();
        }
        INFO(text);
        CHECK_THAT(said, containsText("so.json:" + place));
        CHECK_THAT(said, containsText(words));
    };
    says("{\"schema\": 1,\n\"figures\": {\"A\": \"nhiều\"}}", "2: /figures/A: ", "nhiều");
    says("{\"schema\": 1,\n\"figures\": {\"A\": 1.5}}", "2: /figures/A: ", "chữ");
    says("{\"schema\": 1,\n\"figures\": {\"A\": {\"actul\": \"1\"}}}", "2: /figures/A/actul: ", "“actul”");
    says("{\"schema\": 1,\n\"figures\": {\"A\": {\"plan\": \"x\"}}}", "2: /figures/A/plan: ", "x");
    says("{\"schema\": 1,\n\"figures\": [1]}", "2: /figures: ", "ngoặc nhọn");
    says("{\"schema\": 3, \"figures\": {}}", "1: /schema: ", "1");
    says("{\"schema\": 1}", "1: /: ", "“figures”");
    says("{\"schema\": 1, \"figures\": {}, \"more\": 1}", "1: /more: ", "“more”");
    says("{\"schema\": 1,\n\"figures\": {", "2: ", "JSON");
    CHECK_THROWS_WITH(draft::loadFigures("/khong-co/so.json", kVi), containsText("/khong-co/so.json"));
    CHECK_THROWS_WITH(draft::loadFigures(kFolder, kVi), containsText(kFolder));
    draft::FigureMap map;
    CHECK_THROWS_WITH(draft::addFigure(map, "A", "12a", kVi), containsText("“12a”"));
    CHECK_THROWS_WITH(draft::addFigure(map, "A/all", "12", kVi), containsText("“A/all”"));
}

TEST_CASE("a table, a column, an indicator that there is not is named beside those that there are", "[draft]") {
    CHECK_THROWS_WITH(draft::indicatorTable(data(), "cchc-9", kTextWidth, kVi), containsText("“cchc-9”") && containsText("cchc-ket-qua-tthc"));
    CHECK_THROWS_WITH(draft::indicatorTable(data(), "cchc-1,", kTextWidth, kVi), containsText("“”"));
    CHECK_THROWS_WITH(draft::indicatorTable(data(), "cchc-1:stt,so", kTextWidth, kVi), containsText("“so”") && containsText("ghi-chu"));
    const auto templates = draft::loadTemplates(kFolder);
    app::DraftRequest request{"BC", {}, {{"CCHC-5.5", "x"}}, {"cchc-5"}, {}, 2026};
    CHECK_THROWS_WITH(app::newDocument(templates, request, nullptr), containsText("CCHC-5.5") && containsText("“x”"));
    // A figure for a row of another table would be lost without a word.
    request.set = {{"CCHC-3.3.1", "1"}};
    CHECK_THROWS_WITH(app::newDocument(templates, request, nullptr), containsText("“CCHC-3.3.1”"));
    request.set = {};
    request.figures = figures({{"CCHC-9.9", "1"}});
    CHECK_THROWS_WITH(app::newDocument(templates, request, nullptr), containsText("“CCHC-9.9”"));
    // A file of figures may hold those of tables that this document does not have.
    request.figures = figures({{"CCHC-3.3.1", "1"}, {"CCHC-5.5", "17"}});
    CHECK_THAT(app::newDocument(templates, request, nullptr), containsText(">17<"));
}

TEST_CASE("each mistake in the types and the frame is named with file, line and place", "[draft]") {
    const auto says = [](const std::string& from, const std::string& to, const std::string& place, const std::string& words) {
        const Copy copy;
        copy.replace("document-types.json", from, to);
        const std::string said = copy.error();
        INFO(from + " -> " + to);
        CHECK_THAT(said, containsText("document-types.json:"));
        CHECK_THAT(said, containsText(place));
        CHECK_THAT(said, containsText(words));
    };
    says("\"type\": \"NQ\"", "\"type\": 5", "/types/0/type: ", "chữ");
    says("\"types\": [", "\"types\": {\"a\": [", "", "JSON");
    says("{abbreviation}", "{abbreviation", "/types/0/symbol: ", "“");
    says("\"subjectAt\": \"symbol\"", "\"subjectAt\": \"title\"", "/subjectAt: ", "symbol");
    says("\"ending\": \"minutes\"", "\"ending\": \"minute\"", "/ending: ", "signature, minutes, parties");
    says("\"addressee\": true", "\"addressee\": \"true\"", "/addressee: ", "true");
    says("\"style\": \"can_cu\", ", "", "/types/0/rows/", "“style”");
    for (const char* mark : {"<?thethuc body?>", "<?thethuc styles?>"}) {
        const Copy copy;
        copy.replace("khung.fodt", mark, "");
        CHECK_THAT(copy.error(), containsText("khung.fodt") && containsText(mark));
    }
    for (const char* file : {"khung.fodt", "document-types.json"}) {
        const Copy copy;
        copy.remove(file);
        CHECK_THAT(copy.error(), containsText(copy.path(file)));
    }
    // Outlines and indicators may be missing: an office that wants none takes the folders away.
    const Copy copy;
    copy.remove("outlines");
    copy.remove("indicators");
    CHECK(copy.error().empty());
}

TEST_CASE("the agency's own set stands beside those of the templates, and its mistakes are named in its file", "[draft]") {
    const std::string set = std::string(kSet).replace(std::string(kSet).find("\"schema\": 1, "), 13, "");
    const std::string head = R"({"schema": 1, "name": "UBND xã An Bình", "agency": ["XÃ AN BÌNH"], "indicators": [)";
    const auto profile = app::readAgencyProfile(head + set + "]}", "co-quan.json");
    const auto templates = draft::loadTemplates(kFolder);
    app::DraftRequest request{"BC", {}, {{"T1", "3"}, {"T4", "1"}}, {"thu"}, {}, 2026};
    CHECK_THAT(app::newDocument(templates, request, &profile), containsText(">75,00<"));
    std::string broken = set;
    broken.replace(broken.find("[\"T2\"]"), 6, "[\"T8\"]");
    CHECK_THROWS_WITH(app::readAgencyProfile(head + broken + "]}", "co-quan.json"),
                      containsText("co-quan.json:7: /indicators/0/groups/0/indicators/2/denominator/0: ") && containsText("“T8”"));
}

TEST_CASE("an agency's own tables come without being asked for", "[draft][profile]") {
    static const draft::Templates templates = draft::loadTemplates(kFolder, kVi);
    const auto profile = [](const std::string& tables) {
        return app::readAgencyProfile(R"({"schema": 1, "name": "UBND", "agency": ["ỦY BAN"], "tables": )" + tables + "}", "ho-so.json");
    };
    const auto tablesOf = [&](const app::AgencyProfile& own, std::vector<std::string> asked) {
        app::DraftRequest request{"BC", "cchc", {{"period", "quý III"}, {"CCHC-7.7", "81"}, {"CCHC-7.7a", "100"}}, std::move(asked), {}, 2025};
        if (request.tables == std::vector<std::string>{"-"}) request.set.erase("CCHC-7.7"), request.set.erase("CCHC-7.7a");
        std::vector<std::string> result;
        for (const draft::IndicatorTable& one : app::prepare(templates, request, &own, kVi).content.tables) result.push_back(one.id);
        return result;
    };
    using List = std::vector<std::string>;
    const auto both = profile(R"({"cchc": ["cchc-ket-qua-tthc", "cchc-chinh-quyen-so"], "BC": ["cchc-1"]})");
    CHECK(tablesOf(both, {}) == List{"cchc-ket-qua-tthc", "cchc-chinh-quyen-so"});
    CHECK(tablesOf(both, {"cchc-7"}) == List{"cchc-7"});
    CHECK(tablesOf(both, {"-"}).empty());
    CHECK(tablesOf(profile(R"({"BC": ["cchc-7"]})"), {}) == List{"cchc-7"});
    try {
        (void)tablesOf(profile(R"({"cchc": ["thu-khong-co"]})"), {});
        FAIL("an unknown table was taken");
    } catch (const draft::TemplateError& error) {
        CHECK_THAT(std::string(error.what()), containsText("“UBND”"));
        CHECK_THAT(std::string(error.what()), containsText("thu-khong-co"));
    }
    CHECK_THROWS_AS(profile(R"(["cchc-1"])"), app::AgencyProfileError);
    CHECK_THROWS_AS(profile(R"({"BC": "cchc-1"})"), app::AgencyProfileError);
    // What is computed is remembered in the document itself.
    const std::string flat = app::newDocument(templates, {"BC", "cchc", {{"CCHC-7.7", "81"}, {"CCHC-7.7a", "100"}}, {}, {}, 2025}, &both, kVi);
    CHECK_THAT(flat, containsText(R"(meta:name="thethuc">{&quot;tables&quot;:{&quot;CCHC-7.7b/actual&quot;:[&quot;81,00&quot;]}}<)"));
}
