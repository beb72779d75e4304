// The memory of cited documents: what is kept, which documents are one, what the newest says, its file and its table.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "app/app.hpp"
#include "app/cited_store.hpp"
#include "elements/analysis.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"
#include "text/text.hpp"

using namespace thethuc;
using app::CitedDocuments;
using citations::Date;
using citations::Particulars;
using Outcome = app::CitedDocuments::Outcome;
using thethuc::testing::DocumentBuilder;

namespace {

Particulars cited(std::u32string_view type, std::u32string_view symbol, std::optional<Date> date, std::u32string_view issuer = {},
                  std::u32string_view subject = {}) {
    Particulars one;
    one.type = citations::typeNamed(type);
    one.symbol = symbol;
    one.date = date;
    one.year = date ? date->year : 0;
    one.issuer = issuer;
    one.subject = subject;
    if (!subject.empty()) one.opener = citations::Opener::aboutTheMatter;
    return one;
}

Particulars law(std::u32string_view name, std::int32_t year = 0) {
    Particulars one;
    one.type = citations::typeNamed(U"Luật");
    one.name = name;
    one.year = year;
    return one;
}

const Date kJuly{2025, 7, 7};

std::string freshFolder(const std::string& name) {
    const auto folder = std::filesystem::temp_directory_path() / ("thethuc-cited-" + name);
    std::filesystem::remove_all(folder);
    return folder.string();
}

std::string contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string messageOf(const std::string& json) {
    try {
        (void)app::readCitedDocuments(json, "x.json", report::Language::vi);
    } catch (const report::DataError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("only what is certain is remembered", "[cited]") {
    CHECK(app::rememberable(cited(U"Quyết định", U"42/QĐ-UBND", kJuly)));
    CHECK(app::rememberable(law(U"Đất đai")));
    CHECK_FALSE(app::rememberable(cited(U"Quyết định", U"42/QĐ-UBND", std::nullopt)));
    CHECK_FALSE(app::rememberable(cited(U"Quyết định", U"42", kJuly)));
    CHECK_FALSE(app::rememberable(cited(U"", U"42/QĐ-UBND", kJuly)));
    CHECK_FALSE(app::rememberable(law(U"")));
    CitedDocuments memory;
    CHECK(memory.remember(cited(U"", U"42/QĐ-UBND", kJuly), "2025-08-01") == Outcome::known);
    CHECK(memory.documents().empty());
}

TEST_CASE("the same document is remembered once and completed", "[cited]") {
    CitedDocuments memory;
    CHECK(memory.remember(cited(U"Quyết định", U"42/QĐ-UBND", kJuly), "2025-08-01") == Outcome::added);
    CHECK(memory.foresee(cited(U"Quyết định", U"042/QĐ-UBND", kJuly, U"UBND tỉnh")) == Outcome::completed);
    CHECK(memory.remember(cited(U"Quyết định", U"042/QĐ-UBND", kJuly, U"UBND tỉnh", U"kiện toàn Tổ giúp việc"), "2025-08-02") == Outcome::completed);
    CHECK(memory.remember(cited(U"Quyết định", U"42/QĐ-UBND", kJuly, U"UBND tỉnh"), "2025-08-03") == Outcome::known);
    REQUIRE(memory.documents().size() == 1);
    const app::CitedDocument& one = memory.documents().front();
    CHECK(one.known.subject == U"kiện toàn Tổ giúp việc");
    CHECK(one.known.symbol == U"42/QĐ-UBND");
    CHECK(one.seen == "2025-08-03");
    CHECK(one.others.empty());
}

TEST_CASE("the newest wins and the contradiction stays visible", "[cited]") {
    CitedDocuments memory;
    memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 30}, U"Chính phủ", U"hợp đồng"), "2025-08-01");
    CHECK(memory.foresee(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 31})) == Outcome::changed);
    CHECK(memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 31}, U"Chính phủ", U"biên chế"), "2025-08-09") == Outcome::changed);
    REQUIRE(memory.documents().size() == 1);
    const app::CitedDocument& one = memory.documents().front();
    CHECK(one.known.date == Date{2022, 12, 31});
    CHECK(one.known.subject == U"biên chế");
    REQUIRE(one.others.size() == 2);
    CHECK(one.others[0].words == U"về việc hợp đồng");
    CHECK(one.others[1].words == U"2022-12-30");
    CHECK(one.others[1].seen == "2025-08-01");
    // back again: what is said now is no other
    memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 30}), "2025-08-10");
    CHECK(memory.documents().front().known.date == Date{2022, 12, 30});
    CHECK(std::count_if(memory.documents().front().others.begin(), memory.documents().front().others.end(),
                        [](const app::Contested& other) { return other.matter == app::Contested::Matter::date; }) == 1);
}

