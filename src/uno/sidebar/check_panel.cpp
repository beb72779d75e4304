#include "uno/sidebar/check_panel.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include <com/sun/star/awt/Key.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/wording.hpp"

namespace thethuc::uno {

namespace {

constexpr std::int32_t kListMinimum = 130;
constexpr std::int32_t kDetailLines = 7;

std::size_t index(ruleset::Severity severity) { return static_cast<std::size_t>(severity); }

const char* icon(ruleset::Severity severity) {
    switch (severity) {
        case ruleset::Severity::error: return "error";
        case ruleset::Severity::warning: return "warning";
        case ruleset::Severity::info: return "info";
    }
    return "info";
}

}  // namespace

void CheckPanel::build() {
    // The order here is the order of the Tab key.
    check_ = controls_->button("check");
    rows_.addWide(check_, 8);
    makeBusyRow("progress", "stop");
    status_ = controls_->text("status");
    note_ = controls_->text("note");
    errors_ = controls_->toggle("errors");
    warnings_ = controls_->toggle("warnings");
    infos_ = controls_->toggle("infos");
    watchList(controls_->tree("list"), "panel.list.help");
    details_ = controls_->memo("details");
    fix_ = controls_->button("fix");
    ignore_ = controls_->button("ignore");
    why_ = controls_->button("why");
    reasonLabel_ = controls_->text("reason-label");
    reason_ = controls_->edit("reason");
    reasonSave_ = controls_->button("reason-save");
    reasonCancel_ = controls_->button("reason-cancel");
    fixAll_ = controls_->button("fix-all");
    last_ = controls_->text("last");

    statusRow_ = rows_.addText(status_);
    noteRow_ = rows_.addText(note_);
    togglesRow_ = rows_.addFlow({errors_, warnings_, infos_});
    listRow_ = rows_.addFill(list_, kListMinimum);
    detailsRow_ = rows_.addLines(details_, kDetailLines);
    buttonsRow_ = rows_.addFlow({fix_, ignore_, why_});
    reasonLabelRow_ = rows_.addText(reasonLabel_);
    reasonRow_ = rows_.addWide(reason_);
    reasonButtonsRow_ = rows_.addFlow({reasonSave_, reasonCancel_});
    fixAllRow_ = rows_.addWide(fixAll_);
    lastRow_ = rows_.addText(last_);

    name(check_, "check", "panel.check");
    name(errors_, "errors", "panel.errors");
    name(warnings_, "warnings", "panel.warnings");
    name(infos_, "infos", "panel.infos");
    name(fix_, "fix", "panel.fix");
    name(ignore_, "ignore", "panel.ignore");
    name(why_, "why", "panel.why");
    name(reasonSave_, "reason-save", "panel.reason.save");
    name(reasonCancel_, "reason-cancel", "panel.reason.cancel");
    name(fixAll_, "fix-all", "panel.fix-all");
    setLabel(reasonLabel_, say("panel.reason"));
    setHelp(details_, say("panel.details.help"));
    setHelp(reason_, say("panel.reason.help"));
    for (const Control& control : {details_, reason_}) watch(control);
    if (const auto known = session()) known->observe(this);
}

void CheckPanel::letGo() {
    SessionPanel::letGo();
    items_.clear();
}

// ---- what is shown

std::string CheckPanel::listSignature(const Checked& checked) const {
    std::string signature;
    for (std::size_t i = 0; i < checked.findings().size(); ++i) {
        const checks::Finding& finding = checked.findings()[i];
        signature += finding.rule + ' ' + std::to_string(finding.at.fingerprint) + ' ' +
                     std::to_string(static_cast<int>(finding.severity)) + (finding.ignored ? '-' : '+') +
                     wording(checked, i, texts_).brief + '\n';
    }
    for (const std::string& rule : checked.outcome.result.coverage.needsPerson) signature += rule + '\n';
    return signature;
}

void CheckPanel::render() {
    renewList(next_.has_value());
    renderState();
    renderDetails();
    layOut();
}

void CheckPanel::renderState() {
    const std::shared_ptr<Session> known = session();
    const std::shared_ptr<const Checked> result = this->result();
    setEnabled(check_, known != nullptr);
    renderBusy();

    std::array<std::int32_t, 3> count{};
    std::size_t fixable = 0;
    if (result) {
        for (const checks::Finding& finding : result->findings()) {
            if (finding.ignored) continue;
            ++count[index(finding.severity)];
            if (finding.fix == ruleset::FixPolicy::safe && !finding.edits.empty()) ++fixable;
        }
    }
    const bool any = count[0] + count[1] + count[2] > 0;

    std::string status = waitingText("state.checking", "state.empty");
    if (status.empty()) {
        const checks::Coverage& coverage = result->outcome.result.coverage;
        const std::string person = std::to_string(coverage.needsPerson.size());
        if (result->outcome.analysis.scope != elements::Scope::nd30) {
            status = scopeReason(*result, texts_);
        } else if (!any) {
            status = coverage.needsPerson.empty() ? texts_("state.clean") : texts_("state.clean.person", {person});
        } else {
            status = texts_("state.result",
                               {std::to_string(count[index(ruleset::Severity::error)]),
                                std::to_string(count[index(ruleset::Severity::warning)]),
                                std::to_string(coverage.applicable.size()), std::to_string(coverage.checked.size()), person});
        }
    }
    setLabel(status_, str(status));

    setLabel(note_, str(noteText_));
    rows_.show(noteRow_, !noteText_.empty() && !busy());

    const auto toggle = [&](const Control& control, std::string_view key, ruleset::Severity severity) {
        setLabel(control, say(key, {std::to_string(count[index(severity)])}));
        setModelValue(control, "State", css::uno::Any(static_cast<sal_Int16>(shown_[index(severity)] ? 1 : 0)));
    };
    toggle(errors_, "panel.errors", ruleset::Severity::error);
    toggle(warnings_, "panel.warnings", ruleset::Severity::warning);
    toggle(infos_, "panel.infos", ruleset::Severity::info);
    rows_.show(togglesRow_, any);
    rows_.show(listRow_, !items_.empty() || any);
    rows_.show(detailsRow_, rows_.shown(listRow_));
    rows_.show(buttonsRow_, rows_.shown(listRow_) && !asking_);
    rows_.show(reasonLabelRow_, asking_);
    rows_.show(reasonRow_, asking_);
    rows_.show(reasonButtonsRow_, asking_);

    setLabel(fixAll_, say("panel.fix-all", {std::to_string(fixable)}));
    setEnabled(fixAll_, fixable > 0 && changeable());
    rows_.show(fixAllRow_, any);
    // The last line always says something, so that nothing jumps while the person types.
    std::string last = standingText();
    if (last.empty() && result) {
        last = result->document().facts.recordChanges && any ? texts_("state.tracking") : texts_("state.ruleset", {result->rules->instrument});
    }
    setLabel(last_, str(last));
    rows_.show(lastRow_, !last.empty() && result != nullptr);
}

void CheckPanel::renderDetails() {
    const std::shared_ptr<const Checked> result = this->result();
    std::string text;
    const checks::Finding* finding = chosenFinding();
    if (finding != nullptr) {
        text = explaining_ ? explanation(*result, finding->rule, finding->row, texts_)
                           : wording(*result, items_[*chosen_].finding, texts_).text;
    } else if (result && chosen_ && items_[*chosen_].kind == Item::Kind::person) {
        const std::string& rule = items_[*chosen_].rule;
        text = explaining_ ? explanation(*result, rule, -1, texts_)
                           : requirement(*result, rule, texts_) + "\n" + texts_("detail.person");
    } else {
        text = texts_("detail.choose");
    }
    setText(details_, str(text));
    const bool person = chosen_ && items_[*chosen_].kind == Item::Kind::person;
    setEnabled(fix_, finding != nullptr && !finding->ignored && finding->fix != ruleset::FixPolicy::none && changeable());
    setEnabled(ignore_, finding != nullptr && changeable());
    setLabel(ignore_, say(finding != nullptr && finding->ignored ? "panel.restore" : "panel.ignore"));
    setHelp(ignore_, say(finding != nullptr && finding->ignored ? "panel.restore.help" : "panel.ignore.help"));
    setEnabled(why_, finding != nullptr || person);
    setLabel(why_, say(explaining_ ? "panel.why.back" : "panel.why"));
}

const checks::Finding* CheckPanel::chosenFinding() const {
    if (!result() || !chosen_ || *chosen_ >= items_.size()) return nullptr;
    const Item& item = items_[*chosen_];
    if (item.kind != Item::Kind::finding) return nullptr;
    const auto& findings = result()->findings();
    return item.finding < findings.size() ? &findings[item.finding] : nullptr;
}

void CheckPanel::fillList() {
    // What was chosen is looked for again by rule and paragraph.
    std::optional<std::pair<std::string, std::uint64_t>> wanted;
    if (chosen_ && *chosen_ < items_.size() && items_[*chosen_].kind == Item::Kind::finding) {
        wanted.emplace(items_[*chosen_].rule, tree_.mark(*chosen_));
    }
    const bool before = std::exchange(filling_, true);
    items_.clear();
    chosen_.reset();
    const std::shared_ptr<const Checked> result = this->result();
    tree_.begin();
    std::size_t order = 0;
    std::optional<std::size_t> select;
    if (result) {
        const auto& findings = result->findings();
        const auto addGroup = [&](const std::string& title, bool open = false) {
            items_.push_back({Item::Kind::group, 0, {}});
            return tree_.addGroup(title, open);
        };
        const auto addFinding = [&](TreeList::Line group, std::size_t i, const char* picture) {
            const checks::Finding& finding = findings[i];
            tree_.add(group, wording(*result, i, texts_).brief, picture, finding.at.fingerprint);
            if (!finding.ignored) {
                if (next_ ? order == *next_
                          : wanted && wanted->first == finding.rule && wanted->second == finding.at.fingerprint && !select) {
                    select = items_.size();
                }
                ++order;
            }
            items_.push_back({Item::Kind::finding, i, finding.rule});
        };
        for (const Group& group : groups(*result, texts_)) {
            std::vector<std::size_t> visible;
            std::copy_if(group.findings.begin(), group.findings.end(), std::back_inserter(visible),
                         [&](std::size_t i) { return shown_[index(findings[i].severity)]; });
            if (visible.empty()) continue;
            const auto line = addGroup(texts_("panel.group", {group.title, std::to_string(visible.size())}), true);
            for (const std::size_t i : visible) addFinding(line, i, icon(findings[i].severity));
        }
        std::vector<std::size_t> ignored;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (findings[i].ignored) ignored.push_back(i);
        }
        if (!ignored.empty()) {
            const auto line = addGroup(texts_("panel.group.ignored", {std::to_string(ignored.size())}));
            for (const std::size_t i : ignored) addFinding(line, i, "ignored");
        }
        const auto& persons = result->outcome.result.coverage.needsPerson;
        if (!persons.empty() && result->outcome.analysis.scope == elements::Scope::nd30) {
            const auto group = addGroup(texts_("panel.group.person", {std::to_string(persons.size())}));
            for (const std::string& rule : persons) {
                tree_.add(group, requirement(*result, rule, texts_), "person", 0);
                items_.push_back({Item::Kind::person, 0, rule});
            }
        }
    }
    if (next_ && !select) {  // the last one was corrected: the one before it
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i].kind == Item::Kind::finding && result && !result->findings()[items_[i].finding].ignored) {
                select = i;
            }
        }
    }
    const bool go = next_.has_value();
    next_.reset();
    tree_.show(select);
    if (select) chosen_ = select;
    filling_ = before;
    if (select && go) choose(*select);
}

