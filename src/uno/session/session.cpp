#include "uno/session/session.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "figures/update.hpp"
#include "report/figure_words.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/implements.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/ignored.hpp"
#include "uno/read/locator.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

namespace {

/// Paragraphs per slice: a few milliseconds, so that typing stays smooth.
constexpr std::size_t kSlice = 500;
/// How long the person must have been quiet before a result is brought up to date.
constexpr std::chrono::milliseconds kQuiet{1500};

using Sessions = std::map<css::uno::XInterface*, std::shared_ptr<Session>>;

/// Main thread only. Emptied as documents are disposed; what an office that ends in another way leaves
/// behind must not be destroyed after the office itself.
Sessions& sessions() {
    static auto* const all = new Sessions;
    return *all;
}

css::uno::XInterface* identity(const css::uno::Reference<css::frame::XModel>& model) {
    return css::uno::Reference<css::uno::XInterface>(model, css::uno::UNO_QUERY).get();
}

std::string formulaWords(const FormulaUpdate& update, bool kept, const Texts& texts) {
    std::string out = update.formulas > 0 ? texts("figures.formulas.done", {std::to_string(update.formulas)}) : texts("figures.formulas.none");
    const auto add = [&](const std::string& words) { out += ' ' + words; };
    if (!update.wrong.empty()) add(report::leftWrong(texts.language, update.wrong));
    if (update.other > 0) add(texts("figures.formulas.other", {std::to_string(update.other)}));
    if (update.already > 0) add(texts("figures.formulas.already", {std::to_string(update.already)}));
    if (!update.refused.empty()) add(update.refused);
    if (update.formulas > 0 && !kept) add(texts("figures.formulas.lost"));
    return out;
}

}  // namespace

/// Ears of a session in the document; outlives it harmlessly.
class Session::Listener final : public Implements<css::util::XModifyListener> {
public:
    explicit Listener(std::weak_ptr<Session> session) : session_(std::move(session)) {}

