// What surrounds a phrase of the entry: selected numbers, own patterns, how words join the text.
#include <string>
#include <vector>

#include "figures/entry.hpp"
#include "number/number.hpp"
#include "report/messages.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using figures::Saying;
using number::Decimal;

namespace {

std::string selected(const std::u32string& words) {
    const auto found = figures::twoNumbers(words);
    return found ? found->a + "|" + found->b + "|" + found->unit : "-";
}

}  // namespace

TEST_CASE("two numbers of a selection", "[figures]") {
    CHECK(selected(U"14/41 nhiệm vụ") == "14|41|nhiệm vụ");
    CHECK(selected(U"12.375,3/10.200 triệu đồng") == "12.375,3|10.200|triệu đồng");
    CHECK(selected(U"Trong 41 nhiệm vụ, trong đó 14 nhiệm vụ") == "14|41|nhiệm vụ");
    CHECK(selected(U"14 nhiệm vụ trên tổng số 41 nhiệm vụ") == "14|41|nhiệm vụ");
    CHECK(selected(U"tổng số 408 văn bản, đã xử lý 384 văn bản") == "384|408|văn bản");
    CHECK(selected(U"52 vụ so với 60 vụ") == "52|60|vụ");
    CHECK(selected(U"từ 4,1% lên 5,2%") == "4,1|5,2|");
    CHECK(selected(U"14 hồ sơ") == "-");
    CHECK(selected(U"14, 15 và 16 hồ sơ") == "-");
    CHECK(selected(U"năm 2025") == "-");
    CHECK(selected(U"1,2 tỷ đồng, 800 triệu đồng") == "-");
    CHECK(selected(U"") == "-");
}

TEST_CASE("the tail of a pattern follows numbers that stand already, and both together are recognised", "[figures]") {
    CHECK(figures::tailOf("{a}/{b} {u}, đạt {p}%") == ", đạt {p}%");
    CHECK(figures::tailOf("{a} {u}, tăng {p}% so với cùng kỳ ({b} {u})").empty());
    CHECK(figures::tailOf("đạt {p}% ({a}/{b} {u})").empty());
    CHECK(figures::tailOf("không có chỗ").empty());
    const std::vector<std::u32string> standing{U"14/41 nhiệm vụ", U"Đã hoàn thành 14/41 nhiệm vụ được giao", U"14 nhiệm vụ trên tổng số 41 nhiệm vụ"};
    for (const Saying saying : {Saying::attained, Saying::share, Saying::lacking}) {
        const std::string pattern = report::text(report::Language::vi, figures::patternKey(saying, Decimal(14), Decimal(41)));
        const std::string_view tail = figures::tailOf(pattern);
        REQUIRE(!tail.empty());
        const std::string words = figures::phrase(saying, Decimal(14), Decimal(41), 2, "", tail);
        for (const auto& before : standing) {
            const std::u32string whole = before + figures::joined(before.back(), text::fromUtf8(words), 0);
            INFO(text::toUtf8(whole));
            CHECK(figures::verified(whole));
        }
    }
    CHECK_FALSE(figures::verified(U"14/41 nhiệm vụ, đạt 34,51%"));
    CHECK_FALSE(figures::verified(U"14/41 nhiệm vụ"));
}

TEST_CASE("words join the text around them with a space where they would run together", "[figures]") {
    CHECK(figures::joined(0, U"14/41 xã", 0) == U"14/41 xã");
    CHECK(figures::joined(U'ó', U"14/41 xã", U'.') == U" 14/41 xã");
    CHECK(figures::joined(U':', U"14/41 xã", 0) == U" 14/41 xã");
    CHECK(figures::joined(U' ', U"14/41 xã", U'v') == U"14/41 xã ");
    CHECK(figures::joined(U'(', U"14/41 xã", U')') == U"14/41 xã");
    CHECK(figures::joined(U'ụ', U", đạt 34,15%", U';') == U", đạt 34,15%");
    CHECK(figures::joined(U'x', U"", U'y').empty());
}

TEST_CASE("own patterns are kept as lines", "[figures]") {
    const std::vector<std::string> lines{"figures.phrase.attained={a} trên {b} {u} (đạt {p}%)", "figures.phrase.over=vượt", "x", "other=1 {p}"};
    const auto patterns = figures::ownPatterns(lines);
    REQUIRE(patterns.size() == 1);
    CHECK(patterns.at("figures.phrase.attained") == "{a} trên {b} {u} (đạt {p}%)");
    CHECK(figures::patternLines(patterns) == std::vector<std::string>{lines[0]});
}
