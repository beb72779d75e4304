#include "citations/tokens.hpp"

#include <algorithm>
#include <utility>

#include "citations/vocabulary.hpp"
#include "text/letters.hpp"
#include "text/text.hpp"

namespace thethuc::citations {

namespace {

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

/// Cuts the text into tokens. `composed`: it holds no combining mark and no soft hyphen that is not to be read as a sign; else the first
/// of these ends it, and false is returned.
bool cut(Stream& stream, bool composed) {
    using text::Letters;
    const Letters& letters = text::letters();
    const std::u32string_view text = stream.text;
    constexpr std::uint8_t kPart = Letters::kLetter | Letters::kCombining;
    stream.tokens.reserve(text.size() / 4 + 4);
    std::size_t at = 0;
    bool space = false, newline = false;
    while (at < text.size()) {
        const char32_t c = text[at];
        std::uint8_t kinds = letters.kinds(c);
        if ((kinds & Letters::kSpace) != 0) {
            space = true;
            newline = newline || c == U'\n';
            ++at;
            continue;
        }
        Token& token = stream.tokens.emplace_back();
        token.space = std::exchange(space, false);
        token.newline = std::exchange(newline, false);
        token.start = static_cast<std::int32_t>(at);
        if ((kinds & kPart) != 0) {
            token.kind = TokenKind::word;
            token.capital = (kinds & Letters::kUpper) != 0;
            std::uint8_t common = Letters::kUpper, any = 0;
            std::uint64_t hash = text::beginHash();
            do {
                common &= kinds;
                any |= kinds;
                hash = text::addToHash(hash, letters.toLower(text[at]));
                ++at;
            } while (at < text.size() && ((kinds = letters.kinds(text[at])) & kPart) != 0);
            if (!composed && (any & Letters::kCombining) != 0) return false;
            token.upper = common != 0;
            token.hash = hash;
            token.marks = marksOf(hash);
        } else if ((kinds & Letters::kDigit) != 0) {
            token.kind = TokenKind::number;
            while (at < text.size() && text::isDigit(text[at])) ++at;
        } else {
            if (!composed && c == kSoftHyphen) return false;
            token.kind = signOf(c);
            ++at;
        }
        token.end = static_cast<std::int32_t>(at);
    }
    return true;
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

void read(const model::Paragraph& paragraph, Stream& stream) {
    stream.tokens.clear();
    stream.starts.clear();
    stream.ends.clear();
    const std::u32string& whole = paragraph.text;
    const auto drops = [&](const model::Run& run) {
        if (run.length == 0) return false;
        if (run.kind == model::RunKind::footnote || run.format.hidden) return true;
        if (run.format.escapement <= 0) return false;
        const auto part = std::u32string_view(whole).substr(static_cast<std::size_t>(run.start), static_cast<std::size_t>(run.length));
        return std::all_of(part.begin(), part.end(), [](char32_t c) { return text::isDigit(c) || text::isSpace(c) || c == U','; });
    };
    if (std::none_of(paragraph.runs.begin(), paragraph.runs.end(), drops)) {
        stream.text = whole;
        if (cut(stream, false)) return;
        stream.tokens.clear();
    }
    stream.text.clear();
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
    cut(stream, true);
}

Stream read(const model::Paragraph& paragraph) {
    Stream stream;
    read(paragraph, stream);
    return stream;
}

Stream read(std::u32string_view text) {
    model::Paragraph paragraph;
    paragraph.text = text;
    return read(paragraph);
}

}  // namespace thethuc::citations
