#include "citations/list.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "citations/particulars.hpp"
#include "model/cited_list.hpp"
#include "text/text.hpp"

namespace thethuc::citations {

namespace {

constexpr std::size_t kIdentity = 9;             // letters of 5 bits
constexpr std::size_t kLineState = 8;
constexpr std::size_t kCellState = 4;
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz234567";

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// The first letters of a hash. Names of bookmarks know no difference of capitals in Word, and hold forty letters.
std::string letters(std::u32string_view words, std::size_t count) {
    std::string out;
    for (std::uint64_t hash = text::hash(words); out.size() < count; hash >>= 5U) out += kLetters[hash & 31U];
    return out;
}

std::string wordState(std::u32string_view words, std::size_t count) { return letters(text::squeeze(words), count); }

/// Letters and digits of number and symbol, without zeros in front; digits stay apart.
std::u32string symbolKey(std::u32string_view symbol) {
    std::u32string out;
    bool digits = false;
    for (const char32_t c : symbol.substr(std::min(symbol.find_first_not_of(U'0'), symbol.size()))) {
        if (!text::isLetter(c) && !text::isDigit(c)) continue;
        if (!out.empty() && text::isDigit(c) != digits) out += U'|';
        digits = text::isDigit(c);
        out += text::toUpper(c);
    }
    return out;
}

std::vector<std::string> identitiesOf(const Entry& entry) {
    std::vector<std::string> out;
    const std::u32string type = text::toneNeutral(text::toLower(typeName(entry.type)));
    const bool law = isByName(entry.type);
    if (law && !entry.name.empty()) out.push_back(letters(U"L|" + type + U'|' + text::toneNeutral(text::toLower(text::squeeze(entry.name))), kIdentity));
    const bool symbol = std::any_of(entry.symbol.begin(), entry.symbol.end(), [](char32_t c) { return text::isLetter(c); });
    if (symbol) out.push_back(letters(U"S|" + symbolKey(entry.symbol), kIdentity));
    if (out.empty()) {
        std::u32string words = U"N|" + type + U'|' + symbolKey(entry.symbol) + U'|';
        if (entry.date) words += text::fromUtf8(isoOf(*entry.date));
        out.push_back(letters(words, kIdentity));
    }
    return out;
}

std::u32string lineOf(const Particulars& known, DateStyle style) {
    std::u32string line = fullCitation(known, style);
    if (!line.empty() && line.back() != U'.') line += U'.';
    return line;
}

std::u32string dateOf(const Particulars& known) {
    if (known.date) return dateWords(*known.date, DateStyle::slashes);
    return known.year > 0 ? text::fromUtf8(std::to_string(known.year)) : std::u32string();
}

/// The subject as a cell shows it: it begins the cell.
std::u32string subjectOf(const Particulars& known) {
    std::u32string words = subjectWords(known);
    if (!words.empty()) words.front() = text::toUpper(words.front());
    return words;
}

std::u32string joined(const std::vector<std::u32string>& words) {
    std::u32string out;
    for (const std::u32string& one : words) out += one + U'|';
    return text::squeeze(out);
}

/// How much a row and a document of the same number have in common.
std::size_t likeness(const std::vector<std::u32string>& row, const std::vector<std::u32string>& wanted) {
    const std::u32string a = joined(row), b = joined(wanted);
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return end == a.end() && other == b.end() ? a.size() + b.size() : static_cast<std::size_t>(end - a.begin());
}

class Merge {
public:
    Merge(const StandingList& standing, const std::vector<WantedRow>& wanted) : standing_(standing), wanted_(wanted), rowOf_(wanted.size()) {}

    ListPlan run() {
        pair();
        for (const StandingRow& row : standing_.rows) keys_.insert(row.key);
        for (std::size_t w = 0; w < wanted_.size(); ++w) plan_.rows.push_back(rowOf_[w] ? refreshed(w, *rowOf_[w]) : fresh(w));
        keepOrRemove();
        std::optional<std::size_t> last;
        for (const PlannedRow& row : plan_.rows) {
            if (!row.standing) continue;
            plan_.moves = plan_.moves || (last && *row.standing < *last);
            last = row.standing;
        }
        return std::move(plan_);
    }

private:
    const StandingList& standing_;
    const std::vector<WantedRow>& wanted_;
    std::vector<std::optional<std::size_t>> rowOf_;      ///< by wanted row
    std::vector<bool> taken_;                            ///< by standing row
    std::set<std::string> keys_;
    ListPlan plan_;

