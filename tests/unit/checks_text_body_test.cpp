#include <cstdint>
#include <tuple>

#include "support/base_documents.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"
#include "text/text.hpp"

using namespace thethuc::testing;

namespace {

std::string after(std::string_view base, std::string_view rule, std::string_view from, std::string_view to) {
    return said(changed(base, {{from, to}}), rule);
}

bool repairsTo(std::string_view base, std::string_view rule,
               std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
    const std::string repairedText = textOf(repaired(changed(base, words), rule));
    INFO(repairedText);
    return repairedText == textOf(baseDocument(base));
}

}  // namespace

TEST_CASE("tham-quyen/text", "[checks][words]") {
    CHECK(after("quyet-dinh", "tham-quyen/text", "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:") == "error/ask [NGHỊ] -> ĐỊNH");
    CHECK(after("quyet-dinh", "tham-quyen/text", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH :").starts_with("error/safe ["));
    CHECK(repairsTo("quyet-dinh", "tham-quyen/text", {{"QUYẾT ĐỊNH:", "QUYẾT ĐỊNH :"}}));
}

TEST_CASE("can-cu", "[checks][words]") {
    CHECK(after("quyet-dinh", "can-cu/text", "xã An Bình.", "xã An Bình;") == "error/ask [;] -> .");
    CHECK(after("quyet-dinh", "can-cu/text", "năm 2025;", "năm 2025") == "error/ask [2025] -> 2025;");
    CHECK(after("quyet-dinh", "can-cu/text", "công tác văn thư;", "công tác văn thư.") == "error/ask [.] -> ;");
    CHECK(repairsTo("quyet-dinh", "can-cu/text",
                    {{"xã An Bình.", "xã An Bình,"}, {"công tác văn thư;", "công tác văn thư"}}));
    CHECK(said(baseDocument("quyet-dinh"), "can-cu/order").empty());
    CHECK(
        said(inserted(without(baseDocument("quyet-dinh"), "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã An Bình."),
                      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                      "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã An Bình;"),
             "can-cu/order")
            .starts_with("warning/none [Theo đề nghị"));
    // The opening sentence of a plan ends as it likes.
    CHECK(said(inserted(baseDocument("ke-hoach"), "I. MỤC ĐÍCH, YÊU CẦU",
                        "Căn cứ Kế hoạch số 12/KH-UBND ngày 25 tháng 7 năm 2025,"),
               "can-cu/text")
              .empty());
}

TEST_CASE("kinh-gui/present", "[checks][words]") {
    const auto letter = without(baseDocument("cong-van"), "Kính gửi: Ủy ban nhân dân xã An Bình");
    CHECK(said(letter, "kinh-gui/present").starts_with("error/none ["));
    CHECK(said(without(baseDocument("to-trinh"), "Kính gửi: Ủy ban nhân dân tỉnh Bình Minh"), "kinh-gui/present")
              .starts_with("error/none ["));

    const auto report = without(baseDocument("bao-cao"), "Kính gửi: Sở Nội vụ tỉnh Bình Minh.");
    CHECK(said(report, "kinh-gui/present").empty());  // nobody above the commune among the recipients
    auto upwards = report;
    upwards = inserted(upwards, "- Thường trực Đảng ủy xã;", "- Sở Nội vụ (b/c);");
    CHECK(said(upwards, "kinh-gui/present") == "warning/ask [- Sở Nội vụ (b/c);] -> {value.present}");
    CHECK(textOf(repaired(upwards, "kinh-gui/present")).find("Kính gửi: Sở Nội vụ\n") != std::string::npos);
    // A peer to whom it is reported needs a person's eye, not a warning.
    CHECK(said(inserted(report, "- Thường trực Đảng ủy xã;", "- Thường trực HĐND xã (b/c);"), "kinh-gui/present")
              .empty());

    CHECK(said(inserted(baseDocument("ke-hoach"), "I. MỤC ĐÍCH, YÊU CẦU",
                        "Các cơ quan, đơn vị trên địa bàn xã nghiêm túc thực hiện."),
               "kinh-gui/present")
              .empty());
}

TEST_CASE("kinh-gui/text", "[checks][words]") {
    constexpr auto kLine = "Kính gửi: Ủy ban nhân dân xã An Bình";
    CHECK(after("cong-van", "kinh-gui/text", kLine, "Kính gửi Ủy ban nhân dân xã An Bình") ==
          "error/safe [gửi] -> gửi:");
    CHECK(after("cong-van", "kinh-gui/text", kLine, "KÍNH GỬI: Ủy ban nhân dân xã An Bình") ==
          "error/ask [KÍNH GỬI] -> Kính gửi");
    CHECK(after("cong-van", "kinh-gui/text", kLine, "Kính gửi : Ủy ban nhân dân xã An Bình").starts_with("error/safe"));
    CHECK(repairsTo("cong-van", "kinh-gui/text", {{kLine, "Kính gửi Ủy ban nhân dân xã An Bình"}}));
    CHECK(after("cong-van", "kinh-gui/text", kLine, "Kính gửi: Ủy ban nhân dân xã An Bình.").empty());
}

TEST_CASE("noi-dung/end", "[checks][words]") {
    CHECK(after("bao-cao", "noi-dung/end", "An Bình./.", "An Bình.") == "warning/ask [.] -> ./.");
    CHECK(after("bao-cao", "noi-dung/end", "An Bình./.", "An Bình") == "warning/ask [Bình] -> Bình./.");
    CHECK(after("cong-van", "noi-dung/end", "thời hạn./.", "thời hạn;") == "warning/ask [;] -> ./.");
    CHECK(repairsTo("bao-cao", "noi-dung/end", {{"An Bình./.", "An Bình."}}));
    CHECK(repairsTo("quyet-dinh", "noi-dung/end", {{"Quyết định này./.", "Quyết định này"}}));
    CHECK(after("bao-cao", "noi-dung/end", "An Bình./.", "An Bình./. ").empty());
    CHECK(after("bao-cao", "noi-dung/end", "An Bình./.", "An Bình. /.").empty());
    CHECK(after("bao-cao", "noi-dung/end", "An Bình./.", "An Bình…").empty());
}

TEST_CASE("presence", "[checks][words]") {
    const auto missing = [](std::string_view base, std::string_view words, std::string_view rule) {
        return said(without(baseDocument(base), words), rule);
    };
    CHECK(missing("bao-cao", "Số: 135/BC-UBND", "so-ky-hieu/present").starts_with("error/none ["));
    CHECK(missing("bao-cao", "Nguyễn Văn An", "ho-ten/present").starts_with("error/none ["));
    CHECK(missing("bao-cao", "Kết quả thực hiện công tác cải cách hành chính quý III năm 2025", "trich-yeu/present")
              .starts_with("warning/none ["));
    CHECK(missing("quyet-dinh", "QUYẾT ĐỊNH:", "tham-quyen/present").find("warning/none") != std::string::npos);
    CHECK(said(baseDocument("bien-ban"), "dia-danh-thoi-gian/present").empty());
    CHECK(said(baseDocument("ke-hoach"), "so-ky-hieu/present").empty());
    CHECK(said(inserted(baseDocument("cong-van"), "Kính gửi: Ủy ban nhân dân xã An Bình", "CÔNG VĂN"),
               "ten-loai/present") == "error/ask [CÔNG VĂN] -> {value.none}");
}

TEST_CASE("numbers of mục and khoản follow each other", "[checks][words]") {
    CHECK(after("bao-cao", "muc/order", "III. PHƯƠNG HƯỚNG", "IV. PHƯƠNG HƯỚNG") == "error/ask [IV] -> III");
    CHECK(after("bao-cao", "muc/order", "II. KẾT QUẢ", "I. KẾT QUẢ") == "error/ask [I] -> II");
    CHECK(after("bao-cao", "muc/order", "I. CÔNG TÁC", "II. CÔNG TÁC").starts_with("error/ask [II] -> I"));
    CHECK(after("bao-cao", "khoan/order", "2. Công tác thông tin", "3. Công tác thông tin") == "error/ask [3] -> 2");
    CHECK(after("bao-cao", "khoan/order", "2. Công tác thông tin", "1. Công tác thông tin") == "error/ask [1] -> 2");
    CHECK(after("bao-cao", "diem/order", "b) Công tác", "c) Công tác") == "error/ask [c] -> b");
    CHECK(after("quyet-dinh", "dieu/order", "Điều 3. Quyết định", "Điều 4. Quyết định") == "error/ask [4] -> 3");
    CHECK(after("quyet-dinh", "dieu/order", "Điều 2. Ban", "Điều 1. Ban") == "error/ask [1] -> 2");
    CHECK(after("quy-che", "chuong/order", "Chương II", "Chương III") == "error/ask [III] -> II");
    for (const auto& [rule, from, to] : std::initializer_list<std::tuple<const char*, const char*, const char*>>{
             {"muc/order", "II. KẾT QUẢ", "IV. KẾT QUẢ"},
             {"khoan/order", "2. Cải cách thủ tục", "5. Cải cách thủ tục"},
             {"diem/order", "b) Công", "d) Công"}}) {
        INFO(to);
        CHECK(repairsTo("bao-cao", rule, {{from, to}}));
    }
    // Said once where the rest follows from it, and put right together.
    const auto gap = changed("bao-cao", {{"II. KẾT QUẢ", "III. KẾT QUẢ"}, {"III. PHƯƠNG", "IV. PHƯƠNG"}});
    CHECK(said(gap, "muc/order") == "error/ask [III] -> II");
    CHECK(textOf(repaired(gap, "muc/order")) == textOf(baseDocument("bao-cao")));
}

TEST_CASE("lists of their own and quotations are left alone", "[checks][words]") {
    constexpr auto kAfter = "III. PHƯƠNG HƯỚNG, NHIỆM VỤ";
    auto lists = baseDocument("bao-cao");
    for (const auto* line : {"Các nhiệm vụ sau được giao cho các cơ quan, đơn vị trực thuộc thực hiện trong quý:",
                             "a) Rà soát các thủ tục hành chính còn hiệu lực thi hành trên địa bàn xã;",
                             "b) Công khai các thủ tục hành chính đã được công bố theo quy định của pháp luật.",
                             "Các nhiệm vụ còn lại được giao cho các xóm, tổ dân phố thực hiện trong quý như sau:",
                             "a) Tuyên truyền đến từng hộ gia đình về dịch vụ công trực tuyến;",
                             "b) Hướng dẫn người dân nộp hồ sơ trực tuyến."}) {
        lists = inserted(lists, kAfter, line);
    }
    CHECK(said(lists, "diem/order").empty());

    auto quoted = baseDocument("quyet-dinh");
    for (const auto* line :
         {"Sửa đổi, bổ sung quy định về nhiệm vụ của các thành viên Ban Chỉ đạo như sau: “Nhiệm vụ của thành viên",
          "5. Tham mưu cho Trưởng ban về các nội dung thuộc lĩnh vực phụ trách của cơ quan, đơn vị.",
          "7. Thực hiện các nhiệm vụ khác do Trưởng ban phân công trong quá trình thực hiện.”"}) {
        quoted = inserted(
            quoted,
            "2. Đôn đốc, kiểm tra việc thực hiện các nhiệm vụ được giao của các cơ quan, đơn vị trên địa bàn xã.",
            line);
    }
    CHECK(said(quoted, "khoan/order").empty());
}

TEST_CASE("letters of điểm are those of the Vietnamese alphabet", "[checks][words]") {
    constexpr auto kAfter = "2. Công tác thông tin, tuyên truyền";
    auto latin = baseDocument("bao-cao");
    for (const auto* line : {"c) Nội dung thứ ba được thực hiện theo đúng kế hoạch đã đề ra;",
                             "d) Nội dung thứ tư được thực hiện theo đúng kế hoạch;",
                             "e) Nội dung thứ năm được thực hiện theo đúng kế hoạch;",
                             "f) Nội dung thứ sáu được thực hiện theo đúng kế hoạch;",
                             "g) Nội dung thứ bảy được thực hiện theo đúng kế hoạch."}) {
        latin = inserted(latin, kAfter, line);
    }
    CHECK(said(latin, "diem/order") == "error/ask [e] -> đ");
    const std::string fixed = textOf(repaired(latin, "diem/order"));
    CHECK(fixed.find("đ) Nội dung thứ năm") != std::string::npos);
    CHECK(fixed.find("e) Nội dung thứ sáu") != std::string::npos);
    CHECK(fixed.find("g) Nội dung thứ bảy") != std::string::npos);

    auto right = baseDocument("bao-cao");
    for (const auto* line : {"c) Nội dung thứ ba được thực hiện theo đúng kế hoạch đã đề ra;",
                             "d) Nội dung thứ tư được thực hiện theo đúng kế hoạch;",
                             "đ) Nội dung thứ năm được thực hiện theo đúng kế hoạch;",
                             "e) Nội dung thứ sáu được thực hiện theo đúng kế hoạch."}) {
        right = inserted(right, kAfter, line);
    }
    CHECK(said(right, "diem/order").empty());
}

TEST_CASE("numbers such as 2.1", "[checks][words]") {
    constexpr auto kAfter = "III. PHƯƠNG HƯỚNG, NHIỆM VỤ";
    const auto with = [&](std::initializer_list<const char*> lines) {
        auto document = baseDocument("bao-cao");
        for (const char* line : lines)
            document = inserted(document, kAfter, line);
        return document;
    };
    constexpr auto kOne = "2.1. Về rà soát thủ tục hành chính được Ủy ban nhân dân xã thực hiện thường xuyên.";
    constexpr auto kTwo = "2.2. Về công khai thủ tục hành chính được Ủy ban nhân dân xã thực hiện đầy đủ.";
    constexpr auto kThree = "2.3. Về công khai thủ tục hành chính được Ủy ban nhân dân xã thực hiện đầy đủ.";
    constexpr auto kOther = "3.2. Về công khai thủ tục hành chính được Ủy ban nhân dân xã thực hiện đầy đủ.";
    CHECK(said(with({kOne, kTwo}), "khoan/order").empty());
    CHECK(said(with({kOne, kThree}), "khoan/order") == "error/ask [2.3] -> 2.2");
    CHECK(said(with({kOne, kOther}), "khoan/order") == "error/ask [3.2] -> 2.2");
    CHECK(said(with({kOne, kTwo}), "khoan/format").starts_with("info/none [2.1. Về"));  // once
}

TEST_CASE("how numbers are written", "[checks][words]") {
    CHECK(after("bao-cao", "muc/format", "II. KẾT QUẢ", "II/ KẾT QUẢ") == "error/safe [/] -> .");
    CHECK(after("bao-cao", "muc/format", "II. KẾT QUẢ", "II- KẾT QUẢ") == "error/safe [-] -> .");
    CHECK(after("bao-cao", "khoan/format", "2. Cải cách", "2) Cải cách").starts_with("error/ask [)] -> ."));
    CHECK(after("bao-cao", "khoan/format", "2. Cải cách", "2/ Cải cách").starts_with("error/ask [/] -> ."));
    CHECK(after("bao-cao", "diem/format", "a) Công tác", "a. Công tác") == "error/ask [.] -> )");
    CHECK(after("quyet-dinh", "dieu/format", "Điều 2. Ban", "Điều 2: Ban") == "error/safe [:] -> .");
    CHECK(after("quy-che", "dieu/format", "Điều 2. Nguyên tắc", "ĐIỀU 2: Nguyên tắc") ==
          "error/ask [ĐIỀU 2:] -> Điều 2.");
    CHECK(after("quy-che", "chuong/format", "Chương II", "Chương 2") == "error/ask [2] -> II");
    CHECK(after("quy-che", "chuong/format", "Chương II", "Chương II.") == "error/ask [.]");
    for (const auto& [rule, base, from, to] :
         std::initializer_list<std::tuple<const char*, const char*, const char*, const char*>>{
             {"muc/format", "bao-cao", "II. KẾT QUẢ", "II - KẾT QUẢ"},
             {"khoan/format", "bao-cao", "2. Cải cách", "2) Cải cách"},
             {"diem/format", "bao-cao", "a) Công tác", "a/ Công tác"},
             {"dieu/format", "quy-che", "Điều 2. Nguyên tắc", "ĐIỀU 2: Nguyên tắc"},
             {"chuong/format", "quy-che", "Chương II", "Chương 2"}}) {
        INFO(to);
        CHECK(repairsTo(base, rule, {{from, to}}));
    }
}

TEST_CASE("numbers of Mục, Tiểu mục and Phần", "[checks][words]") {
    const auto regulation = [](std::string_view first, std::string_view second) {
        auto document = baseDocument("quy-che");
        // Centred and bold like “Chương I”; the title stands below the number.
        for (const auto& [before, number, title] :
             std::initializer_list<std::tuple<std::string_view, std::string_view, std::string_view>>{
                 {"Điều 1. Phạm vi điều chỉnh", first, "PHẠM VI"},
                 {"Điều 2. Nguyên tắc làm việc", second, "NGUYÊN TẮC"}}) {
            const auto at = inserted(document, "Chương II", number);  // for its formatting
            document = at;
            const auto& paragraphs = document.stories[0].paragraphs;
            const auto find = [&](std::string_view words) {
                for (std::size_t p = 0; p < paragraphs.size(); ++p) {
                    if (thethuc::text::toUtf8(paragraphs[p].text) == words) return p;
                }
                return paragraphs.size();
            };
            auto line = paragraphs[find("Chương II") - 1];
            auto caption = paragraphs[find("TỔ CHỨC THỰC HIỆN")];
            caption.text = thethuc::text::fromUtf8(title);
            caption.runs[0].length = static_cast<std::int32_t>(caption.text.size());
            auto& all = document.stories[0].paragraphs;
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(find("Chương II") - 1));
            const auto where = all.begin() + static_cast<std::ptrdiff_t>(find(before));
            all.insert(where, {line, caption});
        }
        document.shapes.clear();
        return document;
    };
    CHECK(said(regulation("Mục 1", "Mục 2"), "muc/order").empty());
    CHECK(said(regulation("Mục 1", "Mục 3"), "muc/order") == "error/ask [3] -> 2");
    CHECK(said(regulation("Mục 1", "Mục 1"), "muc/order") == "error/ask [1] -> 2");
    CHECK(said(regulation("Mục 1", "Mục 2"), "muc/format").empty());
    CHECK(said(regulation("Mục I", "Mục 2"), "muc/format") == "error/ask [I] -> 1");
    CHECK(said(regulation("Mục 1", "Mục 2:"), "muc/format") == "error/ask [:]");
    CHECK(said(regulation("Tiểu mục 1", "Tiểu mục 3"), "tieu-muc/order") == "error/ask [3] -> 2");
    CHECK(said(regulation("Tiểu mục 1", "Tiểu mục II"), "tieu-muc/format") == "error/ask [II] -> 2");
    CHECK(said(regulation("MỤC 1", "Mục 2"), "muc/format").empty());  // muc/case
}
