#include "uno/session/resources.hpp"

#include <mutex>

#include "checks/check.hpp"

namespace thethuc::uno {

std::shared_ptr<const ruleset::Ruleset> rules(const Context& context) {
    static std::mutex mutex;
    static std::shared_ptr<const ruleset::Ruleset> loaded;
    const std::lock_guard lock(mutex);
    if (!loaded) {
        loaded = std::make_shared<const ruleset::Ruleset>(
            ruleset::load(folderPath(context) + "/rulesets/nd30-2020.json", &checks::knownCheck));
    }
    return loaded;
}

}  // namespace thethuc::uno
