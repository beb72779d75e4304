#include "uno/write/pages.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include <com/sun/star/lang/XComponent.hpp>

#include "text/text.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/write/header_change.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/refused.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Writer keeps lengths in twips: what comes back differs by up to 0.02 mm from what was asked.
constexpr model::Hmm kRounding = 2;
/// A header never starts nearer to the paper's edge than this; printers cannot print there.
constexpr model::Hmm kLeastMargin = 500;

model::Hmm length(const Reference<css::beans::XPropertySet>& style, const char* name) {
    return getOr<sal_Int32>(style, rtl::OUString::createFromAscii(name), 0);
}

bool flag(const Reference<css::beans::XPropertySet>& style, const char* name, bool fallback) {
    return getOr<bool>(style, rtl::OUString::createFromAscii(name), fallback);
}

bool near(model::Hmm a, model::Hmm b) { return std::abs(a - b) <= kRounding; }

/// Format of a page style as its properties have it: TopMargin is above the header.
struct PageValues {
    model::Hmm width = 0, height = 0, left = 0, right = 0, top = 0, bottom = 0, gutter = 0;
    bool landscape = false;
};

PageValues pageValues(const Reference<css::beans::XPropertySet>& style) {
    PageValues result;
    result.width = length(style, "Width");
    result.height = length(style, "Height");
    result.left = length(style, "LeftMargin");
    result.right = length(style, "RightMargin");
    result.top = length(style, "TopMargin");
    result.bottom = length(style, "BottomMargin");
    result.gutter = length(style, "GutterMargin");
    result.landscape = flag(style, "IsLandscape", false);
    return result;
}

/// Commands for what differs; the cursor stands on a page of the style.
void setPageValues(const Reference<css::beans::XPropertySet>& style, const PageValues& from, const PageValues& to, ViewLoan& view) {
    const auto command = [&view](const char* name, const char* first, model::Hmm one, const char* second, model::Hmm two) {
        view.execute(rtl::OUString::createFromAscii(name),
                     seq<css::beans::PropertyValue>({argument(rtl::OUString::createFromAscii(first), static_cast<sal_Int32>(one)),
                                                     argument(rtl::OUString::createFromAscii(second), static_cast<sal_Int32>(two))}));
    };
    if (from.width != to.width || from.height != to.height) {
        if ((to.width > to.height) != flag(style, "IsLandscape", false)) {
            view.execute(".uno:AttributePage",
                         seq<css::beans::PropertyValue>({argument("AttributePage.Landscape", to.width > to.height)}));
        }
        command(".uno:AttributePageSize", "AttributePageSize.Width", to.width, "AttributePageSize.Height", to.height);
        if (!near(length(style, "Width"), to.width) || !near(length(style, "Height"), to.height)) {
            throw css::uno::RuntimeException("page size was not taken", {});
        }
    }
    if (from.left != to.left || from.right != to.right || from.gutter != to.gutter) {
        const auto margins = [&](model::Hmm left, model::Hmm right) {
            command(".uno:PageLRMargin", "PageLRMargin.Left", left, "PageLRMargin.Right", right);
        };
        const auto left = [&] { return length(style, "LeftMargin") + length(style, "GutterMargin"); };
        const auto right = [&] { return length(style, "RightMargin"); };
        margins(to.left, to.right);
        // On the left pages of a mirrored style the command takes them the other way round.
        if (near(left(), to.right) && near(right(), to.left) && !near(to.left, to.right)) margins(to.right, to.left);
        // An office that keeps the gutter beside the margin.
        if (!near(left(), to.left)) margins(to.left - (left() - to.left), to.right);
        if (!near(left(), to.left) || !near(right(), to.right)) throw css::uno::RuntimeException("side margins were not taken", {});
    }
    if (from.top != to.top || from.bottom != to.bottom) {
        command(".uno:PageULMargin", "PageULMargin.Upper", to.top, "PageULMargin.Lower", to.bottom);
        if (!near(length(style, "TopMargin"), to.top) || !near(length(style, "BottomMargin"), to.bottom)) {
            throw css::uno::RuntimeException("top and bottom margins were not taken", {});
        }
    }
}

