#include "figures/statements.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

#include "figures/grid.hpp"
#include "figures/words.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using Head = Statement::Head;

/// A name is told in so many words at least, so that it is no “tổng số hộ” of whatever stands above it.
constexpr std::size_t kShortestName = 3;
constexpr std::size_t kLongestHeading = 40;      // tokens

struct HeadWords {
    Phrase words;
    Head head;
};
/// The longer ones first.
constexpr HeadWords kHeads[] = {
    {Phrase(U"tổng số lượng"), Head::total}, {Phrase(U"tổng số"), Head::total}, {Phrase(U"số lượng"), Head::number}, {Phrase(U"số"), Head::number},
    {Phrase(U"tỷ lệ"), Head::rate},          {Phrase(U"tỉ lệ"), Head::rate},
};
/// Between a name and its value.
constexpr auto kLinks = std::to_array<WordKey>({U"là", U"đạt", U"có"});
/// What is counted so often under so many headings that the name alone tells nothing.
constexpr auto kVague = std::to_array<WordKey>({U"tiền", U"kinh", U"vốn", U"diện", U"giá", U"sản", U"doanh", U"mức", U"chiều", U"khối", U"phiếu", U"điểm", U"lượt", U"cuộc",
                                                U"buổi", U"lớp", U"đại", U"thành", U"hội", U"đoàn", U"đảng", U"học", U"giáo", U"công", U"dự", U"người", U"ngày", U"giờ", U"lao"});
/// Behind “, ” or in parentheses they say that the number is not of the whole name.
constexpr auto kLimits = std::to_array<WordKey>({U"không", U"chưa", U"trừ", U"kể", U"tính", U"trên", U"của", U"tại", U"theo", U"thuộc", U"so", U"bao", U"riêng", U"ước", U"bình",
                                                 U"cùng", U"cao", U"thấp"});

