#include "app/profile_form.hpp"

#include <algorithm>

namespace thethuc::app {

namespace {

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r";
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(kSpace) - begin + 1));
}

}  // namespace

std::vector<std::string> linesIn(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (std::string line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

std::string recipientLines(const RecipientGroups& groups, const std::string& usual) {
    std::string text;
    const bool alone = groups.size() == 1 && groups.begin()->first == usual;
    for (const auto& [name, lines] : groups) {
        if (!alone) text += (text.empty() ? "" : "\n") + name + ":";
        for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

RecipientGroups recipientGroups(std::string_view text, const std::string& usual) {
    RecipientGroups groups;
    std::string name = usual;
    for (std::string& line : linesIn(text)) {
        if (line.front() != '-' && line.size() > 1 && line.back() == ':') {
            name = trimmed(std::string_view(line).substr(0, line.size() - 1));
            continue;
        }
        groups[name].push_back(std::move(line));
    }
    return groups;
}

std::string symbolLines(const std::map<std::string, std::string>& symbols) {
    std::string text;
    for (const auto& [type, symbol] : symbols) text += (text.empty() ? "" : "\n") + type + ": " + symbol;
    return text;
}

ReadSymbols readSymbols(std::string_view text, const std::vector<std::string>& types) {
    ReadSymbols result;
    for (const std::string& line : linesIn(text)) {
        const auto colon = line.find(':');
        const std::string type = colon == std::string::npos ? std::string() : trimmed(std::string_view(line).substr(0, colon));
        const std::string symbol = colon == std::string::npos ? std::string() : trimmed(std::string_view(line).substr(colon + 1));
        if (symbol.empty() || symbol.front() != '/' || std::find(types.begin(), types.end(), type) == types.end()) {
            if (result.wrong.empty()) result.wrong = line;
            continue;
        }
        result.symbols[type] = symbol;
    }
    return result;
}

}  // namespace thethuc::app
