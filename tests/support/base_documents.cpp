#include "support/base_documents.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <stdexcept>

#include "support/builder.hpp"
#include "text/widths.hpp"
#include "text/text.hpp"

namespace thethuc::testing {

using model::Align;
using model::Document;
using model::Hmm;

namespace {

constexpr Hmm kLeftColumn = 6500;
constexpr Hmm kRightColumn = 9500;

/// A line as long as `share` per cent of `words` set in bold Times New Roman.
Hmm lineFor(std::string_view words, std::int32_t size, int share) {
    const auto width = text::timesWidths().width(text::fromUtf8(words), {"Times New Roman", size, true, false});
    return width.value_or(5000) * share / 100;
}

struct Head {
    std::string superior;
    std::vector<std::string> agency;
    std::string number;                        ///< empty: no number line
    std::string about;                         ///< V/v of a công văn
    std::string placeDate;                     ///< empty: none
};

void header(DocumentBuilder& b, const Head& head) {
    b.table({kLeftColumn, kRightColumn}).cell();
    if (!head.superior.empty()) b.paragraph(head.superior, {.size = 130});
    for (const auto& name : head.agency) b.paragraph(name, {.size = 130, .bold = true});
    // Against the longest line of the name (nd30 16).
    const auto longest = std::max_element(head.agency.begin(), head.agency.end(), [](const auto& one, const auto& other) {
        return lineFor(one, 130, 100) < lineFor(other, 130, 100);
    });
    b.line(lineFor(*longest, 130, 40));
    b.cell();
    b.paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.size = 120, .bold = true});
    b.paragraph("Độc lập - Tự do - Hạnh phúc", {.size = 130, .bold = true});
    b.line(lineFor("Độc lập - Tự do - Hạnh phúc", 130, 100));
    if (!head.number.empty() || !head.placeDate.empty()) {
        b.cell();
        b.paragraph(head.number, {.size = 130});
        if (!head.about.empty()) b.paragraph(head.about, {.size = 120, .before = 212});
        b.cell();
        b.paragraph(head.placeDate, {.size = 130, .italic = !head.placeDate.empty()});
    }
    b.endTable();
}

void title(DocumentBuilder& b, std::string_view type, std::string_view subject) {
    b.paragraph(type, {.size = 140, .bold = true, .before = 212});
    if (subject.empty()) return;
    b.paragraph(subject, {.size = 140, .bold = true});
    b.line(lineFor(subject, 140, 40));
}

struct Tail {
    std::vector<std::string> recipients;
    std::vector<std::string> authority;
    std::string name;
};

void tail(DocumentBuilder& b, const Tail& end) {
    b.table({7000, 9000}).cell();
    b.paragraph("Nơi nhận:", {.size = 120, .bold = true, .italic = true, .align = Align::left});
    for (const auto& one : end.recipients) b.paragraph(one, {.size = 110, .align = Align::left});
    b.cell();
    for (const auto& one : end.authority) b.paragraph(one, {.size = 140, .bold = true});
    for (int i = 0; i < 4; ++i) b.paragraph("", {.size = 140});
    b.paragraph(end.name, {.size = 140, .bold = true});
    b.endTable();
}

void addressee(DocumentBuilder& b, std::string_view words) { b.paragraph(words, {.size = 140, .before = 212, .after = 212}); }

constexpr std::string_view kProse =
    "Thực hiện chức năng, nhiệm vụ được giao, Ủy ban nhân dân xã đã chỉ đạo các cơ quan, đơn vị trực thuộc triển khai "
    "đồng bộ các giải pháp, bảo đảm hoàn thành các chỉ tiêu đã đề ra trong kỳ báo cáo.";

