#include "uno/read/ignored.hpp"

#include <charconv>
#include <cstdint>
#include <cstdio>

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertySetInfo.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <nlohmann/json.hpp>

#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

constexpr const char* kProperty = "thethuc";
// A list longer than this was not made by a person; reading stops there.
constexpr std::size_t kMost = 100000;

css::uno::Reference<css::beans::XPropertyContainer> userProperties(const css::uno::Reference<css::frame::XModel>& model) {
    const css::uno::Reference<css::document::XDocumentPropertiesSupplier> supplier(model, css::uno::UNO_QUERY);
    if (!supplier.is()) return {};
    const auto properties = supplier->getDocumentProperties();
    return properties.is() ? properties->getUserDefinedProperties() : nullptr;
}

std::string storedText(const css::uno::Reference<css::frame::XModel>& model) {
    return toUtf8(getOr(userProperties(model), rtl::OUString::createFromAscii(kProperty), rtl::OUString()));
}

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
    const std::string text = storedText(model);
    return text.empty() ? std::vector<model::Document::Ignored>() : ignoredFromJson(text);
}

bool writeIgnored(const css::uno::Reference<css::frame::XModel>& model,
                  const std::vector<model::Document::Ignored>& ignored) {
    return guarded("set aside", false, [&] {
        const auto container = userProperties(model);
        const css::uno::Reference<css::beans::XPropertySet> properties(container, css::uno::UNO_QUERY);
        if (!properties.is()) return false;
        const rtl::OUString name = rtl::OUString::createFromAscii(kProperty);
        const std::string json = ignoredToJson(ignored, storedText(model));
        const bool there = properties->getPropertySetInfo()->hasPropertyByName(name);
        if (json.empty()) {
            if (there) container->removeProperty(name);
        } else if (there) {
            properties->setPropertyValue(name, css::uno::Any(str(json)));
        } else {
            container->addProperty(name, css::beans::PropertyAttribute::REMOVABLE, css::uno::Any(str(json)));
        }
        return true;
    });
}

}  // namespace thethuc::uno
