// Running the rules over a snapshot.
#pragma once

#include <atomic>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.hpp"
#include "citations/ledger.hpp"
#include "figures/figures.hpp"
#include "figures/format.hpp"
#include "text/widths.hpp"

namespace thethuc::checks {

/// Everything a check may look at. Pure: nothing is kept between runs.
struct Context {
    const model::Document& document;
    const elements::Analysis& analysis;
    const ruleset::Ruleset& ruleset;
    const text::TextWidths& widths;
    const citations::Ledger* citations = nullptr;   ///< null: not looked for; the rules about citations have nothing to judge
    /// The document's figures where the caller has them; null: the checks recognise them themselves.
    const std::vector<figures::Figure>* figures = nullptr;
    /// Likewise the numbers that are spelled unusually.
    const std::vector<figures::Spelling>* spellings = nullptr;
};

/// Takes what a check has to say about one row. Merging of neighbours, echoes and set-aside findings
/// are the runner's business.
class Sink {
public:
    /// A fault. Rule, row, severity and fix policy are filled in by the runner where left at their defaults.
    void report(Finding finding) { findings_.push_back(std::move(finding)); }
    /// The row had something to judge and judged it.
    void judged() noexcept { judged_ = true; }
    /// A person must look: the rule cannot be decided here.
    void needsPerson() noexcept { needsPerson_ = true; }

private:
    friend class Runner;
    std::vector<Finding> findings_;
    bool judged_ = false;
    bool needsPerson_ = false;
};

using CheckFunction = void (*)(const Context&, const ruleset::Row&, Sink&);

/// One row of the table of checks: name used by the ruleset, function, message keys it may use.
struct CheckEntry {
    std::string_view name;
    CheckFunction run;
};

/// Every check, sorted by name. Declared in catalogue.cpp; there is no other registration.
[[nodiscard]] std::span<const CheckEntry> catalogue() noexcept;
[[nodiscard]] bool knownCheck(std::string_view name);

struct Options {
    std::vector<std::string> only;               ///< rule ids; empty: all
    std::vector<std::string> without;            ///< rule ids that the agency does not want checked
    const std::atomic<bool>* cancelled = nullptr;
};

/// Runs every row of `ruleset` that fits the document. A check that throws loses its own findings
/// only (one internal finding says so). Stops early, with what it has, when cancelled.
[[nodiscard]] Result run(const Context& context, const Options& options = {});

/// Edits of the findings' fixes, in a form that may be applied together: overlaps dropped (the first
/// wins), sorted back to front.
[[nodiscard]] model::Edits plan(const std::vector<const Finding*>& findings);

}  // namespace thethuc::checks
