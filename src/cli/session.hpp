// Requests about files, answered by one office that is started when first needed and again after it died.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/office.hpp"
#include "cli/places.hpp"
#include "cli/process.hpp"
#include "cli/progress.hpp"

namespace thethuc::cli {

/// What the extension answered: its JSON, or why there is none (a sentence for people).
struct Answer {
    nlohmann::ordered_json json;
    std::string error;
};

class Session {
public:
    Session(Places places, bool english, std::chrono::seconds limit, Progress& progress);

    /// Sends the request; “lang” and, for a `file`, “url” and “path” are filled in. Throws OfficeError where no
    /// office can be had at all, Interrupted.
    [[nodiscard]] Answer ask(nlohmann::ordered_json request, const std::string& file = {});

    /// A fresh folder below the run's own, for a file the office writes.
    [[nodiscard]] std::filesystem::path freshFolder();

private:
    Places places_;
    bool english_;
    std::chrono::seconds limit_;
    Progress& progress_;
    RunFolder folder_;
    std::unique_ptr<Office> office_;
    int folders_ = 0;
    int starts_ = 0;
};

/// A message of the catalogue in the language of this run.
[[nodiscard]] std::string message(bool english, std::string_view key, const std::vector<std::string>& gaps = {});

}  // namespace thethuc::cli
