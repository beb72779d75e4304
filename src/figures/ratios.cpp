// A percentage is followed backwards: the word of its relation (đạt, chiếm, vượt …), the mark before that, the noun
// phrase, the nearest quantity. A fraction is numerator and denominator at once; a count needs its whole, which stands
// behind “trên tổng số” or before “trong đó”. A link is strong where nothing else can be meant; a weak one is kept only
// where the arithmetic confirms it.
#include "figures/ratios.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "figures/verdict.hpp"
#include "figures/words.hpp"

namespace thethuc::figures {
namespace {

using number::Decimal;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Longest noun phrase between a quantity and the relation, in tokens.
constexpr std::size_t kLongPhrase = 45;
/// … and where no mark stands before the relation.
constexpr std::size_t kShortPhrase = 14;
/// A count of present members may be this much smaller than all members: 1 : 1,6.
constexpr std::int32_t kAbsentTenths = 16;
/// The largest assembly, the National Assembly, has no more members (Luật Tổ chức Quốc hội, Điều 23).
constexpr std::int32_t kMostMembers = 500;
/// First words of what a rate is of: “tỷ lệ giải quyết”, “giải ngân”, “tiến độ”.
constexpr auto kSubjects = std::to_array<WordKey>({U"giải", U"thực", U"tiến", U"kết", U"đúng", U"tán", U"hóa", U"bao", U"tốt", U"tham", U"phiếu", U"hoàn"});
/// “phiếu khảo sát”, “phiếu đánh giá”: answers, not votes.
constexpr auto kSurveys = std::to_array<WordKey>({U"khảo", U"đánh", U"hỏi", U"điều", U"thu", U"góp"});

/// First words of units whose members can reach a percentage themselves: “12/15 xã đạt 95% dự toán”.
constexpr auto kActors = std::to_array<WordKey>({
    U"xã", U"huyện", U"tỉnh", U"phường", U"thị", U"thành", U"đơn", U"cơ", U"sở", U"ngành", U"địa", U"trường", U"thôn", U"bản", U"ấp", U"tổ", U"chi", U"đảng",
    U"doanh", U"hợp", U"hộ", U"người", U"học", U"chỉ", U"khoản", U"sắc", U"dự", U"công", U"xóm", U"tiêu", U"bộ", U"phòng", U"đội", U"lĩnh", U"nhóm", U"loại",
    U"cán", U"mặt", U"quận", U"chủ", U"ban", U"khu"});
/// Words before a fraction in the parentheses behind a percentage that make it a figure of its own.
constexpr auto kOwnFigure = std::to_array<WordKey>({U"kế", U"chỉ", U"mục", U"vượt", U"tăng", U"giảm", U"kỳ", U"so", U"năm", U"trong", U"cùng", U"trừ", U"nhưng",
                                                        U"còn", U"riêng", U"yêu", U"quy"});
constexpr auto kPlanBehind = std::to_array<WordKey>({U"kế", U"kh", U"dự", U"chỉ", U"mục", U"nghị"});
/// … and what a number that is a plan has before it.
constexpr auto kPlanBefore = std::to_array<WordKey>({U"kế", U"kh", U"dự", U"dt", U"chỉ", U"mục", U"giao", U"phân", U"phải", U"cần"});
/// Subjects that the numbers must be said to have: “25/30 nhiệm vụ, tỷ lệ đúng hạn 98%” is of something else.
constexpr auto kOwnSubjects = std::to_array<WordKey>({U"đúng", U"tán", U"hóa"});
/// Between numbers and parentheses: what stands in them is the figure of another time or place.
constexpr auto kElsewhere = std::to_array<WordKey>({U"hơn", U"bình", U"so", U"trước", U"cùng", U"cả"});
constexpr auto kOtherWhole = std::to_array<WordKey>({U"dân", U"diện", U"giá", U"doanh", U"kim", U"sản", U"gdp", U"grdp", U"tổng", U"lao"});

template <typename Table>
bool in(const Table& table, WordKey key) {
    return std::find(table.begin(), table.end(), key) != table.end();
}

/// “12/15 xã”, “5/7 đồng chí”: what is counted can itself have a percentage.
bool isActor(const Quantity& quantity) {
    if (quantity.unit.empty()) return false;
    return in(kActors, quantity.unit[0]) || (quantity.unit[0] == U"đồng" && quantity.unit.size() > 1 && quantity.unit[1] == U"chí");
}

/// What stands directly before a percentage.
struct Approach {
    enum class Mark : std::uint8_t { none, comma, semicolon, paren, dash, colon, stop };
    std::size_t begin = 0;                       ///< first token of relation and mark
    Mark mark = Mark::none;
    bool head = false;                           ///< “đạt”, “=”, “tỷ lệ” …
    bool equals = false;
    bool about = false;                          ///< “khoảng”, “hơn”, “>”
    bool nearly = false;                         ///< of these “khoảng”, “~”, “xấp xỉ”: the value itself, rounded
    bool over = false, lacking = false, rising = false, falling = false;
    bool attaining = false;                      ///< “đạt”, “hoàn thành”: not “chiếm”
    bool share = false;                          ///< “chiếm”, “bằng”, “tỷ lệ”, “=”
    WordKey subject;                             ///< “giải” of “giải ngân đạt”, “tỷ lệ giải quyết đạt”: what the percentage is of
};

struct Pair {
    Operand a, b;
    const Quantity* quantityA = nullptr;
    const Quantity* quantityB = nullptr;
    std::size_t from = 0;                        ///< first and last token of the stretch
    std::size_t to = 0;
    bool strong = false;
    bool scaleKnown = true;
};

class Linker {
public:
    Linker(const Line& line, const std::optional<ListTotal>& total)
        : line_(line), tokens_(line.tokens), total_(total), linked_(line.quantities.size()), used_(line.quantities.size(), false) {}

