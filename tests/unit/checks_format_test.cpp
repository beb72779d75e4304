#include "checks_format_support.hpp"

#include <cstdint>
#include "support/catch.hpp"

using namespace thethuc;
using namespace thethuc::testing;
using model::Align;
using model::CharFormat;
using model::Document;
using model::Paragraph;

namespace {

/// The finding, and nothing left once it is fixed.
void faultAndFix(const Document& document, const std::string& expected, bool unsafe = false) {
    CHECK(all(document) == expected);
    const Document fixed = fixedOnce(document, unsafe);
    CHECK(all(fixed) == "");
    CHECK(fixedOnce(fixed, unsafe) == fixed);
}

constexpr const char* kProse = "Thực hiện kế hoạch công tác";
constexpr const char* kLong = "Thực hiện chức năng, nhiệm vụ";

template <typename Change>
Document with(std::string_view base, std::string_view start, Change change) {
    Document document = baseDocument(base);
    change(paragraph(document, start));
    return document;
}

auto sized(model::DeciPt size) {
    return [size](Paragraph& one) { eachRun(one, [size](CharFormat& format) { format.size = size; }); };
}

}  // namespace

TEST_CASE("conforming documents are clean", "[checks][format]") {
    for (const std::string& name : baseDocumentNames()) {
        INFO(name);
        CHECK(all(baseDocument(name)) == "");
    }
}

TEST_CASE("size", "[checks][format]") {
    faultAndFix(with("bao-cao", "CỘNG HÒA", sized(150)), "quoc-hieu/size error safe 150");
    faultAndFix(with("bao-cao", "Độc lập", sized(120)), "tieu-ngu/size error safe 120");
    // The fix takes the size that the line below fits.
    const Document large = with("bao-cao", "Độc lập", sized(160));
    CHECK(all(large) == "tieu-ngu/size error safe 160");
    CHECK(fixedOnce(large) == baseDocument("bao-cao"));
}

TEST_CASE("size of an element that stands on two lines is one finding", "[checks][format]") {
    Document document = with("bao-cao", "ỦY BAN NHÂN DÂN", sized(160));
    sized(160)(paragraph(document, "XÃ AN BÌNH"));
    const auto lines = findings(document);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines[0] == "co-quan-ban-hanh/size error safe 160 x2");
}

TEST_CASE("the words “Nơi nhận” and its list have one size each", "[checks][format]") {
    faultAndFix(with("bao-cao", "Nơi nhận", sized(130)), "noi-nhan/size error safe 130");
    faultAndFix(with("bao-cao", "- Như trên;", sized(120)), "noi-nhan/size error safe 120");
    faultAndFix(with("bao-cao", "Số: 135", sized(140)), "so-ky-hieu/size error safe 140");
}

TEST_CASE("weight and slant", "[checks][format]") {
    const auto bold = [](bool is) { return [is](Paragraph& one) { eachRun(one, [is](CharFormat& format) { format.bold = is; }); }; };
    const auto italic = [](bool is) { return [is](Paragraph& one) { eachRun(one, [is](CharFormat& format) { format.italic = is; }); }; };
    faultAndFix(with("bao-cao", "BÁO CÁO", bold(false)), "ten-loai/bold error safe notBold");
    faultAndFix(with("bao-cao", "Số: 135", bold(true)), "so-ky-hieu/bold error safe bold");
    faultAndFix(with("bao-cao", "An Bình, ngày", italic(false)), "dia-danh-thoi-gian/italic error safe upright");
    faultAndFix(with("bao-cao", "Nguyễn Văn An", italic(true)), "ho-ten/italic error safe italic");
    faultAndFix(with("quyet-dinh", "Căn cứ Luật", italic(false)), "can-cu/italic error safe upright");
    // A bold word in a numbered paragraph is emphasis.
    Document emphasis = baseDocument("ke-hoach");
    model::SetCharFormat change;
    change.at = {0, indexOf(emphasis, "1. Xác định rõ"), 3, 8};
    change.bold = true;
    emphasis = model::apply(emphasis, {change});
    CHECK(all(emphasis) == "");
}

