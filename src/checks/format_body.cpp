// Running text: size, emphasis, alignment, indent, distances and empty paragraphs.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "checks/format.hpp"
#include "checks/paragraph_judging.hpp"
#include "checks/run_judging.hpp"
#include "text/text.hpp"

namespace thethuc::checks {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Align;
using model::DeciPt;
using model::Hmm;
using model::Paragraph;
using model::Range;

std::u32string_view nameOf(Align align) noexcept {
    switch (align) {
        case Align::left: return U"left";
        case Align::right: return U"right";
        case Align::center: return U"center";
        case Align::justify: break;
    }
    return U"justify";
}

std::string keyOf(Align align) { return "value." + text::toUtf8(nameOf(align)); }

namespace {

/// The sign of a list line that is no dash: “+”, “*”; 0 for other lines. Dashes are the first step of a list.
char32_t stepMark(const Context& context, const Element& element, const Range& range) {
    if (element.role != Role::bullet) return U'\0';
    const std::u32string_view text = paragraphOf(context, range).text;
    const char32_t mark = at(range.start) < text.size() ? text[at(range.start)] : U'\0';
    return text::isDash(mark) ? U'\0' : mark;
}

}  // namespace

IndentHabits indentHabits(const Context& context, const ruleset::Limit& limit) {
    std::map<Hmm, int> uses;
    std::map<char32_t, std::map<Hmm, int>> marks;
    for (const Element& element : context.analysis.elements) {
        if (element.kind != Kind::noiDung && element.kind != Kind::khoan && element.kind != Kind::diem) continue;
        for (const Range& range : element.ranges) {
            if (range.story != 0) continue;
            const Paragraph& paragraph = paragraphOf(context, range);
            if (paragraph.cell >= 0) continue;
            const model::ParagraphFormat& format = paragraph.format;
            if (const char32_t mark = stepMark(context, element, range)) ++marks[mark][format.leftMargin + format.firstLineIndent];
            for (const Hmm one : limit.oneOf) {
                if (std::abs(one - format.firstLineIndent) <= limit.tolerance) ++uses[one];
            }
        }
    }
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(uses.begin(), uses.end(), fewer);
    IndentHabits habits;
    habits.usual = most != uses.end() ? most->first : nearest(limit, std::numeric_limits<Hmm>::max() / 2);
    const Hmm widest = limit.oneOf.empty() ? 0 : *std::max_element(limit.oneOf.begin(), limit.oneOf.end());
    for (const auto& [mark, places] : marks) {
        const auto place = std::max_element(places.begin(), places.end(), fewer);
        if (place->second > 1 && place->first > widest + limit.tolerance) habits.steps.emplace_back(mark, place->first);
    }
    return habits;
}

namespace {

/// Text after a broken line: it goes on with a small letter behind a line that did not end.
bool continuesPrevious(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    if (range.paragraph == 0 || !paragraph.listLabel.empty()) return false;
    const std::u32string_view text = paragraph.text;
    const std::size_t first = at(range.start);
    if (first >= text.size() || !text::isLower(text[first])) return false;
    if (first + 1 < text.size() && text[first + 1] == U')') return false;        // “a)”
    const auto& before = context.document.stories[at(range.story)].paragraphs[at(range.paragraph) - 1];
    const std::u32string_view previous = text::trim(before.text);
    if (previous.empty() || before.cell >= 0) return false;
    return text::isLetter(previous.back()) || text::isDigit(previous.back()) || previous.back() == U',';
}

/// A list line where lines with its sign stand in this document.
bool isStep(const Context& context, const Element& element, const Range& range, const IndentHabits& habits) {
    constexpr Hmm kSame = 30;
    const char32_t mark = stepMark(context, element, range);
    const model::ParagraphFormat& format = paragraphOf(context, range).format;
    return mark && std::any_of(habits.steps.begin(), habits.steps.end(), [&](const auto& step) {
        return step.first == mark && std::abs(step.second - (format.leftMargin + format.firstLineIndent)) <= kSame;
    });
}

}  // namespace

void judgeIndent(const Context& context, const ruleset::Row& row, const Element& element, const Range& range, const IndentHabits& habits,
                 Sink& sink) {
    // What Word and Writer lose when they count in twips and points.
    constexpr Hmm kRounding = 20;
    const Paragraph& paragraph = paragraphOf(context, range);
    if (!paragraph.listLabel.empty()) return;    // the list's own indents, of which the decree says nothing
    if (range.start > 0 && hasWords(std::u32string_view(paragraph.text).substr(0, at(range.start)))) return;
    if (continuesPrevious(context, range)) return;
    const model::ParagraphFormat& format = paragraph.format;
    const Centimetres expected{row.limit.oneOf};
    const Range space = leadingSpace(context, range);
    const std::u32string_view lead = std::u32string_view(paragraph.text).substr(0, at(space.length));
    const bool tab = lead.find(U'\t') != std::u32string_view::npos;
    const bool spaces = !tab && space.length > 1;

    Finding finding = findingAt(context, range, expected, {});
    finding.role = element.role;
    model::SetParagraphFormat change;
    change.at = {range.story, range.paragraph, 0, 0};
    const Hmm first = format.leftMargin + format.firstLineIndent;
    if (tab || spaces) {
        finding.at = context.document.place(space);
        finding.message = tab ? "message.indentByTab" : "message.indentBySpaces";
        finding.actual = Word{tab ? "value.indentByTab" : "value.indentBySpaces"};
    } else if (format.autoFirstLine) {
        finding.actual = Word{"value.indentAuto"};
    } else if (!within(row.limit, format.firstLineIndent)) {
        // One line with the whole paragraph moved in looks the same.
        if (within(row.limit, first) && fitsOneLine(context, range)) return;
        if (isStep(context, element, range, habits)) return;
        finding.actual = Centimetres{{format.firstLineIndent}};
    } else if (format.leftMargin > row.limit.tolerance + kRounding && !fitsOneLine(context, range)) {
        if (isStep(context, element, range, habits)) return;
        finding.message = "message.indentLeftMargin";
        finding.band = "own";                    // its value says nothing of how near the first line is
        finding.actual = Centimetres{{format.leftMargin}};
    } else {
        return;
    }
    if (!paragraph.protectedContent) {
        const bool right = within(row.limit, format.firstLineIndent) && !format.autoFirstLine;
        if (!right) change.firstLineIndent = habits.usual;
        if (format.leftMargin != 0) change.leftMargin = 0;
        if (change.firstLineIndent || change.leftMargin) finding.edits.emplace_back(change);
        if (tab || spaces) finding.edits.emplace_back(model::ReplaceText{space, {}});
    }
    sink.report(std::move(finding));
}

void judgeProseAlign(const Context& context, const ruleset::Row& row, const Element& element, const Range& range, Sink& sink) {
    constexpr std::int32_t kShort = 40;
    const Paragraph& paragraph = paragraphOf(context, range);
    const Align align = paragraph.format.align;
    if (lists(row.limit, nameOf(align))) return;
    // One line at the left looks justified. In plain prose it is told all the same: it is a habit of the
    // document, and the next word makes it two lines.
    const bool running = (element.kind == Kind::noiDung && element.role == Role::whole) ||
                         ((element.kind == Kind::khoan || element.kind == Kind::diem) && element.role == Role::text);
    const bool plain = running && range.length > kShort;
    // A numbered line in the middle or at the right is seen; plain short lines there are captions and remarks.
    const bool numbered = element.kind != Kind::noiDung && align != Align::left;
    if (!numbered && !(plain && align == Align::left) && fitsOneLine(context, range)) return;
    Finding finding = findingAt(context, range, Word{keyOf(Align::justify)}, Word{keyOf(align)});
    finding.role = element.role;
    if (!paragraph.protectedContent) {
        model::SetParagraphFormat change;
        change.at = {range.story, range.paragraph, 0, 0};
        change.align = Align::justify;
        finding.edits.emplace_back(change);
    }
    sink.report(std::move(finding));
}

namespace format {
namespace {

/// Share of the paragraph's letters that a property must have to be the look of the whole of it.
constexpr std::int32_t kWholePercent = 90;

template <typename Property>
bool isWhole(const std::vector<Piece>& pieces, Property property) {
    std::int32_t all = 0;
    std::int32_t with = 0;
    for (const Piece& piece : pieces) {
        all += piece.range.length;
        if (property(piece.run->format)) with += piece.range.length;
    }
    return all > 0 && with * 100 >= all * kWholePercent;
}

bool anyRun(const Paragraph& paragraph, bool (*property)(const model::CharFormat&)) {
    return std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const model::Run& run) { return property(run.format); });
}

/// A quotation, a remark in brackets, a foreign word, a short phrase: emphasis that nobody minds.
bool isHarmlessPhrase(const Context& context, const Range& range) {
    constexpr std::ptrdiff_t kShortPhrase = 6;
    const std::u32string_view text = paragraphOf(context, range).text;
    const std::u32string_view phrase = text::trim(text.substr(at(range.start), at(range.length)));
    if (phrase.empty()) return true;
    if (std::count(phrase.begin(), phrase.end(), U' ') < kShortPhrase) return true;
    if (std::all_of(phrase.begin(), phrase.end(), [](char32_t c) { return c < 0x80; })) return true;
    constexpr std::u32string_view kOpening = U"([“\"‘«'";
    const auto opens = [&](char32_t c) { return kOpening.find(c) != std::u32string_view::npos; };
    if (opens(phrase.front())) return true;
    std::size_t before = at(range.start);
    while (before > 0 && text::isSpace(text[before - 1])) --before;
    return before > 0 && opens(text[before - 1]);
}

void reportWhole(const Context& context, const BodyParagraph& body, const std::vector<Piece>& pieces, Value expected, Value actual,
                 model::SetCharFormat change, Sink& sink) {
    Finding finding = findingAt(context, body.range, std::move(expected), std::move(actual));
    finding.role = body.element->role;
    if (!paragraphOf(context, body.range).protectedContent && !pieces.empty()) {
        change.at = editRange(context, body.range);
        finding.edits.emplace_back(std::move(change));
    }
    sink.report(std::move(finding));
}

}  // namespace

