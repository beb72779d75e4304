#include "app/citation_preview.hpp"

#include <algorithm>
#include <string_view>

#include "text/text.hpp"

namespace thethuc::app {

namespace {

constexpr std::size_t kOneOfMany = 160;          ///< code points of a text that is shown beside others
constexpr std::size_t kShort = 70;

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

std::string cut(std::u32string_view words, std::size_t most) { return text::toUtf8(text::abridged(text::squeeze(words), most)); }

}  // namespace

std::string formsPreview(report::Language language, const citations::Ledger& ledger, const citations::FormPlan& plan, citations::FormChange::Kind kind,
                         const std::optional<std::size_t>& only) {
    const bool shorten = kind == citations::FormChange::Kind::shorten;
    const auto meant = [&](const auto& one) { return one.kind == kind && (!only || one.mention == *only); };
    std::string changes, left;
    std::size_t changed = 0, kept = 0;
    for (const citations::FormChange& one : plan.changes) {
        if (!meant(one)) continue;
        ++changed;
        const auto shown = [&](std::u32string_view words) { return only ? text::toUtf8(words) : cut(words, kOneOfMany); };
        changes += "\n• " + shown(one.before) + "\n→ " + shown(one.after);
    }
    for (const citations::FormLeft& one : plan.left) {
        if (!meant(one)) continue;
        ++kept;
        const std::string reason = report::text(language, one.reason);
        if (only) return report::text(language, "cite.forms.one-left", {reason});
        left += "\n• " + report::text(language, "cite.forms.left", {cut(ledger.mentions[one.mention].text, kShort), reason});
    }
    if (only) return changed == 0 ? report::text(language, "cite.forms.nothing") : changes.substr(1);
    std::string out = changed == 0 ? report::text(language, shorten ? "cite.preview.none-long" : "cite.preview.none-lacking")
                                   : report::text(language, shorten ? "cite.preview.shorten" : "cite.preview.complete", {std::to_string(changed)}) + changes;
    if (kept > 0) out += '\n' + report::text(language, "cite.preview.left", {std::to_string(kept)}) + left;
    return out;
}

std::string notePreview(report::Language language, const model::Document& document, const citations::Mention& mention, const citations::NoteMove& move) {
    if (!move.left.empty()) return report::text(language, "cite.forms.one-left", {report::text(language, move.left)});
    // the words before the first one that goes
    const std::u32string kept = text::squeeze(std::u32string_view(document.at(mention.at).text).substr(index(mention.at.start), index(move.noteAt.start - mention.at.start)));
    return report::text(language, "cite.preview.note", {text::toUtf8(kept), text::toUtf8(move.note)});
}

std::string typedNotesPreview(report::Language language, const model::Document& document, const TypedNotes& notes) {
    std::string out;
    if (!notes.problems.empty()) {
        for (const NoteProblem& one : notes.problems) out += (out.empty() ? "" : "\n") + report::text(language, one.key, one.arguments);
        return out;
    }
    if (notes.notes.empty()) return report::text(language, "notes.none");
    out = report::text(language, "cite.preview.notes", {std::to_string(notes.notes.size())});
    const auto& body = document.stories.front().paragraphs;
    for (const TypedNote& one : notes.notes) {
        const std::u32string before = text::squeeze(std::u32string_view(body[index(one.mark.paragraph)].text).substr(0, index(one.mark.start)));
        const std::u32string end = before.size() <= kShort / 2 ? before : U"…" + before.substr(before.size() - kShort / 2);
        out += "\n• " + report::text(language, "cite.preview.typed",
                                     {std::to_string(one.number), text::toUtf8(end), cut(std::u32string_view(body[index(one.first)].text).substr(index(one.textStart)), kOneOfMany)});
    }
    return out;
}

std::string itemsPreview(report::Language language, const model::Document& document, const citations::CitedItems& list, const std::vector<std::size_t>& order) {
    if (list.numbered && std::is_sorted(order.begin(), order.end())) return report::text(language, "cite.preview.numbered");
    std::string out = report::text(language, "cite.preview.items", {std::to_string(list.items.size())});
    const auto& body = document.stories.front().paragraphs;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const citations::CitedItem& item = list.items[order[place]];
        out += '\n' + std::to_string(place + 1) + ". " + cut(std::u32string_view(body[index(item.paragraph)].text).substr(index(item.marker)), kShort);
    }
    return out;
}

}  // namespace thethuc::app