TEST_CASE("an article without title has its number bold, one with title all of it", "[checks][format]") {
    CHECK(all(baseDocument("quyet-dinh")) == "");
    faultAndFix(with("quyet-dinh", "Điều 1. Kiện toàn", [](Paragraph& one) { eachRun(one, [](CharFormat& format) { format.bold = false; }); }),
                "dieu/bold error safe notBold");
    faultAndFix(with("quy-che", "Điều 1. Phạm vi", [](Paragraph& one) { eachRun(one, [](CharFormat& format) { format.bold = false; }); }),
                "dieu/bold error safe notBold");
}

TEST_CASE("capitals by property, never by typing", "[checks][format]") {
    const Document typed = with("bao-cao", "I. CÔNG TÁC", [](Paragraph& one) { retext(one, "I. Công tác chỉ đạo, điều hành"); });
    faultAndFix(typed, "muc/case error safe mixed");
    CHECK(paragraph(const_cast<Document&>(static_cast<const Document&>(fixedOnce(typed))), "I. Công tác").text == U"I. Công tác chỉ đạo, điều hành");
    CHECK(all(with("bao-cao", "I. CÔNG TÁC", [](Paragraph& one) {
              retext(one, "I. Công tác chỉ đạo, điều hành");
              eachRun(one, [](CharFormat& format) { format.caseMap = model::CaseMap::upper; });
          })) == "");
    // A remark in brackets.
    CHECK(all(with("bao-cao", "I. CÔNG TÁC", [](Paragraph& one) { retext(one, "I. CÔNG TÁC CHỈ ĐẠO (từ ngày 15/6)"); })) == "");
}

TEST_CASE("typed capitals where small letters belong are only offered for change", "[checks][format]") {
    const Document document = with("quy-che", "Điều 1. Phạm vi", [](Paragraph& one) { retext(one, "ĐIỀU 1. PHẠM VI CỦA UBND"); });
    const auto result = checkedResult(document);
    const auto found = std::find_if(result.findings.begin(), result.findings.end(), [](const auto& one) { return one.rule == "dieu/case"; });
    REQUIRE(found != result.findings.end());
    CHECK(found->fix == ruleset::FixPolicy::ask);
    Document fixed = model::apply(document, checks::plan({&*found}));
    CHECK(text::toUtf8(paragraph(fixed, "Điều 1. Phạm vi").text) == "Điều 1. Phạm vi của UBND");
    const Document mapped = with("bao-cao", "Kết quả thực hiện", [](Paragraph& one) {
        eachRun(one, [](CharFormat& format) { format.caseMap = model::CaseMap::upper; });
    });
    const auto lines = findings(mapped);
    CHECK(std::find(lines.begin(), lines.end(), "trich-yeu/case error safe upper") != lines.end());
}

TEST_CASE("alignment of header, title and signature", "[checks][format]") {
    const auto align = [](Align value) { return [value](Paragraph& one) { one.format.align = value; }; };
    faultAndFix(with("bao-cao", "BÁO CÁO", align(Align::left)), "ten-loai/align error safe left");
    faultAndFix(with("bao-cao", "Số: 135", align(Align::left)), "so-ky-hieu/align error safe left");
    faultAndFix(with("bao-cao", "CỘNG HÒA", align(Align::right)), "quoc-hieu/align error safe right");
    faultAndFix(with("bao-cao", "Nguyễn Văn An", align(Align::justify)), "ho-ten/align error safe justify");
    // Spaces that pushed it to the middle go with the fix.
    const Document spaced = with("bao-cao", "Số: 135", [](Paragraph& one) {
        retext(one, "      Số: 135/BC-UBND");
        one.format.align = Align::left;
    });
    CHECK(all(fixedOnce(spaced)) == "");
}

