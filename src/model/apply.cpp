// Edits on a snapshot: what uno/write does to the live document, as a function of values.
#include <algorithm>
#include <map>
#include <string>
#include <type_traits>
#include <utility>

#include "model/edit.hpp"
#include "model/look.hpp"
#include "text/text.hpp"

namespace thethuc::model {
namespace {

std::size_t index(std::int32_t value) { return static_cast<std::size_t>(value); }

[[noreturn]] void refuse(const std::string& what) { throw EditError(what); }

class Application {
public:
    explicit Application(Document& document) : document_(document) {}

    void operator()(const SetPageFormat& edit) {
        PageStyle& style = pageStyle(edit.pageStyle);
        if (edit.width) style.width = *edit.width;
        if (edit.height) style.height = *edit.height;
        if (edit.width || edit.height) style.landscape = style.width > style.height;
        if (edit.top) style.marginTop += *edit.top - style.effectiveTop();
        if (edit.bottom) style.marginBottom += *edit.bottom - style.effectiveBottom();
        if (edit.left) style.marginLeft = *edit.left;
        if (edit.right) style.marginRight = *edit.right;
    }

    void operator()(const SetPageNumber& edit) {
        PageStyle* style = &pageStyle(edit.pageStyle);
        clearNumbers(style->header), clearNumbers(style->headerFirst);
        clearNumbers(style->footer), clearNumbers(style->footerFirst);
        PageStyle* rest = style;
        for (PageStyle& other : document_.pageStyles) {
            if (!style->follow.empty() && other.name == style->follow && other.name != style->name) rest = &other;
        }
        if (rest != style) {
            clearNumbers(rest->header), clearNumbers(rest->headerFirst);
            clearNumbers(rest->footer), clearNumbers(rest->footerFirst);
            rest->firstIsShared = true;
            if (!edit.hideFirst) putNumber(*style, edit.size);
        } else {
            const bool hadFirst = !style->firstIsShared;
            style->firstIsShared = !edit.hideFirst;
            if (edit.hideFirst && (!hadFirst || style->headerFirst < 0)) {
                style->headerFirst = newStory(StoryKind::header);
                // The text of a header that had no page of its own is on the first page too.
                if (style->headerOn && style->header >= 0) {
                    document_.stories[index(style->headerFirst)].paragraphs = document_.stories[index(style->header)].paragraphs;
                }
                if (style->footerOn && style->footer >= 0 && style->footerFirst < 0) {
                    style->footerFirst = newStory(StoryKind::footer);
                    document_.stories[index(style->footerFirst)].paragraphs = document_.stories[index(style->footer)].paragraphs;
                }
            }
        }
        putNumber(*rest, edit.size);
    }

    void operator()(const RestartPageNumber& edit) {
        Paragraph& paragraph = at(edit.at);
        const auto section = std::find_if(document_.sections.begin(), document_.sections.end(), [&](const PageSection& one) {
            return edit.at.story == 0 && one.firstParagraph == edit.at.paragraph;
        });
        if (section == document_.sections.end() && !paragraph.breakBefore) refuse("the paragraph starts no page");
        if (section != document_.sections.end()) {
            section->pageNumber = edit.value;
        } else {
            // A plain break becomes the start of a section with the page style that is there already.
            PageSection added = document_.sectionOf(edit.at.paragraph);
            added.firstParagraph = edit.at.paragraph;
            added.pageNumber = edit.value;
            const auto before = std::upper_bound(
                document_.sections.begin(), document_.sections.end(), added.firstParagraph,
                [](std::int32_t value, const PageSection& one) { return value < one.firstParagraph; });
            document_.sections.insert(before, added);
        }
        if (!paragraph.breakBefore) paragraph.breakBefore.emplace();
        paragraph.breakBefore->pageNumber = edit.value;
    }

