#include "cli/arguments.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace thethuc::cli {
namespace {

struct CommandName {
    std::string_view name;
    Command command;
    std::string_view formats;                    ///< "|text|json|", empty: no --format
};

constexpr std::array kCommands{
    CommandName{"check", Command::check, "|text|json|sarif|html|"},
    CommandName{"fix", Command::fix, "|text|json|"},
    CommandName{"new", Command::create, "|text|json|"},
    CommandName{"cite", Command::cite, "|text|json|csv|"},
    CommandName{"figures", Command::figures, "|text|json|csv|"},
    CommandName{"percent", Command::percent, ""},
    CommandName{"rules", Command::rules, "|text|json|"},
    CommandName{"help", Command::help, ""},
    // for the tests and tools/run: makes the profile that the other calls copy
    CommandName{"prepare-profile", Command::prepareProfile, ""},
};

enum class Option : std::uint8_t { format, only, profile, out, unsafe, digits, type, set, outline, table, figures, from, list, timeout };

struct OptionName {
    std::string_view name;
    Option option;
    bool takesValue;
    std::string_view commands;                   ///< names of the commands that know it, between bars
};

constexpr std::array kOptions{
    OptionName{"--format", Option::format, true, "|check|fix|new|cite|figures|rules|"},
    OptionName{"--only", Option::only, true, "|check|fix|"},
    OptionName{"--profile", Option::profile, true, "|check|fix|new|"},
    OptionName{"-o", Option::out, true, "|fix|new|"},
    OptionName{"--out", Option::out, true, "|fix|new|"},
    OptionName{"--unsafe", Option::unsafe, false, "|fix|"},
    OptionName{"--digits", Option::digits, true, "|percent|"},
    OptionName{"--type", Option::type, true, "|new|"},
    OptionName{"--set", Option::set, true, "|new|"},
    OptionName{"--outline", Option::outline, true, "|new|"},
    OptionName{"--table", Option::table, true, "|new|"},
    OptionName{"--figures", Option::figures, true, "|new|"},
    OptionName{"--from", Option::from, true, "|new|"},
    OptionName{"--list", Option::list, false, "|new|"},
    OptionName{"--timeout", Option::timeout, true, "|check|fix|new|cite|figures|"},
};

bool listed(std::string_view bars, std::string_view name) {
    return bars.find("|" + std::string(name) + "|") != std::string_view::npos;
}

// “-5” and “-0,5” are numbers, “-” alone is a word
bool looksLikeOption(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && !(word[1] >= '0' && word[1] <= '9');
}

std::int32_t number(const std::string& option, const std::string& text, std::int32_t low, std::int32_t high) {
    std::int32_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || value < low || value > high)
        throw UsageError("cli.usage.number", {option, text, std::to_string(low), std::to_string(high)});
    return value;
}

std::string language(const std::string& value) {
    if (value != "vi" && value != "en")
        throw UsageError("cli.usage.lang", {value});
    return value;
}

std::string alternatives(std::string_view bars) {
    std::string result(bars.substr(1, bars.size() - 2));
    std::size_t at = 0;
    while ((at = result.find('|', at)) != std::string::npos) {
        result.replace(at, 1, ", ");
        at += 2;
    }
    return result;
}

void checkCount(const Arguments& arguments, std::string_view name) {
    const std::size_t count = arguments.words.size();
    switch (arguments.command) {
        case Command::check:
            if (count == 0)
                throw UsageError("cli.usage.no-file", {std::string(name)});
            break;
        case Command::fix:
        case Command::cite:
        case Command::figures:
            if (count == 0)
                throw UsageError("cli.usage.no-file", {std::string(name)});
            if (count > 1)
                throw UsageError("cli.usage.one-file", {std::string(name)});
            if (arguments.command == Command::fix && arguments.out.empty())
                throw UsageError("cli.usage.no-out", {std::string(name)});
            break;
        case Command::percent:
            if (count != 2)
                throw UsageError("cli.usage.percent");
            break;
        case Command::create:
            if (count != 0)
                throw UsageError("cli.usage.no-words", {std::string(name), arguments.words[0]});
            if (!arguments.list && arguments.type.empty() && arguments.outline.empty() && arguments.from.empty())
                throw UsageError("cli.usage.no-type");
            // An earlier report says itself what it is; only its period may be given.
            for (const auto& [option, given] : {std::pair{"--type", !arguments.type.empty()}, {"--outline", !arguments.outline.empty()}, {"--table", !arguments.tables.empty()},
                                                {"--figures", !arguments.figures.empty()}, {"--profile", !arguments.profile.empty()}}) {
                if (given && !arguments.from.empty())
                    throw UsageError("cli.usage.option-not-here", {option, "new --from"});
            }
            if (!arguments.list && arguments.out.empty())
                throw UsageError("cli.usage.no-out", {std::string(name)});
            break;
        case Command::prepareProfile:
            if (count != 1)
                throw UsageError("cli.usage.prepare-profile");
            break;
        case Command::rules:
            if (count != 0)
                throw UsageError("cli.usage.no-words", {std::string(name), arguments.words[0]});
            break;
        case Command::help:
        case Command::version:
            break;
    }
}

}  // namespace

