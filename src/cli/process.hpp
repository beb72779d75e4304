// Child processes, private folders and the wish to stop, without leaving anything behind.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace thethuc::cli {

/// Thrown where work is waited for, once Ctrl+C, SIGTERM or SIGHUP has come in.
class Interrupted : public std::runtime_error {
public:
    explicit Interrupted(int signal) : std::runtime_error("interrupted"), signal_(signal) {}
    [[nodiscard]] int signal() const noexcept { return signal_; }

private:
    int signal_;
};

/// From now on those signals are only noted; throwIfInterrupted() and the waits below act on them.
void noteSignals();
void throwIfInterrupted();

/// A folder of this process alone, below the folder for temporary files. It goes with the object; folders of
/// processes that died without a chance to clean up go when the next one is made.
class RunFolder {
public:
    RunFolder();
    ~RunFolder();
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
    int lock_ = -1;
};

/// Holds a lock file for as long as it lives; waits for it, Ctrl+C ends the wait.
class FileLock {
public:
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int descriptor_ = -1;
};

struct Launch {
    std::vector<std::string> words;              ///< program and its arguments
    std::map<std::string, std::string> set;      ///< environment on top of our own
    std::vector<std::string> clear;              ///< names taken out of the environment
    std::filesystem::path folder;                ///< where it works; empty: here
    std::filesystem::path log;                   ///< where its output goes; empty: nowhere
    bool asOrdinaryUser = false;                 ///< root only: in a user namespace, as the number 1000
};

/// A child in a process group of its own. It is killed, with what it started, when the object goes, and by the
/// kernel if this process dies.
class Child {
public:
    Child() = default;
    explicit Child(const Launch& launch);
    ~Child() { kill(); }
    Child(Child&& other) noexcept : pid_(other.pid_), status_(other.status_) { other.pid_ = -1; }
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] pid_t pid() const noexcept { return pid_; }
    /// True while it runs; afterwards status() is its exit code, 128 + the signal that ended it.
    [[nodiscard]] bool running();
    [[nodiscard]] int status() const noexcept { return status_; }
    /// Waits for its end; false once the time is up.
    bool wait(std::chrono::milliseconds limit, bool interruptible = true);
    void kill() noexcept;

private:
    pid_t pid_ = -1;
    int status_ = -1;
};

/// File in an office's folder for temporary files: its named sockets, one a line, for whoever has to clean up.
inline constexpr const char* kSocketList = "sockets";

/// Named sockets that the process has open now. An office that is killed leaves them behind.
[[nodiscard]] std::vector<std::filesystem::path> namedSockets(pid_t pid);

/// "file:///…" with everything outside letters, digits and -._~/ escaped.
[[nodiscard]] std::string fileUrl(const std::filesystem::path& path);

}  // namespace thethuc::cli