    void operator()(const SetParagraphFormat& edit) {
        ParagraphFormat& format = at(edit.at).format;
        if (edit.align) format.align = *edit.align;
        if (edit.leftMargin) format.leftMargin = *edit.leftMargin;
        if (edit.rightMargin) format.rightMargin = *edit.rightMargin;
        if (edit.firstLineIndent) {
            format.firstLineIndent = *edit.firstLineIndent;
            format.autoFirstLine = false;
        }
        if (edit.spaceBefore) format.spaceBefore = *edit.spaceBefore;
        if (edit.spaceAfter) format.spaceAfter = *edit.spaceAfter;
        if (edit.contextualSpacing) format.contextualSpacing = *edit.contextualSpacing;
        if (edit.keepWithNext) format.keepWithNext = *edit.keepWithNext;
        if (edit.lineSpacing) format.lineSpacing = *edit.lineSpacing;
    }

    void operator()(const SetCharFormat& edit) {
        Paragraph& paragraph = at(edit.at);
        const bool whole = edit.at.start == 0 && edit.at.length == 0;
        const auto change = [&](CharFormat& format) {
            if (edit.font) format.font = fontId(*edit.font);
            if (edit.size) format.size = *edit.size;
            if (edit.bold) format.bold = *edit.bold;
            if (edit.italic) format.italic = *edit.italic;
            if (edit.underline) format.underline = *edit.underline;
            if (edit.caseMap) format.caseMap = *edit.caseMap;
            if (edit.color) format.color = *edit.color;
        };
        if (whole) {
            change(paragraph.base);
            for (Run& run : paragraph.runs) change(run.format);
            joinRuns(paragraph);
            return;
        }
        checkInside(paragraph, edit.at);
        splitRuns(paragraph, edit.at.start), splitRuns(paragraph, edit.at.end());
        for (Run& run : paragraph.runs) {
            if (run.start >= edit.at.start && run.start + run.length <= edit.at.end()) change(run.format);
        }
        joinRuns(paragraph);
    }

    void operator()(const SetParagraphStyle& edit) {
        Paragraph& paragraph = at(edit.at);
        ParagraphFormat format = edit.format;
        format.borderTop = paragraph.format.borderTop;
        format.borderBottom = paragraph.format.borderBottom;
        format.borderSides = paragraph.format.borderSides;
        paragraph.format = format;
        paragraph.style = edit.style;
        const FontId font = fontId("Times New Roman");
        const auto change = [&](CharFormat& letters) {
            letters.font = font;
            letters.size = edit.character.size;
            letters.bold = edit.character.bold;
            letters.italic = edit.character.italic;
        };
        change(paragraph.base);
        for (Run& run : paragraph.runs) change(run.format);
        joinRuns(paragraph);
    }

    void operator()(const ReplaceText& edit) {
        Paragraph& paragraph = at(edit.at);
        checkInside(paragraph, edit.at);
        const std::int32_t start = edit.at.start;
        const std::int32_t end = edit.at.end();
        for (const Run& run : paragraph.runs) {
            const bool fixed = run.kind != RunKind::text && run.kind != RunKind::insertedText;
            if (fixed && run.length > 0 && run.start < end && run.start + run.length > start) {
                refuse("the range holds a note or a field");
            }
        }
        splitRuns(paragraph, start), splitRuns(paragraph, end);
        CharFormat look = paragraph.base;
        std::size_t where = 0;
        while (where < paragraph.runs.size() && paragraph.runs[where].start < start) ++where;
        if (where < paragraph.runs.size() && edit.at.length > 0) {
            look = paragraph.runs[where].format;
        } else if (where > 0) {
            look = paragraph.runs[where - 1].format;
        } else if (where < paragraph.runs.size()) {
            look = paragraph.runs[where].format;
        }
        std::erase_if(paragraph.runs, [&](const Run& run) { return run.length > 0 && run.start >= start && run.start < end; });
        const auto delta = static_cast<std::int32_t>(edit.text.size()) - edit.at.length;
        for (Run& run : paragraph.runs) {
            if (run.start >= end) run.start += delta;
        }
        if (!edit.text.empty()) {
            Run run;
            run.start = start;
            run.length = static_cast<std::int32_t>(edit.text.size());
            run.format = look;
            paragraph.runs.insert(paragraph.runs.begin() + static_cast<std::ptrdiff_t>(where), run);
        }
        paragraph.text.replace(index(start), index(edit.at.length), edit.text);
        joinRuns(paragraph);
        moveAnchors(edit.at, delta);
    }

