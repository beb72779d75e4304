#include "text/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "text/letters.hpp"
#include "text/words.hpp"

namespace thethuc::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

utf8proc_category_t category(char32_t c) noexcept {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

// Letters that carry Vietnamese tone marks; anything else is left to utf8proc.
bool isAscii(char32_t c) noexcept { return c < 0x80; }

char32_t decomposedBase(char32_t c) noexcept {
    if (c == U'đ') return U'd';
    if (c == U'Đ') return U'D';
    std::array<utf8proc_int32_t, 8> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                               UTF8PROC_DECOMPOSE, &boundary);
    return count > 0 ? static_cast<char32_t>(parts[0]) : c;
}

constexpr bool isToneMark(char32_t c) noexcept {
    return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

bool mayCompose(std::u32string_view text) noexcept {
    return std::any_of(text.begin(), text.end(), isCombining);
}

}  // namespace

std::u32string fromUtf8(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    auto left = static_cast<utf8proc_ssize_t>(utf8.size());
    while (left > 0) {
        utf8proc_int32_t c = 0;
        auto used = utf8proc_iterate(at, left, &c);
        if (used <= 0) {
            c = static_cast<utf8proc_int32_t>(kReplacement);
            used = 1;
        }
        out.push_back(static_cast<char32_t>(c));
        at += used;
        left -= used;
    }
    return out;
}

std::string toUtf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 2);
    for (char32_t c : text) {
        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
        out.append(bytes.begin(), bytes.begin() + count);
    }
    return out;
}

Letters::Letters() noexcept {
    for (std::size_t i = 0; i < kTabled; ++i) {
        const auto c = static_cast<char32_t>(i);
        kinds_[i] = computedKinds(c);
        // None of these code points has a counterpart beyond the first 65,536.
        lower_[i] = static_cast<char16_t>(computedLower(c));
        upper_[i] = static_cast<char16_t>(computedUpper(c));
        bone_[i] = static_cast<char16_t>(computedBone(c));
    }
}

std::uint8_t Letters::computedKinds(char32_t c) noexcept {
    if (isDigit(c)) return kDigit;
    if (isSpace(c)) return kSpace;
    if (isCombining(c)) return kCombining;
    switch (category(c)) {
        case UTF8PROC_CATEGORY_LU: return kLetter | kUpper;
        case UTF8PROC_CATEGORY_LL: return kLetter | kLower;
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: return kLetter;
        default: return 0;
    }
}

char32_t Letters::computedLower(char32_t c) noexcept {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t Letters::computedUpper(char32_t c) noexcept {
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

char32_t Letters::computedBone(char32_t c) noexcept {
    const char32_t base = isAscii(c) ? c : decomposedBase(c);
    if (isDigit(base)) return base;
    return (computedKinds(base) & kLetter) != 0 ? computedLower(base) : 0;
}

const Letters& letters() noexcept {
    static const Letters all;
    return all;
}

bool isLetter(char32_t c) noexcept { return letters().isLetter(c); }
bool isUpper(char32_t c) noexcept { return letters().isUpper(c); }
bool isLower(char32_t c) noexcept { return letters().isLower(c); }
char32_t toUpper(char32_t c) noexcept { return letters().toUpper(c); }
char32_t toLower(char32_t c) noexcept { return letters().toLower(c); }

std::u32string toUpper(std::u32string_view text) {
    const Letters& all = letters();
    std::u32string out(text);
    for (char32_t& c : out) c = all.toUpper(c);
    return out;
}

std::u32string toLower(std::u32string_view text) {
    const Letters& all = letters();
    std::u32string out(text);
    for (char32_t& c : out) c = all.toLower(c);
    return out;
}

std::u32string nfc(std::u32string_view text) {
    std::u32string in(text);
    if (!mayCompose(text)) return in;
    const auto flags = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    const std::string bytes = toUtf8(text);
    utf8proc_uint8_t* result = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                   static_cast<utf8proc_ssize_t>(bytes.size()), &result, flags);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
    if (size < 0 || result == nullptr) return in;
    return fromUtf8({reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)});
}

