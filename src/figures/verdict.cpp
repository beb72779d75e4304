#include "figures/verdict.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace thethuc::figures {
namespace {

constexpr std::size_t kMostFits = 3;

/// Every number that one slip of a typist makes of `value`: one digit off, or two neighbours swapped.
std::vector<number::Decimal> slips(const number::Decimal& value) {
    std::string digits = value.digits().str();
    if (!digits.empty() && digits[0] == '-') return {};
    // 0,852 and 5,00: the zero before the comma is a digit, too
    const auto least = static_cast<std::size_t>(value.scale()) + 1;
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    std::vector<number::Decimal> out;
    const auto add = [&](const std::string& changed) { out.emplace_back(number::Integer(changed.substr(std::min(changed.find_first_not_of('0'), changed.size() - 1))), value.scale()); };
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        if (digits[i] == digits[i + 1]) continue;
        std::string changed = digits;
        std::swap(changed[i], changed[i + 1]);
        add(changed);
    }
    for (std::size_t i = 0; i < digits.size(); ++i) {
        for (char c = '0'; c <= '9'; ++c) {
            if (c == digits[i]) continue;
            std::string changed = digits;
            changed[i] = c;
            add(changed);
        }
    }
    return out;
}

bool fits(Relation relation, const number::Decimal& a, const number::Decimal& b, const number::Decimal& claimed) {
    const auto value = exact(relation, a, b);
    return value && judge(claimed, *value) == Verdict::ok;
}

}  // namespace

number::Rational lastPlace(std::int32_t scale) {
    number::Integer power = 1;
    for (std::int32_t i = 0; i < scale; ++i) power *= 10;
    return number::Rational(number::Integer(1), power);
}

std::optional<number::Rational> exact(Relation relation, const number::Decimal& a, const number::Decimal& b) {
    if (relation == Relation::points) return boost::multiprecision::abs((a - b).rational());
    if (relation == Relation::total) return a.rational();
    if (b.isZero()) return std::nullopt;
    const number::Rational share = a.rational() * 100 / b.rational();
    if (relation == Relation::over || relation == Relation::growth) return number::Rational(share - 100);
    if (relation == Relation::lacking || relation == Relation::decline) return number::Rational(100 - share);
    return share;
}

Verdict judge(const number::Decimal& claimed, const number::Rational& value) {
    if (claimed == number::roundHalfUp(value, claimed.scale())) return Verdict::ok;
    const number::Rational off = boost::multiprecision::abs(number::Rational(claimed.rational() - value));
    return off < lastPlace(claimed.scale()) ? Verdict::rounding : Verdict::wrong;
}

std::vector<Fit> fitsOf(Relation relation, const number::Decimal& a, const number::Decimal& b, const number::Decimal& claimed) {
    std::vector<Fit> out;
    const auto add = [&](Fit::What what, const number::Decimal& value) {
        const Fit fit{what, value};
        if (out.size() < kMostFits && std::find(out.begin(), out.end(), fit) == out.end()) out.push_back(fit);
    };
    const auto value = exact(relation, a, b);
    if (!value) return out;
    const number::Decimal correct = number::roundHalfUp(*value, claimed.scale());
    const auto near = slips(claimed);
    if (std::any_of(near.begin(), near.end(), [&](const number::Decimal& one) { return one == correct; })) add(Fit::What::claimed, correct);
    if (fits(relation, b, a, claimed)) add(Fit::What::swapped, a);
    for (const auto& one : slips(a)) {
        if (fits(relation, one, b, claimed)) add(Fit::What::numerator, one);
    }
    for (const auto& one : slips(b)) {
        if (!one.isZero() && fits(relation, a, one, claimed)) add(Fit::What::denominator, one);
    }
    return out;
}

number::Decimal compute(Relation relation, const number::Decimal& a, const number::Decimal& b, std::int32_t decimals) {
    const auto value = exact(relation, a, b);
    if (!value) throw number::NumberError("number.zeroDenominator", number::plain(b));
    return number::roundHalfUp(*value, decimals);
}

}  // namespace thethuc::figures
