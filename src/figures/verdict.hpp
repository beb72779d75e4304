// The arithmetic of a figure: exact values, half-up rounding, and which one slip would explain a wrong one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "figures/figures.hpp"

namespace thethuc::figures {

/// The value of `relation` before rounding; nothing where b is zero.
[[nodiscard]] std::optional<number::Rational> exact(Relation relation, const number::Decimal& a, const number::Decimal& b);

/// One in the last of `scale` decimal places: 1, 1/10, 1/100 …
[[nodiscard]] number::Rational lastPlace(std::int32_t scale);

/// ok, rounding or wrong for a claimed value against the exact one.
[[nodiscard]] Verdict judge(const number::Decimal& claimed, const number::Rational& value);

/// Single slips that explain a wrong ratio, at most three.
[[nodiscard]] std::vector<Fit> fitsOf(Relation relation, const number::Decimal& a, const number::Decimal& b, const number::Decimal& claimed);

}  // namespace thethuc::figures
