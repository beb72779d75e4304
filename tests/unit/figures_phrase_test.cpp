// Phrases of the entry: what is put into the text is recognised and found right; one changed digit is not.
#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "figures/phrase.hpp"
#include "number/number.hpp"
#include "report/messages.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using figures::Saying;
using number::Decimal;

namespace {

std::string patternOf(Saying saying, const Decimal& a, const Decimal& b) {
    return report::text(report::Language::vi, figures::patternKey(saying, a, b));
}

std::string written(Saying saying, const Decimal& a, const Decimal& b, std::int32_t decimals, const std::string& unit) {
    return figures::phrase(saying, a, b, decimals, unit, patternOf(saying, a, b));
}

std::vector<figures::Figure> recognised(const std::u32string& text) {
    model::Document document;
    document.stories.resize(1);
    model::Paragraph paragraph;
    paragraph.text = text;
    document.stories.front().paragraphs.push_back(paragraph);
    return figures::recognise(document);
}

std::string refusal(Saying saying, const Decimal& a, const Decimal& b, const std::string& pattern = {}, std::int32_t decimals = 1) {
    try {
        (void)figures::phrase(saying, a, b, decimals, "hồ sơ", pattern.empty() ? patternOf(saying, a, b) : pattern);
    } catch (const number::NumberError& error) {
        CHECK(report::hasText(report::Language::vi, error.messageKey()));
        return error.messageKey();
    }
    return {};
}

}  // namespace

TEST_CASE("phrases of two numbers", "[figures]") {
    CHECK(written(Saying::attained, Decimal(14), Decimal(41), 2, "nhiệm vụ") == "14/41 nhiệm vụ, đạt 34,15%");
    CHECK(written(Saying::share, Decimal(205), Decimal(220), 1, "biên chế") == "205/220 biên chế, chiếm 93,2%");
    CHECK(written(Saying::attained, Decimal(14), Decimal(41), 2, "") == "14/41, đạt 34,15%");
    CHECK(written(Saying::over, Decimal(123753, 1), Decimal(10200), 2, "triệu đồng") == "12.375,3/10.200 triệu đồng, vượt 21,33%");
    CHECK(written(Saying::lacking, Decimal(45), Decimal(60), 0, "ha") == "45/60 ha, còn thiếu 25%");
    CHECK(written(Saying::change, Decimal(12), Decimal(15), 1, "vụ") == "12 vụ, giảm 20,0% so với cùng kỳ (15 vụ)");
    CHECK(written(Saying::change, Decimal(18), Decimal(15), 0, "vụ") == "18 vụ, tăng 20% so với cùng kỳ (15 vụ)");
    CHECK(written(Saying::points, Decimal(41, 1), Decimal(52, 1), 1, "") == "4,1%, giảm 1,1 điểm phần trăm so với cùng kỳ (5,2%)");
    CHECK(written(Saying::attained, Decimal(1), Decimal(8), 2, "xã") == "1/8 xã, đạt 12,50%");
    CHECK(written(Saying::attained, Decimal(1), Decimal(8), 1, "xã") == "1/8 xã, đạt 12,5%");
    CHECK(written(Saying::attained, Decimal(1), Decimal(8), 0, "xã") == "1/8 xã, đạt 13%");
    CHECK(figures::phrase(Saying::attained, Decimal(14), Decimal(41), 2, "hồ sơ", "đạt {p}% ({a}/{b} {u})") == "đạt 34,15% (14/41 hồ sơ)");
}

TEST_CASE("what would be nonsense is refused", "[figures]") {
    CHECK(refusal(Saying::attained, Decimal(3), Decimal(0)) == "number.zeroDenominator");
    CHECK(refusal(Saying::attained, Decimal(-3), Decimal(4)) == "figures.phrase.negative");
    CHECK(refusal(Saying::share, Decimal(5), Decimal(4)) == "figures.phrase.not-part");
    CHECK(refusal(Saying::over, Decimal(4), Decimal(4)) == "figures.phrase.not-over");
    CHECK(refusal(Saying::lacking, Decimal(4), Decimal(4)) == "figures.phrase.not-lacking");
    CHECK(refusal(Saying::change, Decimal(4), Decimal(4)) == "figures.phrase.no-change");
    CHECK(refusal(Saying::attained, Decimal(3), Decimal(4), "{a}/{b}") == "figures.phrase.gaps");
    CHECK(refusal(Saying::attained, Decimal(3), Decimal(4), "{a}/{c} {p}%") == "figures.phrase.gaps");
    CHECK(refusal(Saying::attained, Decimal(3), Decimal(4), "{p}%", 31) == "number.digits");
    CHECK(refusal(Saying::points, Decimal(3), Decimal(0)).empty());
}

TEST_CASE("every phrase of every relation is recognised and right; with a digit changed it is not", "[figures]") {
    std::mt19937 random(4);
    const auto upTo = [&](std::int32_t low, std::int32_t high) { return std::uniform_int_distribution<std::int32_t>(low, high)(random); };
    const std::vector<std::string> units{"nhiệm vụ", "hồ sơ", "xã", "thôn", "triệu đồng", "tỷ đồng", "học sinh", "biên chế", "ha", "vụ", "người", ""};
    const std::vector<std::pair<std::string, std::string>> around{{"", ""}, {"Đến nay có ", "."}, {"Kết quả: ", " trên địa bàn tỉnh."}, {"- Đã giải quyết ", ";"}};
    std::int32_t changed = 0, reported = 0;
    for (const Saying saying : figures::sayings()) {
        for (std::int32_t round = 0; round < 400; ++round) {
            const std::int32_t scale = saying == Saying::points ? 1 : (round % 4 == 0 ? upTo(1, 3) : 0);
            const std::int32_t most = saying == Saying::points ? 1000 : (round % 5 == 0 ? 3'000'000 : 900);
            std::int32_t a = upTo(1, most), b = upTo(1, most);
            if (a == b) continue;
            if ((saying == Saying::over) != (a > b) && saying != Saying::change && saying != Saying::points && saying != Saying::attained) std::swap(a, b);
            const std::int32_t decimals = upTo(saying == Saying::points ? 1 : 0, 4);
            const std::string& unit = units[static_cast<std::size_t>(upTo(0, static_cast<std::int32_t>(units.size()) - 1))];
            const auto& [before, behind] = around[static_cast<std::size_t>(upTo(0, 3))];
            const Decimal x(a, scale), y(b, scale);
            const std::string text = before + written(saying, x, y, decimals, unit) + behind;
            INFO(text);
            const std::u32string words = text::fromUtf8(text);
            const auto found = recognised(words);
            REQUIRE(found.size() == 1);
            REQUIRE(found.front().verdict == figures::Verdict::ok);
            CHECK(found.front().relation == figures::relationOf(saying, x, y));
            CHECK(found.front().numerator.value == x);
            CHECK(found.front().denominator.value == y);
            const model::Range at = found.front().claimed.at;
            for (std::int32_t i = at.start; i < at.end(); ++i) {
                const auto place = static_cast<std::size_t>(i);
                if (!text::isDigit(words[place])) continue;
                std::u32string other = words;
                other[place] = other[place] == U'9' ? U'8' : static_cast<char32_t>(other[place] + 1);
                ++changed;
                for (const auto& one : recognised(other)) {
                    INFO(text::toUtf8(other));
                    if (one.claimed.at.start != at.start) continue;
                    CHECK(one.verdict != figures::Verdict::ok);
                    reported += one.verdict != figures::Verdict::unclear;
                }
            }
        }
    }
    CHECK(changed > 5000);
    CHECK(reported * 100 >= changed * 90);
}
