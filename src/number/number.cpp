#include "number/number.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "text/text.hpp"

namespace thethuc::number {

namespace {

constexpr std::size_t kMostDigits = 60;
constexpr std::int32_t kMostDecimals = 30;
constexpr std::int32_t kUsualDecimals = 2;
constexpr std::size_t kGroup = 3;

Integer powerOfTen(std::int32_t exponent) {
    Integer result = 1;
    for (std::int32_t i = 0; i < exponent; ++i)
        result *= 10;
    return result;
}

/// The digits of all parts in a row as one number.
Integer toInteger(std::span<const std::u32string_view> parts) {
    constexpr std::int64_t kFull = 1'000'000'000'000'000;
    Integer result = 0;
    std::int64_t piece = 0, power = 1;
    const auto close = [&] {
        if (power == 1) return;
        result = result == 0 ? Integer(piece) : Integer(result * power + piece);
        piece = 0;
        power = 1;
    };
    for (const std::u32string_view digits : parts) {
        for (const char32_t c : digits) {
            piece = piece * 10 + static_cast<std::int64_t>(c - U'0');
            power *= 10;
            if (power == kFull) close();
        }
    }
    close();
    return result;
}

Integer toInteger(std::u32string_view digits) { return toInteger({&digits, 1}); }

using Parts = std::vector<std::u32string_view>;

/// Text cut at one kind of separator.
Parts split(std::u32string_view text, char32_t separator) {
    Parts parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::u32string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// 1 to 3 digits, then groups of exactly three.
bool isGrouped(const Parts& parts) {
    if (parts.size() < 2 || parts[0].empty() || parts[0].size() > kGroup) return false;
    return std::all_of(parts.begin() + 1, parts.end(), [](const auto& part) { return part.size() == kGroup; });
}

Reading fail(Problem problem) {
    Reading reading;
    reading.problem = problem;
    return reading;
}

/// The digits of all parts, those of the last one behind the comma.
Decimal decimalOf(const Parts& parts) { return Decimal(toInteger(parts), static_cast<std::int32_t>(parts.back().size())); }

/// One separator only: a dot groups in Vietnamese, a comma starts the decimals.
Reading oneKind(std::u32string_view text, char32_t separator) {
    const auto parts = split(text, separator);
    const bool dot = separator == U'.';
    Reading reading;
    const bool anyEmpty = std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.empty(); });
    if (anyEmpty) return fail(Problem::notANumber);
    if (parts.size() > 2) {
        if (!isGrouped(parts)) return fail(Problem::badGrouping);
        reading.value = Decimal(toInteger(parts));
        reading.style = dot ? Style::vietnamese : Style::english;
        return reading;
    }
    const bool couldGroup = isGrouped(parts) && parts[0] != U"0";
    const Decimal grouped(toInteger(parts));
    const Decimal decimals = decimalOf(parts);
    if (dot) {
        reading.value = couldGroup ? grouped : decimals;
        reading.style = couldGroup ? Style::vietnamese : Style::english;
        if (couldGroup) {
            reading.problem = Problem::ambiguousThousands;
            reading.alternative = decimals;
        }
        return reading;
    }
    reading.value = decimals;
    reading.style = Style::vietnamese;
    if (couldGroup) {
        reading.problem = Problem::ambiguousDecimals;
        reading.alternative = grouped;
    }
    return reading;
}

/// Both separators: the last one starts the decimals and may stand once.
Reading twoKinds(std::u32string_view text) {
    const std::size_t dot = text.rfind(U'.');
    const std::size_t comma = text.rfind(U',');
    const bool vietnamese = comma > dot;
    const std::size_t last = std::max(dot, comma);
    const char32_t groups = vietnamese ? U'.' : U',';
    const std::u32string_view whole = text.substr(0, last);
    const std::u32string_view fraction = text.substr(last + 1);
    if (fraction.empty()) return fail(Problem::notANumber);
    if (whole.find(text[last]) != std::u32string_view::npos) return fail(Problem::badGrouping);
    Parts parts = split(whole, groups);
    if (!isGrouped(parts)) return fail(Problem::badGrouping);
    parts.push_back(fraction);
    Reading reading;
    reading.value = decimalOf(parts);
    reading.style = vietnamese ? Style::vietnamese : Style::english;
    return reading;
}

Reading readUnsigned(std::u32string_view text) {
    const bool spaces = text.find(U' ') != std::u32string_view::npos;
    const bool dots = text.find(U'.') != std::u32string_view::npos;
    const bool commas = text.find(U',') != std::u32string_view::npos;
    std::size_t digits = 0;
    for (const char32_t c : text) {
        if (text::isDigit(c))
            ++digits;
        else if (c != U'.' && c != U',' && c != U' ')
            return fail(Problem::notANumber);
    }
    if (digits == 0) return fail(Problem::notANumber);
    if (digits > kMostDigits) return fail(Problem::tooLong);
    if (spaces) {
        // “1 234,5”: spaces group, so a dot has no meaning left.
        if (dots) return fail(Problem::badGrouping);
        const auto halves = split(text, U',');
        if (halves.size() > 2 || (halves.size() == 2 && halves[1].empty())) return fail(Problem::badGrouping);
        if (halves.size() == 2 && halves[1].find(U' ') != std::u32string_view::npos) return fail(Problem::badGrouping);
        Parts parts = split(halves[0], U' ');
        if (!isGrouped(parts)) return fail(Problem::badGrouping);
        parts.push_back(halves.size() == 2 ? halves[1] : std::u32string_view());
        Reading reading;
        reading.value = decimalOf(parts);
        reading.style = Style::vietnamese;
        return reading;
    }
    if (dots && commas) return twoKinds(text);
    if (dots) return oneKind(text, U'.');
    if (commas) return oneKind(text, U',');
    Reading reading;
    reading.value = Decimal(toInteger(text));
    return reading;
}

std::string digitsOf(const Decimal& value, std::string& fraction) {
    Integer digits = value.digits() < 0 ? Integer(-value.digits()) : value.digits();
    std::string all = digits.str();
    const auto scale = static_cast<std::size_t>(value.scale());
    if (all.size() <= scale) all.insert(0, scale + 1 - all.size(), '0');
    fraction = all.substr(all.size() - scale);
    return all.substr(0, all.size() - scale);
}

Decimal readOrThrow(std::string_view text) {
    const Reading reading = read(text::fromUtf8(text));
    if (!reading.value) throw NumberError(key(reading.problem), std::string(text));
    if (reading.percent) throw NumberError("number.percentGiven", std::string(text));
    return *reading.value;
}

}  // namespace

