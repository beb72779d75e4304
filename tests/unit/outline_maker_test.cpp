#include "app/outline_maker.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/new_document.hpp"
#include "draft/outline_file.hpp"
#include "support/base_documents.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
namespace fs = std::filesystem;

namespace {

const draft::Templates& templates() {
    static const draft::Templates all = draft::loadTemplates(THETHUC_SOURCE_DIR "/templates");
    return all;
}

app::MadeOutline made(const model::Document& document, const std::string& agency = {}) {
    const elements::Analysis analysis = elements::analyse(document);
    return app::makeOutline(document, analysis, citations::recognise(document, analysis), templates(), agency);
}

model::Document quarterlyReport() {
    testing::DocumentBuilder builder;
    builder.paragraph("ỦY BAN NHÂN DÂN XÃ AN BÌNH", {.size = 130, .bold = true}).paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.size = 130, .bold = true});
    builder.paragraph("Độc lập - Tự do - Hạnh phúc", {.bold = true}).paragraph("Số: 12/BC-UBND", {.size = 130});
    builder.paragraph("An Bình, ngày 14 tháng 9 năm 2025", {.italic = true});
    builder.paragraph("BÁO CÁO", {.bold = true}).paragraph("Kết quả cải cách hành chính quý III năm 2025", {.bold = true});
    builder.boldProse("I. KẾT QUẢ QUÝ III NĂM 2025");
    builder.prose("Trong quý III năm 2025, UBND xã An Bình đã tiếp nhận 1.234 hồ sơ, giải quyết đúng hạn 98,5% theo Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ.");
    builder.prose("Quý III năm 2025 hoàn thành 3 nhiệm vụ {khó} của kế hoạch năm 2025, tính đến ngày 14/9/2025.");
    builder.boldProse("II. NHIỆM VỤ QUÝ IV NĂM 2025");
    builder.prose("Tiếp tục thực hiện nhiệm vụ của quý IV năm 2025 theo [văn bản chỉ đạo 12] và các kế hoạch đã ban hành.");
    builder.prose("Trên đây là Báo cáo kết quả cải cách hành chính quý III năm 2025./.");
    return builder.take();
}

bool hasRow(const draft::Outline& outline, const std::string& style, const std::string& text) {
    return std::any_of(outline.rows.begin(), outline.rows.end(), [&](const draft::Row& row) { return row.style == style && row.text.find(text) != std::string::npos; });
}

/// A folder that goes with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("thethuc-de-cuong-" + std::to_string(::getpid()));   // cases run side by side
    Folder() { fs::remove_all(path), fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
};

}  // namespace

TEST_CASE("period, year and agency become gaps, figures and dates guiding text, citations stay", "[outline]") {
    const app::MadeOutline result = made(quarterlyReport(), "UBND xã An Bình");
    REQUIRE(result.refusal.empty());
    CHECK(result.outline.type == "BC");
    CHECK(result.outline.subject == "Kết quả cải cách hành chính {period}");
    CHECK(result.outline.periods.size() == 5);
    CHECK(hasRow(result.outline, "noi_dung", "Trong {period}, {agencyName} đã tiếp nhận […] hồ sơ, giải quyết đúng hạn […]% theo Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ"));
    CHECK(hasRow(result.outline, "noi_dung", "{Period} hoàn thành […] nhiệm vụ (khó) của kế hoạch năm {year}, tính đến ngày […]."));
    CHECK(hasRow(result.outline, "noi_dung", "nhiệm vụ của {nextPeriod} theo [văn bản chỉ đạo 12]"));
    CHECK(hasRow(result.outline, "muc", "I. KẾT QUẢ {PERIOD}"));
    CHECK(hasRow(result.outline, "muc", "II. NHIỆM VỤ {NEXTPERIOD}"));
    CHECK(result.gaps >= 5);
    CHECK(result.guiding == 4);
    for (const draft::Row& row : result.outline.rows) CHECK(row.text.find("Số: 12") == std::string::npos);
}

