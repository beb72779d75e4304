#include "model/edit_json.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "model/json.hpp"
#include "text/text.hpp"

namespace thethuc::model {
namespace {

using nlohmann::json;

constexpr std::string_view kAligns[] = {"left", "right", "center", "justify"};
constexpr std::string_view kCaseMaps[] = {"none", "upper", "lower", "title", "smallCaps"};
constexpr std::string_view kModes[] = {"proportional", "atLeast", "leading", "exactly"};

template <class Enum, std::size_t N>
json nameOf(Enum value, const std::string_view (&names)[N]) {
    return std::string(names[static_cast<std::size_t>(value)]);
}

template <class Enum, std::size_t N>
Enum named(const json& value, const std::string_view (&names)[N]) {
    const auto name = value.get<std::string>();
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    throw std::runtime_error("unknown value \"" + name + "\"");
}

json write(bool value) { return value; }
json write(std::int32_t value) { return value; }
json write(const std::string& value) { return value; }
json write(const std::u32string& value) { return text::toUtf8(value); }
json write(Align value) { return nameOf(value, kAligns); }
json write(CaseMap value) { return nameOf(value, kCaseMaps); }
json write(const LineSpacing& value) { return {{"mode", nameOf(value.mode, kModes)}, {"value", value.value}}; }
json write(const Range& value) {
    json result = json::object();
    if (value.story != 0) result["story"] = value.story;
    if (value.paragraph != 0) result["paragraph"] = value.paragraph;
    if (value.start != 0) result["start"] = value.start;
    if (value.length != 0) result["length"] = value.length;
    return result;
}
/// The formats have their JSON in the snapshot's.
json writeFormats(const ParagraphFormat& format, const CharFormat& character) {
    Document document;
    document.stories.emplace_back().paragraphs.emplace_back();
    Paragraph& paragraph = document.stories.front().paragraphs.front();
    paragraph.format = format;
    paragraph.base = character;
    return toJson(document).at("stories").at(0).at("paragraphs").at(0);
}
json write(const ParagraphFormat& value) { return writeFormats(value, {}).value("format", json::object()); }
json write(const CharFormat& value) { return writeFormats({}, value).value("base", json::object()); }
json write(const NewParagraph& value) {
    json result = {{"text", text::toUtf8(value.text)}};
    if (json format = write(value.format); !format.empty()) result["format"] = std::move(format);
    if (json character = write(value.character); !character.empty()) result["character"] = std::move(character);
    return result;
}
json write(const CellContent& value);
template <class T>
json write(const std::vector<T>& values) {
    json result = json::array();
    for (const T& value : values) result.push_back(write(value));
    return result;
}

void read(const json& value, bool& out) { out = value.get<bool>(); }
void read(const json& value, std::int32_t& out) {
    if (!value.is_number_integer()) throw std::runtime_error("a whole number is needed");
    out = value.get<std::int32_t>();
}
void read(const json& value, std::string& out) { out = value.get<std::string>(); }
void read(const json& value, std::u32string& out) { out = text::fromUtf8(value.get<std::string>()); }
void read(const json& value, Align& out) { out = named<Align>(value, kAligns); }
void read(const json& value, CaseMap& out) { out = named<CaseMap>(value, kCaseMaps); }
void read(const json& value, LineSpacing& out) {
    out.mode = named<LineSpacingMode>(value.at("mode"), kModes);
    read(value.at("value"), out.value);
}
void read(const json& value, Range& out) {
    for (const auto& [name, member] : value.items()) {
        if (name == "story") read(member, out.story);
        else if (name == "paragraph") read(member, out.paragraph);
        else if (name == "start") read(member, out.start);
        else if (name == "length") read(member, out.length);
        else throw std::runtime_error("unknown member \"" + name + "\" of a range");
    }
}
Paragraph readFormats(const char* name, const json& value) {
    const json paragraph = {{name, value}};
    return fromJson({{"stories", json::array({{{"paragraphs", json::array({paragraph})}}})}}).stories.front().paragraphs.front();
}
void read(const json& value, ParagraphFormat& out) { out = readFormats("format", value).format; }
void read(const json& value, CharFormat& out) { out = readFormats("base", value).base; }
void read(const json& value, NewParagraph& out) {
    for (const auto& [name, member] : value.items()) {
        if (name == "text") read(member, out.text);
        else if (name == "format") read(member, out.format);
        else if (name == "character") read(member, out.character);
        else throw std::runtime_error("unknown member \"" + name + "\" of a paragraph");
    }
}
void read(const json& value, CellContent& out);
template <class T>
void read(const json& value, std::vector<T>& out) {
    if (!value.is_array()) throw std::runtime_error("a list is needed");
    for (const json& one : value) read(one, out.emplace_back());
}

// One list of members per edit serves both directions.
template <class A> void members(A& a, SetPageFormat& v) {
    a("pageStyle", v.pageStyle), a("width", v.width), a("height", v.height);
    a("top", v.top), a("bottom", v.bottom), a("left", v.left), a("right", v.right);
}
template <class A> void members(A& a, SetPageNumber& v) {
    a("pageStyle", v.pageStyle), a("size", v.size), a("hideFirst", v.hideFirst);
}
template <class A> void members(A& a, RestartPageNumber& v) { a("at", v.at), a("value", v.value); }
template <class A> void members(A& a, SetParagraphFormat& v) {
    a("at", v.at), a("align", v.align), a("leftMargin", v.leftMargin), a("rightMargin", v.rightMargin);
    a("firstLineIndent", v.firstLineIndent), a("spaceBefore", v.spaceBefore), a("spaceAfter", v.spaceAfter);
    a("contextualSpacing", v.contextualSpacing), a("keepWithNext", v.keepWithNext), a("lineSpacing", v.lineSpacing);
}
template <class A> void members(A& a, SetCharFormat& v) {
    a("at", v.at), a("font", v.font), a("size", v.size), a("bold", v.bold), a("italic", v.italic);
    a("underline", v.underline), a("caseMap", v.caseMap), a("color", v.color);
}
template <class A> void members(A& a, ReplaceText& v) { a("at", v.at), a("text", v.text); }
template <class A> void members(A& a, RemoveParagraph& v) { a("at", v.at); a("withText", v.withText); }
template <class A> void members(A& a, InsertParagraphs& v) { a("before", v.before), a("paragraphs", v.paragraphs); }
template <class A> void members(A& a, DrawLine& v) {
    a("under", v.under), a("length", v.length), a("offset", v.offset), a("replaces", v.replaces);
    a("clearsBorder", v.clearsBorder), a("removes", v.removes);
}
template <class A> void members(A& a, SetShapeSize& v) { a("shape", v.shape), a("width", v.width), a("height", v.height); }
template <class A> void members(A& a, SetColumnWidths& v) { a("table", v.table), a("widths", v.widths); }
template <class A> void members(A& a, SetParagraphStyle& v) {
    a("at", v.at), a("style", v.style), a("format", v.format), a("character", v.character);
}
template <class A> void members(A& a, SetCells& v) { a("cells", v.cells); }
template <class A> void members(A& a, CellContent& v) {
    a("cell", v.cell), a("text", v.text), a("formula", v.formula), a("value", v.value), a("format", v.format);
}

constexpr std::string_view kNames[] = {"setPageFormat", "setPageNumber",  "restartPageNumber", "setParagraphFormat",
                                       "setCharFormat", "replaceText",    "removeParagraph",   "insertParagraphs",
                                       "drawLine",      "setShapeSize",   "setColumnWidths",   "setParagraphStyle",
                                       "setCells"};
static_assert(std::size(kNames) == std::variant_size_v<Edit>);

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

struct MemberWriter {
    json& object;
    template <class T> void operator()(const char* name, T& value) const {
        if constexpr (IsOptional<T>::value) {
            if (value) object[name] = write(*value);
        } else {
            object[name] = write(value);
        }
    }
};

/// Leaves out what a new one has anyway: both are written in full, then compared.
template <class T>
json writeMembers(const T& edit, json result) {
    json object = json::object();
    json fresh = json::object();
    T copy = edit;
    T initial;
    MemberWriter writer{object};
    MemberWriter initialWriter{fresh};
    members(writer, copy);
    members(initialWriter, initial);
    for (const auto& [key, value] : object.items()) {
        if (!fresh.contains(key) || fresh.at(key) != value) result[key] = value;
    }
    return result;
}

json write(const CellContent& value) { return writeMembers(value, json::object()); }

struct MemberReader {
    const json& object;
    std::size_t seen = 1;                        ///< "edit" itself
    template <class T> void operator()(const char* name, T& value) {
        const auto found = object.find(name);
        if (found == object.end()) return;
        ++seen;
        try {
            if constexpr (IsOptional<T>::value) {
                read(*found, value.emplace());
            } else {
                read(*found, value);
            }
        } catch (const std::exception& error) {
            throw std::runtime_error(std::string(name) + ": " + error.what());
        }
    }
};

void read(const json& value, CellContent& out) {
    if (!value.is_object()) throw std::runtime_error("an object is needed");
    MemberReader reader{value, 0};
    members(reader, out);
    if (reader.seen != value.size()) throw std::runtime_error("unknown member of a cell");
}

template <std::size_t I = 0>
Edit readEdit(const json& object, const std::string& name) {
    if constexpr (I < std::variant_size_v<Edit>) {
        if (kNames[I] != name) return readEdit<I + 1>(object, name);
        std::variant_alternative_t<I, Edit> edit;
        MemberReader reader{object};
        members(reader, edit);
        if (reader.seen != object.size()) throw std::runtime_error(name + ": unknown member");
        return edit;
    } else {
        throw std::runtime_error("unknown edit \"" + name + "\"");
    }
}

}  // namespace

json toJson(const Edits& edits) {
    json result = json::array();
    for (const Edit& edit : edits) {
        result.push_back(std::visit([&](const auto& one) { return writeMembers(one, {{"edit", std::string(kNames[edit.index()])}}); }, edit));
    }
    return result;
}

Edits editsFromJson(const json& list) {
    if (!list.is_array()) throw std::runtime_error("a list of edits is needed");
    Edits result;
    for (std::size_t i = 0; i < list.size(); ++i) {
        try {
            const json& object = list[i];
            if (!object.is_object()) throw std::runtime_error("an object is needed");
            result.push_back(readEdit(object, object.value("edit", std::string())));
        } catch (const std::exception& error) {
            throw std::runtime_error("edit " + std::to_string(i) + ": " + error.what());
        }
    }
    return result;
}

}  // namespace thethuc::model
