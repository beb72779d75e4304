// Lists that Writer numbers: a list style of our own, and whole paragraphs put in another order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <rtl/ustring.hxx>

#include "model/units.hpp"

namespace thethuc::uno {

/// “1.”, “2.” … in front of paragraphs.
struct ListLook {
    rtl::OUString suffix;                        ///< behind the number
    model::Hmm indent = 0;                       ///< of the paragraph
    model::Hmm firstLine = 0;                    ///< of its first line, where the number stands
    bool alone = false;                          ///< nothing follows the number: it stands in a cell of its own
};

/// Makes a list style called `wanted` (UTF-8), or “wanted 2” … where another list has that name; gives its name. Call it inside the undo step: making a
/// style empties the undo stack (docs/undo.md), so it is an undo action of our own, which takes the style away again. A blank follows the number; where
/// the first line hangs, a tab. Main thread only; throws what the office throws.
[[nodiscard]] rtl::OUString makeListStyle(const css::uno::Reference<css::frame::XModel>& model, const std::string& wanted, const ListLook& look);

/// Puts neighbouring paragraphs of one text into another order: `order` has the index of the one that comes first, and so on; gives them as they stand
/// then. Notes and fields go along; a bookmark's undo, and paragraphs that frames or shapes are anchored at, are beyond Writer's sorting: ask movable() first.
std::vector<css::uno::Reference<css::text::XTextRange>> sortParagraphs(const std::vector<css::uno::Reference<css::text::XTextRange>>& paragraphs,
                                                                      const std::vector<std::size_t>& order);

/// The same for the rows of a table without merged cells from row `first` on (0-based); the keys stand in `column` meanwhile.
void sortRows(const css::uno::Reference<css::text::XTextTable>& table, std::int32_t column, std::int32_t first, const std::vector<std::size_t>& order);

/// True where the paragraphs hold nothing that sorting could not bring back: words, fields, notes; bookmarks of the list of cited documents, which whoever
/// moves its rows puts back.
[[nodiscard]] bool movable(const std::vector<css::uno::Reference<css::text::XTextRange>>& paragraphs);

}  // namespace thethuc::uno
