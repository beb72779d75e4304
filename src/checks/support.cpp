#include "checks/support.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "text/text.hpp"

namespace thethuc::checks {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Hmm;
using model::Paragraph;
using model::Range;
using model::Run;
using model::RunKind;

namespace {

/// Height of a line of Times New Roman by its size (ascent + descent + leading, 2355 / 2048 em).
constexpr std::int64_t kLineFactor = 1149;
/// Space that Writer and Word leave left and right of the text in a cell together (2 × 1.9 mm).
constexpr Hmm kCellPadding = 380;

bool inRoles(const ruleset::Row& row, Role role) {
    return row.roles.empty() || std::find(row.roles.begin(), row.roles.end(), role) != row.roles.end();
}

}  // namespace

std::string_view property(const ruleset::Row& row) noexcept {
    const std::string_view id = row.id;
    const auto slash = id.find('/');
    return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

bool judgesPart(const ruleset::Row& row, const elements::Analysis& analysis, std::int32_t part) {
    const auto kind = part >= 0 && at(part) < analysis.parts.size() ? analysis.parts[at(part)].kind : elements::PartKind::main;
    if (row.parts.empty()) return kind == elements::PartKind::main;
    return std::find(row.parts.begin(), row.parts.end(), kind) != row.parts.end();
}

bool judges(const ruleset::Row& row, const elements::Analysis& analysis, const Element& element) {
    return element.kind == row.element && inRoles(row, element.role) && judgesPart(row, analysis, element.part);
}

std::vector<const Element*> elementsOf(const Context& context, const ruleset::Row& row) {
    std::vector<const Element*> found;
    for (const Element& element : context.analysis.elements) {
        if (judges(row, context.analysis, element)) found.push_back(&element);
    }
    return found;
}

const ruleset::Row* rowOf(const Context& context, Kind kind, Role role, std::string_view wanted) {
    for (const ruleset::Row& row : context.ruleset.rows) {
        if (row.element != kind || row.retired || property(row) != wanted || !inRoles(row, role)) continue;
        const auto& layouts = row.layouts;
        if (!layouts.empty() && std::find(layouts.begin(), layouts.end(), context.analysis.layout) == layouts.end()) continue;
        return &row;
    }
    return nullptr;
}

const ruleset::Band* bandOf(const ruleset::Row& row, std::string_view name) noexcept {
    const auto found = std::find_if(row.bands.begin(), row.bands.end(), [&](const ruleset::Band& band) { return band.name == name; });
    return found == row.bands.end() ? nullptr : &*found;
}

bool within(const ruleset::Limit& limit, std::int32_t value) noexcept {
    if (!limit.oneOf.empty()) {
        return std::any_of(limit.oneOf.begin(), limit.oneOf.end(), [&](std::int32_t one) {
            return value >= one - limit.tolerance && value <= one + limit.tolerance;
        });
    }
    return (!limit.min || value >= *limit.min - limit.tolerance) && (!limit.max || value <= *limit.max + limit.tolerance);
}

std::int32_t nearest(const ruleset::Limit& limit, std::int32_t value) noexcept {
    if (limit.preferred != 0) return limit.preferred;
    if (!limit.oneOf.empty()) {
        return *std::min_element(limit.oneOf.begin(), limit.oneOf.end(), [&](std::int32_t a, std::int32_t b) {
            return std::abs(a - value) < std::abs(b - value);
        });
    }
    if (limit.min && value < *limit.min) return *limit.min;
    if (limit.max && value > *limit.max) return *limit.max;
    return value;
}

Points pointsOf(const ruleset::Limit& limit) noexcept {
    if (!limit.oneOf.empty()) {
        const auto [low, high] = std::minmax_element(limit.oneOf.begin(), limit.oneOf.end());
        return {*low, *high};
    }
    return {limit.min.value_or(std::numeric_limits<std::int32_t>::min()), limit.max.value_or(std::numeric_limits<std::int32_t>::max())};
}

bool lists(const ruleset::Limit& limit, std::u32string_view word) noexcept {
    return std::find(limit.words.begin(), limit.words.end(), word) != limit.words.end();
}

bool hasWords(std::u32string_view text) noexcept {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return text::isLetter(c) || text::isDigit(c); });
}

