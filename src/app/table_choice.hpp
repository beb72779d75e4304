// An indicator table while a person puts it together: rows found by words, rows and columns chosen, figures written in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/indicators.hpp"

namespace thethuc::app {

/// Pure; the data are its own.
class TableChoice {
public:
    explicit TableChoice(draft::IndicatorData data);

    /// What can be chosen: the ready-made tables of a set, its groups, their indicators.
    struct Line {
        enum class Kind : std::uint8_t { set, table, group, indicator };
        Kind kind = Kind::set;
        std::string id;                          ///< as draft::indicatorTable takes it
        std::string words;
        std::int32_t depth = 0;                  ///< 0: a set
    };
    /// Every line, or those whose words hold each word of `search`, without regard to capitals and diacritics, with the sets and groups above them.
    /// The words of an id count, too (“cchc-3”).
    [[nodiscard]] std::vector<Line> found(std::string_view search = {}) const;

    /// Adds what a line stands for behind the rows that are chosen; rows that are there already stay where they are. The first ready-made table
    /// also brings its columns, if it has some. The number of rows that were added.
    std::size_t add(const std::string& id);
    void remove(std::size_t row);
    /// Moves a row up (-1) or down (1); its place afterwards.
    std::size_t move(std::size_t row, std::int32_t by);
    void clear();
    [[nodiscard]] const std::vector<const draft::Indicator*>& rows() const noexcept { return rows_; }

    [[nodiscard]] const draft::IndicatorData& data() const noexcept { return data_; }
    [[nodiscard]] const std::vector<draft::TableColumn>& columns() const noexcept { return data_.columns; }
    [[nodiscard]] bool hasColumn(std::string_view id) const;
    void setColumn(const std::string& id, bool on);

    /// A figure of a chosen row for one column (plan, actual, previous), as the person writes it; empty takes it away. False where it is no number: then
    /// nothing is changed.
    bool setFigure(const std::string& indicator, draft::ColumnKind kind, const std::string& words);
    [[nodiscard]] std::string figure(const std::string& indicator, draft::ColumnKind kind) const;

    /// Rows and columns as draft::indicatorTable takes them; a ready-made table or group that was taken whole goes by its own name. Empty without rows.
    [[nodiscard]] std::string request() const;
    /// The figures of the chosen rows as members of DraftRequest::set.
    [[nodiscard]] std::map<std::string, std::string> figures() const;

private:
    [[nodiscard]] std::vector<const draft::Indicator*> rowsOf(const std::string& id) const;
    [[nodiscard]] const draft::TablePick* pickOf(const std::string& id) const;

    draft::IndicatorData data_;
    std::vector<const draft::Indicator*> rows_;
    std::vector<std::string> chosen_;            ///< ids of columns
    std::vector<std::string> taken_;             ///< what was added, while the rows are exactly that
    std::map<std::string, std::string> figures_; ///< by the keys of DraftRequest::set
};

}  // namespace thethuc::app
