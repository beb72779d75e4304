#include "uno/sidebar/rows.hpp"

#include <algorithm>
#include <utility>

#include <com/sun/star/awt/PosSize.hpp>

namespace thethuc::uno {

namespace {

constexpr std::int32_t kMargin = 6;     // around the panel's content
constexpr std::int32_t kGap = 6;        // between rows
constexpr std::int32_t kSpace = 4;      // between controls of a row
constexpr std::int32_t kBoxFrame = 2;
constexpr std::int32_t kTallest = 10000;
constexpr std::int32_t kPadding = 14;   // of a button's preferred width that its label can spare

css::awt::Size preferred(const css::uno::Reference<css::awt::XLayoutConstrains>& size) {
    return size.is() ? size->getPreferredSize() : css::awt::Size(80, 24);
}

}  // namespace

Rows::Row Rows::add(Kind kind, std::vector<Control> controls) {
    RowData row;
    row.kind = kind;
    for (const Control& control : controls) {
        row.items.push_back({control, css::uno::Reference<css::awt::XWindow>(control, css::uno::UNO_QUERY_THROW),
                             css::uno::Reference<css::awt::XLayoutConstrains>(control, css::uno::UNO_QUERY), true});
    }
    rows_.push_back(std::move(row));
    return rows_.size() - 1;
}

Rows::Row Rows::addWide(const Control& control, std::int32_t extra) {
    const Row row = add(Kind::wide, {control});
    rows_[row].extra = extra;
    return row;
}

Rows::Row Rows::addText(const Control& control) { return add(Kind::text, {control}); }

Rows::Row Rows::addFlow(std::vector<Control> controls, bool stretch) {
    const Row row = add(Kind::flow, std::move(controls));
    rows_[row].stretch = stretch;
    return row;
}

Rows::Row Rows::addField(const Control& label, std::vector<Control> fields) {
    fields.insert(fields.begin(), label);
    return add(Kind::field, std::move(fields));
}

Rows::Row Rows::addLines(const Control& control, std::int32_t lines) {
    const Row row = add(Kind::lines, {control});
    rows_[row].extra = lines;
    return row;
}

Rows::Row Rows::addFill(const Control& control, std::int32_t minimum) {
    const Row row = add(Kind::fill, {control});
    rows_[row].extra = minimum;
    return row;
}

void Rows::show(Row row, bool visible) {
    RowData& data = rows_[row];
    if (data.visible == visible) return;
    data.visible = visible;
    for (const Item& item : data.items) item.window->setVisible(visible && item.visible);
}

void Rows::show(const Control& control, bool visible) {
    for (RowData& row : rows_) {
        for (Item& item : row.items) {
            if (item.control != control || item.visible == visible) continue;
            item.visible = visible;
            item.window->setVisible(visible && row.visible);
        }
    }
}

std::vector<Rows::Box> Rows::flow(const RowData& row, std::int32_t width, std::int32_t& height) const {
    std::vector<Box> boxes;
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t line = 0;
    std::size_t lineStart = 0;
    const auto endLine = [&] {
        for (std::size_t i = lineStart; i < boxes.size(); ++i) {  // centred on the line's height
            boxes[i].y += (line - boxes[i].height) / 2;
        }
        if (row.stretch && lineStart < boxes.size()) {
            const std::int32_t rest = width - (boxes.back().x + boxes.back().width);
            boxes[lineStart].width += rest;
            for (std::size_t i = lineStart + 1; i < boxes.size(); ++i) boxes[i].x += rest;
        }
        lineStart = boxes.size();
    };
    // Where a little less padding puts all of them on one line, they get less.
    std::int32_t all = -kSpace;
    std::int32_t count = 0;
    for (const Item& item : row.items) {
        if (!item.visible) continue;
        all += preferred(item.size).Width + kSpace;
        ++count;
    }
    const std::int32_t missing = all - width;
    const std::int32_t less = missing > 0 && missing <= count * kPadding ? (missing + count - 1) / count : 0;
    for (const Item& item : row.items) {
        if (!item.visible) continue;
        const css::awt::Size size = preferred(item.size);
        const std::int32_t wanted = std::min<std::int32_t>(size.Width - less, width);
        if (x > 0 && x + wanted > width) {
            endLine();
            y += line + kSpace;
            x = 0;
            line = 0;
        }
        boxes.push_back({&item, x, y, wanted, size.Height});
        x += wanted + kSpace;
        line = std::max<std::int32_t>(line, size.Height);
    }
    endLine();
    height = boxes.empty() ? 0 : y + line;
    return boxes;
}

std::int32_t Rows::rowHeight(const RowData& row, std::int32_t width) const {
    switch (row.kind) {
        case Kind::wide: return preferred(row.items.front().size).Height + row.extra;
        case Kind::text: {
            const auto& size = row.items.front().size;
            if (!size.is()) return line_;
            return std::max<std::int32_t>(line_, size->calcAdjustedSize(css::awt::Size(width, kTallest)).Height);
        }
        case Kind::flow: {
            std::int32_t height = 0;
            flow(row, width, height);
            return height;
        }
        case Kind::field: {
            std::int32_t height = line_;
            for (const Item& item : row.items) height = std::max<std::int32_t>(height, preferred(item.size).Height);
            return height;
        }
        // whole lines only: the frame and what a box leaves free above its first line
        case Kind::lines: return row.extra * further_ + kBoxFrame;
        case Kind::fill: return row.extra;
    }
    return 0;
}

std::int32_t Rows::labelWidth(std::int32_t width) const {
    std::int32_t widest = 0;
    for (const RowData& row : rows_) {
        if (row.visible && row.kind == Kind::field) widest = std::max<std::int32_t>(widest, preferred(row.items.front().size).Width);
    }
    return std::min(widest, width / 2);
}

bool Rows::fills() const {
    return std::any_of(rows_.begin(), rows_.end(), [](const RowData& row) { return row.visible && row.kind == Kind::fill; });
}

std::int32_t Rows::height(std::int32_t width) const {
    const std::int32_t inner = std::max(width - 2 * kMargin, 1);
    std::int32_t sum = kMargin;
    for (const RowData& row : rows_) {
        if (row.visible) sum += rowHeight(row, inner) + kGap;
    }
    return sum - kGap + kMargin;
}

void Rows::layOut(std::int32_t width, std::int32_t height) const {
    const std::int32_t inner = std::max(width - 2 * kMargin, 1);
    const std::int32_t spare = height - this->height(width);
    std::int32_t y = kMargin;
    for (const RowData& row : rows_) {
        if (!row.visible) continue;
        std::int32_t high = rowHeight(row, inner);
        if (row.kind == Kind::fill && spare > 0) high += spare;
        if (row.kind == Kind::flow) {
            std::int32_t ignored = 0;
            for (const Box& box : flow(row, inner, ignored)) {
                box.item->window->setPosSize(kMargin + box.x, y + box.y, box.width, box.height,
                                             css::awt::PosSize::POSSIZE);
            }
        } else if (row.kind == Kind::field) {
            const std::int32_t label = labelWidth(inner);
            const std::int32_t labelHigh = std::min<std::int32_t>(high, preferred(row.items.front().size).Height);
            row.items.front().window->setPosSize(kMargin, y + (high - labelHigh) / 2, label, labelHigh, css::awt::PosSize::POSSIZE);
            const auto fields = static_cast<std::int32_t>(row.items.size()) - 1;
            const std::int32_t each = (inner - label - kSpace * fields) / fields;
            for (std::int32_t i = 0; i < fields; ++i) {
                const auto& item = row.items[static_cast<std::size_t>(i) + 1];
                item.window->setPosSize(kMargin + label + kSpace + i * (each + kSpace), y, each, high, css::awt::PosSize::POSSIZE);
            }
        } else {
            row.items.front().window->setPosSize(kMargin, y, inner, high, css::awt::PosSize::POSSIZE);
        }
        y += high + kGap;
    }
}

}  // namespace thethuc::uno
