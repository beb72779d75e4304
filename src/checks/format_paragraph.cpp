// Alignment and distances of the elements of header and end.
#include <algorithm>
#include <cstdint>
#include <limits>

#include "checks/format.hpp"
#include "checks/paragraph_judging.hpp"
#include "text/text.hpp"

namespace thethuc::checks::format {
namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Align;
using model::DeciPt;
using model::Hmm;
using model::Paragraph;
using model::Range;

bool isRunningText(const Element& element) noexcept {
    return element.kind == Kind::dieu || element.kind == Kind::khoan || element.kind == Kind::diem ||
           (element.kind == Kind::muc && element.role == Role::heading) || element.kind == Kind::noiDung;
}

/// Whether the paragraph's alignment says where the element stands. It does not where two columns are
/// made with tabs or spaces, or a block is pushed to the right with an indent.
bool alignmentCounts(const Context& context, const Range& range) {
    constexpr std::size_t kColumnGap = 3;
    constexpr Hmm kPushed = 2000;
    const Paragraph& paragraph = paragraphOf(context, range);
    const std::u32string_view text = paragraph.text;
    const auto line = text.substr(0, at(range.start)).rfind(U'\n');
    if (line != std::u32string_view::npos || hasWords(text.substr(0, at(range.start)))) return false;
    const std::u32string_view trimmed = text::trim(text);
    if (trimmed.find(U'\t') != std::u32string_view::npos) return false;
    const bool covers = at(range.length) >= trimmed.size();
    if (!covers && trimmed.find(std::u32string(kColumnGap, U' ')) != std::u32string_view::npos) return false;
    if (paragraph.cell >= 0 || context.document.stories[at(range.story)].shape >= 0) return true;
    const std::u32string_view lead = text.substr(0, text.find_first_not_of(U" \t\u00a0"));
    return lead.find(U'\t') == std::u32string_view::npos && lead.size() < kColumnGap && paragraph.format.leftMargin < kPushed;
}

/// The paragraph that the element starts or ends in, when both lie in one cell or one text.
struct Pair {
    Range first;
    Range second;
    bool blankBetween = false;
};

std::optional<Pair> pairOf(const Context& context, const Range& first, const Range& second) {
    if (first.story != second.story || second.paragraph < first.paragraph) return std::nullopt;
    const Paragraph& a = paragraphOf(context, first);
    const Paragraph& b = paragraphOf(context, second);
    if (a.cell != b.cell) return std::nullopt;
    Pair pair{first, second, false};
    const auto& paragraphs = context.document.stories[at(first.story)].paragraphs;
    for (std::int32_t p = first.paragraph + 1; p < second.paragraph; ++p) {
        if (!isBlank(paragraphs[at(p)].text) || paragraphs[at(p)].cell != a.cell) return std::nullopt;
        pair.blankBetween = true;
    }
    return pair;
}

const Element* neighbour(const Context& context, Kind kind, const Element& element) {
    return context.analysis.first(kind, element.part);
}

void reportBlank(const Context& context, const Element& element, const Pair& pair, Sink& sink) {
    Finding finding = findingAt(context, pair.second, Word{"value.singleSpacing"}, Word{"value.emptyParagraph"});
    finding.role = element.role;
    finding.message = "message.spacingEmptyParagraph";
    bool removable = true;
    for (std::int32_t p = pair.first.paragraph + 1; p < pair.second.paragraph; ++p) {
        removable = removable && !carriesSomething(context, pair.first.story, p);
    }
    for (std::int32_t p = pair.first.paragraph + 1; p < pair.second.paragraph && removable; ++p) {
        finding.edits.emplace_back(model::RemoveParagraph{{pair.first.story, p, 0, 0}});
    }
    sink.report(std::move(finding));
}

void reportGap(const Context& context, const ruleset::Row& row, const Element& element, const Range& place, DeciPt gap,
               const std::vector<std::pair<Range, bool>>& after, Sink& sink) {
    Finding finding = findingAt(context, place, pointsOf(row.limit), Points{gap, gap});
    if (row.limit.max && !row.limit.min) finding.expected = Points{*row.limit.max, *row.limit.max};
    finding.role = element.role;
    for (const auto& [range, isAfter] : after) {
        if (paragraphOf(context, range).protectedContent) continue;
        model::SetParagraphFormat change;
        change.at = {range.story, range.paragraph, 0, 0};
        (isAfter ? change.spaceAfter : change.spaceBefore) = model::toHmm(row.limit.max.value_or(0));
        finding.edits.emplace_back(change);
    }
    sink.report(std::move(finding));
}

}  // namespace

