#include "draft/period.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "text/text.hpp"

namespace thethuc::draft {

namespace {

constexpr std::array<std::pair<PeriodKind, std::string_view>, 5> kNames{{{PeriodKind::month, "thang"},
                                                                        {PeriodKind::quarter, "quy"},
                                                                        {PeriodKind::half, "6-thang"},
                                                                        {PeriodKind::nineMonths, "9-thang"},
                                                                        {PeriodKind::year, "nam"}}};
constexpr std::int32_t kMonths = 12, kQuarters = 4, kFirstYear = 1900, kLastYear = 2999;

/// Words without marks and capitals; “/” parts words, too.
std::vector<std::string> words(std::string_view text) {
    const std::u32string letters = text::fromUtf8(text);
    std::vector<std::string> out;
    std::u32string word;
    const auto end = [&] {
        if (!word.empty()) out.push_back(text::toUtf8(text::skeleton(word)));
        word.clear();
    };
    for (const char32_t c : letters) {
        if (text::isSpace(c) || c == U'/') end();
        else word += c;
    }
    end();
    return out;
}

std::int32_t arabic(const std::string& word) {
    constexpr std::size_t kLongest = 4;
    if (word.empty() || word.size() > kLongest || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
    return std::stoi(word);
}

std::int32_t quarterOf(const std::string& word) {
    const std::int32_t value = arabic(word);
    return value != 0 ? value : text::romanValue(text::toUpper(text::fromUtf8(word)));
}

std::string two(std::int32_t month) { return month <= 2 ? "0" + std::to_string(month) : std::to_string(month); }

std::string ofYear(std::int32_t year) { return " năm " + std::to_string(year); }

}  // namespace

std::string_view nameOf(PeriodKind kind) noexcept {
    return std::find_if(kNames.begin(), kNames.end(), [&](const auto& one) { return one.first == kind; })->second;
}

std::optional<PeriodKind> periodKind(std::string_view name) noexcept {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& one) { return one.second == name; });
    return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Period> readPeriod(std::string_view text) {
    std::vector<std::string> w = words(text);
    Period period;
    // The year stands last: “… năm 2025”, “…/2025”.
    if (const std::int32_t year = w.empty() ? 0 : arabic(w.back()); year >= kFirstYear && year <= kLastYear) {
        period.year = year;
        w.pop_back();
        const bool alone = w.size() == 1 && w.front() == "nam";
        if (!alone && !w.empty() && w.back() == "nam" && !(w.size() > 1 && (w[w.size() - 2] == "dau" || w[w.size() - 2] == "cuoi"))) w.pop_back();
    }
    const auto is = [&](std::initializer_list<const char*> expected) { return std::equal(w.begin(), w.end(), expected.begin(), expected.end()); };
    if (is({"nam"}) || is({"ca", "nam"})) return period;
    if (w.size() == 2 && w[0] == "quy") {
        period.kind = PeriodKind::quarter;
        period.number = quarterOf(w[1]);
        return period.number >= 1 && period.number <= kQuarters ? std::optional(period) : std::nullopt;
    }
    if (w.size() == 2 && w[0] == "thang") {
        period.kind = PeriodKind::month;
        period.number = arabic(w[1]);
        return period.number >= 1 && period.number <= kMonths ? std::optional(period) : std::nullopt;
    }
    if (w.size() < 2 || w[1] != "thang") return std::nullopt;
    const std::string count = w[0];
    w.erase(w.begin(), w.begin() + 2);
    const bool first = w.empty() || is({"dau", "nam"}), last = is({"cuoi", "nam"});
    if (count == "6" && (first || last)) {
        period.kind = PeriodKind::half;
        period.number = last ? 2 : 1;
        return period;
    }
    if (count != "9" || !first) return std::nullopt;
    period.kind = PeriodKind::nineMonths;
    return period;
}

std::string print(const Period& period) {
    switch (period.kind) {
        case PeriodKind::month: return "tháng " + two(period.number) + ofYear(period.year);
        case PeriodKind::quarter: return "quý " + text::toUtf8(text::roman(period.number)) + ofYear(period.year);
        case PeriodKind::half: return std::string("6 tháng ") + (period.number == 1 ? "đầu" : "cuối") + ofYear(period.year);
        case PeriodKind::nineMonths: return "9 tháng đầu" + ofYear(period.year);
        case PeriodKind::year: break;
    }
    return ofYear(period.year).substr(1);
}

std::string printNext(const Period& period) {
    Period next = period;
    const auto step = [&](std::int32_t count) {
        if (++next.number > count) next = {period.kind, 1, period.year + 1};
    };
    switch (period.kind) {
        case PeriodKind::month: step(kMonths); break;
        case PeriodKind::quarter: step(kQuarters); break;
        case PeriodKind::half: step(2); break;
        case PeriodKind::nineMonths: return "3 tháng cuối" + ofYear(period.year);
        case PeriodKind::year: ++next.year; break;
    }
    return print(next);
}

Period reportAfter(const Period& period) {
    const auto step = [&](std::int32_t count) {
        return period.number < count ? Period{period.kind, period.number + 1, period.year} : Period{period.kind, 1, period.year + 1};
    };
    switch (period.kind) {
        case PeriodKind::month: return step(kMonths);
        case PeriodKind::quarter: return step(kQuarters);
        case PeriodKind::half: return period.number == 1 ? Period{PeriodKind::year, 1, period.year} : step(2);
        case PeriodKind::nineMonths: return {PeriodKind::year, 1, period.year};
        case PeriodKind::year: break;
    }
    return {PeriodKind::year, 1, period.year + 1};
}

Period yearBefore(const Period& period) { return {period.kind, period.number, period.year - 1}; }

}  // namespace thethuc::draft
