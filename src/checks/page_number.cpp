// Page numbers: whether they are there, where, and how they look.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "checks/page.hpp"
#include "checks/paragraph_judging.hpp"
#include "text/text.hpp"

namespace thethuc::checks::page {
namespace {

using elements::PartKind;
using model::Align;
using model::DeciPt;
using model::Hmm;
using model::PageStyle;
using model::Paragraph;
using model::Range;
using model::Run;
using model::RunKind;

/// A page number that some page shows.
struct Spot {
    Range range;                     ///< the field, or the digits of a typed number
    const Run* run = nullptr;
    const model::Shape* frame = nullptr;
    bool typed = false;
};

/// Digits, alone or between dashes: a number that somebody typed into the header.
bool isTypedNumber(std::u32string_view text) {
    const std::u32string_view trimmed = text::trim(text);
    if (trimmed.empty() || trimmed.size() > 7) return false;
    const bool only = std::all_of(trimmed.begin(), trimmed.end(), [](char32_t c) { return text::isDigit(c) || text::isDash(c) || text::isSpace(c); });
    return only && std::any_of(trimmed.begin(), trimmed.end(), text::isDigit);
}

void collect(const Context& context, std::int32_t story, const model::Shape* frame, std::vector<Spot>& spots) {
    if (story < 0) return;
    const auto& paragraphs = context.document.stories[at(story)].paragraphs;
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        const Paragraph& paragraph = paragraphs[p];
        const auto index = static_cast<std::int32_t>(p);
        bool field = false;
        for (const Run& run : paragraph.runs) {
            if (run.kind != RunKind::pageNumber) continue;
            spots.push_back({{story, index, run.start, run.length}, &run, frame, false});
            field = true;
        }
        if (!field && !paragraph.runs.empty() && isTypedNumber(paragraph.text)) {
            Range range = wholeParagraph(context, story, index);
            spots.push_back({range, &paragraph.runs.front(), frame, true});
        }
    }
    if (frame) return;
    for (const model::Shape& shape : context.document.shapes) {
        if (shape.textStory >= 0 && shape.anchor.story == story && shape.anchorKind != model::AnchorKind::page) {
            collect(context, shape.textStory, &shape, spots);
        }
    }
}

std::vector<Spot> spotsIn(const Context& context, std::int32_t story) {
    std::vector<Spot> spots;
    collect(context, story, nullptr, spots);
    return spots;
}

/// The pages of one section: its first page and the rest.
struct Pages {
    std::size_t section = 0;
    const PageStyle* style = nullptr;            ///< of the first page
    const PageStyle* rest = nullptr;             ///< of the pages after it
    std::vector<Spot> firstHeader, firstFooter, header, footer;
    PartKind part = PartKind::main;
    Range at;
};

PartKind partAt(const Context& context, std::int32_t paragraph) {
    for (const elements::Part& part : context.analysis.parts) {
        if (paragraph >= part.first && paragraph < part.last) return part.kind;
        // Blank lines above a part belong to it.
        if (part.first > paragraph) return part.kind;
    }
    return PartKind::main;
}

std::vector<Pages> pagesOf(const Context& context) {
    const model::Document& document = context.document;
    std::vector<Pages> all;
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
        const auto& section = document.sections[s];
        if (at(section.pageStyle) >= document.pageStyles.size()) continue;
        Pages pages;
        pages.section = s;
        pages.style = &document.pageStyles[at(section.pageStyle)];
        pages.rest = pages.style;
        for (const PageStyle& other : document.pageStyles) {
            if (other.name == pages.style->follow) pages.rest = &other;
        }
        const auto headerOf = [](const PageStyle& style, bool first) { return !style.headerOn ? -1 : first ? style.headerFirst : style.header; };
        const auto footerOf = [](const PageStyle& style, bool first) { return !style.footerOn ? -1 : first ? style.footerFirst : style.footer; };
        const bool ownFirst = !pages.style->firstIsShared;
        pages.firstHeader = spotsIn(context, headerOf(*pages.style, ownFirst));
        pages.firstFooter = spotsIn(context, footerOf(*pages.style, ownFirst));
        pages.header = spotsIn(context, headerOf(*pages.rest, false));
        pages.footer = spotsIn(context, footerOf(*pages.rest, false));
        pages.part = partAt(context, section.firstParagraph);
        pages.at = {0, section.firstParagraph, 0, 0};
        all.push_back(std::move(pages));
    }
    return all;
}

