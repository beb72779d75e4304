#include "uno/read/table_geometry.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/HoriOrientation.hpp>
#include <com/sun/star/text/TableColumnSeparator.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/format_values.hpp"

namespace thethuc::uno {

namespace {

// Right edges of a row's cells but the last, in the table's relative units.
std::vector<std::int32_t> separators(const css::uno::Reference<css::uno::XInterface>& row) {
    std::vector<std::int32_t> result;
    const auto stored =
        get<css::uno::Sequence<css::text::TableColumnSeparator>>(row, "TableColumnSeparators");
    if (!stored) return result;
    result.reserve(static_cast<std::size_t>(stored->getLength()));
    for (const css::text::TableColumnSeparator& separator : view(*stored)) {
        if (separator.IsVisible) result.push_back(separator.Position);
    }
    return result;
}

model::Hmm scaled(std::int32_t part, std::int32_t whole, model::Hmm width) noexcept {
    if (whole <= 0) return 0;
    return static_cast<model::Hmm>(static_cast<std::int64_t>(part) * width / whole);
}

void placeTable(const css::uno::Reference<css::uno::XInterface>& object, model::Hmm available, model::Table& table) {
    namespace hori = css::text::HoriOrientation;
    const auto orientation = getOr<sal_Int16>(object, "HoriOrient", hori::FULL);
    const auto left = getOr<sal_Int32>(object, "LeftMargin", 0);
    const auto right = getOr<sal_Int32>(object, "RightMargin", 0);
    const bool relative = getOr(object, "IsWidthRelative", false);
    table.width = getOr<sal_Int32>(object, "Width", 0);
    if (orientation == hori::FULL) {
        // The stored width of a table that fills its place means nothing.
        if (available > 0) table.width = std::max(0, available - left - right);
        table.left = left;
        return;
    }
    if (relative && available > 0) table.width = scaled(getOr<sal_Int16>(object, "RelativeWidth", 100), 100, available);
    switch (orientation) {
        case hori::RIGHT: table.left = available - table.width; break;
        case hori::CENTER: table.left = (available - table.width) / 2; break;
        case hori::LEFT: table.left = 0; break;
        default: table.left = left; break;
    }
}

/// The shortest decimal that is this number; empty for none.
std::string plainDigits(double value) {
    constexpr double kMost = 1e18;
    if (!(std::fabs(value) < kMost)) return {};
    char digits[64] = {};
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value, std::chars_format::fixed);
    return end.ec == std::errc() ? std::string(digits, end.ptr) : std::string();
}

}  // namespace

css::uno::Reference<css::beans::XPropertySet> formulaField(const css::uno::Reference<css::table::XCell>& cell) {
    using css::uno::UNO_QUERY;
    static const rtl::OUString kType("TextPortionType");
    const css::uno::Reference<css::container::XEnumerationAccess> text(cell, UNO_QUERY);
    const auto paragraphs = text.is() ? text->createEnumeration() : css::uno::Reference<css::container::XEnumeration>();
    if (!paragraphs.is() || !paragraphs->hasMoreElements()) return {};
    const css::uno::Reference<css::container::XEnumerationAccess> paragraph(paragraphs->nextElement(), UNO_QUERY);
    if (!paragraph.is() || paragraphs->hasMoreElements()) return {};
    const css::uno::Reference<css::container::XEnumeration> portions = paragraph->createEnumeration();
    if (!portions->hasMoreElements()) return {};
    const css::uno::Reference<css::uno::XInterface> portion(portions->nextElement(), UNO_QUERY);
    if (portions->hasMoreElements() || getOr<rtl::OUString>(portion, kType, rtl::OUString()) != "TextField") return {};
    const auto field = getObject<css::lang::XServiceInfo>(portion, "TextField");
    if (!field.is() || !field->supportsService("com.sun.star.text.TextField.TableFormula")) return {};
    return css::uno::Reference<css::beans::XPropertySet>(field, UNO_QUERY);
}

rtl::OUString formulaOfField(const css::uno::Reference<css::beans::XPropertySet>& field) { return getOr<rtl::OUString>(field, "Content", rtl::OUString()); }

