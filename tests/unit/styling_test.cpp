#include "app/styling.hpp"

#include <algorithm>
#include <map>

#include "app/app.hpp"
#include "app/new_document.hpp"
#include "support/base_documents.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;

namespace {

const draft::Templates& templates() {
    static const draft::Templates all = draft::loadTemplates(THETHUC_SOURCE_DIR "/templates");
    return all;
}

const ruleset::Ruleset& rules() {
    static const ruleset::Ruleset all = ruleset::load(THETHUC_SOURCE_DIR "/extension/rulesets/nd30-2020.json", checks::knownCheck);
    return all;
}

std::vector<draft::ParagraphStyle> styles(const app::AgencyProfile* profile = nullptr) { return draft::paragraphStyles(templates().frame, app::choiceValues(profile)); }

app::StylePlan planned(const model::Document& document, const std::vector<std::string>& chosen = {}, const app::AgencyProfile* profile = nullptr) {
    return app::planStyles(document, elements::analyse(document), styles(profile), chosen, rules(), text::timesWidths());
}

/// How often each rule is broken.
std::map<std::string, int> faults(const model::Document& document) {
    std::map<std::string, int> result;
    for (const checks::Finding& one : app::check(document, rules(), text::timesWidths()).result.findings) result[one.rule] += one.count;
    return result;
}

const draft::ParagraphStyle& named(const std::vector<draft::ParagraphStyle>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    REQUIRE(found != all.end());
    return *found;
}

std::int32_t paragraphWith(const model::Document& document, std::u32string_view words) {
    const auto& all = document.stories.front().paragraphs;
    const auto found = std::find_if(all.begin(), all.end(), [&](const model::Paragraph& one) { return one.text.find(words) != std::u32string::npos; });
    REQUIRE(found != all.end());
    return static_cast<std::int32_t>(found - all.begin());
}

}  // namespace

TEST_CASE("the styles of the frame as values", "[styling]") {
    const auto all = styles();
    const draft::ParagraphStyle& body = named(all, "noi_dung");
    CHECK(body.name == "TT Nội dung");
    CHECK(body.format.align == model::Align::justify);
    CHECK(body.format.firstLineIndent == 1270);
    CHECK(body.format.spaceBefore == 212);
    CHECK(body.format.lineSpacing == model::LineSpacing{});
    CHECK(body.character.size == 140);
    CHECK_FALSE(body.character.bold);
    CHECK(std::find(body.choices.begin(), body.choices.end(), "bodySize") != body.choices.end());
    const draft::ParagraphStyle& place = named(all, "dia_danh");
    CHECK(place.character.italic);
    CHECK(place.character.size == 130);
    CHECK(place.choices.empty());
    CHECK(named(all, "khoan").format.keepWithNext);
    CHECK(draft::paragraphStyle(templates().frame, "quoc_hieu").character.bold);
    CHECK(draft::paragraphStyle(templates().frame, "khong_co").name.empty());
}

TEST_CASE("every recognised element gets its style, nothing else changes, and the second time nothing does", "[styling]") {
    for (const std::string name : {"bao-cao", "quyet-dinh", "ke-hoach", "cong-van", "to-trinh"}) {
        const model::Document document = testing::baseDocument(name);
        INFO(name);
        const app::StylePlan plan = planned(document);
        CHECK(plan.styled > 5);
        const model::Document after = model::apply(document, plan.edits);
        REQUIRE(after.stories.size() == document.stories.size());
        for (std::size_t i = 0; i < document.stories.front().paragraphs.size(); ++i) {
            CHECK(after.stories.front().paragraphs[i].text == document.stories.front().paragraphs[i].text);
        }
        CHECK(after.stories.front().paragraphs[static_cast<std::size_t>(paragraphWith(after, U"Độc lập - Tự do"))].style == "TT Tiêu ngữ");
        const auto before = faults(document);
        for (const auto& [rule, count] : faults(after)) {
            INFO(rule);
            CHECK(before.contains(rule));
            if (before.contains(rule)) CHECK(count <= before.at(rule));
        }
        const app::StylePlan again = planned(after);
        CHECK(again.edits.empty());
        CHECK(again.styles == plan.styles);
    }
}

