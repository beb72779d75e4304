#include "uno/service/calls.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/agency_profile.hpp"
#include "app/new_document.hpp"
#include "figures/conflicts.hpp"
#include "model/json.hpp"
#include "number/number.hpp"
#include "report/citations.hpp"
#include "report/json.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/next_report.hpp"
#include "uno/session/opener.hpp"
#include "uno/session/own_outlines.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/session/corrector.hpp"
#include "uno/session/drafter.hpp"
#include "uno/session/extra_parts.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/session/last_report.hpp"
#include "uno/session/memory.hpp"
#include "uno/session/resources.hpp"
#include "uno/session/styler.hpp"
#include "uno/session/table_update.hpp"
#include "uno/write/json_edits.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using report::Json;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

struct Request {
    std::string call;
    std::string type;                            ///< of a new document, “BC”
    std::string url;
    std::string path;
    std::string out;
    std::string profile;                         ///< URL of the agency's file; empty for none
    Texts texts;
    std::vector<std::string> only;
    bool unsafe = false;
    bool pages = true;
    Json json;
};

/// A member that is there and not null.
bool given(const Request& request, const std::string& name) {
    const auto found = request.json.find(name);
    return found != request.json.end() && !found->is_null();
}

/// A member that is text, `otherwise` where it is not given. Throws UserError where it is something else.
std::string textOf(const Request& request, const std::string& name, const std::string& otherwise = {}) {
    if (!given(request, name)) return otherwise;
    const Json& value = request.json[name];
    if (!value.is_string()) throw UserError(request.texts("error.request", {name}));
    return value.get<std::string>();
}

/// The same for a list of texts.
std::vector<std::string> textsOf(const Request& request, const std::string& name) {
    std::vector<std::string> result;
    if (!given(request, name)) return result;
    if (!request.json[name].is_array()) throw UserError(request.texts("error.request", {name}));
    for (const Json& one : request.json[name]) {
        if (!one.is_string()) throw UserError(request.texts("error.request", {name}));
        result.push_back(one.get<std::string>());
    }
    return result;
}

bool flagOf(const Request& request, const std::string& name, bool otherwise) {
    if (!given(request, name)) return otherwise;
    if (!request.json[name].is_boolean()) throw UserError(request.texts("error.request", {name}));
    return request.json[name].get<bool>();
}

/// Throws UserError for a request that nobody could mean.
Request parse(const Context& context, const std::string& text) {
    Request request;
    request.texts.language = report::languageOf(language(context));
    const auto wrong = [&](const std::string& what) { return UserError(request.texts("error.request", {what})); };
    request.json = Json::parse(text.empty() ? "{}" : text, nullptr, false);
    if (!request.json.is_object()) throw wrong("JSON");
    const std::string lang = textOf(request, "lang");
    if (!lang.empty() && lang != "vi" && lang != "en") throw wrong("lang");
    if (!lang.empty()) request.texts.language = report::languageOf(lang);
    request.call = textOf(request, "call");
    request.type = textOf(request, "type");
    request.url = textOf(request, "url");
    request.path = textOf(request, "path");
    request.out = textOf(request, "out");
    request.profile = textOf(request, "profile");
    request.unsafe = flagOf(request, "unsafe", false);
    request.pages = flagOf(request, "pages", true);
    request.only = textsOf(request, "only");
    return request;
}

/// The document of a request: given, or opened for the call.
struct Subject {
    std::unique_ptr<OpenedFile> file;
    css::uno::Reference<css::frame::XModel> model;
    std::string path;                            ///< for the answer
    std::string source;                          ///< of the file system; empty for a new document
};

Subject subjectOf(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    Subject subject;
    if (document.is()) {
        if (!isTextDocument(document)) throw UserError(request.texts("error.not-text", {toUtf8(document->getURL())}));
        subject.model = document;
        if (document->getURL().startsWith("file:")) subject.source = pathOf(document->getURL(), request.texts);
        subject.path = request.path.empty() ? subject.source : request.path;
        return subject;
    }
    if (request.url.empty()) throw UserError(request.texts("error.no-document"));
    subject.file = std::make_unique<OpenedFile>(context, str(request.url), request.texts, request.path);
    subject.model = subject.file->model();
    subject.source = subject.file->path();
    subject.path = request.path.empty() ? subject.source : request.path;
    return subject;
}

