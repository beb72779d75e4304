// Edits as JSON, for tests and scripts: [{"edit": "setPageFormat", "pageStyle": "Standard", "left": 3000}, …].
#pragma once

#include <nlohmann/json.hpp>

#include "model/edit.hpp"

namespace thethuc::model {

/// Members are named like those of the structs, ranges are objects {"story", "paragraph", "start", "length"} without
/// the zeros; members that have their default value are left out. editsFromJson(toJson(e)) == e.
[[nodiscard]] nlohmann::json toJson(const Edits& edits);

/// Throws std::runtime_error, naming the edit and the member, where one is unknown, missing or of the wrong type.
[[nodiscard]] Edits editsFromJson(const nlohmann::json& json);

}  // namespace thethuc::model
