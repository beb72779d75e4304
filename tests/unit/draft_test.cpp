#include <filesystem>
#include <fstream>

#include "app/new_document.hpp"
#include "draft/template.hpp"
#include "support/catch.hpp"

using namespace thethuc;

namespace {

const std::string kFolder = THETHUC_SOURCE_DIR "/templates";

std::string contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What reading a folder of templates says when `from` in the types became `to`.
std::string errorWith(const std::string& from, const std::string& to) {
    const auto folder = std::filesystem::temp_directory_path() / ("thethuc-draft-" + std::to_string(std::hash<std::string>{}(from + to)));
    std::filesystem::create_directories(folder);
    std::string types = contentOf(kFolder + "/document-types.json");
    const auto at = types.find(from);
    REQUIRE(at != std::string::npos);
    types.replace(at, from.size(), to);
    std::ofstream(folder / "document-types.json", std::ios::binary) << types;
    std::filesystem::copy_file(kFolder + "/khung.fodt", folder / "khung.fodt", std::filesystem::copy_options::overwrite_existing);
    std::string error = "(none)";
    try {
        (void)draft::loadTemplates(folder.string());
    } catch (const draft::TemplateError& wrong) {
        error = wrong.what();
    }
    std::filesystem::remove_all(folder);
    return error;
}

}  // namespace

TEST_CASE("all 29 types have a template", "[draft]") {
    CHECK(draft::loadTemplates(kFolder).types.size() == 29);
}

TEST_CASE("each mistake in a template is named with file, line and place", "[draft]") {
    CHECK(errorWith("\"schema\": 1", "\"schema\": 2").find(":2: /schema") != std::string::npos);
    CHECK(errorWith("{issuer}", "{isuer}").find("“isuer”") != std::string::npos);
    CHECK(errorWith("\"can_cu\"", "\"can_co\"").find("“can_co”") != std::string::npos);
    CHECK(errorWith("\"addressee\"", "\"adressee\"").find("“adressee”") != std::string::npos);
    CHECK(errorWith("\"type\": \"NQ\", ", "").find("“type”") != std::string::npos);
    CHECK(errorWith("\"types\": [", "\"types\": [,").find("document-types.json:") != std::string::npos);
    CHECK_THROWS_AS(draft::loadTemplates("/no/such/folder"), draft::TemplateError);
}

TEST_CASE("gaps are filled; one without a value is empty", "[draft]") {
    CHECK(draft::fill("/{a}-{b}{c}", {{"a", {"QĐ"}}, {"b", {"UBND", "X"}}}) == "/QĐ-UBND X");
    CHECK(draft::fill("no gap", {}) == "no gap");
}

TEST_CASE("what the person gives wins over the agency's file", "[draft]") {
    const auto templates = draft::loadTemplates(kFolder);
    const auto profile = app::readAgencyProfile(R"({"schema": 1, "name": "UBND xã An Bình", "agency": ["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"],
        "place": "An Bình", "abbreviation": "UBND", "symbols": {"BC": "/BC-UB"}, "choices": {"bodySize": 13, "firstLineIndent": 1}})", "p");
    const auto text = app::newDocument(templates, "BC", &profile, {{"place", "Đông Khê"}, {"subject", "kết quả <1> & 2"}, {"day", "5"}, {"month", "2"}}, 2026);
    CHECK(text.find("Đông Khê, ngày 05 tháng 02 năm 2026") != std::string::npos);
    CHECK(text.find("Kết quả &lt;1&gt; &amp; 2") != std::string::npos);
    CHECK(text.find("/BC-UB<") != std::string::npos);
    CHECK(text.find("fo:font-size=\"13pt\"") != std::string::npos);
    CHECK(text.find("fo:text-indent=\"1cm\"") != std::string::npos);
    CHECK(text.find("{{") == std::string::npos);
    CHECK_THROWS_AS(app::newDocument(templates, "BC", &profile, {{"colour", "red"}}, 2026), draft::TemplateError);
    CHECK_THROWS_AS(app::newDocument(templates, "ABC", &profile, {}, 2026), draft::TemplateError);
}

TEST_CASE("a decision names who issues it", "[draft]") {
    const auto templates = draft::loadTemplates(kFolder);
    const auto with = [&](const std::string& authority) {
        return app::newDocument(templates, "QĐ", nullptr, {{"agency", "ỦY BAN NHÂN DÂN|XÃ AN BÌNH"}, {"authority", authority}}, 2026);
    };
    CHECK(with("CHỦ TỊCH").find(">CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH<") != std::string::npos);
    CHECK(with("KT. CHỦ TỊCH|PHÓ CHỦ TỊCH").find(">CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH<") != std::string::npos);
    CHECK(with("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH").find("\"TT_tham_quyen\">ỦY BAN NHÂN DÂN XÃ AN BÌNH<") != std::string::npos);
}