TEST_CASE("font", "[checks][format]") {
    Document document = baseDocument("bao-cao");
    const auto arial = fontNamed(document, "Arial");
    eachRun(paragraph(document, kProse), [&](CharFormat& format) { format.font = arial; });
    faultAndFix(document, "noi-dung/font error safe 'Arial'");

    Document substitute = baseDocument("bao-cao");
    substitute.fonts[0] = "Liberation Serif";
    CHECK(findings(substitute).front().starts_with("noi-dung/font error safe 'Liberation Serif'"));
    CHECK(all(fixedOnce(substitute)) == "");

    // In a footnote too, and where the family carries a style.
    Document note = baseDocument("bao-cao");
    const auto bold = fontNamed(note, "Times New Roman Bold");
    eachRun(note.stories.back().paragraphs[0], [&](CharFormat& format) { format.font = bold; });
    faultAndFix(note, "noi-dung/font error safe 'Times New Roman Bold'");

    // A symbol, white space and a list of fallbacks are none.
    Document symbol = baseDocument("bao-cao");
    const auto wingdings = fontNamed(symbol, "Wingdings");
    const auto list = fontNamed(symbol, "Times New Roman;Times");
    const std::int32_t p = indexOf(symbol, kProse);
    symbol = model::apply(symbol, {model::ReplaceText{{0, p, 10, 1}, U"\uF0FE"}});
    eachRun(paragraph(symbol, "1. Tiếp tục"), [&](CharFormat& format) { format.font = list; });
    model::SetCharFormat change;
    change.at = {0, p, 10, 1};
    change.font = "Wingdings";
    symbol = model::apply(symbol, {change});
    CHECK(wingdings >= 0);
    CHECK(all(symbol) == "");
}

TEST_CASE("encoding", "[checks][format]") {
    Document nfd = baseDocument("bao-cao");
    Paragraph& one = paragraph(nfd, kProse);
    const auto where = one.text.find(U"kế");
    REQUIRE(where != std::u32string::npos);
    nfd = model::apply(nfd, {model::ReplaceText{{0, indexOf(nfd, kProse), static_cast<std::int32_t>(where), 2}, U"ke\u0302\u0301"}});
    const auto lines = findings(nfd);
    CHECK(lines == std::vector<std::string>{"noi-dung/encoding warning safe nfd"});
    CHECK(fixedOnce(nfd) == baseDocument("bao-cao"));

    Document abc = baseDocument("bao-cao");
    const auto vnTime = fontNamed(abc, ".VnTime");
    Paragraph& legacy = paragraph(abc, kProse);
    retext(legacy, "Thùc hiÖn kÕ ho¹ch c«ng t¸c n¨m 2025, xin b¸o c¸o kÕt qu¶ nh\u00ad sau:");
    eachRun(legacy, [&](CharFormat& format) { format.font = vnTime; });
    CHECK(all(abc) == "noi-dung/encoding error ask tcvn3");
    Document converted = fixedOnce(abc, true);
    CHECK(text::toUtf8(paragraph(converted, "Thực hiện").text) == "Thực hiện kế hoạch công tác năm 2025, xin báo cáo kết quả như sau:");
    CHECK(all(converted) == "");

    Document vni = baseDocument("bao-cao");
    const auto vniTimes = fontNamed(vni, "VNI-Times");
    retext(paragraph(vni, kProse), "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp töï do, baùo caùo nhö sau:");
    eachRun(paragraph(vni, "Coäng"), [&](CharFormat& format) { format.font = vniTimes; });
    CHECK(all(vni) == "noi-dung/encoding error ask vni");
    converted = fixedOnce(vni, true);
    CHECK(text::toUtf8(paragraph(converted, "Cộng").text) == "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập tự do, báo cáo như sau:");

    // Unicode text in a legacy font is a wrong font, not a wrong code; signs beside words are signs.
    Document unicode = baseDocument("bao-cao");
    const auto named = fontNamed(unicode, "VNI-Times");
    eachRun(paragraph(unicode, kProse), [&](CharFormat& format) { format.font = named; });
    CHECK(all(unicode) == "noi-dung/font error safe 'VNI-Times'");
    CHECK(all(with("bao-cao", kProse, [](Paragraph& p) {
              retext(p, "Diện tích 120 m², nhiệt độ 30°, tỷ lệ ½, « Café » của ông Müller, số liệu © cơ quan; báo cáo như sau:");
          })) == "");
}

