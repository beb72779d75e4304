// What a person types to find a cited document: numbers and words in any order, without regard to diacritics and capitals.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citations/particulars.hpp"

namespace thethuc::citations {

/// “42”, “42/QĐ”, “qđ 42”, “nghi dinh 30”, “công chức 2025”: each word must begin a number, a group of the symbol, the year, or a word of type,
/// name, issuer or subject; a date 07/7/2025 must be the document's.
class Sought {
public:
    explicit Sought(std::u32string_view typed);

    [[nodiscard]] bool empty() const noexcept { return words_.empty(); }
    /// 0: not meant; the larger the closer: a number that is the same before one that only begins so, a number before a word.
    [[nodiscard]] int closeness(const Particulars& document) const;

private:
    std::vector<std::u32string> words_;          ///< skeletons
};

/// The mention of the ledger that these words are: the same words, else the same number and symbol with no other date; the first one of several.
[[nodiscard]] std::optional<std::size_t> mentionMeant(const Ledger& ledger, std::u32string_view words);

}  // namespace thethuc::citations
