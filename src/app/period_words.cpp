#include "app/period_words.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::PeriodKind;

constexpr std::int32_t kFirstYear = 1990, kLastYear = 2099, kMonths = 12;

}  // namespace

std::int32_t Token::value() const {
    constexpr std::size_t kLongest = 4;
    return digits && key.size() <= kLongest ? std::stoi(text::toUtf8(key)) : -1;
}

std::vector<Token> tokensOf(const std::u32string& line) {
    std::vector<Token> result;
    const auto kindOf = [](char32_t c) { return text::isSpace(c) ? 0 : text::isDigit(c) ? 1 : text::isLetter(c) || text::isCombining(c) ? 2 : 3; };
    for (std::size_t i = 0; i < line.size();) {
        const int kind = kindOf(line[i]);
        std::size_t end = i + 1;
        while (kind != 0 && kind != 3 && end < line.size() && kindOf(line[end]) == kind) ++end;
        if (kind != 0) result.push_back({text::toLower(text::nfc(line.substr(i, end - i))), static_cast<std::int32_t>(i), static_cast<std::int32_t>(end), kind == 1});
        i = end;
    }
    return result;
}

bool isYear(std::int32_t value) noexcept { return value >= kFirstYear && value <= kLastYear; }

std::size_t behindLabel(const std::vector<Token>& tokens) {
    std::size_t i = 0;
    while (i + 1 < tokens.size() && tokens[i].digits && (tokens[i + 1].key == U"." || tokens[i + 1].key == U")")) i += 2;
    return i;
}

std::optional<DateMention> PeriodReader::date(std::size_t i) const {
    DateMention result{value(i), value(i + 2), value(i + 4), i, i + 5, false};
    if (is(i + 1, U"tháng") && is(i + 3, U"năm")) result.words = true;
    else if (!((is(i + 1, U"/") && is(i + 3, U"/")) || (is(i + 1, U"-") && is(i + 3, U"-")) || (is(i + 1, U".") && is(i + 3, U".")))) return std::nullopt;
    constexpr std::int32_t kDays = 31;
    const bool possible = result.day >= 1 && result.day <= kDays && result.month >= 1 && result.month <= kMonths && isYear(result.year);
    return possible ? std::optional(result) : std::nullopt;
}

std::optional<PeriodMention> PeriodReader::period(std::size_t i) const {
    PeriodMention result;
    result.first = i;
    if (is(i, U"quý") && i + 1 < t_.size()) {
        const std::int32_t typed = value(i + 1);
        result.roman = typed < 0;
        result.period.kind = PeriodKind::quarter;
        result.period.number = typed >= 0 ? typed : text::romanValue(text::toUpper(t_[i + 1].key));
        if (result.period.number < 1 || result.period.number > 4) return std::nullopt;
        year(result, i + 2);
        return result;
    }
    if (is(i + 1, U"tháng") && !(i > 0 && (is(i - 1, U"/") || is(i - 1, U".") || is(i - 1, U",")))) {
        const bool six = value(i) == 6 || is(i, U"sáu"), nine = value(i) == 9 || is(i, U"chín");
        if (!six && !nine) return std::nullopt;
        const bool first = is(i + 2, U"đầu") && is(i + 3, U"năm"), last = is(i + 2, U"cuối") && is(i + 3, U"năm");
        result.period.kind = six ? PeriodKind::half : PeriodKind::nineMonths;
        result.period.number = last ? 2 : 1;
        if (nine && last) return std::nullopt;
        result.last = i + 2;
        if (first || last) {
            result.last = i + 4;
            if (isYear(value(i + 4))) result.period.year = value(result.last++);
        } else {
            year(result, i + 2);
            result.whole = result.period.year != 0;
        }
        return result;
    }
    if (is(i, U"tháng") && value(i + 1) >= 1 && value(i + 1) <= kMonths) {
        result.period.kind = PeriodKind::month;
        result.period.number = value(i + 1);
        year(result, i + 2);
        return result;
    }
    if (is(i, U"năm") && isYear(value(i + 1))) {
        result.period = {PeriodKind::year, 1, value(i + 1)};
        result.last = i + 2;
        return result;
    }
    return std::nullopt;
}

bool PeriodReader::before(std::size_t i, std::u32string_view a, std::u32string_view b, std::size_t reach) const {
    for (std::size_t at = i >= reach ? i - reach : 0; at + 1 < i; ++at) {
        if (is(at, a) && is(at + 1, b)) return true;
    }
    return false;
}

CitedWords::CitedWords(const citations::Ledger& ledger) {
    for (const citations::Mention& one : ledger.mentions) {
        const auto add = [&](std::int32_t start, std::int32_t end) {
            if (end > start) spans_[{one.at.story, one.at.paragraph}].emplace_back(start, end);
        };
        add(one.at.start, one.at.end());
        add(one.parsed.subjectAt.start, one.parsed.subjectAt.end);
        add(one.parsed.issuerAt.start, one.parsed.issuerAt.end);
    }
}

bool CitedWords::touches(std::int32_t story, std::int32_t paragraph, std::int32_t start, std::int32_t end) const {
    const auto found = spans_.find({story, paragraph});
    if (found == spans_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const auto& span) { return span.first < end && start < span.second; });
}

PeriodReader::Figure PeriodReader::figure(std::size_t i) const {
    Figure result;
    result.last = i + 1;
    while (result.last + 1 < t_.size() && t_[result.last + 1].digits && t_[result.last].start == t_[result.last - 1].end &&
           t_[result.last + 1].start == t_[result.last].end && (is(result.last, U".") || is(result.last, U","))) {
        result.last += 2;
    }
    result.start = t_[i].start;
    result.end = t_[result.last - 1].end;
    const auto reference = [&](std::size_t word) {
        for (const char32_t* one : {U"điều", U"khoản", U"điểm", U"mục", U"chương", U"phần", U"lục", U"mẫu", U"đoạn"}) {
            if (is(word, one)) return true;
        }
        return false;
    };
    const bool letters = i > 0 && t_[i - 1].end == result.start && !t_[i - 1].key.empty() && text::isLetter(t_[i - 1].key.back());
    const bool year = result.last == i + 1 && isYear(t_[i].value());
    result.counts = !letters && !year && !(i > 0 && reference(i - 1));
    return result;
}

void PeriodReader::year(PeriodMention& mention, std::size_t i) const {
    mention.last = i;
    const bool slash = is(i, U"/");
    const std::size_t at = i + (slash ? 1 : is(i, U",") && is(i + 1, U"năm") ? 1 : 0);
    const bool word = is(at, U"năm");
    if ((!slash && !word) || !isYear(value(at + (word ? 1 : 0)))) return;
    mention.slash = slash && !word;
    mention.period.year = value(at + (word ? 1 : 0));
    mention.last = at + (word ? 2 : 1);
}

}  // namespace thethuc::app