void align(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty()) return;
    const std::u32string& wanted = row.limit.words.front();
    Align target = Align::center;
    for (const Align one : {Align::left, Align::right, Align::center, Align::justify}) {
        if (nameOf(one) == wanted) target = one;
    }
    for (const Element* element : elementsOf(context, row)) {
        for (const Range& range : element->ranges) {
            const Paragraph& paragraph = paragraphOf(context, range);
            if (isRunningText(*element)) {
                if (range.story != 0 || paragraph.cell >= 0) continue;
                sink.judged();
                judgeProseAlign(context, row, *element, range, sink);
                continue;
            }
            if (!alignmentCounts(context, range)) continue;
            // “Kính gửi:” in a column of its own beside the list: the columns say where it stands.
            if (element->kind == Kind::kinhGui && paragraph.cell >= 0) continue;
            sink.judged();
            const Align align = paragraph.format.align;
            if (lists(row.limit, nameOf(align))) continue;
            // Justified text that fits its line stands at the left.
            if (align == Align::justify && lists(row.limit, U"left")) continue;
            Finding finding = findingAt(context, range, Word{keyOf(target)}, Word{keyOf(align)});
            finding.role = element->role;
            if (!paragraph.protectedContent) {
                model::SetParagraphFormat change;
                change.at = {range.story, range.paragraph, 0, 0};
                change.align = target;
                if (target == Align::center) {
                    // Indents and spaces that pushed the text to where the middle was thought to be.
                    if (paragraph.format.leftMargin != 0) change.leftMargin = 0;
                    if (paragraph.format.firstLineIndent != 0) change.firstLineIndent = 0;
                }
                finding.edits.emplace_back(change);
                const Range space = leadingSpace(context, range);
                if (target == Align::center && space.length > 0) finding.edits.emplace_back(model::ReplaceText{space, {}});
            }
            sink.report(std::move(finding));
        }
    }
}

// Reads: tolerance. The dashes below “Kính gửi:” stand below each other.
void addresseeEdge(const Context& context, const ruleset::Row& row, Sink& sink) {
    struct Line {
        const Element* element;
        Hmm edge;
    };
    for (std::size_t part = 0; part < context.analysis.parts.size(); ++part) {
        std::vector<Line> lines;
        bool comparable = true;
        for (const Element* element : elementsOf(context, row)) {
            if (element->part != static_cast<std::int32_t>(part)) continue;
            const Range& range = element->ranges.front();
            const Paragraph& paragraph = paragraphOf(context, range);
            // Lines broken by hand, pushed by tabs or set by a list stand where only the layout knows.
            const bool plain = range.start == 0 && paragraph.listLabel.empty() && paragraph.format.align != Align::center &&
                               paragraph.format.align != Align::right && paragraph.text.find(U'\n') == std::u32string::npos;
            const bool together = lines.empty() || (range.story == lines.front().element->ranges.front().story &&
                                                    paragraph.cell == paragraphOf(context, lines.front().element->ranges.front()).cell);
            // What carries on a long line has no dash of its own.
            if (plain && !text::isDash(paragraph.text.front()) && paragraph.text.front() != U'+') continue;
            comparable = comparable && plain && together;
            lines.push_back({element, paragraph.format.leftMargin + paragraph.format.firstLineIndent});
        }
        if (!comparable || lines.size() < 2) continue;
        sink.judged();
        const auto near = [&](Hmm a, Hmm b) { return std::abs(a - b) <= row.limit.tolerance; };
        const auto support = [&](const Line& line) {
            return std::count_if(lines.begin(), lines.end(), [&](const Line& other) { return near(other.edge, line.edge); });
        };
        const Line& model = *std::max_element(lines.begin(), lines.end(), [&](const Line& a, const Line& b) { return support(a) < support(b); });
        for (const Line& line : lines) {
            if (near(line.edge, model.edge)) continue;
            const Range& range = line.element->ranges.front();
            Finding finding = findingAt(context, range, Centimetres{{model.edge}}, Centimetres{{line.edge}});
            finding.role = line.element->role;
            finding.message = "message.addresseeEdge";
            if (!paragraphOf(context, range).protectedContent) {
                const model::ParagraphFormat& right = paragraphOf(context, model.element->ranges.front()).format;
                model::SetParagraphFormat change;
                change.at = {range.story, range.paragraph, 0, 0};
                change.leftMargin = right.leftMargin;
                change.firstLineIndent = right.firstLineIndent;
                finding.edits.emplace_back(change);
            }
            sink.report(std::move(finding));
        }
    }
}