bool holds(std::span<const WordKey> list, WordKey word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool isHead(std::span<const Token> tokens, std::size_t at, std::size_t end, const HeadWords& head) {
    if (at + head.words.length > end) return false;
    for (std::size_t i = 0; i < head.words.length; ++i) {
        if (tokens[at + i].kind != TokenKind::word || tokens[at + i].key != head.words.words[i]) return false;
    }
    return true;
}

/// The head of a name at `at`, null for none.
const HeadWords* headAt(std::span<const Token> tokens, std::size_t at, std::size_t end) {
    const auto found = std::find_if(std::begin(kHeads), std::end(kHeads), [&](const HeadWords& one) { return isHead(tokens, at, end, one); });
    return found == std::end(kHeads) ? nullptr : &*found;
}

bool endsClause(const Line& line, std::size_t i) {
    if (i >= line.tokens.size()) return true;
    const TokenKind kind = line.tokens[i].kind;
    return kind == TokenKind::stop || kind == TokenKind::semicolon;
}

std::vector<WordKey> wordsIn(const Line& line, std::size_t from, std::size_t to) {
    std::vector<WordKey> out;
    for (std::size_t i = from; i < to; ++i) {
        if (line.tokens[i].kind == TokenKind::word) out.push_back(line.tokens[i].key);
    }
    return out;
}

bool within(std::span<const WordKey> words, std::span<const WordKey> all) {
    return std::search(all.begin(), all.end(), words.begin(), words.end()) != all.end();
}

/// Everything that stands before the number in its sentence, taken apart.
struct Named {
    Head head = Head::plain;
    std::size_t first = 0;                       ///< of the head
    std::size_t nameFirst = 0, nameEnd = 0;
    std::size_t sentence = 0;                    ///< first token of the sentence
};

class Sentences {
public:
    Sentences(const Line& line, std::size_t begin) : line_(line), begin_(begin) {}

    /// The name before the quantity, if it is a plain one.
    [[nodiscard]] std::optional<Named> nameOf(const Quantity& quantity) const {
        std::size_t end = quantity.first;
        if (phraseBefore(line_.tokens, end, words::approximations()) > 0) return std::nullopt;
        end = skipLinks(end);
        if (end > begin_ && line_.tokens[end - 1].kind == TokenKind::close) {
            // “(tính đến 10/9/2025)”: only a time may stand there
            const std::int32_t open = line_.partner[end - 1];
            if (open < 0 || spanIn(line_, static_cast<std::size_t>(open), end - 1).empty()) return std::nullopt;
            end = static_cast<std::size_t>(open);
        }
        end = skipLinks(end);
        std::size_t from = end;
        while (from > begin_ && (line_.tokens[from - 1].kind == TokenKind::word || line_.tokens[from - 1].kind == TokenKind::comma)) --from;
        Named named;
        for (std::size_t i = from; i < end; ++i) {
            if (i > from && line_.tokens[i - 1].kind != TokenKind::comma) continue;
            const HeadWords* head = headAt(line_.tokens, i, end);
            if (head == nullptr) continue;
            named.head = head->head;
            named.first = i;
            named.nameFirst = i + head->words.length;
        }
        if (named.head == Head::plain || end < named.nameFirst + kShortestName) return std::nullopt;
        named.nameEnd = end;
        named.sentence = named.first;
        while (named.sentence > begin_ && !endsClause(line_, named.sentence - 1)) --named.sentence;
        // what leads to the name in its clause must be a time
        for (std::size_t i = from; i < named.first; ++i) {
            if (line_.tokens[i].kind == TokenKind::word && !timeWord(i)) return std::nullopt;
        }
        if (from > begin_) {
            const TokenKind before = line_.tokens[from - 1].kind;
            const bool boundary = before == TokenKind::stop || before == TokenKind::semicolon || before == TokenKind::colon;
            if (!boundary && from == named.first) return std::nullopt;
        }
        return named;
    }

private:
    std::size_t skipLinks(std::size_t end) const {
        while (end > begin_) {
            const Token& token = line_.tokens[end - 1];
            const bool link = token.kind == TokenKind::colon || (token.kind == TokenKind::word && holds(kLinks, token.key));
            if (!link) break;
            --end;
        }
        return end;
    }

    bool timeWord(std::size_t i) const {
        static constexpr auto kTime = std::to_array<WordKey>({U"trong", U"quý", U"kỳ", U"tháng", U"năm", U"đến", U"nay", U"tính", U"từ", U"ngày", U"hết", U"i", U"ii", U"iii", U"iv",
                                                              U"đó", U"báo", U"cáo", U"này", U"đầu", U"cuối"});
        return holds(kTime, line_.tokens[i].key);
    }

    const Line& line_;
    std::size_t begin_;
};

class Reader {
public:
    Reader(const model::Document& document, const elements::Analysis& analysis, const Outline& outline, When when)
        : document_(document), analysis_(analysis), outline_(outline), paragraphs_(document.stories.front().paragraphs), when_(when) {}

    std::vector<Statement> run() {
        for (const elements::Part& part : analysis_.parts) {
            if (part.kind != elements::PartKind::main) continue;
            const auto last = std::min(static_cast<std::size_t>(std::max(part.last, 0)), paragraphs_.size());
            for (std::size_t i = static_cast<std::size_t>(std::max(part.first, 0)); i < last; ++i) {
                if (mayState(paragraphs_[i]) && !quoted(i)) paragraph(static_cast<std::int32_t>(i));
            }
        }
        for (std::size_t table = 0; table < document_.tables.size(); ++table) {
            if (document_.tables[table].story == 0) rowsOf(static_cast<std::int32_t>(table));
        }
        std::stable_sort(out_.begin(), out_.end(), [](const Statement& a, const Statement& b) { return a.at < b.at; });
        return std::move(out_);
    }

private:
    bool quoted(std::size_t paragraph) const { return paragraph < analysis_.quoted.size() && analysis_.quoted[paragraph]; }

    /// A quick look, since most paragraphs state nothing.
    static bool mayState(const model::Paragraph& paragraph) {
        if (paragraph.cell >= 0 || paragraph.citedList) return false;
        const std::u32string_view text = paragraph.text;
        if (text.find(U"ố ") == text.npos && text.find(U"ỷ lệ") == text.npos && text.find(U"ỉ lệ") == text.npos) return false;
        return std::any_of(text.begin(), text.end(), text::isDigit);
    }

    /// The lead of a heading (all of it) or of an item (up to its colon) above a place.
    struct Above {
        Span time;
        std::vector<WordKey> scope;
        bool future = false;
    };
    const Above& above(std::int32_t paragraph) {
        const auto known = above_.find(paragraph);
        if (known != above_.end()) return known->second;
        Above result;
        for (const std::int32_t one : outline_.above(paragraph)) {
            const Line line = readWords(paragraphs_[static_cast<std::size_t>(one)], 0, one);
            std::size_t end = line.tokens.size();
            if (!outline_.of(one).heading || end > kLongestHeading) {
                const auto colon = std::find_if(line.tokens.begin(), line.tokens.end(), [](const Token& token) { return token.kind == TokenKind::colon; });
                end = colon == line.tokens.end() ? 0 : static_cast<std::size_t>(colon - line.tokens.begin());
            }
            if (result.time.empty()) result.time = spanIn(line, 0, end);
            addScope(line, 0, end, result.scope);
            result.future = result.future || holdsPhrase(line.tokens, 0, end, words::futures());
        }
        return above_.emplace(paragraph, std::move(result)).first->second;
    }

    void paragraph(std::int32_t index) {
        const Line line = readLine(paragraphs_[static_cast<std::size_t>(index)], 0, index);
        const std::size_t begin = bulletOf(*line.paragraph, line.tokens) == 0 || !line.paragraph->listLabel.empty() ? 0 : 1;
        const Sentences sentences(line, begin);
        std::optional<std::size_t> before;
        for (const Quantity& quantity : line.quantities) {
            const std::size_t count = out_.size();
            state(line, sentences, begin, quantity);
            if (out_.size() == count) continue;
            if (before) chain(out_[*before], out_.back());
            before = count;
        }
        if (before) lastOf_[index] = *before;
        link(index);
    }

    static void chain(Statement& one, Statement& next) {
        one.next = {next.name, next.value};
        next.previous = {one.name, one.value};
    }

    /// The first statement of an item follows the last one of the item before it.
    void link(std::int32_t index) {
        const auto own = std::find_if(out_.begin(), out_.end(), [&](const Statement& one) { return one.at.paragraph == index; });
        if (own == out_.end()) return;
        const auto before = lastOf_.lower_bound(index);
        if (before == lastOf_.begin()) return;
        const auto& [paragraph, statement] = *std::prev(before);
        if (outline_.of(paragraph).parent == outline_.of(index).parent) chain(out_[statement], *own);
    }

    void state(const Line& line, const Sentences& sentences, std::size_t begin, const Quantity& quantity) {
        const bool rate = quantity.kind == Quantity::Kind::percent;
        if ((!rate && quantity.kind != Quantity::Kind::count) || quantity.range || quantity.depth > 0) return;
        const auto named = sentences.nameOf(quantity);
        if (!named || rate != (named->head == Head::rate)) return;
        const Quantity* value = when_ == When::now ? &quantity : earlier(line, quantity);
        if (value == nullptr) return;
        const auto last = when_ == When::now ? endOf(line, *named, quantity) : std::optional(value->last + value->unit.size());
        if (!last) return;
        if (holds(kVague, line.tokens[named->nameFirst].key)) return;
        if (holdsPhrase(line.tokens, named->sentence, when_ == When::now ? *last + 1 : quantity.first, words::noResults())) return;
        const Above& over = above(line.index);
        if (over.future) return;
        Statement one;
        one.head = named->head;
        one.name = wordsIn(line, named->nameFirst, named->nameEnd);
        one.unit = unitOf(*value);
        one.value = scaled(*line.reading(value->a).value, value->scale);
        one.digits = value->scale - line.reading(value->a).value->scale();
        one.time = spanIn(line, begin, *last + 1);
        if (one.time.empty()) one.time = over.time;
        one.scope = over.scope;
        addScope(line, begin, named->first, one.scope);
        one.leads = named->first > begin;
        // the parenthesis that a value of the time before stands in belongs to what is quoted
        const std::size_t behind = *last + 1;
        const bool closes = behind < line.partner.size() && line.tokens[behind].kind == TokenKind::close && line.partner[behind] >= static_cast<std::int32_t>(named->first);
        one.at = line.range(named->first, closes ? behind : *last);
        one.text = text::squeeze(line.words(one.at));
        out_.push_back(std::move(one));
    }

    /// “…, tăng 52 hồ sơ so với cùng kỳ (650 hồ sơ)”: the value of the time before, null where it is not plainly given.
    const Quantity* earlier(const Line& line, const Quantity& now) const {
        static const Phrase kYearBefore(U"cùng kỳ");
        static constexpr std::array kBefore{Phrase(U"kỳ trước"), Phrase(U"quý trước"), Phrase(U"tháng trước")};
        const std::size_t none = line.tokens.size();
        std::size_t behind = none;
        for (std::size_t i = now.last + 1; i < line.tokens.size() && !endsClause(line, i) && behind == none; ++i) {
            const auto stands = [&](const Phrase& phrase) { return holdsPhrase(line.tokens, i, i + phrase.length, phrase); };
            const bool found = when_ == When::yearBefore ? stands(kYearBefore) : std::any_of(kBefore.begin(), kBefore.end(), stands);
            if (found) behind = i + 2;
        }
        // “năm trước”, “năm 2024” may follow
        static constexpr auto kTime = std::to_array<WordKey>({U"năm", U"trước", U"ngoái"});
        while (behind < none && ((line.tokens[behind].kind == TokenKind::word && holds(kTime, line.tokens[behind].key)) ||
                                 (line.tokens[behind].kind == TokenKind::number && line.at(behind) == nullptr)))
            ++behind;
        const bool linked = behind < none && (line.tokens[behind].kind == TokenKind::open || line.tokens[behind].kind == TokenKind::colon ||
                                              (line.tokens[behind].kind == TokenKind::word && holds(kLinks, line.tokens[behind].key)));
        const Quantity* value = linked ? line.at(behind + 1) : nullptr;
        if (value == nullptr || value->first != behind + 1 || value->kind != now.kind || value->range) return nullptr;
        return value->unit.empty() || now.unit.empty() || sameUnit(*value, now) ? value : nullptr;
    }

    static std::vector<WordKey> unitOf(const Quantity& quantity) {
        std::vector<WordKey> unit;
        for (std::size_t i = 0; i < quantity.unit.size(); ++i) unit.push_back(quantity.unit[i]);
        return unit;
    }

    /// The last token of the statement, where nothing that follows narrows it down.
    static std::optional<std::size_t> endOf(const Line& line, const Named& named, const Quantity& quantity) {
        const std::size_t end = quantity.last + quantity.unit.size();
        // the unit says again what is counted, or is one word: người, hộ, đồng
        if (quantity.unit.size() > 1 && !within(unitOf(quantity), wordsIn(line, named.nameFirst, named.nameEnd))) return std::nullopt;
        const std::size_t next = end + 1;
        if (next >= line.tokens.size() || endsClause(line, next)) return end;
        const TokenKind kind = line.tokens[next].kind;
        if (kind != TokenKind::comma && kind != TokenKind::open) return std::nullopt;
        const bool limited = next + 1 < line.tokens.size() && line.tokens[next + 1].kind == TokenKind::word && holds(kLimits, line.tokens[next + 1].key);
        return limited ? std::nullopt : std::optional(end);
    }

    // ---- tables

    void rowsOf(std::int32_t index) {
        const auto grid = gridOf(document_, index);
        if (!grid) return;
        const std::int32_t column = valueColumn(*grid);
        if (column < 0) return;
        const std::int32_t anchor = document_.tables[static_cast<std::size_t>(index)].firstParagraph;
        const Above over = aboveTable(anchor);
        if (over.future) return;
        model::Paragraph head;
        head.text = grid->column(column).parent + U' ' + grid->column(column).leaf;
        const Span own = spanOf(head);
        for (std::int32_t row = grid->first; row < grid->rows; ++row) {
            const Entry& entry = grid->at(row, column);
            if (!entry.number() || entry.doubtful() || entry.paragraph == nullptr) continue;
            model::Paragraph label;
            label.text = grid->label(row);
            const Line line = readWords(label, 0, 0);
            if (!line.readings.empty() || std::any_of(line.tokens.begin(), line.tokens.end(), [](const Token& token) {
                    return token.kind != TokenKind::word && token.kind != TokenKind::comma;
                }))
                continue;
            const HeadWords* name = headAt(line.tokens, 0, line.tokens.size());
            Statement one;
            one.head = name == nullptr ? Head::plain : name->head;
            one.name = wordsIn(line, name == nullptr ? 0 : name->words.length, line.tokens.size());
            const bool rate = entry.percent || unitWords(*grid, row, column) == U"%";
            if (one.name.size() < kShortestName || holds(kVague, one.name.front()) || rate != (one.head == Head::rate)) continue;
            if (holdsPhrase(line.tokens, 0, line.tokens.size(), words::noResults())) continue;
            one.value = *entry.reading.value;
            one.digits = -one.value.scale();
            if (!rate) {
                model::Paragraph unit;
                unit.text = unitWords(*grid, row, column);
                const Line words = readWords(unit, 0, 0);
                one.unit = wordsIn(words, 0, words.tokens.size());
            }
            one.time = own.empty() ? over.time : own;
            one.scope = over.scope;
            one.fromTable = true;
            one.at = entry.at;
            one.text = label.text + U": " + std::u32string(document_.wordsAt(entry.at)) + (rate ? U"%" : U"");
            out_.push_back(std::move(one));
        }
    }

    static std::u32string unitWords(const Grid& grid, std::int32_t row, std::int32_t column) {
        if (grid.unitColumn >= 0) return grid.at(row, grid.unitColumn).words;
        return grid.column(column).unit;
    }

    /// The one column with the values that are looked for: of results the only one of numbers, or the one that its head calls so.
    std::int32_t valueColumn(const Grid& grid) const {
        using View = std::u32string_view;
        static constexpr auto kNow = std::to_array<View>({U"thực hiện", U"kết quả", U"kết quả thực hiện", U"thực hiện kỳ này", U"kỳ này", U"kỳ báo cáo", U"đã thực hiện"});
        static constexpr auto kYearBefore = std::to_array<View>({U"cùng kỳ", U"cùng kỳ năm trước", U"thực hiện cùng kỳ", U"thực hiện cùng kỳ năm trước"});
        static constexpr auto kBefore = std::to_array<View>({U"kỳ trước", U"quý trước", U"tháng trước", U"thực hiện kỳ trước", U"kết quả kỳ trước"});
        const auto called = [&](std::int32_t column) {
            const auto in = [&](const auto& names) { return std::find(names.begin(), names.end(), View(grid.column(column).name)) != names.end(); };
            return when_ == When::now ? in(kNow) : when_ == When::yearBefore ? in(kYearBefore) : in(kBefore);
        };
        std::vector<std::int32_t> numbers, meant;
        for (std::int32_t column = 0; column < grid.width(); ++column) {
            const std::u32string& name = grid.column(column).name;
            if (column == grid.unitColumn || (column == 0 && (name == U"stt" || name == U"tt" || name == U"số tt"))) continue;
            bool any = false;
            for (std::int32_t row = grid.first; row < grid.rows && !any; ++row) any = grid.at(row, column).number();
            if (!any) continue;
            numbers.push_back(column);
            if (called(column)) meant.push_back(column);
        }
        if (meant.size() == 1 && meant.front() > 0) return meant.front();
        if (when_ != When::now || numbers.size() != 1 || numbers.front() == 0) return -1;
        model::Paragraph head;
        head.text = grid.column(numbers.front()).leaf;
        const Line line = readWords(head, 0, 0);
        return holdsPhrase(line.tokens, 0, line.tokens.size(), words::noResults()) ? -1 : numbers.front();
    }

    /// A table stands under the headings of its place; the lines right before it are its title.
    Above aboveTable(std::int32_t anchor) {
        constexpr std::int32_t kTitleLines = 3;
        Above over = anchor < static_cast<std::int32_t>(paragraphs_.size()) ? above(anchor) : Above{};
        std::int32_t seen = 0;
        for (std::int32_t i = anchor - 1; i >= 0 && seen < kTitleLines; --i) {
            const model::Paragraph& one = paragraphs_[static_cast<std::size_t>(i)];
            if (one.cell >= 0) break;
            if (text::trim(one.text).empty()) continue;
            ++seen;
            const Line line = readWords(one, 0, i);
            if (line.tokens.size() > kLongestHeading) break;
            const Span time = spanIn(line, 0, line.tokens.size());
            if (!time.empty()) over.time = time;
            addScope(line, 0, line.tokens.size(), over.scope);
            over.future = over.future || holdsPhrase(line.tokens, 0, line.tokens.size(), words::futures());
        }
        return over;
    }

    const model::Document& document_;
    const elements::Analysis& analysis_;
    const Outline& outline_;
    const std::vector<model::Paragraph>& paragraphs_;
    When when_;
    std::map<std::int32_t, Above> above_;
    std::map<std::int32_t, std::size_t> lastOf_;  ///< by paragraph: its last statement
    std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> statementsOf(const model::Document& document, const elements::Analysis& analysis, const Outline& outline, When when) {
    return Reader(document, analysis, outline, when).run();
}

Span periodOf(const elements::Analysis& analysis) {
    for (const elements::Kind kind : {elements::Kind::trichYeu, elements::Kind::tenLoai}) {
        const elements::Element* element = analysis.first(kind);
        if (element == nullptr) continue;
        model::Paragraph words;
        words.text = element->text;
        if (const Span span = spanOf(words); !span.empty()) return span;
    }
    return {};
}

void addScope(const Line& line, std::size_t from, std::size_t to, std::vector<WordKey>& scope) {
    constexpr std::size_t kNamed = 3;            // words behind “lĩnh vực”, “xã” that name it
    for (std::size_t i = from; i < to; ++i) {
        if (const std::size_t other = phraseAt(line.tokens, i, words::noScopes()); other > 0) {
            i += other - 1;
            continue;
        }
        const std::size_t length = phraseAt(line.tokens, i, words::scopes());
        if (length == 0 || i + length > to) continue;
        for (std::size_t k = i; k < std::min(i + length + kNamed, to); ++k) {
            if (line.tokens[k].kind != TokenKind::word && line.tokens[k].kind != TokenKind::number) break;
            if (line.tokens[k].kind == TokenKind::word) scope.push_back(line.tokens[k].key);
            else scope.emplace_back(text::hash(line.words(line.range(k, k))));
        }
        i += length - 1;
    }
}

Line readWords(const model::Paragraph& paragraph, std::int32_t story, std::int32_t index) {
    Line line;
    line.paragraph = &paragraph;
    line.story = story;
    line.index = index;
    Tokens read = tokenizeWords(paragraph);
    line.tokens = std::move(read.tokens);
    line.readings = std::move(read.readings);
    return line;
}

}  // namespace thethuc::figures
