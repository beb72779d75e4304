#include "uno/read/snapshot_reader.hpp"

#include <limits>

#include <com/sun/star/lang/XServiceInfo.hpp>

#include "uno/read/reader_core.hpp"

namespace thethuc::uno {

class SnapshotReader::Impl : public ReaderCore<true> {
public:
    using ReaderCore::ReaderCore;
};

SnapshotReader::SnapshotReader(const css::uno::Reference<css::uno::XComponentContext>& context,
                               const css::uno::Reference<css::frame::XModel>& model, ReadOptions options)
    : impl_(std::make_unique<Impl>(context, model, options)) {}
SnapshotReader::~SnapshotReader() = default;
SnapshotReader::SnapshotReader(SnapshotReader&&) noexcept = default;
SnapshotReader& SnapshotReader::operator=(SnapshotReader&&) noexcept = default;

bool SnapshotReader::step(std::size_t paragraphs) { return impl_->step(paragraphs); }
std::size_t SnapshotReader::done() const noexcept { return impl_->done(); }
std::size_t SnapshotReader::expected() const noexcept { return impl_->expected(); }
bool SnapshotReader::finished() const noexcept { return impl_->finished(); }
ReadResult SnapshotReader::takeResult() { return impl_->take(); }

ReadResult readResult(const css::uno::Reference<css::uno::XComponentContext>& context,
                      const css::uno::Reference<css::frame::XModel>& model, ReadOptions options) {
    SnapshotReader reader(context, model, options);
    while (reader.step(std::numeric_limits<std::size_t>::max() / 2)) {
    }
    return reader.takeResult();
}

std::size_t bareWalk(const css::uno::Reference<css::uno::XComponentContext>& context,
                     const css::uno::Reference<css::frame::XModel>& model) {
    ReaderCore<false> reader(context, model, {});
    while (reader.step(std::numeric_limits<std::size_t>::max() / 2)) {
    }
    return reader.done();
}

bool isTextDocument(const css::uno::Reference<css::uno::XInterface>& model) {
    const css::uno::Reference<css::lang::XServiceInfo> info(model, css::uno::UNO_QUERY);
    return info.is() && info->supportsService("com.sun.star.text.TextDocument");
}

}  // namespace thethuc::uno
