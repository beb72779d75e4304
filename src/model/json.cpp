#include "model/json.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "text/text.hpp"

namespace thethuc::model {
namespace {

using nlohmann::json;

template <typename Enum>
using Name = std::pair<Enum, std::string_view>;
template <typename Enum>
using Names = std::span<const Name<Enum>>;

Names<CaseMap> namesOf(CaseMap) {
    static constexpr Name<CaseMap> names[] = {{CaseMap::none, "none"}, {CaseMap::upper, "upper"}, {CaseMap::lower, "lower"},
                                          {CaseMap::title, "title"}, {CaseMap::smallCaps, "smallCaps"}};
    return names;
}
Names<Align> namesOf(Align) {
    static constexpr Name<Align> names[] = {{Align::left, "left"}, {Align::right, "right"}, {Align::center, "center"},
                                        {Align::justify, "justify"}};
    return names;
}
Names<RunKind> namesOf(RunKind) {
    static constexpr Name<RunKind> names[] = {
        {RunKind::text, "text"}, {RunKind::pageNumber, "pageNumber"}, {RunKind::pageCount, "pageCount"},
        {RunKind::field, "field"}, {RunKind::footnote, "footnote"}, {RunKind::insertedText, "insertedText"},
        {RunKind::placeholder, "placeholder"}};
    return names;
}
Names<LineSpacingMode> namesOf(LineSpacingMode) {
    static constexpr Name<LineSpacingMode> names[] = {{LineSpacingMode::proportional, "proportional"},
                                                  {LineSpacingMode::atLeast, "atLeast"},
                                                  {LineSpacingMode::leading, "leading"},
                                                  {LineSpacingMode::exactly, "exactly"}};
    return names;
}
Names<StoryKind> namesOf(StoryKind) {
    static constexpr Name<StoryKind> names[] = {
        {StoryKind::body, "body"}, {StoryKind::frame, "frame"}, {StoryKind::footnote, "footnote"},
        {StoryKind::endnote, "endnote"}, {StoryKind::header, "header"}, {StoryKind::footer, "footer"},
        {StoryKind::shapeText, "shapeText"}};
    return names;
}
Names<ShapeKind> namesOf(ShapeKind) {
    static constexpr Name<ShapeKind> names[] = {
        {ShapeKind::line, "line"}, {ShapeKind::connector, "connector"}, {ShapeKind::custom, "custom"},
        {ShapeKind::image, "image"}, {ShapeKind::textFrame, "textFrame"}, {ShapeKind::object, "object"},
        {ShapeKind::group, "group"}, {ShapeKind::other, "other"}};
    return names;
}
Names<AnchorKind> namesOf(AnchorKind) {
    static constexpr Name<AnchorKind> names[] = {{AnchorKind::paragraph, "paragraph"}, {AnchorKind::character, "character"},
                                             {AnchorKind::asCharacter, "asCharacter"}, {AnchorKind::page, "page"},
                                             {AnchorKind::frame, "frame"}};
    return names;
}
Names<Relation> namesOf(Relation) {
    static constexpr Name<Relation> names[] = {
        {Relation::paragraphArea, "paragraphArea"}, {Relation::paragraphText, "paragraphText"},
        {Relation::character, "character"}, {Relation::page, "page"}, {Relation::pageText, "pageText"},
        {Relation::pageLeft, "pageLeft"}, {Relation::pageRight, "pageRight"}, {Relation::textLine, "textLine"}};
    return names;
}
Names<Orientation> namesOf(Orientation) {
    static constexpr Name<Orientation> names[] = {{Orientation::none, "none"}, {Orientation::left, "left"},
                                              {Orientation::center, "center"}, {Orientation::right, "right"},
                                              {Orientation::top, "top"}, {Orientation::bottom, "bottom"}};
    return names;
}

// One list of members per struct serves both directions.
template <typename A> void members(A& a, CharFormat& v) {
    a("font", v.font), a("size", v.size), a("bold", v.bold), a("italic", v.italic), a("underline", v.underline);
    a("strikeout", v.strikeout), a("hidden", v.hidden), a("hyperlink", v.hyperlink), a("caseMap", v.caseMap);
    a("escapement", v.escapement), a("color", v.color), a("tracking", v.tracking), a("scaleWidth", v.scaleWidth);
}
template <typename A> void members(A& a, Range& v) {
    a("story", v.story), a("paragraph", v.paragraph), a("start", v.start), a("length", v.length);
}
template <typename A> void members(A& a, Run& v) {
    a("start", v.start), a("length", v.length), a("kind", v.kind), a("story", v.story), a("format", v.format);
}
template <typename A> void members(A& a, LineSpacing& v) { a("mode", v.mode), a("value", v.value); }
template <typename A> void members(A& a, ParagraphFormat& v) {
    a("align", v.align), a("leftMargin", v.leftMargin), a("rightMargin", v.rightMargin);
    a("firstLineIndent", v.firstLineIndent), a("autoFirstLine", v.autoFirstLine), a("spaceBefore", v.spaceBefore);
    a("spaceAfter", v.spaceAfter), a("contextualSpacing", v.contextualSpacing), a("lineSpacing", v.lineSpacing);
    a("borderTop", v.borderTop), a("borderBottom", v.borderBottom), a("borderSides", v.borderSides);
    a("keepWithNext", v.keepWithNext);
}
template <typename A> void members(A& a, CitationMark& v) { a("at", v.at), a("target", v.target); }
template <typename A> void members(A& a, PageBreak& v) { a("pageStyle", v.pageStyle), a("pageNumber", v.pageNumber); }
template <typename A> void members(A& a, Paragraph& v) {
    a("text", v.text), a("runs", v.runs), a("base", v.base), a("format", v.format), a("style", v.style);
    a("listLabel", v.listLabel), a("cell", v.cell), a("protectedContent", v.protectedContent);
    a("breakBefore", v.breakBefore), a("bookmarks", v.bookmarks), a("marks", v.marks), a("citedList", v.citedList);
}
template <typename A> void members(A& a, Story& v) {
    a("kind", v.kind), a("paragraphs", v.paragraphs), a("shape", v.shape), a("anchor", v.anchor);
}
template <typename A> void members(A& a, Cell& v) {
    a("table", v.table), a("row", v.row), a("column", v.column), a("left", v.left), a("width", v.width);
    a("firstParagraph", v.firstParagraph), a("paragraphCount", v.paragraphCount), a("bordered", v.bordered);
    a("value", v.value), a("formula", v.formula);
}
template <typename A> void members(A& a, Table& v) {
    a("story", v.story), a("parentCell", v.parentCell), a("rows", v.rows), a("columns", v.columns), a("left", v.left);
    a("width", v.width), a("firstCell", v.firstCell), a("cellCount", v.cellCount);
    a("firstParagraph", v.firstParagraph), a("paragraphCount", v.paragraphCount), a("bordered", v.bordered);
    a("name", v.name);
}
template <typename A> void members(A& a, Shape& v) {
    a("kind", v.kind), a("name", v.name), a("anchorKind", v.anchorKind), a("anchor", v.anchor);
    a("anchorPage", v.anchorPage), a("horizontal", v.horizontal), a("horizontalRelation", v.horizontalRelation);
    a("x", v.x), a("vertical", v.vertical), a("verticalRelation", v.verticalRelation), a("y", v.y);
    a("width", v.width), a("height", v.height), a("visible", v.visible), a("dashed", v.dashed);
    a("lineColor", v.lineColor), a("textStory", v.textStory);
}
template <typename A> void members(A& a, PageStyle& v) {
    a("name", v.name), a("follow", v.follow), a("width", v.width), a("height", v.height), a("landscape", v.landscape);
    a("marginTop", v.marginTop), a("marginBottom", v.marginBottom), a("marginLeft", v.marginLeft);
    a("marginRight", v.marginRight), a("headerOn", v.headerOn), a("headerHeight", v.headerHeight);
    a("footerOn", v.footerOn), a("footerHeight", v.footerHeight), a("firstIsShared", v.firstIsShared);
    a("arabicNumbers", v.arabicNumbers), a("header", v.header), a("headerFirst", v.headerFirst);
    a("footer", v.footer), a("footerFirst", v.footerFirst);
}
template <typename A> void members(A& a, PageSection& v) {
    a("firstParagraph", v.firstParagraph), a("pageStyle", v.pageStyle), a("pageNumber", v.pageNumber);
}
template <typename A> void members(A& a, DocumentFacts& v) {
    a("readOnly", v.readOnly), a("signedDocument", v.signedDocument), a("formProtected", v.formProtected);
    a("recordChanges", v.recordChanges), a("addsParagraphSpacing", v.addsParagraphSpacing), a("pages", v.pages);
    a("timesMetrics", v.timesMetrics);
}
template <typename A> void members(A& a, Document::Ignored& v) {
    a("rule", v.rule), a("fingerprint", v.fingerprint), a("reason", v.reason);
}
template <typename A> void members(A& a, Document& v) {
    a("facts", v.facts), a("fonts", v.fonts), a("stories", v.stories), a("tables", v.tables), a("cells", v.cells);
    a("shapes", v.shapes), a("pageStyles", v.pageStyles), a("sections", v.sections), a("ignored", v.ignored);
}

struct Writer;
template <typename T>
concept Compound = requires(Writer& a, T& v) { members(a, v); };

json write(bool value) { return value; }
template <std::integral T> json write(T value) { return value; }
json write(const std::string& value) { return value; }
json write(const std::u32string& value) { return text::toUtf8(value); }
template <typename Enum>
    requires std::is_enum_v<Enum>
json write(Enum value);
template <Compound T> json write(const T& value);
template <typename T> json write(const std::optional<T>& value);
template <typename T> json write(const std::vector<T>& value);

struct Writer {
    json& object;
    template <typename T> void operator()(const char* name, const T& value) { object[name] = write(value); }
};

template <typename Enum>
    requires std::is_enum_v<Enum>
json write(Enum value) {
    for (const auto& [one, name] : namesOf(Enum{})) {
        if (one == value) return std::string(name);
    }
    throw std::runtime_error("a value outside its enumeration");
}

template <typename T> json writeAll(const T& value) {
    json object = json::object();
    Writer writer{object};
    members(writer, const_cast<T&>(value));      // the writer only reads
    return object;
}

template <Compound T> json write(const T& value) {
    static const json fresh = writeAll(T{});
    json object = writeAll(value);
    for (auto it = object.begin(); it != object.end();) {
        it = *it == fresh.at(it.key()) ? object.erase(it) : std::next(it);
    }
    return object;
}
template <typename T> json write(const std::optional<T>& value) { return value ? write(*value) : json(nullptr); }
template <typename T> json write(const std::vector<T>& value) {
    json array = json::array();
    for (const T& one : value) array.push_back(write(one));
    return array;
}

[[noreturn]] void fail(const std::string& where, const std::string& what) {
    throw std::runtime_error("snapshot" + (where.empty() ? std::string() : " at " + where) + ": " + what);
}

void read(const json& from, bool& to, const std::string& where) {
    if (!from.is_boolean()) fail(where, "expected true or false");
    to = from.get<bool>();
}
template <std::integral T> void read(const json& from, T& to, const std::string& where) {
    if (!from.is_number_integer()) fail(where, "expected an integer");
    const bool fits = from.is_number_unsigned() ? std::in_range<T>(from.get<std::uint64_t>()) : std::in_range<T>(from.get<std::int64_t>());
    if (!fits) fail(where, "the number is out of range");
    to = from.get<T>();
}
void read(const json& from, std::string& to, const std::string& where) {
    if (!from.is_string()) fail(where, "expected text");
    to = from.get<std::string>();
}
void read(const json& from, std::u32string& to, const std::string& where) {
    if (!from.is_string()) fail(where, "expected text");
    to = text::fromUtf8(from.get_ref<const std::string&>());
}
template <typename Enum>
    requires std::is_enum_v<Enum>
void read(const json& from, Enum& to, const std::string& where) {
    if (!from.is_string()) fail(where, "expected a name");
    const auto& wanted = from.get_ref<const std::string&>();
    for (const auto& [one, name] : namesOf(Enum{})) {
        if (name == wanted) {
            to = one;
            return;
        }
    }
    fail(where, "unknown name '" + wanted + "'");
}
template <Compound T> void read(const json& from, T& to, const std::string& where);
template <typename T> void read(const json& from, std::optional<T>& to, const std::string& where);
template <typename T> void read(const json& from, std::vector<T>& to, const std::string& where);

struct Reader {
    const json& object;
    const std::string& where;
    std::size_t known = 0;
    template <typename T> void operator()(const char* name, T& value) {
        const auto found = object.find(name);
        if (found == object.end()) return;
        ++known;
        read(*found, value, where + "/" + name);
    }
};

struct Namer {
    std::vector<std::string_view>& names;
    template <typename T> void operator()(const char* name, T&) { names.emplace_back(name); }
};

template <Compound T> void read(const json& from, T& to, const std::string& where) {
    if (!from.is_object()) fail(where, "expected an object");
    Reader reader{from, where};
    members(reader, to);
    if (reader.known == from.size()) return;
    std::vector<std::string_view> names;
    Namer namer{names};
    members(namer, to);
    for (const auto& [key, value] : from.items()) {
        if (std::find(names.begin(), names.end(), key) == names.end()) fail(where, "unknown member '" + key + "'");
    }
}
template <typename T> void read(const json& from, std::optional<T>& to, const std::string& where) {
    if (from.is_null()) {
        to.reset();
        return;
    }
    T value{};
    read(from, value, where);
    to = std::move(value);
}
template <typename T> void read(const json& from, std::vector<T>& to, const std::string& where) {
    if (!from.is_array()) fail(where, "expected an array");
    to.clear();
    to.reserve(from.size());
    for (const json& one : from) {
        T value{};
        read(one, value, where + "/" + std::to_string(to.size()));
        to.push_back(std::move(value));
    }
}

}  // namespace

json toJson(const Document& document) { return write(document); }

Document fromJson(const json& from) {
    Document document;
    read(from, document, {});
    if (document.stories.empty()) fail({}, "no stories");
    return document;
}

}  // namespace thethuc::model
