// Citations worded otherwise: first ones completed, later ones shortened, and all that must be left alone.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "citations/demands.hpp"
#include "citations/forms.hpp"
#include "elements/analysis.hpp"
#include "model/edit.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"
#include "text/text.hpp"

using namespace thethuc;
using citations::FormChange;
using citations::FormPlan;
using citations::Particulars;
using thethuc::testing::DocumentBuilder;
using thethuc::testing::found;
using thethuc::testing::textOf;
using Strings = std::vector<std::string>;

namespace {

FormPlan planOf(const model::Document& document, const std::vector<Particulars>& known = {}) {
    const elements::Analysis analysis = elements::analyse(document);
    return citations::planForms(document, analysis, citations::recognise(document, analysis), known);
}

model::Document documentOf(std::initializer_list<std::string_view> paragraphs) {
    DocumentBuilder builder;
    for (const std::string_view one : paragraphs) builder.prose(one);
    return builder.take();
}

model::Document carriedOut(model::Document document, const FormPlan& plan, FormChange::Kind kind) {
    model::Edits edits;
    for (const FormChange& change : plan.changes) {
        for (const FormChange::Replacement& one : change.replacements) {
            if (change.kind == kind) edits.emplace_back(model::ReplaceText{one.at, one.text});
        }
    }
    return model::apply(std::move(document), edits);
}

Strings reasons(const FormPlan& plan) {
    Strings out;
    for (const auto& left : plan.left) out.push_back(left.reason.substr(std::string_view("cite.forms.left.").size()));
    return out;
}

std::string lastParagraph(const model::Document& document) { return text::toUtf8(document.stories.front().paragraphs.back().text); }

/// The last paragraph after shortening. What was changed gives no finding any more, and nothing more is to be changed.
std::string shortened(const model::Document& before) {
    const FormPlan plan = planOf(before);
    const model::Document after = carriedOut(before, plan, FormChange::Kind::shorten);
    const FormPlan again = planOf(after);
    for (const FormChange& change : again.changes) CHECK(change.kind != FormChange::Kind::shorten);
    if (plan.left.empty()) CHECK(found(after, "vien-dan/later-short").empty());
    CHECK(found(after, "vien-dan/conflict") == found(before, "vien-dan/conflict"));
    CHECK(found(after, "vien-dan/first-full").size() <= found(before, "vien-dan/first-full").size());
    return lastParagraph(after);
}
std::string shortened(std::initializer_list<std::string_view> paragraphs) { return shortened(documentOf(paragraphs)); }

/// Text of the whole document after its first citations were completed.
std::string completed(const model::Document& before, const std::vector<Particulars>& known = {}) {
    const FormPlan plan = planOf(before, known);
    const model::Document after = carriedOut(before, plan, FormChange::Kind::complete);
    const FormPlan again = planOf(after, known);
    for (const FormChange& change : again.changes) CHECK(change.kind != FormChange::Kind::complete);
    if (plan.left.empty()) CHECK(found(after, "vien-dan/first-full").empty());
    std::string words = textOf(after);
    if (words.ends_with('\n')) words.pop_back();
    return words;
}
std::string completed(std::initializer_list<std::string_view> paragraphs, const std::vector<Particulars>& known = {}) {
    return completed(documentOf(paragraphs), known);
}

Strings leftOf(std::initializer_list<std::string_view> paragraphs, const std::vector<Particulars>& known = {}) {
    const FormPlan plan = planOf(documentOf(paragraphs), known);
    CHECK(plan.changes.empty());
    return reasons(plan);
}

constexpr std::string_view kPlan = "+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.";

Particulars remembered(std::u32string symbol, std::u32string_view type, std::optional<citations::Date> date, std::u32string issuer, std::u32string subject) {
    Particulars out;
    out.type = citations::typeNamed(type);
    out.symbol = std::move(symbol);
    out.date = date;
    out.year = date ? date->year : 0;
    out.issuer = std::move(issuer);
    out.opener = citations::Opener::about;
    out.subject = std::move(subject);
    return out;
}

}  // namespace

// --- later mentions ---------------------------------------------------------------------------------------------------

