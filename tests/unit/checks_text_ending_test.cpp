#include "support/base_documents.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"

using namespace thethuc::testing;

namespace {

constexpr auto kAuthority = "quyen-han-chuc-vu/text";

std::string after(std::string_view base, std::string_view rule, std::string_view from, std::string_view to) {
    return said(changed(base, {{from, to}}), rule);
}

bool repairsTo(std::string_view base, std::string_view rule, std::string_view from, std::string_view to) {
    const std::string repairedText = textOf(repaired(changed(base, {{from, to}}), rule));
    INFO(repairedText);
    return repairedText == textOf(baseDocument(base));
}

}  // namespace

TEST_CASE("marks of authority", "[checks][words]") {
    CHECK(after("ke-hoach", kAuthority, "TM. ỦY BAN", "T/M ỦY BAN") == "error/ask [T/M] -> TM.");
    CHECK(after("ke-hoach", kAuthority, "TM. ỦY BAN", "TM/ ỦY BAN").starts_with("error/ask [TM/] -> TM."));
    CHECK(after("ke-hoach", kAuthority, "TM. ỦY BAN", "TM ỦY BAN") == "error/ask [TM] -> TM.");
    CHECK(after("ke-hoach", kAuthority, "KT. CHỦ", "K/T CHỦ") == "error/ask [K/T] -> KT.");
    for (const auto* wrong : {"T/M ỦY BAN", "TM/ ỦY BAN", "TM ỦY BAN", "T.M. ỦY BAN", "TM: ỦY BAN"}) {
        INFO(wrong);
        CHECK(repairsTo("ke-hoach", kAuthority, "TM. ỦY BAN", wrong));
    }
}

TEST_CASE("who may follow which mark", "[checks][words]") {
    CHECK(after("ke-hoach", kAuthority, "KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH") == "error/ask [PHÓ ]");
    CHECK(repairsTo("ke-hoach", kAuthority, "KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH"));
    CHECK(said(without(baseDocument("ke-hoach"), "PHÓ CHỦ TỊCH"), kAuthority) == "error/none [KT. CHỦ TỊCH]");
    CHECK(said(changed("ke-hoach", {{"PHÓ CHỦ TỊCH", "CHỦ TỊCH"}}), kAuthority) == "error/none [CHỦ TỊCH]");
    CHECK(said(changed("bao-cao", {{"TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH"}}), kAuthority)
              .find("error/none [TM. CHỦ TỊCH]") != std::string::npos);
    CHECK(after("ke-hoach", kAuthority, "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC") == "warning/ask [ THƯỜNG TRỰC]");
    CHECK(after("ke-hoach", kAuthority, "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH UBND XÃ").starts_with("warning/ask ["));
    CHECK(said(changed("ke-hoach", {{"TM. ỦY BAN NHÂN DÂN", "TUQ. CHỦ TỊCH"}}), kAuthority)
              .find("warning/none [KT. CHỦ TỊCH]") != std::string::npos);
    CHECK(said(changed("thong-bao", {{"TL. CHỦ TỊCH", "TL. PHÓ CHỦ TỊCH"}}), kAuthority).starts_with("error/ask ["));

    // Three lines: by order of the head, in place of the head of the office.
    auto three = baseDocument("thong-bao");
    for (const auto* line : {"KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"})
        three = inserted(three, "CHÁNH VĂN PHÒNG", line);
    three = without(three, "CHÁNH VĂN PHÒNG");
    CHECK(said(three, kAuthority).empty());
    auto acting = inserted(baseDocument("to-trinh"), "GIÁM ĐỐC", "Q. GIÁM ĐỐC");
    CHECK(said(without(acting, "GIÁM ĐỐC"), kAuthority).empty());
    acting = inserted(baseDocument("to-trinh"), "GIÁM ĐỐC", "QUYỀN GIÁM ĐỐC");
    CHECK(said(without(acting, "GIÁM ĐỐC"), kAuthority) == "warning/ask [QUYỀN] -> Q.");
    CHECK(said(baseDocument("bien-ban"), kAuthority).empty());
}

