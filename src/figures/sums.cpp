// A sum is certain where the words say that the parts make the whole: “Tổng số 408: 384 …; 24 …”, “gồm”, “đã … chưa …”,
// “a + b = c”. “Trong đó” may name some of the parts only: there a sum that fits is listed, one that does not is a
// question at most.
#include "figures/sums.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "figures/verdict.hpp"
#include "figures/words.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using number::Decimal;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kTotalWords = 9;           ///< “Tổng số hồ sơ tiếp nhận trong quý là 702”
constexpr std::size_t kWindow = 6;

Decimal sumOf(const std::vector<Operand>& parts) {
    Decimal sum;
    for (const Operand& part : parts) sum = sum + part.value;
    return sum;
}

}  // namespace

bool oneSlip(const Decimal& total, const std::vector<Operand>& parts) {
    const auto singleDigit = [](const Decimal& is, const Decimal& should) {
        if (should < Decimal(0)) return false;
        const std::string one = number::plain(is), other = number::plain(should);
        if (one.size() != other.size()) return false;
        std::size_t off = 0;
        for (std::size_t i = 0; i < one.size(); ++i) off += one[i] != other[i] ? 1U : 0U;
        if (off == 1) return true;
        std::string sortedOne = one, sortedOther = other;
        std::sort(sortedOne.begin(), sortedOne.end());
        std::sort(sortedOther.begin(), sortedOther.end());
        return off == 2 && sortedOne == sortedOther;
    };
    const Decimal sum = sumOf(parts);
    if (singleDigit(total, sum)) return true;
    return std::any_of(parts.begin(), parts.end(), [&](const Operand& part) { return singleDigit(part.value, part.value + (total - sum)); });
}

namespace {

Figure sumFigure(const Line& line, const Operand& total, std::vector<Operand> parts, const model::Range& at) {
    Figure figure;
    figure.kind = Kind::sum;
    figure.relation = Relation::total;
    figure.claimed = total;
    figure.parts = std::move(parts);
    figure.correct = sumOf(figure.parts);
    figure.verdict = figure.correct == total.value ? Verdict::ok : Verdict::wrong;
    if (figure.verdict == Verdict::ok) figure.correct = total.value;
    figure.at = at;
    figure.text = line.words(at);
    return figure;
}

class Summer {
public:
    explicit Summer(const Line& line) : line_(line), tokens_(line.tokens) {}

    std::vector<Figure> run() {
        expressions();
        for (std::size_t q = 0; q < line_.quantities.size(); ++q) {
            if (quantity(q).kind == Quantity::Kind::count) total(q), totalBehind(q);
            if (quantity(q).kind == Quantity::Kind::fraction) restOfFraction(q);
        }
        return std::move(figures_);
    }

