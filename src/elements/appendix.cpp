#include "elements/appendix.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "elements/recognise.hpp"
#include "text/text.hpp"

namespace thethuc::elements {

using model::Document;
using model::Paragraph;
using model::Range;

namespace {

constexpr std::u32string_view kWord = U"phụ lục";
constexpr std::size_t kLongestTitle = 220;

std::size_t skipSpaces(std::u32string_view text, std::size_t at) {
    while (at < text.size() && text::isSpace(text[at])) ++at;
    return at;
}

bool isWordChar(char32_t c) { return text::isLetter(c) || text::isDigit(c) || text::isCombining(c); }
bool isMark(char32_t c) { return c == U'.' || c == U':' || text::isDash(c); }

std::int32_t valueOf(std::u32string_view digits) {
    std::int32_t value = 0;
    for (const char32_t c : digits.substr(0, 4)) value = value * 10 + static_cast<std::int32_t>(c - U'0');
    return value;
}

/// Number of letters that “Phụ lục” takes at the start of `line`, marks right or wrong; 0 where it begins otherwise.
std::size_t wordLength(std::u32string_view line) {
    constexpr std::size_t kLongest = 9;
    const std::size_t space = line.find_first_of(U" \t\u00A0");
    if (space == std::u32string_view::npos || text::skeleton(line.substr(0, space)) != U"phu") return 0;
    std::size_t end = skipSpaces(line, space);
    const std::size_t start = end;
    while (end < line.size() && text::isLetter(line[end])) ++end;
    return end <= kLongest + 2 && text::skeleton(line.substr(start, end - start)) == U"luc" ? end : 0;
}

/// Reads the token of digits and capitals at `head.start`.
void readNumber(std::u32string_view line, AppendixHead& head) {
    std::size_t end = head.start;
    while (end < line.size() && (text::isDigit(line[end]) || text::isLetter(line[end]))) ++end;
    const std::u32string_view token = line.substr(head.start, end - head.start);
    if (token.empty()) return;
    head.end = end;
    const std::u32string upper = text::toUpper(token);
    const bool small = !std::any_of(token.begin(), token.end(), text::isUpper);
    if (std::all_of(token.begin(), token.end(), text::isDigit)) {
        head.numerals = token.size() <= 2 && valueOf(token) > 0 ? AppendixNumerals::arabic : AppendixNumerals::other;
        head.value = head.numerals == AppendixNumerals::arabic ? valueOf(token) : 0;
    } else if (const std::int32_t roman = text::romanValue(upper); roman > 0 && roman < 60) {
        // “Phụ lục v” may be anything; “ii”, “iv” are numbers.
        head.numerals = AppendixNumerals::roman;
        head.value = roman;
    } else if (token.size() == 1 && !small) {
        head.numerals = AppendixNumerals::letter;
        head.value = token.front() >= U'A' && token.front() <= U'Z' ? static_cast<std::int32_t>(token.front() - U'A') + 1 : 0;
    } else {
        head.numerals = AppendixNumerals::other;
    }
    // I.1, 1-2, 01/BC: a finer number.
    if (end + 1 < line.size() && (line[end] == U'.' || line[end] == U'/' || text::isDash(line[end])) && isWordChar(line[end + 1])) {
        const bool title = line[end] != U'/' && text::isUpper(line[end + 1]) && end + 2 < line.size() && text::isUpper(line[end + 2]) &&
                           text::romanValue(line.substr(end + 1, 3)) == 0;
        if (!title) {
            while (head.end < line.size() && !text::isSpace(line[head.end])) ++head.end;
            head.numerals = AppendixNumerals::other;
            head.value = 0;
        }
    }
}

}  // namespace

std::optional<AppendixHead> readAppendixHead(std::u32string_view line) {
    AppendixHead head;
    head.word = wordLength(line);
    if (head.word == 0 || line.size() > kLongestTitle) return std::nullopt;
    std::size_t at = skipSpaces(line, head.word);
    if (text::skeleton(line.substr(at, 3), 3) == U"so" && at + 2 < line.size() && text::isSpace(line[at + 2])) {
        head.counted = true;
        at = skipSpaces(line, at + 2);
    }
    head.start = head.end = at < line.size() && isWordChar(line[at]) ? at : head.word;
    if (head.start > head.word) readNumber(line, head);
    const bool number = head.end > head.start;
    std::size_t marks = skipSpaces(line, head.end);
    const std::size_t before = marks;
    while (marks < line.size() && isMark(line[marks])) ++marks;
    head.length = marks > before ? marks : head.end;
    const std::size_t rest = skipSpaces(line, head.length);
    if (rest >= line.size()) return !number && head.counted ? std::nullopt : std::optional(head);
    // Something follows on the line: a title, where it is set off from the number or stands in capitals.
    const std::u32string_view title = line.substr(rest);
    if (!number || head.numerals == AppendixNumerals::other) return std::nullopt;
    const bool setOff = marks > before && text::isUpper(title.front());
    if (!setOff && !(text::isAllUpper(title) && title.size() > 3)) return std::nullopt;
    head.title = rest;
    return head;
}

bool AppendixMentions::has(std::int32_t number) const noexcept { return std::find(numbers.begin(), numbers.end(), number) != numbers.end(); }

namespace {

/// The words between a mention and the document that it may belong to.
constexpr std::array<std::u32string_view, 14> kJoints{U"ban hành", U"kèm theo", U"đính kèm", U"của", U"tại", U"trong", U"thuộc",
                                                      U"theo", U"quy định", U"nêu", U"này", U"về", U"số", U"các"};
/// Documents that other documents are cited by; “này” behind them means this one.
constexpr std::array<std::u32string_view, 19> kDocuments{
    U"nghị định", U"thông tư", U"quyết định", U"nghị quyết", U"hướng dẫn", U"kế hoạch", U"công văn", U"báo cáo", U"chỉ thị", U"thông báo",
    U"quy chế", U"quy định", U"đề án", U"chương trình", U"văn bản", U"tờ trình", U"công điện", U"kết luận", U"quy chuẩn"};
constexpr std::array<std::u32string_view, 4> kLaws{U"luật", U"bộ luật", U"pháp lệnh", U"hiệp định"};

bool beginsWord(std::u32string_view text, std::size_t at, std::u32string_view word) {
    return text.substr(at).starts_with(word) && (at + word.size() >= text.size() || !isWordChar(text[at + word.size()]));
}

/// Whether the words at `at` (small letters) name another document: “… ban hành kèm theo Nghị định số 30/2020/NĐ-CP”. A blank number
/// or `own` one is this document's.
bool namesOther(std::u32string_view lower, std::size_t at, std::u32string_view own) {
    for (int words = 0; words < 6; ++words) {
        while (at < lower.size() && (text::isSpace(lower[at]) || lower[at] == U',' || lower[at] == U'(' || lower[at] == U'“' || lower[at] == U'”')) ++at;
        for (const std::u32string_view law : kLaws) {
            if (beginsWord(lower, at, law)) return !beginsWord(lower, skipSpaces(lower, at + law.size()), U"này");
        }
        for (const std::u32string_view document : kDocuments) {
            if (!beginsWord(lower, at, document)) continue;
            const std::size_t behind = skipSpaces(lower, at + document.size());
            const std::size_t number = beginsWord(lower, behind, U"số") ? skipSpaces(lower, behind + 2) : behind;
            if (number < lower.size() && text::isDigit(lower[number])) return own.empty() || !lower.substr(number).starts_with(own);
            if (number > behind) return false;
            if (document != U"quy định") return false;
        }
        const auto joint = std::find_if(kJoints.begin(), kJoints.end(), [&](std::u32string_view word) { return beginsWord(lower, at, word); });
        if (joint == kJoints.end()) return false;
        at += joint->size();
    }
    return false;
}

/// A number of an appendix at `at`; 0 where there is none. `end`: one past it.
std::int32_t numberAt(std::u32string_view text, std::size_t at, std::size_t& end) {
    end = at;
    while (end < text.size() && isWordChar(text[end])) ++end;
    const std::u32string_view token = text.substr(at, end - at);
    if (token.empty() || token.size() > 6) return 0;
    if (std::all_of(token.begin(), token.end(), text::isDigit)) return token.size() <= 2 ? valueOf(token) : 0;
    const std::int32_t roman = text::romanValue(token);
    return roman < 60 ? roman : 0;
}

/// “I, II và III”, “1-3”, “I đến Phụ lục V”: what stands between two numbers of a list. Nothing where the list ends.
enum class Link : std::uint8_t { none, also, through };
Link linkAt(std::u32string_view lower, std::size_t& at) {
    std::size_t i = skipSpaces(lower, at);
    Link link = Link::none;
    if (i < lower.size() && (lower[i] == U',' || lower[i] == U';' || lower[i] == U'&')) {
        link = Link::also;
        ++i;
    } else if (i < lower.size() && text::isDash(lower[i])) {
        link = Link::through;
        ++i;
    }
    for (int more = 0; more < 3; ++more) {
        i = skipSpaces(lower, i);
        if (beginsWord(lower, i, U"và") || beginsWord(lower, i, U"hoặc")) {
            link = Link::also;
            i += beginsWord(lower, i, U"và") ? 2 : 4;
        } else if (beginsWord(lower, i, U"đến")) {
            link = Link::through;
            i += 3;
        } else if (link != Link::none && beginsWord(lower, i, kWord)) {
            i += kWord.size();
        } else if (link != Link::none && beginsWord(lower, i, U"số")) {
            i += 2;
        } else {
            break;
        }
    }
    if (link != Link::none) at = skipSpaces(lower, i);
    return link;
}

/// “(có biểu kèm theo)”, “Kèm theo Báo cáo này …”: something is sent along, and it may be the appendix.
bool sendsAlong(std::u32string_view lower, std::u32string_view own) {
    for (const std::u32string_view phrase : {std::u32string_view(U"kèm theo"), std::u32string_view(U"đính kèm"), std::u32string_view(U"gửi kèm")}) {
        for (std::size_t at = lower.find(phrase); at != std::u32string_view::npos; at = lower.find(phrase, at + 1)) {
            const std::u32string_view before = lower.substr(0, at);
            if (text::trim(before).ends_with(U"ban hành")) continue;
            // A numbered or plain “phụ lục” in the same clause has been read already.
            const std::size_t clause = before.find_last_of(U"(.;");
            if (before.substr(clause == std::u32string_view::npos ? 0 : clause).find(kWord) != std::u32string_view::npos) continue;
            if (!namesOther(lower, at + phrase.size(), own)) return true;
        }
    }
    return false;
}

/// “Phụ lục I ........ 12” in a table of contents points to a page, not to the appendix.
bool isContentsLine(std::u32string_view text) {
    const std::u32string_view line = text::trim(text);
    if (line.empty() || !text::isDigit(line.back())) return false;
    return line.find(U'\t') != std::u32string_view::npos || line.find(U"....") != std::u32string_view::npos || line.find(U"……") != std::u32string_view::npos;
}

}  // namespace

void readAppendixMentions(std::u32string_view text, AppendixMentions& into) {
    const std::u32string lower = text::toLower(text);
    const std::size_t first = lower.find(kWord);
    if (first == std::u32string::npos) {
        into.some = into.some || sendsAlong(lower, into.own);
        return;
    }
    if (isContentsLine(text)) return;
    for (std::size_t at = first; at != std::u32string::npos; at = lower.find(kWord, at + 1)) {
        std::size_t behind = skipSpaces(lower, at + kWord.size());
        if (beginsWord(lower, behind, U"hợp đồng")) continue;
        if (beginsWord(lower, behind, U"số")) behind = skipSpaces(lower, behind + 2);
        std::vector<std::int32_t> numbers;
        std::size_t end = behind;
        std::int32_t number = numberAt(text, behind, end);
        Link link = Link::also;
        while (number > 0) {
            const std::int32_t from = link == Link::through && !numbers.empty() ? numbers.back() + 1 : number;
            for (std::int32_t one = std::min(from, number); one <= number; ++one) numbers.push_back(one);
            behind = end;
            std::size_t next = end;
            link = linkAt(lower, next);
            if (link == Link::none) break;
            number = numberAt(text, next, end);
        }
        if (namesOther(lower, behind, into.own)) continue;
        if (numbers.empty()) into.some = true;
        into.numbers.insert(into.numbers.end(), numbers.begin(), numbers.end());
    }
    into.some = into.some || sendsAlong(lower, into.own);
}

bool isAppendixHeading(std::u32string_view line) {
    const bool maybe = !line.empty() && (line.front() == U'P' || line.front() == U'p');
    return maybe && readAppendixHead(text::squeeze(line)).has_value();
}

namespace {

/// One line of a paragraph, between line breaks.
struct Line {
    Range range;                     ///< trimmed
    std::u32string_view text;
};

std::vector<Line> linesOf(const Paragraph& paragraph, std::int32_t index) {
    std::vector<Line> lines;
    const std::u32string_view text = paragraph.text;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(U'\n', from), text.size());
        const std::u32string_view line = text::trim(text.substr(from, end - from));
        if (!line.empty()) {
            lines.push_back({{0, index, static_cast<std::int32_t>(line.data() - text.data()), static_cast<std::int32_t>(line.size())}, line});
        }
        from = end + 1;
    }
    return lines;
}

