// thethuc_golden [--accept] [--quiet] FILE…: runs golden cases; --accept writes what was found into the files.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "checks/check.hpp"
#include "ruleset/ruleset.hpp"
#include "support/golden_runner.hpp"

namespace {

/// One change and one expectation a line: as a person would write the file.
std::string pretty(const nlohmann::ordered_json& golden) {
    std::string out = "{\n";
    std::size_t left = golden.size();
    for (const auto& [key, value] : golden.items()) {
        out += "  " + nlohmann::ordered_json(key).dump() + ": ";
        if (value.is_array() && !value.empty() && value.front().is_object()) {
            out += "[\n";
            for (std::size_t i = 0; i < value.size(); ++i) out += "    " + value[i].dump() + (i + 1 < value.size() ? ",\n" : "\n");
            out += "  ]";
        } else {
            out += value.dump();
        }
        out += --left > 0 ? ",\n" : "\n";
    }
    return out + "}\n";
}

}  // namespace

int main(int count, char** words) {
    bool accept = false;
    std::vector<std::string> files;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--accept") accept = true;
        else files.push_back(word);
    }
    int failed = 0;
    try {
        const auto rules = thethuc::ruleset::load(THETHUC_SOURCE_DIR "/extension/rulesets/nd30-2020.json", thethuc::checks::knownCheck);
        for (const auto& file : files) {
            try {
                std::ifstream stream(file);
                auto golden = nlohmann::ordered_json::parse(std::string{std::istreambuf_iterator<char>(stream), {}});
                const auto result = thethuc::testing::runGolden(golden, rules);
                if (result.passed) continue;
                if (accept) {
                    golden["expect"] = result.expect;
                    golden["after"] = result.after;
                    std::ofstream(file) << pretty(golden);
                }
                ++failed;
                std::printf("%s: %s\n%s", file.c_str(), golden.value("title", "").c_str(), result.report.c_str());
            } catch (const std::exception& error) {
                ++failed;
                std::printf("%s: %s\n", file.c_str(), error.what());
            }
        }
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 1;
    }
    if (files.size() > 1) std::printf("%zu cases, %d failed\n", files.size(), failed);
    return failed == 0 ? 0 : 1;
}
