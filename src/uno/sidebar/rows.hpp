// Layout of a panel: controls stacked in rows that follow the panel's width.
#pragma once

#include <cstdint>
#include <vector>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

/// Stacks rows from top to bottom, each as high as its controls prefer. Sizes are pixels and are asked
/// of the controls themselves, because they differ between desktops and fonts. Main thread only.
class Rows {
public:
    using Control = css::uno::Reference<css::awt::XControl>;
    /// Identifies a row; grows by one with each added row.
    using Row = std::size_t;

    /// One control over the whole width; `extra` pixels are added to its preferred height.
    Row addWide(const Control& control, std::int32_t extra = 0);
    /// A text that wraps: its height follows the width.
    Row addText(const Control& control);
    /// Controls side by side at their preferred widths; those that do not fit go to a further line.
    /// With `stretch` the first one takes what the others of its line leave.
    Row addFlow(std::vector<Control> controls, bool stretch = false);
    /// A label and the fields that it names, side by side: the labels of a panel are equally wide, the fields share the rest.
    Row addField(const Control& label, std::vector<Control> fields);
    /// A box of `lines` lines of text.
    Row addLines(const Control& control, std::int32_t lines);
    /// Takes the height that the other rows leave, at least `minimum`.
    Row addFill(const Control& control, std::int32_t minimum);

    /// Shows or hides a whole row, or one control of a flow.
    void show(Row row, bool visible);
    void show(const Control& control, bool visible);
    [[nodiscard]] bool shown(Row row) const { return rows_[row].visible; }

    /// Height that the visible rows need at `width`; fill rows count with their minimum.
    [[nodiscard]] std::int32_t height(std::int32_t width) const;
    /// Height of one line of text in the panel's font.
    [[nodiscard]] std::int32_t lineHeight() const { return line_; }
    /// Moves the controls. Where `height` is too small the panel is longer than its window and the deck scrolls.
    void layOut(std::int32_t width, std::int32_t height) const;
    /// Whether a visible row takes what height there is.
    [[nodiscard]] bool fills() const;
    /// Height of one line of text in the panel's font, and what each further line of a text adds.
    void setLineHeights(std::int32_t single, std::int32_t further) {
        line_ = single;
        further_ = further;
    }
    void clear() { rows_.clear(); }

private:
    enum class Kind : std::uint8_t { wide, text, flow, field, lines, fill };
    struct Item {
        Control control;
        css::uno::Reference<css::awt::XWindow> window;
        css::uno::Reference<css::awt::XLayoutConstrains> size;
        bool visible = true;
    };
    struct RowData {
        Kind kind = Kind::wide;
        std::vector<Item> items;
        bool visible = true;
        bool stretch = false;
        std::int32_t extra = 0;
    };
    struct Box {
        const Item* item;
        std::int32_t x, y, width, height;
    };

    Row add(Kind kind, std::vector<Control> controls);
    std::int32_t rowHeight(const RowData& row, std::int32_t width) const;
    std::vector<Box> flow(const RowData& row, std::int32_t width, std::int32_t& height) const;

    [[nodiscard]] std::int32_t labelWidth(std::int32_t width) const;

    std::vector<RowData> rows_;
    std::int32_t line_ = 16;
    std::int32_t further_ = 16;
};

}  // namespace thethuc::uno
