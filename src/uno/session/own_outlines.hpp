// Outlines that the office makes itself, kept beside its files.
#pragma once

#include <cstdint>
#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "app/agency_profile.hpp"
#include "uno/session/resources.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

struct SavedOutline {
    std::string id, file;                        ///< UTF-8 path
    std::int32_t rows = 0, gaps = 0, guiding = 0;
    std::string trouble;                         ///< why nothing was saved, for people; empty if it was
};

/// “Lưu làm mẫu”: the document's body as an outline called `name`, in a new file of the person's folder. The document does not change. An outline of that
/// name is never written over. Throws draft::TemplateError where the file cannot be written. Main thread only.
[[nodiscard]] SavedOutline saveOutline(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const std::string& name,
                                       const app::AgencyProfile* profile, const Texts& texts);

}  // namespace thethuc::uno
