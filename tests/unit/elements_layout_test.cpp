// The layouts that real files have: each must be read like the plain two-column table.
#include <functional>

#include "elements/analysis.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using elements::Kind;
using elements::Role;
using testing::DocumentBuilder;
using model::Align;

namespace {

constexpr const char* kNational = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr const char* kMotto = "Độc lập - Tự do - Hạnh phúc";

std::string textOf(const elements::Analysis& analysis, Kind kind) {
    const auto* element = analysis.first(kind);
    return element == nullptr ? "(none)" : text::toUtf8(element->text);
}

void body(DocumentBuilder& b) {
    b.paragraph("KẾ HOẠCH", {.size = 140, .bold = true});
    b.paragraph("Phát triển kinh tế - xã hội năm 2026", {.size = 140, .bold = true});
    b.prose("Thực hiện nhiệm vụ được giao, Ủy ban nhân dân xã xây dựng kế hoạch phát triển kinh tế - xã hội như sau:");
    b.prose("Các cơ quan, đơn vị có liên quan tổ chức thực hiện nghiêm túc Kế hoạch này, báo cáo kết quả theo quy định./.");
}

void expectHeader(const elements::Analysis& analysis) {
    CHECK(textOf(analysis, Kind::quocHieu) == kNational);
    CHECK(textOf(analysis, Kind::tieuNgu) == kMotto);
    CHECK(textOf(analysis, Kind::coQuanChuQuan) == "UBND TỈNH BÌNH MINH");
    CHECK(textOf(analysis, Kind::coQuanBanHanh) == "SỞ NỘI VỤ");
    CHECK(textOf(analysis, Kind::soKyHieu) == "Số: 12/KH-SNV");
    CHECK(textOf(analysis, Kind::diaDanhThoiGian) == "Bình Minh, ngày 05 tháng 3 năm 2026");
    CHECK(textOf(analysis, Kind::tenLoai) == "KẾ HOẠCH");
    CHECK(textOf(analysis, Kind::trichYeu) == "Phát triển kinh tế - xã hội năm 2026");
    CHECK(analysis.scope == elements::Scope::nd30);
}

}  // namespace

TEST_CASE("header in one row of a table", "[elements][layout]") {
    DocumentBuilder b;
    b.table({6500, 9500}).cell();
    b.paragraph("UBND TỈNH BÌNH MINH", {.size = 130}).paragraph("SỞ NỘI VỤ", {.size = 130, .bold = true}).paragraph("", {});
    b.paragraph("Số: 12/KH-SNV", {.size = 130});
    b.cell().paragraph(kNational, {.size = 120, .bold = true}).paragraph(kMotto, {.size = 130, .bold = true}).paragraph("", {});
    b.paragraph("Bình Minh, ngày 05 tháng 3 năm 2026", {.size = 130, .italic = true}).endTable();
    body(b);
    const auto analysis = elements::analyse(b.take());
    expectHeader(analysis);
    CHECK(analysis.header == elements::HeaderForm::table);
}

TEST_CASE("quốc hiệu and tiêu ngữ in one paragraph, the agency likewise", "[elements][layout]") {
    DocumentBuilder b;
    b.table({6500, 9500}).cell();
    b.paragraph("UBND TỈNH BÌNH MINH\nSỞ NỘI VỤ", {.size = 130, .bold = true});
    b.cell().paragraph(std::string(kNational) + "\n" + kMotto, {.size = 120, .bold = true});
    b.cell().paragraph("Số: 12/KH-SNV", {.size = 130});
    b.cell().paragraph("Bình Minh, ngày 05 tháng 3 năm 2026", {.size = 130, .italic = true}).endTable();
    body(b);
    expectHeader(elements::analyse(b.take()));
}

TEST_CASE("a table of three columns with an empty one between", "[elements][layout]") {
    DocumentBuilder b;
    b.table({6000, 500, 9500}).cell();
    b.paragraph("UBND TỈNH BÌNH MINH", {.size = 130}).paragraph("SỞ NỘI VỤ", {.size = 130, .bold = true});
    b.cell().paragraph("");
    b.cell().paragraph(kNational, {.size = 120, .bold = true}).paragraph(kMotto, {.size = 130, .bold = true});
    b.cell().paragraph("Số: 12/KH-SNV", {.size = 130});
    b.cell().paragraph("");
    b.cell().paragraph("Bình Minh, ngày 05 tháng 3 năm 2026", {.size = 130, .italic = true}).endTable();
    body(b);
    expectHeader(elements::analyse(b.take()));
}

