#include "uno/sidebar/session_panel.hpp"

#include <utility>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

void SessionPanel::makeBusyRow(const char* progress, const char* stopCommand) {
    progress_ = controls_->progress(rtl::OUString::createFromAscii(progress));
    setHelp(progress_, say("panel.progress.help"));
    stop_ = button(stopCommand, "panel.stop");
    busyRow_ = rows_.addFlow({progress_, stop_}, true);
}

void SessionPanel::watchList(const Control& list, std::string_view help) {
    list_ = list;
    setHelp(list_, say(help));
    tree_.take(context_, list_);
    watchTree(list_);
}

std::shared_ptr<Session> SessionPanel::session() {
    if (session_) return session_;
    if (const auto model = document(); model.is()) session_ = Session::of(context_, model);
    return session_;
}

std::shared_ptr<const Checked> SessionPanel::result() const { return session_ ? session_->result() : nullptr; }

void SessionPanel::startReading() {
    if (const auto known = session()) {
        known->observe(this);
        known->check();
    }
}

void SessionPanel::letGo() {
    if (session_) session_->forget(this);
    session_.reset();
    guarded("panel", [&] {
        if (tree_.control().is()) tree_.control()->removeSelectionChangeListener(this);
    });
    chosen_.reset();
    tree_.letGo();
}

void SessionPanel::sessionChanged() noexcept {
    guarded("panel", [&] {
        if (controls_) render();
    });
}

bool SessionPanel::busy() {
    const auto known = session();
    return known && known->busy() && !known->inBackground();
}

bool SessionPanel::changeable() {
    const auto known = session();
    return known && !busy() && known->locked().empty();
}

void SessionPanel::renewList(bool anyway) {
    const auto known = session();
    if (!known || known->revision() == revision_) return;
    revision_ = known->revision();
    std::string signature = known->result() ? listSignature(*known->result()) : std::string();
    if (anyway || signature != signature_) fillList();
    signature_ = std::move(signature);
}

void SessionPanel::renderBusy() {
    rows_.show(busyRow_, busy());
    if (busy()) setModelValue(progress_, "ProgressValue", css::uno::Any(session_->progress()));
}

std::string SessionPanel::waitingText(std::string_view computing, std::string_view notBegun) {
    const auto known = session();
    if (!known) return texts_("state.no-document");
    if (busy()) return texts_(known->state() == Session::State::reading ? "state.reading" : computing);
    if (known->state() == Session::State::failed) return texts_("state.error", {known->error()});
    if (!known->result()) return texts_(known->state() == Session::State::stopped ? "state.stopped" : notBegun);
    return {};
}

std::string SessionPanel::standingText() {
    const auto known = session();
    if (!known) return {};
    if (const std::string locked = known->locked(); !locked.empty()) return texts_(locked);
    return known->outdated() ? texts_(checksAgain(context_) ? "state.outdated" : "state.outdated.manual") : std::string();
}

void SessionPanel::takeSelection() {
    if (const auto line = tree_.chosen()) choose(*line);
}

void SessionPanel::takeFocus(const Control& control) {
    if (control != list_ || chosen_ || !firstLine()) return;
    // Later: a click gives the focus first and chooses then, and its choice counts; and where a button is switched off the focus only passes through here.
    later([this] {
        if (chosen_ || keys_->focused() != list_) return;
        if (const auto first = firstLine()) tree_.choose(*first);
    });
}

}  // namespace thethuc::uno
