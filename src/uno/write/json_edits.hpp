// The writer for scripts and tests: edits in, report out, both JSON.
#pragma once

#include <string>
#include <string_view>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/write/writer.hpp"

namespace thethuc::uno {

/// {"applied": 2, "refused": [{"edit": 1, "key": "refused.moved", "arguments": []}], "failure": ""}.
[[nodiscard]] std::string toJson(const ApplyResult& result);

/// Reads the document, applies {"title": "…", "edits": [ … ]} (model/edit_json.hpp) and reports; where the JSON is
/// wrong, nothing is changed and "failure" says why. With "compare": true the document is read again, and "differences"
/// lists as a JSON patch what is not as model::apply has it (rounding to twips left out). Main thread only.
[[nodiscard]] std::string applyJson(const css::uno::Reference<css::uno::XComponentContext>& context,
                                    const css::uno::Reference<css::frame::XModel>& model, std::string_view json);

}  // namespace thethuc::uno
