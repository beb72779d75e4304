// A finding is a value: it never points into the document or the office.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "elements/analysis.hpp"
#include "model/edit.hpp"
#include "ruleset/ruleset.hpp"

namespace thethuc::checks {

// Typed values for “expected” and “actual”; report/ prints them per language (1,27 cm; 12–13 pt).
struct Points { std::int32_t min = 0, max = 0; bool operator==(const Points&) const = default; };        ///< 1/10 pt; max = min for one value
struct Millimetres { std::int32_t min = 0, max = 0; bool operator==(const Millimetres&) const = default; };  ///< hmm
struct Centimetres { std::vector<std::int32_t> values; bool operator==(const Centimetres&) const = default; };  ///< hmm, “1 cm hoặc 1,27 cm”
struct Share { std::int32_t min = 0, max = 0; bool operator==(const Share&) const = default; };          ///< 1/1000 of the text's width
struct Lines { std::int32_t min = 0, max = 0; bool operator==(const Lines&) const = default; };          ///< 1/100 line
struct Word { std::string key; bool operator==(const Word&) const = default; };                           ///< message key, e.g. "value.bold"
struct Words { std::vector<std::string> keys; bool operator==(const Words&) const = default; };            ///< message keys, “ngày ban hành, trích yếu”
struct Quote { std::u32string text; bool operator==(const Quote&) const = default; };                     ///< words of the document or the decree
struct Count { std::int32_t value = 0; bool operator==(const Count&) const = default; };
struct Paper { std::int32_t width = 0, height = 0; bool operator==(const Paper&) const = default; };      ///< hmm, “210 × 297 mm”
/// Points, Millimetres, Share and Lines: max = INT32_MAX means “at least min”, min = INT32_MIN “at most max”.
using Value = std::variant<std::monostate, Points, Millimetres, Centimetres, Share, Lines, Word, Words, Quote, Count, Paper>;

struct Finding {
    std::string rule;                            ///< contract's id
    std::int32_t row = -1;                       ///< index into Ruleset::rows
    elements::Kind element = elements::Kind::noiDung;
    elements::Role role = elements::Role::whole;
    ruleset::Severity severity = ruleset::Severity::error;
    ruleset::FixPolicy fix = ruleset::FixPolicy::none;
    std::string band;                            ///< band of the row that was applied; a check may name it, "" = by value,
                                                 ///< a name that the row lacks = the row itself
    std::string message;                         ///< message key; "" = the generic one of the check
    std::vector<Value> arguments;                ///< further arguments of the message
    Value expected;
    Value actual;
    model::Place at;                             ///< exactly what is wrong; a page rule: first paragraph of the page style
    model::Place other;                          ///< second place of a conflict; fingerprint 0 if none
    std::string pageStyle;                       ///< page rules: whose page
    std::int32_t count = 1;                      ///< neighbouring paragraphs merged into this one
    bool ignored = false;                        ///< set aside by the person
    std::u32string ignoredReason;
    model::Edits edits;                          ///< empty exactly if fix is none
};

struct Coverage {
    std::vector<std::string> applicable;         ///< rule ids, sorted
    std::vector<std::string> checked;
    std::vector<std::string> needsPerson;
};

struct Result {
    std::vector<Finding> findings;               ///< by place
    Coverage coverage;
};

}  // namespace thethuc::checks
