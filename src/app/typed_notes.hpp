// Notes that were typed by hand: raised numbers in the text, and paragraphs at the foot that begin with the same numbers. Which belongs to which.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace thethuc::app {

/// A raised number and the note that it leads to.
struct TypedNote {
    model::Range mark;                           ///< in the body or in a cell of it
    std::int32_t number = 0;
    /// The note: body paragraphs [first, last), the words of the first one from code point `textStart` on, behind the number.
    std::int32_t first = 0, last = 0;
    std::int32_t textStart = 0;
    bool operator==(const TypedNote&) const = default;
};

/// Why nothing may be done: a message key and what stands for {0}, {1} … in it. The first difference in reading order.
struct NoteProblem {
    std::string key;
    std::vector<std::string> arguments;          ///< UTF-8
    model::Range at;                             ///< of the mark or the note that it is about
};

struct TypedNotes {
    std::vector<TypedNote> notes;                ///< by note, in reading order; each has its own mark
    std::vector<std::int32_t> separators;        ///< body paragraphs of underscores above notes: they go with them
    std::vector<NoteProblem> problems;           ///< empty where marks and notes match one to one
};

/// A raised digit (¹, or a digit that is set superscript) behind a word, a sign or a year is a mark; behind a unit of measure (m², km³) or a single
/// letter it is none; behind another number it may be an exponent and is never taken for a mark. Numbers may begin anew: a mark leads to the next
/// note of its number below it. Pure and total.
[[nodiscard]] TypedNotes typedNotes(const model::Document& document);

}  // namespace thethuc::app
