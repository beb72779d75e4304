#include "support/builder.hpp"

#include <cstdint>

#include "text/text.hpp"

namespace thethuc::testing {

using namespace model;

namespace {

Paragraph make(std::string_view text, const Look& look) {
    Paragraph paragraph;
    paragraph.text = text::fromUtf8(text);
    paragraph.base.size = look.size;
    paragraph.base.bold = look.bold;
    paragraph.base.italic = look.italic;
    if (!paragraph.text.empty()) {
        paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), RunKind::text, -1, paragraph.base});
    }
    paragraph.format.align = look.align;
    paragraph.format.firstLineIndent = look.indent;
    paragraph.format.spaceBefore = look.before;
    paragraph.format.spaceAfter = look.after;
    paragraph.style = "Standard";
    return paragraph;
}

PageStyle a4(std::string name) {
    PageStyle page;
    page.name = std::move(name);
    page.follow = page.name;
    page.width = 21000;
    page.height = 29700;
    page.marginTop = 2000;
    page.marginBottom = 2000;
    page.marginLeft = 3000;
    page.marginRight = 2000;
    return page;
}

}  // namespace

DocumentBuilder::DocumentBuilder() {
    document_.fonts = {"Times New Roman"};
    document_.stories.resize(1);
    document_.pageStyles = {a4("Standard")};
    document_.sections = {PageSection{}};
    document_.facts.addsParagraphSpacing = false;
    document_.facts.pages = 1;
}

DocumentBuilder& DocumentBuilder::numberedPages(std::int32_t pages) {
    document_.facts.pages = pages;
    PageStyle first = a4("First Page");
    first.follow = "Standard";
    PageStyle rest = a4("Standard");
    rest.marginTop = 1000;
    rest.headerOn = true;
    rest.headerHeight = 1000;
    rest.header = static_cast<std::int32_t>(document_.stories.size());
    Story header;
    header.kind = StoryKind::header;
    Paragraph number = make("2", Look{.size = 140});
    number.runs[0].kind = RunKind::pageNumber;
    header.paragraphs.push_back(std::move(number));
    document_.stories.push_back(std::move(header));
    document_.pageStyles = {first, rest};
    return *this;
}

DocumentBuilder& DocumentBuilder::paragraph(std::string_view text, const Look& look) {
    Paragraph paragraph = make(text, look);
    paragraph.cell = openCell_;
    document_.stories[0].paragraphs.push_back(std::move(paragraph));
    if (openCell_ >= 0) {
        ++document_.cells[static_cast<std::size_t>(openCell_)].paragraphCount;
        ++document_.tables[static_cast<std::size_t>(openTable_)].paragraphCount;
    }
    return *this;
}

DocumentBuilder& DocumentBuilder::prose(std::string_view text) {
    return paragraph(text, Look{.size = 140, .align = Align::justify, .indent = 1270, .after = 212});
}

DocumentBuilder& DocumentBuilder::boldProse(std::string_view text) {
    return paragraph(text, Look{.size = 140, .bold = true, .align = Align::justify, .indent = 1270, .after = 212});
}

DocumentBuilder& DocumentBuilder::table(std::vector<Hmm> widths, bool bordered) {
    Table table;
    table.columns = static_cast<std::int32_t>(widths.size());
    table.bordered = bordered;
    table.firstCell = static_cast<std::int32_t>(document_.cells.size());
    table.firstParagraph = static_cast<std::int32_t>(document_.stories[0].paragraphs.size());
    for (const Hmm width : widths) table.width += width;
    table.name = "Table" + std::to_string(document_.tables.size() + 1);
    widths_ = std::move(widths);
    openTable_ = static_cast<std::int32_t>(document_.tables.size());
    nextColumn_ = 0;
    nextRow_ = 0;
    document_.tables.push_back(std::move(table));
    return *this;
}

DocumentBuilder& DocumentBuilder::cell() {
    Table& table = document_.tables[static_cast<std::size_t>(openTable_)];
    Cell cell;
    cell.table = openTable_;
    cell.row = nextRow_;
    cell.column = nextColumn_;
    for (std::int32_t i = 0; i < nextColumn_; ++i) cell.left += widths_[static_cast<std::size_t>(i)];
    cell.width = widths_[static_cast<std::size_t>(nextColumn_)];
    cell.firstParagraph = static_cast<std::int32_t>(document_.stories[0].paragraphs.size());
    cell.bordered = table.bordered;
    openCell_ = static_cast<std::int32_t>(document_.cells.size());
    document_.cells.push_back(cell);
    ++table.cellCount;
    table.rows = nextRow_ + 1;
    if (++nextColumn_ == table.columns) {
        nextColumn_ = 0;
        ++nextRow_;
    }
    return *this;
}

DocumentBuilder& DocumentBuilder::endTable() {
    openTable_ = -1;
    openCell_ = -1;
    return *this;
}

DocumentBuilder& DocumentBuilder::line(Hmm length) {
    Shape shape;
    shape.kind = ShapeKind::line;
    shape.name = "#" + std::to_string(document_.shapes.size() + 1);
    shape.anchor = {0, last(), 0, 0};
    shape.horizontal = Orientation::center;
    shape.width = length;
    shape.y = 600;
    document_.shapes.push_back(std::move(shape));
    return *this;
}

DocumentBuilder& DocumentBuilder::footnote(std::string_view text) {
    Paragraph& paragraph = document_.stories[0].paragraphs.back();
    const auto at = static_cast<std::int32_t>(paragraph.text.size());
    const auto story = static_cast<std::int32_t>(document_.stories.size());
    std::int32_t number = 1;
    for (const Story& other : document_.stories) number += other.kind == StoryKind::footnote ? 1 : 0;
    const std::u32string mark = text::fromUtf8(std::to_string(number));
    Run run{at, static_cast<std::int32_t>(mark.size()), RunKind::footnote, story, paragraph.base};
    run.format.escapement = 1;
    paragraph.text += mark;
    paragraph.runs.push_back(run);
    Story note;
    note.kind = StoryKind::footnote;
    note.anchor = Range{0, last(), at, run.length};
    note.paragraphs.push_back(make(text, Look{.size = 100, .align = Align::left}));
    document_.stories.push_back(std::move(note));
    return *this;
}

DocumentBuilder& DocumentBuilder::format(std::int32_t start, std::int32_t length, const Look& look) {
    Paragraph& paragraph = document_.stories[0].paragraphs.back();
    std::vector<Run> runs;
    for (const Run& run : paragraph.runs) {
        const auto cut = [&](std::int32_t from, std::int32_t to, bool changed) {
            if (from >= to) return;
            Run piece = run;
            piece.start = from;
            piece.length = to - from;
            if (changed) {
                piece.format.size = look.size;
                piece.format.bold = look.bold;
                piece.format.italic = look.italic;
            }
            runs.push_back(piece);
        };
        const std::int32_t end = run.start + run.length;
        cut(run.start, std::min(end, start), false);
        cut(std::max(run.start, start), std::min(end, start + length), true);
        cut(std::max(run.start, start + length), end, false);
    }
    paragraph.runs = std::move(runs);
    return *this;
}

Document DocumentBuilder::take() { return std::move(document_); }

std::int32_t DocumentBuilder::last() const {
    return static_cast<std::int32_t>(document_.stories[0].paragraphs.size()) - 1;
}

}  // namespace thethuc::testing
