#include "uno/read/text_walker.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>

#include "uno/bridge/sequence.hpp"

namespace thethuc::uno {

TextWalker::TextWalker(const css::uno::Reference<css::text::XText>& text) { enter(text); }

void TextWalker::enter(const css::uno::Reference<css::text::XText>& text) {
    const css::uno::Reference<css::container::XEnumerationAccess> access(text, css::uno::UNO_QUERY_THROW);
    Level level;
    level.text = text;
    level.contents = access->createEnumeration();
    levels_.push_back(std::move(level));
}

TextWalker::Event TextWalker::next() {
    while (!levels_.empty()) {
        Level& level = levels_.back();
        if (level.table.is()) {
            // In a table: its next cell, or its end.
            if (level.nextCell < static_cast<std::size_t>(level.cellNames.getLength())) {
                cellIndex_ = level.nextCell++;
                const rtl::OUString name = view(level.cellNames)[cellIndex_];
                cell_ = level.table->getCellByName(name);
                const css::uno::Reference<css::text::XText> inside(cell_, css::uno::UNO_QUERY);
                if (!inside.is()) continue;  // a name that the table does not answer for
                enter(inside);
                return Event::cellStart;
            }
            level.table.clear();
            level.cellNames = {};
            return Event::tableEnd;
        }
        if (level.contents.is() && level.contents->hasMoreElements()) {
            const css::uno::Any element = level.contents->nextElement();
            // An assignment asks the object only where the value is of another type.
            css::uno::Reference<css::text::XTextContent> content;
            if (!(element >>= content) || !content.is()) continue;
            const css::uno::Reference<css::text::XTextTable> table(content, css::uno::UNO_QUERY);
            if (table.is()) {
                level.table = table;
                level.cellNames = table->getCellNames();
                level.nextCell = 0;
                return Event::tableStart;
            }
            paragraph_ = std::move(content);
            return Event::paragraph;
        }
        levels_.pop_back();
        if (levels_.empty()) break;
        cellIndex_ = levels_.back().nextCell - 1;
        return Event::cellEnd;
    }
    return Event::done;
}

}  // namespace thethuc::uno
