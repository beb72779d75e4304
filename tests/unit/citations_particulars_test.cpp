// What is surely known of a cited document, its full and short citation, and finding it by what a person types.
#include <string>

#include "citations/particulars.hpp"
#include "citations/search.hpp"
#include "elements/analysis.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using citations::DateStyle;
using citations::Particulars;
using thethuc::testing::DocumentBuilder;

namespace {

struct Known {
    explicit Known(DocumentBuilder& builder)
        : document(builder.take()), ledger(citations::recognise(document, elements::analyse(document))) {}
    [[nodiscard]] Particulars operator[](std::size_t entry) const { return citations::certainOf(document, ledger, ledger.entries.at(entry)); }
    [[nodiscard]] std::string full(std::size_t entry, DateStyle style = DateStyle::slashes) const {
        return text::toUtf8(citations::fullCitation((*this)[entry], style));
    }

    model::Document document;
    citations::Ledger ledger;
};

Particulars decision() {
    Particulars one;
    one.type = citations::typeNamed(U"Quyết định");
    one.symbol = U"42/QĐ-UBND";
    one.date = citations::Date{2025, 7, 7};
    one.year = 2025;
    one.issuer = U"UBND tỉnh Cao Bằng";
    one.opener = citations::Opener::aboutTheMatter;
    one.subject = U"kiện toàn Tổ giúp việc";
    return one;
}

int closeness(std::string_view typed, const Particulars& document) { return citations::Sought(text::fromUtf8(typed)).closeness(document); }

}  // namespace

TEST_CASE("full and short citations", "[citations]") {
    const Particulars one = decision();
    CHECK(text::toUtf8(citations::fullCitation(one, DateStyle::slashes)) ==
          "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh Cao Bằng về việc kiện toàn Tổ giúp việc");
    CHECK(text::toUtf8(citations::fullCitation(one, DateStyle::words)) ==
          "Quyết định số 42/QĐ-UBND ngày 07 tháng 7 năm 2025 của UBND tỉnh Cao Bằng về việc kiện toàn Tổ giúp việc");
    CHECK(text::toUtf8(citations::shortCitation(one)) == "Quyết định số 42/QĐ-UBND");
    CHECK(citations::missingOf(one) == 0);
    CHECK(text::toUtf8(citations::dateWords({2024, 2, 11}, DateStyle::slashes)) == "11/02/2024");
}

TEST_CASE("what is written is parsed back as it was known", "[citations]") {
    for (const DateStyle style : {DateStyle::slashes, DateStyle::words}) {
        const auto stream = citations::read(citations::fullCitation(decision(), style) + U".");
        const auto parsed = citations::parse(stream);
        REQUIRE(parsed.size() == 1);
        CHECK(parsed[0].numberAndSymbol() == decision().symbol);
        CHECK(parsed[0].date.value == decision().date);
        CHECK(parsed[0].issuer == decision().issuer);
        CHECK(parsed[0].subject == decision().subject);
        CHECK(parsed[0].opener == decision().opener);
    }
}

TEST_CASE("a law is cited by type and name", "[citations]") {
    Particulars law;
    law.type = citations::typeNamed(U"LUẬT");
    law.name = U"Đất đai";
    law.symbol = U"31/2024/QH15";
    law.year = 2024;
    CHECK(text::toUtf8(citations::fullCitation(law, DateStyle::words)) == "Luật Đất đai");
    CHECK(citations::missingOf(law) == 0);
}

TEST_CASE("particulars come from whichever mention surely says them", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Thực hiện Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.")
        .prose("+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("Ngoài ra, Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Tổ giúp việc đã có hiệu quả tốt.");
    const Known known(builder);
    CHECK(known.full(0) == "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính");
    // where the subject ends in running text nobody can tell
    CHECK(known[1].subject.empty());
    CHECK(known.full(1) == "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh");
    CHECK(citations::missingOf(known[1]) == citations::kPartSubject);
}

TEST_CASE("the subject ends before the main clause", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Thực hiện Công văn số 1712/SNV-CCVC ngày 01/8/2025 của Sở Nội vụ về việc báo cáo biên chế, UBND xã báo cáo như sau:")
        .prose("Các xã làm theo Công văn số 1800/SNV-CCVC ngày 02/8/2025 của Sở Nội vụ về việc báo cáo quỹ lương, UBND xã đã xong.");
    const Known known(builder);
    CHECK(text::toUtf8(known[0].subject) == "báo cáo biên chế");
    CHECK(known[1].subject.empty());
}

TEST_CASE("what mentions contradict each other in is not known", "[citations]") {
    DocumentBuilder builder;
    builder.prose("+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("+ Kế hoạch số 12/KH-UBND ngày 26/7/2025 của UBND xã Đông Khê về cải cách hành chính.");
    const Known known(builder);
    REQUIRE(known.ledger.entries.size() == 1);
    CHECK_FALSE(known[0].date);
    CHECK(known[0].year == 0);
}

TEST_CASE("the date is written as most dates of the document are", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã và Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.")
        .prose("Quyết định số 1/QĐ-UBND ngày 02/7/2025 của UBND xã.");
    CHECK(citations::dateStyleOf(Known(builder).ledger) == DateStyle::slashes);
    CHECK(citations::dateStyleOf({}) == DateStyle::words);
}

TEST_CASE("a document is found by number, symbol, type, words, year and date", "[citations]") {
    const Particulars one = decision();
    for (const char* typed : {"42", "42/QĐ", "42/QĐ-UBND", "42qd", "qđ 42", "quyet dinh 42", "kien toan", "KIỆN 2025", "cao bằng", "07/7/2025", "ubnd", "tổ giúp"}) {
        CAPTURE(typed);
        CHECK(closeness(typed, one) > 0);
    }
    for (const char* typed : {"43", "2", "nghị", "42 nghị định", "toàn kiện x", "08/7/2025", "2024"}) {
        CAPTURE(typed);
        CHECK(closeness(typed, one) == 0);
    }
    Particulars other = decision();
    other.symbol = U"421/QĐ-UBND";
    CHECK(closeness("42", one) > closeness("42", other));
    CHECK(closeness("42", other) > 0);
    other.symbol = U"042/QĐ-UBND";
    CHECK(closeness("42", other) == closeness("42", one));
    CHECK(citations::Sought(U"  ").empty());
}

TEST_CASE("words of the text are the mention that they are", "[citations]") {
    DocumentBuilder builder;
    builder.prose("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã, Kế hoạch số 12/KH-UBND ngày 26/9/2024 của UBND tỉnh và Luật Đất đai năm 2024.")
        .prose("Theo  Kế hoạch số 12/KH-UBND.");
    const Known known(builder);
    const auto meant = [&](std::u32string_view words) { return citations::mentionMeant(known.ledger, words); };
    CHECK(meant(U"Kế hoạch số 12/KH-UBND ngày 26/9/2024 của UBND tỉnh") == 1);
    CHECK(meant(U"Kế hoạch  số 12/KH-UBND") == 3);
    CHECK(meant(U"kế hoạch số 12/KH-UBND ngày 26/9/2024") == 1);
    CHECK(meant(U"Luật Đất đai năm 2024") == 2);
    CHECK_FALSE(meant(U"Kế hoạch số 13/KH-UBND"));
    CHECK_FALSE(meant(U"không có gì"));
}
