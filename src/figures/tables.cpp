// The rounded shares of a column need not make 100, so they are never added up. A sum that is far off may be meant otherwise: only a slip of a
// digit is certain.
#include "figures/tables.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "figures/levels.hpp"
#include "figures/sums.hpp"
#include "figures/verdict.hpp"
#include "text/text.hpp"

namespace thethuc::figures {
namespace {

using View = std::u32string_view;
constexpr std::int32_t kNone = -1;

constexpr auto kPlanNames = std::to_array<View>({U"kế hoạch", U"kế hoạch giao", U"kế hoạch được giao", U"dự toán", U"dự toán giao", U"dự toán được giao", U"chỉ tiêu",
                                                 U"chỉ tiêu giao", U"chỉ tiêu kế hoạch", U"kế hoạch vốn", U"kế hoạch vốn giao", U"vốn kế hoạch", U"kh", U"mục tiêu",
                                                 U"số được giao", U"giao", U"phải thực hiện"});
constexpr auto kDoneNames = std::to_array<View>({U"thực hiện", U"kết quả thực hiện", U"đã thực hiện", U"giải ngân", U"đã giải ngân", U"kết quả", U"ước thực hiện",
                                                 U"kết quả đạt được", U"số thực hiện", U"th", U"lũy kế thực hiện", U"luỹ kế thực hiện", U"lũy kế giải ngân",
                                                 U"kết quả giải ngân", U"đã đạt", U"hoàn thành", U"đã hoàn thành"});
constexpr auto kThenNames = std::to_array<View>({U"cùng kỳ", U"cùng kỳ năm trước", U"kỳ trước", U"năm trước", U"quý trước", U"tháng trước", U"thực hiện cùng kỳ", U"thực hiện năm trước"});
constexpr auto kNowNames = std::to_array<View>({U"kỳ này", U"kỳ báo cáo", U"năm nay", U"quý này", U"tháng này", U"thực hiện", U"thực hiện kỳ này", U"ước thực hiện", U"kết quả"});
/// Heads of percentages of the plan.
constexpr auto kShareHeads = std::to_array<View>({U"tỷ lệ (%)", U"tỉ lệ (%)", U"tỷ lệ %", U"tỉ lệ %", U"tỷ lệ", U"tỉ lệ", U"tỷ lệ đạt (%)", U"tỷ lệ hoàn thành (%)", U"tỷ lệ thực hiện (%)",
                                                  U"tỷ lệ giải ngân (%)", U"% hoàn thành", U"% thực hiện", U"% so với kế hoạch", U"% so với dự toán", U"đạt (%)", U"tỷ lệ đạt", U"% đạt",
                                                  U"thực hiện/kế hoạch (%)", U"thực hiện/dự toán (%)", U"th/kh (%)", U"so với kế hoạch (%)", U"so với dự toán (%)", U"% th/kh",
                                                  U"% thực hiện so với kế hoạch", U"% kh", U"tỷ lệ % đạt", U"tỷ lệ % hoàn thành", U"tỷ lệ hoàn thành", U"tỷ lệ giải ngân"});
constexpr auto kGrowthHeads = std::to_array<View>({U"tăng, giảm (%)", U"tăng/giảm (%)", U"tăng (+), giảm (-) (%)", U"tăng (+)/giảm (-) (%)", U"tỷ lệ tăng, giảm (%)", U"% tăng, giảm",
                                                   U"tăng (+), giảm (-) %", U"tăng giảm (%)", U"tỷ lệ tăng/giảm (%)", U"tốc độ tăng (%)", U"tăng trưởng (%)"});
/// … and of comparisons of either kind: 108,5 or 8,5.
constexpr auto kCompareHeads = std::to_array<View>({U"so với cùng kỳ (%)", U"so cùng kỳ (%)", U"% so với cùng kỳ", U"so sánh (%)", U"so với năm trước (%)", U"so với kỳ trước (%)", U"% so cùng kỳ"});
/// Heads of what one column has more or less than another, in its own unit …
constexpr auto kChangeNames = std::to_array<View>({U"tăng, giảm", U"tăng/giảm", U"tăng giảm", U"tăng (+), giảm (-)", U"tăng(+), giảm(-)", U"tăng (+)/giảm (-)", U"chênh lệch", U"so sánh", U"số tăng, giảm",
                                                   U"tăng, giảm so với cùng kỳ", U"tăng/giảm so với cùng kỳ", U"so với cùng kỳ", U"so cùng kỳ", U"so với kỳ trước"});
/// … and of what is left of a plan.
constexpr auto kRestNames = std::to_array<View>({U"còn lại", U"số còn lại", U"chưa thực hiện", U"chưa giải ngân", U"còn phải thực hiện", U"còn phải giải ngân", U"chưa hoàn thành", U"còn thiếu"});
/// Names of columns that are no quantities and are not added up.
constexpr auto kNoQuantity = std::to_array<View>({U"%", U"tỷ lệ", U"tỉ lệ", U"tỷ trọng", U"tỷ suất", U"stt", U"tt", U"số tt", U"số thứ tự", U"thứ tự", U"năm", U"ghi chú", U"mã", U"bình quân", U"trung bình", U"mức",
                                                  U"đơn giá", U"giá", U"chỉ số", U"điểm", U"xếp", U"thứ hạng", U"so", U"năng suất", U"lãi", U"hệ số", U"thời gian", U"thời hạn", U"ngày", U"số ký hiệu", U"độ"});
constexpr auto kTotalNames = std::to_array<View>({U"tổng số", U"tổng cộng", U"tổng", U"cộng"});

template <typename Table>
bool in(const Table& table, View words) {
    return std::find(table.begin(), table.end(), words) != table.end();
}
template <typename Table>
bool startsWithAny(View words, const Table& table) {
    return std::any_of(table.begin(), table.end(), [&](View one) {
        return words.starts_with(one) && (words.size() == one.size() || one == U"%" || !text::isLetter(words[one.size()]));
    });
}

/// A percent column and the two that it is made of.
struct Link {
    Relation relation = Relation::share;
    std::int32_t a = kNone, b = kNone, p = kNone;
};

class TableReader {
public:
    explicit TableReader(const Grid& grid) : grid_(grid) {}

