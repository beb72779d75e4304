#include "figures/units.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "figures/levels.hpp"
#include "figures/line.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using View = std::u32string_view;
using number::Decimal;

struct Name {
    View words;
    std::int32_t power;
};
constexpr auto kNames = std::to_array<Name>({{U"đồng", 0}, {U"đ", 0}, {U"vnđ", 0}, {U"vnd", 0}, {U"nghìn đồng", 3}, {U"ngàn đồng", 3}, {U"1.000 đồng", 3}, {U"1000 đồng", 3}, {U"1.000đ", 3},
                                              {U"1000đ", 3}, {U"triệu đồng", 6}, {U"triệu", 6}, {U"tr.đồng", 6}, {U"tr.đ", 6}, {U"trđ", 6}, {U"tr đồng", 6}, {U"tr. đồng", 6}, {U"tỷ đồng", 9},
                                              {U"tỉ đồng", 9}, {U"tỷ", 9}, {U"tỉ", 9}});
constexpr auto kLeads = std::to_array<View>({U"đơn vị tính", U"đơn vị", U"đvt", U"đv"});
constexpr std::int32_t kThousand = 3, kMillion = 6;

View trimmed(View words) {
    constexpr View kEdges = U" :.;()[]";
    const auto from = words.find_first_not_of(kEdges);
    return from == View::npos ? View() : words.substr(from, words.find_last_not_of(kEdges) - from + 1);
}

/// “Đơn vị tính: Triệu đồng” above a table, alone in its line.
std::optional<std::int32_t> unitAbove(const model::Document& document, const model::Table& table) {
    constexpr std::int32_t kLines = 2;
    const auto& paragraphs = document.stories[static_cast<std::size_t>(table.story)].paragraphs;
    std::int32_t seen = 0;
    for (std::int32_t i = table.firstParagraph - 1; i >= 0 && seen < kLines; --i) {
        const model::Paragraph& one = paragraphs[static_cast<std::size_t>(i)];
        if (one.cell != table.parentCell) return std::nullopt;
        const std::u32string words = text::toLower(text::nfc(text::squeeze(one.text)));
        const View line = trimmed(words);
        if (line.empty()) continue;
        ++seen;
        const bool says = std::any_of(kLeads.begin(), kLeads.end(), [&](View lead) { return line.starts_with(lead); });
        if (says) return moneyUnit(line);
    }
    return std::nullopt;
}

/// “1,5 tỷ đồng”, and nothing else in the cell: its number and the power of its unit.
struct Amount {
    Decimal value;
    std::int32_t power = 0;
};
std::optional<Amount> amountOf(const Entry& entry) {
    if (entry.paragraph == nullptr || entry.number() || entry.spanning) return std::nullopt;
    const Line line = readLine(*entry.paragraph, entry.at.story, entry.at.paragraph);
    if (line.quantities.size() != 1) return std::nullopt;
    const Quantity& one = line.quantities.front();
    const bool dong = one.unit.size() == 1 && one.unit[0] == U"đồng";
    if (one.kind != Quantity::Kind::count || one.first != 0 || (one.scale == 0 && !dong) || (!one.unit.empty() && !dong)) return std::nullopt;
    if (line.tokens.size() != one.last + 1 + one.unit.size() || !line.reading(one.a).value) return std::nullopt;
    return Amount{*line.reading(one.a).value, one.scale};
}

class Reader {
public:
    Reader(const model::Document& document, const Grid& grid) : document_(document), grid_(grid), rows_(levelsOf(grid)) {}

    void run(std::vector<OtherUnit>& out) const {
        // rows with units of their own
        if (grid_.unitColumn >= 0) return;
        const auto above = unitAbove(document_, document_.tables[static_cast<std::size_t>(grid_.table)]);
        for (std::int32_t column = 1; column < grid_.width(); ++column) {
            const std::u32string& own = grid_.column(column).unit;
            const auto unit = own.empty() ? above : moneyUnit(own);
            if (!unit) continue;
            againstHead(column, *unit, out);
            sums(column, *unit, out);
        }
    }

private:
    static std::u32string nameOf(std::int32_t power) {
        static constexpr auto kShown = std::to_array<Name>({{U"đồng", 0}, {U"nghìn đồng", 3}, {U"triệu đồng", 6}, {U"tỷ đồng", 9}});
        const auto found = std::find_if(kShown.begin(), kShown.end(), [&](const Name& one) { return one.power == power; });
        return found == kShown.end() ? std::u32string() : std::u32string(found->words);
    }

    void againstHead(std::int32_t column, std::int32_t unit, std::vector<OtherUnit>& out) const {
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            const Entry& entry = grid_.at(row, column);
            const auto amount = amountOf(entry);
            if (amount && amount->power != unit) out.push_back({entry.at, std::u32string(document_.wordsAt(entry.at)), nameOf(unit)});
        }
    }

    /// The rows that a row of totals at the end, or at the beginning, adds up where all rows are of one level.
    void sums(std::int32_t column, std::int32_t unit, std::vector<OtherUnit>& out) const {
        constexpr std::size_t kFewest = 3;       // of two parts either may be the one
        std::vector<const Entry*> parts;
        const Entry* total = nullptr;
        for (const RowLevel& row : rows_) {
            const Entry& entry = grid_.at(row.row, column);
            if (row.parent >= 0 || row.partial || row.bullet || (row.total && total != nullptr)) return;
            if (!entry.number() || entry.percent) return;
            if (row.total) total = &entry;
            else parts.push_back(&entry);
        }
        const bool atEdge = total != nullptr && (&grid_.at(rows_.front().row, column) == total || &grid_.at(rows_.back().row, column) == total);
        if (!atEdge || parts.size() < kFewest) return;
        const Decimal claimed = *total->reading.value;
        Decimal all;
        for (const Entry* part : parts) all = all + *part->reading.value;
        if (all == claimed) return;
        const Entry* odd = nullptr;
        for (const Entry* part : parts) {
            const Decimal own = *part->reading.value;
            for (const std::int32_t power : {kThousand, kMillion}) {
                // 1,5 among millions is 1,5 tỷ; 1.500.000 among them is nghìn or đồng
                const bool more = all - own + scaled(own, power) == claimed;
                const bool less = scaled(claimed - (all - own), power) == own;
                if (own.isZero() || (!more && !less)) continue;
                if (odd != nullptr) return;
                odd = part;
            }
        }
        if (odd != nullptr) out.push_back({odd->at, std::u32string(document_.wordsAt(odd->at)), nameOf(unit)});
    }

    const model::Document& document_;
    const Grid& grid_;
    std::vector<RowLevel> rows_;
};

}  // namespace

std::optional<std::int32_t> moneyUnit(std::u32string_view words) {
    const std::u32string lower = text::toLower(text::nfc(text::squeeze(words)));
    View rest = trimmed(lower);
    for (const View lead : kLeads) {
        if (!rest.starts_with(lead)) continue;
        rest = trimmed(rest.substr(lead.size()));
        break;
    }
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const Name& one) { return one.words == rest; });
    return found == kNames.end() ? std::nullopt : std::optional(found->power);
}

std::vector<OtherUnit> otherUnits(const model::Document& document) {
    std::vector<OtherUnit> out;
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        if (const auto grid = gridOf(document, static_cast<std::int32_t>(i))) Reader(document, *grid).run(out);
    }
    std::stable_sort(out.begin(), out.end(), [](const OtherUnit& a, const OtherUnit& b) { return a.at < b.at; });
    return out;
}

}  // namespace thethuc::figures
