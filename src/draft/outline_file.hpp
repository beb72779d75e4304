// Reading templates/outlines/*.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/template.hpp"

namespace thethuc::draft {

/// The outlines of `folder`, by file name; none where there is no such folder. `templates` needs its types and its
/// frame. Throws TemplateError.
[[nodiscard]] std::vector<Outline> readOutlines(const std::string& folder, const Templates& templates, report::Language language);

/// The .json files of `folder`, by name.
[[nodiscard]] std::vector<std::string> dataFiles(const std::string& folder);

/// Ids are of small letters, digits and hyphens, so that they can be file names and arguments.
[[nodiscard]] bool isId(std::string_view id) noexcept;

}  // namespace thethuc::draft
