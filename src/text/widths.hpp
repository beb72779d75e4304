// Port for the width of text: lines below a text are judged by its length.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace thethuc::text {

/// Answers how wide text is when set in one font. Implementations are pure or cached: they may be
/// called from a worker thread.
class TextWidths {
public:
    virtual ~TextWidths() = default;

    struct Style {
        std::string_view font;
        std::int32_t size = 0;   ///< 1/10 pt
        bool bold = false;
        bool italic = false;
    };
    /// Width in 1/100 mm, or nothing where no font of these metrics is known.
    [[nodiscard]] virtual std::optional<std::int32_t> width(std::u32string_view text, const Style& style) const = 0;
};

/// Times New Roman and the families with its metrics (Tinos, Liberation Serif) from a built-in table
/// of advance widths, kerning off; nothing for other families or for letters the table lacks.
[[nodiscard]] const TextWidths& timesWidths() noexcept;

}  // namespace thethuc::text
