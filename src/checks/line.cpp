// Separator lines: their presence and their length against the text above them.
#include "checks/line.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "checks/support.hpp"

namespace thethuc::checks::line {
namespace {

using elements::Element;
using elements::Separator;
using model::Hmm;
using model::Paragraph;
using model::Range;

/// Longest line of the element in its right look. Nothing where it cannot be measured.
std::optional<Hmm> measure(const Context& context, const Element& element) {
    if (!context.document.facts.timesMetrics) return std::nullopt;
    const auto longest = longestLineOf(context, element, rightLookOf(context, element));
    return longest && *longest > 0 ? longest : std::nullopt;
}

/// Between the words and their line: less would look like underlined words, more would touch the accents of the next line.
constexpr Hmm kGap = 70;

/// Distance from the top of the element's last paragraph to the line below it.
Hmm offsetBelow(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    const Range text = wholeParagraph(context, range.story, range.paragraph);
    // A line belongs below the element, which may be followed by other words in its paragraph.
    const Range upTo{range.story, range.paragraph, text.start, range.end() - text.start};
    const auto lines = linesOf(context, upTo, roomFor(context, range));
    const auto count = lines ? static_cast<std::int64_t>(lines->size()) : 1;
    const std::int64_t height = lineHeight(sizeOf(paragraph));
    return static_cast<Hmm>(count * height * lineSpacingOf(context, range) / 100) + paragraph.format.spaceBefore + kGap;
}

/// The edit that draws the line that the row for the length asks for; nothing where the text has no known width.
std::optional<model::DrawLine> redraw(const Context& context, const Element& element, const Separator* old) {
    const ruleset::Row* lengths = rowOf(context, element.kind, element.role, "line-length");
    const auto longest = measure(context, element);
    const Range& last = element.ranges.back();
    if (!lengths || !longest || paragraphOf(context, last).protectedContent) return std::nullopt;
    const auto& limit = lengths->limit;
    const std::int32_t share = limit.preferred != 0 ? limit.preferred : (limit.min.value_or(0) + limit.max.value_or(0)) / 2;
    model::DrawLine edit;
    edit.under = {last.story, last.paragraph, 0, 0};
    edit.length = static_cast<Hmm>(static_cast<std::int64_t>(*longest) * share / 1000);
    edit.offset = offsetBelow(context, last);
    if (!old) return edit;
    switch (old->form) {
        case Separator::Form::shape:
        case Separator::Form::image:
            if (old->shape >= 0) edit.replaces.push_back(context.document.shapes[at(old->shape)].name);
            break;
        case Separator::Form::border:
            edit.clearsBorder = true;
            // A paragraph that has nothing but its border goes with it.
            if (old->paragraph.story != last.story || old->paragraph.paragraph != last.paragraph) {
                if (paragraphOf(context, old->paragraph).protectedContent) return std::nullopt;
                if (!isBlank(paragraphOf(context, old->paragraph).text)) return std::nullopt;
                edit.removes.push_back(old->paragraph);
            }
            break;
        case Separator::Form::characters:
            if (paragraphOf(context, old->paragraph).protectedContent) return std::nullopt;
            edit.removes.push_back(old->paragraph);
            break;
    }
    return edit;
}

/// How far the middle of a drawn line lies from the middle of the centred text above it; nothing where that cannot be told, as for a
/// line that is fixed to the page or anchored elsewhere.
std::optional<Hmm> offCentre(const Context& context, const Element& element, const Separator& line) {
    if (line.form != Separator::Form::shape || line.shape < 0) return std::nullopt;
    const model::Shape& shape = context.document.shapes[at(line.shape)];
    const Range& last = element.ranges.back();
    const Paragraph& text = paragraphOf(context, last);
    const bool together = shape.anchor.story == last.story && paragraphOf(context, shape.anchor).cell == text.cell;
    const bool inText = shape.horizontalRelation == model::Relation::paragraphText;
    const bool anchored = shape.anchorKind == model::AnchorKind::paragraph || shape.anchorKind == model::AnchorKind::character;
    if (!together || !anchored || text.format.align != model::Align::center || (!inText && shape.horizontalRelation != model::Relation::paragraphArea)) return std::nullopt;
    const Hmm room = roomFor(context, {last.story, last.paragraph, 0, 0}) + text.format.leftMargin + text.format.rightMargin;
    const model::ParagraphFormat& around = paragraphOf(context, shape.anchor).format;
    const Hmm from = inText ? around.leftMargin : 0;
    const Hmm width = inText ? room - around.leftMargin - around.rightMargin : room;
    Hmm centre = from + shape.x + shape.width / 2;
    if (shape.horizontal == model::Orientation::center) centre = from + width / 2;
    if (shape.horizontal == model::Orientation::left) centre = from + shape.width / 2;
    if (shape.horizontal == model::Orientation::right) centre = from + width - shape.width / 2;
    return centre - (room + text.format.leftMargin - text.format.rightMargin + text.format.firstLineIndent) / 2;
}

bool isUnderlined(const Context& context, const Element& element) {
    return std::any_of(element.ranges.begin(), element.ranges.end(), [&](const Range& range) {
        const auto pieces = piecesOf(context, range);
        return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.run->format.underline; });
    });
}

}  // namespace

