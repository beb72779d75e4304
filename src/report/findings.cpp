// Findings as sentences.
#include <algorithm>
#include <array>

#include "report/messages.hpp"
#include "text/text.hpp"

namespace thethuc::report {

namespace {

constexpr std::size_t kPlaceLength = 60;

constexpr std::array<std::string_view, 16> kRoleNames{"whole",    "word",     "list",      "luu",      "number", "title",
                                                      "heading",  "text",     "attached",  "telegram", "authority",
                                                      "position", "order",    "bullet",    "caption",  "lead"};

std::string lowered(const std::string& utf8) {
    auto code = text::fromUtf8(utf8);
    if (!code.empty()) code[0] = text::toLower(code[0]);
    return text::toUtf8(code);
}

std::string shortened(std::u32string_view place) {
    auto squeezed = text::squeeze(place);
    if (squeezed.size() > kPlaceLength) {
        squeezed.resize(kPlaceLength);
        const auto space = squeezed.rfind(U' ');
        if (space != std::u32string::npos && space > kPlaceLength / 2) squeezed.resize(space);
        squeezed += U'…';
    }
    return text::toUtf8(squeezed);
}

std::string propertyOf(const std::string& rule) {
    return rule.substr(rule.find('/') + 1);
}

const ruleset::Row* rowOf(const checks::Finding& finding, const ruleset::Ruleset& rules) {
    if (finding.row < 0 || static_cast<std::size_t>(finding.row) >= rules.rows.size()) return nullptr;
    return &rules.rows[static_cast<std::size_t>(finding.row)];
}

/// Words that have to go are often marked with the space behind them, so that the fix takes it along;
/// a reader need not see it.
checks::Value withoutMargin(const checks::Finding& finding) {
    const auto* actual = std::get_if<checks::Quote>(&finding.actual);
    const auto* expected = std::get_if<checks::Quote>(&finding.expected);
    if (actual == nullptr || (expected != nullptr && !expected->text.empty()) || text::trim(actual->text).empty()) return finding.actual;
    return checks::Quote{std::u32string(text::trim(actual->text))};
}

/// Key of an element's name, of its part where that has a name of its own.
std::string nameKey(Language language, elements::Kind kind, elements::Role role) {
    const std::string base = "element." + std::string(elements::name(kind));
    const std::string finer = base + '.' + std::string(kRoleNames[static_cast<std::size_t>(role)]);
    return hasText(language, finer) ? finer : base;
}

/// The name for a line of the list, which has room for few letters.
std::string briefName(Language language, const checks::Finding& finding) {
    const std::string key = nameKey(language, finding.element, finding.role);
    return text(language, hasText(language, key + ".brief") ? key + ".brief" : key);
}

enum class Length : std::uint8_t { whole, brief };

/// Replaces the named placeholders of a finding's text; numbered ones are the arguments.
std::string filled(Language language, const std::string& source, const checks::Finding& finding, std::u32string_view place,
                   Length length = Length::whole) {
    std::string out;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const auto close = source[i] == '{' ? source.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            out += source[i];
            continue;
        }
        const std::string name = source.substr(i + 1, close - i - 1);
        i = close;
        if (name == "element") out += length == Length::brief ? briefName(language, finding) : elementName(language, finding.element, finding.role, true);
        else if (name == "element_l") out += elementName(language, finding.element, finding.role, false);
        else if (name == "property") out += text(language, "property." + propertyOf(finding.rule));
        else if (name == "property_l") out += lowered(text(language, "property." + propertyOf(finding.rule)));
        else if (name == "actual") out += length == Length::brief ? brief(language, withoutMargin(finding)) : quoted(language, withoutMargin(finding));
        else if (name == "expected") out += quoted(language, finding.expected);
        else if (name == "must") out += must(language, finding.expected);
        else if (name == "text") out += shortened(place);
        else if (name == "count") out += std::to_string(finding.count);
        else if (name.size() == 1 && name[0] >= '0' && name[0] <= '9' &&
                 static_cast<std::size_t>(name[0] - '0') < finding.arguments.size()) {
            out += quoted(language, finding.arguments[static_cast<std::size_t>(name[0] - '0')]);
        } else {
            out += '{' + name + '}';
        }
    }
    return out;
}

/// Words that only have to go or to be added are told in other sentences than words to replace:
/// an empty pair of quotation marks says nothing.
std::string told(Language language, const std::string& key, const checks::Finding& finding) {
    const auto* actual = std::get_if<checks::Quote>(&finding.actual);
    const auto* expected = std::get_if<checks::Quote>(&finding.expected);
    const std::string suffix = key.ends_with(".short") ? ".short" : "";
    const auto source = text(language, key);
    if (actual == nullptr || expected == nullptr) return key;
    if (expected->text.empty() && !actual->text.empty() && source.find("{expected}") != std::string::npos) return "message.surplus" + suffix;
    if (actual->text.empty() && !expected->text.empty() && source.find("{actual}") != std::string::npos) return "message.lacking" + suffix;
    return key;
}

std::string raw(Language language, const std::string& key) { return text(language, key); }

}  // namespace