CellPosition cellPosition(const rtl::OUString& name) noexcept {
    constexpr std::int32_t kMost = 1'000'000;
    CellPosition result;
    std::int32_t column = 0;
    std::int32_t row = 0;
    sal_Int32 i = 0;
    for (; i < name.getLength(); ++i) {
        const sal_Unicode c = name[i];
        std::int32_t digit = 0;
        if (c >= 'A' && c <= 'Z') digit = c - 'A';
        else if (c >= 'a' && c <= 'z') digit = c - 'a' + 26;
        else break;
        column = std::min(kMost, column * 52 + digit + 1);
    }
    for (; i < name.getLength() && name[i] >= '0' && name[i] <= '9'; ++i) row = std::min(kMost, row * 10 + (name[i] - '0'));
    result.column = std::max(0, column - 1);
    result.row = std::max(0, row - 1);
    return result;
}

TableGeometry tableGeometry(const css::uno::Reference<css::text::XTextTable>& table,
                            const css::uno::Sequence<rtl::OUString>& names, model::Hmm available) {
    TableGeometry result;
    const css::uno::Reference<css::uno::XInterface> object(table);
    const css::uno::Reference<css::container::XNamed> named(table, css::uno::UNO_QUERY);
    if (named.is()) result.table.name = toUtf8(named->getName());
    placeTable(object, available, result.table);
    const css::uno::Reference<css::table::XTableRows> rows = table->getRows();
    result.table.rows = rows.is() ? rows->getCount() : 0;
    const auto whole = static_cast<std::int32_t>(getOr<sal_Int16>(object, "TableColumnRelativeSum", 10000));

    result.cells.resize(static_cast<std::size_t>(names.getLength()));
    std::int32_t row = -1;
    std::vector<std::int32_t> edges;
    for (std::size_t i = 0; i < result.cells.size(); ++i) {
        const CellPosition position = cellPosition(view(names)[i]);
        model::Cell& cell = result.cells[i];
        cell.row = position.row;
        cell.column = position.column;
        if (position.row != row) {
            // Cells come row by row, so one look at each row is enough.
            row = position.row;
            edges.clear();
            if (rows.is() && row < result.table.rows) {
                const css::uno::Reference<css::uno::XInterface> rowObject(rows->getByIndex(row), css::uno::UNO_QUERY);
                edges = separators(rowObject);
            }
            result.table.columns = std::max(result.table.columns, static_cast<std::int32_t>(edges.size()) + 1);
        }
        result.table.columns = std::max(result.table.columns, position.column + 1);
        const auto column = static_cast<std::size_t>(position.column);
        if (column <= edges.size()) {
            cell.left = column == 0 ? 0 : scaled(edges[column - 1], whole, result.table.width);
            const model::Hmm end = column == edges.size() ? result.table.width : scaled(edges[column], whole, result.table.width);
            cell.width = std::max(0, end - cell.left);
        }
    }
    // Rows whose edges the office does not tell: equal shares.
    for (model::Cell& cell : result.cells) {
        if (cell.width > 0 || result.table.columns == 0) continue;
        cell.left = scaled(cell.column, result.table.columns, result.table.width);
        cell.width = result.table.width / result.table.columns;
    }
    return result;
}

CellLook cellLook(const css::uno::Reference<css::table::XCell>& cell) {
    static const std::array<rtl::OUString, 4> kSides{"TopBorder", "BottomBorder", "LeftBorder", "RightBorder"};
    static const rtl::OUString kProtected("IsProtected");
    CellLook result;
    const css::uno::Reference<css::beans::XPropertySet> properties(cell, css::uno::UNO_QUERY);
    if (!properties.is()) return result;
    for (const rtl::OUString& side : kSides) {
        result.bordered = borderWidth(properties->getPropertyValue(side)) > 0;
        if (result.bordered) break;
    }
    result.isProtected = asOr(properties->getPropertyValue(kProtected), false);
    const css::table::CellContentType type = cell->getType();
    if (type == css::table::CellContentType_VALUE) result.value = plainDigits(cell->getValue());
    if (type == css::table::CellContentType_FORMULA) result.formula = toUtf8(cell->getFormula());
    return result;
}

}  // namespace thethuc::uno