    std::vector<Figure> run() {
        for (std::size_t q = 0; q < line_.quantities.size(); ++q) {
            const Quantity& quantity = line_.quantities[q];
            if (quantity.range || !line_.reading(quantity.a).value) continue;
            if (quantity.kind == Quantity::Kind::percent) backward(q);
            if (quantity.kind == Quantity::Kind::points) points(q);
        }
        std::vector<Figure> out;
        for (auto& link : linked_) {
            if (link) out.push_back(std::move(*link));
        }
        return out;
    }

private:
    // --- looking at tokens -------------------------------------------------------------------------------------------
    bool is(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    bool isWord(std::size_t i, WordKey key) const { return is(i, TokenKind::word) && tokens_[i].key == key; }
    const Quantity& quantity(std::size_t q) const { return line_.quantities[q]; }
    std::size_t indexAt(std::size_t token) const {
        return token < line_.quantityAt.size() && line_.quantityAt[token] >= 0 ? static_cast<std::size_t>(line_.quantityAt[token]) : kNone;
    }
    bool holds(std::size_t from, std::size_t to, const Phrases& phrases) const { return holdsPhrase(tokens_, from, to, phrases); }
    bool holdsWord(std::size_t from, std::size_t to, WordKey key) const {
        for (std::size_t i = from; i < to; ++i) {
            if (isWord(i, key)) return true;
        }
        return false;
    }
    std::size_t sentenceStart(std::size_t token) const {
        std::size_t i = token;
        while (i > 0 && !is(i - 1, TokenKind::stop)) --i;
        return i;
    }
    std::size_t sentenceEnd(std::size_t token) const {
        std::size_t i = token;
        while (i < tokens_.size() && !is(i, TokenKind::stop)) ++i;
        return i;
    }

    Approach approach(std::size_t percentToken) const {
        Approach out;
        std::size_t j = percentToken;
        bool words = false;
        for (;;) {
            if (j == 0) break;
            if (is(j - 1, TokenKind::about) || is(j - 1, TokenKind::bound)) {
                out.about = true;
                out.nearly = is(j - 1, TokenKind::about);
                --j;
                continue;
            }
            if (!words) {
                if (const std::size_t length = phraseBefore(tokens_, j, words::approximations())) {
                    out.about = true;
                    out.nearly = length == 1 ? isWord(j - 1, U"khoảng") || isWord(j - 1, U"chừng") : isWord(j - 2, U"xấp");
                    j -= length;
                    continue;
                }
            }
            if (is(j - 1, TokenKind::equals)) {
                out.head = out.equals = out.share = true;
                --j;
                continue;
            }
            if (is(j - 1, TokenKind::colon) && phraseBefore(tokens_, j - 1, words::relations()) > 0) {
                --j;
                continue;
            }
            const std::size_t length = phraseBefore(tokens_, j, words::relations());
            if (length == 0) {
                const std::size_t named = words ? namedRate(j) : 0;
                if (named == 0) break;
                out.head = true;
                j -= named;
                continue;
            }
            note(out, j - length, j);
            words = true;
            j -= length;
        }
        if (j > 0) {
            const auto mark = [&](TokenKind kind, Approach::Mark value) {
                if (out.mark == Approach::Mark::none && is(j - 1, kind)) out.mark = value;
            };
            mark(TokenKind::open, Approach::Mark::paren);
            mark(TokenKind::comma, Approach::Mark::comma);
            mark(TokenKind::semicolon, Approach::Mark::semicolon);
            mark(TokenKind::dash, Approach::Mark::dash);
            mark(TokenKind::colon, Approach::Mark::colon);
            mark(TokenKind::stop, Approach::Mark::stop);
            if (out.mark != Approach::Mark::none) --j;
        }
        out.begin = j;
        return out;
    }

    /// “Huy động 5.206/5.310 em, tỷ lệ huy động đạt …”: the words of a rate before `end` whose name was said before; 0 for none.
    std::size_t namedRate(std::size_t end) const {
        constexpr std::size_t kName = 3;
        for (std::size_t length = 1; length <= kName && end >= length + 2; ++length) {
            const std::size_t name = end - length;
            if (!is(name, TokenKind::word) || indexAt(name) != kNone) return 0;
            if (!isWord(name - 1, U"lệ") || !(isWord(name - 2, U"tỷ") || isWord(name - 2, U"tỉ"))) continue;
            const std::size_t start = sentenceStart(name);
            const auto first = std::find_if(line_.quantities.begin(), line_.quantities.end(), [&](const Quantity& one) { return one.first >= start; });
            const bool said = first != line_.quantities.end() && first->first < name && holdsWord(start, first->first, tokens_[name].key);
            return said ? length + 2 : 0;
        }
        return 0;
    }

    void note(Approach& out, std::size_t from, std::size_t to) const {
        out.head = out.head || holds(from, to, words::relationHeads());
        for (std::size_t i = from; i < to; ++i) {
            const WordKey key = tokens_[i].key;
            out.over = out.over || key == U"vượt";
            out.lacking = out.lacking || key == U"thiếu" || key == U"hụt";
            out.rising = out.rising || key == U"tăng";
            out.falling = out.falling || key == U"giảm";
            out.attaining = out.attaining || key == U"đạt" || key == U"hoàn";
            if (in(kSubjects, key)) out.subject = key;
            out.share = out.share || key == U"chiếm" || key == U"bằng" || key == U"tỷ" || key == U"tỉ" || key == U"tương" || key == U"ứng";
        }
    }

    /// The nearest quantity before token `end`, in the same sentence; what was crossed on the way.
    struct Found {
        std::size_t quantity = kNone;
        std::size_t tokens = 0;                  ///< distance
        bool comma = false;
        bool introducer = false;                 ///< “trong đó”
        bool outward = false;                    ///< a parenthesis was left
    };
    Found nearest(std::size_t end, bool overSemicolon = false) const {
        Found found;
        std::size_t k = end;
        while (k > 0) {
            const std::size_t i = k - 1;
            if (is(i, TokenKind::stop)) return {};
            if (is(i, TokenKind::semicolon) && !overSemicolon) return {};
            if (is(i, TokenKind::close) && line_.partner[i] >= 0) {
                const auto open = static_cast<std::size_t>(line_.partner[i]);
                // “trong đó (dân số nam là 50 người), chiếm 49%”: what is in the parentheses is the sentence itself
                if (phraseBefore(tokens_, open, words::partIntroducers()) == 0) {
                    k = open;
                    continue;
                }
            }
            if (is(i, TokenKind::open) && line_.partner[i] < 0) found.outward = true;
            if (is(i, TokenKind::open) && line_.partner[i] >= static_cast<std::int32_t>(end)) found.outward = true;
            if (is(i, TokenKind::comma)) found.comma = true;
            if (phraseAt(tokens_, i, words::partIntroducers()) > 0) found.introducer = true;
            if (const std::size_t q = indexAt(i); q != kNone) {
                if (quantity(q).limit && quantity(q).kind == Quantity::Kind::count && quantity(q).first > 0) {
                    k = quantity(q).first;
                    continue;
                }
                found.quantity = q;
                found.tokens = end - k;
                return found;
            }
            if (end - i > kLongPhrase) return {};
            --k;
        }
        return {};
    }
    std::size_t countBefore(std::size_t q, std::size_t from, bool anyDepth = false) const {
        for (std::size_t i = q; i > 0; --i) {
            const Quantity& one = quantity(i - 1);
            if (one.first < from) return kNone;
            if (one.kind == Quantity::Kind::count && (anyDepth || one.depth <= quantity(q).depth)) return i - 1;
        }
        return kNone;
    }

    // --- judging ------------------------------------------------------------------------------------------------------
    /// “hiện thiếu 20/60 giáo viên”, “20/60 xã chưa đạt”: the counted number is what lacks, and the percentage may be its share.
    bool countsLack(const Quantity& counted, const Approach& approach) const {
        constexpr std::size_t kBack = 6;
        const std::size_t from = std::max(sentenceStart(counted.first), counted.first > kBack ? counted.first - kBack : 0);
        for (const WordKey word : {WordKey(U"thiếu"), WordKey(U"hụt"), WordKey(U"chưa"), WordKey(U"không")}) {
            if (holdsWord(from, counted.first, word) || holdsWord(counted.last + 1, approach.begin, word)) return true;
        }
        return false;
    }

    std::vector<Relation> relationsOf(const Approach& approach, bool compared, const Quantity& counted) const {
        if (approach.over) return {Relation::over};
        if (approach.lacking && countsLack(counted, approach)) return {Relation::lacking, Relation::share};
        if (approach.lacking) return {Relation::lacking};
        // “giảm 9/15 đầu mối (giảm 60%)”: the fraction is what fell
        if (approach.falling && !compared && isFallingBefore(counted)) return {Relation::share};
        if (approach.falling && !compared) return {Relation::share, Relation::decline};
        if (approach.rising && !compared) return {Relation::share, Relation::growth};
        if (approach.falling) return {Relation::decline};
        if (approach.rising) return {Relation::growth};
        return {Relation::share};
    }

    /// “chiếm 45% số hồ sơ trực tuyến …”, “9,6% số hộ toàn xã”: the noun at `noun` goes on otherwise than the counted one.
    bool narrower(std::size_t noun, const Quantity& counted) const {
        if (counted.kind != Quantity::Kind::count) return false;
        std::size_t same = 0;
        while (same < counted.unit.size() && isWord(noun + same, counted.unit[same])) ++same;
        const std::size_t next = noun + same;
        if (!is(next, TokenKind::word)) return false;
        if (!isWord(next, U"toàn") && !isWord(next, U"cả")) return phraseAt(tokens_, next, words::neutralBehind()) == 0;
        for (std::size_t i = sentenceStart(noun); i < noun; ++i) {
            if (isWord(i, tokens_[next].key) && is(next + 1, TokenKind::word) && isWord(i + 1, tokens_[next + 1].key)) return false;
        }
        return true;
    }

    /// “48.775 người, trong đó …, chiếm 40,6% dân số”: people and nothing else are counted, land and nothing else.
    bool sameMeasure(std::size_t next, const Quantity& whole) const {
        if (whole.unit.size() != 1) return false;
        const WordKey unit = whole.unit[0];
        if (isWord(next, U"dân") && isWord(next + 1, U"số")) return unit == U"người" || unit == U"khẩu";
        return isWord(next, U"diện") && isWord(next + 1, U"tích") && (unit == U"ha" || unit == U"km2" || unit == U"m2");
    }

    bool ofThisLine(const Quantity& one) const { return total_ == std::nullopt || &one != &total_->quantity; }

    /// “Dân số 49.105 người, … chiếm 9,8% dân số”: the two words behind the percentage stand before the whole, too.
    bool namedBefore(std::size_t next, const Quantity& whole) const {
        if (!is(next, TokenKind::word) || !is(next + 1, TokenKind::word)) return false;
        if (whole.kind != Quantity::Kind::count) return false;
        for (std::size_t i = whole.first; i > 1 && !is(i - 1, TokenKind::stop) && !is(i - 1, TokenKind::semicolon); --i) {
            if (isWord(i - 2, tokens_[next].key) && isWord(i - 1, tokens_[next + 1].key)) return true;
        }
        return false;
    }

    /// “, chiếm 40% dân số …”: the words behind name a whole of their own, not that of `unit`.
    bool otherWhole(const Quantity& percent, const Quantity* unit) const {
        const std::size_t next = percent.last + 1;
        if (!is(next, TokenKind::word)) return false;
        if (unit != nullptr && (sameMeasure(next, *unit) || (ofThisLine(*unit) && namedBefore(next, *unit)))) return false;
        const auto equals = [&](std::size_t i) { return unit != nullptr && !unit->unit.empty() && isWord(i, unit->unit[0]); };
        if (equals(next)) return false;
        if (const std::size_t length = phraseAt(tokens_, next, words::totals())) {
            const std::size_t noun = next + length;
            return is(noun, TokenKind::word) && !equals(noun) && !isWord(noun, U"số") && phraseAt(tokens_, noun, words::neutralBehind()) == 0;
        }
        if (isWord(next, U"số")) return is(next + 1, TokenKind::word) && (!equals(next + 1) || narrower(next + 1, *unit));
        return in(kOtherWhole, tokens_[next].key) || phraseAt(tokens_, next, words::neutralBehind()) == 0;
    }

    bool aboutVotes(const Quantity& counted, const Decimal& whole, std::size_t from, std::size_t to) const {
        constexpr std::size_t kAround = 8;
        if (whole > Decimal(kMostMembers)) return false;
        if (!counted.unit.empty() && counted.unit[0] == U"phiếu") return counted.unit.size() < 2 || !in(kSurveys, counted.unit[1]);
        return holds(from > kAround ? from - kAround : 0, std::min(to + kAround, tokens_.size()), words::votes());
    }

    /// The percentage may be counted on a whole that the sentence does not give as a number.
    bool ofAnotherWhole(const Pair& pair, const Quantity& percent, const Quantity& counted, std::size_t from, std::size_t to) const {
        const Decimal& claimed = *line_.reading(percent.a).value;
        if (!aboutVotes(counted, pair.b.value, from, to)) return otherWhole(percent, &counted);
        // of all members a vote has a smaller share than of those present, never a greater one
        const auto share = exact(Relation::share, pair.a.value, pair.b.value);
        if (!share || claimed.rational() > *share) return false;
        return allMembersFit(pair.a.value, pair.b.value, claimed) || (phraseAt(tokens_, percent.last + 1, words::totals()) > 0 && !ofThosePresent(percent));
    }

    /// “… % tổng số đại biểu tham gia”: those that voted, whom the fraction counts too.
    bool ofThosePresent(const Quantity& percent) const {
        constexpr std::size_t kFar = 6;
        const std::size_t to = std::min(percent.last + 1 + kFar, tokens_.size());
        for (std::size_t i = percent.last + 1; i < to && is(i, TokenKind::word); ++i) {
            if (isWord(i, U"tham") || isWord(i, U"mặt") || isWord(i, U"dự")) return true;
        }
        return false;
    }

    /// A whole number of members that an assembly can have, more than b, of which a is `claimed` percent.
    static bool allMembersFit(const Decimal& a, const Decimal& b, const Decimal& claimed) {
        if (a.scale() != 0 || b.scale() != 0 || claimed.isZero()) return false;
        const number::Rational whole(a.rational() * 100 / claimed.rational());
        const number::Integer middle = number::roundHalfUp(whole, 0).digits();
        for (int off = -1; off <= 1; ++off) {
            const number::Integer members = middle + off;
            if (members <= b.digits() || members > kMostMembers || members * 10 > b.digits() * kAbsentTenths) continue;
            const auto value = exact(Relation::share, a, Decimal(members));
            if (value && judge(claimed, *value) != Verdict::wrong) return true;
        }
        return false;
    }

    static std::vector<Decimal> readings(const number::Reading& reading) {
        std::vector<Decimal> out;
        if (reading.value) out.push_back(*reading.value);
        if (reading.alternative) out.push_back(*reading.alternative);
        return out;
    }

    /// Another reading of 1.250 or 0.852 makes it right.
    bool otherReadingFits(const Pair& pair, const Quantity& percent, const std::vector<Relation>& relations) const {
        const auto token = [&](const Operand& operand) -> const number::Reading* {
            if (operand.at.paragraph != line_.index || operand.at.story != line_.story) return nullptr;
            const auto found = std::find_if(tokens_.begin(), tokens_.end(), [&](const Token& one) { return one.start == operand.at.start; });
            return found == tokens_.end() || found->reading < 0 ? nullptr : &line_.reading(*found);
        };
        const number::Reading* a = token(pair.a);
        const number::Reading* b = token(pair.b);
        if (a == nullptr || b == nullptr) return false;
        for (const Decimal& x : readings(*a)) {
            for (const Decimal& y : readings(*b)) {
                for (const Decimal& p : readings(line_.reading(percent.a))) {
                    for (const Relation relation : relations) {
                        const auto value = exact(relation, x, y);
                        if (value && judge(p, *value) != Verdict::wrong) return true;
                    }
                }
            }
        }
        return false;
    }

    /// “1.934,513/2 tỷ đồng, đạt 96,73%”: the percentage fits where one of the two is in another unit of money.
    static bool otherUnitFits(const Pair& pair, const Figure& figure) {
        constexpr std::int32_t kFewestDigits = 2;
        const auto money = [](const Quantity* one) { return one != nullptr && !one->unit.empty() && one->unit[0] == U"đồng" && (one->unit.size() == 1 || one->unit[1] != U"chí"); };
        if (figure.relation != Relation::share || (!money(pair.quantityA) && !money(pair.quantityB))) return false;
        const Decimal& claimed = figure.claimed.value;
        if (claimed.digits() < 10 * (kFewestDigits - 1) || claimed == Decimal(100)) return false;
        for (const std::int32_t power : {3, 6}) {
            for (const bool first : {true, false}) {
                const auto value = exact(Relation::share, first ? scaled(pair.a.value, power) : pair.a.value, first ? pair.b.value : scaled(pair.b.value, power));
                if (value && judge(claimed, *value) != Verdict::wrong) return true;
            }
        }
        return false;
    }

    enum class Wrong : std::uint8_t { drop, unclear, wrong };

    /// Makes the figure of percentage `q`, where the arithmetic and the strength of the link allow it.
    bool settle(std::size_t q, const Pair& pair, const Approach& approach, const std::vector<Relation>& relations, Wrong otherwise, Doubt doubt) {
        const Quantity& percent = quantity(q);
        Figure figure;
        figure.relation = relations.front();
        figure.numerator = pair.a;
        figure.denominator = pair.b;
        figure.claimed = line_.operand(percent.a);
        const std::size_t from = std::min({pair.from, percent.first});
        std::size_t to = std::max(pair.to, percent.last);
        // the parenthesis that the stretch opens belongs to it
        if (is(to + 1, TokenKind::close) && line_.partner[to + 1] >= static_cast<std::int32_t>(from)) ++to;
        figure.at = line_.range(from, to);
        figure.text = line_.words(figure.at);
        if (pair.b.value.isZero()) {
            if (!pair.strong) return false;
            figure.verdict = Verdict::unclear;
            figure.doubt = Doubt::zeroDenominator;
            figure.correct = figure.claimed.value;
            linked_[q] = std::move(figure);
            return true;
        }
        Verdict best = Verdict::wrong;
        for (const Relation relation : relations) {
            const auto value = exact(relation, pair.a.value, pair.b.value);
            const Verdict verdict = judge(figure.claimed.value, *value);
            if (verdict < best) {
                best = verdict;
                figure.relation = relation;
            }
        }
        const auto value = exact(figure.relation, pair.a.value, pair.b.value);
        figure.correct = number::roundHalfUp(*value, figure.claimed.value.scale());
        figure.verdict = best;
        if (best == Verdict::rounding && !pair.strong && figure.claimed.value.scale() == 0) best = Verdict::wrong;
        if (best == Verdict::rounding && approach.about) figure.verdict = Verdict::ok;
        if (best == Verdict::rounding && otherwise != Wrong::wrong && figure.claimed.value.scale() == 0) best = Verdict::wrong;
        if (best == Verdict::wrong) {
            if (approach.about) {
                const bool round = figure.claimed.value.scale() == 0 && figure.claimed.value.digits() % 5 == 0;
                if (!approach.nearly || round) {
                    if (!far(*value, figure.claimed.value)) return false;
                    otherwise = otherwise == Wrong::wrong ? Wrong::unclear : Wrong::drop;
                    doubt = Doubt::approximation;
                }
            }
            if (otherwise == Wrong::drop) return false;
            figure.verdict = Verdict::wrong;
            if (otherReadingFits(pair, percent, relations)) {
                otherwise = Wrong::unclear;
                doubt = Doubt::ambiguousNumber;
            } else if (otherUnitFits(pair, figure)) {
                otherwise = Wrong::unclear;
                doubt = Doubt::otherUnit;
            }
            if (otherwise == Wrong::unclear) {
                figure.verdict = Verdict::unclear;
                figure.doubt = doubt == Doubt::none ? Doubt::notPlain : doubt;
            } else {
                figure.fits = fitsOf(figure.relation, pair.a.value, pair.b.value, figure.claimed.value);
            }
        }
        linked_[q] = std::move(figure);
        return true;
    }

    /// More than a tenth off: too far for “khoảng”.
    static bool far(const number::Rational& value, const Decimal& claimed) {
        const number::Rational off(boost::multiprecision::abs(number::Rational(claimed.rational() - value)));
        return off * 10 > boost::multiprecision::abs(value);
    }

    // --- fractions -----------------------------------------------------------------------------------------------------
    Pair pairOf(const Quantity& fraction, std::size_t percentToken) const {
        Pair pair;
        pair.a = line_.operand(fraction.a);
        pair.b = line_.operand(fraction.b);
        pair.quantityA = pair.quantityB = &fraction;
        pair.from = std::min(fraction.first, percentToken);
        pair.to = std::max(fraction.last, percentToken);
        return pair;
    }

    /// “so với kế hoạch”, “so với dự toán”
    bool withPlan(const Quantity& percent) const {
        const std::size_t next = percent.last + 1 + phraseAt(tokens_, percent.last + 1, words::comparisons());
        return is(next, TokenKind::word) && in(kPlanBehind, tokens_[next].key);
    }

    bool compared(const Quantity& percent) const { return phraseAt(tokens_, percent.last + 1, words::comparisons()) > 0; }

    bool otherFractionJoined(std::size_t q) const {
        // “1.940/1.940 … và 426/426 … (đạt 100%)”: the percentage is of both
        if (q == 0 || quantity(q - 1).kind != Quantity::Kind::fraction) return false;
        for (std::size_t i = quantity(q - 1).last + 1; i < quantity(q).first; ++i) {
            if (is(i, TokenKind::stop) || is(i, TokenKind::semicolon)) return false;
        }
        if (!holdsWord(quantity(q - 1).last + 1, quantity(q).first, U"và")) return false;
        const auto value = [&](const Quantity& one) { return exact(Relation::share, line_.operand(one.a).value, line_.operand(one.b).value); };
        return value(quantity(q - 1)) != value(quantity(q));
    }

    bool viaFraction(std::size_t q, const Approach& approach, const Found& found) {
        const Quantity& percent = quantity(q);
        const Quantity& fraction = quantity(found.quantity);
        if (fraction.vulgar) return false;
        using Mark = Approach::Mark;
        Pair pair = pairOf(fraction, percent.last);
        const bool marked = approach.mark == Mark::comma || approach.mark == Mark::paren || approach.mark == Mark::dash || approach.mark == Mark::semicolon;
        const bool direct = found.tokens == 0;
        if (!approach.head && approach.mark != Mark::paren) return false;
        bool strong = !found.introducer && !found.outward && !fraction.dateLike;
        if (!marked && !direct) strong = strong && !found.comma && found.tokens <= kShortPhrase;
        if (approach.mark == Mark::stop || approach.mark == Mark::colon) strong = false;
        if (approach.mark == Mark::semicolon && !approach.subject.empty()) strong = false;
        const bool comparedBehind = compared(percent);
        // “đạt 120/100 tỷ đồng, tăng 15% so với cùng kỳ” compares with another year
        if ((approach.rising || approach.falling) && comparedBehind) return false;
        Wrong otherwise = strong ? Wrong::wrong : Wrong::drop;
        Doubt doubt = Doubt::none;
        const std::size_t next = percent.last + 1;
        const bool planBehind = is(next, TokenKind::word) && in(kPlanBehind, tokens_[next].key);
        const bool whole = *line_.reading(percent.a).value == Decimal(100);
        const bool actor = isActor(fraction);
        if (otherwise == Wrong::wrong) {
            if (!marked && !direct && approach.attaining && (actor || whole)) otherwise = Wrong::unclear;
            if (!marked && !direct && planBehind && !fraction.unit.empty() && isWord(next, fraction.unit[0])) otherwise = Wrong::drop;
            if (whole && planBehind) otherwise = Wrong::unclear;
            if (approach.rising || (approach.falling && !isFallingBefore(fraction))) otherwise = Wrong::unclear;
            if (approach.over && overOfSomethingElse(pair)) otherwise = Wrong::unclear;
            if (otherFractionJoined(found.quantity)) otherwise = Wrong::unclear;
            if (in(kOwnSubjects, approach.subject) && ofItsOwn(approach, fraction)) otherwise = Wrong::unclear;
            if (approach.mark == Mark::paren && !approach.head && elsewhere(fraction.last + 1, approach.begin)) otherwise = Wrong::drop;
            if (ofAnotherWhole(pair, percent, fraction, fraction.first, percent.last)) otherwise = Wrong::unclear, doubt = Doubt::otherBase;
            if (holds(fraction.last + 1, approach.begin, words::ranking())) otherwise = Wrong::drop;
            if (ownRate(fraction.last + 1, approach.begin)) otherwise = Wrong::drop;
            if (fraction.score && (found.comma || approach.share || !slipOf(pair, percent))) otherwise = Wrong::drop;
        }
        pair.strong = strong;
        const bool settled = settle(q, pair, approach, relationsOf(approach, comparedBehind, fraction), otherwise, doubt);
        if (settled) used_[found.quantity] = true;
        return settled;
    }

    /// “3 thôn khó khăn với tỷ lệ nghèo chiếm 45%”: a rate with a name that the numbers do not have.
    bool ownRate(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i + 1 < to; ++i) {
            if ((isWord(i, U"tỷ") || isWord(i, U"tỉ")) && (isWord(i + 1, U"lệ") || isWord(i + 1, U"trọng"))) return true;
        }
        return false;
    }

