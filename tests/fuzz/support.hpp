// What the fuzz targets share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace thethuc::fuzz {

/// Throws std::logic_error with the sentence where it does not hold.
void must(bool holds, const char* sentence);

[[nodiscard]] std::vector<std::u32string> parted(std::u32string_view text, char32_t at);

/// Lines are paragraphs; neighbouring lines that begin with a tab are the rows of a table, cells parted by tabs.
[[nodiscard]] model::Document documentOf(std::u32string_view text);

}  // namespace thethuc::fuzz
