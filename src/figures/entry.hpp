// “Số liệu, tỷ lệ”, entry: what surrounds a phrase (phrase.hpp): the numbers that a person selected, the person's own patterns, how the
// words join the text around them. Pure.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figures/phrase.hpp"

namespace thethuc::figures {

/// The two numbers of a stretch of text, as they are written there (UTF-8).
struct Selected {
    std::string a;                               ///< thực hiện
    std::string b;                               ///< kế hoạch, tổng: the whole where the words say so (“41 …, trong đó 14 …”)
    std::string unit;                            ///< “nhiệm vụ”; empty where the words do not give one for both
};

/// Reads one fraction, or two counts, or two percentages; nothing where the words hold more or fewer numbers.
[[nodiscard]] std::optional<Selected> twoNumbers(std::u32string_view words);

/// The end of a pattern that can follow numbers which stand in the text already: “, đạt {p}%” of “{a}/{b} {u}, đạt {p}%”. Empty where a
/// number or the unit stands behind {p}.
[[nodiscard]] std::string_view tailOf(std::string_view pattern) noexcept;

/// Whether the list of figures reads these words and finds them right: at least one figure, all of them ok.
[[nodiscard]] bool verified(std::u32string_view words);

/// `words` as they stand between two characters (0: end of the paragraph): a space where words would run together.
[[nodiscard]] std::u32string joined(char32_t before, std::u32string_view words, char32_t behind);

/// The person's own patterns by patternKey(); kept as lines “figures.phrase.attained={a}/{b} {u}, đạt {p}%”. Lines that are no pattern
/// are left out.
[[nodiscard]] std::map<std::string, std::string, std::less<>> ownPatterns(std::span<const std::string> lines);
[[nodiscard]] std::vector<std::string> patternLines(const std::map<std::string, std::string, std::less<>>& patterns);

}  // namespace thethuc::figures
