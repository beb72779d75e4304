// Units of the snapshot. All of them are integers so that comparisons are exact;
// tolerances come from the ruleset, never from the arithmetic.
#pragma once

#include <cstdint>

namespace thethuc::model {

/// A length in 1/100 mm, the unit of the UNO API. 1 cm = 1000, 1 pt = 35.28.
using Hmm = std::int32_t;

/// A font size or paragraph distance in 1/10 pt. 13 pt = 130.
using DeciPt = std::int32_t;

/// Converts 1/100 mm to 1/10 pt, rounded half away from zero (1 pt = 2540/72 hmm).
[[nodiscard]] constexpr DeciPt toDeciPt(Hmm value) noexcept {
    const std::int64_t scaled = static_cast<std::int64_t>(value) * 720;
    return static_cast<DeciPt>((scaled + (value >= 0 ? 1270 : -1270)) / 2540);
}

/// Converts 1/10 pt to 1/100 mm, rounded half away from zero.
[[nodiscard]] constexpr Hmm toHmm(DeciPt value) noexcept {
    const std::int64_t scaled = static_cast<std::int64_t>(value) * 2540;
    return static_cast<Hmm>((scaled + (value >= 0 ? 360 : -360)) / 720);
}

}  // namespace thethuc::model
