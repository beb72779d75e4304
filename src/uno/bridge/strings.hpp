// Strings of the office (UTF-16) and of the core (code points, UTF-8), and their positions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <rtl/ustring.hxx>

namespace thethuc::uno {

/// UTF-8 literal or string to the office's string: `str("Thể Thức")`. Malformed bytes become U+FFFD.
[[nodiscard]] rtl::OUString str(std::string_view utf8);
/// Code points to the office's string. Surrogates and values above U+10FFFF become U+FFFD.
[[nodiscard]] rtl::OUString str(std::u32string_view text);

/// The office's string as code points; a lone surrogate becomes U+FFFD (still one position).
[[nodiscard]] std::u32string toU32(const rtl::OUString& text);
/// Appends to `out`: the quick way to join portions. Returns the number of code points appended.
std::size_t appendU32(std::u32string& out, const rtl::OUString& text);
[[nodiscard]] std::string toUtf8(const rtl::OUString& text);

/// Number of code points of the office's string.
[[nodiscard]] std::int32_t codePoints(const rtl::OUString& text) noexcept;
/// UTF-16 units before code point `position` of `text` (past the end: all of them).
[[nodiscard]] std::int32_t toUtf16Offset(std::u32string_view text, std::int32_t position) noexcept;
/// UTF-16 units before code point `position` of the office's string (past the end: its length).
[[nodiscard]] std::int32_t toUtf16Offset(const rtl::OUString& text, std::int32_t position) noexcept;
/// Code points before UTF-16 unit `unit` of the office's string; inside a pair counts as before it.
[[nodiscard]] std::int32_t toCodePointOffset(const rtl::OUString& text, std::int32_t unit) noexcept;

}  // namespace thethuc::uno
