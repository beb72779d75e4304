// The open document as the actions of “Viện dẫn” need it: read, its parts recognised, its citations counted.
#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "citations/ledger.hpp"
#include "elements/analysis.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

struct CitedReading {
    ReadResult read;
    elements::Analysis analysis;
    citations::Ledger ledger;

    [[nodiscard]] const model::Document& document() const noexcept { return read.document; }
};

/// Reads at once, on the main thread; some tenths of a second in a document of 430 pages.
[[nodiscard]] CitedReading readCitations(const Context& context, const css::uno::Reference<css::frame::XModel>& model);

}  // namespace thethuc::uno
