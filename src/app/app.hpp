// Use cases of the core: what the panel, the command line and macros ask for, on a snapshot.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checks/check.hpp"
#include "elements/analysis.hpp"
#include "figures/figures.hpp"
#include "model/document.hpp"
#include "ruleset/ruleset.hpp"
#include "text/widths.hpp"

namespace thethuc::app {

struct CheckOutcome {
    elements::Analysis analysis;
    citations::Ledger citations;
    checks::Result result;
    std::vector<figures::Figure> figures;        ///< every ratio and sum, whatever the scope
};

/// Analyses, recognises citations and figures, and checks. Outside Scope::nd30 there are no findings on layout.
[[nodiscard]] CheckOutcome check(const model::Document& document, const ruleset::Ruleset& ruleset,
                                 const text::TextWidths& widths, const checks::Options& options = {});

/// Edits that fix `findings` of `outcome` (indices); with `unsafe` also those of policy ask.
/// Set-aside findings are left alone.
[[nodiscard]] model::Edits fixes(const CheckOutcome& outcome, bool unsafe, const std::vector<std::string>& only = {});

}  // namespace thethuc::app
