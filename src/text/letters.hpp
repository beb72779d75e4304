// Letters by table: what the code points are that Vietnamese text is made of. For code that reads whole documents letter
// by letter; text.hpp answers the same, one call at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace thethuc::text {

/// Latin letters with every Vietnamese mark, combining marks, and all else below U+2000; code points beyond are looked
/// up one by one. Get it from letters().
class Letters {
public:
    /// What a code point may be; white space, digits and combining marks are those of text.hpp.
    enum Kind : std::uint8_t { kLetter = 1, kUpper = 2, kLower = 4, kCombining = 8, kDigit = 16, kSpace = 32 };

    /// All that it is, as a set of bits: one look for a lexer.
    [[nodiscard]] std::uint8_t kinds(char32_t c) const noexcept { return c < kTabled ? kinds_[c] : computedKinds(c); }
    [[nodiscard]] bool isLetter(char32_t c) const noexcept { return (kinds(c) & kLetter) != 0; }
    [[nodiscard]] bool isUpper(char32_t c) const noexcept { return (kinds(c) & kUpper) != 0; }
    [[nodiscard]] bool isLower(char32_t c) const noexcept { return (kinds(c) & kLower) != 0; }
    [[nodiscard]] char32_t toLower(char32_t c) const noexcept { return c < kTabled ? lower_[c] : computedLower(c); }
    [[nodiscard]] char32_t toUpper(char32_t c) const noexcept { return c < kTabled ? upper_[c] : computedUpper(c); }
    /// What text::skeleton() makes of it: a lower-case letter without marks, a digit, or 0 for what it leaves out.
    [[nodiscard]] char32_t bone(char32_t c) const noexcept { return c < kTabled ? bone_[c] : computedBone(c); }

private:
    friend const Letters& letters() noexcept;
    Letters() noexcept;

    static constexpr std::size_t kTabled = 0x2000;

    [[nodiscard]] static std::uint8_t computedKinds(char32_t c) noexcept;
    [[nodiscard]] static char32_t computedLower(char32_t c) noexcept;
    [[nodiscard]] static char32_t computedUpper(char32_t c) noexcept;
    [[nodiscard]] static char32_t computedBone(char32_t c) noexcept;

    std::array<std::uint8_t, kTabled> kinds_{};
    std::array<char16_t, kTabled> lower_{}, upper_{}, bone_{};
};

/// The table, made at the first call.
[[nodiscard]] const Letters& letters() noexcept;

}  // namespace thethuc::text