// ---- what the person does

void CheckPanel::choose(TreeList::Line item) {
    if (item >= items_.size()) return;
    if (asking_ && chosen_ != item) closeReason();
    chosen_ = item;
    explaining_ = false;
    const checks::Finding* finding = chosenFinding();
    if (finding != nullptr && frame().is()) {
        if (!session()->show(frame()->getController(), finding->at)) noteText_ = texts_("state.moved");
        else noteText_.clear();
    }
    renderState();
    renderDetails();
    layOut();
}

void CheckPanel::act(const rtl::OUString& name) {
    const std::shared_ptr<Session> known = session();
    if (!known) return;
    if (name == "check") {
        startCheck();
    } else if (name == "stop") {
        known->stop();
        setFocus(check_);
    } else if (name == "errors" || name == "warnings" || name == "infos") {
        const ruleset::Severity severity = name == "errors"     ? ruleset::Severity::error
                                           : name == "warnings" ? ruleset::Severity::warning
                                                                : ruleset::Severity::info;
        const Control& control = name == "errors" ? errors_ : name == "warnings" ? warnings_ : infos_;
        shown_[index(severity)] = asOr<sal_Int16>(modelValue(control, "State"), 1) != 0;
        fillList();
        render();
    } else if (name == "fix") {
        fixChosen();
    } else if (name == "ignore") {
        const checks::Finding* finding = chosenFinding();
        if (finding != nullptr && finding->ignored) takeUpChosen();
        else askReason();
    } else if (name == "why") {
        explaining_ = !explaining_;
        renderDetails();
        layOut();
    } else if (name == "reason-save") {
        saveReason();
    } else if (name == "reason-cancel") {
        closeReason();
        setFocus(list_);
    } else if (name == "fix-all") {
        fixAll();
    }
}

