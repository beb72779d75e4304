#include "figures/line.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "figures/words.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

constexpr std::int32_t kFirstYear = 1900, kLastYear = 2100;
constexpr std::int32_t kDays = 31, kMonths = 12;
/// Fractions up to this denominator are said in words: hai phần ba, một phần mười.
constexpr std::int32_t kVulgar = 10;

struct Scale {
    WordKey word;
    std::int32_t power;
};
constexpr std::array<Scale, 6> kScales{{{U"nghìn", 3}, {U"ngàn", 3}, {U"vạn", 4}, {U"triệu", 6}, {U"tỷ", 9}, {U"tỉ", 9}}};
/// What “tỷ”, “tỉ” stand before where they are no scale: tỷ lệ, tỷ trọng, tỷ giá, tỉ mỉ.
constexpr auto kNoScale = std::to_array<WordKey>({U"lệ", U"trọng", U"suất", U"giá", U"số", U"mỉ"});
/// Words that end a unit.
constexpr auto kUnitEnds = std::to_array<WordKey>({
    U"đạt", U"chiếm", U"bằng", U"vượt", U"tăng", U"giảm", U"còn", U"đã", U"và", U"là", U"trên", U"trong", U"so", U"được", U"có", U"với", U"của",
    U"theo", U"tương", U"tỷ", U"tỉ",
    U"hoàn", U"ước", U"chưa", U"thuộc", U"gồm", U"phải", U"cần", U"bị", U"đang", U"không", U"do", U"từ", U"tại", U"ở", U"để", U"như", U"thì",
    U"nên", U"mà", U"cũng", U"đến", U"khi",
    U"nhưng"});

class Reader {
public:
    Reader(const model::Paragraph& paragraph, std::int32_t story, std::int32_t index) {
        line_.paragraph = &paragraph;
        line_.story = story;
        line_.index = index;
        Tokens read = tokenize(paragraph);
        line_.tokens = std::move(read.tokens);
        line_.readings = std::move(read.readings);
        if (line_.readings.empty()) return;
        label_.assign(tokens().size(), false);
        inRange_.assign(tokens().size(), false);
    }

    Line run() {
        if (line_.readings.empty()) return std::move(line_);  // no number, no quantity
        matchParentheses();
        markHeadingNumber();
        markChains();
        markRanges();
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (tokens()[i].kind == TokenKind::number) i = quantity(i);
        }
        line_.quantityAt.assign(tokens().size(), -1);
        for (std::size_t q = 0; q < line_.quantities.size(); ++q) {
            for (std::size_t t = line_.quantities[q].first; t <= line_.quantities[q].last; ++t)
                line_.quantityAt[t] = static_cast<std::int32_t>(q);
        }
        return std::move(line_);
    }

