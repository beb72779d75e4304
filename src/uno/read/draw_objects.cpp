#include "uno/read/draw_objects.hpp"

#include <charconv>

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPageSupplier.hpp>

#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

DrawObjects::DrawObjects(const css::uno::Reference<css::frame::XModel>& model) {
    const css::uno::Reference<css::drawing::XDrawPageSupplier> supplier(model, css::uno::UNO_QUERY);
    if (!supplier.is()) return;
    // Marked as outdated in the interface, yet the only way to the draw page of a text.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    const css::uno::Reference<css::container::XIndexAccess> page(supplier->getDrawPage(), css::uno::UNO_QUERY);
#pragma GCC diagnostic pop
    if (!page.is()) return;
    const sal_Int32 count = page->getCount();
    entries_.reserve(static_cast<std::size_t>(count));
    for (sal_Int32 i = 0; i < count; ++i) {
        Entry entry;
        entry.shape.set(page->getByIndex(i), css::uno::UNO_QUERY);
        if (!entry.shape.is()) continue;
        entry.position = static_cast<std::size_t>(i);
        const css::uno::Reference<css::container::XNamed> named(entry.shape, css::uno::UNO_QUERY);
        if (named.is()) entry.name = toUtf8(named->getName());
        if (entry.name.empty() || entry.name.front() == '#' || byName_.contains(entry.name)) {
            entry.name = "#" + std::to_string(i);
        }
        byName_.emplace(entry.name, entries_.size());
        // One object has one XInterface for as long as it lives, and the entries keep it alive.
        const css::uno::Reference<css::uno::XInterface> identity(entry.shape, css::uno::UNO_QUERY);
        byObject_.emplace(identity.get(), entries_.size());
        entries_.push_back(std::move(entry));
    }
}

const DrawObjects::Entry* DrawObjects::find(const css::uno::Reference<css::uno::XInterface>& object) const {
    const css::uno::Reference<css::uno::XInterface> identity(object, css::uno::UNO_QUERY);
    const auto found = byObject_.find(identity.get());
    return found == byObject_.end() ? nullptr : &entries_[found->second];
}

css::uno::Reference<css::drawing::XShape> DrawObjects::byName(std::string_view name) const {
    if (const auto found = byName_.find(std::string(name)); found != byName_.end()) return entries_[found->second].shape;
    // "#n.k.l": member l of member k of the group at position n
    if (name.empty() || name.front() != '#') return {};
    name.remove_prefix(1);
    css::uno::Reference<css::drawing::XShape> shape;
    bool first = true;
    while (!name.empty()) {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
        if (error != std::errc()) return {};
        name.remove_prefix(static_cast<std::size_t>(end - name.data()));
        if (!name.empty()) {
            if (name.front() != '.') return {};
            name.remove_prefix(1);
        }
        if (first) {
            for (const Entry& entry : entries_) {
                if (entry.position == index) shape = entry.shape;
            }
            first = false;
        } else {
            const css::uno::Reference<css::container::XIndexAccess> members(shape, css::uno::UNO_QUERY);
            if (!members.is() || index >= static_cast<std::size_t>(members->getCount())) return {};
            shape.set(members->getByIndex(static_cast<sal_Int32>(index)), css::uno::UNO_QUERY);
        }
        if (!shape.is()) return {};
    }
    return shape;
}

std::string memberName(const DrawObjects::Entry& group, std::string_view path, std::size_t index) {
    return "#" + std::to_string(group.position) + std::string(path) + "." + std::to_string(index);
}

}  // namespace thethuc::uno