/// What is left of "Trang 2/10", "- 2 -" and the like when the number is gone.
bool ornamentOnly(std::u32string_view rest) {
    std::u32string letters;
    for (const char32_t c : rest) {
        const char32_t lower = c >= U'A' && c <= U'Z' ? c + 32 : c;
        if ((lower >= U'a' && lower <= U'z') || (c >= U'0' && c <= U'9') || c > 0x00BF) {
            const bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2022 || c == 0x2026 || text::isSpace(c);
            if (!dash) letters.push_back(lower);
        }
    }
    return letters.empty() || letters == U"trang" || letters == U"trangsố" || letters == U"page";
}

}  // namespace

PageWriter::PageWriter(const Reference<css::frame::XModel>& model, const ReadResult& read, Locator& locator)
    : model_(model), read_(read), locator_(locator) {
    for (const model::PageSection& section : read.document.sections) {
        const std::string& name = read.document.pageStyles[static_cast<std::size_t>(section.pageStyle)].name;
        if (starts_.contains(name)) continue;
        if (const auto found = locator.paragraph(model::Range{0, section.firstParagraph, 0, 0})) {
            starts_[name] = found->paragraph->getStart();
        }
    }
}

const model::PageStyle* PageWriter::snapshotStyle(const std::string& name) const {
    for (const model::PageStyle& one : read_.document.pageStyles) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

Reference<css::beans::XPropertySet> PageWriter::style(const std::string& name) {
    const Reference<css::beans::XPropertySet> found = locator_.pageStyle(name);
    if (!found.is()) refuse("refused.page-style", {name});
    return found;
}

bool PageWriter::visit(const std::string& name, ViewLoan& view) {
    auto hint = starts_.find(name);
    if (hint == starts_.end()) {
        // A style that only follows another one: its pages come after that one's first.
        for (const model::PageStyle& one : read_.document.pageStyles) {
            if (one.follow == name && starts_.contains(one.name)) hint = starts_.find(one.name);
        }
    }
    return view.goToPageOf(str(name), hint == starts_.end() ? Reference<css::text::XTextRange>() : hint->second);
}

// ---- size and margins ----------------------------------------------------------------------------------------------

void PageWriter::prepare(const model::SetPageFormat& edit) { style(edit.pageStyle); }

model::Hmm PageWriter::headerHeight(const std::string& name) {
    // Page numbers come after margins, so a header that is not in the snapshot is not there yet.
    const model::PageStyle* snapshot = snapshotStyle(name);
    if (snapshot != nullptr) return snapshot->headerOn ? snapshot->headerHeight : 0;
    const Reference<css::beans::XPropertySet> properties = style(name);
    return flag(properties, "HeaderIsOn", false) ? length(properties, "HeaderHeight") : 0;
}

void PageWriter::apply(const model::SetPageFormat& edit, ViewLoan& view) {
    const Reference<css::beans::XPropertySet> properties = style(edit.pageStyle);
    if (!visit(edit.pageStyle, view)) refuse("refused.no-page", {edit.pageStyle});
    const model::PageStyle* snapshot = snapshotStyle(edit.pageStyle);
    const PageValues before = pageValues(properties);
    PageValues after = before;
    if (edit.width) after.width = *edit.width;
    if (edit.height) after.height = *edit.height;
    // The commands write margins without a gutter, so the gutter goes into the left one.
    if (edit.left || edit.right) after.left += after.gutter, after.gutter = 0;
    if (edit.left) after.left = *edit.left;
    if (edit.right) after.right = *edit.right;
    if (edit.top) after.top = *edit.top - headerHeight(edit.pageStyle);
    if (after.top < 0) refuse("refused.header-too-tall", {edit.pageStyle});
    if (edit.bottom) after.bottom = *edit.bottom - (snapshot != nullptr && snapshot->footerOn ? snapshot->footerHeight : 0);
    if (after.bottom < 0) refuse("refused.footer-too-tall", {edit.pageStyle});

    const bool turned = (after.width > after.height) != before.landscape && (edit.width || edit.height);
    if (turned || after.gutter != before.gutter) {
        // No command brings these back, so Writer records this one itself. Where there is a header of ours that can
        // still be undone, that is not quite safe (own_undo.hpp); both are rare, and together they hardly occur.
        setPageValues(properties, before, after, view);
        return;
    }
    const std::string name = edit.pageStyle;
    const auto change = [name](const PageValues& from, const PageValues& to) -> ModelWork {
        return [name, from, to](const Reference<css::frame::XModel>& model) {
            ViewLoan loan(model);
            const Reference<css::beans::XPropertySet> target = thethuc::uno::style(styleFamily(model, "PageStyles"), str(name));
            if (!target.is() || !loan.usable() || !loan.goToPageOf(str(name), {})) {
                throw css::uno::RuntimeException("the page is gone", {});
            }
            setPageValues(target, from, to, loan);
        };
    };
    unrecorded(model_, change(before, after), change(after, before));
}

// ---- page numbers --------------------------------------------------------------------------------------------------

std::vector<std::string> PageWriter::chain(const std::string& first) {
    std::vector<std::string> result{first};
    while (true) {
        const std::string next = toUtf8(getOr<rtl::OUString>(style(result.back()), "FollowStyle", rtl::OUString()));
        if (next.empty() || next == result.back()) return result;
        if (std::find(result.begin(), result.end(), next) != result.end()) return result;
        result.push_back(next);
    }
}

void PageWriter::collectNumbers(std::int32_t story, const std::string& frame, NumberPlan& plan) {
    if (story < 0) return;
    const auto& paragraphs = read_.document.stories[static_cast<std::size_t>(story)].paragraphs;
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        const model::Paragraph& paragraph = paragraphs[p];
        std::u32string rest;
        std::vector<model::Range> fields;
        bool hasNumber = false;
        for (const model::Run& run : paragraph.runs) {
            const model::Range range{story, static_cast<std::int32_t>(p), run.start, run.length};
            if (run.kind == model::RunKind::pageNumber || run.kind == model::RunKind::pageCount) {
                hasNumber = hasNumber || run.kind == model::RunKind::pageNumber;
                fields.push_back(range);
            } else {
                rest += paragraph.text.substr(static_cast<std::size_t>(run.start), static_cast<std::size_t>(run.length));
            }
        }
        if (!hasNumber) continue;
        const bool ornaments = ornamentOnly(rest);
        // A frame with words of its own keeps its number: what it says is not ours to judge.
        if (!frame.empty() && !ornaments) continue;
        const model::Place place = read_.document.place({story, static_cast<std::int32_t>(p), 0, 0});
        const auto found = locator_.paragraph(place);
        if (!found) continue;
        NumberPlace number;
        number.whole = found->paragraph;
        number.clearAll = ornaments;
        if (paragraphs.size() == 1 && ornaments) number.frame = frame;
        if (!ornaments) {
            for (const model::Range& field : fields) {
                const std::vector<Reference<css::text::XTextRange>> pieces = locator_.pieces({field, place.fingerprint});
                number.fields.insert(number.fields.end(), pieces.begin(), pieces.end());
            }
        }
        plan.numbers.push_back(std::move(number));
    }
}