TEST_CASE("agency and quốc hiệu share lines parted by tabs", "[elements][layout]") {
    DocumentBuilder b;
    b.paragraph(std::string("UBND TỈNH BÌNH MINH\t") + kNational, {.size = 130, .align = Align::left});
    b.paragraph(std::string("SỞ NỘI VỤ\t\t") + kMotto, {.size = 130, .bold = true, .align = Align::left});
    b.paragraph("Số: 12/KH-SNV\t\tBình Minh, ngày 05 tháng 3 năm 2026", {.size = 130, .align = Align::left});
    body(b);
    const auto analysis = elements::analyse(b.take());
    expectHeader(analysis);
    CHECK(analysis.header == elements::HeaderForm::tabs);
}

TEST_CASE("the same in one paragraph with line breaks and runs of spaces", "[elements][layout]") {
    DocumentBuilder b;
    b.paragraph(std::string("UBND TỈNH BÌNH MINH          ") + kNational + "\nSỞ NỘI VỤ                " + kMotto +
                    "\nSố: 12/KH-SNV            Bình Minh, ngày 05 tháng 3 năm 2026",
                {.size = 130, .align = Align::left});
    body(b);
    expectHeader(elements::analyse(b.take()));
}

TEST_CASE("header in two text frames", "[elements][layout]") {
    DocumentBuilder b;
    b.paragraph("");
    body(b);
    auto document = b.take();
    const auto frame = [&](model::Hmm x, std::vector<std::pair<std::string, bool>> lines) {
        model::Shape shape;
        shape.kind = model::ShapeKind::textFrame;
        shape.name = "Frame" + std::to_string(x);
        shape.x = x;
        shape.width = x == 0 ? 6500 : 9500;
        shape.height = 2500;
        shape.textStory = static_cast<std::int32_t>(document.stories.size());
        model::Story story;
        story.kind = model::StoryKind::frame;
        story.shape = static_cast<std::int32_t>(document.shapes.size());
        DocumentBuilder text;
        for (const auto& [words, bold] : lines) text.paragraph(words, {.size = 130, .bold = bold});
        story.paragraphs = text.take().stories[0].paragraphs;
        document.shapes.push_back(shape);
        document.stories.push_back(story);
    };
    frame(0, {{"UBND TỈNH BÌNH MINH", false}, {"SỞ NỘI VỤ", true}, {"Số: 12/KH-SNV", false}});
    frame(6500, {{kNational, true}, {kMotto, true}, {"Bình Minh, ngày 05 tháng 3 năm 2026", false}});
    const auto analysis = elements::analyse(document);
    expectHeader(analysis);
    CHECK(analysis.header == elements::HeaderForm::frames);
}

TEST_CASE("recipients with line breaks, a signature of three lines, a drafter's code", "[elements][layout]") {
    DocumentBuilder b;
    b.table({6500, 9500}).cell().paragraph("ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", {.size = 130, .bold = true}).paragraph("Số: 12/TB-UBND", {.size = 130});
    b.cell().paragraph(kNational, {.size = 120, .bold = true}).paragraph(kMotto, {.size = 130, .bold = true});
    b.paragraph("An Bình, ngày 05 tháng 3 năm 2026", {.size = 130, .italic = true}).endTable();
    b.paragraph("THÔNG BÁO", {.size = 140, .bold = true}).paragraph("Lịch tiếp công dân", {.size = 140, .bold = true});
    b.prose("Ủy ban nhân dân xã An Bình thông báo lịch tiếp công dân tháng 3 năm 2026 để các cơ quan, đơn vị và Nhân dân biết./.");
    b.table({6500, 9500}).cell();
    b.paragraph("Nơi nhận:\n- Các xóm;\n- Lưu: VT, VP.\nPL.(300)", {.size = 110, .align = Align::left});
    b.cell().paragraph("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\n\n\nTrần Thị Bình", {.size = 140, .bold = true});
    b.endTable();
    const auto document = b.take();
    const auto analysis = elements::analyse(document);
    CHECK(analysis.type == "TB");
    std::vector<std::string> signature;
    for (const auto* line : analysis.all(Kind::quyenHanChucVu)) signature.push_back(text::toUtf8(line->text));
    CHECK(signature == std::vector<std::string>{"TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"});
    CHECK(textOf(analysis, Kind::hoTen) == "Trần Thị Bình");
    CHECK(analysis.all(Kind::noiNhan).size() == 3);
    CHECK(textOf(analysis, Kind::nguoiSoanThao) == "PL.(300)");
}