TEST_CASE("numbers begin anew each year, agencies have their own, laws their year", "[cited]") {
    CitedDocuments memory;
    memory.remember(cited(U"Kế hoạch", U"12/KH-UBND", Date{2024, 7, 7}, U"UBND xã Đông Khê"), "d");
    CHECK(memory.foresee(cited(U"Kế hoạch", U"12/KH-UBND", Date{2025, 7, 7}, U"UBND xã Đông Khê")) == Outcome::added);
    CHECK(memory.foresee(cited(U"Kế hoạch", U"12/KH-UBND", Date{2024, 7, 7}, U"UBND tỉnh")) == Outcome::added);
    // no agency is named and the dates differ: nothing says that it is the same plan
    CHECK(memory.foresee(cited(U"Kế hoạch", U"12/KH-UBND", Date{2024, 9, 1})) == Outcome::added);
    CHECK(memory.foresee(cited(U"Kế hoạch", U"12/KH-UBND", Date{2024, 9, 1}, U"UBND xã Đông Khê")) == Outcome::changed);
    memory.remember(law(U"Đất đai", 2013), "d");
    CHECK(memory.foresee(law(U"Đất đai", 2024)) == Outcome::added);
    CHECK(memory.foresee(law(U"đất đai")) == Outcome::known);
    CHECK(memory.foresee(cited(U"Nghị quyết", U"66-NQ/TW", Date{2025, 4, 30})) == Outcome::added);
    memory.remember(cited(U"Nghị quyết", U"66-NQ/TW", Date{2025, 4, 30}), "d");
    CHECK(memory.foresee(cited(U"Nghị quyết", U"66/NQ-TW", Date{2025, 4, 30})) == Outcome::known);
}

TEST_CASE("hits: the closest first, then the newest", "[cited]") {
    CitedDocuments memory;
    memory.remember(cited(U"Kế hoạch", U"421/KH-UBND", Date{2025, 9, 9}, U"UBND tỉnh"), "d");
    memory.remember(cited(U"Kế hoạch", U"42/KH-UBND", Date{2024, 1, 5}, U"UBND tỉnh"), "d");
    memory.remember(cited(U"Kế hoạch", U"42/KH-UBND", Date{2025, 1, 5}, U"UBND tỉnh"), "d");
    memory.remember(law(U"Đất đai", 2024), "d");
    CHECK(memory.find(U"42", 10) == std::vector<std::size_t>{2, 1, 0});
    CHECK(memory.find(U"42", 1) == std::vector<std::size_t>{2});
    CHECK(memory.find(U"luat dat", 10) == std::vector<std::size_t>{3});
    CHECK(memory.find(U"", 10).empty());
    memory.forget(2);
    CHECK(memory.find(U"42", 10) == std::vector<std::size_t>{1, 0});
    memory.forget(99);
    CHECK(memory.documents().size() == 3);
}

TEST_CASE("a checked document gives what nothing contests", "[cited]") {
    DocumentBuilder builder;
    builder.prose("+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.")
        .prose("+ Quyết định số 42/QĐ-UBND ngày 31/02/2025 của UBND tỉnh Cao Bằng về việc kiện toàn Tổ giúp việc.")
        .prose("+ Kế hoạch số 1109/QĐ-UBND ngày 05/8/2025 của UBND tỉnh Cao Bằng về việc kiểm tra.")
        .prose("+ Quyết định số 43/QĐ-UBND ngày 05/8/2025 của UBND tỉnh Cao Bằng về việc kiểm tra.")
        .prose("+ Quyết định số 43/QĐ-UBND ngày 06/8/2025 của UBND tỉnh Cao Bằng về việc kiểm tra.")
        .prose("+ Công văn số 9/SNV-CCHC của Sở Nội vụ về việc báo cáo.");
    const model::Document document = builder.take();
    const app::CheckOutcome outcome = app::check(document, testing::shippedRules(), text::timesWidths());
    const auto found = app::rememberable(document, outcome.citations, outcome.result.findings);
    REQUIRE(found.size() == 1);
    CHECK(found.front().symbol == U"12/KH-UBND");
    CHECK(found.front().subject == U"cải cách hành chính");
}

