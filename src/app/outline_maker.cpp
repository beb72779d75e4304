#include "app/outline_maker.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "app/next_period.hpp"
#include "app/period_words.hpp"
#include "app/styling.hpp"
#include "checks/support.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::Period;
using draft::PeriodKind;
using elements::Element;
using elements::Kind;
using elements::Role;

constexpr std::u32string_view kGuide = U"[…]";

class OutlineMaker {
public:
    OutlineMaker(const model::Document& document, const elements::Analysis& analysis, const citations::Ledger& ledger, const draft::Templates& templates, const std::string& agency)
        : document_(document), analysis_(analysis), templates_(templates), cited_(ledger), agency_(text::nfc(text::fromUtf8(agency))) {
        period_ = reportedPeriod(analysis, ledger);
        year_ = period_ ? period_->year : ledger.documentDate ? ledger.documentDate->year : 0;
        for (const citations::Mention& one : ledger.mentions) {
            if (one.listItem && one.at.story == 0) listed_.insert(one.at.paragraph);
        }
    }

    MadeOutline make() {
        const auto type = std::find_if(templates_.types.begin(), templates_.types.end(), [&](const draft::TypeTemplate& one) { return analysis_.type == one.type; });
        if (analysis_.scope != elements::Scope::nd30 || type == templates_.types.end()) return refused("outline.refused.type");
        made_.outline.type = *analysis_.type;
        subject(*type);
        if (type->addressee) addressee();
        rows();
        if (made_.outline.rows.empty()) return refused("outline.refused.empty");
        if (periodUsed_) made_.outline.periods = {PeriodKind::month, PeriodKind::quarter, PeriodKind::half, PeriodKind::nineMonths, PeriodKind::year};
        return std::move(made_);
    }

private:
    const model::Document& document_;
    const elements::Analysis& analysis_;
    const draft::Templates& templates_;
    CitedWords cited_;
    std::u32string agency_;
    std::optional<Period> period_;
    std::int32_t year_ = 0;
    std::set<std::int32_t> listed_;
    MadeOutline made_;
    bool periodUsed_ = false;

    static MadeOutline refused(std::string_view key) {
        MadeOutline none;
        none.refusal = key;
        return none;
    }

    void subject(const draft::TypeTemplate& type) {
        std::string lines;
        for (const Element* one : analysis_.all(Kind::trichYeu)) {
            for (const model::Range& range : one->ranges) lines += (lines.empty() ? "" : "|") + oneLine(range, true);
        }
        // “V/v ”, “Về việc ” are words of the type.
        const std::string prefix = type.subject.substr(0, type.subject.find('{'));
        if (!prefix.empty() && text::toLower(text::fromUtf8(lines)).starts_with(text::toLower(text::fromUtf8(prefix)))) lines.erase(0, prefix.size());
        made_.outline.subject = std::move(lines);
    }

    void addressee() {
        const Element* one = analysis_.first(Kind::kinhGui, Role::whole);
        if (one == nullptr || one->ranges.size() != 1) return;
        const std::u32string words(document_.wordsAt(one->ranges.front()));
        const auto colon = words.find(U':');
        if (colon == std::u32string::npos) return;
        std::u32string_view name = text::trim(std::u32string_view(words).substr(colon + 1));
        while (!name.empty() && (name.back() == U'.' || name.back() == U';')) name.remove_suffix(1);
        made_.outline.addressee = text::toUtf8(plain(name));
    }

    /// Braces would be gaps.
    static std::u32string plain(std::u32string_view words) {
        std::u32string out(words);
        std::replace(out.begin(), out.end(), U'{', U'(');
        std::replace(out.begin(), out.end(), U'}', U')');
        return out;
    }

    std::string oneLine(const model::Range& range, bool keepFigures) {
        std::u32string line = gapped(range, keepFigures);
        std::replace(line.begin(), line.end(), U'\n', U'|');
        return text::toUtf8(line);
    }

