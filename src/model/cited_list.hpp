// Bookmarks that tie the list of cited documents in a document to what it lists. Bookmarks survive .odt, .docx and .doc, and follow undo.
//
//   _tt_vb_KEY         stands in a row (a numbered paragraph, or the first cell of a table's row); marks [n] refer to it
//   _tt_vs_KEY_MADE    beside it: what was put into the row, as hashes, so that what a person typed is told from it
//   _tt_vc_N           in the head of the table: the column that holds particular N
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace thethuc::model {

inline constexpr std::string_view kRowBookmark = "_tt_vb_";
inline constexpr std::string_view kStateBookmark = "_tt_vs_";
inline constexpr std::string_view kColumnBookmark = "_tt_vc_";

/// Whether a bookmark of this name is one of these.
[[nodiscard]] bool isListBookmark(std::string_view name) noexcept;
/// KEY of a row's bookmark; nothing for other names. Copies that the office made (“_tt_vb_x Copy 1”) are none.
[[nodiscard]] std::optional<std::string_view> rowKey(std::string_view name) noexcept;

/// Sets Paragraph::citedList: paragraphs with a row's bookmark, and every paragraph of a table that has one.
void noteCitedLists(Document& document);

}  // namespace thethuc::model
