// Quotations that run over several paragraphs, as amending texts have them.
#pragma once

#include <vector>

#include "model/document.hpp"

namespace thethuc::elements {

/// For each paragraph of story 0 whether it stands between a “ of an earlier paragraph and its ”.
[[nodiscard]] std::vector<bool> quotedParagraphs(const model::Document& document);

}  // namespace thethuc::elements
