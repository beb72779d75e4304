// Findings of one document as short lines, and what is left after the safe fixes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.hpp"
#include "checks/check.hpp"
#include "model/edit.hpp"
#include "support/base_documents.hpp"
#include "support/rule_testing.hpp"
#include "text/text.hpp"

namespace thethuc::testing {

inline std::string shown(const checks::Value& value) {
    struct Visitor {
        static std::string pair(std::int32_t a, std::int32_t b) {
            return a == b ? std::to_string(a) : std::to_string(a) + ".." + (b == 0x7FFFFFFF ? std::string("*") : std::to_string(b));
        }
        std::string operator()(const std::monostate&) const { return "-"; }
        std::string operator()(const checks::Points& v) const { return pair(v.min, v.max); }
        std::string operator()(const checks::Millimetres& v) const { return pair(v.min, v.max); }
        std::string operator()(const checks::Centimetres& v) const {
            std::string all;
            for (const auto one : v.values) all += (all.empty() ? "" : "/") + std::to_string(one);
            return all;
        }
        std::string operator()(const checks::Share& v) const { return pair(v.min, v.max); }
        std::string operator()(const checks::Lines& v) const { return pair(v.min, v.max); }
        std::string operator()(const checks::Word& v) const { return v.key.substr(v.key.find('.') + 1); }
        std::string operator()(const checks::Quote& v) const { return "'" + text::toUtf8(v.text) + "'"; }
        std::string operator()(const checks::Count& v) const { return "#" + std::to_string(v.value); }
        std::string operator()(const checks::Words& v) const {
            std::string out;
            for (const auto& key : v.keys) out += (out.empty() ? "" : ", ") + key;
            return out;
        }
        std::string operator()(const checks::Paper& v) const { return std::to_string(v.width) + "x" + std::to_string(v.height); }
    };
    return std::visit(Visitor{}, value);
}

/// “quoc-hieu/size error safe 150”, with “ x3” for a run of three paragraphs.
inline std::string shown(const checks::Finding& finding) {
    std::string line = finding.rule + " " + std::string(ruleset::name(finding.severity)) + " " + std::string(ruleset::name(finding.fix)) + " " +
                       shown(finding.actual);
    if (finding.count > 1) line += " x" + std::to_string(finding.count);
    if (finding.ignored) line += " ignored";
    return line;
}

inline checks::Result checkedResult(const model::Document& document) {
    return app::check(document, shippedRules(), text::timesWidths()).result;
}

inline std::vector<std::string> findings(const model::Document& document) {
    std::vector<std::string> lines;
    for (const auto& finding : checkedResult(document).findings) lines.push_back(shown(finding));
    return lines;
}

/// Findings joined by “; ”, "" for none.
inline std::string all(const model::Document& document) {
    std::string joined;
    for (const std::string& line : findings(document)) joined += (joined.empty() ? "" : "; ") + line;
    return joined;
}

/// After the fixes (those that change words too where `unsafe`), applied once.
inline model::Document fixedOnce(const model::Document& document, bool unsafe = false) {
    const auto result = checkedResult(document);
    std::vector<const checks::Finding*> chosen;
    for (const auto& finding : result.findings) {
        const bool wanted = finding.fix == ruleset::FixPolicy::safe || (unsafe && finding.fix == ruleset::FixPolicy::ask);
        if (wanted && !finding.ignored) chosen.push_back(&finding);
    }
    return model::apply(document, checks::plan(chosen));
}

/// The first body paragraph (of any cell) whose text starts with `start`.
inline model::Paragraph& paragraph(model::Document& document, std::string_view start, std::int32_t story = 0) {
    const std::u32string wanted = text::fromUtf8(start);
    for (auto& one : document.stories[static_cast<std::size_t>(story)].paragraphs) {
        if (text::startsWith(one.text, wanted)) return one;
    }
    throw std::out_of_range("no paragraph " + std::string(start));
}

inline std::int32_t indexOf(const model::Document& document, std::string_view start) {
    const std::u32string wanted = text::fromUtf8(start);
    const auto& paragraphs = document.stories[0].paragraphs;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (text::startsWith(paragraphs[i].text, wanted)) return static_cast<std::int32_t>(i);
    }
    throw std::out_of_range("no paragraph " + std::string(start));
}

template <typename Change>
void eachRun(model::Paragraph& one, Change change) {
    change(one.base);
    for (auto& run : one.runs) change(run.format);
}

inline model::FontId fontNamed(model::Document& document, std::string name) {
    document.fonts.push_back(std::move(name));
    return static_cast<model::FontId>(document.fonts.size() - 1);
}

/// Replaces the text of a paragraph of one run.
inline void retext(model::Paragraph& one, std::string_view words) {
    one.text = text::fromUtf8(words);
    one.runs.resize(1);
    one.runs[0].start = 0;
    one.runs[0].length = static_cast<std::int32_t>(one.text.size());
}

}  // namespace thethuc::testing
