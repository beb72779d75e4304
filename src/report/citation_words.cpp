#include "report/citation_words.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace thethuc::report {

namespace {

using citations::Entry;
using citations::Ledger;
using citations::Mention;
using citations::Particulars;

constexpr std::size_t kCircledFrom = 2, kCircledTo = 20;
constexpr std::size_t kQuoted = 120;

/// “②”, as wide as a letter; nothing for one mention.
std::string times(std::size_t mentions) {
    if (mentions < kCircledFrom) return {};
    if (mentions > kCircledTo) return " (" + std::to_string(mentions) + ')';
    return ' ' + text::toUtf8(std::u32string(1, static_cast<char32_t>(U'\u2460' + mentions - 1)));
}

std::string dateOf(const Particulars& one) {
    if (one.date) return text::toUtf8(citations::dateWords(*one.date, citations::DateStyle::slashes));
    return one.year > 0 ? std::to_string(one.year) : std::string();
}

/// Where a mention stands, beyond the page: “cước chú thứ 4”, “trong bảng”; empty for running text.
std::string whereWords(Language language, const model::Document& document, const model::Range& at) {
    const model::Story& story = document.stories[static_cast<std::size_t>(at.story)];
    switch (story.kind) {
        case model::StoryKind::body: return document.at(at).cell >= 0 ? text(language, "report.where.table") : std::string();
        case model::StoryKind::frame:
        case model::StoryKind::shapeText: return text(language, "report.where.frame");
        case model::StoryKind::header: return text(language, "report.where.header");
        case model::StoryKind::footer: return text(language, "report.where.footer");
        case model::StoryKind::footnote:
        case model::StoryKind::endnote: break;
    }
    const auto before = std::count_if(document.stories.begin(), document.stories.end(), [&](const model::Story& other) {
        return other.kind == story.kind && other.anchor && story.anchor && *other.anchor < *story.anchor;
    });
    return text(language, story.kind == model::StoryKind::footnote ? "cite.where.footnote" : "cite.where.endnote", std::to_string(before + 1));
}

}  // namespace

std::string missingWords(Language language, citations::Parts missing) {
    struct Named {
        citations::Part part;
        const char* key;
    };
    static constexpr std::array kNames{Named{citations::kPartType, "cite.part.type"},   Named{citations::kPartSo, "cite.part.so"},
                                       Named{citations::kPartSymbol, "cite.part.symbol"}, Named{citations::kPartDate, "cite.part.date"},
                                       Named{citations::kPartIssuer, "cite.part.issuer"}, Named{citations::kPartSubject, "cite.part.subject"}};
    std::string out;
    for (const Named& one : kNames) {
        if ((missing & one.part) != 0) out += (out.empty() ? "" : ", ") + text(language, one.key);
    }
    return out.empty() ? out : text(language, "cite.missing", out);
}

std::string citationsSummary(Language language, const Ledger& ledger, std::size_t needingLook) {
    if (ledger.entries.empty()) return text(language, "cite.none");
    std::string out = text(language, "cite.summary", std::to_string(ledger.entries.size()), std::to_string(ledger.mentions.size()));
    if (needingLook > 0) out += " · ⚠\u00A0" + std::to_string(needingLook);
    return out;
}

std::string documentBrief(Language language, const Particulars& document, std::size_t mentions) {
    const std::string type = document.type < 0 ? text(language, "cite.document") : text::toUtf8(citations::typeName(document.type));
    const bool byType = document.law() || document.symbol.empty();
    std::string out = byType ? type : text::toUtf8(document.symbol);
    if (document.law() && !document.name.empty()) out += ' ' + text::toUtf8(document.name);
    const auto add = [&](const std::string& part) {
        if (!part.empty()) out += " · " + part;
    };
    add(dateOf(document));
    out += times(mentions);
    if (byType) add(text::toUtf8(document.symbol));
    else add(type);
    add(text::toUtf8(document.issuer));
    return out;
}

std::string citationBrief(Language language, const Ledger& ledger, std::size_t entry, bool needsLook) {
    const Entry& one = ledger.entries[entry];
    return std::to_string(entry + 1) + ". " + (needsLook ? "⚠ " : "") + documentBrief(language, citations::saidOf(ledger, one), one.mentions.size());
}

std::string citationDetail(Language language, const model::Document& document, const Ledger& ledger, std::size_t entry,
                           const std::vector<checks::Finding>& findings, const std::vector<std::size_t>& about, const ruleset::Ruleset& rules) {
    std::string out = citationLine(ledger, entry);
    const auto line = [&](const std::string& one) {
        if (!one.empty()) out += '\n' + one;
    };
    line(missingWords(language, citations::missingOf(citations::saidOf(ledger, ledger.entries[entry]))));
    for (const std::size_t f : about) {
        const checks::Finding& finding = findings[f];
        const std::string said = sentence(language, finding, rules, document.wordsAt(finding.at.range));
        if (finding.ignored) {
            line(text(language, "cite.ignored", said));
            continue;
        }
        line((finding.severity == ruleset::Severity::info ? "ℹ " : "⚠ ") + said);
        if (finding.other.fingerprint == 0) continue;
        const std::string where = whereWords(language, document, finding.other.range);
        const std::string words = text::toUtf8(text::abridged(document.wordsAt(finding.other.range), kQuoted));
        line(where.empty() ? text(language, "cite.other", words) : text(language, "cite.other.where", words, where));
    }
    return out;
}

std::string mentionWords(Language language, const model::Document& document, const Ledger& ledger, std::size_t entry, std::size_t mention) {
    const Entry& one = ledger.entries[entry];
    const Mention& here = ledger.mentions[one.mentions[mention]];
    std::string out = text(language, "cite.mention", std::to_string(mention + 1), std::to_string(one.mentions.size())) + ", " +
                      text(language, "cite.form." + std::string(citations::name(here.form)));
    if (const std::string where = whereWords(language, document, here.at); !where.empty()) out += ", " + where;
    return out;
}

std::string citationLine(const Ledger& ledger, std::size_t entry) {
    return text::toUtf8(citations::fullCitation(citations::saidOf(ledger, ledger.entries[entry]), citations::dateStyleOf(ledger)));
}

std::string citationLines(const Ledger& ledger) {
    std::string out;
    for (std::size_t i = 0; i < ledger.entries.size(); ++i) out += std::to_string(i + 1) + ". " + citationLine(ledger, i) + '\n';
    return out;
}

}  // namespace thethuc::report