    /// Numbers begin anew each year, and agencies share them: the likest ones belong together.
    void pair() {
        taken_.assign(standing_.rows.size(), false);
        std::multimap<std::string, std::size_t> byIdentity;
        for (std::size_t s = 0; s < standing_.rows.size(); ++s) byIdentity.emplace(standing_.rows[s].key.substr(0, kIdentity), s);
        struct Pair {
            std::size_t likeness, wanted, standing;
        };
        std::vector<Pair> pairs;
        for (std::size_t w = 0; w < wanted_.size(); ++w) {
            for (const std::string& identity : wanted_[w].identities) {
                const auto [first, last] = byIdentity.equal_range(identity);
                for (auto at = first; at != last; ++at) {
                    pairs.push_back({likeness(standing_.rows[at->second].words, wanted_[w].words), w, at->second});
                }
            }
        }
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
            return std::tuple(b.likeness, a.wanted, a.standing) < std::tuple(a.likeness, b.wanted, b.standing);
        });
        for (const Pair& one : pairs) {
            if (rowOf_[one.wanted] || taken_[one.standing]) continue;
            rowOf_[one.wanted] = one.standing;
            taken_[one.standing] = true;
        }
    }

    PlannedRow fresh(std::size_t w) {
        PlannedRow row;
        row.entry = wanted_[w].entry;
        row.key = wanted_[w].identities.front() + 'a';
        while (!keys_.insert(row.key).second) {
            if (row.key.back() == 'z') row.key += 'a';
            else ++row.key.back();
        }
        row.made = stateOf(wanted_[w].words);
        row.words.assign(wanted_[w].words.begin(), wanted_[w].words.end());
        return row;
    }

    [[nodiscard]] std::size_t stateLength() const { return standing_.form == ListForm::table ? kCellState : kLineState; }
    /// What was put into one cell; empty where that is not known.
    [[nodiscard]] std::string madeOf(const StandingRow& row, std::size_t cell) const {
        const std::size_t length = stateLength();
        return row.made.size() == length * row.words.size() ? row.made.substr(cell * length, length) : std::string();
    }
    [[nodiscard]] bool untouched(const StandingRow& row, std::size_t cell) const {
        const std::string made = madeOf(row, cell);
        return made.empty() ? text::squeeze(row.words[cell]).empty() : wordState(row.words[cell], stateLength()) == made;
    }

    PlannedRow refreshed(std::size_t w, std::size_t s) {
        const StandingRow& standing = standing_.rows[s];
        PlannedRow row;
        row.standing = s;
        row.entry = wanted_[w].entry;
        row.key = standing.key;
        row.words.resize(standing.words.size());
        const std::size_t length = stateLength();
        for (std::size_t i = 0; i < standing.words.size(); ++i) {
            const std::u32string& wanted = wanted_[w].words.at(i);
            const std::string state = wordState(wanted, length), made = madeOf(standing, i);
            if (standing.places[i].story < 0) {
                row.made += made.empty() ? state : made;
            } else if (untouched(standing, i) || text::squeeze(standing.words[i]) == text::squeeze(wanted)) {
                if (text::squeeze(standing.words[i]) != text::squeeze(wanted)) row.words[i] = wanted;
                row.made += state;
            } else {
                // what a person typed stays; where the text now says something new beside it, that is told
                row.typed = row.typed || (!made.empty() && made != state);
                row.made += made.empty() ? std::string(length, '0') : made;
            }
        }
        return row;
    }

    void keepOrRemove() {
        for (std::size_t s = 0; s < standing_.rows.size(); ++s) {
            if (taken_[s]) continue;
            const StandingRow& row = standing_.rows[s];
            bool ours = !row.others;
            for (std::size_t i = 0; i < row.words.size(); ++i) ours = ours && (row.places[i].story < 0 || untouched(row, i));
            if (ours) {
                plan_.removed.push_back(s);
                continue;
            }
            PlannedRow kept;
            kept.standing = s;
            kept.key = row.key;
            kept.made = row.made;
            kept.words.resize(row.words.size());
            // behind the row that it follows now
            auto place = plan_.rows.begin();
            for (std::size_t before = s; before-- > 0 && place == plan_.rows.begin();) {
                const auto found = std::find_if(plan_.rows.begin(), plan_.rows.end(), [&](const PlannedRow& one) { return one.standing == before; });
                if (found != plan_.rows.end()) place = found + 1;
            }
            plan_.rows.insert(place, std::move(kept));
        }
    }
};

}  // namespace

