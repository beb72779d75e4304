#include "uno/read/bench_job.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <time.h>

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/XOutputStream.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/supportsservice.hxx>
#include <nlohmann/json.hpp>
#include <rtl/ref.hxx>

#include "model/json.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/bench_check.hpp"
#include "uno/read/document_facts.hpp"
#include "uno/read/ignored.hpp"
#include "uno/read/locator.hpp"
#include "uno/read/snapshot_reader.hpp"

namespace thethuc::uno {

namespace {

using Json = nlohmann::json;
using Arguments = css::uno::Sequence<css::beans::NamedValue>;
using ComponentContext = css::uno::Reference<css::uno::XComponentContext>;
using Model = css::uno::Reference<css::frame::XModel>;

std::int32_t number(const Arguments& arguments, const char* name, std::int32_t fallback = 0) {
    return asOr<sal_Int32>(find(arguments, rtl::OUString::createFromAscii(name)), fallback);
}

// Processor time of this thread: a machine that is busy with other things must not change what is measured.
// All that is measured works in this one thread.
double millisecondsOf(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double start = now();
    work();
    return now() - start;
}

Json timesOf(std::int32_t repeat, const std::function<void()>& work) {
    std::vector<double> times;
    for (std::int32_t i = 0; i < std::max(1, repeat); ++i) times.push_back(millisecondsOf(work));
    Json all = times;
    std::sort(times.begin(), times.end());
    return {{"median", times[times.size() / 2]}, {"best", times.front()}, {"all", std::move(all)}};
}

// Takes the export's bytes and counts them: the disk must not be measured.
class Nowhere final : public Implements<css::io::XOutputStream> {
public:
    void SAL_CALL writeBytes(const css::uno::Sequence<sal_Int8>& data) override { bytes_ += data.getLength(); }
    void SAL_CALL flush() override {}
    void SAL_CALL closeOutput() override {}
    [[nodiscard]] std::int64_t bytes() const noexcept { return bytes_; }

private:
    std::int64_t bytes_ = 0;
};

std::int64_t exportPdf(const Model& model) {
    const css::uno::Reference<css::frame::XStorable> storable(model, css::uno::UNO_QUERY_THROW);
    const rtl::Reference<Nowhere> sink(new Nowhere);
    const css::uno::Reference<css::io::XOutputStream> stream(sink.get());
    storable->storeToURL("private:stream", seq<css::beans::PropertyValue>({
        argument("FilterName", rtl::OUString("writer_pdf_Export")), argument("OutputStream", stream)}));
    return sink->bytes();
}

Json bench(const ComponentContext& context, const Arguments& arguments) {
    const std::int32_t repeat = number(arguments, "repeat", 5);
    Json result;
    Model model;
    const css::uno::Reference<css::frame::XComponentLoader> loader(
        context->getServiceManager()->createInstanceWithContext("com.sun.star.frame.Desktop", context),
        css::uno::UNO_QUERY_THROW);
    const auto file = asOr(find(arguments, "url"), rtl::OUString());
    result["load"] = millisecondsOf([&] {
        model.set(loader->loadComponentFromURL(file, "_blank", 0, seq<css::beans::PropertyValue>({argument("Hidden", true)})),
                  css::uno::UNO_QUERY_THROW);
    });
    std::int32_t pages = 0;
    result["layout"] = millisecondsOf([&] { pages = countPages(model); });
    result["pages"] = pages;
    result["first_snapshot"] = millisecondsOf([&] { (void)readResult(context, model); });
    std::size_t paragraphs = 0;
    result["bare"] = timesOf(repeat, [&] { paragraphs = bareWalk(context, model); });
    result["paragraphs"] = paragraphs;
    result["snapshot"] = timesOf(repeat, [&] { (void)readResult(context, model); });
    std::vector<double> checking;
    std::size_t findings = 0;
    for (std::int32_t i = 0; i < std::max(1, repeat); ++i) checking.push_back(millisecondsOfCheck(context, model, findings));
    std::sort(checking.begin(), checking.end());
    result["check"] = {{"median", checking[checking.size() / 2]}, {"best", checking.front()}};
    result["findings"] = findings;
    std::int64_t bytes = 0;
    result["pdf"] = timesOf(std::max(1, repeat / 3), [&] { bytes = exportPdf(model); });
    result["pdf_bytes"] = bytes;
    const css::uno::Reference<css::util::XCloseable> open(model, css::uno::UNO_QUERY);
    if (open.is()) open->close(true);
    return result;
}

ReadResult readAsAsked(const ComponentContext& context, const Model& model, const Arguments& arguments) {
    ReadOptions options;
    options.pages = asOr(find(arguments, "pages"), false);
    const std::int32_t slice = number(arguments, "slice");
    if (slice <= 0) return readResult(context, model, options);
    SnapshotReader reader(context, model, options);
    while (reader.step(static_cast<std::size_t>(slice))) {
        if (reader.done() > reader.expected()) throw std::logic_error("more read than expected");
    }
    return reader.takeResult();
}

Json mappingJson(const Mapping& mapping) {
    static constexpr const char* kKinds[] = {"body", "frame", "shape", "footnote", "endnote", "page"};
    Json result = Json::array();
    for (const StorySource& source : mapping.stories) {
        result.push_back({{"kind", kKinds[static_cast<std::size_t>(source.kind)]},
                          {"name", source.name}, {"index", source.index}, {"property", source.property}});
    }
    return result;
}

Json snapshot(const ComponentContext& context, const Model& model, const Arguments& arguments) {
    const ReadResult read = readAsAsked(context, model, arguments);
    return {{"document", Json::parse(model::toJson(read.document).dump())}, {"mapping", mappingJson(read.mapping)}};
}

Json locate(const ComponentContext& context, const Model& model, const Arguments& arguments) {
    const ReadResult read = readResult(context, model);
    Locator locator(model, read);
    model::Place place;
    place.range = {number(arguments, "story"), number(arguments, "paragraph"), number(arguments, "start"),
                   number(arguments, "length")};
    const std::string digits = toUtf8(asOr(find(arguments, "fingerprint"), rtl::OUString()));
    std::from_chars(digits.data(), digits.data() + digits.size(), place.fingerprint, 16);
    Json result;
    const auto found = locator.paragraph(place);
    result["found"] = found.has_value();
    if (!found) return result;
    result["index"] = found->index;
    const auto range = locator.range(place);
    result["text"] = range ? toUtf8((*range)->getString()) : std::string();
    result["pieces"] = Json::array();
    for (const auto& piece : locator.pieces(place)) result["pieces"].push_back(toUtf8(piece->getString()));
    if (asOr(find(arguments, "show"), false)) result["shown"] = locator.show(place);
    model::Range now = place.range;
    now.paragraph = found->index;
    result["page"] = locator.pageOf(now);
    return result;
}

// What the located range shows must be what the snapshot says, for everything that can be looked up.
Json verify(const ComponentContext& context, const Model& model) {
    const ReadResult read = readResult(context, model);
    Locator locator(model, read);
    Json faults = Json::array();
    const auto fault = [&faults](const std::string& what) {
        if (faults.size() < 50) faults.push_back(what);
    };
    std::size_t looked = 0;
    for (std::size_t s = 0; s < read.document.stories.size(); ++s) {
        const model::Story& story = read.document.stories[s];
        for (std::size_t p = 0; p < story.paragraphs.size(); ++p) {
            const model::Paragraph& paragraph = story.paragraphs[p];
            const std::string where = std::to_string(s) + "/" + std::to_string(p);
            const auto length = static_cast<std::int32_t>(paragraph.text.size());
            model::Range range{static_cast<std::int32_t>(s), static_cast<std::int32_t>(p), 0, length};
            std::int32_t at = 0;
            for (const model::Run& run : paragraph.runs) {
                if (run.start != at) fault(where + ": runs do not adjoin");
                at = run.start + run.length;
                // the middle of a run, so that pieces are cut on both sides
                const bool whole = run.kind != model::RunKind::text;
                const std::int32_t from = run.start + (whole ? 0 : run.length / 4);
                const std::int32_t size = whole ? run.length : run.length / 2;
                if (size == 0) continue;
                std::u32string shown;
                for (const auto& piece : locator.pieces({{range.story, range.paragraph, from, size}, 0})) {
                    shown += toU32(piece->getString());
                }
                ++looked;
                const std::u32string expected =
                    paragraph.text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(size));
                if (shown != expected) fault(where + ": " + text::toUtf8(expected) + " | " + text::toUtf8(shown));
            }
            if (at != length) fault(where + ": runs do not cover the text");
            ++looked;
            const auto found = locator.paragraph(read.document.place(range));
            if (!found) {
                fault(where + ": not found");
            } else if (locator.paragraph(range)->index != range.paragraph) {
                fault(where + ": another paragraph");
            }
        }
    }
    for (const model::Shape& shape : read.document.shapes) {
        ++looked;
        if (!locator.shape(shape.name).is()) fault("shape " + shape.name + ": not found");
    }
    for (std::size_t t = 0; t < read.document.tables.size(); ++t) {
        ++looked;
        if (!locator.table(static_cast<std::int32_t>(t)).is()) fault("table " + std::to_string(t) + ": not found");
    }
    for (const model::PageStyle& style : read.document.pageStyles) {
        if (!locator.pageStyle(style.name).is()) fault("page style " + style.name + ": not found");
    }
    return {{"faults", std::move(faults)}, {"looked_up", looked}};
}

Json ignored(const Model& model, const Arguments& arguments) {
    Json result;
    rtl::OUString json;
    if (find(arguments, "json") >>= json) result["written"] = writeIgnored(model, ignoredFromJson(toUtf8(json)));
    result["ignored"] = Json::array();
    for (const auto& item : readIgnored(model)) {
        result["ignored"].push_back({{"rule", item.rule}, {"fingerprint", item.fingerprint}, {"reason", text::toUtf8(item.reason)}});
    }
    return result;
}

// Called in the bridge's thread, not in the main one.
Json threads(const ComponentContext& context) {
    Json faults = Json::array();
    const auto expect = [&faults](bool true_, const char* what) {
        if (!true_) faults.push_back(what);
    };
    expect(!isMainThread(), "called in a thread of the bridge");
    expect(onMainThread(context, [] { return isMainThread(); }), "work runs in the main thread");
    bool locked = false;
    bool nested = false;
    runOnMainThread(context, [&] {
        locked = holdsOfficeLock();
        runOnMainThread(context, [&] { nested = isMainThread(); });
    });
    expect(locked, "the main thread holds the office's lock");
    expect(nested, "a call in the main thread runs at once");
    expect(!holdsOfficeLock(), "this thread holds no lock");
    std::string message;
    try {
        runOnMainThread(context, [] { throw std::runtime_error("thrown there"); });
    } catch (const std::runtime_error& failure) {
        message = failure.what();
    }
    expect(message == "thrown there", "exceptions come back");
    int sum = 0;
    std::vector<std::thread> callers;
    for (int i = 1; i <= 8; ++i) {
        callers.emplace_back([&context, &sum, i] { runOnMainThread(context, [&sum, i] { sum += i; }); });
    }
    for (std::thread& caller : callers) caller.join();
    expect(sum == 36, "several threads at once");
    return {{"faults", std::move(faults)}};
}

Json fingerprint(const Arguments& arguments) {
    model::Paragraph paragraph;
    paragraph.text = toU32(asOr(find(arguments, "text"), rtl::OUString()));
    char digits[17] = {};
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(paragraph.fingerprint()));
    return {{"fingerprint", digits}};
}

