// Edits on paragraphs and tables. Each is prepared (its place found, reasons against it heard) before the first one
// is carried out, and holds ranges of the office, which follow the other edits by themselves.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "model/edit.hpp"
#include "uno/read/locator.hpp"
#include "uno/write/view.hpp"

namespace thethuc::uno {

/// What carries an edit out. Throws what the office throws.
using Action = std::function<void()>;
/// The same for edits that need the view. Throws Refused where nothing was changed yet.
using ViewAction = std::function<void(ViewLoan&)>;

/// What preparing needs.
struct Site {
    css::uno::Reference<css::frame::XModel> model;
    const ReadResult& read;
    Locator& locator;
    bool recordChanges = false;      ///< changes are being tracked
    std::set<std::string> leaving{};   ///< shapes that edits of this batch take out: they hold no paragraph
    std::set<std::pair<std::int32_t, std::int32_t>> removed{};  ///< story and paragraph of those that go
    std::set<std::string> newNames{};  ///< names given to new shapes
};

/// Throw Refused.
[[nodiscard]] Action prepare(Site& site, const model::SetParagraphFormat& edit);
[[nodiscard]] Action prepare(Site& site, const model::SetCharFormat& edit);
[[nodiscard]] Action prepare(Site& site, const model::SetParagraphStyle& edit);
[[nodiscard]] Action prepare(Site& site, const model::ReplaceText& edit);
[[nodiscard]] Action prepare(Site& site, const model::RemoveParagraph& edit);
[[nodiscard]] Action prepare(Site& site, const model::InsertParagraphs& edit);
[[nodiscard]] Action prepare(Site& site, const model::RestartPageNumber& edit);
[[nodiscard]] Action prepare(Site& site, const model::DrawLine& edit);
[[nodiscard]] Action prepare(Site& site, const model::SetColumnWidths& edit);
[[nodiscard]] Action prepare(Site& site, const model::SetCells& edit);
[[nodiscard]] ViewAction prepare(Site& site, const model::SetShapeSize& edit);

/// The paragraph of a place that may be changed. Throws Refused (gone, protected).
FoundParagraph editableParagraph(Site& site, const model::Range& range);

/// Removes a paragraph, or only its text where it must stay. Throws Refused where something hangs on it.
[[nodiscard]] Action removeParagraph(Site& site, const model::Range& range);

}  // namespace thethuc::uno
