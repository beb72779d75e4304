// The snapshot: everything that the rules need to know of a Writer document, as plain values.
// Filled by uno/read in one pass; built by hand or from JSON in tests. No office type appears here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/place.hpp"
#include "model/units.hpp"

namespace thethuc::model {

/// Index into Document::fonts.
using FontId = std::int32_t;

enum class CaseMap : std::uint8_t { none, upper, lower, title, smallCaps };
enum class Align : std::uint8_t { left, right, center, justify };

/// Resolved character formatting (direct over style over default).
struct CharFormat {
    FontId font = 0;
    DeciPt size = 0;                 ///< CharHeight
    bool bold = false;               ///< CharWeight >= SEMIBOLD (110): what a reader sees as bold
    bool italic = false;             ///< CharPosture other than NONE
    bool underline = false;          ///< any CharUnderline but NONE
    bool strikeout = false;
    bool hidden = false;             ///< CharHidden: not shown, not judged
    bool hyperlink = false;          ///< the run is a link
    CaseMap caseMap = CaseMap::none;
    std::int8_t escapement = 0;      ///< -1 subscript, 0, +1 superscript
    std::int32_t color = -1;         ///< 0xRRGGBB; -1 automatic
    Hmm tracking = 0;                ///< added behind each letter, negative for condensed text; read where widths are judged (headers)
    std::int16_t scaleWidth = 100;   ///< width of the letters in per cent; read likewise
    bool operator==(const CharFormat&) const = default;
};

/// What a run is besides text.
enum class RunKind : std::uint8_t {
    text,
    pageNumber,      ///< a PageNumber field; the text is what it shows now
    pageCount,       ///< a PageCount field
    field,           ///< any other field
    footnote,        ///< anchor of a footnote or endnote; Run::story is its story, -1 if it was not read
    insertedText,    ///< tracked insertion: counts as text
    placeholder,     ///< a JumpEdit placeholder or an empty content control
};

/// Text with one formatting. Runs of a paragraph are sorted, adjoin each other and cover the text.
struct Run {
    std::int32_t start = 0;          ///< code points
    std::int32_t length = 0;
    RunKind kind = RunKind::text;
    std::int32_t story = -1;         ///< see RunKind::footnote
    CharFormat format;
    bool operator==(const Run&) const = default;
};

enum class LineSpacingMode : std::uint8_t { proportional, atLeast, leading, exactly };

/// proportional: percent (100 = single). The others: Hmm.
struct LineSpacing {
    LineSpacingMode mode = LineSpacingMode::proportional;
    std::int32_t value = 100;
    bool operator==(const LineSpacing&) const = default;
};

/// Resolved paragraph formatting.
struct ParagraphFormat {
    Align align = Align::left;       ///< ParaAdjust; STRETCH and BLOCK are justify
    Hmm leftMargin = 0;
    Hmm rightMargin = 0;
    Hmm firstLineIndent = 0;         ///< negative for hanging
    bool autoFirstLine = false;      ///< ParaIsAutoFirstLineIndent
    Hmm spaceBefore = 0;
    Hmm spaceAfter = 0;
    bool contextualSpacing = false;  ///< ParaContextMargin: none between paragraphs of one style
    LineSpacing lineSpacing;
    Hmm borderTop = 0;               ///< width of the line, 0 = none
    Hmm borderBottom = 0;
    bool borderSides = false;        ///< a left or right border too: a box, not a separator
    bool keepWithNext = false;
    bool operator==(const ParagraphFormat&) const = default;
};

/// A page change asked for by a paragraph.
struct PageBreak {
    std::string pageStyle;                       ///< PageDescName; empty for a plain break
    std::optional<std::int32_t> pageNumber;      ///< PageNumberOffset, when the count restarts
    bool operator==(const PageBreak&) const = default;
};

/// A mark [n] of ours behind a citation: a cross-reference to a row of the document's list of cited documents.
struct CitationMark {
    std::int32_t at = 0;             ///< code points of Paragraph::text before it
    std::string target;              ///< bookmark of the row
    bool operator==(const CitationMark&) const = default;
};

struct Paragraph {
    std::u32string text;             ///< as Writer gives it; tracked deletions and marks of ours left out, '\n' = line break
    std::vector<Run> runs;
    CharFormat base;                 ///< character formatting of the paragraph itself (empty ones too)
    ParagraphFormat format;
    std::string style;               ///< paragraph style, programmatic name
    std::u32string listLabel;        ///< the number or bullet that Writer prints before the text, "" if none
    std::int32_t cell = -1;          ///< index into Document::cells, -1 outside tables
    bool protectedContent = false;   ///< inside a protected section or cell: shown, never edited
    std::optional<PageBreak> breakBefore;
    std::vector<std::string> bookmarks;          ///< ours that begin in it (model/cited_list.hpp), sorted
    std::vector<CitationMark> marks;             ///< by place
    bool citedList = false;          ///< of the list of cited documents: it repeats what the text cites, and is no part of the text
    bool operator==(const Paragraph&) const = default;

