// Judging the runs of a range one by one and reporting those of one fault together.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checks/support.hpp"

namespace thethuc::checks {

/// What is wrong with one run.
struct Verdict {
    Value actual;
    Value expected;
    model::SetCharFormat change;                 ///< what would be right; `at` is filled in
    std::string band;
    std::string message;
    std::vector<Value> arguments;
};

/// Neighbouring pieces with nothing but white space between them, and one fault.
struct FaultyStretch {
    Verdict verdict;
    std::vector<model::Range> stretches;
};

/// Collects the faults of the pieces by their actual value.
class Faults {
public:
    void add(const Context& context, const model::Range& range, Verdict verdict) {
        const auto found = std::find_if(faults_.begin(), faults_.end(), [&](const FaultyStretch& one) {
            return one.verdict.actual == verdict.actual && one.verdict.band == verdict.band && one.verdict.message == verdict.message;
        });
        if (found == faults_.end()) {
            faults_.push_back({std::move(verdict), {range}});
            return;
        }
        model::Range& last = found->stretches.back();
        const std::u32string_view text = paragraphOf(context, range).text;
        const bool joins = last.end() <= range.start && !hasWords(text.substr(at(last.end()), at(range.start - last.end())));
        if (joins) {
            last.length = range.end() - last.start;
        } else {
            found->stretches.push_back(range);
        }
    }

    void report(const Context& context, const elements::Element* element, Sink& sink) const {
        for (const FaultyStretch& fault : faults_) {
            Finding finding = findingAt(context, fault.stretches.front(), fault.verdict.expected, fault.verdict.actual);
            if (element) finding.role = element->role;
            finding.band = fault.verdict.band;
            finding.message = fault.verdict.message;
            finding.arguments = fault.verdict.arguments;
            if (!paragraphOf(context, fault.stretches.front()).protectedContent) {
                for (const model::Range& range : fault.stretches) {
                    model::SetCharFormat change = fault.verdict.change;
                    change.at = editRange(context, range);
                    finding.edits.emplace_back(std::move(change));
                }
            }
            sink.report(std::move(finding));
        }
    }

    [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }

private:
    std::vector<FaultyStretch> faults_;
};

/// Calls `judge(piece) -> std::optional<Verdict>` for each piece of `range` and reports.
template <typename Judge>
void judgeRuns(const Context& context, const elements::Element* element, const model::Range& range, Sink& sink, Judge judge) {
    Faults faults;
    for (const Piece& piece : piecesOf(context, range)) {
        if (std::optional<Verdict> verdict = judge(piece)) faults.add(context, piece.range, std::move(*verdict));
    }
    faults.report(context, element, sink);
}

}  // namespace thethuc::checks
