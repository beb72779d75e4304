// Marks of urgency and circulation: words in a frame, as Phụ lục I, Phần I, Mục III, khoản 2 of Nghị định 30/2020/NĐ-CP has them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace thethuc::draft {

struct Mark {
    std::string_view id;                         ///< as clients name it
    bool urgency = false;                        ///< below the number (ô 10b), in red; else in the upper margin on the right (ô 11), in black
    std::u32string_view words;
    std::int32_t width = 0, height = 0;          ///< of the frame, hmm; for marks of circulation the width follows the words
};

/// In the order of the decree.
[[nodiscard]] std::span<const Mark> marks() noexcept;
[[nodiscard]] const Mark* markOf(std::string_view id) noexcept;

}  // namespace thethuc::draft