    void rows() {
        const elements::Part& main = analysis_.parts.front();
        const auto isBody = [](const Element& one) { return one.kind == Kind::thamQuyen || one.kind == Kind::canCu || one.kind == Kind::noiDung || (one.kind >= Kind::phan && one.kind <= Kind::diem); };
        std::set<std::int32_t> seen, tables;
        std::int32_t first = -1, last = -1;
        for (const Element& one : analysis_.elements) {
            if (one.part != 0 || !isBody(one) || one.ranges.front().story != 0) continue;
            if (first < 0) first = one.ranges.front().paragraph;
            last = one.ranges.back().paragraph;
        }
        bool list = false;
        for (std::int32_t p = std::max(first, main.first); first >= 0 && p <= last && p < main.last; ++p) {
            const model::Paragraph& paragraph = document_.at({0, p, 0, 0});
            if (paragraph.cell >= 0) {
                const std::int32_t table = document_.cells[static_cast<std::size_t>(paragraph.cell)].table;
                if (tables.insert(table).second) guiding("noi_dung", U"[Bảng số liệu]");
                list = false;
                continue;
            }
            if (checks::isBlank(paragraph.text)) continue;
            const std::int32_t index = analysis_.elementOf[static_cast<std::size_t>(p)];
            const Element* element = index < 0 ? nullptr : &analysis_.elements[static_cast<std::size_t>(index)];
            if (element != nullptr && !isBody(*element)) continue;
            const std::string style = styleOf(element, paragraph);
            // Documents that were issued in the period: the next report has others.
            if (listed_.contains(p) && (element == nullptr || element->kind != Kind::canCu)) {
                if (!list) guiding(style, U"[Tên loại, số, ký hiệu, ngày ban hành, trích yếu của từng văn bản]");
                list = true;
                continue;
            }
            list = false;
            if (element != nullptr && element->kind == Kind::thamQuyen && element->role != Role::order) {
                made_.outline.rows.push_back({style, "{issuer}", {}, {}, {}, {}, {}});
                ++made_.gaps;
                continue;
            }
            const bool heading = element != nullptr && element->role == Role::heading;
            std::u32string line = gapped({0, p, 0, static_cast<std::int32_t>(paragraph.text.size())}, heading || (element != nullptr && element->kind == Kind::canCu));
            if (!paragraph.listLabel.empty()) line = std::u32string(text::trim(paragraph.listLabel)) + U" " + line;
            made_.outline.rows.push_back({style, text::toUtf8(std::u32string(text::trim(line))), {}, {}, {}, {}, {}});
        }
    }

    void guiding(const std::string& style, std::u32string_view words) {
        made_.outline.rows.push_back({style, text::toUtf8(std::u32string(words)), {}, {}, {}, {}, {}});
        ++made_.guiding;
    }

    static std::string styleOf(const Element* element, const model::Paragraph& paragraph) {
        const bool centred = paragraph.format.align == model::Align::center;
        if (element == nullptr) return centred ? "giua" : "noi_dung";
        // “Điều 1. …” with its text in one paragraph: the second element is the text.
        const std::string_view id = styleIdOf(*element);
        if (id == "dieu" && element->ranges.front().length < static_cast<std::int32_t>(text::trim(paragraph.text).size())) return "noi_dung";
        if (!id.empty()) return std::string(id);
        return centred ? "giua" : "noi_dung";
    }

