#include "uno/read/ignored.hpp"

#include <charconv>
#include <cstdint>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/read/own_property.hpp"

namespace thethuc::uno {

namespace {

// A list longer than this was not made by a person; reading stops there.
constexpr std::size_t kMost = 100000;

std::string hex(std::uint64_t value) {
    if (value == 0) return "0";
    char digits[17] = {};
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value));
    return digits;
}

}  // namespace

std::string ignoredToJson(const std::vector<model::Document::Ignored>& ignored, std::string_view previous) {
    nlohmann::json object = nlohmann::json::parse(previous, nullptr, false);
    if (!object.is_object()) object = nlohmann::json::object();
    object.erase("ignored");
    nlohmann::json list = nlohmann::json::array();
    for (const auto& item : ignored) {
        list.push_back({{"rule", item.rule}, {"fingerprint", hex(item.fingerprint)}, {"reason", text::toUtf8(item.reason)}});
    }
    if (!list.empty()) object["ignored"] = std::move(list);
    return object.empty() ? std::string() : object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<model::Document::Ignored> ignoredFromJson(std::string_view json) {
    std::vector<model::Document::Ignored> result;
    const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object()) return result;
    const auto list = object.find("ignored");
    if (list == object.end() || !list->is_array()) return result;
    for (const nlohmann::json& item : *list) {
        if (!item.is_object() || result.size() >= kMost) continue;
        const auto text = [&item](const char* key) {
            const auto found = item.find(key);
            return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        model::Document::Ignored entry;
        entry.rule = text("rule");
        const std::string digits = text("fingerprint");
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), entry.fingerprint, 16);
        // Half an entry must not silence anything.
        if (entry.rule.empty() || digits.empty() || error != std::errc() || end != digits.data() + digits.size()) continue;
        entry.reason = text::fromUtf8(text("reason"));
        result.push_back(std::move(entry));
    }
    return result;
}

std::vector<model::Document::Ignored> readIgnored(const css::uno::Reference<css::frame::XModel>& model) {
    const std::string text = ownProperty(model);
    return text.empty() ? std::vector<model::Document::Ignored>() : ignoredFromJson(text);
}

bool writeIgnored(const css::uno::Reference<css::frame::XModel>& model,
                  const std::vector<model::Document::Ignored>& ignored) {
    return guarded("set aside", false, [&] {
        return setOwnProperty(model, ignoredToJson(ignored, ownProperty(model)));
    });
}

}  // namespace thethuc::uno