/// More than one page: as laid out, else by the amount of text.
bool hasSecondPage(const Context& context) {
    if (context.document.facts.pages > 0) return context.document.facts.pages > 1;
    constexpr std::size_t kTwoPagesOfText = 6000;
    std::size_t letters = 0;
    for (const Paragraph& paragraph : context.document.stories[0].paragraphs) letters += paragraph.text.size();
    return letters > kTwoPagesOfText;
}

/// 13 or 14 pt: that of the running text, else the largest that the row for the size allows.
DeciPt numberSizeFor(const Context& context) {
    const ruleset::Row* sizes = rowOf(context, elements::Kind::soTrang, elements::Role::whole, "size");
    const DeciPt body = dominantSize(context);
    if (!sizes) return body > 0 ? body : model::SetPageNumber{}.size;
    if (body > 0 && within(sizes->limit, body)) return body;
    return nearest(sizes->limit, std::numeric_limits<DeciPt>::max() / 2);
}

model::SetPageNumber renumber(const Context& context, const Pages& pages) {
    model::SetPageNumber edit;
    edit.pageStyle = pages.style->name;
    edit.size = numberSizeFor(context);
    edit.hideFirst = pages.section == 0;
    return edit;
}

/// A fault that several sections share is one finding.
class NumberFaults {
public:
    void add(Finding finding) {
        for (Finding& other : findings_) {
            if (other.actual == finding.actual && other.band == finding.band && other.message == finding.message) {
                for (model::Edit& edit : finding.edits) {
                    if (std::find(other.edits.begin(), other.edits.end(), edit) == other.edits.end()) other.edits.push_back(std::move(edit));
                }
                return;
            }
        }
        findings_.push_back(std::move(finding));
    }
    void report(Sink& sink) {
        for (Finding& finding : findings_) sink.report(std::move(finding));
    }

private:
    std::vector<Finding> findings_;
};

Finding numberFinding(const Context& context, const Pages& pages, const Range& range, Value expected, Value actual) {
    Finding finding = findingAt(context, range, std::move(expected), std::move(actual));
    finding.pageStyle = pages.style->name;
    return finding;
}

/// Numbers that stand in the header, of sections that have none in a wrong place.
void forEachNumber(const Context& context, const std::function<void(const Pages&, const Spot&)>& judge) {
    std::vector<const PageStyle*> seen;
    for (const Pages& pages : pagesOf(context)) {
        if (!pages.footer.empty()) continue;
        if (std::find(seen.begin(), seen.end(), pages.rest) != seen.end()) continue;
        seen.push_back(pages.rest);
        for (const Spot& spot : pages.header) {
            if (!spot.typed) judge(pages, spot);
        }
    }
}

bool isProtected(const Context& context, const Range& range) { return paragraphOf(context, range).protectedContent; }