void CheckPanel::startCheck() {
    noteText_.clear();
    startReading();
}

void CheckPanel::answered(const Session::Answer& answer, const std::string& done) {
    if (answer.done) noteText_ = done;
    else if (answer.moved) noteText_ = texts_("state.moved");
    else noteText_ = texts_("state.not-fixed", {answer.message});
    render();
}

void CheckPanel::fixChosen() {
    const checks::Finding* finding = chosenFinding();
    if (finding == nullptr || finding->ignored || finding->fix == ruleset::FixPolicy::none || !changeable()) return;
    const std::size_t i = items_[*chosen_].finding;
    const std::string brief = wording(*result(), i, texts_).brief;
    // the next one takes the place of this one in the order
    std::size_t order = 0;
    for (std::size_t k = 0; k < *chosen_; ++k) {
        if (items_[k].kind == Item::Kind::finding) ++order;
    }
    next_ = order;
    const Session::Answer answer = session()->fix(i, texts_("undo.fix", {brief}));
    if (!answer.done) next_.reset();
    answered(answer, texts_("state.fixed", {brief}));
}

void CheckPanel::fixAll() {
    if (!changeable()) return;
    const Session::Answer answer = session()->fixAll(texts_("undo.fix-all"));
    answered(answer, answer.changed > 0 ? texts_("state.fixed-all", {std::to_string(answer.changed)})
                                        : texts_("state.nothing-to-fix"));
}

