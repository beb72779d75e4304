// Profiles of the office: one is prepared (settings, extension, first start) and kept; each process works on a copy.
#pragma once

#include <filesystem>
#include <functional>

#include "cli/places.hpp"

namespace thethuc::cli {

/// Makes `folder` a fresh profile with the extension installed and the first start done. Throws OfficeError,
/// Interrupted. Whatever stood in `folder` is gone.
void prepareProfile(const Places& places, const std::filesystem::path& folder);

/// Copies the kept profile to `folder`; prepares it first where it is missing or older than the extension or the
/// office (`notice` is called before that). Safe with several processes at a time.
void copyProfile(const Places& places, const std::filesystem::path& folder, const std::function<void()>& notice);

}  // namespace thethuc::cli
