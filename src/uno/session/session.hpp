// What is known of one open document: its last result, the run in progress, and what may be done with it.
// Belongs to the document model, so that two windows on one document share it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/session/corrector.hpp"
#include "uno/session/timer.hpp"

namespace thethuc::uno {

/// Something in the document that a person must look at, kept until they have.
struct OpenPoint {
    model::Place at;                             ///< fingerprint 0: no place of its own
    std::string why;                             ///< UTF-8, for people
    std::string words;                           ///< of the paragraph, as they were
};

/// Hears of every change of a session, in the main thread.
class SessionObserver {
public:
    virtual ~SessionObserver() = default;
    virtual void sessionChanged() noexcept = 0;
};

/// One document's checks and corrections. Every method is for the main thread. Reading is done there too,
/// in slices between the person's keystrokes; the rules run in a worker on the snapshot; a result that
/// comes after the document has changed is dropped and the check starts again.
class Session : public std::enable_shared_from_this<Session> {
public:
    enum class State : std::uint8_t { empty, reading, checking, done, stopped, failed };

    /// The session of a document, made when first asked for; it ends when the document is disposed.
    [[nodiscard]] static std::shared_ptr<Session> of(const css::uno::Reference<css::uno::XComponentContext>& context,
                                                     const css::uno::Reference<css::frame::XModel>& model);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void observe(SessionObserver* observer);
    void forget(SessionObserver* observer) noexcept;

    [[nodiscard]] State state() const noexcept { return state_; }
    [[nodiscard]] bool busy() const noexcept { return state_ == State::reading || state_ == State::checking; }
    /// A check that the person did not ask for (after a correction or a quiet moment): nothing need be said of it.
    [[nodiscard]] bool inBackground() const noexcept { return background_; }
    /// 0 … 1000 while busy.
    [[nodiscard]] std::int32_t progress() const noexcept { return progress_; }
    /// Why the last check failed; UTF-8, for people.
    [[nodiscard]] const std::string& error() const noexcept { return error_; }
    /// The document has changed since the last result was read.
    [[nodiscard]] bool outdated() const noexcept { return checked_ && changes_ != checkedChanges_; }
    /// The last result, kept while a newer one is being made; empty before the first.
    [[nodiscard]] std::shared_ptr<const Checked> result() const noexcept { return checked_; }
    /// Grows with each new result.
    [[nodiscard]] std::uint64_t revision() const noexcept { return revision_; }
    /// Why nothing may be changed, as a message key; empty if the document may be changed.
    [[nodiscard]] std::string locked() const;

    /// Starts a check; a running one is given up.
    void check(bool background = false);
    /// Gives the running check up; an earlier result stays.
    void stop();

    /// What a change did; `message` is empty where it did what was asked.
    struct Answer {
        bool done = false;
        bool moved = false;                      ///< the place has changed: a new check was started
        std::int32_t changed = 0;                ///< number of findings corrected
        std::string message;                     ///< why it could not be done, UTF-8
    };
    /// Applies the fix of one finding of the result as one undo step called `title`, then checks again.
    Answer fix(std::size_t finding, const std::string& title);
    /// Applies every safe fix, in as many rounds as it takes, as one undo step, then checks again.
    Answer fixAll(const std::string& title);
    /// Keeps in the document that a finding is set aside, or no longer.
    Answer setAside(std::size_t finding, const std::u32string& reason);
    Answer takeUp(std::size_t finding);
    /// Brings one figure of the result (or every one, without an index) to its recomputed value where that is certain, as one undo step called
    /// `title`, then checks again. `changed` counts figures.
    Answer updateFigures(std::optional<std::size_t> figure, const std::string& title);
    /// “Chuyển thành công thức”: certain figures of the table with this name, or of every table, become formulas, as one undo step. `message` says what was
    /// done and what was not; `changed` counts formulas.
    Answer makeFormulas(const std::string& table, const std::string& title);
    /// The document is about to be saved: brings certain percentages up to date, as one undo step, where the person wants that. Nothing keeps the
    /// document from being saved.
    void saving() noexcept;
    /// What the last save did to the document, or why it could not; UTF-8, for people; empty if there was nothing to do.
    [[nodiscard]] const std::string& saved() const noexcept { return saved_; }
    /// Grows with each save that saved() tells of.
    [[nodiscard]] std::uint64_t saves() const noexcept { return saves_; }
    /// What is left to look at in a report that was made from an earlier one.
    [[nodiscard]] const std::vector<OpenPoint>& openPoints() const noexcept { return openPoints_; }
    void keepOpen(std::vector<OpenPoint> points);
    void closePoint(std::size_t index);
    /// Selects the paragraph of an open point in one window. False if it is gone.
    bool show(const css::uno::Reference<css::frame::XController>& controller, const OpenPoint& point);
    /// Selects the place of a finding in one window. False if the place is gone.
    bool show(const css::uno::Reference<css::frame::XController>& controller, const model::Place& place);

private:
    class Listener;
    struct Run;

    Session(css::uno::Reference<css::uno::XComponentContext> context, css::uno::Reference<css::frame::XModel> model);
    void listen();
    void modified() noexcept;
    void disposing() noexcept;
    void readOn(const std::shared_ptr<Run>& run);
    void startWorker(const std::shared_ptr<Run>& run);
    void finished(const std::shared_ptr<Run>& run);
    void fail(const std::string& message);
    void giveUp() noexcept;
    void sweepWorkers(bool wait) noexcept;
    /// The finding `index` of the result, in a result of the document as it is now.
    [[nodiscard]] std::optional<std::size_t> current(std::size_t index);
    /// Brings the result up to date with the document, now.
    void refresh();
    void take(std::shared_ptr<const Checked> checked);
    [[nodiscard]] std::string describe() const;
    void changed() noexcept;

    css::uno::Reference<css::uno::XComponentContext> context_;
    css::uno::Reference<css::frame::XModel> model_;
    css::uno::Reference<css::uno::XInterface> listener_;
    std::vector<SessionObserver*> observers_;
    std::unique_ptr<Timer> quiet_;
    State state_ = State::empty;
    std::int32_t progress_ = 0;
    std::string error_;
    std::shared_ptr<const Checked> checked_;
    std::uint64_t changes_ = 0;
    std::uint64_t checkedChanges_ = 0;
    std::uint64_t revision_ = 0;
    std::shared_ptr<Run> run_;
    bool background_ = false;
    std::vector<OpenPoint> openPoints_;
    std::string saved_;
    std::uint64_t saves_ = 0;
    struct Worker {
        std::thread thread;
        std::shared_ptr<std::atomic<bool>> ended;
    };
    std::vector<Worker> workers_;
};

}  // namespace thethuc::uno
