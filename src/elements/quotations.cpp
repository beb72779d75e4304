#include "elements/quotations.hpp"

#include <cstdint>

namespace thethuc::elements {

namespace {

constexpr std::size_t kLongest = 60;   ///< paragraphs; a mark that stays open for longer was forgotten

/// What the quotation marks of one paragraph come to.
struct Marks {
    std::int32_t open = 0;     ///< “ without a ” in the paragraph
    bool closes = false;       ///< its first mark is a ”
};

Marks marksOf(std::u32string_view text) {
    Marks marks;
    bool any = false;
    for (const char32_t c : text) {
        if (c != U'“' && c != U'”') continue;
        const bool opening = c == U'“';
        if (!any) marks.closes = !opening;
        any = true;
        if (opening) {
            ++marks.open;
        } else if (marks.open > 0) {
            --marks.open;
        }
    }
    return marks;
}

}  // namespace

std::vector<bool> quotedParagraphs(const model::Document& document) {
    const auto& paragraphs = document.stories[0].paragraphs;
    std::vector<Marks> marks;
    marks.reserve(paragraphs.size());
    for (const model::Paragraph& paragraph : paragraphs) marks.push_back(marksOf(paragraph.text));
    std::vector<bool> quoted(paragraphs.size(), false);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (quoted[i] || marks[i].open == 0) continue;
        for (std::size_t j = i + 1; j < marks.size() && j <= i + kLongest; ++j) {
            if (!marks[j].closes) continue;
            for (std::size_t k = i + 1; k <= j; ++k) quoted[k] = true;
            break;
        }
    }
    return quoted;
}

}  // namespace thethuc::elements