bool hasLetters(std::u32string_view text) noexcept {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return text::isLetter(c); });
}

bool isBlank(std::u32string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return text::isSpace(c); });
}

bool isPlain(const Run& run) noexcept {
    return run.kind != RunKind::footnote && run.kind != RunKind::placeholder && !run.format.hidden && run.format.escapement == 0;
}

std::vector<Piece> piecesOf(const Context& context, const Range& range) {
    std::vector<Piece> pieces;
    const Paragraph& paragraph = paragraphOf(context, range);
    const std::u32string_view text = paragraph.text;
    for (const Run& run : paragraph.runs) {
        const std::int32_t start = std::max(run.start, range.start);
        const std::int32_t end = std::min(run.start + run.length, range.end());
        if (start >= end || !isPlain(run)) continue;
        const auto words = text.substr(at(start), at(end - start));
        if (hasWords(words)) pieces.push_back({&run, {range.story, range.paragraph, start, end - start}, words});
    }
    return pieces;
}

Range wholeParagraph(const Context& context, std::int32_t story, std::int32_t paragraph) {
    const Paragraph& one = context.document.stories[at(story)].paragraphs[at(paragraph)];
    auto start = std::size_t{0};
    auto end = one.text.size();
    while (end > start && text::isSpace(one.text[end - 1])) --end;
    while (start < end && text::isSpace(one.text[start])) ++start;
    return {story, paragraph, static_cast<std::int32_t>(start), static_cast<std::int32_t>(end - start)};
}

Range editRange(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    const std::u32string_view text = paragraph.text;
    const bool outside = hasWords(text.substr(0, at(range.start))) || hasWords(text.substr(at(range.end())));
    const bool note = std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [](const Run& run) { return run.kind == RunKind::footnote; });
    return outside || note ? range : Range{range.story, range.paragraph, 0, 0};
}

Finding findingAt(const Context& context, const Range& range, Value expected, Value actual) {
    Finding finding;
    finding.at = context.document.place(range);
    finding.expected = std::move(expected);
    finding.actual = std::move(actual);
    return finding;
}

model::DeciPt dominantSize(const Context& context) {
    std::map<model::DeciPt, std::int64_t> letters;
    for (const Element& element : context.analysis.elements) {
        const bool prose = (element.kind == Kind::noiDung && (element.role == Role::whole || element.role == Role::bullet)) ||
                           element.kind == Kind::khoan || element.kind == Kind::diem;
        if (!prose) continue;
        for (const Range& range : element.ranges) {
            if (range.story != 0) continue;
            const Paragraph& paragraph = paragraphOf(context, range);
            if (paragraph.cell >= 0) continue;
            for (const Run& run : paragraph.runs) {
                if (isPlain(run)) letters[run.format.size] += run.length;
            }
        }
    }
    model::DeciPt best = 0;
    std::int64_t most = 0;
    for (const auto& [size, count] : letters) {
        if (count > most) {
            best = size;
            most = count;
        }
    }
    return best;
}

std::vector<BodyParagraph> bodyOf(const Context& context, const ruleset::Row& row, BodyScope scope, std::string_view ownProperty) {
    std::map<std::pair<Kind, Role>, bool> own;
    const auto hasOwn = [&](const Element& element) {
        const auto key = std::pair(element.kind, element.role);
        const auto found = own.find(key);
        if (found != own.end()) return found->second;
        const bool has = rowOf(context, element.kind, element.role, ownProperty) != nullptr;
        own.emplace(key, has);
        return has;
    };
    const auto belongs = [&](const Element& element) {
        switch (element.kind) {
            case Kind::noiDung: return element.role == Role::whole || element.role == Role::bullet;
            case Kind::khoan:
            case Kind::diem: return scope == BodyScope::all || (element.role == Role::text && !hasOwn(element));
            case Kind::dieu: return scope == BodyScope::all;
            case Kind::muc: return scope == BodyScope::all && element.role == Role::heading;
            default: return false;
        }
    };
    std::vector<BodyParagraph> body;
    body.reserve(context.analysis.elements.size());
    for (const Element& element : context.analysis.elements) {
        if (!belongs(element) || !judgesPart(row, context.analysis, element.part)) continue;
        for (const Range& range : element.ranges) {
            if (range.story == 0 && paragraphOf(context, range).cell < 0) body.push_back({&element, range});
        }
    }
    return body;
}

