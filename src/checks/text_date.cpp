// “Hà Nội, ngày 05 tháng 01 năm 2020”: comma, words, zeros, and whether there is such a day.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/calendar.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;

struct Bit {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// A line of place and date taken apart. Positions are those of the shown words.
struct PlaceDate {
    Bit place;                ///< without comma; empty where there is none
    std::size_t dayWord = 0;  ///< where “ngày” (or the bare date) begins
    bool hasDayWord = false;
    std::optional<Bit> day, month, year;  ///< digits; nothing for a blank
    std::vector<Change> form;             ///< what makes it “ngày … tháng … năm …”
    bool wrongForm = false;               ///< something is missing that no change can supply
    bool slashed = false;                 ///< 5/3/2020
};

bool isBlankMark(char32_t c) noexcept {
    return c == U'.' || c == U'…' || c == U'_' || c == U'·';
}

/// Between the dots of a blank and a word that sticks to them: “......tháng”, “ngày…”.
bool blankEdge(std::u32string_view words, std::size_t i) {
    const auto blank = [&](std::size_t k) {
        if (k >= words.size() || !isBlankMark(words[k])) return false;
        // One full stop ends an abbreviation: “TP.Hồ Chí Minh”.
        return words[k] != U'.' || (k > 0 && words[k - 1] == U'.') || (k + 1 < words.size() && words[k + 1] == U'.');
    };
    return (blank(i - 1) && text::isLetter(words[i])) || (text::isLetter(words[i - 1]) && blank(i));
}

std::vector<Bit> bitsOf(std::u32string_view words, std::size_t from) {
    std::vector<Bit> bits;
    for (std::size_t i = from; i < words.size();) {
        while (i < words.size() && words[i] == U' ')
            ++i;
        std::size_t j = i;
        while (j < words.size() && words[j] != U' ' && !(j > i && blankEdge(words, j)))
            ++j;
        if (j > i) bits.push_back({i, j});
        i = j;
    }
    return bits;
}

std::u32string_view at(std::u32string_view words, const Bit& bit) {
    return words.substr(bit.start, bit.end - bit.start);
}

bool isNumber(std::u32string_view words) {
    return !words.empty() && std::all_of(words.begin(), words.end(), text::isDigit);
}
bool isBlank(std::u32string_view words) {
    return std::all_of(words.begin(), words.end(), isBlankMark);
}

std::int32_t valueOf(std::u32string_view digits) {
    std::int32_t value = 0;
    for (const char32_t c : digits.substr(0, 6))
        value = value * 10 + static_cast<std::int32_t>(c - U'0');
    return value;
}

std::u32string padded(std::u32string_view digits, bool zero) {
    std::u32string_view bare = digits;
    while (bare.size() > 1 && bare.front() == U'0')
        bare.remove_prefix(1);
    return (zero && bare.size() == 1 ? U"0" : U"") + std::u32string(bare);
}

/// 5/3/2020, 05-3-2020, 5.3.2020
std::optional<std::array<std::u32string, 3>> slashed(std::u32string_view words) {
    std::array<std::u32string, 3> parts;
    std::size_t part = 0;
    for (const char32_t c : words) {
        if (text::isDigit(c))
            parts[part].push_back(c);
        else if ((c == U'/' || c == U'.' || text::isDash(c)) && part < 2 && !parts[part].empty())
            ++part;
        else
            return std::nullopt;
    }
    if (part != 2 || parts[0].size() > 2 || parts[1].size() > 2 || (parts[2].size() != 4 && parts[2].size() != 2))
        return std::nullopt;
    return parts;
}

/// Months and days that take a zero, from the row of the zeros.
struct Zeros {
    std::int32_t dayBelow = 10;
    std::int32_t monthUpTo = 2;
};

Zeros zerosOf(const Context& context, const Element& element) {
    Zeros zeros;
    if (const auto* row = rowOf(context, element.kind, element.role, "number")) {
        zeros.dayBelow = row->limit.max.value_or(zeros.dayBelow);
        zeros.monthUpTo = row->limit.min.value_or(zeros.monthUpTo);
    }
    return zeros;
}

std::optional<PlaceDate> take(std::u32string_view words, const Zeros& zeros) {
    PlaceDate result;
    const std::vector<Bit> bits = bitsOf(words, 0);
    std::size_t first = bits.size();
    for (std::size_t i = 0; i < bits.size() && first == bits.size(); ++i) {
        // “Khê,ngày”: the word may stick to the comma.
        std::u32string_view bit = at(words, bits[i]);
        std::size_t offset = 0;
        if (const std::size_t comma = bit.rfind(U','); comma != std::u32string_view::npos && comma + 1 < bit.size()) {
            offset = comma + 1;
            bit = bit.substr(offset);
        }
        // “Khê, 11 tháng 9”: the word itself is missing.
        const bool bare = i + 1 < bits.size() && text::skeleton(at(words, bits[i + 1])) == U"thang" &&
                          (isNumber(bit) || isBlank(bit));
        if (text::skeleton(bit) == U"ngay" || slashed(bit) || bare) {
            result.hasDayWord = text::skeleton(bit) == U"ngay";
            result.dayWord = bits[i].start + offset;
            first = i;
        }
    }
    if (first == bits.size()) return std::nullopt;
    std::size_t end = result.dayWord;
    const auto isMark = [](char32_t c) { return c == U' ' || c == U',' || c == U';' || c == U':' || text::isDash(c); };
    while (end > 0 && isMark(words[end - 1]))
        --end;
    // A full stop behind the place is a mark too, unless the place is all dots.
    const bool dotted = isBlank(words.substr(0, end)) && end > 0;
    while (!dotted && end > 0 && words[end - 1] == U'.')
        --end;
    result.place = {0, end};

    std::vector<Bit> rest = bitsOf(words, result.dayWord);
    std::size_t i = 0;
    const auto word = [&](std::u32string_view right, std::u32string_view bones) {
        if (i >= rest.size() || text::skeleton(at(words, rest[i])) != bones) return false;
        Bit bit = rest[i];
        if (at(words, bit) != right && !same(at(words, bit), right))
            result.form.push_back({bit.start, bit.end, std::u32string(right)});
        ++i;
        return true;
    };
    // Takes a number or blank; strays behind a number (“05,”) go.
    const auto number = [&](std::optional<Bit>& into) {
        if (i >= rest.size()) return;
        Bit bit = rest[i];
        std::u32string_view token = at(words, bit);
        if (isBlank(token)) {
            ++i;
            return;
        }
        std::size_t digits = 0;
        while (digits < token.size() && text::isDigit(token[digits]))
            ++digits;
        if (digits == 0) return;
        const std::u32string_view tail = token.substr(digits);
        const bool stray = std::all_of(tail.begin(), tail.end(), [](char32_t c) { return c == U',' || c == U';'; });
        if (!isBlank(tail) && !stray) return;
        if (isBlank(tail) && !tail.empty() && tail != U".") {  // “20...”: a year still to be written
            ++i;
            return;
        }
        into = Bit{bit.start, bit.start + digits};
        if (!tail.empty()) result.form.push_back({bit.start + digits, bit.end, U""});
        ++i;
    };
    if (result.hasDayWord) word(U"ngày", U"ngay");
    const bool hasSlashes = !rest.empty() && !result.hasDayWord && slashed(at(words, rest[0])).has_value();
    if (!result.hasDayWord && !hasSlashes) result.form.push_back({result.dayWord, result.dayWord, U"ngày "});
    if (i < rest.size()) {
        Bit bit = rest[i];
        std::u32string_view token = at(words, bit);
        while (!token.empty() && (token.back() == U'.' || token.back() == U','))
            token.remove_suffix(1);
        if (const auto parts = slashed(token)) {
            result.slashed = true;
            const bool zeroDay = valueOf((*parts)[0]) < zeros.dayBelow;
            const bool zeroMonth = valueOf((*parts)[1]) <= zeros.monthUpTo;
            const std::u32string year = (*parts)[2].size() == 2 ? U"20" + (*parts)[2] : (*parts)[2];
            result.form.push_back({result.hasDayWord ? bit.start : result.dayWord, bit.end,
                                   std::u32string(result.hasDayWord ? U"" : U"ngày ") + padded((*parts)[0], zeroDay) +
                                       U" tháng " + padded((*parts)[1], zeroMonth) + U" năm " + year});
            return result;
        }
    }
    // “ngày 5/3 năm 2020”
    if (i + 1 < rest.size() && text::skeleton(at(words, rest[i + 1])) == U"nam") {
        const std::u32string_view token = at(words, rest[i]);
        const auto mark = token.find_first_of(U"/.-");
        if (mark != std::u32string_view::npos && mark <= 2 && isNumber(token.substr(0, mark)) && isNumber(token.substr(mark + 1)) && token.size() <= mark + 3) {
            const std::u32string_view day = token.substr(0, mark);
            const std::u32string_view month = token.substr(mark + 1);
            result.form.push_back({rest[i].start, rest[i].end, padded(day, valueOf(day) < zeros.dayBelow) + U" tháng " +
                                                                   padded(month, valueOf(month) <= zeros.monthUpTo)});
            return result;
        }
    }
    number(result.day);
    if (!word(U"tháng", U"thang")) {
        // “ngày 5 3 năm 2020” and the like: too far gone to guess, unless nothing but blanks is there.
        result.wrongForm = result.day.has_value() && i < rest.size();
        return result;
    }
    number(result.month);
    if (!result.month && i < rest.size() && text::isLetter(at(words, rest[i]).front()) &&
        text::skeleton(at(words, rest[i])) != U"nam") {
        result.wrongForm = true;  // “tháng chín”: figures are asked for
        return result;
    }
    const bool yearWord = word(U"năm", U"nam");
    const std::size_t before = i;
    number(result.year);
    // “năm 25”; “năm 20” alone is a year still to be written.
    if (result.year && result.year->end - result.year->start == 2 && at(words, *result.year) != U"20") {
        result.form.push_back({result.year->start, result.year->start, U"20"});
    }
    if (!yearWord && result.year && before < rest.size())
        result.form.push_back({rest[before].start, rest[before].start, U"năm "});
    if (!yearWord && !result.year && result.month && i >= rest.size()) result.wrongForm = true;
    std::sort(result.form.begin(), result.form.end(),
              [](const Change& a, const Change& b) { return a.start < b.start; });
    return result;
}

template <typename Judge>
void eachDate(const Context& context, const ruleset::Row& row, Sink& sink, Judge judge) {
    for (const Element* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const auto date = take(shown.text(), zerosOf(context, *element));
        if (!date) continue;
        sink.judged();
        judge(*element, shown, *date);
    }
}

/// Words of a place that begin with a small letter though the first does not: “Nậm sương”. Nothing for a place that
/// begins with a common noun, “Thành phố”, “Xã đảo”.
std::vector<Change> smallWords(std::u32string_view place) {
    constexpr std::array<std::u32string_view, 12> kNouns{U"Thành", U"Thị", U"Đặc", U"Thủ", U"Xã", U"Phường",
                                                         U"Tỉnh", U"Quận", U"Huyện", U"Khu", U"Vùng", U"Cửa"};
    constexpr std::ptrdiff_t kMostSpaces = 3;
    if (std::count(place.begin(), place.end(), U' ') > kMostSpaces) return {};
    if (std::any_of(kNouns.begin(), kNouns.end(), [&](std::u32string_view noun) { return beginsWith(place, noun); }))
        return {};
    std::vector<Change> changes;
    for (std::size_t i = 1; i < place.size(); ++i) {
        if (place[i - 1] == U' ' && text::isLower(place[i]))
            changes.push_back({i, i + 1, std::u32string(1, text::toUpper(place[i]))});
    }
    return changes;
}

/// “đông khê” -> “Đông Khê”; a common noun in front keeps its second syllable small: “Thành phố”.
std::u32string placeName(std::u32string_view words) {
    std::u32string result = capitalised(words);
    constexpr std::array<std::u32string_view, 4> kNouns{U"Thành phố", U"Thị xã", U"Thị trấn", U"Đặc khu"};
    for (const std::u32string_view noun : kNouns) {
        if (beginsWith(result, noun) && result.size() > noun.size()) result.replace(0, noun.size(), noun);
    }
    return result;
}

/// Any leap year: where no year is written, a February may have 29 days.
constexpr std::int32_t kLeapYear = 2024;

}  // namespace

