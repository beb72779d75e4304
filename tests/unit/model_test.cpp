#include "model/document.hpp"
#include "model/edit.hpp"
#include "model/edit_json.hpp"
#include "model/json.hpp"

#include "checks_format_support.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using namespace thethuc::model;
using thethuc::testing::baseDocument;
using thethuc::testing::DocumentBuilder;
using thethuc::testing::indexOf;
using thethuc::testing::paragraph;

namespace {

Document rich() {
    Document document = baseDocument("bao-cao");
    document.facts.readOnly = true;
    document.facts.addsParagraphSpacing = false;
    document.fonts.push_back(".VnTime");
    Paragraph& first = document.stories[0].paragraphs[3];
    first.breakBefore = PageBreak{"First Page", 3};
    first.format.lineSpacing = {LineSpacingMode::exactly, 600};
    first.format.contextualSpacing = true;
    first.listLabel = U"•";
    first.runs[0].format.caseMap = CaseMap::smallCaps;
    first.runs[0].format.escapement = -1;
    first.runs[0].kind = RunKind::placeholder;
    Shape frame;
    frame.kind = ShapeKind::textFrame;
    frame.name = "Khung \"1\"";
    frame.anchorKind = AnchorKind::asCharacter;
    frame.horizontalRelation = Relation::pageRight;
    frame.vertical = Orientation::bottom;
    frame.textStory = static_cast<std::int32_t>(document.stories.size());
    document.shapes.push_back(frame);
    Story text;
    text.kind = StoryKind::frame;
    text.shape = static_cast<std::int32_t>(document.shapes.size()) - 1;
    text.paragraphs.emplace_back().text = U"ỦY BAN \U0001F600\n\t";
    document.stories.push_back(text);
    document.sections.push_back({7, 1, 1});
    document.ignored.push_back({"noi-dung/size", 0xFFFFFFFFFFFFFFFFULL, U"lãnh đạo đồng ý"});
    return document;
}

Paragraph& at(Document& document, std::int32_t p) { return document.stories[0].paragraphs[static_cast<std::size_t>(p)]; }

}  // namespace

TEST_CASE("a snapshot survives JSON exactly", "[model][json]") {
    for (const std::string& name : thethuc::testing::baseDocumentNames()) {
        const Document document = baseDocument(name);
        CHECK(fromJson(toJson(document)) == document);
    }
    const Document document = rich();
    CHECK(fromJson(nlohmann::json::parse(toJson(document).dump())) == document);
    CHECK(toJson(Document{}).dump() == "{}");
}

TEST_CASE("a faulty snapshot is refused with its place", "[model][json]") {
    const auto refused = [](const char* text, const char* expected) {
        try {
            static_cast<void>(fromJson(nlohmann::json::parse(text)));
            FAIL("accepted: " << text);
        } catch (const std::runtime_error& error) {
            CHECK_THAT(error.what(), testing::containsText(expected));
        }
    };
    refused(R"({"stories": []})", "no stories");
    refused(R"({"stories": [{"kind": "body", "paragraphs": [{"txt": "a"}]}]})", "/stories/0/paragraphs/0: unknown member 'txt'");
    refused(R"({"stories": [{"kind": "cellar"}]})", "/stories/0/kind: unknown name 'cellar'");
    refused(R"({"facts": {"pages": 99999999999}})", "out of range");
    refused(R"([])", "expected an object");
}

TEST_CASE("a fingerprint stands for the words and is never zero", "[model]") {
    Paragraph one;
    Paragraph other;
    CHECK(one.fingerprint() != 0);
    one.text = other.text = U"Báo cáo";
    one.format.align = Align::center;
    CHECK(one.fingerprint() == other.fingerprint());
    other.text += U' ';
    CHECK(one.fingerprint() != other.fingerprint());
}

TEST_CASE("the section of a paragraph is the last one that starts before it", "[model]") {
    Document document;
    document.sections = {{0, 0, {}}, {5, 1, {}}, {9, 0, 1}};
    CHECK(document.sectionOf(0).firstParagraph == 0);
    CHECK(document.sectionOf(4).firstParagraph == 0);
    CHECK(document.sectionOf(5).firstParagraph == 5);
    CHECK(document.sectionOf(100).firstParagraph == 9);
}