std::u32string pageWords(std::vector<std::int32_t> pages) {
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    std::u32string out;
    const auto number = [](std::int32_t page) { return text::fromUtf8(std::to_string(page)); };
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t end = i + 1;
        while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
        if (end - i < 3) end = i + 1;
        if (!out.empty()) out += U", ";
        out += number(pages[i]);
        if (end - i > 1) out += U'–' + number(pages[end - 1]);
        i = end;
    }
    return out;
}

std::vector<WantedRow> wantedRows(const model::Document& document, const Ledger& ledger, ListForm form, const PageOf& pageOf) {
    std::vector<WantedRow> out;
    const DateStyle style = dateStyleOf(ledger);
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const Entry& entry = ledger.entries[e];
        const Particulars known = certainOf(document, ledger, entry);
        WantedRow row;
        row.entry = e;
        row.identities = identitiesOf(entry);
        if (form == ListForm::numbered) {
            row.words = {lineOf(known, style)};
        } else {
            std::vector<std::int32_t> pages;
            for (const std::size_t m : entry.mentions) {
                if (const std::int32_t page = pageOf ? pageOf(ledger.mentions[m].at) : 0; page > 0) pages.push_back(page);
            }
            row.words = {shortCitation(known), dateOf(known), known.issuer, subjectOf(known), pageWords(std::move(pages))};
        }
        out.push_back(std::move(row));
    }
    return out;
}

std::string stateOf(const std::vector<std::u32string>& words) {
    if (words.size() == 1) return wordState(words.front(), kLineState);
    std::string out;
    for (const std::u32string& one : words) out += wordState(one, kCellState);
    return out;
}

StandingList standingList(const model::Document& document) {
    StandingList list;
    for (std::size_t story = 0; story < document.stories.size(); ++story) {
        const auto& paragraphs = document.stories[story].paragraphs;
        for (std::size_t p = 0; p < paragraphs.size(); ++p) {
            const model::Paragraph& paragraph = paragraphs[p];
            for (const std::string& name : paragraph.bookmarks) {
                const auto key = model::rowKey(name);
                if (!key) continue;
                const std::int32_t table = paragraph.cell < 0 ? -1 : document.cells[index(paragraph.cell)].table;
                if (!list.any) {
                    list.story = static_cast<std::int32_t>(story);
                    list.table = table;
                    list.form = table < 0 ? ListForm::numbered : ListForm::table;
                }
                list.scattered = list.scattered || (list.any && (list.table != table || list.story != static_cast<std::int32_t>(story)));
                list.any = true;
                StandingRow row;
                row.key = *key;
                row.at = {static_cast<std::int32_t>(story), static_cast<std::int32_t>(p), 0, 0};
                const std::string state = std::string(model::kStateBookmark) + row.key + '_';
                for (const std::string& other : paragraph.bookmarks) {
                    if (other.starts_with(state)) row.made = other.substr(state.size());
                }
                if (table >= 0) row.row = document.cells[index(paragraph.cell)].row;
                list.rows.push_back(std::move(row));
                break;                           // a paragraph is one row
            }
        }
    }
    if (!list.any || list.scattered) return list;
    if (list.form == ListForm::numbered) {
        for (StandingRow& row : list.rows) {
            const std::u32string& words = document.at(row.at).text;
            row.words = {words};
            row.places = {{row.at.story, row.at.paragraph, 0, static_cast<std::int32_t>(words.size())}};
        }
        return list;
    }
    const auto& paragraphs = document.stories[index(list.story)].paragraphs;
    const model::Table& table = document.tables[index(list.table)];
    std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> cells;   // row and column → cell
    std::vector<std::int32_t> widths(index(table.rows), 0);
    for (std::int32_t c = table.firstCell; c < table.firstCell + table.cellCount; ++c) {
        const model::Cell& cell = document.cells[index(c)];
        cells[{cell.row, cell.column}] = c;
        if (cell.row >= 0 && cell.row < table.rows) ++widths[index(cell.row)];
        for (std::int32_t p = cell.firstParagraph; p < cell.firstParagraph + cell.paragraphCount; ++p) {
            for (const std::string& name : paragraphs[index(p)].bookmarks) {
                if (!name.starts_with(model::kColumnBookmark) || name.size() != model::kColumnBookmark.size() + 1) continue;
                const int particular = name.back() - '0';
                if (particular >= 0 && particular < static_cast<int>(kParticulars)) list.column[static_cast<std::size_t>(particular)] = cell.column;
            }
        }
    }
    list.merged = std::adjacent_find(widths.begin(), widths.end(), std::not_equal_to<>()) != widths.end();
    for (StandingRow& row : list.rows) {
        const std::int32_t anchor = document.cells[index(document.at(row.at).cell)].column;
        std::set<std::int32_t> ours{anchor};
        for (std::size_t i = 0; i < kParticulars; ++i) {
            const auto found = list.column[i] < 0 || list.column[i] == anchor ? cells.end() : cells.find({row.row, list.column[i]});
            if (found == cells.end()) {
                row.words.emplace_back();
                row.places.push_back({-1, 0, 0, 0});
                continue;
            }
            ours.insert(list.column[i]);
            const model::Cell& cell = document.cells[index(found->second)];
            std::u32string words;
            for (std::int32_t p = cell.firstParagraph; p < cell.firstParagraph + cell.paragraphCount; ++p) {
                words += (p > cell.firstParagraph ? U"\n" : U"") + paragraphs[index(p)].text;
            }
            const bool whole = cell.paragraphCount == 1;
            // several paragraphs: a person's; they are told from ours by their words, and never written to
            row.places.push_back({list.story, cell.firstParagraph, 0, whole ? static_cast<std::int32_t>(words.size()) : 0});
            row.words.push_back(std::move(words));
        }
        for (const auto& [at, c] : cells) {
            if (at.first != row.row) continue;
            const model::Cell& cell = document.cells[index(c)];
            if (ours.contains(at.second) && at.second != anchor) continue;
            for (std::int32_t p = cell.firstParagraph; p < cell.firstParagraph + cell.paragraphCount; ++p) {
                row.others = row.others || !text::squeeze(paragraphs[index(p)].text).empty();
            }
        }
    }
    return list;
}

