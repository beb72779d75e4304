// Headings of appendices, “Phụ lục II”, and where a text speaks of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thethuc::elements {

/// How the number of an appendix is written. `other`: 1a, I.1 and the like, which nobody can put in order.
enum class AppendixNumerals : std::uint8_t { none, roman, arabic, letter, other };

/// “Phụ lục”, “PHỤ LỤC II”, “Phụ lục số 01.”: positions in the line, in code points.
struct AppendixHead {
    std::size_t word = 0;            ///< end of “Phụ lục”
    std::size_t start = 0;           ///< the number; start = end where there is none
    std::size_t end = 0;
    std::size_t length = 0;          ///< one past the marks behind it
    AppendixNumerals numerals = AppendixNumerals::none;
    std::int32_t value = 0;          ///< 0 where there is no number or it is `other`
    bool counted = false;            ///< “Phụ lục số …”
    std::size_t title = 0;           ///< where a title begins on the same line; 0: none does
};

/// Reads the start of a line in NFC, trimmed. Nothing for running text (“Phụ lục I quy định …”), for a heading that goes on from the
/// page before (“Phụ lục I (tiếp theo)”), for an addendum of a contract.
[[nodiscard]] std::optional<AppendixHead> readAppendixHead(std::u32string_view line);

/// Which appendices some text speaks of.
struct AppendixMentions {
    std::u32string own;                          ///< this document's number and symbol in small letters, where they are known
    bool some = false;                           ///< “các phụ lục kèm theo”, “(có biểu kèm theo)”: without a number
    std::vector<std::int32_t> numbers;           ///< “Phụ lục I”, “Phụ lục 2”, “các Phụ lục I, II và III”
    [[nodiscard]] bool has(std::int32_t number) const noexcept;
};

/// Adds what `text` (in NFC) says of this document's appendices; those of another one (“Phụ lục I Nghị định số 30/2020/NĐ-CP”) do not count.
void readAppendixMentions(std::u32string_view text, AppendixMentions& into);

}  // namespace thethuc::elements
