// Vietnamese text: conversion, normal form, case, folding for comparison. Independent of the
// machine's locale. Positions are code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thethuc::text {

/// UTF-8 to code points; each malformed byte becomes U+FFFD.
[[nodiscard]] std::u32string fromUtf8(std::string_view utf8);
/// Code points to UTF-8; surrogates and values above U+10FFFF become U+FFFD.
[[nodiscard]] std::string toUtf8(std::u32string_view text);

/// True for every kind of white space a document holds: space, tab, line break, NBSP, thin spaces, U+3000, ZWSP.
[[nodiscard]] constexpr bool isSpace(char32_t c) noexcept {
    if (c < 0xA0) return c == U' ' || (c >= 0x09 && c <= 0x0D);
    if (c == 0xA0) return true;
    if (c < 0x1680) return false;
    return c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF;
}
[[nodiscard]] constexpr bool isDigit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }   ///< 0-9 only
[[nodiscard]] bool isLetter(char32_t c) noexcept;         ///< category L* (combining marks are not)
[[nodiscard]] bool isUpper(char32_t c) noexcept;
[[nodiscard]] bool isLower(char32_t c) noexcept;
[[nodiscard]] constexpr bool isCombining(char32_t c) noexcept { return c >= 0x300 && c <= 0x36F; }   ///< U+0300..U+036F
/// - ‐ ‑ ‒ – — ― − and the soft hyphen
[[nodiscard]] constexpr bool isDash(char32_t c) noexcept {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD;
}

[[nodiscard]] char32_t toUpper(char32_t c) noexcept;
[[nodiscard]] char32_t toLower(char32_t c) noexcept;
[[nodiscard]] std::u32string toUpper(std::u32string_view text);
[[nodiscard]] std::u32string toLower(std::u32string_view text);

/// NFC. Cheap when there is nothing to compose.
[[nodiscard]] std::u32string nfc(std::u32string_view text);
[[nodiscard]] bool isNfc(std::u32string_view text);

/// Text in NFC with runs of white space folded to one space and ends trimmed, with the way back to
/// the original.
struct Folded {
    std::u32string text;
    std::vector<std::int32_t> starts;            ///< where each code point of `text` begins in the original
    std::vector<std::int32_t> ends;              ///< ... and ends
    /// Range [start, end) of `text` as positions of the original; an empty range sits at its start.
    [[nodiscard]] std::int32_t originStart(std::size_t start) const {
        return start < starts.size() ? starts[start] : (ends.empty() ? 0 : ends.back());
    }
    [[nodiscard]] std::int32_t originEnd(std::size_t end) const { return end == 0 ? originStart(0) : ends[end - 1]; }
};
[[nodiscard]] Folded fold(std::u32string_view text);
/// fold(text).text, without the map.
[[nodiscard]] std::u32string squeeze(std::u32string_view text);
/// Squeezed, and at most `longest` (>= 1) code points: “…” stands for what is cut off.
[[nodiscard]] std::u32string abridged(std::u32string_view text, std::size_t longest);

/// Lower case without any diacritics, đ as d, letters and digits only: “CỘNG HÒA” -> “conghoa”.
/// For recognition, never for judging. At most `longest` code points of it: where only short words are looked for.
[[nodiscard]] std::u32string skeleton(std::u32string_view text, std::size_t longest = std::u32string_view::npos);
/// A name for files and ids: words of letters without diacritics and digits, joined by hyphens: “UBND xã An Bình” -> “ubnd-xa-an-binh”.
[[nodiscard]] std::string plainId(std::u32string_view text);
/// Comparison key that ignores where a tone mark sits (hòa = hoà, ủy = uỷ) and the normal form, but nothing else.
[[nodiscard]] std::u32string toneNeutral(std::u32string_view text);

/// Number of single-letter insertions, deletions, replacements and neighbour swaps; stops counting at limit + 1.
[[nodiscard]] int distance(std::u32string_view a, std::u32string_view b, int limit);

/// All letters upper case (and there is at least one); digits and punctuation do not count.
[[nodiscard]] bool isAllUpper(std::u32string_view text) noexcept;
/// At least one lower-case letter.
[[nodiscard]] bool hasLower(std::u32string_view text) noexcept;

[[nodiscard]] std::u32string_view trim(std::u32string_view text) noexcept;
[[nodiscard]] bool startsWith(std::u32string_view text, std::u32string_view prefix) noexcept;
[[nodiscard]] bool endsWith(std::u32string_view text, std::u32string_view suffix) noexcept;

/// Roman numeral I … MMMCMXCIX to its value; 0 where the text is none (IIII, VX, empty).
[[nodiscard]] std::int32_t romanValue(std::u32string_view text) noexcept;
[[nodiscard]] std::u32string roman(std::int32_t value);

/// Letters that number a điểm, in order: a b c d đ e g h i k l m n o p q r s t u v x y (nd30 2.6.đ.5).
[[nodiscard]] std::u32string_view pointLetters() noexcept;

/// FNV-1a over the code points; never 0.
[[nodiscard]] std::uint64_t hash(std::u32string_view text) noexcept;

}  // namespace thethuc::text