TEST_CASE("what the decree allows stays as it is; what the agency has chosen does not", "[styling]") {
    model::Document document = testing::baseDocument("bao-cao");
    for (model::Paragraph& one : document.stories.front().paragraphs) {
        if (one.cell >= 0 || one.format.align != model::Align::justify) continue;
        one.format.firstLineIndent = 1000;
        one.format.spaceBefore = 0;
        one.format.spaceAfter = 282;
        for (model::Run& run : one.runs) run.format.size = 130;
    }
    const app::StylePlan own = planned(document);
    const draft::ParagraphStyle& body = named(own.styles, "noi_dung");
    CHECK(body.character.size == 130);
    CHECK(body.format.firstLineIndent == 1000);
    CHECK(body.format.spaceAfter == 282);
    app::AgencyProfile profile;
    profile.bodySize = 140;
    const app::StylePlan chosen = planned(document, {"bodySize"}, &profile);
    CHECK(named(chosen.styles, "noi_dung").character.size == 140);
    CHECK(named(chosen.styles, "noi_dung").format.firstLineIndent == 1000);
}

TEST_CASE("faults of format do not become part of a style", "[styling]") {
    model::Document document = testing::baseDocument("bao-cao");
    for (model::Paragraph& one : document.stories.front().paragraphs) {
        for (model::Run& run : one.runs) run.format.size = 150;
    }
    const app::StylePlan plan = planned(document);
    const auto size = [&](std::string_view id) { return named(plan.styles, id).character.size; };
    CHECK((size("quoc_hieu") == 120 || size("quoc_hieu") == 130));
    CHECK(size("noi_nhan") == 110);
    CHECK((size("noi_dung") == 130 || size("noi_dung") == 140));
}

TEST_CASE("emphasis inside running text and letters of symbol fonts stay", "[styling]") {
    testing::DocumentBuilder builder;
    builder.paragraph("BÁO CÁO", {.bold = true}).paragraph("Kết quả công tác năm 2025", {.bold = true});
    builder.prose("Trong năm 2025, Ủy ban nhân dân xã đã hoàn thành mọi nhiệm vụ được giao, trong đó có nhiệm vụ chuyển đổi số của cơ quan.");
    builder.format(4, 8, {.size = 150, .bold = true, .align = model::Align::justify});
    builder.prose("Các đơn vị tiếp tục thực hiện nhiệm vụ theo kế hoạch đã được phê duyệt, bảo đảm đúng tiến độ đã đề ra.");
    model::Document document = builder.take();
    const std::int32_t first = paragraphWith(document, U"Trong năm 2025");
    document.fonts.emplace_back("Wingdings");
    document.stories[0].paragraphs[static_cast<std::size_t>(first)].runs.front().format.font = static_cast<model::FontId>(document.fonts.size()) - 1;
    document.stories[0].paragraphs[static_cast<std::size_t>(first)].runs.front().length = 2;
    model::Run rest = document.stories[0].paragraphs[static_cast<std::size_t>(first)].runs.front();
    rest.start = 2;
    rest.length = 2;
    rest.format.font = 0;
    document.stories[0].paragraphs[static_cast<std::size_t>(first)].runs.insert(document.stories[0].paragraphs[static_cast<std::size_t>(first)].runs.begin() + 1, rest);
    const model::Document after = model::apply(document, planned(document).edits);
    const model::Paragraph& paragraph = after.stories[0].paragraphs[static_cast<std::size_t>(first)];
    CHECK(paragraph.style == "TT Nội dung");
    REQUIRE(paragraph.runs.size() == 4);
    CHECK(after.fonts[static_cast<std::size_t>(paragraph.runs[0].format.font)] == "Wingdings");
    CHECK(paragraph.runs[2].format.bold);
    CHECK(paragraph.runs[2].format.size == 140);
    CHECK_FALSE(paragraph.runs[3].format.bold);
}

TEST_CASE("lists keep their indents; a paragraph that two elements share, and what is not recognised, is left", "[styling]") {
    model::Document document = testing::baseDocument("bao-cao");
    auto& paragraphs = document.stories.front().paragraphs;
    const auto body = static_cast<std::size_t>(paragraphWith(document, U"./."));
    paragraphs[body].listLabel = U"-";
    paragraphs[body].format.leftMargin = 1900;
    paragraphs[body].format.firstLineIndent = -630;
    const model::Document after = model::apply(document, planned(document).edits);
    CHECK(after.stories.front().paragraphs[body].format.leftMargin == 1900);
    CHECK(after.stories.front().paragraphs[body].format.firstLineIndent == -630);
    CHECK(after.stories.front().paragraphs[body].style == "TT Nội dung");

    model::Document shared = testing::baseDocument("bao-cao");
    const auto motto = static_cast<std::size_t>(paragraphWith(shared, U"Độc lập"));
    model::Paragraph& one = shared.stories.front().paragraphs[motto];
    one.text = U"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + one.text;
    one.runs = {{0, static_cast<std::int32_t>(one.text.size()), model::RunKind::text, -1, one.base}};
    const std::string style = one.style;
    const model::Document left = model::apply(shared, planned(shared).edits);
    CHECK(left.stories.front().paragraphs[motto].style == style);
}