    std::vector<Figure> run() {
        percentColumns();
        rows_ = levelsOf(grid_);
        subtotals();
        totals();
        rowTotals();
        differences();
        return std::move(out_);
    }

private:
    // --- percentages ---------------------------------------------------------------------------------------------------
    bool percentHead(std::int32_t column) const {
        const View leaf = grid_.column(column).leaf;
        const bool word = leaf.starts_with(U"tỷ lệ") || leaf.starts_with(U"tỉ lệ") || leaf.starts_with(U"tỷ trọng") || leaf.starts_with(U"tỉ trọng");
        return word || leaf.find(U'%') != View::npos || grid_.column(column).unit == U"phần trăm";
    }

    void percentColumns() {
        for (std::int32_t column = 0; column < grid_.width(); ++column) {
            if (!percentHead(column) && !in(kShareHeads, grid_.column(column).leaf)) continue;
            auto link = byHeads(column);
            if (link && !agrees(*link)) link.reset();
            const bool known = link.has_value();
            if (!link) link = byNumbers(column);
            if (link) percentages(*link, known);
        }
    }

    /// The only column of such a name under the same heads, else the only one of the table.
    template <typename Names>
    std::int32_t named(const Names& names, std::int32_t beside) const {
        std::int32_t near = kNone, any = kNone;
        std::int32_t nearCount = 0, anyCount = 0;
        for (std::int32_t column = 0; column < grid_.width(); ++column) {
            if (column == beside || !in(names, grid_.column(column).name)) continue;
            any = column;
            ++anyCount;
            if (grid_.column(column).parent != grid_.column(beside).parent) continue;
            near = column;
            ++nearCount;
        }
        if (nearCount == 1) return near;
        return anyCount == 1 ? any : kNone;
    }

    std::optional<Link> byHeads(std::int32_t p) const {
        const View leaf = grid_.column(p).leaf;
        const auto made = [&](Relation relation, std::int32_t a, std::int32_t b) -> std::optional<Link> {
            if (a == kNone || b == kNone || a == b) return std::nullopt;
            return Link{relation, a, b, p};
        };
        if (in(kShareHeads, leaf)) return made(Relation::share, named(kDoneNames, p), named(kPlanNames, p));
        if (in(kGrowthHeads, leaf)) return made(Relation::growth, named(kNowNames, p), named(kThenNames, p));
        if (in(kCompareHeads, leaf)) {
            const std::int32_t now = named(kNowNames, p), then = named(kThenNames, p);
            for (const Relation relation : {Relation::share, Relation::growth}) {
                const auto link = made(relation, now, then);
                if (link && fitting(*link).fit > 0) return link;
            }
        }
        return std::nullopt;
    }

