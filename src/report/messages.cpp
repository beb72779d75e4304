#include "report/messages.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "report/locale.hpp"

namespace thethuc::report {

namespace {

struct Loaded {
    std::map<std::string, CatalogueEntry, std::less<>> entries;
    std::vector<std::string> duplicates;
};

Loaded read(std::span<const locale::File> files) {
    Loaded out;
    for (const auto& file : files) {
        const std::string_view path(file.name);
        const std::string name(path.substr(path.find('/') + 1));
        // A damaged file must not take the other texts with it: its keys are then printed as they are.
        const auto json = nlohmann::json::parse(file.bytes, file.bytes + file.size, nullptr, false);
        if (!json.is_object()) continue;
        for (const auto& [key, value] : json.items()) {
            if (!value.is_string()) continue;
            if (!out.entries.try_emplace(key, CatalogueEntry{name, value.get<std::string>()}).second) {
                out.duplicates.push_back(key);
            }
        }
    }
    return out;
}

const Loaded& loaded(Language language) {
    static const Loaded vi = read(locale::vi());
    static const Loaded en = read(locale::en());
    return language == Language::en ? en : vi;
}

}  // namespace

std::string_view name(Language language) noexcept { return language == Language::en ? "en" : "vi"; }

Language languageOf(std::string_view name) noexcept { return name == "en" ? Language::en : Language::vi; }

const std::map<std::string, CatalogueEntry, std::less<>>& catalogue(Language language) { return loaded(language).entries; }

std::vector<std::string> duplicateKeys(Language language) { return loaded(language).duplicates; }

bool hasText(Language language, std::string_view key) {
    const auto& entries = catalogue(language);
    return entries.find(key) != entries.end();
}

std::string text(Language language, std::string_view key, const std::vector<std::string>& arguments) {
    const auto& entries = catalogue(language);
    const auto found = entries.find(key);
    if (found == entries.end()) return std::string(key);
    const std::string& source = found->second.text;
    std::string out;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '{') {
            const auto close = source.find('}', i);
            std::size_t index = 0;
            bool digits = close != std::string::npos && close > i + 1 && close <= i + 3;
            for (std::size_t j = i + 1; digits && j < close; ++j) {
                digits = source[j] >= '0' && source[j] <= '9';
                index = index * 10 + static_cast<std::size_t>(source[j] - '0');
            }
            if (digits && index < arguments.size()) {
                out += arguments[index];
                i = close;
                continue;
            }
        }
        out += source[i];
    }
    return out;
}

}  // namespace thethuc::report