TEST_CASE("colour", "[checks][format]") {
    const auto coloured = [](std::int32_t color, bool link) {
        return [=](Paragraph& one) {
            eachRun(one, [=](CharFormat& format) {
                format.color = color;
                format.hyperlink = link;
            });
        };
    };
    CHECK(all(with("bao-cao", kProse, coloured(0xFF0000, false))) == "noi-dung/color error ask colorRed");
    faultAndFix(with("bao-cao", kProse, coloured(0x0000FF, true)), "noi-dung/color error safe colorBlue");
    CHECK(all(with("bao-cao", kProse, coloured(0x000000, false))) == "");
    CHECK(all(fixedOnce(with("bao-cao", kProse, coloured(0xFF0000, false)), true)) == "");
}

TEST_CASE("size of running text", "[checks][body]") {
    faultAndFix(with("bao-cao", kProse, sized(120)), "noi-dung/size error safe 120");
    faultAndFix(with("bao-cao", kProse, sized(130)), "noi-dung/size warning safe 130");
    // A text of 13 pt throughout is right; so are tables and notes in another size.
    Document thirteen = baseDocument("bao-cao");
    for (Paragraph& one : thirteen.stories[0].paragraphs) {
        if (one.cell < 0 && one.format.firstLineIndent > 0) sized(130)(one);
    }
    CHECK(all(thirteen) == "");
    // Twelve throughout is one fault, with its headings.
    Document twelve = baseDocument("bao-cao");
    for (Paragraph& one : twelve.stories[0].paragraphs) {
        if (one.cell < 0 && one.format.firstLineIndent > 0) sized(120)(one);
    }
    for (const std::string& line : findings(twelve)) CHECK(line.starts_with("noi-dung/size error safe 120"));
    CHECK(all(fixedOnce(twelve)) == "");
    faultAndFix(with("bao-cao", "1. Việc ban hành", sized(160)), "khoan/size error safe 160");
}

TEST_CASE("emphasis of whole paragraphs and of phrases", "[checks][body]") {
    const auto set = [](bool CharFormat::*member) { return [member](Paragraph& one) { eachRun(one, [member](CharFormat& format) { format.*member = true; }); }; };
    faultAndFix(with("bao-cao", kProse, set(&CharFormat::italic)), "noi-dung/italic error safe italic");
    faultAndFix(with("bao-cao", kProse, set(&CharFormat::bold)), "noi-dung/bold error safe bold");
    faultAndFix(with("bao-cao", kProse, set(&CharFormat::underline)), "noi-dung/underline warning safe underline");
    Document phrase = baseDocument("bao-cao");
    model::SetCharFormat change;
    change.at = {0, indexOf(phrase, kLong), 11, 9};
    change.italic = true;
    CHECK(all(model::apply(phrase, {change})) == "");
    change.at = {0, indexOf(phrase, kLong), 11, 80};
    CHECK(all(model::apply(phrase, {change})) == "noi-dung/italic info none italic");
    // A note in brackets.
    CHECK(all(with("bao-cao", kProse, [](Paragraph& one) {
              retext(one, "(Có biểu số liệu chi tiết kèm theo báo cáo này)");
              eachRun(one, [](CharFormat& format) { format.italic = true; });
          })) == "");
}