    /// One slip of a digit would make the percentage right.
    bool slipOf(const Pair& pair, const Quantity& percent) const {
        const auto fits = fitsOf(Relation::share, pair.a.value, pair.b.value, *line_.reading(percent.a).value);
        return std::any_of(fits.begin(), fits.end(), [](const Fit& fit) { return fit.what == Fit::What::claimed; });
    }

    /// “9/12 xã, vượt 75%”: the word is not meant of the two numbers. “120/100 tỷ đồng, vượt 120%” is just wrong.
    static bool overOfSomethingElse(const Pair& pair) { return pair.a.value <= pair.b.value; }

    bool elsewhere(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (is(i, TokenKind::word) && in(kElsewhere, tokens_[i].key)) return true;
        }
        return false;
    }

    bool exactShareFits(const Pair& pair, const Quantity& percent) const {
        const auto value = exact(Relation::share, pair.a.value, pair.b.value);
        return value && judge(*line_.reading(percent.a).value, *value) != Verdict::wrong;
    }

    bool isFallingBefore(const Quantity& fraction) const {
        constexpr std::size_t kBack = 6;
        const std::size_t from = fraction.first > kBack ? fraction.first - kBack : 0;
        return holdsWord(from, fraction.first, U"giảm") || holdsWord(from, fraction.first, U"tinh");
    }

