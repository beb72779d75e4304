#include "citations/grammar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/calendar.hpp"
#include "text/text.hpp"

namespace thethuc::citations {

namespace {

using Kind = TokenKind;

constexpr std::int32_t kLongestNumber = 6;       ///< digits of a document's number
constexpr std::int32_t kLongestIssuer = 36;      ///< tokens
constexpr std::int32_t kLongestLawName = 28;
constexpr std::int32_t kLongestPlace = 4;        ///< words of a place's own name
constexpr std::int32_t kLongestSubject = 160;
constexpr std::int32_t kLongestQualifier = 4;    ///< words between the type and “số”: “Báo cáo thẩm định số”
constexpr std::int32_t kMostGroups = 10;
constexpr std::int32_t kMostBorrowed = 6;        ///< “số 42, 43 và 44/QĐ-UBND”

std::int32_t valueOf(std::u32string_view digits) {
    std::int32_t value = 0;
    for (const char32_t c : digits.substr(0, 9)) value = value * 10 + static_cast<std::int32_t>(c - U'0');
    return digits.size() > 9 ? -1 : value;
}

struct Symbol {
    std::int32_t end = 0;                        ///< one past the last token
    std::u32string number, year, symbol;
    bool party = false;
    std::int32_t groups = 0;
    std::u32string firstGroup;
};

class Parser {
public:
    explicit Parser(const Stream& stream) : stream_(stream), tokens_(stream.tokens), size_(static_cast<std::int32_t>(tokens_.size())) {}

    std::vector<Parsed> run() {
        for (std::int32_t i = 0; i < size_;) {
            const std::int32_t end = citationAt(i);
            i = end > i ? end : i + 1;
        }
        for (std::size_t i = 0; i < out_.size(); ++i) readSubject(i);
        return std::move(out_);
    }

    std::int32_t issuerEnd(std::int32_t at, bool joint) const;

private:
    // --- tokens ---------------------------------------------------------------------------------------------
    [[nodiscard]] bool is(std::int32_t at, Kind kind) const { return at >= 0 && at < size_ && tokens_[index(at)].kind == kind; }
    [[nodiscard]] const Token& token(std::int32_t at) const { return tokens_[index(at)]; }
    [[nodiscard]] static std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }
    [[nodiscard]] bool marked(std::int32_t at, std::uint32_t mark) const {
        return at >= 0 && at < size_ && (tokens_[index(at)].marks & mark) != 0;
    }
    [[nodiscard]] bool spaced(std::int32_t at) const { return at < size_ && tokens_[index(at)].space; }
    [[nodiscard]] std::u32string_view view(std::int32_t at) const { return stream_.view(token(at)); }
    [[nodiscard]] std::int32_t length(std::int32_t at) const { return token(at).end - token(at).start; }
    [[nodiscard]] bool word(std::int32_t at, text::Word lower) const {
        return is(at, Kind::word) && token(at).hash == lower.hash;
    }
    [[nodiscard]] bool isSmall(std::int32_t at) const { return is(at, Kind::word) && !token(at).capital; }
    [[nodiscard]] bool isCapital(std::int32_t at) const { return is(at, Kind::word) && token(at).capital; }
    [[nodiscard]] bool isYear(std::int32_t at) const {
        if (!is(at, Kind::number) || length(at) != 4) return false;
        const std::int32_t value = valueOf(view(at));
        return value >= 1900 && value < 2100;
    }
    [[nodiscard]] Span span(std::int32_t first, std::int32_t last) const {
        if (last <= first) return {};
        return {stream_.originStart(token(first).start), stream_.originEnd(token(last - 1).end)};
    }

    /// A small word, or the word of two syllables that begins here, that has `mark`.
    [[nodiscard]] bool ends(std::int32_t at, std::uint32_t mark) const {
        if (marked(at, mark)) return true;
        return is(at, Kind::word) && is(at + 1, Kind::word) && (marksOfPair(token(at).hash, token(at + 1).hash) & mark) != 0;
    }

    // --- types ----------------------------------------------------------------------------------------------
    struct TypeAt {
        TypeIndex type = -1;
        std::int32_t end = 0;
        bool gluedSo = false;                    ///< “Nghị quyếtsố”
    };
    [[nodiscard]] TypeAt typeAt(std::int32_t at) const {
        if (!marked(at, kType)) return {};
        for (const Phrase& phrase : typesBeginningWith(token(at).hash)) {
            const auto count = static_cast<std::int32_t>(phrase.words.size());
            bool all = at + count <= size_;
            for (std::int32_t k = 1; all && k < count; ++k) {
                all = is(at + k, Kind::word) && token(at + k).hash == phrase.words[index(k)];
            }
            if (all) return {phrase.value, at + count, false};
            // the word “số” typed without the blank before it
            bool glued = count > 1 && at + count <= size_ && is(at + count - 1, Kind::word) && is(at + count, Kind::number);
            for (std::int32_t k = 1; glued && k + 1 < count; ++k) glued = token(at + k).hash == phrase.words[index(k)];
            if (!glued) continue;
            const std::u32string_view last = view(at + count - 1);
            constexpr std::u32string_view kSoWord = U"số";
            if (last.size() <= kSoWord.size() || text::toLower(last.substr(last.size() - kSoWord.size())) != kSoWord) continue;
            if (hashOf(text::toLower(last.substr(0, last.size() - kSoWord.size()))) == phrase.words[index(count - 1)]) {
                return {phrase.value, at + count, true};
            }
        }
        return {};
    }

    /// “số”, “Số:”, “số hiệu”: one past it; `at` where it is not written.
    [[nodiscard]] std::int32_t soEnd(std::int32_t at) const {
        if (!marked(at, kSo)) return at;
        std::int32_t end = at + 1;
        if (is(end, Kind::colon) || (is(end, Kind::dot) && is(end + 1, Kind::number))) ++end;
        return end;
    }

    // --- symbols --------------------------------------------------------------------------------------------
    /// Letters as a symbol has them: capitals, small ones only inside (TTg, CTr, QyĐ).
    [[nodiscard]] bool isAbbreviationWord(std::int32_t at) const {
        if (!is(at, Kind::word)) return false;
        const Token& one = token(at);
        if (!one.capital || length(at) > 32) return false;
        if (one.upper) return true;
        std::int32_t capitals = 0, small = 0;
        for (const char32_t c : view(at)) (text::isUpper(c) ? capitals : small) += 1;
        return capitals >= 2 && small <= capitals;
    }

