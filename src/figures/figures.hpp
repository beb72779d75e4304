// “Số liệu, tỷ lệ”: every ratio and every sum that a document states in words or in a table, recomputed exactly.
// A figure is recognised by a grammar over tokens (tokens.hpp, line.hpp, ratios.cpp, sums.cpp). What is not plain is
// left out, or listed as unclear: a wrong accusation is worse than silence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "number/number.hpp"

namespace thethuc::figures {

enum class Kind : std::uint8_t { ratio, sum };

/// What a percentage says about its two numbers a (thực hiện, kỳ này, bộ phận) and b (kế hoạch, kỳ trước, tổng).
enum class Relation : std::uint8_t {
    share,           ///< đạt, chiếm, bằng: 100·a/b
    over,            ///< vượt: 100·a/b − 100
    lacking,         ///< còn thiếu: 100 − 100·a/b
    growth,          ///< tăng so với: 100·a/b − 100
    decline,         ///< giảm so với: 100 − 100·a/b
    points,          ///< điểm phần trăm: the distance of two percentages
    total,           ///< a sum: no percentage
};

/// ok: the half-up value at the digits shown. rounding: off by less than one unit of the last shown digit, and not the
/// half-up value. wrong: certainly neither. unclear: a person must look.
enum class Verdict : std::uint8_t { ok, rounding, wrong, unclear };

/// Why a person must look.
enum class Doubt : std::uint8_t {
    none,
    ambiguousNumber,   ///< 1.250 or 0.852: another reading of a number fits
    otherBase,         ///< the percentage may be counted on another whole
    zeroDenominator,   ///< nothing can be divided by 0: “-” is written instead
    approximation,     ///< “khoảng”, “hơn”: not meant to be exact
    otherUnit,         ///< the two numbers seem to be in different units of money (triệu, tỷ)
    notPlain,          ///< which numbers belong together is not plain
};

/// "share" … , "ok" … and the keys of the sentences for people ("figures.doubt.other-base" …, "" for none).
[[nodiscard]] std::string_view name(Kind kind) noexcept;
[[nodiscard]] std::string_view name(Relation relation) noexcept;
[[nodiscard]] std::string_view name(Verdict verdict) noexcept;
[[nodiscard]] std::string_view key(Doubt doubt) noexcept;

/// A number of the document: its value (scale words “triệu”, “tỷ” counted where the two numbers differ in them) and the
/// digits that it stands in.
struct Operand {
    number::Decimal value;
    model::Range at;
    bool operator==(const Operand& other) const { return value == other.value && at == other.at; }
};

/// One change that would make a wrong percentage right: a digit off, two neighbouring digits or the two numbers swapped.
struct Fit {
    enum class What : std::uint8_t { claimed, numerator, denominator, swapped };
    What what = What::claimed;
    number::Decimal value;                       ///< the figure as it would have to be; meaningless for swapped
    bool operator==(const Fit& other) const { return what == other.what && value == other.value; }
};

struct Figure {
    Kind kind = Kind::ratio;
    Relation relation = Relation::share;
    model::Range at;                             ///< the stretch of text that states it, in the paragraph of `claimed`
    std::u32string text;                         ///< its words
    Operand numerator;                           ///< ratio: a
    Operand denominator;                         ///< ratio: b
    std::vector<Operand> parts;                  ///< sum: two or more; what is taken away is negative
    Operand claimed;                             ///< the percentage, or the total; `at` covers its digits only
    number::Decimal correct;                     ///< at the digits of `claimed`; equals `claimed` where that is ok
    Verdict verdict = Verdict::ok;
    Doubt doubt = Doubt::none;
    std::vector<Fit> fits;                       ///< wrong only, the likeliest first, at most three
};

/// Every figure of the document by place: paragraphs, lists over several paragraphs, tables, notes. Pure and total.
[[nodiscard]] std::vector<Figure> recognise(const model::Document& document);

/// The value of `relation` for a and b, rounded half up to `decimals`. Throws number::NumberError where b is zero.
[[nodiscard]] number::Decimal compute(Relation relation, const number::Decimal& a, const number::Decimal& b, std::int32_t decimals);

}  // namespace thethuc::figures
