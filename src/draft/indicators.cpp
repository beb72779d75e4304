#include "draft/indicators.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "text/text.hpp"

namespace thethuc::draft {

namespace {

using Strings = std::vector<std::string>;
using number::Decimal;
using number::Rational;

Strings split(const std::string& text, char mark) {
    Strings out(1);
    for (const char c : text) {
        if (c == mark) out.emplace_back();
        else out.back() += c;
    }
    return out;
}

/// Collects rows in the order in which they were asked for, groups together, each indicator once.
class Collector {
public:
    explicit Collector(const IndicatorData& data) : data_(data) {}

    bool add(const std::string& id) {
        for (const IndicatorSet& set : data_.sets) {
            if (set.id == id) {
                for (const IndicatorGroup& group : set.groups) whole(group);
                name(set.name);
                return true;
            }
            for (const TablePick& table : set.tables) {
                if (table.id != id) continue;
                for (const std::string& row : table.rows) single(set, row, false);
                name(table.name);
                if (columns_.empty()) columns_ = table.columns;
                return true;
            }
            for (const IndicatorGroup& group : set.groups) {
                if (group.id != id) continue;
                whole(group);
                name(group.name);
                return true;
            }
            if (single(set, id, true)) {
                name(set.name);
                return true;
            }
        }
        return false;
    }

    IndicatorTable result;
    [[nodiscard]] const Strings& columns() const noexcept { return columns_; }

private:
    const IndicatorData& data_;
    Strings columns_;
    std::set<std::string> taken_;

    void name(const std::string& title) {
        if (result.title.empty()) result.title = title;
    }

    void put(const IndicatorGroup& group, const Indicator& one, bool underGroup) {
        if (!taken_.insert(one.id).second) return;
        const std::string heading = underGroup ? group.name : std::string();
        if (result.groups.empty() || result.groups.back().name != heading) result.groups.push_back({group.id, heading, {}});
        result.groups.back().indicators.push_back(one);
    }

    void whole(const IndicatorGroup& group) {
        for (const Indicator& one : group.indicators) put(group, one, true);
    }

    bool single(const IndicatorSet& set, const std::string& id, bool underGroup) {
        for (const IndicatorGroup& group : set.groups) {
            for (const Indicator& one : group.indicators) {
                if (one.id != id) continue;
                put(group, one, underGroup);
                return true;
            }
        }
        return false;
    }
};

std::string xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

std::string millimetres(std::int32_t hmm) {
    const std::string rest = std::to_string(hmm % 100 + 100).substr(1);
    return std::to_string(hmm / 100) + "." + rest + "mm";
}

/// What one cell says: a value with the decimals that are shown, and the formula that gives it.
struct Cell {
    Rational value = 0;
    std::int32_t decimals = 0;
    std::string formula;                         ///< in terms of cells; empty: a figure that was typed, or not all operands in the table
    bool byZero = false;                         ///< a ratio whose denominator is 0
};

constexpr std::int32_t kRatioDecimals = 2;

class Writer {
public:
    Writer(const IndicatorTable& table, const FigureMap& figures, std::int32_t textWidth, std::size_t index)
        : table_(table), figures_(figures), name_("bang" + std::to_string(index)), textWidth_(textWidth) {
        std::int32_t row = 2;                    // below the heading row
        for (const IndicatorGroup& group : table.groups) {
            if (!group.name.empty()) ++row;
            for (const Indicator& one : group.indicators) {
                rows_[one.id] = row++;
                indicators_[one.id] = &one;
            }
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) letters_[table.columns[i].kind] = static_cast<char>('A' + static_cast<int>(i));
    }

    TableOdf write() {
        columnsAndHeading();
        std::int32_t groupNumber = 0;
        for (const IndicatorGroup& group : table_.groups) {
            if (!group.name.empty()) groupRow(group, ++groupNumber);
            std::int32_t serial = 0;
            for (const Indicator& one : group.indicators) {
                out_ += kRow;
                ++serial;
                for (const TableColumn& column : table_.columns) out_ += cell(one, column.kind, serial);
                out_ += "</table:table-row>";
            }
        }
        out_ += "</table:table>";
        for (const std::int32_t decimals : decimals_) numberStyle(decimals);
        return {std::move(styles_), std::move(out_)};
    }

private:
    static constexpr const char* kRow = "<table:table-row table:style-name=\"khong-tach\">";

    const IndicatorTable& table_;
    const FigureMap& figures_;
    std::string name_, out_, styles_;
    std::int32_t textWidth_;
    std::map<std::string, std::int32_t, std::less<>> rows_;
    std::map<std::string, const Indicator*, std::less<>> indicators_;
    std::map<ColumnKind, char> letters_;
    std::set<std::int32_t> decimals_;

