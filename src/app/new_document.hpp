// A new document from the agency's file and what the person gives for this one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/agency_profile.hpp"
#include "draft/flat_odf.hpp"
#include "draft/template.hpp"

namespace thethuc::app {

/// What is asked for.
struct DraftRequest {
    std::string type;                            ///< abbreviation; may be empty beside an outline
    std::string outline;                         ///< id, or empty: the rows of the type
    /// What the person gives for this document, each wins over the agency's file. Values of more lines are parted by “|”.
    /// An empty value is none, but for “superior”, where it takes the profile's away; addressee “-” leaves Kính gửi out.
    std::map<std::string, std::string> set;
    std::vector<std::string> tables;             ///< as draft::indicatorTable takes them; none: those of the agency's file; “-” alone: no table
    draft::FigureMap figures;                    ///< of a file; those in `set` (ID, ID/plan, …) win
    std::int32_t year = 0;                       ///< of the blank date, and of a period without one
};

/// The keys of `DraftRequest::set` that every document knows; an outline may have more (draft::OutlineKey).
[[nodiscard]] const std::vector<std::string>& draftKeys();

/// Columns and sets of the templates, and the agency's own sets behind them.
[[nodiscard]] draft::IndicatorData indicatorData(const draft::Templates& templates, const AgencyProfile* profile);

/// What a document is made of once template, agency's file and the person's values are put together.
struct Prepared {
    draft::TypeTemplate form;
    draft::Content content;
    draft::Values values;
    std::string symbol;                          ///< behind the number, filled; empty where the type has none
    std::vector<std::string> known;              ///< keys whose value comes from the person or the agency's file; the others are guiding text
    [[nodiscard]] bool knows(std::string_view key) const;
};
/// The gaps in double braces of templates/khung.fodt: the agency's choices, else those that most offices make.
[[nodiscard]] draft::Values choiceValues(const AgencyProfile* profile);

/// Throws draft::TemplateError for an unknown type, outline, key or period.
[[nodiscard]] Prepared prepare(const draft::Templates& templates, const DraftRequest& request, const AgencyProfile* profile,
                               report::Language language = report::Language::vi);
/// The same without an outline.
[[nodiscard]] Prepared prepare(const draft::Templates& templates, const std::string& type, const AgencyProfile* profile,
                               const std::map<std::string, std::string>& set, std::int32_t year,
                               report::Language language = report::Language::vi);

/// The document as flat OpenDocument XML (UTF-8). What is not known stands as guiding text in square brackets; number
/// and day stay blank. Throws draft::TemplateError for an unknown type, outline, key or period.
[[nodiscard]] std::string newDocument(const draft::Templates& templates, const DraftRequest& request, const AgencyProfile* profile,
                                      report::Language language = report::Language::vi);
/// One part of such a document, see draft::partOdf; empty where the document has no such part.
[[nodiscard]] std::string newPart(const draft::Templates& templates, const DraftRequest& request, draft::Part part, const AgencyProfile* profile,
                                  report::Language language = report::Language::vi);

/// The same without an outline.
[[nodiscard]] std::string newDocument(const draft::Templates& templates, const std::string& type, const AgencyProfile* profile,
                                      const std::map<std::string, std::string>& set, std::int32_t year,
                                      report::Language language = report::Language::vi);
[[nodiscard]] std::string newPart(const draft::Templates& templates, const std::string& type, draft::Part part, const AgencyProfile* profile,
                                  const std::map<std::string, std::string>& set, std::int32_t year,
                                  report::Language language = report::Language::vi);

}  // namespace thethuc::app
