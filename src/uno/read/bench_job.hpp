// The measuring job: what tests ask a running office that the service does not tell. XJob, so that any client
// can call it without our types; service "vn.thethuc.Bench".
#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

/// Arguments: "call" (string), "document" (a text document; not for bench and threads), and per call:
///   bench     "url", "repeat" (long, default 5)            loads the file (hidden); milliseconds of processor time of its
///                                                          layout, bare walk, snapshot, check, PDF export
///   walk                                                   the bare walk, for profilers
///   snapshot  "slice" (long: paragraphs per step, 0: at once), "pages" (boolean)   model::toJson and the mapping
///   locate    "story", "paragraph", "start", "length" (long), "fingerprint" (hex string or absent),
///             "show" (boolean)                             text of the range and of its pieces, index, page
///   verify    looks up every paragraph, run and shape of a fresh snapshot and compares; the faults
///   ignored   "json" (string, optional: writes it first)   the list as it is read back
///   fingerprint  "text"                                  that of a paragraph with this text
///   threads   runs the ways onto the main thread           the faults
/// The answer is a JSON text; {"error": "…"} where something failed.
class BenchJob final : public Implements<css::task::XJob, css::lang::XServiceInfo> {
public:
    explicit BenchJob(css::uno::Reference<css::uno::XComponentContext> context) : context_(std::move(context)) {}

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    css::uno::Reference<css::uno::XComponentContext> context_;
};

}  // namespace thethuc::uno
