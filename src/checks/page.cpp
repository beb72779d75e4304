// Paper, orientation and margins of the page styles that the document uses.
#include "checks/page.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "checks/support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::page {
namespace {

using elements::PartKind;
using model::Hmm;
using model::PageStyle;
using model::Range;

bool isLandscape(const PageStyle& style) noexcept { return style.width > style.height; }

/// First paragraph of the body on pages of this style: of the section that starts with it, or with the
/// style that it follows.
Range firstOn(const Context& context, std::size_t style) {
    const auto& document = context.document;
    for (const auto& section : document.sections) {
        if (at(section.pageStyle) == style) return {0, section.firstParagraph, 0, 0};
    }
    for (const auto& section : document.sections) {
        if (document.pageStyles[at(section.pageStyle)].follow == document.pageStyles[style].name) return {0, section.firstParagraph, 0, 0};
    }
    return {0, 0, 0, 0};
}

/// Findings of one fault on several page styles are one finding with an edit for each of them.
class PageFaults {
public:
    explicit PageFaults(const Context& context) : context_(context) {}

    void add(std::size_t style, Value expected, Value actual, std::string band, std::string message, model::Edit edit) {
        for (Finding& finding : findings_) {
            if (finding.actual == actual && finding.band == band && finding.message == message) {
                finding.edits.push_back(std::move(edit));
                return;
            }
        }
        const Range range = firstOn(context_, style);
        if (at(range.paragraph) >= context_.document.stories[0].paragraphs.size()) return;
        Finding finding = findingAt(context_, range, std::move(expected), std::move(actual));
        finding.pageStyle = context_.document.pageStyles[style].name;
        finding.band = std::move(band);
        finding.message = std::move(message);
        finding.edits.push_back(std::move(edit));
        findings_.push_back(std::move(finding));
    }

    void report(Sink& sink) {
        for (Finding& finding : findings_) sink.report(std::move(finding));
    }

private:
    const Context& context_;
    std::vector<Finding> findings_;
};

/// Paragraphs [first, last) of the section.
std::pair<std::int32_t, std::int32_t> extentOf(const Context& context, std::size_t section) {
    const auto& sections = context.document.sections;
    const auto count = static_cast<std::int32_t>(context.document.stories[0].paragraphs.size());
    return {sections[section].firstParagraph, section + 1 < sections.size() ? sections[section + 1].firstParagraph : count};
}

/// A table of data, not the two columns of the header or the end: with borders, or of three columns and more.
bool hasData(const Context& context, std::int32_t first, std::int32_t last) {
    const auto& document = context.document;
    const bool table = std::any_of(document.tables.begin(), document.tables.end(), [&](const model::Table& one) {
        return one.story == 0 && one.firstParagraph >= first && one.firstParagraph < last && (one.bordered || one.columns > 2);
    });
    return table || std::any_of(document.shapes.begin(), document.shapes.end(), [&](const model::Shape& shape) {
        const bool picture = shape.kind == model::ShapeKind::image || shape.kind == model::ShapeKind::object || shape.kind == model::ShapeKind::group;
        return picture && shape.anchor.story == 0 && shape.anchor.paragraph >= first && shape.anchor.paragraph < last;
    });
}

}  // namespace

void paper(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.oneOf.empty()) return;
    const auto [shorter, longer] = std::minmax_element(row.limit.oneOf.begin(), row.limit.oneOf.end());
    const auto near = [&](Hmm value, Hmm wanted) { return std::abs(value - wanted) <= row.limit.tolerance; };
    PageFaults faults(context);
    for (std::size_t i = 0; i < context.document.pageStyles.size(); ++i) {
        const PageStyle& style = context.document.pageStyles[i];
        sink.judged();
        const Hmm width = isLandscape(style) ? *longer : *shorter;
        const Hmm height = isLandscape(style) ? *shorter : *longer;
        if (near(style.width, width) && near(style.height, height)) continue;
        model::SetPageFormat change;
        change.pageStyle = style.name;
        change.width = width;
        change.height = height;
        faults.add(i, Paper{width, height}, Paper{style.width, style.height}, {}, {}, std::move(change));
    }
    faults.report(sink);
}

void orientation(const Context& context, const ruleset::Row&, Sink& sink) {
    const auto& document = context.document;
    if (document.pageStyles.empty() || document.sections.empty()) return;
    sink.judged();
    const bool whole = std::all_of(document.pageStyles.begin(), document.pageStyles.end(), isLandscape);
    const auto turned = [](const PageStyle& style) {
        model::SetPageFormat change;
        change.pageStyle = style.name;
        change.width = style.height;
        change.height = style.width;
        return change;
    };
    PageFaults faults(context);
    // A file that is nothing but an appendix of tables lies as its tables need.
    const bool mainPart = std::any_of(context.analysis.parts.begin(), context.analysis.parts.end(),
                                      [](const elements::Part& part) { return part.kind == PartKind::main; });
    if (whole && mainPart) {
        for (std::size_t i = 0; i < document.pageStyles.size(); ++i) {
            faults.add(i, Word{"value.portrait"}, Word{"value.landscape"}, "whole", "message.orientationWhole", turned(document.pageStyles[i]));
        }
        faults.report(sink);
        return;
    }
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
        const auto style = at(document.sections[s].pageStyle);
        if (!isLandscape(document.pageStyles[style])) continue;
        const auto [first, last] = extentOf(context, s);
        if (hasData(context, first, last)) continue;
        faults.add(style, Word{"value.portrait"}, Word{"value.landscape"}, {}, "message.orientationNoTable", turned(document.pageStyles[style]));
    }
    faults.report(sink);
}

void margin(const Context& context, const ruleset::Row& row, Sink& sink) {
    constexpr std::string_view kPrefix = "margin-";
    std::string_view side = property(row);
    if (!side.starts_with(kPrefix)) return;
    side.remove_prefix(kPrefix.size());
    const Millimetres expected{row.limit.min.value_or(0), row.limit.max.value_or(0)};
    PageFaults faults(context);
    for (std::size_t i = 0; i < context.document.pageStyles.size(); ++i) {
        const PageStyle& style = context.document.pageStyles[i];
        const bool landscape = isLandscape(style);
        // The decree is silent on landscape pages: a remark, where the ruleset wants one.
        if (landscape && !bandOf(row, "landscape")) continue;
        Hmm value = 0;
        model::SetPageFormat change;
        change.pageStyle = style.name;
        std::optional<Hmm>* target = nullptr;
        if (side == "top") {
            value = style.effectiveTop();
            target = &change.top;
        } else if (side == "bottom") {
            value = style.effectiveBottom();
            target = &change.bottom;
        } else if (side == "left") {
            value = style.marginLeft;
            target = &change.left;
        } else if (side == "right") {
            value = style.marginRight;
            target = &change.right;
        } else {
            return;
        }
        sink.judged();
        if (within(row.limit, value)) continue;
        *target = nearest(row.limit, value);
        faults.add(i, expected, Millimetres{value, value}, landscape ? "landscape" : "", landscape ? "message.marginLandscape" : "", std::move(change));
    }
    faults.report(sink);
}

}  // namespace thethuc::checks::page
