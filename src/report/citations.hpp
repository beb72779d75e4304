// The cited documents of one document as JSON (the contract's CITATION), as a table for spreadsheets, and as text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citations/ledger.hpp"
#include "report/json.hpp"

namespace thethuc::report {

/// "citations" of a document: one object for each cited document, in the order of first mention. Beyond the contract each
/// has "name" and "year" (laws), and each mention "parts" (what stands in that place) and "missing" (of a first citation).
[[nodiscard]] Json citationsJson(const model::Document& document, const citations::Ledger& ledger,
                                 const std::function<std::int32_t(const model::Range&)>& pageOf);

/// The whole answer of `cite`: path and citations of each document.
[[nodiscard]] Json citeJson(std::vector<std::pair<std::string, Json>> documents);

/// Forms of the JSON of `cite`, given as its text: {"documents": [{"path", "error", "citations"}]}. Throw std::invalid_argument
/// where it is no such JSON. The table has one row for each cited document, RFC 4180 with CRLF, and starts with a byte order
/// mark, without which spreadsheets take Vietnamese letters for those of an old code page.
[[nodiscard]] std::string renderCitationsText(Language language, std::string_view citeJson);
[[nodiscard]] std::string renderCitationsCsv(Language language, std::string_view citeJson);

}  // namespace thethuc::report
