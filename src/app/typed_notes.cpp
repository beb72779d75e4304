#include "app/typed_notes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "text/text.hpp"

namespace thethuc::app {

namespace {

constexpr std::size_t kMostDigits = 3;
constexpr std::size_t kShown = 40;               ///< code points of a text in a message
constexpr model::DeciPt kSmaller = 10;           ///< a further paragraph of a note is at least one point smaller than the text

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// The value of a digit that is raised by itself; -1 for any other character.
int raisedValue(char32_t c) noexcept {
    switch (c) {
        case 0x2070: return 0;
        case 0xB9: return 1;
        case 0xB2: return 2;
        case 0xB3: return 3;
        default: return c >= 0x2074 && c <= 0x2079 ? static_cast<int>(c - 0x2070) : -1;
    }
}

/// Units of measure, and formulas, that bear an exponent or a charge. In small letters but for the formulas.
bool bearsExponent(std::u32string_view word) {
    if (word.size() <= 1) return true;
    static constexpr std::array<std::u32string_view, 14> kUnits{U"mm", U"cm", U"dm", U"km", U"hm", U"dam", U"nm", U"µm", U"μm", U"inch", U"foot", U"ft", U"ha", U"sec"};
    static constexpr std::array<std::u32string_view, 6> kFormulas{U"CO", U"SO", U"NO", U"PO", U"PM", U"NH"};
    if (std::find(kFormulas.begin(), kFormulas.end(), word) != kFormulas.end()) return true;
    return std::find(kUnits.begin(), kUnits.end(), text::toLower(word)) != kUnits.end();
}

/// A raised number somewhere in a paragraph.
struct Raised {
    std::int32_t start = 0, end = 0;
    std::int32_t number = 0;
};

/// Raised numbers of a paragraph in order; brackets that are raised with the digits belong to them: “(1)”.
std::vector<Raised> raisedNumbers(const model::Paragraph& paragraph) {
    const std::u32string& words = paragraph.text;
    std::vector<bool> raised(words.size(), false), fixed(words.size(), false);
    for (const model::Run& run : paragraph.runs) {
        const bool plain = run.kind == model::RunKind::text || run.kind == model::RunKind::insertedText;
        for (std::int32_t i = std::max(run.start, 0); i < run.start + run.length && index(i) < words.size(); ++i) {
            raised[index(i)] = plain && run.format.escapement > 0;
            fixed[index(i)] = !plain || run.format.hidden;
        }
    }
    const auto valueAt = [&](std::size_t i) {
        if (fixed[i]) return -1;
        if (const int value = raisedValue(words[i]); value >= 0) return value;
        return raised[i] && text::isDigit(words[i]) ? static_cast<int>(words[i] - U'0') : -1;
    };
    std::vector<Raised> out;
    for (std::size_t i = 0; i < words.size();) {
        if (valueAt(i) < 0) {
            ++i;
            continue;
        }
        std::size_t end = i;
        std::int32_t number = 0;
        for (; end < words.size() && valueAt(end) >= 0; ++end) number = end - i < kMostDigits ? number * 10 + valueAt(end) : -1;
        std::size_t start = i;
        i = end;
        // 1.000 raised, Fe³⁺, 1ᵃ: more than a number
        const bool charged = end < words.size() && (words[end] == 0x207A || words[end] == 0x207B);
        const bool longer = end < words.size() && raised[end] && (text::isLetter(words[end]) || words[end] == U'+' || words[end] == U'-');
        if (number <= 0 || charged || longer) continue;
        if (start > 0 && end < words.size() && raised[start - 1] && raised[end] && words[start - 1] == U'(' && words[end] == U')') {
            --start;
            ++end;
            i = end;
        }
        out.push_back({static_cast<std::int32_t>(start), static_cast<std::int32_t>(end), number});
    }
    return out;
}

enum class Likely : std::uint8_t {
    mark,
    exponent,        ///< m²
    either,          ///< 39²
};

/// What a raised number is, by what stands before it; at the beginning of a paragraph it leads nowhere.
Likely judge(std::u32string_view words, std::int32_t start) {
    std::size_t at = index(start);
    while (at > 0 && text::isSpace(words[at - 1])) --at;
    if (at == 0) return Likely::either;
    const char32_t before = words[at - 1];
    if (text::isLetter(before) || text::isCombining(before)) {
        std::size_t first = at;
        while (first > 0 && (text::isLetter(words[first - 1]) || text::isCombining(words[first - 1]))) --first;
        return bearsExponent(text::nfc(words.substr(first, at - first))) ? Likely::exponent : Likely::mark;
    }
    if (text::isDigit(before)) {
        std::size_t first = at;
        while (first > 0 && text::isDigit(words[first - 1])) --first;
        // QH15¹, 24/NQ15²
        if (first > 0 && text::isLetter(words[first - 1])) return Likely::mark;
        const std::u32string_view digits = words.substr(first, at - first);
        const bool year = digits.size() == 4 && (digits.starts_with(U"19") || digits.starts_with(U"20"));
        const bool decimal = first > 0 && (words[first - 1] == U',' || words[first - 1] == U'.') && first > 1 && text::isDigit(words[first - 2]);
        return year && !decimal ? Likely::mark : Likely::either;
    }
    constexpr std::u32string_view kSigns = U"%.,;:!?)]\"'”’»…";
    return kSigns.find(before) != std::u32string_view::npos ? Likely::mark : Likely::either;
}

std::string shown(std::u32string_view words) { return text::toUtf8(text::abridged(text::squeeze(words), kShown)); }

/// Words before a mark, so that a person finds it.
std::string before(const model::Paragraph& paragraph, std::int32_t start) {
    const std::u32string words = text::squeeze(std::u32string_view(paragraph.text).substr(0, index(start)));
    if (words.size() <= kShown) return text::toUtf8(words);
    std::size_t from = words.size() - kShown;
    while (from < words.size() && words[from] != U' ') ++from;
    return text::toUtf8(U"…" + words.substr(from));
}

bool isSeparator(const model::Paragraph& paragraph) {
    const std::u32string words = text::squeeze(paragraph.text);
    constexpr std::size_t kShortest = 5;
    const bool lines = std::all_of(words.begin(), words.end(), [](char32_t c) { return c == U'_' || text::isDash(c); });
    const bool plain = std::all_of(paragraph.runs.begin(), paragraph.runs.end(), [](const model::Run& run) {
        return run.kind == model::RunKind::text || run.kind == model::RunKind::insertedText;
    });
    return words.size() >= kShortest && lines && plain && paragraph.cell < 0;
}

/// The size that most of a paragraph's letters have.
model::DeciPt sizeOf(const model::Paragraph& paragraph) {
    model::DeciPt size = paragraph.base.size;
    std::int32_t longest = 0;
    for (const model::Run& run : paragraph.runs) {
        if (run.length <= longest || run.format.escapement != 0) continue;
        longest = run.length;
        size = run.format.size;
    }
    return size;
}

class Matcher {
public:
    explicit Matcher(const model::Document& document) : body_(document.stories.front().paragraphs) {}