    /// What opens the parts behind count `q`; the token after it, kNone where nothing does.
    struct Opening {
        std::size_t next = kNone;
        bool whole = false;                      ///< the words say that the parts make the whole
        bool loose = false;                      ///< nothing says that they are parts: only a sum that fits is one
        bool list = false;                       ///< “Tổng số …: 702; a: 663; b: 8”
        std::size_t close = 0;                   ///< end of the parts, exclusive
    };
    Opening openingAfter(std::size_t q) const {
        const Quantity& one = quantity(q);
        Opening out;
        const bool totalWord = hasTotalWord(q);
        std::size_t i = one.last + 1;
        std::size_t words = 0;
        constexpr std::size_t kUnit = 14;
        while (i < tokens_.size()) {
            if (is(i, TokenKind::open)) {
                const auto close = line_.partner[i] >= 0 ? static_cast<std::size_t>(line_.partner[i]) : tokens_.size();
                if (const std::size_t length = phraseAt(tokens_, i + 1, words::partIntroducers())) {
                    out.whole = phraseAt(tokens_, i + 1, words::wholeIntroducers()) == length;
                    out.next = i + 1 + length;
                    out.close = close;
                    return skipColon(out);
                }
                if (line_.partner[i] >= 0 && countsIn(i + 1, close) > 1 && !percentIn(i + 1, close)) {
                    out.next = i + 1;
                    out.loose = !totalWord;
                    out.close = close;
                    return out;
                }
                if (line_.partner[i] < 0) return {};
                i = close + 1;
                continue;
            }
            if (const std::size_t length = phraseAt(tokens_, i, words::partIntroducers())) {
                out.whole = phraseAt(tokens_, i, words::wholeIntroducers()) == length;
                out.next = i + length;
                out.close = sentenceEnd(i);
                return skipColon(out);
            }
            if (is(i, TokenKind::comma)) {
                ++i;
                if (is(i, TokenKind::word) && phraseAt(tokens_, i, words::partIntroducers()) > 0) continue;
                // “146 cán bộ, công chức, trong đó …”; “39 biên chế, đã sử dụng 36, chưa sử dụng 03” is left to pairs
                constexpr std::size_t kNoun = 6;
                const std::size_t noun = i;
                while (is(i, TokenKind::word) && indexOf(i) == kNone && i - noun < kNoun && phraseAt(tokens_, i, words::partIntroducers()) == 0) ++i;
                const bool on = (is(i, TokenKind::comma) || is(i, TokenKind::semicolon)) && phraseAt(tokens_, i + 1, words::partIntroducers()) > 0;
                if (!on && phraseAt(tokens_, i, words::partIntroducers()) == 0) return {};
                continue;
            }
            if (is(i, TokenKind::colon)) {
                if (!totalWord && !atBlockStart(q)) return {};
                out.whole = totalWord;
                out.next = i + 1;
                out.close = sentenceEnd(i);
                return out;
            }
            if (is(i, TokenKind::semicolon)) {
                if (phraseAt(tokens_, i + 1, words::partIntroducers()) > 0) {
                    ++i;
                    continue;
                }
                if (!totalWord) return {};
                out.list = true;
                out.next = i + 1;
                out.close = sentenceEnd(i);
                return out;
            }
            if (!is(i, TokenKind::word) || indexOf(i) != kNone || ++words > kUnit) return {};
            ++i;
        }
        return {};
    }

