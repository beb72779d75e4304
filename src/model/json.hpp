// The snapshot as JSON, for tests, golden documents and reports of faults.
#pragma once

#include <nlohmann/json.hpp>

#include "model/document.hpp"

namespace thethuc::model {

/// Members that have their default value are left out; text is UTF-8. fromJson(toJson(d)) == d.
[[nodiscard]] nlohmann::json toJson(const Document& document);

/// Throws std::runtime_error, naming the JSON pointer, where a member is unknown or of the wrong type.
[[nodiscard]] Document fromJson(const nlohmann::json& json);

}  // namespace thethuc::model
