#include <string>
#include <vector>

#include "citations/ledger.hpp"
#include "elements/analysis.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using thethuc::testing::DocumentBuilder;

namespace {

citations::Ledger ledgerOf(DocumentBuilder& builder) {
    const model::Document document = builder.take();
    return citations::recognise(document, elements::analyse(document));
}

std::vector<std::string> symbols(const citations::Ledger& ledger) {
    std::vector<std::string> out;
    for (const auto& entry : ledger.entries) out.push_back(text::toUtf8(entry.symbol));
    return out;
}

}  // namespace

TEST_CASE("mentions of one document are one entry, numbered by first mention", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("Theo Công văn số 1712/SNV-CCVC ngày 01/8/2025 của Sở Nội vụ về việc báo cáo và Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.")
        .prose("Kế hoạch số 012/KH-UBND đã hoàn thành.");
    const auto ledger = ledgerOf(builder);
    CHECK(symbols(ledger) == std::vector<std::string>{"12/KH-UBND", "1712/SNV-CCVC"});
    REQUIRE(ledger.entries.size() == 2);
    CHECK(ledger.entries[0].mentions.size() == 3);
    CHECK(ledger.mentions[0].form == citations::Form::full);
    CHECK(ledger.mentions[2].form == citations::Form::shortened);
}

TEST_CASE("a footnote is read where its mark stands", "[citations]") {
    DocumentBuilder builder;
    builder.prose("UBND xã đã ban hành quyết định giao biên chế")
        .footnote("Quyết định số 87/QĐ-UBND ngày 16/7/2025 của UBND xã về việc giao biên chế.")
        .prose("Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính.");
    CHECK(symbols(ledgerOf(builder)) == std::vector<std::string>{"87/QĐ-UBND", "118/2025/NĐ-CP"});
}

TEST_CASE("a table is read in its place", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Thực hiện Kế hoạch số 3/KH-UBND ngày 01/3/2025 của UBND tỉnh về kiểm tra.")
        .table({5000, 5000})
        .cell()
        .paragraph("Công văn số 7/SNV-CCHC ngày 02/3/2025 của Sở Nội vụ về báo cáo")
        .cell()
        .paragraph("Kế hoạch số 3/KH-UBND")
        .endTable()
        .prose("Quyết định số 9/QĐ-UBND ngày 03/3/2025 của UBND tỉnh về kiện toàn.");
    CHECK(symbols(ledgerOf(builder)) == std::vector<std::string>{"3/KH-UBND", "7/SNV-CCHC", "9/QĐ-UBND"});
}

TEST_CASE("one symbol of two agencies is two documents", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Kế hoạch số 39/KH-UBND ngày 03/9/2025 của UBND tỉnh Cao Bằng về chuyển đổi số.")
        .prose("Kế hoạch số 39/KH-UBND ngày 03/9/2025 của UBND xã Đông Khê về chuyển đổi số.");
    const auto ledger = ledgerOf(builder);
    REQUIRE(ledger.entries.size() == 2);
    CHECK(ledger.entries[0].symbolShared);
    CHECK(ledger.entries[1].symbolShared);
}

TEST_CASE("a lead-in says the issuer for its list", "[citations]") {
    DocumentBuilder builder;
    builder.prose("UBND xã Đông Khê đã ban hành các văn bản cụ thể:")
        .prose("+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 về việc kiện toàn Tổ giúp việc.")
        .prose("+ Kế hoạch số 43/KH-UBND ngày 08/7/2025 về việc kiểm tra.")
        .prose("Kết quả chung là tốt. Quyết định số 44/QĐ-UBND ngày 09/7/2025 về việc khen thưởng.");
    const auto ledger = ledgerOf(builder);
    REQUIRE(ledger.mentions.size() == 3);
    CHECK(ledger.mentions[0].issuerFrom == citations::IssuerFrom::leadIn);
    CHECK(ledger.mentions[0].missing == 0);
    CHECK(ledger.mentions[1].missing == 0);
    CHECK(ledger.mentions[2].missing == citations::kPartIssuer);
}

TEST_CASE("a number with its year is enough to know the document", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Theo Nghị định 30/2020, văn bản phải có số.")
        .prose("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.")
        .prose("Việc lập hồ sơ theo Nghị định 30/2020 và Nghị định 61/2018.");
    const auto ledger = ledgerOf(builder);
    CHECK(symbols(ledger) == std::vector<std::string>{"30/2020/NĐ-CP", "61/2018"});
    REQUIRE(ledger.entries.size() == 2);
    CHECK(ledger.entries[0].mentions.size() == 3);
    CHECK((ledger.mentions[0].missing & citations::kPartSymbol) != 0);
}

TEST_CASE("a number with its year that two ministries have is neither's", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Thực hiện Thông tư số 01/2021/TT-BNV ngày 11/3/2021 của Bộ Nội vụ về phân công; Thông tư số 01/2021/TT-BTC ngày 05/01/2021 của Bộ Tài chính về phí.")
        .prose("Theo Thông tư 01/2021, các xã báo cáo.")
        .prose("Theo Thông tư 01/2021 của Bộ Tài chính, các xã báo cáo.");
    const auto ledger = ledgerOf(builder);
    CHECK(symbols(ledger) == std::vector<std::string>{"01/2021/TT-BNV", "01/2021/TT-BTC", "01/2021"});
    REQUIRE(ledger.mentions.size() == 4);
    CHECK(ledger.mentions[3].entry == 1);
    // the other way round: what came without symbol goes to the first that fits, the second one is a document of its own
    DocumentBuilder second;
    second.prose("Theo Thông tư 01/2021, các xã báo cáo.")
        .prose("Thực hiện Thông tư số 01/2021/TT-BNV ngày 11/3/2021 của Bộ Nội vụ về phân công; Thông tư số 01/2021/TT-BTC ngày 05/01/2021 của Bộ Tài chính về phí.");
    CHECK(symbols(ledgerOf(second)) == std::vector<std::string>{"01/2021/TT-BNV", "01/2021/TT-BTC"});
}

TEST_CASE("a body that is named after digital transformation issues its documents", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Ban Chỉ đạo chuyển đổi số xã đã ban hành Kế hoạch số 5/KH-BCĐ ngày 12/8/2025 về phong trào bình dân học vụ số.")
        .prose("Kết quả chuyển đổi số 2025 và năng lực số 5/10 điểm.");
    const auto ledger = ledgerOf(builder);
    REQUIRE(ledger.mentions.size() == 1);
    CHECK(text::toUtf8(ledger.mentions[0].issuer) == "Ban Chỉ đạo chuyển đổi số xã");
}

TEST_CASE("what two texts say of one agency or subject", "[citations]") {
    CHECK(citations::sameIssuer(U"UBND xã", U"Ủy ban nhân dân xã Đông Khê"));
    CHECK(citations::sameIssuer(U"Bộ trưởng Bộ Nội vụ", U"Bộ Nội vụ"));
    CHECK_FALSE(citations::sameIssuer(U"UBND xã", U"UBND tỉnh"));
    CHECK_FALSE(citations::sameIssuer(U"Sở Nội vụ", U"Sở Tài chính"));
    CHECK(citations::sameSubject(U"cải cách hành chính (CCHC) nhà nước", U"Cải cách hành chính Nhà nước năm 2025"));
    CHECK_FALSE(citations::sameSubject(U"cải cách hành chính", U"triển khai cải cách hành chính"));
}