    bool hasTotalWord(std::size_t q) const {
        std::size_t from = quantity(q).first;
        for (std::size_t back = 0; back < kTotalWords && from > 0; ++back) {
            if (is(from - 1, TokenKind::stop) || is(from - 1, TokenKind::semicolon) || is(from - 1, TokenKind::comma) || indexOf(from - 1) != kNone) break;
            --from;
        }
        return holdsPhrase(tokens_, from, quantity(q).first, words::totals());
    }

private:
    const Quantity& quantity(std::size_t q) const { return line_.quantities[q]; }
    bool is(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    bool isWord(std::size_t i, WordKey key) const { return is(i, TokenKind::word) && tokens_[i].key == key; }
    std::size_t indexOf(std::size_t token) const {
        return token < line_.quantityAt.size() && line_.quantityAt[token] >= 0 ? static_cast<std::size_t>(line_.quantityAt[token]) : kNone;
    }
    std::size_t sentenceEnd(std::size_t token) const {
        std::size_t i = token;
        while (i < tokens_.size() && !is(i, TokenKind::stop)) ++i;
        return i;
    }
    bool atBlockStart(std::size_t) const { return false; }
    Opening skipColon(Opening opening) const {
        while (is(opening.next, TokenKind::colon) || is(opening.next, TokenKind::comma) || isWord(opening.next, U"có") || isWord(opening.next, U"là")) ++opening.next;
        return opening;
    }
    std::size_t countsIn(std::size_t from, std::size_t to) const {
        return static_cast<std::size_t>(std::count_if(line_.quantities.begin(), line_.quantities.end(), [&](const Quantity& one) {
            return one.kind == Quantity::Kind::count && one.first >= from && one.last < to;
        }));
    }
    bool percentIn(std::size_t from, std::size_t to) const {
        return std::any_of(line_.quantities.begin(), line_.quantities.end(), [&](const Quantity& one) {
            return one.kind != Quantity::Kind::count && one.first >= from && one.last < to;
        });
    }

    void add(Figure figure) {
        const auto same = [&](const Figure& one) { return one.claimed.at == figure.claimed.at && one.parts.front().at == figure.parts.front().at; };
        if (std::none_of(figures_.begin(), figures_.end(), same)) figures_.push_back(std::move(figure));
    }

    // --- a + b = c -----------------------------------------------------------------------------------------------------
    void expressions() {
        for (std::size_t q = 0; q + 1 < line_.quantities.size(); ++q) {
            if (!joined(q, TokenKind::plus)) continue;
            std::size_t last = q;
            std::vector<Operand> parts{line_.operand(quantity(q).a)};
            while (last + 1 < line_.quantities.size() && joined(last, TokenKind::plus)) parts.push_back(line_.operand(quantity(++last).a));
            std::size_t whole = kNone;
            if (last + 1 < line_.quantities.size() && joined(last, TokenKind::equals)) whole = last + 1;
            else if (q > 0 && joined(q - 1, TokenKind::equals)) whole = q - 1;
            if (whole != kNone) {
                const std::size_t from = std::min(quantity(q).first, quantity(whole).first);
                const std::size_t to = std::max(quantity(last).last, quantity(whole).last);
                add(sumFigure(line_, line_.operand(quantity(whole).a), std::move(parts), line_.range(from, to)));
            }
            q = last;
        }
    }
    /// Quantities q and q+1 are counts with only their unit and the sign between them.
    bool joined(std::size_t q, TokenKind sign) const {
        const Quantity& one = quantity(q);
        const Quantity& other = quantity(q + 1);
        if (one.kind != Quantity::Kind::count || other.kind != Quantity::Kind::count || one.scale != other.scale) return false;
        std::size_t signs = 0;
        for (std::size_t i = one.last + 1; i < other.first; ++i) {
            if (is(i, sign)) ++signs;
            else if (!is(i, TokenKind::word)) return false;
        }
        return signs == 1 && is(other.first - 1, sign);
    }

    // --- total and parts -------------------------------------------------------------------------------------------------
    void total(std::size_t q) {
        if (pairOfParts(q)) return;
        const Opening opening = openingAfter(q);
        if (opening.next == kNone || opening.next >= tokens_.size()) return;
        const std::int32_t depth = depthAt(opening.next);
        struct Item {
            std::size_t quantity;
            std::size_t counts;
        };
        std::vector<std::size_t> parts;
        bool plain = true;
        bool separated = true;
        for (std::size_t p = q + 1; p < line_.quantities.size() && quantity(p).first < opening.close; ++p) {
            const Quantity& part = quantity(p);
            if (part.first < opening.next) return;
            if (part.depth > depth) continue;
            if (part.kind == Quantity::Kind::percent || part.kind == Quantity::Kind::points) continue;
            if (part.kind == Quantity::Kind::fraction) {
                plain = false;
                break;
            }
            if (!parts.empty() && !separator(quantity(parts.back()).last + 1, part.first)) {
                separated = false;
                continue;
            }
            if (!sameNoun(part, quantity(q)) || part.scale != quantity(q).scale) {
                plain = false;
                continue;
            }
            plain = plain && !part.unit.empty() && !quantity(q).unit.empty();
            parts.push_back(p);
        }
        const Operand whole = line_.operand(quantity(q).a);
        if (parts.size() < 2) {
            if (!opening.loose) ofAnyUnits(q, opening.next, opening.close, depth);
            return;
        }
        std::vector<Operand> operands;
        std::size_t fitting = 0;
        for (const std::size_t p : parts) {
            operands.push_back(line_.operand(quantity(p).a));
            if (operands.size() > 1 && sumOf(operands) == whole.value) {
                fitting = operands.size();
                break;
            }
        }
        if (fitting > 0) {
            add(sumFigure(line_, whole, operands, line_.range(quantity(q).first, quantity(parts[fitting - 1]).last)));
            return;
        }
        if (opening.loose) return;
        // a sum of overlapping or of some parts only is none
        const bool open = openEnded(opening.next, opening.close) || overlapping(opening.next, std::min(opening.close, tokens_.size()));
        Figure figure = sumFigure(line_, whole, operands, line_.range(quantity(q).first, quantity(parts.back()).last));
        if (opening.whole && plain && separated && !open) {
            add(std::move(figure));
            return;
        }
        if (!open && separated && oneSlip(whole.value, operands)) {
            figure.verdict = Verdict::unclear;
            figure.doubt = Doubt::notPlain;
            add(std::move(figure));
        }
    }

    /// “146 cán bộ, công chức, trong đó: 92 công chức; 54 cán bộ”: all counts of the sentence, whatever they are called, where they make the total.
    void ofAnyUnits(std::size_t q, std::size_t from, std::size_t to, std::int32_t depth) {
        const Operand whole = line_.operand(quantity(q).a);
        std::vector<Operand> parts;
        std::size_t last = q;
        for (std::size_t p = q + 1; p < line_.quantities.size() && quantity(p).first < to; ++p) {
            const Quantity& part = quantity(p);
            if (part.first < from || part.depth > depth || part.kind == Quantity::Kind::percent) continue;
            if (part.kind != Quantity::Kind::count || part.scale != quantity(q).scale || part.unit.empty()) return;
            parts.push_back(line_.operand(part.a));
            last = p;
        }
        if (parts.size() < 2 || sumOf(parts) != whole.value) return;
        add(sumFigure(line_, whole, std::move(parts), line_.range(quantity(q).first, quantity(last).last)));
    }

    /// “33 nhiệm vụ …, 03 nhiệm vụ …, tổng cộng 36 nhiệm vụ”: only a sum that fits, or that one slip keeps from fitting.
    void totalBehind(std::size_t q) {
        const Quantity& whole = quantity(q);
        std::size_t start = whole.first;
        while (start > 0 && whole.first - start < kWindow && is(start - 1, TokenKind::word)) --start;
        if (start == 0 || !(is(start - 1, TokenKind::comma) || is(start - 1, TokenKind::semicolon)) || phraseAt(tokens_, start, words::totals()) == 0) return;
        std::vector<Operand> parts;
        std::size_t first = q;
        while (first > 0 && sentenceEnd(quantity(first - 1).first) == sentenceEnd(whole.first)) {
            const Quantity& part = quantity(first - 1);
            if (part.kind != Quantity::Kind::count || part.scale != whole.scale || part.depth != whole.depth) break;
            if (part.unit.empty() || whole.unit.empty() || !sameUnit(part, whole)) break;
            parts.insert(parts.begin(), line_.operand(part.a));
            --first;
        }
        if (parts.size() < 2) return;
        Figure figure = sumFigure(line_, line_.operand(whole.a), std::move(parts), line_.range(quantity(first).first, whole.last));
        if (figure.verdict == Verdict::wrong) {
            if (!oneSlip(figure.claimed.value, figure.parts)) return;
            figure.verdict = Verdict::unclear;
            figure.doubt = Doubt::notPlain;
        }
        add(std::move(figure));
    }

    std::int32_t depthAt(std::size_t token) const {
        std::int32_t depth = 0;
        for (std::size_t i = 0; i < token; ++i) {
            if (is(i, TokenKind::open)) ++depth;
            if (is(i, TokenKind::close)) depth = std::max(0, depth - 1);
        }
        return depth;
    }

    bool separator(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (is(i, TokenKind::comma) || is(i, TokenKind::semicolon) || isWord(i, U"và") || is(i, TokenKind::plus)) return true;
        }
        return false;
    }
    /// “nữ 150 người, đảng viên 310 người”: the same people may be counted in both. “Nam …, nữ …” are apart.
    bool overlapping(std::size_t from, std::size_t to) const {
        const Phrase men(U"nam"), women(U"nữ");
        const bool both = holdsPhrase(tokens_, from, to, men) && holdsPhrase(tokens_, from, to, women);
        for (std::size_t i = from; i < to; ++i) {
            if (phraseAt(tokens_, i, words::attributes()) > 0 && !(both && (isWord(i, U"nam") || isWord(i, U"nữ")))) return true;
        }
        return false;
    }