Document report() {
    DocumentBuilder b;
    b.numberedPages(3);
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 135/BC-UBND", "", "An Bình, ngày 11 tháng 9 năm 2025"});
    title(b, "BÁO CÁO", "Kết quả thực hiện công tác cải cách hành chính quý III năm 2025");
    addressee(b, "Kính gửi: Sở Nội vụ tỉnh Bình Minh.");
    b.prose("Thực hiện kế hoạch công tác năm 2025, Ủy ban nhân dân xã An Bình báo cáo kết quả như sau:");
    b.boldProse("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
    b.boldProse("1. Việc ban hành các văn bản chỉ đạo");
    b.prose(kProse).footnote("Số liệu tính đến ngày 10 tháng 9 năm 2025.");
    b.prose("a) Công tác kiểm tra được thực hiện thường xuyên, đúng kế hoạch, có báo cáo kết quả theo từng tháng trong quý;");
    b.prose("b) Công tác tuyên truyền được triển khai bằng nhiều hình thức phù hợp với điều kiện của địa phương.");
    b.boldProse("2. Công tác thông tin, tuyên truyền");
    b.prose("- Việc bố trí nguồn lực được quan tâm, bảo đảm đúng quy định của pháp luật và phù hợp với khả năng của ngân sách.");
    b.prose(kProse);
    b.boldProse("II. KẾT QUẢ THỰC HIỆN");
    b.boldProse("1. Cải cách thể chế");
    b.prose(kProse);
    b.boldProse("2. Cải cách thủ tục hành chính");
    b.prose(kProse);
    b.table({1500, 8500, 6000}, true);
    for (const auto* words : {"STT", "Chỉ tiêu", "Kết quả", "1", "Hồ sơ tiếp nhận", "702"}) {
        b.cell().paragraph(words, {.size = 120});
    }
    b.endTable();
    b.boldProse("III. PHƯƠNG HƯỚNG, NHIỆM VỤ");
    b.prose("1. Tiếp tục rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã.");
    b.prose("2. Đẩy mạnh tuyên truyền để người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến trong thời gian tới.");
    b.prose("Trên đây là Báo cáo kết quả thực hiện công tác cải cách hành chính quý III năm 2025 của Ủy ban nhân dân xã "
            "An Bình./.");
    tail(b, {{"- Như trên;", "- Thường trực Đảng ủy xã;", "- Lưu: VT, VHXH."},
             {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"},
             "Nguyễn Văn An"});
    return b.take();
}

Document letter() {
    DocumentBuilder b;
    header(b, {"ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", {"SỞ NỘI VỤ"}, "Số: 120/SNV-CCHC", "V/v báo cáo công tác cải cách hành chính",
               "Bình Minh, ngày 05 tháng 3 năm 2025"});
    addressee(b, "Kính gửi: Ủy ban nhân dân xã An Bình");
    b.prose(kProse);
    b.prose("Sở Nội vụ đề nghị Ủy ban nhân dân xã An Bình khẩn trương triển khai thực hiện và gửi báo cáo theo đúng thời hạn./.");
    tail(b, {{"- Như trên;", "- Giám đốc Sở (để b/c);", "- Lưu: VT, CCHC (2b)."},
             {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"},
             "Trần Thị Bình"});
    return b.take();
}

void legalBasis(DocumentBuilder& b, std::string_view words) {
    b.paragraph(words, {.size = 140, .italic = true, .align = Align::justify, .indent = 1270, .after = 212});
}

void article(DocumentBuilder& b, std::string_view words, std::int32_t boldLength) {
    b.prose(words);
    b.format(0, boldLength, {.size = 140, .bold = true});
}

Document decision() {
    DocumentBuilder b;
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 42/QĐ-UBND", "", "An Bình, ngày 07 tháng 7 năm 2025"});
    title(b, "QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số xã An Bình");
    b.paragraph("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH", {.size = 140, .bold = true, .before = 212, .after = 212});
    legalBasis(b, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;");
    legalBasis(b, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;");
    legalBasis(b, "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã An Bình.");
    b.paragraph("QUYẾT ĐỊNH:", {.size = 140, .bold = true, .before = 212, .after = 212});
    article(b, "Điều 1. Kiện toàn Ban Chỉ đạo chuyển đổi số xã An Bình gồm các ông, bà có tên trong danh sách kèm theo.", 7);
    article(b, "Điều 2. Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ, có các nhiệm vụ sau đây:", 7);
    b.prose("1. Tham mưu giúp Chủ tịch Ủy ban nhân dân xã chỉ đạo, điều phối các chương trình về chuyển đổi số trên địa bàn.");
    b.prose("2. Đôn đốc, kiểm tra việc thực hiện các nhiệm vụ được giao của các cơ quan, đơn vị trên địa bàn xã.");
    article(b, "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành "
               "Quyết định này./.", 7);
    tail(b, {{"- Như Điều 3;", "- Thường trực HĐND xã;", "- Lưu: VT."}, {"CHỦ TỊCH"}, "Nguyễn Văn An"});
    return b.take();
}

Document plan() {
    DocumentBuilder b;
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số:       /KH-UBND", "", "An Bình, ngày     tháng 7 năm 2025"});
    title(b, "KẾ HOẠCH", "Nâng cao các chỉ số cải cách hành chính năm 2025");
    b.prose(kProse);
    b.boldProse("I. MỤC ĐÍCH, YÊU CẦU");
    b.prose("1. Xác định rõ nhiệm vụ, trách nhiệm của từng cơ quan, đơn vị trong việc nâng cao các chỉ số cải cách hành chính.");
    b.prose("2. Bảo đảm tiến độ, chất lượng thực hiện các nhiệm vụ được giao trong năm 2025 và những năm tiếp theo.");
    b.boldProse("II. TỔ CHỨC THỰC HIỆN");
    b.prose("Các cơ quan, đơn vị căn cứ Kế hoạch này tổ chức triển khai thực hiện, báo cáo kết quả theo quy định./.");
    tail(b, {{"- Thường trực Đảng ủy xã;", "- Các cơ quan, đơn vị;", "- Lưu: VT, VHXH."},
             {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"},
             "Trần Thị Bình"});
    return b.take();
}

Document submission() {
    DocumentBuilder b;
    header(b, {"ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", {"SỞ NỘI VỤ"}, "Số: 09/TTr-SNV", "", "Bình Minh, ngày 12 tháng 02 năm 2025"});
    title(b, "TỜ TRÌNH", "Về việc ban hành Kế hoạch cải cách hành chính năm 2025");
    addressee(b, "Kính gửi: Ủy ban nhân dân tỉnh Bình Minh");
    b.prose(kProse);
    b.prose("Sở Nội vụ kính trình Ủy ban nhân dân tỉnh Bình Minh xem xét, quyết định; hồ sơ trình có Phụ lục kèm theo./.");
    tail(b, {{"- Như trên;", "- Lưu: VT, CCHC."}, {"GIÁM ĐỐC"}, "Lê Văn Cường"});
    return b.take();
}

Document notice() {
    DocumentBuilder b;
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 08/TB-UBND", "", "An Bình, ngày 20 tháng 01 năm 2025"});
    title(b, "THÔNG BÁO", "Về việc treo Quốc kỳ và nghỉ Tết Nguyên đán năm 2025");
    b.prose(kProse);
    b.prose("Đề nghị các cơ quan, đơn vị, hộ gia đình trên địa bàn xã An Bình biết, thực hiện./.");
    tail(b, {{"- Các xóm, tổ dân phố;", "- Lưu: VT."}, {"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, "Phạm Thị Dung"});
    return b.take();
}

Document invitation() {
    DocumentBuilder b;
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 15/GM-UBND", "", "An Bình, ngày 20 tháng 10 năm 2025"});
    title(b, "GIẤY MỜI", "Dự họp sơ kết công tác cải cách hành chính");
    b.prose("Ủy ban nhân dân xã An Bình trân trọng kính mời ông, bà dự họp sơ kết công tác cải cách hành chính 9 tháng năm 2025.");
    b.prose("Chủ trì: Chủ tịch Ủy ban nhân dân xã An Bình.");
    b.prose("Thời gian: 08 giờ 00 phút, ngày 25 tháng 10 năm 2025.");
    b.prose("Địa điểm: Hội trường Ủy ban nhân dân xã An Bình./.");
    tail(b, {{"- Như trên;", "- Lưu: VT."}, {"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, "Phạm Thị Dung"});
    return b.take();
}

Document minutes() {
    DocumentBuilder b;
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 03/BB-UBND", "", ""});
    title(b, "BIÊN BẢN", "Họp giao ban tháng 9 năm 2025");
    b.prose("Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 9 năm 2025.");
    b.prose("Địa điểm: Phòng họp Ủy ban nhân dân xã An Bình.");
    b.prose(kProse);
    b.prose("Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 05 tháng 9 năm 2025./.");
    b.table({8000, 8000}).cell();
    b.paragraph("THƯ KÝ", {.size = 140, .bold = true});
    for (int i = 0; i < 4; ++i) b.paragraph("", {.size = 140});
    b.paragraph("Phạm Thị Dung", {.size = 140, .bold = true});
    b.paragraph("Nơi nhận:", {.size = 120, .bold = true, .italic = true, .align = Align::left});
    b.paragraph("- Thành viên dự họp;", {.size = 110, .align = Align::left});
    b.paragraph("- Lưu: VT, Hồ sơ.", {.size = 110, .align = Align::left});
    b.cell();
    b.paragraph("CHỦ TỌA", {.size = 140, .bold = true});
    for (int i = 0; i < 4; ++i) b.paragraph("", {.size = 140});
    b.paragraph("Nguyễn Văn An", {.size = 140, .bold = true});
    b.endTable();
    return b.take();
}

/// A decision with the regulation that it issues: own header, no number, no date, articles in chapters.
Document regulation() {
    DocumentBuilder whole;
    header(whole, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 181/QĐ-UBND", "", "An Bình, ngày 31 tháng 7 năm 2025"});
    title(whole, "QUYẾT ĐỊNH", "Ban hành Quy chế hoạt động của Ban Chỉ đạo chuyển đổi số xã An Bình");
    whole.paragraph("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH", {.size = 140, .bold = true, .before = 212, .after = 212});
    legalBasis(whole, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;");
    legalBasis(whole, "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã An Bình.");
    whole.paragraph("QUYẾT ĐỊNH:", {.size = 140, .bold = true, .before = 212, .after = 212});
    article(whole, "Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của Ban Chỉ đạo chuyển đổi số xã An Bình.", 7);
    article(whole, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế các quy định trước đây trái với Quyết định "
                   "này./.", 7);
    tail(whole, {{"- Như Điều 2;", "- Lưu: VT."}, {"CHỦ TỊCH"}, "Nguyễn Văn An"});
    // The header of the attachment starts a page of its own.
    const std::int32_t attachmentAt = whole.last() + 1;
    header(whole, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "", "", ""});
    title(whole, "QUY CHẾ", "Hoạt động của Ban Chỉ đạo chuyển đổi số xã An Bình");
    whole.paragraph("(Kèm theo Quyết định số 181/QĐ-UBND ngày 31 tháng 7 năm 2025 của Chủ tịch Ủy ban nhân dân xã An Bình)",
                    {.size = 140, .italic = true, .before = 212, .after = 212});
    whole.paragraph("Chương I", {.size = 140, .bold = true, .before = 212});
    whole.paragraph("QUY ĐỊNH CHUNG", {.size = 140, .bold = true, .after = 212});
    whole.boldProse("Điều 1. Phạm vi điều chỉnh");
    whole.prose("Quy chế này quy định nguyên tắc, chế độ làm việc và quan hệ công tác của Ban Chỉ đạo chuyển đổi số xã An Bình.");
    whole.boldProse("Điều 2. Nguyên tắc làm việc");
    whole.prose("1. Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ, đề cao trách nhiệm của người đứng đầu, gồm:");
    whole.prose("a) Thảo luận tập thể, quyết định theo đa số đối với các nội dung thuộc thẩm quyền của Ban Chỉ đạo;");
    whole.prose("b) Phân công rõ trách nhiệm của từng thành viên và thời hạn hoàn thành đối với từng nhiệm vụ cụ thể.");
    whole.prose("2. Thành viên Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm và chịu trách nhiệm về lĩnh vực được phân công.");
    whole.paragraph("Chương II", {.size = 140, .bold = true, .before = 212});
    whole.paragraph("TỔ CHỨC THỰC HIỆN", {.size = 140, .bold = true, .after = 212});
    whole.boldProse("Điều 3. Điều khoản thi hành");
    whole.prose("Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Ban Chỉ đạo để xem xét, quyết định./.");
    Document document = whole.take();
    document.stories[0].paragraphs[static_cast<std::size_t>(attachmentAt)].breakBefore = model::PageBreak{};
    return document;
}

/// A notice with the block of a copy below it, under a line across the text.
Document copy() {
    DocumentBuilder b;
    header(b, {"", {"ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"}, "Số: 08/TB-UBND", "", "An Bình, ngày 20 tháng 01 năm 2025"});
    title(b, "THÔNG BÁO", "Về việc treo Quốc kỳ và nghỉ Tết Nguyên đán năm 2025");
    b.prose("Đề nghị các cơ quan, đơn vị, hộ gia đình trên địa bàn xã An Bình biết, thực hiện./.");
    tail(b, {{"- Các xóm, tổ dân phố;", "- Lưu: VT."}, {"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, "Phạm Thị Dung"});
    b.paragraph(std::string(70, '_'), {.size = 140});
    b.table({kLeftColumn, kRightColumn}).cell();
    b.paragraph("TRƯỜNG TIỂU HỌC AN BÌNH", {.size = 130, .bold = true});
    b.cell();
    b.paragraph("SAO Y", {.size = 140, .bold = true});
    b.cell();
    b.paragraph("Số: 05/SY-THAB", {.size = 130});
    b.cell();
    b.paragraph("An Bình, ngày 22 tháng 01 năm 2025", {.size = 130, .italic = true});
    b.endTable();
    tail(b, {{"- Các tổ chuyên môn;", "- Lưu: VT."}, {"HIỆU TRƯỞNG"}, "Lê Thị Hoa"});
    return b.take();
}

Document onePage() {
    Document document = letter();
    document.facts.pages = 1;
    return document;
}

const std::map<std::string, std::function<Document()>, std::less<>>& all() {
    static const std::map<std::string, std::function<Document()>, std::less<>> documents{
        {"ban-sao", copy},       {"bao-cao", report},     {"bien-ban", minutes},    {"cong-van", letter},   {"giay-moi", invitation},
        {"ke-hoach", plan},      {"mot-trang", onePage},   {"quy-che", regulation}, {"quyet-dinh", decision},
        {"thong-bao", notice},   {"to-trinh", submission},
    };
    return documents;
}

}  // namespace

Document baseDocument(std::string_view name) {
    const auto found = all().find(name);
    if (found == all().end()) throw std::out_of_range("no base document " + std::string(name));
    return found->second();
}

std::vector<std::string> baseDocumentNames() {
    std::vector<std::string> names;
    for (const auto& [name, build] : all()) names.push_back(name);
    return names;
}

}  // namespace thethuc::testing