    void operator()(const RemoveParagraph& edit) {
        const Paragraph& paragraph = at(edit.at);
        for (const char32_t c : paragraph.text) {
            if (!edit.withText && !text::isSpace(c)) refuse("the paragraph is not empty");
        }
        for (const Run& run : paragraph.runs) {
            if (run.kind != RunKind::text && run.kind != RunKind::insertedText) refuse("the paragraph holds a note or a field");
        }
        removeParagraph(edit.at);
    }

    void operator()(const InsertParagraphs& edit) {
        at(edit.before);
        const auto count = static_cast<std::int32_t>(edit.paragraphs.size());
        const std::int32_t story = edit.before.story;
        const std::int32_t where = edit.before.paragraph;
        auto& paragraphs = document_.stories[index(story)].paragraphs;
        std::vector<Paragraph> added;
        for (const NewParagraph& one : edit.paragraphs) {
            Paragraph paragraph;
            paragraph.text = one.text;
            paragraph.base = one.character;
            paragraph.format = one.format;
            paragraph.style = paragraphs[index(where)].style;
            paragraph.cell = paragraphs[index(where)].cell;
            if (!one.text.empty()) {
                Run run;
                run.length = static_cast<std::int32_t>(one.text.size());
                run.format = one.character;
                paragraph.runs.push_back(run);
            }
            added.push_back(std::move(paragraph));
        }
        const std::int32_t cell = paragraphs[index(where)].cell;
        paragraphs.insert(paragraphs.begin() + where, added.begin(), added.end());
        forEachRange([&](Range& range) {
            if (range.story == story && range.paragraph >= where) range.paragraph += count;
        });
        if (story == 0) {
            for (PageSection& section : document_.sections) {
                if (section.firstParagraph > where) section.firstParagraph += count;
            }
        }
        shiftCells(story, where, cell, count);
    }

    void operator()(const DrawLine& edit) {
        Paragraph& under = at(edit.under);
        if (edit.clearsBorder) clearBorder(under);
        for (const Range& range : edit.removes) {
            if (edit.clearsBorder) clearBorder(at(range));
        }
        for (const std::string& name : edit.replaces) removeShape(name);
        Shape line;
        line.kind = ShapeKind::line;
        line.name = freeName();
        line.anchor = {edit.under.story, edit.under.paragraph, 0, 0};
        line.horizontal = Orientation::center;
        line.horizontalRelation = Relation::paragraphArea;
        line.verticalRelation = Relation::paragraphArea;
        line.y = edit.offset;
        line.width = edit.length;
        document_.shapes.push_back(std::move(line));
        std::vector<Range> removes = edit.removes;
        std::sort(removes.begin(), removes.end(), [](const Range& a, const Range& b) { return b < a; });
        for (const Range& range : removes) removeCharacters(range);
    }

    void operator()(const SetShapeSize& edit) {
        const auto shape = std::find_if(document_.shapes.begin(), document_.shapes.end(),
                                        [&](const Shape& one) { return one.name == edit.shape; });
        if (shape == document_.shapes.end()) refuse("there is no shape " + edit.shape);
        shape->width = edit.width;
        shape->height = edit.height;
    }

    void operator()(const SetColumnWidths& edit) {
        if (edit.table < 0 || index(edit.table) >= document_.tables.size()) refuse("there is no such table");
        const Table& table = document_.tables[index(edit.table)];
        if (edit.widths.size() != index(table.columns)) refuse("the table has another number of columns");
        Hmm sum = 0;
        for (const Hmm width : edit.widths) sum += width;
        if (sum > table.width) refuse("the columns are wider than the table");
        std::map<std::int32_t, std::int32_t> columnsOfRow;
        for (const Cell& cell : document_.cells) {
            if (cell.table == edit.table) columnsOfRow[cell.row] = std::max(columnsOfRow[cell.row], cell.column + 1);
        }
        for (Cell& cell : document_.cells) {
            if (cell.table != edit.table || columnsOfRow[cell.row] != table.columns) continue;
            cell.left = 0;
            for (std::int32_t column = 0; column < cell.column; ++column) cell.left += edit.widths[index(column)];
            cell.width = edit.widths[index(cell.column)];
        }
    }

