// Comma-separated values (RFC 4180): what spreadsheets read and write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thethuc::citations {

using CsvRow = std::vector<std::string>;

/// Rows as UTF-8 with CRLF and a byte order mark. A field that a spreadsheet would take for a formula (=, +, -, @ first)
/// is put behind an apostrophe; readCsv takes it away again.
[[nodiscard]] std::string writeCsv(const std::vector<CsvRow>& rows);
/// Rows of a file: comma or semicolon, as its first line has more of; quotes, line breaks in quotes, with or without byte
/// order mark. Never throws: an open quote ends with the file.
[[nodiscard]] std::vector<CsvRow> readCsv(std::string_view text);

}  // namespace thethuc::citations
