// The portions of one paragraph, tracked deletions left out. Reader and locator share it, so both
// count code points the same way.
#pragma once

#include <com/sun/star/beans/XMultiPropertySet.hpp>
#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>

#include "uno/bridge/properties.hpp"

namespace thethuc::uno {

/// Tracked changes that are open at the current position; it runs on from one paragraph of a story to
/// the next, since a change may span paragraphs.
struct TrackState {
    int deleted = 0;
    int inserted = 0;
};

enum class PortionType { text, field, footnote, frame, other };

struct Portion {
    PortionType type = PortionType::text;
    css::uno::Reference<css::text::XTextRange> range;
    rtl::OUString text;
    css::uno::Sequence<css::uno::Any> values;   ///< of the names asked for
    bool inserted = false;                      ///< inside a tracked insertion
    bool placeholder = false;                   ///< inside a content control that shows its placeholder
};

namespace detail {

/// Content controls and metadata fields hold portions of their own; nesting deeper than this is cut off.
constexpr int kDeepestPortion = 32;

template <class Visit>
void visitPortions(const css::uno::Reference<css::container::XEnumeration>& portions,
                   const css::uno::Sequence<rtl::OUString>& names, TrackState& tracked, bool placeholder, int depth,
                   Visit& visit) {
    if (!portions.is()) return;
    while (portions->hasMoreElements()) {
        Portion portion;
        const css::uno::Any element = portions->nextElement();
        element >>= portion.range;
        const css::uno::Reference<css::beans::XMultiPropertySet> properties(portion.range, css::uno::UNO_QUERY);
        if (!properties.is()) continue;
        portion.text = portion.range->getString();
        portion.values = properties->getPropertyValues(names);
        portion.inserted = tracked.inserted > 0;
        portion.placeholder = placeholder;
        rtl::OUString type;
        portion.values.getConstArray()[portion.values.getLength() - 1] >>= type;
        if (type.getLength() == 4) {  // "Text", "Ruby"; text of drawn shapes says "Text" too
            portion.type = PortionType::text;
        } else if (type == "TextField") {
            portion.type = PortionType::field;
        } else if (type == "Footnote") {
            portion.type = PortionType::footnote;
        } else if (type == "Frame") {
            portion.type = PortionType::frame;
        } else if (type == "Redline") {
            const css::uno::Reference<css::uno::XInterface> object(properties);
            if (getOr(object, "IsCollapsed", false)) continue;
            const bool start = getOr(object, "IsStart", false);
            const rtl::OUString kind = getOr(object, "RedlineType", rtl::OUString());
            int* const open = kind == "Delete" ? &tracked.deleted : kind == "Insert" ? &tracked.inserted : nullptr;
            // The end of a change whose start was elsewhere (in another kind of text) must not count below none.
            if (open != nullptr) *open += start ? 1 : (*open > 0 ? -1 : 0);
            continue;
        } else if (type == "InContentMetadata" || type == "ContentControl") {
            if (depth >= kDeepestPortion) continue;
            const css::uno::Reference<css::uno::XInterface> object(properties);
            const auto inner = getObject<css::container::XEnumerationAccess>(object, type);
            if (!inner.is()) continue;
            const bool shows = placeholder || (type == "ContentControl" && getOr(inner, "ShowingPlaceHolder", false));
            visitPortions(inner->createEnumeration(), names, tracked, shows, depth + 1, visit);
            continue;
        } else {
            portion.type = PortionType::other;
        }
        if (tracked.deleted > 0) continue;
        if (portion.type == PortionType::other && portion.text.isEmpty()) continue;
        visit(portion);
    }
}

}  // namespace detail

/// Calls `visit(const Portion&)` for each portion that counts. `names` are character properties whose last one
/// is "TextPortionType".
template <class Visit>
void forEachPortion(const css::uno::Reference<css::container::XEnumerationAccess>& paragraph,
                    const css::uno::Sequence<rtl::OUString>& names, TrackState& tracked, Visit&& visit) {
    if (!paragraph.is()) return;
    detail::visitPortions(paragraph->createEnumeration(), names, tracked, false, 0, visit);
}

}  // namespace thethuc::uno
