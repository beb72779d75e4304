// Indicator tables that stand in a document: which they are, and what “Cập nhật bảng” does to them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "draft/indicator_arithmetic.hpp"
#include "draft/indicators.hpp"
#include "draft/table_memory.hpp"
#include "figures/grid.hpp"
#include "model/document.hpp"
#include "model/edit.hpp"
#include "report/messages.hpp"

namespace thethuc::app {

/// A table of the document whose heads are columns of indicator tables and whose rows name indicators of one set.
struct StandingTable {
    figures::Grid grid;
    const draft::IndicatorSet* set = nullptr;
    std::map<draft::ColumnKind, std::int32_t> columns;   ///< columns of the grid; what the person added is not among them
    struct Row {
        std::int32_t row = 0;                    ///< of the grid
        const draft::Indicator* indicator = nullptr;
    };
    std::vector<Row> rows;
    std::int32_t others = 0;                     ///< rows with a figure that name no indicator of the set: the person's own, or renamed
};

/// By heads and names alone, so that it does not matter which office or format a table has passed through. A name that several indicators of the set
/// have is told by its unit and by the row above. Of sets that fit equally well the one that `memory` knows is taken. The document, the data and
/// `memory` must outlive the answer. Pure.
[[nodiscard]] std::vector<StandingTable> standingTables(const model::Document& document, const draft::IndicatorData& data, const draft::TableMemory& memory);

/// What an update does.
struct TablesUpdate {
    model::Edits edits;                          ///< one SetCells for each table that changes
    std::int32_t tables = 0;                     ///< indicator tables of the document
    std::int32_t computed = 0;                   ///< cells that get their formula, or another number
    std::int32_t emptied = 0;                    ///< computed cells whose figures are gone
    std::int32_t others = 0;                     ///< see StandingTable
    /// A computed cell in which a person has written something else: it stays.
    struct Kept {
        model::Range at;
        std::string name;                        ///< of the indicator
        std::string shown, computed;
        bool operator==(const Kept&) const = default;
    };
    std::vector<Kept> kept;
    std::vector<std::string> left;               ///< indicators of computed cells that are protected or hold notes, fields, more than one paragraph
    draft::TableMemory memory;                   ///< of the document once the edits are made
};

/// Totals, ratios and differences become Writer's formulas where their figures stand, and empty again where those are gone; figures that a formula needs
/// become numbers, with the words that they have. Rows and columns of the person's own are not looked at. What a person wrote over a computed cell wins, also
/// as an operand: a cell is ours if it has our formula, or shows what `memory` has for it, or what its figures give. Pure.
[[nodiscard]] TablesUpdate updateTables(const model::Document& document, const draft::IndicatorData& data, const draft::TableMemory& memory);

/// What an update has done, for people: lines parted by “\n”; empty where the document has no indicator table.
[[nodiscard]] std::string told(report::Language language, const TablesUpdate& update);

/// What a document has to remember before it is saved, in case the format drops the formulas: the words of the cells that are computed now. Pure.
[[nodiscard]] draft::TableMemory rememberedBeforeSaving(const model::Document& document, const draft::IndicatorData& data, const draft::TableMemory& memory);

}  // namespace thethuc::app