void oneLine(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Range& range = element->ranges.front();
        const Paragraph& paragraph = paragraphOf(context, range);
        const auto report = [&](model::Edits edits) {
            Finding finding = findingAt(context, range, Word{"value.oneLine"}, Word{"value.severalLines"});
            finding.role = element->role;
            if (!paragraph.protectedContent) finding.edits = std::move(edits);
            sink.report(std::move(finding));
        };
        const std::u32string_view words = std::u32string_view(paragraph.text).substr(at(range.start), at(range.length));
        if (element->ranges.size() > 1) {
            sink.judged();
            // Lines of one paragraph are joined by a space; two paragraphs are a person's business.
            model::Edits edits;
            for (std::size_t i = 1; i < element->ranges.size(); ++i) {
                const Range& before = element->ranges[i - 1];
                const Range& next = element->ranges[i];
                if (before.story != next.story || before.paragraph != next.paragraph) {
                    edits.clear();
                    break;
                }
                edits.emplace_back(model::ReplaceText{{before.story, before.paragraph, before.end(), next.start - before.end()}, U" "});
            }
            report(std::move(edits));
            continue;
        }
        // A size or a font that is wrong makes the line longer than it will be: judged as it should be.
        const RightLook look = rightLookOf(context, *element);
        const Hmm room = roomFor(context, range);
        const auto lines = linesOf(context, range, 0, &look);
        const auto breakAt = words.find(U'\n');
        if (!lines || room == 0 || !context.document.facts.timesMetrics) {
            if (breakAt == std::u32string_view::npos) {
                sink.needsPerson();
                continue;
            }
        }
        sink.judged();
        if (breakAt != std::u32string_view::npos) {
            model::Edits edits;
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (words[i] == U'\n') {
                    edits.emplace_back(model::ReplaceText{{range.story, range.paragraph, range.start + static_cast<std::int32_t>(i), 1}, U" "});
                }
            }
            report(std::move(edits));
            continue;
        }
        const Hmm width = lines->front();
        if (width <= room) continue;
        model::Edits edits;
        if (paragraph.cell >= 0) {
            // Room comes from the other column of a header table of two.
            constexpr Hmm kSlack = 100;
            constexpr Hmm kNarrowest = 4500;
            const model::Cell& cell = context.document.cells[at(paragraph.cell)];
            const model::Table& table = context.document.tables[at(cell.table)];
            const Hmm needed = cell.width + (width - room) + kSlack;
            if (table.columns == 2 && table.width - needed >= kNarrowest) {
                model::SetColumnWidths change;
                change.table = cell.table;
                change.widths = cell.column == 0 ? std::vector<Hmm>{needed, table.width - needed} : std::vector<Hmm>{table.width - needed, needed};
                edits.emplace_back(std::move(change));
            }
        }
        report(std::move(edits));
    }
}

