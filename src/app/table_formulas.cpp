#include "app/table_formulas.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "draft/indicator_arithmetic.hpp"
#include "model/look.hpp"
#include "number/number.hpp"
#include "text/text.hpp"

namespace thethuc::app {
namespace {

using figures::Figure;
using figures::Relation;
using figures::Verdict;

/// The text of a cell as the office writes a number: its format and the number behind it.
struct Written {
    std::string format;
    number::Decimal value;                       ///< of the digits: 34,15 of “34,15%”
    bool percent = false;
};

/// “1.234,50”, “05”, “-3”, “34,15%”: what a Vietnamese number format gives back letter by letter; nothing for any other way of writing.
std::optional<Written> written(std::u32string_view text) {
    std::size_t at = 0;
    std::string digits;
    if (at < text.size() && text[at] == U'-') digits += static_cast<char>(text[at++]);
    const std::size_t first = at;
    bool grouped = false;
    while (at < text.size() && text::isDigit(text[at])) digits += static_cast<char>(text[at++]);
    const std::size_t whole = at - first;
    if (whole == 0) return std::nullopt;
    constexpr std::size_t kGroup = 3;
    while (at < text.size() && text[at] == U'.') {
        if (text.size() - at <= kGroup || (!grouped && whole > kGroup)) return std::nullopt;
        grouped = true;
        for (std::size_t i = 1; i <= kGroup; ++i) {
            if (!text::isDigit(text[at + i])) return std::nullopt;
            digits += static_cast<char>(text[at + i]);
        }
        at += kGroup + 1;
    }
    const bool padded = whole > 1 && text[first] == U'0';
    if (padded && grouped) return std::nullopt;
    std::int32_t decimals = 0;
    if (at < text.size() && text[at] == U',') {
        for (++at; at < text.size() && text::isDigit(text[at]); ++at, ++decimals) digits += static_cast<char>(text[at]);
        if (decimals == 0) return std::nullopt;
    }
    Written out;
    if (at < text.size() && text[at] == U'%') {
        out.percent = true;
        ++at;
    }
    // below 1.000 a format with groups writes the same
    const bool small = whole <= kGroup && !grouped;
    if (at != text.size()) return std::nullopt;
    out.format = draft::numberFormat(decimals, !padded && (grouped || small));
    if (padded) out.format.insert(0, whole - 1, '0');
    if (out.percent) out.format += '%';
    const std::size_t significant = digits.find_first_not_of("-0");
    const bool negative = digits.front() == '-';
    if (significant == std::string::npos && negative) return std::nullopt;  // “-0”
    number::Integer value(significant == std::string::npos ? std::string("0") : digits.substr(significant));
    if (negative) value = -value;
    out.value = number::Decimal(value, decimals);
    return out;
}

/// As the office keeps it: a percentage is a hundredth.
std::string kept(const number::Decimal& value, bool percent) {
    constexpr std::int32_t kHundredth = 2;
    return number::plain((percent ? number::Decimal(value.digits(), value.scale() + kHundredth) : value).trimmed());
}

class Converter {
public:
    Converter(const model::Document& document, std::optional<std::int32_t> table) : document_(document), table_(table) {}

    TableFormulas run(const std::vector<Figure>& figures) {
        std::map<std::int32_t, const Figure*> byCell;
        std::vector<std::int32_t> order;
        for (const Figure& figure : figures) {
            const std::int32_t cell = cellOf(figure.claimed.at);
            if (cell < 0 || !ours(cell)) continue;
            if (figure.verdict == Verdict::wrong || figure.verdict == Verdict::rounding) out_.wrong.push_back(figure);
            if (figure.verdict != Verdict::ok) continue;
            if (!at(cell).formula.empty()) {
                out_.already += byCell.contains(cell) ? 0 : 1;
                continue;
            }
            if (byCell.emplace(cell, &figure).second) order.push_back(cell);
        }
        for (const std::int32_t cell : order) {
            if (!done_.contains(cell)) place(cell, byCell);
        }
        for (auto& [table, edit] : edits_) out_.edits.emplace_back(std::move(edit));
        return std::move(out_);
    }

private:
    const model::Cell& at(std::int32_t cell) const { return document_.cells[static_cast<std::size_t>(cell)]; }
    bool ours(std::int32_t cell) const { return !table_ || at(cell).table == *table_; }

    std::int32_t cellOf(const model::Range& range) const {
        const std::int32_t cell = document_.at(range).cell;
        return cell >= 0 && static_cast<std::size_t>(cell) < document_.cells.size() ? cell : -1;
    }

    /// The words of a cell that holds one paragraph of one look, and may be changed.
    const model::Paragraph* plainWords(std::int32_t cell) const {
        const model::Cell& one = at(cell);
        if (one.paragraphCount != 1) return nullptr;
        const model::Table& table = document_.tables[static_cast<std::size_t>(one.table)];
        const model::Paragraph& paragraph = document_.at({table.story, one.firstParagraph, 0, 0});
        return model::isOneLook(paragraph) && !paragraph.protectedContent ? &paragraph : nullptr;
    }

