#include "citations/tokens.hpp"

#include <algorithm>
#include <array>

#include "citations/vocabulary.hpp"
#include "text/text.hpp"

namespace thethuc::citations {

namespace {

/// What a code point is, for all of them that Vietnamese text is made of; others are looked up one by one.
struct Letters {
    static constexpr std::size_t kSize = 0x2000;
    std::array<char32_t, kSize> lower{};
    std::array<std::uint8_t, kSize> kind{};      ///< 0 no letter, 1 letter, 2 capital
    Letters() {
        for (std::size_t i = 0; i < kSize; ++i) {
            const auto c = static_cast<char32_t>(i);
            lower[i] = text::toLower(c);
            if (text::isLetter(c) || text::isCombining(c)) kind[i] = text::isUpper(c) ? 2 : 1;
        }
    }
};

const Letters& letters() {
    static const Letters all;
    return all;
}

constexpr char32_t kSoftHyphen = 0xAD;

TokenKind signOf(char32_t c) noexcept {
    switch (c) {
        case U'/': case 0x2044: case 0x2215: return TokenKind::slash;
        case U',': return TokenKind::comma;
        case U';': return TokenKind::semicolon;
        case U':': return TokenKind::colon;
        case U'.': return TokenKind::dot;
        case U'(': case U'[': return TokenKind::open;
        case U')': case U']': return TokenKind::close;
        case U'"': case 0x201C: case 0x201D: case 0xAB: case 0xBB: return TokenKind::quote;
        case U'&': return TokenKind::ampersand;
        default: return text::isDash(c) ? TokenKind::dash : TokenKind::other;
    }
}

void cut(Stream& stream) {
    const Letters& all = letters();
    const std::u32string& text = stream.text;
    const auto size = static_cast<std::int32_t>(text.size());
    const auto kindOf = [&](char32_t c) -> std::uint8_t {
        if (c < Letters::kSize) return all.kind[c];
        return text::isLetter(c) ? 1 : 0;
    };
    stream.tokens.reserve(text.size() / 4 + 4);
    std::int32_t at = 0;
    bool space = false, newline = false;
    while (at < size) {
        const char32_t c = text[static_cast<std::size_t>(at)];
        if (text::isSpace(c)) {
            space = true;
            newline = newline || c == U'\n';
            ++at;
            continue;
        }
        Token token;
        token.space = space;
        token.newline = newline;
        space = newline = false;
        token.start = at;
        if (text::isDigit(c)) {
            token.kind = TokenKind::number;
            while (at < size && text::isDigit(text[static_cast<std::size_t>(at)])) ++at;
        } else if (const std::uint8_t first = kindOf(c); first != 0) {
            token.kind = TokenKind::word;
            token.capital = first == 2;
            token.upper = true;
            std::uint64_t hash = beginHash();
            while (at < size) {
                const char32_t letter = text[static_cast<std::size_t>(at)];
                const std::uint8_t kind = kindOf(letter);
                if (kind == 0) break;
                token.upper = token.upper && kind == 2;
                hash = addToHash(hash, letter < Letters::kSize ? all.lower[letter] : letter);
                ++at;
            }
            token.hash = hash;
            token.marks = marksOf(hash);
        } else {
            token.kind = signOf(c);
            ++at;
        }
        token.end = at;
        stream.tokens.push_back(token);
    }
}

/// A soft hyphen within a symbol is a hyphen that was typed with the wrong key; elsewhere it is nothing.
bool keepsSoftHyphen(std::u32string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && text::isUpper(text[at - 1]) && text::isUpper(text[at + 1]);
}

}  // namespace

std::int32_t Stream::originStart(std::int32_t at) const {
    if (starts.empty()) return at;
    return static_cast<std::size_t>(at) < starts.size() ? starts[static_cast<std::size_t>(at)] : ends.back();
}

std::int32_t Stream::originEnd(std::int32_t at) const {
    if (ends.empty()) return at;
    return at == 0 ? originStart(0) : ends[static_cast<std::size_t>(at - 1)];
}

Stream read(const model::Paragraph& paragraph) {
    Stream stream;
    const std::u32string& whole = paragraph.text;
    const auto drops = [&](const model::Run& run) {
        if (run.length == 0) return false;
        if (run.kind == model::RunKind::footnote || run.format.hidden) return true;
        if (run.format.escapement <= 0) return false;
        const auto part = std::u32string_view(whole).substr(static_cast<std::size_t>(run.start), static_cast<std::size_t>(run.length));
        return std::all_of(part.begin(), part.end(), [](char32_t c) { return text::isDigit(c) || text::isSpace(c) || c == U','; });
    };
    bool plain = std::none_of(paragraph.runs.begin(), paragraph.runs.end(), drops);
    for (const char32_t c : whole) plain = plain && !text::isCombining(c) && c != kSoftHyphen;
    if (plain) {
        stream.text = whole;
        cut(stream);
        return stream;
    }
    std::vector<bool> keep(whole.size(), true);
    for (const model::Run& run : paragraph.runs) {
        if (!drops(run)) continue;
        for (std::int32_t i = run.start; i < run.start + run.length; ++i) keep[static_cast<std::size_t>(i)] = false;
    }
    std::u32string kept;
    std::vector<std::int32_t> from;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (!keep[i] || (whole[i] == kSoftHyphen && !keepsSoftHyphen(whole, i))) continue;
        kept.push_back(whole[i]);
        from.push_back(static_cast<std::int32_t>(i));
    }
    // base letters and the marks on them are composed one cluster at a time, so that every place is known
    for (std::size_t i = 0; i < kept.size();) {
        std::size_t end = i + 1;
        while (end < kept.size() && text::isCombining(kept[end])) ++end;
        const std::u32string composed = end == i + 1 ? std::u32string(1, kept[i]) : text::nfc(std::u32string_view(kept).substr(i, end - i));
        for (const char32_t c : composed) {
            stream.text.push_back(c);
            stream.starts.push_back(from[i]);
            stream.ends.push_back(from[end - 1] + 1);
        }
        i = end;
    }
    cut(stream);
    return stream;
}

Stream read(std::u32string_view text) {
    model::Paragraph paragraph;
    paragraph.text = text;
    return read(paragraph);
}

}  // namespace thethuc::citations
