#include "ruleset/json_lines.hpp"

#include <algorithm>

namespace thethuc::ruleset {

namespace {

std::string escaped(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

}  // namespace

std::int32_t lineAt(std::string_view text, std::size_t offset) noexcept {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return static_cast<std::int32_t>(std::count(text.begin(), end, '\n')) + 1;
}

JsonLines::JsonLines(std::string_view text) : text_(text) {
    value("");
}

void JsonLines::space() noexcept {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n') ++current_;
        else if (c != ' ' && c != '\t' && c != '\r') return;
        ++at_;
    }
}

std::string JsonLines::string() {
    // Names with \u escapes keep them: they are only looked up as they were written.
    std::string out;
    ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
        if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
            ++at_;
            if (text_[at_] != '"' && text_[at_] != '\\' && text_[at_] != '/') out += '\\';
        }
        out += text_[at_++];
    }
    if (at_ < text_.size()) ++at_;
    return out;
}

void JsonLines::value(const std::string& pointer) {
    space();
    lines_.try_emplace(pointer, current_);
    if (at_ >= text_.size()) return;
    const char first = text_[at_];
    if (first == '"') {
        static_cast<void>(string());
        return;
    }
    if (first != '{' && first != '[') {
        while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos) ++at_;
        return;
    }
    const char close = first == '{' ? '}' : ']';
    ++at_;
    std::size_t index = 0;
    while (true) {
        space();
        if (at_ >= text_.size()) return;
        if (text_[at_] == close) {
            ++at_;
            return;
        }
        if (text_[at_] == ',') {
            ++at_;
            continue;
        }
        if (first == '[') {
            value(pointer + '/' + std::to_string(index++));
            continue;
        }
        const std::int32_t line = current_;
        const std::string child = pointer + '/' + escaped(string());
        if (!lines_.try_emplace(child, line).second && duplicate_.empty()) {
            duplicate_ = child;
            duplicateLine_ = line;
        }
        space();
        if (at_ < text_.size() && text_[at_] == ':') ++at_;
        value(child);
    }
}

std::int32_t JsonLines::line(std::string_view pointer) const {
    while (true) {
        if (const auto found = lines_.find(pointer); found != lines_.end()) return found->second;
        const auto slash = pointer.rfind('/');
        if (slash == std::string_view::npos) return 1;
        pointer = pointer.substr(0, slash);
    }
}

}  // namespace thethuc::ruleset
