#include "app/set_from_table.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "figures/grid.hpp"
#include "figures/tables.hpp"
#include "number/number.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::ColumnKind;
using draft::Indicator;
using figures::Entry;

constexpr ColumnKind kTyped[] = {ColumnKind::plan, ColumnKind::actual, ColumnKind::previous};

std::u32string plain(std::u32string_view words) { return text::toLower(text::nfc(text::squeeze(words))); }

class Reader {
public:
    Reader(figures::Grid grid, std::string name, const draft::IndicatorData& known) : grid_(std::move(grid)), name_(std::move(name)), known_(known) {}

    std::optional<SetFromTable> run() {
        findColumns();
        const bool typed = std::any_of(std::begin(kTyped), std::end(kTyped), [&](ColumnKind kind) { return columns_.contains(kind); });
        if (!typed || !columns_.contains(ColumnKind::name)) return std::nullopt;
        findIds();
        collect();
        if (rowOf_.empty()) return std::nullopt;
        findTotals();
        findRatios();
        draft::TablePick pick{id_ + "-bang", name_, {}, {}};
        for (const draft::IndicatorGroup& group : result_.set.groups) {
            for (const Indicator& one : group.indicators) pick.rows.push_back(one.id);
        }
        for (const draft::TableColumn& one : known_.columns) {
            if (columns_.contains(one.kind)) pick.columns.push_back(one.id);
        }
        result_.set.tables.push_back(std::move(pick));
        return std::move(result_);
    }

private:
    figures::Grid grid_;
    std::string name_, id_;
    const draft::IndicatorData& known_;
    std::map<ColumnKind, std::int32_t> columns_;
    std::map<std::int32_t, Indicator*> rowOf_;       ///< by row of the grid
    SetFromTable result_;

    void findColumns() {
        std::vector<std::int32_t> strange;
        for (std::int32_t i = 0; i < grid_.width(); ++i) {
            const figures::Column& column = grid_.column(i);
            const auto head = std::find_if(known_.columns.begin(), known_.columns.end(), [&](const draft::TableColumn& one) {
                const std::u32string title = plain(text::fromUtf8(one.title));
                return title == column.leaf || title == column.name;
            });
            if (head == known_.columns.end() || !columns_.emplace(head->kind, i).second) strange.push_back(i);
        }
        if (grid_.unitColumn >= 0 && columns_.emplace(ColumnKind::unit, grid_.unitColumn).second) std::erase(strange, grid_.unitColumn);
        // The first column of words names the rows, whatever it is called; the only one of numbers says what was done.
        if (!columns_.contains(ColumnKind::name)) {
            const auto words = std::find_if(strange.begin(), strange.end(), [&](std::int32_t column) { return count(column, false) > count(column, true) && longWords(column); });
            if (words != strange.end()) {
                columns_[ColumnKind::name] = *words;
                strange.erase(words);
            }
        }
        std::vector<std::int32_t> numbers;
        std::copy_if(strange.begin(), strange.end(), std::back_inserter(numbers), [&](std::int32_t column) { return count(column, true) > 0 && !serial(column); });
        if (numbers.size() == 1 && columns_.emplace(ColumnKind::actual, numbers.front()).second) std::erase(strange, numbers.front());
        for (const std::int32_t column : strange) {
            if (serial(column) && columns_.emplace(ColumnKind::serial, column).second) continue;
            if (!grid_.column(column).leaf.empty()) result_.leftOut.push_back(text::toUtf8(grid_.column(column).leaf));
        }
    }

