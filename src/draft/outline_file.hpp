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

/// An outline as the text of such a file. What it has no member for (attached texts, keys) must be empty.
[[nodiscard]] std::string writeOutline(const Outline& outline);

/// The outlines of the office's own `folder` beside those of `templates`: one with the id of an outline that is there takes its place. A file that
/// cannot be used is told in Templates::broken, and the others serve.
void addOwnOutlines(Templates& templates, const std::string& folder, report::Language language);

/// Ids are of small letters, digits and hyphens, so that they can be file names and arguments.
[[nodiscard]] bool isId(std::string_view id) noexcept;

}  // namespace thethuc::draft
