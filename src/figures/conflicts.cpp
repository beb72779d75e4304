#include "figures/conflicts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "figures/statements.hpp"
#include "figures/words.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using Head = Statement::Head;
using Keys = std::vector<WordKey>;

std::set<std::uint64_t> setOf(const Keys& keys) {
    std::set<std::uint64_t> out;
    for (const WordKey key : keys) out.insert(key.hash());
    return out;
}

bool holds(std::span<const WordKey> list, WordKey word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// ---- the same words with two numbers

/// Equal, or one is the other with fewer digits.
bool sameValue(const Statement& one, const Statement& other) {
    if (one.value == other.value) return true;
    const Statement& coarse = one.digits >= other.digits ? one : other;
    const Statement& fine = one.digits >= other.digits ? other : one;
    if (coarse.digits > 0) {
        // “1,9 tỷ đồng” and “1.934 triệu đồng”
        number::Integer unit = 1;
        for (std::int32_t i = 0; i < coarse.digits; ++i) unit *= 10;
        const number::Rational off = boost::multiprecision::abs(number::Rational(coarse.value.rational() - fine.value.rational()));
        return off * 2 <= number::Rational(unit);
    }
    return number::roundHalfUp(fine.value.rational(), -coarse.digits) == coarse.value;
}

class Values {
public:
    Values(const model::Document& document, const Outline& outline, const Span& report, const std::vector<Statement>& statements)
        : document_(document), outline_(outline), report_(report), statements_(statements) {}

    void run(std::vector<Conflict>& out) const {
        std::map<std::pair<bool, std::vector<std::uint64_t>>, std::vector<std::size_t>> byName;
        for (std::size_t i = 0; i < statements_.size(); ++i) {
            std::vector<std::uint64_t> name;
            for (const WordKey key : statements_[i].name) name.push_back(key.hash());
            byName[{statements_[i].head == Head::rate, std::move(name)}].push_back(i);
        }
        for (const auto& [name, group] : byName) ofOneName(group, out);
    }

private:
    const Statement& at(std::size_t i) const { return statements_[i]; }

    void ofOneName(const std::vector<std::size_t>& group, std::vector<Conflict>& out) const {
        // values with so many places each; more than two of them: the sentence is repeated for several things
        std::vector<std::vector<std::size_t>> values;
        for (const std::size_t i : group) {
            const auto same = std::find_if(values.begin(), values.end(), [&](const auto& one) { return sameValue(at(one.front()), at(i)); });
            if (same != values.end()) same->push_back(i);
            else values.push_back({i});
        }
        if (values.size() != 2) return;
        // the rarer value is the likelier slip, else the later one
        const bool firstRarer = values[0].size() < values[1].size();
        const auto& rare = values[firstRarer ? 0 : 1];
        const auto& common = values[firstRarer ? 1 : 0];
        for (const std::size_t one : rare) {
            const bool all = std::all_of(common.begin(), common.end(), [&](std::size_t other) { return comparable(at(one), at(other)); });
            if (!all) return;
        }
        for (const std::size_t one : rare) {
            out.push_back({Conflict::Matter::values, at(one).at, at(common.front()).at, at(one).text, at(common.front()).text});
        }
    }

    bool comparable(const Statement& one, const Statement& other) const {
        if (one.fromTable && other.fromTable) return false;
        const bool plain = one.head == Head::plain || other.head == Head::plain;
        if (one.head != other.head && !plain) return false;
        if (!one.unit.empty() && !other.unit.empty() && one.unit != other.unit) return false;
        if (!sameTime(one.time, other.time, report_)) return false;
        if (setOf(one.scope) != setOf(other.scope)) return false;
        if (one.fromTable || other.fromTable) return true;
        return !enumerated(one, other);
    }

    /// The two stand in parallel: under two headings of one kind, in two items of one list, or in two lists that name the same things in a row.
    bool enumerated(const Statement& one, const Statement& other) const {
        if (one.at.paragraph == other.at.paragraph) return true;
        if (inStep(one.next, other.next) || inStep(one.previous, other.previous)) return true;
        const std::vector<std::int32_t> a = path(one.at.paragraph), b = path(other.at.paragraph);
        std::size_t same = 0;
        while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
        if (same == a.size() || same == b.size()) return false;  // one stands above the other
        const bool ownA = same + 1 == a.size(), ownB = same + 1 == b.size();
        if (ownA && ownB) return one.leads || other.leads;
        if (ownA != ownB) return false;
        if (!outline_.of(a[same]).heading || !outline_.of(b[same]).heading) return true;
        return firstWord(a[same]) == firstWord(b[same]);
    }

    /// Beside both the same thing is counted, with different results.
    static bool inStep(const Statement::Neighbour& one, const Statement::Neighbour& other) {
        return !one.name.empty() && one.name == other.name && one.value != other.value;
    }

    std::vector<std::int32_t> path(std::int32_t paragraph) const {
        std::vector<std::int32_t> out = outline_.above(paragraph);
        std::reverse(out.begin(), out.end());
        out.push_back(paragraph);
        return out;
    }

    WordKey firstWord(std::int32_t paragraph) const {
        const Line line = readWords(document_.stories.front().paragraphs[static_cast<std::size_t>(paragraph)], 0, paragraph);
        // “II.”, “a)” are no words of the heading
        for (std::size_t i = 0; i < line.tokens.size(); ++i) {
            const bool number = i == 0 && line.tokens.size() > 1 && line.tokens[1].kind != TokenKind::word;
            if (line.tokens[i].kind == TokenKind::word && !number) return line.tokens[i].key;
        }
        return {};
    }

    const model::Document& document_;
    const Outline& outline_;
    const Span& report_;
    const std::vector<Statement>& statements_;
};

// ---- “100% văn bản đi được … điện tử” and “văn bản đi hoàn toàn điện tử 1.014=99,8%”

constexpr auto kPlurals = std::to_array<WordKey>({U"các", U"số", U"những", U"tổng"});
constexpr auto kPredicates = std::to_array<WordKey>({U"được", U"đã", U"đều", U"có", U"thực", U"là", U"đạt", U"gửi", U"ký", U"hoàn", U"đảm", U"bảo"});
/// They add nothing to what is said.
constexpr auto kFillers = std::to_array<WordKey>({U"hoàn", U"toàn", U"được", U"đã", U"đều", U"có", U"thực", U"hiện", U"dưới", U"dạng", U"là", U"đạt", U"các", U"với"});
constexpr std::size_t kNounWords = 2, kPredicateWords = 2;

/// A sentence that begins with “100% (các) …”.
struct Universal {
    std::size_t first = 0, last = 0;             ///< tokens of its beginning, as far as it is quoted
    std::size_t end = 0;                         ///< one past the sentence
    Keys noun, rest;                             ///< before and behind its first predicate word
};

std::optional<Universal> universalAt(const Line& line, const Quantity& quantity, std::size_t begin) {
    if (quantity.kind != Quantity::Kind::percent || quantity.range || !line.reading(quantity.a).value || *line.reading(quantity.a).value != number::Decimal(100)) return std::nullopt;
    const std::size_t first = quantity.first;
    if (first > begin && line.tokens[first - 1].kind != TokenKind::stop && line.tokens[first - 1].kind != TokenKind::semicolon) return std::nullopt;
    Universal one;
    one.first = first;
    one.last = quantity.last;
    bool predicate = false, shown = true;
    for (std::size_t i = quantity.last + 1; i < line.tokens.size(); ++i) {
        const TokenKind kind = line.tokens[i].kind;
        if (kind == TokenKind::stop || kind == TokenKind::semicolon || kind == TokenKind::colon) break;
        one.end = i + 1;
        // what is shown ends with the first comma of the predicate
        if (kind == TokenKind::comma && predicate) shown = false;
        if (shown) one.last = i;
        if (kind != TokenKind::word) continue;
        const WordKey key = line.tokens[i].key;
        if (one.noun.empty() && holds(kPlurals, key)) continue;
        predicate = predicate || (!one.noun.empty() && holds(kPredicates, key));
        (predicate ? one.rest : one.noun).push_back(key);
    }
    if (one.noun.size() < kNounWords || one.rest.size() < kPredicateWords) return std::nullopt;
    return one;
}

/// The words, told apart from what only fills the sentence, stand in `all` in their order.
bool inOrder(std::span<const WordKey> words, std::span<const WordKey> all) {
    auto from = all.begin();
    for (const WordKey word : words) {
        from = std::find(from, all.end(), word);
        if (from == all.end()) return false;
        ++from;
    }
    return true;
}

/// The words of a clause that lead to the two numbers of a ratio.
struct Lead {
    std::size_t first = 0;                       ///< token
    Keys words;
};

/// A share below 100 % of the same: words that begin as the noun of the universal sentence and go on within its predicate.
std::optional<Lead> contradiction(const Line& line, const Universal& all, std::size_t number) {
    const auto& tokens = line.tokens;
    std::size_t from = number;
    while (from > 0 && (tokens[from - 1].kind == TokenKind::word || tokens[from - 1].kind == TokenKind::comma)) --from;
    for (std::size_t first = number; first-- > from;) {
        if (tokens[first].kind != TokenKind::word || tokens[first].key != all.noun.front()) continue;
        Lead lead{first, {}};
        for (std::size_t i = first; i < number; ++i) {
            if (tokens[i].kind == TokenKind::word && !holds(kFillers, tokens[i].key)) lead.words.push_back(tokens[i].key);
        }
        std::size_t same = 0;
        while (same < lead.words.size() && same < all.noun.size() && lead.words[same] == all.noun[same]) ++same;
        if (same < kNounWords || lead.words.size() < same + kPredicateWords || !inOrder(std::span(lead.words).subspan(same), all.rest)) continue;
        return lead;
    }
    return std::nullopt;
}

void findUniversals(const model::Document& document, const std::vector<Figure>& figures, std::vector<Conflict>& out) {
    const number::Decimal hundred(100);
    std::map<std::int32_t, std::vector<const Figure*>> shares;
    for (const Figure& one : figures) {
        const bool share = one.kind == Kind::ratio && one.relation == Relation::share && one.claimed.value < hundred && one.verdict != Verdict::unclear;
        if (share && one.at.story == 0 && document.at(one.at).cell < 0) shares[one.at.paragraph].push_back(&one);
    }
    // only within one paragraph, where the figures tell more of the sentence
    for (const auto& [paragraph, list] : shares) {
        const Line line = readLine(document.stories.front().paragraphs[static_cast<std::size_t>(paragraph)], 0, paragraph);
        const std::size_t begin = bulletOf(*line.paragraph, line.tokens) == 0 || !line.paragraph->listLabel.empty() ? 0 : 1;
        for (const Quantity& quantity : line.quantities) {
            const auto all = universalAt(line, quantity, begin);
            if (!all || holdsPhrase(line.tokens, all->first, all->end, words::noResults())) continue;
            for (const Figure* figure : list) {
                const auto number = std::find_if(line.tokens.begin(), line.tokens.end(), [&](const Token& token) { return token.start == figure->numerator.at.start; });
                if (number == line.tokens.end() || number->kind != TokenKind::number || figure->numerator.at.paragraph != paragraph) continue;
                const auto index = static_cast<std::size_t>(number - line.tokens.begin());
                if (index >= all->first && index < all->end) continue;
                const auto lead = contradiction(line, *all, index);
                if (!lead) continue;
                std::size_t sentence = lead->first;
                while (sentence > 0 && line.tokens[sentence - 1].kind != TokenKind::stop && line.tokens[sentence - 1].kind != TokenKind::semicolon) --sentence;
                if (holdsPhrase(line.tokens, sentence, index, words::noResults()) || !spanIn(line, sentence, index).empty()) continue;
                const model::Range at = line.range(all->first, all->last);
                const model::Range other{0, paragraph, line.tokens[lead->first].start, figure->claimed.at.end() - line.tokens[lead->first].start};
                if (other.length <= 0) continue;
                std::u32string said = text::squeeze(line.words(other));
                if (!said.ends_with(U'%')) said += U'%';
                out.push_back({Conflict::Matter::all, at, other, text::squeeze(line.words(at)), std::move(said)});
                break;
            }
        }
    }
}

// ---- “tỷ lệ … cao” and “tỷ lệ … còn thấp”

struct Judged {
    Keys name;
    bool high = false;
    model::Range at;
    std::u32string text;
};

class Judgements {
public:
    Judgements(const model::Document& document, const elements::Analysis& analysis) : document_(document), analysis_(analysis) {}

    void run(std::vector<Conflict>& out) {
        for (const elements::Part& part : analysis_.parts) {
            if (part.kind == elements::PartKind::main) readPart(part);
        }
        std::map<std::vector<std::uint64_t>, std::vector<const Judged*>> byName;
        for (const Judged& one : judged_) {
            std::vector<std::uint64_t> name;
            for (const WordKey key : one.name) name.push_back(key.hash());
            byName[std::move(name)].push_back(&one);
        }
        for (const auto& [name, group] : byName) {
            const auto high = std::find_if(group.begin(), group.end(), [](const Judged* one) { return one->high; });
            const auto low = std::find_if(group.begin(), group.end(), [](const Judged* one) { return !one->high; });
            if (high == group.end() || low == group.end() || (*high)->at.paragraph == (*low)->at.paragraph) continue;
            out.push_back({Conflict::Matter::judgement, (*high)->at, (*low)->at, (*high)->text, (*low)->text});
        }
    }

private:
    void readPart(const elements::Part& part) {
        const auto& paragraphs = document_.stories.front().paragraphs;
        const auto last = std::min(static_cast<std::size_t>(std::max(part.last, 0)), paragraphs.size());
        for (std::size_t i = static_cast<std::size_t>(std::max(part.first, 0)); i < last; ++i) {
            const std::u32string& text = paragraphs[i].text;
            const bool rate = text.find(U"ỷ lệ") != text.npos || text.find(U"ỉ lệ") != text.npos;
            if (!rate || paragraphs[i].cell >= 0 || (text.find(U"cao") == text.npos && text.find(U"thấp") == text.npos)) continue;
            paragraph(readWords(paragraphs[i], 0, static_cast<std::int32_t>(i)));
        }
    }

    /// Each clause by itself: between the signs that part them.
    void paragraph(const Line& line) {
        const auto part = [](const Token& token) { return token.kind != TokenKind::word; };
        std::size_t from = 0;
        while (from < line.tokens.size()) {
            if (part(line.tokens[from])) {
                ++from;
                continue;
            }
            const auto end = static_cast<std::size_t>(std::find_if(line.tokens.begin() + static_cast<std::ptrdiff_t>(from), line.tokens.end(), part) - line.tokens.begin());
            clause(line, from, end);
            from = end;
        }
    }

    void clause(const Line& line, std::size_t from, std::size_t end) {
        static constexpr auto kDegrees = std::to_array<WordKey>({U"còn", U"rất", U"khá", U"tương", U"đối", U"vẫn", U"đạt", U"ở", U"mức", U"ngày", U"càng", U"luôn", U"là"});
        static constexpr auto kNots = std::to_array<WordKey>({U"chưa", U"không"});
        const auto& tokens = line.tokens;
        constexpr std::size_t kHead = 2;         // “tỷ lệ”
        if (end < from + kHead + 2 || (tokens[from].key != U"tỷ" && tokens[from].key != U"tỉ") || tokens[from + 1].key != U"lệ") return;
        // the sentence must not tell of a part, of another time, or of what is wanted
        std::size_t sentence = from, close = end;
        while (sentence > 0 && tokens[sentence - 1].kind != TokenKind::stop && tokens[sentence - 1].kind != TokenKind::semicolon) --sentence;
        while (close < tokens.size() && tokens[close].kind != TokenKind::stop && tokens[close].kind != TokenKind::semicolon) ++close;
        if (holdsPhrase(tokens, sentence, close, words::noResults()) || !spanIn(line, sentence, close).empty()) return;
        if (close > end && tokens[end].kind == TokenKind::open) return;
        const WordKey last = tokens[end - 1].key;
        const bool high = last == U"cao", low = last == U"thấp";
        if (!high && !low) return;
        std::size_t name = end - 1;
        bool turned = false;
        while (name > from + kHead && (holds(kDegrees, tokens[name - 1].key) || holds(kNots, tokens[name - 1].key))) {
            turned = turned || holds(kNots, tokens[name - 1].key);
            --name;
        }
        if (turned && low) return;               // “không thấp” is not yet high
        if (localised(line, sentence, from)) return;
        Judged one;
        for (std::size_t i = from + kHead; i < name; ++i) one.name.push_back(tokens[i].key);
        if (one.name.size() < kNounWords) return;
        one.high = high && !turned;
        one.at = line.range(from, end - 1);
        one.text = text::squeeze(line.words(one.at));
        judged_.push_back(std::move(one));
    }

    /// “Tại xã Đức Long, …”, “Đối với …”: a clause before says of whom or when.
    static bool localised(const Line& line, std::size_t sentence, std::size_t from) {
        static constexpr auto kPlaces = std::to_array<WordKey>({U"tại", U"ở", U"đối", U"riêng", U"với", U"về", U"trong", U"năm", U"trước", U"khi", U"nhiều", U"một", U"có", U"nhất", U"nếu",
                                                                U"tuy", U"do", U"vì", U"những"});
        bool begins = true;
        for (std::size_t i = sentence; i < from; ++i) {
            const bool word = line.tokens[i].kind == TokenKind::word;
            if (word && begins && holds(kPlaces, line.tokens[i].key)) return true;
            begins = !word;
        }
        return false;
    }

    const model::Document& document_;
    const elements::Analysis& analysis_;
    std::vector<Judged> judged_;
};

}  // namespace

