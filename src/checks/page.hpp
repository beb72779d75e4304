// Checks of the paper, its margins and the page number.
#pragma once

#include "checks/check.hpp"

namespace thethuc::checks::page {

void paper(const Context&, const ruleset::Row&, Sink&);
void orientation(const Context&, const ruleset::Row&, Sink&);
void margin(const Context&, const ruleset::Row&, Sink&);

void numberPresent(const Context&, const ruleset::Row&, Sink&);
void numberPosition(const Context&, const ruleset::Row&, Sink&);
void numberAlign(const Context&, const ruleset::Row&, Sink&);
void numberSize(const Context&, const ruleset::Row&, Sink&);
void numberItalic(const Context&, const ruleset::Row&, Sink&);
void numberFormat(const Context&, const ruleset::Row&, Sink&);
void numberFirst(const Context&, const ruleset::Row&, Sink&);
void numberRestart(const Context&, const ruleset::Row&, Sink&);

}  // namespace thethuc::checks::page