private:
    const std::vector<Token>& tokens() const { return line_.tokens; }
    bool is(std::size_t i, TokenKind kind) const { return i < tokens().size() && tokens()[i].kind == kind; }
    bool isWord(std::size_t i, WordKey key) const { return is(i, TokenKind::word) && tokens()[i].key == key; }

    void matchParentheses() {
        line_.partner.assign(tokens().size(), -1);
        depth_.assign(tokens().size(), 0);
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is(i, TokenKind::close) && !open.empty()) {
                line_.partner[i] = static_cast<std::int32_t>(open.back());
                line_.partner[open.back()] = static_cast<std::int32_t>(i);
                open.pop_back();
            }
            depth_[i] = static_cast<std::int32_t>(open.size());
            if (is(i, TokenKind::open)) open.push_back(i);
        }
    }

    /// “2.1. Về rà soát”, “3) …”, “(2) …”: the number of the paragraph.
    void markHeadingNumber() {
        std::size_t i = 0;
        if (is(i, TokenKind::open)) ++i;
        if (is(i, TokenKind::dash) || is(i, TokenKind::plus)) return;
        if (!is(i, TokenKind::number)) return;
        const bool mark = is(i + 1, TokenKind::stop) || is(i + 1, TokenKind::close) || is(i + 1, TokenKind::other);
        if (mark && (tokens()[i].plainDigits || i + 1 < tokens().size())) label_[i] = tokens()[i + 1].glued;
    }

    bool year(std::size_t i) const {
        const Token& token = tokens()[i];
        if (!token.plainDigits || token.end - token.start != 4 || !line_.reading(token).value) return false;
        return within(token, kFirstYear, kLastYear);
    }

    bool within(const Token& token, std::int32_t low, std::int32_t high) const {
        return token.plainDigits && line_.reading(token).value && *line_.reading(token).value >= number::Decimal(low) && *line_.reading(token).value <= number::Decimal(high);
    }

    /// Days, months, numbers of documents: a/b/c, 42/QĐ-UBND, 57-NQ/TW, 7/2025, 26-3-2025.
    void markChains() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (!is(i, TokenKind::number)) continue;
            std::size_t end = i;
            std::size_t slashes = 0, dashes = 0;
            bool letters = false;
            while (end + 2 < tokens().size()) {
                const bool slash = is(end + 1, TokenKind::slash);
                const bool dash = is(end + 1, TokenKind::dash) && tokens()[end + 1].glued && tokens()[end + 2].glued;
                if (!slash && !dash) break;
                if (is(end + 2, TokenKind::number)) {
                    ++(slash ? slashes : dashes);
                } else if (is(end + 2, TokenKind::word) && (dash || (tokens()[end + 1].glued && upperWord(end + 2)))) {
                    // “12 triệu đồng/tháng” has no digits before its slash; “342/QĐ” has
                    letters = true;
                } else {
                    break;
                }
                end += 2;
                if (letters) break;
            }
            const bool dayMonthYear = slashes + dashes >= 2;
            const bool monthYear = slashes == 1 && dashes == 0 && within(tokens()[i], 1, kMonths) && year(i + 2);
            const bool dashedYear = dashes == 1 && slashes == 0 && year(i + 2);
            if (letters || dayMonthYear || monthYear || dashedYear) {
                for (std::size_t t = i; t <= end; ++t) label_[t] = true;
            }
            i = end;
        }
    }

    bool upperWord(std::size_t i) const {
        const Token& token = tokens()[i];
        const std::u32string_view text = line_.paragraph->text;
        return text::isUpper(text[static_cast<std::size_t>(token.start)]);
    }

    /// “61-100%”, “2021 - 2025”, “từ 5 đến 10%”: two ends, neither is a figure of its own.
    void markRanges() {
        for (std::size_t i = 0; i + 2 < tokens().size(); ++i) {
            if (!is(i, TokenKind::number) || !is(i + 2, TokenKind::number)) continue;
            if (is(i + 1, TokenKind::dash)) {
                inRange_[i] = inRange_[i + 2] = true;
                if (year(i) && year(i + 2)) label_[i] = label_[i + 2] = true;
            }
        }
    }

    std::optional<std::int32_t> scaleAt(std::size_t i) const {
        if (!is(i, TokenKind::word)) return std::nullopt;
        const auto found = std::find_if(kScales.begin(), kScales.end(), [&](const Scale& scale) { return scale.word == tokens()[i].key; });
        if (found == kScales.end()) return std::nullopt;
        const bool ratio = is(i + 1, TokenKind::word) && std::find(kNoScale.begin(), kNoScale.end(), tokens()[i + 1].key) != kNoScale.end();
        if (ratio) return std::nullopt;
        return found->power;
    }

    /// Scale words and the unit behind token `i`.
    void finish(Quantity& quantity, std::size_t behind) {
        std::size_t next = behind;
        while (const auto power = scaleAt(next)) {
            quantity.scale += *power;
            quantity.last = next++;
        }
        quantity.persons = phraseAt(tokens(), next, words::persons()) > 0;
        quantity.limit = limitBehind(next);
        quantity.noun = phraseAt(tokens(), next, words::oneSyllable()) > 0;
        for (std::size_t u = next; u < tokens().size() && quantity.unit.size() < Unit::kMost && is(u, TokenKind::word); ++u) {
            if (std::find(kUnitEnds.begin(), kUnitEnds.end(), tokens()[u].key) != kUnitEnds.end()) break;
            quantity.unit.add(tokens()[u].key, line_.letters(u).size());
        }
        quantity.depth = depth_[quantity.first];
        line_.quantities.push_back(std::move(quantity));
    }

    bool limitBehind(std::size_t next) const {
        constexpr std::size_t kFar = 4;
        for (std::size_t i = next; i < next + kFar && is(i, TokenKind::word); ++i) {
            if (isWord(i, U"trở") && (isWord(i + 1, U"lên") || isWord(i + 1, U"xuống"))) return true;
        }
        return false;
    }

    bool dayWordBefore(std::size_t i) const {
        // up to four words back: “Ngày Thuyền viên 25/6”
        constexpr std::size_t kBack = 4;
        for (std::size_t back = 0; back <= kBack && back < i; ++back) {
            if (!is(i - back - 1, TokenKind::word)) return false;
            if (phraseBefore(tokens(), i - back, words::dayBefore()) > 0 && (back == 0 || tokens()[i - back - 1].key == U"ngày" || tokens()[i - back - 1].key == U"lễ"))
                return true;
        }
        return false;
    }

    std::size_t quantity(std::size_t i) {
        if (!line_.reading(i).value) return i;
        if (is(i + 1, TokenKind::slash) && is(i + 2, TokenKind::number) && line_.reading(i + 2).value) {
            if (label_[i] || label_[i + 2]) return i + 2;
            return fraction(i, i + 2);
        }
        if (saidInWords(i)) return fraction(i, i + 2);
        if (const std::size_t whole = wholeBehindUnit(i); whole > i && !label_[i] && !label_[whole]) return fraction(i, whole);
        if (is(i + 1, TokenKind::percent) || is(i + 1, TokenKind::points)) {
            Quantity percent;
            percent.kind = is(i + 1, TokenKind::percent) ? Quantity::Kind::percent : Quantity::Kind::points;
            percent.first = percent.a = i;
            percent.last = i + 1;
            percent.range = inRange_[i];
            percent.depth = depth_[i];
            line_.quantities.push_back(std::move(percent));
            return i + 1;
        }
        if (label_[i] || inRange_[i] || labelled(i)) return i;
        Quantity count;
        count.first = count.last = count.a = i;
        finish(count, i + 1);
        return i;
    }

    /// Grades, levels, classes: “cấp 4”, “lớp 12”, “hạng III”.
    static constexpr std::int32_t kLargestGrade = 12;
    /// Nobody draws a map on a scale of 1 to less than this.
    static constexpr std::int32_t kLargestPlainWhole = 99;

    /// “34 trên 40 đơn vị”; “34 trên 40 tuổi” are people.
    bool saidInWords(std::size_t i) const {
        if (!isWord(i + 1, U"trên") || !is(i + 2, TokenKind::number) || !is(i + 3, TokenKind::word) || label_[i] || label_[i + 2] || inRange_[i]) return false;
        if (!line_.reading(i + 2).value || *line_.reading(i).value > *line_.reading(i + 2).value || scaleAt(i + 3)) return false;
        return phraseAt(tokens(), i + 3, words::labelBehind()) == 0 && !labelled(i);
    }

    /// “1.045 hồ sơ/1.130 hồ sơ”: the denominator of a fraction that names its unit twice; `i` where it is none.
    std::size_t wholeBehindUnit(std::size_t i) const {
        std::size_t slash = i + 1;
        while (is(slash, TokenKind::word) && slash - i <= Unit::kMost + 1) ++slash;
        if (slash == i + 1 || !is(slash, TokenKind::slash) || !is(slash + 1, TokenKind::number) || !line_.reading(slash + 1).value) return i;
        // “204 giấy chứng nhận/240 giấy phải cấp”
        if (phraseAt(tokens(), i + 1, words::oneSyllable()) > 0 && isWord(slash + 2, tokens()[i + 1].key)) return slash + 1;
        for (std::size_t k = i + 1; k < slash; ++k) {
            if (!isWord(slash + 1 + k - i, tokens()[k].key)) return i;
        }
        return slash + 1;
    }

    std::size_t fraction(std::size_t i, std::size_t whole) {
        Quantity quantity;
        quantity.kind = Quantity::Kind::fraction;
        quantity.first = quantity.a = i;
        quantity.last = quantity.b = whole;
        const Token& a = tokens()[i];
        const Token& b = tokens()[whole];
        if (phraseBefore(tokens(), i, words::rankBefore()) > 0 || namedTarget(i)) return whole;
        // “tỷ lệ 1/500”: the scale of a map
        if (i > 0 && isWord(i - 1, U"lệ") && within(a, 1, 1) && !within(b, 1, kLargestPlainWhole)) return whole;
        const bool day = within(a, 1, kDays) && within(b, 1, kMonths);
        if (day && dayWordBefore(i)) return whole;
        quantity.dateLike = day && *line_.reading(a).value > *line_.reading(b).value;
        const bool inWords = phraseBefore(tokens(), i, words::approximations()) > 0 || ofSomething(i, whole + 1);
        const bool small = within(b, 2, kVulgar) && !b.leadingZero && *line_.reading(a).value < *line_.reading(b).value && !a.leadingZero;
        quantity.vulgar = (inWords && (small || within(a, 1, 1))) || partsOfTen(i, a, b);
        quantity.score = isScore(i, whole);
        finish(quantity, whole + 1);
        return whole;
    }

    /// “Chỉ tiêu 3/15 mới đạt …”: the third of fifteen; “hoàn thành chỉ tiêu 12/15” counts them.
    bool namedTarget(std::size_t i) const {
        const bool target = i > 1 && ((isWord(i - 2, U"chỉ") && isWord(i - 1, U"tiêu")) || (isWord(i - 2, U"tiêu") && isWord(i - 1, U"chí")));
        if (!target) return false;
        const std::size_t before = i - 2;
        return before == 0 || !(isWord(before - 1, U"số") || isWord(before - 1, U"thành") || isWord(before - 1, U"đạt") || isWord(before - 1, U"được"));
    }

    /// “tỷ lệ vốn đối ứng 3/7”: two parts of ten.
    bool partsOfTen(std::size_t before, const Token& a, const Token& b) const {
        constexpr std::size_t kBack = 6;
        if (*line_.reading(a).value + *line_.reading(b).value != number::Decimal(kVulgar) || a.leadingZero || b.leadingZero) return false;
        for (std::size_t i = before; i > 1 && before - i < kBack && is(i - 1, TokenKind::word); --i) {
            if (isWord(i - 1, U"lệ") && (isWord(i - 2, U"tỷ") || isWord(i - 2, U"tỉ"))) return true;
        }
        return false;
    }

    /// “8,5/10”, “điểm trung bình 8/10”, “92/100 điểm”, “4/5 sao”: a mark, not so many of so many things.
    bool isScore(std::size_t i, std::size_t whole) const {
        constexpr std::size_t kBack = 10;
        static constexpr auto kTops = std::to_array<std::int32_t>({4, 5, 10, 20, 100});  // NOLINT(readability-magic-numbers)
        const std::size_t next = whole + 1;
        if (isWord(next, U"sao") || (isWord(next, U"điểm") && !is(next + 1, TokenKind::word))) return true;
        // “điểm trường”, “12/15 xã”: things that are counted; “xếp loại” begins another clause
        if (is(next, TokenKind::word) && phraseAt(tokens(), next, words::ranking()) == 0 &&
            std::find(kUnitEnds.begin(), kUnitEnds.end(), tokens()[next].key) == kUnitEnds.end())
            return false;
        const number::Decimal top = *line_.reading(whole).value;
        const bool usual = std::any_of(kTops.begin(), kTops.end(), [&](std::int32_t one) { return top == number::Decimal(one); });
        if (usual && line_.reading(i).value->scale() > 0 && !tokens()[i].plainDigits && top.scale() == 0) return true;
        std::size_t from = i;
        while (from > 0 && i - from < kBack && is(from - 1, TokenKind::word)) --from;
        return holdsPhrase(tokens(), from, i, words::scoreBefore());
    }

    /// “chiếm 1/3”, “sau 1/3 thời gian”, “2/3 số vụ”: a share said in words.
    bool ofSomething(std::size_t before, std::size_t behind) const {
        for (const WordKey word : {WordKey(U"chiếm"), WordKey(U"bằng"), WordKey(U"sau")}) {
            if (before > 0 && isWord(before - 1, word)) return true;
        }
        for (const WordKey word : {WordKey(U"số"), WordKey(U"tổng"), WordKey(U"thời"), WordKey(U"diện"), WordKey(U"dân"), WordKey(U"giá"), WordKey(U"chặng"), WordKey(U"quãng")}) {
            if (isWord(behind, word)) return true;
        }
        return false;
    }

    /// “cấp 15.870 giấy”, “cấp 05 giấy”, “chi tiết 65,2 tỷ”: the word before is a verb or the end of another word.
    bool countedAll(std::size_t i, std::size_t length) const {
        if (phraseBefore(tokens(), i, words::noLabel()) > length) return true;
        if (length != 1 || phraseBefore(tokens(), i, words::labelOrVerb()) != 1) return false;
        const Token& token = tokens()[i];
        return !token.plainDigits || token.leadingZero || !within(token, 0, kLargestGrade);
    }

    /// “số 12 …” is a name where nothing but a noun stands before it: “bão số 3,”; it counts behind “tổng”, “đó”, or with a unit of its own.
    bool nameBySo(std::size_t i) const {
        if (i < 2 || !is(i - 2, TokenKind::word)) return true;  // “Số: 135/BC” is a chain already
        if (phraseBefore(tokens(), i - 1, words::beforeSo()) > 0) return false;
        return tokens()[i].plainDigits && !is(i + 1, TokenKind::word);
    }

    /// “Khối 6: 80 em”, “Thôn 3: 25 hộ”: the number of a class or village, whose count follows.
    bool nameBeforeColon(std::size_t i) const {
        constexpr std::size_t kBack = 5;
        const Token& token = tokens()[i];
        if (!is(i + 1, TokenKind::colon) || i == 0 || !is(i - 1, TokenKind::word) || token.leadingZero || !within(token, 1, kLargestPlainWhole)) return false;
        const std::size_t from = i > kBack ? i - kBack : 0;
        if (holdsPhrase(tokens(), from, i, words::totals()) || holdsPhrase(tokens(), from, i, words::quantityWords())) return false;
        const auto behind = tokens().begin() + static_cast<std::ptrdiff_t>(i) + 1;
        return std::any_of(behind, tokens().end(), [](const Token& one) { return one.kind == TokenKind::number; });
    }

    bool labelled(std::size_t i) const {
        const Token& token = tokens()[i];
        if (nameBeforeColon(i)) return true;
        if (const std::size_t length = phraseBefore(tokens(), i, words::labelBefore()); length > 0 && !countedAll(i, length)) return true;
        if (i > 0 && isWord(i - 1, U"số") && nameBySo(i)) return true;
        if (phraseAt(tokens(), i + 1, words::labelBehind()) > 0) return true;
        if (year(i)) return true;
        // glued to something: “F.0”, “3a”, “/5”
        if (is(i + 1, TokenKind::slash) && !(tokens()[i].plainDigits && is(i + 2, TokenKind::word) && upperWord(i + 2))) return false;
        if (i > 0 && is(i - 1, TokenKind::slash)) return true;
        return token.glued && i > 0 && is(i - 1, TokenKind::dash) && tokens()[i - 1].glued;
    }

    Line line_;
    std::vector<bool> label_;
    std::vector<bool> inRange_;
    std::vector<std::int32_t> depth_;
};

}  // namespace

