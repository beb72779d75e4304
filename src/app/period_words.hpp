// Periods and dates as reports write them, among the words and figures of a paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citations/ledger.hpp"
#include "draft/period.hpp"

namespace thethuc::app {

/// A run of letters or digits, or one other sign. Positions are code points of the paragraph.
struct Token {
    std::u32string key;                          ///< lower case, NFC
    std::int32_t start = 0, end = 0;
    bool digits = false;
    /// Of at most four digits; -1 for anything else.
    [[nodiscard]] std::int32_t value() const;
};

[[nodiscard]] std::vector<Token> tokensOf(const std::u32string& line);
/// Behind “2.1.” and “a)” at the beginning, which are numbers of the paragraph.
[[nodiscard]] std::size_t behindLabel(const std::vector<Token>& tokens);
[[nodiscard]] bool isYear(std::int32_t value) noexcept;

/// A period as it is written somewhere.
struct PeriodMention {
    draft::Period period;                        ///< year 0 where none is written
    std::size_t first = 0, last = 0;             ///< tokens, one past the last
    bool slash = false;                          ///< “quý III/2025”
    bool roman = true;
    bool whole = true;                           ///< false: “6 tháng” alone, which may be a length of time
};

struct DateMention {
    std::int32_t day = 0, month = 0, year = 0;
    std::size_t first = 0, last = 0;             ///< tokens, one past the last
    bool words = false;                          ///< “14 tháng 9 năm 2025”
};

/// Reads what begins at a token. `tokens` must outlive it.
class PeriodReader {
public:
    explicit PeriodReader(const std::vector<Token>& tokens) : t_(tokens) {}

    [[nodiscard]] bool is(std::size_t i, std::u32string_view key) const { return i < t_.size() && t_[i].key == key; }
    [[nodiscard]] std::int32_t value(std::size_t i) const { return i < t_.size() ? t_[i].value() : -1; }

    /// “14/9/2025” and “14 tháng 9 năm 2025”.
    [[nodiscard]] std::optional<DateMention> date(std::size_t i) const;
    [[nodiscard]] std::optional<PeriodMention> period(std::size_t i) const;
    /// Whether the two words stand within `reach` tokens before `i`.
    [[nodiscard]] bool before(std::size_t i, std::u32string_view a, std::u32string_view b, std::size_t reach) const;

    /// One number with its separators, “1.234,5”, which begins at token `i`.
    struct Figure {
        std::int32_t start = 0, end = 0;         ///< code points
        std::size_t last = 0;                    ///< token behind it
        bool counts = true;                      ///< false: a year, part of a code, the number of an article or an appendix
    };
    [[nodiscard]] Figure figure(std::size_t i) const;

private:
    const std::vector<Token>& t_;

    void year(PeriodMention& mention, std::size_t i) const;
};

/// The words that belong to cited documents: number, date, subject, issuer. Their periods and figures are not the report's.
class CitedWords {
public:
    explicit CitedWords(const citations::Ledger& ledger);
    /// Whether [start, end) of a paragraph touches one.
    [[nodiscard]] bool touches(std::int32_t story, std::int32_t paragraph, std::int32_t start, std::int32_t end) const;

private:
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::pair<std::int32_t, std::int32_t>>> spans_;
};

}  // namespace thethuc::app
