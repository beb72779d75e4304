// One quantity with two values in different places of a report: a question for the person, never more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "elements/analysis.hpp"
#include "figures/figures.hpp"

namespace thethuc::figures {

struct Conflict {
    enum class Matter : std::uint8_t {
        values,          ///< the same words with two numbers, in the text or in a table
        all,             ///< “100% …” against a percentage below 100 of the same
        judgement,       ///< a rate called high here and low there
        last,            ///< what is given as “cùng kỳ”, “kỳ trước” is not what the report of that time says; `other` is of that report
    };
    Matter matter = Matter::values;
    model::Range at;                             ///< the one to look at first: the rarer value, the “100%”, the praise
    model::Range other;
    std::u32string text;                         ///< what `at` says
    std::u32string otherText;
};

/// "values", "all", "judgement", "last".
[[nodiscard]] std::string_view name(Conflict::Matter matter) noexcept;

/// By place. `figures`: those of the document. Reports repeat one sentence under each field of work, so the words around and above both places must
/// not tell two things apart: see statements.hpp.
[[nodiscard]] std::vector<Conflict> conflicts(const model::Document& document, const elements::Analysis& analysis, const std::vector<Figure>& figures);

/// What the document gives as the values of an earlier time against the report `last` of that time: of the same period a year before, or of the period right
/// before. Nothing where the periods of the two, as their subjects name them, are not so.
[[nodiscard]] std::vector<Conflict> conflictsWithLast(const model::Document& document, const elements::Analysis& analysis, const model::Document& last,
                                                      const elements::Analysis& lastAnalysis);

/// The period of `last` is the same one a year before that of the report, or the one right before it: only then is anything compared.
[[nodiscard]] bool comparableWithLast(const elements::Analysis& analysis, const elements::Analysis& lastAnalysis);

/// Places of an earlier report that a later one can be compared with, in order.
[[nodiscard]] std::vector<model::Range> comparablePlaces(const model::Document& last, const elements::Analysis& lastAnalysis);

}  // namespace thethuc::figures