bool isNfc(std::u32string_view text) { return !mayCompose(text) || nfc(text) == text; }

Folded fold(std::u32string_view text) {
    Folded out;
    out.text.reserve(text.size());
    out.starts.reserve(text.size());
    out.ends.reserve(text.size());
    const auto push = [&out](char32_t c, std::size_t start, std::size_t end) {
        out.text.push_back(c);
        out.starts.push_back(static_cast<std::int32_t>(start));
        out.ends.push_back(static_cast<std::int32_t>(end));
    };
    std::size_t i = 0;
    bool pendingSpace = false;
    std::size_t spaceStart = 0;
    while (i < text.size()) {
        if (isSpace(text[i])) {
            if (!pendingSpace) spaceStart = i;
            pendingSpace = true;
            ++i;
            continue;
        }
        if (pendingSpace && !out.text.empty()) push(U' ', spaceStart, i);
        pendingSpace = false;
        // A letter with its marks is one cluster: it composes to one code point in Vietnamese.
        std::size_t end = i + 1;
        while (end < text.size() && isCombining(text[end])) ++end;
        if (end == i + 1) {
            push(text[i], i, end);
        } else {
            for (char32_t c : nfc(text.substr(i, end - i))) push(c, i, end);
        }
        i = end;
    }
    return out;
}

std::u32string abridged(std::u32string_view text, std::size_t longest) {
    std::u32string out = squeeze(text);
    if (out.size() > longest) {
        out.resize(longest - 1);
        out += U'…';
    }
    return out;
}

std::u32string squeeze(std::u32string_view text) {
    std::u32string out(text.size(), U'\0');
    std::size_t length = 0;
    bool pendingSpace = false;
    bool marks = false;
    for (const char32_t c : text) {
        if (isSpace(c)) {
            pendingSpace = true;
            continue;
        }
        if (pendingSpace && length > 0) out[length++] = U' ';
        pendingSpace = false;
        marks = marks || isCombining(c);
        out[length++] = c;
    }
    out.resize(length);
    return marks ? nfc(out) : out;
}

std::u32string skeleton(std::u32string_view text, std::size_t longest) {
    std::u32string out(std::min(text.size(), longest), U'\0');
    const Letters& all = letters();
    std::size_t length = 0;
    for (const char32_t c : text) {
        if (length == out.size()) break;
        const char32_t letter = all.bone(c);
        out[length] = letter;
        length += letter != 0 ? 1U : 0U;
    }
    out.resize(length);
    return out;
}

std::string plainId(std::u32string_view text) {
    std::string id;
    for (const char32_t letter : nfc(text)) {
        const char32_t c = letters().bone(letter);
        if ((c >= U'a' && c <= U'z') || isDigit(c)) id += static_cast<char>(c);
        else if (!id.empty() && id.back() != '-' && !isCombining(letter)) id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

std::u32string toneNeutral(std::u32string_view text) {
    // Decompose, move the tone of each syllable behind its last letter: “hòa” and “hoà” meet.
    std::u32string out;
    out.reserve(text.size() + 8);
    char32_t tone = 0;
    const auto flush = [&] {
        if (tone != 0) out.push_back(tone);
        tone = 0;
    };
    for (char32_t c : text) {
        if (isAscii(c) && !isLetter(c)) {
            flush();
            out.push_back(c);
            continue;
        }
        std::array<utf8proc_int32_t, 8> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                                   UTF8PROC_DECOMPOSE, &boundary);
        if (count <= 0) {
            out.push_back(c);
            continue;
        }
        for (std::ptrdiff_t k = 0; k < count; ++k) {
            const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(k)]);
            if (isToneMark(part)) {
                tone = part;
            } else {
                if (!isLetter(part) && !isCombining(part)) flush();
                out.push_back(part);
            }
        }
    }
    flush();
    return out;
}

