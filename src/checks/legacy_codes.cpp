#include "checks/legacy_codes.hpp"

#include <algorithm>
#include <iterator>

#include "text/text.hpp"

namespace thethuc::checks {
namespace {

struct Pair {
    char32_t code;
    char32_t letter;
};

// TCVN 5712:1993 (ABC), in the order of its codes.
constexpr Pair kTcvn3[] = {
    {0xA1, U'Ă'}, {0xA2, U'Â'}, {0xA3, U'Ê'}, {0xA4, U'Ô'}, {0xA5, U'Ơ'}, {0xA6, U'Ư'}, {0xA7, U'Đ'}, {0xA8, U'ă'},
    {0xA9, U'â'}, {0xAA, U'ê'}, {0xAB, U'ô'}, {0xAC, U'ơ'}, {0xAD, U'ư'}, {0xAE, U'đ'}, {0xB5, U'à'}, {0xB6, U'ả'},
    {0xB7, U'ã'}, {0xB8, U'á'}, {0xB9, U'ạ'}, {0xBB, U'ằ'}, {0xBC, U'ẳ'}, {0xBD, U'ẵ'}, {0xBE, U'ắ'}, {0xC6, U'ặ'},
    {0xC7, U'ầ'}, {0xC8, U'ẩ'}, {0xC9, U'ẫ'}, {0xCA, U'ấ'}, {0xCB, U'ậ'}, {0xCC, U'è'}, {0xCE, U'ẻ'}, {0xCF, U'ẽ'},
    {0xD0, U'é'}, {0xD1, U'ẹ'}, {0xD2, U'ề'}, {0xD3, U'ể'}, {0xD4, U'ễ'}, {0xD5, U'ế'}, {0xD6, U'ệ'}, {0xD7, U'ì'},
    {0xD8, U'ỉ'}, {0xDC, U'ĩ'}, {0xDD, U'í'}, {0xDE, U'ị'}, {0xDF, U'ò'}, {0xE1, U'ỏ'}, {0xE2, U'õ'}, {0xE3, U'ó'},
    {0xE4, U'ọ'}, {0xE5, U'ồ'}, {0xE6, U'ổ'}, {0xE7, U'ỗ'}, {0xE8, U'ố'}, {0xE9, U'ộ'}, {0xEA, U'ờ'}, {0xEB, U'ở'},
    {0xEC, U'ỡ'}, {0xED, U'ớ'}, {0xEE, U'ợ'}, {0xEF, U'ù'}, {0xF1, U'ủ'}, {0xF2, U'ũ'}, {0xF3, U'ú'}, {0xF4, U'ụ'},
    {0xF5, U'ừ'}, {0xF6, U'ử'}, {0xF7, U'ữ'}, {0xF8, U'ứ'}, {0xF9, U'ự'}, {0xFA, U'ỳ'}, {0xFB, U'ỷ'}, {0xFC, U'ỹ'},
    {0xFD, U'ý'}, {0xFE, U'ỵ'},
};
static_assert(std::is_sorted(std::begin(kTcvn3), std::end(kTcvn3), [](const Pair& a, const Pair& b) { return a.code < b.code; }));

// VNI writes a letter and a sign behind it; the sign carries the tone and, over a and e and o, the shape too.
struct Sign {
    char32_t code;                               // small letter; the capital is 0x20 below
    char32_t shape;                              // combining mark of the letter's shape, 0 if none
    char32_t tone;                               // combining mark of the tone, 0 if none
};
constexpr char32_t kGrave = 0x300, kAcute = 0x301, kCircumflex = 0x302, kTilde = 0x303, kBreve = 0x306, kHook = 0x309, kDot = 0x323;
constexpr Sign kVniSigns[] = {
    {0xF9, 0, kAcute}, {0xF8, 0, kGrave}, {0xFB, 0, kHook}, {0xF5, 0, kTilde}, {0xEF, 0, kDot},
    {0xE2, kCircumflex, 0}, {0xE1, kCircumflex, kAcute}, {0xE0, kCircumflex, kGrave}, {0xE5, kCircumflex, kHook},
    {0xE3, kCircumflex, kTilde}, {0xE4, kCircumflex, kDot},
    {0xEA, kBreve, 0}, {0xE9, kBreve, kAcute}, {0xE8, kBreve, kGrave}, {0xFA, kBreve, kHook}, {0xFC, kBreve, kTilde}, {0xEB, kBreve, kDot},
};
// Letters that VNI writes with one code.
constexpr Pair kVniLetters[] = {
    {0xF1, U'đ'}, {0xD1, U'Đ'}, {0xF4, U'ơ'}, {0xD4, U'Ơ'}, {0xF6, U'ư'}, {0xD6, U'Ư'}, {0xE6, U'ỉ'}, {0xC6, U'Ỉ'},
    {0xF3, U'ĩ'}, {0xD3, U'Ĩ'}, {0xF2, U'ị'}, {0xD2, U'Ị'}, {0xEE, U'ỵ'}, {0xCE, U'Ỵ'},
};

bool isAsciiLetter(char32_t c) noexcept { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool isUnicodeVietnamese(char32_t c) noexcept {
    return (c >= 0x1EA0 && c <= 0x1EF9) || c == U'ă' || c == U'Ă' || c == U'đ' || c == U'Đ' || c == U'ơ' || c == U'Ơ' || c == U'ư' ||
           c == U'Ư' || c == U'ĩ' || c == U'Ĩ' || c == U'ũ' || c == U'Ũ' || text::isCombining(c);
}

const Sign* vniSign(char32_t c) noexcept {
    const char32_t small = c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;
    const auto* found = std::find_if(std::begin(kVniSigns), std::end(kVniSigns), [&](const Sign& sign) { return sign.code == small; });
    return found == std::end(kVniSigns) ? nullptr : found;
}

bool takesVniSign(char32_t c) noexcept {
    switch (c) {
        case U'a': case U'e': case U'o': case U'u': case U'y': case 0xF4: case 0xF6:
        case U'A': case U'E': case U'O': case U'U': case U'Y': case 0xD4: case 0xD6: return true;
        default: return false;
    }
}

std::u32string fromTcvn3(std::u32string_view text) {
    std::u32string result(text);
    for (char32_t& c : result) {
        const auto* found = std::lower_bound(std::begin(kTcvn3), std::end(kTcvn3), c, [](const Pair& pair, char32_t code) { return pair.code < code; });
        if (found != std::end(kTcvn3) && found->code == c) c = found->letter;
    }
    return result;
}

std::u32string fromVni(std::u32string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t letter = text[i];
        const bool open = takesVniSign(letter);
        const auto* found = std::find_if(std::begin(kVniLetters), std::end(kVniLetters), [&](const Pair& pair) { return pair.code == letter; });
        if (found != std::end(kVniLetters)) letter = found->letter;
        result += letter;
        if (!open || i + 1 >= text.size()) continue;
        if (const Sign* sign = vniSign(text[i + 1])) {
            if (sign->shape) result += sign->shape;
            if (sign->tone) result += sign->tone;
            ++i;
        }
    }
    return text::nfc(result);
}

}  // namespace

bool isLegacySign(char32_t c) noexcept {
    if (c < 0xA1 || c > 0xFE) return false;
    switch (c) {
        // Vietnamese letters of Latin-1.
        case 0xC0: case 0xC1: case 0xC2: case 0xC3: case 0xC8: case 0xC9: case 0xCA: case 0xCC: case 0xCD: case 0xD2: case 0xD3:
        case 0xD4: case 0xD5: case 0xD9: case 0xDA: case 0xDD: case 0xE0: case 0xE1: case 0xE2: case 0xE3: case 0xE8: case 0xE9:
        case 0xEA: case 0xEC: case 0xED: case 0xF2: case 0xF3: case 0xF4: case 0xF5: case 0xF9: case 0xFA: case 0xFD:
        // Signs that modern text has: degrees, powers, plus-minus, primes.
        case 0xB0: case 0xB1: case 0xB2: case 0xB3: case 0xB4: case 0xBA: case 0xAF: case 0xBF: return false;
        default: return true;
    }
}

LegacyCode legacyCode(std::u32string_view text, std::string_view font) {
    const bool abcFont = font.starts_with(".Vn") || font.starts_with(".VN") || font.starts_with(".vn");
    const bool vniFont = font.starts_with("VNI") || font.starts_with("Vni") || font.starts_with("vni");
    std::int32_t letters = 0;
    std::int32_t signs = 0;
    std::int32_t lowSigns = 0;                   // A1–BF: letters in TCVN3, never in VNI
    std::int32_t vniPairs = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (isUnicodeVietnamese(c)) return LegacyCode::none;
        if (isAsciiLetter(c)) ++letters;
        const char32_t before = i > 0 ? text[i - 1] : U' ';
        const char32_t after = i + 1 < text.size() ? text[i + 1] : U' ';
        if (i > 0 && takesVniSign(before) && vniSign(c)) ++vniPairs;
        // A sign inside a word, not one beside it: “« »”, “©”, “½” stand beside.
        if (!isLegacySign(c) || !(isAsciiLetter(before) || isAsciiLetter(after))) continue;
        ++signs;
        if (c < 0xC0) ++lowSigns;
    }
    constexpr std::int32_t kMeanDistance = 12;   // Vietnamese has a marked letter every four or five
    const bool dense = signs >= 3 && signs * kMeanDistance >= letters;
    if (abcFont && signs > 0) return LegacyCode::tcvn3;
    if (vniFont && (signs > 0 || vniPairs > 1)) return LegacyCode::vni;
    if (!dense) return LegacyCode::none;
    return lowSigns * 2 >= vniPairs ? LegacyCode::tcvn3 : LegacyCode::vni;
}

std::u32string fromLegacy(std::u32string_view text, LegacyCode code, std::string_view font) {
    if (code == LegacyCode::none) return std::u32string(text);
    if (code == LegacyCode::vni) return fromVni(text);
    std::u32string result = fromTcvn3(text);
    const bool capitals = font.starts_with(".Vn") && (font.ends_with("H") || font.find("H ") != std::string_view::npos);
    return capitals ? text::toUpper(result) : result;
}

}  // namespace thethuc::checks
