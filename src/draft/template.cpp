#include "draft/template.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace thethuc::draft {

namespace {

using nlohmann::json;

class Reader {
public:
    Reader(const std::string& text, const std::string& file, const std::string& frame, report::Language language)
        : file_(text, file, "draft", language), frame_(frame) {}

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
    report::DataFile file_;
    const std::string& frame_;

    /// A text whose gaps are all known; empty where the member is left out.
    std::string string(const json& object, const std::string& pointer, const char* key) const {
        return object.contains(key) ? filled(file_.text(object[key], pointer + "/" + key), pointer + "/" + key) : std::string();
    }

    std::string filled(std::string content, const std::string& pointer) const {
        const auto& names = gapNames();
        for (auto open = content.find('{'); open != std::string::npos; open = content.find('{', open + 1)) {
            const auto close = content.find('}', open);
            const std::string gap = content.substr(open + 1, close == std::string::npos ? close : close - open - 1);
            if (close == std::string::npos || std::find(names.begin(), names.end(), gap) == names.end()) file_.fail(pointer, "gap", gap);
        }
        return content;
    }

    bool flag(const json& object, const std::string& pointer, const char* key, bool otherwise) const {
        if (!object.contains(key)) return otherwise;
        if (!object[key].is_boolean()) file_.fail(pointer + "/" + key, "flag");
        return object[key].get<bool>();
    }

    TypeTemplate type(const json& object, const std::string& pointer) const {
        file_.members(object, pointer, {"type", "name", "title", "symbol", "subject", "subjectAt", "place", "addressee", "ending", "rows", "recipients"});
        file_.needs(object, pointer, {"type", "name", "rows"});
        TypeTemplate result;
        result.type = string(object, pointer, "type");
        result.name = string(object, pointer, "name");
        result.title = string(object, pointer, "title");
        result.symbol = string(object, pointer, "symbol");
        result.subject = string(object, pointer, "subject");
        const std::string at = string(object, pointer, "subjectAt");
        if (!at.empty() && at != "symbol") file_.fail(pointer + "/subjectAt", "value", "symbol");
        result.subjectAtSymbol = at == "symbol";
        result.place = flag(object, pointer, "place", true);
        result.addressee = flag(object, pointer, "addressee", false);
        const std::string ending = string(object, pointer, "ending");
        if (ending == "minutes") result.ending = Ending::minutes;
        else if (ending == "parties") result.ending = Ending::parties;
        else if (!ending.empty() && ending != "signature") file_.fail(pointer + "/ending", "value", "signature, minutes, parties");
        for (const json& row : file_.list(object["rows"], pointer + "/rows")) {
            const std::string here = pointer + "/rows/" + std::to_string(result.rows.size());
            file_.members(row, here, {"style", "text"});
            file_.needs(row, here, {"style", "text"});
            result.rows.push_back({string(row, here, "style"), string(row, here, "text")});
            if (frame_.find("style:name=\"TT_" + result.rows.back().style + "\"") == std::string::npos) {
                file_.fail(here + "/style", "style", result.rows.back().style);
            }
        }
        if (object.contains("recipients")) {
            const std::string here = pointer + "/recipients";
            for (std::string& line : file_.texts(object["recipients"], here)) {
                result.recipients.push_back(filled(std::move(line), here + "/" + std::to_string(result.recipients.size())));
            }
        }
        return result;
    }
};

}  // namespace

const std::vector<std::string>& gapNames() {
    static const std::vector<std::string> names{"abbreviation", "agencyName", "issuer", "subject", "unitDash", "unitTail"};
    return names;
}

Templates loadTemplates(const std::string& folder, report::Language language) {
    Templates result;
    const std::string frame = folder + "/khung.fodt";
    result.frame = report::readDataFile(frame, "draft", language);
    if (result.frame.find("<?thethuc body?>") == std::string::npos) throw TemplateError(report::text(language, "draft.error.frame", {frame}));
    const std::string file = folder + "/document-types.json";
    const std::string content = report::readDataFile(file, "draft", language);
    result.types = Reader(content, file, result.frame, language).read();
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
