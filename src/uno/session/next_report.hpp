// “Từ báo cáo kỳ trước…”: an earlier report becomes the next one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

#include "draft/period.hpp"
#include "uno/session/opener.hpp"
#include "uno/session/session.hpp"

namespace thethuc::uno {

struct NextReport {
    css::uno::Reference<css::frame::XModel> model;
    draft::Period from, to;
    std::int32_t moved = 0;                      ///< places of period and date that were changed
    std::vector<OpenPoint> open;                 ///< what a person must look at, reasons together, each in reading order
};

/// Moves the report in `model`, which `called` names in messages, on to the next period; `period` is another one that the person wants (“quý IV”), or
/// empty. One undo step. Throws UserError with the document as it was.
[[nodiscard]] NextReport moveReportOn(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const std::string& called, const std::string& period,
                                      const Texts& texts);

/// The same for a file, which is only read: the new report is an untitled document in a window of its own, whose session keeps the open points. Throws
/// UserError; then there is no new window. Main thread only.
[[nodiscard]] NextReport openNextReport(const Context& context, const rtl::OUString& url, const std::string& period, const Texts& texts);

}  // namespace thethuc::uno