/// “(Kèm theo …”, “(Ban hành kèm theo …”, with its bracket or without.
bool isAttachedNote(std::u32string_view line) {
    const std::u32string bones = text::skeleton(line, 16);
    return bones.starts_with(U"kemtheo") || bones.starts_with(U"banhanhkemtheo") || bones.starts_with(U"dinhkem");
}

class AppendixReader {
public:
    AppendixReader(const Document& document, Analysis& analysis, const Part& part, std::int32_t index)
        : document_(document), analysis_(analysis), part_(part), index_(index) {}

    void read() {
        constexpr int kMostLines = 10;
        int lines = 0;
        for (std::int32_t p = part_.first; p < part_.last && lines < kMostLines; ++p) {
            const Paragraph& paragraph = document_.stories[0].paragraphs[static_cast<std::size_t>(p)];
            for (const Line& line : linesOf(paragraph, p)) {
                ++lines;
                if (!take(paragraph, line)) {
                    flush();
                    return;
                }
            }
        }
        flush();
    }

private:
    const Document& document_;
    Analysis& analysis_;
    const Part& part_;
    std::int32_t index_;
    bool numberSeen_ = false;
    std::vector<Range> note_;                    ///< lines of “(Kèm theo …” whose bracket is still open

    void put(Role role, std::vector<Range> ranges) { add(document_, analysis_, Kind::phuLuc, role, std::move(ranges), index_); }

