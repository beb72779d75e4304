#include "cli/places.hpp"

#include <unistd.h>

#include <cstdlib>

namespace thethuc::cli {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

/// A folder of the person's own, as the environment names it or below the home folder.
fs::path personal(const char* variable, const char* otherwise) {
    const std::string given = environment(variable);
    return given.empty() ? fs::path(environment("HOME")) / otherwise : fs::path(given);
}

bool writable(const fs::path& folder) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    return access(folder.c_str(), W_OK | X_OK) == 0;
}

}  // namespace

Places findPlaces() {
    Places places;
    places.binary = fs::read_symlink("/proc/self/exe");
    places.home = places.binary.parent_path().parent_path();
    places.stage = places.home / "oxt";
    if (const std::string given = environment("THETHUC_OXT"); !given.empty())
        places.extension = fs::absolute(given);
    else
        places.extension = places.home / THETHUC_OXT_NAME;
    const fs::path builtWith = THETHUC_OFFICE_ROOT;
    const std::string given = environment("THETHUC_OFFICE");
    places.office = given.empty() ? builtWith : fs::absolute(given);
    std::error_code error;
    places.foreignOffice = !fs::equivalent(places.office, builtWith, error) || static_cast<bool>(error);

    places.outlines = personal("XDG_CONFIG_HOME", ".config") / "libreoffice/4/user/thethuc/de-cuong";
    places.templates = places.home / "profiles";
    if (!writable(places.templates)) {
        places.templates = personal("XDG_CACHE_HOME", ".cache") / "thethuc";
        if (!writable(places.templates))
            places.templates = fs::temp_directory_path() / ("thethuc-profiles-" + std::to_string(geteuid()));
        writable(places.templates);
    }
    return places;
}

std::string libraryPath(const fs::path& office) {
    std::string result = (office / "program").string();
    // the UNO libraries stand beside the office's folder, in the folder of the machine's kind
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(office.parent_path(), ignored))
        if (fs::exists(entry.path() / "libuno_sal.so.3", ignored))
            result += ":" + entry.path().string();
    return result;
}

}  // namespace thethuc::cli