void bodySize(const Context& context, const ruleset::Row& row, Sink& sink) {
    const DeciPt body = dominantSize(context);
    if (body == 0) return;
    const bool wrong = !within(row.limit, body);
    const Points expected = pointsOf(row.limit);
    const DeciPt target = wrong ? nearest(row.limit, body) : body;
    const auto own = bodyOf(context, row, BodyScope::prose, "size");
    for (const BodyParagraph& one : wrong ? bodyOf(context, row, BodyScope::all, "size") : own) {
        sink.judged();
        const bool plain = one.element->kind == Kind::noiDung;
        judgeRuns(context, one.element, one.range, sink, [&](const Piece& piece) -> std::optional<Verdict> {
            const DeciPt size = piece.run->format.size;
            Verdict verdict{Points{size, size}, expected, {}, {}, {}, {}};
            verdict.change.size = target;
            if (!within(row.limit, size)) {
                // Numbered paragraphs answer for sizes of their own; here only where they share the body's.
                if (!plain && wrong && size != body) return std::nullopt;
                return verdict;
            }
            if (wrong || size == body || !bandOf(row, "mixed")) return std::nullopt;
            verdict.expected = Points{body, body};
            verdict.band = "mixed";
            verdict.message = "message.sizeMixed";
            return verdict;
        });
    }
}

