// One line on the terminal while the work goes on.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace thethuc::cli {

/// Shows on stderr, if that is a terminal, what is being done, once the work has taken longer than a second.
/// Takes the line away when it ends.
class Progress {
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void show(const std::string& text);
    /// Takes the line away for now, before something else is written to the terminal.
    void clear();

private:
    void loop();
    void wipe();                                 ///< mutex_ held

    bool terminal_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string text_;
    bool stop_ = false;
    bool shown_ = false;
    std::thread thread_;
};

}  // namespace thethuc::cli
