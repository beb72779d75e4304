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
    };
    Matter matter = Matter::values;
    model::Range at;                             ///< the one to look at first: the rarer value, the “100%”, the praise
    model::Range other;
    std::u32string text;                         ///< what `at` says
    std::u32string otherText;
};

/// "values", "all", "judgement".
[[nodiscard]] std::string_view name(Conflict::Matter matter) noexcept;

/// By place. `figures`: those of the document. Reports repeat one sentence under each field of work, so the words around and above both places must
/// not tell two things apart: see statements.hpp.
[[nodiscard]] std::vector<Conflict> conflicts(const model::Document& document, const elements::Analysis& analysis, const std::vector<Figure>& figures);

}  // namespace thethuc::figures
