// The built-in widths against the published metrics of Times (1/1000 em) and against known lines.
#include "text/widths.hpp"

#include "support/catch.hpp"

namespace {

using thethuc::text::timesWidths;

// 1000 pt: the width in points is the advance in 1/1000 em.
int perMille(std::u32string_view text, bool bold = false, bool italic = false) {
    const auto width = timesWidths().width(text, {"Times New Roman", 10000, bold, italic});
    REQUIRE(width.has_value());
    return static_cast<int>((static_cast<std::int64_t>(*width) * 72 + 1270) / 2540);
}

}  // namespace

TEST_CASE("widths are those of Times New Roman", "[widths]") {
    CHECK(perMille(U"A") == 722);
    CHECK(perMille(U"a") == 444);
    CHECK(perMille(U" ") == 250);
    CHECK(perMille(U"0") == 500);
    CHECK(perMille(U"W") == 944);
    CHECK(perMille(U"-") == 333);
    CHECK(perMille(U"–") == 500);
    CHECK(perMille(U"—") == 1000);
    CHECK(perMille(U"A", true) == 722);
    CHECK(perMille(U"a", true) == 500);
    CHECK(perMille(U"H", true) == 778);
    CHECK(perMille(U"A", false, true) == 611);
    CHECK(perMille(U"a", false, true) == 500);
    CHECK(perMille(U"A", true, true) == 667);
}

TEST_CASE("a Vietnamese letter is as wide as its base", "[widths]") {
    CHECK(perMille(U"Ộ") == perMille(U"O"));
    CHECK(perMille(U"ạ") == perMille(U"a"));
    CHECK(perMille(U"Ế", true) == perMille(U"E", true));
    CHECK(perMille(U"\u00A0") == perMille(U" "));
    CHECK(perMille(U"\u2011") == perMille(U"-"));
    CHECK(perMille(U"\u00AD") == 0);
}

TEST_CASE("the normal form of the text does not change its width", "[widths]") {
    CHECK(perMille(U"Đo\u0323\u0302c la\u0302\u0323p") == perMille(U"Độc lập"));
    CHECK(perMille(U"uo\u031B\u0300ng") == perMille(U"uờng"));
}

TEST_CASE("the motto at 14 pt bold is about 58 mm", "[widths]") {
    // Measured in Writer with Tinos: 58 mm give or take a fraction.
    const auto width = timesWidths().width(U"Độc lập - Tự do - Hạnh phúc", {"Times New Roman", 140, true, false});
    REQUIRE(width.has_value());
    CHECK(*width > 5500);
    CHECK(*width < 6200);
}

TEST_CASE("families with the metrics of Times are known, others are not", "[widths]") {
    const auto known = [](std::string_view font) { return timesWidths().width(U"A", {font, 130, false, false}).has_value(); };
    CHECK(known("Times New Roman"));
    CHECK(known("times new roman"));
    CHECK(known("Times New Roman;serif"));
    CHECK(known("Tinos"));
    CHECK(known("Liberation Serif"));
    CHECK_FALSE(known("Arial"));
    CHECK_FALSE(known(".VnTime"));
    CHECK_FALSE(known("Times New Roman Bold"));
    CHECK_FALSE(known(""));
}

TEST_CASE("text without one width gives none", "[widths]") {
    const thethuc::text::TextWidths::Style style{"Times New Roman", 130, false, false};
    CHECK_FALSE(timesWidths().width(U"a\tb", style).has_value());
    CHECK_FALSE(timesWidths().width(U"a\nb", style).has_value());
    CHECK_FALSE(timesWidths().width(U"漢", style).has_value());
    CHECK(timesWidths().width(U"", style) == 0);
}