    void flush() {
        if (!note_.empty()) put(Role::attached, std::move(note_));
        note_.clear();
    }

    bool bold(const Range& range) const {
        return mostly(document_, range, [](const model::CharFormat& f) { return f.bold; });
    }

    /// False where the head of the appendix has ended.
    bool take(const Paragraph& paragraph, const Line& line) {
        if (isRuleOfCharacters(line.text)) return note_.empty();
        if (!note_.empty()) {
            // The note goes on until its bracket closes.
            const bool more = paragraph.format.align == model::Align::center && document_.wordsAt(note_.back()).find(U')') == std::u32string_view::npos;
            if (more) note_.push_back(line.range);
            return more;
        }
        if (!numberSeen_) return takeNumber(line);
        // The table of the appendix: what its head row says is no title.
        if (paragraph.cell >= 0 && document_.tables[static_cast<std::size_t>(document_.cells[static_cast<std::size_t>(paragraph.cell)].table)].bordered) return false;
        if (isAttachedNote(line.text)) {
            note_.push_back(line.range);
            return true;
        }
        // “(Từ ngày … đến ngày …)”, “(Đơn vị: triệu đồng)”: a remark, the note may come behind it.
        if (line.text.front() == U'(') return true;
        if (paragraph.format.align != model::Align::center && !(bold(line.range) && text::isAllUpper(line.text))) return false;
        put(Role::title, {line.range});
        return true;
    }

    /// The heading; what stands above it (“Mẫu số 01”) is passed over.
    bool takeNumber(const Line& line) {
        const text::Folded folded = text::fold(line.text);
        const auto head = readAppendixHead(folded.text);
        if (!head) return true;
        numberSeen_ = true;
        Range number = line.range;
        if (head->title > 0) {
            number.length = folded.originEnd(head->length);
            Range title = line.range;
            title.start += folded.originStart(head->title);
            title.length = line.range.end() - title.start;
            put(Role::number, {number});
            if (head->value > 0) analysis_.elements.back().number = {head->value};
            put(Role::title, {title});
            return true;
        }
        put(Role::number, {number});
        if (head->value > 0) analysis_.elements.back().number = {head->value};
        return true;
    }
};

}  // namespace

void recogniseAppendix(const Document& document, Analysis& analysis, const Part& part, std::int32_t index) {
    AppendixReader(document, analysis, part, index).read();
}

}  // namespace thethuc::elements
