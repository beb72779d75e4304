// The embedded text files, as CMake puts them into the library.
#pragma once

#include <cstddef>
#include <span>

namespace thethuc::report::locale {

struct File {
    const char* name;                            ///< "vi/checks.json"
    const unsigned char* bytes;
    std::size_t size;
};

[[nodiscard]] std::span<const File> vi() noexcept;
[[nodiscard]] std::span<const File> en() noexcept;

}  // namespace thethuc::report::locale
