#include "elements/numbering.hpp"

#include <array>
#include <string>

#include "text/text.hpp"

namespace thethuc::elements {

namespace {

struct Word {
    std::u32string_view lower;
    NumberKind kind;
};
constexpr std::array<Word, 5> kWords{{{U"tiểu mục", NumberKind::subsection},
                                      {U"phần", NumberKind::part},
                                      {U"chương", NumberKind::chapter},
                                      {U"mục", NumberKind::section},
                                      {U"điều", NumberKind::article}}};

constexpr std::array<std::u32string_view, 10> kOrdinals{U"thứ nhất", U"thứ hai", U"thứ ba",  U"thứ tư",   U"thứ năm",
                                                        U"thứ sáu",  U"thứ bảy", U"thứ tám", U"thứ chín", U"thứ mười"};

bool isMark(char32_t c) { return c == U'.' || c == U')' || c == U'/' || c == U':' || c == U'-' || c == U'–'; }

std::int32_t smallNumber(std::u32string_view digits) {
    std::int32_t value = 0;
    for (const char32_t c : digits) value = value * 10 + static_cast<std::int32_t>(c - U'0');
    return value;
}

std::optional<NumberHead> readWordHead(std::u32string_view line) {
    const std::u32string start = text::toLower(line.substr(0, 24));
    for (const Word& word : kWords) {
        if (!start.starts_with(word.lower) || start.size() <= word.lower.size() || !text::isSpace(start[word.lower.size()])) continue;
        std::size_t i = word.lower.size();
        while (i < line.size() && text::isSpace(line[i])) ++i;
        NumberHead head;
        head.kind = word.kind;
        const std::u32string_view behind = std::u32string_view(start).substr(std::min(i, start.size()));
        for (std::size_t k = 0; k < kOrdinals.size(); ++k) {
            if (!behind.starts_with(kOrdinals[k])) continue;
            head.value = {static_cast<std::int32_t>(k + 1)};
            head.words = true;
            head.length = static_cast<std::int32_t>(i + kOrdinals[k].size());
            return head;
        }
        std::size_t end = i;
        while (end < line.size() && end - i < 4 && text::isDigit(line[end])) ++end;
        if (end > i) {
            head.value = {smallNumber(line.substr(i, end - i))};
            // “Điều 5a”: an inserted article keeps its letter and is outside the sequence.
            if (end < line.size() && text::isLetter(line[end])) return std::nullopt;
        } else {
            while (end < line.size() && end - i < 8 && text::isUpper(line[end])) ++end;
            const std::int32_t value = text::romanValue(line.substr(i, end - i));
            if (value == 0 || (end < line.size() && text::isLetter(line[end]))) return std::nullopt;
            head.value = {value};
            head.romanDigits = true;
        }
        if (end < line.size() && isMark(line[end])) {
            head.mark = line[end];
            ++end;
        }
        head.length = static_cast<std::int32_t>(end);
        return head;
    }
    return std::nullopt;
}

}  // namespace

std::optional<NumberHead> readNumberHead(std::u32string_view line) {
    if (line.empty()) return std::nullopt;
    const char32_t first = line.front();
    NumberHead head;
    if (first == U'-' || first == U'–' || first == U'—' || first == U'+' || first == U'•' || first == U'*' || first == U'\u2022' ||
        first == U'\u00B7' || first == U'\uF0B7' || first == U'\uF02D') {
        head.kind = NumberKind::bullet;
        head.length = 1;
        head.mark = first;
        return head;
    }
    if (first == U'P' || first == U'C' || first == U'M' || first == U'T' || first == U'Đ' || first == U'p' || first == U'c' ||
        first == U'm' || first == U't' || first == U'đ') {
        if (auto word = readWordHead(line)) return word;
    }
    if (text::isDigit(first)) {
        std::size_t i = 0;
        head.kind = NumberKind::arabic;
        while (true) {
            std::size_t end = i;
            while (end < line.size() && text::isDigit(line[end])) ++end;
            if (end == i || end - i > 2) return std::nullopt;
            if (end - i == 2 && line[i] == U'0') return std::nullopt;
            head.value.push_back(smallNumber(line.substr(i, end - i)));
            i = end;
            if (i + 1 < line.size() && line[i] == U'.' && text::isDigit(line[i + 1])) {
                ++i;
                if (head.value.size() == 6) return std::nullopt;
                continue;
            }
            break;
        }
        if (head.value.front() == 0) return std::nullopt;
        head.length = static_cast<std::int32_t>(i);
        // “1, Nội dung”, but “1, 2 và 3”.
        const bool comma = head.value.size() == 1 && i + 2 < line.size() && line[i] == U',' && text::isSpace(line[i + 1]) && text::isUpper(line[i + 2]);
        if (comma || (i < line.size() && isMark(line[i]) && (i + 1 == line.size() || !text::isDigit(line[i + 1])))) {
            head.mark = line[i];
            // “5 - 10%”: a mark after a space is none; “3-4 …” neither.
            ++head.length;
        } else if (head.value.size() < 2 || i >= line.size() || !text::isSpace(line[i])) {
            return std::nullopt;
        }
        if (head.mark == 0) {
            // “2.1 Về …” counts only where a word follows, not a unit or a figure.
            std::size_t k = i;
            while (k < line.size() && text::isSpace(line[k])) ++k;
            if (k >= line.size() || !text::isUpper(line[k])) return std::nullopt;
        }
        return head;
    }
    if (first == U'I' || first == U'V' || first == U'X') {
        std::size_t end = 0;
        while (end < line.size() && end < 7 && (line[end] == U'I' || line[end] == U'V' || line[end] == U'X' || line[end] == U'L')) ++end;
        const std::int32_t value = text::romanValue(line.substr(0, end));
        std::size_t at = end;
        while (at < line.size() && at - end < 2 && text::isSpace(line[at])) ++at;
        if (value > 0 && at < line.size() && isMark(line[at])) {
            // “I. ”, “I/ ”, “I - ”; “V.I.P” and “X-quang” are words.
            const bool spaceBehind = at + 1 == line.size() || text::isSpace(line[at + 1]) || (text::isUpper(line[at + 1]) && line[at] != U'-' && value > 0 && at + 2 < line.size() && line[at + 2] != U'.');
            if (spaceBehind) {
                head.kind = NumberKind::roman;
                head.value = {value};
                head.romanDigits = true;
                head.mark = line[at];
                head.length = static_cast<std::int32_t>(at + 1);
                return head;
            }
        }
        return std::nullopt;
    }
    // “a)” and what is typed for it: “a.”, “a/”, “a:”, “a- Nội dung”, “a, Nội dung”, “A)”.
    if (line.size() <= 2 || !text::isLetter(first)) return std::nullopt;
    const bool spaced = text::isSpace(line[2]);
    const bool capitalBehind = spaced && line.size() > 3 && text::isUpper(line[3]);
    const bool marked = line[1] == U')' ? spaced || text::isLetter(line[2])
                        : line[1] == U'.' || line[1] == U'/' || line[1] == U':' ? spaced
                                                                                : (text::isDash(line[1]) || line[1] == U',') && capitalBehind;
    if (marked && (text::isLower(first) || line[1] == U')')) {
        const char32_t letter = text::toLower(first);
        const auto place = text::pointLetters().find(letter);
        const bool latin = (letter >= U'a' && letter <= U'z') || place != std::u32string_view::npos;
        if (!latin) return std::nullopt;
        head.kind = NumberKind::letter;
        head.value = {place == std::u32string_view::npos ? 0 : static_cast<std::int32_t>(place) + 1};
        head.mark = line[1];
        head.length = 2;
        return head;
    }
    return std::nullopt;
}

}  // namespace thethuc::elements
