#include "uno/sidebar/panel.hpp"

#include <algorithm>
#include <utility>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XComboBox.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XStyleSettings.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

constexpr std::int32_t kMinimalWidth = 220;
constexpr std::int32_t kTitleLines = 7;              // lines of text that the title bars of the deck and of four panels take

std::vector<Panel*>& openPanels() {
    static std::vector<Panel*> panels;  // main thread only
    return panels;
}

css::uno::Reference<css::awt::XStyleSettings> styleOf(const css::uno::Reference<css::awt::XWindow>& window) {
    const css::uno::Reference<css::awt::XStyleSettingsSupplier> supplier(window, css::uno::UNO_QUERY);
    return supplier.is() ? supplier->getStyleSettings() : css::uno::Reference<css::awt::XStyleSettings>();
}

}  // namespace

Panel::Panel(const Context& context, PanelPlace place)
    : context_(context), place_(std::move(place)), texts_{report::languageOf(language(context))} {}

Panel::~Panel() {
    // close() has gone before: a panel that is not closed is held by its listeners.
    guarded("panel", [&] { std::erase(openPanels(), this); });
}

std::vector<rtl::Reference<Panel>> Panel::all() { return {openPanels().begin(), openPanels().end()}; }

css::uno::Reference<css::awt::XControlContainer> Panel::controls() const {
    return controls_ ? controls_->container() : css::uno::Reference<css::awt::XControlContainer>();
}

void Panel::open() {
    controls_ = std::make_unique<Controls>(context_, place_.parent);
    const Controls::LineHeights lines = controls_->lineHeights();
    rows_.setLineHeights(lines.single, lines.further);
    keys_.set(new PanelKeys(context_, [this](const Control& control, sal_Int16 key) { return takeKey(control, key); },
                            [this](const Control& control) { takeFocus(control); }));
    {
        const Flagged filling(filling_);
        build();
    }
    place_.parent->addWindowListener(this);
    if (const auto style = styleOf(place_.parent); style.is()) style->addStyleChangeListener(this);
    openPanels().push_back(this);
    render();
    layOut();
}

void Panel::close() noexcept {
    guarded("panel", [&] { std::erase(openPanels(), this); });
    if (keys_.is()) keys_->close();
    keys_.clear();
    if (!controls_) return;
    const std::unique_ptr<Controls> controls = std::move(controls_);
    guarded("panel", [&] {
        if (!place_.parent.is()) return;
        place_.parent->removeWindowListener(this);
        if (const auto style = styleOf(place_.parent); style.is()) style->removeStyleChangeListener(this);
    });
    guarded("panel", [&] { letGo(); });
    guarded("panel", [&] { controls->dispose(); });
    rows_.clear();
    place_ = {};
}

void Panel::name(const Control& button, const char* command, std::string_view key) {
    const css::uno::Reference<css::awt::XButton> pressed(button, css::uno::UNO_QUERY_THROW);
    pressed->setActionCommand(rtl::OUString::createFromAscii(command));
    pressed->addActionListener(this);
    setLabel(button, say(key));
    setHelp(button, say(std::string(key) + ".help"));
    watch(button);
}

Panel::Control Panel::label(const std::string& name, std::string_view key) {
    const Control control = controls_->text(str(name + "-label"));
    setLabel(control, say(key));
    return control;
}

void Panel::explain(const Control& control, std::string_view key) {
    setHelp(control, say(std::string(key) + ".help"));
    watchValue(control);
}

Rows::Row Panel::edit(Control& control, const std::string& name, std::string_view key) {
    const Control before = label(name, key);
    control = controls_->edit(str(name));
    explain(control, key);
    return rows_.addField(before, {control});
}

Rows::Row Panel::choice(Control& control, const std::string& name, std::string_view key) {
    const Control before = label(name, key);
    control = controls_->choice(str(name));
    explain(control, key);
    return rows_.addField(before, {control});
}

Panel::Control Panel::button(const char* command, std::string_view key) {
    const Control control = controls_->button(rtl::OUString::createFromAscii(command));
    name(control, command, key);
    return control;
}

void Panel::watch(const Control& control) { keys_->listenTo(control); }

void Panel::watchValue(const Control& control) {
    if (const css::uno::Reference<css::awt::XListBox> list(control, css::uno::UNO_QUERY); list.is()) list->addItemListener(this);
    else if (const css::uno::Reference<css::awt::XTextComponent> text(control, css::uno::UNO_QUERY); text.is()) text->addTextListener(this);
    watch(control);
}

void Panel::watchTree(const Control& control) {
    css::uno::Reference<css::view::XSelectionSupplier>(control, css::uno::UNO_QUERY_THROW)->addSelectionChangeListener(this);
    watch(control);
}

rtl::OUString Panel::say(std::string_view key, const std::vector<std::string>& arguments) const { return str(texts_(key, arguments)); }

css::uno::Reference<css::frame::XModel> Panel::document() const {
    const css::uno::Reference<css::frame::XController> controller =
        place_.frame.is() ? place_.frame->getController() : css::uno::Reference<css::frame::XController>();
    if (!controller.is()) return {};
    const css::uno::Reference<css::lang::XServiceInfo> kind(controller->getModel(), css::uno::UNO_QUERY);
    if (!kind.is() || !kind->supportsService("com.sun.star.text.TextDocument")) return {};
    return controller->getModel();
}

