#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "elements/recognise.hpp"
#include "text/text.hpp"

namespace thethuc::elements {

namespace {

using model::Paragraph;
using model::Range;

/// The footer of the page that the document begins with; -1 where it has none.
std::int32_t firstFooter(const model::Document& document) {
    if (document.sections.empty()) return -1;
    const model::PageStyle& page = document.pageStyles[static_cast<std::size_t>(document.sections.front().pageStyle)];
    if (!page.footerOn) return -1;
    return page.firstIsShared ? page.footer : page.footerFirst;
}

bool saysContact(std::u32string_view line) {
    constexpr std::array kWords{U"địa chỉ", U"điện thoại", U"đt:", U"đt ", U"sđt", U"fax", U"e-mail", U"email", U"thư điện tử", U"website",
                                U"trang thông tin điện tử", U"http", U"www.", U".gov.vn", U".edu.vn", U".vn/"};
    const std::u32string lower = text::toLower(text::squeeze(line));
    return std::any_of(kWords.begin(), kWords.end(), [&](std::u32string_view word) { return lower.find(word) != std::u32string::npos; });
}

}  // namespace

void recogniseContact(const model::Document& document, Analysis& analysis) {
    const std::int32_t story = firstFooter(document);
    if (story < 0) return;
    const auto& paragraphs = document.stories[static_cast<std::size_t>(story)].paragraphs;
    std::vector<Range> ranges;
    bool found = false;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const Paragraph& paragraph = paragraphs[i];
        const bool number = std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [](const model::Run& run) { return run.kind == model::RunKind::pageNumber; });
        const auto& words = paragraph.text;
        const auto first = std::find_if_not(words.begin(), words.end(), text::isSpace);
        if (number || first == words.end()) continue;
        const auto last = std::find_if_not(words.rbegin(), words.rend(), text::isSpace).base();
        ranges.push_back({story, static_cast<std::int32_t>(i), static_cast<std::int32_t>(first - words.begin()), static_cast<std::int32_t>(last - first)});
        found = found || saysContact(words);
    }
    if (found) add(document, analysis, Kind::diaChi, Role::whole, std::move(ranges), 0);
}

}  // namespace thethuc::elements
