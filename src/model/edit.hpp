// The closed set of edits. A fix is a list of these; model::apply runs them on a snapshot in tests,
// uno/write runs the same list on the live document inside one undo step.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "model/document.hpp"

namespace thethuc::model {

/// Page format of one page style. Margins are what the reader sees: from the paper's edge to the text
/// (the host subtracts header and footer).
struct SetPageFormat {
    std::string pageStyle;
    std::optional<Hmm> width, height;            ///< portrait or landscape as they stand
    std::optional<Hmm> top, bottom, left, right;
    bool operator==(const SetPageFormat&) const = default;
};

/// Puts an arabic page number, centred, into the header of every page but the first one of the
/// section that starts with `pageStyle`; removes page numbers that stand elsewhere (footers, frames).
struct SetPageNumber {
    std::string pageStyle;
    DeciPt size = 140;
    bool hideFirst = true;                       ///< false for a later section: its first page shows its number
    bool operator==(const SetPageNumber&) const = default;
};

/// Restarts page numbering at `value` at a paragraph that already starts a page.
struct RestartPageNumber {
    Range at;
    std::int32_t value = 1;
    bool operator==(const RestartPageNumber&) const = default;
};

struct SetParagraphFormat {
    Range at;                                    ///< start and length are ignored
    std::optional<Align> align;
    std::optional<Hmm> leftMargin, rightMargin, firstLineIndent, spaceBefore, spaceAfter;
    std::optional<bool> contextualSpacing, keepWithNext;
    std::optional<LineSpacing> lineSpacing;
    bool operator==(const SetParagraphFormat&) const = default;
};

struct SetCharFormat {
    Range at;                                    ///< length 0 with start 0: the whole paragraph
    std::optional<std::string> font;
    std::optional<DeciPt> size;
    std::optional<bool> bold, italic, underline;
    std::optional<CaseMap> caseMap;
    std::optional<std::int32_t> color;
    bool operator==(const SetCharFormat&) const = default;
};

/// Gives a whole paragraph a named paragraph style of the document and takes the direct formatting away that `format` and `character` speak of:
/// alignment, margins, indent, distances, line spacing, keeping with the next paragraph; font, size, weight and slant of the letters. What else was
/// set stays (colour, capitals, borders, tab stops …), and so do words, list and page break. Refused where the document has no such style.
struct SetParagraphStyle {
    Range at;                                    ///< start and length are ignored
    std::string style;                           ///< as it is shown, “TT Nội dung”
    ParagraphFormat format;                      ///< what the style says; borders do not count
    CharFormat character;                        ///< the same; of it font (always Times New Roman), size, bold, italic count
    bool operator==(const SetParagraphStyle&) const = default;
};

/// Replaces the text of a range inside one paragraph; the new text takes the formatting of the
/// first character it replaces. Notes and fields inside the range are never lost: a range that
/// contains one is refused.
struct ReplaceText {
    Range at;
    std::u32string text;
    bool operator==(const ReplaceText&) const = default;
};

/// Removes a whole paragraph: an empty or white-space one, with `withText` also one with words. Refused where it is the only
/// one of its cell or story, or carries an anchor, a note or a field.
struct RemoveParagraph {
    Range at;
    bool withText = false;                       ///< the person asked to put other lines in the place of these
    bool operator==(const RemoveParagraph&) const = default;
};

/// A paragraph to insert, with formatting given in full.
struct NewParagraph {
    std::u32string text;
    ParagraphFormat format;
    CharFormat character;                        ///< font is the document's Times New Roman
    bool operator==(const NewParagraph&) const = default;
};

/// Inserts paragraphs before `before` (same story, same cell).
struct InsertParagraphs {
    Range before;
    std::vector<NewParagraph> paragraphs;
    bool operator==(const InsertParagraphs&) const = default;
};

/// Draws a solid horizontal separator of `length` centred below the text of `under`, anchored to its
/// paragraph, after deleting the shapes named in `replaces`; `clearsBorder` also takes a paragraph
/// border away, `removes` are paragraphs of underscores that it takes the place of.
struct DrawLine {
    Range under;
    Hmm length = 0;
    Hmm offset = 0;                              ///< from the top of the paragraph to the line
    std::vector<std::string> replaces;
    bool clearsBorder = false;
    std::vector<Range> removes;
    bool operator==(const DrawLine&) const = default;
};

/// Size and position of a frame or drawn box that holds a mark (urgency, circulation).
struct SetShapeSize {
    std::string shape;
    Hmm width = 0;
    Hmm height = 0;
    bool operator==(const SetShapeSize&) const = default;
};

/// Column widths of one table, in order; the sum stays within the table's width.
struct SetColumnWidths {
    std::int32_t table = 0;
    std::vector<Hmm> widths;
    bool operator==(const SetColumnWidths&) const = default;
};

/// What one cell of a table says from now on.
struct CellContent {
    std::int32_t cell = 0;                       ///< index into Document::cells; a cell of one paragraph, all of one look
    std::u32string text;                         ///< what it shows; of a formula what it must show once computed
    std::string formula;                         ///< the office's own, “<B2>+<B3>”; empty: none
    std::string value;                           ///< a number, “1234.5”; beside a formula what stands instead if that shows something else. Both empty: plain words
    std::string format;                          ///< of the number, as it is written in Vietnamese: “#.##0,00”, “0,00%”
    bool operator==(const CellContent&) const = default;
};

/// Gives cells numbers, formulas or words, in the order in which they stand here: what a formula uses comes before it.
struct SetCells {
    std::vector<CellContent> cells;
    bool operator==(const SetCells&) const = default;
};

using Edit = std::variant<SetPageFormat, SetPageNumber, RestartPageNumber, SetParagraphFormat, SetCharFormat, ReplaceText,
                          RemoveParagraph, InsertParagraphs, DrawLine, SetShapeSize, SetColumnWidths, SetParagraphStyle, SetCells>;
using Edits = std::vector<Edit>;

/// An edit that cannot be carried out; the message says which and why.
class EditError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The document after the edits. Edits name places of `document` as it is now; they are applied back
/// to front, so that none moves another's place. Throws EditError where an edit is refused.
[[nodiscard]] Document apply(Document document, const Edits& edits);


}  // namespace thethuc::model
