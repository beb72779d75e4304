// Judgements on one paragraph that elements with a number and plain body text share.
#pragma once

#include <string>

#include "checks/support.hpp"

namespace thethuc::checks {

[[nodiscard]] std::u32string_view nameOf(model::Align align) noexcept;
[[nodiscard]] std::string keyOf(model::Align align);

/// First-line indent that the document uses most among those that the limit allows, else the preferred one.
[[nodiscard]] model::Hmm usualIndent(const Context& context, const ruleset::Limit& limit);

/// First-line indent of a paragraph of running text.
void judgeIndent(const Context& context, const ruleset::Row& row, const elements::Element& element, const model::Range& range,
                 model::Hmm usual, Sink& sink);

/// Alignment of running text: what cannot be told from justified by eye is no fault, except in plain prose.
void judgeProseAlign(const Context& context, const ruleset::Row& row, const elements::Element& element, const model::Range& range,
                     Sink& sink);

}  // namespace thethuc::checks
