#include "draft/template.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "draft/outline_file.hpp"
#include "draft/template_file.hpp"

namespace thethuc::draft {

namespace {

using nlohmann::json;

class TypeReader {
public:
    TypeReader(const std::string& text, const std::string& file, const std::string& frame, report::Language language)
        : template_(text, file, frame, language), file_(template_.data()) {}

    std::vector<TypeTemplate> read() const {
        const json& root = file_.root();
        file_.members(root, "", {"schema", "types"});
        file_.needs(root, "", {"schema", "types"});
        if (root["schema"] != 1) file_.fail("/schema", "schema");
        std::vector<TypeTemplate> types;
        for (const json& one : file_.list(root["types"], "/types")) types.push_back(type(one, "/types/" + std::to_string(types.size())));
        return types;
    }

private:
    TemplateFile template_;
    const report::DataFile& file_;

    TypeTemplate type(const json& object, const std::string& pointer) const {
        file_.members(object, pointer, {"type", "name", "title", "symbol", "subject", "subjectAt", "place", "addressee", "ending", "rows", "recipients"});
        file_.needs(object, pointer, {"type", "name", "rows"});
        const auto string = [&](const char* key) { return template_.string(object, pointer, key); };
        TypeTemplate result;
        result.type = string("type");
        result.name = string("name");
        result.title = string("title");
        result.symbol = string("symbol");
        result.subject = string("subject");
        const std::string at = string("subjectAt");
        if (!at.empty() && at != "symbol") file_.fail(pointer + "/subjectAt", "value", "symbol");
        result.subjectAtSymbol = at == "symbol";
        result.place = template_.flag(object, pointer, "place", true);
        result.addressee = template_.flag(object, pointer, "addressee", false);
        const std::string ending = string("ending");
        if (ending == "minutes") result.ending = Ending::minutes;
        else if (ending == "parties") result.ending = Ending::parties;
        else if (!ending.empty() && ending != "signature") file_.fail(pointer + "/ending", "value", "signature, minutes, parties");
        result.rows = template_.rows(object, pointer, "rows");
        result.recipients = template_.lines(object, pointer, "recipients");
        return result;
    }
};

}  // namespace

const std::vector<std::string>& gapNames() {
    static const std::vector<std::string> names{"NEXTPERIOD", "PERIOD", "Period", "abbreviation", "agencyName", "issuer",   "nextPeriod", "period",
                                                "subject",      "unitDash",   "unitTail", "year"};
    return names;
}

const std::vector<std::string>& keyNames() {
    static const std::vector<std::string> names{"abbreviation", "addressee", "agency",     "agencyName", "authority", "contact", "day",  "month", "number",
                                                "period",       "place",     "recipients", "signer",     "subject",   "superior", "unit", "year"};
    return names;
}

Templates loadTemplates(const std::string& folder, report::Language language) {
    Templates result;
    const std::string frame = folder + "/khung.fodt";
    result.frame = report::readDataFile(frame, "draft", language);
    for (const char* place : {"<?thethuc body?>", "<?thethuc styles?>"}) {
        if (result.frame.find(place) == std::string::npos) throw TemplateError(report::text(language, "draft.error.frame", {frame, place}));
    }
    const std::string file = folder + "/document-types.json";
    const std::string content = report::readDataFile(file, "draft", language);
    result.types = TypeReader(content, file, result.frame, language).read();
    result.outlines = readOutlines(folder + "/outlines", result, language);
    result.indicators = readIndicators(folder + "/indicators", language);
    return result;
}

std::string fill(std::string_view text, const Values& values) {
    std::string result;
    std::size_t from = 0;
    while (true) {
        const auto open = text.find('{', from);
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        result += text.substr(from, open == std::string_view::npos ? open : open - from);
        if (close == std::string_view::npos) return result;
        if (const auto found = values.find(text.substr(open + 1, close - open - 1)); found != values.end()) {
            for (std::size_t i = 0; i < found->second.size(); ++i) result += (i == 0 ? "" : " ") + found->second[i];
        }
        from = close + 1;
    }
}

const TypeTemplate& typeOf(const Templates& templates, const std::string& type, report::Language language) {
    const auto found = std::find_if(templates.types.begin(), templates.types.end(), [&](const TypeTemplate& one) { return one.type == type; });
    if (found != templates.types.end()) return *found;
    std::string known;
    for (const TypeTemplate& one : templates.types) known += (known.empty() ? "" : ", ") + one.type;
    throw TemplateError(report::text(language, "draft.error.type", {type, known}));
}

}  // namespace thethuc::draft
