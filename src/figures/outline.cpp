#include "figures/outline.hpp"

#include <algorithm>

#include "figures/tokens.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

/// What numbers a paragraph: equal for those of one level. 0 for none.
using Mark = std::int32_t;
constexpr Mark kNone = 0, kNumber = 50, kLetter = 60, kCaption = 90, kBullet = 100;

bool isHeading(Mark mark) noexcept { return mark > kNone && mark < kBullet; }

Mark markOf(const model::Document& document, const elements::Analysis& analysis, std::int32_t paragraph) {
    using elements::Kind;
    constexpr Mark kLevels = 10;
    const auto at = static_cast<std::size_t>(paragraph);
    const std::int32_t index = at < analysis.elementOf.size() ? analysis.elementOf[at] : -1;
    if (index >= 0) {
        const elements::Element& element = analysis.elements[static_cast<std::size_t>(index)];
        switch (element.kind) {
            case Kind::phuLuc: return 1;
            case Kind::phan: return 2;
            case Kind::chuong: return 3;
            case Kind::muc: return 4;
            case Kind::tieuMuc: return 5;
            case Kind::dieu: return 6;
            case Kind::khoan: return 10 + std::min(element.level, kLevels);
            case Kind::diem: return 30;
            default: break;
        }
        if (element.role == elements::Role::caption) return kCaption;
    }
    const model::Paragraph& one = document.stories.front().paragraphs[at];
    switch (const char32_t bullet = bulletOf(one, tokenizeBeginning(one).tokens); bullet) {
        case 0: return kNone;
        case U'1': return kNumber;
        case U'a': return kLetter;
        default: return kBullet + static_cast<Mark>(bullet);
    }
}

}  // namespace

Outline::Outline(const model::Document& document, const elements::Analysis& analysis) {
    const auto& paragraphs = document.stories.front().paragraphs;
    nodes_.resize(paragraphs.size());
    struct Open {
        Mark mark;
        std::int32_t paragraph;
    };
    std::vector<Open> open;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto parent = [&] { return open.empty() ? -1 : open.back().paragraph; };
        if (paragraphs[i].cell >= 0 || text::trim(paragraphs[i].text).empty()) {
            nodes_[i] = {parent(), false};
            continue;
        }
        const Mark mark = markOf(document, analysis, static_cast<std::int32_t>(i));
        if (mark == kNone) {
            // plain text belongs to the heading above; a list may follow it
            while (!open.empty() && !isHeading(open.back().mark)) open.pop_back();
        } else {
            const auto same = std::find_if(open.begin(), open.end(), [&](const Open& one) { return one.mark == mark; });
            open.erase(same, open.end());
            // a heading of the decree's own levels ends what is below it
            while (isHeading(mark) && !open.empty() && (open.back().mark > mark || open.back().mark == kNone)) open.pop_back();
        }
        nodes_[i] = {parent(), isHeading(mark)};
        open.push_back({mark, static_cast<std::int32_t>(i)});
    }
}

std::vector<std::int32_t> Outline::above(std::int32_t paragraph) const {
    std::vector<std::int32_t> out;
    for (std::int32_t now = of(paragraph).parent; now >= 0; now = of(now).parent) out.push_back(now);
    return out;
}

}  // namespace thethuc::figures
