// Catch2 2.13 (Debian 12) and 3.x behind one header.
#pragma once

#include <string>

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>
namespace thethuc::testing {
inline auto containsText(const std::string& part) { return Catch::Matchers::ContainsSubstring(part); }
}  // namespace thethuc::testing
#else
#include <catch2/catch.hpp>
namespace thethuc::testing {
inline auto containsText(const std::string& part) { return Catch::Matchers::Contains(part); }
}  // namespace thethuc::testing
#endif