// Reads: words "short=full" for places (a short form that ends with a dot or is a bare TP is a prefix);
// band "short" for them.
void placeDateText(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Pair> table = pairs(row);
    eachDate(context, row, sink, [&](const Element& element, const Shown& shown, const PlaceDate& date) {
        const std::u32string& words = shown.text();
        const std::u32string_view place = std::u32string_view(words).substr(0, date.place.end);
        if (place.empty()) {
            reportPlace(context, row, sink, element, shown, date.dayWord, date.dayWord + 4,
                        {"", "text.placeMissing", {}});
        } else if (!isBlank(place)) {
            // Comma and space between place and “ngày”.
            const std::u32string_view joint =
                std::u32string_view(words).substr(place.size(), date.dayWord - place.size());
            if (joint != U", ") {
                reportChanges(context, row, sink, element, shown, {{place.size(), date.dayWord, U", "}},
                              {"", "text.placeComma", {}});
            }
            bool shortened = false;
            constexpr std::size_t kBarePrefix = 3;
            for (const Pair& pair : table) {
                const bool whole = place == pair.key;
                const bool prefix =
                    text::startsWith(place, pair.key) && place.size() > pair.key.size() &&
                    (pair.key.back() == U'.' || (pair.key.size() <= kBarePrefix && place[pair.key.size()] == U' '));
                if (!whole && !prefix) continue;
                std::u32string full = pair.value;
                if (!whole) full += U" " + std::u32string(text::trim(place.substr(pair.key.size())));
                reportChanges(context, row, sink, element, shown, {{0, place.size(), full}},
                              {"short", "text.placeShort", {}});
                shortened = true;
                break;
            }
            const bool letters = std::any_of(place.begin(), place.end(), text::isLetter);
            const bool severalCapitals = std::count_if(place.begin(), place.end(), text::isUpper) > 1;
            if (!shortened && letters && !isGap(place)) {
                if (!text::hasLower(place) && severalCapitals) {
                    reportChanges(context, row, sink, element, shown, {{0, place.size(), placeName(place)}},
                                  {"", "text.placeCapitals", {}});
                } else if (text::isLower(place.front())) {
                    const bool allSmall = std::none_of(place.begin(), place.end(), text::isUpper);
                    const std::size_t end = allSmall ? place.size() : 1;
                    const std::u32string better =
                        allSmall ? placeName(place) : std::u32string(1, text::toUpper(place.front()));
                    reportChanges(context, row, sink, element, shown, {{0, end, better}}, {"", "text.placeSmall", {}});
                } else if (const auto small = smallWords(place); !small.empty()) {
                    reportChanges(context, row, sink, element, shown, small, {"", "text.placeSmall", {}});
                }
            }
        }
        std::vector<Change> form = date.form;
        // “Ngày …” with no place before it: the capital goes when the place comes.
        if (place.empty()) {
            std::erase_if(form, [&](const Change& change) {
                return change.start == date.dayWord &&
                       sameLetters(words.substr(change.start, change.end - change.start), change.with);
            });
        }
        if (!form.empty()) {
            reportChanges(context, row, sink, element, shown, form, {"", "text.dateForm", {}});
        } else if (date.wrongForm) {
            reportPlace(context, row, sink, element, shown, date.dayWord, words.size(), {"", "text.dateForm", {}});
        }
    });
}

