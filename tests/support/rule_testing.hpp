// Runs rules on changed base documents and says what they found in one line each.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/check.hpp"
#include "model/document.hpp"

namespace thethuc::testing {

/// The ruleset that ships.
[[nodiscard]] const ruleset::Ruleset& shippedRules();

/// The base document with each `first` replaced by `second`, once, where it is first found (body and frames).
/// A replacement that holds nothing to find fails the test.
[[nodiscard]] model::Document changed(std::string_view base,
                                      std::initializer_list<std::pair<std::string_view, std::string_view>> words);
[[nodiscard]] model::Document changed(model::Document document,
                                      std::initializer_list<std::pair<std::string_view, std::string_view>> words);
/// Without the first paragraph whose whole text is `words`.
[[nodiscard]] model::Document without(model::Document document, std::string_view words);
/// With a paragraph like the one whose text is `like` before it.
[[nodiscard]] model::Document inserted(model::Document document, std::string_view like, std::string_view words);

/// Findings of `rule` as “severity/fix [place] -> expected”, e.g. “error/ask [5] -> 05”; all rules where it is empty.
[[nodiscard]] std::vector<std::string> found(const model::Document& document, std::string_view rule);
/// One string of found(), joined by " | ".
[[nodiscard]] std::string said(const model::Document& document, std::string_view rule);
/// Rule ids that found something, each once.
[[nodiscard]] std::vector<std::string> ruleIds(const model::Document& document);
/// The document after every fix of `rule` (also those that change words), repeated until nothing is left to fix.
[[nodiscard]] model::Document repaired(model::Document document, std::string_view rule);
/// Text of the body and frames, paragraphs joined by "\n".
[[nodiscard]] std::string textOf(const model::Document& document);

}  // namespace thethuc::testing