    /// “…”, “v.v”, “khác”, “còn lại”: parts without a number.
    bool openEnded(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < std::min(to, tokens_.size()); ++i) {
            if (isWord(i, U"khác") || isWord(i, U"còn") || isWord(i, U"vv") || isWord(i, U"v") || isWord(i, U"ngoài") || isWord(i, U"riêng") || isWord(i, U"khoảng") ||
                isWord(i, U"hơn") || isWord(i, U"tăng") || isWord(i, U"giảm") ||
                (isWord(i, U"trong") && (isWord(i + 1, U"đó") || isWord(i + 1, U"số"))))
                return true;
        }
        return to < tokens_.size() && is(to, TokenKind::stop) && is(to + 1, TokenKind::stop);
    }

    // --- đã … / chưa … ---------------------------------------------------------------------------------------------------------
    std::pair<std::size_t, std::size_t> window(std::size_t q) const {
        const std::size_t before = q > 0 ? quantity(q - 1).last + 1 : 0;
        std::size_t from = std::max(before, quantity(q).first > kWindow ? quantity(q).first - kWindow : 0);
        for (std::size_t i = quantity(q).first; i > from; --i) {
            if (is(i - 1, TokenKind::comma) || is(i - 1, TokenKind::semicolon) || is(i - 1, TokenKind::stop) || is(i - 1, TokenKind::colon)) {
                from = i;
                break;
            }
        }
        std::size_t to = quantity(q).last + 1;
        while (to < tokens_.size() && to < quantity(q).last + kWindow && is(to, TokenKind::word) && indexOf(to) == kNone && !isWord(to, U"và")) ++to;
        return {from, to};
    }

