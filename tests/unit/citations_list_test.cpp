// The list of cited documents in the document: what its rows should be, what a person typed in it, and where marks [n] belong.
#include <string>

#include "citations/list.hpp"
#include "elements/analysis.hpp"
#include "figures/figures.hpp"
#include "model/cited_list.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using citations::ListForm;
using citations::MarkScope;
using citations::Particular;
using thethuc::testing::DocumentBuilder;

namespace {

constexpr const char* kPlan = "+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.";
constexpr const char* kDecision = "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh Cao Bằng về việc kiện toàn Tổ giúp việc.";
constexpr const char* kOfLastYear = "+ Kế hoạch số 12/KH-UBND ngày 03/8/2024 của UBND xã Đông Khê về chuyển đổi số.";

struct Read {
    explicit Read(model::Document read) : document(std::move(read)) {
        model::noteCitedLists(document);
        analysis = elements::analyse(document);
        ledger = citations::recognise(document, analysis);
    }
    model::Document document;
    elements::Analysis analysis;
    citations::Ledger ledger;

    [[nodiscard]] std::vector<citations::WantedRow> wanted(ListForm form = ListForm::numbered) const {
        return citations::wantedRows(document, ledger, form, [](const model::Range& at) { return at.paragraph + 1; });
    }
    [[nodiscard]] citations::ListPlan plan() const {
        const auto list = citations::standingList(document);
        return citations::planList(list, wanted(list.form));
    }
    [[nodiscard]] citations::MarkPlan marks(MarkScope scope) const { return citations::planMarks(document, analysis, ledger, scope); }
};

model::Paragraph& at(model::Document& document, std::int32_t paragraph) { return document.stories[0].paragraphs[static_cast<std::size_t>(paragraph)]; }

/// The numbered list as the office would put it in, behind the paragraphs.
model::Document listed(std::initializer_list<const char*> paragraphs) {
    DocumentBuilder builder;
    for (const char* one : paragraphs) builder.prose(one);
    Read before(builder.take());
    DocumentBuilder after;
    for (const char* one : paragraphs) after.prose(one);
    const auto plan = citations::planList({}, before.wanted());
    std::vector<std::pair<std::int32_t, const citations::PlannedRow*>> rows;
    for (const auto& row : plan.rows) {
        after.prose(text::toUtf8(row.words.at(0).value()));
        rows.emplace_back(after.last(), &row);
    }
    model::Document document = after.take();
    for (const auto& [paragraph, row] : rows) at(document, paragraph).bookmarks = {"_tt_vb_" + row->key, "_tt_vs_" + row->key + '_' + row->made};
    model::noteCitedLists(document);
    return document;
}

std::string utf8(const std::u32string& words) { return text::toUtf8(words); }

}  // namespace

TEST_CASE("names of bookmarks", "[citations][list]") {
    CHECK(model::rowKey("_tt_vb_abc2a") == std::optional<std::string_view>("abc2a"));
    CHECK_FALSE(model::rowKey("_tt_vb_abc2a Copy 1").has_value());
    CHECK_FALSE(model::rowKey("_tt_vs_abc2a_xyz").has_value());
    CHECK_FALSE(model::rowKey("_tt_vb_").has_value());
    CHECK_FALSE(model::isListBookmark("_Toc1"));
}

TEST_CASE("rows by first mention, saying what is certain", "[citations][list]") {
    DocumentBuilder builder;
    builder.prose(kPlan).prose(kDecision).prose("Theo Luật Đất đai số 31/2024/QH15 ngày 18/01/2024, Kế hoạch số 12/KH-UBND đã đạt kết quả.");
    const Read read(builder.take());
    const auto rows = read.wanted();
    REQUIRE(rows.size() == 3);
    CHECK(utf8(rows[0].words[0]) == "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.");
    CHECK(utf8(rows[2].words[0]) == "Luật Đất đai.");
    const auto table = read.wanted(ListForm::table);
    REQUIRE(table[0].words.size() == citations::kParticulars);
    CHECK(utf8(table[0].words[static_cast<std::size_t>(Particular::document)]) == "Kế hoạch số 12/KH-UBND");
    CHECK(utf8(table[0].words[static_cast<std::size_t>(Particular::date)]) == "25/7/2025");
    CHECK(utf8(table[0].words[static_cast<std::size_t>(Particular::issuer)]) == "UBND xã Đông Khê");
    CHECK(utf8(table[0].words[static_cast<std::size_t>(Particular::subject)]) == "Về cải cách hành chính");
    CHECK(utf8(table[0].words[static_cast<std::size_t>(Particular::pages)]) == "1, 3");
    CHECK(citations::stateOf(rows[0].words).size() == 8);
    CHECK(citations::stateOf(table[0].words).size() == 20);
}

