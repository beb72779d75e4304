#include "citations/cited_items.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>

#include "citations/demands.hpp"
#include "text/text.hpp"

namespace thethuc::citations {

namespace {

constexpr char32_t kNoteMark = U'\uFFFC';
constexpr std::int32_t kMostDigits = 3;

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// What stands in front of an item: the bullet itself, U'1' for numbers, U'a' for letters, with the sign behind them; 0 for a number of Writer's.
struct Marker {
    char32_t kind = 0;
    char32_t sign = 0;
    bool operator==(const Marker&) const = default;
};

bool isBullet(char32_t c) {
    constexpr std::u32string_view kBullets = U"+*•·▪●○◦■□❖➢✓–—-";
    return kBullets.find(c) != std::u32string_view::npos || text::isDash(c);
}

/// The typed marker that [0, end) is and nothing else.
std::optional<Marker> markerOf(std::u32string_view words) {
    const std::u32string_view marker = text::trim(words);
    if (marker.empty()) return std::nullopt;
    std::size_t at = 0;
    const bool open = marker[at] == U'(';
    if (open) ++at;
    Marker out;
    const std::size_t first = at;
    while (at < marker.size() && text::isDigit(marker[at])) ++at;
    if (at > first) {
        if (at - first > index(kMostDigits)) return std::nullopt;
        out.kind = U'1';
    } else if (at < marker.size() && text::isLetter(marker[at]) && at + 1 < marker.size()) {
        ++at;
        out.kind = U'a';
    } else if (marker.size() == 1 && isBullet(marker[0])) {
        return Marker{marker[0], 0};
    } else {
        return std::nullopt;
    }
    constexpr std::u32string_view kSigns = U".)/-";
    if (at + 1 != marker.size() || kSigns.find(marker[at]) == std::u32string_view::npos || (open && marker[at] != U')')) return std::nullopt;
    out.sign = marker[at];
    return out;
}

bool isLegalBasis(const elements::Analysis& analysis, std::int32_t paragraph) {
    if (index(paragraph) >= analysis.elementOf.size() || analysis.elementOf[index(paragraph)] < 0) return false;
    return analysis.elements[index(analysis.elementOf[index(paragraph)])].kind == elements::Kind::canCu;
}

/// Texts of law come first, by their rank.
std::int32_t rankOf(TypeIndex type) {
    static constexpr std::array<std::u32string_view, 9> kLaws{U"Hiến pháp", U"Bộ luật", U"Luật", U"Pháp lệnh", U"Lệnh", U"Sắc lệnh", U"Nghị định", U"Thông tư liên tịch", U"Thông tư"};
    constexpr std::int32_t kOthers = 100, kUnknown = 1'000'000;
    if (type < 0) return kUnknown;
    const auto found = std::find(kLaws.begin(), kLaws.end(), typeName(type));
    return found == kLaws.end() ? kOthers + type : static_cast<std::int32_t>(found - kLaws.begin());
}

/// The last visible code point of a paragraph; nothing where it is empty.
std::optional<std::int32_t> lastSign(const model::Paragraph& paragraph) {
    for (auto at = static_cast<std::int32_t>(paragraph.text.size()) - 1; at >= 0; --at) {
        if (!text::isSpace(paragraph.text[index(at)]) && paragraph.text[index(at)] != kNoteMark) return at;
    }
    return std::nullopt;
}

}  // namespace

std::vector<CitedItems> citedItems(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger) {
    std::vector<CitedItems> out;
    if (document.stories.empty()) return out;
    CitedItems open;
    std::optional<Marker> kind;
    const auto close = [&] {
        if (open.items.size() > 1) out.push_back(std::move(open));
        open = {};
        kind.reset();
    };
    for (std::size_t m = 0; m < ledger.mentions.size(); ++m) {
        const Mention& mention = ledger.mentions[m];
        if (mention.at.story != 0) continue;
        const model::Paragraph& paragraph = document.at(mention.at);
        const std::u32string_view before = std::u32string_view(paragraph.text).substr(0, index(mention.at.start));
        const bool automatic = !paragraph.listLabel.empty() && text::trim(before).empty();
        const std::optional<Marker> marker = automatic ? std::optional(Marker{0, paragraph.listLabel.find_first_of(U"0123456789") == std::u32string::npos ? U'-' : U'1'}) : markerOf(before);
        if (!marker || paragraph.cell >= 0 || inPassing(document, analysis, mention.at) || isLegalBasis(analysis, mention.at.paragraph)) continue;
        const bool next = !open.items.empty() && open.items.back().paragraph + 1 == mention.at.paragraph && kind == marker;
        if (!next) close();
        kind = marker;
        open.numbered = automatic && marker->sign == U'1';
        open.items.push_back({mention.at.paragraph, mention.at.start, m});
    }
    close();
    return out;
}

std::vector<std::size_t> orderOf(const Ledger& ledger, const CitedItems& list, ListOrder order) {
    std::vector<std::size_t> out(list.items.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    const auto entryOf = [&](std::size_t item) -> const Entry& { return ledger.entries[index(ledger.mentions[list.items[item].mention].entry)]; };
    const auto key = [&](std::size_t item) {
        if (order == ListOrder::byType) return std::tuple(rankOf(entryOf(item).type), Date{});
        const auto& own = ledger.mentions[list.items[item].mention].parsed.date.value;
        const std::optional<Date> date = own ? own : entryOf(item).date;
        return std::tuple(date ? 0 : 1, date.value_or(Date{}));
    };
    if (order != ListOrder::asWritten) std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return out;
}

std::vector<EndSign> endSigns(const model::Document& document, const CitedItems& list, const std::vector<std::size_t>& order) {
    if (list.items.size() < 2 || order.back() == list.items.size() - 1) return {};
    const auto& body = document.stories.front().paragraphs;
    std::vector<model::Range> places;
    for (const CitedItem& item : list.items) {
        const auto at = lastSign(body[index(item.paragraph)]);
        if (!at) return {};
        places.push_back({0, item.paragraph, *at, 1});
    }
    const auto sign = [&](std::size_t item) { return document.wordsAt(places[item]).front(); };
    const std::size_t last = list.items.size() - 1;
    const char32_t between = sign(0);
    if ((between != U';' && between != U',') || sign(last) != U'.') return {};
    for (std::size_t i = 0; i < last; ++i) {
        if (sign(i) != between) return {};
    }
    // “./.” ends the document, not the list
    const std::u32string& words = body[index(list.items[last].paragraph)].text;
    if (places[last].start > 0 && words[index(places[last].start) - 1] == U'/') return {};
    return {{places[order.back()], U'.'}, {places[last], between}};
}

}  // namespace thethuc::citations
