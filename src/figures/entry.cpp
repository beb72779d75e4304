#include "figures/entry.hpp"

#include <algorithm>
#include <array>

#include "figures/line.hpp"
#include "figures/words.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

constexpr std::array<std::string_view, 3> kNumberGaps{"{a}", "{b}", "{u}"};
constexpr std::string_view kPercentGap = "{p}";

model::Paragraph paragraphOf(std::u32string_view words) {
    model::Paragraph paragraph;
    paragraph.text = std::u32string(words);
    return paragraph;
}

std::string written(const Line& line, std::size_t token) {
    const Token& one = line.tokens[token];
    return text::toUtf8(std::u32string_view(line.paragraph->text).substr(static_cast<std::size_t>(one.start), static_cast<std::size_t>(one.end - one.start)));
}

/// The words of a quantity's unit, “triệu” before “đồng” among them.
std::vector<std::u32string> unitWords(const Line& line, const Quantity& quantity) {
    std::vector<std::u32string> out;
    const std::size_t number = quantity.kind == Quantity::Kind::fraction ? quantity.b : quantity.a;
    for (std::size_t i = number + 1; i <= quantity.last + quantity.unit.size(); ++i) {
        if (line.tokens[i].kind == TokenKind::word) out.push_back(line.letters(i));
    }
    return out;
}

/// What two counts have in common of their units.
std::string unitOf(const std::vector<std::u32string>& one, const std::vector<std::u32string>& other) {
    std::u32string out;
    for (std::size_t i = 0; i < std::min(one.size(), other.size()) && one[i] == other[i]; ++i) out += (i == 0 ? U"" : U" ") + one[i];
    return text::toUtf8(out);
}

bool joins(char32_t c) { return text::isLetter(c) || text::isDigit(c) || text::isCombining(c) || c == U'%'; }

}  // namespace

std::optional<Selected> twoNumbers(std::u32string_view words) {
    const model::Paragraph paragraph = paragraphOf(words);
    const Line line = readLine(paragraph, 0, 0);
    const auto& found = line.quantities;
    if (found.size() == 1 && found[0].kind == Quantity::Kind::fraction) {
        return Selected{written(line, found[0].a), written(line, found[0].b), unitOf(unitWords(line, found[0]), unitWords(line, found[0]))};
    }
    if (found.size() != 2 || found[0].kind != found[1].kind) return std::nullopt;
    if (found[0].kind != Quantity::Kind::count && found[0].kind != Quantity::Kind::percent) return std::nullopt;
    if (found[0].scale != found[1].scale) return std::nullopt;  // “1,2 tỷ” and “800 triệu” are no pair as they are written
    Selected out{written(line, found[0].a), written(line, found[1].a), unitOf(unitWords(line, found[0]), unitWords(line, found[1]))};
    // “41 nhiệm vụ, trong đó 14 …”, “giao 41 …, đã thực hiện 14”: the whole, or the plan, comes first
    const bool wholeFirst = holdsPhrase(line.tokens, found[0].last + 1, found[1].first, words::partIntroducers()) ||
                            holdsPhrase(line.tokens, 0, found[0].first, words::plans()) || holdsPhrase(line.tokens, 0, found[0].first, words::totals());
    const bool wholeBehind = holdsPhrase(line.tokens, found[0].last + 1, found[1].first, words::baseIntroducers());
    if (wholeFirst && !wholeBehind) std::swap(out.a, out.b);
    return out;
}

std::string_view tailOf(std::string_view pattern) noexcept {
    std::size_t from = 0;
    for (const std::string_view gap : kNumberGaps) {
        if (const auto at = pattern.rfind(gap); at != std::string_view::npos) from = std::max(from, at + gap.size());
    }
    const auto percent = pattern.find(kPercentGap);
    return percent == std::string_view::npos || percent < from ? std::string_view() : pattern.substr(from);
}

bool verified(std::u32string_view words) {
    model::Document document;
    document.stories.resize(1);
    document.stories.front().paragraphs.push_back(paragraphOf(words));
    const auto found = recognise(document);
    return !found.empty() && std::all_of(found.begin(), found.end(), [](const Figure& figure) { return figure.verdict == Verdict::ok; });
}

std::u32string joined(char32_t before, std::u32string_view words, char32_t behind) {
    std::u32string out(words);
    if (out.empty()) return out;
    const bool closes = before == U',' || before == U';' || before == U':' || before == U'.' || before == U')' || before == U'”';
    if (joins(out.front()) && (joins(before) || closes)) out.insert(out.begin(), U' ');
    if (joins(out.back()) && joins(behind) && behind != U'%') out += U' ';
    return out;
}

std::map<std::string, std::string, std::less<>> ownPatterns(std::span<const std::string> lines) {
    std::map<std::string, std::string, std::less<>> out;
    for (const std::string& line : lines) {
        const auto equals = line.find('=');
        if (equals == std::string::npos || !line.starts_with("figures.phrase.")) continue;
        std::string pattern = line.substr(equals + 1);
        if (pattern.find(kPercentGap) != std::string::npos) out.insert_or_assign(line.substr(0, equals), std::move(pattern));
    }
    return out;
}

std::vector<std::string> patternLines(const std::map<std::string, std::string, std::less<>>& patterns) {
    std::vector<std::string> out;
    for (const auto& [key, pattern] : patterns) out.push_back(key + "=" + pattern);
    return out;
}

}  // namespace thethuc::figures
