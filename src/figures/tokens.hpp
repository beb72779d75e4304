// A paragraph as tokens: words, numbers, the signs that figures are written with. Positions are code points of
// model::Paragraph::text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "number/number.hpp"
#include "text/words.hpp"

namespace thethuc::figures {

enum class TokenKind : std::uint8_t {
    word,            ///< letters (and digits behind them): “hồ”, “QH15”
    number,          ///< digits with their separators
    percent,         ///< % or “phần trăm”
    points,          ///< “điểm phần trăm”, “điểm %”
    slash, comma, semicolon, colon, open, close, equals, plus, dash, about,   ///< about: ~ ≈
    bound,           ///< > < ≥ ≤ ±: limits, not figures
    stop,            ///< end of a sentence
    other,
};

/// A word without regard to capitals and normal form, as a number: documents have hundreds of thousands of words.
class WordKey {
public:
    constexpr WordKey() noexcept = default;
    constexpr explicit WordKey(std::uint64_t hash) noexcept : hash_(hash) {}
    /// Lower case, NFC; one word without blanks.
    constexpr explicit WordKey(std::u32string_view letters) noexcept : hash_(text::hashOf(letters)) {}
    template <std::size_t N>
    consteval WordKey(const char32_t (&letters)[N]) noexcept : WordKey(std::u32string_view(letters, N - 1)) {}

    [[nodiscard]] constexpr bool empty() const noexcept { return hash_ == 0; }
    [[nodiscard]] constexpr std::uint64_t hash() const noexcept { return hash_; }
    constexpr bool operator==(const WordKey&) const noexcept = default;

private:
    std::uint64_t hash_ = 0;                     ///< 0: no word
};

struct Token {
    TokenKind kind = TokenKind::other;
    bool glued = false;                          ///< no space before it
    bool plainDigits = false;                    ///< numbers: digits only
    bool leadingZero = false;                    ///< numbers: “08”
    std::int32_t start = 0;
    std::int32_t end = 0;
    std::int32_t reading = -1;                   ///< numbers: index into the readings, -1 for all else
    std::uint32_t marks = 0;                     ///< words: the tables of phrases in which one begins with it
    WordKey key;                                 ///< words
};

struct Tokens {
    std::vector<Token> tokens;
    std::vector<number::Reading> readings;
};

/// So many tokens tell how a paragraph begins: its bullet or number.
inline constexpr std::size_t kBeginning = 4;

/// Marks of notes, hidden and raised text are not part of any number and are left out. Of a paragraph without any digit, where no figure can
/// stand, only the first kBeginning tokens are given.
[[nodiscard]] Tokens tokenize(const model::Paragraph& paragraph);
/// All tokens, whether there are digits or not.
[[nodiscard]] Tokens tokenizeWords(const model::Paragraph& paragraph);
/// The first kBeginning tokens.
[[nodiscard]] Tokens tokenizeBeginning(const model::Paragraph& paragraph);

/// What a paragraph is numbered with, by its list label or its first tokens: the bullet itself, U'1' for a number, U'a' for a letter, 0 for none.
[[nodiscard]] char32_t bulletOf(const model::Paragraph& paragraph, std::span<const Token> tokens);

}  // namespace thethuc::figures
