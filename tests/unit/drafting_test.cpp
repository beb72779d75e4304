#include "app/drafting.hpp"

#include "app/new_document.hpp"
#include "elements/types.hpp"
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

const std::vector<draft::Part> kFrame{draft::Part::header, draft::Part::title, draft::Part::addressee, draft::Part::ending};

app::DraftPlan planned(const model::Document& document, const std::string& type, const std::vector<draft::Part>& parts = kFrame) {
    const app::Prepared ready = app::prepare(templates(), type, nullptr, {{"abbreviation", "UBND"}, {"subject", "kết quả năm 2025"}}, 2025, report::Language::vi);
    return app::planDraft(document, elements::analyse(document), ready, parts);
}

}  // namespace

TEST_CASE("a document of another type is left alone, each part of it", "[drafting]") {
    for (const std::string name : {"quyet-dinh", "ke-hoach", "cong-van", "to-trinh"}) {
        const model::Document document = testing::baseDocument(name);
        const std::string type = elements::analyse(document).type.value();
        for (const draft::Part part : kFrame) {
            const app::DraftPlan plan = planned(document, "BC", {part});
            INFO(name);
            REQUIRE(plan.refusal);
            CHECK(plan.refusal->key == "draft.refused.type");
            REQUIRE(plan.refusal->arguments.size() == 2);
            CHECK(plan.refusal->arguments[0].ends_with("(" + type + ")"));
            CHECK(plan.refusal->arguments[1] == "BÁO CÁO (BC)");
            CHECK(plan.updates.empty());
            CHECK(plan.insertions.empty());
        }
        CHECK_FALSE(planned(document, type).refusal);
    }
}

TEST_CASE("documents of the Party and of law are left alone", "[drafting]") {
    testing::DocumentBuilder law;
    law.paragraph("CHÍNH PHỦ").paragraph("Số: 30/2020/NĐ-CP").paragraph("NGHỊ ĐỊNH", {.bold = true}).paragraph("Về công tác văn thư", {.bold = true});
    const app::DraftPlan plan = planned(law.take(), "QĐ");
    REQUIRE(plan.refusal);
    CHECK(plan.refusal->key == "draft.refused.scope");
}

TEST_CASE("words without a type get a frame of any type", "[drafting]") {
    testing::DocumentBuilder plain;
    plain.prose("Trong quý III năm 2025, Ủy ban nhân dân xã đã triển khai các nhiệm vụ được giao.");
    const app::DraftPlan plan = planned(plain.take(), "BC");
    CHECK_FALSE(plan.refusal);
    CHECK(plan.insertions.size() == kFrame.size());
}

TEST_CASE("one goes on typing at the first guiding text, else at the first words of the body", "[drafting]") {
    model::Document document = testing::baseDocument("bao-cao");
    const elements::Analysis analysis = elements::analyse(document);
    const auto body = app::whereToType(document, analysis);
    REQUIRE(body);
    const auto& paragraphs = document.stories.front().paragraphs;
    CHECK(paragraphs[static_cast<std::size_t>(body->paragraph)].cell < 0);
    CHECK(analysis.first(elements::Kind::kinhGui)->ranges.back().paragraph < body->paragraph);
    model::Run& run = document.stories.front().paragraphs.back().runs.emplace_back();
    run = {3, 5, model::RunKind::placeholder, -1, {}};
    CHECK(app::whereToType(document, analysis) == model::Range{0, static_cast<std::int32_t>(paragraphs.size()) - 1, 3, 5});
    CHECK_FALSE(app::whereToType(testing::DocumentBuilder().paragraph("").take(), elements::Analysis{}));
}

namespace {

const std::vector<std::string> kContact{"Địa chỉ: thôn Trung tâm, xã Đông Khê, tỉnh Cao Bằng", "Điện thoại: 0206.3888.888; Thư điện tử: ubnd@dongkhe.caobang.gov.vn"};

app::ContactPlan contact(const model::Document& document, const std::vector<std::string>& lines) { return app::planContact(document, elements::analyse(document), lines, 110); }

/// What the office makes of a plan.
model::Document made(model::Document document, const app::ContactPlan& plan) {
    model::PageStyle& page = document.pageStyles[static_cast<std::size_t>(document.sections.front().pageStyle)];
    model::Story footer;
    footer.kind = model::StoryKind::footer;
    for (const std::string& line : plan.footer->lines) {
        model::Paragraph& one = footer.paragraphs.emplace_back();
        one.text = text::fromUtf8(line);
        one.runs = {{0, static_cast<std::int32_t>(one.text.size()), model::RunKind::text, -1, {}}};
    }
    page.footerOn = true;
    page.footerHeight = plan.footer->height;
    page.marginBottom = plan.footer->marginBottom;
    if (plan.footer->splitFirst) page.firstIsShared = false;
    (page.firstIsShared ? page.footer : page.footerFirst) = static_cast<std::int32_t>(document.stories.size());
    document.stories.push_back(std::move(footer));
    return document;
}

}  // namespace

TEST_CASE("contact lines go to the foot of the first page; the text ends where it ended", "[drafting]") {
    const model::Document document = testing::baseDocument("cong-van");
    const app::ContactPlan plan = contact(document, kContact);
    REQUIRE(plan.refusal.empty());
    REQUIRE(plan.footer);
    CHECK(plan.footer->lines == kContact);
    CHECK(plan.footer->height + plan.footer->marginBottom == document.pageStyles.front().effectiveBottom());
    const model::Document after = made(document, plan);
    const elements::Analysis analysis = elements::analyse(after);
    REQUIRE(analysis.first(elements::Kind::diaChi) != nullptr);

    const app::ContactPlan again = contact(after, kContact);
    CHECK(again.updates.empty());
    CHECK_FALSE(again.footer);
    const app::ContactPlan other = contact(after, {"Địa chỉ: phường Thục Phán", kContact[1]});
    CHECK(other.updates.size() == 1);
    CHECK_FALSE(other.footer);
    const app::ContactPlan more = contact(after, {kContact[0], kContact[1], "Trang thông tin điện tử: dongkhe.caobang.gov.vn"});
    REQUIRE(more.footer);
    CHECK(more.footer->lines.empty());
    CHECK(more.footer->height > plan.footer->height);
    const model::Document longer = model::apply(after, more.updates);
    CHECK(longer.stories.back().paragraphs.size() == 3);
    const app::ContactPlan fewer = contact(longer, {kContact[1]});
    CHECK(model::apply(longer, fewer.updates).stories.back().paragraphs.size() == 1);
}

TEST_CASE("a footer with other words is left alone, and no lines are no footer", "[drafting]") {
    model::Document document = testing::baseDocument("cong-van");
    CHECK(contact(document, {}).refusal == "draft.note.no-contact");
    app::ContactPlan other;
    other.footer.emplace();
    other.footer->lines = {"Bản dùng để học"};
    document = made(document, other);
    CHECK(contact(document, kContact).refusal == "draft.note.footer-words");
    CHECK(contact(testing::DocumentBuilder().paragraph("").take(), kContact).refusal == "draft.note.contact-empty");
}
