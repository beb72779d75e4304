// A column is understood by its whole head only; a head of other words is left alone. The rounded shares of a column need
// not make 100, so they are never added up.
#include "figures/tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "figures/sums.hpp"
#include "figures/verdict.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using View = std::u32string_view;
constexpr std::int32_t kNone = -1;

constexpr auto kPlanHeads = std::to_array<View>({U"kế hoạch", U"kế hoạch giao", U"kế hoạch năm", U"dự toán", U"dự toán giao", U"dự toán năm", U"chỉ tiêu",
                                                 U"chỉ tiêu giao", U"kế hoạch vốn"});
constexpr auto kDoneHeads = std::to_array<View>({U"thực hiện", U"kết quả thực hiện", U"đã thực hiện", U"giải ngân", U"đã giải ngân", U"kết quả"});
constexpr auto kShareHeads = std::to_array<View>({U"tỷ lệ (%)", U"tỉ lệ (%)", U"tỷ lệ %", U"tỷ lệ đạt (%)", U"tỷ lệ hoàn thành (%)", U"tỷ lệ thực hiện (%)",
                                                  U"tỷ lệ giải ngân (%)", U"% hoàn thành", U"% thực hiện", U"% so với kế hoạch", U"% so với dự toán", U"đạt (%)",
                                                  U"thực hiện/kế hoạch (%)", U"thực hiện/dự toán (%)"});
constexpr auto kThenHeads = std::to_array<View>({U"cùng kỳ", U"cùng kỳ năm trước", U"kỳ trước", U"năm trước", U"quý trước"});
constexpr auto kNowHeads = std::to_array<View>({U"kỳ này", U"kỳ báo cáo", U"năm nay", U"quý này", U"thực hiện"});
constexpr auto kGrowthHeads = std::to_array<View>({U"tăng, giảm (%)", U"tăng/giảm (%)", U"tăng (+), giảm (-) (%)", U"tăng (+)/giảm (-) (%)", U"tỷ lệ tăng, giảm (%)"});
constexpr auto kTotalLabels = std::to_array<View>({U"tổng cộng", U"cộng", U"tổng số", U"tổng"});
/// Heads of columns that are no quantities.
constexpr auto kNoQuantity = std::to_array<View>({U"%", U"tỷ", U"tỉ", U"stt", U"tt", U"số tt", U"thứ tự", U"năm", U"ghi chú", U"mã", U"bình quân", U"trung bình", U"mức",
                                                  U"đơn giá", U"chỉ số", U"điểm", U"xếp", U"lũy kế", U"luỹ kế", U"tăng", U"so"});
/// Words in a table that make rows of different levels or units.
constexpr auto kLevels = std::to_array<View>({U"trong đó", U"trong số", U"đơn vị tính", U"đvt", U"đơn vị", U"gồm", U"cộng", U"tổng"});

template <typename Table>
bool in(const Table& table, View words) {
    return std::find(table.begin(), table.end(), words) != table.end();
}

struct Entry {
    const model::Paragraph* paragraph = nullptr; ///< null where the cell holds more than one paragraph
    model::Range at;                             ///< its words
    std::u32string words;                        ///< lower case, squeezed
    number::Reading reading;
};

struct Grid {
    std::int32_t rows = 0, columns = 0;
    std::vector<Entry> entries;
    [[nodiscard]] const Entry& at(std::int32_t row, std::int32_t column) const { return entries[static_cast<std::size_t>(row * columns + column)]; }
};

