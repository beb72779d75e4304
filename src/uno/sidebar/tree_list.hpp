// Lines in groups, shown by a tree: what the lists of the panels do alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/tree/XMutableTreeDataModel.hpp>
#include <com/sun/star/awt/tree/XMutableTreeNode.hpp>
#include <com/sun/star/awt/tree/XTreeControl.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace thethuc::uno {

/// Filled anew from begin() to show(); a line is known by its number, groups and lines counted alike in the order in which they were added. The
/// office tells of a selection while a tree is filled: the owner does not listen meanwhile. Main thread only.
class TreeList {
public:
    using Control = css::uno::Reference<css::awt::XControl>;
    using Line = std::size_t;

    void take(const css::uno::Reference<css::uno::XComponentContext>& context, const Control& control);
    void letGo() noexcept;
    [[nodiscard]] const css::uno::Reference<css::awt::tree::XTreeControl>& control() const { return tree_; }

    void begin();
    Line addGroup(const std::string& title, bool open);
    /// A group within a group.
    Line addGroup(Line group, const std::string& title, bool open);
    /// A line of a group with a picture of the extension's icons ("error"; empty: none) and a value that tells lines apart later.
    Line add(Line group, const std::string& words, const std::string& picture, std::uint64_t mark);
    /// A line without a group.
    Line add(const std::string& words, std::uint64_t mark);
    /// Shows what was added, with one line chosen or none.
    void show(const std::optional<Line>& chosen);

    void choose(Line line);
    [[nodiscard]] std::optional<Line> chosen() const;
    [[nodiscard]] std::uint64_t mark(Line line) const;

private:
    using Node = css::uno::Reference<css::awt::tree::XMutableTreeNode>;
    [[nodiscard]] css::uno::Reference<css::awt::tree::XTreeNode> node(Line line) const;
    Line keep(const Node& parent, const Node& node);

    css::uno::Reference<css::uno::XComponentContext> context_;
    Control control_;
    css::uno::Reference<css::awt::tree::XTreeControl> tree_;
    css::uno::Reference<css::awt::tree::XMutableTreeDataModel> data_;
    Node root_;
    std::vector<Node> nodes_;
    std::vector<Line> open_;
};

}  // namespace thethuc::uno
