// Judgements on one paragraph that elements with a number and plain body text share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/support.hpp"

namespace thethuc::checks {

[[nodiscard]] std::u32string_view nameOf(model::Align align) noexcept;
[[nodiscard]] std::string keyOf(model::Align align);

/// How a document indents its running text.
struct IndentHabits {
    /// The first-line indent used most among those that the limit allows, else the preferred one.
    model::Hmm usual = 0;
    /// Marks of list lines that most often stand further in than the limit has it (“+ …” below “- …”), with
    /// where they stand: steps of a list, of which the decree says nothing.
    std::vector<std::pair<char32_t, model::Hmm>> steps;
};
[[nodiscard]] IndentHabits indentHabits(const Context& context, const ruleset::Limit& limit);

/// First-line indent of a paragraph of running text.
void judgeIndent(const Context& context, const ruleset::Row& row, const elements::Element& element, const model::Range& range,
                 const IndentHabits& habits, Sink& sink);

/// Alignment of running text: what cannot be told from justified by eye is no fault, except in plain prose.
void judgeProseAlign(const Context& context, const ruleset::Row& row, const elements::Element& element, const model::Range& range,
                     Sink& sink);

}  // namespace thethuc::checks