Hmm roomFor(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    const Hmm margins = paragraph.format.leftMargin + paragraph.format.rightMargin;
    if (paragraph.cell >= 0) return std::max(0, context.document.cells[at(paragraph.cell)].width - kCellPadding - margins);
    const model::Story& story = context.document.stories[at(range.story)];
    if (story.shape >= 0) return std::max(0, context.document.shapes[at(story.shape)].width - margins);
    if (range.story != 0 || context.document.sections.empty() || context.document.pageStyles.empty()) return 0;
    const auto& section = context.document.sectionOf(range.paragraph);
    return std::max(0, context.document.pageStyles[at(section.pageStyle)].textWidth() - margins);
}

RightLook rightLookOf(const Context& context, const Element& element) {
    RightLook look;
    if (const auto* font = rowOf(context, Kind::noiDung, Role::whole, "font"); font && !font->limit.words.empty()) {
        look.font = text::toUtf8(font->limit.words.front());
    }
    if (const auto* bold = rowOf(context, element.kind, element.role, "bold")) look.bold = bold->limit.is;
    if (const auto* italic = rowOf(context, element.kind, element.role, "italic")) look.italic = italic->limit.is;
    const auto* letters = rowOf(context, element.kind, element.role, "case");
    look.upper = letters && lists(letters->limit, U"upper");
    look.size = rowOf(context, element.kind, element.role, "size");
    if (!look.size) return look;
    for (const Range& range : element.ranges) {
        for (const Piece& piece : piecesOf(context, range)) {
            if (within(look.size->limit, piece.run->format.size)) continue;
            look.sizeInstead = rightSizeOf(context, element, piece.run->format.size);
            return look;
        }
    }
    return look;
}

model::DeciPt rightSizeOf(const Context& context, const Element& element, model::DeciPt actual) {
    const ruleset::Row* sizes = rowOf(context, element.kind, element.role, "size");
    if (!sizes || within(sizes->limit, actual)) return actual;
    const model::DeciPt near = nearest(sizes->limit, actual);
    const auto* line = lineBelow(context, element);
    const ruleset::Row* lengths = rowOf(context, element.kind, element.role, "line-length");
    if (!line || line->length <= 0 || !lengths || !sizes->limit.min || !sizes->limit.max) return near;
    RightLook look;
    if (const auto* font = rowOf(context, Kind::noiDung, Role::whole, "font"); font && !font->limit.words.empty()) {
        look.font = text::toUtf8(font->limit.words.front());
    }
    if (const auto* bold = rowOf(context, element.kind, element.role, "bold")) look.bold = bold->limit.is;
    look.size = sizes;
    constexpr model::DeciPt kStep = 10;
    const bool down = near == *sizes->limit.max;
    for (model::DeciPt size = near; size >= *sizes->limit.min && size <= *sizes->limit.max; size += down ? -kStep : kStep) {
        look.sizeInstead = size;
        const auto longest = longestLineOf(context, element, look);
        if (longest && *longest > 0 && lengthAllowed(*lengths, *line, shareOf(line->length, *longest))) return size;
    }
    return near;
}

const elements::Separator* lineBelow(const Context& context, const Element& element) noexcept {
    const auto& lines = context.analysis.separators;
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const elements::Separator& line) {
        return line.under == element.kind && line.part == element.part;
    });
    return found == lines.end() ? nullptr : &*found;
}

std::optional<Hmm> longestLineOf(const Context& context, const Element& element, const RightLook& look) {
    Hmm longest = 0;
    for (const Range& range : element.ranges) {
        const auto lines = linesOf(context, range, roomFor(context, range), &look);
        if (!lines) return std::nullopt;
        longest = std::max(longest, *std::max_element(lines->begin(), lines->end()));
    }
    return longest;
}