    /// Hash of the text and the story-independent identity, equal for equal words. Never 0.
    [[nodiscard]] std::uint64_t fingerprint() const noexcept;
};

enum class StoryKind : std::uint8_t { body, frame, footnote, endnote, header, footer, shapeText };

/// A text of its own. Story 0 is the body.
struct Story {
    StoryKind kind = StoryKind::body;
    std::vector<Paragraph> paragraphs;
    /// For frames and shape texts: index into Document::shapes. For notes: the range of the mark.
    std::int32_t shape = -1;
    std::optional<Range> anchor;
    bool operator==(const Story&) const = default;
};

/// A cell of a table. `paragraphCount` counts those of nested tables too (they follow in the story).
struct Cell {
    std::int32_t table = 0;
    std::int32_t row = 0;            ///< 0-based
    std::int32_t column = 0;         ///< position within its row, 0-based
    Hmm left = 0;                    ///< from the left edge of the table
    Hmm width = 0;
    std::int32_t firstParagraph = 0;
    std::int32_t paragraphCount = 0;
    bool bordered = false;           ///< any visible border of its own
    std::string value;               ///< the number that the office knows behind what is shown, “1234.5”; formulas can use it. Empty: none, or a formula
    std::string formula;             ///< the office's own, “<B2>+<B3>”; a formula whose cells are gone has “?”. Empty: none
    bool operator==(const Cell&) const = default;
};

struct Table {
    std::int32_t story = 0;
    std::int32_t parentCell = -1;    ///< index into Document::cells of the cell it is nested in
    std::int32_t rows = 0;
    std::int32_t columns = 0;        ///< of the widest row
    Hmm left = 0;                    ///< left edge from the left edge of the text area or parent cell
    Hmm width = 0;
    std::int32_t firstCell = 0;      ///< cells of one table are contiguous in Document::cells,
    std::int32_t cellCount = 0;      ///< except that nested tables' cells come after their table's
    std::int32_t firstParagraph = 0;
    std::int32_t paragraphCount = 0;
    bool bordered = false;           ///< any visible border in the table
    std::string name;
    bool operator==(const Table&) const = default;
};

enum class ShapeKind : std::uint8_t { line, connector, custom, image, textFrame, object, group, other };
enum class AnchorKind : std::uint8_t { paragraph, character, asCharacter, page, frame };

/// Where a horizontal or vertical position is counted from.
enum class Relation : std::uint8_t { paragraphArea, paragraphText, character, page, pageText, pageLeft, pageRight, textLine };
enum class Orientation : std::uint8_t { none, left, center, right, top, bottom };  ///< none: the position counts

/// A drawn object or a text frame. A separator line is any line, connector or custom shape that is
/// (almost) flat: see model::isFlatLine.
struct Shape {
    ShapeKind kind = ShapeKind::other;
    std::string name;                ///< unique in the snapshot: the reader makes "#n" where Writer has none
    AnchorKind anchorKind = AnchorKind::paragraph;
    Range anchor;                    ///< paragraph (and position) that it is anchored at
    std::int32_t anchorPage = 0;     ///< for AnchorKind::page
    Orientation horizontal = Orientation::none;
    Relation horizontalRelation = Relation::paragraphArea;
    Hmm x = 0;
    Orientation vertical = Orientation::none;
    Relation verticalRelation = Relation::paragraphArea;
    Hmm y = 0;
    Hmm width = 0;
    Hmm height = 0;
    bool visible = true;             ///< has a line or a fill that shows
    bool dashed = false;
    std::int32_t lineColor = 0;
    std::int32_t textStory = -1;     ///< story of its text, -1 if none
    bool operator==(const Shape&) const = default;
};

/// A page style that the document really uses (styles that no page has are left out).
struct PageStyle {
    std::string name;                ///< programmatic name
    std::string follow;              ///< programmatic name of the next page's style
    Hmm width = 0;
    Hmm height = 0;
    bool landscape = false;          ///< IsLandscape
    Hmm marginTop = 0;               ///< paper edge to header, or to the text where there is no header
    Hmm marginBottom = 0;
    Hmm marginLeft = 0;              ///< gutter included
    Hmm marginRight = 0;
    bool headerOn = false;
    Hmm headerHeight = 0;            ///< header with its distance to the text; 0 if off
    bool footerOn = false;
    Hmm footerHeight = 0;
    bool firstIsShared = true;       ///< false: the first page has a header of its own
    bool arabicNumbers = true;       ///< NumberingType is ARABIC
    std::int32_t header = -1;        ///< stories, -1 if none
    std::int32_t headerFirst = -1;
    std::int32_t footer = -1;
    std::int32_t footerFirst = -1;
    bool operator==(const PageStyle&) const = default;