/// Forces the layout and measures it; the pages of later questions come cheap.
double layOut(const css::uno::Reference<css::frame::XModel>& model) {
    const Clock::time_point start = Clock::now();
    guarded("layout", [&] {
        const css::uno::Reference<css::uno::XInterface> controller(model->getCurrentController(), css::uno::UNO_QUERY);
        if (controller.is()) (void)property(controller, "PageCount");
    });
    return since(start);
}

std::int64_t rounded(double value) { return static_cast<std::int64_t>(value + 0.5); }

/// Pages of all places that the answer names, asked at once.
class Pages {
public:
    Pages(const css::uno::Reference<css::frame::XModel>& model, const Checked& checked) : Pages(model, checked.read, placesOf(checked)) {}
    Pages(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read, std::vector<model::Range> ranges) {
        std::sort(ranges.begin(), ranges.end());
        ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
        Locator locator(model, read);
        const std::vector<std::int32_t> pages = locator.pagesOf(ranges);
        for (std::size_t i = 0; i < ranges.size() && i < pages.size(); ++i) pages_.emplace(ranges[i], pages[i]);
    }
    [[nodiscard]] std::int32_t operator()(const model::Range& range) const {
        const auto found = pages_.find(range);
        return found == pages_.end() ? 0 : found->second;
    }

private:
    static std::vector<model::Range> placesOf(const Checked& checked) {
        std::vector<model::Range> ranges;
        for (const checks::Finding& finding : checked.findings()) {
            ranges.push_back(finding.at.range);
            if (finding.other.fingerprint != 0) ranges.push_back(finding.other.range);
        }
        for (const elements::Element& element : checked.outcome.analysis.elements) ranges.push_back(element.ranges.front());
        for (const citations::Mention& mention : checked.outcome.citations.mentions) ranges.push_back(mention.at);
        for (const figures::Figure& figure : checked.outcome.figures) ranges.push_back(figure.at);
        return ranges;
    }

    std::map<model::Range, std::int32_t> pages_;
};

Json documentAnswer(const Request& request, const Subject& subject, const Checked& checked, const Times& times, double load) {
    std::shared_ptr<Pages> pages;
    if (request.pages) pages = std::make_shared<Pages>(subject.model, checked);
    const report::DocumentReport reported{
        subject.path,
        checked.document(),
        checked.outcome.analysis,
        checked.outcome.result,
        pages ? std::function<std::int32_t(const model::Range&)>([pages](const model::Range& range) { return (*pages)(range); })
              : nullptr,
        {{"load", rounded(load)}, {"layout", rounded(times.layout)}, {"read", rounded(times.read)}, {"check", rounded(times.check)}},
        &checked.outcome.citations,
        checked.outcome.figures};
    return report::documentJson(request.texts.language, reported, *checked.rules);
}

std::optional<app::AgencyProfile> profileOf(const Context& context, const Request& request) {
    if (request.profile.empty()) return std::nullopt;
    return app::loadAgencyProfile(pathOf(str(request.profile), request.texts), request.texts.language, rules(context).get());
}

/// What is to be checked: what the request names, without what the agency's file switches off.
checks::Options optionsOf(const Context& context, const Request& request) {
    checks::Options options;
    options.only = request.only;
    if (const auto profile = profileOf(context, request)) options.without = profile->rulesOff;
    return options;
}

Json check(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const auto ruleset = rules(context);
    const checks::Options options = optionsOf(context, request);
    const Subject subject = subjectOf(context, request, document);
    Times times;
    if (request.pages) times.layout = layOut(subject.model);
    const auto checked = checkNow(context, subject.model, ruleset, options, {request.pages}, &times);
    Json result{{"ok", true}};
    result["document"] = documentAnswer(request, subject, *checked, times, subject.file ? subject.file->milliseconds() : 0);
    result["microseconds"] = {{"read", rounded(times.read * 1000)}, {"check", rounded(times.check * 1000)}};
    return result;
}

/// The file to write must be one that may be written, before anything is opened.
void checkOut(const Request& request) {
    checkTarget(str(request.out), request.url.empty() ? std::string() : pathOf(str(request.url), request.texts), request.texts);
}

