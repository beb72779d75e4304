// Conforming documents that tests start from. Each must give no finding at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace thethuc::testing {

/// “bao-cao”, “cong-van”, “quyet-dinh”, “ke-hoach”, “to-trinh”, “thong-bao”, “giay-moi”, “bien-ban”, “quy-che” (attached
/// regulation inside a decision), “mot-trang” (one page, no page number), “ban-sao” (the block of a copy below a notice). Throws std::out_of_range otherwise.
[[nodiscard]] model::Document baseDocument(std::string_view name);
[[nodiscard]] std::vector<std::string> baseDocumentNames();

}  // namespace thethuc::testing
