#include "uno/session/last_report.hpp"

#include <utility>
#include <vector>

#include "figures/conflicts.hpp"
#include "uno/bridge/border.hpp"
#include "uno/read/locator.hpp"
#include "uno/read/snapshot_reader.hpp"

namespace thethuc::uno {

std::shared_ptr<const LastReport> readLastReport(const Context& context, const rtl::OUString& url, const Texts& texts) {
    const OpenedFile file(context, url, texts);
    ReadResult read = readResult(context, file.model(), {true});
    auto last = std::make_shared<LastReport>();
    last->path = file.path();
    last->analysis = elements::analyse(read.document);
    guarded("pages", [&] {
        std::vector<model::Range> places = figures::comparablePlaces(read.document, last->analysis);
        Locator locator(file.model(), read);
        const std::vector<std::int32_t> pages = locator.pagesOf(places);
        for (std::size_t i = 0; i < places.size() && i < pages.size(); ++i) last->pages.emplace(places[i], pages[i]);
    });
    last->document = std::move(read.document);
    return last;
}

}  // namespace thethuc::uno
