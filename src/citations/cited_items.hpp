// Lists of documents as they are typed: neighbouring paragraphs that begin with a bullet or a number, and then with a citation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "citations/ledger.hpp"

namespace thethuc::citations {

struct CitedItem {
    std::int32_t paragraph = 0;                  ///< of the body
    std::int32_t marker = 0;                     ///< code points in front of the citation: typed bullet or number with its white space
    std::size_t mention = 0;                     ///< index into Ledger::mentions
};

struct CitedItems {
    std::vector<CitedItem> items;                ///< two or more neighbouring paragraphs, outside tables
    bool numbered = false;                       ///< Writer numbers them: “1.”; nothing is typed
};

/// Every such list of the body. Items of one list have the same kind of bullet or number; headings, titles and legal bases are none.
[[nodiscard]] std::vector<CitedItems> citedItems(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger);

enum class ListOrder : std::uint8_t {
    asWritten,
    byDate,          ///< the oldest first; documents without a date keep their order at the end
    byType,          ///< texts of law by their rank, then the types of administrative documents in the decree's order
};

/// Indices of `list.items` in their new order; equal ones stay in the order of the text.
[[nodiscard]] std::vector<std::size_t> orderOf(const Ledger& ledger, const CitedItems& list, ListOrder order);

/// The signs at the ends of items when they are put in another order: where all end with “;” and the last one with “.”, it stays so.
struct EndSign {
    model::Range at;                             ///< the sign, one code point
    char32_t sign = U';';                        ///< what it becomes
};
[[nodiscard]] std::vector<EndSign> endSigns(const model::Document& document, const CitedItems& list, const std::vector<std::size_t>& order);

}  // namespace thethuc::citations
