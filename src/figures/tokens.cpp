#include "figures/tokens.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "figures/words.hpp"
#include "text/letters.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

/// Stands for what is not read; never part of a word or number.
constexpr char32_t kNothing = U'\uFFFC';
constexpr std::size_t kGroup = 3;

constexpr auto kAbbreviations = std::to_array<WordKey>({U"tp", U"tx", U"tt", U"q", U"p", U"ths", U"ts", U"gs", U"pgs", U"v", U"nđ", U"cp", U"bs", U"ks"});

/// The text with everything that is no running text blanked out: in `room` where there is such a thing, else the paragraph's own.
std::u32string_view visible(const model::Paragraph& paragraph, std::u32string& room) {
    std::u32string_view text = paragraph.text;
    for (const model::Run& run : paragraph.runs) {
        const bool skipped = run.kind == model::RunKind::footnote || run.kind == model::RunKind::placeholder || run.format.hidden ||
                             run.format.escapement != 0;
        if (!skipped) continue;
        const auto from = std::min(static_cast<std::size_t>(std::max(run.start, 0)), text.size());
        const auto to = std::min(static_cast<std::size_t>(std::max(run.start + run.length, 0)), text.size());
        if (from >= to) continue;
        if (room.empty()) text = room = paragraph.text;
        std::fill(room.begin() + static_cast<std::ptrdiff_t>(from), room.begin() + static_cast<std::ptrdiff_t>(to), kNothing);
    }
    return text;
}

/// White space that people put between thousands so that a number stays on one line.
bool isTiedSpace(char32_t c) noexcept { return c == 0xA0 || c == 0x202F || c == 0x2009; }

class Lexer {
public:
    explicit Lexer(const model::Paragraph& paragraph) : letters_(text::letters()), text_(visible(paragraph, room_)) {}

    Tokens run(std::size_t most) {
        constexpr std::size_t kLettersOfAToken = 4;
        tokens_.reserve(std::min(most, text_.size() / kLettersOfAToken + 2));
        while (at_ < text_.size() && tokens_.size() < most) step();
        joinPercentWords();
        return {std::move(tokens_), std::move(readings_)};
    }

private:
    char32_t peek(std::size_t offset = 0) const { return at_ + offset < text_.size() ? text_[at_ + offset] : U'\0'; }

    void push(TokenKind kind, std::size_t start, std::size_t end) {
        Token& token = tokens_.emplace_back();
        token.kind = kind;
        token.start = static_cast<std::int32_t>(start);
        token.end = static_cast<std::int32_t>(end);
        token.glued = start > 0 && !text::isSpace(text_[start - 1]);
    }

    void step() {
        using text::Letters;
        const char32_t c = peek();
        const auto kinds = letters_.kinds(c);
        if ((kinds & Letters::kLetter) != 0) {
            word();
        } else if ((kinds & (Letters::kSpace | Letters::kCombining)) != 0 || c == kNothing || c == 0xAD) {
            ++at_;
        } else if ((kinds & Letters::kDigit) != 0) {
            number();
        } else if (c != U'[' || !noteMark()) {
            sign(c);
        }
    }

