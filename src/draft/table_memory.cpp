#include "draft/table_memory.hpp"

#include <nlohmann/json.hpp>

namespace thethuc::draft {

namespace {

constexpr const char* kMember = "tables";
// More cells than any report has: reading stops there.
constexpr std::size_t kMost = 100000;

std::string keyOf(const CellKey& cell) {
    const char* kind = "";
    switch (cell.second) {
        case ColumnKind::plan: kind = "plan"; break;
        case ColumnKind::actual: kind = "actual"; break;
        case ColumnKind::previous: kind = "previous"; break;
        case ColumnKind::ratio: kind = "ratio"; break;
        case ColumnKind::difference: kind = "difference"; break;
        case ColumnKind::serial:
        case ColumnKind::name:
        case ColumnKind::unit:
        case ColumnKind::note: break;
    }
    return cell.first + "/" + kind;
}

}  // namespace

void TableMemory::add(const CellKey& cell, const std::string& words) { words_[keyOf(cell)].insert(words); }

void TableMemory::add(const TableMemory& other) {
    for (const auto& [key, words] : other.words_) words_[key].insert(words.begin(), words.end());
}

bool TableMemory::has(const CellKey& cell, const std::string& words) const {
    const auto found = words_.find(keyOf(cell));
    return found != words_.end() && found->second.contains(words);
}

bool TableMemory::knows(const std::string& indicator) const {
    const auto found = words_.lower_bound(indicator + "/");
    return found != words_.end() && found->first.starts_with(indicator + "/");
}

std::string TableMemory::writtenInto(std::string_view json) const {
    nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object()) object = nlohmann::json::object();
    object.erase(kMember);
    for (const auto& [key, words] : words_) object[kMember][key] = words;
    return object.empty() ? std::string() : object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TableMemory TableMemory::readFrom(std::string_view json) {
    TableMemory result;
    const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
    const auto member = object.is_object() ? object.find(kMember) : object.end();
    if (member == object.end() || !member->is_object()) return result;
    for (const auto& [key, words] : member->items()) {
        if (!words.is_array() || result.words_.size() >= kMost) continue;
        for (const nlohmann::json& one : words) {
            if (one.is_string()) result.words_[key].insert(one.get<std::string>());
        }
    }
    return result;
}

}  // namespace thethuc::draft
