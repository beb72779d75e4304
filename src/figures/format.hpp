// Ways of writing numbers that readers stumble over. Nothing here changes a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "model/document.hpp"

namespace thethuc::figures {

struct Spelling {
    enum class Kind : std::uint8_t {
        percentApart,    ///< “81,15 %”
        decimalPoint,    ///< “81.15%”, “0.852”
    };
    Kind kind = Kind::percentApart;
    model::Range at;                             ///< number and sign
    std::u32string text;                         ///< as it is written
    std::u32string better;                       ///< as it should be
    model::Range change;                         ///< what has to be replaced …
    std::u32string by;                           ///< … by this
};

/// Every such place, in reading order. Pure and total.
[[nodiscard]] std::vector<Spelling> spellings(const model::Document& document);

/// “650 + 52”, “702 − 650”: the parts of a sum.
[[nodiscard]] std::string addition(const Figure& figure);

}  // namespace thethuc::figures