void bodyBold(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto isBold = [](const model::CharFormat& format) { return format.bold; };
    for (const BodyParagraph& one : bodyOf(context, row, BodyScope::prose, "bold")) {
        sink.judged();
        if (!anyRun(paragraphOf(context, one.range), isBold)) continue;
        const auto pieces = piecesOf(context, one.range);
        if (!isWhole(pieces, isBold)) continue;
        model::SetCharFormat change;
        change.bold = false;
        reportWhole(context, one, pieces, Word{"value.notBold"}, Word{"value.bold"}, change, sink);
    }
}

void bodyItalic(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto isItalic = [](const model::CharFormat& format) { return format.italic; };
    for (const BodyParagraph& one : bodyOf(context, row, BodyScope::prose, "italic")) {
        sink.judged();
        const Paragraph& paragraph = paragraphOf(context, one.range);
        if (!anyRun(paragraph, isItalic)) continue;
        const auto pieces = piecesOf(context, one.range);
        const std::u32string_view words = std::u32string_view(paragraph.text).substr(at(one.range.start), at(one.range.length));
        const bool remark = !words.empty() && words.front() == U'(' && (words.back() == U')' || words.substr(words.size() > 1 ? words.size() - 2 : 0) == U").");
        if (remark) continue;
        model::SetCharFormat change;
        change.italic = false;
        if (isWhole(pieces, isItalic)) {
            reportWhole(context, one, pieces, Word{"value.upright"}, Word{"value.italic"}, change, sink);
            continue;
        }
        if (!bandOf(row, "phrase")) continue;
        Faults faults;
        for (const Piece& piece : pieces) {
            if (!piece.run->format.italic || isHarmlessPhrase(context, piece.range)) continue;
            Verdict verdict{Word{"value.italic"}, Word{"value.upright"}, change, "phrase", "message.italicPhrase", {}};
            faults.add(context, piece.range, std::move(verdict));
        }
        faults.report(context, one.element, sink);
    }
}

