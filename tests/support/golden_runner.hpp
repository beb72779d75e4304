// Golden cases: a conforming base document, a few changes, and exactly the findings that must follow.
// tests/rules/README.md describes the file format.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "model/document.hpp"
#include "ruleset/ruleset.hpp"

namespace thethuc::testing {

struct GoldenResult {
    bool passed = false;
    std::string report;                          ///< what differs, for a person
    nlohmann::ordered_json expect;               ///< the findings that were made, as "expect" would hold them
    nlohmann::ordered_json after;                ///< as "after" would hold it
};

/// The base document of the case with its changes. Throws std::runtime_error where a change finds
/// nothing to change or is not understood.
[[nodiscard]] model::Document goldenDocument(const nlohmann::ordered_json& golden);

/// Checks, compares, fixes, checks again, fixes again.
[[nodiscard]] GoldenResult runGolden(const nlohmann::ordered_json& golden, const ruleset::Ruleset& rules);

}  // namespace thethuc::testing