TEST_CASE("flat lines of every kind are separators, boxes and slanted lines are not", "[model]") {
    Shape shape;
    shape.width = 3000;
    for (const ShapeKind kind : {ShapeKind::line, ShapeKind::connector, ShapeKind::custom}) {
        shape.kind = kind;
        CHECK(isFlatLine(shape));
    }
    shape.height = 40;
    CHECK(isFlatLine(shape));
    shape.height = 400;
    CHECK_FALSE(isFlatLine(shape));
    shape.height = 0;
    shape.width = 200;
    CHECK_FALSE(isFlatLine(shape));
    shape.width = 3000;
    shape.kind = ShapeKind::image;
    CHECK_FALSE(isFlatLine(shape));
    shape.kind = ShapeKind::line;
    shape.visible = false;
    CHECK_FALSE(isFlatLine(shape));
}

TEST_CASE("page margins are set as the reader sees them", "[model][apply]") {
    Document document = baseDocument("bao-cao");
    document = apply(document, {SetPageFormat{"Standard", {}, {}, 2500, 2300, 3200, 1600}});
    const PageStyle& style = document.pageStyles[1];
    CHECK(style.effectiveTop() == 2500);
    CHECK(style.headerHeight == 1000);
    CHECK(style.effectiveBottom() == 2300);
    CHECK(style.marginLeft == 3200);
    CHECK(style.marginRight == 1600);
    document = apply(document, {SetPageFormat{"Standard", 29700, 21000, {}, {}, {}, {}}});
    CHECK(document.pageStyles[1].landscape);
    CHECK_THROWS_AS(apply(document, {SetPageFormat{"None", 1, 1, {}, {}, {}, {}}}), EditError);
}

TEST_CASE("a page number comes into the header and leaves the footer", "[model][apply]") {
    Document document = baseDocument("cong-van");
    PageStyle& style = document.pageStyles[0];
    const Hmm top = style.effectiveTop();
    style.footerOn = true;
    style.footer = static_cast<std::int32_t>(document.stories.size());
    Story footer;
    footer.kind = StoryKind::footer;
    Paragraph number;
    number.text = U"Trang 2";
    number.runs = {{0, 6, RunKind::text, -1, {}}, {6, 1, RunKind::pageNumber, -1, {}}};
    footer.paragraphs.push_back(number);
    document.stories.push_back(footer);
    document = apply(document, {SetPageNumber{style.name, 130, true}});
    const PageStyle& after = document.pageStyles[0];
    CHECK(after.headerOn);
    CHECK(after.effectiveTop() == top);
    CHECK_FALSE(after.firstIsShared);
    REQUIRE(after.header >= 0);
    const Paragraph& header = document.stories[static_cast<std::size_t>(after.header)].paragraphs[0];
    CHECK(header.runs[0].kind == RunKind::pageNumber);
    CHECK(header.runs[0].format.size == 130);
    CHECK(header.format.align == Align::center);
    CHECK(document.stories[static_cast<std::size_t>(after.footer)].paragraphs[0].text.empty());
    CHECK(apply(document, {SetPageNumber{after.name, 130, true}}) == document);
}

TEST_CASE("numbering restarts only where a page starts", "[model][apply]") {
    Document document = baseDocument("quy-che");
    const std::int32_t p = indexOf(document, "Chương I");
    CHECK_THROWS_AS(apply(document, {RestartPageNumber{{0, p, 0, 0}, 1}}), EditError);
    at(document, p).breakBefore = PageBreak{};
    document = apply(document, {RestartPageNumber{{0, p, 0, 0}, 1}});
    CHECK(document.sectionOf(p).firstParagraph == p);
    CHECK(document.sectionOf(p).pageNumber == 1);
}

TEST_CASE("formats change exactly what they name", "[model][apply]") {
    Document document = baseDocument("bao-cao");
    const std::int32_t p = indexOf(document, "a) Công tác");
    SetCharFormat change;
    change.at = {0, p, 3, 8};
    change.bold = true;
    change.font = "Arial";
    Document after = apply(document, {change});
    REQUIRE(at(after, p).runs.size() == 3);
    CHECK(at(after, p).runs[1].start == 3);
    CHECK(at(after, p).runs[1].length == 8);
    CHECK(after.fonts[static_cast<std::size_t>(at(after, p).runs[1].format.font)] == "Arial");
    CHECK_FALSE(at(after, p).runs[0].format.bold);
    CHECK(at(after, p).text == at(document, p).text);

    change = {};
    change.at = {0, p, 0, 0};
    change.bold = false;
    change.font = "Times New Roman";
    after = apply(after, {change});
    CHECK(at(after, p) == at(document, p));

    SetParagraphFormat format;
    format.at = {0, p, 0, 0};
    format.align = Align::right;
    format.lineSpacing = LineSpacing{LineSpacingMode::exactly, 500};
    after = apply(document, {format});
    CHECK(at(after, p).format.align == Align::right);
    CHECK(at(after, p).format.spaceAfter == at(document, p).format.spaceAfter);
    at(document, p).protectedContent = true;
    CHECK_THROWS_AS(apply(document, {format}), EditError);
}

