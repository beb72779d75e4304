#include "cli/session.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>

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

// Why the file cannot be given to the office at all; a message key, or empty.
std::string refusal(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return "error.not-found";
    if (error)
        return "error.not-readable";
    if (status.type() == fs::file_type::directory)
        return "error.folder";
    if (status.type() != fs::file_type::regular || std::find(kEndings.begin(), kEndings.end(), ending(path)) == kEndings.end())
        return "error.not-text";
    if (access(path.c_str(), R_OK) != 0)
        return "error.not-readable";
    if (fs::file_size(path, error) == 0 && !error)
        return "error.empty-file";
    return {};
}

// The office speaks of its copy; people know their own file.
std::string inTheirWords(std::string text, const fs::path& copy, const std::string& file) {
    for (const std::string& own : {fileUrl(copy), copy.string()})
        for (std::size_t at = 0; !copy.empty() && (at = text.find(own, at)) != std::string::npos; at += file.size())
            text.replace(at, own.size(), file);
    return text;
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
    fs::path copy;
    if (!file.empty()) {
        if (const std::string key = refusal(file); !key.empty()) {
            answer.error = message(english_, key, {file});
            return answer;
        }
        copy = freshFolder() / fs::path(file).filename();
        std::error_code error;
        if (!fs::copy_file(file, copy, error)) {
            answer.error = message(english_, "error.not-readable", {file});
            return answer;
        }
        request["url"] = fileUrl(copy);
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
    if (!copy.empty()) {
        std::error_code ignored;
        fs::remove_all(copy.parent_path(), ignored);
    }
    switch (result.end) {
        case CallEnd::answered:
            answer.json = nlohmann::ordered_json::parse(result.text, nullptr, false);
            if (!answer.json.is_object())
                answer.error = message(english_, "cli.error.answer");
            else if (!answer.json.value("ok", false))
                answer.error = inTheirWords(answer.json.value("error", message(english_, "cli.error.answer")), copy, file);
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
