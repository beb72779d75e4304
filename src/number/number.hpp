// Exact decimal numbers as Vietnamese documents write them: 1.234,5 and 34,15%. No floating point
// anywhere: a share is computed as a fraction and rounded once, at the end.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace thethuc::number {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

/// An exact decimal: digits × 10^-scale. Built from text or integers only.
class Decimal {
public:
    Decimal() = default;
    explicit Decimal(Integer digits, std::int32_t scale = 0);

    [[nodiscard]] const Integer& digits() const noexcept { return digits_; }
    /// Number of decimals that were written; 34,10 has two. Never negative.
    [[nodiscard]] std::int32_t scale() const noexcept { return scale_; }
    [[nodiscard]] bool isZero() const noexcept { return digits_ == 0; }
    [[nodiscard]] Rational rational() const;
    /// Same value without trailing zeros behind the comma.
    [[nodiscard]] Decimal trimmed() const;

    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    /// By value: 1,5 = 1,50.
    friend bool operator==(const Decimal& a, const Decimal& b);
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    Integer digits_ = 0;
    std::int32_t scale_ = 0;
};

/// How the separators of a number were understood.
enum class Style : std::uint8_t {
    plain,       ///< digits only
    vietnamese,  ///< dots or spaces between thousands, comma before the decimals
    english,     ///< the other way round: 81.15, 1,234.5
};

/// Why a text is no number, or which other reading it has.
enum class Problem : std::uint8_t {
    none,
    empty,               ///< nothing but white space
    notANumber,          ///< letters, stray marks, no digit
    badGrouping,         ///< 1.23.456: groups are not of three digits
    tooLong,             ///< more digits than any document needs
    ambiguousThousands,  ///< 1.250: read as 1250, English readers see 1,25
    ambiguousDecimals,   ///< 1,250: read as 1,25, English readers see 1250
};

/// Message key of a problem ("number.empty" …), "" for none.
[[nodiscard]] std::string_view key(Problem problem) noexcept;

struct Reading {
    std::optional<Decimal> value;  ///< nothing where it is no number
    Style style = Style::plain;
    bool percent = false;                ///< a % followed
    Problem problem = Problem::none;     ///< with a value: the ambiguity; without: the reason
    std::optional<Decimal> alternative;  ///< the other reading of an ambiguous one
};

/// Reads one number that fills `text` (white space around it is allowed): 1.234,5 · 1 234,5 · 1234 · 34,15% · -3 ·
/// 0.852. Never throws.
[[nodiscard]] Reading read(std::u32string_view text);

/// A text that is no number, or a division by zero.
class NumberError : public std::runtime_error {
public:
    NumberError(std::string_view messageKey, std::string text);
    /// Key of the sentence for people; its argument {0} is text().
    [[nodiscard]] const std::string& messageKey() const noexcept { return key_; }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string key_;
    std::string text_;
};

/// Rounds half away from zero to `decimals` (0 … 30) digits behind the comma.
[[nodiscard]] Decimal roundHalfUp(const Rational& value, std::int32_t decimals);

/// 100 × numerator / denominator, rounded half up. Throws NumberError("number.zeroDenominator").
[[nodiscard]] Decimal percent(const Decimal& numerator, const Decimal& denominator, std::int32_t decimals);

/// As Vietnamese documents write it: dots between thousands, comma before the decimals.
[[nodiscard]] std::string print(const Decimal& value);
/// For machines: no grouping, a point before the decimals.
[[nodiscard]] std::string plain(const Decimal& value);

/// The share of two numbers given as text, e.g. percentShare("14", "41") = "34,15%". Without `digits` two
/// decimals at most, trailing zeros dropped; with it exactly that many (0 … 30).
/// Throws NumberError: number.notANumber … of read(), number.percentGiven, number.zeroDenominator, number.digits.
[[nodiscard]] std::string percentShare(std::string_view numerator, std::string_view denominator,
                                       std::optional<std::int32_t> digits = std::nullopt);

}  // namespace thethuc::number