TEST_CASE("text is replaced back to front and keeps notes", "[model][apply]") {
    Document document = baseDocument("bao-cao");
    const std::int32_t p = indexOf(document, "Thực hiện chức năng");
    const auto end = static_cast<std::int32_t>(at(document, p).text.size());
    Document after = apply(document, {ReplaceText{{0, p, 0, 4}, U"Triển khai"}, ReplaceText{{0, p, 10, 5}, U""}});
    CHECK(text::startsWith(at(after, p).text, U"Triển khai hiện năng"));
    // The mark of the footnote moved with its place.
    CHECK(after.stories.back().anchor->start == document.stories.back().anchor->start + 1);
    CHECK(at(after, p).runs.back().kind == RunKind::footnote);
    CHECK(at(after, p).runs.back().start + at(after, p).runs.back().length == static_cast<std::int32_t>(at(after, p).text.size()));
    CHECK_THROWS_AS(apply(document, {ReplaceText{{0, p, 5, end - 5}, U""}}), EditError);
    CHECK_THROWS_AS(apply(document, {ReplaceText{{0, p, end, 1}, U""}}), EditError);
    after = apply(document, {ReplaceText{{0, p, 0, 0}, U"- "}});
    CHECK(at(after, p).runs[0].start == 0);
    CHECK(at(after, p).runs[0].length == at(document, p).runs[0].length + 2);
}

TEST_CASE("paragraphs come and go with everything that counts them", "[model][apply]") {
    const Document document = baseDocument("bao-cao");
    NewParagraph added;
    added.text = U"";
    const std::int32_t p = indexOf(document, "II. KẾT QUẢ");
    Document after = apply(document, {InsertParagraphs{{0, p, 0, 0}, {added, added}}});
    CHECK(after.stories[0].paragraphs.size() == document.stories[0].paragraphs.size() + 2);
    CHECK(after.tables.back().firstParagraph == document.tables.back().firstParagraph + 2);
    CHECK(after.cells.back().firstParagraph == document.cells.back().firstParagraph + 2);
    CHECK(after.tables.front() == document.tables.front());
    CHECK(apply(after, {RemoveParagraph{{0, p, 0, 0}}, RemoveParagraph{{0, p + 1, 0, 0}}}) == document);

    // Inside a cell.
    const std::int32_t inCell = indexOf(document, "Độc lập");
    after = apply(document, {InsertParagraphs{{0, inCell, 0, 0}, {added}}});
    CHECK(after.tables[0].paragraphCount == document.tables[0].paragraphCount + 1);
    CHECK(after.cells[1].paragraphCount == 3);
    CHECK(at(after, inCell).cell == 1);
    CHECK(apply(after, {RemoveParagraph{{0, inCell, 0, 0}}}) == document);

    CHECK_THROWS_AS(apply(document, {RemoveParagraph{{0, p, 0, 0}}}), EditError);
    Document only;
    only.stories.emplace_back().paragraphs.emplace_back();
    only.sections.emplace_back();
    CHECK_THROWS_AS(apply(only, {RemoveParagraph{{0, 0, 0, 0}}}), EditError);
    after = apply(document, {InsertParagraphs{{0, p, 0, 0}, {added}}});
    Shape shape;
    shape.anchor = {0, p, 0, 0};
    after.shapes.push_back(shape);
    CHECK_THROWS_AS(apply(after, {RemoveParagraph{{0, p, 0, 0}}}), EditError);
}

