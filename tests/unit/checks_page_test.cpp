#include "checks_format_support.hpp"

#include <cstdint>
#include "support/catch.hpp"

using namespace thethuc;
using namespace thethuc::testing;
using model::Align;
using model::Document;
using model::PageStyle;
using model::Paragraph;
using model::RunKind;

namespace {

template <typename Change>
Document withPages(Change change) {
    Document document = baseDocument("bao-cao");
    for (PageStyle& style : document.pageStyles) change(style);
    return document;
}

void faultAndFix(const Document& document, const std::string& expected, bool unsafe = false) {
    CHECK(all(document) == expected);
    const Document fixed = fixedOnce(document, unsafe);
    CHECK(all(fixed) == "");
    CHECK(fixedOnce(fixed, unsafe) == fixed);
}

Paragraph& numberOf(Document& document) {
    return document.stories[static_cast<std::size_t>(document.pageStyles[1].header)].paragraphs[0];
}

/// One page style, whose header all pages share or not.
Document onePageStyle(bool firstIsShared) {
    Document document = baseDocument("bao-cao");
    PageStyle style = document.pageStyles[1];
    style.follow = style.name;
    style.firstIsShared = firstIsShared;
    document.pageStyles = {style};
    return document;
}

}  // namespace

TEST_CASE("paper", "[checks][page]") {
    faultAndFix(withPages([](PageStyle& style) {
                    style.width = 21590;
                    style.height = 27940;
                }),
                "trang/paper error safe 21590x27940");
    CHECK(all(withPages([](PageStyle& style) { style.width = 21001; })) == "");
}

TEST_CASE("margins, header included", "[checks][page]") {
    faultAndFix(withPages([](PageStyle& style) { style.marginTop += 540; }), "trang/margin-top error safe 2540");
    faultAndFix(withPages([](PageStyle& style) { style.marginBottom = 1500; }), "trang/margin-bottom error safe 1500");
    faultAndFix(withPages([](PageStyle& style) { style.marginLeft = 2540; }), "trang/margin-left error safe 2540");
    faultAndFix(withPages([](PageStyle& style) { style.marginRight = 2540; }), "trang/margin-right error safe 2540");
    CHECK(all(withPages([](PageStyle& style) { style.marginLeft = 2985; })) == "");
    CHECK(all(withPages([](PageStyle& style) { style.marginLeft = 3500; })) == "");
    // A wrong margin on later pages only.
    Document rest = baseDocument("bao-cao");
    rest.pageStyles[1].marginTop = 2000;
    faultAndFix(rest, "trang/margin-top error safe 3000");
}

TEST_CASE("orientation", "[checks][page]") {
    const auto turn = [](PageStyle& style) {
        std::swap(style.width, style.height);
        style.landscape = true;
    };
    Document whole = withPages(turn);
    const auto lines = findings(whole);
    CHECK(std::find(lines.begin(), lines.end(), "trang/orientation error ask landscape") != lines.end());
    CHECK(all(fixedOnce(whole, true)) == "");

    // One landscape page: lawful with a table, not without.
    Document page = baseDocument("bao-cao");
    PageStyle landscape = page.pageStyles[1];
    landscape.name = landscape.follow = "Landscape";
    turn(landscape);
    page.pageStyles.push_back(landscape);
    const std::int32_t from = indexOf(page, "2. Cải cách thủ tục");
    const std::int32_t to = indexOf(page, "III. PHƯƠNG HƯỚNG");
    page.sections.push_back({from, 2, {}});
    page.sections.push_back({to, 1, {}});
    CHECK(all(page) == "");
    page.pageStyles[2].marginTop = 300;          // a remark only
    CHECK(all(page) == "trang/margin-top info none 1300");
    page.pageStyles[2].marginTop = 1000;
    page.sections[1].firstParagraph = indexOf(page, "II. KẾT QUẢ");
    page.sections[2].firstParagraph = from;
    CHECK(all(page) == "trang/orientation warning ask landscape");
}

TEST_CASE("a page number is there when there is a second page", "[checks][page]") {
    Document none = baseDocument("bao-cao");
    numberOf(none).text.clear();
    numberOf(none).runs.clear();
    faultAndFix(none, "so-trang/present error safe missing");
    none.facts.pages = 1;
    CHECK(all(none) == "");

    Document noHeader = baseDocument("cong-van");
    noHeader.facts.pages = 4;
    CHECK(findings(noHeader) == std::vector<std::string>{"so-trang/present error safe missing"});
    CHECK(all(fixedOnce(noHeader)) == "");

    Document typed = baseDocument("bao-cao");
    numberOf(typed).runs[0].kind = RunKind::text;
    faultAndFix(typed, "so-trang/present error safe pageNumberTyped");
}

