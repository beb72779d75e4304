// Every check, in one table. A new check is one row here, in order, and nothing else.
#include <algorithm>
#include <iterator>

#include "checks/check.hpp"
#include "checks/figures.hpp"
#include "checks/format.hpp"
#include "checks/line.hpp"
#include "checks/page.hpp"
#include "checks/text_checks.hpp"

namespace thethuc::checks {
namespace {

constexpr CheckEntry kChecks[] = {
    {"addressee-edge", format::addresseeEdge},
    {"addressee-present", words::addresseePresent},
    {"addressee-text", words::addresseeText},
    {"agency-name", words::agencyName},
    {"align", format::align},
    {"appendix-format", words::appendixFormat},
    {"appendix-note", words::appendixNote},
    {"appendix-order", words::appendixOrder},
    {"appendix-reference", words::appendixReference},
    {"authority-grammar", words::authorityGrammar},
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
    {"citation-conflict", words::citationConflict},
    {"citation-date", words::citationDate},
    {"citation-first", words::citationFirst},
    {"citation-later", words::citationLater},
    {"citation-law-number", words::citationLawNumber},
    {"citation-style", words::citationStyle},
    {"citation-type", words::citationType},
    {"color", format::color},
    {"contact-line", words::contactLine},
    {"contact-text", words::contactText},
    {"copy-line", words::copyLine},
    {"copy-order", words::copyOrder},
    {"copy-present", words::copyPresent},
    {"copy-text", words::copyText},
    {"drafter-code", words::drafterCode},
    {"encoding", format::encoding},
    {"end-mark", words::endMark},
    {"figure-conflict", figure::conflict},
    {"figure-decimal-point", figure::decimalPoint},
    {"figure-percent-sign", figure::percentSign},
    {"figure-ratio", figure::ratio},
    {"figure-sum", figure::sum},
    {"figure-unit", figure::unit},
    {"font", format::font},
    {"header-spacing", format::headerSpacing},
    {"indent", format::indent},
    {"issuing-clause-text", words::issuingClauseText},
    {"italic", format::italic},
    {"legal-basis-order", words::legalBasisOrder},
    {"legal-basis-present", words::legalBasisPresent},
    {"legal-basis-text", words::legalBasisText},
    {"letter-without-type", words::letterWithoutType},
    {"line-length", line::length},
    {"line-present", line::present},
    {"margin", page::margin},
    {"mark-frame", words::markFrame},
    {"mark-text", words::markText},
    {"motto", words::motto},
    {"national-name", words::nationalName},
    {"numbering-format", words::numberingFormat},
    {"numbering-order", words::numberingOrder},
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
    {"person", words::person},
    {"place-date-text", words::placeDateText},
    {"place-date-valid", words::placeDateValid},
    {"place-date-zeros", words::placeDateZeros},
    {"position-below-agency", words::positionBelowAgency},
    {"position-beside-symbol", words::positionBesideSymbol},
    {"position-left", words::positionLeft},
    {"position-right", words::positionRight},
    {"present", words::present},
    {"recipients-luu", words::recipientsLuu},
    {"recipients-position", words::recipientsPosition},
    {"recipients-text", words::recipientsText},
    {"signer-case", words::signerCase},
    {"signer-name", words::signerName},
    {"size", format::size},
    {"subject-spacing", format::subjectSpacing},
    {"subject-text", words::subjectText},
    {"superior-name", words::superiorName},
    {"symbol-case", words::symbolCase},
    {"symbol-number", words::symbolNumber},
    {"symbol-text", words::symbolText},
    {"symbol-type", words::symbolType},
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
