#include "uno/session/drafter.hpp"

#include <algorithm>
#include <ctime>
#include <optional>
#include <stdexcept>

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "app/drafting.hpp"
#include "app/new_document.hpp"
#include "draft/outline_file.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/corrector.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/session/table_update.hpp"
#include "uno/write/insertion.hpp"
#include "uno/write/turned_pages.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Rules whose correction belongs to drafting: the page, and lines whose length follows words that may have changed.
std::vector<std::string> rulesToKeep(const ruleset::Ruleset& ruleset, bool page) {
    std::vector<std::string> result;
    for (const std::string& id : ruleset.ids()) {
        const bool line = id.ends_with("/line") || id.ends_with("/line-length");
        if (line || (page && (id.starts_with("trang/") || id.starts_with("so-trang/")))) result.push_back(id);
    }
    return result;
}

app::DraftRequest asked(const DraftRequest& request) {
    app::DraftRequest result;
    result.type = request.type;
    result.outline = request.outline;
    result.set = request.set;
    result.tables = request.tables;
    result.year = thisYear();
    return result;
}

Reference<css::container::XNameAccess> tablesOf(const Reference<css::frame::XModel>& model) {
    return Reference<css::text::XTextTablesSupplier>(model, UNO_QUERY_THROW)->getTextTables();
}

std::vector<rtl::OUString> tableNames(const Reference<css::frame::XModel>& model) {
    const css::uno::Sequence<rtl::OUString> names = tablesOf(model)->getElementNames();
    return {names.begin(), names.end()};
}

Reference<css::text::XTextTable> tableOf(const Reference<css::frame::XModel>& model, const rtl::OUString& name) {
    return Reference<css::text::XTextTable>(tablesOf(model)->getByName(name), UNO_QUERY_THROW);
}

class Drafter {
public:
    Drafter(const Context& context, const Reference<css::frame::XModel>& model, const DraftRequest& request, const app::AgencyProfile* profile,
            const Texts& texts, const std::string& title)
        : context_(context), model_(model), request_(request), profile_(profile), texts_(texts), title_(title), templates_(templates(context, texts)),
          ready_(app::prepare(templates_, asked(request), profile, texts.language)), rules_(rules(context)) {}

    DraftResult run() {
        std::shared_ptr<const Checked> now = checkNow(context_, model_, rules_);
        if (const auto reason = whyNotEditable(now->document().facts)) {
            result_.trouble = texts_(*reason);
            return result_;
        }
        const bool empty = app::isEmpty(now->document());
        if (const auto refusal = planned(*now).refusal; refusal && !empty) {
            result_.trouble = texts_(*refusal);
            return result_;
        }
        UndoScope scope(model_, str(title_));
        if (empty && request_.parts.size() > 1) {
            whole();
        } else {
            update(now);
            insert(*now);
        }
        const checks::Options options{.only = rulesToKeep(*rules_, request_.page), .without = {}, .cancelled = {}};
        const Correction correction = correct(context_, model_, rules_, false, options, str(title_));
        if (correction.failed) throw std::runtime_error(correction.trouble);
        result_.updated += static_cast<std::int32_t>(result_.inserted == 0 ? correction.changed.size() : 0);
        if (empty) goOn(*correction.after);
        scope.commit();  // a step in which nothing happened leaves no trace
        return result_;
    }

private:
    const Context& context_;
    const Reference<css::frame::XModel>& model_;
    const DraftRequest& request_;
    const app::AgencyProfile* profile_;
    const Texts& texts_;
    const std::string& title_;
    draft::Templates templates_;
    app::Prepared ready_;
    std::shared_ptr<const ruleset::Ruleset> rules_;
    DraftResult result_;

    [[nodiscard]] app::DraftPlan planned(const Checked& checked) const {
        return app::planDraft(checked.document(), checked.outcome.analysis, ready_, request_.parts);
    }

    void whole() {
        const Reference<css::text::XText> body = Reference<css::text::XTextDocument>(model_, UNO_QUERY_THROW)->getText();
        const Reference<css::text::XTextRange> behind =
            insertDrafted(context_, body->getStart(), draft::flatOdf(templates_, ready_.form, ready_.content, ready_.values));
        makeLow(behind);
        rememberTables(model_, draft::memoryOf(ready_.content));
        result_.inserted = static_cast<std::int32_t>(request_.parts.size());
    }

    /// Leaves the cursor where the person types next; a document without a window has none.
    void goOn(const Checked& now) {
        const auto next = app::whereToType(now.document(), now.outcome.analysis);
        if (next) Locator(model_, now.read).show({*next, now.document().at(*next).fingerprint()});
    }

    void update(std::shared_ptr<const Checked>& now) {
        const app::DraftPlan plan = planned(*now);
        result_.notes = plan.notes;
        if (plan.updates.empty()) return;
        const ApplyResult applied = apply(model_, now->read, plan.updates, title_);
        if (!applied.ok()) throw std::runtime_error(applied.failure);
        result_.updated = static_cast<std::int32_t>(applied.applied);
        if (!applied.refused.empty()) result_.notes.push_back(applied.refused.front().reason.key);
        now = checkNow(context_, model_, rules_);
    }

