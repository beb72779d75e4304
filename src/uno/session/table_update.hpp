// Indicator tables of an open document: “Cập nhật bảng”, and what the document remembers of them.
#pragma once

#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "app/agency_profile.hpp"
#include "app/indicator_tables.hpp"
#include "app/set_from_table.hpp"
#include "uno/session/resources.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

struct TablesAnswer {
    app::TablesUpdate update;                    ///< what was done
    std::string trouble;                         ///< why nothing was done, for people; empty if something could be
};

/// Brings every indicator table of the document up to date as one undo step called `title` (UTF-8); a document that may not be changed is left as it
/// is. Throws draft::TemplateError, or what the office throws, with the document as it was. Main thread only.
[[nodiscard]] TablesAnswer updateTables(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const app::AgencyProfile* profile,
                                        const Texts& texts, const std::string& title);

struct TableAsSet {
    app::SetFromTable read;
    std::string trouble;                         ///< why there is none, for people
};

/// The table that the person's cursor stands in, or that is selected, as an indicator set called `name`. Nothing is changed. Main thread only.
[[nodiscard]] TableAsSet tableAsSet(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const std::string& name,
                                    const draft::IndicatorData& known, const Texts& texts);

/// Adds what was computed in tables that have just been put in to what the document remembers; undone with the step that the caller has opened.
void rememberTables(const css::uno::Reference<css::frame::XModel>& model, const draft::TableMemory& added);

/// Before a document is saved: what is computed in its tables now, in case the format drops the formulas. Nothing happens in a document that has no such
/// table of ours. Never throws: the document is saved whatever happens.
void rememberBeforeSaving(const Context& context, const css::uno::Reference<css::frame::XModel>& model) noexcept;

}  // namespace thethuc::uno
