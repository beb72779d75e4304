#include "figures/span.hpp"

#include <algorithm>
#include <array>

#include "figures/words.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using Days = std::chrono::sys_days;

constexpr std::int32_t kFirstYear = 1900, kLastYear = 2100;
constexpr std::int32_t kMonths = 12, kQuarters = 4, kMonthsOfQuarter = 3;
constexpr std::size_t kDateTokens = 5;           // d / m / y

class Reader {
public:
    Reader(const Line& line, std::size_t from, std::size_t to) : line_(line), at_(from), to_(std::min(to, line.tokens.size())) {}

    Span run() {
        while (at_ < to_) step();
        return span_;
    }

private:
    bool word(std::size_t i, WordKey key) const { return i < to_ && line_.tokens[i].kind == TokenKind::word && line_.tokens[i].key == key; }
    bool number(std::size_t i) const { return i < to_ && line_.tokens[i].kind == TokenKind::number && line_.tokens[i].plainDigits; }
    std::int32_t whole(std::size_t i) const {
        if (!number(i) || line_.tokens[i].end - line_.tokens[i].start > 4 || !line_.reading(i).value) return 0;
        return line_.reading(i).value->digits().convert_to<std::int32_t>();
    }
    std::int32_t year(std::size_t i) const {
        const std::int32_t value = whole(i);
        return value >= kFirstYear && value <= kLastYear ? value : 0;
    }
    /// A quarter is numbered I … IV or 1 … 4.
    std::int32_t quarterAt(std::size_t i) const {
        std::int32_t value = whole(i);
        if (i < to_ && line_.tokens[i].kind == TokenKind::word) value = text::romanValue(text::toUpper(line_.letters(i)));
        return value <= kQuarters ? value : 0;
    }
    std::optional<Days> date(std::size_t i) const {
        if (i + kDateTokens > to_ || line_.tokens[i + 1].kind != TokenKind::slash || line_.tokens[i + 3].kind != TokenKind::slash) return std::nullopt;
        const std::chrono::year_month_day day{std::chrono::year{year(i + 4)}, std::chrono::month{static_cast<unsigned>(whole(i + 2))},
                                              std::chrono::day{static_cast<unsigned>(whole(i))}};
        if (year(i + 4) == 0 || !day.ok()) return std::nullopt;
        return Days(day);
    }

    template <typename T>
    void set(T& member, const T& value) {
        if (member != T{} && member != value) span_.mixed = true;
        member = value;
    }

    /// “năm 2025”, “/2025” behind a month or a quarter.
    void yearBehind(std::size_t i) {
        const bool told = word(i, U"năm") || (i < to_ && line_.tokens[i].kind == TokenKind::slash);
        if (told && year(i + 1) != 0) {
            set(span_.year, year(i + 1));
            at_ = i + 2;
        }
    }

    void step() {
        if (const auto day = date(at_)) {
            std::size_t before = at_;
            while (before > 0 && (line_.tokens[before - 1].kind == TokenKind::word) &&
                   (line_.tokens[before - 1].key == U"ngày" || line_.tokens[before - 1].key == U"hết"))
                --before;
            const bool end = before > 0 && line_.tokens[before - 1].kind == TokenKind::word &&
                             (line_.tokens[before - 1].key == U"đến" || line_.tokens[before - 1].key == U"tới");
            set(end ? span_.till : span_.from, std::optional(*day));
            at_ += kDateTokens;
        } else if (word(at_, U"quý") && quarterAt(at_ + 1) > 0) {
            set(span_.quarter, quarterAt(at_ + 1));
            at_ += 2;
            yearBehind(at_);
        } else if (word(at_, U"tháng") && whole(at_ + 1) >= 1 && whole(at_ + 1) <= kMonths) {
            set(span_.month, whole(at_ + 1));
            at_ += 2;
            yearBehind(at_);
        } else if (whole(at_) >= 1 && whole(at_) <= kMonths && word(at_ + 1, U"tháng") && !number(at_ + 2)) {
            set(span_.months, whole(at_));
            at_ += 2;
            if (word(at_, U"đầu") || word(at_, U"cuối")) span_.latter = word(at_++, U"cuối") || span_.latter;
            yearBehind(at_);
        } else if (word(at_, U"năm") && year(at_ + 1) != 0) {
            set(span_.year, year(at_ + 1));
            at_ += 2;
        } else {
            ++at_;
        }
    }