void headerSpacing(const Context& context, const ruleset::Row& row, Sink& sink) {
    // Writer and Word round single spacing of a font; nobody sees five hundredths of a line.
    constexpr std::int32_t kSingle = 100;
    constexpr std::int32_t kUnseen = 5;
    for (const Element* element : elementsOf(context, row)) {
        const Kind above = element->kind == Kind::tieuNgu ? Kind::quocHieu : Kind::coQuanChuQuan;
        const Element* upper = element->kind == Kind::coQuanChuQuan ? nullptr : neighbour(context, above, *element);
        std::optional<Pair> join;
        if (upper) join = pairOf(context, upper->ranges.back(), element->ranges.front());
        bool hasLines = join.has_value();
        if (join) {
            sink.judged();
            if (join->blankBetween) {
                reportBlank(context, *element, *join, sink);
            } else if (join->first.paragraph != join->second.paragraph) {
                const Paragraph& first = paragraphOf(context, join->first);
                const Paragraph& second = paragraphOf(context, join->second);
                // The superior's own distance is the superior's fault.
                const bool pairOwns = element->kind == Kind::tieuNgu;
                const Hmm gap = pairOwns ? gapBetween(context, first, second) : second.format.spaceBefore;
                const DeciPt points = model::toDeciPt(gap);
                if (!within(row.limit, points)) {
                    std::vector<std::pair<Range, bool>> places{{join->second, false}};
                    if (pairOwns) places.insert(places.begin(), {join->first, true});
                    reportGap(context, row, *element, join->second, points, places, sink);
                }
            }
        }
        for (std::size_t i = 1; i < element->ranges.size(); ++i) {
            const auto pair = pairOf(context, element->ranges[i - 1], element->ranges[i]);
            if (!pair) continue;
            hasLines = true;
            sink.judged();
            if (pair->blankBetween) {
                reportBlank(context, *element, *pair, sink);
                continue;
            }
            if (pair->first.paragraph == pair->second.paragraph) continue;
            const DeciPt gap = model::toDeciPt(gapBetween(context, paragraphOf(context, pair->first), paragraphOf(context, pair->second)));
            if (!within(row.limit, gap)) reportGap(context, row, *element, pair->second, gap, {{pair->first, true}, {pair->second, false}}, sink);
        }
        if (element->kind == Kind::coQuanChuQuan) {
            const Element* agency = neighbour(context, Kind::coQuanBanHanh, *element);
            const auto pair = agency ? pairOf(context, element->ranges.back(), agency->ranges.front()) : std::nullopt;
            if (pair && pair->first.paragraph != pair->second.paragraph) {
                hasLines = true;
                sink.judged();
                const DeciPt gap = model::toDeciPt(paragraphOf(context, pair->first).format.spaceAfter);
                if (!pair->blankBetween && !within(row.limit, gap)) {
                    reportGap(context, row, *element, pair->first, gap, {{pair->first, true}}, sink);
                }
            }
        }
        if (!hasLines) continue;
        std::vector<Range> judgedRanges = element->ranges;
        if (element->kind == Kind::tieuNgu && upper && join) judgedRanges.insert(judgedRanges.begin(), upper->ranges.begin(), upper->ranges.end());
        Finding finding;
        bool found = false;
        for (const Range& range : judgedRanges) {
            const std::int32_t spacing = lineSpacingOf(context, range);
            if (spacing <= kSingle + kUnseen) continue;
            if (!found) {
                finding = findingAt(context, range, Lines{kSingle, kSingle}, Lines{spacing, spacing});
                finding.role = element->role;
                finding.message = "message.spacingLineSpacing";
                found = true;
            }
            if (paragraphOf(context, range).protectedContent) continue;
            model::SetParagraphFormat change;
            change.at = {range.story, range.paragraph, 0, 0};
            change.lineSpacing = model::LineSpacing{model::LineSpacingMode::proportional, kSingle};
            finding.edits.emplace_back(change);
        }
        if (found) sink.report(std::move(finding));
    }
}

void subjectSpacing(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const bool telegram = element->role == Role::telegram;
        const Element* upper = neighbour(context, telegram ? Kind::soKyHieu : Kind::tenLoai, *element);
        if (!upper) continue;
        const auto pair = pairOf(context, upper->ranges.back(), element->ranges.front());
        if (!pair) continue;
        sink.judged();
        if (!telegram) {
            if (pair->blankBetween) reportBlank(context, *element, *pair, sink);
            continue;
        }
        if (pair->blankBetween) continue;
        const bool oneParagraph = pair->first.paragraph == pair->second.paragraph;
        const Paragraph& second = paragraphOf(context, pair->second);
        const DeciPt gap = oneParagraph ? 0 : model::toDeciPt(gapBetween(context, paragraphOf(context, pair->first), second));
        if (within(row.limit, gap)) continue;
        const DeciPt least = row.limit.min.value_or(0);
        Finding finding = findingAt(context, pair->second, Points{least, std::numeric_limits<std::int32_t>::max()}, Points{gap, gap});
        finding.role = element->role;
        if (!oneParagraph && !second.protectedContent) {
            model::SetParagraphFormat change;
            change.at = {pair->second.story, pair->second.paragraph, 0, 0};
            change.spaceBefore = model::toHmm(least);
            if (second.format.contextualSpacing) change.contextualSpacing = false;
            finding.edits.emplace_back(change);
        }
        sink.report(std::move(finding));
    }
}

}  // namespace thethuc::checks::format