model::Range Line::range(std::size_t firstToken, std::size_t lastToken) const {
    const std::int32_t start = tokens[firstToken].start;
    return {story, index, start, tokens[lastToken].end - start};
}

Operand Line::operand(std::size_t token) const {
    const Token& number = tokens[token];
    const bool known = number.reading >= 0 && reading(number).value;
    return {known ? *reading(number).value : number::Decimal(), range(token, token)};
}

std::u32string Line::words(const model::Range& range) const {
    return paragraph->text.substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length));
}

std::u32string Line::letters(std::size_t token) const { return text::toLower(text::nfc(words(range(token, token)))); }

const Quantity* Line::at(std::size_t token) const {
    if (token >= quantityAt.size() || quantityAt[token] < 0) return nullptr;
    return &quantities[static_cast<std::size_t>(quantityAt[token])];
}

Line readLine(const model::Paragraph& paragraph, std::int32_t story, std::int32_t index) { return Reader(paragraph, story, index).run(); }

number::Decimal scaled(const number::Decimal& value, std::int32_t scale) {
    if (scale <= 0) return value;
    number::Integer digits = value.digits();
    const std::int32_t drop = std::min(scale, value.scale());
    for (std::int32_t i = drop; i < scale; ++i) digits *= 10;
    return number::Decimal(digits, value.scale() - drop);
}

bool sameUnit(const Quantity& one, const Quantity& other) {
    if (one.unit.empty() || other.unit.empty()) return true;
    if (one.unit[0] != other.unit[0]) return false;
    return one.unit.size() < 2 || other.unit.size() < 2 || one.unit[1] == other.unit[1] || one.unit.telling();
}

bool sameNoun(const Quantity& one, const Quantity& other) {
    if (sameUnit(one, other) || (one.persons && other.persons)) return true;
    return one.noun && other.noun && one.unit[0] == other.unit[0];
}

}  // namespace thethuc::figures
