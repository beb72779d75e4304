// Live document -> snapshot. Call it in the main thread only (bridge/main_thread.hpp).
#pragma once

#include <cstddef>
#include <memory>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/read/read_result.hpp"

namespace thethuc::uno {

struct ReadOptions {
    bool pages = false;   ///< fill DocumentFacts::pages: forces the whole layout (seconds in long documents)
};

/// Reads a document in slices, so that the person can go on typing in a long one. Between two slices
/// the document may change: the owner must drop the reader then (XModifyListener), its snapshot would mix
/// two states. A reader that notices by itself (an object vanished) throws css::uno::Exception out of
/// step(); it must be dropped too. To cancel, destroy it.
class SnapshotReader {
public:
    /// `model` must be a text document (css::lang::IllegalArgumentException otherwise).
    SnapshotReader(const css::uno::Reference<css::uno::XComponentContext>& context,
                   const css::uno::Reference<css::frame::XModel>& model, ReadOptions options = {});
    ~SnapshotReader();
    SnapshotReader(SnapshotReader&&) noexcept;
    SnapshotReader& operator=(SnapshotReader&&) noexcept;

    /// Reads about `paragraphs` more paragraphs, views locked meanwhile. True while there is more to do.
    bool step(std::size_t paragraphs);
    /// Paragraphs read so far.
    [[nodiscard]] std::size_t done() const noexcept;
    /// How many there will be, as far as the document's own statistics tell; never less than done().
    [[nodiscard]] std::size_t expected() const noexcept;
    [[nodiscard]] bool finished() const noexcept;

    /// The snapshot; only after step() returned false, and only once.
    [[nodiscard]] ReadResult takeResult();
    [[nodiscard]] model::Document take() { return takeResult().document; }

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// All at once.
[[nodiscard]] ReadResult readResult(const css::uno::Reference<css::uno::XComponentContext>& context,
                                    const css::uno::Reference<css::frame::XModel>& model, ReadOptions options = {});
[[nodiscard]] inline model::Document readDocument(const css::uno::Reference<css::uno::XComponentContext>& context,
                                                  const css::uno::Reference<css::frame::XModel>& model,
                                                  ReadOptions options = {}) {
    return readResult(context, model, options).document;
}

/// Fetches everything that a snapshot fetches and keeps nothing: what reading costs at least. For
/// measurements. Returns the number of paragraphs.
[[nodiscard]] std::size_t bareWalk(const css::uno::Reference<css::uno::XComponentContext>& context,
                                   const css::uno::Reference<css::frame::XModel>& model);

/// True if the object is a Writer document.
[[nodiscard]] bool isTextDocument(const css::uno::Reference<css::uno::XInterface>& model);

}  // namespace thethuc::uno