    // --- forwards: “81,15% (179/221 …)”, “p%, tương ứng a/b” --------------------------------------------------------------
    struct Forward {
        std::size_t quantity = kNone;
        bool strong = false;
        bool second = false;                     ///< a count with its whole behind it
    };
    Forward ahead(std::size_t q) const {
        constexpr std::size_t kNoun = 8, kWordsInside = 12;
        const Quantity& percent = quantity(q);
        std::size_t i = percent.last + 1;
        std::size_t words = 0;
        while (is(i, TokenKind::word) && indexAt(i) == kNone && words < kNoun && !linkWord(i)) ++i, ++words;
        bool strong = true;
        if (is(i, TokenKind::open)) {
            ++i;
        } else {
            if (is(i, TokenKind::comma)) ++i;
            if (is(i, TokenKind::equals)) {
                ++i;
            } else if (linkWord(i)) {
                ++i;
                while (isWord(i, U"với") || isWord(i, U"là") || isWord(i, U"ứng") || isWord(i, U"đương")) ++i;
            } else {
                return {};
            }
        }
        const std::size_t inside = i;
        while (is(i, TokenKind::word) && indexAt(i) == kNone) {
            if (in(kOwnFigure, tokens_[i].key)) return {};
            ++i;
        }
        if (i - inside > kWordsInside) return {};
        if (i - inside > 4) strong = strong && is(inside - 1, TokenKind::open);
        if (is(i, TokenKind::colon)) ++i;
        const std::size_t at = indexAt(i);
        if (at == kNone || quantity(at).kind != Quantity::Kind::fraction || used_[at] || quantity(at).vulgar) {
            if (at != kNone && quantity(at).kind == Quantity::Kind::count && at + 1 < line_.quantities.size() &&
                quantity(at + 1).kind == Quantity::Kind::count && holds(quantity(at).last + 1, quantity(at + 1).first, words::baseIntroducers()) &&
                sentenceEnd(quantity(at).first) == sentenceEnd(quantity(at + 1).first))
                return {at, strong, true};
            return {};
        }
        if (is(inside - 1, TokenKind::open)) {
            const auto close = line_.partner[inside - 1] >= 0 ? static_cast<std::size_t>(line_.partner[inside - 1]) : tokens_.size();
            for (std::size_t more = at + 1; more < line_.quantities.size() && quantity(more).first < close; ++more) {
                if (holds(quantity(at).last, quantity(more).first, words::partIntroducers())) break;
                if (quantity(more).kind == Quantity::Kind::fraction) strong = false;
                // “100% (có 36/39 cơ quan, đạt 92%)”: the fraction has a percentage of its own
                if (quantity(more).kind == Quantity::Kind::percent && more == at + 1) return {};
            }
        }
        return {at, strong, false};
    }
    bool linkWord(std::size_t i) const { return isWord(i, U"tương") || isWord(i, U"tức") || isWord(i, U"ứng"); }

