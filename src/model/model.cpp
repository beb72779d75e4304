// What the values of the snapshot can tell about themselves.
#include <algorithm>
#include <cstdlib>

#include "model/document.hpp"
#include "text/text.hpp"

namespace thethuc::model {

std::uint64_t Paragraph::fingerprint() const noexcept {
    // Exactly the text: a place holds code point positions, which any other text would make wrong.
    return thethuc::text::hash(text);
}

const PageSection& Document::sectionOf(std::int32_t paragraph) const {
    const auto after = std::upper_bound(sections.begin(), sections.end(), paragraph,
                                        [](std::int32_t value, const PageSection& section) { return value < section.firstParagraph; });
    return after == sections.begin() ? *after : *(after - 1);
}

bool isFlatLine(const Shape& shape) noexcept {
    constexpr Hmm kShortest = 500;
    constexpr Hmm kThickest = 100;
    constexpr Hmm kSlenderness = 8;
    if (!shape.visible || shape.textStory >= 0) return false;
    if (shape.kind != ShapeKind::line && shape.kind != ShapeKind::connector && shape.kind != ShapeKind::custom) return false;
    const Hmm height = std::abs(shape.height);
    return shape.width >= kShortest && height <= kThickest && height * kSlenderness <= shape.width;
}

}  // namespace thethuc::model