void PageWriter::prepare(const model::SetPageNumber& edit) {
    const std::vector<std::string> styles = chain(edit.pageStyle);
    const std::string last = toUtf8(getOr<rtl::OUString>(style(styles.back()), "FollowStyle", rtl::OUString()));
    // The pages after the first run through the circle that the chain ends in.
    const auto circle = std::find(styles.begin(), styles.end(), last.empty() ? styles.back() : last);
    NumberPlan plan;
    for (auto one = styles.begin(); one != styles.end(); ++one) {
        const bool isFirst = one == styles.begin();
        const bool repeats = one >= circle;
        if (!isFirst || repeats || !edit.hideFirst) plan.numbered.push_back(*one);
        else plan.others.push_back(*one);
        if (isFirst && repeats && edit.hideFirst) plan.differentFirst = *one;
    }

    plan.styles = styles;
    plans_[edit.pageStyle] = std::move(plan);
}

void PageWriter::findNumbers(NumberPlan& plan) {
    std::set<std::int32_t> stories;
    for (const std::string& name : plan.styles) {
        const model::PageStyle* snapshot = snapshotStyle(name);
        if (snapshot == nullptr) continue;
        for (const std::int32_t story : {snapshot->header, snapshot->headerFirst, snapshot->footer, snapshot->footerFirst}) {
            if (story >= 0 && stories.insert(story).second) collectNumbers(story, {}, plan);
        }
    }
    for (const model::Shape& shape : read_.document.shapes) {
        if (shape.textStory < 0 || shape.kind != model::ShapeKind::textFrame) continue;
        const auto anchorStory = static_cast<std::size_t>(shape.anchor.story);
        const bool onPages = shape.anchorKind == model::AnchorKind::page || anchorStory >= read_.document.stories.size();
        const model::StoryKind kind = onPages ? model::StoryKind::body : read_.document.stories[anchorStory].kind;
        const bool headOrFoot = kind == model::StoryKind::header || kind == model::StoryKind::footer;
        // Frames in headers of other sections stay as they are.
        if (headOrFoot && !stories.contains(shape.anchor.story)) continue;
        collectNumbers(shape.textStory, shape.name, plan);
    }
}

