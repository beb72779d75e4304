// What a person reads before citations, notes and lists are changed.
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/citation_preview.hpp"
#include "elements/analysis.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using citations::FormChange;
using thethuc::testing::containsText;
using thethuc::testing::DocumentBuilder;

namespace {

constexpr auto kVi = report::Language::vi;
constexpr std::string_view kPlan = "+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.";

struct Read {
    Read(std::initializer_list<std::string_view> paragraphs) {
        DocumentBuilder builder;
        for (const std::string_view one : paragraphs) builder.prose(one);
        document = builder.take();
        analysis = elements::analyse(document);
        ledger = citations::recognise(document, analysis);
    }
    [[nodiscard]] std::string forms(FormChange::Kind kind, const std::optional<std::size_t>& only = std::nullopt) const {
        return app::formsPreview(kVi, ledger, citations::planForms(document, analysis, ledger), kind, only);
    }

    model::Document document;
    elements::Analysis analysis;
    citations::Ledger ledger;
};

}  // namespace

TEST_CASE("preview of citations worded otherwise", "[preview]") {
    const Read read({kPlan, "Kế hoạch số 12/KH-UBND ngày 25/7/2025 còn chậm.", "Theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về cải cách hành chính năm 2025 ở các xóm.",
                     "Thực hiện Quyết định số 9/QĐ-UBND."});
    CHECK(read.forms(FormChange::Kind::shorten) ==
          "Sẽ rút gọn 1 lần viện dẫn:\n• Kế hoạch số 12/KH-UBND ngày 25/7/2025\n→ Kế hoạch số 12/KH-UBND\nGiữ nguyên 1 lần:\n• “Kế hoạch số 12/KH-UBND ngày "
          "25/7/2025 của UBND xã”: không chắc trích yếu kết thúc ở chữ nào");
    CHECK(read.forms(FormChange::Kind::shorten, 1) == "• Kế hoạch số 12/KH-UBND ngày 25/7/2025\n→ Kế hoạch số 12/KH-UBND");
    CHECK(read.forms(FormChange::Kind::shorten, 2) == "Giữ nguyên: không chắc trích yếu kết thúc ở chữ nào.");
    CHECK(read.forms(FormChange::Kind::shorten, 0) == "Viện dẫn này không có gì phải ghi khác đi.");
    CHECK_THAT(read.forms(FormChange::Kind::complete), containsText("Không có viện dẫn lần đầu nào bổ sung được một cách chắc chắn.\nGiữ nguyên 1 lần:\n• “Quyết định"));
}

TEST_CASE("preview of a citation that goes to a note", "[preview]") {
    const Read read({kPlan});
    const auto move = citations::planNote(read.document, read.analysis, read.ledger, 0);
    CHECK(app::notePreview(kVi, read.document, read.ledger.mentions[0], move) ==
          "Trong bài: Kế hoạch số 12/KH-UBND\nCước chú: Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.");
    citations::NoteMove left;
    left.left = "notes.in-note";
    CHECK_THAT(app::notePreview(kVi, read.document, read.ledger.mentions[0], left), containsText("Giữ nguyên"));
}

TEST_CASE("preview of typed notes", "[preview]") {
    const Read read({"Các văn bản liên quan¹ đã có.", "¹ Đề án số 1206."});
    CHECK(app::typedNotesPreview(kVi, read.document, app::typedNotes(read.document)) == "Sẽ có 1 cước chú:\n• 1, sau “Các văn bản liên quan”: Đề án số 1206.");
    const Read wrong({"Các văn bản liên quan¹, đề án².", "¹ Đề án số 1206."});
    CHECK_THAT(app::typedNotesPreview(kVi, wrong.document, app::typedNotes(wrong.document)), containsText("Dấu chú thích 2"));
    const Read none({"Không có gì."});
    CHECK_THAT(app::typedNotesPreview(kVi, none.document, app::typedNotes(none.document)), containsText("không có dấu"));
}

TEST_CASE("preview of a list of documents", "[preview]") {
    const Read read({"+ Kế hoạch số 08/KH-UBND ngày 22/7/2025;", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025."});
    auto lists = citations::citedItems(read.document, read.analysis, read.ledger);
    REQUIRE(lists.size() == 1);
    CHECK(app::itemsPreview(kVi, read.document, lists[0], {1, 0}) ==
          "Sẽ đánh số 2 đoạn:\n1. Quyết định số 42/QĐ-UBND ngày 07/7/2025.\n2. Kế hoạch số 08/KH-UBND ngày 22/7/2025;");
    lists[0].numbered = true;
    CHECK_THAT(app::itemsPreview(kVi, read.document, lists[0], {0, 1}), containsText("đã được đánh số"));
}
