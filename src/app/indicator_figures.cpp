#include "app/indicator_figures.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "app/indicator_tables.hpp"
#include "number/number.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::ColumnKind;
using draft::Indicator;
using View = std::u32string_view;

/// What may stand between a name and its number.
constexpr auto kBetween = std::to_array<View>({U"", U"là", U"đạt", U"có", U"được", U"gồm"});
/// Words before a number that is not meant to be exact, or is not one.
constexpr auto kVague = std::to_array<View>({U"khoảng", U"gần", U"hơn", U"trên", U"dưới", U"ít nhất", U"tối thiểu", U"tối đa", U"trung bình", U"bình quân", U"tăng", U"giảm", U"còn", U"thêm", U"số"});
/// Words behind a name that say no more about what is counted.
constexpr auto kBehind = std::to_array<View>({U"đạt", U"chiếm", U"và", U"trong đó", U"bằng", U"tăng", U"giảm"});

bool isNumberMark(char32_t c) { return text::isDigit(c) || c == U'.' || c == U','; }
bool isBreak(char32_t c) { return View(U".,;:()[]–—-+/“”\"").find(c) != View::npos; }

struct Name {
    const Indicator* indicator = nullptr;
    std::u32string words;                        ///< lower case, squeezed
    std::u32string unit;
};

/// One paragraph, folded; finds what it says of a name.
class Line {
public:
    explicit Line(const std::u32string& paragraph) : folded_(text::fold(paragraph)), words_(text::toLower(folded_.text)) {
        // Lower case changes the length of next to no letter; such a paragraph is left alone.
        if (words_.size() != folded_.text.size()) words_.clear();
    }

    struct Found {
        number::Decimal value;
        std::size_t from = 0, to = 0;            ///< of the number, in the folded text
    };

    template <class Function>
    void each(const Name& name, Function function) const {
        for (std::size_t at = words_.find(name.words); at != View::npos; at = words_.find(name.words, at + 1)) {
            const std::size_t end = at + name.words.size();
            if ((at > 0 && text::isLetter(words_[at - 1])) || (end < words_.size() && text::isLetter(words_[end]))) continue;
            auto found = before(name, at, end);
            if (!found) found = behind(name, at, end);
            if (found) function(*found);
        }
    }

    [[nodiscard]] model::Range range(const Found& found, std::int32_t story, std::int32_t paragraph) const {
        const std::int32_t start = folded_.originStart(found.from);
        return {story, paragraph, start, folded_.originEnd(found.to) - start};
    }

    /// The number with what stands around it.
    [[nodiscard]] std::string around(const Found& found) const {
        constexpr std::size_t kAround = 40;
        const std::size_t from = found.from > kAround ? words_.find(U' ', found.from - kAround) + 1 : 0;
        const std::size_t to = std::min(folded_.text.size(), found.to + kAround);
        return text::toUtf8((from > 0 ? U"…" : U"") + folded_.text.substr(from, to - from) + (to < folded_.text.size() ? U"…" : U""));
    }

private:
    text::Folded folded_;
    std::u32string words_;

    [[nodiscard]] bool begins(std::size_t at, View word) const {
        return View(words_).substr(at).starts_with(word) && (at + word.size() == words_.size() || !text::isLetter(words_[at + word.size()]));
    }

    /// The number in [from, to), if these are its whole token.
    [[nodiscard]] std::optional<Found> number(std::size_t from, std::size_t to) const {
        while (to > from && !text::isDigit(words_[to - 1])) --to;
        if (from == to || !text::isDigit(words_[from])) return std::nullopt;
        const number::Reading reading = number::read(View(words_).substr(from, to - from));
        // 1.250 may be a decimal for somebody; here thousands have dots.
        if (!reading.value || reading.style == number::Style::english) return std::nullopt;
        return Found{*reading.value, from, to};
    }

    /// “81 hồ sơ nộp trực tuyến”: the name begins with what is counted, and ends the phrase.
    [[nodiscard]] std::optional<Found> before(const Name& name, std::size_t at, std::size_t end) const {
        if (at < 2 || words_[at - 1] != U' ' || name.unit.empty() || !View(name.words).starts_with(name.unit)) return std::nullopt;
        std::size_t from = at - 1;
        while (from > 0 && isNumberMark(words_[from - 1])) --from;
        const auto found = number(from, at - 1);
        if (!found || found->to != at - 1 || !freeBefore(from)) return std::nullopt;
        if (end < words_.size() && !isBreak(words_[end])) {
            const bool neutral = words_[end] == U' ' && (end + 1 == words_.size() || isBreak(words_[end + 1]) ||
                                                        std::any_of(kBehind.begin(), kBehind.end(), [&](View one) { return begins(end + 1, one); }));
            if (!neutral) return std::nullopt;
        }
        return found;
    }

    /// Nothing before a number makes it another one, or less than exact.
    [[nodiscard]] bool freeBefore(std::size_t from) const {
        if (from == 0) return true;
        if (words_[from - 1] != U' ') return words_[from - 1] == U'(';
        const View head = View(words_).substr(0, from - 1);
        if (!head.empty() && (head.back() == U'/' || head.back() == U'%')) return false;
        return std::none_of(kVague.begin(), kVague.end(), [&](View one) {
            return head.ends_with(one) && (head.size() == one.size() || !text::isLetter(head[head.size() - one.size() - 1]));
        });
    }

