// Checks of figures: what src/figures recognised, as findings.
#pragma once

#include "checks/check.hpp"

namespace thethuc::checks::figure {

/// so-lieu/ratio: band “rounding” for a slip of rounding.
void ratio(const Context& context, const ruleset::Row& row, Sink& sink);
/// so-lieu/sum
void sum(const Context& context, const ruleset::Row& row, Sink& sink);
/// so-lieu/conflict: one quantity with two values; band “judgement” for a rate called high and low
void conflict(const Context& context, const ruleset::Row& row, Sink& sink);
/// so-lieu/unit: money of one column, or the two numbers of a percentage, in different units where nothing says so
void unit(const Context& context, const ruleset::Row& row, Sink& sink);
/// so-lieu/format: “81,15 %”
void percentSign(const Context& context, const ruleset::Row& row, Sink& sink);
/// so-lieu/format: “81.15%”, “0.852”
void decimalPoint(const Context& context, const ruleset::Row& row, Sink& sink);

}  // namespace thethuc::checks::figure
