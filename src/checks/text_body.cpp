// Words around the body: issuing clause, legal basis, addressee, end mark.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Range;

bool isEndMark(char32_t c) noexcept {
    return c == U'.' || c == U';' || c == U',' || c == U':';
}

/// One legal basis: a paragraph between the title and “QUYẾT ĐỊNH:”.
struct Basis {
    Range range;
    bool known = false;  ///< begins like one
};

/// The bases of a part that has an issuing clause, in order; empty where there is none.
std::vector<Basis> basesOf(const Context& context, std::int32_t part, const std::vector<std::u32string>& beginnings) {
    std::vector<Basis> bases;
    const Element* first = context.analysis.first(Kind::canCu, part);
    if (first == nullptr || first->ranges.front().story != 0) return bases;
    const Element* clause = nullptr;
    for (const Element* element : context.analysis.all(Kind::thamQuyen, part)) {
        if (clause == nullptr && element->ranges.front() > first->ranges.front()) clause = element;
    }
    if (clause == nullptr || clause->ranges.front().story != 0) return bases;
    constexpr std::int32_t kMost = 60;
    const std::int32_t from = first->ranges.front().paragraph;
    const std::int32_t to = clause->ranges.front().paragraph;
    if (to - from > kMost) return bases;
    for (std::int32_t i = from; i < to; ++i) {
        const Range range = wholeParagraph(context.document, 0, i);
        if (range.length == 0 || context.document.at(range).cell >= 0) continue;
        const Shown shown(context.document, {range});
        const bool known = std::any_of(beginnings.begin(), beginnings.end(),
                                       [&](const std::u32string& word) { return beginsWith(shown.text(), word); });
        bases.push_back({range, known});
    }
    return bases;
}

/// The element that a paragraph belongs to, else `fallback`.
const Element& elementAt(const Context& context, const Range& range, const Element& fallback) {
    const auto index = static_cast<std::size_t>(range.paragraph);
    if (range.story != 0 || index >= context.analysis.elementOf.size()) return fallback;
    const std::int32_t element = context.analysis.elementOf[index];
    return element < 0 ? fallback : context.analysis.elements[static_cast<std::size_t>(element)];
}

/// Judges the mark at the end of a line that must be `mark`.
void judgeEnd(const Context& context, const ruleset::Row& row, Sink& sink, const Element& element, const Shown& shown,
              char32_t mark, const std::string& message) {
    const std::u32string& words = shown.text();
    if (words.empty() || words.back() == mark) return;
    // A line that breaks off (“…”) is a draft.
    if (words.back() == U'…' || words.back() == U'_' || text::endsWith(words, U"...")) return;
    const bool replaces = isEndMark(words.back());
    const std::size_t at = replaces ? words.size() - 1 : words.size();
    reportChanges(context, row, sink, element, shown, {{at, words.size(), std::u32string(1, mark)}}, {"", message, {}});
}

/// “- ”, “– ”, “+ ” at the start: how long it is, without and with the white space behind.
struct Dash {
    std::size_t length = 0;
    bool plain = false;
};
Dash dashOf(std::u32string_view words) {
    Dash dash;
    if (words.empty()) return dash;
    const bool any =
        text::isDash(words[0]) || words[0] == U'+' || words[0] == U'*' || words[0] == U'•' || words[0] == U'·';
    if (!any) return dash;
    dash.length = 1;
    dash.plain = words[0] == U'-' || words[0] == U'\u2010' || words[0] == U'\u2011';
    return dash;
}

}  // namespace

// Reads: words "type=TEXT", e.g. "QĐ=QUYẾT ĐỊNH:".
void issuingClauseText(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Pair> table = pairs(row);
    for (const Element* element : elementsOf(context, row)) {
        if (element->role != Role::order) continue;
        const auto& type = element->part == 0 ? context.analysis.type
                                              : context.analysis.parts[static_cast<std::size_t>(element->part)].type;
        if (!type) continue;
        const auto wanted = std::find_if(table.begin(), table.end(),
                                         [&](const Pair& pair) { return pair.key == text::fromUtf8(*type); });
        if (wanted == table.end()) continue;
        const Shown shown(context.document, element->ranges);
        sink.judged();
        if (sameLetters(shown.text(), wanted->value)) continue;  // small letters are tham-quyen/case's business
        std::vector<Change> changes = difference(shown, 0, shown.size(), wanted->value);
        std::erase_if(changes, [&](const Change& change) {
            return sameLetters(std::u32string_view(shown.text()).substr(change.start, change.end - change.start),
                               change.with);
        });
        reportChanges(context, row, sink, *element, shown, changes, {});
    }
}

