// Where things are: found from the binary itself, so that a build folder can be moved or copied.
#pragma once

#include <filesystem>
#include <string>

namespace thethuc::cli {

struct Places {
    std::filesystem::path binary;                ///< this program
    std::filesystem::path home;                  ///< the build folder: one above the binary's
    std::filesystem::path stage;                 ///< the extension unpacked: rulesets, locale
    std::filesystem::path extension;             ///< the .oxt
    std::filesystem::path office;                ///< …/lib/libreoffice; THETHUC_OFFICE or the one built with
    bool foreignOffice = false;                  ///< not the office built with: its libraries must come first
    std::filesystem::path outlines;              ///< where the person's own office keeps outlines (“Lưu làm mẫu”); need not be there
    std::filesystem::path templates;             ///< where prepared profiles are kept (writable)
};

[[nodiscard]] Places findPlaces();

/// LD_LIBRARY_PATH for programs of an office that is not installed in the system's own folders.
[[nodiscard]] std::string libraryPath(const std::filesystem::path& office);

}  // namespace thethuc::cli