TEST_CASE("running text is justified", "[checks][body]") {
    faultAndFix(with("bao-cao", kLong, [](Paragraph& one) { one.format.align = Align::left; }), "noi-dung/align error safe left");
    faultAndFix(with("bao-cao", "a) Công tác", [](Paragraph& one) { one.format.align = Align::left; }), "diem/align error safe left");
    // A heading on one line looks the same.
    CHECK(all(with("bao-cao", "2. Công tác thông tin", [](Paragraph& one) { one.format.align = Align::left; })) == "");
}

TEST_CASE("first-line indent", "[checks][body]") {
    const auto indent = [](model::Hmm value) { return [value](Paragraph& one) { one.format.firstLineIndent = value; }; };
    faultAndFix(with("bao-cao", kLong, indent(0)), "noi-dung/indent error safe 0");
    faultAndFix(with("bao-cao", kLong, indent(1500)), "noi-dung/indent error safe 1500");
    faultAndFix(with("bao-cao", kLong, indent(1250)), "noi-dung/indent warning safe 1250");
    CHECK(all(with("bao-cao", kLong, indent(1000))) == "");
    CHECK(all(with("bao-cao", kLong, indent(1011))) == "");
    CHECK(all(with("bao-cao", kLong, [](Paragraph& one) {
              one.format.firstLineIndent = 0;
              one.listLabel = U"-";
          })) == "");
    faultAndFix(with("bao-cao", "b) Công tác", indent(0)), "diem/indent error safe 0");

    Document tab = baseDocument("bao-cao");
    tab = model::apply(tab, {model::ReplaceText{{0, indexOf(tab, kLong), 0, 0}, U"\t"}});
    paragraph(tab, "\tThực hiện").format.firstLineIndent = 0;
    CHECK(all(tab) == "noi-dung/indent error safe indentByTab");
    CHECK(fixedOnce(tab) == baseDocument("bao-cao"));

    faultAndFix(with("bao-cao", kLong, [](Paragraph& one) { one.format.leftMargin = 1270; }), "noi-dung/indent error safe 1270");
    // “+” lines that stand further in as a rule are a step of a list, one of them alone is not.
    Document steps = baseDocument("bao-cao");
    model::NewParagraph plus{U"+ Tổ chức tập huấn cho cán bộ, công chức về việc sử dụng các phần mềm dùng chung và nền tảng số của tỉnh.",
                             paragraph(steps, kLong).format, paragraph(steps, kLong).base};
    const auto withSteps = [&](model::Hmm firstIndent, model::Hmm otherIndent) {
        model::NewParagraph one = plus;
        one.format.firstLineIndent = firstIndent;
        model::NewParagraph other = plus;
        other.format.firstLineIndent = otherIndent;
        return model::apply(steps, {model::InsertParagraphs{{0, indexOf(steps, "II. KẾT QUẢ"), 0, 0}, {one, other, other}}});
    };
    CHECK(all(withSteps(1800, 1800)) == "");
    CHECK(all(withSteps(1270, 1270)) == "");
    faultAndFix(withSteps(1500, 1270), "noi-dung/indent error safe 1500");
    // The document's own measure is kept.
    Document one = baseDocument("bao-cao");
    for (Paragraph& p : one.stories[0].paragraphs) {
        if (p.format.firstLineIndent == 1270) p.format.firstLineIndent = 1000;
    }
    paragraph(one, kLong).format.firstLineIndent = 0;
    const Document fixed = fixedOnce(one);
    CHECK(paragraph(const_cast<Document&>(fixed), kLong).format.firstLineIndent == 1000);
}