std::optional<Grid> gridOf(const model::Document& document, std::int32_t index) {
    constexpr std::int32_t kFewestColumns = 2, kFewestRows = 2;
    const model::Table& table = document.tables[static_cast<std::size_t>(index)];
    if (table.rows < kFewestRows || table.columns < kFewestColumns || table.cellCount != table.rows * table.columns) return std::nullopt;
    Grid grid{table.rows, table.columns, std::vector<Entry>(static_cast<std::size_t>(table.cellCount))};
    const auto& paragraphs = document.stories[static_cast<std::size_t>(table.story)].paragraphs;
    for (std::int32_t i = 0; i < table.cellCount; ++i) {
        const model::Cell& cell = document.cells[static_cast<std::size_t>(table.firstCell + i)];
        if (cell.table != index || cell.row >= table.rows || cell.column >= table.columns) return std::nullopt;
        if (cell.paragraphCount != 1) continue;
        Entry& entry = grid.entries[static_cast<std::size_t>(cell.row * table.columns + cell.column)];
        const auto& paragraph = paragraphs[static_cast<std::size_t>(cell.firstParagraph)];
        const std::u32string& text = paragraph.text;
        const auto digits = [&](std::size_t k) { return !text::isSpace(text[k]) && text[k] != U'%'; };
        std::size_t from = 0, to = text.size();
        while (from < to && text::isSpace(text[from])) ++from;
        while (to > from && !digits(to - 1)) --to;
        entry.paragraph = &paragraph;
        entry.at = {table.story, cell.firstParagraph, static_cast<std::int32_t>(from), static_cast<std::int32_t>(to - from)};
        entry.words = text::toLower(text::squeeze(text));
        if (to > from) entry.reading = number::read(View(text).substr(from, to - from));
    }
    return grid;
}

template <typename Table>
std::int32_t onlyColumn(const Grid& grid, const Table& heads) {
    std::int32_t found = kNone;
    for (std::int32_t column = 0; column < grid.columns; ++column) {
        if (!in(heads, grid.at(0, column).words)) continue;
        if (found != kNone) return kNone;
        found = column;
    }
    return found;
}

bool doubtful(const Entry& entry) { return entry.reading.problem != number::Problem::none; }
Operand operandOf(const Entry& entry) { return {*entry.reading.value, entry.at}; }

std::u32string labelOf(const Grid& grid, std::int32_t row) {
    for (std::int32_t column = 0; column < grid.columns; ++column) {
        const Entry& entry = grid.at(row, column);
        if (entry.paragraph != nullptr && !entry.words.empty() && !entry.reading.value) return text::squeeze(entry.paragraph->text);
    }
    return {};
}

Figure figureAt(const Grid& grid, std::int32_t row, const Entry& claimed) {
    Figure figure;
    figure.claimed = operandOf(claimed);
    figure.at = claimed.at;
    const std::u32string label = labelOf(grid, row);
    figure.text = (label.empty() ? std::u32string() : label + U": ") + text::squeeze(claimed.paragraph->text);
    return figure;
}

template <typename A, typename B, typename Percent>
void percentages(const Grid& grid, Relation relation, const A& aHeads, const B& bHeads, const Percent& heads, std::vector<Figure>& out) {
    const std::int32_t a = onlyColumn(grid, aHeads), b = onlyColumn(grid, bHeads), claimed = onlyColumn(grid, heads);
    if (a == kNone || b == kNone || claimed == kNone) return;
    for (std::int32_t row = 1; row < grid.rows; ++row) {
        const Entry &x = grid.at(row, a), &y = grid.at(row, b), &p = grid.at(row, claimed);
        if (!x.reading.value || !y.reading.value || !p.reading.value) continue;
        Figure figure = figureAt(grid, row, p);
        figure.relation = relation;
        figure.numerator = operandOf(x);
        figure.denominator = operandOf(y);
        figure.correct = figure.claimed.value;
        const auto value = exact(relation, figure.numerator.value, figure.denominator.value);
        if (!value) {
            figure.verdict = Verdict::unclear;
            figure.doubt = Doubt::zeroDenominator;
        } else {
            figure.verdict = judge(figure.claimed.value, *value);
            figure.correct = number::roundHalfUp(*value, figure.claimed.value.scale());
            if (figure.verdict == Verdict::wrong) {
                if (doubtful(x) || doubtful(y) || doubtful(p)) {
                    figure.verdict = Verdict::unclear;
                    figure.doubt = Doubt::ambiguousNumber;
                } else {
                    figure.fits = fitsOf(relation, figure.numerator.value, figure.denominator.value, figure.claimed.value);
                }
            }
        }
        out.push_back(std::move(figure));
    }
}

