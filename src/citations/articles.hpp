// Articles, clauses and points as they are cited (nd30 3, VD-6): from the smaller part to the larger one, “điểm a khoản 2 Điều 103”.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citations/grammar.hpp"

namespace thethuc::citations {

/// A larger part that stands before its smaller ones: “Điều 103, khoản 2, điểm a”.
struct ReversedParts {
    Span at;                                     ///< from the largest to the smallest part
    std::u32string ordered;                      ///< the same parts, the smallest first
};

/// All such places in reading order. What may be an enumeration (“Điều 5, khoản 2 Điều 6”) is left out.
[[nodiscard]] std::vector<ReversedParts> reversedParts(const Stream& stream);

/// “Điều 28, Nghị định …”: the numbered article that nothing but a comma parts from the citation that begins at token `citation`; empty where there is none.
[[nodiscard]] Span articleBeforeComma(const Stream& stream, std::int32_t citation);

}  // namespace thethuc::citations
