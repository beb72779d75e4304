// The document's drawn objects and frames by the names that a snapshot gives them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

/// Everything on the draw page (frames are there too), in its order. The name of an object is its own where
/// it has one that no earlier object has; otherwise "#n", n being its position; members of groups are "#n.k".
/// The same document gives the same names, so reader and locator agree.
class DrawObjects {
public:
    DrawObjects() = default;
    explicit DrawObjects(const css::uno::Reference<css::frame::XModel>& model);

    struct Entry {
        css::uno::Reference<css::drawing::XShape> shape;
        std::string name;
        std::size_t position = 0;   ///< on the draw page
    };
    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }
    /// The entry of an object, or null for one that is not on the draw page.
    [[nodiscard]] const Entry* find(const css::uno::Reference<css::uno::XInterface>& object) const;
    /// The object of a snapshot name, empty if there is none (members of groups included).
    [[nodiscard]] css::uno::Reference<css::drawing::XShape> byName(std::string_view name) const;

private:
    std::vector<Entry> entries_;
    std::unordered_map<const void*, std::size_t> byObject_;
    std::unordered_map<std::string, std::size_t> byName_;
};

/// Name of member `index` (0-based) of the group `group`.
[[nodiscard]] std::string memberName(const DrawObjects::Entry& group, std::string_view path, std::size_t index);

}  // namespace thethuc::uno
