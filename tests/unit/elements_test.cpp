#include "elements/analysis.hpp"

#include <algorithm>

#include "elements/numbering.hpp"
#include "elements/types.hpp"
#include "support/base_documents.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using elements::Kind;
using elements::Role;

namespace {

std::string textOf(const elements::Analysis& analysis, Kind kind, std::int32_t part = 0) {
    const auto* element = analysis.first(kind, part);
    return element == nullptr ? "(none)" : text::toUtf8(element->text);
}

std::string textOf(const elements::Analysis& analysis, Kind kind, Role role, std::int32_t part = 0) {
    const auto* element = analysis.first(kind, role, part);
    return element == nullptr ? "(none)" : text::toUtf8(element->text);
}

const elements::Separator* separator(const elements::Analysis& analysis, Kind under, std::int32_t part = 0) {
    for (const auto& one : analysis.separators) {
        if (one.under == under && one.part == part) return &one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("every element of a report is recognised", "[elements]") {
    const auto document = testing::baseDocument("bao-cao");
    const auto analysis = elements::analyse(document);
    CHECK(analysis.scope == elements::Scope::nd30);
    CHECK(analysis.type == "BC");
    CHECK(analysis.layout == elements::Layout::report);
    CHECK(analysis.header == elements::HeaderForm::table);
    CHECK_FALSE(analysis.electronicDraft);
    CHECK(textOf(analysis, Kind::quocHieu) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    CHECK(textOf(analysis, Kind::tieuNgu) == "Độc lập - Tự do - Hạnh phúc");
    CHECK(textOf(analysis, Kind::coQuanBanHanh) == "ỦY BAN NHÂN DÂN XÃ AN BÌNH");
    CHECK(textOf(analysis, Kind::coQuanChuQuan) == "(none)");
    CHECK(textOf(analysis, Kind::soKyHieu) == "Số: 135/BC-UBND");
    CHECK(textOf(analysis, Kind::diaDanhThoiGian) == "An Bình, ngày 11 tháng 9 năm 2025");
    CHECK(textOf(analysis, Kind::tenLoai) == "BÁO CÁO");
    CHECK(textOf(analysis, Kind::trichYeu) == "Kết quả thực hiện công tác cải cách hành chính quý III năm 2025");
    CHECK(textOf(analysis, Kind::kinhGui) == "Kính gửi: Sở Nội vụ tỉnh Bình Minh.");
    const auto sections = analysis.all(Kind::muc);
    REQUIRE(sections.size() == 3);
    CHECK(sections[1]->number == std::vector<std::int32_t>{2});
    std::vector<std::pair<Role, std::int32_t>> clauses;
    for (const auto* clause : analysis.all(Kind::khoan)) clauses.emplace_back(clause->role, clause->number.front());
    CHECK(clauses == std::vector<std::pair<Role, std::int32_t>>{
                         {Role::heading, 1}, {Role::heading, 2}, {Role::heading, 1}, {Role::heading, 2}, {Role::text, 1}, {Role::text, 2}});
    CHECK(analysis.all(Kind::diem).size() == 2);
    CHECK(textOf(analysis, Kind::quyenHanChucVu, Role::authority) == "TM. ỦY BAN NHÂN DÂN");
    CHECK(textOf(analysis, Kind::quyenHanChucVu, Role::position) == "CHỦ TỊCH");
    CHECK(textOf(analysis, Kind::hoTen) == "Nguyễn Văn An");
    CHECK(textOf(analysis, Kind::noiNhan, Role::word) == "Nơi nhận:");
    CHECK(textOf(analysis, Kind::noiNhan, Role::list) == "- Như trên;");
    CHECK(textOf(analysis, Kind::noiNhan, Role::luu) == "- Lưu: VT, VHXH.");
    for (const Kind kind : {Kind::tieuNgu, Kind::coQuanBanHanh, Kind::trichYeu}) CHECK(separator(analysis, kind) != nullptr);
}

TEST_CASE("a công văn has V/v, a superior agency and no title", "[elements]") {
    const auto document = testing::baseDocument("cong-van");
    const auto analysis = elements::analyse(document);
    CHECK(analysis.type == "CV");
    CHECK(analysis.scope == elements::Scope::nd30);
    CHECK(textOf(analysis, Kind::coQuanChuQuan) == "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH");
    CHECK(textOf(analysis, Kind::coQuanBanHanh) == "SỞ NỘI VỤ");
    CHECK(textOf(analysis, Kind::trichYeu, Role::telegram) == "V/v báo cáo công tác cải cách hành chính");
    CHECK(analysis.first(Kind::tenLoai) == nullptr);
    CHECK(textOf(analysis, Kind::quyenHanChucVu, Role::authority) == "KT. GIÁM ĐỐC");
}

TEST_CASE("a decision has its bases, its order line and articles", "[elements]") {
    const auto document = testing::baseDocument("quyet-dinh");
    const auto analysis = elements::analyse(document);
    CHECK(analysis.type == "QĐ");
    CHECK(analysis.layout == elements::Layout::articles);
    CHECK(textOf(analysis, Kind::thamQuyen, Role::whole) == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH");
    CHECK(textOf(analysis, Kind::thamQuyen, Role::order) == "QUYẾT ĐỊNH:");
    CHECK(analysis.all(Kind::canCu).size() == 3);
    CHECK(analysis.all(Kind::dieu).size() == 3);
    CHECK(analysis.all(Kind::khoan).size() == 2);
}

TEST_CASE("minutes lack place and date, drafts lack number and day", "[elements]") {
    const auto minutes = elements::analyse(testing::baseDocument("bien-ban"));
    CHECK(minutes.type == "BB");
    CHECK(minutes.first(Kind::diaDanhThoiGian) == nullptr);
    CHECK(minutes.all(Kind::hoTen).size() == 2);
    CHECK(minutes.all(Kind::quyenHanChucVu).size() == 2);
    CHECK(minutes.first(Kind::noiNhan, Role::luu) != nullptr);
    const auto draft = elements::analyse(testing::baseDocument("ke-hoach"));
    CHECK(draft.electronicDraft);
    CHECK(draft.type == "KH");
}

TEST_CASE("a regulation behind its decision is a part of its own", "[elements]") {
    const auto analysis = elements::analyse(testing::baseDocument("quy-che"));
    CHECK(analysis.type == "QĐ");
    REQUIRE(analysis.parts.size() == 2);
    CHECK(analysis.parts[1].kind == elements::PartKind::attachment);
    CHECK(analysis.parts[1].type == "QC");
    CHECK(analysis.all(Kind::chuong, 1).size() == 4);
    CHECK(analysis.all(Kind::dieu, 1).size() == 3);
    CHECK(analysis.all(Kind::dieu, 0).size() == 2);
    CHECK(textOf(analysis, Kind::phuLuc, 1).starts_with("(Kèm theo"));
}

TEST_CASE("every base document is in scope with both ends of its frame", "[elements]") {
    for (const auto& name : testing::baseDocumentNames()) {
        INFO(name);
        const auto analysis = elements::analyse(testing::baseDocument(name));
        CHECK(analysis.scope == elements::Scope::nd30);
        for (const Kind kind : {Kind::quocHieu, Kind::tieuNgu, Kind::coQuanBanHanh, Kind::soKyHieu, Kind::quyenHanChucVu, Kind::hoTen, Kind::noiNhan}) {
            INFO(elements::name(kind));
            CHECK(analysis.first(kind) != nullptr);
        }
    }
}

TEST_CASE("a header set with tabs or in one paragraph is read by its lines", "[elements]") {
    testing::DocumentBuilder b;
    b.paragraph("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.size = 130, .bold = true, .align = model::Align::left});
    b.paragraph("XÃ AN BÌNH\tĐộc lập - Tự do - Hạnh phúc", {.size = 130, .bold = true, .align = model::Align::left});
    b.paragraph("Số:        /KH-UBND\tAn Bình, ngày      tháng 7 năm 2025", {.size = 130, .align = model::Align::left});
    b.paragraph("KẾ HOẠCH", {.size = 140, .bold = true});
    b.paragraph("Phát triển kinh tế - xã hội năm 2026", {.size = 140, .bold = true});
    b.prose("Thực hiện nhiệm vụ được giao, Ủy ban nhân dân xã xây dựng kế hoạch như sau:");
    const auto document = b.take();
    const auto analysis = elements::analyse(document);
    CHECK(analysis.header == elements::HeaderForm::tabs);
    CHECK(textOf(analysis, Kind::quocHieu) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    CHECK(textOf(analysis, Kind::tieuNgu) == "Độc lập - Tự do - Hạnh phúc");
    CHECK(textOf(analysis, Kind::coQuanBanHanh) == "ỦY BAN NHÂN DÂN XÃ AN BÌNH");
    CHECK(textOf(analysis, Kind::soKyHieu) == "Số: /KH-UBND");
    CHECK(textOf(analysis, Kind::diaDanhThoiGian) == "An Bình, ngày tháng 7 năm 2025");
    CHECK(analysis.type == "KH");
}

TEST_CASE("texts outside the decree are left alone, with a reason", "[elements]") {
    testing::DocumentBuilder party;
    party.table({8000, 8000}).cell().paragraph("ĐẢNG ỦY XÃ AN BÌNH").paragraph("*").paragraph("Số 37-KH/ĐU");
    party.cell().paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", {.size = 140, .bold = true}).paragraph("An Bình, ngày 05 tháng 3 năm 2025");
    party.endTable().paragraph("KẾ HOẠCH", {.size = 140, .bold = true}).prose("Thực hiện chương trình công tác năm 2025.");
    CHECK(elements::analyse(party.take()).scope == elements::Scope::party);

    testing::DocumentBuilder law;
    law.table({8000, 8000}).cell().paragraph("CHÍNH PHỦ", {.bold = true}).paragraph("Số: 30/2020/NĐ-CP");
    law.cell().paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.bold = true}).paragraph("Độc lập - Tự do - Hạnh phúc", {.bold = true});
    law.endTable().paragraph("NGHỊ ĐỊNH", {.size = 140, .bold = true}).paragraph("Về công tác văn thư", {.size = 140, .bold = true});
    CHECK(elements::analyse(law.take()).scope == elements::Scope::legal);

    testing::DocumentBuilder plain;
    plain.prose("Anh An thân mến, lâu rồi tôi chưa viết thư cho anh.");
    CHECK(elements::analyse(plain.take()).scope == elements::Scope::other);

    testing::DocumentBuilder empty;
    const auto nothing = elements::analyse(empty.paragraph("").take());
    CHECK(nothing.scope == elements::Scope::other);
    CHECK(nothing.scopeReason == "scope.empty");
}

TEST_CASE("numbers of headings are told from figures and dates", "[elements]") {
    using elements::NumberKind;
    using elements::readNumberHead;
    CHECK(readNumberHead(U"I. CÔNG TÁC")->kind == NumberKind::roman);
    CHECK(readNumberHead(U"II/ KẾT QUẢ")->mark == U'/');
    CHECK(readNumberHead(U"1. Việc")->value == std::vector<std::int32_t>{1});
    CHECK(readNumberHead(U"2.1. Về rà soát")->value == std::vector<std::int32_t>{2, 1});
    CHECK(readNumberHead(U"đ) Nội dung")->value == std::vector<std::int32_t>{5});
    CHECK(readNumberHead(U"Điều 12. Hiệu lực")->value == std::vector<std::int32_t>{12});
    CHECK(readNumberHead(U"Chương II")->romanDigits);
    CHECK(readNumberHead(U"- Nội dung")->kind == NumberKind::bullet);
    for (const auto* not_a_heading : {U"1.016 văn bản", U"10/9/2025 là ngày", U"100% hồ sơ", U"2025 là năm", U"Vì vậy", U"X-quang", U"0. Không",
                                      U"3,5 triệu đồng", U"Điều kiện"}) {
        INFO(text::toUtf8(not_a_heading));
        CHECK_FALSE(readNumberHead(not_a_heading).has_value());
    }
}

TEST_CASE("titles of the 29 types", "[elements]") {
    for (const auto& type : elements::documentTypes()) {
        INFO(text::toUtf8(type.name));
        const auto match = elements::matchTitle(type.name);
        REQUIRE(match.has_value());
        CHECK(match->type == &type);
    }
    CHECK(elements::documentTypes().size() == 29);
    CHECK(elements::matchTitle(U"THÔNG TƯ")->legal);
    CHECK_FALSE(elements::matchTitle(U"QUYẾT ĐỊNH:").has_value());
    CHECK_FALSE(elements::matchTitle(U"CHỈ THỊ:").has_value());
    CHECK_FALSE(elements::matchTitle(U"Báo cáo:").has_value());
    REQUIRE(elements::matchTitle(U"BÁO CÁO:").has_value());
    CHECK(elements::matchTitle(U"BÁO CÁO:")->type->abbreviation == "BC");
    for (const auto* occasion : {U"THƯ CHÚC MỪNG", U"THƯ KHEN", U"THƯ CẢM ƠN", U"THƯ CHIA BUỒN", U"THƯ CHÀO MỪNG", U"THƯ"}) {
        INFO(text::toUtf8(occasion));
        const auto match = elements::matchTitle(occasion);
        REQUIRE(match.has_value());
        CHECK(match->type->abbreviation == "TCg");
    }
    for (const auto* other : {U"THƯ KÝ", U"THƯ VIỆN TỈNH BÌNH MINH", U"THƯ MỤC SÁCH MỚI", U"THƯỜNG TRỰC", U"Thư khen"}) {
        INFO(text::toUtf8(other));
        CHECK_FALSE(elements::matchTitle(other).has_value());
    }
    CHECK(elements::symbolHead(U"Số: 135/BC-UBND") == U"BC");
    CHECK(elements::symbolHead(U"Số: 12 / QyĐ – UBND") == U"QyĐ");
}

TEST_CASE("a letter of the chairman has no number and an agency of two lines", "[elements]") {
    testing::DocumentBuilder letter;
    letter.table({6500, 10000}).cell().paragraph("CHỦ TỊCH", {.bold = true}).paragraph("ỦY BAN NHÂN DÂN XÃ AN BÌNH", {.bold = true});
    letter.cell().paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.bold = true}).paragraph("Độc lập - Tự do - Hạnh phúc", {.bold = true});
    letter.paragraph("An Bình, ngày 20 tháng 11 năm 2025", {.italic = true});
    letter.endTable().paragraph("THƯ CHÚC MỪNG", {.size = 140, .bold = true});
    letter.paragraph("Nhân Ngày Nhà giáo Việt Nam 20-11", {.size = 140, .bold = true});
    letter.prose("Nhân Ngày Nhà giáo Việt Nam, tôi gửi tới các thầy giáo, cô giáo lời chúc mừng tốt đẹp nhất.");
    const auto analysis = elements::analyse(letter.take());
    CHECK(analysis.scope == elements::Scope::nd30);
    CHECK(analysis.type == "TCg");
    CHECK(textOf(analysis, Kind::coQuanBanHanh) == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH");
    CHECK(textOf(analysis, Kind::coQuanChuQuan) == "(none)");
    CHECK(textOf(analysis, Kind::trichYeu) == "Nhân Ngày Nhà giáo Việt Nam 20-11");
}

TEST_CASE("addressees below each other are one list, whatever their marks", "[elements]") {
    const auto list = [](std::vector<std::string> lines) {
        testing::DocumentBuilder b;
        b.table({6500, 10000}).cell().paragraph("ỦY BAN NHÂN DÂN XÃ AN BÌNH", {.bold = true}).paragraph("Số: 245/UBND-KT");
        b.paragraph("V/v rà soát diện tích sản xuất");
        b.cell().paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.bold = true}).paragraph("Độc lập - Tự do - Hạnh phúc", {.bold = true});
        b.paragraph("An Bình, ngày 20 tháng 11 năm 2025", {.italic = true}).endTable();
        b.paragraph("Kính gửi:", {.align = model::Align::left});
        for (const auto& line : lines) {
            b.paragraph(line, {.align = model::Align::left});
        }
        auto document = b.take();
        for (auto& paragraph : document.stories[0].paragraphs) {
            const auto words = text::toUtf8(paragraph.text);
            if (std::find(lines.begin(), lines.end(), words) != lines.end()) paragraph.format.leftMargin = 5500;
        }
        std::size_t found = 0;
        for (const auto* element : elements::analyse(document).all(Kind::kinhGui)) found += element->role == Role::list ? 1U : 0U;
        return found;
    };
    CHECK(list({"- Sở Tài chính;", "- Sở Nội vụ."}) == 2);
    CHECK(list({"- Sở Tài chính;", "Sở Nội vụ;", "- Sở Công Thương."}) == 3);
    CHECK(list({"- Sở Tài chính.", "- Sở Nội vụ.", "- Sở Công Thương."}) == 3);
}

TEST_CASE("small Roman numbers are no points", "[elements]") {
    const auto points = [](std::vector<std::string> labels) {
        auto document = testing::baseDocument("bao-cao");
        std::size_t next = 0;
        for (auto& paragraph : document.stories[0].paragraphs) {
            const auto words = text::toUtf8(paragraph.text);
            if (next == labels.size() || words.size() < 3 || words[1] != ')' || (words[0] != 'a' && words[0] != 'b')) continue;
            const auto old = static_cast<std::int32_t>(paragraph.text.size());
            paragraph.text = text::fromUtf8(labels[next++] + words.substr(2));
            paragraph.runs.back().length += static_cast<std::int32_t>(paragraph.text.size()) - old;
        }
        return elements::analyse(document).all(Kind::diem).size();
    };
    CHECK(points({"h)", "i)"}) == 2);
    CHECK(points({"i)", "ii)"}) == 0);
}

TEST_CASE("slips in an element do not hide it", "[elements]") {
    const auto changed = [](std::string_view base, std::string_view from, std::string_view to) {
        auto document = testing::baseDocument(base);
        for (auto& paragraph : document.stories[0].paragraphs) {
            if (text::toUtf8(paragraph.text) != from) continue;
            paragraph.text = text::fromUtf8(to);
            paragraph.runs.front().length = static_cast<std::int32_t>(paragraph.text.size());
        }
        return elements::analyse(document);
    };
    const std::string date = "An Bình, ngày 11 tháng 9 năm 2025";
    for (const auto* slip : {"An Bình, 11 tháng 9 năm 2025", "An Bình, ngày 11 tháng 9 2025", "An Bình, ngày 11-9-2025", "An Bình ngày 11/9/2025",
                             "an bình, ngày 11 tháng 9 năm 2025", "An Bình, ngày … tháng … năm …"}) {
        INFO(slip);
        CHECK(textOf(changed("bao-cao", date, slip), Kind::diaDanhThoiGian) == slip);
    }
    CHECK(textOf(changed("bao-cao", "Nguyễn Văn An", "nguyễn văn An"), Kind::hoTen) == "nguyễn văn An");
    CHECK(textOf(changed("bao-cao", "Nguyễn Văn An", "NGUYỄN VĂN AN"), Kind::hoTen) == "NGUYỄN VĂN AN");
    CHECK(textOf(changed("quyet-dinh", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"), Kind::thamQuyen, Role::order) == "QUYẾT ĐỊNH");
    CHECK(textOf(changed("bao-cao", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), Kind::quocHieu) != "(none)");
}

TEST_CASE("swapped columns are still a header", "[elements]") {
    testing::DocumentBuilder b;
    b.table({9500, 6500}).cell().paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.size = 120, .bold = true});
    b.paragraph("Độc lập - Tự do - Hạnh phúc", {.size = 130, .bold = true});
    b.cell().paragraph("ỦY BAN NHÂN DÂN", {.size = 130, .bold = true}).paragraph("XÃ AN BÌNH", {.size = 130, .bold = true});
    b.cell().paragraph("An Bình, ngày 11 tháng 9 năm 2025", {.size = 130, .italic = true}).cell().paragraph("Số: 12/BC-UBND", {.size = 130});
    b.endTable().paragraph("BÁO CÁO", {.size = 140, .bold = true});
    const auto analysis = elements::analyse(b.take());
    CHECK(textOf(analysis, Kind::coQuanBanHanh) == "ỦY BAN NHÂN DÂN XÃ AN BÌNH");
    CHECK(textOf(analysis, Kind::soKyHieu) == "Số: 12/BC-UBND");
    CHECK(textOf(analysis, Kind::diaDanhThoiGian) == "An Bình, ngày 11 tháng 9 năm 2025");
}
