// The cited documents of a snapshot: every mention, and one entry for each document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "citations/grammar.hpp"
#include "elements/analysis.hpp"
#include "model/document.hpp"

namespace thethuc::citations {

/// How much of a citation is written (nd30 2.6.b.1, 2.6.b.2, 16).
enum class Form : std::uint8_t {
    full,            ///< all that a first citation needs; a law by its name
    partial,         ///< something is missing, and it is not the short form either
    shortened,       ///< type and number with symbol; the issuer too where two documents share the symbol
};
/// “full”, “partial”, “short”.
[[nodiscard]] std::string_view name(Form form) noexcept;

/// What a first citation needs. A set of bits.
enum Part : std::uint8_t {
    kPartType = 1U << 0,
    kPartSo = 1U << 1,       ///< the word “số”
    kPartSymbol = 1U << 2,   ///< number or symbol
    kPartDate = 1U << 3,
    kPartIssuer = 1U << 4,
    kPartSubject = 1U << 5,
};
using Parts = std::uint8_t;

enum class IssuerFrom : std::uint8_t { nowhere, mention, leadIn, neighbour };

/// One citation in its place.
struct Mention {
    Parsed parsed;
    model::Range at;                             ///< type … date or issuer, without the subject
    std::u32string text;                         ///< as it is written there
    Form form = Form::partial;
    Parts missing = 0;                           ///< of a first citation
    IssuerFrom issuerFrom = IssuerFrom::nowhere;
    std::u32string issuer;                       ///< as written here, or as the lead-in names it
    bool listItem = false;                       ///< the paragraph is an item that begins with this citation
    bool inLegalBasis = false;                   ///< in the block “Căn cứ …”
    bool inSubject = false;                      ///< inside the subject of another citation
    bool subjectCertain = false;                 ///< the words behind it surely are the document's subject
    std::int32_t entry = -1;                     ///< index into Ledger::entries

    [[nodiscard]] model::Range part(const Span& span) const noexcept {
        return {at.story, at.paragraph, span.start, span.end - span.start};
    }
};

/// A cited document; its particulars are those of the first mention that says them.
struct Entry {
    std::vector<std::size_t> mentions;           ///< indices into Ledger::mentions, in reading order
    TypeIndex type = -1;
    bool typeWritten = false;                    ///< some mention writes it
    std::u32string symbol;                       ///< number and symbol; empty where none is written
    std::u32string name;                         ///< of a law
    std::optional<Date> date;
    std::int32_t year = 0;                       ///< of the date, or as in “Luật Đất đai năm 2024”; 0 unknown
    std::u32string issuer;
    std::u32string subject;
    bool symbolShared = false;                   ///< another entry has the same number and symbol
};

struct Ledger {
    std::vector<Mention> mentions;               ///< in reading order: a note is read where its mark stands
    std::vector<Entry> entries;                  ///< by first mention: entry i has number i + 1
    std::optional<Date> documentDate;            ///< of the document itself, from its line of place and date
    std::u32string documentSymbol;               ///< own number and symbol

    [[nodiscard]] bool isLaw(const Entry& entry) const noexcept;
};

/// Pure and total. The number line of the document and the line “(Kèm theo …)” of its attachments are no citations.
[[nodiscard]] Ledger recognise(const model::Document& document, const elements::Analysis& analysis);

/// Letters and digits of number and symbol: 66-NQ/TW and 66/NQ-TW are one; zeros in front do not count.
[[nodiscard]] std::u32string symbolKey(const Parsed& one);
/// The words of an agency's name in one spelling: abbreviations written out, without capitals and tone style.
[[nodiscard]] std::u32string issuerKey(std::u32string_view issuer);
/// Whether two names may mean one agency: “UBND xã” and “Ủy ban nhân dân xã Đông Khê” may, “UBND xã” and “UBND tỉnh” may not.
[[nodiscard]] bool sameIssuer(std::u32string_view a, std::u32string_view b);
/// Whether two subjects say the same: equal but for capitals, remarks in brackets and where they were cut off.
[[nodiscard]] bool sameSubject(std::u32string_view a, std::u32string_view b);

/// “Quyết định”; empty for an unknown type.
[[nodiscard]] std::u32string_view typeName(TypeIndex type) noexcept;
[[nodiscard]] bool isByName(TypeIndex type) noexcept;

}  // namespace thethuc::citations