    void insert(const Checked& now) {
        const app::DraftPlan plan = planned(now);
        struct Place {
            app::Insertion::Where where;
            model::Range before;
            Reference<css::text::XTextRange> range;
        };
        const auto same = [](const Place& place, const app::Insertion& one) { return place.where == one.where && place.before == one.before; };
        // Places are found before anything is put in; parts with one place follow each other.
        std::vector<Place> places;
        Locator locator(model_, now.read);
        for (const app::Insertion& one : plan.insertions) {
            if (std::any_of(places.begin(), places.end(), [&](const Place& place) { return same(place, one); })) continue;
            const Reference<css::text::XTextRange> range =
                one.where == app::Insertion::Where::before ? placeBefore(model_, now.read, locator, one.before) : placeAtEnd(model_);
            if (range.is()) places.push_back({one.where, one.before, Reference<css::text::XTextRange>(range->getText()->createTextCursorByRange(range), UNO_QUERY)});
        }
        for (const app::Insertion& one : plan.insertions) {
            const auto place = std::find_if(places.begin(), places.end(), [&](const Place& known) { return same(known, one); });
            const std::string flat = draft::partOdf(templates_, ready_.form, one.part, ready_.content, ready_.values);
            if (flat.empty()) continue;
            if (place == places.end()) {
                result_.notes.emplace_back("draft.note.place");
                continue;
            }
            place->range = insertDrafted(context_, place->range, flat);
            if (one.where == app::Insertion::Where::end) makeLow(place->range);
            ++result_.inserted;
        }
    }
};

}  // namespace

DraftResult draftInto(const Context& context, const Reference<css::frame::XModel>& model, const DraftRequest& request, const app::AgencyProfile* profile,
                      const Texts& texts, const std::string& title) {
    return Drafter(context, model, request, profile, texts, title).run();
}

DraftResult insertAtCursor(const Context& context, const Reference<css::frame::XModel>& model, const DraftRequest& request, draft::Part part,
                           const app::AgencyProfile* profile, const Texts& texts, const std::string& title) {
    DraftResult result;
    if (const auto reason = whyNotEditable(context, model)) {
        result.trouble = texts(*reason);
        return result;
    }
    const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
    const Reference<css::text::XText> body = Reference<css::text::XTextDocument>(model, UNO_QUERY_THROW)->getText();
    const Reference<css::text::XTextRange> cursor = view.is() ? Reference<css::text::XTextRange>(view->getViewCursor(), UNO_QUERY)
                                                              : Reference<css::text::XTextRange>();
    if (!cursor.is() || cursor->getText() != body) {
        result.trouble = texts("draft.note.cursor");
        return result;
    }
    const draft::Templates all = templates(context, texts);
    const app::Prepared ready = app::prepare(all, asked(request), profile, texts.language);
    const std::string flat = draft::partOdf(all, ready.form, part, ready.content, ready.values);
    if (flat.empty()) return result;
    const auto& wanted = ready.content.tables;
    const bool wide = part == draft::Part::tables && std::any_of(wanted.begin(), wanted.end(), [](const draft::IndicatorTable& one) { return one.wide; });
    const std::vector<rtl::OUString> before = tableNames(model);
    UndoScope scope(model, str(title));
    insertDrafted(context, cursor->getStart(), flat);
    // A table that is too wide lies on its side, and what follows stands upright again.
    for (const rtl::OUString& name : wide ? tableNames(model) : before) {
        if (std::find(before.begin(), before.end(), name) != before.end()) continue;
        const Turned turned = lying(model, tableOf(model, name));
        if (turned == Turned::done || turned == Turned::already) continue;
        result.trouble = texts(turned == Turned::footer ? "draft.note.footer" : "draft.note.wide");
        return result;
    }
    if (part == draft::Part::tables) {
        const draft::TableMemory computed = draft::memoryOf(ready.content);
        rememberTables(model, computed);
        if (!computed.empty() || !keepsFormulas(model)) result.notes.emplace_back("tables.docx");
    }
    scope.commit();
    result.inserted = 1;
    return result;
}

draft::Templates templates(const Context& context, const Texts& texts, const std::string& outlines) {
    draft::Templates all = draft::loadTemplates(folderPath(context) + "/templates", texts.language);
    draft::addOwnOutlines(all, outlines.empty() ? outlineFolder(context) : outlines, texts.language);
    return all;
}

namespace {

std::tm now() {
    const std::time_t seconds = std::time(nullptr);
    std::tm here{};
    localtime_r(&seconds, &here);
    return here;
}

}  // namespace

std::int32_t thisYear() {
    constexpr std::int32_t kFirst = 1900;
    return kFirst + now().tm_year;
}

std::string today() {
    const std::tm here = now();
    char text[sizeof "2025-07-07"] = "";
    (void)std::strftime(text, sizeof text, "%Y-%m-%d", &here);
    return text;
}

}  // namespace thethuc::uno