    [[nodiscard]] std::int32_t count(std::int32_t column, bool numbers) const {
        std::int32_t result = 0;
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            const Entry& one = grid_.at(row, column);
            if (!one.words.empty() && one.number() == numbers) ++result;
        }
        return result;
    }

    /// Names of indicators are longer than “I”, “a)” and “hồ sơ”.
    [[nodiscard]] bool longWords(std::int32_t column) const {
        constexpr std::size_t kLong = 6;
        std::size_t longest = 0;
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) longest = std::max(longest, grid_.at(row, column).words.size());
        return longest > kLong;
    }

    [[nodiscard]] bool serial(std::int32_t column) const {
        const std::u32string& head = grid_.column(column).leaf;
        return head == U"stt" || head == U"tt" || head == U"số tt" || head == U"số thứ tự";
    }

    [[nodiscard]] bool taken(const std::string& id) const {
        return std::any_of(known_.sets.begin(), known_.sets.end(), [&](const draft::IndicatorSet& set) {
            const auto same = [&](const auto& one) { return one.id == id; };
            return set.id == id || std::any_of(set.groups.begin(), set.groups.end(), same) || std::any_of(set.tables.begin(), set.tables.end(), same);
        });
    }

    [[nodiscard]] std::string groupId(std::size_t number) const { return id_ + "-nhom-" + std::to_string(number); }

    void findIds() {
        constexpr std::size_t kLongest = 40;     // ids are typed on the command line
        std::string base = text::plainId(text::fromUtf8(name_));
        if (base.size() > kLongest) base.resize(base.rfind('-', kLongest) == std::string::npos ? kLongest : base.rfind('-', kLongest));
        if (base.empty()) base = "bo-chi-tieu";
        id_ = base;
        for (int number = 2; taken(id_) || taken(id_ + "-bang") || taken(groupId(1)); ++number) id_ = base + "-" + std::to_string(number);
        result_.set.id = id_;
        result_.set.name = name_;
    }

    [[nodiscard]] const Entry* entry(std::int32_t row, ColumnKind kind) const {
        const auto column = columns_.find(kind);
        return column == columns_.end() ? nullptr : &grid_.at(row, column->second);
    }

    [[nodiscard]] std::string words(std::int32_t row, ColumnKind kind) const {
        const Entry* one = entry(row, kind);
        return one == nullptr || one->paragraph == nullptr ? std::string() : text::toUtf8(text::squeeze(one->paragraph->text));
    }

    [[nodiscard]] bool holdsFigure(std::int32_t row) const {
        return std::any_of(columns_.begin(), columns_.end(), [&](const auto& column) {
            return column.first != ColumnKind::serial && column.first != ColumnKind::note && grid_.at(row, column.second).number();
        });
    }

    void collect() {
        bool figures = false, units = false;
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            figures = figures || holdsFigure(row);
            units = units || !words(row, ColumnKind::unit).empty();
        }
        std::vector<std::pair<std::int32_t, std::pair<std::size_t, std::size_t>>> rows;
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            const std::string name = words(row, ColumnKind::name);
            if (name.empty()) continue;
            const bool heading = words(row, ColumnKind::unit).empty() && !holdsFigure(row) && (figures || units);
            if (heading || result_.set.groups.empty()) {
                result_.set.groups.push_back({groupId(result_.set.groups.size() + 1), heading ? name : name_, {}});
            }
            if (heading) continue;
            draft::IndicatorGroup& group = result_.set.groups.back();
            rows.emplace_back(row, std::pair{result_.set.groups.size() - 1, group.indicators.size()});
            group.indicators.push_back({id_ + "." + std::to_string(rows.size()), name, unitOf(row, name), {}, {}, {}, {}});
        }
        std::size_t kept = 0;
        // A heading without rows is none; the rows keep their places.
        std::vector<std::size_t> moved(result_.set.groups.size());
        for (std::size_t i = 0; i < result_.set.groups.size(); ++i) {
            moved[i] = kept;
            if (result_.set.groups[i].indicators.empty()) continue;
            if (kept != i) result_.set.groups[kept] = std::move(result_.set.groups[i]);
            result_.set.groups[kept].id = groupId(kept + 1);
            ++kept;
        }
        result_.set.groups.resize(kept);
        for (const auto& [row, place] : rows) rowOf_[row] = &result_.set.groups[moved[place.first]].indicators[place.second];
    }

    [[nodiscard]] std::string unitOf(std::int32_t row, const std::string& name) const {
        const std::string own = words(row, ColumnKind::unit);
        if (!own.empty()) return own;
        const Entry* actual = entry(row, ColumnKind::actual);
        const std::u32string folded = plain(text::fromUtf8(name));
        if ((actual != nullptr && actual->percent) || folded.starts_with(U"tỷ lệ") || folded.starts_with(U"tỉ lệ")) return "%";
        const auto column = columns_.find(ColumnKind::actual);
        return column == columns_.end() ? std::string() : text::toUtf8(grid_.column(column->second).unit);
    }

    /// The row of a number that stands in one of the columns to type in.
    [[nodiscard]] std::optional<std::pair<std::int32_t, ColumnKind>> rowAt(const model::Range& at) const {
        for (const auto& [row, indicator] : rowOf_) {
            for (const ColumnKind kind : kTyped) {
                const Entry* one = entry(row, kind);
                if (one != nullptr && one->paragraph != nullptr && one->at == at) return std::pair{row, kind};
            }
        }
        return std::nullopt;
    }

    /// Whether every column that has all these numbers has the total, too, and one has.
    [[nodiscard]] bool addsUp(std::int32_t total, const std::vector<std::int32_t>& parts) const {
        bool said = false;
        for (const ColumnKind kind : kTyped) {
            const Entry* whole = entry(total, kind);
            const bool all = whole != nullptr && whole->number() && std::all_of(parts.begin(), parts.end(), [&](std::int32_t part) { return entry(part, kind)->number(); });
            if (!all) continue;
            number::Decimal sum;
            for (const std::int32_t part : parts) sum = sum + *entry(part, kind)->reading.value;
            if (sum != *whole->reading.value) return false;
            said = true;
        }
        return said;
    }

    void findTotals() {
        for (const figures::Figure& figure : figures::figuresOf(grid_)) {
            if (figure.kind != figures::Kind::sum || figure.verdict != figures::Verdict::ok) continue;
            const auto total = rowAt(figure.claimed.at);
            if (!total || !rowOf_.at(total->first)->sum.empty()) continue;
            std::vector<std::int32_t> parts;
            for (const figures::Operand& part : figure.parts) {
                const auto row = rowAt(part.at);
                if (row && row->second == total->second) parts.push_back(row->first);
            }
            if (parts.size() != figure.parts.size() || parts.size() < 2 || !addsUp(total->first, parts)) continue;
            makeTotal(total->first, parts);
        }
        // “Tổng cộng” below the rows of its group, where the table numbers nothing that would say so.
        for (const draft::IndicatorGroup& group : result_.set.groups) {
            std::vector<std::int32_t> above;
            for (const auto& [row, indicator] : rowOf_) {
                const bool here = std::any_of(group.indicators.begin(), group.indicators.end(), [&, one = indicator](const Indicator& known) { return &known == one; });
                if (!here) continue;
                const bool total = totalName(indicator->name) && indicator->sum.empty() && above.size() > 1 && addsUp(row, above);
                if (total) makeTotal(row, above);
                else if (!percentage(*indicator)) above.push_back(row);
            }
        }
    }

    void makeTotal(std::int32_t row, const std::vector<std::int32_t>& parts) {
        for (const std::int32_t part : parts) rowOf_.at(row)->sum.push_back(rowOf_.at(part)->id);
        ++result_.totals;
    }

    [[nodiscard]] static bool totalName(const std::string& name) {
        const std::u32string folded = plain(text::fromUtf8(name));
        return folded == U"tổng cộng" || folded == U"tổng số" || folded == U"tổng" || folded == U"cộng";
    }

    [[nodiscard]] bool percentage(const Indicator& one) const { return one.unit == "%" || plain(text::fromUtf8(one.unit)) == U"phần trăm"; }

    /// Whether all columns say that `ratio` is what `part` is of `whole`, and one of them cannot say so by chance alone (0 %, 100 %).
    [[nodiscard]] bool divides(std::int32_t ratio, std::int32_t part, std::int32_t whole) const {
        bool said = false;
        for (const ColumnKind kind : kTyped) {
            const Entry* result = entry(ratio, kind);
            if (result == nullptr || !result->number()) continue;
            const Entry *a = entry(part, kind), *b = entry(whole, kind);
            if (!a->number() || !b->number() || b->reading.value->isZero()) return false;
            const number::Decimal value = *result->reading.value;
            if (number::percent(*a->reading.value, *b->reading.value, value.scale()) != value) return false;
            said = said || (!a->reading.value->isZero() && *a->reading.value != *b->reading.value);
        }
        return said;
    }

    void findRatios() {
        for (const auto& [row, indicator] : rowOf_) {
            if (!percentage(*indicator) || !indicator->sum.empty()) continue;
            std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
            for (const auto& [part, a] : rowOf_) {
                for (const auto& [whole, b] : rowOf_) {
                    if (part == whole || percentage(*a) || percentage(*b) || a->unit != b->unit) continue;
                    if (divides(row, part, whole)) pairs.emplace_back(part, whole);
                }
            }
            if (pairs.size() != 1) {
                result_.unsure.push_back(indicator->name);
                continue;
            }
            indicator->unit = "%";
            indicator->numerator = {rowOf_.at(pairs.front().first)->id};
            indicator->denominator = {rowOf_.at(pairs.front().second)->id};
            ++result_.ratios;
        }
    }
};

}  // namespace

std::optional<SetFromTable> setFromTable(const model::Document& document, std::int32_t table, const std::string& name, const draft::IndicatorData& known) {
    if (table < 0 || static_cast<std::size_t>(table) >= document.tables.size()) return std::nullopt;
    auto grid = figures::gridOf(document, table);
    if (!grid) return std::nullopt;
    return Reader(*std::move(grid), name, known).run();
}

}  // namespace thethuc::app
