// Every check, in one table. A new check is one row here, in order, and nothing else.
#include <algorithm>
#include <iterator>

#include "checks/check.hpp"
#include "checks/format.hpp"
#include "checks/line.hpp"
#include "checks/page.hpp"

namespace thethuc::checks {
namespace {

constexpr CheckEntry kChecks[] = {
    {"align", format::align},
    {"body-align", format::bodyAlign},
    {"body-bold", format::bodyBold},
    {"body-empty", format::bodyEmpty},
    {"body-indent", format::bodyIndent},
    {"body-italic", format::bodyItalic},
    {"body-line-spacing", format::bodyLineSpacing},
    {"body-size", format::bodySize},
    {"body-spacing", format::bodySpacing},
    {"body-underline", format::bodyUnderline},
    {"bold", format::bold},
    {"case", format::letterCase},
    {"color", format::color},
    {"encoding", format::encoding},
    {"font", format::font},
    {"header-spacing", format::headerSpacing},
    {"indent", format::indent},
    {"italic", format::italic},
    {"line-length", line::length},
    {"line-present", line::present},
    {"margin", page::margin},
    {"one-line", format::oneLine},
    {"orientation", page::orientation},
    {"page-number-align", page::numberAlign},
    {"page-number-first", page::numberFirst},
    {"page-number-format", page::numberFormat},
    {"page-number-italic", page::numberItalic},
    {"page-number-position", page::numberPosition},
    {"page-number-present", page::numberPresent},
    {"page-number-restart", page::numberRestart},
    {"page-number-size", page::numberSize},
    {"paper", page::paper},
    {"size", format::size},
    {"subject-spacing", format::subjectSpacing},
    {"underline", format::underline},
};
static_assert(std::is_sorted(std::begin(kChecks), std::end(kChecks),
                             [](const CheckEntry& a, const CheckEntry& b) { return a.name < b.name; }),
              "the table of checks is sorted by name");

}  // namespace

std::span<const CheckEntry> catalogue() noexcept { return kChecks; }

bool knownCheck(std::string_view name) {
    const auto found = std::lower_bound(std::begin(kChecks), std::end(kChecks), name,
                                        [](const CheckEntry& entry, std::string_view wanted) { return entry.name < wanted; });
    return found != std::end(kChecks) && found->name == name;
}

}  // namespace thethuc::checks
