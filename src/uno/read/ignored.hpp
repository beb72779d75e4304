// Findings that the person has set aside, kept in the document itself.
//
// They live in the user-defined document property “thethuc” as JSON:
//   {"ignored": [{"rule": "noi-dung/size", "fingerprint": "1f0c…", "reason": "…"}]}
// `fingerprint` is 16 hexadecimal digits of Paragraph::fingerprint(), "0" for the whole document. Unknown keys
// of the object survive a rewrite. The property is not on the undo stack (the office keeps none for it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "model/document.hpp"

namespace thethuc::uno {

/// What the document has set aside; empty where there is none or the property is no such JSON. Never throws
/// for what stands in the document.
[[nodiscard]] std::vector<model::Document::Ignored> readIgnored(const css::uno::Reference<css::frame::XModel>& model);

/// Replaces the list (an empty one takes the property away, unless it holds other keys). False if the document
/// cannot be changed.
bool writeIgnored(const css::uno::Reference<css::frame::XModel>& model,
                  const std::vector<model::Document::Ignored>& ignored);

/// The JSON text of the property, and back; for tests. `previous` is the text that stood there.
[[nodiscard]] std::string ignoredToJson(const std::vector<model::Document::Ignored>& ignored, std::string_view previous);
[[nodiscard]] std::vector<model::Document::Ignored> ignoredFromJson(std::string_view json);

}  // namespace thethuc::uno
