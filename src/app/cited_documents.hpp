// The memory of cited documents: what is surely known of documents that were cited once, to cite them in full again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/finding.hpp"
#include "citations/ledger.hpp"
#include "citations/particulars.hpp"
#include "report/data_file.hpp"
#include "report/messages.hpp"

namespace thethuc::app {

/// A particular that was remembered otherwise before.
struct Contested {
    enum class Matter : std::uint8_t { date, issuer, subject };
    Matter matter = Matter::date;
    std::u32string words;                        ///< the date as “2025-07-07”
    std::string seen;
    bool operator==(const Contested&) const = default;
};

struct CitedDocument {
    citations::Particulars known;
    std::string seen;                            ///< day on which it was last remembered, “2025-07-07”
    std::vector<Contested> others;               ///< what the particulars were said to be before, the newest first
    bool operator==(const CitedDocument&) const = default;
};

/// Documents in the order in which they were first remembered. Pure; files are CitedStore's business.
class CitedDocuments {
public:
    enum class Outcome : std::uint8_t {
        added,
        completed,       ///< something more is known now
        changed,         ///< something is otherwise now; what it was stays in `others`
        known,           ///< nothing new
    };

    /// How many documents were added, completed, changed.
    struct Count {
        std::int32_t added = 0, completed = 0, changed = 0;
        bool operator==(const Count&) const = default;
    };

    CitedDocuments() = default;
    explicit CitedDocuments(std::vector<CitedDocument> documents);

    /// The newest wins. A number that begins anew each year, an agency that differs and a law of another year are other documents. What is
    /// not certain enough (rememberable()) is left out and counts as known.
    Outcome remember(const citations::Particulars& document, const std::string& day);
    /// What remember() would do.
    [[nodiscard]] Outcome foresee(const citations::Particulars& document) const;
    Count remember(const std::vector<citations::Particulars>& documents, const std::string& day);
    [[nodiscard]] Count foresee(const std::vector<citations::Particulars>& documents) const;
    void forget(std::size_t index);

    [[nodiscard]] const std::vector<CitedDocument>& documents() const noexcept { return documents_; }
    /// The same document as far as that can be told; documents().size() where there is none.
    [[nodiscard]] std::size_t find(const citations::Particulars& document) const;
    /// Of each document what was never said otherwise, for completing citations.
    [[nodiscard]] std::vector<citations::Particulars> uncontested() const;
    /// Indices of what was typed (citations::Sought), the closest first, then the newest; `most` at most.
    [[nodiscard]] std::vector<std::size_t> find(std::u32string_view typed, std::size_t most) const;

private:
    void enter(std::size_t index);

    std::vector<CitedDocument> documents_;
    std::unordered_map<std::u32string, std::vector<std::size_t>> places_;   ///< by number and symbol, laws by their name as well
};

/// Whether two name one document: number and symbol, agencies that do not differ, dates of one year; laws by name and year.
[[nodiscard]] bool sameDocument(const citations::Particulars& a, const citations::Particulars& b);

/// Type, number with symbol, and date are certain; or the law's name.
[[nodiscard]] bool rememberable(const citations::Particulars& document);

/// The documents of a checked document that can be remembered: certain, and no finding contests number, type, date or agency.
[[nodiscard]] std::vector<citations::Particulars> rememberable(const model::Document& document, const citations::Ledger& ledger,
                                                               const std::vector<checks::Finding>& findings);

/// The JSON of a memory, schema 1: {"schema": 1, "documents": [{"type", "symbol", "name", "date", "year", "issuer", "subject", "opener", "seen",
/// "others": [{"matter", "value", "seen"}]}]}; members without a value are left out.
[[nodiscard]] std::string writeCitedDocuments(const CitedDocuments& documents);
/// Throws report::DataError, which names file, line and place, for wrong JSON, unknown members, values that are none, and a newer schema.
[[nodiscard]] CitedDocuments readCitedDocuments(std::string_view text, const std::string& file, report::Language language);

/// A table for spreadsheets with the columns of `thethuc cite --format csv` that say what a document is.
[[nodiscard]] std::string writeCitedCsv(const CitedDocuments& documents, report::Language language);

/// One line for a list, with “⚠” where something is contested; and what is known in full, what is not, what was said otherwise before. UTF-8.
[[nodiscard]] std::string citedBrief(report::Language language, const CitedDocument& document);
[[nodiscard]] std::string citedDetail(report::Language language, const CitedDocument& document, citations::DateStyle style);

struct CsvImport {
    std::vector<citations::Particulars> documents;
    std::vector<std::size_t> skipped;            ///< lines of the table (the first is 1) that say no certain document
};
/// Reads such a table, or that of `thethuc cite`; columns are known by their titles in either language. Throws report::DataError where it is
/// no UTF-8 or where titles of number and date are missing.
[[nodiscard]] CsvImport readCitedCsv(std::string_view csv, const std::string& file, report::Language language);

}  // namespace thethuc::app