void Panel::later(std::function<void()> work) {
    postToMainThread(context_, [panel = rtl::Reference<Panel>(this), work = std::move(work)] {
        guarded("panel", [&] {
            if (panel->controls_) work();
        });
    });
}

void Panel::backToText() {
    if (place_.frame.is() && place_.frame->getComponentWindow().is()) place_.frame->getComponentWindow()->setFocus();
}

bool Panel::takeKey(const Control&, sal_Int16 key) {
    if (!controls_ || key != css::awt::Key::ESCAPE) return false;
    backToText();
    return true;
}

void Panel::layOut() {
    if (!controls_ || !place_.parent.is()) return;
    const css::awt::Rectangle area = place_.parent->getPosSize();
    if (area.Width <= 0) return;
    controls_->window()->setPosSize(0, 0, area.Width, area.Height, css::awt::PosSize::POSSIZE);
    rows_.layOut(area.Width, area.Height);
    const std::int32_t wanted = rows_.height(area.Width);
    if (wanted != laidOutHeight_ || area.Width != laidOutWidth_) {
        laidOutHeight_ = wanted;
        laidOutWidth_ = area.Width;
        if (place_.sidebar.is()) guarded("panel", [&] { place_.sidebar->requestLayout(); });
    }
}

// ---- what the office calls

css::uno::Reference<css::accessibility::XAccessible> SAL_CALL
Panel::createAccessible(const css::uno::Reference<css::accessibility::XAccessible>&) {
    return {};
}

css::uno::Reference<css::awt::XWindow> SAL_CALL Panel::getWindow() {
    return controls_ ? controls_->window() : css::uno::Reference<css::awt::XWindow>();
}

css::ui::LayoutSize SAL_CALL Panel::getHeightForWidth(sal_Int32 width) {
    return guarded("panel", css::ui::LayoutSize(100, -1, 100), [&] {
        if (!controls_) return css::ui::LayoutSize(100, -1, 100);
        const std::int32_t least = rows_.height(width);
        // A panel with nothing that could grow leaves the room to the others.
        if (!rows_.fills()) return css::ui::LayoutSize(least, least, least);
        // The deck shares spare height with panels that are closed, where it is lost, but first gives each what it prefers if that fits:
        // so a panel that is open alone prefers the whole deck without its title bars.
        const auto window = place_.frame.is() ? place_.frame->getComponentWindow() : css::uno::Reference<css::awt::XWindow>();
        const std::int32_t deck = window.is() ? window->getPosSize().Height - kTitleLines * rows_.lineHeight() : least;
        return css::ui::LayoutSize(least, -1, std::max(least, deck));
    });
}

sal_Int32 SAL_CALL Panel::getMinimalWidth() { return kMinimalWidth; }

void SAL_CALL Panel::windowResized(const css::awt::WindowEvent&) {
    guarded("panel", [&] { layOut(); });
}

void SAL_CALL Panel::windowShown(const css::lang::EventObject&) {
    guarded("panel", [&] {
        if (!controls_) return;
        render();
        layOut();
    });
}

void Panel::hear(std::string_view where, std::function<void()> work) {
    const rtl::Reference<Panel> alive(this);
    if (!isMainThread()) {  // a script over a bridge: commands of the view work in the main thread only
        later(std::move(work));
        return;
    }
    guarded(where, [&] {
        if (controls_) work();
    });
}

void SAL_CALL Panel::actionPerformed(const css::awt::ActionEvent& event) {
    hear("button", [this, command = event.ActionCommand] { act(command); });
}

void SAL_CALL Panel::textChanged(const css::awt::TextEvent& event) {
    if (!filling_) hear("text", [this, control = Control(event.Source, css::uno::UNO_QUERY)] { edited(control); });
}

void SAL_CALL Panel::itemStateChanged(const css::awt::ItemEvent& event) {
    if (!filling_) hear("item", [this, control = Control(event.Source, css::uno::UNO_QUERY)] { edited(control); });
}

void SAL_CALL Panel::selectionChanged(const css::lang::EventObject&) {
    if (!filling_) hear("list", [this] { takeSelection(); });
}

void SAL_CALL Panel::styleSettingsChanged(const css::lang::EventObject&) {
    guarded("style", [&] {
        if (controls_) controls_->takeColours();
    });
}

void SAL_CALL Panel::disposing(const css::lang::EventObject& event) {
    const rtl::Reference<Panel> alive(this);
    guarded("panel", [&] {
        if (place_.parent.is() && event.Source == place_.parent) close();
    });
}

css::uno::Reference<css::awt::tree::XTreeNode> chosenNode(const css::uno::Reference<css::awt::tree::XTreeControl>& tree) {
    css::uno::Reference<css::awt::tree::XTreeNode> node;
    const css::uno::Any selection = tree->getSelection();
    if (selection >>= node) return node;
    css::uno::Sequence<css::uno::Reference<css::awt::tree::XTreeNode>> nodes;
    css::uno::Sequence<css::uno::Any> values;
    if ((selection >>= nodes) && nodes.getLength() > 0) node = nodes.getConstArray()[0];
    else if ((selection >>= values) && values.getLength() > 0) values.getConstArray()[0] >>= node;
    return node;
}

}  // namespace thethuc::uno
