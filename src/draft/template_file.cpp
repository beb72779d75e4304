#include "draft/template_file.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace thethuc::draft {

using nlohmann::json;

namespace {

bool listed(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void TemplateFile::alsoKnows(std::vector<std::string> gaps, std::vector<std::string> keys) {
    gaps_ = std::move(gaps);
    keys_ = std::move(keys);
}

std::string TemplateFile::string(const json& object, const std::string& pointer, const char* key) const {
    return object.contains(key) ? filled(file_.text(object[key], pointer + "/" + key), pointer + "/" + key) : std::string();
}

std::string TemplateFile::filled(std::string text, const std::string& pointer) const {
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        const std::string gap = text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
        if (close == std::string::npos || (!listed(gapNames(), gap) && !listed(gaps_, gap))) file_.fail(pointer, "gap", gap);
    }
    return text;
}

bool TemplateFile::flag(const json& object, const std::string& pointer, const char* key, bool otherwise) const {
    if (!object.contains(key)) return otherwise;
    if (!object[key].is_boolean()) file_.fail(pointer + "/" + key, "flag");
    return object[key].get<bool>();
}

std::vector<Row> TemplateFile::rows(const json& object, const std::string& pointer, const char* key) const {
    const std::string here = pointer + "/" + key;
    std::vector<Row> result;
    for (const json& one : file_.list(object[key], here)) result.push_back(row(one, here + "/" + std::to_string(result.size())));
    if (result.empty()) file_.fail(here, "empty");
    return result;
}

std::vector<std::string> TemplateFile::lines(const json& object, const std::string& pointer, const char* key) const {
    std::vector<std::string> result;
    if (!object.contains(key)) return result;
    const std::string here = pointer + "/" + key;
    for (std::string& line : file_.texts(object[key], here)) result.push_back(filled(std::move(line), here + "/" + std::to_string(result.size())));
    return result;
}

std::vector<PeriodKind> TemplateFile::periods(const json& object, const std::string& pointer) const {
    std::vector<PeriodKind> result;
    if (!object.contains("periods")) return result;
    for (const std::string& name : file_.texts(object["periods"], pointer + "/periods")) {
        const auto kind = periodKind(name);
        if (!kind) file_.fail(pointer + "/periods/" + std::to_string(result.size()), "value", "thang, quy, 6-thang, 9-thang, nam");
        result.push_back(*kind);
    }
    return result;
}

std::string TemplateFile::key(const json& object, const std::string& pointer, const char* member) const {
    if (!object.contains(member)) return {};
    std::string name = file_.text(object[member], pointer + "/" + member);
    if (!listed(keyNames(), name) && !listed(keys_, name)) file_.fail(pointer + "/" + member, "no-key", name);
    return name;
}

Row TemplateFile::row(const json& object, const std::string& pointer) const {
    file_.members(object, pointer, {"style", "text", "table", "when", "unless", "each", "periods"});
    Row result;
    result.when = key(object, pointer, "when");
    result.unless = key(object, pointer, "unless");
    result.periods = periods(object, pointer);
    if (object.contains("table")) {
        for (const char* other : {"style", "text", "each"}) {
            if (object.contains(other)) file_.fail(pointer + "/" + other, "beside-table");
        }
        result.table = file_.text(object["table"], pointer + "/table");
        return result;
    }
    file_.needs(object, pointer, {"style", "text"});
    result.style = string(object, pointer, "style");
    result.text = string(object, pointer, "text");
    result.each = key(object, pointer, "each");
    if (frame_.find("style:name=\"TT_" + result.style + "\"") == std::string::npos) file_.fail(pointer + "/style", "style", result.style);
    return result;
}

}  // namespace thethuc::draft