void bodyUnderline(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto isUnderlined = [](const model::CharFormat& format) { return format.underline && !format.hyperlink; };
    for (const BodyParagraph& one : bodyOf(context, row, BodyScope::prose, "underline")) {
        sink.judged();
        if (!anyRun(paragraphOf(context, one.range), isUnderlined)) continue;
        judgeRuns(context, one.element, one.range, sink, [&](const Piece& piece) -> std::optional<Verdict> {
            if (!isUnderlined(piece.run->format)) return std::nullopt;
            Verdict verdict{Word{"value.underline"}, Word{"value.noUnderline"}, {}, {}, {}, {}};
            verdict.change.underline = false;
            return verdict;
        });
    }
}

void bodyAlign(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const BodyParagraph& one : bodyOf(context, row, BodyScope::prose, "align")) {
        sink.judged();
        judgeProseAlign(context, row, *one.element, one.range, sink);
    }
}

void bodyIndent(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto body = bodyOf(context, row, BodyScope::prose, "indent");
    if (body.empty() || row.limit.oneOf.empty()) return;
    sink.judged();
    const IndentHabits habits = indentHabits(context, row.limit);
    for (const BodyParagraph& one : body) judgeIndent(context, row, *one.element, one.range, habits, sink);
}

void indent(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto elements = elementsOf(context, row);
    if (elements.empty() || row.limit.oneOf.empty()) return;
    const IndentHabits habits = indentHabits(context, row.limit);
    for (const Element* element : elements) {
        for (const Range& range : element->ranges) {
            if (range.story != 0 || paragraphOf(context, range).cell >= 0) continue;
            sink.judged();
            judgeIndent(context, row, *element, range, habits, sink);
        }
    }
}

void bodySpacing(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto body = bodyOf(context, row, BodyScope::all, "spacing");
    const DeciPt least = row.limit.min.value_or(0);
    for (std::size_t i = 1; i < body.size(); ++i) {
        const Range& before = body[i - 1].range;
        const Range& here = body[i].range;
        if (here.paragraph != before.paragraph + 1 || startsPage(context, here.paragraph)) continue;
        sink.judged();
        const Paragraph& first = paragraphOf(context, before);
        const Paragraph& second = paragraphOf(context, here);
        const DeciPt gap = model::toDeciPt(gapBetween(context, first, second));
        if (within(row.limit, gap)) continue;
        Finding finding = findingAt(context, here, Points{least, std::numeric_limits<std::int32_t>::max()}, Points{gap, gap});
        finding.role = body[i].element->role;
        if (!second.protectedContent) {
            model::SetParagraphFormat change;
            change.at = {here.story, here.paragraph, 0, 0};
            change.spaceBefore = model::toHmm(least);
            if (second.format.contextualSpacing) change.contextualSpacing = false;
            finding.edits.emplace_back(change);
        }
        sink.report(std::move(finding));
    }
}

