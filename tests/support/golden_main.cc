// thethuc_golden [--accept] [--elements] FILE…: runs golden cases; --accept writes what was found into the files,
// --elements prints what is recognised in the changed document.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "checks/check.hpp"
#include "elements/analysis.hpp"
#include "ruleset/ruleset.hpp"
#include "support/golden_runner.hpp"
#include "text/text.hpp"

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

/// What is recognised in the changed document, for the one who writes a case.
void print(const thethuc::model::Document& document) {
    const auto analysis = thethuc::elements::analyse(document);
    std::printf("type %s, scope %d, layout %d, header %d\n", analysis.type.value_or("-").c_str(), static_cast<int>(analysis.scope),
                static_cast<int>(analysis.layout), static_cast<int>(analysis.header));
    for (const auto& element : analysis.elements) {
        const auto& at = element.ranges.front();
        std::printf("  %d:%d part %d %s role %d level %d: %s\n", at.story, at.paragraph, element.part,
                    std::string(thethuc::elements::name(element.kind)).c_str(), static_cast<int>(element.role), element.level,
                    thethuc::text::toUtf8(element.text).substr(0, 90).c_str());
    }
    for (const auto& line : analysis.separators) {
        std::printf("  line below %s, shape %d, paragraph %d, length %d\n", std::string(thethuc::elements::name(line.under)).c_str(),
                    line.shape, line.paragraph.paragraph, line.length);
    }
}

}  // namespace

int main(int count, char** words) {
    bool accept = false;
    bool elements = false;
    std::vector<std::string> files;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--accept") accept = true;
        else if (word == "--elements") elements = true;
        else files.push_back(word);
    }
    int failed = 0;
    try {
        const auto rules = thethuc::ruleset::load(THETHUC_SOURCE_DIR "/extension/rulesets/nd30-2020.json", thethuc::checks::knownCheck);
        for (const auto& file : files) {
            try {
                std::ifstream stream(file);
                auto golden = nlohmann::ordered_json::parse(std::string{std::istreambuf_iterator<char>(stream), {}});
                if (elements) print(thethuc::testing::goldenDocument(golden));
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
