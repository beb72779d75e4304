#include "uno/session/timer.hpp"

#include <utility>

#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"

namespace thethuc::uno {

Timer::Timer(css::uno::Reference<css::uno::XComponentContext> context, std::chrono::milliseconds delay,
             std::function<void()> fire)
    : context_(std::move(context)), delay_(delay), fire_(std::move(fire)) {}

Timer::~Timer() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Timer::restart() {
    {
        const std::lock_guard lock(mutex_);
        due_ = std::chrono::steady_clock::now() + delay_;
        armed_ = true;
    }
    if (!thread_.joinable()) thread_ = std::thread([this] { guarded("timer", [this] { run(); }); });
    wake_.notify_all();
}

void Timer::stop() {
    const std::lock_guard lock(mutex_);
    armed_ = false;
}

void Timer::run() {
    std::unique_lock lock(mutex_);
    while (!ends_) {
        if (!armed_) {
            wake_.wait(lock);
        } else if (std::chrono::steady_clock::now() < due_) {
            wake_.wait_until(lock, due_);
        } else {
            armed_ = false;
            lock.unlock();
            postToMainThread(context_, fire_);
            lock.lock();
        }
    }
}

}  // namespace thethuc::uno
