#include "cli/process.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>
#include <thread>

extern char** environ;

namespace thethuc::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kPoll = 20ms;
constexpr std::string_view kRunPrefix = "thethuc-run-";
constexpr const char* kRunLock = "thethuc-run.lock";

volatile std::sig_atomic_t g_signal = 0;

void note(int signal) { g_signal = signal; }

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

// Folders whose process is gone: nobody holds their lock any more.
void sweep(const fs::path& parent) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(parent, fs::directory_options::skip_permission_denied, ignored)) {
        const std::string name = entry.path().filename().string();
        struct stat info {};
        if (!name.starts_with(kRunPrefix) || lstat(entry.path().c_str(), &info) != 0 || !S_ISDIR(info.st_mode) ||
            info.st_uid != geteuid())
            continue;
        const int lock = open((entry.path() / kRunLock).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (lock < 0)
            continue;
        if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
            for (const auto& part : fs::directory_iterator(entry.path(), ignored)) {
                std::ifstream list(part.path() / kSocketList);
                for (std::string socket; std::getline(list, socket);)
                    fs::remove(socket, ignored);
            }
            fs::remove_all(entry.path(), ignored);
        }
        close(lock);
    }
}

bool writeAll(const char* file, const char* text) {
    const int descriptor = open(file, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const auto length = static_cast<ssize_t>(std::strlen(text));
    const bool good = write(descriptor, text, static_cast<std::size_t>(length)) == length;
    close(descriptor);
    return good;
}

// unopkg refuses to work for root. In a user namespace root's files are those of an ordinary user.
bool becomeOrdinaryUser() {
    return unshare(CLONE_NEWUSER) == 0 && writeAll("/proc/self/uid_map", "1000 0 1") &&
           writeAll("/proc/self/setgroups", "deny") && writeAll("/proc/self/gid_map", "1000 0 1");
}

}  // namespace

void noteSignals() {
    struct sigaction action {};
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
    signal(SIGPIPE, SIG_IGN);
}

void throwIfInterrupted() {
    if (g_signal != 0)
        throw Interrupted(g_signal);
}

RunFolder::RunFolder() {
    const fs::path parent = fs::temp_directory_path();
    sweep(parent);
    // Between the making of the lock and its taking another process may sweep: then try again.
    for (int tries = 0; tries < 5; ++tries) {
        std::string name = (parent / (std::string(kRunPrefix) + "XXXXXX")).string();
        if (mkdtemp(name.data()) == nullptr)
            fail(parent.string());
        path_ = name;
        lock_ = open((path_ / kRunLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock_ >= 0 && flock(lock_, LOCK_EX | LOCK_NB) == 0 && fs::exists(path_ / kRunLock))
            return;
        if (lock_ >= 0)
            close(lock_);
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fail(parent.string());
}

RunFolder::~RunFolder() {
    // An office that was killed may still be writing for a moment.
    std::error_code error;
    for (int tries = 0; tries < 5; ++tries) {
        fs::remove_all(path_, error);
        if (!error && !fs::exists(path_, error))
            break;
        std::this_thread::sleep_for(kPoll);
    }
    if (lock_ >= 0)
        close(lock_);
}

FileLock::FileLock(const fs::path& file) : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (descriptor_ < 0)
        fail(file.string());
    while (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (g_signal != 0) {
            close(descriptor_);
            throwIfInterrupted();
        }
        std::this_thread::sleep_for(kPoll);
    }
}

FileLock::~FileLock() { close(descriptor_); }

Child::Child(const Launch& launch) {
    std::map<std::string, std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text(*entry);
        const std::size_t equals = text.find('=');
        if (equals != std::string::npos)
            environment[text.substr(0, equals)] = text.substr(equals + 1);
    }
    for (const auto& name : launch.clear)
        environment.erase(name);
    for (const auto& [name, value] : launch.set)
        environment[name] = value;

    // Everything that needs memory comes before the fork.
    std::vector<std::string> pairs;
    for (const auto& [name, value] : environment)
        pairs.push_back(name + "=" + value);
    std::vector<char*> env, words;
    for (auto& pair : pairs)
        env.push_back(pair.data());
    env.push_back(nullptr);
    std::vector<std::string> copy = launch.words;
    for (auto& word : copy)
        words.push_back(word.data());
    words.push_back(nullptr);
    const std::string folder = launch.folder.string();
    const std::string log = launch.log.empty() ? "/dev/null" : launch.log.string();
    const pid_t parent = getpid();

    pid_ = fork();
    if (pid_ < 0)
        fail(launch.words.front());
    if (pid_ == 0) {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(127);
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
            signal(number, SIG_DFL);
        const int input = open("/dev/null", O_RDONLY);
        const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(input, 0);
        dup2(output, 1);
        dup2(output, 2);
        if (!folder.empty() && chdir(folder.c_str()) != 0)
            _exit(127);
        if (launch.asOrdinaryUser && !becomeOrdinaryUser())
            _exit(126);
        execve(words[0], words.data(), env.data());
        _exit(127);
    }
    setpgid(pid_, pid_);
}

Child& Child::operator=(Child&& other) noexcept {
    if (this != &other) {
        kill();
        pid_ = other.pid_;
        status_ = other.status_;
        other.pid_ = -1;
    }
    return *this;
}

bool Child::running() {
    if (pid_ <= 0)
        return false;
    int status = 0;
    const pid_t done = waitpid(pid_, &status, WNOHANG);
    if (done == 0 || (done < 0 && errno == EINTR))
        return true;
    status_ = done < 0 ? 127 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ::kill(-pid_, SIGKILL);  // what it may have left in its group
    pid_ = -1;
    return false;
}

bool Child::wait(std::chrono::milliseconds limit, bool interruptible) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (running()) {
        if (interruptible)
            throwIfInterrupted();
        if (std::chrono::steady_clock::now() >= end)
            return false;
        std::this_thread::sleep_for(kPoll);
    }
    return true;
}

void Child::kill() noexcept {
    if (pid_ <= 0)
        return;
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    pid_ = -1;
}

std::vector<fs::path> namedSockets(pid_t pid) {
    std::set<std::string> own;
    std::error_code ignored;
    const fs::path descriptors = "/proc/" + std::to_string(pid) + "/fd";
    for (const auto& entry : fs::directory_iterator(descriptors, ignored)) {
        const std::string target = fs::read_symlink(entry.path(), ignored).string();
        if (target.starts_with("socket:["))
            own.insert(target.substr(8, target.size() - 9));
    }
    std::vector<fs::path> result;
    std::ifstream table("/proc/net/unix");
    for (std::string line; std::getline(table, line);) {
        // Num RefCount Protocol Flags Type St Inode Path
        std::istringstream words(line);
        std::string skip, inode, path;
        for (int i = 0; i < 6; ++i)
            words >> skip;
        words >> inode;
        std::getline(words >> std::ws, path);
        if (path.starts_with('/') && own.contains(inode) && std::find(result.begin(), result.end(), path) == result.end())
            result.emplace_back(path);
    }
    return result;
}

std::string fileUrl(const fs::path& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result = "file://";
    for (const char c : fs::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            std::string_view("-._~/").find(c) != std::string_view::npos) {
            result += c;
        } else {
            result += '%';
            result += hex[byte >> 4U];
            result += hex[byte & 0xFU];
        }
    }
    return result;
}

}  // namespace thethuc::cli