std::int32_t shareOf(Hmm line, Hmm text) noexcept {
    return text <= 0 ? 0 : static_cast<std::int32_t>((static_cast<std::int64_t>(line) * 1000 + text / 2) / text);
}

bool lengthAllowed(const ruleset::Row& row, const elements::Separator& line, std::int32_t share) noexcept {
    constexpr std::int32_t kCharacterSlack = 50;
    const std::int32_t slack = line.form == elements::Separator::Form::characters ? kCharacterSlack : 0;
    const std::int32_t tolerance = row.limit.tolerance + slack;
    return (!row.limit.min || share >= *row.limit.min - tolerance) && (!row.limit.max || share <= *row.limit.max + tolerance);
}

namespace {

/// Width of words with the letters squeezed or spread as the run has them.
std::optional<Hmm> setWidth(const Context& context, std::u32string_view words, const text::TextWidths::Style& style, const model::CharFormat& format) {
    auto width = context.widths.width(words, style);
    if (!width || (format.tracking == 0 && format.scaleWidth == 100)) return width;
    const auto marks = std::count_if(words.begin(), words.end(), text::isCombining);
    const auto letters = static_cast<std::int64_t>(words.size()) - marks;
    return static_cast<Hmm>(static_cast<std::int64_t>(*width) * format.scaleWidth / 100 + letters * format.tracking);
}

}  // namespace

std::optional<std::vector<Hmm>> linesOf(const Context& context, const Range& range, Hmm room, const RightLook* look) {
    const Paragraph& paragraph = paragraphOf(context, range);
    std::vector<Hmm> lines;
    Hmm line = 0;
    Hmm space = 0;
    Hmm word = 0;
    // Breaks only at spaces: what stands between two of them is one word, whatever its runs.
    const auto closeWord = [&] {
        if (word == 0) return;
        if (line > 0 && room > 0 && line + space + word > room) {
            lines.push_back(line);
            line = word;
        } else {
            line += (line > 0 ? space : 0) + word;
        }
        space = 0;
        word = 0;
    };
    for (const Run& run : paragraph.runs) {
        const std::int32_t start = std::max(run.start, range.start);
        const std::int32_t end = std::min(run.start + run.length, range.end());
        if (start >= end || run.format.hidden || run.kind == RunKind::footnote) continue;
        std::u32string text = paragraph.text.substr(at(start), at(end - start));
        if (run.format.caseMap == model::CaseMap::upper || (look && look->upper)) text = text::toUpper(text);
        const auto font = at(run.format.font);
        text::TextWidths::Style style{font < context.document.fonts.size() ? std::string_view(context.document.fonts[font]) : "",
                                      run.format.size, run.format.bold, run.format.italic};
        if (look) {
            if (!look->font.empty()) style.font = look->font;
            if (look->sizeInstead > 0 && look->size && !within(look->size->limit, style.size)) style.size = look->sizeInstead;
            style.bold = look->bold.value_or(style.bold);
            style.italic = look->italic.value_or(style.italic);
        }
        for (std::size_t i = 0; i < text.size();) {
            std::size_t next = i;
            const bool blank = text::isSpace(text[i]);
            while (next < text.size() && text::isSpace(text[next]) == blank) ++next;
            std::u32string part = text.substr(i, next - i);
            i = next;
            if (blank) {
                closeWord();
                const auto breaks = static_cast<std::size_t>(std::count(part.begin(), part.end(), U'\n'));
                if (breaks > 0) {
                    lines.push_back(line);
                    line = 0;
                    space = 0;
                    continue;
                }
                const auto width = setWidth(context, part, style, run.format);
                if (!width) return std::nullopt;
                space += *width;
                continue;
            }
            const auto width = setWidth(context, part, style, run.format);
            if (!width) return std::nullopt;
            word += *width;
        }
    }
    closeWord();
    lines.push_back(line);
    return lines;
}

Hmm lineHeight(model::DeciPt size) noexcept {
    return static_cast<Hmm>((static_cast<std::int64_t>(model::toHmm(size)) * kLineFactor + 500) / 1000);
}

