#include "citations/csv.hpp"

#include <algorithm>

namespace thethuc::citations {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFormula = "=+-@\t";

void writeField(std::string& out, std::string_view field) {
    const bool formula = !field.empty() && kFormula.find(field.front()) != kFormula.npos;
    const bool guarded = formula || (field.size() > 1 && field.front() == '\'' && kFormula.find(field[1]) != kFormula.npos);
    const bool quoted = field.find_first_of(",;\"\r\n") != field.npos || (!field.empty() && (field.front() == ' ' || field.back() == ' '));
    if (quoted) out += '"';
    if (guarded) out += '\'';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

void unguard(std::string& field) {
    const bool once = field.size() > 1 && field[0] == '\'' && kFormula.find(field[1]) != kFormula.npos;
    const bool twice = field.size() > 2 && field[0] == '\'' && field[1] == '\'' && kFormula.find(field[2]) != kFormula.npos;
    if (once || twice) field.erase(0, 1);
}

}  // namespace

std::string writeCsv(const std::vector<CsvRow>& rows) {
    std::string out(kByteOrderMark);
    for (const CsvRow& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            writeField(out, row[i]);
        }
        out += "\r\n";
    }
    return out;
}

std::vector<CsvRow> readCsv(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const std::string_view first = text.substr(0, text.find('\n'));
    const char separator = std::count(first.begin(), first.end(), ';') > std::count(first.begin(), first.end(), ',') ? ';' : ',';
    std::vector<CsvRow> rows;
    CsvRow row;
    std::string field;
    bool quoted = false, any = false;
    const auto endField = [&] {
        unguard(field);
        row.push_back(std::move(field));
        field.clear();
    };
    const auto endRow = [&] {
        endField();
        if (row.size() > 1 || !row.front().empty()) rows.push_back(std::move(row));
        row.clear();
        any = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"') {
                field += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                field += c;
                ++i;
            } else {
                quoted = false;
            }
            continue;
        }
        if (c == '"' && field.empty()) {
            quoted = true;
            any = true;
        } else if (c == separator) {
            endField();
            any = true;
        } else if (c == '\n' || c == '\r') {
            if (any || !field.empty()) endRow();
        } else {
            field += c;
            any = true;
        }
    }
    if (any || !field.empty()) endRow();
    return rows;
}

}  // namespace thethuc::citations