    bool complementary(std::size_t one, std::size_t other) const {
        const auto [from1, to1] = window(one);
        const auto [from2, to2] = window(other);
        for (const words::Pair& pair : words::complements()) {
            if (!holdsPhrase(tokens_, from1, to1, pair.one) || !holdsPhrase(tokens_, from2, to2, pair.other)) continue;
            if (holdsPhrase(tokens_, from1, to1, pair.other)) continue;
            if (pair.one != Phrase(U"đã") || pair.other != Phrase(U"chưa")) return true;
            // the same verb behind both
            if (verbBehind(from1, to1, U"đã") == verbBehind(from2, to2, U"chưa")) return true;
        }
        return false;
    }
    WordKey verbBehind(std::size_t from, std::size_t to, WordKey key) const {
        for (std::size_t i = from; i + 1 < to; ++i) {
            if (isWord(i, key) && is(i + 1, TokenKind::word)) return tokens_[i + 1].key;
        }
        return {};
    }

    bool pairOfParts(std::size_t q) {
        if (q + 2 >= line_.quantities.size()) return false;
        std::size_t one = q + 1;
        while (one < line_.quantities.size() && quantity(one).kind == Quantity::Kind::percent) ++one;
        std::size_t other = one + 1;
        while (other < line_.quantities.size() && quantity(other).kind == Quantity::Kind::percent) ++other;
        if (other >= line_.quantities.size()) return false;
        for (const std::size_t p : {one, other}) {
            if (quantity(p).kind != Quantity::Kind::count || quantity(p).scale != quantity(q).scale) return false;
        }
        if (sentenceEnd(quantity(q).first) != sentenceEnd(quantity(other).first)) return false;
        if (!complementary(one, other)) return false;
        const bool units = (sameUnit(quantity(one), quantity(q)) && sameUnit(quantity(other), quantity(q)));
        const Operand whole = line_.operand(quantity(q).a);
        Figure figure = sumFigure(line_, whole, {line_.operand(quantity(one).a), line_.operand(quantity(other).a)}, line_.range(quantity(q).first, quantity(other).last));
        // a third part would follow with a number of its own
        const bool third = other + 1 < line_.quantities.size() && quantity(other + 1).kind == Quantity::Kind::count &&
                           sentenceEnd(quantity(other + 1).first) == sentenceEnd(quantity(q).first) && sameUnit(quantity(other + 1), quantity(q));
        if (figure.verdict == Verdict::wrong) {
            // files come by post, too
            const auto has = [&](const auto& what) { return holdsPhrase(tokens_, quantity(q).last + 1, quantity(other).last + kWindow, what); };
            if (has(Phrase(U"trực tuyến")) && !has(words::wholeIntroducers())) return false;
            if (third || !units || whole.value < figure.parts[0].value || whole.value < figure.parts[1].value) return false;
            const bool near = quantity(one).first - quantity(q).last <= kTotalWords + kTotalWords;
            if (!near || quantity(q).unit.empty()) return false;
        }
        add(std::move(figure));
        return true;
    }