int distance(std::u32string_view a, std::u32string_view b, int limit) {
    const auto difference = static_cast<long>(a.size()) - static_cast<long>(b.size());
    if (std::labs(difference) > limit) return limit + 1;
    // Three rows; short words, which are nearly all, need no memory for them.
    constexpr std::size_t kShort = 40;
    std::array<int, 3 * kShort> small{};
    std::vector<int> large;
    const std::size_t width = b.size() + 1;
    if (width > kShort) large.resize(3 * width);
    int* before2 = width > kShort ? large.data() : small.data();
    int* before = before2 + width;
    int* now = before + width;
    for (std::size_t j = 0; j <= b.size(); ++j) before[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        int best = now[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before2[j - 2] + 1);
            }
            best = std::min(best, now[j]);
        }
        if (best > limit) return limit + 1;
        std::swap(before2, before);
        std::swap(before, now);
    }
    return std::min(before[b.size()], limit + 1);
}

bool isAllUpper(std::u32string_view text) noexcept {
    bool letter = false;
    for (char32_t c : text) {
        if (isLower(c)) return false;
        letter = letter || isUpper(c);
    }
    return letter;
}

bool hasLower(std::u32string_view text) noexcept { return std::any_of(text.begin(), text.end(), isLower); }

std::u32string_view trim(std::u32string_view text) noexcept {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

bool startsWith(std::u32string_view text, std::u32string_view prefix) noexcept { return text.starts_with(prefix); }
bool endsWith(std::u32string_view text, std::u32string_view suffix) noexcept { return text.ends_with(suffix); }

namespace {
struct RomanDigit {
    std::int32_t value;
    std::u32string_view letters;
};
constexpr std::array<RomanDigit, 13> kRoman{{{1000, U"M"},
                                             {900, U"CM"},
                                             {500, U"D"},
                                             {400, U"CD"},
                                             {100, U"C"},
                                             {90, U"XC"},
                                             {50, U"L"},
                                             {40, U"XL"},
                                             {10, U"X"},
                                             {9, U"IX"},
                                             {5, U"V"},
                                             {4, U"IV"},
                                             {1, U"I"}}};
}  // namespace

std::u32string roman(std::int32_t value) {
    std::u32string out;
    if (value <= 0 || value >= 4000) return out;
    for (const auto& digit : kRoman) {
        while (value >= digit.value) {
            out += digit.letters;
            value -= digit.value;
        }
    }
    return out;
}

std::int32_t romanValue(std::u32string_view text) noexcept {
    if (text.empty() || text.size() > 15) return 0;
    std::int32_t value = 0;
    std::u32string_view rest = text;
    for (const auto& digit : kRoman) {
        int repeats = 0;
        while (rest.starts_with(digit.letters)) {
            value += digit.value;
            rest.remove_prefix(digit.letters.size());
            if (++repeats > (digit.letters.size() == 2 ? 1 : 3)) return 0;
        }
    }
    if (!rest.empty()) return 0;
    return roman(value) == text ? value : 0;
}

std::u32string_view pointLetters() noexcept { return U"abcdđeghiklmnopqrstuvxy"; }

std::uint64_t hash(std::u32string_view text) noexcept {
    const std::uint64_t value = hashOf(text);
    return value == 0 ? 1 : value;
}

void WordMarks::add(std::uint64_t word, std::uint32_t marks) {
    constexpr std::size_t kFewest = 64, kShare = 4;
    if (marks == 0) return;
    if ((count_ + 1) * kShare > slots_.size()) {
        const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(std::max(kFewest, slots_.size() * 2)));
        count_ = 0;
        for (const Slot& slot : before) add(slot.word, slot.marks);
    }
    std::size_t at = word & mask();
    while (slots_[at].marks != 0 && slots_[at].word != word) at = (at + 1) & mask();
    if (slots_[at].marks == 0) ++count_;
    slots_[at].word = word;
    slots_[at].marks |= marks;
}

}  // namespace thethuc::text