void CheckPanel::askReason() {
    if (chosenFinding() == nullptr || !session()->locked().empty()) return;
    asking_ = true;
    setText(reason_, {});
    render();
    setFocus(reason_);
}

void CheckPanel::closeReason() {
    asking_ = false;
    render();
}

void CheckPanel::saveReason() {
    if (chosenFinding() == nullptr) return closeReason();
    const std::size_t i = items_[*chosen_].finding;
    rtl::OUString reason;
    modelValue(reason_, "Text") >>= reason;
    asking_ = false;
    std::size_t order = 0;
    for (std::size_t k = 0; k < *chosen_; ++k) {
        if (items_[k].kind == Item::Kind::finding) ++order;
    }
    next_ = order;
    const Session::Answer answer = session()->setAside(i, toU32(reason.trim()));
    if (!answer.done) next_.reset();
    answered(answer, {});
    setFocus(list_);
}

void CheckPanel::takeUpChosen() {
    if (chosenFinding() == nullptr) return;
    answered(session()->takeUp(items_[*chosen_].finding), {});
}

std::optional<TreeList::Line> CheckPanel::firstLine() const {
    const auto first = std::find_if(items_.begin(), items_.end(), [](const Item& item) { return item.kind == Item::Kind::finding; });
    return first == items_.end() ? std::nullopt : std::optional(static_cast<TreeList::Line>(first - items_.begin()));
}

bool CheckPanel::takeKey(const Control& control, sal_Int16 key) {
    const rtl::Reference<CheckPanel> alive(this);
    if (!controls_) return false;
    if (key == css::awt::Key::ESCAPE) {
        if (!asking_) return Panel::takeKey(control, key);
        closeReason();
        setFocus(list_);
        return true;
    }
    if (key == css::awt::Key::RETURN && control == reason_) {
        saveReason();
        return true;
    }
    if (control != list_) return false;
    if (key == css::awt::Key::RETURN) fixChosen();
    else if (key == css::awt::Key::DELETE) act("ignore");
    // Back space, too, would reach the document from here.
    return key == css::awt::Key::RETURN || key == css::awt::Key::DELETE || key == css::awt::Key::BACKSPACE;
}

}  // namespace thethuc::uno
