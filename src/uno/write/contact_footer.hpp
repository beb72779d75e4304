// The footer of the first page that holds the agency's address, telephone, e-mail.
#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "app/drafting.hpp"
#include "draft/styles.hpp"

namespace thethuc::uno {

/// Makes the footer, or gives the one that stands its height, with an undo action of our own (docs/undo.md says why). Its lines take the paragraph style
/// `look`, which stays in the document, unused, when the step around this is undone. Throws what the office throws; then it was taken back.
void makeContactFooter(const css::uno::Reference<css::frame::XModel>& model, const app::ContactPlan::Footer& footer, const draft::ParagraphStyle& look);

}  // namespace thethuc::uno
