#include "checks/figures.hpp"

#include <optional>
#include <vector>

#include "checks/support.hpp"
#include "figures/conflicts.hpp"
#include "figures/figures.hpp"
#include "figures/format.hpp"
#include "figures/units.hpp"
#include "figures/update.hpp"
#include "text/text.hpp"

namespace thethuc::checks::figure {
namespace {

using figures::Figure;
using figures::Verdict;

/// Those of the context, else recognised here.
template <typename Item>
class Known {
public:
    Known(const Context& context, const std::vector<Item>* known, std::vector<Item> (*recognise)(const model::Document&)) : list_(known) {
        if (known == nullptr) list_ = &own_.emplace(recognise(context.document));
    }
    Known(const Known&) = delete;
    Known& operator=(const Known&) = delete;
    [[nodiscard]] auto begin() const noexcept { return list_->begin(); }
    [[nodiscard]] auto end() const noexcept { return list_->end(); }
    [[nodiscard]] const std::vector<Item>& list() const noexcept { return *list_; }

private:
    std::optional<std::vector<Item>> own_;
    const std::vector<Item>* list_;
};

Known<Figure> figuresOf(const Context& context) { return {context, context.figures, figures::recognise}; }
Known<figures::Spelling> spellingsOf(const Context& context) { return {context, context.spellings, figures::spellings}; }

std::u32string printed(const number::Decimal& value) { return text::fromUtf8(number::print(value)); }
std::u32string asWritten(const Context& context, const model::Range& range) {
    return std::u32string(context.document.wordsAt(range));
}

/// “14/41”, the two numbers of a ratio as they are written.
std::u32string pairOf(const Figure& figure) { return printed(figure.numerator.value) + U"/" + printed(figure.denominator.value); }

/// The sentence that names the likeliest slip, and the number that it would have had to be.
void explain(Finding& finding, const Figure& figure) {
    if (figure.fits.empty()) return;
    const figures::Fit& fit = figure.fits.front();
    switch (fit.what) {
        case figures::Fit::What::claimed: finding.message = "message.ratioDigit"; break;
        case figures::Fit::What::swapped: finding.message = "message.ratioSwapped"; break;
        case figures::Fit::What::numerator:
            finding.message = "message.ratioNumerator";
            finding.arguments.emplace_back(Quote{printed(fit.value)});
            break;
        case figures::Fit::What::denominator:
            finding.message = "message.ratioDenominator";
            finding.arguments.emplace_back(Quote{printed(fit.value)});
            break;
    }
}

Finding findingOf(const Context& context, const Figure& figure) {
    const std::u32string old = asWritten(context, figure.claimed.at);
    const std::u32string sign = figure.kind == figures::Kind::ratio && figure.relation != figures::Relation::points ? U"%" : U"";
    Finding finding = findingAt(context, figure.at, Quote{figures::printedLike(figure.correct, old) + sign}, Quote{old + sign});
    if (auto edit = figures::correction(context.document, figure)) finding.edits.emplace_back(std::move(*edit));
    return finding;
}

void spelling(const Context& context, figures::Spelling::Kind kind, Sink& sink) {
    for (const figures::Spelling& one : spellingsOf(context)) {
        if (one.kind != kind) continue;
        Finding finding = findingAt(context, one.at, Quote{one.better}, Quote{one.text});
        if (!context.document.at(one.at).protectedContent) finding.edits.emplace_back(model::ReplaceText{one.change, one.by});
        sink.report(std::move(finding));
    }
    sink.judged();
}

}  // namespace

void ratio(const Context& context, const ruleset::Row& row, Sink& sink) {
    (void)row;
    for (const Figure& figure : figuresOf(context)) {
        if (figure.kind != figures::Kind::ratio) continue;
        sink.judged();
        if (figure.verdict == Verdict::unclear) sink.needsPerson();
        if (figure.verdict != Verdict::wrong && figure.verdict != Verdict::rounding) continue;
        Finding finding = findingOf(context, figure);
        finding.arguments.emplace_back(Quote{pairOf(figure)});
        if (figure.verdict == Verdict::rounding) {
            finding.band = "rounding";
            finding.message = "message.ratioRounding";
        } else {
            explain(finding, figure);
        }
        sink.report(std::move(finding));
    }
}

void sum(const Context& context, const ruleset::Row& row, Sink& sink) {
    (void)row;
    for (const Figure& figure : figuresOf(context)) {
        if (figure.kind != figures::Kind::sum) continue;
        sink.judged();
        if (figure.verdict == Verdict::unclear) sink.needsPerson();
        if (figure.verdict != Verdict::wrong) continue;
        Finding finding = findingOf(context, figure);
        // Which of the numbers is the wrong one only the person knows.
        finding.edits.clear();
        finding.arguments.emplace_back(Quote{text::fromUtf8(figures::addition(figure))});
        if (figure.parts.back().value < number::Decimal(0)) finding.message = "message.difference";
        sink.report(std::move(finding));
    }
}

void conflict(const Context& context, const ruleset::Row& row, Sink& sink) {
    (void)row;
    using Matter = figures::Conflict::Matter;
    const Known<Figure> all = figuresOf(context);
    if (all.begin() != all.end()) sink.judged();
    for (const figures::Conflict& one : figures::conflicts(context.document, context.analysis, all.list())) {
        Finding finding = findingAt(context, one.at, std::monostate{}, Quote{one.text});
        finding.arguments.emplace_back(Quote{one.otherText});
        finding.other = context.document.place(one.other);
        if (one.matter == Matter::all) finding.message = "message.conflictAll";
        if (one.matter == Matter::judgement) {
            finding.message = "message.conflictJudgement";
            finding.band = "judgement";
        }
        sink.report(std::move(finding));
    }
}

void unit(const Context& context, const ruleset::Row& row, Sink& sink) {
    (void)row;
    sink.judged();
    for (const figures::OtherUnit& one : figures::otherUnits(context.document)) {
        sink.report(findingAt(context, one.at, Quote{one.unit}, Quote{one.text}));
    }
    for (const Figure& figure : figuresOf(context)) {
        if (figure.doubt != figures::Doubt::otherUnit) continue;
        Finding finding = findingAt(context, figure.at, std::monostate{}, Quote{pairOf(figure)});
        finding.message = "message.unitRatio";
        finding.arguments.emplace_back(Quote{asWritten(context, figure.claimed.at) + U"%"});
        sink.report(std::move(finding));
    }
}

void percentSign(const Context& context, const ruleset::Row& row, Sink& sink) {
    (void)row;
    spelling(context, figures::Spelling::Kind::percentApart, sink);
}

void decimalPoint(const Context& context, const ruleset::Row& row, Sink& sink) {
    (void)row;
    spelling(context, figures::Spelling::Kind::decimalPoint, sink);
}

}  // namespace thethuc::checks::figure