    void SAL_CALL modified(const css::lang::EventObject&) override {
        if (const auto session = session_.lock()) session->modified();
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {
        if (const auto session = session_.lock()) session->disposing();
    }

private:
    std::weak_ptr<Session> session_;
};

/// A check under way. The worker shares it; `checked` is written by one side at a time.
struct Session::Run {
    std::uint64_t changes = 0;
    std::unique_ptr<SnapshotReader> reader;
    std::shared_ptr<Checked> checked = std::make_shared<Checked>();
    std::atomic<bool> cancelled = false;
    std::string error;
};

std::shared_ptr<Session> Session::of(const Context& context, const css::uno::Reference<css::frame::XModel>& model) {
    css::uno::XInterface* const key = identity(model);
    if (key == nullptr) return nullptr;
    std::shared_ptr<Session>& entry = sessions()[key];
    if (!entry) {
        entry = std::shared_ptr<Session>(new Session(context, model));
        entry->listen();
    }
    return entry;
}

Session::Session(Context context, css::uno::Reference<css::frame::XModel> model)
    : context_(std::move(context)), model_(std::move(model)) {}

Session::~Session() {
    giveUp();
    sweepWorkers(true);
}

void Session::listen() {
    const css::uno::Reference<css::util::XModifyListener> listener(new Listener(weak_from_this()));
    listener_ = listener;
    const css::uno::Reference<css::util::XModifyBroadcaster> broadcaster(model_, css::uno::UNO_QUERY);
    if (broadcaster.is()) broadcaster->addModifyListener(listener);
    const std::weak_ptr<Session> weak = weak_from_this();
    quiet_ = std::make_unique<Timer>(context_, kQuiet, [weak] {
        const auto self = weak.lock();
        if (self && self->model_.is() && self->outdated() && !self->busy() && checksAgain(self->context_)) self->check(true);
    });
}

void Session::observe(SessionObserver* observer) {
    if (std::find(observers_.begin(), observers_.end(), observer) == observers_.end()) observers_.push_back(observer);
}

void Session::forget(SessionObserver* observer) noexcept { std::erase(observers_, observer); }

void Session::changed() noexcept {
    guarded("session", [&] {
        const std::vector<SessionObserver*> observers = observers_;
        for (SessionObserver* observer : observers) observer->sessionChanged();
    });
}

void Session::modified() noexcept {
    // Called once per changed operation: only counts, and says so the first time.
    const bool known = checked_ && !outdated();
    ++changes_;
    if (!checked_) return;
    guarded("session", [&] { quiet_->restart(); });
    if (known && !busy()) changed();
}

void Session::disposing() noexcept {
    const std::shared_ptr<Session> self = shared_from_this();
    giveUp();
    quiet_.reset();
    sweepWorkers(true);
    css::uno::XInterface* const key = identity(model_);
    model_.clear();
    listener_.clear();
    checked_.reset();
    state_ = State::empty;
    guarded("session", [&] { sessions().erase(key); });
}

std::string Session::locked() const {
    if (!model_.is()) return "state.no-document";
    const css::uno::Reference<css::frame::XStorable> storable(model_, css::uno::UNO_QUERY);
    bool readOnly = false;
    guarded("session", [&] { readOnly = storable.is() && storable->isReadonly(); });
    const model::DocumentFacts facts = checked_ ? checked_->document().facts : model::DocumentFacts{};
    if (facts.signedDocument) return "state.signed";
    if (readOnly || facts.readOnly) return "state.read-only";
    if (facts.formProtected) return "state.protected";
    return {};
}

// ---- checking

void Session::giveUp() noexcept {
    if (run_) run_->cancelled = true;
    run_.reset();
    if (busy()) state_ = checked_ ? State::done : State::stopped;
    background_ = false;
}

void Session::sweepWorkers(bool wait) noexcept {
    std::erase_if(workers_, [&](Worker& worker) {
        if (!wait && !worker.ended->load()) return false;
        if (worker.thread.joinable()) worker.thread.join();
        return true;
    });
}

void Session::fail(const std::string& message) {
    run_.reset();
    background_ = false;
    error_ = message;
    state_ = State::failed;
    changed();
}

std::string Session::describe() const {
    try {
        throw;
    } catch (const ruleset::RulesetError& error) {
        return error.what();
    } catch (...) {
        return Texts{report::languageOf(language(context_))}("error.internal", {describeCurrentException()});
    }
}

void Session::check(bool background) {
    if (!model_.is()) return;
    giveUp();
    sweepWorkers(false);
    const auto run = std::make_shared<Run>();
    try {
        run->checked->rules = rules(context_);
        run->reader = std::make_unique<SnapshotReader>(context_, model_);
    } catch (...) {
        return fail(describe());
    }
    run->changes = changes_;
    run_ = run;
    state_ = State::reading;
    progress_ = 0;
    background_ = background && checked_;
    changed();
    const std::weak_ptr<Session> weak = weak_from_this();
    postToMainThread(context_, [weak, run] {
        if (const auto self = weak.lock()) self->readOn(run);
    });
}

void Session::stop() {
    giveUp();
    changed();
}

void Session::readOn(const std::shared_ptr<Run>& run) {
    if (run != run_ || !model_.is()) return;
    if (run->changes != changes_) return check(background_);  // a snapshot must not mix two states
    try {
        if (run->reader->step(kSlice)) {
            const std::size_t expected = std::max<std::size_t>(run->reader->expected(), 1);
            progress_ = static_cast<std::int32_t>(std::min<std::size_t>(run->reader->done() * 800 / expected, 800));
            if (!background_) changed();
            const std::weak_ptr<Session> weak = weak_from_this();
            postToMainThread(context_, [weak, run] {
                if (const auto self = weak.lock()) self->readOn(run);
            });
            return;
        }
        run->checked->read = run->reader->takeResult();
        run->reader.reset();
    } catch (...) {
        return fail(describe());
    }
    startWorker(run);
}

void Session::startWorker(const std::shared_ptr<Run>& run) {
    state_ = State::checking;
    progress_ = 850;
    if (!background_) changed();
    const std::weak_ptr<Session> weak = weak_from_this();
    const auto ended = std::make_shared<std::atomic<bool>>(false);
    const Context context = context_;
    std::thread thread([run, weak, ended, context] {
        try {
            checks::Options options;
            options.cancelled = &run->cancelled;
            run->checked->outcome = app::check(run->checked->document(), *run->checked->rules, text::timesWidths(), options);
        } catch (...) {
            guarded("worker", [&] { run->error = describeCurrentException(); });
            if (run->error.empty()) run->error = "?";
        }
        if (!run->cancelled) {
            postToMainThread(context, [weak, run] {
                if (const auto self = weak.lock()) self->finished(run);
            });
        }
        *ended = true;
    });
    workers_.push_back({std::move(thread), ended});
}

void Session::finished(const std::shared_ptr<Run>& run) {
    if (run != run_ || !model_.is()) return;
    sweepWorkers(false);
    if (!run->error.empty()) {
        return fail(Texts{report::languageOf(language(context_))}("error.internal", {run->error}));
    }
    if (run->changes != changes_) return check(background_);
    run_.reset();
    background_ = false;
    take(run->checked);
}

void Session::take(std::shared_ptr<const Checked> checked) {
    checked_ = std::move(checked);
    checkedChanges_ = changes_;
    ++revision_;
    error_.clear();
    state_ = State::done;
    changed();
}

void Session::refresh() {
    giveUp();
    if (!checked_ || outdated()) take(checkNow(context_, model_, rules(context_)));
}

// ---- correcting

std::optional<std::size_t> Session::current(std::size_t index) {
    if (!checked_ || index >= checked_->findings().size()) return std::nullopt;
    if (!outdated()) return index;
    const checks::Finding wanted = checked_->findings()[index];
    refresh();
    const auto& findings = checked_->findings();
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].rule == wanted.rule && findings[i].at.fingerprint == wanted.at.fingerprint &&
            findings[i].at.range.start == wanted.at.range.start) {
            return i;
        }
    }
    return std::nullopt;
}

