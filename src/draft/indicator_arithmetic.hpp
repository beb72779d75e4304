// What the computed cells of an indicator table say: totals, ratios, differences, with Writer's formulas for them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draft/indicators.hpp"

namespace thethuc::draft {

/// What one cell says: a value with the decimals that are shown, and the formula that gives it.
struct CellFigure {
    number::Rational value = 0;
    std::int32_t decimals = 0;
    std::string formula;                         ///< in terms of cells; empty: a figure that was given, or not all operands have a cell
    bool byZero = false;                         ///< a ratio whose denominator is 0

    /// As it is shown: “1.234,5”, “-” for a ratio that cannot be.
    [[nodiscard]] std::string shown() const;
    /// For the office: a formula's value as exact as Writer's own arithmetic, another one as it is shown; empty where there is none.
    [[nodiscard]] std::string plainValue() const;
};

/// A number format as it is written in Vietnamese: “#.##0,00”.
[[nodiscard]] std::string numberFormat(std::int32_t decimals, bool grouped = true);
/// “<B3>” for row 2, column 1 (both counted from 0); empty behind the 52nd column.
[[nodiscard]] std::string cellReference(std::int32_t row, std::int32_t column);

/// Where a cell is: its row's indicator and its column.
using CellKey = std::pair<std::string, ColumnKind>;

/// Computes over some indicators; figures and places come from who asks.
class Arithmetic {
public:
    /// The figure that was given for a cell, nothing where none was.
    using Given = std::function<std::optional<number::Decimal>(const CellKey&)>;
    /// How a formula names a cell (“<D3>”); empty where it cannot.
    using Reference = std::function<std::string(const CellKey&)>;

    Arithmetic(std::map<std::string, const Indicator*, std::less<>> indicators, Given given, Reference reference)
        : indicators_(std::move(indicators)), given_(std::move(given)), reference_(std::move(reference)) {}

    /// Whether a cell comes about by computing.
    [[nodiscard]] static bool computes(const Indicator& indicator, ColumnKind kind) noexcept;
    /// The cells that a computed one is made of.
    [[nodiscard]] static std::vector<CellKey> operands(const Indicator& indicator, ColumnKind kind);

    /// What a cell says: the figure given for it, else what computed() says. Nothing where a figure is missing.
    [[nodiscard]] std::optional<CellFigure> figure(const CellKey& cell) const;
    /// What a computed cell says by its operands, whatever is given for itself.
    [[nodiscard]] std::optional<CellFigure> computed(const Indicator& indicator, ColumnKind kind) const;

private:
    [[nodiscard]] std::optional<CellFigure> total(const std::vector<std::string>& ids, ColumnKind kind) const;
    [[nodiscard]] std::optional<CellFigure> operand(const Indicator& indicator, ColumnKind kind) const;

    std::map<std::string, const Indicator*, std::less<>> indicators_;
    Given given_;
    Reference reference_;
};

}  // namespace thethuc::draft
