#include "figures/update.hpp"

#include <algorithm>
#include <iterator>

#include "text/text.hpp"

namespace thethuc::figures {

std::u32string printedLike(const number::Decimal& value, std::u32string_view old) {
    const bool english = number::read(old).style == number::Style::english;
    const bool grouped = value.scale() > 0 ? old.find(english ? U',' : U'.') != std::u32string_view::npos
                                           : old.find_first_of(U"., \u00A0") != std::u32string_view::npos;
    std::u32string out = text::fromUtf8(number::print(value));
    std::u32string shown;
    for (const char32_t c : out) {
        if (c == U'.') {
            // 1.234 where nothing was grouped: thousands that are new get their dot only from 10.000 on
            if (grouped || (old.size() < 4 && value >= number::Decimal(1000))) shown += english ? U',' : U'.';
        } else if (c == U',') {
            shown += english ? U'.' : U',';
        } else {
            shown += c;
        }
    }
    return shown;
}

std::optional<model::ReplaceText> correction(const model::Document& document, const Figure& figure) {
    if (figure.verdict != Verdict::wrong && figure.verdict != Verdict::rounding) return std::nullopt;
    if (figure.correct < number::Decimal(0)) return std::nullopt;
    const model::Range& at = figure.claimed.at;
    if (document.at(at).protectedContent) return std::nullopt;
    return model::ReplaceText{at, printedLike(figure.correct, document.wordsAt(at))};
}

std::vector<Figure> certain(const model::Document& document, const std::vector<Figure>& figures) {
    std::vector<Figure> out;
    std::copy_if(figures.begin(), figures.end(), std::back_inserter(out),
                 [&](const Figure& figure) { return figure.kind == Kind::ratio && correction(document, figure).has_value(); });
    return out;
}

model::Edits updates(const model::Document& document, const std::vector<Figure>& figures) {
    model::Edits out;
    for (const Figure& figure : certain(document, figures)) out.emplace_back(*correction(document, figure));
    return out;
}

}  // namespace thethuc::figures
