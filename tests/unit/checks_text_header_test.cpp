#include "support/base_documents.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"

using namespace thethuc::testing;

namespace {

/// What `rule` says about the base with one replacement.
std::string after(std::string_view base, std::string_view rule, std::string_view from, std::string_view to) {
    return said(changed(base, {{from, to}}), rule);
}

bool repairsTo(std::string_view base, std::string_view rule, std::string_view from, std::string_view to) {
    const std::string repairedText = textOf(repaired(changed(base, {{from, to}}), rule));
    INFO(repairedText);
    return repairedText == textOf(baseDocument(base));
}

}  // namespace

TEST_CASE("quoc-hieu/text", "[checks][words]") {
    constexpr auto kName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM") ==
          "error/ask [NGĨA] -> NGHĨA");
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT") ==
          "error/ask [VIỆT] -> VIỆT NAM");
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM.") == "error/ask [.]");
    CHECK(repairsTo("bao-cao", "quoc-hieu/text", kName, "CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM"));
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM") ==
          "error/ask [NGHIÃ] -> NGHĨA");
    // Where the tone mark of oa and uy sits, white space and small letters are no wrong words.
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM").empty());
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "CỘNG  HÒA XÃ HỘI  CHỦ NGHĨA VIỆT NAM ").empty());
    CHECK(after("bao-cao", "quoc-hieu/text", kName, "Cộng hòa xã hội chủ nghĩa Việt Nam").empty());
    CHECK(textOf(repaired(changed("bao-cao", {{kName, "CỘNG HOÀ XÃ HỘI CHỦ NGĨA VIỆT NAM"}}), "quoc-hieu/text"))
              .find("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA") != std::string::npos);
}

