// “Áp dụng kiểu trình bày” in an open document.
#pragma once

#include <cstdint>
#include <string>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "app/agency_profile.hpp"
#include "uno/session/resources.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

struct StyleResult {
    std::int32_t styled = 0;                     ///< paragraphs that got a style, or had to be brought to look like theirs
    std::int32_t left = 0;                       ///< paragraphs of the running text that were left as they are: none of what a style is for
    bool changed = false;                        ///< anything at all, also styles that now say something else
    std::string trouble;                         ///< why nothing was done, for people; empty if something could be
};

/// Gives what is recognised in the document the styles “TT …” (app::planStyles) as one undo step called `title` (UTF-8). A document that may not be
/// changed, or is none of the decree's, is left as it is and `trouble` says why. Throws draft::TemplateError, or what the office throws, with the
/// document as it was; styles that it did not have before stay in it, unused. Main thread only.
[[nodiscard]] StyleResult applyStyles(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const app::AgencyProfile* profile,
                                      const Texts& texts, const std::string& title);

}  // namespace thethuc::uno
