// What the checks share: which elements a row judges, which runs of a range a reader sees, how wide text is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"

namespace thethuc::checks {

[[nodiscard]] inline std::size_t at(std::int32_t index) noexcept { return static_cast<std::size_t>(index); }

[[nodiscard]] inline const model::Paragraph& paragraphOf(const Context& context, const model::Range& range) {
    return context.document.at(range);
}

/// The part after the slash of a rule id: "margin-left".
[[nodiscard]] std::string_view property(const ruleset::Row& row) noexcept;

/// Whether the row judges this kind of part: those that it lists, else the main document only.
[[nodiscard]] bool judgesPart(const ruleset::Row& row, const elements::Analysis& analysis, std::int32_t part);
[[nodiscard]] bool judges(const ruleset::Row& row, const elements::Analysis& analysis, const elements::Element& element);
/// The elements that `row` judges, in reading order.
[[nodiscard]] std::vector<const elements::Element*> elementsOf(const Context& context, const ruleset::Row& row);
/// A row of the ruleset for another property of an element, e.g. the size limit of quốc hiệu; null if there is none.
[[nodiscard]] const ruleset::Row* rowOf(const Context& context, elements::Kind kind, elements::Role role, std::string_view property);

/// The row's band of this name, null if it has none.
[[nodiscard]] const ruleset::Band* bandOf(const ruleset::Row& row, std::string_view name) noexcept;
/// Whether `value` (in the limit's unit) is what the limit allows, tolerance included.
[[nodiscard]] bool within(const ruleset::Limit& limit, std::int32_t value) noexcept;
/// What a fix sets instead of `value`: the preferred value where there is one, else the nearest bound.
[[nodiscard]] std::int32_t nearest(const ruleset::Limit& limit, std::int32_t value) noexcept;
/// The sizes of a limit as a value to print.
[[nodiscard]] Points pointsOf(const ruleset::Limit& limit) noexcept;
[[nodiscard]] bool lists(const ruleset::Limit& limit, std::u32string_view word) noexcept;

/// Letters or digits: what formatting can be seen on.
[[nodiscard]] bool hasWords(std::u32string_view text) noexcept;
[[nodiscard]] bool hasLetters(std::u32string_view text) noexcept;
[[nodiscard]] bool isBlank(std::u32string_view text) noexcept;
/// An ordinary word run: text a reader sees, not the mark of a note, not raised or lowered.
[[nodiscard]] bool isPlain(const model::Run& run) noexcept;

/// One run's share of a range.
struct Piece {
    const model::Run* run = nullptr;
    model::Range range;
    std::u32string_view text;
};
/// Pieces of plain runs with letters or digits inside `range`.
[[nodiscard]] std::vector<Piece> piecesOf(const Context& context, const model::Range& range);

/// `range` with the trimmed text of the whole paragraph.
[[nodiscard]] model::Range wholeParagraph(const Context& context, std::int32_t story, std::int32_t paragraph);
/// `range` in the form that the edits take for a whole paragraph (0, 0) where it covers all of its words and no note.
[[nodiscard]] model::Range editRange(const Context& context, const model::Range& range);

/// A finding at `range` with the formatting of `row` left to the runner.
[[nodiscard]] Finding findingAt(const Context& context, const model::Range& range, Value expected, Value actual);

/// Size that most letters of the running text have, 0 without any.
[[nodiscard]] model::DeciPt dominantSize(const Context& context);

/// Running text of the body: outside tables, in story 0.
enum class BodyScope : std::uint8_t {
    prose,           ///< noi-dung, and khoản and điểm that have no row of this property themselves
    all,             ///< numbered headings too
};
struct BodyParagraph {
    const elements::Element* element = nullptr;
    model::Range range;              ///< the words of the element in this paragraph
};
[[nodiscard]] std::vector<BodyParagraph> bodyOf(const Context& context, const ruleset::Row& row, BodyScope scope,
                                                std::string_view ownProperty);

/// Room that a paragraph's text has, in hmm; 0 where it is not known.
[[nodiscard]] model::Hmm roomFor(const Context& context, const model::Range& range);
/// How an element's words look once their own faults are fixed. Widths are judged in that look: a line
/// that fits the right text is not blamed for a wrong size, weight or font, which are told already.
struct RightLook {
    std::string font;                            ///< "" keeps the text's own
    const ruleset::Row* size = nullptr;          ///< sizes outside its limit become `sizeInstead`
    model::DeciPt sizeInstead = 0;
    std::optional<bool> bold, italic;
    bool upper = false;
};
[[nodiscard]] RightLook rightLookOf(const Context& context, const elements::Element& element);
/// The size that a fix gives to letters of `element` that have `actual`: where a line stands below the
/// element, the allowed size that the line fits, else the nearest one.
[[nodiscard]] model::DeciPt rightSizeOf(const Context& context, const elements::Element& element, model::DeciPt actual);
/// The line below `element`, null if there is none.
[[nodiscard]] const elements::Separator* lineBelow(const Context& context, const elements::Element& element) noexcept;

/// Widths of the lines that the words of `range` are set in, wrapped at `room` (0: never). Nothing where
/// a font has no known widths.
[[nodiscard]] std::optional<std::vector<model::Hmm>> linesOf(const Context& context, const model::Range& range, model::Hmm room,
                                                             const RightLook* look = nullptr);
/// Width of the longest line of an element in its right look.
[[nodiscard]] std::optional<model::Hmm> longestLineOf(const Context& context, const elements::Element& element, const RightLook& look);
/// Length of a line as a share of the text above it, in 1/1000.
[[nodiscard]] std::int32_t shareOf(model::Hmm line, model::Hmm text) noexcept;
/// Whether the row for the length of a line allows `share`. Underscores come in steps of their own
/// width, and dashes with gaps: they get a little more.
[[nodiscard]] bool lengthAllowed(const ruleset::Row& row, const elements::Separator& line, std::int32_t share) noexcept;

/// Height of a line of this size, single-spaced Times New Roman.
[[nodiscard]] model::Hmm lineHeight(model::DeciPt size) noexcept;
/// Line spacing of a paragraph in 1/100 lines, whatever way it is given.
[[nodiscard]] std::int32_t lineSpacingOf(const Context& context, const model::Range& range);
/// Size that most of the paragraph's letters have.
[[nodiscard]] model::DeciPt sizeOf(const model::Paragraph& paragraph) noexcept;

/// Distance that Writer leaves between a paragraph and the one after it in the same cell or text.
[[nodiscard]] model::Hmm gapBetween(const Context& context, const model::Paragraph& first, const model::Paragraph& second) noexcept;

/// Whether the words of `range` fit on one line with the paragraph's indent; a guess from the number of
/// letters where the font's widths are not known.
[[nodiscard]] bool fitsOneLine(const Context& context, const model::Range& range);
/// White space at the start of the paragraph.
[[nodiscard]] model::Range leadingSpace(const Context& context, const model::Range& range);
/// A page or a section starts with this paragraph of the body.
[[nodiscard]] bool startsPage(const Context& context, std::int32_t paragraph);
/// A shape is anchored at the paragraph, or it holds a note, a field or a placeholder, or is protected:
/// it must not be taken away.
[[nodiscard]] bool carriesSomething(const Context& context, std::int32_t story, std::int32_t paragraph);

}  // namespace thethuc::checks
