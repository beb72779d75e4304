#include "cli/session.hpp"

#include <algorithm>
#include <array>

#include "cli/profile.hpp"

namespace thethuc::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kEndings{".odt", ".fodt", ".ott", ".docx", ".doc", ".rtf"};

std::string ending(const fs::path& path) {
    std::string result = path.extension().string();
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

// Why there is no need to ask the office at all; a message key, or empty. It judges the rest itself.
std::string refusal(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return "error.not-found";
    if (status.type() == fs::file_type::directory)
        return "error.folder";
    if (std::find(kEndings.begin(), kEndings.end(), ending(path)) == kEndings.end())
        return "error.not-text";
    return {};
}

}  // namespace

Session::Session(Places places, bool english, std::chrono::seconds limit, Progress& progress)
    : places_(std::move(places)), english_(english), limit_(limit), progress_(progress) {}

fs::path Session::freshFolder() {
    fs::path result = folder_.path() / ("file-" + std::to_string(++folders_));
    fs::create_directory(result);
    return result;
}

Answer Session::ask(nlohmann::ordered_json request, const std::string& file) {
    throwIfInterrupted();
    Answer answer;
    request["lang"] = english_ ? "en" : "vi";
    if (!file.empty()) {
        if (const std::string key = refusal(file); !key.empty()) {
            answer.error = message(english_, key, {file});
            return answer;
        }
        request["url"] = fileUrl(file);
        request["path"] = file;
    }
    if (!office_) {
        const fs::path profile = folder_.path() / ("profile-" + std::to_string(++starts_));
        copyProfile(places_, profile, [&] { progress_.show(message(english_, "cli.progress.first")); });
        const fs::path temporary = folder_.path() / ("temporary-" + std::to_string(starts_));
        fs::create_directory(temporary);
        office_ = std::make_unique<Office>(places_, profile, temporary);
    }
    if (!file.empty())
        progress_.show(message(english_, "cli.progress.file", {file}));
    const CallResult result = office_->call(request.dump(), limit_);
    switch (result.end) {
        case CallEnd::answered:
            answer.json = nlohmann::ordered_json::parse(result.text, nullptr, false);
            if (!answer.json.is_object())
                answer.error = message(english_, "cli.error.answer");
            else if (!answer.json.value("ok", false))
                answer.error = answer.json.value("error", message(english_, "cli.error.answer"));
            break;
        case CallEnd::failed:
            answer.error = message(english_, "cli.error.failed", {result.text});
            break;
        case CallEnd::died:
            office_.reset();
            answer.error = message(english_, "cli.error.died", {file});
            break;
        case CallEnd::timedOut:
            office_.reset();
            answer.error = message(english_, "cli.error.timeout", {file, std::to_string(limit_.count())});
            break;
    }
    return answer;
}

}  // namespace thethuc::cli
