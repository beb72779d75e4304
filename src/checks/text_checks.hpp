// Checks of words: what the elements of a document say. Each is a pure function over a Context and one row
// of the ruleset; what it reads from the row is written at its definition.
#pragma once

#include "checks/check.hpp"

namespace thethuc::checks {

// Any element (text_presence.cpp)
void checkPresent(const Context& context, const ruleset::Row& row, Sink& sink);
void checkPerson(const Context& context, const ruleset::Row& row, Sink& sink);
void checkLetterWithoutType(const Context& context, const ruleset::Row& row, Sink& sink);
void checkLegalBasisPresent(const Context& context, const ruleset::Row& row, Sink& sink);
void checkAddresseePresent(const Context& context, const ruleset::Row& row, Sink& sink);

// Where elements stand (text_position.cpp)
void checkPositionRight(const Context& context, const ruleset::Row& row, Sink& sink);
void checkPositionLeft(const Context& context, const ruleset::Row& row, Sink& sink);
void checkPositionBelowAgency(const Context& context, const ruleset::Row& row, Sink& sink);
void checkPositionBesideSymbol(const Context& context, const ruleset::Row& row, Sink& sink);
void checkRecipientsPosition(const Context& context, const ruleset::Row& row, Sink& sink);

// Header (text_header.cpp)
void checkNationalName(const Context& context, const ruleset::Row& row, Sink& sink);
void checkMotto(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSuperiorName(const Context& context, const ruleset::Row& row, Sink& sink);
void checkAgencyName(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSubjectText(const Context& context, const ruleset::Row& row, Sink& sink);

// Number and symbol (text_symbol.cpp)
void checkSymbolText(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSymbolNumber(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSymbolType(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSymbolCase(const Context& context, const ruleset::Row& row, Sink& sink);

// Place and date (text_date.cpp)
void checkPlaceDateText(const Context& context, const ruleset::Row& row, Sink& sink);
void checkPlaceDateZeros(const Context& context, const ruleset::Row& row, Sink& sink);
void checkPlaceDateValid(const Context& context, const ruleset::Row& row, Sink& sink);

// Body (text_body.cpp)
void checkIssuingClauseText(const Context& context, const ruleset::Row& row, Sink& sink);
void checkLegalBasisText(const Context& context, const ruleset::Row& row, Sink& sink);
void checkLegalBasisOrder(const Context& context, const ruleset::Row& row, Sink& sink);
void checkAddresseeText(const Context& context, const ruleset::Row& row, Sink& sink);
void checkEndMark(const Context& context, const ruleset::Row& row, Sink& sink);

// Numbering (text_numbering.cpp)
void checkNumberingOrder(const Context& context, const ruleset::Row& row, Sink& sink);
void checkNumberingFormat(const Context& context, const ruleset::Row& row, Sink& sink);

// Signature and recipients (text_signature.cpp, text_recipients.cpp)
void checkAuthorityGrammar(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSignerName(const Context& context, const ruleset::Row& row, Sink& sink);
void checkSignerCase(const Context& context, const ruleset::Row& row, Sink& sink);
void checkRecipientsText(const Context& context, const ruleset::Row& row, Sink& sink);
void checkRecipientsLuu(const Context& context, const ruleset::Row& row, Sink& sink);

}  // namespace thethuc::checks
