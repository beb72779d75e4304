#include "checks/citation_findings.hpp"

#include <algorithm>
#include <string_view>

namespace thethuc::checks {

namespace {

constexpr std::string_view kRules = "vien-dan/";

bool meets(const model::Place& place, const model::Range& at) noexcept {
    return place.fingerprint != 0 && place.range.story == at.story && place.range.paragraph == at.paragraph && place.range.start < at.end() &&
           at.start < place.range.end();
}

}  // namespace

bool isAbout(const Finding& finding, const citations::Mention& mention) noexcept {
    return finding.rule.starts_with(kRules) && (meets(finding.at, mention.at) || meets(finding.other, mention.at));
}

std::vector<std::vector<std::size_t>> findingsByEntry(const citations::Ledger& ledger, const std::vector<Finding>& findings) {
    std::vector<std::vector<std::size_t>> out(ledger.entries.size());
    for (std::size_t f = 0; f < findings.size(); ++f) {
        if (!findings[f].rule.starts_with(kRules)) continue;
        for (const citations::Mention& mention : ledger.mentions) {
            if (mention.entry < 0 || !isAbout(findings[f], mention)) continue;
            std::vector<std::size_t>& entry = out[static_cast<std::size_t>(mention.entry)];
            if (entry.empty() || entry.back() != f) entry.push_back(f);
        }
    }
    return out;
}

bool needsLook(const std::vector<Finding>& findings, const std::vector<std::size_t>& which) noexcept {
    return std::any_of(which.begin(), which.end(), [&](std::size_t f) { return !findings[f].ignored && findings[f].severity != ruleset::Severity::info; });
}

}  // namespace thethuc::checks
