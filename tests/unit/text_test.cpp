#include "text/text.hpp"

#include "support/catch.hpp"

using namespace thethuc;

TEST_CASE("UTF-8 survives a round trip, bad bytes become U+FFFD", "[text]") {
    const std::string words = "Độc lập - Tự do - Hạnh phúc 😀";
    CHECK(text::toUtf8(text::fromUtf8(words)) == words);
    CHECK(text::fromUtf8("a\xff" "b") == U"a\uFFFDb");
}

TEST_CASE("folding composes, squeezes white space and finds the way back", "[text]") {
    // “Số:” with the marks typed as combining characters, between odd spaces.
    const std::u32string original = U"  So\u0302\u0301:\t\u00A0 12";
    const auto folded = text::fold(original);
    CHECK(folded.text == U"Số: 12");
    CHECK(folded.originStart(1) == 3);
    CHECK(folded.originEnd(2) == 6);
    CHECK(folded.originEnd(folded.text.size()) == static_cast<std::int32_t>(original.size()));
    CHECK(text::fold(U"").originStart(0) == 0);
}

TEST_CASE("the skeleton drops marks, case, spaces and punctuation", "[text]") {
    CHECK(text::skeleton(U"CỘNG HÒA XÃ HỘI") == U"conghoaxahoi");
    CHECK(text::skeleton(U"Độc lập - Tự do") == U"doclaptudo");
    CHECK(text::skeleton(text::nfc(U"Đo\u0302\u0323c")) == U"doc");
}

TEST_CASE("the place of a tone mark does not count, the tone does", "[text]") {
    CHECK(text::toneNeutral(U"HÒA") == text::toneNeutral(U"HOÀ"));
    CHECK(text::toneNeutral(U"ỦY BAN") == text::toneNeutral(U"UỶ BAN"));
    CHECK(text::toneNeutral(U"hòa") != text::toneNeutral(U"hóa"));
    CHECK(text::toneNeutral(U"ma") != text::toneNeutral(U"mà"));
}

TEST_CASE("distance counts single slips", "[text]") {
    CHECK(text::distance(U"abc", U"abc", 2) == 0);
    CHECK(text::distance(U"abc", U"acb", 2) == 1);
    CHECK(text::distance(U"abc", U"ab", 2) == 1);
    CHECK(text::distance(U"abc", U"xyz", 2) == 3);
}

TEST_CASE("roman numerals", "[text]") {
    for (std::int32_t value = 1; value < 4000; ++value) CHECK(text::romanValue(text::roman(value)) == value);
    for (const auto* bad : {U"", U"IIII", U"VX", U"IC", U"A", U"IIX"}) CHECK(text::romanValue(bad) == 0);
}

TEST_CASE("case", "[text]") {
    CHECK(text::isAllUpper(U"SỐ: 12/QĐ"));
    CHECK_FALSE(text::isAllUpper(U"12"));
    CHECK_FALSE(text::isAllUpper(U"QyĐ"));
    CHECK(text::toUpper(U"ủy ban nhân dân") == U"ỦY BAN NHÂN DÂN");
}
