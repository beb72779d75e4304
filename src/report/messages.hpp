// Text for people: one catalogue for all rooms, Vietnamese and English, built into the library from
// extension/locale. No other code holds a sentence.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "checks/finding.hpp"

namespace thethuc::report {

enum class Language : std::uint8_t { vi, en };

[[nodiscard]] std::string_view name(Language language) noexcept;              ///< "vi", "en"
/// "en" is English, all else Vietnamese: the product speaks Vietnamese first.
[[nodiscard]] Language languageOf(std::string_view name) noexcept;

/// The text of `key` with {0}, {1} … replaced by `arguments` (those missing stay as they are). A key
/// that does not exist gives the key itself; tests find those.
[[nodiscard]] std::string text(Language language, std::string_view key, const std::vector<std::string>& arguments = {});
template <class... Arguments>
    requires(sizeof...(Arguments) > 0 && (std::is_convertible_v<Arguments, std::string> && ...))
[[nodiscard]] std::string text(Language language, std::string_view key, Arguments&&... arguments) {
    return text(language, key, std::vector<std::string>{std::string(std::forward<Arguments>(arguments))...});
}
[[nodiscard]] bool hasText(Language language, std::string_view key);
/// Every key of a language with its file ("checks.json") and text, for tests.
struct CatalogueEntry {
    std::string file;
    std::string text;
};
[[nodiscard]] const std::map<std::string, CatalogueEntry, std::less<>>& catalogue(Language language);
/// Keys that stand in two files of one language.
[[nodiscard]] std::vector<std::string> duplicateKeys(Language language);

/// A value as a table shows it: “12–13 pt”, “1 cm hoặc 1,27 cm”, “15 mm”. UTF-8. Empty for no value.
[[nodiscard]] std::string print(Language language, const checks::Value& value);
/// A value inside a sentence, words of a document in quotation marks.
[[nodiscard]] std::string quoted(Language language, const checks::Value& value);
/// The same in as few letters as a line of the list has room for: “nghiêng” for “chữ nghiêng”.
[[nodiscard]] std::string brief(Language language, const checks::Value& value);
/// A value after “phải”: “từ 12 đến 13 pt”, “là 15 mm”, “tối thiểu 6 pt”.
[[nodiscard]] std::string must(Language language, const checks::Value& value);
/// A number of 1/`scale` units in the language's format, without trailing zeros: (1270, 1000) -> “1,27”.
[[nodiscard]] std::string number(Language language, std::int64_t value, std::int32_t scale);

/// Name of an element as it starts a sentence (“Tên cơ quan ban hành”) or stands inside one.
[[nodiscard]] std::string elementName(Language language, elements::Kind kind, elements::Role role, bool startsSentence = true);

/// The finding as one polite sentence that says what is and what must be. `place` is the text it
/// stands at, shortened by the function; it may be empty.
[[nodiscard]] std::string sentence(Language language, const checks::Finding& finding, const ruleset::Ruleset& rules,
                                   std::u32string_view place = {});
/// A few words for a list: “Lề trên 15 mm”, “Tiêu ngữ: thiếu đường kẻ”.
[[nodiscard]] std::string shortForm(Language language, const checks::Finding& finding, const ruleset::Ruleset& rules,
                                    std::u32string_view place = {});
/// What a fix is called in the undo list: “lề trên”, “cỡ chữ của Quốc hiệu”.
[[nodiscard]] std::string fixName(Language language, const checks::Finding& finding);

/// Parts of the document under which a list groups its findings, in the document's order.
enum class Group : std::uint8_t { page, head, body, end, appendix, copy };
[[nodiscard]] Group group(elements::Kind kind) noexcept;
[[nodiscard]] std::string groupName(Language language, Group group);

/// “NĐ 30/2020/NĐ-CP, Phụ lục I, …” of a row.
[[nodiscard]] std::string clause(const ruleset::Ruleset& rules, const ruleset::Row& row);
/// A short form for narrow places: “NĐ 30/2020, PL I, Mục II.1.a”.
[[nodiscard]] std::string shortClause(const ruleset::Ruleset& rules, const ruleset::Row& row);

}  // namespace thethuc::report
