// The document belongs to the office's main thread (reading it elsewhere is slow, and fatal when it is
// closed meanwhile). These take work there and bring the result back.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <utility>

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace thethuc::uno {

/// True in the thread that runs the office's event loop.
[[nodiscard]] bool isMainThread() noexcept;

/// True if the caller holds the office's global lock, as far as that can be told; false where it cannot.
/// In the main thread the answer is always true for code that the office calls.
[[nodiscard]] bool holdsOfficeLock() noexcept;

/// Posts `work` to the event loop and returns at once. It runs later in the main thread, even when this
/// is the main thread already. Exceptions of `work` are logged and dropped. False if the office no
/// longer takes events.
bool postToMainThread(const css::uno::Reference<css::uno::XComponentContext>& context, std::function<void()> work);

/// Runs `work` in the main thread and waits until it is done; exceptions of `work` come back to the caller.
/// Called in the main thread, or by a thread that holds the office's global lock (the main thread could
/// never finish then, and nobody else can touch the document), it runs `work` right here.
void runOnMainThread(const css::uno::Reference<css::uno::XComponentContext>& context, const std::function<void()>& work);

/// The same for work with a result.
template <class Work>
[[nodiscard]] auto onMainThread(const css::uno::Reference<css::uno::XComponentContext>& context, Work&& work) {
    using Result = decltype(work());
    std::optional<Result> result;
    runOnMainThread(context, [&] { result.emplace(work()); });
    return std::move(*result);
}

}  // namespace thethuc::uno
