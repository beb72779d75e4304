// Font, encoding and colour: of every letter of the file, wherever it stands.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "checks/format.hpp"
#include "checks/legacy_codes.hpp"
#include "checks/run_judging.hpp"
#include "text/text.hpp"

namespace thethuc::checks::format {
namespace {

using elements::Element;
using elements::Kind;
using model::Paragraph;
using model::Range;
using model::Run;
using model::RunKind;

char lowered(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Family of a font name that may come with fallbacks behind a semicolon.
std::string family(std::string_view name) {
    name = name.substr(0, name.find(';'));
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    return std::string(name);
}

std::string lowerFamily(std::string_view name) {
    std::string result = family(name);
    std::transform(result.begin(), result.end(), result.begin(), lowered);
    return result;
}

/// Fonts whose letters are pictures: bullets, boxes, arrows.
bool isSymbolFont(std::string_view name) {
    const std::string lower = lowerFamily(name);
    for (const std::string_view one : {"symbol", "wingdings", "webdings", "marlett", "opensymbol", "mt extra", "segoe ui symbol", "zapf dingbats",
                                       "cambria math"}) {
        if (lower.starts_with(one)) return true;
    }
    return false;
}

bool isShown(const Run& run) noexcept {
    return run.length > 0 && run.kind != RunKind::footnote && run.kind != RunKind::placeholder && !run.format.hidden;
}

Range rangeOf(std::int32_t story, std::int32_t paragraph, const Run& run) { return {story, paragraph, run.start, run.length}; }

std::u32string_view wordsOf(const Paragraph& paragraph, const Run& run) {
    return std::u32string_view(paragraph.text).substr(at(run.start), at(run.length));
}

template <typename Function>
void forEachParagraph(const Context& context, Function function) {
    for (std::size_t s = 0; s < context.document.stories.size(); ++s) {
        const auto& paragraphs = context.document.stories[s].paragraphs;
        for (std::size_t p = 0; p < paragraphs.size(); ++p) {
            function(static_cast<std::int32_t>(s), static_cast<std::int32_t>(p), paragraphs[p]);
        }
    }
}

LegacyCode codeOf(const Context& context, const Paragraph& paragraph, const Run& run) {
    const auto words = wordsOf(paragraph, run);
    const auto font = at(run.format.font);
    const std::string_view name = font < context.document.fonts.size() ? std::string_view(context.document.fonts[font]) : std::string_view();
    if (std::none_of(words.begin(), words.end(), [](char32_t c) { return c >= 0xA1 && c <= 0xFE; })) return LegacyCode::none;
    return legacyCode(words, name);
}

std::string_view colorKey(std::int32_t color) noexcept {
    const std::int32_t red = (color >> 16) & 0xFF;
    const std::int32_t green = (color >> 8) & 0xFF;
    const std::int32_t blue = color & 0xFF;
    const std::int32_t high = std::max({red, green, blue});
    const std::int32_t low = std::min({red, green, blue});
    constexpr std::int32_t kGreyBand = 0x18;
    constexpr std::int32_t kWhite = 0xF0;
    if (low >= kWhite) return "value.colorWhite";
    if (high - low <= kGreyBand) return "value.colorGrey";
    if (red == high && green * 2 <= red && blue * 2 <= red) return "value.colorRed";
    if (blue == high && red * 4 <= blue * 3) return "value.colorBlue";
    if (green == high && red * 4 <= green * 3 && blue * 4 <= green * 3) return "value.colorGreen";
    return "value.colorOther";
}

/// Automatic, black, or so dark that ink shows no difference.
bool isBlack(std::int32_t color) noexcept {
    constexpr std::int32_t kDark = 0x1A;
    return color < 0 || (((color >> 16) & 0xFF) <= kDark && ((color >> 8) & 0xFF) <= kDark && (color & 0xFF) <= kDark);
}

}  // namespace

void font(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty()) return;
    const std::string wanted = text::toUtf8(row.limit.words.front());
    const std::string wantedLower = lowerFamily(wanted);
    const auto& fonts = context.document.fonts;
    std::vector<bool> right(fonts.size());
    std::vector<bool> symbol(fonts.size());
    bool allRight = true;
    for (std::size_t i = 0; i < fonts.size(); ++i) {
        right[i] = lowerFamily(fonts[i]) == wantedLower;
        symbol[i] = isSymbolFont(fonts[i]);
        allRight = allRight && right[i];
    }
    sink.judged();
    if (allRight) return;
    forEachParagraph(context, [&](std::int32_t story, std::int32_t p, const Paragraph& paragraph) {
        Faults faults;
        for (const Run& run : paragraph.runs) {
            const auto id = at(run.format.font);
            if (id >= fonts.size() || right[id] || !isShown(run)) continue;
            const auto words = wordsOf(paragraph, run);
            if (!hasWords(words)) continue;
            // One or two letters of a symbol font are a box or an arrow.
            if (symbol[id] && words.size() <= 2) continue;
            // Legacy text is unreadable in any other font: that is the fault, and this its consequence.
            if (codeOf(context, paragraph, run) != LegacyCode::none) continue;
            Verdict verdict{Quote{text::fromUtf8(family(fonts[id]))}, Quote{row.limit.words.front()}, {}, {}, {}, {}};
            verdict.change.font = wanted;
            faults.add(context, rangeOf(story, p, run), std::move(verdict));
        }
        faults.report(context, nullptr, sink);
    });
}

void color(const Context& context, const ruleset::Row&, Sink& sink) {
    sink.judged();
    // Stamps of urgency and secrecy are red by the decree.
    std::vector<Range> stamps;
    for (const Element& element : context.analysis.elements) {
        if (element.kind != Kind::doKhan && element.kind != Kind::doMat && element.kind != Kind::luuHanh) continue;
        stamps.insert(stamps.end(), element.ranges.begin(), element.ranges.end());
    }
    forEachParagraph(context, [&](std::int32_t story, std::int32_t p, const Paragraph& paragraph) {
        Faults faults;
        for (const Run& run : paragraph.runs) {
            if (isBlack(run.format.color) || !isShown(run)) continue;
            const auto words = wordsOf(paragraph, run);
            if (isBlank(words)) continue;
            const bool stamp = std::any_of(stamps.begin(), stamps.end(), [&](const Range& range) {
                return range.story == story && range.paragraph == p && run.start < range.end() && range.start < run.start + run.length;
            });
            if (stamp) continue;
            Verdict verdict{Word{std::string(colorKey(run.format.color))}, Word{"value.black"}, {}, {}, {}, {}};
            verdict.change.color = -1;
            if (run.format.hyperlink) {
                verdict.band = "hyperlink";
                verdict.message = "message.colorHyperlink";
            }
            faults.add(context, rangeOf(story, p, run), std::move(verdict));
        }
        faults.report(context, nullptr, sink);
    });
}

void encoding(const Context& context, const ruleset::Row& row, Sink& sink) {
    sink.judged();
    const ruleset::Row* fontRow = rowOf(context, Kind::noiDung, elements::Role::whole, "font");
    const auto& fonts = context.document.fonts;
    forEachParagraph(context, [&](std::int32_t story, std::int32_t p, const Paragraph& paragraph) {
        bool marks = false;
        bool privateGlyphs = false;
        bool signs = false;
        for (const char32_t c : paragraph.text) {  // no branches: this looks at every letter of the file
            marks |= text::isCombining(c);
            privateGlyphs |= c >= 0xE000 && c <= 0xF8FF;
            signs |= c >= 0xA1 && c <= 0xFE;
        }
        if (!marks && !privateGlyphs && !signs) return;
        if (signs) {
            for (const LegacyCode code : {LegacyCode::tcvn3, LegacyCode::vni}) {
                std::optional<Finding> finding;
                for (const Run& run : paragraph.runs) {
                    if (!isShown(run) || codeOf(context, paragraph, run) != code) continue;
                    const Range range = rangeOf(story, p, run);
                    if (!finding) {
                        finding = findingAt(context, range, Word{"value.unicode"}, Word{code == LegacyCode::tcvn3 ? "value.tcvn3" : "value.vni"});
                        finding->message = "message.encodingLegacy";
                    }
                    if (paragraph.protectedContent || (run.kind != RunKind::text && run.kind != RunKind::insertedText)) continue;
                    const std::string& font = fonts[at(run.format.font)];
                    if (fontRow && !fontRow->limit.words.empty()) {
                        model::SetCharFormat change;
                        change.at = range;
                        change.font = text::toUtf8(fontRow->limit.words.front());
                        finding->edits.emplace_back(std::move(change));
                    }
                    finding->edits.emplace_back(model::ReplaceText{range, fromLegacy(wordsOf(paragraph, run), code, font)});
                }
                if (finding) sink.report(std::move(*finding));
            }
        }
        if (marks && bandOf(row, "nfd")) {
            const std::u32string_view text = paragraph.text;
            std::optional<Finding> finding;
            for (std::size_t i = 0; i < text.size();) {
                std::size_t end = i + 1;
                while (end < text.size() && text::isCombining(text[end])) ++end;
                if (end - i > 1 && text::isLetter(text[i])) {
                    std::u32string composed = text::nfc(text.substr(i, end - i));
                    if (composed.size() < end - i) {
                        const Range range{story, p, static_cast<std::int32_t>(i), static_cast<std::int32_t>(end - i)};
                        if (!finding) {
                            finding = findingAt(context, range, Word{"value.unicode"}, Word{"value.nfd"});
                            finding->band = "nfd";
                            finding->message = "message.encodingNfd";
                        }
                        const bool inField = std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const Run& run) {
                            return run.kind != RunKind::text && run.kind != RunKind::insertedText && run.start < range.end() &&
                                   range.start < run.start + run.length;
                        });
                        if (!paragraph.protectedContent && !inField) finding->edits.emplace_back(model::ReplaceText{range, std::move(composed)});
                    }
                }
                i = end;
            }
            if (finding) sink.report(std::move(*finding));
        }
        if (privateGlyphs && bandOf(row, "private")) {
            for (const Run& run : paragraph.runs) {
                if (!isShown(run)) continue;
                const auto id = at(run.format.font);
                if (id < fonts.size() && isSymbolFont(fonts[id])) continue;
                const auto words = wordsOf(paragraph, run);
                const auto glyph = std::find_if(words.begin(), words.end(), [](char32_t c) { return c >= 0xE000 && c <= 0xF8FF; });
                if (glyph == words.end()) continue;
                const auto where = run.start + static_cast<std::int32_t>(glyph - words.begin());
                // A bullet before the words of a line.
                if (isBlank(std::u32string_view(paragraph.text).substr(0, at(where)))) continue;
                Finding finding = findingAt(context, {story, p, where, 1}, Word{"value.unicode"}, Word{"value.privateGlyph"});
                finding.band = "private";
                finding.message = "message.encodingPrivate";
                sink.report(std::move(finding));
                break;
            }
        }
    });
}

}  // namespace thethuc::checks::format