void bodyLineSpacing(const Context& context, const ruleset::Row& row, Sink& sink) {
    const Lines expected{row.limit.min.value_or(0), row.limit.max.value_or(std::numeric_limits<std::int32_t>::max())};
    for (const BodyParagraph& one : bodyOf(context, row, BodyScope::all, "line-spacing")) {
        sink.judged();
        const std::int32_t spacing = lineSpacingOf(context, one.range);
        if (within(row.limit, spacing)) continue;
        Finding finding = findingAt(context, one.range, expected, Lines{spacing, spacing});
        finding.role = one.element->role;
        if (!paragraphOf(context, one.range).protectedContent) {
            model::SetParagraphFormat change;
            change.at = {one.range.story, one.range.paragraph, 0, 0};
            change.lineSpacing = model::LineSpacing{model::LineSpacingMode::proportional, nearest(row.limit, spacing)};
            finding.edits.emplace_back(change);
        }
        sink.report(std::move(finding));
    }
}

void bodyEmpty(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto body = bodyOf(context, row, BodyScope::all, "empty-paragraph");
    if (body.empty()) return;
    sink.judged();
    std::set<std::int32_t> besideLine;
    for (const elements::Separator& line : context.analysis.separators) {
        if (line.paragraph.story == 0) besideLine.insert(line.paragraph.paragraph);
    }
    const ruleset::Row* spacing = rowOf(context, Kind::noiDung, Role::whole, "spacing");
    const auto& paragraphs = context.document.stories[0].paragraphs;
    for (std::size_t i = 1; i < body.size(); ++i) {
        const std::int32_t before = body[i - 1].range.paragraph;
        const std::int32_t after = body[i].range.paragraph;
        if (after - before < 2 || body[i - 1].element->part != body[i].element->part) continue;
        bool onlyBlank = !startsPage(context, after) && besideLine.count(before) == 0 && besideLine.count(after) == 0;
        for (std::int32_t p = before + 1; p < after && onlyBlank; ++p) {
            onlyBlank = isBlank(paragraphs[at(p)].text) && paragraphs[at(p)].cell < 0 && besideLine.count(p) == 0 &&
                        !startsPage(context, p);
        }
        if (!onlyBlank) continue;
        bool all = true;
        for (std::int32_t p = before + 1; p < after; ++p) all = all && !carriesSomething(context, 0, p);
        if (!all) continue;
        for (std::int32_t p = before + 1; p < after; ++p) {
            const Range range{0, p, 0, 0};
            Finding finding = findingAt(context, range, Word{"value.noEmptyParagraph"}, Word{"value.emptyParagraph"});
            finding.edits.emplace_back(model::RemoveParagraph{range});
            // The empty line held the two apart: without it they need the distance that the decree asks for.
            const DeciPt gap = model::toDeciPt(gapBetween(context, paragraphs[at(before)], paragraphs[at(after)]));
            if (p == before + 1 && spacing && !within(spacing->limit, gap) && !paragraphs[at(after)].protectedContent) {
                model::SetParagraphFormat change;
                change.at = {0, after, 0, 0};
                change.spaceBefore = model::toHmm(spacing->limit.min.value_or(0));
                if (paragraphs[at(after)].format.contextualSpacing) change.contextualSpacing = false;
                finding.edits.emplace_back(change);
            }
            sink.report(std::move(finding));
        }
    }
}

}  // namespace format
}  // namespace thethuc::checks
