#include "text/widths.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/text.hpp"

namespace thethuc::text {
namespace {

struct Advance {
    char32_t code;
    std::array<std::uint16_t, 4> units;          // 1/2048 em: regular, bold, italic, bold italic
};

constexpr Advance kAdvances[] = {
#include "text/times_widths.inc"
};
static_assert(std::ranges::is_sorted(kAdvances, {}, &Advance::code));

constexpr std::int64_t kUnitsPerEm = 2048;

const Advance* find(char32_t code) noexcept {
    const auto* at = std::ranges::lower_bound(kAdvances, code, {}, &Advance::code);
    return at != std::end(kAdvances) && at->code == code ? at : nullptr;
}

constexpr char lowered(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Families whose advance widths are those of the table. A family may come with fallbacks behind a semicolon.
bool hasTimesMetrics(std::string_view font) {
    constexpr std::string_view kFamilies[] = {"times new roman", "tinos", "liberation serif"};
    font = font.substr(0, font.find(';'));
    return std::ranges::any_of(kFamilies, [font](std::string_view family) {
        return std::ranges::equal(family, font, {}, {}, lowered);
    });
}

class TimesWidths final : public TextWidths {
public:
    [[nodiscard]] std::optional<std::int32_t> width(std::u32string_view text, const Style& style) const override {
        if (!hasTimesMetrics(style.font))
            return std::nullopt;
        const std::size_t face = (style.bold ? 1U : 0U) + (style.italic ? 2U : 0U);
        // A letter and its marks are drawn as the one composed letter where there is one (ơ is wider than o).
        std::u32string composed;
        if (std::ranges::any_of(text, isCombining)) {
            composed = nfc(text);
            text = composed;
        }
        std::int64_t units = 0;
        for (const char32_t code : text) {
            const Advance* advance = find(code);
            if (!advance)                        // a tab or a line break too: such text has no one width
                return std::nullopt;
            units += advance->units[face];
        }
        // 1/2048 em of a size in 1/10 pt to 1/100 mm: one point is 2540/72.
        constexpr std::int64_t kDivisor = kUnitsPerEm * 720;
        return static_cast<std::int32_t>((units * style.size * 2540 + kDivisor / 2) / kDivisor);
    }
};

}  // namespace

const TextWidths& timesWidths() noexcept {
    static const TimesWidths instance;
    return instance;
}

}  // namespace thethuc::text
