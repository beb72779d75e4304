// “Số liệu, tỷ lệ”, entry: two numbers become the words that stand in the text. What is written here is what
// recognise() reads back and finds right.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "figures/figures.hpp"
#include "number/number.hpp"

namespace thethuc::figures {

/// What a person wants to say about a (thực hiện, kỳ này) and b (kế hoạch, kỳ trước, tổng).
enum class Saying : std::uint8_t {
    attained,        ///< đạt
    share,           ///< chiếm
    over,            ///< vượt
    lacking,         ///< còn thiếu
    change,          ///< tăng hay giảm so với cùng kỳ, as the numbers are
    points,          ///< tăng hay giảm … điểm phần trăm; a and b are percentages
};

/// All of them, in the order in which they are offered.
[[nodiscard]] std::span<const Saying> sayings() noexcept;
/// "attained", "share", "over", "lacking", "change", "points"; the offered word is "figures.saying." + it.
[[nodiscard]] std::string_view name(Saying saying) noexcept;

/// The relation that says it of a and b: growth or decline by which is greater.
[[nodiscard]] Relation relationOf(Saying saying, const number::Decimal& a, const number::Decimal& b) noexcept;
/// Key of the pattern of a saying for a and b: "figures.phrase.attained" … "change-up", "change-down", "points-up",
/// "points-down".
[[nodiscard]] std::string_view patternKey(Saying saying, const number::Decimal& a, const number::Decimal& b) noexcept;

/// The words for two numbers (UTF-8). `pattern` has the gaps {a}, {b}, {u} (unit) and {p}, each of them as often as one
/// likes, {p} at least once; an empty unit takes the space before it along. `decimals` (0 … 30) are shown of {p}, rounded
/// half up; a and b keep the decimals that they were given with.
/// Throws number::NumberError whose key is a sentence for people: "number.zeroDenominator"; "number.digits";
/// "figures.phrase.gaps" for a pattern without {p} or with a gap of another name; "figures.phrase.negative";
/// "figures.phrase.not-part" (chiếm, a > b), "figures.phrase.not-over" (a ≤ b), "figures.phrase.not-lacking" (a ≥ b),
/// "figures.phrase.no-change" (a = b).
[[nodiscard]] std::string phrase(Saying saying, const number::Decimal& a, const number::Decimal& b, std::int32_t decimals, std::string_view unit,
                                 std::string_view pattern);

}  // namespace thethuc::figures