    void operator()(const SetCells& edit) {
        for (const CellContent& one : edit.cells) {
            if (one.cell < 0 || index(one.cell) >= document_.cells.size()) refuse("there is no such cell");
            Cell& cell = document_.cells[index(one.cell)];
            if (cell.paragraphCount != 1) refuse("the cell has more than one paragraph");
            const Range place{document_.tables[index(cell.table)].story, cell.firstParagraph, 0, 0};
            Paragraph& paragraph = at(place);
            if (!isOneLook(paragraph, cell)) refuse("the cell holds more than words of one look");
            for (Run& run : paragraph.runs) run.kind = RunKind::text;
            (*this)(ReplaceText{{place.story, place.paragraph, 0, static_cast<std::int32_t>(paragraph.text.size())}, one.text});
            cell.formula = one.formula;
            cell.value = one.formula.empty() ? one.value : std::string();
        }
    }

private:
    PageStyle& pageStyle(const std::string& name) {
        const auto found = std::find_if(document_.pageStyles.begin(), document_.pageStyles.end(),
                                        [&](const PageStyle& one) { return one.name == name; });
        if (found == document_.pageStyles.end()) refuse("there is no page style " + name);
        return *found;
    }

    Paragraph& at(const Range& range) {
        if (range.story < 0 || index(range.story) >= document_.stories.size()) refuse("there is no such story");
        auto& paragraphs = document_.stories[index(range.story)].paragraphs;
        if (range.paragraph < 0 || index(range.paragraph) >= paragraphs.size()) refuse("there is no such paragraph");
        Paragraph& paragraph = paragraphs[index(range.paragraph)];
        if (paragraph.protectedContent) refuse("the paragraph is protected");
        return paragraph;
    }

    static void checkInside(const Paragraph& paragraph, const Range& range) {
        if (range.start < 0 || range.length < 0 || index(range.end()) > paragraph.text.size()) {
            refuse("the range is outside its paragraph");
        }
    }

    FontId fontId(const std::string& name) {
        const auto found = std::find(document_.fonts.begin(), document_.fonts.end(), name);
        if (found != document_.fonts.end()) return static_cast<FontId>(found - document_.fonts.begin());
        document_.fonts.push_back(name);
        return static_cast<FontId>(document_.fonts.size() - 1);
    }

    static void splitRuns(Paragraph& paragraph, std::int32_t position) {
        for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
            Run& run = paragraph.runs[i];
            if (run.start < position && position < run.start + run.length) {
                Run second = run;
                second.start = position;
                second.length = run.start + run.length - position;
                run.length = position - run.start;
                paragraph.runs.insert(paragraph.runs.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
                return;
            }
        }
    }

    /// Neighbouring runs of text that look the same are one run, as the office gives them.
    static void joinRuns(Paragraph& paragraph) {
        std::vector<Run> joined;
        for (Run& run : paragraph.runs) {
            if (!joined.empty() && joined.back().kind == run.kind && run.kind == RunKind::text &&
                joined.back().format == run.format && joined.back().start + joined.back().length == run.start) {
                joined.back().length += run.length;
            } else {
                joined.push_back(run);
            }
        }
        paragraph.runs = std::move(joined);
    }

    template <typename Function> void forEachRange(Function function) {
        for (Shape& shape : document_.shapes) {
            if (shape.anchorKind != AnchorKind::page) function(shape.anchor);
        }
        for (Story& story : document_.stories) {
            if (story.anchor) function(*story.anchor);
        }
    }

    void moveAnchors(const Range& changed, std::int32_t delta) {
        forEachRange([&](Range& range) {
            if (range.story == changed.story && range.paragraph == changed.paragraph && range.start >= changed.end() &&
                range.start > 0) {
                range.start += delta;
            }
        });
    }

