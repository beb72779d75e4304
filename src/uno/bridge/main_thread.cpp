#include "uno/bridge/main_thread.hpp"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include <dlfcn.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/implements.hpp"

namespace thethuc::uno {

namespace {

class Callback final : public Implements<css::awt::XCallback> {
public:
    explicit Callback(std::function<void()> work) : work_(std::move(work)) {}

    void SAL_CALL notify(const css::uno::Any&) override {
        // Moved out first: what the work holds must not outlive its run inside the office's event queue.
        const std::function<void()> work = std::move(work_);
        work_ = nullptr;
        if (work) guarded("main thread", work);
    }

private:
    std::function<void()> work_;
};

bool post(const css::uno::Reference<css::uno::XComponentContext>& context, std::function<void()> work) {
    if (!context.is()) return false;
    const css::uno::Reference<css::lang::XMultiComponentFactory> factory = context->getServiceManager();
    if (!factory.is()) return false;
    const css::uno::Reference<css::awt::XRequestCallback> queue(
        factory->createInstanceWithContext("com.sun.star.awt.AsyncCallback", context), css::uno::UNO_QUERY);
    if (!queue.is()) return false;
    const css::uno::Reference<css::awt::XCallback> callback(new Callback(std::move(work)));
    queue->addCallback(callback, {});
    return true;
}

// What the waiting thread and the main thread share; whoever claims first does the work.
struct Task {
    std::mutex mutex;
    std::condition_variable done;
    bool claimed = false;
    bool finished = false;
    std::exception_ptr failure;
    const std::function<void()>* work = nullptr;

    bool claim() {
        const std::lock_guard lock(mutex);
        if (claimed) return false;
        claimed = true;
        return true;
    }

    void run() {
        std::exception_ptr caught;
        try {
            (*work)();
        } catch (...) {
            caught = std::current_exception();
        }
        // Notified under the lock: the waiter may free nothing before this thread has let go of it.
        const std::lock_guard lock(mutex);
        failure = caught;
        finished = true;
        done.notify_all();
    }
};

}  // namespace

bool isMainThread() noexcept {
    // The office runs its event loop in the thread that started the process.
    return static_cast<pid_t>(syscall(SYS_gettid)) == getpid();
}

bool holdsOfficeLock() noexcept {
    // No public interface tells this. The office's own library exports the answer in all versions we
    // support; where it does not, callers fall back on waiting.
    using Get = void* (*)();
    using IsCurrent = bool (*)(const void*);
    struct Probe {
        Get get = nullptr;
        IsCurrent isCurrent = nullptr;
        Probe() {
            void* getSymbol = dlsym(RTLD_DEFAULT, "_ZN10comphelper10SolarMutex3getEv");
            void* currentSymbol = dlsym(RTLD_DEFAULT, "_ZNK10comphelper10SolarMutex15IsCurrentThreadEv");
            get = reinterpret_cast<Get>(getSymbol);
            isCurrent = reinterpret_cast<IsCurrent>(currentSymbol);
        }
    };
    static const Probe probe;
    if (probe.get == nullptr || probe.isCurrent == nullptr) return false;
    const void* mutex = probe.get();
    return mutex != nullptr && probe.isCurrent(mutex);
}

bool postToMainThread(const css::uno::Reference<css::uno::XComponentContext>& context, std::function<void()> work) {
    return guarded("post", false, [&] { return post(context, std::move(work)); });
}

void runOnMainThread(const css::uno::Reference<css::uno::XComponentContext>& context,
                     const std::function<void()>& work) {
    if (isMainThread() || holdsOfficeLock()) {
        work();
        return;
    }
    const auto task = std::make_shared<Task>();
    task->work = &work;
    const bool posted = post(context, [task] {
        if (task->claim()) task->run();
    });
    if (!posted) throw css::lang::DisposedException("the office takes no events", {});

    // The limit only matters where the lock cannot be asked for and this thread holds it: then the main
    // thread stands still, and after a while the work is done here. A main thread that is merely busy
    // (a long layout) keeps us waiting no longer than it would in any call.
    constexpr auto kPatience = std::chrono::minutes(2);
    std::unique_lock lock(task->mutex);
    const auto isFinished = [&] { return task->finished; };
    if (!task->done.wait_for(lock, kPatience, isFinished)) {
        if (!task->claimed) {
            task->claimed = true;
            lock.unlock();
            work();
            return;
        }
        task->done.wait(lock, isFinished);
    }
    if (task->failure) std::rethrow_exception(task->failure);
}

}  // namespace thethuc::uno
