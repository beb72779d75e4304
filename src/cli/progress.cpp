#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>

namespace thethuc::cli {

using namespace std::chrono_literals;

Progress::Progress() : terminal_(isatty(STDERR_FILENO) != 0) {
    if (terminal_)
        thread_ = std::thread([this] { loop(); });
}

Progress::~Progress() {
    if (!terminal_)
        return;
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    thread_.join();
    wipe();
}

void Progress::show(const std::string& text) {
    const std::lock_guard lock(mutex_);
    text_ = text;
    changed_.notify_all();
}

void Progress::clear() {
    const std::lock_guard lock(mutex_);
    text_.clear();
    wipe();
}

void Progress::wipe() {
    if (shown_)
        std::cerr << "\r\x1b[K" << std::flush;
    shown_ = false;
}

void Progress::loop() {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, 1s, [&] { return stop_; }))
        return;
    std::string last;
    while (!stop_) {
        if (!text_.empty() && (text_ != last || !shown_)) {
            std::cerr << "\r\x1b[K" << text_ << std::flush;
            last = text_;
            shown_ = true;
        }
        changed_.wait_for(lock, 200ms);
    }
}

}  // namespace thethuc::cli