TEST_CASE("pages", "[citations][list]") {
    CHECK(utf8(citations::pageWords({})).empty());
    CHECK(utf8(citations::pageWords({4, 2, 2})) == "2, 4");
    CHECK(utf8(citations::pageWords({3, 4})) == "3, 4");
    CHECK(utf8(citations::pageWords({3, 4, 5, 9})) == "3–5, 9");
}

TEST_CASE("a list is no part of the text", "[citations][list]") {
    const Read read(listed({kPlan, kDecision, "Theo Kế hoạch số 12/KH-UBND, các đơn vị báo cáo."}));
    CHECK(read.ledger.entries.size() == 2);
    CHECK(read.ledger.mentions.size() == 3);
    const auto list = citations::standingList(read.document);
    REQUIRE(list.rows.size() == 2);
    CHECK_FALSE(list.scattered);
    CHECK(read.analysis.elementOf[static_cast<std::size_t>(list.rows[0].at.paragraph)] == -1);
    const auto plan = read.plan();
    CHECK(plan.changes() == 0);
    CHECK_FALSE(plan.structural());
}

TEST_CASE("a document that is cited before the others moves in, the rows keep their bookmarks", "[citations][list]") {
    model::Document document = listed({"Mở đầu.", kPlan, kDecision});
    const std::string key = citations::standingList(document).rows[0].key;
    at(document, 0).text = U"Thực hiện Chỉ thị số 9/CT-UBND ngày 01/6/2025 của UBND tỉnh Cao Bằng, các đơn vị báo cáo.";
    at(document, 0).runs[0].length = static_cast<std::int32_t>(at(document, 0).text.size());
    const Read read(std::move(document));
    const auto plan = read.plan();
    REQUIRE(plan.rows.size() == 3);
    CHECK_FALSE(plan.rows[0].standing.has_value());
    CHECK(plan.rows[1].standing == std::optional<std::size_t>(0));
    CHECK(plan.rows[1].key == key);
    CHECK_FALSE(plan.moves);
    CHECK(plan.structural());
    CHECK(plan.changes() == 1);
}

TEST_CASE("rows that come in another order move, those that are not cited go", "[citations][list]") {
    const model::Document before = listed({kPlan, kDecision, "+ Công văn số 7/SNV-CCHC ngày 02/6/2025 của Sở Nội vụ về báo cáo."});
    model::Document document = before;
    std::swap(at(document, 0), at(document, 1));
    at(document, 2).text = U"Không còn gì.";
    const Read read(std::move(document));
    const auto plan = read.plan();
    REQUIRE(plan.rows.size() == 2);
    CHECK(plan.moves);
    CHECK(plan.rows[0].standing == std::optional<std::size_t>(1));
    CHECK(plan.removed == std::vector<std::size_t>{2});
    CHECK(plan.changes() == 2);
    auto stays = plan;
    stays.keepOrder();
    CHECK_FALSE(stays.moves);
    CHECK(stays.rows[0].standing == std::optional<std::size_t>(0));
}