TEST_CASE("a part holds its own paragraphs only and the styles of the frame", "[draft]") {
    const auto templates = draft::loadTemplates(kFolder);
    const auto part = [&](const char* type, draft::Part kind) { return app::newPart(templates, type, kind, nullptr, {{"subject", "việc cần báo"}}, 2026); };
    const auto has = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };

    const std::string header = part("BC", draft::Part::header);
    CHECK(has(header, "table:name=\"TT Phần đầu\""));
    CHECK(has(header, "/BC-"));
    CHECK_FALSE(has(header, "table:name=\"TT Phần cuối\""));
    CHECK_FALSE(has(header, ">BÁO CÁO<"));
    CHECK(has(header, "style:display-name=\"TT Quốc hiệu\""));
    CHECK_FALSE(has(header, "\"het\"/>"));
    CHECK_FALSE(has(header, "{{"));

    CHECK(has(part("BC", draft::Part::title), "Việc cần báo"));
    CHECK(part("CV", draft::Part::title).empty());
    CHECK(has(part("CV", draft::Part::header), "V/v việc cần báo"));
    CHECK(has(part("CV", draft::Part::addressee), "Kính gửi: "));
    CHECK(part("QĐ", draft::Part::addressee).empty());
    CHECK(has(part("QĐ", draft::Part::legalBasis), "Căn cứ "));
    CHECK_FALSE(has(part("QĐ", draft::Part::legalBasis), "QUYẾT ĐỊNH:"));
    CHECK(has(part("QĐ", draft::Part::body), "Điều 3."));
    CHECK(has(part("BB", draft::Part::ending), "CHỦ TỌA"));
    CHECK_FALSE(has(part("BB", draft::Part::ending), "CỘNG HÒA"));
}

TEST_CASE("periods are read however they are typed, and moved on", "[draft]") {
    using draft::PeriodKind;
    CHECK(draft::readPeriod("Quý III năm 2025") == draft::Period{PeriodKind::quarter, 3, 2025});
    CHECK(draft::readPeriod("quy 4/2025") == draft::Period{PeriodKind::quarter, 4, 2025});
    CHECK(draft::readPeriod("6 tháng đầu năm 2025") == draft::Period{PeriodKind::half, 1, 2025});
    CHECK(draft::readPeriod("6 tháng cuối năm") == draft::Period{PeriodKind::half, 2, 0});
    CHECK(draft::readPeriod("9 THÁNG") == draft::Period{PeriodKind::nineMonths, 1, 0});
    CHECK(draft::readPeriod("năm 2025") == draft::Period{PeriodKind::year, 1, 2025});
    CHECK(draft::readPeriod("tháng 02/2025") == draft::Period{PeriodKind::month, 2, 2025});
    for (const char* wrong : {"", "quý", "quý V", "quý 0", "tháng 13", "7 tháng", "9 tháng cuối năm", "2025", "hôm nay"}) CHECK_FALSE(draft::readPeriod(wrong));
    CHECK(draft::print({PeriodKind::month, 2, 2025}) == "tháng 02 năm 2025");
    CHECK(draft::printNext({PeriodKind::quarter, 4, 2025}) == "quý I năm 2026");
    CHECK(draft::printNext({PeriodKind::half, 1, 2025}) == "6 tháng cuối năm 2025");
    CHECK(draft::printNext({PeriodKind::nineMonths, 1, 2025}) == "3 tháng cuối năm 2025");
    CHECK(draft::printNext({PeriodKind::year, 1, 2025}) == "năm 2026");
    CHECK(draft::printNext({PeriodKind::month, 12, 2025}) == "tháng 01 năm 2026");
}

TEST_CASE("a cited line says symbol and issuer, or nothing", "[draft]") {
    const auto cited = draft::citedLine("Công văn số 12/SNV-VP ngày 07/8/2025 của Sở Nội vụ tỉnh Cao Bằng về việc báo cáo biên chế");
    CHECK(cited.symbol == "Công văn số 12/SNV-VP");
    CHECK(cited.issuer == "Sở Nội vụ tỉnh Cao Bằng");
    CHECK(draft::citedLine("Công văn của Sở Nội vụ").issuer.empty());
    CHECK(draft::citedLine("").symbol.empty());
}

