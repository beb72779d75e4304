#include "support/rule_testing.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>

#include "app/app.hpp"
#include "support/base_documents.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

namespace thethuc::testing {

namespace {

const std::filesystem::path kSource = THETHUC_SOURCE_DIR;

std::string printed(const checks::Value& value) {
    if (const auto* quote = std::get_if<checks::Quote>(&value)) return text::toUtf8(quote->text);
    if (const auto* word = std::get_if<checks::Word>(&value)) return "{" + word->key + "}";
    return {};
}

app::CheckOutcome checked(const model::Document& document, std::string_view rule) {
    checks::Options options;
    if (!rule.empty()) options.only = {std::string(rule)};
    return app::check(document, shippedRules(), text::timesWidths(), options);
}

}  // namespace

const ruleset::Ruleset& shippedRules() {
    static const auto rules =
        ruleset::load((kSource / "extension/rulesets/nd30-2020.json").string(), checks::knownCheck);
    return rules;
}

model::Document changed(std::string_view base,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
    return changed(baseDocument(base), words);
}

model::Document changed(model::Document document,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
    for (const auto& [from, to] : words) {
        const std::u32string wanted = text::fromUtf8(from);
        bool done = false;
        for (std::int32_t s = 0; !done && s < static_cast<std::int32_t>(document.stories.size()); ++s) {
            const auto& paragraphs = document.stories[static_cast<std::size_t>(s)].paragraphs;
            for (std::int32_t p = 0; !done && p < static_cast<std::int32_t>(paragraphs.size()); ++p) {
                const std::size_t at = paragraphs[static_cast<std::size_t>(p)].text.find(wanted);
                if (at == std::u32string::npos) continue;
                const model::Range range{s, p, static_cast<std::int32_t>(at), static_cast<std::int32_t>(wanted.size())};
                document = model::apply(std::move(document), {model::ReplaceText{range, text::fromUtf8(to)}});
                done = true;
            }
        }
        INFO(from);
        REQUIRE(done);
    }
    return document;
}

namespace {

std::int32_t paragraphOf(const model::Document& document, std::string_view words) {
    const std::u32string wanted = text::fromUtf8(words);
    const auto& paragraphs = document.stories[0].paragraphs;
    const auto found = std::find_if(paragraphs.begin(), paragraphs.end(),
                                    [&](const model::Paragraph& one) { return one.text == wanted; });
    INFO(words);
    REQUIRE(found != paragraphs.end());
    return static_cast<std::int32_t>(found - paragraphs.begin());
}

}  // namespace

model::Document without(model::Document document, std::string_view words) {
    const std::int32_t p = paragraphOf(document, words);
    const auto length =
        static_cast<std::int32_t>(document.stories[0].paragraphs[static_cast<std::size_t>(p)].text.size());
    document = model::apply(std::move(document), {model::ReplaceText{{0, p, 0, length}, U""}});
    // Shapes that hang on it go too.
    std::erase_if(document.shapes,
                  [&](const model::Shape& shape) { return shape.anchor.story == 0 && shape.anchor.paragraph == p; });
    // A cell keeps its last paragraph, empty.
    const std::int32_t cell = document.stories[0].paragraphs[static_cast<std::size_t>(p)].cell;
    if (cell >= 0 && document.cells[static_cast<std::size_t>(cell)].paragraphCount == 1) return document;
    return model::apply(std::move(document), {model::RemoveParagraph{{0, p, 0, 0}}});
}

model::Document inserted(model::Document document, std::string_view like, std::string_view words) {
    const std::int32_t p = paragraphOf(document, like);
    const model::Paragraph& model = document.stories[0].paragraphs[static_cast<std::size_t>(p)];
    model::NewParagraph fresh{text::fromUtf8(words), model.format,
                              model.runs.empty() ? model.base : model.runs.front().format};
    return model::apply(std::move(document), {model::InsertParagraphs{{0, p, 0, 0}, {std::move(fresh)}}});
}

std::vector<std::string> found(const model::Document& document, std::string_view rule) {
    std::vector<std::string> lines;
    for (const auto& finding : checked(document, rule).result.findings) {
        const auto& range = finding.at.range;
        const std::u32string place = document.at(range).text.substr(static_cast<std::size_t>(range.start),
                                                                    static_cast<std::size_t>(range.length));
        std::string line = rule.empty() ? finding.rule + " " : std::string();
        line += std::string(ruleset::name(finding.severity)) + "/" + std::string(ruleset::name(finding.fix)) + " [" +
                text::toUtf8(place) + "]";
        if (const std::string expected = printed(finding.expected); !expected.empty()) line += " -> " + expected;
        if (finding.count > 1) line += " ×" + std::to_string(finding.count);
        if (finding.message.starts_with("internal"))
            line += " " + finding.message + " " + printed(finding.arguments.front());
        lines.push_back(std::move(line));
        // An empty list of edits and a fix exclude each other.
        CHECK(finding.edits.empty() == (finding.fix == ruleset::FixPolicy::none));
    }
    return lines;
}

std::string said(const model::Document& document, std::string_view rule) {
    std::string all;
    for (const auto& line : found(document, rule))
        all += (all.empty() ? "" : " | ") + line;
    return all;
}

std::vector<std::string> ruleIds(const model::Document& document) {
    std::set<std::string> ids;
    for (const auto& finding : checked(document, "").result.findings)
        ids.insert(finding.rule);
    return {ids.begin(), ids.end()};
}

model::Document repaired(model::Document document, std::string_view rule) {
    constexpr int kRounds = 8;
    for (int round = 0; round < kRounds; ++round) {
        const auto outcome = checked(document, rule);
        const model::Edits edits = app::fixes(outcome, true, {std::string(rule)});
        if (edits.empty()) break;
        document = model::apply(std::move(document), edits);
    }
    return document;
}

std::string textOf(const model::Document& document) {
    std::string all;
    for (const auto& story : document.stories) {
        if (story.kind != model::StoryKind::body && story.kind != model::StoryKind::frame) continue;
        for (const auto& paragraph : story.paragraphs)
            all += text::toUtf8(paragraph.text) + "\n";
    }
    return all;
}

}  // namespace thethuc::testing
