// One pass over a text in reading order: paragraphs, tables row by row, nested tables depth first.
// Reader and locator share it, so both count paragraphs the same way.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>

namespace thethuc::uno {

class TextWalker {
public:
    enum class Event { paragraph, tableStart, cellStart, cellEnd, tableEnd, done };

    TextWalker() = default;
    explicit TextWalker(const css::uno::Reference<css::text::XText>& text);

    /// Moves on. The stack lives on the heap: depth of nesting is no danger.
    Event next();

    /// After Event::paragraph.
    [[nodiscard]] const css::uno::Reference<css::text::XTextContent>& paragraph() const { return paragraph_; }
    /// The text that holds the current paragraph or table: the root, or a cell.
    [[nodiscard]] const css::uno::Reference<css::text::XText>& text() const { return levels_.back().text; }
    /// After tableStart: the table and the names of its cells in reading order.
    [[nodiscard]] const css::uno::Reference<css::text::XTextTable>& table() const { return levels_.back().table; }
    [[nodiscard]] const css::uno::Sequence<rtl::OUString>& cellNames() const { return levels_.back().cellNames; }
    /// After cellStart and cellEnd: position in cellNames().
    [[nodiscard]] std::size_t cellIndex() const { return cellIndex_; }
    /// After cellStart.
    [[nodiscard]] const css::uno::Reference<css::table::XCell>& cell() const { return cell_; }

private:
    // A text being enumerated, and the table of it that is being walked (if any).
    struct Level {
        css::uno::Reference<css::text::XText> text;
        css::uno::Reference<css::container::XEnumeration> contents;
        css::uno::Reference<css::text::XTextTable> table;
        css::uno::Sequence<rtl::OUString> cellNames;
        std::size_t nextCell = 0;
    };

    void enter(const css::uno::Reference<css::text::XText>& text);

    std::vector<Level> levels_;
    css::uno::Reference<css::text::XTextContent> paragraph_;
    css::uno::Reference<css::table::XCell> cell_;
    std::size_t cellIndex_ = 0;
};

}  // namespace thethuc::uno
