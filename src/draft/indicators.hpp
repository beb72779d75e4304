// Indicator tables: what is counted, how ratios and totals come about, and the figures of one report.
// templates/indicators/*.json and the profile's member “indicators”; docs/drafting.md describes the form.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "number/number.hpp"
#include "report/data_file.hpp"
#include "report/messages.hpp"

namespace thethuc::draft {

/// What stands in a column.
enum class ColumnKind : std::uint8_t { serial, name, unit, plan, actual, ratio, previous, difference, note };

struct TableColumn {
    std::string id;                              ///< “ke-hoach”, as --table names it
    std::string title;
    ColumnKind kind = ColumnKind::serial;
    std::int32_t width = 0;                      ///< hmm; of the name column the least width, it takes what is left
};

struct Indicator {
    std::string id;                              ///< “CCHC-3.3.4”
    std::string name;
    std::string unit;
    std::string certainty;                       ///< how sure the source is: cao, vừa, thấp; empty: of the agency's own
    std::vector<std::string> numerator;          ///< ids; a ratio in percent where this and `denominator` stand
    std::vector<std::string> denominator;
    std::vector<std::string> sum;                ///< ids; a total where this stands
};

struct IndicatorGroup {
    std::string id;
    std::string name;
    std::vector<Indicator> indicators;
};

/// A choice of rows under a name of its own.
struct TablePick {
    std::string id;
    std::string name;
    std::vector<std::string> rows;               ///< ids of indicators
    std::vector<std::string> columns;            ///< empty: the usual ones
};

struct IndicatorSet {
    std::string id;
    std::string name;
    std::vector<IndicatorGroup> groups;
    std::vector<TablePick> tables;
};

struct IndicatorData {
    std::vector<TableColumn> columns;            ///< in the order in which they stand
    std::vector<std::string> usual;              ///< columns where none are named
    std::vector<IndicatorSet> sets;
};

/// Figures of one indicator, as they were given.
struct Figures {
    std::optional<number::Decimal> plan, actual, previous;
    std::string note;
};
using FigureMap = std::map<std::string, Figures, std::less<>>;

/// One table, ready to be written.
struct IndicatorTable {
    std::string id;                              ///< what it was asked for by, without columns
    std::string title;
    std::vector<TableColumn> columns;
    std::vector<IndicatorGroup> groups;          ///< a group without a name has no row of its own
    bool wide = false;                           ///< the columns do not fit between the margins of an upright page
};

/// Reads templates/indicators/*.json; columns.json holds the columns. Throws DataError.
[[nodiscard]] IndicatorData readIndicators(const std::string& folder, report::Language language);
/// A set as a member of another file, for the agency's own; messages are of that file's family. Without `columns` their names are looked at
/// only when a table is asked for.
[[nodiscard]] IndicatorSet readIndicatorSet(const report::DataFile& file, const nlohmann::json& object, const std::string& pointer,
                                            const std::vector<TableColumn>* columns);

/// The table that `wanted` names: ids of sets, groups, tables or single indicators parted by commas, and behind a colon
/// the columns: “cchc-3,CCHC-6.1.3:stt,chi-tieu,thuc-hien”. Throws DataError for an unknown one.
[[nodiscard]] IndicatorTable indicatorTable(const IndicatorData& data, const std::string& wanted, std::int32_t textWidth, report::Language language);

/// {"schema": 1, "figures": {"CCHC-3.3.1": "702", "CCHC-3.3.4": {"plan": "98", "actual": "…", "previous": "…", "note": "…"}}}
[[nodiscard]] FigureMap loadFigures(const std::string& file, report::Language language);
/// Adds one figure: `key` is ID, ID/plan, ID/previous or ID/note. Throws DataError where the value is no number.
void addFigure(FigureMap& figures, const std::string& key, const std::string& value, report::Language language);

}  // namespace thethuc::draft
