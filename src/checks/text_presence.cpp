// Which elements a document must have, and must not have.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Range;

/// Where a missing element is looked for: beside the elements that stand next to it in the decree's layout.
std::vector<Kind> neighbours(Kind kind) {
    switch (kind) {
        case Kind::quocHieu:
            return {Kind::tieuNgu, Kind::coQuanBanHanh};
        case Kind::tieuNgu:
            return {Kind::quocHieu};
        case Kind::coQuanBanHanh:
            return {Kind::coQuanChuQuan, Kind::soKyHieu, Kind::quocHieu};
        case Kind::soKyHieu:
            return {Kind::coQuanBanHanh, Kind::coQuanChuQuan};
        case Kind::diaDanhThoiGian:
            return {Kind::tieuNgu, Kind::quocHieu, Kind::soKyHieu};
        case Kind::tenLoai:
            return {Kind::trichYeu, Kind::diaDanhThoiGian, Kind::soKyHieu};
        case Kind::trichYeu:
            return {Kind::tenLoai, Kind::soKyHieu};
        case Kind::thamQuyen:
            return {Kind::canCu, Kind::trichYeu, Kind::tenLoai};
        case Kind::canCu:
            return {Kind::thamQuyen, Kind::trichYeu, Kind::tenLoai};
        case Kind::kinhGui:
            return {Kind::trichYeu, Kind::tenLoai, Kind::soKyHieu};
        case Kind::quyenHanChucVu:
            return {Kind::hoTen, Kind::noiNhan};
        case Kind::hoTen:
            return {Kind::quyenHanChucVu, Kind::noiNhan};
        case Kind::noiNhan:
            return {Kind::quyenHanChucVu, Kind::hoTen};
        default:
            return {};
    }
}

bool standsAtEnd(Kind kind) {
    return kind == Kind::quyenHanChucVu || kind == Kind::hoTen || kind == Kind::noiNhan;
}

/// Where a finding about something that is not there can point to.
Range placeFor(const Context& context, Kind kind, std::int32_t part) {
    for (const Kind neighbour : neighbours(kind)) {
        if (const Element* element = context.analysis.first(neighbour, part)) return element->ranges.front();
    }
    const auto& piece = context.analysis.parts[static_cast<std::size_t>(part)];
    const auto count = static_cast<std::int32_t>(context.document.stories[0].paragraphs.size());
    if (count == 0) return {};
    const std::int32_t first = std::clamp(piece.first, 0, count - 1);
    const std::int32_t last = std::clamp(piece.last - 1, first, count - 1);
    if (standsAtEnd(kind)) {
        for (std::int32_t i = last; i >= first; --i) {
            const Range range = wholeParagraph(context.document, 0, i);
            if (range.length > 0) return range;
        }
        return wholeParagraph(context.document, 0, last);
    }
    for (std::int32_t i = first; i <= last; ++i) {
        const Range range = wholeParagraph(context.document, 0, i);
        if (range.length > 0) return range;
    }
    return wholeParagraph(context.document, 0, first);
}

Finding missing(const Context& context, const ruleset::Row& row, std::int32_t part, std::string message = {}) {
    Finding result;
    result.rule = row.id;
    result.element = row.element;
    result.role = row.roles.empty() ? Role::whole : row.roles.front();
    result.severity = row.severity;
    result.message = std::move(message);
    result.expected = Word{"value.present"};
    result.actual = Word{"value.missing"};
    result.at = context.document.place(placeFor(context, row.element, part));
    return result;
}

bool fitsType(const ruleset::Row& row, const std::optional<std::string>& type) {
    const auto lists = [&](const std::vector<std::string>& types) {
        return type && std::find(types.begin(), types.end(), *type) != types.end();
    };
    return (row.types.empty() || lists(row.types)) && !lists(row.notTypes);
}

bool has(const Context& context, const ruleset::Row& row, std::int32_t part) {
    return std::any_of(context.analysis.elements.begin(), context.analysis.elements.end(), [&](const Element& element) {
        return element.kind == row.element && element.part == part &&
               (row.roles.empty() || std::find(row.roles.begin(), row.roles.end(), element.role) != row.roles.end());
    });
}

/// A short line in capitals between header and body that the recogniser could not name may be the title.
bool hasUnnamedTitle(const Context& context, std::int32_t part) {
    constexpr std::size_t kLongestTitle = 120;
    return std::any_of(context.analysis.elements.begin(), context.analysis.elements.end(), [&](const Element& element) {
        if (element.part != part || element.kind != Kind::noiDung || element.role != Role::caption) return false;
        const Shown shown(context.document, element.ranges);
        return shown.size() <= kLongestTitle && text::isAllUpper(shown.text());
    });
}