// Reads: words = how a basis begins.
void legalBasisText(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        const std::vector<Basis> bases = basesOf(context, part, row.limit.words);
        for (std::size_t n = 0; n < bases.size(); ++n) {
            if (!bases[n].known) continue;
            // A line that does not begin like a basis may carry on the one before it.
            const bool last = n + 1 == bases.size();
            if (!last && !bases[n + 1].known) continue;
            sink.judged();
            const Element& element = elementAt(context, bases[n].range, *context.analysis.first(Kind::canCu, part));
            judgeEnd(context, row, sink, element, Shown(context.document, {bases[n].range}), last ? U'.' : U';',
                     last ? "text.basisLast" : "text.basisEnd");
        }
    }
}

// Reads: words = how the line that must be the last one begins.
void legalBasisOrder(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        const std::vector<Basis> bases = basesOf(context, part, {U"Căn cứ"});
        std::int32_t lastBasis = -1;
        for (const Basis& basis : bases) {
            if (basis.known) lastBasis = basis.range.paragraph;
        }
        for (const Basis& basis : bases) {
            if (basis.known) continue;
            const Shown shown(context.document, {basis.range});
            const bool proposal =
                std::any_of(row.limit.words.begin(), row.limit.words.end(),
                            [&](const std::u32string& word) { return beginsWith(shown.text(), word); });
            if (!proposal) continue;
            sink.judged();
            if (basis.range.paragraph < lastBasis) {
                reportPlace(context, row, sink,
                            elementAt(context, basis.range, *context.analysis.first(Kind::canCu, part)), shown, 0,
                            shown.size(), {});
            }
        }
    }
}

// Reads: words[0] = “Kính gửi:”.
void addresseeText(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty() || row.limit.words.front().size() < 2) return;
    const std::u32string& mark = row.limit.words.front();
    const std::u32string words = mark.substr(0, mark.size() - 1);
    std::vector<const Element*> lines;
    for (const Element* element : elementsOf(context, row)) {
        if (element->role == Role::list) {
            lines.push_back(element);
            continue;
        }
        const Shown shown(context.document, element->ranges);
        const std::u32string& text = shown.text();
        sink.judged();
        // “Kính gởi”, “KÍNH GỬI” are read too.
        std::size_t end = 0;
        for (const std::u32string_view form : {std::u32string_view(words), std::u32string_view(U"Kính gởi")}) {
            if (end == 0 && text.size() >= form.size() && sameLetters(text.substr(0, form.size()), form))
                end = form.size();
        }
        if (end == 0) continue;
        std::vector<Change> changes;
        if (!same(text.substr(0, end), words)) changes.push_back({0, end, words});
        std::size_t colon = end;
        while (colon < text.size() && text[colon] == U' ')
            ++colon;
        const bool hasMark = colon < text.size() &&
                             (text[colon] == U':' || text[colon] == U';' || text[colon] == U'.' || text[colon] == U',');
        if (!hasMark) {
            changes.push_back({end, end, mark.substr(mark.size() - 1)});
        } else if (text[colon] != U':' || colon > end) {
            changes.push_back({end, colon + 1, mark.substr(mark.size() - 1)});
        } else if (colon + 1 < text.size() && text[colon + 1] != U' ') {
            changes.push_back({end, colon + 1, mark.substr(mark.size() - 1) + U" "});
        }
        reportChanges(context, row, sink, *element, shown, changes, {"", "text.addresseeMark", {}});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Shown shown(context.document, lines[i]->ranges);
        if (shown.text().empty()) continue;
        sink.judged();
        const bool bulleted = !context.document.at(lines[i]->ranges.front()).listLabel.empty();
        const Dash dash = dashOf(shown.text());
        // A lone line below “Kính gửi:” needs no dash; a line without one may carry on the line before.
        const bool single = lines.size() == 1;
        const bool continuation = dash.length == 0 && !bulleted && i > 0 &&
                                  !isEndMark(Shown(context.document, lines[i - 1]->ranges).text().back());
        if (!single && !bulleted && !continuation && !dash.plain) {
            if (dash.length > 0) {
                reportChanges(context, row, sink, *lines[i], shown, {{0, dash.length, U"-"}},
                              {"", "text.addresseeDash", {}});
            } else {
                reportChanges(context, row, sink, *lines[i], shown, {{0, 0, U"- "}}, {"", "text.addresseeDash", {}});
            }
        }
        if (single) continue;
        const bool last = i + 1 == lines.size();
        const bool carriedOn = !last && dashOf(Shown(context.document, lines[i + 1]->ranges).text()).length == 0 &&
                               context.document.at(lines[i + 1]->ranges.front()).listLabel.empty() &&
                               !isEndMark(shown.text().back());
        if (!carriedOn)
            judgeEnd(context, row, sink, *lines[i], shown, last ? U'.' : U';',
                     last ? "text.addresseeLast" : "text.addresseeEnd");
    }
}