    struct Fitting {
        std::int32_t rows = 0, fit = 0, telling = 0;  ///< telling: rows that fit exactly and would not by chance
    };
    Fitting fitting(const Link& link) const {
        Fitting out;
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            const Entry &x = grid_.at(row, link.a), &y = grid_.at(row, link.b), &p = grid_.at(row, link.p);
            if (!x.number() || !y.number() || !p.number()) continue;
            const auto value = exact(link.relation, *x.reading.value, *y.reading.value);
            if (!value) continue;
            ++out.rows;
            const Verdict verdict = judge(*p.reading.value, *value);
            if (verdict == Verdict::wrong) continue;
            ++out.fit;
            const bool plain = *value == 0 || *value == 100 || p.reading.value->scale() == 0;
            if (verdict == Verdict::ok && !plain) ++out.telling;
        }
        return out;
    }

    /// Heads were misread where half of the rows say something else.
    bool agrees(const Link& link) const {
        constexpr std::int32_t kFew = 3;
        const Fitting found = fitting(link);
        return found.rows < kFew || found.fit * 2 >= found.rows;
    }

    /// Two columns of numbers that make the percentages of at least three rows, and of all rows but one.
    std::optional<Link> byNumbers(std::int32_t p) const {
        constexpr std::int32_t kTelling = 3;
        std::optional<Link> best;
        std::int32_t most = 0;
        bool tie = false;
        for (std::int32_t a = 0; a < grid_.width(); ++a) {
            for (std::int32_t b = 0; b < grid_.width(); ++b) {
                if (a == b || a == p || b == p || percentHead(a) || percentHead(b)) continue;
                for (const Relation relation : {Relation::share, Relation::growth}) {
                    const Link link{relation, a, b, p};
                    const Fitting found = fitting(link);
                    if (found.telling < kTelling || found.fit + 1 < found.rows || found.fit < most) continue;
                    tie = found.fit == most;
                    most = found.fit;
                    best = link;
                }
            }
        }
        return tie ? std::nullopt : best;
    }

    Figure figureAt(std::int32_t row, const Entry& claimed) const {
        Figure figure;
        figure.claimed = claimed.operand();
        figure.at = claimed.at;
        const std::u32string label = grid_.label(row);
        figure.text = (label.empty() ? std::u32string() : label + U": ") + text::squeeze(claimed.paragraph->text);
        return figure;
    }

    /// `known`: the heads say so, too; where only the numbers say so, a row that does not fit is wrong if a slip explains it.
    void percentages(const Link& link, bool known) {
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            const Entry &x = grid_.at(row, link.a), &y = grid_.at(row, link.b), &p = grid_.at(row, link.p);
            if (!x.number() || !y.number() || !p.number()) continue;
            Figure figure = figureAt(row, p);
            figure.relation = link.relation;
            figure.numerator = x.operand();
            figure.denominator = y.operand();
            figure.correct = figure.claimed.value;
            const auto value = exact(link.relation, figure.numerator.value, figure.denominator.value);
            if (!value) {
                figure.verdict = Verdict::unclear;
                figure.doubt = Doubt::zeroDenominator;
            } else {
                figure.verdict = judge(figure.claimed.value, *value);
                figure.correct = number::roundHalfUp(*value, figure.claimed.value.scale());
                if (figure.verdict == Verdict::wrong) {
                    figure.fits = fitsOf(link.relation, figure.numerator.value, figure.denominator.value, figure.claimed.value);
                    const bool doubt = x.doubtful() || y.doubtful() || p.doubtful();
                    if (doubt || (!known && figure.fits.empty())) {
                        figure.verdict = Verdict::unclear;
                        figure.doubt = doubt ? Doubt::ambiguousNumber : Doubt::notPlain;
                        figure.fits.clear();
                    }
                }
            }
            out_.push_back(std::move(figure));
        }
    }

    // --- totals --------------------------------------------------------------------------------------------------------
    bool added(std::int32_t column) const {
        const Column& one = grid_.column(column);
        return column > 0 && column != grid_.unitColumn && !one.leaf.empty() && one.leaf.find(U'%') == View::npos && !startsWithAny(one.leaf, kNoQuantity);
    }

