#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "draft/indicators.hpp"
#include "draft/outline_file.hpp"
#include "text/text.hpp"

namespace thethuc::draft {

namespace {

using nlohmann::json;
using Strings = std::vector<std::string>;

constexpr std::pair<std::string_view, ColumnKind> kKinds[] = {
    {"serial", ColumnKind::serial}, {"name", ColumnKind::name},         {"unit", ColumnKind::unit},
    {"plan", ColumnKind::plan},     {"actual", ColumnKind::actual},     {"ratio", ColumnKind::ratio},
    {"previous", ColumnKind::previous}, {"difference", ColumnKind::difference}, {"note", ColumnKind::note}};

bool listed(const Strings& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

std::string textOf(const report::DataFile& file, const json& object, const std::string& pointer, const char* key) {
    return object.contains(key) ? file.text(object[key], pointer + "/" + key) : std::string();
}

Strings textsOf(const report::DataFile& file, const json& object, const std::string& pointer, const char* key) {
    return object.contains(key) ? file.texts(object[key], pointer + "/" + key) : Strings{};
}

/// Ids of indicators may have capitals, points and underscores; what parts a request must not be in them.
bool isIndicatorId(const std::string& id) {
    return !id.empty() && id.find_first_of(",:/=| \t") == std::string::npos;
}

class SetReader {
public:
    SetReader(const report::DataFile& file, const std::vector<TableColumn>* columns) : file_(file), columns_(columns) {}

    IndicatorSet read(const json& object, const std::string& pointer) {
        file_.needs(object, pointer, {"id", "name", "groups"});
        IndicatorSet set{id(object, pointer), file_.text(object["name"], pointer + "/name"), {}, {}};
        for (const json& one : file_.list(object["groups"], pointer + "/groups")) {
            set.groups.push_back(group(one, pointer + "/groups/" + std::to_string(set.groups.size())));
        }
        if (set.groups.empty()) file_.fail(pointer + "/groups", "empty");
        verify(set, pointer);
        if (object.contains("tables")) {
            for (const json& one : file_.list(object["tables"], pointer + "/tables")) {
                set.tables.push_back(table(one, pointer + "/tables/" + std::to_string(set.tables.size())));
            }
        }
        return set;
    }

private:
    const report::DataFile& file_;
    const std::vector<TableColumn>* columns_;
    Strings indicators_;
    std::set<std::string> taken_;

    std::string id(const json& object, const std::string& pointer) {
        std::string result = file_.text(object["id"], pointer + "/id");
        if (!isId(result) || !taken_.insert(result).second) file_.fail(pointer + "/id", "indicator-id", result);
        return result;
    }

    IndicatorGroup group(const json& object, const std::string& pointer) {
        file_.members(object, pointer, {"id", "name", "indicators"});
        file_.needs(object, pointer, {"id", "name", "indicators"});
        IndicatorGroup result{id(object, pointer), file_.text(object["name"], pointer + "/name"), {}};
        for (const json& one : file_.list(object["indicators"], pointer + "/indicators")) {
            result.indicators.push_back(indicator(one, pointer + "/indicators/" + std::to_string(result.indicators.size())));
        }
        return result;
    }

    Indicator indicator(const json& object, const std::string& pointer) {
        file_.members(object, pointer, {"id", "name", "unit", "certainty", "numerator", "denominator", "sum"});
        file_.needs(object, pointer, {"id", "name", "unit"});
        Indicator result{file_.text(object["id"], pointer + "/id"),
                         file_.text(object["name"], pointer + "/name"),
                         file_.text(object["unit"], pointer + "/unit"),
                         textOf(file_, object, pointer, "certainty"),
                         textsOf(file_, object, pointer, "numerator"),
                         textsOf(file_, object, pointer, "denominator"),
                         textsOf(file_, object, pointer, "sum")};
        if (!isIndicatorId(result.id) || !taken_.insert(result.id).second) file_.fail(pointer + "/id", "indicator-id", result.id);
        if (!result.certainty.empty() && !listed({"cao", "vừa", "thấp"}, result.certainty)) file_.fail(pointer + "/certainty", "value", "cao, vừa, thấp");
        if (result.numerator.empty() != result.denominator.empty()) file_.fail(pointer, "missing", result.numerator.empty() ? "numerator" : "denominator");
        if (!result.sum.empty() && !result.numerator.empty()) file_.fail(pointer + "/sum", "sum-and-ratio");
        indicators_.push_back(result.id);
        return result;
    }

    /// Operands are indicators of the same set, and none is computed from itself.
    void verify(const IndicatorSet& set, const std::string& pointer) const {
        std::map<std::string, const Indicator*> all;
        for (const IndicatorGroup& group : set.groups) {
            for (const Indicator& one : group.indicators) all[one.id] = &one;
        }
        const std::function<bool(const Indicator&, int)> endless = [&](const Indicator& one, int depth) {
            if (depth > static_cast<int>(all.size())) return true;
            for (const Strings* operands : {&one.numerator, &one.denominator, &one.sum}) {
                for (const std::string& id : *operands) {
                    if (endless(*all.at(id), depth + 1)) return true;
                }
            }
            return false;
        };
        std::vector<std::pair<const Indicator*, std::string>> places;
        for (std::size_t g = 0; g < set.groups.size(); ++g) {
            for (std::size_t i = 0; i < set.groups[g].indicators.size(); ++i) {
                const Indicator& one = set.groups[g].indicators[i];
                const std::string here = pointer + "/groups/" + std::to_string(g) + "/indicators/" + std::to_string(i);
                places.emplace_back(&one, here);
                known(one.numerator, here + "/numerator");
                known(one.denominator, here + "/denominator");
                known(one.sum, here + "/sum");
            }
        }
        for (const auto& [one, here] : places) {
            if (endless(*one, 0)) file_.fail(here, "endless", one->id);
        }
    }

    void known(const Strings& ids, const std::string& pointer) const {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!listed(indicators_, ids[i])) file_.fail(pointer + "/" + std::to_string(i), "no-indicator", ids[i]);
        }
    }