TEST_CASE("a made outline is a file like the others, and documents can be made of it", "[outline]") {
    const Folder folder;
    for (const std::string name : {"bao-cao", "quyet-dinh", "ke-hoach", "cong-van", "to-trinh", "thong-bao", "giay-moi", "bien-ban"}) {
        INFO(name);
        app::MadeOutline result = made(testing::baseDocument(name));
        REQUIRE(result.refusal.empty());
        result.outline.name = "Mẫu của xã: " + name;
        result.outline.id = text::plainId(text::fromUtf8(result.outline.name));
        CHECK(result.outline.id == "mau-cua-xa-" + name);
        folder.write(result.outline.id + ".json", draft::writeOutline(result.outline));
    }
    draft::Templates all = templates();
    draft::addOwnOutlines(all, folder.path.string(), report::Language::vi);
    CHECK(all.broken.empty());
    CHECK(all.outlines.size() == templates().outlines.size() + 8);
    for (const draft::Outline& one : all.outlines) {
        if (!one.own) continue;
        app::DraftRequest request;
        request.outline = one.id;
        request.year = 2025;
        const std::string document = app::newDocument(all, request, nullptr);
        CHECK(document.find("{") == std::string::npos);
    }
}

TEST_CASE("a broken outline of the office's own is named with file and line, and the others serve", "[outline]") {
    const Folder folder;
    folder.write("tot.json", "{\"schema\": 1, \"id\": \"tot\", \"name\": \"Tốt\", \"type\": \"BC\", \"rows\": [{\"style\": \"noi_dung\", \"text\": \"Chữ.\"}]}");
    folder.write("hong.json", "{\"schema\": 1,\n\"id\": \"hong\", \"name\": \"Hỏng\", \"type\": \"BC\",\n\"rows\": [{\"style\": \"noi_dung\", \"text\": \"{khong_co}\"}]}");
    folder.write("cut.json", "{\"schema\": 1, ");
    folder.write("ten-khac.json", "{\"schema\": 1, \"id\": \"ten\", \"name\": \"T\", \"type\": \"BC\", \"rows\": [{\"style\": \"noi_dung\", \"text\": \"Chữ.\"}]}");
    // What else may lie in such a folder: nothing in a file, no text at all, a folder, a link to nowhere, a type that there is not, another's list.
    folder.write("rong.json", "");
    folder.write("rac.json", std::string("\xff\xfe\0\x80", 4));
    std::filesystem::create_directory(folder.path / "thu-muc.json");
    std::filesystem::create_symlink(folder.path / "khong-co", folder.path / "mat.json");
    folder.write("loai.json", "{\"schema\": 1, \"id\": \"loai\", \"name\": \"T\", \"type\": \"ZZ\",\n\"rows\": [{\"style\": \"noi_dung\", \"text\": \"Chữ.\"}]}");
    folder.write("danh-sach.json", "[]");
    draft::Templates all = templates();
    draft::addOwnOutlines(all, folder.path.string(), report::Language::vi);
    CHECK(all.outlines.size() == templates().outlines.size() + 1);
    REQUIRE(all.broken.size() == 9);
    for (const char* name : {"hong", "cut", "ten-khac", "rong", "rac", "thu-muc", "mat", "loai", "danh-sach"}) {
        const std::string file = (folder.path / (std::string(name) + ".json")).string();
        CHECK(std::count_if(all.broken.begin(), all.broken.end(), [&](const std::string& one) { return one.find(file) != std::string::npos; }) == 1);
    }
    CHECK(std::any_of(all.broken.begin(), all.broken.end(), [](const std::string& one) { return one.find("hong.json:3:") != std::string::npos && one.find("khong_co") != std::string::npos; }));
    try {
        (void)draft::outlineOf(all, "hong", report::Language::vi);
        FAIL("the broken outline was found");
    } catch (const draft::TemplateError& error) {
        CHECK(std::string(error.what()).find("hong.json:3:") != std::string::npos);
    }
}

TEST_CASE("what is no document of the decree gives no outline", "[outline]") {
    CHECK(made(testing::DocumentBuilder().paragraph("Chào các đồng chí").take()).refusal == "outline.refused.type");
    testing::DocumentBuilder bare;
    bare.paragraph("BÁO CÁO", {.bold = true}).paragraph("Kết quả năm 2025", {.bold = true});
    const app::MadeOutline result = made(bare.take());
    CHECK((result.refusal == "outline.refused.empty" || result.refusal == "outline.refused.type"));
    CHECK(text::plainId(U"Đề cương số 5 – Ủy ban").starts_with("de-cuong-so-5"));
    CHECK(text::plainId(U"…").empty());
}