TEST_CASE("the file is written and read back", "[cited]") {
    CitedDocuments memory;
    memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 30}, U"Chính phủ", U"hợp đồng"), "2025-08-01");
    memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 31}), "2025-08-09");
    memory.remember(law(U"Đất đai", 2024), "2025-08-09");
    const CitedDocuments again = app::readCitedDocuments(app::writeCitedDocuments(memory), "x.json", report::Language::vi);
    CHECK(again.documents() == memory.documents());
}

TEST_CASE("mistakes in the file name file, line and place", "[cited]") {
    CHECK(messageOf("{") .find("x.json:1") == 0);
    CHECK(messageOf("").find("x.json:1") == 0);
    CHECK(messageOf("[]").find("x.json:1: /:") == 0);
    CHECK(messageOf(R"({"schema": 1})").find("documents") != std::string::npos);
    CHECK(messageOf(R"({"schema": "1", "documents": []})").find("/schema") != std::string::npos);
    CHECK(messageOf(R"({"schema": 2, "documents": []})").find("mới hơn") != std::string::npos);
    const auto one = [](const std::string& members) { return "{\"schema\": 1,\n\"documents\": [\n{" + members + "}]}"; };
    CHECK(messageOf(one(R"("type": "Quyết định", "symbol": "42/QĐ-UBND", "date": "2025-02-31")")).find("x.json:3: /documents/0/date") == 0);
    CHECK(messageOf(one(R"("type": "Sớ", "symbol": "42/QĐ-UBND", "date": "2025-02-01")")).find("/documents/0/type") != std::string::npos);
    CHECK(messageOf(one(R"("type": "Luật", "name": "Đất đai", "year": 24)")).find("/documents/0/year") != std::string::npos);
    CHECK(messageOf(one(R"("type": "Luật", "name": "Đất đai", "opener": "bởi")")).find("/documents/0/opener") != std::string::npos);
    CHECK(messageOf(one(R"("type": "Luật", "name": "Đất đai", "color": "x")")).find("/documents/0/color") != std::string::npos);
    CHECK(messageOf(one(R"("type": "Quyết định", "symbol": "42/QĐ-UBND")")).find("x.json:3: /documents/0") == 0);
    CHECK(messageOf(one(R"("type": "Luật", "name": "Đất đai", "others": [{"matter": "x", "value": "y"}])")).find("/others/0/matter") != std::string::npos);
    CHECK(messageOf(one(R"("type": "Luật", "name": "Đất đai", "others": [{"matter": "date", "value": "y"}])")).find("/others/0/value") != std::string::npos);
}

TEST_CASE("a broken file is never written over and can be set aside", "[cited]") {
    const app::CitedStore store(freshFolder("broken"), report::Language::vi);
    CHECK(store.load("ubnd-xa").documents().empty());
    CitedDocuments memory;
    memory.remember(law(U"Đất đai", 2024), "d");
    store.save("ubnd-xa", memory);
    store.save({}, memory);
    CHECK(store.path("ubnd-xa") != store.path({}));
    CHECK(store.load("ubnd-xa").documents() == memory.documents());
    std::ofstream(store.path("ubnd-xa"), std::ios::binary) << "{\"schema\": 1,\n  nonsense";
    CHECK_THROWS_AS(store.load("ubnd-xa"), report::DataError);
    CHECK_THROWS_AS(store.save("ubnd-xa", memory), report::DataError);
    CHECK(contentOf(store.path("ubnd-xa")) == "{\"schema\": 1,\n  nonsense");
    const std::string aside = store.setAside("ubnd-xa");
    CHECK(contentOf(aside) == "{\"schema\": 1,\n  nonsense");
    CHECK(store.load("ubnd-xa").documents().empty());
    store.save("ubnd-xa", memory);
    CHECK(store.load("ubnd-xa").documents().size() == 1);
    std::ofstream(store.path("ubnd-xa"), std::ios::binary) << "x";
    CHECK(store.setAside("ubnd-xa") != aside);
}

TEST_CASE("nothing is left behind where the file cannot be written", "[cited]") {
    const std::string folder = freshFolder("full");
    std::filesystem::create_directories(folder + "/ubnd.json.moi");      // a folder stands where the file would be written
    const app::CitedStore store(folder, report::Language::en);
    CHECK_THROWS_AS(store.save("ubnd", {}), report::DataError);
    CHECK_FALSE(std::filesystem::exists(folder + "/ubnd.json"));
}