model::DeciPt sizeOf(const Paragraph& paragraph) noexcept {
    model::DeciPt best = paragraph.base.size;
    std::int32_t most = 0;
    // Paragraphs have one to three sizes: counting again per run beats a map.
    for (const Run& run : paragraph.runs) {
        if (!isPlain(run)) continue;
        std::int32_t length = 0;
        for (const Run& other : paragraph.runs) {
            if (isPlain(other) && other.format.size == run.format.size) length += other.length;
        }
        if (length > most) {
            best = run.format.size;
            most = length;
        }
        if (most * 2 >= static_cast<std::int32_t>(paragraph.text.size())) break;
    }
    return best;
}

std::int32_t lineSpacingOf(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    const model::LineSpacing& spacing = paragraph.format.lineSpacing;
    if (spacing.mode == model::LineSpacingMode::proportional) return spacing.value;
    const Hmm single = lineHeight(sizeOf(paragraph));
    if (single <= 0) return 100;
    const auto ratio = static_cast<std::int32_t>((static_cast<std::int64_t>(spacing.value) * 100 + single / 2) / single);
    switch (spacing.mode) {
        case model::LineSpacingMode::atLeast: return std::max(100, ratio);
        case model::LineSpacingMode::leading: return 100 + ratio;
        default: return ratio;
    }
}

Hmm gapBetween(const Context& context, const Paragraph& first, const Paragraph& second) noexcept {
    const bool sameStyle = first.style == second.style;
    const Hmm after = first.format.contextualSpacing && sameStyle ? 0 : first.format.spaceAfter;
    const Hmm before = second.format.contextualSpacing && sameStyle ? 0 : second.format.spaceBefore;
    return context.document.facts.addsParagraphSpacing ? after + before : std::max(after, before);
}

bool fitsOneLine(const Context& context, const Range& range) {
    const Paragraph& paragraph = paragraphOf(context, range);
    const Hmm room = roomFor(context, range) - std::max(0, paragraph.format.firstLineIndent);
    if (room <= 0) return true;
    // Most paragraphs are far from the limit: letters are on average wider than a third of their size, and
    // none is wider than all of it.
    const Hmm em = model::toHmm(sizeOf(paragraph));
    if (static_cast<std::int64_t>(range.length) * em > static_cast<std::int64_t>(room) * 3) return false;
    if (static_cast<std::int64_t>(range.length) * em < static_cast<std::int64_t>(room)) return true;
    if (const auto lines = linesOf(context, range, 0)) return lines->size() == 1 && lines->front() <= room;
    constexpr std::int64_t kMeanWidth = 45;      // hundredths of an em
    return static_cast<std::int64_t>(range.length) * em * kMeanWidth / 100 <= room;
}

Range leadingSpace(const Context& context, const Range& range) {
    const std::u32string_view text = paragraphOf(context, range).text;
    std::size_t end = 0;
    while (end < text.size() && text::isSpace(text[end])) ++end;
    return {range.story, range.paragraph, 0, static_cast<std::int32_t>(end)};
}

bool startsPage(const Context& context, std::int32_t paragraph) {
    if (context.document.stories[0].paragraphs[at(paragraph)].breakBefore) return true;
    const auto& sections = context.document.sections;
    const auto found = std::lower_bound(sections.begin(), sections.end(), paragraph, [](const model::PageSection& section, std::int32_t wanted) {
        return section.firstParagraph < wanted;
    });
    return found != sections.end() && found->firstParagraph == paragraph;
}

bool carriesSomething(const Context& context, std::int32_t story, std::int32_t paragraph) {
    const Paragraph& one = context.document.stories[at(story)].paragraphs[at(paragraph)];
    if (one.protectedContent || !one.listLabel.empty()) return true;
    if (std::any_of(one.runs.begin(), one.runs.end(), [](const Run& run) {
            return run.kind != RunKind::text && run.kind != RunKind::insertedText;
        })) {
        return true;
    }
    return std::any_of(context.document.shapes.begin(), context.document.shapes.end(), [&](const model::Shape& shape) {
        return shape.anchorKind != model::AnchorKind::page && shape.anchor.story == story && shape.anchor.paragraph == paragraph;
    });
}

}  // namespace thethuc::checks
