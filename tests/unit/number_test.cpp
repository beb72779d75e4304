#include "number/number.hpp"

#include <string>

#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc::number;

namespace {

Reading readUtf8(std::string_view words) {
    return read(thethuc::text::fromUtf8(words));
}

std::string valueOf(std::string_view words) {
    const Reading reading = readUtf8(words);
    return reading.value ? plain(*reading.value) : "(" + std::string(key(reading.problem)) + ")";
}

std::string errorOf(std::string_view numerator, std::string_view denominator) {
    try {
        return percentShare(numerator, denominator);
    } catch (const NumberError& error) {
        return error.messageKey() + "|" + error.text();
    }
}

}  // namespace

TEST_CASE("numbers are read as Vietnamese documents write them", "[number]") {
    CHECK(valueOf("14") == "14");
    CHECK(valueOf("03") == "3");
    CHECK(valueOf("179.463,858") == "179463.858");
    CHECK(valueOf("1 234,5") == "1234.5");
    CHECK(valueOf("12.375,3") == "12375.3");
    CHECK(valueOf("19.996,382469") == "19996.382469");
    CHECK(valueOf("9.463.076") == "9463076");
    CHECK(valueOf("-3,5") == "-3.5");
    CHECK(valueOf(" 81,15% ") == "81.15");
    CHECK(valueOf("34,15 %") == "34.15");
    CHECK(readUtf8("34,15 %").percent);
    CHECK(valueOf("81.15") == "81.15");
    CHECK(readUtf8("81.15").style == Style::english);
    CHECK(valueOf("1,234.5") == "1234.5");
    CHECK(valueOf("1,234,567") == "1234567");
}

TEST_CASE("what has two readings says so", "[number]") {
    const Reading thousands = readUtf8("1.250");
    CHECK(plain(*thousands.value) == "1250");
    CHECK(thousands.problem == Problem::ambiguousThousands);
    CHECK(plain(*thousands.alternative) == "1.250");

    const Reading decimals = readUtf8("5,312");
    CHECK(plain(*decimals.value) == "5.312");
    CHECK(decimals.problem == Problem::ambiguousDecimals);
    CHECK(plain(*decimals.alternative) == "5312");

    CHECK(readUtf8("0.852").problem == Problem::none);
    CHECK(valueOf("0.852") == "0.852");
    CHECK(readUtf8("60,5").problem == Problem::none);
}

TEST_CASE("what is no number says why", "[number]") {
    CHECK(valueOf("") == "(number.empty)");
    CHECK(valueOf("  ") == "(number.empty)");
    CHECK(valueOf("mười") == "(number.notANumber)");
    CHECK(valueOf("12a") == "(number.notANumber)");
    CHECK(valueOf("%") == "(number.notANumber)");
    CHECK(valueOf("-") == "(number.notANumber)");
    CHECK(valueOf("1,") == "(number.notANumber)");
    CHECK(valueOf(".5") == "(number.notANumber)");
    CHECK(valueOf("1.23.456") == "(number.badGrouping)");
    CHECK(valueOf("1.234.5,6") == "(number.badGrouping)");
    CHECK(valueOf("12 34") == "(number.badGrouping)");
    CHECK(valueOf("1 234.567") == "(number.badGrouping)");
    CHECK(valueOf("1,2,3.4,5") == "(number.badGrouping)");
    CHECK(valueOf(std::string(200, '9')) == "(number.tooLong)");
}

TEST_CASE("shares are rounded half up, once", "[number]") {
    CHECK(percentShare("14", "41") == "34,15%");
    CHECK(percentShare("123", "123") == "100%");
    CHECK(percentShare("1", "8", 2) == "12,50%");
    CHECK(percentShare("1", "8", 1) == "12,5%");
    CHECK(percentShare("1", "8", 0) == "13%");
    CHECK(percentShare("1", "200", 0) == "1%");
    CHECK(percentShare("-1", "200", 0) == "-1%");
    CHECK(percentShare("1", "3", 10) == "33,3333333333%");
    CHECK(percentShare("12.375,3", "10.200") == "121,33%");
    CHECK(percentShare("179.463,858", "221.145,501") == "81,15%");
    CHECK(percentShare("4123456", "2") == "206.172.800%");
    CHECK(percentShare("0", "41") == "0%");
    // The half-up value of 131,25 with one decimal, which binary arithmetic gets wrong.
    CHECK(print(roundHalfUp(Rational(Integer(13125), Integer(100)), 1)) == "131,3");
    CHECK(print(roundHalfUp(Rational(Integer(1005), Integer(1000)), 2)) == "1,01");
}

TEST_CASE("shares that cannot be computed are refused with a reason", "[number]") {
    CHECK(errorOf("14", "0") == "number.zeroDenominator|0");
    CHECK(errorOf("14", "0,00") == "number.zeroDenominator|0,00");
    CHECK(errorOf("abc", "41") == "number.notANumber|abc");
    CHECK(errorOf("14", "") == "number.empty|");
    CHECK(errorOf("14%", "41") == "number.percentGiven|14%");
    CHECK_THROWS_AS(percentShare("14", "41", -1), NumberError);
    CHECK_THROWS_AS(percentShare("14", "41", 31), NumberError);
}

TEST_CASE("what is printed can be read back", "[number]") {
    for (const auto* words : {"0", "7", "1.250", "12.375,3", "179.463,858", "0,05", "-1.000.000", "34,10"}) {
        const Reading reading = readUtf8(words);
        REQUIRE(reading.value);
        CHECK(print(*reading.value) == words);
    }
    CHECK(Decimal(Integer(15), 1) == Decimal(Integer(150), 2));
    CHECK(Decimal(Integer(15), 1) < Decimal(Integer(16), 1));
    CHECK(plain(Decimal(Integer(384)) + Decimal(Integer(245), 1)) == "408.5");
    CHECK(plain(Decimal(Integer(5), 2) - Decimal(Integer(1))) == "-0.95");
}