TEST_CASE("TM. and the issuing clause", "[checks][words]") {
    const auto collective = inserted(baseDocument("quyet-dinh"), "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN");
    CHECK(said(collective, kAuthority) == "warning/none [TM. ỦY BAN NHÂN DÂN]");
    CHECK(said(changed("quyet-dinh", {{"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH", "ỦY BAN NHÂN DÂN XÃ AN BÌNH"}}),
               kAuthority) == "warning/none [CHỦ TỊCH]");
    CHECK(said(changed(collective, {{"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH", "ỦY BAN NHÂN DÂN XÃ AN BÌNH"}}), kAuthority)
              .empty());
}

TEST_CASE("reports of a council without TM. are noted", "[checks][words]") {
    CHECK(said(without(baseDocument("bao-cao"), "TM. ỦY BAN NHÂN DÂN"), kAuthority) == "info/none [CHỦ TỊCH]");
    CHECK(said(without(baseDocument("ke-hoach"), "TM. ỦY BAN NHÂN DÂN"), kAuthority) == "info/none [KT. CHỦ TỊCH]");
    CHECK(said(baseDocument("to-trinh"), kAuthority).empty());  // a Sở is no council
    CHECK(said(baseDocument("thong-bao"), kAuthority).empty());
}

TEST_CASE("ho-ten", "[checks][words]") {
    CHECK(after("bao-cao", "ho-ten/text", "Nguyễn Văn An", "TS. Nguyễn Văn An") == "warning/ask [TS. ]");
    CHECK(after("bao-cao", "ho-ten/text", "Nguyễn Văn An", "PGS.TS Nguyễn Văn An").starts_with("warning/ask [PGS.TS "));
    CHECK(after("bao-cao", "ho-ten/text", "Nguyễn Văn An", "Th.S. Nguyễn Văn An").starts_with("warning/ask [Th.S. "));
    for (const auto* wrong : {"TS. Nguyễn Văn An", "PGS.TS. Nguyễn Văn An", "ThS Nguyễn Văn An"}) {
        CHECK(repairsTo("bao-cao", "ho-ten/text", "Nguyễn Văn An", wrong));
    }
    CHECK(after("bao-cao", "ho-ten/text", "Nguyễn Văn An", "Tạ Văn An").empty());
    CHECK(said(changed("cong-van", {{"SỞ NỘI VỤ", "BỆNH VIỆN ĐA KHOA"}, {"Trần Thị Bình", "BS. Trần Thị Bình"}}),
               "ho-ten/text")
              .empty());

    CHECK(after("bao-cao", "ho-ten/case", "Nguyễn Văn An", "NGUYỄN VĂN AN") ==
          "error/ask [NGUYỄN VĂN AN] -> Nguyễn Văn An");
    CHECK(repairsTo("bao-cao", "ho-ten/case", "Nguyễn Văn An", "NGUYỄN VĂN AN"));
    CHECK(after("bao-cao", "ho-ten/case", "Nguyễn Văn An", "Y Thanh Hà Niê K'Đăm").empty());
}