Decimal::Decimal(Integer digits, std::int32_t scale) : digits_(std::move(digits)), scale_(std::max(scale, 0)) {}

Rational Decimal::rational() const {
    return Rational(digits_, powerOfTen(scale_));
}

Decimal Decimal::trimmed() const {
    Decimal result = *this;
    while (result.scale_ > 0 && result.digits_ % 10 == 0) {
        result.digits_ /= 10;
        --result.scale_;
    }
    return result;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    const std::int32_t scale = std::max(a.scale_, b.scale_);
    return Decimal(a.digits_ * powerOfTen(scale - a.scale_) + b.digits_ * powerOfTen(scale - b.scale_), scale);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    return a + Decimal(Integer(-b.digits_), b.scale_);
}

bool operator==(const Decimal& a, const Decimal& b) {
    if (a.scale_ == b.scale_) return a.digits_ == b.digits_;
    return (a <=> b) == std::strong_ordering::equal;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int order = a.scale_ == b.scale_ ? a.digits_.compare(b.digits_) : (a - b).digits_.sign();
    if (order < 0) return std::strong_ordering::less;
    return order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::string_view key(Problem problem) noexcept {
    switch (problem) {
        case Problem::none:
            return "";
        case Problem::empty:
            return "number.empty";
        case Problem::notANumber:
            return "number.notANumber";
        case Problem::badGrouping:
            return "number.badGrouping";
        case Problem::tooLong:
            return "number.tooLong";
        case Problem::ambiguousThousands:
            return "number.ambiguousThousands";
        case Problem::ambiguousDecimals:
            return "number.ambiguousDecimals";
    }
    return "";
}

Reading read(std::u32string_view text) {
    constexpr std::size_t kPlain = 15;           // nearly all numbers
    if (!text.empty() && text.size() <= kPlain && std::all_of(text.begin(), text.end(), text::isDigit)) {
        Reading reading;
        reading.value = Decimal(toInteger(text));
        return reading;
    }
    std::u32string squeezed = text::squeeze(text);
    if (squeezed.empty()) return fail(Problem::empty);
    bool percent = false;
    if (squeezed.back() == U'%') {
        percent = true;
        squeezed.pop_back();
        if (!squeezed.empty() && squeezed.back() == U' ') squeezed.pop_back();
    }
    bool negative = false;
    if (!squeezed.empty() && (squeezed.front() == U'-' || squeezed.front() == U'−')) {
        negative = true;
        squeezed.erase(squeezed.begin());
    } else if (!squeezed.empty() && squeezed.front() == U'+') {
        squeezed.erase(squeezed.begin());
    }
    Reading reading = readUnsigned(squeezed);
    reading.percent = percent;
    if (negative && reading.value) reading.value = Decimal() - *reading.value;
    if (negative && reading.alternative) reading.alternative = Decimal() - *reading.alternative;
    return reading;
}

NumberError::NumberError(std::string_view messageKey, std::string text)
    : std::runtime_error(std::string(messageKey) + ": " + text), key_(messageKey), text_(std::move(text)) {}

Decimal roundHalfUp(const Rational& value, std::int32_t decimals) {
    const Integer numerator = boost::multiprecision::numerator(value);
    const Integer denominator = boost::multiprecision::denominator(value);
    const bool negative = numerator < 0;
    const Integer scaled = (negative ? Integer(-numerator) : numerator) * powerOfTen(decimals);
    // Half up on integers: floor((2n + d) / 2d).
    const Integer rounded = (scaled * 2 + denominator) / (denominator * 2);
    return Decimal(negative ? Integer(-rounded) : rounded, decimals);
}

Decimal percent(const Decimal& numerator, const Decimal& denominator, std::int32_t decimals) {
    if (denominator.isZero()) throw NumberError("number.zeroDenominator", plain(denominator));
    return roundHalfUp(numerator.rational() * 100 / denominator.rational(), decimals);
}

std::string print(const Decimal& value) {
    std::string fraction;
    std::string whole = digitsOf(value, fraction);
    for (std::size_t at = whole.size(); at > kGroup;) {
        at -= kGroup;
        whole.insert(at, ".");
    }
    return (value.digits() < 0 ? "-" : "") + whole + (fraction.empty() ? "" : "," + fraction);
}

std::string plain(const Decimal& value) {
    std::string fraction;
    const std::string whole = digitsOf(value, fraction);
    return (value.digits() < 0 ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::string percentShare(std::string_view numerator, std::string_view denominator, std::optional<std::int32_t> digits) {
    if (digits && (*digits < 0 || *digits > kMostDecimals)) throw NumberError("number.digits", std::to_string(*digits));
    const Decimal top = readOrThrow(numerator);
    const Decimal bottom = readOrThrow(denominator);
    if (bottom.isZero()) throw NumberError("number.zeroDenominator", std::string(denominator));
    const Decimal share = percent(top, bottom, digits.value_or(kUsualDecimals));
    return print(digits ? share : share.trimmed()) + "%";
}

}  // namespace thethuc::number
