// Checks of words: what the elements of a document say. Each is a pure function over a Context and one row
// of the ruleset; what it reads from the row is written at its definition.
#pragma once

#include "checks/check.hpp"

namespace thethuc::checks::words {

// Any element (text_presence.cpp)
void present(const Context& context, const ruleset::Row& row, Sink& sink);
void person(const Context& context, const ruleset::Row& row, Sink& sink);
void letterWithoutType(const Context& context, const ruleset::Row& row, Sink& sink);
void legalBasisPresent(const Context& context, const ruleset::Row& row, Sink& sink);
void addresseePresent(const Context& context, const ruleset::Row& row, Sink& sink);

// Where elements stand (text_position.cpp)
void positionRight(const Context& context, const ruleset::Row& row, Sink& sink);
void positionLeft(const Context& context, const ruleset::Row& row, Sink& sink);
void positionBelowAgency(const Context& context, const ruleset::Row& row, Sink& sink);
void positionBesideSymbol(const Context& context, const ruleset::Row& row, Sink& sink);
void recipientsPosition(const Context& context, const ruleset::Row& row, Sink& sink);

// Header (text_header.cpp)
void nationalName(const Context& context, const ruleset::Row& row, Sink& sink);
void motto(const Context& context, const ruleset::Row& row, Sink& sink);
void superiorName(const Context& context, const ruleset::Row& row, Sink& sink);
void agencyName(const Context& context, const ruleset::Row& row, Sink& sink);
void subjectText(const Context& context, const ruleset::Row& row, Sink& sink);

// Number and symbol (text_symbol.cpp)
void symbolText(const Context& context, const ruleset::Row& row, Sink& sink);
void symbolNumber(const Context& context, const ruleset::Row& row, Sink& sink);
void symbolType(const Context& context, const ruleset::Row& row, Sink& sink);
void symbolCase(const Context& context, const ruleset::Row& row, Sink& sink);

// Place and date (text_date.cpp)
void placeDateText(const Context& context, const ruleset::Row& row, Sink& sink);
void placeDateZeros(const Context& context, const ruleset::Row& row, Sink& sink);
void placeDateValid(const Context& context, const ruleset::Row& row, Sink& sink);

// Body (text_body.cpp)
void issuingClauseText(const Context& context, const ruleset::Row& row, Sink& sink);
void legalBasisText(const Context& context, const ruleset::Row& row, Sink& sink);
void legalBasisOrder(const Context& context, const ruleset::Row& row, Sink& sink);
void addresseeText(const Context& context, const ruleset::Row& row, Sink& sink);
void endMark(const Context& context, const ruleset::Row& row, Sink& sink);

// Numbering (text_numbering.cpp)
void numberingOrder(const Context& context, const ruleset::Row& row, Sink& sink);
void numberingFormat(const Context& context, const ruleset::Row& row, Sink& sink);

// Appendices (text_appendix.cpp)
void appendixOrder(const Context& context, const ruleset::Row& row, Sink& sink);
void appendixFormat(const Context& context, const ruleset::Row& row, Sink& sink);
void appendixReference(const Context& context, const ruleset::Row& row, Sink& sink);
void appendixNote(const Context& context, const ruleset::Row& row, Sink& sink);

// Copies (text_copy.cpp)
void copyText(const Context& context, const ruleset::Row& row, Sink& sink);
void copyPresent(const Context& context, const ruleset::Row& row, Sink& sink);
void copyOrder(const Context& context, const ruleset::Row& row, Sink& sink);
void copyLine(const Context& context, const ruleset::Row& row, Sink& sink);

// Urgency, the drafter's code, the address at the foot of the first page (text_marks.cpp)
void markText(const Context& context, const ruleset::Row& row, Sink& sink);
void markFrame(const Context& context, const ruleset::Row& row, Sink& sink);
void drafterCode(const Context& context, const ruleset::Row& row, Sink& sink);
void contactText(const Context& context, const ruleset::Row& row, Sink& sink);
void contactLine(const Context& context, const ruleset::Row& row, Sink& sink);

// Signature and recipients (text_signature.cpp, text_recipients.cpp)
void authorityGrammar(const Context& context, const ruleset::Row& row, Sink& sink);
void signerName(const Context& context, const ruleset::Row& row, Sink& sink);
void signerCase(const Context& context, const ruleset::Row& row, Sink& sink);
void recipientsText(const Context& context, const ruleset::Row& row, Sink& sink);
void recipientsLuu(const Context& context, const ruleset::Row& row, Sink& sink);

// Cited documents (text_citations.cpp)
void citationFirst(const Context& context, const ruleset::Row& row, Sink& sink);
void citationLater(const Context& context, const ruleset::Row& row, Sink& sink);
void citationConflict(const Context& context, const ruleset::Row& row, Sink& sink);
void citationDate(const Context& context, const ruleset::Row& row, Sink& sink);
void citationStyle(const Context& context, const ruleset::Row& row, Sink& sink);
void citationType(const Context& context, const ruleset::Row& row, Sink& sink);
void citationLawNumber(const Context& context, const ruleset::Row& row, Sink& sink);

}  // namespace thethuc::checks::words
