// One paragraph, read: its tokens and the quantities among them (fractions, counts, percentages).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "figures/tokens.hpp"

namespace thethuc::figures {

/// The first words behind a number: what it counts.
class Unit {
public:
    static constexpr std::size_t kMost = 4;

    /// `letters`: of the word.
    void add(WordKey word, std::size_t letters) noexcept {
        telling_ = telling_ || (empty() && letters > kShortWord);
        words_[size_++] = word;
    }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] WordKey operator[](std::size_t i) const noexcept { return words_[i]; }
    /// The first word has so many letters that it tells the unit by itself.
    [[nodiscard]] bool telling() const noexcept { return telling_; }

private:
    static constexpr std::size_t kShortWord = 4;

    std::array<WordKey, kMost> words_{};
    std::size_t size_ = 0;
    bool telling_ = false;
};

/// A fraction a/b, a count with or without a unit, a percentage, or percentage points.
struct Quantity {
    enum class Kind : std::uint8_t { fraction, count, percent, points };
    Kind kind = Kind::count;
    std::size_t first = 0;                       ///< its tokens: digits, slash, scale word, percent sign
    std::size_t last = 0;                        ///< … inclusive
    std::size_t a = 0;                           ///< token of the (first) number
    std::size_t b = 0;                           ///< token of the denominator of a fraction
    std::int32_t scale = 0;                      ///< power of ten of a scale word: “triệu” 6
    Unit unit;                                   ///< the words behind `last`
    std::int32_t depth = 0;                      ///< parentheses open around it
    bool range = false;                          ///< one end of “61-100%”
    bool dateLike = false;                       ///< a fraction that could be a day: 25/6
    bool vulgar = false;                         ///< a fraction in words: “hơn 2/3”
    bool score = false;                          ///< a mark on a scale: “8,5/10 điểm”, “4/5 sao”
    bool limit = false;                          ///< “từ 3 sao trở lên”: where something begins, no count of its own
    bool persons = false;                        ///< the unit is a word for people: “cán bộ”, “người”
    bool noun = false;                           ///< the unit begins with a noun that is whole by itself: “hộ”
};

struct Line {
    const model::Paragraph* paragraph = nullptr;
    std::int32_t story = 0;
    std::int32_t index = 0;                      ///< of the paragraph in its story
    std::vector<Token> tokens;
    std::vector<number::Reading> readings;       ///< of the numbers among the tokens
    std::vector<Quantity> quantities;            ///< in order
    // The following two are empty where there are no numbers.
    std::vector<std::int32_t> quantityAt;        ///< for each token: the quantity that it belongs to, -1 for none
    std::vector<std::int32_t> partner;           ///< for each parenthesis: its partner, -1

    /// Of a number's token.
    [[nodiscard]] const number::Reading& reading(const Token& token) const { return readings[static_cast<std::size_t>(token.reading)]; }
    [[nodiscard]] const number::Reading& reading(std::size_t token) const { return reading(tokens[token]); }
    [[nodiscard]] model::Range range(std::size_t firstToken, std::size_t lastToken) const;
    [[nodiscard]] Operand operand(std::size_t token) const;
    [[nodiscard]] std::u32string words(const model::Range& range) const;
    /// The letters of a word's token, lower case and NFC.
    [[nodiscard]] std::u32string letters(std::size_t token) const;
    /// The quantity of a token, null for none.
    [[nodiscard]] const Quantity* at(std::size_t token) const;
};

[[nodiscard]] Line readLine(const model::Paragraph& paragraph, std::int32_t story, std::int32_t index);

/// The value of a quantity's number with its scale word counted.
[[nodiscard]] number::Decimal scaled(const number::Decimal& value, std::int32_t scale);
/// Same unit as far as the words say: the first words are equal, or one has none.
[[nodiscard]] bool sameUnit(const Quantity& one, const Quantity& other);
/// The same thing is counted, whatever is said of it: “230 hộ vay vốn”, “46 hộ trả nợ”. Only where the words make one a part of the other.
[[nodiscard]] bool sameNoun(const Quantity& one, const Quantity& other);

}  // namespace thethuc::figures
