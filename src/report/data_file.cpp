#include "report/data_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace thethuc::report {

using nlohmann::json;

namespace {

json parsed(std::string_view text, const std::string& file, const std::string& family, Language language) {
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        const auto line = ruleset::lineAt(text, error.byte == 0 ? 0 : error.byte - 1);
        throw DataError(report::text(language, family + ".error.json", {file, std::to_string(line)}));
    }
}

}  // namespace

DataFile::DataFile(std::string_view text, std::string file, std::string texts, Language language)
    : file_(std::move(file)), family_(std::move(texts)), language_(language), root_(parsed(text, file_, family_, language)), lines_(text) {
    if (!lines_.duplicate().empty()) fail(lines_.duplicate(), "duplicate");
}

void DataFile::fail(const std::string& pointer, std::string_view key, const std::string& argument) const {
    const std::string place = file_ + ":" + std::to_string(lines_.line(pointer)) + ": " + (pointer.empty() ? "/" : pointer);
    throw DataError(place + ": " + report::text(language_, family_ + ".error." + std::string(key), {argument}));
}

void DataFile::members(const json& object, const std::string& pointer, std::initializer_list<std::string_view> known) const {
    if (!object.is_object()) fail(pointer, "object");
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) fail(pointer + "/" + key, "unknown", key);
    }
}

void DataFile::needs(const json& object, const std::string& pointer, std::initializer_list<const char*> keys) const {
    for (const char* key : keys) {
        if (!object.contains(key)) fail(pointer, "missing", key);
    }
}

std::string DataFile::text(const json& value, const std::string& pointer) const {
    if (!value.is_string()) fail(pointer, "string");
    return value.get<std::string>();
}

const json& DataFile::list(const json& value, const std::string& pointer) const {
    if (!value.is_array()) fail(pointer, "list");
    return value;
}

std::vector<std::string> DataFile::texts(const json& value, const std::string& pointer) const {
    std::vector<std::string> out;
    for (const json& one : list(value, pointer)) out.push_back(text(one, pointer + "/" + std::to_string(out.size())));
    return out;
}

std::string readDataFile(const std::string& file, const std::string& texts, Language language) {
    std::error_code error;
    std::ifstream stream(file, std::ios::binary);
    // A folder opens, but does not read.
    if (!stream || std::filesystem::is_directory(file, error)) throw DataError(report::text(language, texts + ".error.open", {file}));
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void writeDataFile(const std::string& file, std::string_view bytes, const std::string& texts, Language language) {
    namespace fs = std::filesystem;
    const auto pathOf = [](const std::string& utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); };
    const fs::path target = pathOf(file), beside = pathOf(file + ".moi");
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    std::ofstream out(beside, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (out) {
        fs::rename(beside, target, error);
        if (!error) return;
    }
    fs::remove(beside, error);
    throw DataError(report::text(language, texts + ".error.write", {file}));
}

}  // namespace thethuc::report
