// Requirements as data: one JSON file per edition of the decree, read into these rows. Values only,
// no formulas: an amendment is a new file that extends this one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "elements/analysis.hpp"

namespace thethuc::ruleset {

enum class Severity : std::uint8_t { info, warning, error };
enum class FixPolicy : std::uint8_t { none, ask, safe };

[[nodiscard]] std::string_view name(Severity value) noexcept;   ///< "error" …
[[nodiscard]] std::string_view name(FixPolicy value) noexcept;  ///< "safe" …

/// What is allowed. Which members count depends on the check; lengths are hmm, sizes 1/10 pt,
/// ratios 1/1000. The file gives them as {"min": 12, "max": 13, "unit": "pt", "tolerance": 0.05};
/// units are pt, mm, cm, percent (ratio), lines (line spacing, 1/100) and count (plain number).
struct Limit {
    std::optional<std::int32_t> min, max;
    std::vector<std::int32_t> oneOf;             ///< numbers in the same unit
    std::vector<std::u32string> words;           ///< allowed texts or names, NFC
    std::optional<bool> is;                      ///< for yes/no properties (bold, italic)
    std::int32_t tolerance = 0;
    std::int32_t preferred = 0;                  ///< what a fix sets when several values are allowed
    std::string unit;                            ///< as in the file, for printing
};

/// A rule may judge different deviations differently (nd30: 1,25 cm is a warning where 2 cm is an
/// error). The first band whose `limit` holds the actual value decides; no band: the row's own.
struct Band {
    std::string name;                            ///< key for documentation, e.g. "near"
    Limit limit;
    Severity severity = Severity::warning;
    FixPolicy fix = FixPolicy::none;
};

struct Row {
    std::string id;                              ///< contract's rule id, "quoc-hieu/size"
    std::string key;                             ///< tells rows of one id apart, "telegram"; empty where the id has one row
    std::string check;                           ///< name of a check in checks/catalogue
    elements::Kind element = elements::Kind::noiDung;
    std::vector<elements::Role> roles;           ///< empty: every role of the element
    std::vector<elements::Layout> layouts;       ///< empty: every layout
    std::vector<std::string> types;              ///< document types it is for; empty: all but `notTypes`
    std::vector<std::string> notTypes;
    std::vector<elements::PartKind> parts;       ///< empty: main only
    Limit limit;
    std::vector<Band> bands;
    Severity severity = Severity::error;         ///< of a deviation that no band holds
    FixPolicy fix = FixPolicy::none;
    std::string clause;                          ///< as the JSON output prints it after “NĐ 30/2020/NĐ-CP, ”
    std::vector<std::string> source;             ///< rows of the requirement table, "ND30-I.II.1.a.2"
    std::vector<std::string> explainedBy;        ///< findings of these ids at the same element make this one an echo
    std::map<std::string, std::string> title;    ///< by language: what is required, one sentence
    std::map<std::string, std::string> why;      ///< by language: “Vì sao?”, may be empty
    std::string effectiveFrom;                   ///< ISO date, defaults to the ruleset's
    bool retired = false;
    std::int32_t line = 0;                       ///< where the row starts in its file
};

struct Ruleset {
    std::string id;                              ///< "nd30-2020"
    std::map<std::string, std::string> title;
    std::string instrument;                      ///< “NĐ 30/2020/NĐ-CP”, printed before each clause
    std::string effectiveFrom;                   ///< ISO date
    std::vector<Row> rows;                       ///< several rows may share an id (one per role); sorted by id

    /// Every id once, in order.
    [[nodiscard]] std::vector<std::string> ids() const;
};

/// A mistake in a ruleset file: `what()` names file, line and JSON pointer and says what was expected.
class RulesetError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads `file` and, where it has "extends", first the file of that id in the same folder; rows of
/// the later file replace members of earlier rows with the same id and key. Unknown keys, units,
/// checks, elements and duplicate rows are errors. `knownCheck` tells whether a check exists.
[[nodiscard]] Ruleset load(const std::string& file, bool (*knownCheck)(std::string_view));

/// The same from text, `name` stands for the file in messages; "extends" is refused.
[[nodiscard]] Ruleset parse(std::string_view json, const std::string& name, bool (*knownCheck)(std::string_view));

}  // namespace thethuc::ruleset
