// Reading a JSON file that people write: an agency's file, a template. Every mistake is said with file, line and place.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "report/messages.hpp"
#include "ruleset/json_lines.hpp"

namespace thethuc::report {

/// A mistake in such a file: `what()` names file, line and JSON pointer and says what was expected.
class DataError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A parsed file and where its values stand. All members below throw DataError.
class DataFile {
public:
    /// `texts` is the family of messages, “profile” for “profile.error.string”. Wrong JSON and a member that
    /// occurs twice are refused.
    DataFile(std::string_view text, std::string file, std::string texts, Language language);

    [[nodiscard]] const nlohmann::json& root() const noexcept { return root_; }

    /// Throws message `key` of the family for the value at `pointer`.
    [[noreturn]] void fail(const std::string& pointer, std::string_view key, const std::string& argument = {}) const;
    /// Refuses a value that is no object or has a member that is not `known`.
    void members(const nlohmann::json& object, const std::string& pointer, std::initializer_list<std::string_view> known) const;
    /// Refuses an object without one of `keys`.
    void needs(const nlohmann::json& object, const std::string& pointer, std::initializer_list<const char*> keys) const;
    [[nodiscard]] std::string text(const nlohmann::json& value, const std::string& pointer) const;
    [[nodiscard]] const nlohmann::json& list(const nlohmann::json& value, const std::string& pointer) const;
    [[nodiscard]] std::vector<std::string> texts(const nlohmann::json& value, const std::string& pointer) const;

private:
    std::string file_, family_;
    Language language_;
    nlohmann::json root_;
    ruleset::JsonLines lines_;
};

/// The bytes of a file (UTF-8 path); one that cannot be read is a DataError that names it.
[[nodiscard]] std::string readDataFile(const std::string& file, const std::string& texts, Language language);
/// Writes a file whole or not at all: beside its place, then renamed, so that a full disk loses nothing. Makes its folder. DataError “error.write”
/// of the family `texts` where that fails.
void writeDataFile(const std::string& file, std::string_view bytes, const std::string& texts, Language language);

}  // namespace thethuc::report