TEST_CASE("an end without a table", "[elements][layout]") {
    DocumentBuilder b;
    b.table({6500, 9500}).cell().paragraph("ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", {.size = 130, .bold = true}).paragraph("Số: 12/BC-UBND", {.size = 130});
    b.cell().paragraph(kNational, {.size = 120, .bold = true}).paragraph(kMotto, {.size = 130, .bold = true});
    b.paragraph("An Bình, ngày 05 tháng 3 năm 2026", {.size = 130, .italic = true}).endTable();
    b.paragraph("BÁO CÁO", {.size = 140, .bold = true}).paragraph("Kết quả công tác tháng 3", {.size = 140, .bold = true});
    b.prose("Trong tháng 3 năm 2026, Ủy ban nhân dân xã An Bình đã chỉ đạo hoàn thành các nhiệm vụ được giao./.");
    SECTION("tabs") {
        b.paragraph("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", {.size = 130, .bold = true, .align = Align::left});
        b.paragraph("- Như trên;\tCHỦ TỊCH", {.size = 130, .align = Align::left});
        b.paragraph("- Lưu: VT.", {.size = 110, .align = Align::left});
        b.paragraph("\tNguyễn Văn An", {.size = 140, .bold = true, .align = Align::left});
    }
    SECTION("plain lines") {
        b.paragraph("TM. ỦY BAN NHÂN DÂN", {.size = 140, .bold = true, .align = Align::right});
        b.paragraph("CHỦ TỊCH", {.size = 140, .bold = true, .align = Align::right});
        b.paragraph("").paragraph("");
        b.paragraph("Nguyễn Văn An", {.size = 140, .bold = true, .align = Align::right});
        b.paragraph("Nơi nhận:", {.size = 120, .bold = true, .italic = true, .align = Align::left});
        b.paragraph("- Như trên;", {.size = 110, .align = Align::left});
        b.paragraph("- Lưu: VT.", {.size = 110, .align = Align::left});
    }
    const auto analysis = elements::analyse(b.take());
    CHECK(textOf(analysis, Kind::hoTen) == "Nguyễn Văn An");
    CHECK(analysis.first(Kind::quyenHanChucVu, Role::authority) != nullptr);
    CHECK(analysis.first(Kind::quyenHanChucVu, Role::position) != nullptr);
    CHECK(analysis.first(Kind::noiNhan, Role::word) != nullptr);
    CHECK(analysis.first(Kind::noiNhan, Role::luu) != nullptr);
}

