// Properties that hold for any bytes. Each function throws std::logic_error with a sentence where one does not.
#pragma once

#include <string_view>

namespace thethuc::fuzz {

/// Lines are paragraphs; neighbouring lines that begin with a tab are the rows of a table, cells parted by tabs.
void figures(std::string_view bytes);
/// Lines are paragraphs.
void citations(std::string_view bytes);

}  // namespace thethuc::fuzz