void present(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (!row.limit.is.value_or(true)) {
        // No line belongs here (below “V/v …”). Nobody knows what it was drawn for: a person takes it away.
        for (const Element* element : elementsOf(context, row)) {
            sink.judged();
            const Separator* line = lineBelow(context, *element);
            if (!line) continue;
            Finding finding = findingAt(context, element->ranges.back(), Word{"value.noLine"}, Word{"value.line"});
            finding.role = element->role;
            finding.message = "message.lineNotWanted";
            sink.report(std::move(finding));
        }
        return;
    }
    std::vector<std::pair<std::int32_t, elements::Kind>> seen;
    for (const Element* element : elementsOf(context, row)) {
        // An element on several entries (a name in two parts of the header) has one line.
        const auto key = std::pair(element->part, element->kind);
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(key);
        sink.judged();
        const Separator* old = lineBelow(context, *element);
        const Range& last = element->ranges.back();
        if (old) {
            const bool dashed = old->form == Separator::Form::shape && old->shape >= 0 && context.document.shapes[at(old->shape)].dashed;
            // What the padding of a cell and the rounding of .docx can move a line by is no fault.
            constexpr Hmm kCentreSlack = 300;
            const std::optional<Hmm> off = offCentre(context, *element, *old);
            const bool aside = off && std::abs(*off) > kCentreSlack;
            if (!dashed && !aside) continue;
            Finding finding = findingAt(context, last, Word{"value.line"}, Word{dashed ? "value.dashedLine" : "value.lineAside"});
            finding.role = element->role;
            finding.message = dashed ? "message.lineDashed" : "message.lineAside";
            if (!dashed) finding.band = "centre";
            if (auto edit = redraw(context, *element, old)) finding.edits.emplace_back(std::move(*edit));
            sink.report(std::move(finding));
            continue;
        }
        const bool underlined = isUnderlined(context, *element);
        Finding finding = findingAt(context, last, Word{"value.line"}, Word{underlined ? "value.underlinedText" : "value.missing"});
        finding.role = element->role;
        if (underlined) finding.message = "message.lineUnderlined";
        if (auto edit = redraw(context, *element, nullptr)) {
            if (underlined) {
                for (const Range& range : element->ranges) {
                    model::SetCharFormat change;
                    change.at = editRange(context, range);
                    change.underline = false;
                    finding.edits.emplace_back(std::move(change));
                }
            }
            finding.edits.emplace_back(std::move(*edit));
        }
        sink.report(std::move(finding));
    }
}

void length(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Separator* line = lineBelow(context, *element);
        if (!line || line->form == Separator::Form::image) continue;
        const bool dashed = line->form == Separator::Form::shape && line->shape >= 0 && context.document.shapes[at(line->shape)].dashed;
        if (dashed) continue;                    // redrawn for that
        const auto longest = measure(context, *element);
        if (!longest || line->length <= 0) {
            sink.needsPerson();
            continue;
        }
        sink.judged();
        const std::int32_t share = shareOf(line->length, *longest);
        if (lengthAllowed(row, *line, share)) continue;
        Finding finding = findingAt(context, element->ranges.back(), Share{row.limit.min.value_or(0), row.limit.max.value_or(0)}, Share{share, share});
        finding.role = element->role;
        if (auto edit = redraw(context, *element, line)) finding.edits.emplace_back(std::move(*edit));
        sink.report(std::move(finding));
    }
}

}  // namespace thethuc::checks::line
