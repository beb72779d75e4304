#include "draft/outline_file.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <nlohmann/json.hpp>

#include "draft/template_file.hpp"
#include "text/text.hpp"

namespace thethuc::draft {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

class OutlineReader {
public:
    OutlineReader(const std::string& file, const Templates& templates, report::Language language)
        : template_(report::readDataFile(file, "draft", language), file, templates.frame, language), file_(template_.data()), templates_(templates) {}

    Outline read(const std::string& name) {
        const json& root = file_.root();
        file_.members(root, "", {"schema", "id", "name", "type", "periods", "subject", "addressee", "keys", "rows", "recipients", "attached"});
        file_.needs(root, "", {"schema", "id", "name", "type", "rows"});
        if (root["schema"] != 1) file_.fail("/schema", "schema");
        Outline result;
        result.id = file_.text(root["id"], "/id");
        // The name of the file is the id, so that no two files can have the same one.
        if (!isId(result.id) || result.id != name) file_.fail("/id", "file-id", name);
        result.name = file_.text(root["name"], "/name");
        result.type = file_.text(root["type"], "/type");
        const auto& types = templates_.types;
        if (std::none_of(types.begin(), types.end(), [&](const TypeTemplate& one) { return one.type == result.type; })) {
            file_.fail("/type", "no-type", result.type);
        }
        result.periods = template_.periods(root, "");
        readKeys(root, result);
        result.subject = template_.string(root, "", "subject");
        result.addressee = template_.string(root, "", "addressee");
        result.rows = template_.rows(root, "", "rows");
        result.recipients = template_.lines(root, "", "recipients");
        if (root.contains("attached")) result.attached = attached(root["attached"], "/attached");
        return result;
    }

private:
    TemplateFile template_;
    const report::DataFile& file_;
    const Templates& templates_;

    void readKeys(const json& root, Outline& result) {
        if (!root.contains("keys")) return;
        std::vector<std::string> gaps, names;
        for (const json& one : file_.list(root["keys"], "/keys")) {
            const std::string pointer = "/keys/" + std::to_string(result.keys.size());
            file_.members(one, pointer, {"key", "hint", "otherwise", "citation"});
            file_.needs(one, pointer, {"key", "hint", "otherwise"});
            OutlineKey key{file_.text(one["key"], pointer + "/key"), file_.text(one["hint"], pointer + "/hint"),
                           file_.text(one["otherwise"], pointer + "/otherwise"), std::nullopt};
            const bool letters = !key.key.empty() && std::all_of(key.key.begin(), key.key.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            });
            const auto taken = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), key.key) != list.end(); };
            if (!letters || taken(keyNames()) || taken(gapNames()) || taken(names)) file_.fail(pointer + "/key", "key-name", key.key);
            names.push_back(key.key);
            gaps.push_back(key.key);
            if (one.contains("citation")) {
                const std::string here = pointer + "/citation";
                file_.members(one["citation"], here, {"symbol", "issuer"});
                file_.needs(one["citation"], here, {"symbol", "issuer"});
                key.citation = {file_.text(one["citation"]["symbol"], here + "/symbol"), file_.text(one["citation"]["issuer"], here + "/issuer")};
                gaps.push_back(key.key + ".symbol");
                gaps.push_back(key.key + ".issuer");
            }
            result.keys.push_back(std::move(key));
        }
        template_.alsoKnows(std::move(gaps), std::move(names));
    }

    Attached attached(const json& object, const std::string& pointer) const {
        file_.members(object, pointer, {"title", "subject", "rows"});
        file_.needs(object, pointer, {"title", "subject", "rows"});
        return {template_.string(object, pointer, "title"), template_.string(object, pointer, "subject"), template_.rows(object, pointer, "rows")};
    }
};

}  // namespace

std::vector<std::string> dataFiles(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool isId(std::string_view id) noexcept {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string writeOutline(const Outline& outline) {
    nlohmann::ordered_json root{{"schema", 1}, {"id", outline.id}, {"name", outline.name}, {"type", outline.type}};
    if (!outline.periods.empty()) {
        for (const PeriodKind kind : outline.periods) root["periods"].push_back(nameOf(kind));
    }
    if (!outline.subject.empty()) root["subject"] = outline.subject;
    if (!outline.addressee.empty()) root["addressee"] = outline.addressee;
    root["rows"] = nlohmann::ordered_json::array();
    for (const Row& row : outline.rows) {
        if (row.table.empty()) root["rows"].push_back({{"style", row.style}, {"text", row.text}});
        else root["rows"].push_back({{"table", row.table}});
    }
    if (!outline.recipients.empty()) root["recipients"] = outline.recipients;
    return root.dump(4) + "\n";
}

void addOwnOutlines(Templates& templates, const std::string& folder, report::Language language) {
    for (const std::string& file : dataFiles(folder)) {
        try {
            Outline own = OutlineReader(file, templates, language).read(fs::path(file).stem().string());
            own.own = true;
            const auto same = std::find_if(templates.outlines.begin(), templates.outlines.end(), [&](const Outline& one) { return one.id == own.id; });
            if (same != templates.outlines.end()) *same = std::move(own);
            else templates.outlines.push_back(std::move(own));
        } catch (const TemplateError& error) {
            templates.broken.emplace_back(error.what());
        }
    }
}

std::vector<Outline> readOutlines(const std::string& folder, const Templates& templates, report::Language language) {
    std::vector<Outline> outlines;
    for (const std::string& file : dataFiles(folder)) {
        outlines.push_back(OutlineReader(file, templates, language).read(fs::path(file).stem().string()));
    }
    return outlines;
}

}  // namespace thethuc::draft
