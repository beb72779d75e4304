// A snapshot together with the way back: where each story of it lives in the document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace thethuc::uno {

/// Where the text of one story is found in the office.
struct StorySource {
    enum class Kind : std::uint8_t {
        body,      ///< the document's text
        frame,     ///< a text frame: `name` in XTextFramesSupplier
        shape,     ///< a drawn shape with text: `name` is its snapshot name (Shape::name)
        footnote,  ///< `index` in XFootnotesSupplier
        endnote,   ///< `index` in XEndnotesSupplier
        page,      ///< `property` (HeaderText, FooterTextFirst …) of page style `name`
    };
    Kind kind = Kind::body;
    std::string name;
    std::int32_t index = 0;
    std::string property;
};

/// One entry per story of the snapshot. Offsets inside a paragraph need no table: Locator reads the
/// paragraph again, with the same code as the reader, and so steps over deleted text and fields.
struct Mapping {
    std::vector<StorySource> stories;
};

struct ReadResult {
    model::Document document;
    Mapping mapping;
};

}  // namespace thethuc::uno