/// Where a number stands across the header, as a reader sees it.
Align seenAlign(const Context& context, const Pages& pages, const Spot& spot) {
    const Paragraph& paragraph = paragraphOf(context, spot.range);
    const Hmm width = pages.rest->textWidth();
    if (spot.frame) {
        // A frame as wide as the header holds its text where the paragraph says, a small one is placed itself.
        constexpr Hmm kMiddle = 500;
        if (spot.frame->width * 2 < width) {
            if (spot.frame->horizontal == model::Orientation::center) return Align::center;
            if (spot.frame->horizontal == model::Orientation::left) return Align::left;
            if (spot.frame->horizontal == model::Orientation::right) return Align::right;
            const bool fromPaper = spot.frame->horizontalRelation == model::Relation::page;
            const Hmm middle = spot.frame->x + spot.frame->width / 2 - (fromPaper ? pages.rest->marginLeft : 0);
            if (std::abs(middle - width / 2) <= kMiddle) return Align::center;
            return middle < width / 2 ? Align::left : Align::right;
        }
        return paragraph.format.align;
    }
    if (paragraph.format.align == Align::center) return Align::center;
    const auto before = std::u32string_view(paragraph.text).substr(0, at(spot.range.start));
    const auto tabs = std::count(before.begin(), before.end(), U'\t');
    // The header style of both Word and Writer has a tab stop in the middle and one at the right.
    if (paragraph.format.align != Align::right && tabs == 1) return Align::center;
    if (paragraph.format.align != Align::right && tabs >= 2) return Align::right;
    return paragraph.format.align == Align::justify ? Align::left : paragraph.format.align;
}

bool real(const std::vector<Spot>& spots) {
    return std::any_of(spots.begin(), spots.end(), [](const Spot& spot) { return !spot.typed; });
}

/// The first page is a section of its own, so that it shows no number, and the numbers begin in the next one.
bool isFirstPageAlone(const Context& context, const std::vector<Pages>& all) {
    constexpr std::size_t kPageOfText = 3500;
    if (all.size() < 2 || all[1].part != PartKind::main || !real(all[1].header)) return false;
    const std::int32_t end = context.document.sections[all[1].section].firstParagraph;
    std::size_t letters = 0;
    for (std::int32_t p = 0; p < end; ++p) letters += context.document.stories[0].paragraphs[at(p)].text.size();
    return letters <= kPageOfText;
}

}  // namespace

void numberPresent(const Context& context, const ruleset::Row&, Sink& sink) {
    if (!hasSecondPage(context)) return;
    NumberFaults faults;
    const auto all = pagesOf(context);
    for (const Pages& pages : all) {
        if (pages.part != PartKind::main) continue;
        sink.judged();
        if (pages.section == 0 && isFirstPageAlone(context, all)) continue;
        const bool later = pages.section > 0;
        if (real(pages.header) || real(pages.footer)) continue;
        if (later && (real(pages.firstHeader) || real(pages.firstFooter))) continue;
        const bool typed = !pages.header.empty() || !pages.footer.empty();
        Finding finding = numberFinding(context, pages, pages.at, Word{"value.present"}, Word{typed ? "value.pageNumberTyped" : "value.missing"});
        if (typed) finding.message = "message.pageNumberTyped";
        finding.edits.emplace_back(renumber(context, pages));
        faults.add(std::move(finding));
    }
    faults.report(sink);
}

void numberPosition(const Context& context, const ruleset::Row&, Sink& sink) {
    NumberFaults faults;
    for (const Pages& pages : pagesOf(context)) {
        if (pages.header.empty() && pages.footer.empty()) continue;
        sink.judged();
        const auto wrong = std::find_if(pages.footer.begin(), pages.footer.end(), [](const Spot& spot) { return !spot.typed; });
        if (wrong == pages.footer.end()) continue;
        Finding finding = numberFinding(context, pages, wrong->range, Word{"value.header"}, Word{"value.footer"});
        if (!isProtected(context, wrong->range)) finding.edits.emplace_back(renumber(context, pages));
        faults.add(std::move(finding));
    }
    faults.report(sink);
}

