#include "figures/levels.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "elements/numbering.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using View = std::u32string_view;

constexpr std::array<View, 5> kTotals{U"tổng cộng", U"tổng số", U"cộng", U"tổng", U"toàn bộ"};
constexpr std::array<View, 3> kPartial{U"trong đó", U"trong số", U"gồm"};

/// What a row is numbered with. Two rows of one kind stand side by side.
struct Mark {
    enum class Kind : std::uint8_t { none, upper, roman, arabic, letter, bullet };
    Kind kind = Kind::none;
    std::size_t depth = 1;                       ///< “1.1” 2; “-” 1, “+” 2
    std::int32_t ordinal = 0;
    bool operator==(const Mark& other) const { return kind == other.kind && depth == other.depth; }
};

Mark fromHead(const elements::NumberHead& head) {
    Mark mark;
    switch (head.kind) {
        case elements::NumberKind::roman: mark.kind = Mark::Kind::roman; break;
        case elements::NumberKind::arabic: mark.kind = Mark::Kind::arabic; break;
        case elements::NumberKind::letter: mark.kind = Mark::Kind::letter; break;
        case elements::NumberKind::bullet:
            mark.kind = Mark::Kind::bullet;
            mark.depth = head.mark == U'+' ? 2 : 1;
            return mark;
        default: return mark;
    }
    mark.depth = head.value.size();
    mark.ordinal = head.value.empty() ? 0 : head.value.back();
    return mark;
}

/// “A”, “B”: capitals that are no roman digit, or that follow the letter before them.
std::optional<Mark> capital(View words, const Mark& last) {
    if (words.empty() || words.size() > 2 || (words.size() == 2 && words[1] != U'.' && words[1] != U')')) return std::nullopt;
    const char32_t c = words[0];
    if (c < U'A' || c > U'Z') return std::nullopt;
    const auto ordinal = static_cast<std::int32_t>(c - U'A') + 1;
    const bool digit = text::romanValue(words.substr(0, 1)) > 0;
    if (digit && !(last.kind == Mark::Kind::upper && last.ordinal + 1 == ordinal)) return std::nullopt;
    return Mark{Mark::Kind::upper, 1, ordinal};
}

/// A cell that holds nothing but the number of its row.
std::optional<Mark> bareMark(View words, const Mark& lastUpper) {
    if (words.empty()) return std::nullopt;
    if (auto upper = capital(words, lastUpper)) return upper;
    constexpr std::size_t kLongest = 8;
    if (words.size() > kLongest) return std::nullopt;
    std::u32string line(words);
    while (!line.empty() && (line.back() == U'.' || line.back() == U')' || line.back() == U'/')) line.pop_back();
    if (line.empty()) return std::nullopt;
    const bool number = std::all_of(line.begin(), line.end(), [](char32_t c) { return text::isDigit(c) || c == U'.'; });
    // “05” is no number of a heading, but one of a row
    if (number && line.front() == U'0') line.erase(0, 1);
    const auto head = elements::readNumberHead(line + (text::isLower(line.front()) ? U") A" : U". A"));
    if (!head || (head->kind != elements::NumberKind::bullet && head->length < static_cast<std::int32_t>(line.size()))) return std::nullopt;
    return fromHead(*head);
}

class Tree {
public:
    explicit Tree(const Grid& grid) : grid_(grid) {}

    std::vector<RowLevel> run() {
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) add(row);
        return std::move(rows_);
    }

private:
    struct Open {
        Mark mark;
        std::int32_t index = 0;
    };

    std::u32string words(std::int32_t row, std::int32_t column) const {
        const Entry& entry = grid_.at(row, column);
        return entry.paragraph == nullptr ? std::u32string() : text::squeeze(entry.paragraph->text);
    }

    static bool isTotal(View label) {
        return std::any_of(kTotals.begin(), kTotals.end(), [&](View one) {
            if (!label.starts_with(one)) return false;
            if (label.size() == one.size()) return true;
            // “Cộng (I+II)”, “Tổng cộng:”, “Cộng I”
            const View rest = text::trim(label.substr(one.size()));
            return rest.front() == U'(' || rest.front() == U':' || text::romanValue(text::toUpper(rest)) > 0;
        });
    }

    void add(std::int32_t row) {
        bool any = false;
        for (std::int32_t column = 0; column < grid_.width(); ++column) any = any || !grid_.at(row, column).words.empty();
        if (!any) return;
        RowLevel level;
        level.row = row;
        const bool ownColumn = grid_.width() > 2;
        std::optional<Mark> mark = ownColumn ? bareMark(words(row, 0), lastUpper_) : std::nullopt;
        std::u32string label = mark ? words(row, 1) : words(row, 0);
        if (!mark && ownColumn && (label.empty() || grid_.at(row, 0).number())) label = words(row, 1);
        if (const auto inLabel = elements::readNumberHead(label)) {
            // “I. Thu nội địa”, “- Thuế”: the number stands before the words
            if (!mark || inLabel->kind == elements::NumberKind::bullet) mark = fromHead(*inLabel);
            label.erase(0, static_cast<std::size_t>(std::max(inLabel->length, 0)));
        }
        const std::u32string folded = text::toLower(text::nfc(text::squeeze(label)));
        level.total = isTotal(folded);
        const bool some = std::any_of(kPartial.begin(), kPartial.end(), [&](View one) { return folded.starts_with(one); });
        if (mark && mark->kind == Mark::Kind::upper) lastUpper_ = *mark;
        const Mark kind = mark.value_or(Mark{});
        level.marked = kind.kind != Mark::Kind::none;
        level.bullet = kind.kind == Mark::Kind::bullet;
        level.ordinal = kind.ordinal;
        if (level.total) {
            open_.clear();
        } else if (some && !level.marked) {
            // “Trong đó:” stands under the row before it, and what follows with bullets stands there, too
            level.partial = true;
            if (!open_.empty()) level.parent = open_.back().index;
        } else {
            place(level, kind);
            level.partial = some || (level.parent >= 0 && rows_[static_cast<std::size_t>(level.parent)].partial) || underPartial(level);
        }
        const auto index = static_cast<std::int32_t>(rows_.size());
        rows_.push_back(level);
        if (level.total) return;
        if (!(some && !level.marked)) open_.push_back({kind, index});
        if (level.parent >= 0) rows_[static_cast<std::size_t>(level.parent)].children.push_back(index);
    }

    /// A row of a mark that is open closes everything under it; a new mark goes one level deeper.
    void place(RowLevel& level, const Mark& mark) {
        const auto same = std::find_if(open_.begin(), open_.end(), [&](const Open& one) { return one.mark == mark; });
        if (same != open_.end()) open_.erase(same, open_.end());
        else if (!open_.empty() && mark.kind == Mark::Kind::none) open_.clear();  // unnumbered among numbered rows: a level of its own
        level.parent = open_.empty() ? -1 : open_.back().index;
    }

    /// A “Trong đó” row stands among the children of the parent already.
    bool underPartial(const RowLevel& level) const {
        if (level.parent < 0) return false;
        const auto& siblings = rows_[static_cast<std::size_t>(level.parent)].children;
        return std::any_of(siblings.begin(), siblings.end(), [&](std::int32_t one) { return rows_[static_cast<std::size_t>(one)].partial; });
    }

    const Grid& grid_;
    std::vector<RowLevel> rows_;
    std::vector<Open> open_;
    Mark lastUpper_;
};

}  // namespace

std::vector<RowLevel> levelsOf(const Grid& grid) { return Tree(grid).run(); }

}  // namespace thethuc::figures