    /// A group of a symbol at `at`: letters, digits, & and dots without blanks. One past it; `at` where there is none.
    /// `lowerAllowed`: small letters may be a type's abbreviation; `small`: they may be anything, since the symbol began so.
    [[nodiscard]] std::int32_t groupEnd(std::int32_t at, bool first, bool lowerAllowed, bool small = false) const {
        std::int32_t end = at;
        if (isAbbreviationWord(at)) {
            end = at + 1;
        } else if (lowerAllowed && isSmall(at) && (small || isAbbreviation(text::toUpper(view(at))))) {
            end = at + 1;
        } else if (!first && is(at, Kind::number) && length(at) <= 4 && !spaced(at)) {
            end = at + 1;
        } else {
            return at;
        }
        while (end < size_ && !spaced(end)) {
            if (is(end, Kind::number) || isAbbreviationWord(end)) {
                ++end;
            } else if (is(end, Kind::ampersand) && !spaced(end + 1) && (isAbbreviationWord(end + 1) || is(end + 1, Kind::number))) {
                end += 2;
            } else if (is(end, Kind::dot) && end + 1 < size_ && !spaced(end + 1) && isAbbreviationWord(end + 1) && token(end + 1).upper) {
                end += 2;
            } else {
                break;
            }
        }
        // “V/v”: the subject of a letter, written behind the symbol
        if (end == at + 1 && length(at) == 1 && is(end, Kind::slash) && word(end + 1, U"v")) return at;
        return end;
    }

    /// The Icelandic letter Ð looks like Đ and is typed for it.
    void append(std::u32string& to, std::int32_t first, std::int32_t last) const {
        constexpr char32_t kEth = 0xD0;
        for (std::int32_t i = first; i < last; ++i) to += view(i);
        std::replace(to.begin(), to.end(), kEth, U'Đ');
    }

    /// Number and symbol at `at`. `led`: a type or “số” stands before it, so that blanks may be in it.
    [[nodiscard]] std::optional<Symbol> symbolAt(std::int32_t at, bool led) const {
        if (!is(at, Kind::number) || length(at) > kLongestNumber) return std::nullopt;
        Symbol out;
        out.number = view(at);
        std::int32_t next = at + 1;
        // 12a/KH-UBND
        if (isSmall(next) && !spaced(next) && length(next) == 1 && is(next + 1, Kind::slash)) {
            out.number += view(next);
            ++next;
        }
        const auto joins = [&](std::int32_t sign) { return led || (!spaced(sign) && !spaced(sign + 1)); };
        if (is(next, Kind::dash) && joins(next)) return partySymbol(out, next);
        if (!is(next, Kind::slash) || !joins(next)) return std::nullopt;
        ++next;
        if (isYear(next) && is(next + 1, Kind::slash) && joins(next + 1)) {
            out.year = view(next);
            next += 2;
        }
        if (!isAbbreviationWord(next) && !(led && isSmall(next))) return std::nullopt;
        return groups(out, next, led) ? std::optional(out) : std::nullopt;
    }

    [[nodiscard]] bool groups(Symbol& out, std::int32_t at, bool led) const {
        std::int32_t end = groupEnd(at, true, led);
        if (end == at) return false;
        const bool smallLetters = isSmall(at);               // 15/qđ-ubnd
        append(out.symbol, at, end);
        append(out.firstGroup, at, end);
        out.groups = 1;
        while (out.groups < kMostGroups) {
            std::int32_t sign = end;
            const bool attached = !spaced(sign) && !spaced(sign + 1);
            // a low line is a hyphen typed with the shift key
            const bool hyphen = is(sign, Kind::dash) || (attached && is(sign, Kind::other) && view(sign) == U"_");
            if (!hyphen && !(is(sign, Kind::slash) && attached)) break;
            // 12/QĐ - - UBND: one hyphen typed twice
            std::int32_t group = sign + 1;
            while (is(group, Kind::dash) && is(sign, Kind::dash)) ++group;
            const std::int32_t groupStop = groupEnd(group, false, led && !spaced(group), smallLetters);
            if (groupStop == group) break;
            const bool before = spaced(sign), behind = spaced(group);
            if (before || behind) {
                if (!led || !isAbbreviationWord(group) || length(group) < 2) break;
                const bool typeAlone = out.groups == 1 && isAbbreviation(out.firstGroup);
                // “3025/UBND - NC ngày …”: what stands before the date is still the symbol
                const std::int32_t date = is(groupStop, Kind::comma) ? groupStop + 1 : groupStop;
                const bool dated = marked(date, kNgay) && !marked(group, kIssuer);
                if (before && behind && !typeAlone && !dated) break;
                // “42/QĐ-UBND - UBND tỉnh”: an agency behind a complete symbol
                if (out.groups >= 2 && marked(group, kIssuer) && isSmall(groupStop)) break;
            }
            out.symbol += is(sign, Kind::slash) ? U'/' : U'-';
            append(out.symbol, group, groupStop);
            ++out.groups;
            end = groupStop;
        }
        out.end = end;
        return true;
    }

    [[nodiscard]] std::optional<Symbol> partySymbol(Symbol out, std::int32_t dash) const {
        std::int32_t group = dash + 1;
        while (is(group, Kind::dash)) ++group;
        std::int32_t end = groupEnd(group, true, false);
        if (end == group) return std::nullopt;
        append(out.symbol, group, end);
        out.firstGroup = out.symbol;
        if (!is(end, Kind::slash)) return std::nullopt;
        const std::int32_t issuer = end + 1;
        const std::int32_t stop = groupEnd(issuer, true, false);
        if (stop == issuer) return std::nullopt;
        out.symbol += U'/';
        append(out.symbol, issuer, stop);
        out.groups = 2;
        end = stop;
        while (out.groups < kMostGroups && (is(end, Kind::dash) || is(end, Kind::slash)) && !spaced(end) && !spaced(end + 1)) {
            const std::int32_t more = groupEnd(end + 1, false, false);
            if (more == end + 1) break;
            out.symbol += is(end, Kind::slash) ? U'/' : U'-';
            append(out.symbol, end + 1, more);
            ++out.groups;
            end = more;
        }
        out.party = true;
        out.end = end;
        return out;
    }

    /// What stands before token `at` says that the number is no document's.
    [[nodiscard]] bool barred(std::int32_t at) const {
        const std::int32_t before = at - 1;
        if (before < 0) return false;
        // 16:2019/BXD, 1.234/…, 12-34/…
        if (is(before, Kind::colon) && is(before - 1, Kind::number)) return true;
        if ((is(before, Kind::dot) || is(before, Kind::comma) || is(before, Kind::slash) || is(before, Kind::dash)) && !spaced(at) &&
            is(before - 1, Kind::number) && !spaced(before)) {
            return true;
        }
        if ((is(before, Kind::slash) || is(before, Kind::dash)) && !spaced(at) && is(before - 1, Kind::word) && !spaced(before)) return true;
        // the noun that is numbered, up to two words away: “biểu mẫu số”, “Phụ lục số”, “hồ sơ vụ án số”
        for (std::int32_t k = before; k >= 0 && k >= before - 3; --k) {
            if (marked(k, kSo) || is(k, Kind::colon) || is(k, Kind::number)) continue;
            if (!is(k, Kind::word)) break;
            if (marked(k, kNotDocument) && numberedNoun(k)) return true;
        }
        return false;
    }