    std::optional<Written> writtenIn(std::int32_t cell, const number::Decimal& value) const {
        const model::Paragraph* words = plainWords(cell);
        if (words == nullptr) return std::nullopt;
        auto out = written(words->text);
        if (out && out->value != value) out.reset();  // read otherwise than it would be computed with
        return out;
    }

    /// Puts what the figure of `cell` uses before it, then its formula.
    void place(std::int32_t cell, const std::map<std::int32_t, const Figure*>& byCell) {
        done_.insert(cell);
        open_.insert(cell);
        const bool placed = tryPlace(cell, byCell);
        open_.erase(cell);
        if (!placed) ++out_.other;
    }

    bool tryPlace(std::int32_t cell, const std::map<std::int32_t, const Figure*>& byCell) {
        const Figure& figure = *byCell.at(cell);
        const auto target = writtenIn(cell, figure.claimed.value);
        std::vector<std::pair<std::int32_t, number::Decimal>> operands;
        const auto use = [&](const figures::Operand& one) { operands.emplace_back(cellOf(one.at), one.value); };
        if (figure.kind == figures::Kind::sum) {
            const number::Decimal zero;
            use(figure.parts.front());
            for (std::size_t i = 1; i < figure.parts.size(); ++i) {
                const figures::Operand& part = figure.parts[i];
                use({part.value < zero ? zero - part.value : part.value, part.at});
            }
        } else {
            use(figure.numerator);
            use(figure.denominator);
        }
        std::vector<std::string> names;
        std::vector<std::pair<std::int32_t, Written>> numbers;
        bool possible = target.has_value();
        for (const auto& [operand, value] : operands) {
            possible = possible && operand >= 0 && operand != cell && at(operand).table == at(cell).table;
            if (!possible) break;
            // what is computed itself comes first; of two that would need each other one stays a number
            if (byCell.contains(operand) && !done_.contains(operand)) place(operand, byCell);
            possible = !open_.contains(operand);
            if (!possible) break;
            names.push_back(draft::cellReference(at(operand).row, at(operand).column));
            possible = !names.back().empty();
            if (!possible || computed_.contains(operand) || !at(operand).formula.empty()) continue;
            auto number = writtenIn(operand, value);
            possible = number.has_value() && !number->percent && plainlyNamed(operand);
            if (possible) numbers.emplace_back(operand, std::move(*number));
        }
        if (!possible || !plainlyNamed(cell)) return false;
        const std::string formula = formulaOf(figure, names, target->percent);
        if (formula.empty()) return false;
        for (const auto& [operand, number] : numbers) {
            if (!computed_.insert(operand).second) continue;
            edits_[at(operand).table].cells.push_back({operand, plainWords(operand)->text, {}, kept(number.value, false), number.format});
        }
        computed_.insert(cell);
        edits_[at(cell).table].cells.push_back({cell, plainWords(cell)->text, formula, kept(target->value, target->percent), target->format});
        out_.cells.push_back(cell);
        return true;
    }

    /// No other cell of the table has its place: parted cells have names of their own.
    bool plainlyNamed(std::int32_t cell) const {
        const model::Table& table = document_.tables[static_cast<std::size_t>(at(cell).table)];
        const auto first = document_.cells.begin() + table.firstCell;
        return std::count_if(first, first + table.cellCount, [&](const model::Cell& one) { return one.row == at(cell).row && one.column == at(cell).column; }) == 1;
    }

    static std::string formulaOf(const Figure& figure, const std::vector<std::string>& names, bool percent) {
        if (figure.kind == figures::Kind::sum) {
            if (percent) return {};
            std::string out;
            for (std::size_t i = 0; i < names.size(); ++i) {
                const bool less = i > 0 && figure.parts[i].value < number::Decimal(0);
                out += (i == 0 ? "" : less ? "-" : "+") + names[i];
            }
            return out;
        }
        const std::string &a = names[0], &b = names[1];
        const std::string share = percent ? a + "/" + b : a + "*100/" + b;
        const std::string whole = percent ? "1" : "100";
        switch (figure.relation) {
            case Relation::share: return share;
            case Relation::over:
            case Relation::growth: return share + "-" + whole;
            case Relation::lacking:
            case Relation::decline: return whole + "-" + share;
            case Relation::points:
            case Relation::total: break;
        }
        return {};
    }

    const model::Document& document_;
    std::optional<std::int32_t> table_;
    std::set<std::int32_t> done_, open_;         ///< looked at; being looked at
    std::map<std::int32_t, model::SetCells> edits_;  ///< by table
    std::set<std::int32_t> computed_;            ///< in the edit already
    TableFormulas out_;
};

}  // namespace

TableFormulas tableFormulas(const model::Document& document, const std::vector<figures::Figure>& figures, std::optional<std::int32_t> table) {
    return Converter(document, table).run(figures);
}

}  // namespace thethuc::app
