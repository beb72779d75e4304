// The words of the command line, understood.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thethuc::cli {

enum class Command : std::uint8_t { help, version, check, fix, create, cite, figures, percent, rules, prepareProfile };

/// Wrong usage: a message key of locale/*/cli.json and what stands in its gaps. The exit code is 2.
class UsageError : public std::runtime_error {
public:
    UsageError(std::string key, std::vector<std::string> gaps = {})
        : std::runtime_error(key), key_(std::move(key)), gaps_(std::move(gaps)) {}
    [[nodiscard]] const std::string& key() const noexcept { return key_; }
    [[nodiscard]] const std::vector<std::string>& gaps() const noexcept { return gaps_; }

private:
    std::string key_;
    std::vector<std::string> gaps_;
};

struct Arguments {
    Command command = Command::help;
    bool english = false;                        ///< --lang en; Vietnamese whatever the machine's locale
    std::string format = "text";                 ///< one that the command knows
    std::vector<std::string> words;              ///< files, or the numbers of percent, in order
    std::vector<std::string> only;               ///< rule ids of --only, split at commas
    std::string profile;                         ///< file of the office's own particulars
    std::string out;                             ///< -o
    bool unsafe = false;
    bool list = false;                           ///< new --list
    std::optional<std::int32_t> digits;          ///< percent: digits after the comma
    std::string type;                            ///< new --type
    std::string outline;
    std::vector<std::string> tables;
    std::string figures;                         ///< new: a file of figures
    std::string from;                            ///< new: the report of the earlier period
    std::vector<std::pair<std::string, std::string>> set;
    std::int32_t timeout = 300;                  ///< seconds that one file may take
};

/// The language alone, so that a message about wrong usage comes in the language asked for.
[[nodiscard]] bool wantsEnglish(const std::vector<std::string>& words);

/// Options may stand anywhere, also before the command; “--” ends them. Throws UsageError.
[[nodiscard]] Arguments parse(const std::vector<std::string>& words);

}  // namespace thethuc::cli
