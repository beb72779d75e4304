#include "app/cited_store.hpp"

#include <filesystem>
#include <system_error>

namespace thethuc::app {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

bool there(const std::string& file) {
    std::error_code error;
    return fs::exists(pathOf(file), error);
}

}  // namespace

/// Ids of agency files have no underscore: the memory of those who have none cannot be another's.
std::string CitedStore::path(const std::string& id) const { return folder_ + "/" + (id.empty() ? "_chung" : id) + ".json"; }

CitedDocuments CitedStore::load(const std::string& id) const {
    const std::string file = path(id);
    if (!there(file)) return {};
    return readCitedDocuments(report::readDataFile(file, "cited", language_), file, language_);
}

void CitedStore::save(const std::string& id, const CitedDocuments& documents) const {
    (void)load(id);
    report::writeDataFile(path(id), writeCitedDocuments(documents), "cited", language_);
}

std::string CitedStore::setAside(const std::string& id) const {
    const std::string file = path(id);
    std::string target;
    for (int number = 1; target.empty() || there(target); ++number) target = file + ".hong-" + std::to_string(number);
    std::error_code error;
    fs::rename(pathOf(file), pathOf(target), error);
    if (error) throw report::DataError(report::text(language_, "cited.error.write", {file}));
    return target;
}

}  // namespace thethuc::app