TEST_CASE("a later citation loses date, agency and subject", "[citations][forms]") {
    CHECK(shortened({kPlan, "Các xóm đã làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025."}) ==
          "Các xóm đã làm theo Kế hoạch số 12/KH-UBND.");
    CHECK(shortened({kPlan, "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về cải cách hành chính năm 2025 đã được triển khai đến các xóm."}) ==
          "Kế hoạch số 12/KH-UBND đã được triển khai đến các xóm.");
    CHECK(shortened({kPlan, "Thực hiện Kế hoạch số 12/KH-UBND ngày 25 tháng 7 năm 2025 của Ủy ban nhân dân xã Đông Khê về Cải cách hành chính năm 2025, "
                            "Ủy ban nhân dân xã báo cáo như sau:"}) == "Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân xã báo cáo như sau:");
    CHECK(shortened({kPlan, "Hồ sơ thực hiện Kế hoạch số 12/KH-UBND, ngày 25-7-2025 của UBND xã về việc cải cách hành chính năm 2025; danh sách kèm theo."}) ==
          "Hồ sơ thực hiện Kế hoạch số 12/KH-UBND; danh sách kèm theo.");
}

TEST_CASE("a date or an agency alone goes too", "[citations][forms]") {
    CHECK(shortened({kPlan, "Việc thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 còn chậm."}) == "Việc thực hiện Kế hoạch số 12/KH-UBND còn chậm.");
    CHECK(shortened({kPlan, "Việc thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê còn chậm."}) ==
          "Việc thực hiện Kế hoạch số 12/KH-UBND còn chậm.");
    CHECK(shortened({kPlan, "Việc thực hiện (Kế hoạch số 12/KH-UBND của UBND xã) còn chậm."}) == "Việc thực hiện (Kế hoạch số 12/KH-UBND) còn chậm.");
    CHECK(shortened({kPlan, "Theo Kế hoạch của UBND xã số 12/KH-UBND ngày 25/7/2025, các xóm báo cáo."}) == "Theo Kế hoạch số 12/KH-UBND, các xóm báo cáo.");
}

TEST_CASE("where running texts part, there the subject ends", "[citations][forms]") {
    CHECK(shortened({"Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, các đơn vị đã lập hồ sơ.",
                     "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, hồ sơ được nộp lưu."}) ==
          "Theo Nghị định số 30/2020/NĐ-CP, hồ sơ được nộp lưu.");
    CHECK(shortened({"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư đã được phổ biến.",
                     "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư sẽ được kiểm tra."}) ==
          "Nghị định số 30/2020/NĐ-CP sẽ được kiểm tra.");
    CHECK(shortened({"Theo Công văn số 1712/SNV-CCVC ngày 01/8/2025 của Sở Nội vụ (V/v báo cáo biên chế), UBND xã đã báo cáo.",
                     "Công văn số 1712/SNV-CCVC ngày 01/8/2025 của Sở Nội vụ (V/v báo cáo biên chế) đã hết hạn."}) == "Công văn số 1712/SNV-CCVC đã hết hạn.");
}

TEST_CASE("a subject whose end cannot be told stays", "[citations][forms]") {
    // more words than the first citation has: they may be the sentence's, or the subject's
    CHECK(leftOf({kPlan, "Các xóm làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về cải cách hành chính năm 2025 trên địa bàn xã."}) ==
          Strings{"end"});
    // the same words twice, predicate and all
    CHECK(leftOf({"Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Tổ giúp việc đã có hiệu quả.",
                  "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Tổ giúp việc đã có hiệu quả."}) == Strings{"end"});
    // one is cut off before a comma that belongs to the subject
    CHECK(leftOf({"Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, các xã triển khai.",
                  "Các xóm học tập Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo."}) ==
          Strings{"end"});
    CHECK(leftOf({kPlan, "Các xóm làm theo “Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về cải cách hành chính năm 2025”."}) == Strings{"end"});
}

TEST_CASE("a subject in other words stays", "[citations][forms]") {
    CHECK(leftOf({"+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Tổ giúp việc.",
                  "Theo Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Ban Chỉ đạo chuyển đổi số."}) == Strings{"words"});
}

