// Separator lines: their presence and their length against the text above them.
#include "checks/line.hpp"

#include <algorithm>
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

const Separator* lineOf(const Context& context, const Element& element) {
    const auto& lines = context.analysis.separators;
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Separator& line) {
        return line.under == element.kind && line.part == element.part;
    });
    return found == lines.end() ? nullptr : &*found;
}

/// Lines of the whole element, as they are set. Nothing where they cannot be measured.
std::optional<std::vector<Hmm>> measure(const Context& context, const Element& element) {
    if (!context.document.facts.timesMetrics) return std::nullopt;
    std::vector<Hmm> all;
    for (const Range& range : element.ranges) {
        const auto lines = linesOf(context, range, roomFor(context, range));
        if (!lines) return std::nullopt;
        all.insert(all.end(), lines->begin(), lines->end());
    }
    return all;
}

/// Distance from the top of the element's last paragraph to below its last line.
Hmm offsetBelow(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    const Range text = wholeParagraph(context, range.story, range.paragraph);
    // A line belongs below the element, which may be followed by other words in its paragraph.
    const Range upTo{range.story, range.paragraph, text.start, range.end() - text.start};
    const auto lines = linesOf(context, upTo, roomFor(context, range));
    const auto count = lines ? static_cast<std::int64_t>(lines->size()) : 1;
    const std::int64_t height = lineHeight(sizeOf(paragraph));
    return static_cast<Hmm>(count * height * lineSpacingOf(context, range) / 100) + paragraph.format.spaceBefore;
}

/// The edit that draws the line that the row for the length asks for; nothing where the text has no known width.
std::optional<model::DrawLine> redraw(const Context& context, const Element& element, const Separator* old) {
    const ruleset::Row* lengths = rowOf(context, element.kind, element.role, "line-length");
    const auto lines = measure(context, element);
    const Range& last = element.ranges.back();
    if (!lengths || !lines || paragraphOf(context, last).protectedContent) return std::nullopt;
    const Hmm longest = *std::max_element(lines->begin(), lines->end());
    const auto& limit = lengths->limit;
    const std::int32_t share = limit.preferred != 0 ? limit.preferred : (limit.min.value_or(0) + limit.max.value_or(0)) / 2;
    model::DrawLine edit;
    edit.under = {last.story, last.paragraph, 0, 0};
    edit.length = static_cast<Hmm>(static_cast<std::int64_t>(longest) * share / 1000);
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

bool isUnderlined(const Context& context, const Element& element) {
    return std::any_of(element.ranges.begin(), element.ranges.end(), [&](const Range& range) {
        const auto pieces = piecesOf(context, range);
        return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.run->format.underline; });
    });
}

}  // namespace

void present(const Context& context, const ruleset::Row& row, Sink& sink) {
    std::vector<std::pair<std::int32_t, elements::Kind>> seen;
    for (const Element* element : elementsOf(context, row)) {
        // An element on several entries (a name in two parts of the header) has one line.
        const auto key = std::pair(element->part, element->kind);
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(key);
        sink.judged();
        const Separator* old = lineOf(context, *element);
        const Range& last = element->ranges.back();
        if (old) {
            const bool dashed = old->form == Separator::Form::shape && old->shape >= 0 && context.document.shapes[at(old->shape)].dashed;
            if (!dashed) continue;
            Finding finding = findingAt(context, last, Word{"value.line"}, Word{"value.dashedLine"});
            finding.role = element->role;
            finding.message = "message.lineDashed";
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
    // Underscores come in steps of their own width, and dashes with gaps.
    constexpr std::int32_t kCharacterSlack = 50;
    for (const Element* element : elementsOf(context, row)) {
        const Separator* line = lineOf(context, *element);
        if (!line || line->form == Separator::Form::image) continue;
        const bool dashed = line->form == Separator::Form::shape && line->shape >= 0 && context.document.shapes[at(line->shape)].dashed;
        if (dashed) continue;                    // redrawn for that
        const auto lines = measure(context, *element);
        const Hmm longest = lines ? *std::max_element(lines->begin(), lines->end()) : 0;
        if (longest <= 0 || line->length <= 0) {
            sink.needsPerson();
            continue;
        }
        sink.judged();
        const auto share = static_cast<std::int32_t>((static_cast<std::int64_t>(line->length) * 1000 + longest / 2) / longest);
        ruleset::Limit limit = row.limit;
        if (line->form == Separator::Form::characters) limit.tolerance += kCharacterSlack;
        if (within(limit, share)) continue;
        Finding finding = findingAt(context, element->ranges.back(), Share{row.limit.min.value_or(0), row.limit.max.value_or(0)}, Share{share, share});
        finding.role = element->role;
        if (auto edit = redraw(context, *element, line)) finding.edits.emplace_back(std::move(*edit));
        sink.report(std::move(finding));
    }
}

}  // namespace thethuc::checks::line