    const RowLevel& level(std::int32_t index) const { return rows_[static_cast<std::size_t>(index)]; }
    const Entry& entryOf(std::int32_t index, std::int32_t column) const { return grid_.at(level(index).row, column); }

    bool oneUnit(std::int32_t total, const std::vector<std::int32_t>& parts) const {
        if (grid_.unitColumn == kNone) return true;
        const auto unit = [&](std::int32_t index) -> const std::u32string& { return entryOf(index, grid_.unitColumn).words; };
        // a row of totals need not repeat the unit
        const std::u32string& first = unit(total).empty() ? unit(parts.front()) : unit(total);
        return std::all_of(parts.begin(), parts.end(), [&](std::int32_t part) { return unit(part) == first; });
    }

    static number::Decimal sumOf(const std::vector<Operand>& parts) {
        number::Decimal sum;
        for (const Operand& part : parts) sum = sum + part.value;
        return sum;
    }

    enum class Miss : std::uint8_t { nothing, slipUnclear, slipWrong, slipWrongElseUnclear };

    /// The sum of `parts` as `claimed` states it; what to say where it does not fit is up to `miss`.
    bool sum(std::int32_t row, const Entry& claimed, const std::vector<const Entry*>& parts, Miss miss) {
        if (!claimed.number() || claimed.percent || parts.size() < 2) return false;
        Figure figure = figureAt(row, claimed);
        figure.kind = Kind::sum;
        figure.relation = Relation::total;
        bool doubt = claimed.doubtful();
        for (const Entry* part : parts) {
            if (!part->number() || part->percent) return false;
            doubt = doubt || part->doubtful();
            figure.parts.push_back(part->operand());
        }
        figure.correct = sumOf(figure.parts);
        if (figure.correct == figure.claimed.value) {
            figure.correct = figure.claimed.value;
            out_.push_back(std::move(figure));
            return true;
        }
        const bool slip = oneSlip(figure.claimed.value, figure.parts);
        const bool certain = slip && !doubt && (miss == Miss::slipWrong || miss == Miss::slipWrongElseUnclear);
        if (miss == Miss::nothing || (!slip && miss != Miss::slipWrongElseUnclear)) return false;
        figure.verdict = certain ? Verdict::wrong : Verdict::unclear;
        if (!certain) figure.doubt = slip && doubt ? Doubt::ambiguousNumber : Doubt::notPlain;
        out_.push_back(std::move(figure));
        return true;
    }

    std::vector<const Entry*> entries(const std::vector<std::int32_t>& indices, std::int32_t column) const {
        std::vector<const Entry*> out;
        for (const std::int32_t index : indices) out.push_back(&entryOf(index, column));
        return out;
    }
    static bool complete(const std::vector<const Entry*>& parts) {
        return std::all_of(parts.begin(), parts.end(), [](const Entry* one) { return one->number() && !one->percent; });
    }

    /// “I”: 30 over “1”: 20 and “2”: 10.
    void subtotals() {
        for (std::int32_t index = 0; index < static_cast<std::int32_t>(rows_.size()); ++index) {
            const auto& children = level(index).children;
            if (children.size() < 2 || !oneUnit(index, children)) continue;
            bool all = true;                     // numbered 1, 2, 3 …: no part is left out
            for (std::size_t i = 0; i < children.size(); ++i) {
                const RowLevel& child = level(children[i]);
                all = all && !child.partial && !child.bullet && child.ordinal == static_cast<std::int32_t>(i) + 1;
            }
            for (std::int32_t column = 1; column < grid_.width(); ++column) {
                if (added(column)) sum(level(index).row, entryOf(index, column), entries(children, column), all ? Miss::slipWrong : Miss::nothing);
            }
        }
    }

