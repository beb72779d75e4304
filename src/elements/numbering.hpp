// Reads the number that a paragraph begins with: “I.”, “1.”, “2.1.”, “a)”, “Điều 3.”, “Chương II” …
// in the decree's forms and in the ways they are commonly mistyped.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace thethuc::elements {

enum class NumberKind : std::uint8_t { part, chapter, section, subsection, article, roman, arabic, letter, bullet };

struct NumberHead {
    NumberKind kind = NumberKind::bullet;
    std::vector<std::int32_t> value;     ///< ordinals from 1; arabic may have several levels; letter: place in pointLetters(), 0 for a letter outside it
    std::int32_t length = 0;             ///< code points of word, number and mark, without the space behind
    char32_t mark = 0;                   ///< what closes the number: . ) / : - or 0
    bool romanDigits = false;            ///< the value was written in roman digits
    bool words = false;                  ///< “Phần thứ nhất”
};

/// `line` must not begin with white space. Dates, decimals and plain figures are not numbers of a heading.
[[nodiscard]] std::optional<NumberHead> readNumberHead(std::u32string_view line);

}  // namespace thethuc::elements
