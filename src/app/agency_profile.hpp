// The agency's own file: its names, signers, recipients, and the choices that the decree leaves open.
// Schema: extension/profiles/profile.schema.json.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/indicators.hpp"
#include "report/data_file.hpp"
#include "report/messages.hpp"
#include "ruleset/ruleset.hpp"

namespace thethuc::app {

struct Signer {
    std::string name;
    std::vector<std::string> authority;          ///< quyền hạn, chức vụ, one entry per line
};

struct AgencyProfile {
    std::string name;
    std::string superiorAgency;                  ///< empty where there is none
    std::vector<std::string> agency;             ///< never empty
    std::string place;
    std::string abbreviation;
    std::string draftingUnit;
    std::vector<std::string> contact;            ///< lines at the foot of the first page: address, telephone, e-mail …; at most 3
    std::map<std::string, std::string> abbreviations;
    std::vector<Signer> signers;
    std::map<std::string, std::vector<std::string>> recipients;
    std::map<std::string, std::string> symbols;
    std::optional<std::int32_t> bodySize;        ///< 1/10 pt: 130 or 140
    std::optional<std::int32_t> firstLineIndent; ///< hmm: 1000 or 1270
    std::optional<std::int32_t> lineSpacing;     ///< 1/100 line: 100 to 150
    std::optional<std::int32_t> paragraphSpacing;///< 1/10 pt: 60 to 240
    /// Indicator tables of a type or an outline, as draft::indicatorTable takes them: put in where the person asks for none.
    std::map<std::string, std::vector<std::string>> tables;
    std::vector<draft::IndicatorSet> indicators; ///< the agency's own, beside those of templates/indicators
    std::string ruleset;                         ///< id of the ruleset to check with, empty: the newest
    std::vector<std::string> rulesOff;           ///< rule ids that the agency does not want checked
};

using AgencyProfileError = report::DataError;

/// Reads the JSON text of a profile; `file` stands in messages. Unknown keys, wrong types and values
/// outside the decree's ranges are errors; with `ruleset` also rules and rulesets that there are not.
[[nodiscard]] AgencyProfile readAgencyProfile(std::string_view json, const std::string& file,
                                             report::Language language = report::Language::vi,
                                             const ruleset::Ruleset* ruleset = nullptr);

/// The same from a file (UTF-8 path); one that cannot be read is an AgencyProfileError that names it.
[[nodiscard]] AgencyProfile loadAgencyProfile(const std::string& file, report::Language language,
                                             const ruleset::Ruleset* ruleset = nullptr);

}  // namespace thethuc::app