    /// “đã sử dụng 36/39 biên chế …; chưa sử dụng 03 biên chế”.
    void restOfFraction(std::size_t q) {
        if (quantity(q).vulgar || quantity(q).dateLike) return;
        std::size_t rest = q + 1;
        while (rest < line_.quantities.size() && quantity(rest).kind == Quantity::Kind::percent) ++rest;
        if (rest >= line_.quantities.size() || quantity(rest).kind != Quantity::Kind::count) return;
        if (quantity(rest).scale != quantity(q).scale || !sameUnit(quantity(q), quantity(rest)) || !complementary(q, rest)) return;
        if (sentenceEnd(quantity(q).first) != sentenceEnd(quantity(rest).first)) return;
        Figure figure = sumFigure(line_, line_.operand(quantity(q).b), {line_.operand(quantity(q).a), line_.operand(quantity(rest).a)},
                                  line_.range(quantity(q).first, quantity(rest).last));
        if (figure.verdict == Verdict::wrong && (quantity(q).unit.empty() || quantity(rest).unit.empty() || sharesWhole(q))) return;
        add(std::move(figure));
    }

    /// “trước hạn 57/76, đúng hạn 19/76, quá hạn 0”: another fraction of the sentence is of the same whole, so the two are not all.
    bool sharesWhole(std::size_t q) const {
        const Decimal whole = line_.operand(quantity(q).b).value;
        for (std::size_t i = 0; i < line_.quantities.size(); ++i) {
            if (i == q || quantity(i).kind != Quantity::Kind::fraction || sentenceEnd(quantity(i).first) != sentenceEnd(quantity(q).first)) continue;
            if (line_.operand(quantity(i).b).value == whole) return true;
        }
        return false;
    }

    const Line& line_;
    const std::vector<Token>& tokens_;
    std::vector<Figure> figures_;
};

/// The first count outside parentheses; nothing where it is not the only one of its unit.
struct ItemCount {
    std::optional<std::size_t> quantity;
    bool only = false;
};
ItemCount countOf(const Line& line, const Quantity& unit) {
    ItemCount out;
    for (std::size_t q = 0; q < line.quantities.size(); ++q) {
        const Quantity& one = line.quantities[q];
        if (one.kind == Quantity::Kind::fraction && one.depth == 0 && !out.quantity) return {};
        if (one.kind != Quantity::Kind::count || one.depth > 0 || !sameUnit(one, unit) || one.scale != unit.scale) continue;
        if (out.quantity) {
            out.only = false;
            return out;
        }
        out.quantity = q;
        out.only = true;
    }
    return out;
}

}  // namespace

std::vector<Figure> sumsOf(const Line& line) { return Summer(line).run(); }

std::optional<ListTotal> listTotalOf(const Line& line) {
    if (line.tokens.empty() || line.tokens.back().kind != TokenKind::colon) return std::nullopt;
    const Summer summer(line);
    for (std::size_t q = line.quantities.size(); q > 0; --q) {
        const Quantity& one = line.quantities[q - 1];
        if (one.kind == Quantity::Kind::percent) continue;
        if (one.kind != Quantity::Kind::count || one.depth > 0) return std::nullopt;
        for (std::size_t i = one.last + 1; i + 1 < line.tokens.size(); ++i) {
            if (line.tokens[i].kind == TokenKind::stop || line.tokens[i].kind == TokenKind::semicolon) return std::nullopt;
        }
        const bool introduced = holdsPhrase(line.tokens, one.last + 1, line.tokens.size(), words::partIntroducers());
        if (!introduced && !summer.hasTotalWord(q - 1)) return std::nullopt;
        return ListTotal{line.operand(one.a), one};
    }
    return std::nullopt;
}