    /// Rows of the first level from `from` to before `to`, without totals.
    std::vector<std::int32_t> roots(std::int32_t from, std::int32_t to) const {
        std::vector<std::int32_t> out;
        for (std::int32_t i = from; i < to; ++i) {
            if (level(i).parent < 0 && !level(i).total && !level(i).partial) out.push_back(i);
        }
        return out;
    }
    std::vector<std::int32_t> totalsBefore(std::int32_t to) const {
        std::vector<std::int32_t> out;
        for (std::int32_t i = 0; i < to; ++i) {
            if (level(i).total) out.push_back(i);
        }
        return out;
    }
    /// All numbered one after the other, or none numbered: rows of one level.
    bool evenly(const std::vector<std::int32_t>& parts) const {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const RowLevel& part = level(parts[i]);
            if (part.bullet || part.marked != level(parts.front()).marked) return false;
            if (part.marked && part.ordinal != level(parts.front()).ordinal + static_cast<std::int32_t>(i)) return false;
        }
        return true;
    }

    /// “Cộng” adds up what stands between it and the one before, “Tổng cộng” these or everything; the first row what is under it.
    void totals() {
        const auto count = static_cast<std::int32_t>(rows_.size());
        for (std::int32_t index = 0; index < count; ++index) {
            if (!level(index).total) continue;
            std::int32_t from = 0;
            for (std::int32_t i = 0; i < index; ++i) from = level(i).total ? i + 1 : from;
            std::vector<std::vector<std::int32_t>> ways;
            if (index == 0) {
                std::int32_t to = 1;
                while (to < count && !level(to).total) ++to;
                ways.push_back(roots(1, to));
                ways.push_back(roots(1, count));
            } else {
                ways.push_back(roots(from, index));
                if (ways.back().size() == 1) ways.back() = level(ways.back().front()).children;  // “A. Khối tỉnh” without numbers, its rows, “Cộng”
                ways.push_back(totalsBefore(index));
                ways.push_back(roots(0, index));
            }
            std::erase_if(ways, [&](const auto& parts) { return parts.size() < 2 || !oneUnit(index, parts); });
            for (std::size_t i = ways.size(); i > 1; --i) {
                if (std::find(ways.begin(), ways.begin() + static_cast<std::ptrdiff_t>(i) - 1, ways[i - 1]) != ways.begin() + static_cast<std::ptrdiff_t>(i) - 1)
                    ways.erase(ways.begin() + static_cast<std::ptrdiff_t>(i) - 1);
            }
            for (std::int32_t column = 1; column < grid_.width() && !ways.empty(); ++column) {
                if (added(column)) total(index, column, ways);
            }
        }
    }

    void total(std::int32_t index, std::int32_t column, const std::vector<std::vector<std::int32_t>>& ways) {
        const Entry& claimed = entryOf(index, column);
        for (const auto& parts : ways) {
            const auto found = entries(parts, column);
            if (complete(found) && sum(level(index).row, claimed, found, Miss::nothing)) return;
        }
        const auto found = entries(ways.front(), column);
        if (!complete(found)) return;
        sum(level(index).row, claimed, found, evenly(ways.front()) && ways.size() == 1 ? Miss::slipWrongElseUnclear : Miss::slipUnclear);
    }

    /// “Tổng số | Trực tuyến | Trực tiếp”: the columns behind (or before) make the total, in three rows at least and in all but one.
    void rowTotals() {
        constexpr std::int32_t kMostParts = 8, kTelling = 3;
        for (std::int32_t column = 1; column < grid_.width(); ++column) {
            if (!in(kTotalNames, grid_.column(column).name)) continue;
            std::vector<std::int32_t> best;
            std::int32_t most = 0;
            for (const std::int32_t step : {1, -1}) {
                std::vector<std::int32_t> parts;
                for (std::int32_t other = column + step; other > 0 && other < grid_.width() && static_cast<std::int32_t>(parts.size()) < kMostParts; other += step) {
                    if (!added(other) || in(kTotalNames, grid_.column(other).name)) break;
                    parts.push_back(other);
                    const auto [rows, fit] = rowFitting(column, parts);
                    if (parts.size() < 2 || fit < kTelling || fit + 1 < rows || fit <= most) continue;
                    most = fit;
                    best = parts;
                }
            }
            if (best.empty()) continue;
            for (std::int32_t row = grid_.first; row < grid_.rows; ++row) sum(row, grid_.at(row, column), alongRow(row, best), Miss::slipWrong);
        }
    }

    /// “Cùng kỳ | Kỳ này | Tăng, giảm”, “Kế hoạch | Thực hiện | Còn lại”: one column less another, in three rows at least and in all but one.
    void differences() {
        constexpr std::int32_t kTelling = 3;
        for (std::int32_t column = 1; column < grid_.width(); ++column) {
            const View leaf = grid_.column(column).leaf, name = grid_.column(column).name;
            if (leaf.find(U'%') != View::npos) continue;
            const bool change = in(kChangeNames, leaf) || in(kChangeNames, name), rest = in(kRestNames, name);
            if (!change && !rest) continue;
            const std::int32_t now = change ? named(kNowNames, column) : named(kPlanNames, column);
            const std::int32_t then = change ? named(kThenNames, column) : named(kDoneNames, column);
            if (now == kNone || then == kNone || now == then) continue;
            std::int32_t rows = 0, fit = 0;
            std::vector<Figure> found;
            for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
                auto figure = difference(row, now, then, column);
                if (!figure) continue;
                ++rows;
                fit += figure->correct == figure->claimed.value ? 1 : 0;
                if (figure->verdict != Verdict::unclear) found.push_back(std::move(*figure));
            }
            if (fit < kTelling || fit + 1 < rows) continue;
            out_.insert(out_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        }
    }

    /// The second of its parts is taken away; unclear where no single slip explains it.
    std::optional<Figure> difference(std::int32_t row, std::int32_t now, std::int32_t then, std::int32_t column) const {
        const Entry &a = grid_.at(row, now), &b = grid_.at(row, then), &d = grid_.at(row, column);
        for (const Entry* one : {&a, &b, &d}) {
            if (!one->number() || one->percent || one->doubtful()) return std::nullopt;
        }
        const number::Decimal zero, value = *d.reading.value;
        // the words of a row, or another column, may say that it fell
        const bool fell = *a.reading.value < *b.reading.value;
        const Operand first = fell && value > zero ? b.operand() : a.operand(), second = fell && value > zero ? a.operand() : b.operand();
        Figure figure = figureAt(row, d);
        figure.kind = Kind::sum;
        figure.relation = Relation::total;
        figure.parts = {first, {zero - second.value, second.at}};
        figure.correct = sumOf(figure.parts);
        if (figure.correct == value) {
            figure.correct = value;
            return figure;
        }
        if (roundedApart(*a.reading.value, *b.reading.value, value, figure.correct)) return std::nullopt;
        const std::vector<Operand> less{fell ? a.operand() : b.operand(), {value < zero ? zero - value : value, d.at}};
        figure.verdict = oneSlip(fell ? *b.reading.value : *a.reading.value, less) ? Verdict::wrong : Verdict::unclear;
        return figure;
    }

    /// The difference was reckoned before its numbers were rounded: 99,25 less 99,65 may well be −0,41. Whole numbers are taken as exact.
    static bool roundedApart(const number::Decimal& a, const number::Decimal& b, const number::Decimal& shown, const number::Decimal& correct) {
        number::Rational most;
        for (const number::Decimal* one : {&a, &b, &shown}) {
            if (one->scale() > 0) most += lastPlace(one->scale()) / 2;
        }
        return boost::multiprecision::abs(number::Rational(shown.rational() - correct.rational())) < most;
    }

    std::vector<const Entry*> alongRow(std::int32_t row, const std::vector<std::int32_t>& columns) const {
        std::vector<const Entry*> out;
        for (const std::int32_t column : columns) out.push_back(&grid_.at(row, column));
        return out;
    }

    std::pair<std::int32_t, std::int32_t> rowFitting(std::int32_t column, const std::vector<std::int32_t>& parts) const {
        std::int32_t rows = 0, fit = 0;
        for (std::int32_t row = grid_.first; row < grid_.rows; ++row) {
            const Entry& claimed = grid_.at(row, column);
            const auto found = alongRow(row, parts);
            if (!claimed.number() || claimed.percent || claimed.reading.value->isZero() || !complete(found)) continue;
            number::Decimal all;
            for (const Entry* part : found) all = all + *part->reading.value;
            ++rows;
            fit += all == *claimed.reading.value ? 1 : 0;
        }
        return {rows, fit};
    }

    const Grid& grid_;
    std::vector<RowLevel> rows_;
    std::vector<Figure> out_;
};

}  // namespace

std::vector<Figure> figuresOf(const Grid& grid) { return TableReader(grid).run(); }

std::vector<Figure> tableFigures(const model::Document& document) {
    std::vector<Figure> out;
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        const auto grid = gridOf(document, static_cast<std::int32_t>(i));
        if (!grid) continue;
        auto found = figuresOf(*grid);
        out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return out;
}

}  // namespace thethuc::figures