TEST_CASE("a page number stands in the header, in the middle", "[checks][page]") {
    Document footer = baseDocument("bao-cao");
    PageStyle& style = footer.pageStyles[1];
    style.marginTop = style.effectiveTop();
    style.headerOn = false;
    style.headerHeight = 0;
    std::swap(style.header, style.footer);
    style.footerOn = true;
    style.footerHeight = 500;
    style.marginBottom -= 500;
    footer.stories[static_cast<std::size_t>(style.footer)].kind = model::StoryKind::footer;
    // Small, slanted and at the right as well: one fault.
    Paragraph& below = footer.stories[static_cast<std::size_t>(style.footer)].paragraphs[0];
    below.format.align = Align::right;
    below.runs[0].format.size = 100;
    faultAndFix(footer, "so-trang/position error safe footer");

    Document right = baseDocument("bao-cao");
    numberOf(right).format.align = Align::right;
    faultAndFix(right, "so-trang/align error safe right");

    // By a tab to the middle, and in a small frame in the middle.
    Document tab = baseDocument("bao-cao");
    numberOf(tab).format.align = Align::left;
    numberOf(tab).text = U"\t2";
    numberOf(tab).runs = {{0, 1, RunKind::text, -1, numberOf(tab).base}, {1, 1, RunKind::pageNumber, -1, numberOf(tab).base}};
    CHECK(all(tab) == "");
    numberOf(tab).text = U"\t\t2";
    numberOf(tab).runs[0].length = 2;
    numberOf(tab).runs[1].start = 2;
    faultAndFix(tab, "so-trang/align error safe right");

    Document framed = baseDocument("bao-cao");
    model::Shape frame;
    frame.kind = model::ShapeKind::textFrame;
    frame.name = "Frame1";
    frame.anchor = {framed.pageStyles[1].header, 0, 0, 0};
    frame.horizontal = model::Orientation::center;
    frame.width = 1000;
    frame.textStory = static_cast<std::int32_t>(framed.stories.size());
    framed.shapes.push_back(frame);
    model::Story story;
    story.kind = model::StoryKind::frame;
    story.shape = static_cast<std::int32_t>(framed.shapes.size()) - 1;
    story.paragraphs.push_back(numberOf(framed));
    story.paragraphs[0].format.align = Align::left;
    numberOf(framed).text.clear();
    numberOf(framed).runs.clear();
    framed.stories.push_back(story);
    CHECK(all(framed) == "");
    framed.shapes.back().horizontal = model::Orientation::right;
    faultAndFix(framed, "so-trang/align error safe right");
}

TEST_CASE("how a page number looks", "[checks][page]") {
    Document small = baseDocument("bao-cao");
    numberOf(small).runs[0].format.size = 100;
    faultAndFix(small, "so-trang/size error safe 100");
    Document slanted = baseDocument("bao-cao");
    numberOf(slanted).runs[0].format.italic = true;
    faultAndFix(slanted, "so-trang/italic error safe italic");
    Document roman = baseDocument("bao-cao");
    roman.pageStyles[1].arabicNumbers = false;
    faultAndFix(roman, "so-trang/format error safe pageNumberRoman");
    Document decorated = baseDocument("bao-cao");
    const auto look = numberOf(decorated).base;
    numberOf(decorated).text = U"Trang 2/10";
    numberOf(decorated).runs = {{0, 6, RunKind::text, -1, look}, {6, 1, RunKind::pageNumber, -1, look}, {7, 1, RunKind::text, -1, look},
                              {8, 2, RunKind::pageCount, -1, look}};
    faultAndFix(decorated, "so-trang/format warning safe pageNumberDecorated");
}

TEST_CASE("the first page does not show its number", "[checks][page]") {
    faultAndFix(onePageStyle(true), "so-trang/first-page error safe shownOnFirst");
    CHECK(all(onePageStyle(false)) == "");
    Document first = baseDocument("bao-cao");
    PageStyle& style = first.pageStyles[0];
    style.headerOn = true;
    style.headerHeight = 1000;
    style.marginTop -= 1000;
    style.header = first.pageStyles[1].header;
    const auto lines = findings(first);
    CHECK(lines == std::vector<std::string>{"so-trang/first-page error safe shownOnFirst"});
}

TEST_CASE("the first page may be a section of its own", "[checks][page]") {
    Document alone = baseDocument("bao-cao");
    alone.pageStyles[0].follow = alone.pageStyles[0].name;
    alone.sections.push_back({indexOf(alone, "I. CÔNG TÁC"), 1, {}});
    CHECK(all(alone) == "");
    // Nobody numbers the rest.
    alone.pageStyles[1].headerOn = false;
    const auto lines = findings(alone);
    CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return line.starts_with("so-trang/present"); }));
}

TEST_CASE("numbers start at 1, those of an appendix anew", "[checks][page]") {
    Document five = baseDocument("bao-cao");
    five.sections[0].pageNumber = 5;
    faultAndFix(five, "so-trang/restart error safe #5");
    five.sections[0].pageNumber = 1;
    CHECK(all(five) == "");
}