TEST_CASE("what a person typed stays", "[citations][list]") {
    model::Document document = listed({kPlan, kDecision});
    const auto list = citations::standingList(document);
    const std::int32_t first = list.rows[0].at.paragraph, second = list.rows[1].at.paragraph;
    SECTION("beside the same text: nothing is to be told") {
        at(document, first).text += U" (hết hiệu lực)";
        const auto plan = Read(std::move(document)).plan();
        CHECK(plan.changes() == 0);
        CHECK_FALSE(plan.rows[0].typed);
    }
    SECTION("where the text says something new") {
        at(document, first).text += U" (hết hiệu lực)";
        at(document, 0).text = U"+ Kế hoạch số 12/KH-UBND ngày 26/7/2025 của UBND xã Đông Khê về cải cách hành chính.";
        const auto plan = Read(std::move(document)).plan();
        CHECK(plan.changes() == 0);
        CHECK(plan.rows[0].typed);
    }
    SECTION("an untouched row follows the text") {
        at(document, 0).text = U"+ Kế hoạch số 12/KH-UBND ngày 26/7/2025 của UBND xã Đông Khê về cải cách hành chính.";
        const auto plan = Read(std::move(document)).plan();
        REQUIRE(plan.rows[0].words[0].has_value());
        CHECK(utf8(*plan.rows[0].words[0]) == "Kế hoạch số 12/KH-UBND ngày 26/7/2025 của UBND xã Đông Khê về cải cách hành chính.");
        CHECK(plan.rows[0].made != list.rows[0].made);
    }
    SECTION("in a row that nothing cites any more") {
        at(document, second).text += U" (xem hồ sơ)";
        at(document, 1).text = U"Hết.";
        const auto plan = Read(std::move(document)).plan();
        CHECK(plan.removed.empty());
        CHECK_FALSE(plan.rows[1].entry.has_value());
        CHECK(plan.rows[1].standing == std::optional<std::size_t>(1));
    }
    SECTION("with the state's bookmark lost, nothing is taken for ours") {
        at(document, first).bookmarks.pop_back();
        at(document, first).text = U"Của người soạn.";
        const auto plan = Read(std::move(document)).plan();
        CHECK(plan.changes() == 0);
        CHECK_FALSE(plan.rows[0].words[0].has_value());
    }
}

TEST_CASE("documents of one number keep their own rows", "[citations][list]") {
    model::Document document = listed({kPlan, kOfLastYear});
    const auto list = citations::standingList(document);
    REQUIRE(list.rows.size() == 2);
    CHECK(list.rows[0].key != list.rows[1].key);
    CHECK(list.rows[0].key.substr(0, 9) == list.rows[1].key.substr(0, 9));
    std::swap(at(document, 0), at(document, 1));
    const auto plan = Read(std::move(document)).plan();
    REQUIRE(plan.rows.size() == 2);
    CHECK(plan.rows[0].standing == std::optional<std::size_t>(1));
    CHECK(plan.rows[1].standing == std::optional<std::size_t>(0));
}

TEST_CASE("a table: columns by their bookmarks, cells one by one, no figures", "[citations][list]") {
    DocumentBuilder plain;
    plain.prose(kPlan);
    const auto rows = citations::planList({false, false, false, ListForm::table, 0, -1, {}, {}}, Read(plain.take()).wanted(ListForm::table)).rows;
    DocumentBuilder builder;
    builder.prose(kPlan).table({1000, 3000, 2000, 3000, 5000, 1500, 1000}, true);
    std::vector<std::int32_t> heads, cells;
    for (const char* head : {"STT", "Văn bản", "Ngày", "Cơ quan", "Trích yếu", "Trang", "Ghi chú"}) {
        builder.cell().paragraph(head);
        heads.push_back(builder.last());
    }
    builder.cell().paragraph("");
    const std::int32_t anchor = builder.last();
    for (const auto& words : rows.at(0).words) {
        builder.cell().paragraph(utf8(words.value()));
        cells.push_back(builder.last());
    }
    builder.cell().paragraph("");
    const std::int32_t other = builder.last();
    builder.endTable();
    model::Document document = builder.take();
    for (std::size_t i = 0; i < citations::kParticulars; ++i) at(document, heads[i + 1]).bookmarks = {"_tt_vc_" + std::to_string(i)};
    at(document, anchor).bookmarks = {"_tt_vb_" + rows[0].key, "_tt_vs_" + rows[0].key + '_' + rows[0].made};
    const Read same(document);
    CHECK(same.ledger.mentions.size() == 1);
    CHECK(same.plan().changes() == 0);
    CHECK(figures::recognise(same.document).empty());

    at(document, cells[4]).text = U"9";                       // a person's page
    at(document, cells[1]).text = U"24/7/2025";               // a person's date
    at(document, 0).text = U"+ Kế hoạch số 12/KH-UBND ngày 26/7/2025 của Ủy ban nhân dân xã Đông Khê về cải cách hành chính.";
    const auto plan = Read(document).plan();
    REQUIRE(plan.rows.size() == 1);
    CHECK_FALSE(plan.rows[0].words[0].has_value());
    CHECK_FALSE(plan.rows[0].words[1].has_value());
    CHECK(plan.rows[0].words[2] == std::optional<std::u32string>(U"Ủy ban nhân dân xã Đông Khê"));
    CHECK_FALSE(plan.rows[0].words[4].has_value());
    CHECK(plan.rows[0].typed);

    model::Document left = document;
    at(left, 0).text = U"Hết. Nghị định số 30/2020/NĐ-CP.";
    at(left, cells[4]).text = text::fromUtf8(utf8(rows[0].words[4].value()));
    at(left, cells[1]).text = U"25/7/2025";
    CHECK(Read(left).plan().removed.size() == 1);
    at(left, other).text = U"đã photo";                       // a column of the person's own
    const auto kept = Read(left).plan();
    CHECK(kept.removed.empty());
    CHECK_FALSE(kept.rows.front().entry.has_value());
}

