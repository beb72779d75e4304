// The command `thethuc`. Results go to stdout, words for people to stderr.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "app/agency_profile.hpp"
#include "app/new_document.hpp"
#include "checks/check.hpp"
#include "cli/arguments.hpp"
#include "cli/profile.hpp"
#include "cli/session.hpp"
#include "draft/outline_file.hpp"
#include "number/number.hpp"
#include "report/json.hpp"
#include "report/messages.hpp"
#include "ruleset/ruleset.hpp"

namespace thethuc::cli {

std::string message(bool english, std::string_view key, const std::vector<std::string>& gaps) {
    return report::text(english ? report::Language::en : report::Language::vi, key, gaps);
}

namespace {

namespace fs = std::filesystem;
using report::Json;

constexpr int kGood = 0, kFindings = 1, kWrong = 2;

void complain(bool english, std::string_view key, const std::vector<std::string>& gaps = {}) {
    std::cerr << "thethuc: " << message(english, key, gaps) << '\n';
}

// Starts the program anew with the libraries of an office that is not in the system's folders in front.
void enterForeignOffice(const Places& places, char** argv) {
    if (!places.foreignOffice || std::getenv("THETHUC_ENTERED") != nullptr)
        return;
    setenv("LD_LIBRARY_PATH", libraryPath(places.office).c_str(), 1);
    setenv("THETHUC_ENTERED", "1", 1);
    execv(places.binary.c_str(), argv);
}

ruleset::Ruleset loadRuleset(const Places& places) {
    return ruleset::load((places.stage / "rulesets/nd30-2020.json").string(), checks::knownCheck);
}

report::Language language(const Arguments& arguments) {
    return arguments.english ? report::Language::en : report::Language::vi;
}

void refuseUnknownRules(const Arguments& arguments, const ruleset::Ruleset& ruleset) {
    const std::vector<std::string> known = ruleset.ids();
    for (const auto& rule : arguments.only)
        if (std::find(known.begin(), known.end(), rule) == known.end())
            throw UsageError("cli.usage.unknown-rule", {rule});
}

// A mistake in the agency's file is said once, before an office starts.
void refuseBadProfile(const Arguments& arguments, const ruleset::Ruleset& ruleset) {
    if (!arguments.profile.empty())
        (void)app::loadAgencyProfile(arguments.profile, language(arguments), &ruleset);
}

/// The templates of the extension and the person's own outlines, which the offices started here would not find: these have profiles of their own.
draft::Templates templates(const Arguments& arguments, const Places& places) {
    draft::Templates all = draft::loadTemplates((places.stage / "templates").string(), language(arguments));
    draft::addOwnOutlines(all, places.outlines.string(), language(arguments));
    return all;
}

// The same for an outline that is not there or cannot be used.
void refuseBadOutline(const Arguments& arguments, const Places& places) {
    if (!arguments.outline.empty())
        (void)draft::outlineOf(templates(arguments, places), arguments.outline, language(arguments));
}

int check(const Arguments& arguments, const Places& places) {
    const ruleset::Ruleset ruleset = loadRuleset(places);
    refuseUnknownRules(arguments, ruleset);
    refuseBadProfile(arguments, ruleset);

    std::vector<Json> documents;
    Progress progress;
    Session session(places, arguments.english, std::chrono::seconds(arguments.timeout), progress);
    for (const auto& file : arguments.words) {
        Json request = {{"call", "check"}};
        if (!arguments.only.empty())
            request["only"] = arguments.only;
        if (!arguments.profile.empty())
            request["profile"] = fileUrl(arguments.profile);
        Answer answer = session.ask(std::move(request), file);
        if (answer.error.empty() && !answer.json.contains("document"))
            answer.error = message(arguments.english, "cli.error.answer");
        if (answer.error.empty()) {
            documents.push_back(std::move(answer.json["document"]));
        } else {
            progress.clear();
            std::cerr << "thethuc: " << answer.error << '\n';
            documents.push_back(report::errorJson(file, answer.error));
        }
    }
    progress.clear();
    const Json result = report::checkJson(ruleset.id, std::move(documents));
    if (arguments.format == "json")
        std::cout << result.dump(2) << '\n';
    else if (arguments.format == "sarif")
        std::cout << report::renderSarif(language(arguments), result.dump()) << '\n';
    else if (arguments.format == "html")
        std::cout << report::renderHtml(language(arguments), result.dump());
    else
        std::cout << report::renderText(language(arguments), result.dump());
    return report::exitCode(result);
}

// Puts the finished file where it is wanted: whole or not at all.
bool place(const fs::path& from, const fs::path& to) {
    const fs::path beside = to.parent_path() / ("." + to.filename().string() + ".thethuc-" + std::to_string(getpid()));
    std::error_code error, ignored;
    {
        std::ifstream in(from, std::ios::binary);
        std::ofstream out(beside, std::ios::binary);
        out << in.rdbuf();
        out.close();
        if (!in || !out) {
            fs::remove(beside, ignored);
            return false;
        }
    }
    fs::rename(beside, to, error);
    if (error)
        fs::remove(beside, ignored);
    return !error;
}

void checkOut(const Arguments& arguments) {
    const fs::path out = arguments.out;
    const std::string ending = out.extension().string();
    if (ending != ".odt" && ending != ".docx" && ending != ".pdf" && ending != ".fodt")
        throw UsageError("error.out-format", {arguments.out});
    std::error_code error;
    for (const auto& file : arguments.words)
        if (fs::equivalent(file, out, error))
            throw UsageError("error.out-same", {file});
    if (!arguments.from.empty() && fs::equivalent(arguments.from, out, error))
        throw UsageError("error.out-same", {arguments.from});
    const fs::path folder = out.has_parent_path() ? out.parent_path() : fs::path(".");
    if (fs::is_directory(out, error) || !fs::is_directory(folder, error) || access(folder.c_str(), W_OK) != 0)
        throw UsageError("error.out-write", {arguments.out});
}

void printList(const Json& result, const char* list, bool english) {
    if (!result.contains(list))
        return;
    std::cout << message(english, std::string("cli.fix.") + list, {std::to_string(result[list].size())}) << '\n';
    for (const Json& entry : result[list]) {
        const std::string sentence = entry.is_string() ? entry.get<std::string>() : entry.value("message", std::string());
        const Json at = entry.is_object() ? entry.value("at", Json::object()) : Json::object();
        std::cout << "  – " << sentence;
        // of what was corrected the page is not asked for: the document is another one now
        if (const std::int64_t page = at.value("page", std::int64_t{0}); page > 0 && list == std::string_view("remaining"))
            std::cout << ' ' << message(english, "cli.fix.page", {std::to_string(page)});
        std::cout << '\n';
    }
}

/// What of an earlier report was moved on, and what was left to the person, under its reason.
void printMovedOn(const Json& result, bool english) {
    if (!result.contains("left"))
        return;
    std::cout << message(english, "draft.next.title", {result["from"].get<std::string>(), result["to"].get<std::string>(), std::to_string(result["moved"].get<std::int64_t>())}) << '\n';
    std::string reason;
    for (const Json& one : result["left"]) {
        if (one["message"] != reason) {
            reason = one["message"].get<std::string>();
            std::cout << reason << '\n';
        }
        std::cout << "  – " << one["text"].get<std::string>() << '\n';
    }
}

void printWritten(const Json& result, bool english) {
    printMovedOn(result, english);
    printList(result, "changed", english);
    printList(result, "remaining", english);
    std::cout << message(english, "cli.fix.written", {result["out"].get<std::string>()}) << '\n';
}

int write(const Arguments& arguments, const Places& places) {
    checkOut(arguments);
    const bool fix = arguments.command == Command::fix;
    const ruleset::Ruleset ruleset = loadRuleset(places);
    refuseUnknownRules(arguments, ruleset);
    refuseBadProfile(arguments, ruleset);
    refuseBadOutline(arguments, places);
    Progress progress;
    Session session(places, arguments.english, std::chrono::seconds(arguments.timeout), progress);
    const fs::path made = session.freshFolder() / fs::path(arguments.out).filename();
    Json request = {{"call", fix ? "fix" : "new"}, {"out", fileUrl(made)}};
    if (!arguments.only.empty())
        request["only"] = arguments.only;
    if (!arguments.profile.empty())
        request["profile"] = fileUrl(arguments.profile);
    if (fix) {
        request["unsafe"] = arguments.unsafe;
    } else {
        request["set"] = Json::object();
        for (const auto& [key, value] : arguments.set)
            request["set"][key] = value;
    }
    if (!arguments.from.empty()) {
        request["call"] = "next-period";
    } else if (!fix) {
        request["type"] = arguments.type;
        request["outline"] = arguments.outline;
        request["outlines"] = fileUrl(places.outlines);
        request["tables"] = arguments.tables;
        if (!arguments.figures.empty())
            request["figures"] = fileUrl(arguments.figures);
    }
    Answer answer = session.ask(std::move(request), fix ? arguments.words.front() : arguments.from);
    progress.clear();
    if (answer.error.empty() && !place(made, fs::absolute(arguments.out)))
        answer.error = message(arguments.english, "error.out-write", {arguments.out});
    if (!answer.error.empty())
        std::cerr << "thethuc: " << answer.error << '\n';
    const bool good = answer.error.empty();
    if (good && answer.json.contains("trouble") && answer.json["trouble"].is_string())
        std::cerr << "thethuc: " << answer.json["trouble"].get<std::string>() << '\n';
    Json result = report::checkJson(ruleset.id, {});
    result.erase("documents");
    if (fix)
        result["path"] = arguments.words.front();
    result["out"] = good ? Json(arguments.out) : Json();
    result["error"] = good ? Json() : Json(answer.error);
    if (fix)
        for (const char* list : {"changed", "remaining"})
            result[list] = good ? answer.json.value(list, Json::array()) : Json::array();
    if (good && !arguments.from.empty())
        for (const char* member : {"from", "to", "moved", "left"})
            result[member] = answer.json.value(member, Json());
    if (arguments.format == "json")
        std::cout << result.dump(2) << '\n';
    else if (good)
        printWritten(result, arguments.english);
    return good ? kGood : kWrong;
}

int figures(const Arguments& arguments, const Places& places) {
    Progress progress;
    Session session(places, arguments.english, std::chrono::seconds(arguments.timeout), progress);
    Answer answer = session.ask({{"call", "figures"}}, arguments.words.front());
    progress.clear();
    if (answer.error.empty() && !answer.json.contains("document"))
        answer.error = message(arguments.english, "cli.error.answer");
    if (!answer.error.empty()) {
        std::cerr << "thethuc: " << answer.error << '\n';
        return kWrong;
    }
    std::vector<Json> documents;
    documents.push_back(std::move(answer.json["document"]));
    const Json result = report::figuresJson(std::move(documents));
    if (arguments.format == "json")
        std::cout << result.dump(2) << '\n';
    else if (arguments.format == "csv")
        std::cout << report::renderFiguresCsv(result.dump());
    else
        std::cout << report::renderFiguresText(language(arguments), result.dump());
    return kGood;
}

// cite: the extension's answer, or its one sentence why not
int cite(const Arguments& arguments, const Places& places) {
    Progress progress;
    Session session(places, arguments.english, std::chrono::seconds(arguments.timeout), progress);
    const Json request = {{"call", "cite"}, {"format", arguments.format}};
    const Answer answer = session.ask(request, arguments.words.front());
    progress.clear();
    if (!answer.error.empty()) {
        std::cerr << "thethuc: " << answer.error << '\n';
        return kWrong;
    }
    if (answer.json.contains("text"))
        std::cout << answer.json["text"].get<std::string>();
    else if (answer.json.contains("cite"))
        std::cout << answer.json["cite"].dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        std::cout << answer.json.dump(2) << '\n';
    return kGood;
}

int percent(const Arguments& arguments) {
    try {
        std::cout << number::percentShare(arguments.words[0], arguments.words[1], arguments.digits) << '\n';
        return kGood;
    } catch (const number::NumberError& e) {
        complain(arguments.english, "error.percent", {message(arguments.english, e.messageKey(), {e.text()})});
        return kWrong;
    }
}

void printRules(const Arguments& arguments, const Places& places) {
    const Json rules = report::rulesJson(language(arguments), loadRuleset(places));
    if (arguments.format == "json")
        std::cout << rules.dump(2) << '\n';
    else
        std::cout << report::renderRulesText(language(arguments), rules.dump());
}

// Everything that `new` can be asked for.
void printDraftList(const Arguments& arguments, const Places& places) {
    const draft::Templates known = templates(arguments, places);
    std::optional<app::AgencyProfile> profile;
    if (!arguments.profile.empty())
        profile = app::loadAgencyProfile(arguments.profile, language(arguments));
    const draft::IndicatorData indicators = app::indicatorData(known, profile ? &*profile : nullptr);
    std::cout << message(arguments.english, "draft.list.types") << '\n';
    for (const draft::TypeTemplate& type : known.types)
        std::cout << "  " << type.type << "  " << type.name << '\n';
    std::cout << message(arguments.english, "draft.list.outlines") << '\n';
    for (const draft::Outline& outline : known.outlines) {
        std::cout << "  " << outline.id << "  " << outline.name << " (" << outline.type;
        for (std::size_t i = 0; i < outline.periods.size(); ++i)
            std::cout << (i == 0 ? "; " : ", ") << draft::nameOf(outline.periods[i]);
        std::cout << (outline.own ? "; " + message(arguments.english, "draft.list.own") : "") << ")\n";
        for (const draft::OutlineKey& key : outline.keys)
            std::cout << "      " << key.key << "  " << key.hint << '\n';
    }
    std::cout << message(arguments.english, "draft.list.tables") << '\n';
    for (const draft::IndicatorSet& set : indicators.sets) {
        std::cout << "  " << set.id << "  " << set.name << '\n';
        for (const draft::TablePick& table : set.tables)
            std::cout << "  " << table.id << "  " << table.name << '\n';
        for (const draft::IndicatorGroup& group : set.groups) {
            std::cout << "  " << group.id << "  " << group.name << '\n';
            for (const draft::Indicator& one : group.indicators)
                std::cout << "      " << one.id << "  " << one.name << " (" << one.unit << ")\n";
        }
    }
    std::cout << message(arguments.english, "draft.list.columns") << "\n ";
    for (const draft::TableColumn& column : indicators.columns)
        std::cout << ' ' << column.id;
    std::cout << '\n' << message(arguments.english, "draft.list.keys") << "\n ";
    for (const std::string& key : app::draftKeys())
        std::cout << ' ' << key;
    std::cout << '\n';
    for (const std::string& trouble : known.broken)
        std::cerr << "thethuc: " << trouble << '\n';
}

int run(const Arguments& arguments, const Places& places, char** argv) {
    switch (arguments.command) {
        case Command::help:
            std::cout << message(arguments.english, "cli.help") << '\n';
            return kGood;
        case Command::version:
            std::cout << "thethuc " << report::version() << '\n';
            return kGood;
        case Command::percent:
            return percent(arguments);
        case Command::rules:
            printRules(arguments, places);
            return kGood;
        case Command::check:
            enterForeignOffice(places, argv);
            return check(arguments, places);
        case Command::fix:
        case Command::create:
            if (arguments.list) {
                printDraftList(arguments, places);
                return kGood;
            }
            enterForeignOffice(places, argv);
            return write(arguments, places);
        case Command::figures:
            enterForeignOffice(places, argv);
            return figures(arguments, places);
        case Command::cite:
            enterForeignOffice(places, argv);
            return cite(arguments, places);
        case Command::prepareProfile:
            enterForeignOffice(places, argv);
            prepareProfile(places, fs::absolute(arguments.words.front()));
            return kGood;
    }
    return kWrong;
}

int start(int count, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + count);
    bool english = wantsEnglish(words);
    Places places;
    try {
        noteSignals();
        places = findPlaces();
        const Arguments arguments = parse(words);
        english = arguments.english;
        return run(arguments, places, argv);
    } catch (const UsageError& e) {
        complain(english, e.key(), e.gaps());
    } catch (const report::DataError& e) {
        std::cerr << "thethuc: " << e.what() << '\n';
    } catch (const OfficeError& e) {
        complain(english, e.key(), {e.what()});
    } catch (const Interrupted& e) {
        complain(english, "cli.interrupted");
        return 128 + e.signal();
    } catch (const std::exception& e) {
        complain(english, "error.internal", {e.what()});
    }
    return kWrong;
}

}  // namespace
}  // namespace thethuc::cli

int main(int count, char** argv) {
    const int code = thethuc::cli::start(count, argv);
    std::cout.flush();
    const bool written = static_cast<bool>(std::cout);
    // Threads of the bridge may still be about; nothing of theirs is worth waiting for.
    _exit(written ? code : 2);
}
