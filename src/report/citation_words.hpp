// What the panel says of a cited document, in the person's language (UTF-8). Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/finding.hpp"
#include "citations/ledger.hpp"
#include "citations/particulars.hpp"
#include "report/messages.hpp"

namespace thethuc::report {

/// “45 văn bản, 49 lần viện dẫn · ⚠ 2” (with a blank that does not break behind ⚠); a sentence where nothing is cited.
[[nodiscard]] std::string citationsSummary(Language language, const citations::Ledger& ledger, std::size_t needingLook);

/// “111/2022/NĐ-CP · 30/12/2022 ② · Nghị định · Chính phủ”, for a document mentioned so many times; what tells documents apart stands first.
[[nodiscard]] std::string documentBrief(Language language, const citations::Particulars& document, std::size_t mentions);

/// One line: “3. ⚠ 111/2022/NĐ-CP · 30/12/2022 ② · Nghị định · Chính phủ”.
[[nodiscard]] std::string citationBrief(Language language, const citations::Ledger& ledger, std::size_t entry, bool needsLook);

/// The citation as far as it is said, what no mention says, and what the findings `about` it say with the words of their other place: a line each.
[[nodiscard]] std::string citationDetail(Language language, const model::Document& document, const citations::Ledger& ledger, std::size_t entry,
                                         const std::vector<checks::Finding>& findings, const std::vector<std::size_t>& about,
                                         const ruleset::Ruleset& rules);

/// “Lần 2/3, rút gọn, cước chú thứ 4”; `mention` is an index into Entry::mentions.
[[nodiscard]] std::string mentionWords(Language language, const model::Document& document, const citations::Ledger& ledger, std::size_t entry,
                                       std::size_t mention);

/// “1. Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã về …”, a line for each cited document.
[[nodiscard]] std::string citationLines(const citations::Ledger& ledger);
/// The same of one document, without its number.
[[nodiscard]] std::string citationLine(const citations::Ledger& ledger, std::size_t entry);

/// “thiếu: ngày ban hành, trích yếu”; empty for nothing.
[[nodiscard]] std::string missingWords(Language language, citations::Parts missing);

}  // namespace thethuc::report
