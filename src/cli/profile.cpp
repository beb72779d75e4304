#include "cli/profile.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/office.hpp"
#include "cli/process.hpp"

namespace thethuc::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

struct Setting {
    const char* path;
    const char* name;
    const char* value;
};

// Vietnamese, and none of the windows that greet a new user.
constexpr Setting kSettings[] = {
    {"/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "vi-VN"},
    {"/org.openoffice.Office.Linguistic/General", "UILocale", "vi"},
    {"/org.openoffice.Office.Linguistic/General", "DefaultLocale", "vi-VN"},
    {"/org.openoffice.Office.Common/Misc", "FirstRun", "false"},
    {"/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"},
    {"/org.openoffice.Office.Common/Misc", "CollectUsageInformation", "false"},
    {"/org.openoffice.Office.Common/Save/Document", "AutoSave", "false"},
    {"/org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"},
    {"/org.openoffice.Setup/Product", "LastTimeDonateShown", "4102444800"},
    {"/org.openoffice.Setup/Product", "LastTimeGetInvolvedShown", "4102444800"},
};

std::string registry() {
    std::ostringstream text;
    text << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
            "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
    for (const auto& setting : kSettings)
        text << "<item oor:path=\"" << setting.path << "\"><prop oor:name=\"" << setting.name
             << "\" oor:op=\"fuse\"><value>" << setting.value << "</value></prop></item>\n";
    text << "</oor:items>\n";
    return text.str();
}

// unopkg refuses root. A user namespace gives it an ordinary user; where the machine has none to give, the profile
// is handed to “nobody” for as long as it takes.
void installExtension(const Places& places, const fs::path& profile, const fs::path& temporary) {
    const bool root = geteuid() == 0;
    Launch launch = officeLaunch(places, temporary);
    launch.log = temporary / "unopkg.log";
    const auto install = [&](const fs::path& where, const fs::path& extension) -> std::vector<std::string> {
        return {(places.office / "program/unopkg").string(), "add", "--force", "--suppress-license",
                "-env:UserInstallation=" + fileUrl(where), extension.string()};
    };
    launch.words = install(profile, places.extension);
    launch.asOrdinaryUser = root;
    Child child(launch);
    if (!child.wait(180s))
        child.kill();
    if (child.status() == 126 && root) {
        // “nobody” may not come through the folders above the profile: the work is done in the temporary folder.
        const auto give = [&](uid_t user, gid_t group) {
            bool given = lchown(temporary.c_str(), user, group) == 0;
            for (const auto& entry : fs::recursive_directory_iterator(temporary))
                given = lchown(entry.path().c_str(), user, group) == 0 && given;
            if (!given)
                throw OfficeError("cli.office.install", temporary.string());
        };
        const fs::path moved = temporary / "profile";
        const fs::path readable = temporary / places.extension.filename();
        fs::copy(profile, moved, fs::copy_options::recursive);
        fs::copy_file(places.extension, readable);
        launch.asOrdinaryUser = false;
        launch.set["HOME"] = temporary.string();
        launch.words = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        for (const auto& word : install(moved, readable))
            launch.words.push_back(word);
        give(65534, 65534);
        child = Child(launch);
        if (!child.wait(180s))
            child.kill();
        give(0, 0);
        fs::remove_all(profile);
        fs::copy(moved, profile, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }
    if (child.status() != 0) {
        std::ifstream log(launch.log);
        std::ostringstream text;
        text << log.rdbuf();
        std::string detail = text.str();
        while (!detail.empty() && (detail.back() == '\n' || detail.back() == ' '))
            detail.pop_back();
        throw OfficeError("cli.office.install", detail + " (" + std::to_string(child.status()) + ")");
    }
}

// What a prepared profile depends on.
std::string fingerprint(const Places& places) {
    std::ostringstream text;
    text << "1 " << places.office.string();
    for (const fs::path& file : {places.extension, places.office / "program/versionrc"}) {
        struct stat info {};
        if (stat(file.c_str(), &info) == 0)
            text << ' ' << info.st_size << ' ' << info.st_mtim.tv_sec << '.' << info.st_mtim.tv_nsec;
    }
    return text.str();
}

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

void prepareProfile(const Places& places, const fs::path& folder) {
    if (!fs::exists(places.office / "program/soffice.bin"))
        throw OfficeError("cli.office.missing", places.office.string());
    if (!fs::exists(places.extension))
        throw OfficeError("cli.office.no-extension", places.extension.string());
    fs::remove_all(folder);
    fs::create_directories(folder / "user");
    std::ofstream(folder / "user/registrymodifications.xcu") << registry();
    const RunFolder temporary;
    // The very first start of an office on a profile may take back the registration of what was installed before.
    // So: a first start, the installation, and a start that does what the first one after an installation does.
    Office(places, folder, temporary.path()).terminate();
    installExtension(places, folder, temporary.path());
    Office(places, folder, temporary.path()).terminate();
    fs::remove(folder / ".lock");
}

void copyProfile(const Places& places, const fs::path& folder, const std::function<void()>& notice) {
    const std::string name = std::to_string(std::hash<std::string>{}(places.office.string()));
    const fs::path kept = places.templates / name;
    const fs::path stamp = places.templates / (name + ".stamp");
    const FileLock lock(places.templates / (name + ".lock"));
    const std::string now = fingerprint(places);
    if (read(stamp) != now || !fs::exists(kept / "user/registrymodifications.xcu")) {
        notice();
        fs::remove(stamp);
        prepareProfile(places, kept);
        std::ofstream(stamp) << now;
    }
    fs::copy(kept, folder, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

}  // namespace thethuc::cli
