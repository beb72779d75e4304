// Properties that hold for any bytes, read as a document (support.hpp). Each function throws std::logic_error with a sentence where one does not.
#pragma once

#include <string_view>

namespace thethuc::fuzz {

void figures(std::string_view bytes);
void citations(std::string_view bytes);

}  // namespace thethuc::fuzz