    /// Distance from the paper's edge to the text, header or footer included (nd30 0.4).
    [[nodiscard]] Hmm effectiveTop() const noexcept { return marginTop + (headerOn ? headerHeight : 0); }
    [[nodiscard]] Hmm effectiveBottom() const noexcept { return marginBottom + (footerOn ? footerHeight : 0); }
    [[nodiscard]] Hmm textWidth() const noexcept { return width - marginLeft - marginRight; }
};

/// Paragraphs [firstParagraph, next section's firstParagraph) of the body lie on pages that start with `pageStyle`.
struct PageSection {
    std::int32_t firstParagraph = 0;
    std::int32_t pageStyle = 0;                  ///< index into Document::pageStyles
    std::optional<std::int32_t> pageNumber;      ///< restart value
    bool operator==(const PageSection&) const = default;
};

/// Facts about the file that decide what may be done with it.
struct DocumentFacts {
    bool readOnly = false;           ///< opened read-only, or the storage is
    bool signedDocument = false;     ///< carries a digital signature, which any change would break
    bool formProtected = false;      ///< editing is restricted by the document itself
    bool recordChanges = false;      ///< change tracking is on
    bool addsParagraphSpacing = true;///< AddParaTableSpacing: distance = sum (true) or maximum (false) of after and before
    std::int32_t pages = 0;          ///< 0 when not laid out
    bool timesMetrics = true;        ///< Times New Roman or a font of the same metrics is installed
    bool operator==(const DocumentFacts&) const = default;
};

struct Document {
    DocumentFacts facts;
    std::vector<std::string> fonts;              ///< family names, FontId indexes them
    std::vector<Story> stories;                  ///< never empty: [0] is the body
    std::vector<Table> tables;
    std::vector<Cell> cells;
    std::vector<Shape> shapes;
    std::vector<PageStyle> pageStyles;
    std::vector<PageSection> sections;           ///< by firstParagraph; never empty
    /// Findings that the person has set aside: rule id, fingerprint of the paragraph (0: whole document), reason.
    struct Ignored {
        std::string rule;
        std::uint64_t fingerprint = 0;
        std::u32string reason;
        bool operator==(const Ignored&) const = default;
    };
    std::vector<Ignored> ignored;
    bool operator==(const Document&) const = default;

    [[nodiscard]] const Paragraph& at(const Range& range) const {
        return stories[static_cast<std::size_t>(range.story)].paragraphs[static_cast<std::size_t>(range.paragraph)];
    }
    /// The letters of a range that lies in its paragraph.
    [[nodiscard]] std::u32string_view wordsAt(const Range& range) const {
        return std::u32string_view(at(range).text).substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length));
    }
    [[nodiscard]] Place place(const Range& range) const { return {range, at(range).fingerprint()}; }
    /// The page style that body paragraph `paragraph` starts on: the section's own, followed styles are not counted.
    [[nodiscard]] const PageSection& sectionOf(std::int32_t paragraph) const;
};

/// A visible line, connector or custom shape that is level and thin enough to be read as a separator line:
/// at least 5 mm wide, at most 1 mm high, and at least eight times as wide as high.
[[nodiscard]] bool isFlatLine(const Shape& shape) noexcept;

}  // namespace thethuc::model
