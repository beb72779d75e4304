#include "model/cited_list.hpp"

#include <algorithm>

namespace thethuc::model {

namespace {

bool isKeyLetter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool isRow(const Paragraph& paragraph) noexcept {
    return std::any_of(paragraph.bookmarks.begin(), paragraph.bookmarks.end(), [](const std::string& name) { return rowKey(name).has_value(); });
}

}  // namespace

bool isListBookmark(std::string_view name) noexcept {
    return name.starts_with(kRowBookmark) || name.starts_with(kStateBookmark) || name.starts_with(kColumnBookmark);
}

std::optional<std::string_view> rowKey(std::string_view name) noexcept {
    if (!name.starts_with(kRowBookmark)) return std::nullopt;
    const std::string_view key = name.substr(kRowBookmark.size());
    return !key.empty() && std::all_of(key.begin(), key.end(), isKeyLetter) ? std::optional(key) : std::nullopt;
}

void noteCitedLists(Document& document) {
    for (Story& story : document.stories) {
        for (std::size_t p = 0; p < story.paragraphs.size(); ++p) {
            Paragraph& paragraph = story.paragraphs[p];
            if (paragraph.bookmarks.empty() || !isRow(paragraph)) continue;
            if (paragraph.cell < 0) {
                paragraph.citedList = true;
                continue;
            }
            const Cell& cell = document.cells[static_cast<std::size_t>(paragraph.cell)];
            const Table& table = document.tables[static_cast<std::size_t>(cell.table)];
            const auto first = static_cast<std::size_t>(table.firstParagraph), last = first + static_cast<std::size_t>(table.paragraphCount);
            for (std::size_t i = first; i < std::min(last, story.paragraphs.size()); ++i) story.paragraphs[i].citedList = true;
        }
    }
}

}  // namespace thethuc::model