TEST_CASE("marks stand behind the whole citation, once", "[citations][marks]") {
    model::Document document = listed({kPlan, kDecision, "Theo Kế hoạch số 12/KH-UBND và Quyết định số 42/QĐ-UBND, các đơn vị báo cáo."});
    const auto list = citations::standingList(document);
    {
        const auto plan = Read(document).marks(MarkScope::every);
        REQUIRE(plan.put.size() == 4);
        CHECK(plan.taken.empty());
        CHECK(plan.put[0].key == list.rows[0].key);
        CHECK(plan.put[3].key == list.rows[1].key);
        CHECK(utf8(std::u32string(document.wordsAt(plan.put[0].behind))) == "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê");
    }
    CHECK(Read(document).marks(MarkScope::first).put.size() == 2);
    CHECK(Read(document).marks(MarkScope::standing).put.empty());
    CHECK(Read(document).marks(MarkScope::standing).unmarked == 4);
    const auto put = [&](const citations::MarkPlan& plan) {
        for (const auto& one : plan.put) at(document, one.behind.paragraph).marks.push_back({one.behind.end(), "_tt_vb_" + one.key});
    };
    put(Read(document).marks(MarkScope::every));
    CHECK(Read(document).marks(MarkScope::every).put.empty());
    CHECK(Read(document).marks(MarkScope::every).taken.empty());
    const auto first = Read(document).marks(MarkScope::first);
    CHECK(first.put.empty());
    CHECK(first.taken.size() == 2);
    CHECK(Read(document).marks(MarkScope::standing).taken.empty());

    SECTION("a citation that was completed behind its mark") {
        auto& mark = at(document, 0).marks.at(0);
        mark.at -= 5;
        const auto plan = Read(document).marks(MarkScope::standing);
        CHECK(plan.taken.size() == 1);
        CHECK(plan.put.size() == 1);
    }
    SECTION("a mark that leads to another row, one to no row, one that a person moved") {
        at(document, 0).marks.at(0).target = "_tt_vb_" + list.rows[1].key;
        at(document, 1).marks.at(0).target = "_tt_vb_gonea";
        at(document, 2).marks.at(1).at += 3;
        const auto plan = Read(document).marks(MarkScope::standing);
        CHECK(plan.taken.size() == 2);
        REQUIRE(plan.put.size() == 2);
        CHECK(plan.put[0].key == list.rows[0].key);
        CHECK(Read(document).marks(MarkScope::every).put.size() == 2);
    }
    SECTION("doubled") {
        at(document, 0).marks.push_back(at(document, 0).marks.at(0));
        CHECK(Read(document).marks(MarkScope::every).taken.size() == 1);
    }
    SECTION("protected") {
        at(document, 2).protectedContent = true;
        at(document, 2).marks.clear();
        const auto plan = Read(document).marks(MarkScope::every);
        CHECK(plan.put.empty());
        CHECK(plan.locked == 2);
    }
}

TEST_CASE("marks and rows do not change what is read", "[citations][marks]") {
    DocumentBuilder builder;
    builder.prose(kPlan).prose(kDecision);
    const Read plain(builder.take());
    model::Document document = plain.document;
    at(document, 0).marks = {{10, "_tt_vb_x"}};
    const Read marked(std::move(document));
    CHECK(marked.ledger.mentions.size() == plain.ledger.mentions.size());
    CHECK(at(const_cast<model::Document&>(marked.document), 0).fingerprint() == at(const_cast<model::Document&>(plain.document), 0).fingerprint());
}
