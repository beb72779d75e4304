// The words that figures are written with, as tables. Keys are lower case, NFC; a phrase is words joined by one space.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "figures/tokens.hpp"

namespace thethuc::figures {

/// A few words in a row.
struct Phrase {
    static constexpr std::size_t kLongest = 5;   ///< words
    std::array<WordKey, kLongest> words{};
    std::size_t length = 0;

    constexpr Phrase() noexcept = default;
    constexpr explicit Phrase(std::u32string_view text) noexcept {
        for (std::size_t from = 0; from < text.size() && length < kLongest;) {
            const std::size_t to = std::min(text.find(U' ', from), text.size());
            words[length++] = WordKey(text.substr(from, to - from));
            from = to + 1;
        }
    }
    constexpr bool operator==(const Phrase&) const noexcept = default;
};

/// A table of phrases, found by their first words.
class Phrases {
public:
    Phrases(std::uint32_t mark, std::span<const std::u32string_view> phrases);
    /// The bit that Token::marks has where a phrase of this table begins with the word.
    [[nodiscard]] std::uint32_t mark() const noexcept { return mark_; }
    [[nodiscard]] std::span<const Phrase> all() const noexcept { return phrases_; }
    /// Those that begin with `word`, the longest first.
    [[nodiscard]] std::span<const Phrase> beginningWith(WordKey word) const noexcept;

private:
    std::uint32_t mark_;
    std::vector<Phrase> phrases_;
};

namespace words {

/// “đạt”, “chiếm tỷ lệ”, “tương đương với” … : what stands between the numbers and their percentage.
[[nodiscard]] const Phrases& relations() noexcept;
/// Those of them that say by themselves that a percentage of the numbers follows.
[[nodiscard]] const Phrases& relationHeads() noexcept;
/// “khoảng”, “hơn”: the figure is not meant to be exact.
[[nodiscard]] const Phrases& approximations() noexcept;
/// “trong đó”, “gồm”: parts of the number before them follow.
[[nodiscard]] const Phrases& partIntroducers() noexcept;
/// Those of them whose parts make the whole: “gồm”, “cụ thể”.
[[nodiscard]] const Phrases& wholeIntroducers() noexcept;
/// “trên tổng số”: the whole of the number before them follows.
[[nodiscard]] const Phrases& baseIntroducers() noexcept;
/// “tổng số”, “tổng cộng”: a total follows.
[[nodiscard]] const Phrases& totals() noexcept;
/// What a plan is called: “kế hoạch”, “dự toán”, “được giao”.
[[nodiscard]] const Phrases& plans() noexcept;
/// Words before a number that is a name and no quantity: “năm 2025”, “Điều 4”, “Đề án 06”.
[[nodiscard]] const Phrases& labelBefore() noexcept;
/// Those of them that are verbs, too, or the end of another word: “cấp 15 giấy”; a name only with the number of a grade.
[[nodiscard]] const Phrases& labelOrVerb() noexcept;
/// Words of two syllables whose second one looks like such a word: “chi tiết”.
[[nodiscard]] const Phrases& noLabel() noexcept;
/// What stands before “số” where that counts: “tổng số”, “con số”.
[[nodiscard]] const Phrases& beforeSo() noexcept;
/// “số”, “có”: a number behind them counts.
[[nodiscard]] const Phrases& quantityWords() noexcept;
/// Words behind a number that make it a time or an age.
[[nodiscard]] const Phrases& labelBehind() noexcept;
/// Words before d/m that make it a day.
[[nodiscard]] const Phrases& dayBefore() noexcept;
/// Words before a/b that make it a place in an order, or one in so many in words.
[[nodiscard]] const Phrases& rankBefore() noexcept;
/// Votes: the percentage may be one of all members, the fraction one of those present.
[[nodiscard]] const Phrases& votes() noexcept;
/// What may follow a percentage without naming another whole.
[[nodiscard]] const Phrases& neutralBehind() noexcept;
/// “so với”, “so cùng kỳ”: the percentage compares with another time.
[[nodiscard]] const Phrases& comparisons() noexcept;
/// What members of any part may be: “nữ”, “đảng viên”; parts that are called so may overlap and need not make the whole.
[[nodiscard]] const Phrases& attributes() noexcept;
/// “lĩnh vực”, “cấp xã”, “trực tuyến”: they say of what or whom something is counted.
[[nodiscard]] const Phrases& scopes() noexcept;
/// Words of two syllables one of which looks like one of these: “xã hội”, “văn bản”.
[[nodiscard]] const Phrases& noScopes() noexcept;
/// “mục tiêu”, “cùng kỳ”, “bình quân”: a number near them is no result of the period.
[[nodiscard]] const Phrases& noResults() noexcept;
/// Headings of what is still to be done: “phương hướng”, “mục tiêu”.
[[nodiscard]] const Phrases& futures() noexcept;
/// “điểm trung bình”, “tự chấm”: a/b behind them is a mark on a scale.
[[nodiscard]] const Phrases& scoreBefore() noexcept;
/// “xếp loại”, “đứng thứ”: the clause ranks, and what follows it is no share of the numbers before.
[[nodiscard]] const Phrases& ranking() noexcept;
/// Nouns of one syllable that are whole: “hộ”, “vụ”. What follows them is said of them (“hộ vay vốn”), where “đơn vị” and “đơn thư” are two things.
[[nodiscard]] const Phrases& oneSyllable() noexcept;
/// Words for people: of 160 cán bộ 144 người are some.
[[nodiscard]] const Phrases& persons() noexcept;
/// Pairs that make a whole: “đã … / chưa …”, “nam / nữ”. Two entries each.
struct Pair {
    Phrase one, other;
};
[[nodiscard]] std::span<const Pair> complements() noexcept;

/// The marks of all tables that have a phrase beginning with the word.
[[nodiscard]] std::uint32_t marksOf(WordKey word) noexcept;

}  // namespace words

/// Number of tokens from `at` that a phrase of the table covers (the longest one); 0 for none.
[[nodiscard]] std::size_t phraseAt(std::span<const Token> tokens, std::size_t at, const Phrases& phrases);
/// Number of tokens before `end` (exclusive) that a phrase of the table covers; 0 for none.
[[nodiscard]] std::size_t phraseBefore(std::span<const Token> tokens, std::size_t end, const Phrases& phrases);
/// Whether a phrase stands anywhere in [from, to).
[[nodiscard]] bool holdsPhrase(std::span<const Token> tokens, std::size_t from, std::size_t to, const Phrases& phrases);
[[nodiscard]] bool holdsPhrase(std::span<const Token> tokens, std::size_t from, std::size_t to, const Phrase& phrase);

}  // namespace thethuc::figures
