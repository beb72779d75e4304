// The calls that both entries of the service share: a request in, an answer out, both JSON.
#pragma once

#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// Answers one request. Any thread: the work is done in the office's main thread. Never throws; a failure
/// is the answer {"ok": false, "error": "one sentence"}.
///
/// Members of the request: "call" (check, fix, rules, percent, version, snapshot, new, draft, cite, figures;
/// update-figures, which needs `document` or "url" with "out" and answers {"ok", "changed", "left", "trouble"}, figures
/// as `figures` gives them (with "last", the URL of an earlier report, `figures` adds "conflicts"); table-formulas, which needs the same and may name a "table", and answers {"ok", "formulas", "already", "other", "wrong",
/// "trouble"}; cite-list with "do" (insert, insert-table: at the cursor of `document`; update, mark, mark-first, unmark), which needs
/// `document` or "url" with "out" and answers {"ok", "changed", "notes"}; cite-forms with "do": preview (the default) answers
/// {"ok", "changes": [{"do", "at", "before", "after"}], "left": [{"do", "at", "text", "reason"}]}, shorten and complete carry it out, for the
/// mention "at" or for all, footnotes turns typed notes into Writer's, move-to-footnote one citation (the mention "at"),
/// number typed lists (the one around "at", the cursor, or the only one; "order": date or type); all answer as cite-list does;
/// "remembered": true lets the memory of cited documents complete; next-period, which
/// moves the report at "url" on to the next period (or "set": {"period"}), writes it to
/// "out" and answers {"ok", "out", "from", "to", "moved", "left": [{"message", "text", "at"}]}; apply is for tests: write/json_edits.hpp), "url" (a file; or
/// `document`), "path" (as the answer should name the file), "lang", "only", "unsafe", "out", "numerator",
/// "denominator", "digits", "pages" (false: no layout, and every page is 0).
[[nodiscard]] std::string answer(const Context& context, const std::string& request,
                                 const css::uno::Reference<css::frame::XModel>& document) noexcept;

}  // namespace thethuc::uno