    void columnsAndHeading() {
        std::int32_t used = 0;
        for (const TableColumn& column : table_.columns) used += column.width;
        const std::int32_t rest = std::max(0, textWidth_ - used);
        const bool named = letters_.count(ColumnKind::name) != 0;
        styles_ += "<style:style style:name=\"" + name_ + "\" style:family=\"table\"><style:table-properties style:width=\"" +
                   millimetres(named ? std::max(used, textWidth_) : used) + "\" fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\" table:align=\"center\"/></style:style>";
        out_ += "<table:table table:name=\"TT Bảng " + xml(table_.id) + "\" table:style-name=\"" + name_ + "\">";
        std::string heading;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const TableColumn& column = table_.columns[i];
            const std::string style = name_ + "-" + std::to_string(i);
            styles_ += "<style:style style:name=\"" + style + "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" +
                       millimetres(column.width + (column.kind == ColumnKind::name ? rest : 0)) + "\"/></style:style>";
            out_ += "<table:table-column table:style-name=\"" + style + "\"/>";
            heading += text("bang_dau", column.title);
        }
        out_ += std::string("<table:table-header-rows>") + kRow + heading + "</table:table-row></table:table-header-rows>";
    }

    static std::string text(std::string_view style, std::string_view words) {
        return "<table:table-cell table:style-name=\"o-ke\" office:value-type=\"string\"><text:p text:style-name=\"TT_" + std::string(style) + "\">" + xml(words) +
               "</text:p></table:table-cell>";
    }

    void groupRow(const IndicatorGroup& group, std::int32_t serial) {
        out_ += kRow;
        for (const TableColumn& column : table_.columns) {
            if (column.kind == ColumnKind::serial) out_ += text("bang_dau", text::toUtf8(text::roman(serial)));
            else out_ += text("bang_nhom", column.kind == ColumnKind::name ? group.name : std::string());
        }
        out_ += "</table:table-row>";
    }

    std::string cell(const Indicator& one, ColumnKind kind, std::int32_t serial) {
        switch (kind) {
            case ColumnKind::serial: return text("bang_giua", std::to_string(serial));
            case ColumnKind::name: return text("bang_chu", one.name);
            case ColumnKind::unit: return text("bang_giua", one.unit);
            case ColumnKind::note: {
                const auto found = figures_.find(one.id);
                return text("bang_chu", found == figures_.end() ? std::string() : found->second.note);
            }
            case ColumnKind::plan:
            case ColumnKind::actual:
            case ColumnKind::previous: return number(figure(one.id, kind));
            case ColumnKind::ratio: return number(ratio(one));
            case ColumnKind::difference: return number(difference(one));
        }
        return text("bang_chu", "");
    }

    std::string reference(const std::string& id, ColumnKind kind) const {
        const auto row = rows_.find(id);
        const auto letter = letters_.find(kind);
        return row == rows_.end() || letter == letters_.end() ? std::string() : "<" + std::string(1, letter->second) + std::to_string(row->second) + ">";
    }

    std::optional<Cell> figure(const std::string& id, ColumnKind kind) const {
        if (const auto found = figures_.find(id); found != figures_.end()) {
            const auto& given = kind == ColumnKind::plan ? found->second.plan : kind == ColumnKind::actual ? found->second.actual : found->second.previous;
            if (given) return Cell{given->rational(), given->scale(), {}, false};
        }
        const auto known = indicators_.find(id);
        if (known == indicators_.end()) return std::nullopt;
        const Indicator& one = *known->second;
        if (!one.sum.empty()) return total(one.sum, kind);
        if (one.numerator.empty()) return std::nullopt;
        const auto numerator = total(one.numerator, kind), denominator = total(one.denominator, kind);
        return numerator && denominator ? share(*numerator, *denominator) : std::nullopt;
    }

    std::optional<Cell> total(const Strings& ids, ColumnKind kind) const {
        Cell sum;
        bool cells = true;
        for (const std::string& id : ids) {
            const auto part = figure(id, kind);
            if (!part || part->byZero) return std::nullopt;
            sum.value += part->value;
            sum.decimals = std::max(sum.decimals, part->decimals);
            const std::string here = reference(id, kind);
            cells = cells && !here.empty();
            sum.formula += (sum.formula.empty() ? "" : "+") + here;
        }
        if (!cells) sum.formula.clear();
        else if (ids.size() > 1) sum.formula = "(" + sum.formula + ")";
        return sum;
    }

    static std::optional<Cell> share(const Cell& numerator, const Cell& denominator) {
        if (denominator.value == 0) return Cell{0, 0, {}, true};
        Cell result{numerator.value * 100 / denominator.value, kRatioDecimals, {}, false};
        if (!numerator.formula.empty() && !denominator.formula.empty()) result.formula = numerator.formula + "*100/" + denominator.formula;
        return result;
    }