    TypedNotes run() {
        collect();
        match();
        if (out_.problems.empty()) extend();
        std::stable_sort(out_.problems.begin(), out_.problems.end(), [](const NoteProblem& a, const NoteProblem& b) { return a.at < b.at; });
        return std::move(out_);
    }

private:
    struct Mark {
        model::Range at;
        std::int32_t number = 0;
        Likely likely = Likely::mark;
        bool taken = false;
    };

    void collect() {
        for (std::size_t p = 0; p < body_.size(); ++p) {
            const model::Paragraph& paragraph = body_[p];
            const auto at = static_cast<std::int32_t>(p);
            for (const Raised& one : raisedNumbers(paragraph)) {
                if (const auto start = noteStart(paragraph, one)) {
                    TypedNote note;
                    note.mark = {0, at, one.start, one.end - one.start};   // of the note itself, until its mark is found
                    note.number = one.number;
                    note.first = at;
                    note.last = at + 1;
                    note.textStart = *start;
                    out_.notes.push_back(note);
                } else if (const Likely likely = judge(paragraph.text, one.start); likely != Likely::exponent) {
                    marks_.push_back({{0, at, one.start, one.end - one.start}, one.number, likely, false});
                }
            }
        }
    }

    /// Where the words of a note begin whose paragraph starts with this number; nothing where it is no note.
    static std::optional<std::int32_t> noteStart(const model::Paragraph& paragraph, const Raised& one) {
        if (paragraph.cell >= 0) return std::nullopt;
        const std::u32string& words = paragraph.text;
        for (std::int32_t i = 0; i < one.start; ++i) {
            if (!text::isSpace(words[index(i)])) return std::nullopt;
        }
        std::size_t at = index(one.end);
        if (at < words.size() && (words[at] == U'.' || words[at] == U')' || words[at] == U':')) ++at;
        while (at < words.size() && text::isSpace(words[at])) ++at;
        return at < words.size() ? std::optional(static_cast<std::int32_t>(at)) : std::nullopt;
    }

