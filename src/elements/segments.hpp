// Lines as a person sees them: a paragraph may hold several (line breaks, tabs), and each stands in
// a column of the page. The header and the end of a document are recognised on these.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace thethuc::elements {

enum class Column : std::uint8_t { left, middle, right, full };

struct Segment {
    model::Range range;              ///< without surrounding white space; length 0 for an empty line
    std::u32string text;             ///< NFC, white space squeezed; of running text only its beginning
    std::u32string bones;            ///< text::skeleton(text), or its beginning; empty for running text
    Column column = Column::full;
    std::int32_t order = 0;          ///< body paragraph that it belongs to: its own, or the anchor of its frame
    bool inFrame = false;
    bool tabbed = false;             ///< cut out of a line by tabs or runs of spaces
};

/// Horizontal extent of the area that body paragraph `paragraph` is set in, from the paper's left edge.
struct Area {
    model::Hmm left = 0;
    model::Hmm width = 0;
    [[nodiscard]] model::Hmm center() const noexcept { return left + width / 2; }
};
[[nodiscard]] Area areaOf(const model::Document& document, const model::Range& at);

/// Column of a body paragraph: by its cell, else by its alignment.
[[nodiscard]] Column columnOf(const model::Document& document, const model::Range& at);

/// Adds the segments of body paragraphs [first, last) and of the frames anchored in them, in reading order. Bones are cut off
/// behind `longestBones`: whoever looks for short words in a long body needs no more.
void collectSegments(const model::Document& document, std::int32_t first, std::int32_t last, std::vector<Segment>& out,
                     std::size_t longestBones = std::u32string_view::npos);

/// Outermost table of a body paragraph; -1 outside tables.
[[nodiscard]] std::int32_t outerTable(const model::Document& document, std::int32_t paragraph);
[[nodiscard]] bool isBlank(const model::Paragraph& paragraph) noexcept;

/// Share of the letters in `range` for which `is` holds is at least half.
template <typename Predicate>
[[nodiscard]] bool mostly(const model::Document& document, const model::Range& range, Predicate is) {
    const model::Paragraph& paragraph = document.at(range);
    std::int32_t yes = 0;
    std::int32_t all = 0;
    for (const model::Run& run : paragraph.runs) {
        const std::int32_t from = std::max(run.start, range.start);
        const std::int32_t to = std::min(run.start + run.length, range.end());
        if (from >= to || run.kind == model::RunKind::footnote) continue;
        all += to - from;
        if (is(run.format)) yes += to - from;
    }
    return all > 0 && yes * 2 >= all;
}

}  // namespace thethuc::elements
