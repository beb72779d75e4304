// Runs the rows over a snapshot and makes one list of findings out of what the checks say.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "checks/check.hpp"
#include "checks/support.hpp"
#include "text/text.hpp"

namespace thethuc::checks {
namespace {

template <typename T>
bool empty_or_holds(const std::vector<T>& list, const T& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Rules about words serve every document; those about layout only the ones that the decree governs.
bool aboutLayout(elements::Kind kind) noexcept {
    using elements::Kind;
    return kind != Kind::vienDan && kind != Kind::soLieu && kind != Kind::vietHoa && kind != Kind::vietTat && kind != Kind::chinhTa;
}

bool applies(const Context& context, const ruleset::Row& row, const Options& options) {
    const elements::Analysis& analysis = context.analysis;
    if (row.retired) return false;
    if (!empty_or_holds(options.only, row.id)) return false;
    if (std::find(options.without.begin(), options.without.end(), row.id) != options.without.end()) return false;
    if (aboutLayout(row.element) && analysis.scope != elements::Scope::nd30) return false;
    if (!empty_or_holds(row.layouts, analysis.layout)) return false;
    const auto& type = analysis.type;
    if (!row.types.empty() && (!type || std::find(row.types.begin(), row.types.end(), *type) == row.types.end())) return false;
    if (type && std::find(row.notTypes.begin(), row.notTypes.end(), *type) != row.notTypes.end()) return false;
    return true;
}

std::optional<std::int32_t> numberOf(const Value& value) {
    struct Visitor {
        std::optional<std::int32_t> operator()(const Points& v) const { return v.min; }
        std::optional<std::int32_t> operator()(const Millimetres& v) const { return v.min; }
        std::optional<std::int32_t> operator()(const Centimetres& v) const {
            return v.values.empty() ? std::nullopt : std::optional(v.values.front());
        }
        std::optional<std::int32_t> operator()(const Share& v) const { return v.min; }
        std::optional<std::int32_t> operator()(const Lines& v) const { return v.min; }
        std::optional<std::int32_t> operator()(const Count& v) const { return v.value; }
        std::optional<std::int32_t> operator()(const std::monostate&) const { return std::nullopt; }
        std::optional<std::int32_t> operator()(const Word&) const { return std::nullopt; }
        std::optional<std::int32_t> operator()(const Words&) const { return std::nullopt; }
        std::optional<std::int32_t> operator()(const Quote&) const { return std::nullopt; }
        std::optional<std::int32_t> operator()(const Paper&) const { return std::nullopt; }
    };
    return std::visit(Visitor{}, value);
}

bool holds(const ruleset::Limit& limit, const Value& actual) {
    if (const auto number = numberOf(actual)) {
        const bool numeric = limit.min || limit.max || !limit.oneOf.empty();
        return numeric && within(limit, *number);
    }
    if (const auto* word = std::get_if<Word>(&actual)) {
        constexpr std::string_view kPrefix = "value.";
        std::string_view key = word->key;
        if (key.starts_with(kPrefix)) key.remove_prefix(kPrefix.size());
        return lists(limit, text::fromUtf8(key));
    }
    if (const auto* quote = std::get_if<Quote>(&actual)) return lists(limit, quote->text);
    return false;
}

auto orderOf(const Finding& finding) {
    const model::Range& range = finding.at.range;
    return std::tuple(range.story, range.paragraph, range.start);
}

}  // namespace

class Runner {
public:
    Runner(const Context& context, const Options& options) : context_(context), options_(options) {}

    Result run() {
        for (std::size_t i = 0; i < context_.ruleset.rows.size() && !cancelled(); ++i) {
            if (applies(context_, context_.ruleset.rows[i], options_)) runRow(i);
        }
        dropDuplicates();
        merge();
        dropEchoes();
        markIgnored();
        Result result;
        result.findings = std::move(findings_);
        std::set_union(checked_.begin(), checked_.end(), needsPerson_.begin(), needsPerson_.end(),
                       std::back_inserter(result.coverage.applicable));
        std::set_difference(checked_.begin(), checked_.end(), needsPerson_.begin(), needsPerson_.end(),
                            std::back_inserter(result.coverage.checked));
        result.coverage.needsPerson.assign(needsPerson_.begin(), needsPerson_.end());
        return result;
    }

private:
    bool cancelled() const { return options_.cancelled && options_.cancelled->load(std::memory_order_relaxed); }