TEST_CASE("rows stand under their conditions and repeat by line", "[draft]") {
    const std::vector<draft::Row> rows{{"can_cu", "Căn cứ {a};", {}, {}, {}, "a", {}},
                                       {"noi_dung", "có", {}, "b", {}, {}, {}},
                                       {"noi_dung", "không", {}, {}, "b", {}, {}},
                                       {"noi_dung", "năm", {}, {}, {}, {}, {draft::PeriodKind::year}}};
    const auto texts = [&](const std::vector<std::string>& given, std::optional<draft::Period> period) {
        std::string out;
        for (const auto& row : draft::expanded(rows, {{"a", {"x", "y"}}}, given, period)) out += row.text + "|";
        return out;
    };
    CHECK(texts({}, std::nullopt) == "Căn cứ x;|Căn cứ y;|không|");
    CHECK(texts({"b"}, draft::Period{draft::PeriodKind::year, 1, 2025}) == "Căn cứ x;|Căn cứ y;|có|năm|");
}

TEST_CASE("guiding text is a placeholder field", "[draft]") {
    const auto text = app::newPart(draft::loadTemplates(kFolder), "BC", draft::Part::addressee, nullptr, {{"addressee", "Sở [tên] và [chưa xong"}}, 2026);
    CHECK(text.find("Sở <text:placeholder text:placeholder-type=\"text\">[tên]</text:placeholder> và [chưa xong</text:p>") != std::string::npos);
}

TEST_CASE("each mistake in an outline is named with file, line and place", "[draft]") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "thethuc-outline-mistakes";
    const auto error = [&](const std::string& from, const std::string& to, const char* name = "thu.json") {
        fs::remove_all(folder);
        fs::copy(kFolder, folder, fs::copy_options::recursive);
        std::string outline = R"({
    "schema": 1, "id": "thu", "name": "Thử", "type": "BC", "periods": ["quy"],
    "keys": [{"key": "own", "hint": "h", "otherwise": "[o]"}],
    "rows": [
        {"style": "noi_dung", "text": "Kết quả {period} {own}"},
        {"table": "cchc-ket-qua-tthc", "when": "own"}
    ]
})";
        const auto at = outline.find(from);
        REQUIRE(at != std::string::npos);
        outline.replace(at, from.size(), to);
        std::ofstream(folder / "outlines" / name, std::ios::binary) << outline;
        std::string said = "(none)";
        try {
            (void)draft::loadTemplates(folder.string());
        } catch (const draft::TemplateError& wrong) {
            said = wrong.what();
        }
        fs::remove_all(folder);
        return said;
    };
    const auto says = [&](const std::string& from, const std::string& to, const char* words) {
        const std::string said = error(from, to);
        INFO(said);
        CHECK(said.find("thu.json:") != std::string::npos);
        CHECK(said.find(words) != std::string::npos);
    };
    CHECK(error("\"schema\": 1", "\"schema\": 1") == "(none)");
    says("\"schema\": 1", "\"schema\": 2", ":2: /schema");
    says("\"id\": \"thu\"", "\"id\": \"../thu\"", "/id");
    says("\"type\": \"BC\"", "\"type\": \"XX\"", "“XX”");
    says("\"name\": \"Thử\", ", "", "“name”");
    says("\"quy\"", "\"tuan\"", "/periods/0");
    says("{own}", "{owm}", ":5: /rows/0/text: ");
    says("noi_dung", "noi_dungg", "“noi_dungg”");
    says("\"own\", \"hint\"", "\"subject\", \"hint\"", "/keys/0/key");
    says("\"hint\"", "\"hnt\"", "“hnt”");
    says("\"when\": \"own\"", "\"when\": \"other\"", "“other”");
    says("\"when\": \"own\"", "\"text\": \"x\"", "/rows/1/text");
    says("\"rows\"", "\"row\"", "“row”");
    says("\"schema\": 1,", "\"schema\": 1,,", "JSON");
    CHECK(error("\"schema\": 1", "\"schema\": 1", "khac.json").find("“khac”") != std::string::npos);
}

TEST_CASE("an outline is called by its id, never by a path", "[draft]") {
    const auto templates = draft::loadTemplates(kFolder);
    CHECK(draft::outlineOf(templates, "cchc", report::Language::vi).type == "BC");
    const auto error = [&](const char* id) -> std::string {
        try {
            (void)draft::outlineOf(templates, id, report::Language::en);
        } catch (const draft::TemplateError& wrong) {
            return wrong.what();
        }
        return {};
    };
    CHECK(error("../outlines/cchc").find("not by path") != std::string::npos);
    CHECK(error("/etc/passwd").find("not by path") != std::string::npos);
    CHECK(error("khac").find("cchc") != std::string::npos);
}
