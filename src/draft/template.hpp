// What an office starts a document of each type from: templates/document-types.json and templates/khung.fodt.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/data_file.hpp"
#include "report/messages.hpp"

namespace thethuc::draft {

/// Values of the gaps, each of one or more lines.
using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

/// One paragraph of the body: style without “TT_”, text with gaps.
struct Row {
    std::string style;
    std::string text;
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

struct Templates {
    std::vector<TypeTemplate> types;             ///< in the order of Điều 7
    std::string frame;                           ///< flat ODF with the gaps of the agency's choices
};

using TemplateError = report::DataError;

/// The gaps that a row may name.
[[nodiscard]] const std::vector<std::string>& gapNames();

/// Reads both files of `folder` (UTF-8 path). Missing files, wrong JSON, unknown members, styles and gaps are
/// TemplateErrors in `language`.
[[nodiscard]] Templates loadTemplates(const std::string& folder, report::Language language = report::Language::vi);

/// Replaces {gap} by its value, lines joined with a space. A gap without a value becomes empty.
[[nodiscard]] std::string fill(std::string_view text, const Values& values);

/// The template of a type by its abbreviation; TemplateError where there is none.
[[nodiscard]] const TypeTemplate& typeOf(const Templates& templates, const std::string& type, report::Language language);

}  // namespace thethuc::draft