void numberAlign(const Context& context, const ruleset::Row& row, Sink& sink) {
    NumberFaults faults;
    forEachNumber(context, [&](const Pages& pages, const Spot& spot) {
        sink.judged();
        const Align align = seenAlign(context, pages, spot);
        if (lists(row.limit, nameOf(align))) return;
        Finding finding = numberFinding(context, pages, spot.range, Word{keyOf(Align::center)}, Word{keyOf(align)});
        if (!isProtected(context, spot.range)) {
            const Paragraph& paragraph = paragraphOf(context, spot.range);
            const bool simple = !spot.frame && paragraph.text.find(U'\t') == std::u32string::npos;
            if (simple) {
                model::SetParagraphFormat change;
                change.at = {spot.range.story, spot.range.paragraph, 0, 0};
                change.align = Align::center;
                if (paragraph.format.firstLineIndent != 0) change.firstLineIndent = 0;
                if (paragraph.format.leftMargin != 0) change.leftMargin = 0;
                finding.edits.emplace_back(change);
            } else {
                finding.edits.emplace_back(renumber(context, pages));
            }
        }
        faults.add(std::move(finding));
    });
    faults.report(sink);
}

void numberSize(const Context& context, const ruleset::Row& row, Sink& sink) {
    NumberFaults faults;
    forEachNumber(context, [&](const Pages& pages, const Spot& spot) {
        sink.judged();
        const DeciPt size = spot.run->format.size;
        if (within(row.limit, size)) return;
        Finding finding = numberFinding(context, pages, spot.range, pointsOf(row.limit), Points{size, size});
        if (!isProtected(context, spot.range)) {
            model::SetCharFormat change;
            change.at = editRange(context, spot.range);
            change.size = numberSizeFor(context);
            finding.edits.emplace_back(std::move(change));
        }
        faults.add(std::move(finding));
    });
    faults.report(sink);
}

void numberItalic(const Context& context, const ruleset::Row& row, Sink& sink) {
    const bool wanted = row.limit.is.value_or(false);
    NumberFaults faults;
    forEachNumber(context, [&](const Pages& pages, const Spot& spot) {
        sink.judged();
        if (spot.run->format.italic == wanted) return;
        Finding finding = numberFinding(context, pages, spot.range, Word{wanted ? "value.italic" : "value.upright"},
                                        Word{wanted ? "value.upright" : "value.italic"});
        if (!isProtected(context, spot.range)) {
            model::SetCharFormat change;
            change.at = editRange(context, spot.range);
            change.italic = wanted;
            finding.edits.emplace_back(std::move(change));
        }
        faults.add(std::move(finding));
    });
    faults.report(sink);
}

void numberFormat(const Context& context, const ruleset::Row& row, Sink& sink) {
    NumberFaults faults;
    forEachNumber(context, [&](const Pages& pages, const Spot& spot) {
        sink.judged();
        const bool safe = !isProtected(context, spot.range);
        if (!pages.rest->arabicNumbers) {
            Finding finding = numberFinding(context, pages, spot.range, Word{"value.pageNumberPlain"}, Word{"value.pageNumberRoman"});
            if (bandOf(row, "roman")) finding.band = "roman";
            finding.message = "message.pageNumberRoman";
            if (safe) finding.edits.emplace_back(renumber(context, pages));
            faults.add(std::move(finding));
            return;
        }
        const Paragraph& paragraph = paragraphOf(context, spot.range);
        // What is left when the number and the white space are taken away.
        std::u32string rest;
        bool otherField = false;
        for (const Run& run : paragraph.runs) {
            if (run.kind == RunKind::pageNumber) continue;
            otherField = otherField || run.kind == RunKind::pageCount;
            if (run.kind != RunKind::pageCount) rest += paragraph.text.substr(at(run.start), at(run.length));
        }
        if (isBlank(rest) && !otherField) return;
        Finding finding = numberFinding(context, pages, wholeParagraph(context, spot.range.story, spot.range.paragraph),
                                        Word{"value.pageNumberPlain"}, Word{"value.pageNumberDecorated"});
        // Signs and the words that go with a number are taken off; other words belong to somebody.
        const std::u32string words = text::skeleton(rest);
        const bool decoration = std::all_of(words.begin(), words.end(), text::isDigit) || words == U"trang" || words == U"tr" || words == U"page" ||
                                words == U"so" || words == U"trangso" || words == U"pageof";
        if (safe && decoration) finding.edits.emplace_back(renumber(context, pages));
        faults.add(std::move(finding));
    });
    faults.report(sink);
}