    static CheckFunction find(std::string_view name) {
        const auto entries = catalogue();
        const auto found = std::lower_bound(entries.begin(), entries.end(), name,
                                            [](const CheckEntry& entry, std::string_view wanted) { return entry.name < wanted; });
        return found != entries.end() && found->name == name ? found->run : nullptr;
    }

    void runRow(std::size_t index) {
        const ruleset::Row& row = context_.ruleset.rows[index];
        const CheckFunction check = find(row.check);
        if (!check) return;
        Sink sink;
        try {
            check(context_, row, sink);
        } catch (const std::exception& error) {
            sink = Sink{};
            Finding failed;
            failed.severity = ruleset::Severity::info;
            failed.message = "internal.checkFailed";
            failed.arguments.emplace_back(Quote{text::fromUtf8(error.what())});
            failed.rule = row.id;
            failed.row = static_cast<std::int32_t>(index);
            failed.element = row.element;
            findings_.push_back(std::move(failed));
            needsPerson_.insert(row.id);
            return;
        }
        if (sink.judged_ || !sink.findings_.empty()) checked_.insert(row.id);
        if (sink.needsPerson_) needsPerson_.insert(row.id);
        for (Finding& finding : sink.findings_) {
            complete(finding, row, index);
            findings_.push_back(std::move(finding));
        }
    }

    static void complete(Finding& finding, const ruleset::Row& row, std::size_t index) {
        finding.rule = row.id;
        finding.row = static_cast<std::int32_t>(index);
        finding.element = row.element;
        const ruleset::Band* band = bandOf(row, finding.band);
        if (finding.band.empty()) {
            const auto by = std::find_if(row.bands.begin(), row.bands.end(), [&](const ruleset::Band& one) { return holds(one.limit, finding.actual); });
            if (by != row.bands.end()) band = &*by;
        }
        finding.band = band ? band->name : std::string();
        if (finding.severity == ruleset::Severity::error) finding.severity = band ? band->severity : row.severity;
        const ruleset::FixPolicy allowed = band ? band->fix : row.fix;
        // A check may be stricter than the row about one place (it would have to retype words), never laxer.
        if (allowed == ruleset::FixPolicy::none || finding.edits.empty()) {
            finding.fix = ruleset::FixPolicy::none;
        } else if (finding.fix == ruleset::FixPolicy::none) {
            finding.fix = allowed;
        }
        if (finding.fix == ruleset::FixPolicy::none) finding.edits.clear();
    }

    /// Rows of one id overlap (one per role): the same thing at the same place is said once.
    void dropDuplicates() {
        std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
            return std::tuple_cat(orderOf(a), std::tie(a.rule)) < std::tuple_cat(orderOf(b), std::tie(b.rule));
        });
        const auto same = [](const Finding& a, const Finding& b) {
            return a.rule == b.rule && a.at == b.at && a.actual == b.actual && a.pageStyle == b.pageStyle && a.message == b.message &&
                   a.arguments == b.arguments;
        };
        findings_.erase(std::unique(findings_.begin(), findings_.end(), same), findings_.end());
    }

    /// Nothing but blank paragraphs lies between the two.
    bool neighbours(const model::Range& first, std::int32_t lastParagraph, const model::Range& second) const {
        if (first.story != second.story || second.paragraph < lastParagraph) return false;
        const auto& paragraphs = context_.document.stories[at(first.story)].paragraphs;
        for (std::int32_t p = lastParagraph + 1; p < second.paragraph; ++p) {
            if (!isBlank(paragraphs[at(p)].text)) return false;
        }
        return true;
    }

    static bool mergeable(const Finding& a, const Finding& b) {
        return a.element == b.element && a.severity == b.severity && a.fix == b.fix && a.actual == b.actual && a.expected == b.expected &&
               a.message == b.message && a.arguments == b.arguments && a.pageStyle.empty() && b.pageStyle.empty() &&
               !std::holds_alternative<std::monostate>(a.actual) && a.other == b.other;
    }