TEST_CASE("a drawn line takes the place of what stood for one", "[model][apply]") {
    Document document = baseDocument("bao-cao");
    const std::int32_t motto = indexOf(document, "Độc lập");
    const std::string old = document.shapes[1].name;
    Document after = apply(document, {DrawLine{{0, motto, 0, 0}, 5000, 700, {old}, false, {}}});
    REQUIRE(after.shapes.size() == document.shapes.size());
    CHECK(after.shapes.back().width == 5000);
    CHECK(after.shapes.back().anchor.paragraph == motto);
    CHECK(isFlatLine(after.shapes.back()));
    CHECK_THROWS_AS(apply(document, {DrawLine{{0, motto, 0, 0}, 5000, 700, {"no such"}, false, {}}}), EditError);

    // Underscores in a paragraph of their own go with it, in a shared one with their line break.
    NewParagraph underscores;
    underscores.text = U"__________";
    after = apply(document, {InsertParagraphs{{0, motto + 1, 0, 0}, {}}});
    after = apply(document, {ReplaceText{{0, motto, 27, 0}, U"\n________"}});
    REQUIRE(at(after, motto).text == U"Độc lập - Tự do - Hạnh phúc\n________");
    after = apply(after, {DrawLine{{0, motto, 0, 0}, 5000, 700, {}, false, {{0, motto, 28, 8}}}});
    CHECK(at(after, motto).text == U"Độc lập - Tự do - Hạnh phúc");

    at(document, motto).format.borderBottom = 26;
    after = apply(document, {DrawLine{{0, motto, 0, 0}, 5000, 700, {}, true, {}}});
    CHECK(at(after, motto).format.borderBottom == 0);
}

TEST_CASE("cells get numbers, formulas and words", "[model][apply]") {
    Document document;
    document.stories.emplace_back();
    document.tables.emplace_back();
    for (const char32_t* words : {U"702", U"", U"hai dòng"}) {
        Cell cell;
        cell.row = static_cast<std::int32_t>(document.cells.size());
        cell.firstParagraph = cell.row;
        cell.paragraphCount = 1;
        document.cells.push_back(cell);
        Paragraph paragraph;
        paragraph.text = words;
        paragraph.cell = cell.row;
        if (!paragraph.text.empty()) paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), RunKind::text, -1, {}});
        document.stories[0].paragraphs.push_back(paragraph);
    }
    const SetCells edit{{{0, U"702", "", "702", "#.##0"}, {1, U"1.404", "<A1>+<A1>", "", "#.##0"}, {2, U"", "", "", ""}}};
    const Document after = apply(document, {edit});
    CHECK(after.cells[0].value == "702");
    CHECK(after.cells[0].formula.empty());
    CHECK(after.cells[1].formula == "<A1>+<A1>");
    CHECK(after.at({0, 1, 0, 0}).text == U"1.404");
    CHECK(after.cells[2].value.empty());
    CHECK(after.at({0, 2, 0, 0}).text.empty());
    CHECK(apply(after, {SetCells{{{1, U"", "", "", ""}}}}).cells[1].formula.empty());
    CHECK(editsFromJson(toJson(Edits{edit})) == Edits{edit});
    CHECK_THROWS(editsFromJson(nlohmann::json::parse(R"([{"edit": "setCells", "cells": [{"cell": 0, "colour": 1}]}])")));

    CHECK_THROWS_AS(apply(document, {SetCells{{{3, U"", "", "", ""}}}}), EditError);
    document.cells[0].paragraphCount = 2;
    CHECK_THROWS_AS(apply(document, {edit}), EditError);
    document.cells[0].paragraphCount = 1;
    document.stories[0].paragraphs[0].runs = {{0, 1, RunKind::text, -1, {}}, {1, 2, RunKind::footnote, -1, {}}};
    CHECK_THROWS_AS(apply(document, {edit}), EditError);
}

TEST_CASE("columns and boxes take their sizes", "[model][apply]") {
    Document document = baseDocument("bao-cao");
    Document after = apply(document, {SetColumnWidths{0, {6000, 10000}}});
    CHECK(after.cells[0].width == 6000);
    CHECK(after.cells[1].left == 6000);
    CHECK(after.cells[1].width == 10000);
    CHECK_THROWS_AS(apply(document, {SetColumnWidths{0, {9000, 10000}}}), EditError);
    CHECK_THROWS_AS(apply(document, {SetColumnWidths{0, {9000}}}), EditError);
    after = apply(document, {SetShapeSize{document.shapes[0].name, 2000, 800}});
    CHECK(after.shapes[0].height == 800);
    CHECK_THROWS_AS(apply(document, {SetShapeSize{"none", 2000, 800}}), EditError);
}
