// What the panel says of a finding, in the person's language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "uno/session/resources.hpp"
#include "uno/session/session.hpp"

namespace thethuc::uno {

/// All UTF-8.
struct Wording {
    std::string brief;                           ///< for the list: element, what is wrong
    std::string text;                            ///< full text: what is, what must be, where it says so
};

[[nodiscard]] Wording wording(const Checked& checked, std::size_t finding, const Texts& texts);

/// “Vì sao?”: what the requirement is and why.
[[nodiscard]] std::string explanation(const Checked& checked, const std::string& rule, std::int32_t row, const Texts& texts);

/// What a rule requires, one sentence.
[[nodiscard]] std::string requirement(const Checked& checked, const std::string& rule, const Texts& texts);

/// Why a document is out of scope.
[[nodiscard]] std::string scopeReason(const Checked& checked, const Texts& texts);

/// Findings of one part of the document, in reading order.
struct Group {
    std::string title;
    std::vector<std::size_t> findings;
};
/// Findings that are not set aside, by part of the document in the order of a document.
[[nodiscard]] std::vector<Group> groups(const Checked& checked, const Texts& texts);

}  // namespace thethuc::uno
