// Notes typed by hand: which raised number leads to which paragraph at the foot, and what is no mark.
#include <string>
#include <string_view>
#include <vector>

#include "app/typed_notes.hpp"
#include "report/messages.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using app::TypedNotes;
using thethuc::testing::DocumentBuilder;
using Strings = std::vector<std::string>;

namespace {

/// Paragraphs; a digit between ^ and ^ is set superscript, a paragraph that begins with "~" is in small letters.
model::Document documentOf(const std::vector<std::string_view>& paragraphs) {
    DocumentBuilder builder;
    for (const std::string_view one : paragraphs) builder.prose(one.starts_with('~') ? one.substr(1) : one);
    model::Document document = builder.take();
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        model::Paragraph& paragraph = document.stories.front().paragraphs[p];
        model::CharFormat look = paragraph.runs.empty() ? paragraph.base : paragraph.runs.front().format;
        if (paragraphs[p].starts_with('~')) look.size = 110;
        std::u32string words;
        std::vector<model::Run> runs;
        std::size_t start = 0;
        bool raised = false;
        for (std::size_t i = 0; i <= paragraph.text.size(); ++i) {
            if (i < paragraph.text.size() && paragraph.text[i] != U'^') continue;
            const std::u32string piece = paragraph.text.substr(start, i - start);
            look.escapement = raised ? 1 : 0;
            if (!piece.empty()) {
                runs.push_back({static_cast<std::int32_t>(words.size()), static_cast<std::int32_t>(piece.size()), model::RunKind::text, -1, look});
                words += piece;
            }
            start = i + 1;
            raised = !raised;
        }
        paragraph.text = words;
        paragraph.runs = runs;
    }
    return document;
}

/// “number: words before the mark -> words of the note”, or the problems.
Strings read(const std::vector<std::string_view>& paragraphs) {
    const model::Document document = documentOf(paragraphs);
    const auto& body = document.stories.front().paragraphs;
    const TypedNotes found = app::typedNotes(document);
    Strings out;
    for (const app::NoteProblem& problem : found.problems) {
        CHECK(report::text(report::Language::vi, problem.key, problem.arguments) != problem.key);
        std::string line = problem.key;
        for (const std::string& argument : problem.arguments) line += "|" + argument;
        out.push_back(line);
    }
    if (!found.problems.empty()) return out;
    for (const app::TypedNote& one : found.notes) {
        const auto& mark = body[static_cast<std::size_t>(one.mark.paragraph)].text;
        std::string line = text::toUtf8(mark.substr(0, static_cast<std::size_t>(one.mark.start))) + "|" +
                           text::toUtf8(mark.substr(static_cast<std::size_t>(one.mark.start), static_cast<std::size_t>(one.mark.length))) + "|";
        line += text::toUtf8(body[static_cast<std::size_t>(one.first)].text.substr(static_cast<std::size_t>(one.textStart)));
        for (std::int32_t p = one.first + 1; p < one.last; ++p) line += "/" + text::toUtf8(body[static_cast<std::size_t>(p)].text);
        out.push_back(line);
    }
    for (const std::int32_t p : found.separators) out.push_back("line " + std::to_string(p));
    return out;
}

const Strings kNone;

}  // namespace

TEST_CASE("raised digits lead to the paragraphs that begin with them", "[notes]") {
    CHECK(read({"Các văn bản liên quan¹, UBND xã đã xây dựng Đề án.", "Giao năm 2024²: 39 biên chế.", "¹ Đề án số 1206/ĐA-UBND.", "² Quyết định số 1002/QĐ-UBND.",
                "Theo Nghị định số 111/2022/NĐ-CP³: đã sử dụng.", "³ Quyết định số 1080/QĐ-UBND."}) ==
          Strings{"Các văn bản liên quan|¹|Đề án số 1206/ĐA-UBND.", "Giao năm 2024|²|Quyết định số 1002/QĐ-UBND.",
                  "Theo Nghị định số 111/2022/NĐ-CP|³|Quyết định số 1080/QĐ-UBND."});
}

