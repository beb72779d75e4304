// The portions of one paragraph, tracked deletions and marks [n] of ours left out. Reader and locator share it, so
// both count code points the same way.
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

#include <com/sun/star/beans/XMultiPropertySet.hpp>
#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
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

/// What stands in a paragraph beside its text.
struct Aside {
    enum class Kind { bookmark, mark, comment } kind = Kind::bookmark;
    rtl::OUString name;                                      ///< of the bookmark; of the one that a mark refers to
    css::uno::Reference<css::text::XTextRange> range;        ///< of a mark: all of it
};

/// Marks begin their targets' names so.
inline constexpr const char* kMarkTarget = "_tt_vb_";
/// A mark is this blank, “[”, the reference, “]”: the number stays on the line of what it numbers.
inline constexpr sal_Unicode kMarkBlank = 0x00A0;

namespace detail {

struct NoAside {
    void operator()(const Aside&) const noexcept {}
};

/// Content controls and metadata fields hold portions of their own; nesting deeper than this is cut off.
constexpr int kDeepestPortion = 32;

template <class Visit, class Note>
void visitPortions(const css::uno::Reference<css::container::XEnumeration>& portions,
                   const css::uno::Sequence<rtl::OUString>& names, TrackState& tracked, bool placeholder, int depth,
                   Visit& visit, Note& note) {
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
            visitPortions(inner->createEnumeration(), names, tracked, shows, depth + 1, visit, note);
            continue;
        } else {
            portion.type = PortionType::other;
            if constexpr (!std::is_same_v<Note, NoAside>) {
                if (type == "Bookmark" && tracked.deleted == 0 && getOr(properties, "IsStart", false)) {
                    const auto bookmark = getObject<css::container::XNamed>(properties, type);
                    if (bookmark.is()) note(Aside{Aside::Kind::bookmark, bookmark->getName(), {}});
                } else if (type == "Annotation" && tracked.deleted == 0) {
                    note(Aside{Aside::Kind::comment, {}, {}});
                }
            }
        }
        if (tracked.deleted > 0) continue;
        if (portion.type == PortionType::other && portion.text.isEmpty()) continue;
        visit(portion);
    }
}

/// Takes marks out of a row of portions: the brackets belong to the text portions beside the reference.
template <class Visit, class Note>
class WithoutMarks {
public:
    WithoutMarks(Visit& visit, Note& note) : visit_(visit), note_(note) {}

    void operator()(Portion& portion) {
        if (reference_) {
            if (portion.type == PortionType::text && portion.text.startsWith("]")) {
                takeOut(portion);
                return;
            }
            letGo();
        }
        if (portion.type == PortionType::field && held_ && held_->text.endsWith("[")) {
            const css::uno::Reference<css::uno::XInterface> field = getObject<css::uno::XInterface>(portion.range, "TextField");
            target_ = field.is() ? getOr(field, "SourceName", rtl::OUString()) : rtl::OUString();
            if (target_.startsWith(rtl::OUString::createFromAscii(kMarkTarget))) {
                reference_ = std::move(portion);
                return;
            }
        }
        letGo();
        if (portion.type == PortionType::text) held_ = std::move(portion);
        else visit_(portion);
    }

    /// Behind the last portion.
    void letGo() {
        if (held_) visit_(*std::exchange(held_, std::nullopt));
        if (reference_) visit_(*std::exchange(reference_, std::nullopt));
    }

private:
    using Cursor = css::uno::Reference<css::text::XTextCursor>;
    static Cursor at(const css::uno::Reference<css::text::XTextRange>& place) {
        return {place->getText()->createTextCursorByRange(place), css::uno::UNO_SET_THROW};
    }

    void takeOut(Portion& behind) {
        sal_Int32 kept = held_->text.getLength() - 1;
        const Cursor mark = at(held_->range->getEnd());
        mark->goLeft(1, false);
        if (kept > 0 && held_->text[kept - 1] == kMarkBlank) {
            mark->goLeft(1, false);
            --kept;
        }
        const Cursor rest = at(behind.range->getStart());
        rest->goRight(1, false);
        if (kept > 0) {
            const Cursor before = at(held_->range->getStart());
            before->gotoRange(css::uno::Reference<css::text::XTextRange>(mark, css::uno::UNO_QUERY), true);
            held_->text = held_->text.copy(0, kept);
            held_->range.set(before, css::uno::UNO_QUERY);
            visit_(*held_);
        }
        held_.reset();
        reference_.reset();
        mark->gotoRange(css::uno::Reference<css::text::XTextRange>(rest, css::uno::UNO_QUERY), true);
        note_(Aside{Aside::Kind::mark, target_, css::uno::Reference<css::text::XTextRange>(mark, css::uno::UNO_QUERY)});
        if (behind.text.getLength() == 1) return;
        const Cursor after = at(behind.range->getEnd());
        rest->gotoRange(css::uno::Reference<css::text::XTextRange>(after, css::uno::UNO_QUERY), true);
        behind.text = behind.text.copy(1);
        behind.range.set(rest, css::uno::UNO_QUERY);
        held_ = std::move(behind);
    }

    Visit& visit_;
    Note& note_;
    std::optional<Portion> held_;                ///< text: a mark may begin at its end
    std::optional<Portion> reference_;           ///< a reference behind it
    rtl::OUString target_;
};

}  // namespace detail

/// Calls `visit(const Portion&)` for each portion that counts. `names` are character properties whose last one
/// is "TextPortionType". `note(const Aside&)` hears of bookmarks that begin here (some may be told before the text in front
/// of them) and of marks of ours, these between the portions where they stand.
template <class Visit, class Note = detail::NoAside>
void forEachPortion(const css::uno::Reference<css::container::XEnumerationAccess>& paragraph,
                    const css::uno::Sequence<rtl::OUString>& names, TrackState& tracked, Visit&& visit, Note note = {}) {
    if (!paragraph.is()) return;
    detail::WithoutMarks<std::remove_reference_t<Visit>, Note> filter(visit, note);
    detail::visitPortions(paragraph->createEnumeration(), names, tracked, false, 0, filter, note);
    filter.letGo();
}

}  // namespace thethuc::uno
