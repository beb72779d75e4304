// Inputs that the fuzz targets have kept, crashers among them: the properties hold for each.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "fuzz/targets.hpp"
#include "support/catch.hpp"

namespace {

template <class Target>
std::size_t replay(const std::string& name, Target target) {
    std::ifstream file(std::string(THETHUC_SOURCE_DIR) + "/tests/fuzz/" + name + ".corpus", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    constexpr std::string_view kBetween = "\x1e\n";
    std::size_t count = 0;
    for (std::size_t from = 0; from < all.size(); ++count) {
        const std::size_t to = std::min(all.find(kBetween, from), all.size());
        INFO(name << " input " << count);
        CHECK_NOTHROW(target(std::string_view(all).substr(from, to - from)));
        from = to + kBetween.size();
    }
    return count;
}

}  // namespace

TEST_CASE("inputs of the fuzz target of figures", "[figures][fuzz]") { CHECK(replay("figures", thethuc::fuzz::figures) > 500); }
TEST_CASE("inputs of the fuzz target of citations", "[citations][fuzz]") { CHECK(replay("citations", thethuc::fuzz::citations) > 200); }
