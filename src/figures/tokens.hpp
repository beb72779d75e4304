// A paragraph as tokens: words, numbers, the signs that figures are written with. Positions are code points of
// model::Paragraph::text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "number/number.hpp"

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

struct Token {
    TokenKind kind = TokenKind::other;
    std::int32_t start = 0;
    std::int32_t end = 0;
    std::u32string key;                          ///< words: lower case, NFC
    number::Reading reading;                     ///< numbers
    bool glued = false;                          ///< no space before it
    bool plainDigits = false;                    ///< numbers: digits only
    bool leadingZero = false;                    ///< numbers: “08”
};

/// So many tokens tell how a paragraph begins: its bullet or number.
inline constexpr std::size_t kBeginning = 4;

/// Marks of notes, hidden and raised text are not part of any number and are left out. Of a paragraph without any digit, where no figure can
/// stand, only the first kBeginning tokens are given.
[[nodiscard]] std::vector<Token> tokenize(const model::Paragraph& paragraph);

}  // namespace thethuc::figures
