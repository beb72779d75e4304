#include "draft/table_odf.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "draft/indicator_arithmetic.hpp"
#include "text/text.hpp"

namespace thethuc::draft {

namespace {

using number::Decimal;

std::string millimetres(std::int32_t hmm) {
    const std::string rest = std::to_string(hmm % 100 + 100).substr(1);
    return std::to_string(hmm / 100) + "." + rest + "mm";
}

class Writer {
public:
    Writer(const IndicatorTable& table, const FigureMap& figures, std::int32_t textWidth, std::size_t index)
        : table_(table), figures_(figures), name_("bang" + std::to_string(index)), textWidth_(textWidth),
          arithmetic_(indicatorsOf(table), [this](const CellKey& cell) { return given(cell); }, [this](const CellKey& cell) { return reference(cell); }) {
        std::int32_t row = 1;                    // below the heading row
        for (const IndicatorGroup& group : table.groups) {
            if (!group.name.empty()) ++row;
            for (const Indicator& one : group.indicators) rows_[one.id] = row++;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) columns_[table.columns[i].kind] = static_cast<std::int32_t>(i);
    }
    Writer(const Writer&) = delete;              // the arithmetic asks this very writer
    Writer& operator=(const Writer&) = delete;

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
        return {std::move(styles_), std::move(out_), std::move(memory_)};
    }

private:
    static constexpr const char* kRow = "<table:table-row table:style-name=\"khong-tach\">";

    const IndicatorTable& table_;
    const FigureMap& figures_;
    std::string name_, out_, styles_;
    std::int32_t textWidth_;
    std::map<std::string, std::int32_t, std::less<>> rows_;
    std::map<ColumnKind, std::int32_t> columns_;
    std::set<std::int32_t> decimals_;
    Arithmetic arithmetic_;
    TableMemory memory_;

    static std::map<std::string, const Indicator*, std::less<>> indicatorsOf(const IndicatorTable& table) {
        std::map<std::string, const Indicator*, std::less<>> result;
        for (const IndicatorGroup& group : table.groups) {
            for (const Indicator& one : group.indicators) result[one.id] = &one;
        }
        return result;
    }

    [[nodiscard]] std::optional<Decimal> given(const CellKey& cell) const {
        const auto found = figures_.find(cell.first);
        if (found == figures_.end()) return std::nullopt;
        switch (cell.second) {
            case ColumnKind::plan: return found->second.plan;
            case ColumnKind::actual: return found->second.actual;
            case ColumnKind::previous: return found->second.previous;
            default: return std::nullopt;
        }
    }

    [[nodiscard]] std::string reference(const CellKey& cell) const {
        const auto row = rows_.find(cell.first);
        const auto column = columns_.find(cell.second);
        return row == rows_.end() || column == columns_.end() ? std::string() : cellReference(row->second, column->second);
    }

    void columnsAndHeading() {
        std::int32_t used = 0;
        for (const TableColumn& column : table_.columns) used += column.width;
        const std::int32_t rest = std::max(0, textWidth_ - used);
        const bool named = columns_.count(ColumnKind::name) != 0;
        // From margin to margin, whatever those of the document are: many offices have 20 mm on the right.
        styles_ += "<style:style style:name=\"" + name_ + "\" style:family=\"table\"><style:table-properties style:width=\"" +
                   millimetres(named ? std::max(used, textWidth_) : used) + "\" fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\" table:align=\"" +
                   (named ? "margins" : "center") + "\"/></style:style>";
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
            case ColumnKind::previous:
            case ColumnKind::ratio:
            case ColumnKind::difference: return number({one.id, kind}, Arithmetic::computes(one, kind));
        }
        return text("bang_chu", "");
    }

    std::string number(const CellKey& where, bool computes) {
        const auto figure = arithmetic_.figure(where);
        if (!figure) return text("bang_so", "");
        const std::string shown = figure->shown();
        if (computes && !given(where)) memory_.add(where, shown);
        if (figure->byZero) return text("bang_so", shown);
        decimals_.insert(figure->decimals);
        return "<table:table-cell table:style-name=\"o-ke-so" + std::to_string(figure->decimals) + name_ + "\"" +
               (figure->formula.empty() ? std::string() : " table:formula=\"ooow:" + xml(figure->formula) + "\"") + " office:value-type=\"float\" office:value=\"" +
               figure->plainValue() + "\"><text:p text:style-name=\"TT_bang_so\">" + shown + "</text:p></table:table-cell>";
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

TableOdf tableOdf(const IndicatorTable& table, const FigureMap& figures, std::int32_t textWidth, std::size_t index) {
    return Writer(table, figures, textWidth, index).write();
}

}  // namespace thethuc::draft
