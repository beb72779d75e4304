#include "app/app.hpp"

#include <algorithm>

namespace thethuc::app {

CheckOutcome check(const model::Document& document, const ruleset::Ruleset& ruleset, const text::TextWidths& widths,
                   const checks::Options& options) {
    CheckOutcome outcome;
    outcome.analysis = elements::analyse(document);
    outcome.citations = citations::recognise(document, outcome.analysis);
    outcome.figures = figures::recognise(document);
    const std::vector<figures::Spelling> spellings = figures::spellings(document);
    // Texts of other rulebooks (the Party's, the law on normative documents) have a layout of their own, on which the runner
    // says nothing: a finding of this decree would be false whatever it says. They cite documents and reckon as all others do.
    outcome.result = checks::run({document, outcome.analysis, ruleset, widths, &outcome.citations, &outcome.figures, &spellings}, options);
    return outcome;
}

model::Edits fixes(const CheckOutcome& outcome, bool unsafe, const std::vector<std::string>& only) {
    std::vector<const checks::Finding*> chosen;
    for (const auto& finding : outcome.result.findings) {
        if (finding.ignored || finding.fix == ruleset::FixPolicy::none) continue;
        if (finding.fix == ruleset::FixPolicy::ask && !unsafe) continue;
        if (!only.empty() && std::find(only.begin(), only.end(), finding.rule) == only.end()) continue;
        chosen.push_back(&finding);
    }
    return checks::plan(chosen);
}

}  // namespace thethuc::app