TEST_CASE("the agency stays where two documents share the number", "[citations][forms]") {
    const std::initializer_list<std::string_view> paragraphs = {
        "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh Cao Bằng về kiện toàn Tổ giúp việc.",
        "+ Quyết định số 42/QĐ-UBND ngày 09/8/2025 của UBND xã Đông Khê về phân công nhiệm vụ.",
        "Việc phân công theo Quyết định số 42/QĐ-UBND ngày 09/8/2025 của UBND xã Đông Khê về phân công nhiệm vụ.",
        "Việc kiện toàn theo Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về kiện toàn Tổ giúp việc; đã xong."};
    CHECK(shortened(paragraphs) == "Việc kiện toàn theo Quyết định số 42/QĐ-UBND của UBND tỉnh; đã xong.");
    CHECK_THAT(textOf(carriedOut(documentOf(paragraphs), planOf(documentOf(paragraphs)), FormChange::Kind::shorten)),
               thethuc::testing::containsText("theo Quyết định số 42/QĐ-UBND của UBND xã Đông Khê.\n"));
}

TEST_CASE("numbers that begin anew each year keep what tells them apart", "[citations][forms]") {
    const auto paragraphs = {std::string_view("+ Kế hoạch số 12/KH-UBND ngày 25/7/2024 của UBND xã Đông Khê về cải cách hành chính năm 2024."), kPlan,
                             std::string_view("Kết quả của Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.")};
    CHECK(leftOf(paragraphs) == Strings{"collides"});
    // and no rule asks for what would make them one
    CHECK(found(documentOf(paragraphs), "vien-dan/later-short").empty());
}

TEST_CASE("what contradicts itself is left to a person", "[citations][forms]") {
    const FormPlan plan = planOf(documentOf({kPlan, "Theo Kế hoạch số 12/KH-UBND ngày 26/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025."}));
    CHECK(plan.changes.empty());
    CHECK(reasons(plan) == Strings{"contested"});
}

TEST_CASE("a citation that lends its date to the one before it keeps it", "[citations][forms]") {
    CHECK(leftOf({kPlan, "Theo Kế hoạch số 11/KH-UBND và Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025."})
              .back() == "shared");
}

TEST_CASE("legal bases, tables, titles and quoted subjects are not shortened", "[citations][forms]") {
    CHECK(leftOf({kPlan, "+ Công văn số 20/UBND-VP ngày 01/8/2025 của UBND xã Đông Khê về việc triển khai Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã "
                         "Đông Khê về cải cách hành chính năm 2025."}).empty());
    DocumentBuilder builder;
    builder.prose(kPlan).table({8000, 8000}).cell().paragraph("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025");
    builder.cell().paragraph("đã xong").endTable();
    CHECK(planOf(builder.take()).changes.empty());
}

TEST_CASE("laws go by their name and are left alone", "[citations][forms]") {
    CHECK(leftOf({"Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", "Theo Luật Đất đai ngày 18 tháng 01 năm 2024, các hộ đã kê khai."}).empty());
}

TEST_CASE("the first citation may stand in a note, and a note may be read by itself", "[citations][forms]") {
    DocumentBuilder builder;
    builder.prose(kPlan).prose("Các xóm đã triển khai").footnote("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.");
    CHECK(planOf(builder.take()).changes.empty());
}

TEST_CASE("the mark of a note stays where it is", "[citations][forms]") {
    DocumentBuilder builder;
    builder.prose(kPlan).prose("Các xóm đã làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025").footnote("Đã gửi các xóm.");
    model::Document document = builder.take();
    // the mark is followed by the rest of the citation
    model::Paragraph& last = document.stories.front().paragraphs.back();
    const std::u32string rest = U" của UBND xã Đông Khê về cải cách hành chính năm 2025.";
    last.runs.push_back({static_cast<std::int32_t>(last.text.size()), static_cast<std::int32_t>(rest.size()), model::RunKind::text, -1, last.base});
    last.text += rest;
    CHECK(shortened(document) == "Các xóm đã làm theo Kế hoạch số 12/KH-UBND1.");
}

