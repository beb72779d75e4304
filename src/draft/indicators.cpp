#include "draft/indicators.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace thethuc::draft {

namespace {

using Strings = std::vector<std::string>;

Strings split(const std::string& text, char mark) {
    Strings out(1);
    for (const char c : text) {
        if (c == mark) out.emplace_back();
        else out.back() += c;
    }
    return out;
}

/// Collects rows in the order in which they were asked for, groups together, each indicator once.
class Collector {
public:
    explicit Collector(const IndicatorData& data) : data_(data) {}

    bool add(const std::string& id) {
        for (const IndicatorSet& set : data_.sets) {
            if (set.id == id) {
                for (const IndicatorGroup& group : set.groups) whole(group);
                name(set.name);
                return true;
            }
            for (const TablePick& table : set.tables) {
                if (table.id != id) continue;
                for (const std::string& row : table.rows) single(set, row, false);
                name(table.name);
                if (columns_.empty()) columns_ = table.columns;
                return true;
            }
            for (const IndicatorGroup& group : set.groups) {
                if (group.id != id) continue;
                whole(group);
                name(group.name);
                return true;
            }
            if (single(set, id, true)) {
                name(set.name);
                return true;
            }
        }
        return false;
    }

    IndicatorTable result;
    [[nodiscard]] const Strings& columns() const noexcept { return columns_; }

private:
    const IndicatorData& data_;
    Strings columns_;
    std::set<std::string> taken_;

    void name(const std::string& title) {
        if (result.title.empty()) result.title = title;
    }

    void put(const IndicatorGroup& group, const Indicator& one, bool underGroup) {
        if (!taken_.insert(one.id).second) return;
        const std::string heading = underGroup ? group.name : std::string();
        if (result.groups.empty() || result.groups.back().name != heading) result.groups.push_back({group.id, heading, {}});
        result.groups.back().indicators.push_back(one);
    }

    void whole(const IndicatorGroup& group) {
        for (const Indicator& one : group.indicators) put(group, one, true);
    }

    bool single(const IndicatorSet& set, const std::string& id, bool underGroup) {
        for (const IndicatorGroup& group : set.groups) {
            for (const Indicator& one : group.indicators) {
                if (one.id != id) continue;
                put(group, one, underGroup);
                return true;
            }
        }
        return false;
    }
};

}  // namespace

IndicatorTable indicatorTable(const IndicatorData& data, const std::string& wanted, std::int32_t textWidth, report::Language language) {
    const auto colon = wanted.find(':');
    Collector collector(data);
    for (const std::string& id : split(wanted.substr(0, colon), ',')) {
        if (collector.add(id)) continue;
        std::string known;
        for (const IndicatorSet& set : data.sets) {
            known += (known.empty() ? "" : ", ") + set.id;
            for (const TablePick& table : set.tables) known += ", " + table.id;
            for (const IndicatorGroup& group : set.groups) known += ", " + group.id;
        }
        throw report::DataError(report::text(language, "draft.error.table", {id, known}));
    }
    Strings columns = colon == std::string::npos ? collector.columns() : split(wanted.substr(colon + 1), ',');
    if (columns.empty()) columns = data.usual;
    IndicatorTable table = std::move(collector.result);
    table.id = wanted.substr(0, colon);
    std::int32_t width = 0;
    for (const TableColumn& column : data.columns) {
        const auto found = std::find(columns.begin(), columns.end(), column.id);
        if (found == columns.end()) continue;
        columns.erase(found);
        table.columns.push_back(column);
        width += column.width;
    }
    if (!columns.empty()) {
        std::string known;
        for (const TableColumn& column : data.columns) known += (known.empty() ? "" : ", ") + column.id;
        throw report::DataError(report::text(language, "draft.error.column", {columns.front(), known}));
    }
    table.wide = width > textWidth;
    return table;
}

}  // namespace thethuc::draft
