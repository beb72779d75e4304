// Drafting in an open document: the panel “Soạn thảo” and the service.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "app/agency_profile.hpp"
#include "draft/flat_odf.hpp"
#include "uno/session/resources.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// What is to be drafted: the type, what the person gives (keys of app::draftKeys), and which parts.
struct DraftRequest {
    std::string type;
    std::map<std::string, std::string> set;
    std::string outline;                         ///< id, or empty: the rows of the type
    std::vector<std::string> tables;             ///< ids of indicator tables
    std::vector<draft::Part> parts;
    bool page = false;                           ///< also paper, margins and page number
};

struct DraftResult {
    std::int32_t updated = 0;                    ///< places whose words were changed
    std::int32_t inserted = 0;                   ///< parts put in
    std::vector<std::string> notes;              ///< message keys: what was left alone
    std::string trouble;                         ///< why nothing was done, for people; empty if something could be
};

/// Brings the parts of `request` into the document as one undo step called `title` (UTF-8): what stands is brought up to date, what is missing
/// is put in. A document that may not be changed is left as it is and `trouble` says why. Throws draft::TemplateError, or what the office
/// throws, with the document as it was. Main thread only.
[[nodiscard]] DraftResult draftInto(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const DraftRequest& request,
                                    const app::AgencyProfile* profile, const Texts& texts, const std::string& title);

/// Puts a part without a fixed place (Part::body, Part::tables) where the person's cursor stands, as one undo step. Inside a table, a
/// note or a frame, where it cannot stand, nothing happens and `trouble` says so. A table too wide for an upright page goes on a lying one.
[[nodiscard]] DraftResult insertAtCursor(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const DraftRequest& request,
                                         draft::Part part, const app::AgencyProfile* profile, const Texts& texts, const std::string& title);

/// The templates of the extension's folder and the outlines of the person's, read anew each time: an office may change them. Throws draft::TemplateError;
/// an outline of the person's own that cannot be used is told in Templates::broken.
[[nodiscard]] draft::Templates templates(const Context& context, const Texts& texts, const std::string& outlines = {});

/// The year on the person's wall: in Vietnam it begins seven hours before it does in UTC.
[[nodiscard]] std::int32_t thisYear();
/// “2025-07-07”, by the clock of the machine.
[[nodiscard]] std::string today();

}  // namespace thethuc::uno
