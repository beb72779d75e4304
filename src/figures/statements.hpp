// Quantities that a document names and gives a value: “Tổng số hồ sơ tiếp nhận: 702 hồ sơ”, “Tỷ lệ số hóa hồ sơ đạt 67,12%”, a row of a table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/outline.hpp"
#include "figures/span.hpp"

namespace thethuc::figures {

struct Statement {
    /// How its name begins. plain: a row of a table without any of these words.
    enum class Head : std::uint8_t { plain, number, total, rate };
    Head head = Head::plain;
    std::vector<WordKey> name;                   ///< the words behind the head
    std::vector<WordKey> unit;                   ///< empty where none is given
    number::Decimal value;                       ///< its scale word counted
    std::int32_t digits = 0;                     ///< power of ten of the last digit shown: -2 for “67,12”
    Span time;                                   ///< of its own sentence, else of the headings above it
    std::vector<WordKey> scope;                  ///< words around it and above it that tell of what it is counted
    /// What is counted before and behind it in the same enumeration; no name where nothing is.
    struct Neighbour {
        std::vector<WordKey> name;
        number::Decimal value;
    };
    Neighbour previous, next;
    bool fromTable = false;
    bool leads = false;                          ///< words stand before its name in the paragraph
    model::Range at;                             ///< name and value
    std::u32string text;                         ///< their words; of a row: label and value
};

/// Which values are looked for: those of the report's own period, or those that it compares with.
enum class When : std::uint8_t {
    now,
    yearBefore,      ///< “cùng kỳ (650 hồ sơ)”, a column “Cùng kỳ năm trước”
    before,          ///< “quý trước”, a column “Kỳ trước”
};

/// By place. Only what is plainly a result of the report's own period is a statement: no targets, no plans, no “hơn”, no “cùng kỳ”, and nothing under
/// headings of what is still to be done. Text of the main document; tables of its appendices, too.
[[nodiscard]] std::vector<Statement> statementsOf(const model::Document& document, const elements::Analysis& analysis, const Outline& outline, When when = When::now);

/// What the document says of its own period, in its subject.
[[nodiscard]] Span periodOf(const elements::Analysis& analysis);

/// Words of [from, to) that tell of what something is counted, each with the words behind it that name it.
void addScope(const Line& line, std::size_t from, std::size_t to, std::vector<WordKey>& scope);

/// A line of all tokens, with quantities only where there are digits.
[[nodiscard]] Line readWords(const model::Paragraph& paragraph, std::int32_t story, std::int32_t index);

}  // namespace thethuc::figures