    /// “Hồ sơ nộp trực tuyến: 81 hồ sơ”: the name begins its phrase, and the number has its unit or ends the phrase.
    [[nodiscard]] std::optional<Found> behind(const Name& name, std::size_t at, std::size_t end) const {
        const bool head = at == 0 || (at >= 2 && words_[at - 1] == U' ' && isBreak(words_[at - 2]));
        if (!head || (end < words_.size() && words_[end] == U',')) return std::nullopt;
        std::size_t from = end;
        const auto skip = [&] {
            while (from < words_.size() && (words_[from] == U' ' || words_[from] == U':')) ++from;
        };
        skip();
        for (const View word : kBetween) {
            if (word.empty() || !begins(from, word)) continue;
            from += word.size();
            break;
        }
        skip();
        std::size_t to = from;
        while (to < words_.size() && isNumberMark(words_[to])) ++to;
        const auto found = number(from, to);
        if (!found) return std::nullopt;
        const std::size_t rest = found->to;
        const std::size_t word = rest < words_.size() && words_[rest] == U' ' ? rest + 1 : rest;
        if (name.unit == U"%") return word < words_.size() && words_[word] == U'%' ? found : std::nullopt;
        if (word < words_.size() && words_[word] == U'%') return std::nullopt;
        const bool ended = rest == words_.size() || (isBreak(words_[rest]) && words_[rest] != U'/' && words_[rest] != U'-');
        const bool counted = word > rest && !name.unit.empty() && begins(word, name.unit);
        return ended || counted ? found : std::nullopt;
    }
};

/// Names that say by themselves what is counted.
std::vector<Name> namesOf(const draft::IndicatorData& data) {
    std::vector<Name> all;
    for (const draft::IndicatorSet& set : data.sets) {
        for (const draft::IndicatorGroup& group : set.groups) {
            for (const Indicator& one : group.indicators) {
                all.push_back({&one, text::toLower(text::squeeze(text::fromUtf8(one.name))), text::toLower(text::squeeze(text::fromUtf8(one.unit)))});
            }
        }
    }
    std::map<std::u32string, int> count;
    for (const Name& one : all) ++count[one.words];
    std::erase_if(all, [&](const Name& one) { return count[one.words] > 1 || one.words.find(U' ') == View::npos || one.words.starts_with(U"trong đó"); });
    return all;
}

/// One value for each cell.
class Collection {
public:
    void add(FoundFigure figure, const number::Decimal& value) {
        const std::pair key{figure.indicator, figure.kind};
        const auto known = values_.find(key);
        if (known == values_.end()) {
            values_.emplace(key, std::pair(value, true));
            figures_.push_back(std::move(figure));
        } else if (known->second.first != value) {
            known->second.second = false;
        }
    }
    std::vector<FoundFigure> take() {
        std::erase_if(figures_, [&](const FoundFigure& one) { return !values_.at({one.indicator, one.kind}).second; });
        return std::move(figures_);
    }

private:
    std::map<std::pair<std::string, ColumnKind>, std::pair<number::Decimal, bool>> values_;
    std::vector<FoundFigure> figures_;
};

}  // namespace

std::vector<FoundFigure> figuresOf(const model::Document& document, const draft::IndicatorData& data) {
    Collection result;
    for (const StandingTable& table : standingTables(document, data, {})) {
        for (const StandingTable::Row& row : table.rows) {
            for (const ColumnKind kind : {ColumnKind::plan, ColumnKind::actual, ColumnKind::previous}) {
                const auto column = table.columns.find(kind);
                if (column == table.columns.end() || draft::Arithmetic::computes(*row.indicator, kind)) continue;
                const figures::Entry& one = table.grid.at(row.row, column->second);
                if (one.paragraph == nullptr || !one.number()) continue;
                result.add({row.indicator->id, kind, number::print(*one.reading.value), one.at, row.indicator->name + ": " + text::toUtf8(text::squeeze(one.paragraph->text))},
                           *one.reading.value);
            }
        }
    }
    const std::vector<Name> names = namesOf(data);
    const std::vector<model::Paragraph>& body = document.stories.front().paragraphs;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i].cell >= 0 || body[i].base.hidden) continue;
        const Line line(body[i].text);
        for (const Name& name : names) {
            line.each(name, [&](const Line::Found& found) {
                result.add({name.indicator->id, ColumnKind::actual, number::print(found.value), line.range(found, 0, static_cast<std::int32_t>(i)), line.around(found)}, found.value);
            });
        }
    }
    return result.take();
}

std::vector<FoundFigure> figuresOfLastReport(const model::Document& document, const draft::IndicatorData& data) {
    std::vector<FoundFigure> result = figuresOf(document, data);
    std::erase_if(result, [](const FoundFigure& one) { return one.kind != ColumnKind::actual; });
    for (FoundFigure& one : result) one.kind = ColumnKind::previous;
    return result;
}

}  // namespace thethuc::app
