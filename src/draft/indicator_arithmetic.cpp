#include "draft/indicator_arithmetic.hpp"

#include <algorithm>

namespace thethuc::draft {

namespace {

constexpr std::int32_t kRatioDecimals = 2;

bool isFigure(ColumnKind kind) noexcept { return kind == ColumnKind::plan || kind == ColumnKind::actual || kind == ColumnKind::previous; }

std::optional<CellFigure> share(const CellFigure& numerator, const CellFigure& denominator) {
    if (denominator.value == 0) return CellFigure{0, 0, {}, true};
    CellFigure result{numerator.value * 100 / denominator.value, kRatioDecimals, {}, false};
    if (!numerator.formula.empty() && !denominator.formula.empty()) result.formula = numerator.formula + "*100/" + denominator.formula;
    return result;
}

}  // namespace

std::string CellFigure::shown() const { return byZero ? "-" : number::print(number::roundHalfUp(value, decimals)); }

std::string CellFigure::plainValue() const {
    if (byZero) return {};
    constexpr std::int32_t kExact = 15;          // digits that Writer's own arithmetic keeps
    return number::plain(number::roundHalfUp(value, std::max(decimals, formula.empty() ? 0 : kExact)).trimmed());
}

std::string numberFormat(std::int32_t decimals, bool grouped) {
    std::string result = grouped ? "#.##0" : "0";
    if (decimals > 0) result += "," + std::string(static_cast<std::size_t>(decimals), '0');
    return result;
}

std::string cellReference(std::int32_t row, std::int32_t column) {
    constexpr std::int32_t kLetters = 26;
    if (column < 0 || column >= 2 * kLetters) return {};
    const char letter = static_cast<char>(column < kLetters ? 'A' + column : 'a' + column - kLetters);
    return "<" + std::string(1, letter) + std::to_string(row + 1) + ">";
}

bool Arithmetic::computes(const Indicator& indicator, ColumnKind kind) noexcept {
    if (isFigure(kind)) return !indicator.sum.empty() || !indicator.numerator.empty();
    // The share of a share says nothing.
    return kind == ColumnKind::difference || (kind == ColumnKind::ratio && indicator.unit != "%");
}

std::vector<CellKey> Arithmetic::operands(const Indicator& indicator, ColumnKind kind) {
    std::vector<CellKey> result;
    if (!computes(indicator, kind)) return result;
    if (isFigure(kind)) {
        for (const auto* ids : {&indicator.sum, &indicator.numerator, &indicator.denominator}) {
            for (const std::string& id : *ids) result.emplace_back(id, kind);
        }
        return result;
    }
    return {{indicator.id, ColumnKind::actual}, {indicator.id, kind == ColumnKind::ratio ? ColumnKind::plan : ColumnKind::previous}};
}

std::optional<CellFigure> Arithmetic::figure(const CellKey& cell) const {
    if (const auto given = given_(cell)) return CellFigure{given->rational(), given->scale(), {}, false};
    const auto known = indicators_.find(cell.first);
    return known == indicators_.end() ? std::nullopt : computed(*known->second, cell.second);
}

std::optional<CellFigure> Arithmetic::computed(const Indicator& indicator, ColumnKind kind) const {
    if (!computes(indicator, kind)) return std::nullopt;
    if (isFigure(kind)) {
        if (!indicator.sum.empty()) return total(indicator.sum, kind);
        const auto numerator = total(indicator.numerator, kind), denominator = total(indicator.denominator, kind);
        return numerator && denominator ? share(*numerator, *denominator) : std::nullopt;
    }
    const auto actual = operand(indicator, ColumnKind::actual);
    const auto other = operand(indicator, kind == ColumnKind::ratio ? ColumnKind::plan : ColumnKind::previous);
    if (!actual || !other || actual->byZero || other->byZero) return std::nullopt;
    if (kind == ColumnKind::ratio) return share(*actual, *other);
    CellFigure result{actual->value - other->value, std::max(actual->decimals, other->decimals), {}, false};
    if (!actual->formula.empty() && !other->formula.empty()) result.formula = actual->formula + "-" + other->formula;
    return result;
}

std::optional<CellFigure> Arithmetic::total(const std::vector<std::string>& ids, ColumnKind kind) const {
    CellFigure sum;
    bool cells = true;
    for (const std::string& id : ids) {
        const auto part = figure({id, kind});
        if (!part || part->byZero) return std::nullopt;
        sum.value += part->value;
        sum.decimals = std::max(sum.decimals, part->decimals);
        const std::string here = reference_({id, kind});
        cells = cells && !here.empty();
        sum.formula += (sum.formula.empty() ? "" : "+") + here;
    }
    if (!cells) sum.formula.clear();
    else if (ids.size() > 1) sum.formula = "(" + sum.formula + ")";
    return sum;
}

std::optional<CellFigure> Arithmetic::operand(const Indicator& indicator, ColumnKind kind) const {
    auto result = figure({indicator.id, kind});
    if (result) result->formula = reference_({indicator.id, kind});  // the cell itself, whatever stands in it
    return result;
}

}  // namespace thethuc::draft
