// Checks of the separator lines below tiêu ngữ, the agency's name and the subject.
#pragma once

#include "checks/check.hpp"

namespace thethuc::checks::line {

void present(const Context&, const ruleset::Row&, Sink&);
void length(const Context&, const ruleset::Row&, Sink&);

}  // namespace thethuc::checks::line