TEST_CASE("noi-nhan/text", "[checks][words]") {
    constexpr auto kRule = "noi-nhan/text";
    CHECK(after("bao-cao", kRule, "Nơi nhận:", "Nơi nhận") == "error/safe [nhận] -> nhận:");
    CHECK(after("bao-cao", kRule, "Nơi nhận:", "NƠI NHẬN:") == "error/ask [NƠI NHẬN] -> Nơi nhận");
    CHECK(after("bao-cao", kRule, "- Thường trực Đảng ủy xã;", "- Thường trực Đảng ủy xã,") == "error/safe [,] -> ;");
    CHECK(after("bao-cao", kRule, "- Thường trực Đảng ủy xã;", "- Thường trực Đảng ủy xã") == "error/safe [xã] -> xã;");
    CHECK(after("bao-cao", kRule, "- Thường trực Đảng ủy xã;", "– Thường trực Đảng ủy xã;") == "error/safe [–] -> -");
    CHECK(after("bao-cao", kRule, "- Thường trực Đảng ủy xã;", "Thường trực Đảng ủy xã;").starts_with("error/safe ["));
    CHECK(said(without(baseDocument("bao-cao"), "- Như trên;"), kRule) ==
          "warning/ask [- Thường trực Đảng ủy xã;] -> - Như trên;");
    CHECK(textOf(repaired(without(baseDocument("bao-cao"), "- Như trên;"), kRule)) == textOf(baseDocument("bao-cao")));
    for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{
             {"Nơi nhận:", "Nơi nhận"},
             {"- Thường trực Đảng ủy xã;", "- Thường trực Đảng ủy xã,"},
             {"- Như trên;", "– Như trên."}}) {
        INFO(to);
        CHECK(repairsTo("bao-cao", kRule, from, to));
    }
    CHECK(after("bao-cao", kRule, "- Thường trực Đảng ủy xã;", "- Sở Nội vụ (để b/c);").empty());
    CHECK(said(without(baseDocument("ke-hoach"), "- Các cơ quan, đơn vị;"), kRule)
              .empty());  // no Kính gửi, no “Như trên”
}

TEST_CASE("noi-nhan/luu", "[checks][words]") {
    constexpr auto kRule = "noi-nhan/luu";
    constexpr auto kLine = "- Lưu: VT, VHXH.";
    CHECK(after("bao-cao", kRule, kLine, "- Lưu: VT, VHXX .") ==
          "warning/safe [- Lưu: VT, VHXX .] -> - Lưu: VT, VHXX.");
    CHECK(after("bao-cao", kRule, kLine, "- Lưu VT, VHXH.") == "error/ask [- Lưu VT, VHXH.] -> - Lưu: VT, VHXH.");
    CHECK(after("bao-cao", kRule, kLine, "- Lưu: VT, VHXH").starts_with("error/ask ["));
    CHECK(after("bao-cao", kRule, kLine, "- Lưu: VT, VHXH;").starts_with("error/ask ["));
    CHECK(after("bao-cao", kRule, kLine, "- Lưu: VHXH.") == "error/ask [- Lưu: VHXH.] -> - Lưu: VT, VHXH.");
    CHECK(after("bao-cao", kRule, kLine, "- Lưu:  VT VHXH.") == "error/ask [- Lưu:  VT VHXH.] -> - Lưu: VT, VHXH.");
    CHECK(after("bao-cao", kRule, kLine, "- Lưu: Văn thư, VHXH.").starts_with("info/ask ["));
    CHECK(after("bao-cao", kRule, kLine, "- LƯU: VT, VHXH.").starts_with("error/ask ["));
    CHECK(said(without(baseDocument("bao-cao"), kLine), kRule) ==
          "error/none [- Thường trực Đảng ủy xã;] -> - Lưu: VT.");
    for (const auto* wrong : {"- Lưu: VT, VHXH .", "- Lưu VT, VHXH.", "- Lưu: VT, VHXH", "- Lưu: VT; VHXH.",
                              "Lưu: VT, VHXH.", "– Lưu: VT, VHXH."}) {
        INFO(wrong);
        CHECK(repairsTo("bao-cao", kRule, kLine, wrong));
    }
    for (const auto* lawful : {"- Lưu: VT.", "- Lưu: VT, CS (2b).", "- Lưu: VT, NV (V-10b).", "- Lưu: VT, Hồ sơ.",
                               "- Lưu: VT, VHXH. PL.(300)", "- Lưu: VT, …", "- Lưu:VT,VHXH.", "- Lưu: VT, VP, KT."}) {
        INFO(lawful);
        CHECK(after("bao-cao", kRule, kLine, lawful).empty());
    }
}
