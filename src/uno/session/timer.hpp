// A timer that calls back in the office's main thread; the office offers none.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace thethuc::uno {

/// Calls `fire` in the main thread once `delay` has passed since the last restart(). The thread exists
/// only from the first restart() on. The destructor waits for the thread, never for the main thread; a call
/// that is already posted may still arrive afterwards: `fire` must hold what it needs.
class Timer {
public:
    Timer(css::uno::Reference<css::uno::XComponentContext> context, std::chrono::milliseconds delay,
          std::function<void()> fire);
    ~Timer();
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    void restart();
    void stop();

private:
    void run();

    css::uno::Reference<css::uno::XComponentContext> context_;
    std::chrono::milliseconds delay_;
    std::function<void()> fire_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::chrono::steady_clock::time_point due_;
    bool armed_ = false;
    bool ends_ = false;
    std::thread thread_;
};

}  // namespace thethuc::uno