    TablePick table(const json& object, const std::string& pointer) {
        file_.members(object, pointer, {"id", "name", "rows", "columns"});
        file_.needs(object, pointer, {"id", "name", "rows"});
        TablePick result{id(object, pointer), file_.text(object["name"], pointer + "/name"), textsOf(file_, object, pointer, "rows"),
                         textsOf(file_, object, pointer, "columns")};
        if (result.rows.empty()) file_.fail(pointer + "/rows", "empty");
        known(result.rows, pointer + "/rows");
        for (std::size_t i = 0; columns_ != nullptr && i < result.columns.size(); ++i) {
            const bool there = std::any_of(columns_->begin(), columns_->end(), [&](const TableColumn& one) { return one.id == result.columns[i]; });
            if (!there) file_.fail(pointer + "/columns/" + std::to_string(i), "no-column", result.columns[i]);
        }
        return result;
    }
};

void readColumns(const std::string& path, report::Language language, IndicatorData& data) {
    const report::DataFile file(report::readDataFile(path, "draft", language), path, "draft", language);
    const json& root = file.root();
    file.members(root, "", {"schema", "columns", "usual"});
    file.needs(root, "", {"schema", "columns", "usual"});
    if (root["schema"] != 1) file.fail("/schema", "schema");
    Strings ids;
    for (const json& one : file.list(root["columns"], "/columns")) {
        const std::string pointer = "/columns/" + std::to_string(data.columns.size());
        file.members(one, pointer, {"id", "title", "kind", "width"});
        file.needs(one, pointer, {"id", "title", "kind", "width"});
        TableColumn column{file.text(one["id"], pointer + "/id"), file.text(one["title"], pointer + "/title"), ColumnKind::serial, 0};
        if (!isId(column.id) || listed(ids, column.id)) file.fail(pointer + "/id", "indicator-id", column.id);
        const std::string kind = file.text(one["kind"], pointer + "/kind");
        const auto found = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& known) { return known.first == kind; });
        if (found == std::end(kKinds)) file.fail(pointer + "/kind", "value", "serial, name, unit, plan, actual, ratio, previous, difference, note");
        column.kind = found->second;
        constexpr std::int64_t kLeast = 5, kMost = 150;
        const json& width = one["width"];
        if (!width.is_number_integer() || width.get<std::int64_t>() < kLeast || width.get<std::int64_t>() > kMost) file.fail(pointer + "/width", "value", "5–150");
        column.width = width.get<std::int32_t>() * 100;
        ids.push_back(column.id);
        data.columns.push_back(std::move(column));
    }
    data.usual = file.texts(root["usual"], "/usual");
    for (std::size_t i = 0; i < data.usual.size(); ++i) {
        if (!listed(ids, data.usual[i])) file.fail("/usual/" + std::to_string(i), "no-column", data.usual[i]);
    }
}