void numberFirst(const Context& context, const ruleset::Row&, Sink& sink) {
    const auto all = pagesOf(context);
    if (all.empty() || all.front().part == PartKind::appendix) return;
    const Pages& pages = all.front();
    if (pages.header.empty() && pages.footer.empty() && pages.firstHeader.empty() && pages.firstFooter.empty()) return;
    sink.judged();
    // A number at the foot of every page is in the wrong place, not on the wrong page.
    if (!pages.footer.empty()) return;
    const auto& shown = !pages.firstHeader.empty() ? pages.firstHeader : pages.firstFooter;
    const auto spot = std::find_if(shown.begin(), shown.end(), [](const Spot& one) { return !one.typed; });
    if (spot == shown.end()) return;
    Finding finding = numberFinding(context, pages, spot->range, Word{"value.hiddenOnFirst"}, Word{"value.shownOnFirst"});
    if (!isProtected(context, spot->range)) finding.edits.emplace_back(renumber(context, pages));
    sink.report(std::move(finding));
}

void numberRestart(const Context& context, const ruleset::Row&, Sink& sink) {
    const model::Document& document = context.document;
    const auto all = pagesOf(context);
    const auto numbered = [](const Pages& pages) {
        return !pages.header.empty() || !pages.footer.empty() || !pages.firstHeader.empty() || !pages.firstFooter.empty();
    };
    const auto report = [&](const Pages& pages, const Range& place, Value actual, std::string message, bool fixable) {
        Finding finding = numberFinding(context, pages, place, Count{1}, std::move(actual));
        finding.message = std::move(message);
        if (fixable && !isProtected(context, place)) finding.edits.emplace_back(model::RestartPageNumber{{0, place.paragraph, 0, 0}, 1});
        sink.report(std::move(finding));
    };
    for (const Pages& pages : all) {
        if (!numbered(pages)) continue;
        const auto& number = document.sections[pages.section].pageNumber;
        if (pages.section == 0) {
            sink.judged();
            if (number && *number != 1) report(pages, pages.at, Count{*number}, {}, true);
            continue;
        }
        // Within the document the numbers run on.
        if (pages.part == PartKind::main && number && *number == 1) report(pages, pages.at, Count{*number}, {}, false);
    }
    const auto& paragraphs = document.stories[0].paragraphs;
    for (std::size_t p = 0; p < context.analysis.parts.size(); ++p) {
        const elements::Part& part = context.analysis.parts[p];
        if (part.kind != PartKind::appendix || part.first == 0 || at(part.first) >= paragraphs.size()) continue;
        // What only follows the document (a form, a draft sent along) does not call itself an appendix.
        if (context.analysis.first(elements::Kind::phuLuc, elements::Role::number, static_cast<std::int32_t>(p)) == nullptr) continue;
        // Only where the appendix starts a page of its own can a number start there.
        if (!startsPage(context, part.first)) continue;
        const auto& section = document.sectionOf(part.first);
        const auto pages = std::find_if(all.begin(), all.end(), [&](const Pages& one) { return &document.sections[one.section] == &section; });
        if (pages == all.end() || !numbered(*pages)) continue;
        sink.judged();
        // Its page may begin with a blank line, above a table that holds the heading.
        const auto from = paragraphs.begin() + section.firstParagraph;
        const bool own = section.firstParagraph <= part.first &&
                         std::all_of(from, paragraphs.begin() + part.first, [](const Paragraph& one) { return isBlank(one.text); });
        if (own && section.pageNumber == 1) continue;
        report(*pages, {0, part.first, 0, 0}, own && section.pageNumber ? Value(Count{*section.pageNumber}) : Value(Word{"value.continued"}),
               "message.pageNumberAppendix", true);
    }
}

}  // namespace thethuc::checks::page
