// How the parts of the writer say that an edit is left out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "uno/write/writer.hpp"

namespace thethuc::uno {

/// Thrown before the edit has changed anything; ends this edit only.
struct Refused {
    Reason reason;
};

[[noreturn]] inline void refuse(std::string key, std::vector<std::string> arguments = {}) {
    throw Refused{{std::move(key), std::move(arguments)}};
}

}  // namespace thethuc::uno