std::size_t ListPlan::changes() const {
    std::size_t count = removed.size();
    // rows that keep their order among each other do not count as changed for the others' moving
    std::vector<std::size_t> tails;              // of increasing sequences
    std::size_t kept = 0;
    for (const PlannedRow& row : rows) {
        const bool words = std::any_of(row.words.begin(), row.words.end(), [](const auto& one) { return one.has_value(); });
        if (!row.standing || words) ++count;
        if (!row.standing) continue;
        ++kept;
        const auto at = std::lower_bound(tails.begin(), tails.end(), *row.standing);
        if (at == tails.end()) tails.push_back(*row.standing);
        else *at = *row.standing;
    }
    return count + (kept - tails.size());
}

bool ListPlan::structural() const {
    return moves || !removed.empty() || std::any_of(rows.begin(), rows.end(), [](const PlannedRow& row) { return !row.standing; });
}

void ListPlan::keepOrder() {
    std::vector<std::vector<PlannedRow>> groups(1);   // each standing row with the new ones behind it
    for (PlannedRow& row : rows) {
        if (row.standing) groups.emplace_back();
        groups.back().push_back(std::move(row));
    }
    std::stable_sort(groups.begin() + 1, groups.end(), [](const auto& a, const auto& b) { return a.front().standing < b.front().standing; });
    rows.clear();
    for (auto& group : groups) std::move(group.begin(), group.end(), std::back_inserter(rows));
    moves = false;
}

ListPlan planList(const StandingList& standing, const std::vector<WantedRow>& wanted) { return Merge(standing, wanted).run(); }

