// Makes the controls of a panel in one container.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ustring.hxx>

namespace thethuc::uno {

/// A container window with named controls. The order of creation is the order of the Tab key. Main thread only.
class Controls {
public:
    using Control = css::uno::Reference<css::awt::XControl>;

    /// Makes the container as a child of `parent`.
    Controls(css::uno::Reference<css::uno::XComponentContext> context,
             const css::uno::Reference<css::awt::XWindow>& parent);

    [[nodiscard]] Control button(const rtl::OUString& name);
    [[nodiscard]] Control toggle(const rtl::OUString& name);      ///< a button that stays down; "State" 1 = down
    [[nodiscard]] Control text(const rtl::OUString& name);        ///< wraps
    [[nodiscard]] Control edit(const rtl::OUString& name);
    [[nodiscard]] Control memo(const rtl::OUString& name);        ///< several lines, to read
    [[nodiscard]] Control lines(const rtl::OUString& name);       ///< several lines, to write
    [[nodiscard]] Control choice(const rtl::OUString& name);      ///< a list that drops down
    [[nodiscard]] Control progress(const rtl::OUString& name);    ///< 0 … 1000
    [[nodiscard]] Control tree(const rtl::OUString& name);

    [[nodiscard]] const css::uno::Reference<css::awt::XControlContainer>& container() const { return container_; }
    [[nodiscard]] css::uno::Reference<css::awt::XWindow> window() const;
    /// Heights of lines of text in the panel's font.
    struct LineHeights {
        std::int32_t single = 0;                 ///< of a text of one line
        std::int32_t further = 0;                ///< what each further line of it adds
    };
    [[nodiscard]] LineHeights lineHeights();
    void takeColours();
    void dispose();

private:
    [[nodiscard]] Control create(const char* kind);

    css::uno::Reference<css::uno::XComponentContext> context_;
    css::uno::Reference<css::awt::XWindow> parent_;
    css::uno::Reference<css::awt::XControlContainer> container_;
    Control root_;
};

/// Properties of a control's model. A value that is already there is not set again: each set repaints.
[[nodiscard]] css::uno::Any modelValue(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& name);
void setModelValue(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& name,
                   const css::uno::Any& value);
void setLabel(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& label);
void setText(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& text);
void setHelp(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& help);
void setEnabled(const css::uno::Reference<css::awt::XControl>& control, bool enabled);
/// Entries of a choice, and the one that is chosen (-1: none). An equal list is left alone.
void setEntries(const css::uno::Reference<css::awt::XControl>& control, const std::vector<rtl::OUString>& entries, std::int32_t chosen);
void chooseEntry(const css::uno::Reference<css::awt::XControl>& control, std::int32_t entry);
[[nodiscard]] std::int32_t chosenEntry(const css::uno::Reference<css::awt::XControl>& control);
/// What stands in a field, UTF-8, without surrounding white space.
[[nodiscard]] std::string fieldText(const css::uno::Reference<css::awt::XControl>& control);
void setFocus(const css::uno::Reference<css::awt::XControl>& control);

}  // namespace thethuc::uno