Json fix(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const auto ruleset = rules(context);
    const checks::Options options = optionsOf(context, request);
    if (!document.is() || !request.out.empty()) checkOut(request);
    const Subject subject = subjectOf(context, request, document);
    if (!request.out.empty()) checkTarget(str(request.out), subject.source, request.texts);
    Times times;
    times.layout = layOut(subject.model);
    const Correction correction = correct(context, subject.model, ruleset, request.unsafe, options,
                                          str(request.texts("undo.fix-all")), subject.file != nullptr);
    // What broke off half way is not written: the person would take it for a corrected copy.
    if (correction.failed) throw UserError(request.texts("error.fix-failed", {subject.path, correction.trouble}));
    // what was corrected is told in the same form as what is left, each from its own snapshot
    Json changed = Json::array();
    for (const Corrected& one : correction.changed) {
        checks::Result single;
        single.findings.push_back(one.finding);
        const report::DocumentReport reported{subject.path, one.in->document(), one.in->outcome.analysis, single, nullptr, {}};
        changed.push_back(report::documentJson(request.texts.language, reported, *ruleset).at("findings").at(0));
    }
    if (!request.out.empty()) saveAs(subject.model, str(request.out), subject.source, request.texts);
    Json result{{"ok", true}, {"rounds", correction.rounds}, {"changed", std::move(changed)}};
    Json left = documentAnswer(request, subject, *correction.after, times, subject.file ? subject.file->milliseconds() : 0);
    result["remaining"] = left.at("findings");
    result["trouble"] = correction.trouble.empty() ? Json(nullptr) : Json(correction.trouble);
    if (!request.out.empty()) result["out"] = pathOf(str(request.out), request.texts);
    result["document"] = std::move(left);
    return result;
}

/// What the person gives for one document.
std::map<std::string, std::string> valuesOf(const Request& request) {
    std::map<std::string, std::string> set;
    if (!given(request, "set")) return set;
    if (!request.json["set"].is_object()) throw UserError(request.texts("error.request", {"set"}));
    for (const auto& [key, value] : request.json["set"].items()) {
        if (!value.is_string()) throw UserError(request.texts("error.request", {"set/" + key}));
        set[key] = value.get<std::string>();
    }
    return set;
}

/// A new document: opened from flat OpenDocument XML and saved where it is wanted.
Json create(const Context& context, const Request& request) {
    checkTarget(str(request.out), {}, request.texts);
    app::DraftRequest wanted;
    wanted.type = request.type;
    wanted.year = thisYear();
    wanted.outline = textOf(request, "outline");
    wanted.tables = textsOf(request, "tables");
    if (given(request, "figures")) {
        wanted.figures = draft::loadFigures(pathOf(str(textOf(request, "figures")), request.texts), request.texts.language);
    }
    wanted.set = valuesOf(request);
    const std::optional<app::AgencyProfile> profile = profileOf(context, request);
    const std::string outlines = given(request, "outlines") ? pathOf(str(textOf(request, "outlines")), request.texts) : std::string();
    const draft::Templates all = templates(context, request.texts, outlines);
    const app::Prepared ready = app::prepare(all, wanted, profile ? &*profile : nullptr, request.texts.language);
    const OpenedFile opened(context, request.texts, "thethuc-new.fodt", draft::flatOdf(all, ready.form, ready.content, ready.values));
    // The sample of a công văn has contact lines (mẫu 1.5); other documents have them where they are asked for.
    if (wanted.set.contains("contact") || (ready.form.type == "CV" && !ready.content.contact.empty())) {
        DraftResult contact;
        if (const std::string key = putContact(context, opened.model(), all, ready.content.contact, contact); !key.empty()) throw UserError(request.texts(key));
    }
    saveAs(opened.model(), str(request.out), {}, request.texts);
    return {{"ok", true}, {"out", pathOf(str(request.out), request.texts)}};
}

/// An earlier report moved on to the next period: written as a new file or, with "window", opened as an untitled document.
Json nextPeriod(const Context& context, const Request& request) {
    std::string period;
    for (const auto& [key, value] : valuesOf(request)) {
        if (key != "period") throw UserError(request.texts("draft.next.keys", {key}));
        period = value;
    }
    const bool window = flagOf(request, "window", false);
    if (!window) checkOut(request);
    if (window && request.url.empty()) throw UserError(request.texts("error.no-document"));
    std::optional<Subject> subject;
    if (!window) subject = subjectOf(context, request, {});
    const NextReport next = window ? openNextReport(context, str(request.url), period, request.texts) : moveReportOn(context, subject->model, subject->path, period, request.texts);
    Json left = Json::array();
    for (const OpenPoint& one : next.open) {
        Json at = nullptr;
        if (one.at.fingerprint != 0) at = {{"story", one.at.range.story}, {"paragraph", one.at.range.paragraph}};
        left.push_back({{"message", one.why}, {"text", one.words}, {"at", std::move(at)}});
    }
    Json result{{"ok", true}, {"from", draft::print(next.from)}, {"to", draft::print(next.to)}, {"moved", next.moved}, {"left", std::move(left)}};
    if (subject) {
        saveAs(subject->model, str(request.out), subject->source, request.texts);
        result["out"] = pathOf(str(request.out), request.texts);
    }
    return result;
}