TEST_CASE("a field in the words that would go leaves the citation as it is", "[citations][forms]") {
    model::Document document = documentOf({kPlan, "Theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025."});
    model::Paragraph& last = document.stories.front().paragraphs.back();
    const auto at = static_cast<std::int32_t>(last.text.find(U"25/7/2025"));
    const model::CharFormat look = last.runs.front().format;
    const auto size = static_cast<std::int32_t>(last.text.size());
    last.runs = {{0, at, model::RunKind::text, -1, look}, {at, 9, model::RunKind::field, -1, look}, {at + 9, size - at - 9, model::RunKind::text, -1, look}};
    const FormPlan plan = planOf(document);
    CHECK(plan.changes.empty());
    CHECK(reasons(plan) == Strings{"field"});
    last.runs = {{0, size, model::RunKind::text, -1, look}};
    last.protectedContent = true;
    CHECK(reasons(planOf(document)) == Strings{"protected"});
}

TEST_CASE("preview of a change", "[citations][forms]") {
    const model::Document document =
        documentOf({kPlan, "Các xóm đã làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025, UBND xã báo cáo."});
    const FormPlan plan = planOf(document);
    REQUIRE(plan.changes.size() == 1);
    const FormChange& change = plan.changes.front();
    CHECK(change.kind == FormChange::Kind::shorten);
    CHECK(change.mention == 1);
    CHECK(text::toUtf8(change.before) == "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025");
    CHECK(text::toUtf8(change.after) == "Kế hoạch số 12/KH-UBND");
    CHECK(text::toUtf8(document.wordsAt(change.at.range)) == text::toUtf8(change.before));
    CHECK(change.at.fingerprint == document.stories.front().paragraphs.back().fingerprint());
}

// --- first mentions ---------------------------------------------------------------------------------------------------

TEST_CASE("a first citation is completed from a later one", "[citations][forms]") {
    CHECK(completed({"Thực hiện Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.", kPlan}) ==
          "Thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025, các đơn vị báo cáo.\n" + std::string(kPlan));
    CHECK(completed({"Các đơn vị thực hiện Kế hoạch 12/KH-UBND của UBND xã.", kPlan}) ==
          "Các đơn vị thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về cải cách hành chính năm 2025.\n" + std::string(kPlan));
    CHECK(completed({"Các đơn vị thực hiện Kế hoạch số 12/KH-UBND năm 2025.", kPlan}) ==
          "Các đơn vị thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.\n" + std::string(kPlan));
    // where words follow that may be a subject of their own, date and agency are all that is put in
    CHECK(completed({"Nghị định số 30/2020/NĐ-CP quy định rõ việc lập hồ sơ.", "+ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư."}) ==
          "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ quy định rõ việc lập hồ sơ.\n+ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về "
          "công tác văn thư.");
}

TEST_CASE("a first citation is completed from what was known before, where that agrees", "[citations][forms]") {
    const std::vector<Particulars> known = {
        remembered(U"30/2020/NĐ-CP", U"Nghị định", citations::Date{2020, 3, 5}, U"Chính phủ", U"công tác văn thư"),
        remembered(U"12/KH-UBND", U"Kế hoạch", citations::Date{2025, 7, 25}, U"UBND xã Đông Khê", U"cải cách hành chính"),
    };
    CHECK(completed({"Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP."}, known) ==
          "Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.");
    CHECK(completed({"Các xóm làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025."}, known) ==
          "Các xóm làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.");
    CHECK(completed({"Các xóm làm theo Kế hoạch số 12/KH-UBND năm 2025 của UBND xã."}, known) ==
          "Các xóm làm theo Kế hoạch số 12/KH-UBND ngày 25 tháng 7 năm 2025 của UBND xã về cải cách hành chính.");
    // which year's plan this is nobody can tell
    CHECK(leftOf({"Các xóm làm theo Kế hoạch số 12/KH-UBND."}, known) == Strings{"year"});
    CHECK(leftOf({"Các xóm làm theo Kế hoạch số 12/KH-UBND ngày 24/7/2025 của UBND xã."}, known) == Strings{"differs"});
    CHECK(leftOf({"Các xóm làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND tỉnh."}, known) == Strings{"differs"});
    CHECK(leftOf({"Các xóm làm theo Kế hoạch số 13/KH-UBND ngày 25/7/2025 của UBND xã."}, known) == Strings{"unknown"});
}