// Reads: words[0] = “./.”.
void endMark(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty()) return;
    const std::u32string& mark = row.limit.words.front();
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        // The end block begins with its first element in the body, or with the table that holds it.
        const Element* end = nullptr;
        for (const Element& element : context.analysis.elements) {
            const bool ending =
                element.kind == Kind::quyenHanChucVu || element.kind == Kind::hoTen || element.kind == Kind::noiNhan;
            if (ending && element.part == part && element.ranges.front().story == 0 &&
                (end == nullptr || element.ranges.front() < end->ranges.front())) {
                end = &element;
            }
        }
        if (end == nullptr) continue;
        const auto& piece = context.analysis.parts[i];
        std::int32_t last = end->ranges.front().paragraph;
        const std::int32_t cell = context.document.at(end->ranges.front()).cell;
        if (cell >= 0) {
            std::int32_t table = context.document.cells[static_cast<std::size_t>(cell)].table;
            while (context.document.tables[static_cast<std::size_t>(table)].parentCell >= 0) {
                const std::int32_t parent = context.document.tables[static_cast<std::size_t>(table)].parentCell;
                table = context.document.cells[static_cast<std::size_t>(parent)].table;
            }
            last = context.document.tables[static_cast<std::size_t>(table)].firstParagraph;
        }
        const Element* closing = nullptr;
        Range range;
        for (std::int32_t p = last - 1; p >= piece.first; --p) {
            range = wholeParagraph(context.document, 0, p);
            if (range.length == 0) continue;
            const auto index = static_cast<std::size_t>(p) < context.analysis.elementOf.size()
                                   ? context.analysis.elementOf[static_cast<std::size_t>(p)]
                                   : -1;
            if (index >= 0) closing = &context.analysis.elements[static_cast<std::size_t>(index)];
            break;
        }
        if (closing == nullptr) continue;
        const bool body = closing->kind == Kind::noiDung || closing->kind == Kind::khoan ||
                          closing->kind == Kind::diem || closing->kind == Kind::dieu;
        // What ends in a table, a form line or a heading is no sentence that could carry the mark.
        if (!body || closing->role == Role::caption || closing->role == Role::lead || closing->role == Role::heading) {
            if (closing->kind != Kind::dieu) continue;
        }
        if (context.document.at(range).cell >= 0) continue;
        const Shown shown(context.document, {range});
        const std::u32string& words = shown.text();
        if (words.empty()) continue;
        sink.judged();
        // “. /.” with a blank inside reads as the mark, too.
        std::u32string tight;
        for (const char32_t c : words) {
            if (c != U' ') tight.push_back(c);
        }
        if (text::endsWith(tight, mark)) continue;
        if (words.back() == U':' || words.back() == U'…' || words.back() == U'_' || text::endsWith(words, U"..."))
            continue;
        std::size_t start = words.size();
        while (start > 0 && (words[start - 1] == U'.' || words[start - 1] == U'/' || words[start - 1] == U';' ||
                             words[start - 1] == U','))
            --start;
        while (start < words.size() && start > 0 && words[start - 1] == U' ')
            --start;
        reportChanges(context, row, sink, *closing, shown, {{start, words.size(), mark}}, {});
    }
}

}  // namespace thethuc::checks::words
