// The files of the memory of cited documents: one for each agency's file, beside those, in the person's own settings.
#pragma once

#include <string>

#include "app/cited_documents.hpp"

namespace thethuc::app {

/// Files “<id>.json” of one folder; `id` is that of the agency's file, empty where the person has none. Written beside and then renamed. Errors
/// are report::DataErrors that name the file; a file that cannot be read is never written over.
class CitedStore {
public:
    CitedStore(std::string folder, report::Language language) : folder_(std::move(folder)), language_(language) {}

    /// Nothing where there is no file yet.
    [[nodiscard]] CitedDocuments load(const std::string& id) const;
    /// Refuses while the file that is there cannot be read.
    void save(const std::string& id, const CitedDocuments& documents) const;
    [[nodiscard]] std::string path(const std::string& id) const;
    /// Renames a file that cannot be read, so that a new one can be begun; gives its new path.
    std::string setAside(const std::string& id) const;

private:
    std::string folder_;
    report::Language language_;
};

}  // namespace thethuc::app