number::Decimal figure(const std::string& value, const std::string& what, report::Language language) {
    const number::Reading reading = number::read(text::fromUtf8(value));
    if (!reading.value) throw report::DataError(report::text(language, "draft.error.figure", {what, value}));
    return *reading.value;
}

}  // namespace

IndicatorSet readIndicatorSet(const report::DataFile& file, const json& object, const std::string& pointer, const std::vector<TableColumn>* columns) {
    return SetReader(file, columns).read(object, pointer);
}

IndicatorData readIndicators(const std::string& folder, report::Language language) {
    IndicatorData data;
    const Strings files = dataFiles(folder);
    if (files.empty()) return data;
    const std::string columns = folder + "/columns.json";
    readColumns(columns, language, data);
    for (const std::string& path : files) {
        const std::string name = std::filesystem::path(path).stem().string();
        if (name == "columns") continue;
        const report::DataFile file(report::readDataFile(path, "draft", language), path, "draft", language);
        file.members(file.root(), "", {"schema", "id", "name", "groups", "tables"});
        file.needs(file.root(), "", {"schema", "id"});
        if (file.root()["schema"] != 1) file.fail("/schema", "schema");
        if (file.text(file.root()["id"], "/id") != name) file.fail("/id", "file-id", name);
        data.sets.push_back(readIndicatorSet(file, file.root(), "", &data.columns));
    }
    return data;
}

void addFigure(FigureMap& figures, const std::string& key, const std::string& value, report::Language language) {
    const auto slash = key.find('/');
    Figures& one = figures[key.substr(0, slash)];
    const std::string part = slash == std::string::npos ? "actual" : key.substr(slash + 1);
    if (part == "note") one.note = value;
    else if (value.empty()) return;
    else if (part == "actual") one.actual = figure(value, key, language);
    else if (part == "plan") one.plan = figure(value, key, language);
    else if (part == "previous") one.previous = figure(value, key, language);
    else throw report::DataError(report::text(language, "draft.error.figure-part", {key}));
}

FigureMap loadFigures(const std::string& path, report::Language language) {
    const report::DataFile file(report::readDataFile(path, "draft", language), path, "draft", language);
    const json& root = file.root();
    file.members(root, "", {"schema", "figures"});
    file.needs(root, "", {"schema", "figures"});
    if (root["schema"] != 1) file.fail("/schema", "schema");
    if (!root["figures"].is_object()) file.fail("/figures", "object");
    FigureMap result;
    for (const auto& [id, value] : root["figures"].items()) {
        const std::string pointer = "/figures/" + id;
        const auto add = [&](const std::string& key, const json& given, const std::string& here) {
            try {
                addFigure(result, key, given.is_number_integer() ? given.dump() : file.text(given, here), language);
            } catch (const report::DataError& error) {
                // The words of the mistake stand behind the place in this file.
                if (std::string(error.what()).starts_with(path)) throw;
                file.fail(here, "no-figure", given.dump());
            }
        };
        if (!value.is_object()) {
            add(id, value, pointer);
            continue;
        }
        file.members(value, pointer, {"plan", "actual", "previous", "note"});
        for (const auto& [part, given] : value.items()) add(id + "/" + part, given, pointer + "/" + part);
    }
    return result;
}

}  // namespace thethuc::draft
