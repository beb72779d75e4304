// Shape of a table: where its cells stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>

#include "model/document.hpp"

namespace thethuc::uno {

/// Row and column of a cell name: "C2" is row 1, column 2. Of the parts of a split cell ("A1.2.1") those of
/// the whole. Columns are A…Z, a…z, AA…; a name that is none gives row 0, column 0.
struct CellPosition {
    std::int32_t row = 0;
    std::int32_t column = 0;
};
[[nodiscard]] CellPosition cellPosition(const rtl::OUString& name) noexcept;

struct TableGeometry {
    model::Table table;               ///< rows, columns, left, width, name
    std::vector<model::Cell> cells;   ///< row, column, left, width; in the order of the names
};

/// `available`: width of the text area or cell that the table stands in.
[[nodiscard]] TableGeometry tableGeometry(const css::uno::Reference<css::text::XTextTable>& table,
                                          const css::uno::Sequence<rtl::OUString>& names, model::Hmm available);

/// The formula that a .docx keeps as a field, where the cell holds nothing else; empty otherwise.
[[nodiscard]] css::uno::Reference<css::beans::XPropertySet> formulaField(const css::uno::Reference<css::table::XCell>& cell);
/// What such a field computes: “<B2>+<B3>”.
[[nodiscard]] rtl::OUString formulaOfField(const css::uno::Reference<css::beans::XPropertySet>& field);

struct CellLook {
    bool bordered = false;      ///< a border of its own that shows
    bool isProtected = false;
    std::string value;          ///< see model::Cell
    std::string formula;
};
[[nodiscard]] CellLook cellLook(const css::uno::Reference<css::table::XCell>& cell);

}  // namespace thethuc::uno
