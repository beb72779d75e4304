// Parts that a document has only now and then: an appendix, marks of urgency and circulation, a lying page for a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "uno/session/drafter.hpp"

namespace thethuc::uno {

/// What is asked for: “appendix”, “another-appendix”, “landscape”, “portrait”, “contact”, or the id of a draft::Mark.
[[nodiscard]] bool isExtraPart(std::string_view name) noexcept;

/// Puts the part in, or brings what stands there up to date, as one undo step called `title` (UTF-8). An appendix goes to the end of the document, on
/// a page of its own numbered from 1; a mark to its place in the header; the contact lines to the foot of the first page; “landscape” and “portrait” act on the table that the cursor stands in.
/// Where it cannot be done the document stays as it was and `trouble` says why. Throws draft::TemplateError, or what the office
/// throws, with the document as it was. Main thread only.
[[nodiscard]] DraftResult insertExtraPart(const Context& context, const css::uno::Reference<css::frame::XModel>& model, std::string_view name,
                                          const DraftRequest& request, const app::AgencyProfile* profile, const Texts& texts, const std::string& title);

/// The contact lines at the foot of the first page of a document that was just made; the caller has the undo step, if there is one. Gives a message
/// key where it cannot be done. Main thread only.
[[nodiscard]] std::string putContact(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const draft::Templates& templates,
                                     const std::vector<std::string>& lines, DraftResult& result);

}  // namespace thethuc::uno