bool wantsEnglish(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i)
        if (words[i] == "--lang=en" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "en"))
            return true;
    return false;
}

Arguments parse(const std::vector<std::string>& words) {
    Arguments result;
    if (words.empty())
        throw UsageError("cli.usage.no-command");

    // First pass: the command is the first word that is neither an option nor an option's value.
    struct Given {
        const OptionName* option;
        std::string value;
    };
    std::vector<Given> given;
    std::vector<std::string> rest;
    bool help = false, version = false, options = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!options || !looksLikeOption(word)) {
            rest.push_back(word);
            continue;
        }
        if (word == "--") {
            options = false;
            continue;
        }
        const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        const std::string name = word.substr(0, equals);
        std::optional<std::string> value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        if (name == "--help" || name == "-h" || name == "--version") {
            if (value)
                throw UsageError("cli.usage.takes-no-value", {name});
            (name == "--version" ? version : help) = true;
            continue;
        }
        const auto option = std::find_if(kOptions.begin(), kOptions.end(), [&](const auto& o) { return o.name == name; });
        if (option == kOptions.end() && name != "--lang")
            throw UsageError("cli.usage.unknown-option", {word});
        if (option != kOptions.end() && !option->takesValue) {
            if (value)
                throw UsageError("cli.usage.takes-no-value", {name});
            given.push_back({&*option, ""});
            continue;
        }
        if (!value) {
            if (i + 1 == words.size())
                throw UsageError("cli.usage.needs-value", {name});
            value = words[++i];
        }
        if (name == "--lang")
            result.english = language(*value) == "en";
        else
            given.push_back({&*option, *value});
    }
    if (version) {
        result.command = Command::version;
        return result;
    }
    if (rest.empty() && !help)
        throw UsageError("cli.usage.no-command");
    if (help)
        return result;

    const std::string name = rest.front();
    const auto command = std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& c) { return c.name == name; });
    if (command == kCommands.end())
        throw UsageError("cli.usage.unknown-command", {name});
    result.command = command->command;
    result.words.assign(rest.begin() + 1, rest.end());

    for (const Given& item : given) {
        const std::string option(item.option->name);
        const std::string& value = item.value;
        if (!listed(item.option->commands, name))
            throw UsageError("cli.usage.option-not-here", {option, name});
        if (item.option->takesValue && value.empty())
            throw UsageError("cli.usage.needs-value", {option});
        switch (item.option->option) {
            case Option::format:
                if (value.find('|') != std::string::npos || !listed(command->formats, value))
                    throw UsageError("cli.usage.format", {value, name, alternatives(command->formats)});
                result.format = value;
                break;
            case Option::only:
                for (std::size_t at = 0; at <= value.size();) {
                    const std::size_t comma = std::min(value.find(',', at), value.size());
                    if (comma == at)
                        throw UsageError("cli.usage.only", {value});
                    result.only.push_back(value.substr(at, comma - at));
                    at = comma + 1;
                }
                break;
            case Option::set: {
                const std::size_t sign = value.find('=');
                if (sign == std::string::npos || sign == 0)
                    throw UsageError("cli.usage.set", {value});
                result.set.emplace_back(value.substr(0, sign), value.substr(sign + 1));
                break;
            }
            case Option::profile: result.profile = value; break;
            case Option::out: result.out = value; break;
            case Option::unsafe: result.unsafe = true; break;
            case Option::list: result.list = true; break;
            case Option::digits: result.digits = number(option, value, 0, 30); break;
            case Option::timeout: result.timeout = number(option, value, 1, 86400); break;
            case Option::type: result.type = value; break;
            case Option::outline: result.outline = value; break;
            case Option::figures: result.figures = value; break;
            case Option::from: result.from = value; break;
            case Option::table: result.tables.push_back(value); break;
        }
    }
    checkCount(result, name);
    return result;
}

}  // namespace thethuc::cli
