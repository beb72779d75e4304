#include "report/figure_words.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "figures/verdict.hpp"
#include "figures/format.hpp"
#include "text/text.hpp"

namespace thethuc::report {
namespace {

using figures::Figure;
using figures::Relation;
using figures::Verdict;

constexpr std::size_t kBriefLength = 80;

std::string words(const Figure& figure, std::size_t longest) { return text::toUtf8(text::abridged(figure.text, longest)); }

std::string shown(Language language, const Figure& figure, const number::Decimal& value) {
    if (figure.kind == figures::Kind::sum) return number::print(value);
    if (figure.relation == Relation::points) return text(language, "figures.points", number::print(value));
    return number::print(value) + '%';
}

std::string calculation(Language language, const Figure& figure) {
    const std::string correct = shown(language, figure, figure.correct);
    if (figure.kind == figures::Kind::sum) {
        return figures::addition(figure) + " = " + correct;
    }
    const auto value = figures::exact(figure.relation, figure.numerator.value, figure.denominator.value);
    if (!value) return {};
    const std::string equals = *value == figure.correct.rational() ? "=" : "≈";
    const auto* high = &figure.numerator.value;
    const auto* low = &figure.denominator.value;
    if (figure.relation == Relation::points && *high < *low) std::swap(high, low);
    return text(language, std::string("figures.calculation.") + std::string(figures::name(figure.relation)),
                {number::print(*high), number::print(*low), equals, correct});
}

std::string fit(Language language, const figures::Fit& fit) {
    const std::string value = number::print(fit.value);
    switch (fit.what) {
        case figures::Fit::What::claimed: return text(language, "figures.fit.claimed");
        case figures::Fit::What::swapped: return text(language, "figures.fit.swapped");
        case figures::Fit::What::numerator: return text(language, "figures.fit.numerator", value);
        case figures::Fit::What::denominator: return text(language, "figures.fit.denominator", value);
    }
    return {};
}

/// “92,3% → 93,2%; 58,4% → 58,3%”
std::string changes(Language language, std::span<const Figure> figures) {
    constexpr std::size_t kNamed = 5;
    std::string out;
    for (const Figure& one : figures.first(std::min(kNamed, figures.size()))) {
        out += (out.empty() ? "" : "; ") + shown(language, one, one.claimed.value) + " → " + shown(language, one, one.correct);
    }
    return figures.size() > kNamed ? out + "; …" : out;
}

}  // namespace

std::string updatedOnSave(Language language, std::span<const Figure> changed) {
    return changed.empty() ? std::string() : text(language, "figures.saved", std::to_string(changed.size()), changes(language, changed));
}

std::string leftWrong(Language language, std::span<const Figure> wrong) {
    return text(language, "figures.formulas.wrong", std::to_string(wrong.size()), changes(language, wrong));
}

std::string figuresSummary(Language language, std::span<const Figure> figures) {
    std::string out;
    for (const figures::Kind kind : {figures::Kind::ratio, figures::Kind::sum}) {
        std::map<Verdict, std::size_t> verdicts;
        std::size_t all = 0;
        for (const Figure& figure : figures) {
            if (figure.kind != kind) continue;
            ++all;
            ++verdicts[figure.verdict];
        }
        if (all == 0) continue;
        if (!out.empty()) out += "; ";
        out += text(language, "figures." + std::string(figures::name(kind)) + "s", std::to_string(verdicts[Verdict::ok]), std::to_string(all));
        for (const Verdict verdict : {Verdict::rounding, Verdict::wrong, Verdict::unclear}) {
            if (verdicts[verdict] > 0) out += ", " + text(language, "figures." + std::string(figures::name(verdict)), std::to_string(verdicts[verdict]));
        }
    }
    return out.empty() ? text(language, "figures.none") : out + '.';
}

std::string figureBrief(Language language, const Figure& figure) {
    return text(language, "figures.item." + std::string(figures::name(figure.verdict)),
                {shown(language, figure, figure.claimed.value), words(figure, kBriefLength), shown(language, figure, figure.correct)});
}

std::string figureDetail(Language language, const Figure& figure) {
    std::string out = "“" + words(figure, std::u32string::npos) + "”";
    const auto line = [&](const std::string& one) {
        if (!one.empty()) out += "\n" + one;
    };
    const std::string claimed = shown(language, figure, figure.claimed.value), correct = shown(language, figure, figure.correct);
    line(calculation(language, figure));
    switch (figure.verdict) {
        case Verdict::ok: line(text(language, "figures.detail.ok")); break;
        case Verdict::rounding: line(text(language, "figures.detail.rounding", claimed, correct)); break;
        case Verdict::wrong:
            line(text(language, figure.kind == figures::Kind::sum ? "figures.detail.wrong-sum" : "figures.detail.wrong", claimed, correct));
            break;
        case Verdict::unclear: line(text(language, "figures.detail.unclear", text(language, figures::key(figure.doubt)))); break;
    }
    for (const figures::Fit& one : figure.fits) line(fit(language, one));
    return out;
}

}  // namespace thethuc::report