    /// The words of a range with gaps and guiding text. What is a placeholder already stays one.
    std::u32string gapped(const model::Range& range, bool keepFigures) {
        const model::Paragraph& paragraph = document_.at(range);
        const std::vector<Token> tokens = tokensOf(paragraph.text);
        const PeriodReader reader(tokens);
        std::u32string out;
        std::int32_t at = range.start;
        const auto put = [&](std::int32_t start, std::int32_t end, std::u32string_view words) {
            out += plain(std::u32string_view(paragraph.text).substr(static_cast<std::size_t>(at), static_cast<std::size_t>(start - at)));
            out += words;
            at = end;
        };
        const auto inside = [&](std::int32_t start, std::int32_t end) {
            return start >= at && end <= range.end() && !cited_.touches(range.story, range.paragraph, start, end) && !isPlaceholder(paragraph, start);
        };
        for (std::size_t i = behindLabel(tokens); i < tokens.size();) {
            if (const std::int32_t end = agencyAt(paragraph.text, tokens[i].start); end > 0 && inside(tokens[i].start, end)) {
                put(tokens[i].start, end, U"{agencyName}");
                ++made_.gaps;
                while (i < tokens.size() && tokens[i].start < end) ++i;
            } else if (const auto date = reader.date(i)) {
                const std::int32_t start = tokens[i].start, last = tokens[date->last - 1].end;
                if (!keepFigures && inside(start, last)) {
                    put(start, last, kGuide);
                    ++made_.guiding;
                }
                i = date->last;
            } else if (const auto mention = reader.period(i)) {
                const std::int32_t start = tokens[i].start, last = tokens[mention->last - 1].end;
                if (inside(start, last)) {
                    const std::u32string gap = gapOf(*mention, std::u32string_view(paragraph.text).substr(static_cast<std::size_t>(start), static_cast<std::size_t>(last - start)));
                    if (!gap.empty()) {
                        put(start, last, gap);
                        ++made_.gaps;
                    }
                }
                i = mention->last;
            } else if (tokens[i].digits && !keepFigures) {
                const PeriodReader::Figure figure = reader.figure(i);
                if (figure.counts && inside(figure.start, figure.end)) {
                    put(figure.start, figure.end, kGuide);
                    ++made_.guiding;
                }
                i = figure.last;
            } else {
                ++i;
            }
        }
        put(range.end(), range.end(), {});
        return out;
    }

    static bool isPlaceholder(const model::Paragraph& paragraph, std::int32_t at) {
        const bool field = std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const model::Run& run) {
            return run.kind == model::RunKind::placeholder && run.start <= at && at < run.start + run.length;
        });
        if (field) return true;
        // Brackets typed by hand do the same.
        const std::u32string_view before = std::u32string_view(paragraph.text).substr(0, static_cast<std::size_t>(at));
        const auto open = before.rfind(U'['), close = before.rfind(U']');
        return open != std::u32string_view::npos && (close == std::u32string_view::npos || close < open);
    }

    /// Behind the agency's name, if it stands at `start`; 0 if not.
    [[nodiscard]] std::int32_t agencyAt(const std::u32string& line, std::int32_t start) const {
        if (agency_.empty() || line.compare(static_cast<std::size_t>(start), agency_.size(), agency_) != 0) return 0;
        const auto end = static_cast<std::size_t>(start) + agency_.size();
        return end < line.size() && text::isLetter(line[end]) ? 0 : static_cast<std::int32_t>(end);
    }

    /// The gap that prints exactly what is written; empty where none does.
    std::u32string gapOf(const PeriodMention& mention, std::u32string_view written) {
        const std::string words = text::toUtf8(std::u32string(text::nfc(written)));
        const auto is = [&](const std::u32string& said) { return words == text::toUtf8(said); };
        if (period_) {
            const std::u32string now = text::fromUtf8(draft::print(*period_)), next = text::fromUtf8(draft::printNext(*period_));
            if (is(now)) return used(U"{period}");
            if (is(text::toUpper(now.substr(0, 1)) + now.substr(1))) return used(U"{Period}");
            if (is(text::toUpper(now))) return used(U"{PERIOD}");
            if (is(next)) return used(U"{nextPeriod}");
            if (is(text::toUpper(next))) return used(U"{NEXTPERIOD}");
        }
        if (mention.period.kind != PeriodKind::year || mention.period.year != year_ || year_ == 0) return {};
        return std::u32string(written.substr(0, written.find(U' '))) + U" {year}";
    }

    std::u32string used(std::u32string_view gap) {
        periodUsed_ = true;
        return std::u32string(gap);
    }
};

}  // namespace

MadeOutline makeOutline(const model::Document& document, const elements::Analysis& analysis, const citations::Ledger& ledger, const draft::Templates& templates,
                        const std::string& agency) {
    return OutlineMaker(document, analysis, ledger, templates, agency).make();
}

}  // namespace thethuc::app
