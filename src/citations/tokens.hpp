// A paragraph as the grammar of citations sees it: words, numbers and signs with the way back to the paragraph.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace thethuc::citations {

enum class TokenKind : std::uint8_t { word, number, dash, slash, comma, semicolon, colon, dot, open, close, quote, ampersand, other };

struct Token {
    TokenKind kind = TokenKind::other;
    bool space = false;              ///< white space stands before it
    bool newline = false;            ///< … with a line break in it
    bool capital = false;            ///< word: the first letter is a capital
    bool upper = false;              ///< word: all letters are capitals
    std::int32_t start = 0;          ///< [start, end) in Stream::text
    std::int32_t end = 0;
    std::uint32_t marks = 0;         ///< vocabulary's marks of a word
    std::uint64_t hash = 0;          ///< of the lower-case word
};

/// Text of a paragraph in NFC without marks of notes and soft hyphens, cut into tokens.
struct Stream {
    std::u32string text;
    std::vector<std::int32_t> starts, ends;      ///< place of each code point in the paragraph; empty: they are the same
    std::vector<Token> tokens;

    [[nodiscard]] std::int32_t originStart(std::int32_t at) const;
    [[nodiscard]] std::int32_t originEnd(std::int32_t at) const;
    [[nodiscard]] std::u32string_view view(std::int32_t start, std::int32_t end) const {
        return std::u32string_view(text).substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    }
    [[nodiscard]] std::u32string_view view(const Token& token) const { return view(token.start, token.end); }
};

/// Never fails; hidden text and marks of notes (fields of Writer or raised digits) are left out.
[[nodiscard]] Stream read(const model::Paragraph& paragraph);
/// The same into a stream whose memory is used again: a document has thousands of paragraphs.
void read(const model::Paragraph& paragraph, Stream& stream);
[[nodiscard]] Stream read(std::u32string_view text);

}  // namespace thethuc::citations
