// Vietnamese text in the codes from before Unicode, as Writer shows it: Latin-1 letters that only a
// font of that code draws right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace thethuc::checks {

enum class LegacyCode : std::uint8_t { none, tcvn3, vni };

/// Judged from the letters; the font's name (.VnTime, VNI-Times) only lowers the proof that is asked
/// for. Text with Vietnamese letters of Unicode is never legacy, whatever its font.
[[nodiscard]] LegacyCode legacyCode(std::u32string_view text, std::string_view font);

/// The same words in Unicode (NFC). A font of capitals (.VnTimeH) writes them in capitals.
[[nodiscard]] std::u32string fromLegacy(std::u32string_view text, LegacyCode code, std::string_view font);

/// A letter of Latin-1 that Unicode Vietnamese does not use: the quick test before legacyCode().
[[nodiscard]] bool isLegacySign(char32_t c) noexcept;

}  // namespace thethuc::checks