TEST_CASE("two remembered documents that both agree are one too many", "[citations][forms]") {
    const std::vector<Particulars> known = {
        remembered(U"42/QĐ-UBND", U"Quyết định", citations::Date{2025, 7, 7}, U"UBND tỉnh Cao Bằng", U"kiện toàn Tổ giúp việc"),
        remembered(U"42/QĐ-UBND", U"Quyết định", citations::Date{2025, 7, 7}, U"UBND xã Đông Khê", U"phân công nhiệm vụ"),
    };
    CHECK(leftOf({"Thực hiện Quyết định số 42/QĐ-UBND ngày 07/7/2025."}, known) == Strings{"several"});
    CHECK(completed({"Thực hiện Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND xã."}, known) ==
          "Thực hiện Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND xã về phân công nhiệm vụ.");
}

TEST_CASE("what a lead-in says, or the document's own agency, is not put in again", "[citations][forms]") {
    CHECK(completed({"UBND xã đã ban hành các văn bản cụ thể:", "+ Kế hoạch số 12/KH-UBND về cải cách hành chính năm 2025.",
                     "Kế hoạch số 12/KH-UBND ngày 25/7/2025 đã xong."}) ==
          "UBND xã đã ban hành các văn bản cụ thể:\n+ Kế hoạch số 12/KH-UBND ngày 25/7/2025 về cải cách hành chính năm 2025.\n"
          "Kế hoạch số 12/KH-UBND ngày 25/7/2025 đã xong.");
}

TEST_CASE("what the text contradicts itself in is not completed from it", "[citations][forms]") {
    const FormPlan plan = planOf(documentOf({"Thực hiện Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.", kPlan,
                                             "+ Kế hoạch số 12/KH-UBND ngày 26/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025."}));
    CHECK(plan.changes.empty());
}

TEST_CASE("members of a list of numbers are not completed one by one", "[citations][forms]") {
    const std::vector<Particulars> known = {
        remembered(U"1654/BTTTT-ƯDCNTT", U"Công văn", citations::Date{2008, 5, 27}, U"Bộ Thông tin và Truyền thông", U"hướng dẫn yêu cầu cơ bản")};
    CHECK(leftOf({"Thực hiện Công văn số 1654/BTTTT-ƯDCNTT và 1655/BTTTT-ƯDCNTT năm 2008."}, known).front() == "list");
}

TEST_CASE("legal bases are completed, quoted subjects are not", "[citations][forms]") {
    const std::vector<Particulars> known = {remembered(U"30/2020/NĐ-CP", U"Nghị định", citations::Date{2020, 3, 5}, U"Chính phủ", U"công tác văn thư")};
    const model::Document decision = thethuc::testing::changed(
        "quyet-dinh", {{"Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư", "Nghị định số 30/2020/NĐ-CP"}});
    CHECK_THAT(completed(decision, known),
               thethuc::testing::containsText("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"));
    CHECK(leftOf({"+ Công văn số 20/UBND-VP ngày 01/8/2025 của UBND xã Đông Khê về việc triển khai Nghị định số 30/2020/NĐ-CP."}, known).empty());
}

TEST_CASE("look-alikes and complete citations stay silent", "[citations][forms]") {
    const Strings none;
    CHECK(leftOf({kPlan}) == none);
    CHECK(leftOf({kPlan, "Kế hoạch số 12/KH-UBND đã xong."}) == none);
    CHECK(leftOf({"Mẫu số 01/BC-UBND ban hành kèm theo.", "Tiêu chuẩn TCVN 6909:2001."}) == none);
    CHECK(leftOf({"Đạt 12/15 chỉ tiêu, ngày 25/7/2025."}) == none);
    CHECK(leftOf({"Thực hiện Luật Đất đai năm 2024, các xóm đã kê khai."}) == none);
}

TEST_CASE("a plan has both kinds in reading order", "[citations][forms]") {
    const model::Document document = documentOf(
        {"Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP.", kPlan, "Theo Kế hoạch số 12/KH-UBND ngày 25/7/2025, các xóm báo cáo.",
         "+ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư."});
    const FormPlan plan = planOf(document);
    REQUIRE(plan.changes.size() == 2);
    CHECK(plan.changes[0].kind == FormChange::Kind::complete);
    CHECK(plan.changes[1].kind == FormChange::Kind::shorten);
    // completing the first makes the later one too long
    const FormPlan next = planOf(carriedOut(document, plan, FormChange::Kind::complete));
    REQUIRE(next.changes.size() == 2);
    CHECK(text::toUtf8(next.changes[1].after) == "Nghị định số 30/2020/NĐ-CP");
}