    /// As an operand: the cell itself, whatever stands in it.
    std::optional<Cell> operand(const Indicator& one, ColumnKind kind) const {
        auto result = figure(one.id, kind);
        if (result) result->formula = reference(one.id, kind);
        return result;
    }

    /// Done as a share of what was planned; the share of a share says nothing.
    std::optional<Cell> ratio(const Indicator& one) const {
        if (one.unit == "%") return std::nullopt;
        const auto actual = operand(one, ColumnKind::actual), plan = operand(one, ColumnKind::plan);
        return actual && plan && !actual->byZero && !plan->byZero ? share(*actual, *plan) : std::nullopt;
    }

    std::optional<Cell> difference(const Indicator& one) const {
        const auto actual = operand(one, ColumnKind::actual), previous = operand(one, ColumnKind::previous);
        if (!actual || !previous || actual->byZero || previous->byZero) return std::nullopt;
        Cell result{actual->value - previous->value, std::max(actual->decimals, previous->decimals), {}, false};
        if (!actual->formula.empty() && !previous->formula.empty()) result.formula = actual->formula + "-" + previous->formula;
        return result;
    }

    std::string number(const std::optional<Cell>& cell) {
        if (!cell) return text("bang_so", "");
        if (cell->byZero) return text("bang_so", "-");
        decimals_.insert(cell->decimals);
        constexpr std::int32_t kExact = 15;      // digits that Writer's own arithmetic keeps
        const std::string value = number::plain(number::roundHalfUp(cell->value, std::max(cell->decimals, cell->formula.empty() ? 0 : kExact)).trimmed());
        return "<table:table-cell table:style-name=\"o-ke-so" + std::to_string(cell->decimals) + name_ + "\"" +
               (cell->formula.empty() ? std::string() : " table:formula=\"ooow:" + xml(cell->formula) + "\"") + " office:value-type=\"float\" office:value=\"" + value +
               "\"><text:p text:style-name=\"TT_bang_so\">" + number::print(number::roundHalfUp(cell->value, cell->decimals)) + "</text:p></table:table-cell>";
    }

    /// Dots between thousands and a comma come from the language of the style.
    void numberStyle(std::int32_t decimals) {
        const std::string count = std::to_string(decimals), style = "so" + count + name_;
        styles_ += "<number:number-style style:name=\"" + style + "\" number:language=\"vi\" number:country=\"VN\"><number:number number:decimal-places=\"" + count +
                   "\" number:min-decimal-places=\"" + count + "\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>" +
                   "<style:style style:name=\"o-ke-" + style + "\" style:family=\"table-cell\" style:data-style-name=\"" + style +
                   "\"><style:table-cell-properties fo:padding=\"0.8mm\" fo:border=\"0.5pt solid #000000\" style:vertical-align=\"middle\"/></style:style>";
    }
};

}  // namespace

IndicatorTable indicatorTable(const IndicatorData& data, const std::string& wanted, std::int32_t textWidth, report::Language language) {
    const auto colon = wanted.find(':');
    Collector collector(data);
    for (const std::string& id : split(wanted.substr(0, colon), ',')) {
        if (collector.add(id)) continue;
        std::string known;
        for (const IndicatorSet& set : data.sets) {
            known += (known.empty() ? "" : ", ") + set.id;
            for (const TablePick& table : set.tables) known += ", " + table.id;
            for (const IndicatorGroup& group : set.groups) known += ", " + group.id;
        }
        throw report::DataError(report::text(language, "draft.error.table", {id, known}));
    }
    Strings columns = colon == std::string::npos ? collector.columns() : split(wanted.substr(colon + 1), ',');
    if (columns.empty()) columns = data.usual;
    IndicatorTable table = std::move(collector.result);
    table.id = wanted.substr(0, colon);
    std::int32_t width = 0;
    for (const TableColumn& column : data.columns) {
        const auto found = std::find(columns.begin(), columns.end(), column.id);
        if (found == columns.end()) continue;
        columns.erase(found);
        table.columns.push_back(column);
        width += column.width;
    }
    if (!columns.empty()) {
        std::string known;
        for (const TableColumn& column : data.columns) known += (known.empty() ? "" : ", ") + column.id;
        throw report::DataError(report::text(language, "draft.error.column", {columns.front(), known}));
    }
    table.wide = width > textWidth;
    return table;
}

TableOdf tableOdf(const IndicatorTable& table, const FigureMap& figures, std::int32_t textWidth, std::size_t index) {
    return Writer(table, figures, textWidth, index).write();
}

}  // namespace thethuc::draft