    const Line& line_;
    std::size_t at_;
    std::size_t to_;
    Span span_;
};

struct Months {
    std::int32_t first = 0, count = 0;
};

/// The months of a span with a year.
std::optional<Months> monthsOf(const Span& span) {
    if (span.mixed || span.year == 0 || span.from || span.till) return std::nullopt;
    const std::int32_t said = (span.quarter > 0) + (span.month > 0) + (span.months > 0);
    if (said > 1) return std::nullopt;
    if (span.quarter > 0) return Months{(span.quarter - 1) * kMonthsOfQuarter + 1, kMonthsOfQuarter};
    if (span.month > 0) return Months{span.month, 1};
    if (span.months > 0) return Months{span.latter ? kMonths - span.months + 1 : 1, span.months};
    return Months{1, kMonths};
}

/// Figures are closed up to three weeks before the period ends, and begin as many days before it.
bool isPeriod(const Span& days, const Span& report) {
    const auto months = monthsOf(report);
    if (!months || !days.from || !days.till || days.mixed || days.quarter + days.month + days.months + days.year > 0) return false;
    constexpr std::chrono::days kEarly{25};
    const Days first{std::chrono::year{report.year} / std::chrono::month{static_cast<unsigned>(months->first)} / 1};
    const Days last{std::chrono::year{report.year} / std::chrono::month{static_cast<unsigned>(months->first + months->count - 1)} / std::chrono::last};
    return *days.from >= first - kEarly && *days.from <= first && *days.till >= last - kEarly && *days.till <= last;
}

Span completed(Span span, const Span& report) {
    if (span.empty() || isPeriod(span, report)) return report;
    const bool part = span.quarter > 0 || span.month > 0 || span.months > 0;
    if (part && span.year == 0) span.year = report.year;
    return span;
}

}  // namespace

Span spanIn(const Line& line, std::size_t from, std::size_t to) { return Reader(line, from, to).run(); }

Span spanOf(const model::Paragraph& words) {
    Line line;
    line.paragraph = &words;
    Tokens read = tokenizeWords(words);
    line.tokens = std::move(read.tokens);
    line.readings = std::move(read.readings);
    return spanIn(line, 0, line.tokens.size());
}

bool sameTime(const Span& one, const Span& other, const Span& report) {
    if (one.mixed || other.mixed) return false;
    return completed(one, report) == completed(other, report);
}

bool isYearBefore(const Span& earlier, const Span& later) noexcept {
    if (earlier.mixed || later.mixed || earlier.year == 0 || earlier.from || earlier.till || later.from || later.till) return false;
    Span moved = earlier;
    ++moved.year;
    return moved == later;
}

bool isRightBefore(const Span& earlier, const Span& later) noexcept {
    if (earlier.mixed || later.mixed || earlier.year == 0 || earlier.months > 0 || later.months > 0 || earlier.from || earlier.till || later.from || later.till) return false;
    Span moved = earlier;
    if (moved.quarter > 0 && ++moved.quarter > kQuarters) {
        moved.quarter = 1;
        ++moved.year;
    } else if (earlier.quarter == 0 && moved.month > 0 && ++moved.month > kMonths) {
        moved.month = 1;
        ++moved.year;
    } else if (earlier.quarter == 0 && earlier.month == 0) {
        ++moved.year;
    }
    return moved == later;
}

}  // namespace thethuc::figures