// Reads: max = days below it take a zero, min = months up to it do; band "month-zero" for a zero that is not asked for.
void placeDateZeros(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::int32_t dayBelow = row.limit.max.value_or(0);
    const std::int32_t monthUpTo = row.limit.min.value_or(0);
    eachDate(context, row, sink, [&](const Element& element, const Shown& shown, const PlaceDate& date) {
        const auto number = [&](const Bit& bit) { return at(std::u32string_view(shown.text()), bit); };
        if (date.day && number(*date.day).size() == 1 && valueOf(number(*date.day)) < dayBelow &&
            valueOf(number(*date.day)) > 0) {
            reportChanges(context, row, sink, element, shown,
                          {{date.day->start, date.day->end, U"0" + std::u32string(number(*date.day))}},
                          {"", "text.dayZero", {}});
        }
        if (!date.month) return;
        const std::u32string month(number(*date.month));
        const std::int32_t value = valueOf(month);
        if (value == 0) return;
        if (month.size() == 1 && value <= monthUpTo) {
            reportChanges(context, row, sink, element, shown, {{date.month->start, date.month->end, U"0" + month}},
                          {"", "text.monthZero", {}});
        } else if (month.size() == 2 && month.front() == U'0' && value > monthUpTo &&
                   bandOf(row, "month-zero") != nullptr) {
            reportChanges(context, row, sink, element, shown, {{date.month->start, date.month->end, month.substr(1)}},
                          {"month-zero", "text.monthNoZero", {}});
        }
    });
}