    /// “[25]”: a reference, no number of the text.
    bool noteMark() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text::isDigit(text_[end])) ++end;
        if (end == at_ + 1 || end >= text_.size() || text_[end] != U']') return false;
        at_ = end + 1;
        return true;
    }

    void word() {
        using text::Letters;
        const std::size_t start = at_;
        std::uint64_t hash = text::beginHash();
        std::uint8_t all = 0;
        for (; at_ < text_.size(); ++at_) {
            const char32_t c = text_[at_];
            const auto kinds = letters_.kinds(c);
            if ((kinds & (Letters::kLetter | Letters::kCombining | Letters::kDigit)) == 0 && c != U'_') break;
            all |= kinds;
            hash = text::addToHash(hash, letters_.toLower(c));
        }
        push(TokenKind::word, start, at_);
        Token& token = tokens_.back();
        token.key = (all & Letters::kCombining) != 0 ? WordKey(text::toLower(text::nfc(text_.substr(start, at_ - start)))) : WordKey(hash);
        token.marks = words::marksOf(token.key);
    }

    std::size_t digitsFrom(std::size_t from) const {
        std::size_t end = from;
        while (end < text_.size() && text::isDigit(text_[end])) ++end;
        return end - from;
    }

    /// Groups of three behind tied spaces, or two such groups behind plain ones: 12 300 400.
    std::size_t spacedEnd(std::size_t end, std::size_t first) const {
        if (first > kGroup || first == 0) return end;
        std::size_t groups = 0;
        bool tied = false;
        std::size_t now = end;
        while (now < text_.size() && (text_[now] == U' ' || isTiedSpace(text_[now])) && digitsFrom(now + 1) == kGroup) {
            tied = tied || isTiedSpace(text_[now]);
            now += 1 + kGroup;
            ++groups;
        }
        if (groups == 0 || (!tied && groups < 2)) return end;
        return now;
    }

    void number() {
        const std::size_t start = at_;
        const std::size_t first = digitsFrom(at_);
        std::size_t end = spacedEnd(at_ + first, first);
        while (end + 1 < text_.size() && (text_[end] == U'.' || text_[end] == U',') && text::isDigit(text_[end + 1]))
            end += 1 + digitsFrom(end + 1);
        at_ = end;
        push(TokenKind::number, start, end);
        Token& token = tokens_.back();
        token.reading = static_cast<std::int32_t>(readings_.size());
        readings_.push_back(number::read(text_.substr(start, end - start)));
        token.plainDigits = first == end - start;
        token.leadingZero = token.plainDigits && first > 1 && text_[start] == U'0';
    }

    bool endsSentence() const {
        // a dot inside a web address or an abbreviation ends nothing
        const char32_t next = peek(1);
        if (next != U'\0' && !text::isSpace(next) && next != kNothing && next != U'[' && next != U'.' && next != U'”' && next != U'"' &&
            next != U')' && next != U'/')
            return letters_.isUpper(next);
        if (tokens_.empty() || tokens_.back().kind != TokenKind::word || tokens_.back().end != static_cast<std::int32_t>(at_)) return true;
        return std::find(kAbbreviations.begin(), kAbbreviations.end(), tokens_.back().key) == kAbbreviations.end();
    }

    void sign(char32_t c) {
        TokenKind kind = TokenKind::other;
        switch (c) {
            case U'%': kind = TokenKind::percent; break;
            case U'/': case 0x2044: case 0x2215: kind = TokenKind::slash; break;
            case U',': kind = TokenKind::comma; break;
            case U';': kind = TokenKind::semicolon; break;
            case U':': kind = TokenKind::colon; break;
            case U'(': case U'[': kind = TokenKind::open; break;
            case U')': case U']': kind = TokenKind::close; break;
            case U'=': kind = TokenKind::equals; break;
            case U'+': kind = TokenKind::plus; break;
            case U'~': case 0x2248: kind = TokenKind::about; break;
            case U'>': case U'<': case 0x2265: case 0x2264: case 0xB1: kind = TokenKind::bound; break;
            case U'.': kind = endsSentence() ? TokenKind::stop : TokenKind::other; break;
            case U'!': case U'?': case 0x2026: kind = TokenKind::stop; break;
            default:
                if (text::isDash(c)) kind = TokenKind::dash;
                break;
        }
        push(kind, at_, at_ + 1);
        ++at_;
    }

    bool isWord(std::size_t index, WordKey key) const {
        return index < tokens_.size() && tokens_[index].kind == TokenKind::word && tokens_[index].key == key;
    }

    /// “phần trăm” is a percent sign; “điểm phần trăm” and “điểm %” are points.
    void joinPercentWords() {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const bool point = isWord(i, U"điểm");
            const std::size_t sign = point ? i + 1 : i;
            const bool words = isWord(sign, U"phần") && isWord(sign + 1, U"trăm");
            const bool mark = point && sign < tokens_.size() && tokens_[sign].kind == TokenKind::percent;
            Token token = tokens_[i];
            if (words || mark) {
                token.kind = point ? TokenKind::points : TokenKind::percent;
                token.key = {};
                token.marks = 0;
                i = words ? sign + 1 : sign;
                token.end = tokens_[i].end;
            }
            tokens_[kept++] = token;
        }
        tokens_.resize(kept);
    }

    const text::Letters& letters_;
    std::u32string room_;
    std::u32string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    std::vector<number::Reading> readings_;
};

}  // namespace

Tokens tokenize(const model::Paragraph& paragraph) {
    // Without a digit there is no figure; what is still looked at is how the paragraph begins: its bullet.
    const bool digits = std::any_of(paragraph.text.begin(), paragraph.text.end(), text::isDigit);
    return digits ? tokenizeWords(paragraph) : tokenizeBeginning(paragraph);
}

Tokens tokenizeWords(const model::Paragraph& paragraph) { return Lexer(paragraph).run(std::numeric_limits<std::size_t>::max()); }

Tokens tokenizeBeginning(const model::Paragraph& paragraph) { return Lexer(paragraph).run(kBeginning); }

char32_t bulletOf(const model::Paragraph& paragraph, std::span<const Token> tokens) {
    if (!paragraph.listLabel.empty()) {
        const char32_t c = paragraph.listLabel.front();
        return text::isDigit(c) ? U'1' : text::isLetter(c) ? U'a' : c;
    }
    if (tokens.empty()) return 0;
    const Token& first = tokens.front();
    if (first.kind == TokenKind::dash) return U'-';
    if (first.kind == TokenKind::plus) return U'+';
    const bool closed = tokens.size() > 1 && (tokens[1].kind == TokenKind::close || tokens[1].kind == TokenKind::stop || tokens[1].kind == TokenKind::other);
    if (first.kind == TokenKind::number && closed) return U'1';
    if (first.kind == TokenKind::word && first.end - first.start == 1 && closed) return U'a';
    const char32_t c = paragraph.text[static_cast<std::size_t>(first.start)];
    return first.kind == TokenKind::other && !text::isLetter(c) && c != U'“' && c != U'"' ? c : 0;
}

}  // namespace thethuc::figures
