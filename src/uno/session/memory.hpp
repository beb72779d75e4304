// The memory of cited documents as the window uses it: that of the agency's file in use, brought up to date with its file. Main thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/cited_store.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

class CitedMemory {
public:
    CitedMemory(const Context& context, report::Language language);

    /// What is remembered; read again where the file or the agency's file in use has changed. Empty where the file cannot be read.
    [[nodiscard]] const app::CitedDocuments& documents();
    /// Why the file cannot be read, for people, with file and place; empty if it can. Nothing is remembered meanwhile.
    [[nodiscard]] const std::string& trouble();

    /// Grows whenever documents() or trouble() may have changed.
    [[nodiscard]] std::uint64_t revision();

    using Count = app::CitedDocuments::Count;
    /// Remembers; throws report::DataError where the file cannot be read or written.
    Count remember(const std::vector<citations::Particulars>& documents);
    /// What remember() would do.
    [[nodiscard]] Count foresee(const std::vector<citations::Particulars>& documents);
    /// Forgets documents()[index]; throws like remember().
    void forget(std::size_t index);
    /// Puts a file that cannot be read aside, so that a new one is begun; gives its new path.
    std::string setAside();

private:
    void renew();
    void write(const app::CitedDocuments& documents);

    Context context_;
    app::CitedStore store_;
    std::string id_;
    std::filesystem::file_time_type time_;
    std::uintmax_t size_ = 0;
    bool read_ = false;
    std::uint64_t revision_ = 0;
    app::CitedDocuments documents_;
    std::string trouble_;
};

}  // namespace thethuc::uno
