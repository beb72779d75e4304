#include "uno/sidebar/wording.hpp"

#include <algorithm>
#include <array>

#include "uno/bridge/strings.hpp"
#include "text/text.hpp"

namespace thethuc::uno {

namespace {

/// The words that a finding stands at.
std::u32string textAt(const model::Document& document, const model::Range& range) {
    const auto story = static_cast<std::size_t>(range.story);
    if (range.story < 0 || story >= document.stories.size()) return {};
    const auto& paragraphs = document.stories[story].paragraphs;
    if (range.paragraph < 0 || static_cast<std::size_t>(range.paragraph) >= paragraphs.size()) return {};
    const std::u32string& text = paragraphs[static_cast<std::size_t>(range.paragraph)].text;
    if (range.length <= 0) return text;
    const auto start = std::min(static_cast<std::size_t>(std::max(range.start, 0)), text.size());
    return text.substr(start, static_cast<std::size_t>(range.length));
}

const ruleset::Row* rowOf(const Checked& checked, const std::string& rule, std::int32_t row) {
    const auto& rows = checked.rules->rows;
    if (row >= 0 && static_cast<std::size_t>(row) < rows.size()) return &rows[static_cast<std::size_t>(row)];
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ruleset::Row& r) { return r.id == rule; });
    return found == rows.end() ? nullptr : &*found;
}

std::string inLanguage(const std::map<std::string, std::string>& texts, report::Language language) {
    const auto found = texts.find(std::string(report::name(language)));
    if (found != texts.end() && !found->second.empty()) return found->second;
    const auto other = texts.find("vi");
    return other == texts.end() ? std::string() : other->second;
}

void addLine(std::string& text, const std::string& line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

}  // namespace

Wording wording(const Checked& checked, std::size_t index, const Texts& texts) {
    const checks::Finding& finding = checked.findings()[index];
    const std::u32string place = textAt(checked.document(), finding.at.range);
    Wording result;
    result.brief = report::shortForm(texts.language, finding, *checked.rules, place);
    if (finding.count > 1) result.brief = texts("panel.count", {result.brief, std::to_string(finding.count)});
    if (finding.ignored) {
        addLine(result.text, finding.ignoredReason.empty() ? texts("detail.ignored.plain")
                                                           : texts("detail.ignored", {text::toUtf8(finding.ignoredReason)}));
    }
    addLine(result.text, report::sentence(texts.language, finding, *checked.rules, place));
    if (finding.count > 1) addLine(result.text, texts("detail.count", {std::to_string(finding.count)}));
    if (const ruleset::Row* row = rowOf(checked, finding.rule, finding.row)) {
        addLine(result.text, report::shortClause(*checked.rules, *row));
    }
    if (!finding.ignored && finding.fix == ruleset::FixPolicy::ask) addLine(result.text, texts("detail.fix.ask"));
    if (!finding.ignored && finding.fix == ruleset::FixPolicy::none) addLine(result.text, texts("detail.fix.none"));
    return result;
}

std::string requirement(const Checked& checked, const std::string& rule, const Texts& texts) {
    const ruleset::Row* row = rowOf(checked, rule, -1);
    const std::string title = row != nullptr ? inLanguage(row->title, texts.language) : std::string();
    return title.empty() ? rule : title;
}

std::string explanation(const Checked& checked, const std::string& rule, std::int32_t index, const Texts& texts) {
    const ruleset::Row* row = rowOf(checked, rule, index);
    if (row == nullptr) return rule;
    std::string text = inLanguage(row->title, texts.language);
    addLine(text, inLanguage(row->why, texts.language));
    addLine(text, texts("detail.clause", {report::clause(*checked.rules, *row)}));
    return text;
}

std::string scopeReason(const Checked& checked, const Texts& texts) {
    const std::string& key = checked.outcome.analysis.scopeReason;
    return key.empty() ? std::string() : texts(key);
}

std::vector<Group> groups(const Checked& checked, const Texts& texts) {
    constexpr std::size_t kGroups = static_cast<std::size_t>(report::Group::copy) + 1;
    std::array<Group, kGroups> all;
    const auto& findings = checked.findings();
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!findings[i].ignored) all[static_cast<std::size_t>(report::group(findings[i].element))].findings.push_back(i);
    }
    std::vector<Group> result;
    for (std::size_t g = 0; g < kGroups; ++g) {
        if (all[g].findings.empty()) continue;
        all[g].title = report::groupName(texts.language, static_cast<report::Group>(g));
        result.push_back(std::move(all[g]));
    }
    return result;
}

}  // namespace thethuc::uno
