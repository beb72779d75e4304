// Words to the clipboard of the desktop. Main thread only.
#pragma once

#include <string_view>

#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// Puts UTF-8 words there as plain text. False where there is no clipboard.
bool copyWords(const Context& context, std::string_view words);

}  // namespace thethuc::uno
