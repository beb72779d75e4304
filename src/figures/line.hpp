// One paragraph, read: its tokens and the quantities among them (fractions, counts, percentages).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "figures/tokens.hpp"

namespace thethuc::figures {

/// A fraction a/b, a count with or without a unit, a percentage, or percentage points.
struct Quantity {
    enum class Kind : std::uint8_t { fraction, count, percent, points };
    Kind kind = Kind::count;
    std::size_t first = 0;                       ///< its tokens: digits, slash, scale word, percent sign
    std::size_t last = 0;                        ///< … inclusive
    std::size_t a = 0;                           ///< token of the (first) number
    std::size_t b = 0;                           ///< token of the denominator of a fraction
    std::int32_t scale = 0;                      ///< power of ten of a scale word: “triệu” 6
    std::vector<std::u32string> unit;            ///< words behind it, up to four
    std::int32_t depth = 0;                      ///< parentheses open around it
    bool range = false;                          ///< one end of “61-100%”
    bool dateLike = false;                       ///< a fraction that could be a day: 25/6
    bool vulgar = false;                         ///< a fraction in words: “hơn 2/3”
};

struct Line {
    const model::Paragraph* paragraph = nullptr;
    std::int32_t story = 0;
    std::int32_t index = 0;                      ///< of the paragraph in its story
    std::vector<Token> tokens;
    std::vector<Quantity> quantities;            ///< in order
    std::vector<std::int32_t> quantityAt;        ///< for each token: the quantity that it belongs to, -1 for none
    std::vector<std::int32_t> partner;           ///< for each parenthesis: its partner, -1

    [[nodiscard]] model::Range range(std::size_t firstToken, std::size_t lastToken) const;
    [[nodiscard]] Operand operand(std::size_t token) const;
    [[nodiscard]] std::u32string words(const model::Range& range) const;
    /// The quantity of a token, null for none.
    [[nodiscard]] const Quantity* at(std::size_t token) const;
};

[[nodiscard]] Line readLine(const model::Paragraph& paragraph, std::int32_t story, std::int32_t index);

/// The value of a quantity's number with its scale word counted.
[[nodiscard]] number::Decimal scaled(const number::Decimal& value, std::int32_t scale);
/// Same unit as far as the words say: the first words are equal, or one has none.
[[nodiscard]] bool sameUnit(const Quantity& one, const Quantity& other);

}  // namespace thethuc::figures