TEST_CASE("separators of every make belong to their text", "[elements][layout]") {
    const auto head = [](DocumentBuilder& b, const std::function<void()>& afterAgency, const std::function<void()>& afterMotto) {
        b.table({6500, 9500}).cell().paragraph("ỦY BAN NHÂN DÂN", {.size = 130, .bold = true}).paragraph("XÃ AN BÌNH", {.size = 130, .bold = true});
        afterAgency();
        b.cell().paragraph(kNational, {.size = 120, .bold = true}).paragraph(kMotto, {.size = 130, .bold = true});
        afterMotto();
        b.cell().paragraph("Số: 12/BC-UBND", {.size = 130}).cell().paragraph("An Bình, ngày 05 tháng 3 năm 2026", {.size = 130, .italic = true});
        b.endTable();
        b.paragraph("BÁO CÁO", {.size = 140, .bold = true}).paragraph("Kết quả công tác tháng 3", {.size = 140, .bold = true});
    };
    const auto count = [](const elements::Analysis& analysis, Kind under, elements::Separator::Form form) {
        return std::count_if(analysis.separators.begin(), analysis.separators.end(),
                             [&](const auto& one) { return one.under == under && one.form == form; });
    };
    SECTION("characters") {
        DocumentBuilder b;
        head(b, [&] { b.paragraph("_______", {.size = 130}); }, [&] { b.paragraph("_________________________", {.size = 130}); });
        b.paragraph("___________", {.size = 130}).prose("Trong tháng 3 năm 2026, Ủy ban nhân dân xã An Bình báo cáo như sau:");
        const auto analysis = elements::analyse(b.take());
        for (const Kind kind : {Kind::coQuanBanHanh, Kind::tieuNgu, Kind::trichYeu}) {
            CHECK(count(analysis, kind, elements::Separator::Form::characters) == 1);
        }
    }
    SECTION("borders") {
        DocumentBuilder b;
        head(b, [] {}, [] {});
        auto document = b.prose("Trong tháng 3 năm 2026, Ủy ban nhân dân xã An Bình báo cáo như sau:").take();
        for (auto& paragraph : document.stories[0].paragraphs) {
            const auto words = text::toUtf8(paragraph.text);
            if (words == "XÃ AN BÌNH" || words == kMotto || words == "Kết quả công tác tháng 3") paragraph.format.borderBottom = 18;
        }
        const auto analysis = elements::analyse(document);
        for (const Kind kind : {Kind::coQuanBanHanh, Kind::tieuNgu, Kind::trichYeu}) {
            CHECK(count(analysis, kind, elements::Separator::Form::border) == 1);
        }
    }
    SECTION("all drawn lines anchored at the first cell, parted by their position") {
        DocumentBuilder b;
        head(b, [&] { b.line(2000); }, [] {});
        auto document = b.prose("Trong tháng 3 năm 2026, Ủy ban nhân dân xã An Bình báo cáo như sau:").take();
        auto second = document.shapes[0];
        second.name = "#2";
        second.horizontal = model::Orientation::none;
        second.horizontalRelation = model::Relation::paragraphArea;
        second.x = 8500;
        second.width = 5300;
        document.shapes.push_back(second);
        const auto analysis = elements::analyse(document);
        CHECK(count(analysis, Kind::coQuanBanHanh, elements::Separator::Form::shape) == 1);
        CHECK(count(analysis, Kind::tieuNgu, elements::Separator::Form::shape) == 1);
    }
    SECTION("the subject's line anchored at the first paragraph of the body") {
        DocumentBuilder b;
        head(b, [] {}, [] {});
        b.prose("Trong tháng 3 năm 2026, Ủy ban nhân dân xã An Bình báo cáo như sau:").line(3000);
        const auto analysis = elements::analyse(b.take());
        CHECK(count(analysis, Kind::trichYeu, elements::Separator::Form::shape) == 1);
    }
}

TEST_CASE("a công điện, a letter, a copy", "[elements][layout]") {
    DocumentBuilder b;
    b.table({6500, 9500}).cell().paragraph("ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH", {.size = 130, .bold = true}).paragraph("Số: 12/CĐ-UBND", {.size = 130});
    b.cell().paragraph(kNational, {.size = 120, .bold = true}).paragraph(kMotto, {.size = 130, .bold = true});
    b.paragraph("Bình Minh, ngày 05 tháng 9 năm 2026", {.size = 130, .italic = true}).endTable();
    b.paragraph("CÔNG ĐIỆN", {.size = 140, .bold = true}).paragraph("Về việc ứng phó bão số 5", {.size = 140, .bold = true});
    b.prose("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH MINH điện: Chủ tịch Ủy ban nhân dân các xã, phường trên địa bàn tỉnh.");
    b.prose("Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Công điện này./.");
    b.table({6500, 9500}).cell().paragraph("Nơi nhận:").paragraph("- Như trên;").paragraph("- Lưu: VT.");
    b.cell().paragraph("CHỦ TỊCH", {.bold = true}).paragraph("").paragraph("Nguyễn Văn An", {.bold = true}).endTable();
    b.table({6500, 9500}).cell().paragraph("UBND XÃ AN BÌNH", {.bold = true}).paragraph("Số: 05/SY-UBND");
    b.cell().paragraph("SAO Y", {.bold = true}).paragraph("An Bình, ngày 06 tháng 9 năm 2026", {.italic = true}).endTable();
    const auto analysis = elements::analyse(b.take());
    CHECK(analysis.type == "CĐ");
    REQUIRE(analysis.parts.size() == 2);
    CHECK(analysis.parts[1].kind == elements::PartKind::copy);
}
