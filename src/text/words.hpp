// Words as numbers, and tables that are asked for every word of a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace thethuc::text {

/// A word as a number: FNV-1a over its code points. Lower case and NFC where capitals do not count. That two words of a
/// document share a number is as good as impossible.
[[nodiscard]] constexpr std::uint64_t beginHash() noexcept { return 14695981039346656037ULL; }
[[nodiscard]] constexpr std::uint64_t addToHash(std::uint64_t hash, char32_t c) noexcept { return (hash ^ c) * 1099511628211ULL; }
[[nodiscard]] constexpr std::uint64_t hashOf(std::u32string_view word) noexcept {
    std::uint64_t hash = beginHash();
    for (const char32_t c : word) hash = addToHash(hash, c);
    return hash;
}

/// A word that the program names, as a number that the compiler reckons: `word == U"số"`.
struct Word {
    std::uint64_t hash;
    template <std::size_t N>
    consteval Word(const char32_t (&letters)[N]) : hash(hashOf(std::u32string_view(letters, N - 1))) {}  // NOLINT: meant to convert
};

/// What a grammar may take a word for: a set of bits for each word that it knows.
class WordMarks {
public:
    void add(std::uint64_t word, std::uint32_t marks);
    /// 0 for a word that is not in the table.
    [[nodiscard]] std::uint32_t of(std::uint64_t word) const noexcept {
        if (slots_.empty()) return 0;
        for (std::size_t at = word & mask();; at = (at + 1) & mask()) {
            const Slot& slot = slots_[at];
            if (slot.marks == 0) return 0;
            if (slot.word == word) return slot.marks;
        }
    }

private:
    struct Slot {
        std::uint64_t word = 0;
        std::uint32_t marks = 0;                 ///< 0: nothing here
    };
    [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }

    std::vector<Slot> slots_;                    ///< a power of two, at most a quarter of them taken
    std::size_t count_ = 0;
};

}  // namespace thethuc::text