    /// Words of two syllables that are numbered: “hồ sơ” is, “bản” of “văn bản” is not.
    [[nodiscard]] bool numberedNoun(std::int32_t at) const {
        struct Pair {
            text::Word first, second;
        };
        static constexpr Pair kPairs[] = {{U"hồ", U"sơ"}, {U"phụ", U"lục"}, {U"bản", U"đồ"}, {U"tài", U"khoản"}, {U"số", U"hiệu"},
                                          {U"mã", U"số"}, {U"mã", U"hồ"}, {U"gói", U"thầu"}, {U"khu", U"phố"}, {U"hóa", U"đơn"}, {U"hoá", U"đơn"},
                                          {U"căn", U"cước"}, {U"tổ", U"dân"}, {U"tiêu", U"chuẩn"}, {U"sơ", U"đồ"}};
        static constexpr text::Word kAlone[] = {U"mẫu", U"biểu", U"bảng", U"tcvn", U"qcvn", U"tcxdvn", U"tcxd", U"tcn", U"iso", U"iec", U"tccs", U"tcqs",
                                                U"thửa", U"lô", U"nhà", U"ngõ", U"ngách", U"hẻm", U"kiệt", U"biển", U"trang", U"hình", U"km", U"sổ"};
        for (const text::Word& alone : kAlone) {
            // “nhà số 12”, but “lựa chọn nhà thầu số …”
            if (word(at, alone)) return !word(at, U"nhà") || marked(at + 1, kSo) || is(at + 1, Kind::number);
        }
        return std::any_of(std::begin(kPairs), std::end(kPairs), [&](const Pair& pair) {
            return (word(at, pair.first) && word(at + 1, pair.second)) || (word(at, pair.second) && word(at - 1, pair.first));
        });
    }

    // --- dates ----------------------------------------------------------------------------------------------
    struct DateAt {
        CitedDate date;
        std::int32_t end = 0;
    };

    [[nodiscard]] static bool isSeparator(Kind kind) { return kind == Kind::slash || kind == Kind::dot || kind == Kind::dash; }

    void judge(CitedDate& date, std::int32_t day, std::int32_t month, std::int32_t year, std::int32_t yearDigits) const {
        if (yearDigits == 2) {
            year += year < 50 ? 2000 : 1900;
        } else if (yearDigits != 4) {
            date.fault = DateFault::malformed;
            return;
        }
        date.year = year;
        if (month < 1 || month > 12 || day < 1 || day > text::daysOf(month, year) || year < 1900 || year > 2200) {
            date.fault = DateFault::impossible;
            return;
        }
        date.value = Date{year, month, day};
    }

