// thethuc_check_bench SNAPSHOT.json… [--repeat N]: what analysing and checking cost, without an office. A snapshot is
// what bench.py --keep writes. Prints the best times in milliseconds, and for the last snapshot each rule's.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "checks/check.hpp"
#include "elements/analysis.hpp"
#include "model/json.hpp"
#include "ruleset/ruleset.hpp"
#include "text/widths.hpp"

namespace {

using namespace thethuc;

constexpr double kReported = 0.01;  ///< ms; cheaper rules are not listed

template <class Work>
double bestOf(int repeat, const Work& work) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < repeat; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

void printRules(const checks::Context& context, int repeat) {
    std::vector<std::pair<double, std::string>> costs;
    for (const std::string& id : context.ruleset.ids()) {
        checks::Options options;
        options.only = {id};
        costs.emplace_back(bestOf(repeat, [&] { (void)checks::run(context, options); }), id);
    }
    std::sort(costs.rbegin(), costs.rend());
    for (const auto& [cost, id] : costs) {
        if (cost >= kReported) std::printf("%10.3f  %s\n", cost, id.c_str());
    }
}

int measure(const std::vector<std::string>& files, int repeat) {
    const auto rules = ruleset::load(THETHUC_SOURCE_DIR "/extension/rulesets/nd30-2020.json", checks::knownCheck);
    std::printf("%10s %10s %10s %9s\n", "paragraphs", "analyse", "rules", "us/para");
    for (const std::string& file : files) {
        std::ifstream in(file);
        const model::Document document = model::fromJson(nlohmann::json::parse(in));
        std::size_t paragraphs = 0;
        for (const model::Story& story : document.stories) paragraphs += story.paragraphs.size();
        const double analysing = bestOf(repeat, [&] { (void)elements::analyse(document); });
        const elements::Analysis analysis = elements::analyse(document);
        const checks::Context context{document, analysis, rules, text::timesWidths()};
        const double checking = bestOf(repeat, [&] { (void)checks::run(context); });
        std::printf("%10zu %10.3f %10.3f %9.2f\n", paragraphs, analysing, checking,
                    1000 * (analysing + checking) / static_cast<double>(std::max<std::size_t>(paragraphs, 1)));
        if (&file == &files.back()) printRules(context, repeat);
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        int repeat = 5;
        std::vector<std::string> files;
        for (int i = 1; i < count; ++i) {
            if (std::string_view(arguments[i]) == "--repeat" && i + 1 < count) {
                repeat = std::max(1, std::atoi(arguments[++i]));
            } else {
                files.emplace_back(arguments[i]);
            }
        }
        if (files.empty()) {
            std::fprintf(stderr, "usage: thethuc_check_bench SNAPSHOT.json… [--repeat N]\n");
            return 2;
        }
        return measure(files, repeat);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
