#include "uno/bridge/strings.hpp"

#include <limits>

#include "text/text.hpp"

namespace thethuc::uno {

namespace {

constexpr bool isHigh(char32_t unit) noexcept { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool isLow(char32_t unit) noexcept { return unit >= 0xDC00 && unit < 0xE000; }

// True where units i and i + 1 form one code point.
bool isPair(const sal_Unicode* units, sal_Int32 i, sal_Int32 length) noexcept {
    return isHigh(units[i]) && i + 1 < length && isLow(units[i + 1]);
}

}  // namespace

rtl::OUString str(std::string_view utf8) {
    // The office's own conversion stops or guesses at malformed bytes; ours replaces each of them.
    return str(std::u32string_view(text::fromUtf8(utf8)));
}

rtl::OUString str(std::u32string_view text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<sal_Int32>::max() / 2)) throw std::bad_alloc();
    sal_Int32 length = 0;
    for (const char32_t c : text) length += c > 0xFFFF && c <= 0x10FFFF ? 2 : 1;
    rtl_uString* raw = rtl_uString_alloc(length);
    sal_Unicode* out = raw->buffer;
    for (const char32_t c : text) {
        if (c > 0x10FFFF || isHigh(c) || isLow(c)) {
            *out++ = 0xFFFD;
        } else if (c > 0xFFFF) {
            *out++ = static_cast<sal_Unicode>(0xD800 + ((c - 0x10000) >> 10));
            *out++ = static_cast<sal_Unicode>(0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            *out++ = static_cast<sal_Unicode>(c);
        }
    }
    return rtl::OUString(raw, SAL_NO_ACQUIRE);
}

std::size_t appendU32(std::u32string& out, const rtl::OUString& text) {
    const sal_Unicode* units = text.getStr();
    const sal_Int32 length = text.getLength();
    const std::size_t before = out.size();
    // Room for all of it first: written without a look at the capacity at each letter.
    out.resize(before + static_cast<std::size_t>(length));
    char32_t* to = out.data() + before;
    for (sal_Int32 i = 0; i < length; ++i) {
        const char32_t unit = units[i];
        if (!isHigh(unit) && !isLow(unit)) {
            *to++ = unit;
        } else if (isPair(units, i, length)) {
            *to++ = 0x10000 + ((unit - 0xD800) << 10) + (static_cast<char32_t>(units[i + 1]) - 0xDC00);
            ++i;
        } else {
            *to++ = 0xFFFD;
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out.size() - before;
}

std::u32string toU32(const rtl::OUString& text) {
    std::u32string out;
    appendU32(out, text);
    return out;
}

std::string toUtf8(const rtl::OUString& text) {
    const sal_Unicode* units = text.getStr();
    const sal_Int32 length = text.getLength();
    bool ascii = true;
    for (sal_Int32 i = 0; i < length && ascii; ++i) ascii = units[i] < 0x80;
    if (!ascii) return text::toUtf8(toU32(text));
    std::string out;
    out.reserve(static_cast<std::size_t>(length));
    for (sal_Int32 i = 0; i < length; ++i) out.push_back(static_cast<char>(units[i]));
    return out;
}

std::int32_t codePoints(const rtl::OUString& text) noexcept { return toCodePointOffset(text, text.getLength()); }

std::int32_t toUtf16Offset(std::u32string_view text, std::int32_t position) noexcept {
    std::int32_t units = 0;
    for (std::int32_t i = 0; i < position && static_cast<std::size_t>(i) < text.size(); ++i) {
        units += text[static_cast<std::size_t>(i)] > 0xFFFF ? 2 : 1;
    }
    return units;
}

std::int32_t toUtf16Offset(const rtl::OUString& text, std::int32_t position) noexcept {
    const sal_Unicode* units = text.getStr();
    const sal_Int32 length = text.getLength();
    sal_Int32 unit = 0;
    for (std::int32_t i = 0; i < position && unit < length; ++i) unit += isPair(units, unit, length) ? 2 : 1;
    return unit;
}

std::int32_t toCodePointOffset(const rtl::OUString& text, std::int32_t unit) noexcept {
    const sal_Unicode* units = text.getStr();
    const sal_Int32 length = text.getLength();
    std::int32_t position = 0;
    for (sal_Int32 i = 0; i < length;) {
        const sal_Int32 next = i + (isPair(units, i, length) ? 2 : 1);
        if (next > unit) break;
        i = next;
        ++position;
    }
    return position;
}

}  // namespace thethuc::uno
