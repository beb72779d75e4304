#include "uno/sidebar/tree_list.hpp"

#include <com/sun/star/lang/XMultiComponentFactory.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/settings.hpp"
#include "uno/sidebar/panel.hpp"

namespace thethuc::uno {

void TreeList::take(const css::uno::Reference<css::uno::XComponentContext>& context, const Control& control) {
    context_ = context;
    control_ = control;
    tree_.set(control, css::uno::UNO_QUERY_THROW);
}

void TreeList::letGo() noexcept {
    nodes_.clear();
    open_.clear();
    root_.clear();
    data_.clear();
    tree_.clear();
    control_.clear();
}

void TreeList::begin() {
    nodes_.clear();
    open_.clear();
    data_.set(context_->getServiceManager()->createInstanceWithContext("com.sun.star.awt.tree.MutableTreeDataModel", context_),
              css::uno::UNO_QUERY_THROW);
    root_ = data_->createNode(css::uno::Any(rtl::OUString()), false);
}

TreeList::Line TreeList::keep(const Node& parent, const Node& node) {
    parent->appendChild(node);
    nodes_.push_back(node);
    return nodes_.size() - 1;
}

TreeList::Line TreeList::addGroup(const std::string& title, bool open) {
    const Line line = keep(root_, data_->createNode(css::uno::Any(str(title)), false));
    if (open) open_.push_back(line);
    return line;
}

TreeList::Line TreeList::addGroup(Line group, const std::string& title, bool open) {
    const Line line = keep(nodes_.at(group), data_->createNode(css::uno::Any(str(title)), false));
    if (open) open_.push_back(line);
    return line;
}

TreeList::Line TreeList::add(Line group, const std::string& words, const std::string& picture, std::uint64_t mark) {
    const Node node = data_->createNode(css::uno::Any(str(words)), false);
    if (!picture.empty()) node->setNodeGraphicURL(str("vnd.sun.star.extension://" + std::string(kExtension) + "/icons/" + picture + ".png"));
    node->setDataValue(css::uno::Any(static_cast<sal_Int64>(mark)));
    return keep(nodes_.at(group), node);
}

TreeList::Line TreeList::add(const std::string& words, std::uint64_t mark) {
    const Node node = data_->createNode(css::uno::Any(str(words)), false);
    node->setDataValue(css::uno::Any(static_cast<sal_Int64>(mark)));
    return keep(root_, node);
}

void TreeList::show(const std::optional<Line>& chosen) {
    data_->setRoot(root_);
    set(control_->getModel(), "DataModel", css::uno::Reference<css::awt::tree::XTreeDataModel>(data_, css::uno::UNO_QUERY));
    for (const Line line : open_) {
        guarded("list", [&] { tree_->expandNode(node(line)); });
    }
    tree_->clearSelection();
    if (!chosen) return;
    guarded("list", [&] {
        choose(*chosen);
        tree_->makeNodeVisible(node(*chosen));
    });
}

void TreeList::choose(Line line) { tree_->select(css::uno::Any(node(line))); }

std::optional<TreeList::Line> TreeList::chosen() const {
    const css::uno::Reference<css::awt::tree::XTreeNode> now = chosenNode(tree_);
    for (Line line = 0; now.is() && line < nodes_.size(); ++line) {
        if (node(line) == now) return line;
    }
    return std::nullopt;
}

std::uint64_t TreeList::mark(Line line) const {
    return static_cast<std::uint64_t>(asOr<sal_Int64>(nodes_.at(line)->getDataValue(), 0));
}

css::uno::Reference<css::awt::tree::XTreeNode> TreeList::node(Line line) const {
    return css::uno::Reference<css::awt::tree::XTreeNode>(nodes_.at(line), css::uno::UNO_QUERY);
}

}  // namespace thethuc::uno
