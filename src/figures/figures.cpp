#include "figures/figures.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "figures/line.hpp"
#include "figures/ratios.hpp"
#include "figures/sums.hpp"
#include "figures/tables.hpp"

namespace thethuc::figures {
namespace {

/// A paragraph without quantities is looked at for its bullet only.
void keepBeginning(Line& line) {
    line.tokens.resize(std::min(line.tokens.size(), kBeginning));
    line.tokens.shrink_to_fit();
    line.readings = {};
    line.partner = {};
    line.quantityAt = {};
}

const model::Paragraph kNoWords;

void recogniseStory(const model::Document& document, std::int32_t story, std::vector<Figure>& out) {
    const auto& paragraphs = document.stories[static_cast<std::size_t>(story)].paragraphs;
    std::vector<Line> lines;
    lines.reserve(paragraphs.size());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        // the list of cited documents holds dates and pages, no figures
        lines.push_back(readLine(paragraphs[i].citedList ? kNoWords : paragraphs[i], story, static_cast<std::int32_t>(i)));
        if (lines.back().quantities.empty()) keepBeginning(lines.back());
    }
    // the total that an item belongs to: of the innermost list
    std::vector<std::optional<ListTotal>> totals(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto total = listTotalOf(lines[i]);
        if (!total) continue;
        const ListItems list = listItemsOf(lines, i);
        for (const std::size_t item : list.items) totals[item] = total;
        if (auto sum = listSumOf(lines, i, list)) out.push_back(std::move(*sum));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].quantities.size() < 1) continue;
        auto ratios = ratiosOf(lines[i], totals[i]);
        out.insert(out.end(), std::make_move_iterator(ratios.begin()), std::make_move_iterator(ratios.end()));
        auto sums = sumsOf(lines[i]);
        out.insert(out.end(), std::make_move_iterator(sums.begin()), std::make_move_iterator(sums.end()));
    }
}

}  // namespace

std::string_view name(Kind kind) noexcept { return kind == Kind::sum ? "sum" : "ratio"; }

std::string_view name(Relation relation) noexcept {
    switch (relation) {
        case Relation::share: return "share";
        case Relation::over: return "over";
        case Relation::lacking: return "lacking";
        case Relation::growth: return "growth";
        case Relation::decline: return "decline";
        case Relation::points: return "points";
        case Relation::total: return "total";
    }
    return "";
}

std::string_view name(Verdict verdict) noexcept {
    switch (verdict) {
        case Verdict::ok: return "ok";
        case Verdict::rounding: return "rounding";
        case Verdict::wrong: return "wrong";
        case Verdict::unclear: return "unclear";
    }
    return "";
}

std::string_view key(Doubt doubt) noexcept {
    switch (doubt) {
        case Doubt::none: return "";
        case Doubt::ambiguousNumber: return "figures.doubt.ambiguous-number";
        case Doubt::otherBase: return "figures.doubt.other-base";
        case Doubt::zeroDenominator: return "figures.doubt.zero-denominator";
        case Doubt::approximation: return "figures.doubt.approximation";
        case Doubt::otherUnit: return "figures.doubt.other-unit";
        case Doubt::notPlain: return "figures.doubt.not-plain";
    }
    return "";
}

std::vector<Figure> recognise(const model::Document& document) {
    std::vector<Figure> out;
    for (std::size_t story = 0; story < document.stories.size(); ++story) {
        const model::StoryKind kind = document.stories[story].kind;
        if (kind == model::StoryKind::header || kind == model::StoryKind::footer) continue;
        recogniseStory(document, static_cast<std::int32_t>(story), out);
    }
    auto tables = tableFigures(document);
    out.insert(out.end(), std::make_move_iterator(tables.begin()), std::make_move_iterator(tables.end()));
    std::stable_sort(out.begin(), out.end(), [](const Figure& a, const Figure& b) {
        return std::tuple(a.at.story, a.at.paragraph, a.at.start, a.claimed.at.start) < std::tuple(b.at.story, b.at.paragraph, b.at.start, b.claimed.at.start);
    });
    return out;
}

}  // namespace thethuc::figures
