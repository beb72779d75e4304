// The marks [n] behind citations in the live document: references to the numbers of the list. Main thread only.
#pragma once

#include <cstddef>
#include <cstdint>

#include <com/sun/star/frame/XModel.hpp>

#include "citations/list.hpp"
#include "uno/session/cited_reading.hpp"

namespace thethuc::uno {

/// References show what they refer to only when told so.
void refreshReferences(const css::uno::Reference<css::frame::XModel>& model);
/// The same after Undo and after Redo, which come to these two steps from either side of what is done between them.
void refreshBehindUndo(const css::uno::Reference<css::frame::XModel>& model);
void refreshBehindRedo(const css::uno::Reference<css::frame::XModel>& model);

/// Number of references to rows of the list, whatever stands around them.
[[nodiscard]] std::size_t countReferences(const css::uno::Reference<css::frame::XModel>& model);

/// Takes out and puts in what the plan says, inside the undo step that is open; the number of marks that are not what they were.
std::int32_t carryOutMarks(const css::uno::Reference<css::frame::XModel>& model, const CitedReading& now, const citations::MarkPlan& plan);

}  // namespace thethuc::uno
