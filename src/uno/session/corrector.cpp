#include "uno/session/corrector.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "uno/bridge/guards.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/resources.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

constexpr std::int32_t kMaxRounds = 8;

using Clock = std::chrono::steady_clock;
double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

std::string spoken(const Context& context, const Reason& reason) {
    return Texts{report::languageOf(language(context))}(reason);
}

bool sameFault(const checks::Finding& a, const checks::Finding& b) {
    return a.rule == b.rule && a.role == b.role && a.at.fingerprint == b.at.fingerprint &&
           a.at.range.story == b.at.range.story && a.at.range.start == b.at.range.start && a.pageStyle == b.pageStyle;
}

}  // namespace

std::shared_ptr<const Checked> checkNow(const Context& context, const css::uno::Reference<css::frame::XModel>& model,
                                        const std::shared_ptr<const ruleset::Ruleset>& rules,
                                        const checks::Options& options, ReadOptions reading, Times* times) {
    const auto checked = std::make_shared<Checked>();
    checked->rules = rules;
    const Clock::time_point start = Clock::now();
    checked->read = readResult(context, model, reading);
    if (times != nullptr) times->read = since(start);
    const Clock::time_point judging = Clock::now();
    checked->outcome = app::check(checked->document(), *rules, text::timesWidths(), options);
    if (times != nullptr) times->check = since(judging);
    return checked;
}

void carryOut(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const Checked& checked,
              const model::Edits& edits, const rtl::OUString& title) {
    const ApplyResult result = apply(model, checked.read, edits, toUtf8(title));
    if (!result.ok()) throw std::runtime_error(result.failure);
    if (result.applied == 0 && !result.refused.empty()) {
        throw std::runtime_error(spoken(context, result.refused.front().reason));
    }
}

Correction correct(const Context& context, const css::uno::Reference<css::frame::XModel>& model,
                   const std::shared_ptr<const ruleset::Ruleset>& rules, bool unsafe,
                   const checks::Options& options, const rtl::OUString& title, bool copy) {
    const std::vector<std::string>& only = options.only;
    const checks::Options wanted{.only = {}, .without = options.without, .cancelled = options.cancelled};
    Correction result;
    result.before = checkNow(context, model, rules, wanted);
    result.after = result.before;
    const std::optional<Reason> reason = whyNotEditable(result.before->document().facts);
    if (reason && !copy) {
        result.trouble = spoken(context, *reason);
        return result;
    }
    UndoScope scope(model, title);
    std::string refusal;
    for (; result.rounds < kMaxRounds; ++result.rounds) {
        const std::shared_ptr<const Checked> now = result.after;
        const model::Edits edits = app::fixes(now->outcome, unsafe, only);
        if (edits.empty()) break;
        const ApplyResult applied = apply(model, now->read, edits, toUtf8(title));
        if (!applied.ok()) {
            scope.rollback();
            result.changed.clear();
            result.after = checkNow(context, model, rules, wanted);
            result.trouble = applied.failure;
            result.failed = true;
            return result;
        }
        if (!applied.refused.empty()) refusal = spoken(context, applied.refused.front().reason);
        if (applied.applied == 0) break;
        result.after = checkNow(context, model, rules, wanted);
        bool better = false;
        for (const checks::Finding& finding : now->findings()) {
            const bool meant = !finding.ignored && !finding.edits.empty() &&
                               (finding.fix == ruleset::FixPolicy::safe ||
                                (unsafe && finding.fix == ruleset::FixPolicy::ask)) &&
                               (only.empty() || std::find(only.begin(), only.end(), finding.rule) != only.end());
            if (!meant) continue;
            const auto& left = result.after->findings();
            if (std::none_of(left.begin(), left.end(), [&](const auto& f) { return sameFault(f, finding); })) {
                result.changed.push_back({finding, now});
                better = true;
            }
        }
        if (!better) break;
    }
    scope.commit();
    if (result.changed.empty()) result.trouble = refusal;
    return result;
}

}  // namespace thethuc::uno
