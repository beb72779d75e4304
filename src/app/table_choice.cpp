#include "app/table_choice.hpp"

#include <algorithm>
#include <utility>

#include "number/number.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::ColumnKind;
using draft::Indicator;

/// The words that are sought, and whether they all stand in a text.
class Sought {
public:
    explicit Sought(std::string_view search) {
        const std::u32string typed = text::squeeze(text::fromUtf8(search));
        for (std::size_t from = 0; from < typed.size();) {
            const std::size_t to = std::min(typed.find(U' ', from), typed.size());
            if (std::u32string word = text::skeleton(std::u32string_view(typed).substr(from, to - from)); !word.empty()) words_.push_back(std::move(word));
            from = to + 1;
        }
    }
    [[nodiscard]] bool in(const std::string& id, const std::string& name) const {
        const std::u32string all = text::skeleton(text::fromUtf8(id)) + U' ' + text::skeleton(text::fromUtf8(name));
        return std::all_of(words_.begin(), words_.end(), [&](const std::u32string& word) { return all.find(word) != std::u32string::npos; });
    }

private:
    std::vector<std::u32string> words_;
};

std::string keyOf(const std::string& indicator, ColumnKind kind) {
    switch (kind) {
        case ColumnKind::plan: return indicator + "/plan";
        case ColumnKind::previous: return indicator + "/previous";
        default: return indicator;
    }
}

}  // namespace

TableChoice::TableChoice(draft::IndicatorData data) : data_(std::move(data)), chosen_(data_.usual) {}

std::vector<TableChoice::Line> TableChoice::found(std::string_view search) const {
    const Sought sought(search);
    std::vector<Line> result;
    for (const draft::IndicatorSet& set : data_.sets) {
        const std::size_t before = result.size();
        const bool whole = sought.in(set.id, set.name);
        result.push_back({Line::Kind::set, set.id, set.name, 0});
        for (const draft::TablePick& one : set.tables) {
            if (whole || sought.in(one.id, one.name)) result.push_back({Line::Kind::table, one.id, one.name, 1});
        }
        for (const draft::IndicatorGroup& group : set.groups) {
            const std::size_t head = result.size();
            const bool all = whole || sought.in(group.id, group.name);
            result.push_back({Line::Kind::group, group.id, group.name, 1});
            for (const Indicator& one : group.indicators) {
                if (all || sought.in(one.id, one.name)) result.push_back({Line::Kind::indicator, one.id, one.name, 2});
            }
            if (!all && result.size() == head + 1) result.pop_back();
        }
        if (!whole && result.size() == before + 1) result.pop_back();
    }
    return result;
}

const draft::TablePick* TableChoice::pickOf(const std::string& id) const {
    for (const draft::IndicatorSet& set : data_.sets) {
        const auto found = std::find_if(set.tables.begin(), set.tables.end(), [&](const draft::TablePick& one) { return one.id == id; });
        if (found != set.tables.end()) return &*found;
    }
    return nullptr;
}

std::vector<const Indicator*> TableChoice::rowsOf(const std::string& id) const {
    std::vector<const Indicator*> result;
    for (const draft::IndicatorSet& set : data_.sets) {
        std::map<std::string, const Indicator*> all;
        for (const draft::IndicatorGroup& group : set.groups) {
            for (const Indicator& one : group.indicators) {
                all[one.id] = &one;
                if (set.id == id || group.id == id || one.id == id) result.push_back(&one);
            }
        }
        for (const draft::TablePick& table : set.tables) {
            if (table.id != id) continue;
            for (const std::string& row : table.rows) result.push_back(all.at(row));
        }
        if (!result.empty()) break;
    }
    return result;
}

std::size_t TableChoice::add(const std::string& id) {
    std::size_t added = 0, known = 0;
    const bool first = rows_.empty();
    for (const Indicator* one : rowsOf(id)) {
        if (std::find(rows_.begin(), rows_.end(), one) != rows_.end()) {
            ++known;
            continue;
        }
        rows_.push_back(one);
        ++added;
    }
    if (added == 0) return 0;
    // The names of what was taken hold for as long as they say the same as the rows do.
    if (first) taken_ = {id};
    else if (!taken_.empty() && known == 0) taken_.push_back(id);
    else taken_.clear();
    const draft::TablePick* pick = pickOf(id);
    if (first && pick != nullptr && !pick->columns.empty()) chosen_ = pick->columns;
    return added;
}

void TableChoice::remove(std::size_t row) {
    if (row >= rows_.size()) return;
    const std::string id = rows_[row]->id;
    for (const ColumnKind kind : {ColumnKind::plan, ColumnKind::actual, ColumnKind::previous}) figures_.erase(keyOf(id, kind));
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));
    taken_.clear();
}

std::size_t TableChoice::move(std::size_t row, std::int32_t by) {
    const bool first = by < 0 && row == 0, last = by > 0 && row + 1 >= rows_.size();
    if (row >= rows_.size() || by == 0 || first || last) return row;
    const std::size_t other = by < 0 ? row - 1 : row + 1;
    std::swap(rows_[row], rows_[other]);
    taken_.clear();
    return other;
}

void TableChoice::clear() {
    rows_.clear();
    taken_.clear();
    figures_.clear();
    chosen_ = data_.usual;
}

bool TableChoice::hasColumn(std::string_view id) const { return std::find(chosen_.begin(), chosen_.end(), id) != chosen_.end(); }

void TableChoice::setColumn(const std::string& id, bool on) {
    if (on == hasColumn(id)) return;
    if (on) chosen_.push_back(id);
    else std::erase(chosen_, id);
}

bool TableChoice::setFigure(const std::string& indicator, ColumnKind kind, const std::string& words) {
    const std::u32string bare = text::squeeze(text::fromUtf8(words));
    const std::string key = keyOf(indicator, kind);
    if (bare.empty()) {
        figures_.erase(key);
        return true;
    }
    if (!number::read(bare).value) return false;
    figures_[key] = text::toUtf8(bare);
    return true;
}

std::string TableChoice::figure(const std::string& indicator, ColumnKind kind) const {
    const auto found = figures_.find(keyOf(indicator, kind));
    return found == figures_.end() ? std::string() : found->second;
}

std::string TableChoice::request() const {
    if (rows_.empty()) return {};
    std::string result;
    const auto add = [&](const std::string& id) { result += (result.empty() ? "" : ",") + id; };
    if (!taken_.empty()) {
        for (const std::string& id : taken_) add(id);
    } else {
        for (const Indicator* one : rows_) add(one->id);
    }
    std::string columns;
    for (const draft::TableColumn& one : data_.columns) {
        if (hasColumn(one.id)) columns += (columns.empty() ? "" : ",") + one.id;
    }
    return columns.empty() ? result : result + ":" + columns;
}

std::map<std::string, std::string> TableChoice::figures() const {
    std::map<std::string, std::string> result;
    for (const auto& [key, value] : figures_) {
        const std::string id = key.substr(0, key.find('/'));
        if (std::any_of(rows_.begin(), rows_.end(), [&](const Indicator* one) { return one->id == id; })) result[key] = value;
    }
    return result;
}

}  // namespace thethuc::app
