// Bringing percentages up to date: what is certain is changed in place, the rest is left alone.
#include <string>

#include "figures/update.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using figures::printedLike;
using number::Decimal;

namespace {

model::Document documentOf(const std::u32string& text) {
    model::Document document;
    document.stories.resize(1);
    model::Paragraph paragraph;
    paragraph.text = text;
    document.stories.front().paragraphs.push_back(paragraph);
    return document;
}

/// The text with its updates carried out, from the end.
std::string updated(const std::u32string& text) {
    const model::Document document = documentOf(text);
    std::u32string out = text;
    const model::Edits edits = figures::updates(document, figures::recognise(document));
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        const auto& replace = std::get<model::ReplaceText>(*edit);
        out.replace(static_cast<std::size_t>(replace.at.start), static_cast<std::size_t>(replace.at.length), replace.text);
    }
    return text::toUtf8(out);
}

}  // namespace

TEST_CASE("a value is printed as the old one was", "[figures]") {
    CHECK(printedLike(Decimal(1313, 1), U"131,2") == U"131,3");
    CHECK(printedLike(Decimal(1313, 1), U"131.2") == U"131.3");
    CHECK(printedLike(Decimal(90), U"93") == U"90");
    CHECK(printedLike(Decimal(905, 1), U"93,2") == U"90,5");
    CHECK(printedLike(Decimal(12345), U"1.234") == U"12.345");
    CHECK(printedLike(Decimal(12345), U"12344") == U"12345");
}

TEST_CASE("certain percentages follow their figures", "[figures]") {
    CHECK(updated(U"Sử dụng 199/220 biên chế, đạt 93,2%; giải quyết 14/41 hồ sơ, đạt 30,15%.") ==
          "Sử dụng 199/220 biên chế, đạt 90,5%; giải quyết 14/41 hồ sơ, đạt 34,15%.");
    CHECK(updated(U"Kết quả 12.375,3/10.200 triệu đồng, vượt 21,3%.") == "Kết quả 12.375,3/10.200 triệu đồng, vượt 21,3%.");
    CHECK(updated(U"12 vụ, giảm 25% so với cùng kỳ (15 vụ).") == "12 vụ, giảm 20% so với cùng kỳ (15 vụ).");
}

TEST_CASE("sums, other wholes, protected text and signs that would turn are left alone", "[figures]") {
    for (const auto* text : {U"Tổng số 410 hồ sơ: 384 hồ sơ đúng hạn; 24 hồ sơ quá hạn.", U"Có 420/450 đại biểu tán thành, đạt 84%.",
                             U"Trồng 90/60 ha rừng, còn thiếu 25%."}) {
        INFO(text::toUtf8(text));
        CHECK(updated(text) == text::toUtf8(text));
    }
    model::Document document = documentOf(U"Sử dụng 199/220 biên chế, đạt 93,2%.");
    document.stories.front().paragraphs.front().protectedContent = true;
    CHECK(figures::updates(document, figures::recognise(document)).empty());
}