    /// Digits of a date at `at`: 05/3/2020, 05.3.2020, 5-3-2020.
    [[nodiscard]] std::optional<DateAt> digitsAt(std::int32_t at, bool led) const {
        if (!is(at, Kind::number) || at + 1 >= size_ || !isSeparator(token(at + 1).kind)) return std::nullopt;
        const Kind sign = token(at + 1).kind;
        DateAt out;
        out.date.form = sign == Kind::slash ? DateForm::slashes : sign == Kind::dot ? DateForm::dots : DateForm::dashes;
        if (!is(at + 2, Kind::number)) return std::nullopt;
        if (at + 4 < size_ && isSeparator(token(at + 3).kind) && is(at + 4, Kind::number) && (led || token(at + 3).kind == sign)) {
            const std::int32_t dayDigits = length(at), monthDigits = length(at + 2), yearDigits = length(at + 4);
            if (!led && (yearDigits != 4 || dayDigits > 2 || monthDigits > 2 || sign != Kind::slash)) return std::nullopt;
            out.end = at + 5;
            if (dayDigits > 2 || monthDigits > 2) {
                out.date.fault = DateFault::malformed;
            } else {
                judge(out.date, valueOf(view(at)), valueOf(view(at + 2)), valueOf(view(at + 4)), yearDigits);
                const std::int32_t month = valueOf(view(at + 2));
                out.date.zeroMonth = monthDigits == 2 && month >= 3 && month <= 9;
            }
            out.date.at = span(at, out.end);
            return out;
        }
        // a separator is missing: 01/102025
        if (led && length(at) <= 2 && length(at + 2) >= 5) {
            out.end = at + 3;
            out.date.fault = DateFault::malformed;
            out.date.at = span(at, out.end);
            return out;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::int32_t dots(std::int32_t at) const {
        const std::int32_t first = at;
        while (at < size_ && at < first + 24 && (is(at, Kind::dot) || is(at, Kind::other) || is(at, Kind::slash))) ++at;
        return at;
    }

    /// What follows “ngày”.
    [[nodiscard]] std::optional<DateAt> dayAt(std::int32_t at) const {
        if (word(at, U"mùng") || word(at, U"mồng")) ++at;
        if (auto digits = digitsAt(at, true)) return digits;
        DateAt out;
        out.date.form = DateForm::words;
        const std::int32_t first = at;
        bool blank = false;
        std::int32_t day = 0, month = 0;
        if (is(at, Kind::number) && length(at) <= 2) {
            day = valueOf(view(at));
            ++at;
        } else {
            at = dots(at);
            blank = true;
        }
        if (!marked(at, kThang)) {
            // “ngày …/…/2025”, “ngày …/6/2025”
            if (blank && at > first && is(at, Kind::number) && length(at) <= 2 && is(at + 1, Kind::slash) && isYear(at + 2)) at += 2;
            if (blank && at > first && isYear(at)) {
                out.date.form = DateForm::slashes;
                out.date.fault = DateFault::blank;
                out.date.year = valueOf(view(at));
                out.end = at + 1;
                out.date.at = span(first, out.end);
                return out;
            }
            return std::nullopt;
        }
        ++at;
        if (is(at, Kind::number) && length(at) <= 2) {
            month = valueOf(view(at));
            out.date.zeroMonth = length(at) == 2 && month >= 3 && month <= 9;
            ++at;
        } else if (marked(at, kMonth) && !(marked(at, kNam) && is(at + 1, Kind::number))) {
            month = monthOf(token(at).hash);
            ++at;
            if (month == 10 && word(at, U"một")) month = 11, ++at;
            else if (month == 10 && word(at, U"hai")) month = 12, ++at;
        } else {
            const std::int32_t end = dots(at);
            blank = true;
            at = end;
        }
        if (is(at, Kind::comma)) ++at;
        if (!marked(at, kNam)) return std::nullopt;
        ++at;
        if (!is(at, Kind::number)) {
            const std::int32_t end = dots(at);
            if (!blank || end == at) return std::nullopt;
            out.date.fault = DateFault::blank;
            out.end = end;
            out.date.at = span(first, end);
            return out;
        }
        out.end = at + 1;
        out.date.at = span(first, out.end);
        if (blank) {
            out.date.fault = DateFault::blank;
            out.date.year = length(at) == 4 ? valueOf(view(at)) : 0;
        } else {
            judge(out.date, day, month, valueOf(view(at)), length(at) == 2 ? 0 : length(at));
        }
        return out;
    }

    /// “được Quốc hội thông qua”, “được Quốc hội khóa XV thông qua” before “ngày”: one past it; `at` where it is not written.
    [[nodiscard]] std::int32_t passedEnd(std::int32_t at) const {
        constexpr std::int32_t kLongest = 12;
        if (!word(at, U"được")) return at;
        for (std::int32_t k = at + 1; k < at + kLongest && is(k, Kind::word); ++k) {
            if (word(k, U"thông") && word(k + 1, U"qua")) return marked(k + 2, kNgay) ? k + 2 : at;
            if (marked(k, kType | kNgay)) return at;
        }
        return at;
    }

    /// A date of the citation that ends before `at`, with what leads to it: “, ngày”, “ban hành ngày”, “(ngày …)”.
    [[nodiscard]] std::optional<DateAt> dateAt(std::int32_t at) const {
        std::int32_t next = at;
        const bool comma = is(next, Kind::comma);
        if (comma) ++next;
        bool open = is(next, Kind::open);
        if (open) ++next;
        if (word(next, U"ban") && word(next + 1, U"hành")) next += 2;
        else if (word(next, U"được") && word(next + 1, U"ban") && word(next + 2, U"hành")) next += 3;
        else if ((word(next, U"ký") || word(next, U"kí")) && marked(next + 1, kNgay)) next += 1;
        else next = passedEnd(next);
        std::optional<DateAt> out;
        if (marked(next, kNgay)) {
            if (is(next + 1, Kind::colon)) ++next;
            out = dayAt(next + 1);
        } else if (next == at + (comma ? 1 : 0) + (open ? 1 : 0)) {
            out = digitsAt(next, false);
        }
        if (!out) return std::nullopt;
        out->date.commaBefore = comma;
        if (open && is(out->end, Kind::close)) ++out->end;
        return out;
    }

    // --- the parts behind the symbol ------------------------------------------------------------------------
    /// “(cũ)”, “(trước sắp xếp)”, “(nay là …)”: a short remark on the issuer.
    [[nodiscard]] std::int32_t remarkEnd(std::int32_t at) const {
        if (!is(at, Kind::open)) return at;
        if (!word(at + 1, U"cũ") && !word(at + 1, U"trước") && !word(at + 1, U"nay") && !word(at + 1, U"mới")) return at;
        for (std::int32_t i = at + 1; i < size_ && i < at + 16; ++i) {
            if (is(i, Kind::close)) return i + 1;
        }
        return at;
    }

    void readTail(Parsed& one, std::int32_t at) const {
        const bool joint = isJoint(one);
        std::int32_t end = at;
        for (std::int32_t round = 0; round < 4; ++round) {
            if (one.date.form == DateForm::none) {
                if (auto date = dateAt(end)) {
                    one.date = date->date;
                    end = date->end;
                    continue;
                }
            }
            if (one.issuer.empty() && readIssuer(one, end, joint)) continue;
            const std::int32_t remark = remarkEnd(end);
            if (remark > end && !one.issuer.empty()) {
                // counts as read only where more of the citation follows it
                const std::int32_t before = end;
                end = remark;
                if (one.date.form == DateForm::none && dateAt(end)) continue;
                end = before;

            }
            break;
        }
        if (one.date.form == DateForm::none) readYear(one, end);
        one.lastToken = end;
    }

    [[nodiscard]] static bool isJoint(const Parsed& one) {
        if (one.symbol.starts_with(U"TTLT") || one.symbol.starts_with(U"NQLT") || one.symbol.find(U"LT-") != std::u32string::npos) return true;
        if (one.type >= 0) {
            const std::u32string_view name = documentTypes()[index(one.type)].name;
            if (name.find(U"liên tịch") != name.npos || name.find(U"liên ngành") != name.npos || name.find(U"phối hợp") != name.npos) return true;
        }
        return false;
    }

    [[nodiscard]] bool readIssuer(Parsed& one, std::int32_t& end, bool joint) const {
        std::int32_t at = end;
        if (is(at, Kind::comma) && marked(at + 1, kCua)) ++at;
        const bool led = marked(at, kCua);
        const bool by = !led && word(at, U"do");
        const bool between = !led && word(at, U"giữa");      // of a contract: “giữa … và …”
        if (led || by || between) {
            ++at;
        } else if (!isCapital(at) || completeIssuer(at) == at) {
            return false;                        // without “của” only a name that cannot be anything else
        }
        const std::int32_t stop = issuerEnd(at, joint || between);
        if (stop == at) return false;
        if (by && !(word(stop, U"ban") && word(stop + 1, U"hành"))) return false;
        one.issuer = cleaned(stream_, at, stop);
        one.issuerAt = span(at, stop);
        end = by ? stop + 2 : stop;
        return true;
    }

    void readYear(Parsed& one, std::int32_t& end) const {
        std::int32_t at = end;
        if (is(at, Kind::comma)) ++at;
        if (!marked(at, kNam) || !isYear(at + 1)) return;
        one.date.form = DateForm::yearOnly;
        one.date.year = valueOf(view(at + 1));
        one.date.at = span(at, at + 2);
        end = at + 2;
        if (one.issuer.empty() && marked(end, kCua)) (void)readIssuer(one, end, isJoint(one));
    }

    // --- issuers --------------------------------------------------------------------------------------------
    [[nodiscard]] std::int32_t completeIssuer(std::int32_t at) const {
        if (!is(at, Kind::word)) return at;
        for (const Phrase& phrase : completeIssuersBeginningWith(token(at).hash)) {
            const auto count = static_cast<std::int32_t>(phrase.words.size());
            if (at + count > size_) continue;
            bool all = true;
            for (std::int32_t k = 1; all && k < count; ++k) all = is(at + k, Kind::word) && token(at + k).hash == phrase.words[index(k)];
            if (all) return at + count;
        }
        return at;
    }

    /// “Ban …”, “Tổ …”, “Trưởng Ban …”: bodies that are named after what they are for.
    [[nodiscard]] bool isBody(std::int32_t at) const {
        if (word(at, U"trưởng")) ++at;
        return word(at, U"ban") || word(at, U"tổ") || word(at, U"tiểu");
    }

    /// A citation begins here: its type and then “số” or a number.
    [[nodiscard]] bool beginsCitation(std::int32_t at) const {
        if (marked(at, kSo)) return is(soEnd(at), Kind::number);
        const TypeAt type = typeAt(at);
        if (type.type < 0) return false;
        if (documentTypes()[index(type.type)].naming == Naming::byName) {
            return isCapital(at) && !word(type.end, U"sư") && (isCapital(type.end) || marked(type.end, kSo | kNam) || is(type.end, Kind::number));
        }
        if (type.gluedSo) return true;
        return marked(type.end, kSo) || is(type.end, Kind::number) || (isCapital(at) && marked(type.end, kNgay));
    }

    // --- one citation ---------------------------------------------------------------------------------------
    std::int32_t citationAt(std::int32_t at) {
        if (is(at, Kind::word)) {
            if (marked(at, kType)) {
                const TypeAt type = typeAt(at);
                if (type.type >= 0) {
                    const bool byName = documentTypes()[index(type.type)].naming == Naming::byName;
                    const std::int32_t end = byName ? law(at, type) : behindType(at, type);
                    if (end > at) return end;
                }
            }
            if (marked(at, kSo)) return numbered(at, soEnd(at), true);
            return at;
        }
        if (is(at, Kind::number)) return numbered(at, at, false);
        return at;
    }

    Parsed begin(std::int32_t first, const Symbol& symbol) const {
        Parsed one;
        one.firstToken = first;
        one.number = symbol.number;
        one.year = symbol.year;
        one.symbol = symbol.symbol;
        one.party = symbol.party;
        return one;
    }

    std::int32_t finish(Parsed one) {
        constexpr std::size_t kUsual = 4;        // citations of a paragraph that has some
        one.at = span(one.firstToken, one.lastToken);
        const std::int32_t end = one.lastToken;
        if (out_.empty()) out_.reserve(kUsual);
        out_.push_back(std::move(one));
        return list(end);
    }

    /// Further members: “…, 301/TTr-SNV và số 302/TTr-SNV ngày …”.
    std::int32_t list(std::int32_t end) {
        std::int32_t at = end;
        if (!is(at, Kind::comma) && !marked(at, kVa) && !is(at, Kind::semicolon) && !word(at, U"hoặc")) return end;
        ++at;
        if (marked(at, kVa) || word(at, U"hoặc")) ++at;
        const std::int32_t number = soEnd(at);
        const auto symbol = symbolAt(number, number > at || is(at, Kind::number));
        if (!symbol || (number == at && symbol->groups < 2 && symbol->year.empty())) return end;
        const Parsed& before = out_.back();
        Parsed one = begin(at, *symbol);
        one.wordSo = number > at;
        one.symbolAt = span(number, symbol->end);
        one.continues = true;
        const std::u32string_view mine = firstGroup(one.symbol), theirs = firstGroup(before.symbol);
        const TypeIndex told = typeOfAbbreviation(mine, one.party);
        one.type = before.type >= 0 && (mine == theirs || told < 0) ? before.type : told;
        readTail(one, symbol->end);
        out_.back().sharesNext = true;
        return finish(std::move(one));
    }

    [[nodiscard]] static std::u32string_view firstGroup(std::u32string_view symbol) {
        return symbol.substr(0, symbol.find_first_of(U"-/"));
    }

    /// A number without a type before it.
    std::int32_t numbered(std::int32_t at, std::int32_t number, bool so) {
        const auto symbol = symbolAt(number, so);
        if (!symbol || barred(at)) return at;
        if (!so && symbol->groups < 2 && symbol->year.empty()) return at;
        if (!so && symbol->groups < 2 && !text::isDigit(symbol->symbol.back())) return at;
        if (!so && symbol->firstGroup.size() < 2) return at;
        // “khu phố 12/KP-A”: no agency has one letter
        if (!so && symbol->year.empty() && symbol->symbol.size() > 1 && symbol->symbol[symbol->symbol.size() - 2] == U'-' && text::isLetter(symbol->symbol.back())) return at;
        if (so && symbol->groups < 2 && symbol->symbol.size() < 2) return at;
        Parsed one = begin(at, *symbol);
        one.wordSo = so;
        one.symbolAt = span(number, symbol->end);
        one.type = typeOfAbbreviation(text::isUpper(symbol->firstGroup.front()) ? symbol->firstGroup : text::toUpper(symbol->firstGroup), symbol->party);
        readTail(one, symbol->end);
        const bool bare = one.date.form == DateForm::none && one.issuer.empty();
        if (bare && ownNumber(at, one.lastToken, so)) return one.lastToken;
        // “chỉ tiêu số 5/NQ”, “phiếu số 12/PKS”: anything may be numbered like that
        if (bare && so && symbol->groups < 2 && symbol->year.empty()) return at;
        return finish(std::move(one));
    }

    /// “Số: 12/BC-UBND” alone on its line is the number line of a document, this one or one that is copied.
    [[nodiscard]] bool ownNumber(std::int32_t first, std::int32_t last, bool so) const {
        if (!so || !isCapital(first)) return false;
        if (first > 0 && !token(first).newline) return false;
        return last >= size_ || token(last).newline;
    }

    std::int32_t behindType(std::int32_t at, const TypeAt& type) {
        const bool capital = isCapital(at);
        std::int32_t next = type.end;
        Parsed one;
        // “Quyết định của Thủ tướng Chính phủ số 142/2008/QĐ-TTg”
        if (marked(next, kCua) && capital) {
            const std::int32_t stop = issuerEnd(next + 1, false);
            if (stop > next + 1 && ((marked(stop, kSo) && is(soEnd(stop), Kind::number)) || marked(stop, kNgay))) {
                one.issuer = cleaned(stream_, next + 1, stop);
                one.issuerAt = span(next + 1, stop);
                next = stop;
            }
        }
        // “Báo cáo thẩm định số …”
        if (!marked(next, kSo) && !type.gluedSo && one.issuer.empty()) {
            std::int32_t k = next;
            while (k < next + kLongestQualifier && isSmall(k) && !marked(k, kSo | kNgay | kCua | kVa | kVe | kNotDocument) && typeAt(k).type < 0) ++k;
            if (k > next && marked(k, kSo) && symbolAt(soEnd(k), true)) next = k;
        }
        const std::int32_t number = soEnd(next);
        const bool so = number > next || type.gluedSo;
        one.firstToken = at;
        one.type = type.type;
        one.typeWritten = true;
        one.typeCapital = capital;
        one.wordSo = so;
        if (const auto symbol = symbolAt(number, true)) {
            if (!so && symbol->groups < 2 && symbol->year.empty() && !capital) return at;
            fill(one, *symbol);
            one.symbolAt = span(number, symbol->end);
            readTail(one, symbol->end);
            return finish(std::move(one));
        }
        if (is(number, Kind::number) && so) {
            if (const std::int32_t end = borrowed(one, number); end > 0) return end;
        }
        if (yearAlone(one, number)) {
            readTail(one, number + 3);
            return finish(std::move(one));
        }
        // no symbol: a date or an issuer must show that a document is meant
        if (!capital) return at;
        if (is(number, Kind::number) && length(number) <= kLongestNumber && !is(number + 1, Kind::slash)) {
            one.number = view(number);
            one.symbolAt = span(number, number + 1);
            readTail(one, number + 1);
            const bool dated = one.date.form != DateForm::none;
            if (!dated && (one.issuer.empty() || !so)) return at;
            if (!so && !(dated && one.date.value)) return at;
            return finish(std::move(one));
        }
        if (number != next) return at;
        if (!marked(next, kNgay)) return at;
        const auto date = dayAt(next + 1);
        if (!date || !date->date.value) return at;
        // “Quyết định ngày 12/5/2025 số 67/QĐ-SNV của …”
        if (const std::int32_t behind = soEnd(date->end); behind > date->end) {
            if (const auto symbol = symbolAt(behind, true)) {
                fill(one, *symbol);
                one.wordSo = true;
                one.symbolAt = span(behind, symbol->end);
                one.date = date->date;
                readTail(one, symbol->end);
                return finish(std::move(one));
            }
        }
        readTail(one, next);
        return finish(std::move(one));
    }

    /// “Nghị định 30/2020”: number and year without the symbol. Elsewhere a month may be meant, unless “số” is written.
    bool yearAlone(Parsed& one, std::int32_t number) const {
        if (!is(number, Kind::number) || length(number) > kLongestNumber || !is(number + 1, Kind::slash) || !isYear(number + 2)) return false;
        if (spaced(number + 1) || spaced(number + 2)) return false;
        const std::int32_t end = number + 3;
        if ((is(end, Kind::slash) || is(end, Kind::dash)) && !spaced(end)) return false;
        const std::u32string_view name = documentTypes()[index(one.type)].name;
        const bool bearsYear = name == U"Nghị định" || name == U"Thông tư" || name == U"Thông tư liên tịch";
        if (!bearsYear && !(one.wordSo && one.typeCapital)) return false;
        one.number = view(number);
        one.year = view(number + 2);
        one.symbolAt = span(number, end);
        return true;
    }

    static void fill(Parsed& one, const Symbol& symbol) {
        one.number = symbol.number;
        one.year = symbol.year;
        one.symbol = symbol.symbol;
        one.party = symbol.party;
    }

    /// “Quyết định số 42, 43 và 44/QĐ-UBND”: the symbol stands at the last number only.
    std::int32_t borrowed(Parsed one, std::int32_t number) {
        std::array<std::int32_t, kMostBorrowed> numbers{};
        std::size_t count = 0;
        std::int32_t at = number;
        std::optional<Symbol> symbol;
        while (count < numbers.size() && is(at, Kind::number) && length(at) <= kLongestNumber) {
            symbol = symbolAt(at, true);
            if (symbol) break;
            numbers[count++] = at;
            std::int32_t next = at + 1;
            if (!is(next, Kind::comma) && !marked(next, kVa)) return 0;
            ++next;
            if (marked(next, kVa)) ++next;
            at = soEnd(next);
        }
        if (!symbol || count == 0 || symbol->groups < 2) return 0;
        for (std::size_t i = 0; i < count; ++i) {
            Parsed copy = one;
            fill(copy, *symbol);
            copy.number = view(numbers[i]);
            copy.firstToken = i == 0 ? one.firstToken : numbers[i];
            copy.lastToken = numbers[i] + 1;
            copy.typeWritten = i == 0 && one.typeWritten;
            copy.continues = i > 0;
            copy.symbolAt = span(numbers[i], numbers[i] + 1);
            copy.sharesNext = true;
            copy.at = span(copy.firstToken, copy.lastToken);
            out_.push_back(std::move(copy));
        }
        one.firstToken = at;
        one.typeWritten = false;
        one.continues = true;
        fill(one, *symbol);
        one.symbolAt = span(at, symbol->end);
        readTail(one, symbol->end);
        return finish(std::move(one));
    }

    // --- laws -----------------------------------------------------------------------------------------------
    std::int32_t law(std::int32_t at, const TypeAt& type) {
        const bool capital = isCapital(at);
        std::int32_t next = type.end;
        if (word(next, U"sư") && isSmall(next)) return at;
        Parsed one;
        one.firstToken = at;
        one.type = type.type;
        one.typeWritten = true;
        one.typeCapital = capital;
        if (is(next, Kind::quote)) ++next;
        const std::int32_t nameFirst = next;
        std::int32_t nameLast = next;
        for (std::int32_t k = next; k < size_ && k < next + kLongestLawName; ++k) {
            if (marked(k, kSo) && is(soEnd(k), Kind::number)) {
                if (const auto symbol = symbolAt(soEnd(k), true)) {
                    // “Luật Căn cước (số 26/2023/QH15) ngày …”
                    const bool bracketed = is(k - 1, Kind::open) && is(symbol->end, Kind::close);
                    nameLast = bracketed ? k - 1 : k;
                    fill(one, *symbol);
                    one.wordSo = true;
                    one.symbolAt = span(soEnd(k), symbol->end);
                    one.name = cleaned(stream_, nameFirst, nameLast);
                    readTail(one, symbol->end + (bracketed ? 1 : 0));
                    return finish(std::move(one));
                }
                return at;
            }
            if (!capital) return at;             // written small only in “luật số …”
            if (marked(k, kNgay)) {
                const auto date = dayAt(k + 1);
                if (!date || k == nameFirst) return at;
                return lawWithName(one, nameFirst, k);
            }
            if (is(k, Kind::comma) && marked(k + 1, kNgay) && dayAt(k + 2)) return k > nameFirst ? lawWithName(one, nameFirst, k) : at;
            if (marked(k, kNam) && isYear(k + 1)) return lawYear(one, nameFirst, k, k + 2);
            if (isYear(k)) return !is(k + 1, Kind::slash) && !is(k + 1, Kind::dash) ? lawYear(one, nameFirst, k, k + 1) : at;
            if (is(k, Kind::number)) {
                // Luật 57/2024/QH15
                const auto symbol = k == nameFirst ? symbolAt(k, true) : std::nullopt;
                if (!symbol) return at;
                fill(one, *symbol);
                one.symbolAt = span(k, symbol->end);
                readTail(one, symbol->end);
                return finish(std::move(one));
            }
            if (is(k, Kind::comma)) {
                // “Luật Phòng, chống …”: another citation or agency does not follow the comma
                if (typeAt(k + 1).type >= 0 && isCapital(k + 1)) return at;
                continue;
            }
            if (is(k, Kind::dash) || is(k, Kind::ampersand)) continue;
            // “Luật Căn cước (số 26/2023/QH15)”
            if (is(k, Kind::open) && k > nameFirst && marked(k + 1, kSo)) continue;
            if (!is(k, Kind::word)) return at;
            // “Luật Đất đai được Quốc hội thông qua ngày …”
            if (k > nameFirst && passedEnd(k) > k) return dateAt(k) ? lawWithName(one, nameFirst, k) : at;
            if (isSmall(k) && ends(k, kLawEnd) && !(word(k, U"luật") && k > nameFirst)) return at;
            if (k > nameFirst && isCapital(k) && marked(k, kType) && !marked(k - 1, kVa) && !word(k - 1, U"của")) {
                const TypeAt other = typeAt(k);
                if (other.type >= 0 && documentTypes()[index(other.type)].naming == Naming::bySymbol && beginsCitation(k)) return at;
            }
        }
        return at;
    }

    std::int32_t lawWithName(Parsed one, std::int32_t first, std::int32_t last) {
        one.name = cleaned(stream_, first, last);
        readTail(one, last);
        return finish(std::move(one));
    }

    std::int32_t lawYear(Parsed one, std::int32_t first, std::int32_t last, std::int32_t end) {
        const bool constitution = documentTypes()[index(one.type)].name == U"Hiến pháp";
        if (last == first && !constitution) return one.firstToken;
        one.name = cleaned(stream_, first, last);
        one.date.form = DateForm::yearOnly;
        one.date.year = valueOf(view(end - 1));
        one.date.at = span(last, end);
        // “năm 2025 số …” is not written; the issuer may be
        std::int32_t stop = end;
        if (marked(stop, kCua)) (void)readIssuer(one, stop, false);
        one.lastToken = stop;
        return finish(std::move(one));
    }

    // --- subjects -------------------------------------------------------------------------------------------
    void readSubject(std::size_t which);
    [[nodiscard]] std::int32_t subjectEnd(std::int32_t at, std::size_t which) const;

    const Stream& stream_;
    const std::vector<Token>& tokens_;
    std::int32_t size_;
    std::vector<Parsed> out_;
};

std::int32_t Parser::issuerEnd(std::int32_t at, bool joint) const {
    if (!is(at, Kind::word)) return at;
    const bool lead = marked(at, kIssuer);
    if (!isCapital(at) && !(lead && (word(at, U"ủy") || word(at, U"uỷ") || word(at, U"hội") || word(at, U"chính")))) return at;
    if (beginsCitation(at)) return at;
    const auto jointAt = [&](std::int32_t k) { return joint && isCapital(k) && marked(k, kIssuer) && !beginsCitation(k); };
    /// Another issuer behind “,”, “và”, “-” of a joint document.
    const auto goesOn = [&](std::int32_t k) -> std::int32_t {
        const bool sign = is(k, Kind::comma) || is(k, Kind::dash) || marked(k, kVa);
        if (!sign || !jointAt(k + 1)) return k;
        if (is(k, Kind::comma)) {
            // a comma enumerates them only where “và” names the last one
            std::int32_t ahead = k + 1;
            while (ahead < size_ && ahead < k + 14 && (is(ahead, Kind::word) || is(ahead, Kind::comma)) && !(marked(ahead, kVa) && jointAt(ahead + 1))) ++ahead;
            if (ahead >= size_ || !marked(ahead, kVa)) return k;
        }
        return issuerEnd(k + 1, joint);
    };
    if (const std::int32_t end = completeIssuer(at); end > at) {
        // “Văn phòng Trung ương Đảng”, but “Ban Tổ chức Trung ương …” may be a province's: a capital goes on
        // “Bộ Chính trị, Ban Bí thư” conclude together
        if (is(end, Kind::comma) && word(at + 1, U"chính") && isCapital(end + 1) && word(end + 1, U"ban") && word(end + 2, U"bí") && word(end + 3, U"thư")) return end + 4;
        const std::int32_t more = goesOn(end);
        return more > end ? more : end;
    }
    std::int32_t end = at;
    bool place = false;                          // a place has been named, or its noun stands last
    bool named = false;
    std::int32_t headingName = 0;                // words behind the place in a heading
    const bool field = marked(at, kTakesField);
    // in a heading all letters are capitals: they tell nothing of where a name goes on
    const bool heading = at > 0 && is(at - 1, Kind::word) && token(at - 1).upper && token(at - 1).end - token(at - 1).start > 1;
    for (std::int32_t k = at; k < size_ && k < at + kLongestIssuer; ++k) {
        if (is(k, Kind::word)) {
            // on the next line a place's name may go on (“tỉnh / Lâm Đồng”); a capital before a small word begins a sentence
            if (k > at && token(k).newline && isCapital(k) && place && isSmall(k + 1) && !ends(k + 1, kStop) && !marked(k + 1, kNgay | kVa)) break;
            if (word(k, U"v") && is(k + 1, Kind::slash) && word(k + 2, U"v")) break;
            if (marked(k, kNgay) || (marked(k, kSo) && is(k + 1, Kind::number)) || (marked(k, kNam) && is(k + 1, Kind::number))) break;
            if (k > at && marked(k, kType) && beginsCitation(k)) {
                // “Ban Chỉ đạo Đề án 06”: named after a document
                const std::int32_t number = typeAt(k).end;
                const bool name = isBody(at) && is(number, Kind::number) && length(number) <= 4 && !is(number + 1, Kind::slash) && !is(number + 1, Kind::dash);
                if (!name) break;
                end = number + 1;
                k = number;
                continue;
            }
            if (marked(k, kVa)) {
                const std::int32_t next = k + 1;
                if (!is(next, Kind::word) || beginsCitation(next)) break;
                if (isCapital(next)) {
                    if (marked(next, kIssuer) && !joint && (place || completeIssuer(next) > next || marked(next, kTakesField))) {
                        // “Sở Nội vụ và Sở Tài chính” issue together only where the document says so; “Khoa học và Công nghệ” is a field
                        if (!word(next, U"công") && !word(next, U"hội") && !word(next, U"đoàn") && !word(next, U"trường") && !word(next, U"văn")) break;
                        if (place) break;
                    }
                    if (place && !joint) break;
                    end = k + 2;
                    k = next;
                    place = named = false;
                    continue;
                }
                if (place || ends(next, kStop) || word(next, U"các")) break;
                end = k + 2;
                k = next;
                continue;
            }
            if (token(k).capital && !heading) {
                if (named && marked(k, kType) && beginsCitation(k)) break;
                if (place && marked(k, kPlace) == false) named = true;
                end = k + 1;
                if (marked(k, kPlace) && word(k, U"thành") && word(k + 1, U"phố")) {
                    end = ++k + 1;
                    place = true;
                    named = false;
                }
                continue;
            }
            // small letters
            if (k > at && marked(k, kPlace)) {
                const bool two = (word(k, U"thành") && word(k + 1, U"phố")) || (word(k, U"thị") && (word(k + 1, U"xã") || word(k + 1, U"trấn"))) ||
                                 (word(k, U"đặc") && word(k + 1, U"khu"));
                const bool one = !(word(k, U"xã") && word(k + 1, U"hội")) && !word(k, U"thành") && !word(k, U"thị") && !word(k, U"đặc") && !word(k, U"khu") && !word(k, U"thủ");
                if (two || one) {
                    if (two) ++k;
                    end = k + 1;
                    place = true;
                    named = false;
                    continue;
                }
            }
            if (k > at && word(k, U"của") && field && isCapital(k + 1)) {
                // “Đoàn giám sát của Ủy ban thường vụ Quốc hội”
                const std::int32_t more = issuerEnd(k + 1, joint);
                if (more > k + 1 && !place) return more;
                break;
            }
            if (marked(k, kCua)) break;
            // the capitals of a heading do not show where the place's own name ends: “XÃ ĐÔNG KHÊ VỀ VIỆC …”
            if (place && !(heading && ++headingName <= kLongestPlace)) break;
            // “Tổ giúp việc Ban Chỉ đạo …”, “Ban Chỉ đạo chuyển đổi số xã …”
            const bool helps = word(k, U"việc") && word(k - 1, U"giúp");
            const bool digital = word(k, U"chuyển") && word(k + 1, U"đổi") && word(k + 2, U"số");
            if (ends(k, kStop) && k > at && !(isBody(at) && (helps || digital))) {
                const bool completes = k == at + 1 && field;
                const bool purpose = word(k, U"cho") && isCapital(k + 1);
                const bool turn = word(k, U"lần") && word(k + 1, U"thứ");
                const bool party = (word(k, U"thường") || word(k, U"chấp") || word(k, U"chỉ")) && field;
                if (!completes && !purpose && !turn && !party) break;
            }
            end = k + 1;
            continue;
        }
        if (is(k, Kind::number)) {
            const bool attached = !spaced(k) && is(k - 1, Kind::word);
            const bool counted = word(k - 1, U"khu") || (word(k - 1, U"vực") && word(k - 2, U"khu")) || word(k - 1, U"thứ") || word(k - 1, U"quận") || word(k - 1, U"phường") || word(k - 1, U"đoàn");
            // “Ban Chỉ đạo 35”, “Ban Chỉ đạo quốc gia 1237”
            const bool body = isBody(at) && !place && length(k) <= 4 && !is(k + 1, Kind::slash) && !is(k + 1, Kind::dot);
            if (!attached && !counted && !body) break;
            end = k + 1;
            continue;
        }
        if (is(k, Kind::comma)) {
            if (const std::int32_t more = goesOn(k); more > k) return more;
            if (place || !is(k + 1, Kind::word) || beginsCitation(k + 1)) break;
            // a title with a second one: “Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ”
            if (k == at + 2 && word(at + 1, U"trưởng") && isCapital(k + 1)) {
                end = k + 2;
                ++k;
                continue;
            }
            // fields that are enumerated: “Văn hóa, Thể thao và Du lịch”; “và” closes them
            if (field && isCapital(k + 1) && !(marked(k + 1, kIssuer) && marked(k + 1, kTakesField)) && completeIssuer(k + 1) == k + 1) {
                std::int32_t ahead = k + 1;
                bool closed = false;
                for (; ahead < size_ && ahead < k + 12; ++ahead) {
                    if (marked(ahead, kVa)) {
                        closed = isCapital(ahead + 1) && !beginsCitation(ahead + 1);
                        break;
                    }
                    if (is(ahead, Kind::comma) && isCapital(ahead + 1)) continue;
                    if (!is(ahead, Kind::word) || (isSmall(ahead) && (ends(ahead, kStop) || marked(ahead, kPlace)))) break;
                }
                if (closed) continue;
            }
            // “phòng, chống”, “Thẩm định, đánh giá Chỉ số”
            if (field && isSmall(k + 1) && !ends(k + 1, kStop) && !marked(k + 1, kClause) && (word(k - 1, U"phòng") || isCapital(k + 2) || isCapital(k + 3))) continue;
            break;
        }
        if (is(k, Kind::dash)) {
            if (const std::int32_t more = goesOn(k); more > k) return more;
            if (!is(k + 1, Kind::word) || beginsCitation(k + 1)) break;
            if (isSmall(k + 1) && (place || ends(k + 1, kStop))) break;
            continue;
        }
        if (is(k, Kind::ampersand) && is(k + 1, Kind::word)) continue;
        if (is(k, Kind::dot) && !spaced(k) && is(k + 1, Kind::word) && (word(k - 1, U"tp") || word(k - 1, U"tx") || word(k - 1, U"p"))) continue;
        break;
    }
    return end;
}

void Parser::readSubject(std::size_t which) {
    Parsed& one = out_[which];
    if (one.type >= 0 && documentTypes()[index(one.type)].naming == Naming::byName) return;
    std::int32_t at = one.lastToken;
    if (const std::int32_t remark = remarkEnd(at); remark > at) at = remark;
    const std::int32_t begin = at;
    if (is(at, Kind::comma)) ++at;
    bool open = is(at, Kind::open);
    if (open) ++at;
    Opener opener = Opener::none;
    std::int32_t words = at;
    if (marked(at, kVe) && marked(at + 1, kViec)) {
        opener = Opener::aboutTheMatter;
        words = at + 2;
    } else if (marked(at, kVe)) {
        opener = Opener::about;
        words = at + 1;
    } else if (word(at, U"v") && is(at + 1, Kind::slash) && word(at + 2, U"v")) {
        opener = Opener::aboutTheMatter;
        words = at + 3;
        if (is(words, Kind::colon)) ++words;
    } else if (marked(at, kViec) && is(at - 1, Kind::comma) == false) {
        opener = Opener::theMatter;
        words = at + 1;
    } else if (!open && at == begin && marked(at, kOpens) && is(at + 1, Kind::word) && !token(at).upper) {
        opener = Opener::verb;
    } else {
        return;
    }
    const std::int32_t end = subjectEnd(words, which);
    if (end - words < 2) return;
    one.opener = opener;
    one.subject = cleaned(stream_, words, end);
    one.subjectAt = span(at, end);
}

std::int32_t Parser::subjectEnd(std::int32_t at, std::size_t which) const {
    std::int32_t depth = 0;
    std::size_t next = which + 1;
    for (std::int32_t k = at; k < size_ && k < at + kLongestSubject; ++k) {
        while (next < out_.size() && out_[next].firstToken < k) ++next;
        const bool citation = next < out_.size() && out_[next].firstToken == k;
        if (is(k, Kind::semicolon)) return k;
        if (is(k, Kind::open)) ++depth;
        if (is(k, Kind::close) && --depth < 0) return k;
        if (is(k, Kind::dot)) {
            const bool sentence = k + 1 >= size_ || (spaced(k + 1) && (!is(k + 1, Kind::word) || isCapital(k + 1) || is(k + 1, Kind::number)));
            if (sentence || is(k + 1, Kind::slash) || is(k + 1, Kind::dot)) return k;
        }
        // a wrapped line goes on with a small word; else the next line is another matter
        if (k > at && token(k).newline && !isSmall(k)) return k;
        if (is(k, Kind::comma) && depth == 0) {
            const std::int32_t behind = k + 1;
            const bool listed = next < out_.size() && out_[next].firstToken == behind;
            if (listed || (isCapital(behind) && marked(behind, kIssuer) && !marked(behind, kPlace)) || (isSmall(behind) && marked(behind, kClause))) return k;
        }
        if (marked(k, kVa) && next < out_.size() && out_[next].firstToken == k + 1) return k;
        if (citation && k == at) continue;
    }
    return std::min(size_, at + kLongestSubject);
}

}  // namespace

std::string isoOf(const Date& date) {
    const auto digits = [](std::int32_t value, std::size_t width) {
        std::string text = std::to_string(value);
        return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
    };
    return digits(date.year, 4) + '-' + digits(date.month, 2) + '-' + digits(date.day, 2);
}

std::u32string Parsed::numberAndSymbol() const {
    if (number.empty()) return {};
    if (symbol.empty()) return year.empty() ? number : number + U'/' + year;
    if (party) return number + U'-' + symbol;
    return year.empty() ? number + U'/' + symbol : number + U'/' + year + U'/' + symbol;
}

std::u32string cleaned(const Stream& stream, std::int32_t firstToken, std::int32_t lastToken) {
    std::u32string out;
    for (std::int32_t i = firstToken; i < lastToken; ++i) {
        const Token& token = stream.tokens[static_cast<std::size_t>(i)];
        if (token.space && i > firstToken) out += U' ';
        out += stream.view(token);
    }
    return out;
}

std::vector<Parsed> parse(const Stream& stream) { return Parser(stream).run(); }

std::int32_t issuerEnd(const Stream& stream, std::int32_t at, bool joint) { return Parser(stream).issuerEnd(at, joint); }

}  // namespace thethuc::citations
