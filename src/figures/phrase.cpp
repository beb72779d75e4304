#include "figures/phrase.hpp"

#include <array>
#include <utility>

namespace thethuc::figures {
namespace {

using number::Decimal;
using number::NumberError;

constexpr std::int32_t kMostDecimals = 30;
constexpr std::array kSayings{Saying::attained, Saying::share, Saying::over, Saying::lacking, Saying::change, Saying::points};

/// A sentence that would be nonsense is not written: “vượt -5%”.
void refuseNonsense(Saying saying, const Decimal& a, const Decimal& b) {
    const auto refuse = [](std::string_view key, const Decimal& value) { throw NumberError(key, number::print(value)); };
    if (a < Decimal(0)) refuse("figures.phrase.negative", a);
    if (b < Decimal(0)) refuse("figures.phrase.negative", b);
    if (saying != Saying::points && b.isZero()) refuse("number.zeroDenominator", b);
    if (saying == Saying::share && a > b) refuse("figures.phrase.not-part", a);
    if (saying == Saying::over && a <= b) refuse("figures.phrase.not-over", a);
    if (saying == Saying::lacking && a >= b) refuse("figures.phrase.not-lacking", a);
    if ((saying == Saying::change || saying == Saying::points) && a == b) refuse("figures.phrase.no-change", a);
}

}  // namespace

std::span<const Saying> sayings() noexcept { return kSayings; }

std::string_view name(Saying saying) noexcept {
    switch (saying) {
        case Saying::attained: return "attained";
        case Saying::share: return "share";
        case Saying::over: return "over";
        case Saying::lacking: return "lacking";
        case Saying::change: return "change";
        case Saying::points: return "points";
    }
    return "";
}

Relation relationOf(Saying saying, const Decimal& a, const Decimal& b) noexcept {
    switch (saying) {
        case Saying::attained:
        case Saying::share: return Relation::share;
        case Saying::over: return Relation::over;
        case Saying::lacking: return Relation::lacking;
        case Saying::change: return a < b ? Relation::decline : Relation::growth;
        case Saying::points: return Relation::points;
    }
    return Relation::share;
}

std::string_view patternKey(Saying saying, const Decimal& a, const Decimal& b) noexcept {
    switch (saying) {
        case Saying::attained: return "figures.phrase.attained";
        case Saying::share: return "figures.phrase.share";
        case Saying::over: return "figures.phrase.over";
        case Saying::lacking: return "figures.phrase.lacking";
        case Saying::change: return a < b ? "figures.phrase.change-down" : "figures.phrase.change-up";
        case Saying::points: return a < b ? "figures.phrase.points-down" : "figures.phrase.points-up";
    }
    return "";
}

std::string phrase(Saying saying, const Decimal& a, const Decimal& b, std::int32_t decimals, std::string_view unit, std::string_view pattern) {
    if (decimals < 0 || decimals > kMostDecimals) throw NumberError("number.digits", std::to_string(decimals));
    refuseNonsense(saying, a, b);
    const std::array<std::pair<std::string_view, std::string>, 4> gaps{{{"{a}", number::print(a)},
                                                                        {"{b}", number::print(b)},
                                                                        {"{u}", std::string(unit)},
                                                                        {"{p}", number::print(compute(relationOf(saying, a, b), a, b, decimals))}}};
    std::string out;
    bool percent = false;
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern[i] != '{') {
            out += pattern[i++];
            continue;
        }
        bool known = false;
        for (const auto& [gap, words] : gaps) {
            if (!pattern.substr(i).starts_with(gap)) continue;
            known = true;
            percent = percent || gap == "{p}";
            if (words.empty() && out.ends_with(' ')) out.pop_back();
            out += words;
            i += gap.size();
            break;
        }
        if (!known) throw NumberError("figures.phrase.gaps", std::string(pattern));
    }
    if (!percent) throw NumberError("figures.phrase.gaps", std::string(pattern));
    return out;
}

}  // namespace thethuc::figures
