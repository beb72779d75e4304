#include "uno/dispatch/protocol_handler.hpp"

#include <functional>
#include <set>
#include <string>

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBox.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/frame/FeatureStateEvent.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "report/json.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/deck.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/resources.hpp"
#include "uno/sidebar/check_panel.hpp"
#include "uno/sidebar/citations_panel.hpp"
#include "uno/sidebar/draft_panel.hpp"
#include "uno/sidebar/figures_panel.hpp"
#include "uno/sidebar/panel_access.hpp"

namespace thethuc::uno {

namespace {

constexpr std::string_view kProtocol = "vn.thethuc:";

std::string commandOf(const css::util::URL& url) {
    const std::string complete = toUtf8(url.Complete);
    return complete.starts_with(kProtocol) ? complete.substr(kProtocol.size()) : std::string();
}

bool known(const std::string& command) {
    static const std::set<std::string, std::less<>> all{"about", "check", "cite-list", "citations", "fix-all", "help", "next-period", "panel", "percent", "styles"};
    return all.contains(command);
}

/// Opens a panel and has it do something; nothing where the sidebar has none.
template <class P>
void inPanel(const css::uno::Reference<css::frame::XFrame>& frame, const char* name, void (P::*work)()) {
    expandPanel(frame, name);
    if (const rtl::Reference<P> panel = Panel::in<P>(frame); panel.is()) (panel.get()->*work)();
}

}  // namespace

void SAL_CALL ProtocolHandler::initialize(const css::uno::Sequence<css::uno::Any>& arguments) {
    css::uno::Reference<css::frame::XFrame> frame;
    if (arguments.getLength() > 0) arguments.getConstArray()[0] >>= frame;
    frame_ = frame;
}

css::uno::Reference<css::frame::XDispatch> SAL_CALL ProtocolHandler::queryDispatch(const css::util::URL& url,
                                                                                   const rtl::OUString&, sal_Int32) {
    return translated([&] {
        return known(commandOf(url)) ? css::uno::Reference<css::frame::XDispatch>(this)
                                     : css::uno::Reference<css::frame::XDispatch>();
    });
}

css::uno::Sequence<css::uno::Reference<css::frame::XDispatch>> SAL_CALL
ProtocolHandler::queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& requests) {
    std::vector<css::uno::Reference<css::frame::XDispatch>> result;
    for (const auto& request : view(requests)) {
        result.push_back(queryDispatch(request.FeatureURL, request.FrameName, request.SearchFlags));
    }
    return seq(result);
}

void SAL_CALL ProtocolHandler::dispatch(const css::util::URL& url, const css::uno::Sequence<css::beans::PropertyValue>&) {
    const css::uno::Reference<css::uno::XInterface> alive(static_cast<cppu::OWeakObject*>(this));
    guarded("command", [&] { run(commandOf(url)); });
}

void SAL_CALL ProtocolHandler::addStatusListener(const css::uno::Reference<css::frame::XStatusListener>& listener,
                                                 const css::util::URL& url) {
    guarded("status", [&] {
        css::frame::FeatureStateEvent event;
        event.FeatureURL = url;
        event.Source.set(static_cast<cppu::OWeakObject*>(this));
        event.IsEnabled = known(commandOf(url));
        event.Requery = false;
        if (listener.is()) listener->statusChanged(event);
    });
}

void ProtocolHandler::run(const std::string& command) {
    const css::uno::Reference<css::frame::XFrame> frame(frame_);
    if (command == "help") return help();
    if (!frame.is() || !frame->getController().is()) return;
    if (command == "about") return about(frame);
    const css::uno::Reference<css::frame::XModel> model = frame->getController()->getModel();
    if (!isTextDocument(model)) return;
    openDeck(frame);
    if (command == "panel") return;
    if (command == "styles") return inPanel(frame, "DraftPanel", &DraftPanel::applyStyles);
    if (command == "next-period") return inPanel(frame, "DraftPanel", &DraftPanel::fromEarlier);
    if (command == "citations") return inPanel(frame, "CitationsPanel", &CitationsPanel::startSearch);
    if (command == "cite-list") return inPanel(frame, "CitationsPanel", &CitationsPanel::makeList);
    if (command == "percent") return inPanel(frame, "FiguresPanel", &FiguresPanel::startEntry);
    if (const rtl::Reference<CheckPanel> panel = Panel::in<CheckPanel>(frame); panel.is()) {
        if (command == "check") panel->startCheck();
        else if (command == "fix-all") panel->fixAll();
        return;
    }
    // no panel in this window (the sidebar is locked away): the work is done all the same
    const std::shared_ptr<Session> session = Session::of(context_, model);
    if (!session) return;
    if (command == "check") session->check();
    else if (command == "fix-all") session->fixAll(Texts{report::languageOf(language(context_))}("undo.fix-all"));
}

void ProtocolHandler::help() {
    const rtl::OUString page = folderUrl(context_) + str("/help/" + language(context_) + "/index.html");
    css::system::SystemShellExecute::create(context_)->execute(page, {}, css::system::SystemShellExecuteFlags::URIS_ONLY);
}

void ProtocolHandler::about(const css::uno::Reference<css::frame::XFrame>& frame) {
    say(frame, Texts{report::languageOf(language(context_))}("about.text", {std::string(report::version())}));
}

void ProtocolHandler::say(const css::uno::Reference<css::frame::XFrame>& frame, const std::string& text) {
    const css::uno::Reference<css::awt::XMessageBoxFactory> factory(css::awt::Toolkit::create(context_),
                                                                    css::uno::UNO_QUERY_THROW);
    const css::uno::Reference<css::awt::XWindowPeer> parent(frame->getContainerWindow(), css::uno::UNO_QUERY);
    const css::uno::Reference<css::awt::XMessageBox> box = factory->createMessageBox(
        parent, css::awt::MessageBoxType_INFOBOX, css::awt::MessageBoxButtons::BUTTONS_OK, str("Thể Thức"), str(text));
    box->execute();
    const css::uno::Reference<css::lang::XComponent> component(box, css::uno::UNO_QUERY);
    if (component.is()) component->dispose();
}

rtl::OUString SAL_CALL ProtocolHandler::getImplementationName() { return "vn.thethuc.comp.ProtocolHandler"; }
sal_Bool SAL_CALL ProtocolHandler::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}
css::uno::Sequence<rtl::OUString> SAL_CALL ProtocolHandler::getSupportedServiceNames() {
    return seq<rtl::OUString>({"com.sun.star.frame.ProtocolHandler"});
}

}  // namespace thethuc::uno
