// What will be changed, in words, before it is: citations worded otherwise, typed notes, lists of documents. UTF-8, several lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/typed_notes.hpp"
#include "citations/cited_items.hpp"
#include "citations/forms.hpp"
#include "report/messages.hpp"

namespace thethuc::app {

/// Every change of one kind as it is and as it will be, then what is left with the reasons; or those of the one mention `only`.
[[nodiscard]] std::string formsPreview(report::Language language, const citations::Ledger& ledger, const citations::FormPlan& plan, citations::FormChange::Kind kind,
                                       const std::optional<std::size_t>& only = std::nullopt);
/// What stays in the text and what the footnote will say; or why it cannot be done.
[[nodiscard]] std::string notePreview(report::Language language, const model::Document& document, const citations::Mention& mention, const citations::NoteMove& move);
/// Each typed note with the words that its mark stands behind; or what does not match.
[[nodiscard]] std::string typedNotesPreview(report::Language language, const model::Document& document, const TypedNotes& notes);
/// The items with their numbers, in their new order.
[[nodiscard]] std::string itemsPreview(report::Language language, const model::Document& document, const citations::CitedItems& list, const std::vector<std::size_t>& order);

}  // namespace thethuc::app
