// The words that the grammar of citations knows: names of documents with the abbreviations of their symbols, issuers,
// and the words that open or close a part. Data only; vocabulary.cpp says where each table comes from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace thethuc::citations {

using text::hashOf;

/// What a document is cited by.
enum class Naming : std::uint8_t {
    bySymbol,        ///< type and number: a decision, a decree
    byName,          ///< type and name: laws, ordinances, codes, the constitution (nd30 2.6.b.1)
};

struct DocumentType {
    std::u32string_view name;                    ///< “Quyết định”
    std::u32string_view abbreviations;           ///< of its symbol, separated by blanks; the first one is the decree's
    Naming naming = Naming::bySymbol;
    bool implied = true;                         ///< a symbol that starts with the first abbreviation tells this type
};

/// Index into documentTypes(); -1 for none.
using TypeIndex = std::int32_t;

[[nodiscard]] std::span<const DocumentType> documentTypes() noexcept;
[[nodiscard]] std::vector<std::u32string_view> words(std::u32string_view list);

/// The type that the first group of a symbol tells, “QĐ” of 42/QĐ-UBND; `party` for 57-NQ/TW. -1 where it tells none:
/// the symbol of a công văn starts with the agency.
[[nodiscard]] TypeIndex typeOfAbbreviation(std::u32string_view group, bool party) noexcept;
/// Whether `group` is some type's abbreviation, as that type's symbol may be written.
[[nodiscard]] bool isAbbreviation(std::u32string_view group) noexcept;

/// What one word may be for the grammar; a word can be several things.
enum Mark : std::uint32_t {
    kNothing = 0,
    kType = 1U << 0,         ///< begins the name of a type of document
    kIssuer = 1U << 1,       ///< begins the name of an agency or the title of a person who issues
    kStop = 1U << 2,         ///< written small, it ends an issuer's name
    kOpens = 1U << 3,        ///< a verb that begins a subject: “quy định”, “phê duyệt”
    kPlace = 1U << 4,        ///< tỉnh, xã, phường: a place name follows
    kNotDocument = 1U << 5,  ///< mẫu, biểu, hồ sơ, TCVN: the number behind is no document's
    kTakesField = 1U << 6,   ///< an agency whose name goes on with its field: Sở, Ban, Trung tâm
    kSo = 1U << 7,
    kNgay = 1U << 8,
    kThang = 1U << 9,
    kNam = 1U << 10,
    kCua = 1U << 11,
    kVa = 1U << 12,
    kVe = 1U << 13,
    kViec = 1U << 14,
    kMonth = 1U << 15,       ///< a month written as a word
    kClause = 1U << 16,      ///< behind a comma it begins another clause, never more of a subject
    kLawEnd = 1U << 17,      ///< never part of a law's name
};

/// Marks of a word that is given by text::hashOf its lower-case letters in NFC; kNothing for a word that the grammar does not know.
[[nodiscard]] std::uint32_t marksOf(std::uint64_t hash) noexcept;
/// kStop and kLawEnd of a word of two syllables: “ban hành” ends a name, “ban” does not.
[[nodiscard]] std::uint32_t marksOfPair(std::uint64_t first, std::uint64_t second) noexcept;
/// A name as the hashes of its words.
struct Phrase {
    std::vector<std::uint64_t> words;
    std::int32_t value = 0;                      ///< types: TypeIndex; issuers: 0
};
/// Names of types that begin with the word, the longest first.
[[nodiscard]] std::span<const Phrase> typesBeginningWith(std::uint64_t hash) noexcept;
/// Names of issuers that are complete as they stand: “Thủ tướng Chính phủ”, the longest first.
[[nodiscard]] std::span<const Phrase> completeIssuersBeginningWith(std::uint64_t hash) noexcept;
/// Month 1 … 12 of a word with kMonth.
[[nodiscard]] std::int32_t monthOf(std::uint64_t hash) noexcept;

}  // namespace thethuc::citations