TEST_CASE("tieu-ngu/text", "[checks][words]") {
    constexpr auto kMotto = "Độc lập - Tự do - Hạnh phúc";
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "Độc lập – Tự do – Hạnh phúc") ==
          "error/safe [– Tự do –] -> - Tự do -");
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "Độc lập - Tự do – Hạnh phúc") == "error/safe [–] -> -");
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "Độc lập-Tự do - Hạnh phúc").starts_with("error/safe ["));
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "Độc Lập - Tự Do - Hạnh Phúc")
              .starts_with("error/ask [Lập - Tự Do - Hạnh Phúc]"));
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "Độc lập - Tự do - Hạnh phúc.") == "error/ask [.]");
    CHECK(repairsTo("bao-cao", "tieu-ngu/text", kMotto, "Độc lập – Tự do – Hạnh phúc"));
    CHECK(repairsTo("bao-cao", "tieu-ngu/text", kMotto, "Độc lập-Tự do-Hạnh phúc"));
    CHECK(repairsTo("bao-cao", "tieu-ngu/text", kMotto, "Độc lập - Tự do - Hạnh phúcc"));
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "Độc lập  -  Tự do - Hạnh phúc").empty());
    CHECK(after("bao-cao", "tieu-ngu/text", kMotto, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC").empty());  // tieu-ngu/case
}

TEST_CASE("names of agencies", "[checks][words]") {
    CHECK(after("cong-van", "co-quan-chu-quan/text", "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "UBND TỈNH") ==
          "warning/none [UBND TỈNH]");
    CHECK(after("cong-van", "co-quan-chu-quan/text", "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "UBND TỈNH BÌNH MINH").empty());
    CHECK(after("bao-cao", "co-quan-ban-hanh/text", "ỦY BAN NHÂN DÂN", "UBND") ==
          "warning/ask [UBND] -> ỦY BAN NHÂN DÂN");
    CHECK(repairsTo("bao-cao", "co-quan-ban-hanh/text", "ỦY BAN NHÂN DÂN", "UBND"));
    CHECK(after("cong-van", "co-quan-ban-hanh/text", "SỞ NỘI VỤ", "SỞ TÀI CHÍNH").empty());
}

TEST_CASE("so-ky-hieu/text", "[checks][words]") {
    constexpr auto kRule = "so-ky-hieu/text";
    constexpr auto kLine = "Số: 135/BC-UBND";
    CHECK(after("bao-cao", kRule, kLine, "Số 135/BC-UBND") == "error/ask [Số] -> Số:");
    CHECK(after("bao-cao", kRule, kLine, "SỐ: 135/BC-UBND") == "error/ask [SỐ] -> Số");
    CHECK(after("bao-cao", kRule, kLine, "Số : 135/BC-UBND").starts_with("error/safe ["));
    CHECK(after("bao-cao", kRule, kLine, "Số: 12 / BC - UBND") == "error/safe [ / BC - ] -> /BC-");
    CHECK(after("bao-cao", kRule, kLine, "Số: 135/BC–UBND") == "error/safe [–] -> -");
    CHECK(after("bao-cao", kRule, kLine, "Số: 135/BC/UBND") == "error/safe [/] -> -");
    CHECK(after("bao-cao", kRule, kLine, "Số: 135-BC-UBND") == "error/safe [-] -> /");
    CHECK(after("bao-cao", kRule, kLine, "Số: 135/2025/BC-UBND") == "error/ask [2025/]");
    CHECK(after("bao-cao", kRule, kLine, "Số 135/BC – UBND") == "error/ask [Số] -> Số: | error/safe [ – ] -> -");
    for (const auto* wrong :
         {"Số 135/BC-UBND", "SỐ: 135/BC-UBND", "Số : 135/BC-UBND", "Số: 135 / BC - UBND", "Số: 135/BC–UBND",
          "Số: 135-BC/UBND", "Số: 135/2025/BC-UBND", "số:135/BC -UBND", "Số. 135/BC-UBND"}) {
        INFO(wrong);
        const auto fixed = textOf(repaired(changed("bao-cao", {{kLine, wrong}}), kRule));
        CHECK(
            (fixed.find("Số: 135/BC-UBND") != std::string::npos || fixed.find("Số:135/BC-UBND") != std::string::npos));
    }
    for (const auto* lawful :
         {"Số:135/BC-UBND", "Số: 0135/BC-UBND", "Số:      /BC-UBND", "Số: ..../BC-UBND", "Số:      /BC-UBND",
          "Số: 135/BC-UBND-VX", "Số: 135/BC‑UBND", "Số: 135/BC-BNN&MT", "Số: …/BC-UBND"}) {
        INFO(lawful);
        CHECK(after("bao-cao", kRule, kLine, lawful).empty());
    }
    CHECK(after("ke-hoach", kRule, "Số:       /KH-UBND", "Số:       /KH–UBND") == "error/safe [–] -> -");
}

TEST_CASE("so-ky-hieu/number, type, case", "[checks][words]") {
    constexpr auto kLine = "Số: 135/BC-UBND";
    CHECK(after("bao-cao", "so-ky-hieu/number", kLine, "Số: 5/BC-UBND") == "error/ask [5] -> 05");
    CHECK(after("bao-cao", "so-ky-hieu/number", kLine, "Số: XII/BC-UBND") == "error/ask [XII] -> 12");
    CHECK(after("bao-cao", "so-ky-hieu/number", kLine, "Số: V/BC-UBND") == "error/ask [V] -> 05");
    CHECK(after("bao-cao", "so-ky-hieu/number", kLine, "Số: 0005/BC-UBND").empty());
    CHECK(after("bao-cao", "so-ky-hieu/number", kLine, "Số:     /BC-UBND").empty());

    CHECK(after("bao-cao", "so-ky-hieu/type", kLine, "Số: 135/KH-UBND") == "error/ask [KH] -> BC");
    CHECK(after("to-trinh", "so-ky-hieu/type", "Số: 09/TTr-SNV", "Số: 09/TT-SNV") == "error/ask [TT] -> TTr");
    CHECK(after("bao-cao", "so-ky-hieu/type", kLine, "Số: 135/UBND-VX") == "error/none [UBND] -> BC");
    CHECK(after("cong-van", "so-ky-hieu/type", "Số: 120/SNV-CCHC", "Số: 120/CV-SNV") == "error/ask [CV-]");
    CHECK(after("cong-van", "so-ky-hieu/type", "Số: 120/SNV-CCHC", "Số: 120/BC-SNV") == "error/ask [BC-]");
    // A Cục Thuế writes CT and means itself.
    CHECK(said(changed("cong-van", {{"SỞ NỘI VỤ", "CỤC THUẾ TỈNH"}, {"Số: 120/SNV-CCHC", "Số: 120/CT-TTHT"}}),
               "so-ky-hieu/type")
              .empty());
    CHECK(repairsTo("bao-cao", "so-ky-hieu/type", kLine, "Số: 135/KH-UBND"));

    CHECK(after("bao-cao", "so-ky-hieu/case", kLine, "Số: 135/bc-ubnd") == "error/ask [bc-ubnd] -> BC-UBND");
    CHECK(after("to-trinh", "so-ky-hieu/case", "Số: 09/TTr-SNV", "Số: 09/TTR-SNV") == "error/ask [TTR] -> TTr");
    CHECK(after("to-trinh", "so-ky-hieu/case", "Số: 09/TTr-SNV", "Số: 09/ttr-SNV") == "error/ask [ttr] -> TTr");
    CHECK(after("bao-cao", "so-ky-hieu/case", kLine, "Số: 135/BC-UBNd") == "error/ask [UBNd] -> UBND");
    for (const auto* lawful :
         {"Số: 135/BC-TTr", "Số: 135/BC-TTg", "Số: 135/BC-BTTTT", "Số: 135/BC-ƯDCNTT", "Số: 135/BC-SGDĐT.VP"}) {
        INFO(lawful);
        CHECK(after("bao-cao", "so-ky-hieu/case", kLine, lawful).empty());
    }
}

TEST_CASE("dia-danh-thoi-gian/text", "[checks][words]") {
    constexpr auto kRule = "dia-danh-thoi-gian/text";
    constexpr auto kLine = "An Bình, ngày 11 tháng 9 năm 2025";
    CHECK(after("bao-cao", kRule, kLine, "An Bình ngày 11 tháng 9 năm 2025").starts_with("error/ask ["));
    CHECK(after("bao-cao", kRule, kLine, "An Bình,ngày 11 tháng 9 năm 2025").starts_with("error/safe ["));
    CHECK(after("bao-cao", kRule, kLine, "An Bình, ngày 11/9/2025") == "error/ask [11/9/2025] -> 11 tháng 9 năm 2025");
    CHECK(after("bao-cao", kRule, kLine, "An Bình, ngày 5/02/2025") == "error/ask [5/02/2025] -> 05 tháng 02 năm 2025");
    CHECK(after("bao-cao", kRule, kLine, "an bình, ngày 11 tháng 9 năm 2025") == "error/ask [an bình] -> An Bình");
    CHECK(after("bao-cao", kRule, kLine, "AN BÌNH, ngày 11 tháng 9 năm 2025") == "error/ask [AN BÌNH] -> An Bình");
    CHECK(after("bao-cao", kRule, kLine, "An Bình, Ngày 11 tháng 9 năm 2025") == "error/ask [Ngày] -> ngày");
    CHECK(after("bao-cao", kRule, kLine, "An Bình, ngày 11 tháng 9 năm 2025.") == "error/ask [.]");
    CHECK(after("bao-cao", kRule, kLine, "TP. Hồ Chí Minh, ngày 11 tháng 9 năm 2025") ==
          "warning/ask [TP. Hồ Chí Minh] -> Thành phố Hồ Chí Minh");
    CHECK(after("bao-cao", kRule, kLine, "Hồ Chí Minh, ngày 11 tháng 9 năm 2025") ==
          "warning/ask [Hồ Chí Minh] -> Thành phố Hồ Chí Minh");
    for (const auto* wrong :
         {"An Bình ngày 11 tháng 9 năm 2025", "An Bình,ngày 11 tháng 9 năm 2025", "An Bình, ngày 11/9/2025",
          "An Bình , ngày 11/9/2025", "an bình, ngày 11 tháng 9 năm 2025", "An Bình; Ngày 11 Tháng 9 Năm 2025",
          "An Bình, ngày 11 tháng 9, năm 2025", "An Bình, ngày 11 tháng 9 năm 25"}) {
        INFO(wrong << " gave " << after("bao-cao", kRule, kLine, wrong));
        CHECK(repairsTo("bao-cao", kRule, kLine, wrong));
    }
    for (const auto* lawful : {"An Bình, ngày    tháng 9 năm 2025", "An Bình, ngày … tháng … năm 2025",
                               "An Bình, ngày ... tháng ... năm 20...", "Hà Nội, ngày 11 tháng 9 năm 2025",
                               "Thành phố Hồ Chí Minh, ngày 11 tháng 9 năm 2025", "Quận 1, ngày 11 tháng 9 năm 2025",
                               "An Bình, ngày 11 tháng 09 năm 2025", "An Bình, ngày     tháng     năm 2025",
                               "Bà Rịa - Vũng Tàu, ngày 11 tháng 9 năm 2025"}) {
        INFO(lawful);
        CHECK(after("bao-cao", kRule, kLine, lawful).empty());
    }
}

TEST_CASE("dia-danh-thoi-gian/number and date", "[checks][words]") {
    constexpr auto kLine = "An Bình, ngày 11 tháng 9 năm 2025";
    CHECK(after("bao-cao", "dia-danh-thoi-gian/number", kLine, "An Bình, ngày 5 tháng 9 năm 2025") ==
          "error/ask [5] -> 05");
    CHECK(after("bao-cao", "dia-danh-thoi-gian/number", kLine, "An Bình, ngày 5 tháng 1 năm 2025") ==
          "error/ask [5] -> 05 | error/ask [1] -> 01");
    CHECK(after("bao-cao", "dia-danh-thoi-gian/number", kLine, "An Bình, ngày 11 tháng 09 năm 2025") ==
          "info/ask [09] -> 9");
    for (const auto* lawful : {"An Bình, ngày 11 tháng 10 năm 2025", "An Bình, ngày 01 tháng 02 năm 2025",
                               "An Bình, ngày    tháng 3 năm 2025"}) {
        CHECK(after("bao-cao", "dia-danh-thoi-gian/number", kLine, lawful).empty());
    }
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày 31 tháng 02 năm 2025") ==
          "error/none [ngày 31 tháng 02 năm 2025]");
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày 29 tháng 02 năm 2025")
              .starts_with("error/none"));
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày 11 tháng 13 năm 2025")
              .starts_with("error/none"));
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày 11 tháng 9 năm 20255") ==
          "error/none [20255]");
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày 29 tháng 02 năm 2024").empty());
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày 31 tháng 12 năm 2025").empty());
    CHECK(after("bao-cao", "dia-danh-thoi-gian/date", kLine, "An Bình, ngày    tháng    năm 20").empty());
}

