// The memory of cited documents: what is surely known of documents that were cited once, to cite them in full again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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

    CitedDocuments() = default;
    explicit CitedDocuments(std::vector<CitedDocument> documents) : documents_(std::move(documents)) {}

    /// The newest wins. A number that begins anew each year, an agency that differs and a law of another year are other documents. What is
    /// not certain enough (rememberable()) is left out and counts as known.
    Outcome remember(const citations::Particulars& document, const std::string& day);
    /// What remember() would do.
    [[nodiscard]] Outcome foresee(const citations::Particulars& document) const;
    void forget(std::size_t index);

    [[nodiscard]] const std::vector<CitedDocument>& documents() const noexcept { return documents_; }
    /// The same document as far as that can be told; documents().size() where there is none.
    [[nodiscard]] std::size_t find(const citations::Particulars& document) const;
    /// Indices of what was typed (citations::Sought), the closest first, then the newest; `most` at most.
    [[nodiscard]] std::vector<std::size_t> find(std::u32string_view typed, std::size_t most) const;

private:
    std::vector<CitedDocument> documents_;
};

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

struct CsvImport {
    std::vector<citations::Particulars> documents;
    std::vector<std::size_t> skipped;            ///< lines of the table (the first is 1) that say no certain document
};
/// Reads such a table, or that of `thethuc cite`; columns are known by their titles in either language. Throws report::DataError where it is
/// no UTF-8 or where titles of number and date are missing.
[[nodiscard]] CsvImport readCitedCsv(std::string_view csv, const std::string& file, report::Language language);

}  // namespace thethuc::app
