#include "draft/template.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>

#include <nlohmann/json.hpp>

#include "ruleset/json_lines.hpp"

namespace thethuc::draft {

namespace {

using nlohmann::json;

std::string contentOf(const std::string& file, report::Language language) {
    std::error_code error;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, error)) throw TemplateError(report::text(language, "draft.error.open", {file}));
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

class Reader {
public:
    Reader(const std::string& text, const std::string& file, const std::string& frame, report::Language language)
        : text_(text), file_(file), frame_(frame), language_(language) {}

    std::vector<TypeTemplate> read() {
        json root;
        try {
            root = json::parse(text_);
        } catch (const json::parse_error& error) {
            const auto line = ruleset::lineAt(text_, error.byte == 0 ? 0 : error.byte - 1);
            throw TemplateError(report::text(language_, "draft.error.json", {file_, std::to_string(line)}));
        }
        lines_.emplace(text_);
        if (!lines_->duplicate().empty()) fail(lines_->duplicate(), "draft.error.duplicate");
        members(root, "", {"schema", "types"});
        if (root.value("schema", 0) != 1) fail("/schema", "draft.error.schema");
        if (!root.contains("types") || !root["types"].is_array()) fail("/types", "draft.error.list");
        std::vector<TypeTemplate> types;
        for (std::size_t i = 0; i < root["types"].size(); ++i) types.push_back(type(root["types"][i], "/types/" + std::to_string(i)));
        return types;
    }

private:
    const std::string& text_;
    const std::string& file_;
    const std::string& frame_;
    report::Language language_;
    std::optional<ruleset::JsonLines> lines_;

    [[noreturn]] void fail(const std::string& pointer, const char* key, const std::string& argument = {}) const {
        const std::string place = file_ + ":" + std::to_string(lines_->line(pointer)) + ": " + (pointer.empty() ? "/" : pointer);
        throw TemplateError(place + ": " + report::text(language_, key, {argument}));
    }

    void members(const json& object, const std::string& pointer, std::initializer_list<std::string_view> known) const {
        if (!object.is_object()) fail(pointer, "draft.error.object");
        for (const auto& [key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) == known.end()) fail(pointer + "/" + key, "draft.error.member", key);
        }
    }

    std::string string(const json& object, const std::string& pointer, const char* key, bool needed = false) const {
        if (!object.contains(key)) {
            if (needed) fail(pointer, "draft.error.missing", key);
            return {};
        }
        return text(object[key], pointer + "/" + key);
    }

    /// A text whose gaps are all known.
    std::string text(const json& value, const std::string& pointer) const {
        if (!value.is_string()) fail(pointer, "draft.error.string");
        const auto content = value.get<std::string>();
        const auto& names = gapNames();
        for (auto open = content.find('{'); open != std::string::npos; open = content.find('{', open + 1)) {
            const auto close = content.find('}', open);
            const std::string gap = close == std::string::npos ? content.substr(open + 1) : content.substr(open + 1, close - open - 1);
            if (close == std::string::npos || std::find(names.begin(), names.end(), gap) == names.end()) fail(pointer, "draft.error.gap", gap);
        }
        return content;
    }

    bool flag(const json& object, const std::string& pointer, const char* key, bool otherwise) const {
        if (!object.contains(key)) return otherwise;
        if (!object[key].is_boolean()) fail(pointer + "/" + key, "draft.error.flag");
        return object[key].get<bool>();
    }

    TypeTemplate type(const json& object, const std::string& pointer) const {
        members(object, pointer, {"type", "name", "title", "symbol", "subject", "subjectAt", "place", "addressee", "ending", "rows", "recipients"});
        TypeTemplate result;
        result.type = string(object, pointer, "type", true);
        result.name = string(object, pointer, "name", true);
        result.title = string(object, pointer, "title");
        result.symbol = string(object, pointer, "symbol");
        result.subject = string(object, pointer, "subject");
        const std::string at = string(object, pointer, "subjectAt");
        if (!at.empty() && at != "symbol") fail(pointer + "/subjectAt", "draft.error.value", "symbol");
        result.subjectAtSymbol = at == "symbol";
        result.place = flag(object, pointer, "place", true);
        result.addressee = flag(object, pointer, "addressee", false);
        const std::string ending = string(object, pointer, "ending");
        if (ending == "minutes") result.ending = Ending::minutes;
        else if (ending == "parties") result.ending = Ending::parties;
        else if (!ending.empty() && ending != "signature") fail(pointer + "/ending", "draft.error.value", "signature, minutes, parties");
        if (!object.contains("rows") || !object["rows"].is_array()) fail(pointer + "/rows", "draft.error.list");
        for (std::size_t i = 0; i < object["rows"].size(); ++i) {
            const json& row = object["rows"][i];
            const std::string here = pointer + "/rows/" + std::to_string(i);
            members(row, here, {"style", "text"});
            result.rows.push_back({string(row, here, "style", true), string(row, here, "text", true)});
            if (frame_.find("style:name=\"TT_" + result.rows.back().style + "\"") == std::string::npos) {
                fail(here + "/style", "draft.error.style", result.rows.back().style);
            }
        }
        if (object.contains("recipients")) {
            if (!object["recipients"].is_array()) fail(pointer + "/recipients", "draft.error.list");
            for (std::size_t i = 0; i < object["recipients"].size(); ++i) {
                result.recipients.push_back(text(object["recipients"][i], pointer + "/recipients/" + std::to_string(i)));
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
    result.frame = contentOf(frame, language);
    if (result.frame.find("<?thethuc body?>") == std::string::npos) throw TemplateError(report::text(language, "draft.error.frame", {frame}));
    const std::string file = folder + "/document-types.json";
    const std::string content = contentOf(file, language);
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
