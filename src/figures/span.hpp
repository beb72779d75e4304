// The time that a number is of, as far as the words around it say: “quý III năm 2025”, “từ ngày 11/6/2025 đến ngày 10/9/2025”.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "figures/line.hpp"

namespace thethuc::figures {

/// Members are 0 or empty where nothing was said.
struct Span {
    std::int32_t quarter = 0;                    ///< 1–4
    std::int32_t month = 0;                      ///< 1–12
    std::int32_t months = 0;                     ///< “6 tháng”, “9 tháng”
    bool latter = false;                         ///< “6 tháng cuối năm”
    std::int32_t year = 0;
    std::optional<std::chrono::sys_days> from;   ///< “từ ngày …”
    std::optional<std::chrono::sys_days> till;   ///< “đến ngày …”
    bool mixed = false;                          ///< several times, or words that are not understood

    [[nodiscard]] bool empty() const noexcept { return *this == Span{}; }
    bool operator==(const Span&) const = default;
};

/// What the tokens [from, to) of a line say of the time.
[[nodiscard]] Span spanIn(const Line& line, std::size_t from, std::size_t to);
/// Of words by themselves: a head of a table, a title.
[[nodiscard]] Span spanOf(const model::Paragraph& words);

/// Whether numbers of the two times must agree, in a report about `report`: both say the same, or one says nothing and the other what the report is about. A stretch of
/// days is the report's own period where it is as long and ends in it, since offices close their figures some days before.
[[nodiscard]] bool sameTime(const Span& one, const Span& other, const Span& report);

/// The same period a year earlier.
[[nodiscard]] bool isYearBefore(const Span& earlier, const Span& later) noexcept;

/// The month, quarter or year right before.
[[nodiscard]] bool isRightBefore(const Span& earlier, const Span& later) noexcept;

}  // namespace thethuc::figures
