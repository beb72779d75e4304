// The JSON of `check` and `rules` (schema 1) and its other forms: text, SARIF 2.1, HTML. Everything
// here is a pure function.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "checks/finding.hpp"
#include "citations/ledger.hpp"
#include "figures/figures.hpp"
#include "report/messages.hpp"

namespace thethuc::report {

using Json = nlohmann::ordered_json;

/// What is known of one document that was checked. References must outlive the call only.
struct DocumentReport {
    std::string path;
    const model::Document& document;
    const elements::Analysis& analysis;
    const checks::Result& result;
    /// Physical page (from 1) of a place; may be empty where nothing is laid out.
    std::function<std::int32_t(const model::Range&)> pageOf;
    /// "load", "layout", "read", "check" in milliseconds; missing ones are 0.
    std::map<std::string, std::int64_t> milliseconds;
    const citations::Ledger* citations = nullptr;   ///< null: “citations” is left empty
    std::vector<figures::Figure> figures = {};
};

/// The version of the program, "0.1.0".
[[nodiscard]] std::string_view version() noexcept;

/// One entry of "documents". Findings that a person has set aside go to the list "ignored".
[[nodiscard]] Json documentJson(Language language, const DocumentReport& report, const ruleset::Ruleset& rules);
/// The entry of a file that could not be checked; `message` is for people.
[[nodiscard]] Json errorJson(const std::string& path, const std::string& message);
/// The whole answer of `check`.
[[nodiscard]] Json checkJson(const std::string& ruleset, std::vector<Json> documents);
/// A place, as all parts of the JSON give it.
[[nodiscard]] Json placeJson(const model::Document& document, const model::Range& range, std::int32_t page);
/// A figure; `page` of its place.
[[nodiscard]] Json figureJson(Language language, const model::Document& document, const figures::Figure& figure, std::int32_t page);
/// The whole answer of `figures`, its documents being {"path", "error", "figures": […]}.
[[nodiscard]] Json figuresJson(std::vector<Json> documents);
/// Every rule once: id, severity (the worst one), clause, title, fix policy, bands.
[[nodiscard]] Json rulesJson(Language language, const ruleset::Ruleset& rules);

/// 0: no finding of severity error, 1: some, 2: a document could not be checked.
[[nodiscard]] int exitCode(const Json& check);

/// Forms of the JSON of `check`, given as its text. Throw std::invalid_argument where it is no such JSON.
[[nodiscard]] std::string renderText(Language language, std::string_view checkJson);
[[nodiscard]] std::string renderSarif(Language language, std::string_view checkJson);
/// One self-contained page, for a browser and for the printer.
[[nodiscard]] std::string renderHtml(Language language, std::string_view checkJson);
/// Forms of the JSON of `figures`; csv with one line per figure behind a line of names, as RFC 4180 has it.
[[nodiscard]] std::string renderFiguresText(Language language, std::string_view figuresJson);
[[nodiscard]] std::string renderFiguresCsv(std::string_view figuresJson);
/// The text form of `rules`.
[[nodiscard]] std::string renderRulesText(Language language, std::string_view rulesJson);

/// “Lề trên”, “Tiêu ngữ: đường kẻ”: a rule's id as people say it.
[[nodiscard]] std::string ruleName(Language language, std::string_view id);

/// docs/rules.md, generated from the ruleset.
[[nodiscard]] std::string rulesPage(const ruleset::Ruleset& rules);

}  // namespace thethuc::report
