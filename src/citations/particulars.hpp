// What is surely known of a cited document, and the words that cite it in full or in short (nd30 2.6.b.1, 2.6.b.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "citations/ledger.hpp"
#include "model/document.hpp"

namespace thethuc::citations {

struct Particulars {
    TypeIndex type = -1;
    std::u32string symbol;                       ///< number and symbol, “42/QĐ-UBND”
    std::u32string name;                         ///< of a law
    std::optional<Date> date;
    std::int32_t year = 0;                       ///< of the date, or of “Luật Đất đai năm 2024”; 0 unknown
    std::u32string issuer;
    Opener opener = Opener::none;                ///< what leads to the subject
    std::u32string subject;
    bool operator==(const Particulars&) const = default;

    [[nodiscard]] bool law() const noexcept { return isByName(type); }
};

/// How dates are written: 07/7/2025 or 07 tháng 7 năm 2025.
enum class DateStyle : std::uint8_t { slashes, words };
/// The way in which most dates of the document's citations are written; the decree's samples (words) where it has none.
[[nodiscard]] DateStyle dateStyleOf(const Ledger& ledger) noexcept;
/// “07/7/2025”, “07 tháng 7 năm 2025”: days below ten and the months 1 and 2 with a zero.
[[nodiscard]] std::u32string dateWords(const Date& date, DateStyle style);

/// Particulars of an entry that its mentions bear out. A subject counts where its end is sure: in an item, a note or a cell that begins with the
/// citation, in a legal basis, before “, UBND …”, or where two mentions end it alike. What mentions contradict each other in is left out.
[[nodiscard]] Particulars certainOf(const model::Document& document, const Ledger& ledger, const Entry& entry);

/// The entry as its mentions say it, each particular by the first that does: for showing and finding it.
[[nodiscard]] Particulars saidOf(const Ledger& ledger, const Entry& entry);

/// What a first citation of it would lack.
[[nodiscard]] Parts missingOf(const Particulars& known) noexcept;
/// “Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh về việc …”, as far as it is known; a law by type and name.
[[nodiscard]] std::u32string fullCitation(const Particulars& known, DateStyle style);
/// “Quyết định số 42/QĐ-UBND”; a law by type and name.
[[nodiscard]] std::u32string shortCitation(const Particulars& known);
/// The subject with the words that lead to it: “về việc …”.
[[nodiscard]] std::u32string subjectWords(const Particulars& known);

/// The type of this name, whatever its capitals; -1 where there is none.
[[nodiscard]] TypeIndex typeNamed(std::u32string_view name);

}  // namespace thethuc::citations
