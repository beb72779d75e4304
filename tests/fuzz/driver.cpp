// Entry of libFuzzer for one target.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    thethuc::fuzz::THETHUC_TARGET(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