bool startsWithAny(View words, auto const& table) {
    return std::any_of(table.begin(), table.end(), [&](View one) { return words.starts_with(one); });
}

/// The row of totals, first under the heads or last, where the other rows are all of one level.
std::int32_t totalRow(const Grid& grid) {
    std::int32_t total = kNone;
    for (std::int32_t column = 0; column < grid.columns; ++column) {
        if (startsWithAny(grid.at(0, column).words, std::array<View, 3>{U"đơn vị tính", U"đvt", U"đơn vị"}) && column > 1) return kNone;
    }
    for (std::int32_t row = 1; row < grid.rows; ++row) {
        bool here = false;
        for (std::int32_t column = 0; column < std::min(grid.columns, 2); ++column) {
            const Entry& entry = grid.at(row, column);
            if (entry.paragraph == nullptr) return kNone;
            if (in(kTotalLabels, entry.words)) here = true;
            else if (startsWithAny(entry.words, kLevels) || entry.words.starts_with(U"-") || entry.words.starts_with(U"+")) return kNone;
            // “1.1”, “II”, “a)”: rows of another level
            const bool number = entry.reading.value.has_value() && entry.reading.value->scale() == 0 && !doubtful(entry);
            if (column == 0 && !entry.words.empty() && !number && !in(kTotalLabels, entry.words) && entry.words.size() <= 4) return kNone;
            if (column == 0 && entry.words.find(U'.') != std::u32string::npos) return kNone;
        }
        if (!here) continue;
        if (total != kNone || (row != 1 && row != grid.rows - 1)) return kNone;
        total = row;
    }
    return total;
}

void totals(const Grid& grid, std::vector<Figure>& out) {
    constexpr std::int32_t kFewestRows = 4;      // heads, two parts, the total
    const std::int32_t total = grid.rows >= kFewestRows ? totalRow(grid) : kNone;
    if (total == kNone) return;
    for (std::int32_t column = 1; column < grid.columns; ++column) {
        const View head = grid.at(0, column).words;
        if (head.empty() || head.find(U'%') != View::npos || startsWithAny(head, kNoQuantity)) continue;
        const Entry& claimed = grid.at(total, column);
        if (!claimed.reading.value || claimed.reading.percent) continue;
        std::vector<Operand> parts;
        bool all = true, doubt = doubtful(claimed);
        for (std::int32_t row = 1; row < grid.rows && all; ++row) {
            if (row == total) continue;
            const Entry& part = grid.at(row, column);
            all = part.reading.value.has_value() && !part.reading.percent;
            doubt = doubt || doubtful(part);
            if (all) parts.push_back(operandOf(part));
        }
        if (!all) continue;
        Figure figure = figureAt(grid, total, claimed);
        figure.kind = Kind::sum;
        figure.relation = Relation::total;
        figure.correct = number::Decimal();
        for (const Operand& part : parts) figure.correct = figure.correct + part.value;
        figure.parts = std::move(parts);
        if (figure.correct != figure.claimed.value) {
            // a sum that is far off may be meant otherwise: only a slip of a digit is certain
            const bool slip = oneSlip(figure.claimed.value, figure.parts);
            figure.verdict = slip && !doubt ? Verdict::wrong : Verdict::unclear;
            if (figure.verdict == Verdict::unclear) figure.doubt = slip ? Doubt::ambiguousNumber : Doubt::notPlain;
        }
        out.push_back(std::move(figure));
    }
}

}  // namespace

std::vector<Figure> tableFigures(const model::Document& document) {
    std::vector<Figure> out;
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        const auto grid = gridOf(document, static_cast<std::int32_t>(i));
        if (!grid) continue;
        percentages(*grid, Relation::share, kDoneHeads, kPlanHeads, kShareHeads, out);
        percentages(*grid, Relation::growth, kNowHeads, kThenHeads, kGrowthHeads, out);
        totals(*grid, out);
    }
    return out;
}

}  // namespace thethuc::figures
