// Days of the calendar, by the standard library.
#pragma once

#include <chrono>
#include <cstdint>

namespace thethuc::text {

/// Days of month 1–12 of a year.
[[nodiscard]] constexpr std::int32_t daysOf(std::int32_t month, std::int32_t year) noexcept {
    const std::chrono::year_month_day_last last{std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<std::int32_t>(static_cast<unsigned>(last.day()));
}

}  // namespace thethuc::text
