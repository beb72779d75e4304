#include "uno/write/writer.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include <com/sun/star/lang/DisposedException.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/write/header_change.hpp"
#include "uno/write/pages.hpp"
#include "uno/write/refused.hpp"
#include "uno/write/text_edits.hpp"
#include "uno/write/view.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;

/// The order in which edits are carried out. What only formats comes first (nothing moves); then words; then what
/// adds, before what takes away, so that no edit finds its paragraph gone; the view's commands last. Page numbers come
/// after margins: a header is switched on with the margin as it will be, and nothing of Writer's own is recorded on it.
enum class Phase : std::uint8_t { format, words, insert, draw, remove, layout, cells, shape, pageFormat, pageNumber };

struct Step {
    std::size_t edit = 0;
    Phase phase = Phase::format;
    model::Range at;                 ///< for the order inside a phase
    Action action;                   ///< what needs no view
    ViewAction viewAction;           ///< or what needs it
};

bool backToFront(Phase phase) {
    return phase == Phase::words || phase == Phase::insert || phase == Phase::draw || phase == Phase::remove;
}

class Preparation {
public:
    Preparation(Site& site, PageWriter& pages) : site_(site), pages_(pages) {}

    Step operator()(const model::SetPageFormat& edit) {
        pages_.prepare(edit);
        Step step;
        step.phase = Phase::pageFormat;
        step.viewAction = [&pages = pages_, &edit](ViewLoan& view) { pages.apply(edit, view); };
        return step;
    }
    Step operator()(const model::SetPageNumber& edit) {
        pages_.prepare(edit);
        Step step;
        step.phase = Phase::pageNumber;
        step.viewAction = [&pages = pages_, &edit](ViewLoan& view) { pages.apply(edit, view); };
        return step;
    }
    Step operator()(const model::SetParagraphFormat& edit) { return make(Phase::format, edit.at, edit); }
    Step operator()(const model::SetCharFormat& edit) { return make(Phase::format, edit.at, edit); }
    Step operator()(const model::SetParagraphStyle& edit) { return make(Phase::format, edit.at, edit); }
    Step operator()(const model::ReplaceText& edit) { return make(Phase::words, edit.at, edit); }
    Step operator()(const model::InsertParagraphs& edit) { return make(Phase::insert, edit.before, edit); }
    Step operator()(const model::DrawLine& edit) { return make(Phase::draw, edit.under, edit); }
    Step operator()(const model::RemoveParagraph& edit) { return make(Phase::remove, edit.at, edit); }
    Step operator()(const model::RestartPageNumber& edit) { return make(Phase::layout, edit.at, edit); }
    Step operator()(const model::SetShapeSize& edit) {
        Step step;
        step.phase = Phase::shape;
        step.viewAction = prepare(site_, edit);
        return step;
    }
    Step operator()(const model::SetColumnWidths& edit) { return make(Phase::layout, {}, edit); }
    Step operator()(const model::SetCells& edit) { return make(Phase::cells, {}, edit); }

private:
    template <class Edit>
    Step make(Phase phase, const model::Range& at, const Edit& edit) {
        Step step;
        step.phase = phase;
        step.at = at;
        step.action = prepare(site_, edit);
        return step;
    }

    Site& site_;
    PageWriter& pages_;
};

/// True if an edit changes page styles, or words of a header or footer.
bool touchesPages(const model::Document& document, const model::Edits& edits) {
    const auto onPage = [&](const model::Range& range) {
        if (range.story < 0 || static_cast<std::size_t>(range.story) >= document.stories.size()) return false;
        const model::StoryKind kind = document.stories[static_cast<std::size_t>(range.story)].kind;
        return kind == model::StoryKind::header || kind == model::StoryKind::footer;
    };
    return std::any_of(edits.begin(), edits.end(), [&](const model::Edit& edit) {
        return std::visit(
            [&](const auto& one) {
                if constexpr (requires { one.pageStyle; }) return true;
                if constexpr (requires { one.at; }) return onPage(one.at);
                if constexpr (requires { one.before; }) return onPage(one.before);
                if constexpr (requires { one.under; }) return onPage(one.under);
                return false;
            },
            edit);
    });
}

void refuseStep(ApplyResult& result, std::size_t edit, Reason reason) { result.refused.push_back({edit, std::move(reason)}); }

}  // namespace

ApplyResult apply(const Reference<css::frame::XModel>& model, const ReadResult& read, const model::Edits& edits,
                  std::string_view title) {
    ApplyResult result;
    if (edits.empty()) return result;

    std::optional<ControllersLock> lock;
    std::vector<Step> steps;
    std::optional<Locator> locator;
    std::optional<PageWriter> pages;
    bool drawn = false;
    try {
        if (touchesPages(read.document, edits)) {
            for (const model::PageStyle& style : read.document.pageStyles) settlePage(model, style.name);
        }
        lock.emplace(model);
        locator.emplace(model, read);
        pages.emplace(model, read, *locator);
        Site site{model, read, *locator, getOr<bool>(model, "RecordChanges", false), {}, {}, {}};
        Preparation preparation(site, *pages);
        for (std::size_t i = 0; i < edits.size(); ++i) {
            try {
                Step step = std::visit(std::ref(preparation), edits[i]);
                step.edit = i;
                steps.push_back(std::move(step));
            } catch (const Refused& refused) {
                refuseStep(result, i, refused.reason);
            }
        }
    } catch (...) {
        // Nothing was changed yet.
        result.failure = describeCurrentException();
        return result;
    }
    if (steps.empty()) return result;

    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
        if (a.phase != b.phase) return a.phase < b.phase;
        return backToFront(a.phase) && b.at < a.at;
    });

    UndoScope undo(model, str(title));
    std::size_t applied = 0;
    try {
        auto step = steps.begin();
        for (; step != steps.end() && step->action; ++step) {
            step->action();
            drawn = drawn || step->phase == Phase::draw;
            ++applied;
        }
        lock.reset();
        // A line gets its place with the layout; what is saved before that is not where it will be.
        if (drawn) static_cast<void>(property(model->getCurrentController(), "PageCount"));
        if (step != steps.end()) {
            ViewLoan view(model);
            for (; step != steps.end(); ++step) {
                try {
                    if (!view.usable()) refuse("refused.no-view");
                    step->viewAction(view);
                    ++applied;
                } catch (const Refused& refused) {
                    refuseStep(result, step->edit, refused.reason);
                }
            }
        }
        undo.commit();
        result.applied = applied;
    } catch (...) {
        result.failure = describeCurrentException();
        log("apply", result.failure);
        lock.reset();
        result.undone = undo.rollback();
        result.applied = 0;
    }
    std::sort(result.refused.begin(), result.refused.end(), [](const Refusal& a, const Refusal& b) { return a.edit < b.edit; });
    return result;
}

std::optional<Reason> applyWhole(const Reference<css::frame::XModel>& model, const ReadResult& read, const model::Edits& edits, std::string_view title) {
    ApplyResult applied = apply(model, read, edits, title);
    if (!applied.ok()) throw std::runtime_error(applied.failure);
    if (applied.refused.empty()) return std::nullopt;
    return std::move(applied.refused.front().reason);
}

}  // namespace thethuc::uno