/// Parts by the names that clients use.
std::optional<draft::Part> partOf(const std::string& name) {
    static const std::map<std::string, draft::Part> kNames{{"header", draft::Part::header},         {"title", draft::Part::title},
                                                           {"addressee", draft::Part::addressee},   {"legal-basis", draft::Part::legalBasis},
                                                           {"body", draft::Part::body},             {"ending", draft::Part::ending},
                                                           {"tables", draft::Part::tables}};
    const auto found = kNames.find(name);
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

/// Drafting in a document that is open, or in a copy of a file.
Json draftCall(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    if (!request.out.empty()) checkOut(request);
    DraftRequest wanted;
    wanted.type = request.type;
    wanted.set = valuesOf(request);
    wanted.page = request.pages;
    wanted.tables = textsOf(request, "tables");
    std::string extra;
    const auto parts = request.json.find("parts");
    if (parts == request.json.end()) {
        wanted.parts = {draft::Part::header, draft::Part::title, draft::Part::addressee, draft::Part::ending};
    } else {
        for (const Json& one : *parts) {
            // A part that a document has only now and then is asked for by itself.
            if (parts->size() == 1 && one.is_string() && isExtraPart(one.get<std::string>())) {
                extra = one.get<std::string>();
                continue;
            }
            const auto part = one.is_string() ? partOf(one.get<std::string>()) : std::nullopt;
            if (!part) throw UserError(request.texts("error.request", {"parts"}));
            wanted.parts.push_back(*part);
        }
    }
    const std::optional<app::AgencyProfile> profile = profileOf(context, request);
    const Subject subject = subjectOf(context, request, document);
    const app::AgencyProfile* agency = profile ? &*profile : nullptr;
    // Tables have no place of their own: they go where the cursor stands.
    const bool atCursor = wanted.parts == std::vector{draft::Part::tables};
    const DraftResult drafted =
        atCursor ? insertAtCursor(context, subject.model, wanted, draft::Part::tables, agency, request.texts, request.texts("undo.draft"))
        : extra.empty() ? draftInto(context, subject.model, wanted, agency, request.texts, request.texts("undo.draft"))
                      : insertExtraPart(context, subject.model, extra, wanted, agency, request.texts,
                                        request.texts("undo.draft.part", {request.texts("draft.part." + extra)}));
    if (!drafted.trouble.empty()) throw UserError(drafted.trouble);
    if (!request.out.empty()) saveAs(subject.model, str(request.out), subject.source, request.texts);
    Json notes = Json::array();
    for (const std::string& key : drafted.notes) notes.push_back(request.texts(key));
    return {{"ok", true}, {"updated", drafted.updated}, {"inserted", drafted.inserted}, {"notes", std::move(notes)}};
}

/// “Áp dụng kiểu trình bày” in a document that is open, or in a copy of a file.
Json stylesCall(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    if (!document.is() || !request.out.empty()) checkOut(request);
    const std::optional<app::AgencyProfile> profile = profileOf(context, request);
    const Subject subject = subjectOf(context, request, document);
    if (!request.out.empty()) checkTarget(str(request.out), subject.source, request.texts);
    const StyleResult styled = applyStyles(context, subject.model, profile ? &*profile : nullptr, request.texts, request.texts("undo.styles"));
    if (!styled.trouble.empty()) throw UserError(styled.trouble);
    Json result{{"ok", true}, {"styled", styled.styled}, {"left", styled.left}, {"changed", styled.changed}};
    if (!request.out.empty()) {
        saveAs(subject.model, str(request.out), subject.source, request.texts);
        result["out"] = pathOf(str(request.out), request.texts);
    }
    return result;
}

/// “Lưu làm mẫu”: an outline of the office's own from a document that is open, or from a file.
Json saveOutlineCall(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const std::optional<app::AgencyProfile> profile = profileOf(context, request);
    const Subject subject = subjectOf(context, request, document);
    const SavedOutline saved = saveOutline(context, subject.model, textOf(request, "name"), profile ? &*profile : nullptr, request.texts);
    if (!saved.trouble.empty()) throw UserError(saved.trouble);
    return {{"ok", true}, {"id", saved.id}, {"out", saved.file}, {"rows", saved.rows}, {"gaps", saved.gaps}, {"guiding", saved.guiding}};
}

/// “Cập nhật bảng” in a document that is open, or in a copy of a file.
Json updateTablesCall(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    if (!request.out.empty()) checkOut(request);
    const std::optional<app::AgencyProfile> profile = profileOf(context, request);
    const Subject subject = subjectOf(context, request, document);
    const TablesAnswer answer = updateTables(context, subject.model, profile ? &*profile : nullptr, request.texts, request.texts("undo.update-tables"));
    if (!answer.trouble.empty()) throw UserError(answer.trouble);
    if (!request.out.empty()) saveAs(subject.model, str(request.out), subject.source, request.texts);
    Json kept = Json::array();
    for (const app::TablesUpdate::Kept& one : answer.update.kept) kept.push_back({{"name", one.name}, {"text", one.shown}, {"computed", one.computed}});
    return {{"ok", true},
            {"tables", answer.update.tables},
            {"computed", answer.update.computed},
            {"emptied", answer.update.emptied},
            {"others", answer.update.others},
            {"kept", std::move(kept)},
            {"left", answer.update.left},
            {"message", app::told(request.texts.language, answer.update)}};
}

/// A document read without a check of anything.
struct Reading {
    Subject subject;
    ReadResult read;
};

Reading readingOf(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    Subject subject = subjectOf(context, request, document);
    if (request.pages) (void)layOut(subject.model);
    ReadResult read = readResult(context, subject.model, {request.pages});
    return {std::move(subject), std::move(read)};
}

/// The page of each of these places; empty where the request does not ask for pages.
std::function<std::int32_t(const model::Range&)> pageOf(const Request& request, const Reading& reading, std::vector<model::Range> places) {
    if (!request.pages) return nullptr;
    return [pages = std::make_shared<Pages>(reading.subject.model, reading.read, std::move(places))](const model::Range& range) { return (*pages)(range); };
}

/// The cited documents, in the form that is asked for: JSON as a value, text and table as one string.
Json cite(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const std::string format = textOf(request, "format", "json");
    if (format != "json" && format != "text" && format != "csv") throw UserError(request.texts("error.request", {"format"}));
    const Reading reading = readingOf(context, request, document);
    const model::Document& read = reading.read.document;
    const citations::Ledger ledger = citations::recognise(read, elements::analyse(read));
    std::vector<model::Range> places;
    for (const citations::Mention& mention : ledger.mentions) places.push_back(mention.at);
    const Json answer = report::citeJson({{reading.subject.path, report::citationsJson(read, ledger, pageOf(request, reading, std::move(places)))}});
    if (format == "json") return {{"ok", true}, {"cite", answer}};
    const std::string text = answer.dump(-1, ' ', false, Json::error_handler_t::replace);
    return {{"ok", true}, {"text", format == "csv" ? report::renderCitationsCsv(request.texts.language, text)
                                                   : report::renderCitationsText(request.texts.language, text)}};
}

/// What is given as “cùng kỳ”, “kỳ trước” and is not what the report at `last`, a file URL, says.
Json againstLast(const Context& context, const Request& request, const Reading& reading, const std::string& last) {
    const auto earlier = readLastReport(context, str(last), request.texts);
    const elements::Analysis analysis = elements::analyse(reading.read.document);
    const std::vector<figures::Conflict> found = figures::conflictsWithLast(reading.read.document, analysis, earlier->document, earlier->analysis);
    std::vector<model::Range> places;
    for (const figures::Conflict& one : found) places.push_back(one.at);
    const auto page = pageOf(request, reading, std::move(places));
    Json list = Json::array();
    for (const figures::Conflict& one : found) {
        const auto other = earlier->pages.find(one.other);
        list.push_back({{"text", text::toUtf8(one.text)},
                        {"at", report::placeJson(reading.read.document, one.at, page ? std::max(page(one.at), 1) : 1)},
                        {"other", {{"path", earlier->path},
                                   {"text", text::toUtf8(one.otherText)},
                                   {"at", report::placeJson(earlier->document, one.other, other == earlier->pages.end() ? 1 : std::max(other->second, 1))}}}});
    }
    return list;
}

/// Every ratio and sum, without a check of anything else.
Json figures(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const Reading reading = readingOf(context, request, document);
    const std::vector<figures::Figure> found = figures::recognise(reading.read.document);
    std::vector<model::Range> places;
    for (const figures::Figure& figure : found) places.push_back(figure.at);
    const auto page = pageOf(request, reading, std::move(places));
    Json list = Json::array();
    for (const figures::Figure& figure : found) {
        list.push_back(report::figureJson(request.texts.language, reading.read.document, figure, page ? std::max(page(figure.at), 1) : 1));
    }
    Json answer{{"ok", true}, {"document", {{"path", reading.subject.path}, {"error", nullptr}, {"figures", std::move(list)}}}};
    if (const std::string last = textOf(request, "last", {}); !last.empty()) answer["document"]["conflicts"] = againstLast(context, request, reading, last);
    return answer;
}

/// “Cập nhật tỷ lệ”: every certain percentage that is not right any more, in one undo step.
Json updateCall(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    if (!document.is() || !request.out.empty()) checkOut(request);
    const Subject subject = subjectOf(context, request, document);
    if (!request.out.empty()) checkTarget(str(request.out), subject.source, request.texts);
    const ReadResult before = readResult(context, subject.model, {false});
    if (!subject.file) {
        if (const auto reason = whyNotEditable(before.document.facts)) throw UserError(request.texts(*reason));
    }
    const auto json = [&](const ReadResult& read, const figures::Figure& figure) {
        return report::figureJson(request.texts.language, read.document, figure, 1);
    };
    FigureUpdate update;
    try {
        update = updateFigures(subject.model, before, figures::recognise(before.document), request.texts, request.texts("undo.update-figures"));
    } catch (const std::runtime_error& error) {
        throw UserError(request.texts("error.fix-failed", {subject.path, error.what()}));
    }
    Json changed = Json::array();
    for (const figures::Figure& figure : update.changed) changed.push_back(json(before, figure));
    const ReadResult after = changed.empty() ? before : readResult(context, subject.model, {false});
    Json left = Json::array();
    for (const figures::Figure& figure : figures::recognise(after.document)) {
        if (figure.verdict != figures::Verdict::ok) left.push_back(json(after, figure));
    }
    Json result{{"ok", true}, {"changed", std::move(changed)}, {"left", std::move(left)}};
    result["trouble"] = update.refused.empty() ? Json(nullptr) : Json(update.refused);
    if (!request.out.empty()) {
        saveAs(subject.model, str(request.out), subject.source, request.texts);
        result["out"] = pathOf(str(request.out), request.texts);
    }
    return result;
}

using CitationWork = std::function<CitationAnswer(const css::uno::Reference<css::frame::XModel>&)>;

/// Does one of these works, called by their names, in a document that is open or in a copy of a file.
Json changeCitations(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document, const std::string& action,
                     const std::map<std::string, CitationWork>& works) {
    const auto work = works.find(action);
    if (work == works.end()) throw UserError(request.texts("error.request", {"do"}));
    if (!document.is() || !request.out.empty()) checkOut(request);
    const Subject subject = subjectOf(context, request, document);
    if (!request.out.empty()) checkTarget(str(request.out), subject.source, request.texts);
    const CitationAnswer done = work->second(subject.model);
    if (!done.message.empty()) throw UserError(done.message);
    Json result{{"ok", true}, {"changed", done.changed}, {"notes", done.notes}};
    if (!request.out.empty()) {
        saveAs(subject.model, str(request.out), subject.source, request.texts);
        result["out"] = pathOf(str(request.out), request.texts);
    }
    return result;
}

/// A place as AT of the contract names it; nothing where none is given.
std::optional<model::Place> placeOf(const Request& request) {
    if (!given(request, "at")) return std::nullopt;
    const Json& at = request.json["at"];
    const auto number = [&](const char* name) {
        const auto found = at.is_object() ? at.find(name) : at.end();
        if (found == at.end() || !found->is_number_integer()) throw UserError(request.texts("error.request", {std::string("at/") + name}));
        return found->get<std::int32_t>();
    };
    return model::Place{{number("story"), number("paragraph"), number("start"), 0}, 0};
}

/// What planForms proposes for the document, for looking at it first.
Json formsJson(const Request& request, const model::Document& document, const std::vector<citations::Particulars>& known) {
    const elements::Analysis analysis = elements::analyse(document);
    const citations::Ledger ledger = citations::recognise(document, analysis);
    const citations::FormPlan plan = citations::planForms(document, analysis, ledger, known);
    const auto about = [&](citations::FormChange::Kind kind, std::size_t mention) {
        const model::Range& at = ledger.mentions[mention].at;
        return Json{{"do", kind == citations::FormChange::Kind::shorten ? "shorten" : "complete"},
                    {"at", {{"story", at.story}, {"paragraph", at.paragraph}, {"start", at.start}, {"length", at.length}}}};
    };
    Json changes = Json::array(), left = Json::array();
    for (const citations::FormChange& one : plan.changes) {
        Json change = about(one.kind, one.mention);
        change["before"] = text::toUtf8(one.before);
        change["after"] = text::toUtf8(one.after);
        changes.push_back(std::move(change));
    }
    for (const citations::FormLeft& one : plan.left) {
        Json kept = about(one.kind, one.mention);
        kept["text"] = text::toUtf8(text::squeeze(ledger.mentions[one.mention].text));
        kept["reason"] = request.texts(one.reason);
        left.push_back(std::move(kept));
    }
    return {{"ok", true}, {"changes", std::move(changes)}, {"left", std::move(left)}};
}

/// Citations worded otherwise or moved to footnotes, in a document that is open or in a copy of a file.
Json citationForms(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    using Kind = citations::FormChange::Kind;
    const std::string action = textOf(request, "do", "preview");
    std::vector<citations::Particulars> known;
    if (given(request, "remembered") && request.json["remembered"] == true) {
        known = CitedMemory(context, request.texts.language).documents().uncontested();
    }
    if (action == "preview") {
        const Subject subject = subjectOf(context, request, document);
        return formsJson(request, readResult(context, subject.model, {false}).document, known);
    }
    const auto reword = [&](Kind kind, const char* title) {
        return [&, kind, title](const css::uno::Reference<css::frame::XModel>& model) {
            return rewordCitations(context, model, kind, placeOf(request), known, request.texts, request.texts(title));
        };
    };
    const auto wholeText = [&](const css::uno::Reference<css::frame::XModel>& model) {
        return makeFootnotes(context, model, request.texts, request.texts("undo.notes.make"));
    };
    const auto numbered = [&](const css::uno::Reference<css::frame::XModel>& model) {
        static const std::map<std::string, ListOrder> orders{{"", ListOrder::asWritten}, {"date", ListOrder::byDate}, {"type", ListOrder::byType}};
        const auto order = orders.find(textOf(request, "order"));
        if (order == orders.end()) throw UserError(request.texts("error.request", {"order"}));
        return numberCitedParagraphs(context, model, placeOf(request), order->second, request.texts, request.texts("undo.cite.number"));
    };
    const auto oneNote = [&](const css::uno::Reference<css::frame::XModel>& model) {
        const auto place = placeOf(request);
        if (!place) throw UserError(request.texts("error.request", {"at"}));
        return moveToFootnote(context, model, *place, known, request.texts, request.texts("undo.notes.move"));
    };
    return changeCitations(context, request, document, action,
                           {{"shorten", reword(Kind::shorten, "undo.cite.shorten")},
                            {"complete", reword(Kind::complete, "undo.cite.complete")},
                            {"footnotes", wholeText},
                            {"number", numbered},
                            {"move-to-footnote", oneNote}});
}

/// The list of cited documents and the marks [n], in a document that is open or in a copy of a file.
Json citationList(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const auto title = [&](const char* key) { return request.texts(key); };
    const std::map<std::string, CitationWork> works{
        {"insert", [&](const auto& model) { return insertCitationList(context, model, ListForm::numbered, request.texts, title("undo.cite-list.insert")); }},
        {"insert-table", [&](const auto& model) { return insertCitationList(context, model, ListForm::table, request.texts, title("undo.cite-list.insert")); }},
        {"update", [&](const auto& model) { return updateCitationList(context, model, request.texts, title("undo.cite-list.update")); }},
        {"mark", [&](const auto& model) { return insertCitationMarks(context, model, MarkScope::every, request.texts, title("undo.cite-list.mark")); }},
        {"mark-first", [&](const auto& model) { return insertCitationMarks(context, model, MarkScope::first, request.texts, title("undo.cite-list.mark")); }},
        {"unmark", [&](const auto& model) { return removeCitationMarks(context, model, request.texts, title("undo.cite-list.unmark")); }},
    };
    return changeCitations(context, request, document, textOf(request, "do"), works);
}

/// “Chuyển thành công thức”, in one table or in all.
Json formulasCall(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    if (!document.is() || !request.out.empty()) checkOut(request);
    const Subject subject = subjectOf(context, request, document);
    if (!request.out.empty()) checkTarget(str(request.out), subject.source, request.texts);
    const ReadResult read = readResult(context, subject.model, {false});
    if (!subject.file) {
        if (const auto reason = whyNotEditable(read.document.facts)) throw UserError(request.texts(*reason));
    }
    std::optional<std::int32_t> table;
    if (given(request, "table")) {
        const std::string name = textOf(request, "table");
        const auto& tables = read.document.tables;
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const model::Table& one) { return one.name == name; });
        if (found == tables.end()) throw UserError(request.texts("error.no-table", {name}));
        table = static_cast<std::int32_t>(found - tables.begin());
    }
    FormulaUpdate update;
    try {
        update = makeFormulas(context, subject.model, read, figures::recognise(read.document), table, request.texts, request.texts("undo.table-formulas"));
    } catch (const std::runtime_error& error) {
        throw UserError(request.texts("error.fix-failed", {subject.path, error.what()}));
    }
    Json wrong = Json::array();
    for (const figures::Figure& figure : update.wrong) wrong.push_back(report::figureJson(request.texts.language, read.document, figure, 1));
    Json result{{"ok", true}, {"formulas", update.formulas}, {"already", update.already}, {"other", update.other}, {"wrong", std::move(wrong)}};
    result["trouble"] = update.refused.empty() ? Json(nullptr) : Json(update.refused);
    if (!request.out.empty()) {
        saveAs(subject.model, str(request.out), subject.source, request.texts);
        result["out"] = pathOf(str(request.out), request.texts);
    }
    return result;
}