Session::Answer Session::fix(std::size_t index, const std::string& title) {
    Answer answer;
    try {
        const std::string reason = locked();
        if (!reason.empty()) {
            answer.message = Texts{report::languageOf(language(context_))}(reason);
            return answer;
        }
        const std::optional<std::size_t> finding = current(index);
        if (!finding) {
            answer.moved = true;
            return answer;
        }
        giveUp();
        carryOut(context_, model_, *checked_, checked_->findings()[*finding].edits, str(title));
        answer.done = true;
        answer.changed = 1;
    } catch (...) {
        answer.message = describeCurrentException();
        log("fix", answer.message);
    }
    check(true);
    return answer;
}

Session::Answer Session::fixAll(const std::string& title) {
    Answer answer;
    try {
        const std::string reason = locked();
        if (!reason.empty()) {
            answer.message = Texts{report::languageOf(language(context_))}(reason);
            return answer;
        }
        giveUp();
        const Correction correction = correct(context_, model_, rules(context_), false, {}, str(title));
        answer.done = correction.trouble.empty();
        answer.changed = static_cast<std::int32_t>(correction.changed.size());
        answer.message = correction.trouble;
        take(correction.after);
    } catch (...) {
        answer.message = describeCurrentException();
        log("fix all", answer.message);
        check(true);
    }
    return answer;
}

Session::Answer Session::updateFigures(std::optional<std::size_t> index, const std::string& title) {
    Answer answer;
    try {
        const Texts texts{report::languageOf(language(context_))};
        const std::string reason = locked();
        if (!reason.empty()) {
            answer.message = texts(reason);
            return answer;
        }
        std::optional<std::pair<figures::Figure, model::Place>> wanted;
        if (index) {
            if (!checked_ || *index >= checked_->outcome.figures.size()) return answer;
            const figures::Figure& figure = checked_->outcome.figures[*index];
            wanted.emplace(figure, checked_->document().place(figure.claimed.at));
        }
        refresh();
        std::vector<figures::Figure> meant;
        for (const figures::Figure& figure : checked_->outcome.figures) {
            const auto same = [&] {
                return figure.claimed.at.start == wanted->first.claimed.at.start && figure.claimed.at.story == wanted->first.claimed.at.story &&
                       checked_->document().at(figure.claimed.at).fingerprint() == wanted->second.fingerprint;
            };
            if (!wanted || (meant.empty() && same())) meant.push_back(figure);
        }
        if (wanted && meant.empty()) {
            answer.moved = true;
            return answer;
        }
        const FigureUpdate update = uno::updateFigures(model_, checked_->read, meant, texts, title);
        answer.changed = static_cast<std::int32_t>(update.changed.size());
        answer.message = update.refused;
        answer.done = update.refused.empty();
    } catch (...) {
        answer.message = describeCurrentException();
        log("update figures", answer.message);
    }
    check(true);
    return answer;
}