/// “- Sở Nội vụ (b/c);” without dash, note and end mark.
std::u32string recipientOf(std::u32string_view line, const std::vector<std::u32string>& notes) {
    std::u32string_view rest = text::trim(line);
    while (!rest.empty() && (text::isDash(rest.front()) || rest.front() == U'+' || text::isSpace(rest.front())))
        rest.remove_prefix(1);
    while (!rest.empty() &&
           (rest.back() == U';' || rest.back() == U'.' || rest.back() == U',' || text::isSpace(rest.back()))) {
        rest.remove_suffix(1);
    }
    std::u32string result(rest);
    for (const auto& note : notes) {
        const std::size_t at = result.find(note);
        if (at != std::u32string::npos) result.erase(at);
    }
    return std::u32string(text::trim(result));
}

/// Rank of the agency named at the start of `name`, higher for higher levels.
std::optional<int> rankOf(std::u32string_view name, const std::vector<Pair>& table) {
    std::u32string_view rest = name;
    for (const auto& pair : table) {
        // The head or the office of an agency stands for the agency.
        if (pair.key == U"strip" && beginsWith(rest, pair.value) && rest.size() > pair.value.size()) {
            rest = text::trim(rest.substr(pair.value.size()));
        }
    }
    std::optional<int> best;
    std::size_t longest = 0;
    for (const auto& pair : table) {
        if (pair.key.size() != 1 || !text::isDigit(pair.key[0]) || pair.value.size() < longest) continue;
        for (const std::u32string_view candidate : {name, rest}) {
            if (beginsWith(candidate, pair.value)) {
                best = static_cast<int>(pair.key[0] - U'0');
                longest = pair.value.size();
            }
        }
    }
    return best;
}

std::optional<int> rankOfIssuer(const Context& context, std::int32_t part, const std::vector<Pair>& table) {
    std::u32string name;
    for (const Element* element : context.analysis.all(Kind::coQuanBanHanh, part)) {
        name += (name.empty() ? U"" : U" ") + element->text;
    }
    if (const auto rank = rankOf(name, table)) return rank;
    if (const Element* superior = context.analysis.first(Kind::coQuanChuQuan, part)) {
        if (const auto rank = rankOf(superior->text, table)) return *rank - 1;
    }
    return std::nullopt;
}

/// Kính gửi above the body, “Như trên” at the head of the recipients.
model::Edits addresseeEdits(const Context& context, std::int32_t part, const std::vector<std::u32string>& names) {
    model::Edits edits;
    const Element* body = nullptr;
    for (const Element& element : context.analysis.elements) {
        const bool isBody = element.kind == Kind::noiDung || element.kind == Kind::canCu || element.kind == Kind::muc ||
                            element.kind == Kind::phan || element.kind == Kind::khoan;
        if (element.part == part && isBody && element.ranges.front().story == 0 &&
            context.document.at(element.ranges.front()).cell < 0) {
            body = &element;
            break;
        }
    }
    const Element* list = context.analysis.first(Kind::noiNhan, Role::list, part);
    if (body == nullptr || list == nullptr) return edits;
    const Range at = body->ranges.front();
    const Range first = list->ranges.front();
    const auto like = [&](const Range& range, std::u32string words) {
        const model::Paragraph& paragraph = context.document.at(range);
        model::NewParagraph fresh;
        fresh.text = std::move(words);
        fresh.format = paragraph.format;
        fresh.character = paragraph.runs.empty() ? paragraph.base : paragraph.runs.front().format;
        return fresh;
    };
    std::vector<model::NewParagraph> head;
    head.push_back(like(at, names.size() == 1 ? U"Kính gửi: " + names.front() : U"Kính gửi:"));
    if (names.size() > 1) {
        for (std::size_t i = 0; i < names.size(); ++i)
            head.push_back(like(at, U"- " + names[i] + (i + 1 < names.size() ? U";" : U".")));
    }
    for (auto& paragraph : head) {
        paragraph.character.bold = false;
        paragraph.character.italic = false;
        paragraph.character.caseMap = model::CaseMap::none;
        if (names.size() == 1) paragraph.format.align = model::Align::center;
        if (names.size() == 1) paragraph.format.firstLineIndent = 0;
    }
    edits.emplace_back(model::InsertParagraphs{{at.story, at.paragraph, 0, 0}, std::move(head)});
    if (first.start == 0 ||
        text::trim(
            std::u32string_view(context.document.at(first).text).substr(0, static_cast<std::size_t>(first.start)))
            .empty()) {
        edits.emplace_back(
            model::InsertParagraphs{{first.story, first.paragraph, 0, 0}, {like(first, U"- Như trên;")}});
    } else {
        edits.emplace_back(model::ReplaceText{{first.story, first.paragraph, first.start, 0}, U"- Như trên;\n"});
    }
    return edits;
}

}  // namespace

