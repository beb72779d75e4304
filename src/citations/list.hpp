// The list of cited documents that stands in the document itself, and the marks [n] that point to it: what they should be, what they are, and the
// smallest change from the one to the other. Rows and marks are tied to documents by bookmarks (model/cited_list.hpp). Pure and total.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "citations/ledger.hpp"
#include "model/document.hpp"

namespace thethuc::citations {

enum class ListForm : std::uint8_t {
    numbered,        ///< one numbered paragraph for each document
    table,           ///< STT, văn bản, ngày, cơ quan, trích yếu, trang
};

/// What a table says of a document, in the order of its columns behind STT.
enum class Particular : std::uint8_t { document, date, issuer, subject, pages };
inline constexpr std::size_t kParticulars = 5;

// --- what should be -------------------------------------------------------------------------------------------------

/// A document as a row should show it. Only what is certain is said; the rest is left for a person.
struct WantedRow {
    std::size_t entry = 0;                       ///< index into Ledger::entries
    std::vector<std::string> identities;         ///< by which a row is known again; the first one is given to a new row
    std::vector<std::u32string> words;           ///< the one paragraph; or by Particular
};

/// The page of a place; 0 where it is not known.
using PageOf = std::function<std::int32_t(const model::Range&)>;

/// A row for each document, by first mention. Pages are said in tables only, and only where `pageOf` is given.
[[nodiscard]] std::vector<WantedRow> wantedRows(const model::Document& document, const Ledger& ledger, ListForm form, const PageOf& pageOf = nullptr);
/// “2, 4–6”: each page once, three and more in a row as first and last.
[[nodiscard]] std::u32string pageWords(std::vector<std::int32_t> pages);

// --- what is --------------------------------------------------------------------------------------------------------

struct StandingRow {
    std::string key;                             ///< of its bookmark
    std::string made;                            ///< what was put in (stateOf); empty where the bookmark is lost
    model::Range at;                             ///< the paragraph with the bookmark
    std::int32_t row = -1;                       ///< of the table
    std::vector<std::u32string> words;           ///< as WantedRow::words
    std::vector<model::Range> places;            ///< of `words`: paragraph 0 … of a cell, all of its text; story -1 where the column is gone or the cell is split
    bool others = false;                         ///< cells that are not ours hold words
};

struct StandingList {
    bool any = false;
    bool scattered = false;                      ///< rows stand in several tables or texts: nobody can say what their order is
    bool merged = false;                         ///< table: rows differ in their cells
    ListForm form = ListForm::numbered;
    std::int32_t story = 0;
    std::int32_t table = -1;                     ///< index into Document::tables
    std::array<std::int32_t, kParticulars> column{-1, -1, -1, -1, -1};   ///< of each particular; -1 where it is gone
    std::vector<StandingRow> rows;               ///< in reading order
};

[[nodiscard]] StandingList standingList(const model::Document& document);

/// The hashes of words that were put in, for a bookmark's name.
[[nodiscard]] std::string stateOf(const std::vector<std::u32string>& words);

// --- the change -----------------------------------------------------------------------------------------------------

struct PlannedRow {
    std::optional<std::size_t> standing;         ///< index into StandingList::rows; nothing: a new row
    std::optional<std::size_t> entry;            ///< nothing: kept, though it is not cited any more
    std::string key, made;                       ///< of its bookmarks from now on
    std::vector<std::optional<std::u32string>> words;   ///< new words; nothing: stays as it is
    bool typed = false;                          ///< it says something else than the text because a person typed in it
};

struct ListPlan {
    std::vector<PlannedRow> rows;                ///< in their new order
    std::vector<std::size_t> removed;            ///< standing rows that go
    bool moves = false;                          ///< standing rows change their order

    [[nodiscard]] std::size_t changes() const;   ///< rows that are not what they were
    [[nodiscard]] bool structural() const;       ///< rows come, go or move
    /// The same without moving standing rows: new ones come behind those that they follow.
    void keepOrder();
};

/// Words that a person changed stay; a row goes only if nobody touched it.
[[nodiscard]] ListPlan planList(const StandingList& standing, const std::vector<WantedRow>& wanted);

// --- marks [n] ------------------------------------------------------------------------------------------------------

enum class MarkScope : std::uint8_t {
    every,           ///< every mention
    first,           ///< the first one of each document
    standing,        ///< only those that are there, put right
};

struct MarkPlan {
    struct Put {
        model::Range behind;                     ///< the citation
        std::string key;                         ///< of the row
    };
    struct Taken {
        model::Range paragraph;
        std::size_t mark = 0;                    ///< index into Paragraph::marks
    };
    std::vector<Put> put;                        ///< in reading order
    std::vector<Taken> taken;                    ///< in reading order
    std::size_t unlisted = 0;                    ///< mentions whose document has no row
    std::size_t locked = 0;                      ///< mentions in protected text
    std::size_t unmarked = 0;                    ///< with MarkScope::standing: mentions without a mark
};

/// Marks stand behind the whole citation, before its subject. Titles, headers and footers get none.
[[nodiscard]] MarkPlan planMarks(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger, MarkScope scope);

}  // namespace thethuc::citations