Session::Answer Session::makeFormulas(const std::string& table, const std::string& title) {
    Answer answer;
    try {
        const Texts texts{report::languageOf(language(context_))};
        if (const std::string reason = locked(); !reason.empty()) {
            answer.message = texts(reason);
            return answer;
        }
        refresh();
        const auto& tables = checked_->document().tables;
        const auto named = std::find_if(tables.begin(), tables.end(), [&](const model::Table& one) { return one.name == table; });
        const auto index = table.empty() || named == tables.end() ? std::nullopt : std::optional(static_cast<std::int32_t>(named - tables.begin()));
        const FormulaUpdate update = uno::makeFormulas(context_, model_, checked_->read, checked_->outcome.figures, index, texts, title);
        answer.changed = update.formulas;
        answer.done = update.refused.empty();
        answer.message = formulaWords(update, keepsFormulas(model_), texts);
    } catch (...) {
        answer.message = describeCurrentException();
        log("formulas", answer.message);
    }
    check(true);
    return answer;
}

void Session::saving() noexcept {
    guarded("save", [&] {
        if (!model_.is() || !updatesOnSave(context_)) return;
        const Texts texts{report::languageOf(language(context_))};
        std::string told;
        try {
            const ReadResult read = readResult(context_, model_, {false});
            const std::vector<figures::Figure> all = figures::recognise(read.document);
            if (figures::certain(read.document, all).empty()) return;
            if (const auto reason = whyNotEditable(read.document.facts)) {
                told = texts("figures.saved.not", {texts(*reason)});
            } else {
                const FigureUpdate update = uno::updateFigures(model_, read, all, texts, texts("undo.update-figures"));
                told = report::updatedOnSave(texts.language, update.changed);
                if (!update.refused.empty()) told += (told.empty() ? "" : " ") + texts("figures.saved.not", {update.refused});
            }
        } catch (...) {
            told = texts("figures.saved.not", {describeCurrentException()});
            log("save", told);
        }
        saved_ = told;
        ++saves_;
        changed();
        if (checked_) check(true);
    });
}

Session::Answer Session::setAside(std::size_t index, const std::u32string& reason) {
    Answer answer;
    try {
        if (!checked_ || index >= checked_->findings().size()) return answer;
        const checks::Finding& finding = checked_->findings()[index];
        auto ignored = readIgnored(model_);
        std::erase_if(ignored, [&](const model::Document::Ignored& entry) {
            return entry.rule == finding.rule && entry.fingerprint == finding.at.fingerprint;
        });
        ignored.push_back({finding.rule, finding.at.fingerprint, reason});
        answer.done = writeIgnored(model_, ignored);
    } catch (...) {
        answer.message = describeCurrentException();
    }
    check(true);
    return answer;
}

Session::Answer Session::takeUp(std::size_t index) {
    Answer answer;
    try {
        if (!checked_ || index >= checked_->findings().size()) return answer;
        const checks::Finding& finding = checked_->findings()[index];
        auto ignored = readIgnored(model_);
        std::erase_if(ignored, [&](const model::Document::Ignored& entry) {
            return entry.rule == finding.rule &&
                   (entry.fingerprint == finding.at.fingerprint || entry.fingerprint == 0);
        });
        answer.done = writeIgnored(model_, ignored);
    } catch (...) {
        answer.message = describeCurrentException();
    }
    check(true);
    return answer;
}

bool Session::show(const css::uno::Reference<css::frame::XController>& controller, const model::Place& place) {
    if (!checked_ || !model_.is()) return false;
    Locator locator(model_, checked_->read);
    const auto range = locator.range(place);
    if (!range) return false;
    const css::uno::Reference<css::view::XSelectionSupplier> selection(controller, css::uno::UNO_QUERY);
    return selection.is() && selection->select(css::uno::Any(*range));
}

void Session::keepOpen(std::vector<OpenPoint> points) {
    openPoints_ = std::move(points);
    changed();
}

void Session::closePoint(std::size_t index) {
    if (index >= openPoints_.size()) return;
    openPoints_.erase(openPoints_.begin() + static_cast<std::ptrdiff_t>(index));
    changed();
}

bool Session::show(const css::uno::Reference<css::frame::XController>& controller, const OpenPoint& point) {
    if (!model_.is() || point.at.fingerprint == 0) return false;
    const ReadResult read = readResult(context_, model_, {false});
    Locator locator(model_, read);
    const auto found = locator.paragraph(point.at);
    const css::uno::Reference<css::view::XSelectionSupplier> selection(controller, css::uno::UNO_QUERY);
    if (!found || !selection.is()) return false;
    const css::uno::Reference<css::text::XTextCursor> whole = found->text->createTextCursorByRange(found->paragraph->getStart());
    whole->gotoRange(found->paragraph->getEnd(), true);
    return selection->select(css::uno::Any(css::uno::Reference<css::text::XTextRange>(whole, css::uno::UNO_QUERY)));
}

}  // namespace thethuc::uno