    void problem(std::string key, std::vector<std::string> arguments, const model::Range& at) { out_.problems.push_back({std::move(key), std::move(arguments), at}); }

    void match() {
        for (std::size_t n = 0; n < out_.notes.size(); ++n) {
            TypedNote& note = out_.notes[n];
            const std::string number = std::to_string(note.number);
            const model::Range own = note.mark;
            const std::string words = shown(std::u32string_view(body_[index(note.first)].text).substr(index(note.textStart)));
            // numbers may begin anew below a note of the same number
            std::int32_t from = 0;
            for (std::size_t k = 0; k < n; ++k) {
                if (out_.notes[k].number == note.number) from = out_.notes[k].first + 1;
            }
            Mark* found = nullptr;
            Mark* second = nullptr;
            Mark* doubtful = nullptr;
            for (Mark& mark : marks_) {
                if (mark.number != note.number || mark.at.paragraph < from || mark.at.paragraph >= note.first) continue;
                if (mark.likely == Likely::either) doubtful = &mark;
                else if (found == nullptr) found = &mark;
                else second = &mark;
            }
            if (second != nullptr) {
                found->taken = second->taken = true;
                problem("notes.twice", {number, before(body_[index(found->at.paragraph)], found->at.start), before(body_[index(second->at.paragraph)], second->at.start)},
                        second->at);
            } else if (found != nullptr) {
                found->taken = true;
                note.mark = found->at;
            } else if (doubtful != nullptr) {
                problem("notes.doubtful", {number, before(body_[index(doubtful->at.paragraph)], doubtful->at.start)}, doubtful->at);
            } else {
                problem("notes.no-mark", {number, words}, own);
            }
        }
        for (const Mark& mark : marks_) {
            if (mark.taken || mark.likely == Likely::either) continue;
            problem("notes.no-note", {std::to_string(mark.number), before(body_[index(mark.at.paragraph)], mark.at.start)}, mark.at);
        }
    }

    /// Further paragraphs of a note, in its own small letters; lines above notes.
    void extend() {
        for (std::size_t n = 0; n < out_.notes.size(); ++n) {
            TypedNote& note = out_.notes[n];
            const model::DeciPt size = sizeOf(body_[index(note.first)]);
            const bool small = size + kSmaller <= sizeOf(body_[index(note.mark.paragraph)]);
            const std::int32_t next = n + 1 < out_.notes.size() ? out_.notes[n + 1].first : static_cast<std::int32_t>(body_.size());
            while (small && note.last < next) {
                const model::Paragraph& more = body_[index(note.last)];
                if (more.cell >= 0 || text::squeeze(more.text).empty() || isSeparator(more) || sizeOf(more) != size || more.format.align == model::Align::center) break;
                ++note.last;
            }
            if (note.first > 0 && isSeparator(body_[index(note.first - 1)])) out_.separators.push_back(note.first - 1);
        }
    }

    const std::vector<model::Paragraph>& body_;
    std::vector<Mark> marks_;
    TypedNotes out_;
};

}  // namespace

TypedNotes typedNotes(const model::Document& document) {
    if (document.stories.empty()) return {};
    return Matcher(document).run();
}

}  // namespace thethuc::app
