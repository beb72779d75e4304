// Formats of the model as properties of the office.
#pragma once

#include <utility>
#include <vector>

#include "model/edit.hpp"
#include "uno/bridge/properties.hpp"

namespace thethuc::uno {

/// Names and values that are set one after the other, in the order they were added.
class Properties {
public:
    template <class T>
    void add(const char* name, const T& value) {
        items_.emplace_back(name, css::uno::Any(value));
    }
    /// Throws what the office throws.
    void set(const css::uno::Reference<css::uno::XInterface>& target) const {
        for (const auto& [name, value] : items_) uno::set(target, rtl::OUString::createFromAscii(name), value);
    }
    [[nodiscard]] bool empty() const noexcept { return items_.empty(); }

private:
    std::vector<std::pair<const char*, css::uno::Any>> items_;
};

/// What the edit sets, and nothing else.
[[nodiscard]] Properties propertiesOf(const model::SetCharFormat& edit);
[[nodiscard]] Properties propertiesOf(const model::SetParagraphFormat& edit);

/// Edits that set all of a format, at no place.
[[nodiscard]] model::SetParagraphFormat allOf(const model::ParagraphFormat& format);
[[nodiscard]] model::SetCharFormat allOf(const model::CharFormat& format);

}  // namespace thethuc::uno