    bool forward(std::size_t q, const Approach& approach) {
        const Forward found = ahead(q);
        if (found.quantity == kNone) return false;
        const Quantity& percent = quantity(q);
        const Quantity& one = quantity(found.quantity);
        Pair pair;
        if (found.second) {
            const auto made = countPair(one, quantity(found.quantity + 1), percent.first, quantity(found.quantity + 1).last);
            pair = made;
        } else {
            pair = pairOf(one, percent.first);
        }
        pair.strong = found.strong;
        Wrong otherwise = found.strong && !one.dateLike ? Wrong::wrong : Wrong::drop;
        Doubt doubt = Doubt::none;
        if (otherwise == Wrong::wrong) {
            if (approach.rising || approach.falling || (approach.over && overOfSomethingElse(pair))) otherwise = Wrong::unclear;
            if (*line_.reading(percent.a).value == Decimal(100) && !is(percent.last + 1, TokenKind::open)) otherwise = Wrong::unclear;
            // “92,3% hồ sơ (2.906/3.150)”: the noun stands before the parentheses
            const bool named = one.unit.empty() && one.kind == Quantity::Kind::fraction && is(one.first - 1, TokenKind::open);
            if (!named && ofAnotherWhole(pair, percent, one, percent.first, one.last)) otherwise = Wrong::unclear, doubt = Doubt::otherBase;
            if (one.score && !slipOf(pair, percent)) otherwise = Wrong::drop;
        }
        const bool settled = settle(q, pair, approach, relationsOf(approach, compared(percent), one), otherwise, doubt);
        if (settled) used_[found.quantity] = true;
        return settled;
    }

    // --- counts ----------------------------------------------------------------------------------------------------------
    Pair countPair(const Quantity& a, const Quantity& b, std::size_t from, std::size_t to) const {
        Pair pair;
        pair.a = line_.operand(a.a);
        pair.b = line_.operand(b.a);
        pair.quantityA = &a;
        pair.quantityB = &b;
        pair.from = std::min({from, a.first, b.first});
        pair.to = std::max({to, a.last, b.last});
        fitScales(pair);
        return pair;
    }

    static void fitScales(Pair& pair) {
        const std::int32_t one = pair.quantityA->scale, other = pair.quantityB->scale;
        if (one == other) return;
        pair.scaleKnown = one > 0 && other > 0;
        // “5,3 triệu người, trong đó 3,2 là …”: a bare number shares the word, one with a unit of its own does not
        const bool bareA = one == 0 && pair.quantityA->unit.empty();
        const bool bareB = other == 0 && pair.quantityB->unit.empty();
        if (bareA || bareB) return;
        pair.scaleKnown = true;
        pair.a.value = scaled(pair.a.value, one);
        pair.b.value = scaled(pair.b.value, other);
    }

    struct Base {
        std::size_t a = kNone;
        std::size_t b = kNone;
        bool strong = false;
    };

    /// The whole of count `q`, or the part where `q` is the whole.
    std::vector<Base> basesOf(std::size_t q, const Approach& approach) const {
        std::vector<Base> out;
        const Quantity& part = quantity(q);
        const std::size_t start = sentenceStart(part.first);
        const std::size_t before = countBefore(q, start, true);
        // a … trên tổng số b …
        if (before != kNone && holds(quantity(before).last + 1, part.first, words::baseIntroducers()) &&
            !holds(start, quantity(before).first, words::baseIntroducers())) {
            const bool onlyTwo = !crossesSemicolon(quantity(before).last, part.first);
            out.push_back({before, q, onlyTwo});
        }
        // b … (a1 …, chiếm p%; a2 …, chiếm p%)
        const std::size_t around = wholeAround(q);
        if (around != kNone) out.push_back({q, around, approach.head && !part.unit.empty() && !quantity(around).unit.empty()});
        // b …, trong đó [có] a …
        if (const std::size_t intro = introducerBefore(part.first, start); intro != kNone) {
            const std::size_t base = wholeBefore(intro, start);
            if (base != kNone && base != q) {
                const bool plain = intro > start || onlyCount(base);
                out.push_back({q, base, plain && plainWhole(base, intro)});
            }
        }
        // Trong b … có a …, đạt p%
        for (std::size_t i = start; i < part.first; ++i) {
            const std::size_t other = indexAt(i);
            if (other == kNone || other == q || quantity(other).kind != Quantity::Kind::count || quantity(other).first != i) continue;
            const bool inTotal = phraseBefore(tokens_, i, words::baseIntroducers()) > 0 || (i > 0 && isWord(i - 1, U"trong"));
            const bool totalWord = holds(std::max(start, i > 8 ? i - 8 : 0), i, words::totals()) && !crosses(start, i);
            const bool plan = holds(std::max(start, i > 8 ? i - 8 : 0), i, words::plans());
            const bool onlyOne = around == kNone && onlyPartsBetween(other, q);
            const bool all = approach.share && !approach.attaining && ofAWholePlace(other, start);
            if (inTotal) out.push_back({q, other, onlyOne && sameNoun(quantity(other), part)});
            else if (totalWord) out.push_back({q, other, onlyOne && sameUnit(quantity(other), part) && (approach.equals || approach.head)});
            else if (all) out.push_back({q, other, onlyOne && sameUnit(quantity(other), part) && !quantity(other).unit.empty() && !part.unit.empty()});
            else if (approach.share && !approach.attaining && foundAmong(other, q)) out.push_back({q, other, onlyOne && sameUnit(quantity(other), part) && !quantity(other).unit.empty() && !part.unit.empty()});
            else if (plan && (approach.attaining || approach.share)) out.push_back({q, other, onlyOne && sameUnit(quantity(other), part) && !quantity(other).unit.empty() && !part.unit.empty()});
        }
        return out;
    }

    /// The count that the parentheses around count `q` break down: directly before them, of the same unit, and greater.
    std::size_t wholeAround(std::size_t q) const {
        const Quantity& part = quantity(q);
        if (part.depth == 0) return kNone;
        std::size_t open = part.first;
        while (open > 0 && !(is(open - 1, TokenKind::open) && (line_.partner[open - 1] < 0 || line_.partner[open - 1] > static_cast<std::int32_t>(part.first)))) --open;
        if (open < 2 || phraseAt(tokens_, open, words::partIntroducers()) > 0) return kNone;
        std::size_t before = open - 1;
        while (before > 0 && is(before - 1, TokenKind::word) && indexAt(before - 1) == kNone) --before;
        const std::size_t whole = before > 0 ? indexAt(before - 1) : kNone;
        if (whole == kNone || quantity(whole).kind != Quantity::Kind::count) return kNone;
        if (quantity(whole).scale != part.scale || !sameUnit(part, quantity(whole))) return kNone;
        return line_.operand(quantity(whole).a).value > line_.operand(part.a).value ? whole : kNone;
    }

    /// “Kiểm tra 108 cơ sở, phát hiện 27 cơ sở vi phạm”
    bool foundAmong(std::size_t whole, std::size_t part) const {
        constexpr std::size_t kBack = 4;
        const std::size_t from = quantity(part).first > kBack ? quantity(part).first - kBack : 0;
        if (part != whole + 1 || !holdsWord(std::max(from, quantity(whole).last + 1), quantity(part).first, U"phát")) return false;
        const std::size_t back = quantity(whole).first > kBack ? quantity(whole).first - kBack : 0;
        for (std::size_t i = back; i + 1 < quantity(whole).first; ++i) {
            if ((isWord(i, U"kiểm") && isWord(i + 1, U"tra")) || (isWord(i, U"thanh") && isWord(i + 1, U"tra")) || (isWord(i, U"rà") && isWord(i + 1, U"soát")) || (isWord(i, U"giám") && isWord(i + 1, U"sát")))
                return true;
        }
        return false;
    }

    /// “Toàn tỉnh có 81 cụm công nghiệp”: all that there are, at the start of a sentence.
    bool ofAWholePlace(std::size_t q, std::size_t start) const {
        constexpr std::size_t kFar = 8;
        const std::size_t first = is(start, TokenKind::dash) || is(start, TokenKind::plus) ? start + 1 : start;
        if (quantity(q).first - first > kFar || !(isWord(first, U"toàn") || isWord(first, U"cả"))) return false;
        return holdsWord(first, quantity(q).first, U"có") && !crosses(start, quantity(q).first);
    }

    /// Nothing between whole and part but parts of the same whole, and their percentages.
    bool onlyPartsBetween(std::size_t whole, std::size_t part) const {
        for (std::size_t i = whole + 1; i < part; ++i) {
            const Quantity& one = quantity(i);
            if (one.kind == Quantity::Kind::percent) continue;
            if (one.kind != Quantity::Kind::count || one.unit.empty() || one.scale != quantity(whole).scale) return false;
            if (!sameNoun(one, quantity(whole))) return false;
            if (line_.operand(one.a).value > line_.operand(quantity(whole).a).value) return false;
        }
        return !holds(quantity(whole).last + 1, quantity(part).first, words::partIntroducers());
    }

