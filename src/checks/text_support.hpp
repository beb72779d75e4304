// What the checks of words share: the elements a row judges, their words with the way back to the
// document, and findings that propose other words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/support.hpp"

namespace thethuc::checks::words {

/// Right sides of the row's words that are written "key=value".
[[nodiscard]] std::vector<std::u32string> values(const ruleset::Row& row, std::u32string_view key);
/// All words that are written "key=value", split.
struct Pair {
    std::u32string key;
    std::u32string value;
};
[[nodiscard]] std::vector<Pair> pairs(const ruleset::Row& row);

/// NFC with the tone mark of oa, oe, uy where the older style has it: HOÀ and HÒA, UỶ and ỦY are one word, NGHIÃ
/// and NGHĨA are not.
[[nodiscard]] std::u32string oneStyle(std::u32string_view text);
/// Equal but for these two styles and the normal form.
[[nodiscard]] bool same(std::u32string_view a, std::u32string_view b);
/// The same, capitals or not.
[[nodiscard]] bool sameLetters(std::u32string_view a, std::u32string_view b);
/// `text` begins with the whole words of `prefix`, capitals or not.
[[nodiscard]] bool beginsWith(std::u32string_view text, std::u32string_view prefix);

/// Range of a whole body or frame paragraph without surrounding white space.
[[nodiscard]] model::Range wholeParagraph(const model::Document& document, std::int32_t story, std::int32_t paragraph);

/// Words as a reader sees them: NFC, white space folded, capitals by character property applied,
/// notes and hidden text left out; each code point knows where it stands.
class Shown {
public:
    Shown(const model::Document& document, const std::vector<model::Range>& ranges);
    /// The first `longest` code points of the first range, or a few more: where only the beginning is looked at.
    Shown(const model::Document& document, const std::vector<model::Range>& ranges, std::int32_t longest);

    [[nodiscard]] const std::u32string& text() const noexcept { return text_; }
    [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }
    /// [start, end) in the document; where it spans paragraphs, the piece in the first one. An empty
    /// range sits behind the code point before it.
    [[nodiscard]] model::Range range(std::size_t start, std::size_t end) const;
    /// The pieces of [start, end) stand in one paragraph.
    [[nodiscard]] bool onePlace(std::size_t start, std::size_t end) const;

private:
    /// [start, end) of the text, from one of the ranges; between two pieces is a space that stands nowhere in the document.
    struct Piece {
        std::size_t start = 0;
        std::size_t end = 0;
        model::Range whole;      ///< from its first to its last letter in the document
        /// Where each code point begins and ends; empty where they are those of the paragraph one by one, as nearly always.
        std::vector<std::int32_t> starts, ends;
    };
    void append(const model::Document& document, const model::Range& range);
    /// The piece that position `at` lies in; null for a space between two of them and behind the text.
    [[nodiscard]] const Piece* pieceAt(std::size_t at) const noexcept;
    /// Place of one code point of a piece.
    [[nodiscard]] static model::Range placeOf(const Piece& piece, std::size_t at);

    std::u32string text_;
    std::vector<Piece> pieces_;
    model::Range first_;
};

/// Other words for [start, end) of a Shown.
struct Change {
    std::size_t start = 0;
    std::size_t end = 0;
    std::u32string with;
    bool operator==(const Change&) const = default;
};

/// The changes that make [start, end) of `shown` read `expected`, word by word. Words that differ only
/// in where the tone mark sits stay as they are.
[[nodiscard]] std::vector<Change> difference(const Shown& shown, std::size_t start, std::size_t end,
                                             std::u32string_view expected);
[[nodiscard]] std::u32string applied(std::u32string_view text, const std::vector<Change>& changes);

/// How a finding is told.
struct Telling {
    std::string_view band;  ///< name of the row's band; "" or one that the row lacks: the row itself
    std::string message;    ///< message key; "" = the generic one of the check
    std::vector<Value> arguments;
    bool wholeLine = false;  ///< name the whole line: the wrong characters alone say nothing
};

/// A finding about one element without an edit.
[[nodiscard]] Finding finding(const Context& context, const ruleset::Row& row, const elements::Element& element,
                              const model::Range& at, const Telling& telling);
/// Reports that `changes` (sorted, not overlapping) are needed. Place, expected and actual are the words
/// that change; the fix is safe where letters and digits stay and only white space or separators move (or
/// punctuation that the row lets move), else it asks; none where the row has none or the text cannot be edited.
void reportChanges(const Context& context, const ruleset::Row& row, Sink& sink, const elements::Element& element,
                   const Shown& shown, const std::vector<Change>& changes, const Telling& telling);
/// Reports [start, end) of `shown` as wrong, without an edit.
void reportPlace(const Context& context, const ruleset::Row& row, Sink& sink, const elements::Element& element,
                 const Shown& shown, std::size_t start, std::size_t end, const Telling& telling, Value expected = {});

/// What a change of words does to them.
enum class Effect : std::uint8_t { none, separators, punctuation, letters };
[[nodiscard]] Effect effect(std::u32string_view before, std::u32string_view after);
/// Fix policy for such a change under the row (and band) that found it.
[[nodiscard]] ruleset::FixPolicy policy(const ruleset::Row& row, const ruleset::Band* applied, Effect effect);

/// The range holds plain text only: no note, field or placeholder, nothing protected.
[[nodiscard]] bool editable(const model::Document& document, const model::Range& range);

/// First upper case, the rest lower: “NGUYỄN VĂN A” word by word, also behind hyphens.
[[nodiscard]] std::u32string capitalised(std::u32string_view text);
/// Guiding text that is still to be filled, “[Họ và tên]”: its words are nobody's.
[[nodiscard]] bool isGap(std::u32string_view text);

}  // namespace thethuc::checks::words
