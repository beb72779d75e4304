// The contact footer (ô 13): where it is looked for, and what is none.
#include <string_view>
#include <vector>

#include "elements/analysis.hpp"
#include "support/base_documents.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using elements::Kind;

namespace {

/// A report whose pages have a footer with these lines: the first page's own, or one for all pages.
model::Document withFooter(const std::vector<std::string_view>& lines, bool ownFirst = true) {
    model::Document document = testing::baseDocument("bao-cao");
    model::Story story;
    story.kind = model::StoryKind::footer;
    for (const std::string_view line : lines) {
        model::Paragraph paragraph;
        paragraph.text = text::fromUtf8(line);
        if (!paragraph.text.empty()) paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), model::RunKind::text, -1, {}});
        story.paragraphs.push_back(paragraph);
    }
    document.stories.push_back(story);
    model::PageStyle& page = document.pageStyles[static_cast<std::size_t>(document.sections.front().pageStyle)];
    page.footerOn = true;
    page.firstIsShared = !ownFirst;
    (ownFirst ? page.footerFirst : page.footer) = static_cast<std::int32_t>(document.stories.size()) - 1;
    return document;
}

}  // namespace

TEST_CASE("the contact footer of the first page is one element", "[elements]") {
    const model::Document document = withFooter({"Địa chỉ: thôn Một, xã An Bình, tỉnh Bình Minh", "", "ĐT: 0206.3888.888, Fax: 0206.3888.889", "E-Mail: anbinh@binhminh.gov.vn"});
    const auto analysis = elements::analyse(document);
    const elements::Element* contact = analysis.first(Kind::diaChi);
    REQUIRE(contact != nullptr);
    CHECK(contact->ranges.size() == 3);
    CHECK(text::toUtf8(contact->text).starts_with("Địa chỉ: thôn Một, xã An Bình, tỉnh Bình Minh ĐT: 0206"));
    CHECK(contact->ranges.front().story == static_cast<std::int32_t>(document.stories.size()) - 1);
    // in a footer that all pages share it stands on the first page, too
    CHECK(elements::analyse(withFooter({"Website: anbinh.binhminh.gov.vn"}, false)).first(Kind::diaChi) != nullptr);
}

TEST_CASE("a footer that tells no way to the office is no contact footer", "[elements]") {
    CHECK(elements::analyse(testing::baseDocument("bao-cao")).first(Kind::diaChi) == nullptr);
    CHECK(elements::analyse(withFooter({"Trang 1"})).first(Kind::diaChi) == nullptr);
    CHECK(elements::analyse(withFooter({""})).first(Kind::diaChi) == nullptr);
    CHECK(elements::analyse(withFooter({"Báo cáo cải cách hành chính quý III"})).first(Kind::diaChi) == nullptr);
    // a page number beside it is not part of it
    model::Document numbered = withFooter({"1", "ĐT: 0206.3888.888"});
    numbered.stories.back().paragraphs.front().runs.front().kind = model::RunKind::pageNumber;
    const auto analysis = elements::analyse(numbered);
    REQUIRE(analysis.first(Kind::diaChi) != nullptr);
    CHECK(analysis.first(Kind::diaChi)->text == U"ĐT: 0206.3888.888");
}