TEST_CASE("digits that are set superscript are the same", "[notes]") {
    CHECK(read({"Các văn bản liên quan^1^, đã đạt 92,3%^(12)^.", "~^1^ Đề án.", "~^(12)^. Quyết định."}) ==
          Strings{"Các văn bản liên quan|1|Đề án.", "Các văn bản liên quan1, đã đạt 92,3%|(12)|Quyết định."});
}

TEST_CASE("exponents of units and formulas are no marks", "[notes]") {
    CHECK(read({"Phòng làm việc 120 m², 30 km^2^, 5 cm³, 3 m ² và CO² của n².", "Không có gì."}) == kNone);
    CHECK(read({"Phòng rộng 120 m² có văn bản liên quan².", "² Quyết định."}) == Strings{"Phòng rộng 120 m² có văn bản liên quan|²|Quyết định."});
    CHECK(read({"Lượng 10³ và 2^10^ đơn vị; Fe³⁺.", "Không có gì."}) == kNone);
    CHECK(read({"Lượng 10³ đơn vị theo văn bản³.", "³ Quyết định."}) == Strings{"Lượng 10³ đơn vị theo văn bản|³|Quyết định."});
}

TEST_CASE("a mark without a note, and a note without a mark, are named", "[notes]") {
    CHECK(read({"Các văn bản liên quan¹ và đề án².", "¹ Đề án."}) == Strings{"notes.no-note|2|Các văn bản liên quan¹ và đề án"});
    CHECK(read({"Các văn bản liên quan¹.", "¹ Đề án.", "² Quyết định số 1002."}) == Strings{"notes.no-mark|2|Quyết định số 1002."});
    CHECK(read({"Văn bản liên quan¹ và đề án¹.", "¹ Đề án."}) == Strings{"notes.twice|1|Văn bản liên quan|Văn bản liên quan¹ và đề án"});
    CHECK(read({"Đã giao 39¹.", "¹ Đề án."}) == Strings{"notes.doubtful|1|Đã giao 39"});
    CHECK(read({"¹ Đề án.", "Văn bản liên quan¹."}) == Strings{"notes.no-mark|1|Đề án.", "notes.no-note|1|Văn bản liên quan"});
}

TEST_CASE("numbers may begin anew", "[notes]") {
    CHECK(read({"Trang một¹ và².", "¹ Đề án.", "² Kế hoạch.", "Trang hai¹.", "¹ Quyết định."}) ==
          Strings{"Trang một|¹|Đề án.", "Trang một¹ và|²|Kế hoạch.", "Trang hai|¹|Quyết định."});
    CHECK(read({"Trang một¹.", "¹ Đề án.", "Trang hai¹ và ba¹.", "¹ Quyết định."}).front().starts_with("notes.twice|1|"));
}

TEST_CASE("a note may have further paragraphs in its own small letters, and a line above", "[notes]") {
    CHECK(read({"Văn bản liên quan¹.", "___________", "~¹ Đề án.", "~Đã thông qua.", "Lời văn tiếp theo."}) ==
          Strings{"Văn bản liên quan|¹|Đề án./Đã thông qua.", "line 1"});
    CHECK(read({"Văn bản liên quan¹.", "¹ Đề án.", "Lời văn tiếp theo."}) == Strings{"Văn bản liên quan|¹|Đề án."});
}

TEST_CASE("marks in cells lead to notes of the body", "[notes]") {
    DocumentBuilder builder;
    builder.table({5000, 5000}).cell().paragraph("Biên chế¹").cell().paragraph("39").endTable().prose("¹ Quyết định.");
    const TypedNotes found = app::typedNotes(builder.take());
    CHECK(found.problems.empty());
    REQUIRE(found.notes.size() == 1);
    CHECK(found.notes[0].mark == model::Range{0, 0, 8, 1});
    CHECK(found.notes[0].first == 2);
}

TEST_CASE("nothing typed by hand", "[notes]") {
    DocumentBuilder builder;
    builder.prose("Văn bản liên quan").footnote("Đề án.");
    const TypedNotes found = app::typedNotes(builder.take());
    CHECK(found.notes.empty());
    CHECK(found.problems.empty());
    CHECK(app::typedNotes({}).notes.empty());
}