Json snapshot(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    const Subject subject = subjectOf(context, request, document);
    const ReadResult read = readResult(context, subject.model, {request.pages});
    return {{"ok", true}, {"snapshot", Json::parse(model::toJson(read.document).dump())}};
}

std::string numberText(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    return {};
}

Json percent(const Request& request) {
    std::optional<std::int32_t> digits;
    if (const auto found = request.json.find("digits"); found != request.json.end() && found->is_number_integer()) {
        digits = found->get<std::int32_t>();
    }
    try {
        return {{"ok", true},
                {"percent", number::percentShare(numberText(request.json.value("numerator", Json())),
                                                 numberText(request.json.value("denominator", Json())), digits)}};
    } catch (const number::NumberError& error) {
        throw UserError(request.texts("error.percent", {request.texts(error.messageKey(), {error.text()})}));
    }
}

Json run(const Context& context, const Request& request, const css::uno::Reference<css::frame::XModel>& document) {
    if (request.call == "check") return check(context, request, document);
    if (request.call == "fix") return fix(context, request, document);
    if (request.call == "rules") {
        return {{"ok", true}, {"ruleset", rules(context)->id}, {"rules", report::rulesJson(request.texts.language, *rules(context))}};
    }
    if (request.call == "percent") return percent(request);
    if (request.call == "version") return {{"ok", true}, {"name", "thethuc"}, {"version", report::version()}};
    if (request.call == "snapshot") return snapshot(context, request, document);
    if (request.call == "apply") {
        const Subject subject = subjectOf(context, request, document);
        return Json::parse(applyJson(context, subject.model, request.json.dump()));
    }
    if (request.call == "new") return create(context, request);
    if (request.call == "next-period") return nextPeriod(context, request);
    if (request.call == "draft") return draftCall(context, request, document);
    if (request.call == "save-outline") return saveOutlineCall(context, request, document);
    if (request.call == "apply-styles") return stylesCall(context, request, document);
    if (request.call == "update-tables") return updateTablesCall(context, request, document);
    if (request.call == "cite") return cite(context, request, document);
    if (request.call == "cite-forms") return citationForms(context, request, document);
    if (request.call == "cite-list") return citationList(context, request, document);
    if (request.call == "figures") return figures(context, request, document);
    if (request.call == "update-figures") return updateCall(context, request, document);
    if (request.call == "table-formulas") return formulasCall(context, request, document);
    throw UserError(request.texts("error.request", {request.texts("error.unknown-call", {request.call})}));
}

std::string failure(const std::string& message) {
    return Json{{"ok", false}, {"error", message}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string answer(const Context& context, const std::string& text,
                   const css::uno::Reference<css::frame::XModel>& document) noexcept {
    return guarded("answer", std::string(R"({"ok":false,"error":"?"})"), [&]() -> std::string {
        Texts spoken;
        try {
            std::string result;
            runOnMainThread(context, [&] {
                const Request request = parse(context, text);
                spoken = request.texts;
                result = run(context, request, document).dump(-1, ' ', false, Json::error_handler_t::replace);
            });
            return result;
        } catch (const UserError& error) {
            return failure(error.what());
        } catch (const ruleset::RulesetError& error) {
            return failure(error.what());
        } catch (const report::DataError& error) {
            return failure(error.what());
        } catch (...) {
            const std::string what = describeCurrentException();
            log("answer", what);
            return failure(spoken("error.internal", {what}));
        }
    });
}

}  // namespace thethuc::uno
