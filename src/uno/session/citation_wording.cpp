#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "text/text.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/session/cited_reading.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using citations::FormChange;
using citations::FormPlan;

constexpr std::size_t kShown = 60;               ///< code points of a citation in a note

std::string note(const Texts& texts, std::u32string_view words, const std::string& reason) {
    return texts("cite.forms.left", {text::toUtf8(text::abridged(words, kShown)), reason});
}

}  // namespace

std::optional<std::size_t> mentionAt(const model::Document& document, const citations::Ledger& ledger, const model::Place& place) {
    std::optional<std::size_t> best;
    std::int32_t nearest = 0;
    for (std::size_t m = 0; m < ledger.mentions.size(); ++m) {
        const model::Range& at = ledger.mentions[m].at;
        if (at.story != place.range.story || at.start != place.range.start) continue;
        if (place.fingerprint != 0 && document.at(at).fingerprint() != place.fingerprint) continue;
        const std::int32_t distance = std::abs(at.paragraph - place.range.paragraph);
        if (place.fingerprint == 0 && distance != 0) continue;
        if (best && distance >= nearest) continue;
        best = m;
        nearest = distance;
    }
    return best;
}

CitationAnswer rewordCitations(const Context& context, const css::uno::Reference<css::frame::XModel>& model, FormChange::Kind kind,
                               const std::optional<model::Place>& only, const std::vector<citations::Particulars>& known, const Texts& texts,
                               const std::string& title) {
    CitationAnswer answer;
    if (const auto reason = whyNotEditable(context, model)) {
        answer.message = texts(*reason);
        return answer;
    }
    const CitedReading now = readCitations(context, model);
    const FormPlan plan = citations::planForms(now.document(), now.analysis, now.ledger, known);
    std::optional<std::size_t> wanted;
    if (only) {
        wanted = mentionAt(now.document(), now.ledger, *only);
        if (!wanted) {
            answer.message = texts("state.moved");
            return answer;
        }
    }
    const auto meant = [&](const auto& one) { return one.kind == kind && (!wanted || one.mention == *wanted); };
    for (const citations::FormLeft& left : plan.left) {
        if (!meant(left)) continue;
        const std::string reason = texts(left.reason);
        if (wanted) answer.message = texts("cite.forms.one-left", {reason});
        else answer.notes.push_back(note(texts, now.ledger.mentions[left.mention].text, reason));
    }
    std::vector<const FormChange*> changes;
    for (const FormChange& change : plan.changes) {
        if (meant(change)) changes.push_back(&change);
    }
    if (wanted && changes.empty() && answer.message.empty()) answer.message = texts("cite.forms.nothing");
    // a citation is changed as a whole or not at all: where one part of it is refused, all are made again without it
    while (!changes.empty()) {
        model::Edits edits;
        std::vector<std::size_t> of;             // of each edit
        for (std::size_t c = 0; c < changes.size(); ++c) {
            for (const FormChange::Replacement& one : changes[c]->replacements) {
                edits.emplace_back(model::ReplaceText{one.at, one.text});
                of.push_back(c);
            }
        }
        UndoScope scope(model, str(title));
        const ApplyResult applied = apply(model, now.read, edits, title);
        if (!applied.ok()) throw std::runtime_error(applied.failure);
        if (applied.refused.empty()) {
            scope.commit();
            answer.changed = static_cast<std::int32_t>(changes.size());
            break;
        }
        scope.rollback();
        std::set<const FormChange*> refused;
        for (const Refusal& refusal : applied.refused) {
            const FormChange* change = changes[of[refusal.edit]];
            if (!refused.insert(change).second) continue;
            const std::string reason = texts(refusal.reason);
            if (wanted) answer.message = reason;
            else answer.notes.push_back(note(texts, change->before, reason));
        }
        std::erase_if(changes, [&](const FormChange* change) { return refused.contains(change); });
    }
    return answer;
}

}  // namespace thethuc::uno
