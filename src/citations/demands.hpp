// What the decree demands of each mention (nd30 2.6.b.1, 2.6.b.2, 3, 16): which one must be complete and what it lacks, which ones need not be, and
// which contradict each other. The rules vien-dan/* and the plan of other wordings read the same lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "citations/ledger.hpp"

namespace thethuc::citations {

/// Titles, headings, tables, the ends of pages: places that name a document in passing and have no room for all of it.
[[nodiscard]] bool inPassing(const model::Document& document, const elements::Analysis& analysis, const model::Range& at);
/// Index into Analysis::parts: attachments and copies are documents of their own.
[[nodiscard]] std::int32_t partOf(const elements::Analysis& analysis, const Mention& mention) noexcept;
/// Nothing stands between the citation and the end of its clause: no subject in words that the grammar does not know.
[[nodiscard]] bool endsClause(const model::Document& document, const Mention& mention);

enum class Matter : std::uint8_t { date, issuer, subject, year, number };

/// Two mentions that contradict each other, or whose documents are likely one.
struct Conflict {
    std::size_t first = 0;                       ///< indices into Ledger::mentions, in reading order
    std::size_t second = 0;
    Matter matter = Matter::date;
};
[[nodiscard]] std::vector<Conflict> conflictsOf(const Ledger& ledger);

/// The mention of a document that must say everything: the first one that has room for it. Laws and what may be no citation are left out.
struct FirstMention {
    std::size_t entry = 0;
    std::size_t mention = 0;
    Parts lacking = 0;                           ///< what a reader cannot take from elsewhere either; 0: complete
    std::optional<std::size_t> fuller;           ///< a later mention that says everything
    bool contested = false;                      ///< another mention contradicts it
};
[[nodiscard]] std::vector<FirstMention> firstMentions(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger,
                                                      const std::vector<Conflict>& conflicts);

/// A mention behind a complete one of the same document, where type, number and symbol would do.
struct LaterMention {
    std::size_t mention = 0;
    std::size_t complete = 0;                    ///< the mention that said everything
    bool contested = false;                      ///< mentions of this document contradict each other
    bool indistinct = false;                     ///< another document has the number, and no other agency: the short form would be either's
};
/// What is quoted, a legal basis, another note or another part of the file may be read by itself and is left out.
[[nodiscard]] std::vector<LaterMention> laterMentions(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger,
                                                      const std::vector<Conflict>& conflicts);

}  // namespace thethuc::citations
