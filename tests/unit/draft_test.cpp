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