TEST_CASE("the table goes out and comes in again", "[cited]") {
    CitedDocuments memory;
    memory.remember(cited(U"Quyết định", U"42/QĐ-UBND", kJuly, U"UBND tỉnh Cao Bằng", U"kiện toàn “Tổ giúp việc”, tổ công tác"), "d");
    memory.remember(law(U"Đất đai", 2024), "d");
    Particulars circular = cited(U"Thông tư", U"18/2025/TT-BNV", Date{2025, 10, 1}, U"Bộ Nội vụ", U"hướng dẫn lưu trữ");
    circular.opener = citations::Opener::verb;
    memory.remember(circular, "d");
    for (const report::Language language : {report::Language::vi, report::Language::en}) {
        const app::CsvImport in = app::readCitedCsv(app::writeCitedCsv(memory, language), "x.csv", report::Language::vi);
        CHECK(in.skipped.empty());
        REQUIRE(in.documents.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) CHECK(in.documents[i] == memory.documents()[i].known);
    }
}

TEST_CASE("the table of cite is read, uncertain lines are named", "[cited]") {
    const app::CsvImport in = app::readCitedCsv(
        "\xEF\xBB\xBFSTT;Tên loại;Số, ký hiệu;Ngày ban hành;Cơ quan ban hành;Trích yếu;Số lần nhắc;Trang\r\n"
        "1;Quyết định;42/QĐ-UBND;07/7/2025;UBND tỉnh;kiện toàn Tổ giúp việc;2;1, 3\r\n"
        "2;Luật Tổ chức chính quyền địa phương;72/2025/QH15;2025;;;1;2\r\n"
        "3;Quyết định;;07/7/2025;UBND tỉnh;;1;2\r\n"
        "4;Công văn;1712/SNV-CCVC;31/02/2025;Sở Nội vụ;;1;2\r\n"
        "5;Nghị quyết;66-NQ/TW;2025-04-30;Bộ Chính trị;về đổi mới;1;2\r\n",
        "x.csv", report::Language::vi);
    CHECK(in.skipped == std::vector<std::size_t>{4, 5});
    REQUIRE(in.documents.size() == 3);
    CHECK(text::toUtf8(citations::fullCitation(in.documents[0], citations::DateStyle::slashes)) ==
          "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Tổ giúp việc");
    CHECK(text::toUtf8(in.documents[1].name) == "Tổ chức chính quyền địa phương");
    CHECK(in.documents[1].year == 2025);
    CHECK(in.documents[2].symbol == U"66-NQ/TW");
    CHECK(in.documents[2].subject == U"đổi mới");
}

TEST_CASE("a table in another encoding or without its columns is refused", "[cited]") {
    CHECK_THROWS_AS(app::readCitedCsv("T\xEA\x6E lo\xE1i,S\xF4", "x.csv", report::Language::vi), report::DataError);
    CHECK_THROWS_AS(app::readCitedCsv("a,b,c\r\n1,2,3\r\n", "x.csv", report::Language::vi), report::DataError);
    CHECK_THROWS_AS(app::readCitedCsv("", "x.csv", report::Language::vi), report::DataError);
}

TEST_CASE("a remembered document is shown with what is missing and what was said otherwise", "[cited]") {
    CitedDocuments memory;
    memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 30}), "2025-08-01");
    memory.remember(cited(U"Nghị định", U"111/2022/NĐ-CP", Date{2022, 12, 31}), "2025-08-09");
    memory.remember(law(U"Đất đai", 2024), "2025-08-09");
    const app::CitedDocument& one = memory.documents()[0];
    CHECK(app::citedBrief(report::Language::vi, one) == "⚠ 111/2022/NĐ-CP · 31/12/2022 · Nghị định");
    CHECK(app::citedDetail(report::Language::vi, one, citations::DateStyle::slashes) ==
          "Nghị định số 111/2022/NĐ-CP ngày 31/12/2022\nthiếu: cơ quan ban hành, trích yếu\n⚠ Trước đây ghi: ngày 30/12/2022 (ghi nhớ ngày 01/8/2025).\n"
          "Ghi nhớ ngày 09/8/2025.");
    CHECK(app::citedDetail(report::Language::vi, memory.documents()[1], citations::DateStyle::slashes) == "Luật Đất đai\n2024\nGhi nhớ ngày 09/8/2025.");
    CHECK(app::sameDocument(cited(U"", U"111/2022/NĐ-CP", std::nullopt), one.known));
}