TEST_CASE("trich-yeu/text", "[checks][words]") {
    CHECK(after("cong-van", "trich-yeu/text", "V/v báo cáo", "Về việc báo cáo") == "error/ask [Về việc] -> V/v");
    CHECK(after("cong-van", "trich-yeu/text", "V/v báo cáo", "V/V báo cáo").starts_with("error/ask ["));
    CHECK(repairsTo("cong-van", "trich-yeu/text", "V/v báo cáo", "Về việc báo cáo"));
    CHECK(after("bao-cao", "trich-yeu/text", "quý III năm 2025", "quý III năm 2025.") == "warning/none [.]");
    CHECK(after("bao-cao", "trich-yeu/text", "quý III năm 2025", "quý III năm 2025...").empty());
    CHECK(after("to-trinh", "trich-yeu/text", "Về việc ban hành", "về việc ban hành").empty());
}

TEST_CASE("where the elements of the header stand", "[checks][words]") {
    // Columns of the header table changed over.
    auto swapped = baseDocument("bao-cao");
    for (auto& cell : swapped.cells) {
        if (cell.table != 0) continue;
        const bool left = cell.column == 0;
        cell.left = left ? 9500 : 0;
        cell.column = left ? 1 : 0;
        cell.width = left ? 6500 : 9500;
    }
    CHECK(said(swapped, "quoc-hieu/position").starts_with("error/none ["));
    for (const std::string& name : baseDocumentNames()) {
        for (const auto* rule : {"quoc-hieu/position", "co-quan-ban-hanh/position", "so-ky-hieu/position",
                                 "dia-danh-thoi-gian/position", "noi-nhan/position"}) {
            CHECK(said(baseDocument(name), rule).empty());
        }
    }
}
