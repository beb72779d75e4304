// The words that figures are written with, as tables. Keys are lower case, NFC; a phrase is words joined by one space.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "figures/tokens.hpp"

namespace thethuc::figures {

using Phrases = std::span<const std::u32string_view>;

namespace words {

/// “đạt”, “chiếm tỷ lệ”, “tương đương với” … : what stands between the numbers and their percentage.
[[nodiscard]] Phrases relations() noexcept;
/// Those of them that say by themselves that a percentage of the numbers follows.
[[nodiscard]] Phrases relationHeads() noexcept;
/// “khoảng”, “hơn”: the figure is not meant to be exact.
[[nodiscard]] Phrases approximations() noexcept;
/// “trong đó”, “gồm”: parts of the number before them follow.
[[nodiscard]] Phrases partIntroducers() noexcept;
/// Those of them whose parts make the whole: “gồm”, “cụ thể”.
[[nodiscard]] Phrases wholeIntroducers() noexcept;
/// “trên tổng số”: the whole of the number before them follows.
[[nodiscard]] Phrases baseIntroducers() noexcept;
/// “tổng số”, “tổng cộng”: a total follows.
[[nodiscard]] Phrases totals() noexcept;
/// What a plan is called: “kế hoạch”, “dự toán”, “được giao”.
[[nodiscard]] Phrases plans() noexcept;
/// Words before a number that is a name and no quantity: “năm 2025”, “Điều 4”, “Đề án 06”.
[[nodiscard]] Phrases labelBefore() noexcept;
/// Those of them that are verbs, too, or the end of another word: “cấp 15 giấy”; a name only with the number of a grade.
[[nodiscard]] Phrases labelOrVerb() noexcept;
/// Words of two syllables whose second one looks like such a word: “chi tiết”.
[[nodiscard]] Phrases noLabel() noexcept;
/// What stands before “số” where that counts: “tổng số”, “con số”.
[[nodiscard]] Phrases beforeSo() noexcept;
/// “số”, “có”: a number behind them counts.
[[nodiscard]] Phrases quantityWords() noexcept;
/// Words behind a number that make it a time or an age.
[[nodiscard]] Phrases labelBehind() noexcept;
/// Words before d/m that make it a day.
[[nodiscard]] Phrases dayBefore() noexcept;
/// Words before a/b that make it a place in an order, or one in so many in words.
[[nodiscard]] Phrases rankBefore() noexcept;
/// Votes: the percentage may be one of all members, the fraction one of those present.
[[nodiscard]] Phrases votes() noexcept;
/// What may follow a percentage without naming another whole.
[[nodiscard]] Phrases neutralBehind() noexcept;
/// “so với”, “so cùng kỳ”: the percentage compares with another time.
[[nodiscard]] Phrases comparisons() noexcept;
/// What members of any part may be: “nữ”, “đảng viên”; parts that are called so may overlap and need not make the whole.
[[nodiscard]] Phrases attributes() noexcept;
/// Pairs that make a whole: “đã … / chưa …”, “nam / nữ”. Two entries each.
struct Pair {
    std::u32string_view one, other;
};
[[nodiscard]] std::span<const Pair> complements() noexcept;

}  // namespace words

/// Number of tokens from `at` that a phrase of the table covers (the longest one); 0 for none.
[[nodiscard]] std::size_t phraseAt(std::span<const Token> tokens, std::size_t at, Phrases phrases);
/// Number of tokens before `end` (exclusive) that a phrase of the table covers; 0 for none.
[[nodiscard]] std::size_t phraseBefore(std::span<const Token> tokens, std::size_t end, Phrases phrases);
/// Whether a phrase begins anywhere in [from, to).
[[nodiscard]] bool holdsPhrase(std::span<const Token> tokens, std::size_t from, std::size_t to, Phrases phrases);

}  // namespace thethuc::figures
