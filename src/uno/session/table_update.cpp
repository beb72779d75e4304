#include "uno/session/table_update.hpp"

#include <algorithm>
#include <optional>

#include "app/new_document.hpp"
#include "app/profile_store.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/own_property.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/drafter.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using draft::TableMemory;

TableMemory memoryOf(const Reference<css::frame::XModel>& model) { return TableMemory::readFrom(ownProperty(model)); }

/// Of the two ways only this one is undone: it goes with changes of the text.
void keepWithUndo(const Reference<css::frame::XModel>& model, const TableMemory& memory) {
    const std::string before = ownProperty(model), after = memory.writtenInto(before);
    if (before == after) return;
    const auto put = [](const std::string& json) { return [json](const Reference<css::frame::XModel>& live) { (void)setOwnProperty(live, json); }; };
    unrecorded(model, put(after), put(before));
}

void keep(const Reference<css::frame::XModel>& model, const TableMemory& memory) {
    const std::string before = ownProperty(model), after = memory.writtenInto(before);
    if (before != after) (void)setOwnProperty(model, after);
}

std::optional<app::AgencyProfile> ownProfile(const Context& context, report::Language language) {
    const app::ProfileStore store(profileFolder(context), language);
    const std::string id = chosenProfile(context);
    try {
        if (store.has(id)) return store.load(id);
    } catch (const app::AgencyProfileError& error) {
        log("profile", error.what());
    }
    return std::nullopt;
}

}  // namespace

TablesAnswer updateTables(const Context& context, const Reference<css::frame::XModel>& model, const app::AgencyProfile* profile, const Texts& texts,
                          const std::string& title) {
    TablesAnswer answer;
    if (const auto reason = whyNotEditable(context, model)) {
        answer.trouble = texts(*reason);
        return answer;
    }
    const draft::IndicatorData data = app::indicatorData(templates(context, texts), profile);
    const ReadResult read = readResult(context, model);
    answer.update = app::updateTables(read.document, data, memoryOf(model));
    if (answer.update.tables == 0) {
        answer.trouble = texts("tables.none");
        return answer;
    }
    if (answer.update.edits.empty()) {
        keep(model, answer.update.memory);
        return answer;
    }
    UndoScope scope(model, str(title));
    // all tables or none: what is told and remembered is of all
    if (const auto refused = applyWhole(model, read, answer.update.edits, title)) {
        answer.update = {};
        answer.trouble = texts(*refused);
        return answer;
    }
    keepWithUndo(model, answer.update.memory);
    scope.commit();
    return answer;
}

TableAsSet tableAsSet(const Context& context, const Reference<css::frame::XModel>& model, const std::string& name, const draft::IndicatorData& known,
                      const Texts& texts) {
    TableAsSet answer;
    if (name.empty()) {
        answer.trouble = texts("tables.set.needs-name");
        return answer;
    }
    const std::string title = cursorTable(model->getCurrentController());
    if (title.empty()) {
        answer.trouble = texts("tables.set.needs-table");
        return answer;
    }
    const model::Document document = readDocument(context, model);
    const auto found = std::find_if(document.tables.begin(), document.tables.end(), [&](const model::Table& one) { return one.name == title; });
    auto read = app::setFromTable(document, static_cast<std::int32_t>(found - document.tables.begin()), name, known);
    if (read) answer.read = *std::move(read);
    else answer.trouble = texts("tables.set.no-rows");
    return answer;
}

void rememberTables(const Reference<css::frame::XModel>& model, const TableMemory& added) {
    if (added.empty()) return;
    TableMemory all = memoryOf(model);
    all.add(added);
    keepWithUndo(model, all);
}

void rememberBeforeSaving(const Context& context, const Reference<css::frame::XModel>& model) noexcept {
    guarded("tables", [&] {
        const TableMemory before = memoryOf(model);
        if (before.empty() || whyNotEditable(context, model)) return;
        const Texts texts{report::languageOf(language(context))};
        const auto profile = ownProfile(context, texts.language);
        const draft::IndicatorData data = app::indicatorData(templates(context, texts), profile ? &*profile : nullptr);
        keep(model, app::rememberedBeforeSaving(readDocument(context, model), data, before));
    });
}

}  // namespace thethuc::uno
