// Which findings are about which cited document.
#pragma once

#include <cstddef>
#include <vector>

#include "checks/finding.hpp"
#include "citations/ledger.hpp"

namespace thethuc::checks {

/// A finding of a rule vien-dan/* stands at the mention, or the mention is its other place.
[[nodiscard]] bool isAbout(const Finding& finding, const citations::Mention& mention) noexcept;

/// For each entry of the ledger the indices of the findings about its mentions, in the order of `findings`; those set aside too.
[[nodiscard]] std::vector<std::vector<std::size_t>> findingsByEntry(const citations::Ledger& ledger, const std::vector<Finding>& findings);

/// Some finding that is not set aside says more than a remark: a person must look.
[[nodiscard]] bool needsLook(const std::vector<Finding>& findings, const std::vector<std::size_t>& which) noexcept;

}  // namespace thethuc::checks
