// The grammar of a citation (nd30 2.6.b): type, number and symbol, date, issuer, subject.
//
//   citation  = by-symbol | by-name | undated
//   by-symbol = [type [issuer]] ["số" [":"]] number-symbol tail  { ("," | "và" | ";") ["số"] number-symbol tail }
//   by-name   = ("Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp") [name] ["số" number-symbol] (date | year)
//   undated   = type ["số" number] [issuer] date [issuer]
//   number-symbol = number "/" [year "/"] group {"-" group} | number "-" group "/" group {"-" group} | number "/" year
//   tail      = [","] [date | year] ["của" issuer] [date] ["(cũ)"] [subject]
//
// One pass over the tokens of a paragraph; every step looks ahead by a bounded number of tokens, so the time is linear.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "citations/tokens.hpp"
#include "citations/vocabulary.hpp"

namespace thethuc::citations {

struct Date {
    std::int32_t year = 0, month = 0, day = 0;
    auto operator<=>(const Date&) const = default;
};
/// “2025-07-07”.
[[nodiscard]] std::string isoOf(const Date& date);

/// [start, end) in the paragraph's text, code points; empty where the part is not written.
struct Span {
    std::int32_t start = 0, end = 0;
    [[nodiscard]] bool empty() const noexcept { return end <= start; }
    bool operator==(const Span&) const = default;
};

enum class DateForm : std::uint8_t { none, slashes, dots, dashes, words, yearOnly };
enum class DateFault : std::uint8_t {
    none,
    malformed,       ///< digits that are no date: 08/6/20210, 01/102025
    impossible,      ///< 31/02/2025
    blank,           ///< left open: “ngày … tháng … năm 2025”; no fault
};

struct CitedDate {
    DateForm form = DateForm::none;
    DateFault fault = DateFault::none;
    std::optional<Date> value;                   ///< nothing where there is no date or a fault
    std::int32_t year = 0;                       ///< as written: of the date or of “năm 2025”; 0 unknown
    bool commaBefore = false;
    bool zeroMonth = false;                      ///< a month 3 … 9 with a zero: 24/06/2022
    Span at;                                     ///< without “ngày”
};

enum class Opener : std::uint8_t { none, aboutTheMatter, about, theMatter, verb };   ///< về việc (V/v), về, việc, a verb

/// One citation as it is written. Spans are places of the paragraph; texts are in NFC with single blanks.
struct Parsed {
    Span at;                                     ///< from the type (or “số”, or the number) to the date or issuer, without the subject
    TypeIndex type = -1;
    bool typeWritten = false;                    ///< else taken from the list or told by the symbol
    bool typeCapital = false;
    bool wordSo = false;                         ///< “số” is written
    std::u32string number;                       ///< “42”; empty where none is written
    std::u32string year;                         ///< “2022” of 111/2022/NĐ-CP
    std::u32string symbol;                       ///< “QĐ-UBND”, “NQ/TW”: hyphens and blanks put right
    bool party = false;                          ///< 57-NQ/TW
    Span symbolAt;                               ///< number and symbol
    std::u32string name;                         ///< of a law: “Đất đai”
    CitedDate date;
    std::u32string issuer;
    Span issuerAt;
    std::u32string subject;                      ///< without “về việc”
    Span subjectAt;                              ///< with “về việc”
    Opener opener = Opener::none;
    bool continues = false;                      ///< further member of a list: “… và 1655/BTTTT-ƯDCNTT”
    bool sharesNext = false;                     ///< the next citation follows at once and may say date, issuer and subject for both
    std::int32_t firstToken = 0, lastToken = 0;  ///< [first, last) of `at`

    /// “42/QĐ-UBND”, “111/2022/NĐ-CP”, “57-NQ/TW”, “30/2020” or “163” where no symbol is written; empty without a number.
    [[nodiscard]] std::u32string numberAndSymbol() const;
};

/// All citations of a paragraph in reading order. What only looks like one is left out: form numbers, standards, files,
/// fractions, and a number line of the document itself (“Số: 12/BC-UBND” alone on its line).
[[nodiscard]] std::vector<Parsed> parse(const Stream& stream);

/// The issuer's name at token `at`, one past its last token; `at` where there is none. `joint`: several may issue together.
[[nodiscard]] std::int32_t issuerEnd(const Stream& stream, std::int32_t at, bool joint);

/// The text of a span in NFC with single blanks.
[[nodiscard]] std::u32string cleaned(const Stream& stream, std::int32_t firstToken, std::int32_t lastToken);

}  // namespace thethuc::citations
