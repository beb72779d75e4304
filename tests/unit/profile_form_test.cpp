#include "app/profile_form.hpp"

#include "support/catch.hpp"

using namespace thethuc;

TEST_CASE("groups of recipients go into a form and come back", "[profiles]") {
    const app::RecipientGroups one{{"Thường dùng", {"- Như trên;", "- Lưu: VT."}}};
    CHECK(app::recipientLines(one, "Thường dùng") == "- Như trên;\n- Lưu: VT.");
    const app::RecipientGroups more{{"Thường dùng", {"- Như trên;", "- Lưu: VT."}}, {"cchc", {"- Sở Nội vụ (b/c);", "- Lưu: VT, VHXH."}}};
    const std::string text = app::recipientLines(more, "Thường dùng");
    CHECK(text.find("cchc:\n- Sở Nội vụ (b/c);") != std::string::npos);
    for (const app::RecipientGroups& groups : {one, more, app::RecipientGroups{}, app::RecipientGroups{{"BC", {"- Lưu: VT."}}}}) {
        CHECK(app::recipientGroups(app::recipientLines(groups, "Thường dùng"), "Thường dùng") == groups);
    }
    // a recipient may end with a colon, and one without a dash is one all the same
    CHECK(app::recipientGroups(" - Gồm:\r\n\nVăn phòng;\n TB: \n- Lưu: VT.", "U") == app::RecipientGroups{{"U", {"- Gồm:", "Văn phòng;"}}, {"TB", {"- Lưu: VT."}}});
}

TEST_CASE("symbols by type are read line by line, and a wrong line is told", "[profiles]") {
    const std::vector<std::string> types{"BC", "QĐ", "CV"};
    const app::ReadSymbols read = app::readSymbols("QĐ: /QĐ-UBND\n\nBC : /BC-UBND ", types);
    CHECK(read.wrong.empty());
    CHECK(read.symbols == std::map<std::string, std::string>{{"QĐ", "/QĐ-UBND"}, {"BC", "/BC-UBND"}});
    CHECK(app::readSymbols(app::symbolLines(read.symbols), types).symbols == read.symbols);
    for (const char* wrong : {"QĐ /QĐ-UBND", "QQ: /QQ-UBND", "QĐ: QĐ-UBND", "QĐ:"}) CHECK(app::readSymbols(wrong, types).wrong == wrong);
}