// Reads: nothing. A blank is a draft; what is written must be a day that there is.
void placeDateValid(const Context& context, const ruleset::Row& row, Sink& sink) {
    constexpr std::int32_t kFirstYear = 1945;  // the State that the decree speaks of
    constexpr std::int32_t kLastYear = 2199;
    eachDate(context, row, sink, [&](const Element& element, const Shown& shown, const PlaceDate& date) {
        std::optional<std::int32_t> day, month, year;
        Bit span{date.dayWord, shown.size()};
        if (date.slashed) {
            const auto bits = bitsOf(shown.text(), date.dayWord);
            for (const Bit& bit : bits) {
                std::u32string_view token = at(shown.text(), bit);
                while (!token.empty() && (token.back() == U'.' || token.back() == U','))
                    token.remove_suffix(1);
                if (const auto parts = slashed(token)) {
                    day = valueOf((*parts)[0]);
                    month = valueOf((*parts)[1]);
                    if ((*parts)[2].size() == 4) year = valueOf((*parts)[2]);
                    span = bit;
                }
            }
        } else {
            const auto number = [&](const std::optional<Bit>& bit) -> std::optional<std::int32_t> {
                if (!bit) return std::nullopt;
                return valueOf(at(std::u32string_view(shown.text()), *bit));
            };
            day = number(date.day);
            month = number(date.month);
            // A year of two digits is judged as a form, not as a day that cannot be.
            if (date.year && date.year->end - date.year->start != 2) year = number(date.year);
            if (date.year && year) span.end = date.year->end;
        }
        if (year && (*year < kFirstYear || *year > kLastYear)) {
            const Bit where = date.year ? *date.year : span;
            reportPlace(context, row, sink, element, shown, where.start, where.end, {"", "text.yearImpossible", {}});
            return;
        }
        const bool wrongMonth = month && (*month < 1 || *month > 12);
        const bool wrongDay = day && (*day < 1 || *day > (month && !wrongMonth ? text::daysOf(*month, year.value_or(kLeapYear)) : 31));
        if (wrongMonth || wrongDay) {
            reportPlace(context, row, sink, element, shown, span.start, span.end, {"", "text.dateImpossible", {}});
        }
    });
}

}  // namespace thethuc::checks::words