    void merge() {
        std::vector<Finding> merged;
        merged.reserve(findings_.size());
        struct Open {
            std::size_t index;
            std::int32_t last;
        };
        std::map<std::string, std::vector<Open>, std::less<>> openByRule;
        for (Finding& finding : findings_) {
            auto& open = openByRule[finding.rule];
            const auto into = std::find_if(open.begin(), open.end(), [&](const Open& one) {
                return mergeable(merged[one.index], finding) && neighbours(merged[one.index].at.range, one.last, finding.at.range);
            });
            if (into != open.end()) {
                Finding& run = merged[into->index];
                if (finding.at.range.paragraph != into->last) ++run.count;
                into->last = finding.at.range.paragraph;
                run.edits.insert(run.edits.end(), std::make_move_iterator(finding.edits.begin()), std::make_move_iterator(finding.edits.end()));
                continue;
            }
            // A run that this finding does not continue, and that lies behind, is over.
            std::erase_if(open, [&](const Open& one) {
                const model::Range& range = merged[one.index].at.range;
                return range.story != finding.at.range.story || one.last + kLongestGap < finding.at.range.paragraph;
            });
            open.push_back({merged.size(), finding.at.range.paragraph});
            lastParagraph_.push_back(0);
            merged.push_back(std::move(finding));
        }
        for (const auto& [rule, open] : openByRule) {
            for (const Open& one : open) lastParagraph_[one.index] = one.last;
        }
        findings_ = std::move(merged);
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            lastParagraph_[i] = std::max(lastParagraph_[i], findings_[i].at.range.paragraph + findings_[i].count - 1);
        }
    }

    /// What another finding at the same place explains.
    void dropEchoes() {
        std::map<std::string, std::vector<std::size_t>, std::less<>> byRule;
        for (std::size_t i = 0; i < findings_.size(); ++i) byRule[findings_[i].rule].push_back(i);
        const auto samePlace = [&](std::size_t a, std::size_t b) {
            const Finding& first = findings_[a];
            const Finding& second = findings_[b];
            if (!first.pageStyle.empty() && !second.pageStyle.empty()) return first.pageStyle == second.pageStyle;
            if (first.element == second.element && std::string_view(second.rule).ends_with("/present")) return true;
            const model::Range& x = first.at.range;
            const model::Range& y = second.at.range;
            if (x.story == y.story && x.paragraph <= lastParagraph_[b] && y.paragraph <= lastParagraph_[a]) return true;
            return sameElement(first, x, y);
        };
        std::vector<bool> echo(findings_.size(), false);
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            if (findings_[i].row < 0) continue;
            for (const std::string& cause : context_.ruleset.rows[at(findings_[i].row)].explainedBy) {
                const auto found = byRule.find(cause);
                if (found == byRule.end()) continue;
                const auto explains = [&](std::size_t other) { return other != i && !echo[other] && samePlace(i, other); };
                if (std::any_of(found->second.begin(), found->second.end(), explains)) {
                    echo[i] = true;
                    break;
                }
            }
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            if (echo[i]) continue;
            if (kept != i) findings_[kept] = std::move(findings_[i]);
            ++kept;
        }
        findings_.resize(kept);
    }

    /// An element on several paragraphs is one place.
    bool sameElement(const Finding& finding, const model::Range& x, const model::Range& y) const {
        for (const elements::Element& element : context_.analysis.elements) {
            if (element.kind != finding.element) continue;
            const auto holdsParagraph = [&](const model::Range& wanted) {
                return std::any_of(element.ranges.begin(), element.ranges.end(), [&](const model::Range& range) {
                    return range.story == wanted.story && range.paragraph == wanted.paragraph;
                });
            };
            if (holdsParagraph(x) && holdsParagraph(y)) return true;
        }
        return false;
    }

    void markIgnored() {
        for (Finding& finding : findings_) {
            for (const auto& ignored : context_.document.ignored) {
                if (ignored.rule != finding.rule) continue;
                if (ignored.fingerprint != 0 && ignored.fingerprint != finding.at.fingerprint) continue;
                finding.ignored = true;
                finding.ignoredReason = ignored.reason;
                break;
            }
        }
    }

    /// Blank paragraphs that a run of neighbours may step over.
    static constexpr std::int32_t kLongestGap = 16;

    const Context& context_;
    const Options& options_;
    std::vector<Finding> findings_;
    std::vector<std::int32_t> lastParagraph_;
    std::set<std::string> checked_;
    std::set<std::string> needsPerson_;
};

Result run(const Context& context, const Options& options) { return Runner(context, options).run(); }

}  // namespace thethuc::checks
