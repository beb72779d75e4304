// What is loaded once, when first needed: the ruleset; and the texts in the person's language.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/messages.hpp"
#include "ruleset/ruleset.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// Texts for people in one language.
struct Texts {
    report::Language language = report::Language::vi;

    [[nodiscard]] std::string operator()(std::string_view key, const std::vector<std::string>& arguments = {}) const {
        return report::text(language, key, arguments);
    }
    /// What was kept as `key` and `arguments`, to be said.
    template <typename Reason>
        requires requires(const Reason& reason) { reason.key, reason.arguments; }
    [[nodiscard]] std::string operator()(const Reason& reason) const {
        return report::text(language, reason.key, reason.arguments);
    }
};

/// The ruleset of the extension's folder, read at the first call. Throws ruleset::RulesetError each time
/// while the file is damaged; a repaired file is read at the next call. Any thread.
[[nodiscard]] std::shared_ptr<const ruleset::Ruleset> rules(const Context& context);

}  // namespace thethuc::uno