    void shiftCells(std::int32_t story, std::int32_t where, std::int32_t cell, std::int32_t count) {
        // The cell of the paragraph and every cell and table around it change their size; what follows moves.
        std::vector<std::int32_t> around;
        for (std::int32_t c = cell; c >= 0; c = document_.tables[index(document_.cells[index(c)].table)].parentCell) {
            around.push_back(c);
        }
        const auto contains = [&](std::int32_t c) { return std::find(around.begin(), around.end(), c) != around.end(); };
        for (std::size_t c = 0; c < document_.cells.size(); ++c) {
            Cell& one = document_.cells[c];
            if (document_.tables[index(one.table)].story != story) continue;
            if (contains(static_cast<std::int32_t>(c))) {
                one.paragraphCount += count;
            } else if (one.firstParagraph > where || (one.firstParagraph == where && count > 0)) {
                one.firstParagraph += count;
            }
        }
        for (std::size_t t = 0; t < document_.tables.size(); ++t) {
            Table& table = document_.tables[t];
            if (table.story != story) continue;
            const bool inside = std::any_of(around.begin(), around.end(), [&](std::int32_t c) {
                return document_.cells[index(c)].table == static_cast<std::int32_t>(t);
            });
            if (inside) {
                table.paragraphCount += count;
            } else if (table.firstParagraph > where || (table.firstParagraph == where && count > 0)) {
                table.firstParagraph += count;
            }
        }
    }

    void removeParagraph(const Range& place) {
        auto& paragraphs = document_.stories[index(place.story)].paragraphs;
        const Paragraph& paragraph = paragraphs[index(place.paragraph)];
        const std::int32_t cell = paragraph.cell;
        if (paragraphs.size() == 1) refuse("the paragraph is the only one of its text");
        if (cell >= 0 && document_.cells[index(cell)].paragraphCount == 1) refuse("the paragraph is the only one of its cell");
        if (paragraph.breakBefore) refuse("the paragraph starts a page");
        for (const Shape& shape : document_.shapes) {
            if (shape.anchorKind != AnchorKind::page && shape.anchor.story == place.story && shape.anchor.paragraph == place.paragraph) {
                refuse("the paragraph is an anchor");
            }
        }
        paragraphs.erase(paragraphs.begin() + place.paragraph);
        forEachRange([&](Range& range) {
            if (range.story == place.story && range.paragraph > place.paragraph) --range.paragraph;
        });
        if (place.story == 0) {
            for (PageSection& section : document_.sections) {
                if (section.firstParagraph > place.paragraph) --section.firstParagraph;
            }
        }
        shiftCells(place.story, place.paragraph, cell, -1);
    }

    /// Underscores go with their paragraph, or with the line break before them where they share one with words.
    void removeCharacters(const Range& range) {
        Paragraph& paragraph = at(range);
        const bool alone = std::all_of(paragraph.text.begin(), paragraph.text.end(), [&, i = std::int32_t{0}](char32_t c) mutable {
            const bool inside = i >= range.start && i < range.end();
            ++i;
            return inside || text::isSpace(c);
        });
        if (!alone) {
            Range part = range;
            if (part.start > 0 && paragraph.text[index(part.start) - 1] == U'\n') {
                --part.start;
                ++part.length;
            }
            (*this)(ReplaceText{part, {}});
            return;
        }
        const std::int32_t count = paragraph.cell < 0 ? 2 : document_.cells[index(paragraph.cell)].paragraphCount;
        if (count > 1 && document_.stories[index(range.story)].paragraphs.size() > 1 && !paragraph.breakBefore) {
            removeParagraph(range);
        } else {
            (*this)(ReplaceText{{range.story, range.paragraph, 0, static_cast<std::int32_t>(paragraph.text.size())}, {}});
        }
    }

    static void clearBorder(Paragraph& paragraph) {
        paragraph.format.borderTop = 0;
        paragraph.format.borderBottom = 0;
    }

    void removeShape(const std::string& name) {
        const auto found = std::find_if(document_.shapes.begin(), document_.shapes.end(),
                                        [&](const Shape& one) { return one.name == name; });
        if (found == document_.shapes.end()) refuse("there is no shape " + name);
        const auto at = static_cast<std::int32_t>(found - document_.shapes.begin());
        document_.shapes.erase(found);
        for (Story& story : document_.stories) {
            if (story.shape > at) --story.shape;
        }
    }

