// Line numbers for a JSON text that has already been parsed: the parser itself forgets them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace thethuc::ruleset {

/// 1-based line of the byte at `offset` (the last line where offset lies beyond the end).
[[nodiscard]] std::int32_t lineAt(std::string_view text, std::size_t offset) noexcept;

/// Maps each JSON pointer of a valid JSON text to the line where its value (for a member: its name) starts.
class JsonLines {
public:
    /// `text` must be valid JSON: the index follows the structure and does not check it.
    explicit JsonLines(std::string_view text);

    /// The line of `pointer` or of the nearest enclosing value that is known; 1 for unknown ones.
    [[nodiscard]] std::int32_t line(std::string_view pointer) const;
    /// Pointer of the first member that occurs twice in one object; empty if there is none.
    [[nodiscard]] const std::string& duplicate() const noexcept { return duplicate_; }
    [[nodiscard]] std::int32_t duplicateLine() const noexcept { return duplicateLine_; }

private:
    void value(const std::string& pointer);
    [[nodiscard]] std::string string();
    void space() noexcept;

    std::string_view text_;
    std::size_t at_ = 0;
    std::int32_t current_ = 1;
    std::map<std::string, std::int32_t, std::less<>> lines_;
    std::string duplicate_;
    std::int32_t duplicateLine_ = 0;
};

}  // namespace thethuc::ruleset
