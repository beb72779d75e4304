#include "figures/format.hpp"

#include <algorithm>
#include <string_view>

#include "figures/line.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

constexpr std::size_t kMostDecimals = 2;         ///< of an English percentage; three digits may be thousands
constexpr std::size_t kThousands = 3;

class Reader {
public:
    Reader(const Line& line, std::vector<Spelling>& out) : line_(line), out_(out) {}

    void run() {
        for (std::size_t i = 0; i < line_.tokens.size(); ++i) {
            if (line_.tokens[i].kind != TokenKind::number) continue;
            percentSign(i);
            point(i);
        }
    }

private:
    bool isSign(std::size_t i) const {
        return i < line_.tokens.size() && line_.tokens[i].kind == TokenKind::percent && line_.tokens[i].end - line_.tokens[i].start == 1;
    }

    void add(Spelling::Kind kind, std::size_t first, std::size_t last, const model::Range& change, std::u32string by) {
        Spelling one;
        one.kind = kind;
        one.at = line_.range(first, last);
        one.text = line_.words(one.at);
        one.change = change;
        one.better = one.text;
        one.better.replace(static_cast<std::size_t>(change.start - one.at.start), static_cast<std::size_t>(change.length), by);
        one.by = std::move(by);
        out_.push_back(std::move(one));
    }

    void percentSign(std::size_t i) {
        if (!isSign(i + 1) || line_.tokens[i + 1].glued) return;
        const std::int32_t from = line_.tokens[i].end;
        const std::int32_t to = line_.tokens[i + 1].start;
        const std::u32string between = line_.words({line_.story, line_.index, from, to - from});
        if (!std::all_of(between.begin(), between.end(), text::isSpace) || between.find(U'\n') != std::u32string::npos) return;
        add(Spelling::Kind::percentApart, i, i + 1, {line_.story, line_.index, from, to - from}, U"");
    }

    /// 81.15% and 0.852: no Vietnamese reader can take the dot for one between thousands.
    void point(std::size_t i) {
        const Token& token = line_.tokens[i];
        const std::u32string digits = line_.words(line_.range(i, i));
        const std::size_t dot = digits.find(U'.');
        if (dot == std::u32string::npos || digits.find(U'.', dot + 1) != std::u32string::npos || digits.find(U',') != std::u32string::npos) return;
        const std::size_t decimals = digits.size() - dot - 1;
        const bool percent = isSign(i + 1) && decimals <= kMostDecimals;
        const bool zero = dot == 1 && digits[0] == U'0' && decimals == kThousands;
        if (!percent && !zero) return;
        if (token.glued && i > 0 && line_.tokens[i - 1].kind != TokenKind::open) return;
        if (zero && !isSign(i + 1) && (i + 1 >= line_.tokens.size() || line_.tokens[i + 1].kind != TokenKind::word)) return;
        const model::Range change{line_.story, line_.index, token.start + static_cast<std::int32_t>(dot), 1};
        add(Spelling::Kind::decimalPoint, i, isSign(i + 1) && line_.tokens[i + 1].glued ? i + 1 : i, change, U",");
    }

    const Line& line_;
    std::vector<Spelling>& out_;
};

/// Only a % that stands apart and a dot between digits can be spelled wrongly; paragraphs without either need not be taken apart.
bool mayHold(std::u32string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == U'%' && !text::isDigit(text[i - 1])) return true;
        if (text[i] == U'.' && i + 1 < text.size() && text::isDigit(text[i - 1]) && text::isDigit(text[i + 1])) return true;
    }
    return false;
}

}  // namespace

std::vector<Spelling> spellings(const model::Document& document) {
    std::vector<Spelling> out;
    for (std::size_t story = 0; story < document.stories.size(); ++story) {
        const auto& paragraphs = document.stories[story].paragraphs;
        for (std::size_t p = 0; p < paragraphs.size(); ++p) {
            if (!mayHold(paragraphs[p].text)) continue;
            Line line;
            line.paragraph = &paragraphs[p];
            line.story = static_cast<std::int32_t>(story);
            line.index = static_cast<std::int32_t>(p);
            line.tokens = tokenize(paragraphs[p]).tokens;
            Reader(line, out).run();
        }
    }
    return out;
}

std::string addition(const Figure& figure) {
    const number::Decimal zero;
    std::string out;
    for (const Operand& part : figure.parts) {
        const bool less = !out.empty() && part.value < zero;
        if (!out.empty()) out += less ? " − " : " + ";
        out += number::print(less ? zero - part.value : part.value);
    }
    return out;
}

}  // namespace thethuc::figures