void PageWriter::removeNumber(const NumberPlace& place) {
    if (!place.frame.empty()) {
        const Reference<css::lang::XComponent> frame(locator_.shape(place.frame), UNO_QUERY);
        if (frame.is()) {
            frame->dispose();
            return;
        }
    }
    if (place.clearAll) {
        const Reference<css::text::XText> text = place.whole->getText();
        const Reference<css::text::XTextCursor> cursor = text->createTextCursorByRange(place.whole->getStart());
        cursor->gotoRange(place.whole->getEnd(), true);
        cursor->setString(rtl::OUString());
        return;
    }
    for (auto field = place.fields.rbegin(); field != place.fields.rend(); ++field) (*field)->setString(rtl::OUString());
}

void PageWriter::apply(const model::SetPageNumber& edit, ViewLoan& view) {
    NumberPlan& plan = plans_[edit.pageStyle];
    // Only now: a change of margins makes Writer build headers and footers anew, and places found before are gone.
    locator_.refresh();
    findNumbers(plan);
    if (!plan.differentFirst.empty() && flag(style(plan.differentFirst), "FirstIsShared", true) &&
        !visit(plan.differentFirst, view)) {
        refuse("refused.no-page", {plan.differentFirst});
    }
    for (const NumberPlace& number : plan.numbers) removeNumber(number);

    for (const std::string& name : plan.numbered) {
        const Reference<css::beans::XPropertySet> properties = style(name);
        HeaderChange change;
        change.style = name;
        change.switchOn = !flag(properties, "HeaderIsOn", false);
        // A footer may have split the first page already; then it stays split when the header goes.
        change.splitFirst = name == plan.differentFirst && flag(properties, "FirstIsShared", true);
        change.plainFirst = name == plan.differentFirst && (change.switchOn || change.splitFirst);
        change.sameLeft = change.switchOn || flag(properties, "HeaderIsShared", true);
        change.size = edit.size;
        change.topBefore = length(properties, "TopMargin");
        // The header takes its room from the margin above.
        change.topAfter = std::max(change.topBefore - newHeaderHeight(edit.size), std::min(kLeastMargin, change.topBefore));
        if (change.switchOn || change.splitFirst) makeHeaderChange(model_, change);
        if (change.switchOn) continue;
        putPageNumber(model_, getObject<css::text::XText>(properties, "HeaderText"), edit.size);
        if (!change.sameLeft) putPageNumber(model_, getObject<css::text::XText>(properties, "HeaderTextLeft"), edit.size);
        if (!edit.hideFirst && !flag(properties, "FirstIsShared", true)) {
            putPageNumber(model_, getObject<css::text::XText>(properties, "HeaderTextFirst"), edit.size);
        }
    }
}

}  // namespace thethuc::uno