namespace {

/// Which row each entry has, by the keys that stand in the document.
std::vector<std::string> keysOf(const model::Document& document, const Ledger& ledger, const StandingList& list) {
    std::vector<std::string> keys(ledger.entries.size());
    const ListPlan plan = planList(list, wantedRows(document, ledger, list.form));
    for (const PlannedRow& row : plan.rows) {
        if (row.entry && row.standing) keys[*row.entry] = row.key;
    }
    return keys;
}

/// Marks belong to running text: not to titles, not to what stands on every page.
bool takesMarks(const model::Document& document, const elements::Analysis& analysis, const model::Range& at) {
    const model::StoryKind kind = document.stories[index(at.story)].kind;
    if (kind == model::StoryKind::header || kind == model::StoryKind::footer) return false;
    if (at.story != 0 || index(at.paragraph) >= analysis.elementOf.size()) return true;
    const std::int32_t element = analysis.elementOf[index(at.paragraph)];
    if (element < 0) return true;
    switch (analysis.elements[index(element)].kind) {
        case elements::Kind::tenLoai:
        case elements::Kind::trichYeu:
        case elements::Kind::soKyHieu:
        case elements::Kind::kinhGui:
        case elements::Kind::phuLuc: return false;
        default: return true;
    }
}

}  // namespace

MarkPlan planMarks(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger, MarkScope scope) {
    MarkPlan plan;
    const StandingList list = standingList(document);
    const std::vector<std::string> keys = keysOf(document, ledger, list);
    std::set<std::string> rows;
    for (const StandingRow& row : list.rows) rows.insert(row.key);
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<const Mention*>> byParagraph;
    std::map<const Mention*, bool> wanted;
    std::vector<bool> seen(ledger.entries.size(), false);
    for (const Mention& mention : ledger.mentions) {
        byParagraph[{mention.at.story, mention.at.paragraph}].push_back(&mention);
        if (!takesMarks(document, analysis, mention.at)) continue;
        const std::size_t entry = index(mention.entry);
        if (keys[entry].empty()) {
            ++plan.unlisted;
            continue;
        }
        const bool later = scope == MarkScope::first && seen[entry];
        seen[entry] = true;
        wanted[&mention] = !later;
    }
    for (std::size_t story = 0; story < document.stories.size(); ++story) {
        const auto& paragraphs = document.stories[story].paragraphs;
        for (std::size_t p = 0; p < paragraphs.size(); ++p) {
            const model::Range here{static_cast<std::int32_t>(story), static_cast<std::int32_t>(p), 0, 0};
            const auto found = byParagraph.find({here.story, here.paragraph});
            if (found == byParagraph.end() && paragraphs[p].marks.empty()) continue;
            std::vector<const Mention*> mentions;
            if (found != byParagraph.end()) mentions = found->second;
            std::sort(mentions.begin(), mentions.end(), [](const Mention* a, const Mention* b) { return a->at.start < b->at.start; });
            std::set<const Mention*> marked;
            for (std::size_t m = 0; m < paragraphs[p].marks.size(); ++m) {
                const model::CitationMark& mark = paragraphs[p].marks[m];
                const std::string key(model::rowKey(mark.target).value_or(std::string_view()));
                // the citation that it stands behind or in
                const Mention* of = nullptr;
                for (const Mention* one : mentions) {
                    if (one->at.start < mark.at) of = one;
                }
                const auto decided = of == nullptr ? wanted.end() : wanted.find(of);
                const bool fits = decided != wanted.end() && keys[index(of->entry)] == key;
                const bool atEnd = of != nullptr && of->at.end() == mark.at;
                const bool inside = of != nullptr && mark.at < of->at.end();
                bool stays = false;
                if (fits && !inside) stays = decided->second && !marked.contains(of);   // also where a person moved it behind the subject
                else if (!atEnd && !inside) stays = rows.contains(key);                 // a person's own, which still leads somewhere
                if (fits && stays) marked.insert(of);
                if (stays || paragraphs[p].protectedContent) continue;
                plan.taken.push_back({here, m});
                // put right what stood there
                if (scope == MarkScope::standing && decided != wanted.end() && (atEnd || inside) && marked.insert(of).second) {
                    plan.put.push_back({of->at, keys[index(of->entry)]});
                }
            }
            for (const Mention* one : mentions) {
                const auto decided = wanted.find(one);
                if (decided == wanted.end() || !decided->second || marked.contains(one)) continue;
                if (scope == MarkScope::standing) {
                    ++plan.unmarked;
                } else if (paragraphs[p].protectedContent) {
                    ++plan.locked;
                } else {
                    plan.put.push_back({one->at, keys[index(one->entry)]});
                }
            }
        }
    }
    std::sort(plan.put.begin(), plan.put.end(), [](const MarkPlan::Put& a, const MarkPlan::Put& b) { return a.behind < b.behind; });
    return plan;
}

}  // namespace thethuc::citations
