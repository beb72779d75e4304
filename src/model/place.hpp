// Where something stands in the document, independent of the office.
#pragma once

#include <compare>
#include <cstdint>

namespace thethuc::model {

/// A range inside one paragraph. `story` and `paragraph` are indices into Document::stories and
/// Story::paragraphs (story 0 is the body with its tables, read left to right, nested tables depth
/// first); `start` and `length` are Unicode code points of Paragraph::text.
/// A range with length 0 and start 0 of an empty paragraph names the paragraph itself.
struct Range {
    std::int32_t story = 0;
    std::int32_t paragraph = 0;
    std::int32_t start = 0;
    std::int32_t length = 0;
    auto operator<=>(const Range&) const = default;

    [[nodiscard]] std::int32_t end() const noexcept { return start + length; }
};

/// A range that survives edits elsewhere: `fingerprint` is Paragraph::fingerprint() of the paragraph
/// when the place was taken. A host looks the paragraph up by index first and, where the fingerprint
/// differs, takes the nearest paragraph of the same story that has it; none found means that the
/// place is gone and must not be used.
struct Place {
    Range range;
    std::uint64_t fingerprint = 0;
    bool operator==(const Place&) const = default;
};

}  // namespace thethuc::model