Json run(const ComponentContext& context, const Model& model, const std::string& call, const Arguments& arguments) {
    if (call == "fingerprint") return fingerprint(arguments);
    if (call == "bench") return bench(context, arguments);
    if (!model.is()) throw std::invalid_argument("no document");
    if (call == "walk") return {{"paragraphs", bareWalk(context, model)}};
    if (call == "snapshot") return snapshot(context, model, arguments);
    if (call == "locate") return locate(context, model, arguments);
    if (call == "verify") return verify(context, model);
    if (call == "ignored") return ignored(model, arguments);
    throw std::invalid_argument("unknown call " + call);
}

}  // namespace

css::uno::Any SAL_CALL BenchJob::execute(const Arguments& arguments) {
    Json answer;
    try {
        const std::string call = toUtf8(asOr(find(arguments, "call"), rtl::OUString()));
        Model model;
        find(arguments, "document") >>= model;
        answer = call == "threads" ? threads(context_)
                                   : onMainThread(context_, [&] { return run(context_, model, call, arguments); });
    } catch (...) {
        answer = {{"error", describeCurrentException()}};
    }
    return css::uno::Any(str(answer.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

rtl::OUString SAL_CALL BenchJob::getImplementationName() { return "vn.thethuc.comp.Bench"; }
sal_Bool SAL_CALL BenchJob::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL BenchJob::getSupportedServiceNames() {
    return seq<rtl::OUString>({"vn.thethuc.Bench"});
}

}  // namespace thethuc::uno

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* vn_thethuc_Bench(css::uno::XComponentContext* context,
                                                                       css::uno::Sequence<css::uno::Any> const&) {
    return cppu::acquire(static_cast<cppu::OWeakObject*>(
        new thethuc::uno::BenchJob(css::uno::Reference<css::uno::XComponentContext>(context))));
}
