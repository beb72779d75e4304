#include "uno/sidebar/controls.hpp"

#include <utility>

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XStyleSettings.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/view/SelectionType.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

template <class Interface>
css::uno::Reference<Interface> make(const css::uno::Reference<css::uno::XComponentContext>& context,
                                    const rtl::OUString& service) {
    return css::uno::Reference<Interface>(context->getServiceManager()->createInstanceWithContext(service, context),
                                          css::uno::UNO_QUERY_THROW);
}

}  // namespace

Controls::Controls(css::uno::Reference<css::uno::XComponentContext> context,
                   const css::uno::Reference<css::awt::XWindow>& parent)
    : context_(std::move(context)), parent_(parent) {
    root_ = make<css::awt::XControl>(context_, "com.sun.star.awt.UnoControlContainer");
    root_->setModel(make<css::awt::XControlModel>(context_, "com.sun.star.awt.UnoControlContainerModel"));
    container_.set(root_, css::uno::UNO_QUERY_THROW);
    const css::uno::Reference<css::awt::XWindowPeer> peer(parent, css::uno::UNO_QUERY_THROW);
    const css::uno::Reference<css::awt::XToolkit> toolkit(css::awt::Toolkit::create(context_), css::uno::UNO_QUERY_THROW);
    takeColours();
    root_->createPeer(toolkit, peer);
    window()->setVisible(true);
}

css::uno::Reference<css::awt::XWindow> Controls::window() const {
    return css::uno::Reference<css::awt::XWindow>(root_, css::uno::UNO_QUERY_THROW);
}

Controls::Control Controls::create(const char* kind) {
    const rtl::OUString service = rtl::OUString::createFromAscii(kind);
    const Control control = make<css::awt::XControl>(context_, service);
    control->setModel(make<css::awt::XControlModel>(context_, service + "Model"));
    return control;
}

Controls::Control Controls::button(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlButton");
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::toggle(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlButton");
    set(control->getModel(), "Toggle", true);
    set(control->getModel(), "State", sal_Int16{1});
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::text(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlFixedText");
    set(control->getModel(), "MultiLine", true);
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::edit(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlEdit");
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::memo(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlEdit");
    set(control->getModel(), "MultiLine", true);
    set(control->getModel(), "ReadOnly", true);
    set(control->getModel(), "AutoVScroll", true);
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::lines(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlEdit");
    set(control->getModel(), "MultiLine", true);
    set(control->getModel(), "AutoVScroll", true);
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::choice(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlListBox");
    set(control->getModel(), "Dropdown", true);
    set(control->getModel(), "LineCount", sal_Int16{16});
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::progress(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.UnoControlProgressBar");
    set(control->getModel(), "ProgressValueMin", sal_Int32{0});
    set(control->getModel(), "ProgressValueMax", sal_Int32{1000});
    container_->addControl(name, control);
    return control;
}

Controls::Control Controls::tree(const rtl::OUString& name) {
    const Control control = create("com.sun.star.awt.tree.TreeControl");
    set(control->getModel(), "SelectionType", css::view::SelectionType_SINGLE);
    set(control->getModel(), "RootDisplayed", false);
    set(control->getModel(), "ShowsHandles", true);
    set(control->getModel(), "ShowsRootHandles", true);
    set(control->getModel(), "Tabstop", true);  // of all controls only trees are passed over by Tab unless told
    set(control->getModel(), "Editable", false);
    container_->addControl(name, control);
    return control;
}

Controls::LineHeights Controls::lineHeights() {
    constexpr std::int32_t kUsual = 16;
    // texts of its own that are one and two lines high
    const auto heightOf = [&](const rtl::OUString& words) {
        const Control probe = create("com.sun.star.awt.UnoControlFixedText");
        set(probe->getModel(), "MultiLine", true);
        set(probe->getModel(), "Label", words);
        container_->addControl("probe", probe);
        const css::uno::Reference<css::awt::XLayoutConstrains> size(probe, css::uno::UNO_QUERY);
        const std::int32_t height = size.is() ? size->getPreferredSize().Height : 0;
        container_->removeControl(probe);
        probe->dispose();
        return height;
    };
    LineHeights out;
    out.single = heightOf("X");
    if (out.single <= 0) out.single = kUsual;
    out.further = heightOf("X\nX") - out.single;
    if (out.further <= 0 || out.further > out.single) out.further = out.single;
    return out;
}

void Controls::takeColours() {
    const css::uno::Reference<css::awt::XStyleSettingsSupplier> supplier(parent_, css::uno::UNO_QUERY);
    if (!supplier.is()) return;
    const css::uno::Reference<css::awt::XStyleSettings> style = supplier->getStyleSettings();
    if (style.is()) setModelValue(root_, "BackgroundColor", css::uno::Any(style->getDialogColor()));
}

void Controls::dispose() {
    if (root_.is()) root_->dispose();
    root_.clear();
    container_.clear();
    parent_.clear();
}

css::uno::Any modelValue(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& name) {
    return property(control->getModel(), name);
}

void setModelValue(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& name,
                   const css::uno::Any& value) {
    if (property(control->getModel(), name) != value) set(control->getModel(), name, value);
}

void setLabel(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& label) {
    setModelValue(control, "Label", css::uno::Any(label));
}

void setText(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& text) {
    setModelValue(control, "Text", css::uno::Any(text));
}

void setHelp(const css::uno::Reference<css::awt::XControl>& control, const rtl::OUString& help) {
    setModelValue(control, "HelpText", css::uno::Any(help));
}

void setEnabled(const css::uno::Reference<css::awt::XControl>& control, bool enabled) {
    setModelValue(control, "Enabled", css::uno::Any(enabled));
}

void setEntries(const css::uno::Reference<css::awt::XControl>& control, const std::vector<rtl::OUString>& entries, std::int32_t chosen) {
    setModelValue(control, "StringItemList", css::uno::Any(seq(entries)));
    chooseEntry(control, chosen);
}

void chooseEntry(const css::uno::Reference<css::awt::XControl>& control, std::int32_t entry) {
    const auto now = entry < 0 ? css::uno::Sequence<sal_Int16>() : seq<sal_Int16>({static_cast<sal_Int16>(entry)});
    setModelValue(control, "SelectedItems", css::uno::Any(now));
}

std::int32_t chosenEntry(const css::uno::Reference<css::awt::XControl>& control) {
    return css::uno::Reference<css::awt::XListBox>(control, css::uno::UNO_QUERY_THROW)->getSelectedItemPos();
}

std::string fieldText(const css::uno::Reference<css::awt::XControl>& control) {
    return toUtf8(asOr<rtl::OUString>(modelValue(control, "Text"), {}).trim());
}

void setFocus(const css::uno::Reference<css::awt::XControl>& control) {
    css::uno::Reference<css::awt::XWindow>(control, css::uno::UNO_QUERY_THROW)->setFocus();
}

}  // namespace thethuc::uno