std::string_view name(Conflict::Matter matter) noexcept {
    switch (matter) {
        case Conflict::Matter::values: return "values";
        case Conflict::Matter::all: return "all";
        case Conflict::Matter::judgement: return "judgement";
        case Conflict::Matter::last: return "last";
    }
    return "";
}

std::vector<Conflict> conflicts(const model::Document& document, const elements::Analysis& analysis, const std::vector<Figure>& figures) {
    std::vector<Conflict> out;
    if (document.stories.empty()) return out;
    const Outline outline(document, analysis);
    const std::vector<Statement> statements = statementsOf(document, analysis, outline);
    Values(document, outline, periodOf(analysis), statements).run(out);
    findUniversals(document, figures, out);
    Judgements(document, analysis).run(out);
    std::stable_sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) { return a.at < b.at; });
    return out;
}

bool comparableWithLast(const elements::Analysis& analysis, const elements::Analysis& lastAnalysis) {
    const Span now = periodOf(analysis), then = periodOf(lastAnalysis);
    return isYearBefore(then, now) || isRightBefore(then, now);
}

std::vector<model::Range> comparablePlaces(const model::Document& last, const elements::Analysis& lastAnalysis) {
    std::vector<model::Range> out;
    if (last.stories.empty()) return out;
    for (const Statement& one : statementsOf(last, lastAnalysis, Outline(last, lastAnalysis))) out.push_back(one.at);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<Conflict> conflictsWithLast(const model::Document& document, const elements::Analysis& analysis, const model::Document& last,
                                        const elements::Analysis& lastAnalysis) {
    std::vector<Conflict> out;
    if (document.stories.empty() || last.stories.empty()) return out;
    const Span now = periodOf(analysis), then = periodOf(lastAnalysis);
    std::vector<When> compared;
    if (isYearBefore(then, now)) compared.push_back(When::yearBefore);
    if (isRightBefore(then, now)) compared.push_back(When::before);
    if (compared.empty()) return out;
    const Outline outline(document, analysis), lastOutline(last, lastAnalysis);
    const std::vector<Statement> said = statementsOf(last, lastAnalysis, lastOutline);
    for (const When when : compared) {
        for (const Statement& one : statementsOf(document, analysis, outline, when)) {
            std::vector<const Statement*> same;
            for (const Statement& other : said) {
                const bool head = one.head == other.head || one.head == Head::plain || other.head == Head::plain;
                const bool unit = one.unit.empty() || other.unit.empty() || one.unit == other.unit;
                const bool time = other.time.empty() || sameTime(other.time, then, then);
                if (head && unit && time && one.name == other.name && setOf(one.scope) == setOf(other.scope)) same.push_back(&other);
            }
            // where the earlier report itself has two values nothing is known
            const bool known = !same.empty() && std::all_of(same.begin(), same.end(), [&](const Statement* other) { return sameValue(*other, *same.front()); });
            if (known && !sameValue(one, *same.front())) out.push_back({Conflict::Matter::last, one.at, same.front()->at, one.text, same.front()->text});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) { return a.at < b.at; });
    return out;
}

}  // namespace thethuc::figures