// Reads: roles, types, notTypes, parts.
void present(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        if (i > 0 && !fitsType(row, context.analysis.parts[i].type)) continue;
        sink.judged();
        if (has(context, row, part)) continue;
        if (row.element == Kind::tenLoai && hasUnnamedTitle(context, part)) {
            sink.needsPerson();
            continue;
        }
        sink.report(missing(context, row, part));
    }
}

void person(const Context&, const ruleset::Row&, Sink& sink) {
    sink.needsPerson();
}

// Reads: words = the title that a công văn must not print.
void letterWithoutType(const Context& context, const ruleset::Row& row, Sink& sink) {
    sink.judged();
    const auto isTitle = [&](std::u32string_view words) {
        return std::any_of(row.limit.words.begin(), row.limit.words.end(),
                           [&](const std::u32string& word) { return sameLetters(text::squeeze(words), word); });
    };
    const auto report = [&](const Range& range, const Element* element) {
        Finding result;
        result.rule = row.id;
        result.element = row.element;
        if (element != nullptr) result.role = element->role;
        result.severity = row.severity;
        result.actual = Quote{context.document.at(range).text.substr(static_cast<std::size_t>(range.start),
                                                                     static_cast<std::size_t>(range.length))};
        result.expected = Word{"value.none"};
        result.at = context.document.place(range);
        if (row.fix != ruleset::FixPolicy::none && editable(context.document, range)) {
            result.fix = ruleset::FixPolicy::ask;
            result.edits.emplace_back(model::ReplaceText{range, U""});
        }
        sink.report(std::move(result));
    };
    for (const Element* element : elementsOf(context, row)) {
        if (isTitle(element->text)) return report(element->ranges.front(), element);
    }
    // The recogniser may take it for something else; it stands between the header and the first prose.
    constexpr std::int32_t kLookAt = 40;
    const auto& part = context.analysis.parts.front();
    const auto count = static_cast<std::int32_t>(context.document.stories[0].paragraphs.size());
    for (std::int32_t i = part.first; i < std::min({part.last, part.first + kLookAt, count}); ++i) {
        const Range range = wholeParagraph(context.document, 0, i);
        if (range.length == 0 || !isTitle(Shown(context.document, {range}).text())) continue;
        if (text::isAllUpper(Shown(context.document, {range}).text())) return report(range, nullptr);
    }
}

void legalBasisPresent(const Context& context, const ruleset::Row& row, Sink& sink) {
    present(context, row, sink);
}

// Reads: is = an addressee is due (or must not stand there). With words it is due only where the recipients
// show somebody above the issuer: "rank=NAME", "report=(b/c)", "strip=Chủ tịch".
void addresseePresent(const Context& context, const ruleset::Row& row, Sink& sink) {
    constexpr std::int32_t kMain = 0;
    const Element* addressee = context.analysis.first(Kind::kinhGui, kMain);
    const bool due = row.limit.is.value_or(true);
    sink.judged();
    if (!due) {
        if (addressee == nullptr) return;
        Finding result =
            finding(context, row, *addressee, addressee->ranges.front(), {"", "text.addresseeUnexpected", {}});
        result.actual = Quote{addressee->text};
        result.expected = Word{"value.none"};
        sink.report(std::move(result));
        return;
    }
    if (addressee != nullptr) return;
    if (row.limit.words.empty()) {
        sink.report(missing(context, row, kMain, "text.addresseeMissing"));
        return;
    }
    const std::vector<Pair> table = pairs(row);
    const auto notes = values(row, U"report");
    const std::optional<int> own = rankOfIssuer(context, kMain, table);
    std::vector<std::u32string> superiors;
    const Element* shown = nullptr;
    bool unsure = false;
    for (const Element* line : context.analysis.all(Kind::noiNhan, kMain)) {
        if (line->role != Role::list) continue;
        const bool noted = std::any_of(notes.begin(), notes.end(),
                                       [&](const auto& note) { return line->text.find(note) != std::u32string::npos; });
        const std::u32string name = recipientOf(line->text, notes);
        const auto rank = rankOf(name, table);
        if (rank && own && *rank > *own) {
            superiors.push_back(name);
            if (shown == nullptr) shown = line;
        } else if (noted) {
            unsure = true;
        }
    }
    if (shown == nullptr) {
        if (unsure) sink.needsPerson();
        return;
    }
    Finding result = missing(context, row, kMain, "text.addresseeMissingReport");
    result.at = context.document.place(shown->ranges.front());
    result.arguments = {Quote{superiors.front()}};
    if (row.fix != ruleset::FixPolicy::none) result.edits = addresseeEdits(context, kMain, superiors);
    if (!result.edits.empty()) result.fix = ruleset::FixPolicy::ask;
    sink.report(std::move(result));
}

}  // namespace thethuc::checks::words