std::string elementName(Language language, elements::Kind kind, elements::Role role, bool startsSentence) {
    const std::string key = nameKey(language, kind, role);
    if (startsSentence) return text(language, key);
    // Quốc hiệu, Tiêu ngữ, Phần, Điều … keep their capital inside a sentence, as the decree writes them.
    if (hasText(language, key + "_l")) return text(language, key + "_l");
    return lowered(text(language, key));
}

std::string sentence(Language language, const checks::Finding& finding, const ruleset::Ruleset& rules,
                     std::u32string_view place) {
    const auto* row = rowOf(finding, rules);
    std::string key = finding.message;
    if (key.empty() && row != nullptr) key = "check." + row->check;
    if (key.empty() || !hasText(language, key)) {
        // A text that is missing must not hide the finding: say what is required instead.
        if (row != nullptr) {
            const auto title = row->title.find(std::string(name(language)));
            if (title != row->title.end()) return title->second;
        }
        return key.empty() ? finding.rule : key;
    }
    return filled(language, raw(language, told(language, key, finding)), finding, place);
}

std::string shortForm(Language language, const checks::Finding& finding, const ruleset::Ruleset& rules,
                      std::u32string_view place) {
    const auto* row = rowOf(finding, rules);
    if (!finding.message.empty() && hasText(language, finding.message + ".short")) {
        return filled(language, raw(language, told(language, finding.message + ".short", finding)), finding, place, Length::brief);
    }
    if (row != nullptr && hasText(language, "check." + row->check + ".short")) {
        return filled(language, raw(language, told(language, "check." + row->check + ".short", finding)), finding, place, Length::brief);
    }
    return briefName(language, finding) + ": " +
           lowered(text(language, "property." + propertyOf(finding.rule)));
}

std::string fixName(Language language, const checks::Finding& finding) {
    const auto property = lowered(text(language, "property." + propertyOf(finding.rule)));
    if (finding.element == elements::Kind::trang) return property;
    return text(language, "fix.of", property, elementName(language, finding.element, finding.role, false));
}

Group group(elements::Kind kind) noexcept {
    using elements::Kind;
    switch (kind) {
        case Kind::trang:
        case Kind::soTrang: return Group::page;
        case Kind::quocHieu:
        case Kind::tieuNgu:
        case Kind::coQuanChuQuan:
        case Kind::coQuanBanHanh:
        case Kind::soKyHieu:
        case Kind::diaDanhThoiGian:
        case Kind::tenLoai:
        case Kind::trichYeu:
        case Kind::kinhGui:
        case Kind::doKhan:
        case Kind::doMat:
        case Kind::luuHanh: return Group::head;
        case Kind::quyenHanChucVu:
        case Kind::hoTen:
        case Kind::khoiKy:
        case Kind::dau:
        case Kind::noiNhan:
        case Kind::nguoiSoanThao:
        case Kind::diaChi: return Group::end;
        case Kind::phuLuc: return Group::appendix;
        case Kind::banSao: return Group::copy;
        default: return Group::body;
    }
}

std::string groupName(Language language, Group group) {
    switch (group) {
        case Group::page: return text(language, "group.page");
        case Group::head: return text(language, "group.head");
        case Group::end: return text(language, "group.end");
        case Group::appendix: return text(language, "group.appendix");
        case Group::copy: return text(language, "group.copy");
        case Group::body: break;
    }
    return text(language, "group.body");
}

namespace {
/// Arithmetic and the ways of writing numbers are no requirement of the decree: its name does not stand before them.
bool ofDecree(const ruleset::Row& row) {
    return std::none_of(row.source.begin(), row.source.end(), [](const std::string& source) { return source.starts_with("SO-"); });
}
}  // namespace

std::string clause(const ruleset::Ruleset& rules, const ruleset::Row& row) {
    return ofDecree(row) ? rules.instrument + ", " + row.clause : row.clause;
}

std::string shortClause(const ruleset::Ruleset& rules, const ruleset::Row& row) {
    if (!ofDecree(row)) return row.clause;
    // “Phụ lục I, Phần I, Mục II, khoản 1, điểm a” -> “PL I, I.II.1.a”
    std::string place;
    std::string numbers;
    std::string_view rest = row.clause;
    while (!rest.empty()) {
        const auto comma = rest.find(", ");
        const auto piece = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
        bool known = false;
        for (const std::string_view word : {"Phần ", "Mục ", "khoản ", "điểm "}) {
            if (!piece.starts_with(word)) continue;
            if (!numbers.empty()) numbers += '.';
            numbers += piece.substr(word.size());
            known = true;
        }
        if (known) continue;
        constexpr std::string_view appendix = "Phụ lục ";
        if (!place.empty()) place += ", ";
        place += piece.starts_with(appendix) ? "PL " + std::string(piece.substr(appendix.size())) : std::string(piece);
    }
    std::string instrument = rules.instrument;
    if (const auto slash = instrument.rfind("/NĐ-CP"); slash != std::string::npos) instrument.resize(slash);
    std::string out = instrument + ", " + place;
    if (!numbers.empty()) out += ", " + numbers;
    return out;
}

}  // namespace thethuc::report