// --- to a note ----------------------------------------------------------------------------------------------------------

namespace {

citations::NoteMove moveOf(const model::Document& document, std::size_t mention, const std::vector<Particulars>& known = {}) {
    const elements::Analysis analysis = elements::analyse(document);
    return citations::planNote(document, analysis, citations::recognise(document, analysis), mention, known);
}

std::string textWithout(model::Document document, const citations::NoteMove& move) {
    model::Edits edits;
    for (const FormChange::Replacement& one : move.replacements) edits.emplace_back(model::ReplaceText{one.at, one.text});
    return lastParagraph(model::apply(std::move(document), edits));
}

}  // namespace

TEST_CASE("a full citation goes to a note, type and number stay", "[citations][forms]") {
    const model::Document document =
        documentOf({"Thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025, UBND xã báo cáo."});
    const auto move = moveOf(document, 0);
    CHECK(move.left.empty());
    CHECK(text::toUtf8(move.note) == "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.");
    CHECK(textWithout(document, move) == "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã báo cáo.");
    CHECK(text::toUtf8(document.stories[0].paragraphs[0].text.substr(0, static_cast<std::size_t>(move.noteAt.start))) == "Thực hiện Kế hoạch số 12/KH-UBND");
}

TEST_CASE("a short citation gets a note that says what is surely known", "[citations][forms]") {
    const model::Document document = documentOf({kPlan, "Các xóm đã làm theo Kế hoạch số 12/KH-UBND."});
    const auto move = moveOf(document, 1);
    CHECK(move.replacements.empty());
    CHECK(text::toUtf8(move.note) == "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025.");
    CHECK(moveOf(documentOf({"Các xóm đã làm theo Kế hoạch số 12/KH-UBND."}), 0).left == "cite.forms.left.unknown");
    CHECK(moveOf(documentOf({"Các xóm đã làm theo Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về cải cách hành chính ở các xóm rất tốt."}), 0).left ==
          "cite.forms.left.end");
    CHECK(moveOf(documentOf({"Theo Luật Đất đai năm 2024, các hộ đã kê khai."}), 0).left == "cite.forms.nothing");
}

TEST_CASE("a first citation whose own note is complete is complete", "[citations][forms]") {
    DocumentBuilder builder;
    builder.prose("Các xóm đã làm theo Kế hoạch số 12/KH-UBND").footnote("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.");
    builder.prose("Kế hoạch số 12/KH-UBND ngày 25/7/2025 còn chậm.");
    const model::Document noted = builder.take();
    CHECK(found(noted, "vien-dan/first-full").empty());
    CHECK(shortened(noted) == "Kế hoạch số 12/KH-UBND còn chậm.");
    DocumentBuilder elsewhere;
    elsewhere.prose("Theo Kế hoạch số 12/KH-UBND các xóm đã làm").footnote("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính.");
    CHECK(found(elsewhere.take(), "vien-dan/first-full").size() == 1);
}

TEST_CASE("a proposal is one in either normal form of the letters", "[citations][forms]") {
    constexpr std::string_view kProposal = "Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-NV ngày 05/8/2025.";
    const auto lacking = [](const model::Document& document) {
        const elements::Analysis analysis = elements::analyse(document);
        const citations::Ledger ledger = citations::recognise(document, analysis);
        const auto first = citations::firstMentions(document, analysis, ledger, citations::conflictsOf(ledger));
        REQUIRE(first.size() == 1);
        return first.front().lacking;
    };
    CHECK(lacking(documentOf({kProposal})) == 0);
    CHECK(lacking(documentOf({"Theo đe\u0302\u0300 nghi\u0323 của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-NV ngày 05/8/2025."})) == 0);
    CHECK(lacking(documentOf({"Thực hiện Tờ trình số 12/TTr-NV ngày 05/8/2025."})) != 0);
}
