// A flat OpenDocument text cut into the two streams of a package: what Writer inserts at a cursor must be a package.
#pragma once

#include <string>
#include <string_view>

namespace thethuc::draft {

struct Package {
    std::string content;             ///< content.xml
    std::string styles;              ///< styles.xml
    bool ownPages = false;           ///< something in it begins a page of its own style (a table that lies on its side)
};

/// Cuts `flat`, which draft::flatOdf or draft::partOdf has written. An empty paragraph is added at the end: Writer joins the last
/// inserted paragraph with the one at the cursor. Throws std::invalid_argument for anything else.
[[nodiscard]] Package packageOf(std::string_view flat);

}  // namespace thethuc::draft
