// Snapshot place -> live document. Call it in the main thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "uno/read/read_result.hpp"

namespace thethuc::uno {

/// A paragraph of the live document.
struct FoundParagraph {
    css::uno::Reference<css::text::XTextRange> paragraph;   ///< also XPropertySet, XEnumerationAccess of portions
    css::uno::Reference<css::text::XText> text;             ///< the text that holds it: body, cell, frame, note …
    std::int32_t index = 0;                                 ///< in its story, now
};

/// Finds places of one snapshot. It remembers what it has walked, so use one for a batch, collect all
/// ranges first, then edit (ranges follow edits by themselves), and call refresh() before looking up
/// more. Nothing here changes the document.
class Locator {
public:
    /// `read` must outlive the locator.
    Locator(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read);
    ~Locator();
    Locator(const Locator&) = delete;
    Locator& operator=(const Locator&) = delete;

    /// Forgets what it has walked: after edits.
    void refresh();

    /// The paragraph of a place: at its index if the fingerprint is the same, otherwise the nearest one of
    /// the story that has it; nothing if none has. Fingerprint 0 trusts the index.
    [[nodiscard]] std::optional<FoundParagraph> paragraph(const model::Place& place);
    [[nodiscard]] std::optional<FoundParagraph> paragraph(const model::Range& range) { return paragraph(trusted(range)); }

    /// The text of a place as one range, from its first to its last code point: deleted text (tracked) that
    /// lies between is inside. Length 0 gives a collapsed range. A position inside a field is moved to the
    /// field's edges, since a field cannot be halved.
    [[nodiscard]] std::optional<css::uno::Reference<css::text::XTextRange>> range(const model::Place& place);
    [[nodiscard]] std::optional<css::uno::Reference<css::text::XTextRange>> range(const model::Range& range_) {
        return range(trusted(range_));
    }
    /// The same in pieces that hold nothing but what the snapshot's text has: no deleted text, and each
    /// field or note by itself. For edits. Empty if the place is gone.
    [[nodiscard]] std::vector<css::uno::Reference<css::text::XTextRange>> pieces(const model::Place& place);

    /// The text of a story; empty if it is gone.
    [[nodiscard]] css::uno::Reference<css::text::XText> storyText(std::int32_t story);
    /// A shape or frame by its snapshot name; empty if it is gone. It is XPropertySet and XTextContent too
    /// (members of a group are no XTextContent).
    [[nodiscard]] css::uno::Reference<css::drawing::XShape> shape(std::string_view name);
    /// A table of the snapshot by its index; empty if it is gone.
    [[nodiscard]] css::uno::Reference<css::text::XTextTable> table(std::int32_t index);
    /// A page style by programmatic name; empty if it is gone.
    [[nodiscard]] css::uno::Reference<css::beans::XPropertySet> pageStyle(std::string_view name);

    /// Selects the place in the current view and scrolls to it; false if it is gone or there is no view.
    bool show(const model::Place& place);
    /// Selects a shape or frame; false if it is gone.
    bool showShape(std::string_view name);

    /// Physical page (1 is the first) of each range, 0 where it cannot be told. Forces layout as far as
    /// needed; the person's cursor and selection come back to where they were.
    [[nodiscard]] std::vector<std::int32_t> pagesOf(const std::vector<model::Range>& ranges);
    [[nodiscard]] std::int32_t pageOf(const model::Range& range_) { return pagesOf({range_}).front(); }

private:
    [[nodiscard]] static model::Place trusted(const model::Range& range) noexcept { return {range, 0}; }
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace thethuc::uno