TEST_CASE("distance between paragraphs", "[checks][body]") {
    const auto none = [](Paragraph& one) { one.format.spaceAfter = 0; };
    faultAndFix(with("bao-cao", "a) Công tác", none), "noi-dung/spacing error safe 0");
    faultAndFix(with("bao-cao", "a) Công tác", [](Paragraph& one) { one.format.spaceAfter = 141; }), "noi-dung/spacing error safe 40");
    CHECK(all(with("bao-cao", "a) Công tác", [](Paragraph& one) { one.format.spaceAfter = 211; })) == "");

    // Word's greater-of, Writer's sum.
    Document both = baseDocument("bao-cao");
    both.facts.addsParagraphSpacing = true;
    for (Paragraph& one : both.stories[0].paragraphs) {
        if (one.format.spaceAfter == 212 && one.format.firstLineIndent > 0) one.format.spaceAfter = one.format.spaceBefore = 106;
    }
    CHECK(all(both) == "");
    both.facts.addsParagraphSpacing = false;
    CHECK_FALSE(all(both).empty());
    for (const std::string& line : findings(both)) CHECK(line.starts_with("noi-dung/spacing error safe 30"));
    CHECK(all(fixedOnce(both)) == "");

    // “Don't add space between paragraphs of the same style”.
    Document contextual = baseDocument("bao-cao");
    for (Paragraph& one : contextual.stories[0].paragraphs) {
        if (one.cell < 0 && one.format.firstLineIndent > 0) one.format.contextualSpacing = true;
    }
    CHECK(findings(contextual).front().starts_with("noi-dung/spacing error safe 0"));
    CHECK(all(fixedOnce(contextual)) == "");
}

TEST_CASE("line spacing of running text", "[checks][body]") {
    const auto spaced = [](model::LineSpacingMode mode, std::int32_t value) {
        return [=](Paragraph& one) { one.format.lineSpacing = {mode, value}; };
    };
    using enum model::LineSpacingMode;
    faultAndFix(with("bao-cao", kLong, spaced(proportional, 200)), "noi-dung/line-spacing error safe 200");
    faultAndFix(with("bao-cao", kLong, spaced(proportional, 90)), "noi-dung/line-spacing error safe 90");
    CHECK(all(with("bao-cao", kLong, spaced(proportional, 150))) == "");
    CHECK(all(with("bao-cao", kLong, spaced(exactly, 635))) == "");              // 18 pt on 14 pt: 1,12
    CHECK_FALSE(all(with("bao-cao", kLong, spaced(exactly, 494))).empty());      // 14 pt: 0,87
    CHECK(all(with("bao-cao", kLong, spaced(atLeast, 300))) == "");
}

TEST_CASE("empty paragraphs in running text", "[checks][body]") {
    Document document = baseDocument("bao-cao");
    model::NewParagraph blank;
    blank.format.align = Align::justify;
    blank.character = paragraph(document, kLong).base;
    const auto insert = [&](const char* before, std::size_t count) {
        return model::apply(baseDocument("bao-cao"),
                            {model::InsertParagraphs{{0, indexOf(baseDocument("bao-cao"), before), 0, 0}, std::vector<model::NewParagraph>(count, blank)}});
    };
    document = insert("a) Công tác", 2);
    CHECK(all(document) == "noi-dung/empty-paragraph warning safe emptyParagraph x2");
    CHECK(fixedOnce(document) == baseDocument("bao-cao"));
    // Where the empty line was all that held them apart, the distance comes with the fix.
    paragraph(document, kLong).format.spaceAfter = 0;
    const std::int32_t last = indexOf(document, "a) Công tác") - 3;
    document.stories[0].paragraphs[static_cast<std::size_t>(last)].format.spaceAfter = 0;
    CHECK(all(fixedOnce(document)) == "");

    // Beside the table of the signature, before a page of its own, as the anchor of a picture: none of it.
    CHECK(all(insert("Nơi nhận:", 1)) == "");
    Document broken = insert("II. KẾT QUẢ", 1);
    paragraph(broken, "II. KẾT QUẢ").breakBefore = model::PageBreak{};
    CHECK(all(broken) == "");
    Document anchor = insert("II. KẾT QUẢ", 1);
    model::Shape picture;
    picture.kind = model::ShapeKind::image;
    picture.anchor = {0, indexOf(anchor, "II. KẾT QUẢ") - 1, 0, 0};
    picture.width = picture.height = 3000;
    anchor.shapes.push_back(picture);
    CHECK(all(anchor) == "");
}

