// “So với báo cáo kỳ trước…”: what a report gives as “cùng kỳ” or “kỳ trước”, against the report of that time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include <rtl/ustring.hxx>

#include "elements/analysis.hpp"
#include "model/document.hpp"
#include "uno/session/opener.hpp"

namespace thethuc::uno {

/// An earlier report, read once; the file is closed again.
struct LastReport {
    std::string path;
    model::Document document;
    elements::Analysis analysis;
    std::map<model::Range, std::int32_t> pages;  ///< of what can be compared with it
};

/// Reads the report at `url` from a hidden copy: it is never changed. Throws UserError. Main thread only.
[[nodiscard]] std::shared_ptr<const LastReport> readLastReport(const Context& context, const rtl::OUString& url, const Texts& texts);

}  // namespace thethuc::uno
