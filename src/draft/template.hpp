// What an office starts a document from: templates/khung.fodt, templates/document-types.json, templates/outlines/*.json
// and templates/indicators/*.json. docs/drafting.md describes the form of these files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/indicators.hpp"
#include "draft/period.hpp"
#include "report/data_file.hpp"
#include "report/messages.hpp"

namespace thethuc::draft {

/// Values of the gaps, each of one or more lines.
using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

/// One paragraph of the body: style without “TT_”, text with gaps; or the place of a table.
struct Row {
    std::string style;
    std::string text;
    std::string table;                           ///< id of a table that stands here where it is asked for; then no text
    std::string when, unless;                    ///< key that must (not) be given for this row to stand
    std::string each;                            ///< key: the row once for each of its lines
    std::vector<PeriodKind> periods;             ///< only in reports of these periods; empty: in all
};

/// How a document ends.
enum class Ending {
    signature,                                   ///< Nơi nhận on the left, one signer on the right
    minutes,                                     ///< thư ký on the left above Nơi nhận, chủ tọa on the right
    parties,                                     ///< a signer for each of two parties
};

struct TypeTemplate {
    std::string type;                            ///< abbreviation, “BC”
    std::string name;                            ///< “Báo cáo”
    std::string title;                           ///< tên loại; empty for a công văn
    std::string symbol;                          ///< behind the number, with its slash; empty for a thư công
    std::string subject;                         ///< trích yếu; empty where the type has none
    bool subjectAtSymbol = false;                ///< công văn: below the number
    bool place = true;                           ///< địa danh and date stand in the header
    bool addressee = false;                      ///< Kính gửi
    Ending ending = Ending::signature;
    std::vector<Row> rows;
    std::vector<std::string> recipients;         ///< lines below “Nơi nhận:”
};

/// What can be filled in one outline only.
struct OutlineKey {
    std::string key;
    std::string hint;                            ///< what belongs there, for people
    std::string otherwise;                       ///< guiding text where nothing is given
    /// The value is a line that names a document; {key.symbol} and {key.issuer} are taken from it, these where they
    /// are not found.
    struct Citation {
        std::string symbol;
        std::string issuer;
    };
    std::optional<Citation> citation;
};

/// A text that is issued with a decision: its own header without number and date.
struct Attached {
    std::string title;
    std::string subject;
    std::vector<Row> rows;
};

/// What a document of one type is about: sections with guiding text.
struct Outline {
    std::string id;
    std::string name;
    std::string type;
    std::vector<PeriodKind> periods;             ///< empty: it is about no period
    std::string subject;                         ///< proposed trích yếu, lines parted by “|”
    std::string addressee;                       ///< proposed Kính gửi; empty: as of the type
    std::vector<OutlineKey> keys;
    std::vector<Row> rows;
    std::vector<std::string> recipients;         ///< empty: as of the type
    std::optional<Attached> attached;
    bool own = false;                            ///< made by the office, from its own folder
};

struct Templates {
    std::vector<TypeTemplate> types;             ///< in the order of Điều 7
    std::vector<Outline> outlines;               ///< by file name; the office's own behind those that come with the extension
    std::vector<std::string> broken;             ///< own outlines that cannot be used: file, line and reason, for people
    IndicatorData indicators;
    std::string frame;                           ///< flat ODF with the gaps of the agency's choices
};

using TemplateError = report::DataError;

/// The gaps that every row may name.
[[nodiscard]] const std::vector<std::string>& gapNames();
/// What a person may give for one document of any type.
[[nodiscard]] const std::vector<std::string>& keyNames();

/// Reads the files of `folder` (UTF-8 path). Missing files, wrong JSON, unknown members, styles and gaps are
/// TemplateErrors in `language`.
[[nodiscard]] Templates loadTemplates(const std::string& folder, report::Language language = report::Language::vi);

/// Replaces {gap} by its value, lines joined with a space. A gap without a value becomes empty.
[[nodiscard]] std::string fill(std::string_view text, const Values& values);

/// The template of a type by its abbreviation; TemplateError where there is none.
[[nodiscard]] const TypeTemplate& typeOf(const Templates& templates, const std::string& type, report::Language language);

/// The outline with this id. An id that there is not, and a path in its place, are TemplateErrors.
[[nodiscard]] const Outline& outlineOf(const Templates& templates, const std::string& id, report::Language language);

/// The rows that stand in this document, each with its text filled: conditions and repeats are resolved. `given` are
/// the keys that have a value.
[[nodiscard]] std::vector<Row> expanded(const std::vector<Row>& rows, const Values& values, const std::vector<std::string>& given,
                                        const std::optional<Period>& period);

/// What a line such as “Công văn số 12/SNV-VP ngày 07/8/2025 của Sở Nội vụ về việc …” says; empty where it is not found.
struct CitedLine {
    std::string symbol;                          ///< “Công văn số 12/SNV-VP”
    std::string issuer;                          ///< “Sở Nội vụ”
};
[[nodiscard]] CitedLine citedLine(std::string_view line);

}  // namespace thethuc::draft
