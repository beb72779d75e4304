#include "uno/read/bench_check.hpp"

#include <time.h>

#include "app/app.hpp"
#include "text/widths.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

double millisecondsOfCheck(const css::uno::Reference<css::uno::XComponentContext>& context,
                           const css::uno::Reference<css::frame::XModel>& model, std::size_t& findings) {
    const auto ruleset = rules(context);
    const model::Document document = readDocument(context, model);
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double start = now();
    findings = app::check(document, *ruleset, text::timesWidths()).result.findings.size();
    return now() - start;
}

}  // namespace thethuc::uno
