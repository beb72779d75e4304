// A headless office with the extension, in a profile of its own, for this process alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "cli/places.hpp"
#include "cli/process.hpp"

namespace thethuc::cli {

/// The office itself cannot be used: missing, does not start, extension cannot be installed.
class OfficeError : public std::runtime_error {
public:
    /// `key` of locale/*/cli.json, `detail` goes into its gap {0}
    OfficeError(std::string key, const std::string& detail) : std::runtime_error(detail), key_(std::move(key)) {}
    [[nodiscard]] const std::string& key() const noexcept { return key_; }

private:
    std::string key_;
};

enum class CallEnd : std::uint8_t { answered, died, timedOut, failed };

struct CallResult {
    CallEnd end = CallEnd::failed;
    std::string text;                            ///< the answer, or what went wrong
};

/// The environment that every program of the office gets.
[[nodiscard]] Launch officeLaunch(const Places& places, const std::filesystem::path& temporary);

class Office {
public:
    /// Starts with the profile and waits until it answers. Throws OfficeError, Interrupted.
    Office(const Places& places, const std::filesystem::path& profile, const std::filesystem::path& temporary);
    ~Office();
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    /// One request to the extension's JSON entry. After anything but `answered` or `failed` the office is gone.
    [[nodiscard]] CallResult call(const std::string& request, std::chrono::milliseconds limit);
    /// Ends it in good order, so that it saves its profile.
    void terminate();

private:
    struct Connection;
    CallResult run(const std::function<std::string()>& work, std::chrono::milliseconds limit);
    void destroy() noexcept;

    Child child_;
    std::shared_ptr<Connection> connection_;
    std::vector<std::filesystem::path> sockets_;
    std::filesystem::path log_;
};

}  // namespace thethuc::cli
