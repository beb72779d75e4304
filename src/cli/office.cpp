#include "cli/office.hpp"

#include <unistd.h>

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <com/sun/star/connection/NoConnectException.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/bootstrap.hxx>

#include <array>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <random>
#include <thread>

namespace thethuc::cli {
namespace {

namespace fs = std::filesystem;
namespace css = com::sun::star;
using namespace std::chrono_literals;
using css::uno::Reference;

constexpr auto kStartLimit = 120s;
constexpr auto kEndLimit = 10s;
constexpr auto kPoll = 20ms;
// what soffice.bin answers when it wants to be started once more (after changes to its own set-up)
constexpr std::array kRestartCodes{79, 81};

rtl::OUString ustring(const std::string& text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

std::string utf8(const rtl::OUString& text) {
    const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

// The component context of this process: no office in it, only bridge and connector.
const Reference<css::uno::XComponentContext>& localContext(const fs::path& office) {
    static const Reference<css::uno::XComponentContext> context = [&] {
        const std::string types = fileUrl(office / "program/types/offapi.rdb");
        setenv("URE_MORE_TYPES", types.c_str(), 1);
        return cppu::defaultBootstrap_InitialComponentContext(ustring(fileUrl(office / "program/unorc")));
    }();
    return context;
}

std::string lastLines(const fs::path& log) {
    std::ifstream file(log);
    std::string line, result;
    while (std::getline(file, line))
        if (!line.empty())
            result = line;
    return result;
}

}  // namespace

struct Office::Connection {
    Reference<css::uno::XComponentContext> remote;
    Reference<css::task::XJob> entry;
};

Launch officeLaunch(const Places& places, const fs::path& temporary) {
    Launch launch;
    launch.folder = temporary;
    launch.clear = {"LIBRARY_PATH", "LD_LIBRARY_PATH", "LD_PRELOAD", "DISPLAY", "WAYLAND_DISPLAY", "URE_MORE_TYPES",
                    "SESSION_MANAGER", "PYTHONPATH", "PYTHONHOME"};
    launch.set = {{"TMPDIR", temporary.string()}, {"SAL_USE_VCLPLUGIN", "svp"}, {"SAL_DISABLE_OPENCL", "1"}};
    if (places.foreignOffice)
        launch.set["LD_LIBRARY_PATH"] = libraryPath(places.office);
    // For builds with a sanitizer: its runtime must be there before the office's own libraries.
    if (const char* preload = std::getenv("THETHUC_PRELOAD"))
        launch.set["LD_PRELOAD"] = preload;
    return launch;
}

Office::Office(const Places& places, const fs::path& profile, const fs::path& temporary)
    : log_(std::getenv("THETHUC_OFFICE_LOG") != nullptr ? fs::path(std::getenv("THETHUC_OFFICE_LOG"))
                                                        : temporary / "office.log") {
    const fs::path program = places.office / "program/soffice.bin";
    if (!fs::exists(program))
        throw OfficeError("cli.office.missing", places.office.string());

    std::random_device random;
    const std::string pipe = "thethuc-" + std::to_string(getpid()) + "-" + std::to_string(random());
    Launch launch = officeLaunch(places, temporary);
    launch.log = log_;
    launch.words = {program.string(), "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                    "--accept=pipe,name=" + pipe + ";urp;", "-env:UserInstallation=" + fileUrl(profile)};
    child_ = Child(launch);

    connection_ = std::make_shared<Connection>();
    const auto context = localContext(places.office);
    const auto resolver = css::bridge::UnoUrlResolver::create(context);
    const rtl::OUString url = ustring("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext");
    const auto end = std::chrono::steady_clock::now() + kStartLimit;
    int restarts = 0;
    for (;;) {
        throwIfInterrupted();
        if (!child_.running()) {
            bool again = false;
            for (const int code : kRestartCodes)
                again = again || child_.status() == code;
            if (!again || ++restarts > 3)
                throw OfficeError("cli.office.start", lastLines(log_) + " (" + std::to_string(child_.status()) + ")");
            child_ = Child(launch);
        }
        const auto connection = connection_;
        const CallResult result = run(
            [resolver, url, connection]() -> std::string {
                try {
                    connection->remote.set(resolver->resolve(url), css::uno::UNO_QUERY_THROW);
                    return "connected";
                } catch (const css::connection::NoConnectException&) {
                    return {};
                }
            },
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()));
        if (result.end == CallEnd::answered && !result.text.empty())
            break;
        if (result.end == CallEnd::timedOut || std::chrono::steady_clock::now() >= end) {
            destroy();
            throw OfficeError("cli.office.start", lastLines(log_));
        }
        std::this_thread::sleep_for(kPoll);
    }
    sockets_ = namedSockets(child_.pid());
    std::ofstream list(temporary / kSocketList);
    for (const auto& socket : sockets_)
        list << socket.string() << '\n';
}

Office::~Office() { destroy(); }

CallResult Office::run(const std::function<std::string()>& work, std::chrono::milliseconds limit) {
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        bool done = false, failed = false, broken = false;
        std::string text;
    };
    const auto state = std::make_shared<State>();
    std::thread worker([state, work] {
        std::string text;
        bool failed = false, broken = false;
        try {
            text = work();
        } catch (const css::lang::DisposedException& e) {
            broken = true;
            text = utf8(e.Message);
        } catch (const css::uno::Exception& e) {
            failed = true;
            text = utf8(e.Message);
        } catch (const std::exception& e) {
            failed = true;
            text = e.what();
        }
        const std::lock_guard lock(state->mutex);
        state->text = text;
        state->failed = failed;
        state->broken = broken;
        state->done = true;
        state->changed.notify_all();
    });

    const auto end = std::chrono::steady_clock::now() + limit;
    CallResult result;
    int interrupted = 0;
    std::unique_lock lock(state->mutex);
    while (!state->changed.wait_for(lock, kPoll, [&] { return state->done; })) {
        lock.unlock();
        bool stop = true;
        if (!child_.running()) {
            result.end = CallEnd::died;
        } else if (std::chrono::steady_clock::now() >= end) {
            result.end = CallEnd::timedOut;
        } else {
            stop = false;
            try {
                throwIfInterrupted();
            } catch (const Interrupted& e) {
                interrupted = e.signal();
                stop = true;
            }
        }
        lock.lock();
        if (!stop)
            continue;
        // Without its office the bridge falls, and with it the call.
        child_.kill();
        state->changed.wait_for(lock, 5s, [&] { return state->done; });
        lock.unlock();
        if (state->done)
            worker.join();
        else
            worker.detach();
        destroy();
        if (interrupted != 0)
            throw Interrupted(interrupted);
        return result;
    }
    lock.unlock();
    worker.join();
    result.text = state->text;
    if (state->broken) {
        // The bridge fell: the office is dying, or out of step with us. Either way it is of no more use.
        child_.wait(2s, false);
        destroy();
        result.end = CallEnd::died;
    } else {
        result.end = state->failed ? CallEnd::failed : CallEnd::answered;
    }
    return result;
}

CallResult Office::call(const std::string& request, std::chrono::milliseconds limit) {
    const auto connection = connection_;
    if (!connection)
        return {CallEnd::died, {}};
    return run(
        [connection, request]() -> std::string {
            if (!connection->entry.is()) {
                const Reference<css::lang::XMultiComponentFactory> factory(connection->remote->getServiceManager());
                connection->entry.set(
                    factory->createInstanceWithContext(ustring("vn.thethuc.JsonEntry"), connection->remote),
                    css::uno::UNO_QUERY_THROW);
            }
            const css::beans::NamedValue argument(ustring("Request"), css::uno::Any(ustring(request)));
            const css::uno::Any answer = connection->entry->execute({&argument, 1});
            rtl::OUString text;
            answer >>= text;
            return utf8(text);
        },
        limit);
}

void Office::terminate() {
    const auto connection = connection_;
    if (!connection)
        return;
    const auto ignored = run(
        [connection]() -> std::string {
            const Reference<css::lang::XMultiComponentFactory> factory(connection->remote->getServiceManager());
            const Reference<css::frame::XDesktop> desktop(
                factory->createInstanceWithContext(ustring("com.sun.star.frame.Desktop"), connection->remote),
                css::uno::UNO_QUERY_THROW);
            connection->entry.clear();
            desktop->terminate();
            return {};
        },
        kEndLimit);
    static_cast<void>(ignored);
    child_.wait(kEndLimit, false);
    destroy();
}

void Office::destroy() noexcept {
    child_.kill();
    connection_.reset();
    std::error_code ignored;
    for (const auto& socket : sockets_)
        fs::remove(socket, ignored);
    sockets_.clear();
}

}  // namespace thethuc::cli
