#include <algorithm>
#include <utility>

#include "draft/template.hpp"
#include "text/text.hpp"

namespace thethuc::draft {

const Outline& outlineOf(const Templates& templates, const std::string& id, report::Language language) {
    const auto found = std::find_if(templates.outlines.begin(), templates.outlines.end(), [&](const Outline& one) { return one.id == id; });
    if (found != templates.outlines.end()) return *found;
    // An outline is named, not opened: no file of the person's own choice is read in its place.
    if (id.find_first_of("/\\.") != std::string::npos) throw TemplateError(report::text(language, "draft.error.path", {id}));
    // What is wrong with a file that cannot be used says more than that it is not there.
    for (const std::string& one : templates.broken) {
        if (one.find("/" + id + ".json") != std::string::npos) throw TemplateError(one);
    }
    std::string known;
    for (const Outline& one : templates.outlines) known += (known.empty() ? "" : ", ") + one.id;
    throw TemplateError(report::text(language, "draft.error.outline", {id, known}));
}

std::vector<Row> expanded(const std::vector<Row>& rows, const Values& values, const std::vector<std::string>& given,
                          const std::optional<Period>& period) {
    const auto has = [&](const std::string& key) { return std::find(given.begin(), given.end(), key) != given.end(); };
    std::vector<Row> result;
    for (const Row& row : rows) {
        if (!row.when.empty() && !has(row.when)) continue;
        if (!row.unless.empty() && has(row.unless)) continue;
        if (!row.periods.empty() && (!period || std::find(row.periods.begin(), row.periods.end(), period->kind) == row.periods.end())) continue;
        const auto add = [&](const Values& with) { result.push_back({row.style, fill(row.text, with), row.table, {}, {}, {}, {}}); };
        const auto lines = row.each.empty() ? values.end() : values.find(row.each);
        if (lines == values.end()) {
            add(values);
            continue;
        }
        Values one = values;
        for (const std::string& line : lines->second) {
            one[row.each] = {line};
            add(one);
        }
    }
    return result;
}

CitedLine citedLine(std::string_view line) {
    const std::u32string words = text::squeeze(text::fromUtf8(line));
    const std::u32string small = text::toLower(words);
    const auto trimmed = [](std::u32string_view part) {
        part = text::trim(part);
        while (!part.empty() && (part.back() == U',' || part.back() == U';' || part.back() == U'.')) part.remove_suffix(1);
        return text::toUtf8(text::trim(part));
    };
    CitedLine result;
    const auto date = small.find(U" ngày ");
    const auto number = small.find(U" số ");
    if (date == std::u32string::npos) return result;
    if (number != std::u32string::npos && number < date) result.symbol = trimmed(std::u32string_view(words).substr(0, date));
    const auto of = small.find(U" của ", date);
    if (of == std::u32string::npos) return result;
    constexpr std::u32string_view kOf = U" của ";
    const auto from = of + kOf.size();
    auto to = words.size();
    for (const std::u32string_view mark : {U" về ", U" v/v ", U", ", U"; ", U" quy định ", U" hướng dẫn "}) to = std::min(to, small.find(mark, from));
    result.issuer = trimmed(std::u32string_view(words).substr(from, to - from));
    return result;
}

}  // namespace thethuc::draft
