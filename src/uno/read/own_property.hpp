// The one user-defined property in which a document keeps what is ours (“thethuc”, JSON): it survives .odt, .docx and .doc.
#pragma once

#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

/// The JSON, UTF-8; empty where there is none.
[[nodiscard]] std::string ownProperty(const css::uno::Reference<css::frame::XModel>& model);

/// Writes it, takes the property away where `json` is empty. False where the document has no such properties. Undo does not know of it. Throws what the
/// office throws.
bool setOwnProperty(const css::uno::Reference<css::frame::XModel>& model, const std::string& json);

}  // namespace thethuc::uno