    std::string freeName() const {
        for (std::size_t number = document_.shapes.size() + 1;; ++number) {
            std::string name = "#" + std::to_string(number);
            if (std::none_of(document_.shapes.begin(), document_.shapes.end(), [&](const Shape& one) { return one.name == name; })) {
                return name;
            }
        }
    }

    std::int32_t newStory(StoryKind kind) {
        Story story;
        story.kind = kind;
        story.paragraphs.emplace_back();
        document_.stories.push_back(std::move(story));
        return static_cast<std::int32_t>(document_.stories.size() - 1);
    }

    static bool holdsNumber(const Paragraph& paragraph) {
        return std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [](const Run& run) { return run.kind == RunKind::pageNumber; }) ||
               (!paragraph.text.empty() && paragraph.text.size() < 8 &&
                std::all_of(paragraph.text.begin(), paragraph.text.end(), [](char32_t c) {
                    return text::isDigit(c) || text::isSpace(c) || text::isDash(c);
                }) &&
                std::any_of(paragraph.text.begin(), paragraph.text.end(), text::isDigit));
    }

    void clearNumbers(std::int32_t story) {
        if (story < 0) return;
        for (Paragraph& paragraph : document_.stories[index(story)].paragraphs) {
            if (!holdsNumber(paragraph)) continue;
            paragraph.text.clear();
            paragraph.runs.clear();
        }
        for (std::size_t s = 0; s < document_.shapes.size(); ++s) {
            const Shape& shape = document_.shapes[s];
            if (shape.textStory >= 0 && shape.anchor.story == story && shape.anchorKind != AnchorKind::page) {
                clearNumbers(shape.textStory);
            }
        }
    }

    void putNumber(PageStyle& style, DeciPt size) {
        if (!style.headerOn) {
            // The text stays where it is: the header takes its room from the margin.
            constexpr Hmm kHeader = 1000;
            const Hmm height = std::min(kHeader, style.marginTop / 2);
            style.marginTop -= height;
            style.headerHeight = height;
            style.headerOn = true;
        }
        if (style.header < 0) style.header = newStory(StoryKind::header);
        style.arabicNumbers = true;
        auto& paragraphs = document_.stories[index(style.header)].paragraphs;
        auto blank = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& one) { return one.text.empty(); });
        if (blank == paragraphs.end()) blank = paragraphs.insert(paragraphs.begin(), Paragraph{});
        Run run;
        run.kind = RunKind::pageNumber;
        run.length = 1;
        run.format.font = fontId("Times New Roman");
        run.format.size = size;
        blank->base = run.format;
        blank->text = U"2";
        blank->runs = {run};
        blank->format = ParagraphFormat{};
        blank->format.align = Align::center;
    }

    Document& document_;
};

/// Position of an edit that moves text, nothing for one that only formats.
const Range* structural(const Edit& edit) {
    if (const auto* replace = std::get_if<ReplaceText>(&edit)) return &replace->at;
    if (const auto* remove = std::get_if<RemoveParagraph>(&edit)) return &remove->at;
    if (const auto* insert = std::get_if<InsertParagraphs>(&edit)) return &insert->before;
    return nullptr;
}

}  // namespace

Document apply(Document document, const Edits& edits) {
    Application application(document);
    // Formatting moves nothing, so it goes first; then everything that moves text, back to front.
    std::vector<const Edit*> moving;
    std::vector<const Edit*> lines;
    for (const Edit& edit : edits) {
        if (structural(edit)) {
            moving.push_back(&edit);
        } else if (const auto* line = std::get_if<DrawLine>(&edit); line && !line->removes.empty()) {
            lines.push_back(&edit);
        } else {
            std::visit(application, edit);
        }
    }
    // A line that takes underscores away moves text at the last of them.
    const auto place = [](const Edit& edit) {
        if (const Range* range = structural(edit)) return *range;
        const auto& removes = std::get<DrawLine>(edit).removes;
        return *std::max_element(removes.begin(), removes.end());
    };
    moving.insert(moving.end(), lines.begin(), lines.end());
    std::stable_sort(moving.begin(), moving.end(), [&](const Edit* a, const Edit* b) { return place(*b) < place(*a); });
    for (const Edit* edit : moving) std::visit(application, *edit);
    return document;
}

}  // namespace thethuc::model
