// Checks of character and paragraph formatting. Each judges the elements of its row; the limit is the row's.
#pragma once

#include "checks/check.hpp"

namespace thethuc::checks::format {

// Any element.
void size(const Context&, const ruleset::Row&, Sink&);
void bold(const Context&, const ruleset::Row&, Sink&);
void italic(const Context&, const ruleset::Row&, Sink&);
void underline(const Context&, const ruleset::Row&, Sink&);
void letterCase(const Context&, const ruleset::Row&, Sink&);
void align(const Context&, const ruleset::Row&, Sink&);
void indent(const Context&, const ruleset::Row&, Sink&);
void addresseeEdge(const Context&, const ruleset::Row&, Sink&);
void oneLine(const Context&, const ruleset::Row&, Sink&);
void headerSpacing(const Context&, const ruleset::Row&, Sink&);
void subjectSpacing(const Context&, const ruleset::Row&, Sink&);

// Wherever text stands.
void font(const Context&, const ruleset::Row&, Sink&);
void encoding(const Context&, const ruleset::Row&, Sink&);
void color(const Context&, const ruleset::Row&, Sink&);

// Running text.
void bodySize(const Context&, const ruleset::Row&, Sink&);
void bodyBold(const Context&, const ruleset::Row&, Sink&);
void bodyItalic(const Context&, const ruleset::Row&, Sink&);
void bodyUnderline(const Context&, const ruleset::Row&, Sink&);
void bodyAlign(const Context&, const ruleset::Row&, Sink&);
void bodyIndent(const Context&, const ruleset::Row&, Sink&);
void bodySpacing(const Context&, const ruleset::Row&, Sink&);
void bodyLineSpacing(const Context&, const ruleset::Row&, Sink&);
void bodyEmpty(const Context&, const ruleset::Row&, Sink&);

}  // namespace thethuc::checks::format
