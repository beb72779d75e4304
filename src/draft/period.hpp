// The period that a report is about: tháng, quý, 6 tháng, 9 tháng, năm.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thethuc::draft {

enum class PeriodKind : std::uint8_t { month, quarter, half, nineMonths, year };

struct Period {
    PeriodKind kind = PeriodKind::year;
    std::int32_t number = 1;                     ///< month 1–12, quarter 1–4, half 1–2; else 1
    std::int32_t year = 0;                       ///< 0 where it was not written
    friend bool operator==(const Period&, const Period&) = default;
};

/// The name that outlines and messages use: thang, quy, 6-thang, 9-thang, nam.
[[nodiscard]] std::string_view nameOf(PeriodKind kind) noexcept;
[[nodiscard]] std::optional<PeriodKind> periodKind(std::string_view name) noexcept;

/// Reads “quý III”, “quy 3/2025”, “6 tháng đầu năm 2025”, “9 thang”, “năm 2025”, “tháng 9”; capitals and marks do not
/// matter. Nothing where it is none of them.
[[nodiscard]] std::optional<Period> readPeriod(std::string_view text);

/// “quý III năm 2025”, “6 tháng đầu năm 2025”, “tháng 02 năm 2025”.
[[nodiscard]] std::string print(const Period& period);
/// What follows, as a plan for the coming weeks names it: “quý IV năm 2025”, behind 9 tháng “3 tháng cuối năm 2025”.
[[nodiscard]] std::string printNext(const Period& period);
/// The period that the next report is about: behind the first 6 months, and behind 9 months, the whole year.
[[nodiscard]] Period reportAfter(const Period& period);
/// The same period a year earlier, to compare with.
[[nodiscard]] Period yearBefore(const Period& period);

}  // namespace thethuc::draft
