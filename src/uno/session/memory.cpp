#include "uno/session/memory.hpp"

#include <system_error>

#include "uno/session/drafter.hpp"

namespace thethuc::uno {

CitedMemory::CitedMemory(const Context& context, report::Language language) : context_(context), store_(citedFolder(context), language) {}

void CitedMemory::renew() {
    const std::string id = chosenProfile(context_);
    const std::string path = store_.path(id);
    const std::filesystem::path file(std::u8string(path.begin(), path.end()));
    std::error_code error;
    auto time = std::filesystem::last_write_time(file, error);
    if (error) time = {};
    const std::uintmax_t size = error ? 0 : std::filesystem::file_size(file, error);
    if (read_ && id == id_ && time == time_ && size == size_) return;
    read_ = true;
    ++revision_;
    id_ = id;
    time_ = time;
    size_ = size;
    documents_ = {};
    trouble_.clear();
    try {
        documents_ = store_.load(id_);
    } catch (const report::DataError& failure) {
        trouble_ = failure.what();
    }
}

const app::CitedDocuments& CitedMemory::documents() {
    renew();
    return documents_;
}

const std::string& CitedMemory::trouble() {
    renew();
    return trouble_;
}

std::uint64_t CitedMemory::revision() {
    renew();
    return revision_;
}

CitedMemory::Count CitedMemory::foresee(const std::vector<citations::Particulars>& documents) {
    renew();
    return documents_.foresee(documents);
}

CitedMemory::Count CitedMemory::remember(const std::vector<citations::Particulars>& documents) {
    renew();
    if (!trouble_.empty()) throw report::DataError(trouble_);
    app::CitedDocuments now = documents_;
    const Count count = now.remember(documents, today());
    write(now);
    return count;
}

void CitedMemory::forget(std::size_t index) {
    renew();
    if (!trouble_.empty()) throw report::DataError(trouble_);
    app::CitedDocuments now = documents_;
    now.forget(index);
    write(now);
}

std::string CitedMemory::setAside() {
    renew();
    const std::string target = store_.setAside(id_);
    read_ = false;
    return target;
}

void CitedMemory::write(const app::CitedDocuments& documents) {
    if (documents.documents() == documents_.documents()) return;
    store_.save(id_, documents);
    read_ = false;
}

}  // namespace thethuc::uno
