#include <algorithm>
#include <string>
#include <vector>

#include "elements/analysis.hpp"
#include "figures/conflicts.hpp"
#include "figures/entry.hpp"
#include "figures/figures.hpp"
#include "figures/format.hpp"
#include "figures/units.hpp"
#include "figures/update.hpp"
#include "figures/verdict.hpp"
#include "fuzz/support.hpp"
#include "fuzz/targets.hpp"
#include "text/text.hpp"

namespace thethuc::fuzz {
namespace {

void checkRange(const model::Document& document, const model::Range& at) {
    must(at.story == 0 && at.paragraph >= 0 && static_cast<std::size_t>(at.paragraph) < document.stories.front().paragraphs.size(), "a place is in the document");
    const auto size = static_cast<std::int32_t>(document.at(at).text.size());
    must(at.start >= 0 && at.length >= 0 && at.start <= size && at.length <= size - at.start, "a place is in its paragraph");
}

void checkOperand(const model::Document& document, const figures::Operand& operand) {
    checkRange(document, operand.at);
    must(number::read(text::fromUtf8(number::print(operand.value))).value == operand.value, "what is printed is read as the same number");
}

void checkFigure(const model::Document& document, const figures::Figure& figure) {
    using figures::Verdict;
    checkRange(document, figure.at);
    checkOperand(document, figure.claimed);
    must(!figure.text.empty(), "a figure has words");
    if (figure.kind == figures::Kind::sum) {
        must(figure.parts.size() >= 2, "a sum has parts");
        number::Decimal all;
        for (const figures::Operand& part : figure.parts) {
            checkRange(document, part.at);
            all = all + part.value;
        }
        must(figure.verdict != Verdict::ok || all == figure.claimed.value, "a right sum is the sum of its parts");
        must(figure.verdict != Verdict::wrong || all != figure.claimed.value, "a wrong sum is not the sum of its parts");
        return;
    }
    checkOperand(document, figure.numerator);
    checkOperand(document, figure.denominator);
    const auto value = figures::exact(figure.relation, figure.numerator.value, figure.denominator.value);
    must(value.has_value() || figure.verdict == Verdict::unclear, "nothing is divided by zero");
    if (!value) return;
    const Verdict plain = figures::judge(figure.claimed.value, *value);
    if (figure.verdict == Verdict::ok) must(plain != Verdict::wrong, "a right percentage is the value, or near it");
    if (figure.verdict == Verdict::rounding) must(plain == Verdict::rounding, "a slip of rounding is one");
    if (figure.verdict == Verdict::wrong) must(plain != Verdict::ok, "a wrong percentage is not the value");
    for (const figures::Fit& fit : figure.fits) {
        const bool a = fit.what == figures::Fit::What::numerator, b = fit.what == figures::Fit::What::denominator;
        const auto fitted = fit.what == figures::Fit::What::swapped ? figures::exact(figure.relation, figure.denominator.value, figure.numerator.value)
                                                                    : figures::exact(figure.relation, a ? fit.value : figure.numerator.value,
                                                                                     b ? fit.value : figure.denominator.value);
        const number::Decimal claimed = fit.what == figures::Fit::What::claimed ? fit.value : figure.claimed.value;
        must(fitted && figures::judge(claimed, *fitted) == Verdict::ok, "a change that is said to fit does");
    }
    if (const auto edit = figures::correction(document, figure)) {
        checkRange(document, edit->at);
        const number::Reading back = number::read(edit->text);
        must(back.value == figure.correct || back.alternative == figure.correct, "a correction is read as the recomputed value");
    }
}

void checkEntry(std::u32string_view words) {
    (void)figures::verified(words);
    const std::string pattern = text::toUtf8(words);
    must(figures::tailOf(pattern).size() <= pattern.size(), "a tail is part of its pattern");
    const auto two = figures::twoNumbers(words);
    if (!two) return;
    const auto a = number::read(text::fromUtf8(two->a)).value, b = number::read(text::fromUtf8(two->b)).value;
    if (!a || !b) return;
    for (const figures::Saying saying : figures::sayings()) {
        try {
            const std::string said = figures::phrase(saying, *a, *b, 2, two->unit, "{a}/{b} {u}: {p}");
            must(!said.empty(), "a phrase has words");
        } catch (const number::NumberError&) {
            // refused, with a sentence for people
        }
    }
}

}  // namespace

void figures(std::string_view bytes) {
    const std::u32string text = text::fromUtf8(bytes);
    const model::Document document = documentOf(text);
    const std::vector<figures::Figure> all = figures::recognise(document);
    const elements::Analysis analysis = elements::analyse(document);
    for (const figures::Figure& figure : all) checkFigure(document, figure);
    for (const figures::Conflict& conflict : figures::conflicts(document, analysis, all)) {
        checkRange(document, conflict.at);
        checkRange(document, conflict.other);
        must(conflict.at != conflict.other, "a contradiction has two places");
        must(!conflict.text.empty() && !conflict.otherText.empty(), "both places have words");
    }
    for (const figures::OtherUnit& unit : figures::otherUnits(document)) {
        checkRange(document, unit.at);
        must(!unit.text.empty() && !unit.unit.empty(), "an amount and its column's unit have words");
    }
    for (const model::Range& place : figures::comparablePlaces(document, analysis)) checkRange(document, place);
    for (const figures::Conflict& last : figures::conflictsWithLast(document, analysis, document, analysis)) {
        checkRange(document, last.at);
        checkRange(document, last.other);
    }
    for (const figures::Spelling& spelling : figures::spellings(document)) {
        checkRange(document, spelling.at);
        checkRange(document, spelling.change);
    }
    for (const std::u32string& line : parted(text, U'\n')) {
        const number::Reading reading = number::read(line);
        if (reading.value) must(number::read(text::fromUtf8(number::print(*reading.value))).value == reading.value, "what is printed is read as the same number");
        checkEntry(line);
    }
}

}  // namespace thethuc::fuzz