TEST_CASE("quốc hiệu stands on one line", "[checks][format]") {
    Document narrow = baseDocument("bao-cao");
    narrow = model::apply(narrow, {model::SetColumnWidths{0, {8500, 7500}}});
    CHECK(all(narrow) == "quoc-hieu/one-line warning safe severalLines");
    CHECK(all(fixedOnce(narrow)) == "");
    // Letters squeezed, or made narrower, until the line fits.
    for (model::Run& run : paragraph(narrow, "CỘNG HÒA").runs) run.format.tracking = -60;
    CHECK(all(narrow) == "");
    for (model::Run& run : paragraph(narrow, "CỘNG HÒA").runs) {
        run.format.tracking = 0;
        run.format.scaleWidth = 75;
    }
    CHECK(all(narrow) == "");
    Document broken = baseDocument("bao-cao");
    broken = model::apply(broken, {model::ReplaceText{{0, indexOf(broken, "CỘNG HÒA"), 8, 1}, U"\n"}});
    CHECK(all(broken) == "quoc-hieu/one-line warning safe severalLines");
    CHECK(fixedOnce(broken) == baseDocument("bao-cao"));
    // Two paragraphs are joined by a person.
    Document two = baseDocument("bao-cao");
    const std::int32_t national = indexOf(two, "CỘNG HÒA");
    model::NewParagraph second{U"CHỦ NGHĨA VIỆT NAM", paragraph(two, "CỘNG HÒA").format, paragraph(two, "CỘNG HÒA").base};
    two = model::apply(two, {model::InsertParagraphs{{0, national + 1, 0, 0}, {second}}});
    retext(paragraph(two, "CỘNG HÒA"), "CỘNG HÒA XÃ HỘI");
    CHECK(all(two) == "quoc-hieu/one-line warning none severalLines");
    // Too large a size is told as that.
    Document large = baseDocument("bao-cao");
    sized(180)(paragraph(large, "CỘNG HÒA"));
    CHECK(all(large) == "quoc-hieu/size error safe 180");
}

TEST_CASE("distances in the header", "[checks][format]") {
    faultAndFix(with("bao-cao", "CỘNG HÒA", [](Paragraph& one) { one.format.spaceAfter = 212; }), "tieu-ngu/spacing warning safe 60");
    faultAndFix(with("bao-cao", "Độc lập", [](Paragraph& one) { one.format.lineSpacing.value = 150; }), "tieu-ngu/spacing warning safe 150");
    faultAndFix(with("bao-cao", "XÃ AN BÌNH", [](Paragraph& one) { one.format.spaceBefore = 212; }), "co-quan-ban-hanh/spacing warning safe 60");
    faultAndFix(with("to-trinh", "ỦY BAN NHÂN DÂN TỈNH", [](Paragraph& one) { one.format.spaceAfter = 212; }), "co-quan-chu-quan/spacing warning safe 60");
    faultAndFix(with("to-trinh", "SỞ NỘI VỤ", [](Paragraph& one) { one.format.spaceBefore = 212; }), "co-quan-ban-hanh/spacing warning safe 60");
    faultAndFix(with("cong-van", "V/v báo cáo", [](Paragraph& one) { one.format.spaceBefore = 0; }), "trich-yeu/spacing error safe 0");
    Document blank = baseDocument("bao-cao");
    model::NewParagraph empty;
    blank = model::apply(blank, {model::InsertParagraphs{{0, indexOf(blank, "Độc lập"), 0, 0}, {empty}}});
    CHECK(all(blank) == "tieu-ngu/spacing warning safe emptyParagraph");
    CHECK(fixedOnce(blank) == baseDocument("bao-cao"));
}