ListItems listItemsOf(std::span<const Line> lines, std::size_t opener) {
    ListItems out;
    out.end = opener + 1;
    const char32_t own = bulletOf(*lines[opener].paragraph, lines[opener].tokens);
    char32_t bullet = 0;
    for (std::size_t i = opener + 1; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.story != lines[opener].story || line.paragraph->cell != lines[opener].paragraph->cell) break;
        if (line.tokens.empty()) continue;
        const char32_t now = bulletOf(*line.paragraph, line.tokens);
        if (now == 0 || now == own) break;
        if (bullet == 0) bullet = now;
        if (now == bullet) out.items.push_back(i);
        out.end = i + 1;
    }
    return out;
}

namespace {

/// “+ 05 phòng …; + 16 đơn vị …”: the first counts of all items, whatever they count, where they make the total.
std::optional<std::vector<Operand>> anyUnits(std::span<const Line> lines, const ListItems& list, const Operand& total) {
    std::vector<Operand> parts;
    for (const std::size_t item : list.items) {
        const auto first = std::find_if(lines[item].quantities.begin(), lines[item].quantities.end(), [](const Quantity& one) { return one.depth == 0; });
        if (first == lines[item].quantities.end() || first->kind != Quantity::Kind::count) return std::nullopt;
        parts.push_back(lines[item].operand(first->a));
    }
    if (parts.size() < 2 || sumOf(parts) != total.value) return std::nullopt;
    return parts;
}

}  // namespace

std::optional<Figure> listSumOf(std::span<const Line> lines, std::size_t opener, const ListItems& list) {
    const Line& line = lines[opener];
    const auto total = listTotalOf(line);
    if (!total || list.items.size() < 2) return std::nullopt;
    std::vector<Operand> parts;
    bool plain = !total->quantity.unit.empty();
    bool complete = true;                        // every item has a count of the total's unit
    for (const std::size_t item : list.items) {
        const ItemCount count = countOf(lines[item], total->quantity);
        if (!count.quantity) {
            complete = false;
            continue;
        }
        plain = plain && count.only && !lines[item].quantities[*count.quantity].unit.empty();
        parts.push_back(lines[item].operand(lines[item].quantities[*count.quantity].a));
    }
    const std::size_t last = line.tokens.size() - 1;
    const model::Range at = line.range(total->quantity.first, last);
    if (auto any = anyUnits(lines, list, total->value)) return sumFigure(line, total->value, std::move(*any), at);
    if (parts.size() < 2) return std::nullopt;
    Figure figure = sumFigure(line, total->value, std::move(parts), at);
    if (figure.verdict == Verdict::ok) return figure;
    if (!complete) return std::nullopt;
    const Summer summer(line);
    std::size_t q = 0;
    while (line.quantities[q].first != total->quantity.first) ++q;
    const bool some = holdsPhrase(line.tokens, total->quantity.last + 1, line.tokens.size(), words::partIntroducers()) &&
                      !holdsPhrase(line.tokens, total->quantity.last + 1, line.tokens.size(), words::wholeIntroducers());
    const bool overlap = std::any_of(list.items.begin(), list.items.end(), [&](std::size_t item) {
        return holdsPhrase(lines[item].tokens, 0, lines[item].tokens.size(), words::attributes());
    });
    if (plain && !some && !overlap && summer.hasTotalWord(q)) return figure;
    if (!oneSlip(total->value.value, figure.parts)) return std::nullopt;
    figure.verdict = Verdict::unclear;
    figure.doubt = Doubt::notPlain;
    return figure;
}

}  // namespace thethuc::figures