    bool crossesSemicolon(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (is(i, TokenKind::semicolon)) return true;
        }
        return false;
    }
    /// Another quantity lies between.
    bool crosses(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (indexAt(i) != kNone) return true;
        }
        return false;
    }

    std::size_t introducerBefore(std::size_t token, std::size_t start) const {
        for (std::size_t i = token; i > start; --i) {
            if (phraseAt(tokens_, i - 1, words::partIntroducers()) > 0) {
                // “trong số”, “trong tổng số” are begun by a whole of their own
                if (phraseAt(tokens_, i - 1, words::baseIntroducers()) > 0 && !isWord(i, U"đó")) {
                    const auto next = i - 1 + phraseAt(tokens_, i - 1, words::baseIntroducers());
                    if (!isWord(next, U"đó") && !isWord(next, U"này")) continue;
                }
                return i - 1;
            }
        }
        return kNone;
    }

    /// The count before “trong đó”; counts in parentheses closed before it are a breakdown of their own.
    std::size_t wholeBefore(std::size_t intro, std::size_t start) const {
        std::size_t k = intro;
        std::size_t from = start;
        // “Trong đó, …” at the start of a sentence looks back over one stop
        if (intro == start) {
            if (start == 0) return kNone;
            k = start - 1;
            from = sentenceStart(k);
        }
        while (k > from) {
            const std::size_t i = k - 1;
            if (is(i, TokenKind::close)) {
                if (line_.partner[i] < 0) return kNone;
                k = static_cast<std::size_t>(line_.partner[i]);
                continue;
            }
            const std::size_t q = indexAt(i);
            if (q != kNone) return quantity(q).kind == Quantity::Kind::count ? q : kNone;
            --k;
        }
        return kNone;
    }

    /// “Có 140 hộ đăng ký. Trong đó, 126 hộ …”: the sentence has no other number.
    bool onlyCount(std::size_t q) const {
        const std::size_t from = sentenceStart(quantity(q).first), to = sentenceEnd(quantity(q).first);
        return std::count_if(line_.quantities.begin(), line_.quantities.end(), [&](const Quantity& one) { return one.first >= from && one.first < to; }) == 1;
    }

    /// What stands in parentheses between whole and “trong đó” does not part them.
    bool plainWhole(std::size_t base, std::size_t intro) const {
        std::size_t between = 0;
        for (std::size_t i = quantity(base).last + 1; i < intro; ++i, ++between) {
            if (is(i, TokenKind::open) && line_.partner[i] >= 0) i = static_cast<std::size_t>(line_.partner[i]);
        }
        return between < kShortPhrase;
    }

    bool viaCount(std::size_t q, const Approach& approach, const Found& found) {
        const Quantity& percent = quantity(q);
        if (approach.rising || approach.falling || compared(percent)) return grown(q, approach, found.quantity);
        if (!approach.head && approach.mark != Approach::Mark::paren) return false;
        if (wholeBehind(q, approach, found)) return true;
        const auto bases = basesOf(found.quantity, approach);
        const bool marked = approach.mark != Approach::Mark::none && approach.mark != Approach::Mark::stop && approach.mark != Approach::Mark::colon;
        // “…: 4.102 hộ; tổng số hộ: 4.560 hộ; đạt 90%”: what is called the total is no part of what stands before it
        const bool partIsTotal = totalBefore(found.quantity) && countBefore(found.quantity, sentenceStart(quantity(found.quantity).first), true) != kNone;
        for (const bool strict : {true, false}) {
            for (const Base& base : bases) {
                if (partIsTotal && base.a == found.quantity && !strict) continue;
                const Quantity& a = quantity(base.a);
                const Quantity& b = quantity(base.b);
                Pair pair = countPair(a, b, percent.last, percent.last);
                const bool direct = found.tokens <= kShortPhrase;
                pair.strong = base.strong && (marked || (direct && !found.comma)) && !found.outward && pair.scaleKnown;
                if (strict && !arithmeticFits(pair, percent, approach)) continue;
                Wrong otherwise = pair.strong && !strict ? Wrong::wrong : Wrong::drop;
                Doubt doubt = Doubt::none;
                if (otherwise == Wrong::wrong) {
                    if (approach.over && overOfSomethingElse(pair)) otherwise = Wrong::unclear;
                    if (!marked && approach.attaining && isActor(a)) otherwise = Wrong::unclear;
                    if (ofAnotherWhole(pair, percent, b, a.first, percent.last)) otherwise = Wrong::unclear, doubt = Doubt::otherBase;
                    if (pair.a.value > pair.b.value && !approach.over && !approach.attaining) otherwise = Wrong::unclear;
                    if (*line_.reading(percent.a).value == Decimal(100)) otherwise = Wrong::unclear;
                    if (ofItsOwn(approach, a) || ofAPlan(percent, b) || ownRate(a.last + 1, approach.begin)) otherwise = Wrong::drop;
                }
                if (settle(q, pair, approach, relationsOf(approach, false, a), otherwise, doubt)) return true;
            }
        }
        return outerTotal(q, approach, found) || restOfFraction(q, approach, found) || totalBehind(q, approach, found) || anyWhole(q, approach, found);
    }

    /// “…, trong đó đủ điều kiện 98 đơn; tỷ lệ giải quyết đạt 87%”: the rate has a subject that the words before the count do not name.
    bool ofItsOwn(const Approach& approach, const Quantity& counted) const {
        if (approach.subject.empty()) return false;
        std::size_t from = counted.first;
        while (from > 0 && !is(from - 1, TokenKind::stop) && !is(from - 1, TokenKind::semicolon) && indexAt(from - 1) == kNone) --from;
        return !holdsWord(from, counted.first, approach.subject) && !holdsWord(counted.last + 1, approach.begin, approach.subject);
    }

    /// “Trồng mới 250 ha, trong đó rừng sản xuất 200 ha, đạt 120% kế hoạch”: the plan is not the number before “trong đó”.
    bool ofAPlan(const Quantity& percent, const Quantity& whole) const {
        constexpr std::size_t kBack = 8;
        std::size_t next = percent.last + 1;
        if (isWord(next, U"so") && isWord(next + 1, U"với")) next += 2;
        if (!is(next, TokenKind::word) || !in(kPlanBehind, tokens_[next].key)) return false;
        for (std::size_t i = std::max(sentenceStart(whole.first), whole.first > kBack ? whole.first - kBack : 0); i < whole.first; ++i) {
            if (is(i, TokenKind::word) && in(kPlanBefore, tokens_[i].key)) return false;
        }
        return true;
    }

    bool arithmeticFits(const Pair& pair, const Quantity& percent, const Approach& approach) const {
        for (const Relation relation : relationsOf(approach, false, *pair.quantityA)) {
            const auto value = exact(relation, pair.a.value, pair.b.value);
            if (value && judge(*line_.reading(percent.a).value, *value) == Verdict::ok) return true;
        }
        return false;
    }

    /// “204 giấy, đạt 85% kế hoạch (240 giấy)”, “57 hồ sơ (đạt 75%) trên tổng số 76 hồ sơ”: the whole stands behind the percentage.
    bool wholeBehind(std::size_t q, const Approach& approach, const Found& found) {
        constexpr std::size_t kNoun = 5;
        const Quantity& percent = quantity(q);
        const Quantity& part = quantity(found.quantity);
        std::size_t i = percent.last + 1;
        if (is(i, TokenKind::close)) {
            const std::size_t length = phraseAt(tokens_, i + 1, words::baseIntroducers());
            if (length == 0) return false;
            i += 1 + length;
        } else {
            const std::size_t end = i + kNoun;
            if (!is(i, TokenKind::word) || !in(kPlanBehind, tokens_[i].key)) return false;
            while (i < end && is(i, TokenKind::word) && indexAt(i) == kNone) ++i;
            if (!is(i, TokenKind::open)) return false;
            ++i;
        }
        const std::size_t whole = indexAt(i);
        if (whole == kNone || quantity(whole).kind != Quantity::Kind::count || quantity(whole).first != i) return false;
        Pair pair = countPair(part, quantity(whole), percent.first, percent.last);
        const bool units = !part.unit.empty() && !quantity(whole).unit.empty() && sameNoun(part, quantity(whole));
        pair.strong = units && pair.scaleKnown && !found.introducer && !found.outward && found.tokens <= kShortPhrase;
        return settle(q, pair, approach, relationsOf(approach, false, part), pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
    }

    /// “512 tỷ đồng, chiếm 80% tổng chi 640 tỷ đồng”, “… tổng dư nợ (92 tỷ đồng)”.
    bool totalBehind(std::size_t q, const Approach& approach, const Found& found) {
        constexpr std::size_t kNoun = 6;
        const Quantity& percent = quantity(q);
        const Quantity& part = quantity(found.quantity);
        std::size_t i = percent.last + 1;
        if (phraseAt(tokens_, i, words::totals()) == 0 || approach.over || approach.lacking) return false;
        const std::size_t end = i + kNoun;
        while (i < end && is(i, TokenKind::word) && indexAt(i) == kNone) ++i;
        if (is(i, TokenKind::open)) ++i;
        const std::size_t whole = indexAt(i);
        if (whole == kNone || quantity(whole).kind != Quantity::Kind::count || part.unit.empty() || quantity(whole).unit.empty()) return false;
        Pair pair = countPair(part, quantity(whole), percent.first, percent.last);
        const bool marked = approach.mark != Approach::Mark::none && approach.mark != Approach::Mark::stop;
        pair.strong = marked && pair.scaleKnown && sameUnit(part, quantity(whole)) && !found.outward;
        const Wrong otherwise = pair.strong && pair.a.value <= pair.b.value ? Wrong::wrong : Wrong::drop;
        return settle(q, pair, approach, {Relation::share}, otherwise, Doubt::none);
    }

    /// An earlier, greater count of the same unit, where the arithmetic leaves no doubt that it is the whole; else nothing is said.
    bool anyWhole(std::size_t q, const Approach& approach, const Found& found) {
        const Quantity& percent = quantity(q);
        if (approach.over || approach.lacking || line_.reading(percent.a).value->scale() == 0) return false;
        const std::size_t start = sentenceStart(percent.first);
        std::vector<std::size_t> counts;
        for (std::size_t i = found.quantity + 1; i > 0 && quantity(i - 1).first >= start; --i) {
            const Quantity& one = quantity(i - 1);
            const Quantity& nearest = quantity(found.quantity);
            if (one.kind == Quantity::Kind::count && sameUnit(one, nearest) && one.unit.empty() == nearest.unit.empty()) counts.push_back(i - 1);
        }
        for (const std::size_t whole : counts) {
            for (const std::size_t part : counts) {
                // one of the two is the nearest count: the part, or the whole where the words say so
                if (whole == part || (part != found.quantity && !(whole == found.quantity && totalBefore(whole)))) continue;
                Pair pair = countPair(quantity(part), quantity(whole), percent.first, percent.last);
                if (pair.a.value >= pair.b.value || !arithmeticFits(pair, percent, approach)) continue;
                if (settle(q, pair, approach, {Relation::share}, Wrong::drop, Doubt::none)) return true;
            }
        }
        return false;
    }

    /// “tổng số hộ: 4.560 hộ”
    bool totalBefore(std::size_t q) const {
        constexpr std::size_t kWords = 5;
        std::size_t from = quantity(q).first;
        const auto joins = [&](std::size_t i) { return (is(i, TokenKind::word) || is(i, TokenKind::colon)) && indexAt(i) == kNone; };
        while (from > 0 && quantity(q).first - from < kWords && joins(from - 1)) --from;
        return holds(from, quantity(q).first, words::totals());
    }

    /// An item of a list whose total stands in the paragraph above.
    bool outerTotal(std::size_t q, const Approach& approach, const Found& found) {
        if (!total_) return false;
        const Quantity& part = quantity(found.quantity);
        Pair pair;
        pair.a = line_.operand(part.a);
        pair.b = total_->value;
        pair.quantityA = &part;
        pair.quantityB = &total_->quantity;
        fitScales(pair);
        pair.from = part.first;
        pair.to = quantity(q).last;
        const bool firstCount = found.quantity == 0 || countBefore(found.quantity, 0) == kNone;
        pair.strong = firstCount && pair.scaleKnown && sameUnit(part, total_->quantity) && !part.unit.empty() && !found.outward;
        Wrong otherwise = pair.strong ? Wrong::wrong : Wrong::drop;
        if (otherwise == Wrong::wrong && (otherWhole(quantity(q), &total_->quantity) || approach.over || approach.lacking || pair.a.value > pair.b.value))
            otherwise = Wrong::unclear;
        return settle(q, pair, approach, relationsOf(approach, false, part), otherwise, Doubt::none);
    }

    /// “205/220 biên chế (93,2%); chưa sử dụng 15 biên chế (6,8%)”: the rest of the fraction before.
    bool restOfFraction(std::size_t q, const Approach& approach, const Found& found) {
        const Quantity& part = quantity(found.quantity);
        for (std::size_t i = found.quantity; i > 0; --i) {
            const Quantity& one = quantity(i - 1);
            if (one.kind != Quantity::Kind::fraction) continue;
            if (!sameUnit(one, part) || one.vulgar) return false;
            Pair pair;
            pair.a = line_.operand(part.a);
            pair.b = line_.operand(one.b);
            pair.quantityA = &part;
            pair.quantityB = &one;
            fitScales(pair);
            pair.from = part.first;
            pair.to = quantity(q).last;
            const Decimal rest = line_.operand(one.b).value - line_.operand(one.a).value;
            pair.strong = rest == pair.a.value && !one.unit.empty() && !part.unit.empty();
            return settle(q, pair, approach, {Relation::share}, pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
        }
        return false;
    }

    // --- tăng, giảm so với -------------------------------------------------------------------------------------------------
    bool grown(std::size_t q, const Approach& approach, std::size_t nearestCount) {
        if (!approach.rising && !approach.falling) return false;
        const Quantity& percent = quantity(q);
        const Quantity& now = quantity(nearestCount);
        const std::vector<Relation> relations{approach.falling ? Relation::decline : Relation::growth};
        const std::size_t start = sentenceStart(now.first);
        // a …, tăng p% so với cùng kỳ (b …)
        if (compared(percent)) {
            if (const std::size_t then = countBehind(q); then != kNone && !changeBefore(now)) {
                Pair pair = countPair(now, quantity(then), percent.first, percent.last);
                const bool units = sameUnit(now, quantity(then)) && !now.unit.empty() && !quantity(then).unit.empty();
                pair.strong = units && pair.scaleKnown && plainThen(percent, quantity(then));
                return settle(q, pair, approach, relations, pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
            }
        }
        // từ b … lên a …, tăng p%
        const std::size_t before = countBefore(nearestCount, start, true);
        if (before != kNone && fromTo(quantity(before), now)) {
            Pair pair = countPair(now, quantity(before), percent.last, percent.last);
            pair.strong = pair.scaleKnown && sameUnit(now, quantity(before));
            return settle(q, pair, approach, relations, pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
        }
        // a …, tăng d … (tăng p%) so với …: b = a − d
        if (before != kNone && changeBefore(now) && sameUnit(now, quantity(before))) {
            Pair pair = countPair(quantity(before), now, percent.last, percent.last);
            if (!pair.scaleKnown) return false;
            const Decimal change = pair.b.value;
            pair.b.value = approach.falling ? pair.a.value + change : pair.a.value - change;
            if (pair.b.value <= Decimal(0)) return false;
            pair.strong = !now.unit.empty() && !quantity(before).unit.empty() && !crosses(quantity(before).last + 1, now.first);
            return settle(q, pair, approach, relations, pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
        }
        return false;
    }

    /// “so với cùng kỳ năm 2024 (80 vụ)”, “so với 80 vụ của cùng kỳ”: nothing tells the number of another time or place.
    bool plainThen(const Quantity& percent, const Quantity& then) const {
        static constexpr auto kSaid = std::to_array<WordKey>({U"là", U"đạt", U"có", U"ở", U"mức", U"chỉ", U"còn", U"tỷ", U"tỉ", U"lệ", U"năm", U"kỳ", U"cùng", U"trước", U"số", U"với", U"được"});
        const std::size_t behind = percent.last + 1 + phraseAt(tokens_, percent.last + 1, words::comparisons());
        if (then.first == behind) return true;
        if (then.depth <= percent.depth) return false;
        std::size_t open = then.first;
        while (open > behind && !is(open - 1, TokenKind::open)) --open;
        for (std::size_t i = open; i < then.first; ++i) {
            if (is(i, TokenKind::word) && !in(kSaid, tokens_[i].key) && !holdsWord(percent.last + 1, open, tokens_[i].key)) return false;
        }
        // “(790 tỷ đồng theo giá so sánh)”
        const auto close = line_.partner[open - 1] >= 0 ? static_cast<std::size_t>(line_.partner[open - 1]) : tokens_.size();
        return !holdsWord(then.last + 1, close, U"giá");
    }

    /// “tăng 12,5% so với cùng kỳ (từ 80 vụ lên 90 vụ)”, “giảm 1,1 điểm phần trăm (từ 4,3% xuống 3,2%)”.
    bool changedBehind(std::size_t q, const Approach& approach, Quantity::Kind kind, std::vector<Relation> relations) {
        constexpr std::size_t kFar = 12;
        const Quantity& percent = quantity(q);
        if (q + 2 >= line_.quantities.size() || quantity(q + 1).kind != kind || quantity(q + 2).kind != kind) return false;
        const Quantity &then = quantity(q + 1), &now = quantity(q + 2);
        if (!fromTo(then, now) || then.range || now.range || then.first - percent.last > kFar) return false;
        for (std::size_t i = percent.last + 1; i < now.first; ++i) {
            if (is(i, TokenKind::stop) || is(i, TokenKind::semicolon) || is(i, TokenKind::close)) return false;
        }
        Pair pair;
        if (kind == Quantity::Kind::count) {
            pair = countPair(now, then, percent.first, percent.last);
        } else {
            pair.a = line_.operand(now.a);
            pair.b = line_.operand(then.a);
            pair.from = percent.first;
            pair.to = now.last;
        }
        pair.strong = then.depth == percent.depth + 1 && then.depth == now.depth && sameUnit(now, then) && pair.scaleKnown;
        return settle(q, pair, approach, relations, pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
    }

    /// “1.428/1.680 triệu đồng, đạt 85% dự toán, tăng 12% so với cùng kỳ (1.275 triệu đồng)”: what grew stands before other percentages, or is a numerator.
    bool grownOverPercents(std::size_t q, const Approach& approach) {
        const Quantity& percent = quantity(q);
        const std::size_t then = countBehind(q);
        if (then == kNone || !plainThen(percent, quantity(then))) return false;
        const std::size_t start = sentenceStart(percent.first);
        std::size_t now = q;
        while (now > 0 && quantity(now - 1).first >= start && quantity(now - 1).kind == Quantity::Kind::percent) --now;
        if (now == 0 || quantity(now - 1).first < start) return false;
        const Quantity& grown = quantity(now - 1);
        if (grown.vulgar || grown.score || changeBefore(grown) || crossesSemicolon(grown.last, percent.first)) return false;
        if (grown.kind == Quantity::Kind::count && now == q) return false;  // the plain case
        if (grown.kind != Quantity::Kind::count && grown.kind != Quantity::Kind::fraction) return false;
        Pair pair = countPair(grown, quantity(then), percent.first, percent.last);
        pair.strong = pair.scaleKnown && !grown.unit.empty() && !quantity(then).unit.empty() && sameUnit(grown, quantity(then)) &&
                      !holds(grown.last + 1, percent.first, words::partIntroducers());
        return settle(q, pair, approach, {approach.falling ? Relation::decline : Relation::growth}, pair.strong ? Wrong::wrong : Wrong::drop, Doubt::none);
    }

    bool changeBefore(const Quantity& quantity) const {
        constexpr std::size_t kBack = 3;
        const std::size_t from = quantity.first > kBack ? quantity.first - kBack : 0;
        return holdsWord(from, quantity.first, U"tăng") || holdsWord(from, quantity.first, U"giảm");
    }

    bool fromTo(const Quantity& then, const Quantity& now) const {
        constexpr std::size_t kBack = 2;
        const std::size_t from = then.first > kBack ? then.first - kBack : 0;
        if (!holdsWord(from, then.first, U"từ")) return false;
        for (const WordKey word : {WordKey(U"lên"), WordKey(U"xuống"), WordKey(U"còn"), WordKey(U"đến")}) {
            if (holdsWord(then.last + 1, now.first, word)) return true;
        }
        return false;
    }

    /// The first count behind “so với …”, in its clause; it is what is compared with where it stands in parentheses.
    std::size_t countBehind(std::size_t q) const {
        const Quantity& percent = quantity(q);
        for (std::size_t i = percent.last + 1; i < tokens_.size(); ++i) {
            if (is(i, TokenKind::stop) || is(i, TokenKind::semicolon)) return kNone;
            if (is(i, TokenKind::comma)) return kNone;
            const std::size_t other = indexAt(i);
            if (other == kNone) continue;
            return quantity(other).kind == Quantity::Kind::count ? other : kNone;
        }
        return kNone;
    }

    // --- một tỷ lệ khác của cùng hai số ---------------------------------------------------------------------------------------
    bool chained(std::size_t q, const Approach& approach, const Found& found) {
        const auto& first = linked_[found.quantity];
        if (!first || found.introducer || (!approach.head && approach.mark != Approach::Mark::paren)) return false;
        if (first->relation == Relation::points || approach.rising || approach.falling) return false;
        if (compared(quantity(q)) && !((approach.over || approach.lacking) && withPlan(quantity(q)))) return false;
        Pair pair;
        pair.a = first->numerator;
        pair.b = first->denominator;
        pair.from = quantity(q).first;
        pair.to = quantity(q).last;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].start == first->at.start && first->at.paragraph == line_.index) pair.from = i;
        }
        const bool plain = (approach.over || approach.lacking) && approach.mark == Approach::Mark::comma && found.tokens <= kShortPhrase;
        pair.strong = plain;
        Wrong otherwise = plain && first->verdict != Verdict::unclear ? Wrong::wrong : Wrong::drop;
        if (otherwise == Wrong::wrong && exactShareFits(pair, quantity(q))) otherwise = Wrong::unclear;
        return settle(q, pair, approach, approach.lacking ? std::vector<Relation>{Relation::lacking} : relationsOf(approach, false, quantity(found.quantity)), otherwise, Doubt::none);
    }

    /// “03/14 dự án giải ngân trên 50% kế hoạch, chiếm 21,43%”: the percentage on the way belongs to what is counted.
    Found behindLimit(const Found& found, const Approach& how) const {
        if (found.quantity == kNone || quantity(found.quantity).kind != Quantity::Kind::percent || linked_[found.quantity]) return found;
        const bool own = how.mark == Approach::Mark::paren || (how.mark == Approach::Mark::comma && how.share);
        if (!own || found.comma || found.introducer || found.outward) return found;
        Found further = nearest(quantity(found.quantity).first);
        if (further.quantity == kNone || quantity(further.quantity).kind != Quantity::Kind::fraction || further.comma || further.outward) return found;
        further.tokens += found.tokens + 2;
        return further;
    }

    void backward(std::size_t q) {
        const Quantity& percent = quantity(q);
        const Approach how = approach(percent.first);
        if ((how.rising || how.falling) && changedBehind(q, how, Quantity::Kind::count, {how.falling ? Relation::decline : Relation::growth})) return;
        if ((how.rising || how.falling) && compared(percent) && grownOverPercents(q, how)) return;
        const Found found = behindLimit(nearest(how.begin), how);
        const bool fraction = found.quantity != kNone && quantity(found.quantity).kind == Quantity::Kind::fraction;
        const Forward next = ahead(q);
        // “, tỷ lệ trực tuyến đạt 86,98% (265/305 hồ sơ)”: the fraction behind is its own, unless the one before is as close
        const bool behindFirst = next.quantity != kNone && (!fraction || found.comma || found.introducer || found.tokens > kShortPhrase ||
                                                            how.mark == Approach::Mark::none);
        if (behindFirst && forward(q, how)) return;
        if (found.quantity != kNone) {
            const Quantity& one = quantity(found.quantity);
            if (one.kind == Quantity::Kind::fraction && viaFraction(q, how, found)) return;
            if (one.kind == Quantity::Kind::count && viaCount(q, how, found)) return;
            if (one.kind == Quantity::Kind::percent && chained(q, how, found)) return;
        }
        if (!behindFirst) forward(q, how);
    }

    // --- điểm phần trăm ----------------------------------------------------------------------------------------------------------
    void points(std::size_t q) {
        const Quantity& percent = quantity(q);
        const Approach how = approach(percent.first);
        if (!how.rising && !how.falling && !how.over && !how.lacking) return;
        if (changedBehind(q, how, Quantity::Kind::percent, {Relation::points})) return;
        const Found found = nearest(how.begin);
        if (found.quantity == kNone || quantity(found.quantity).kind != Quantity::Kind::percent) return;
        const Quantity& now = quantity(found.quantity);
        std::size_t then = kNone;
        bool strong = false;
        if (found.quantity > 0 && quantity(found.quantity - 1).kind == Quantity::Kind::percent && fromTo(quantity(found.quantity - 1), now)) {
            then = found.quantity - 1;
            strong = true;
        } else if (compared(percent)) {
            for (std::size_t i = percent.last + 1; i < tokens_.size() && !is(i, TokenKind::stop) && !is(i, TokenKind::semicolon) && !is(i, TokenKind::comma); ++i) {
                if (const std::size_t other = indexAt(i); other != kNone) {
                    if (quantity(other).kind == Quantity::Kind::percent) then = other;
                    break;
                }
            }
            strong = then != kNone && plainThen(percent, quantity(then)) && !found.comma && !found.introducer;
        }
        if (then == kNone) return;
        Pair pair;
        pair.a = line_.operand(now.a);
        pair.b = line_.operand(quantity(then).a);
        pair.from = std::min({now.first, quantity(then).first, percent.first});
        pair.to = std::max({now.last, quantity(then).last, percent.last});
        pair.strong = strong;
        settle(q, pair, how, {Relation::points}, strong ? Wrong::wrong : Wrong::drop, Doubt::none);
    }

    const Line& line_;
    const std::vector<Token>& tokens_;
    const std::optional<ListTotal>& total_;
    std::vector<std::optional<Figure>> linked_;  ///< per quantity: the figure of a percentage
    std::vector<bool> used_;                     ///< per quantity: a fraction that has its percentage
};

}  // namespace

std::vector<Figure> ratiosOf(const Line& line, const std::optional<ListTotal>& total) {
    const auto claims = [](const Quantity& one) { return one.kind == Quantity::Kind::percent || one.kind == Quantity::Kind::points; };
    if (std::none_of(line.quantities.begin(), line.quantities.end(), claims)) return {};
    return Linker(line, total).run();
}

}  // namespace thethuc::figures
