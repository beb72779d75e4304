// The signature: authority (TM., KT., TL., TUQ., Q.), titles, and the signer's name.
#include <algorithm>
#include <array>
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

/// One line above the signature.
struct Line {
    const Element* element = nullptr;
    Shown shown;
    std::u32string upper;
    std::u32string mark;      ///< “TM.” as the row writes it, "" for a title without one
    std::size_t markEnd = 0;  ///< end of the mark as it was typed
    std::size_t rest = 0;     ///< where the words behind it begin
    [[nodiscard]] std::u32string_view words() const { return std::u32string_view(upper).substr(rest); }
    [[nodiscard]] bool is(std::u32string_view what) const { return mark == what; }
};

/// The lines above one signature.
struct Block {
    std::array<std::int32_t, 3> column{};  ///< story, table and column that it stands in
    std::vector<Line> lines;
    const Element* name = nullptr;
};

class Grammar {
public:
    Grammar(const Context& context, const ruleset::Row& row)
        : context_(context),
          marks_(values(row, U"mark")),
          heads_(values(row, U"head")),
          deputies_(values(row, U"deputy")),
          councils_(values(row, U"council")) {}

    /// “TM.”, “T/M”, “TM/”, “TM ”: the mark that a line begins with.
    void readMark(Line& line) const {
        const std::u32string_view words = line.upper;
        for (const std::u32string& mark : marks_) {
            const std::u32string_view letters = std::u32string_view(mark).substr(0, mark.size() - 1);
            std::size_t at = 0;
            std::size_t matched = 0;
            while (at < words.size() && matched < letters.size()) {
                if (words[at] == letters[matched]) {
                    ++matched;
                } else if (matched > 0 && (words[at] == U'/' || words[at] == U'.')) {
                    // “T/M”, “T.M.”: passed over
                } else {
                    break;
                }
                ++at;
            }
            if (matched < letters.size()) continue;
            std::size_t end = at;
            while (end < words.size() &&
                   (words[end] == U'.' || words[end] == U'/' || words[end] == U':' || words[end] == U','))
                ++end;
            // A bare “TM” or “KT” counts only as a word of its own.
            if (end == at && end < words.size() && words[end] != U' ') continue;
            // “Q GIÁM ĐỐC”: a bare letter counts only before a head's title.
            if (letters.size() == 1 && end == at && !isHead(text::trim(words.substr(at)))) continue;
            line.mark = mark;
            line.markEnd = end;
            line.rest = end;
            while (line.rest < words.size() && words[line.rest] == U' ')
                ++line.rest;
            return;
        }
    }

    [[nodiscard]] std::vector<Block> blocks(std::int32_t part) const {
        // Two signers may stand side by side, each in a column of his own.
        std::vector<Block> result;
        for (const Element& element : context_.analysis.elements) {
            if (element.part != part || (element.kind != Kind::quyenHanChucVu && element.kind != Kind::hoTen)) continue;
            const auto column = columnOf(element);
            const auto open = std::find_if(result.begin(), result.end(), [&](const Block& block) {
                return block.name == nullptr && block.column == column;
            });
            if (element.kind == Kind::hoTen) {
                if (open != result.end()) open->name = &element;
                continue;
            }
            Line line{&element, Shown(context_.document, element.ranges), {}, {}, 0, 0};
            line.upper = text::toUpper(line.shown.text());
            readMark(line);
            Block& block = open == result.end() ? result.emplace_back(Block{column, {}, nullptr}) : *open;
            block.lines.push_back(std::move(line));
        }
        return result;
    }

    [[nodiscard]] bool isHead(std::u32string_view words) const { return begins(words, heads_) && !isDeputy(words); }
    [[nodiscard]] bool isDeputy(std::u32string_view words) const { return begins(words, deputies_); }
    [[nodiscard]] bool isCouncil(std::u32string_view words) const { return begins(words, councils_); }
    /// How long the head's title at the start of `words` is.
    [[nodiscard]] std::size_t headLength(std::u32string_view words) const {
        std::size_t longest = 0;
        for (const auto& head : heads_) {
            if (beginsWith(words, head)) longest = std::max(longest, head.size());
        }
        return longest;
    }

    static bool begins(std::u32string_view words, const std::vector<std::u32string>& list) {
        return std::any_of(list.begin(), list.end(),
                           [&](const std::u32string& word) { return beginsWith(words, word); });
    }

private:
    [[nodiscard]] std::array<std::int32_t, 3> columnOf(const Element& element) const {
        const auto& range = element.ranges.front();
        const std::int32_t index = context_.document.at(range).cell;
        if (index < 0) return {range.story, -1, 0};
        const auto& cell = context_.document.cells[static_cast<std::size_t>(index)];
        return {range.story, cell.table, cell.column};
    }

    const Context& context_;
    std::vector<std::u32string> marks_;
    std::vector<std::u32string> heads_;
    std::vector<std::u32string> deputies_;
    std::vector<std::u32string> councils_;
};

/// Something other than blanks stands between the last line of a block and its name: a title that was not recognised.
bool hasUnnamedLine(const Context& context, const Block& block) {
    const auto& last = block.lines.back().element->ranges.back();
    if (block.name == nullptr) return true;
    const auto& name = block.name->ranges.front();
    if (name.story != last.story || name.paragraph < last.paragraph) return true;
    for (std::int32_t p = last.paragraph + 1; p < name.paragraph; ++p) {
        const auto range = wholeParagraph(context.document, last.story, p);
        const bool sameCell = context.document.at(range).cell == context.document.at(last).cell ||
                              context.document.at(range).cell == context.document.at(name).cell;
        if (range.length > 0 && sameCell) return true;
    }
    return false;
}

std::u32string agencyOf(const Context& context, std::int32_t part) {
    std::u32string name;
    for (const Element* element : context.analysis.all(Kind::coQuanBanHanh, part)) {
        name += (name.empty() ? U"" : U" ") + text::toUpper(element->text);
    }
    return name;
}

/// What one block may say, line by line.
class Judge {
public:
    Judge(const Context& context, const ruleset::Row& row, Sink& sink, const Grammar& grammar)
        : context_(context), row_(row), sink_(sink), grammar_(grammar) {}

    void marks(const Line& line) {
        if (line.mark.empty()) return;
        const std::u32string typed = line.shown.text().substr(0, line.markEnd);
        const bool sticks = line.markEnd == line.rest && line.rest < line.upper.size();
        if (text::toUpper(typed) == line.mark) {  // small letters are the case's business
            if (!sticks) return;
            // “KT.CHỦ TỊCH”
            const std::size_t end = std::min(line.upper.find(U' ', line.rest), line.upper.size());
            const std::u32string first = line.shown.text().substr(line.rest, end - line.rest);
            reportChanges(context_, row_, sink_, *line.element, line.shown, {{0, end, typed + U" " + first}},
                          {"space", "text.authorityMark", {}});
            return;
        }
        reportChanges(context_, row_, sink_, *line.element, line.shown,
                      {{0, line.markEnd, line.mark + (sticks ? U" " : U"")}}, {"", "text.authorityMark", {}});
    }

    void acting(const Line& line) {
        for (const auto& word : values(row_, U"acting")) {
            if (!line.mark.empty() || !beginsWith(line.upper, word) || line.upper.size() <= word.size()) continue;
            if (!grammar_.isHead(text::trim(std::u32string_view(line.upper).substr(word.size())))) continue;
            reportChanges(context_, row_, sink_, *line.element, line.shown, {{0, word.size(), U"Q."}},
                          {"acting", "text.authorityActing", {}});
        }
    }

    void block(const Block& block) {
        const auto& lines = block.lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            sink_.judged();
            marks(line);
            acting(line);
            const bool last = i + 1 == lines.size();
            const Line* next = last ? nullptr : &lines[i + 1];
            if (!line.mark.empty() && line.words().empty()) {
                bare(line, next);
                continue;
            }
            if (line.is(U"TM.") && grammar_.isHead(line.words())) {
                reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                            {"", "text.authorityCollective", {}});
            }
            if (line.is(U"KT.") || line.is(U"TL.") || line.is(U"TUQ.") || line.is(U"Q.")) deputyBehindMark(line);
            if (line.is(U"KT.")) signsForHead(block, line, next);
            const bool needsTitle = ((line.is(U"TL.") || line.is(U"TUQ.")) && grammar_.isHead(line.words())) ||
                                    (line.is(U"TM.") && grammar_.isCouncil(line.words()));
            const bool late = line.is(U"TM.") && i > 0 && (!lines[i - 1].mark.empty() || grammar_.isHead(lines[i - 1].upper));
            if (late) {
                reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                            {"", "text.authorityLate", {}});
            } else if (needsTitle && next == nullptr && !hasUnnamedLine(context_, block)) {
                reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                            {"", "text.authorityNoTitle", {Quote{line.mark}}});
            }
            if (line.mark.empty()) deputyWithoutMark(lines, i);
            const bool afterProxy = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                                                [](const Line& other) { return other.is(U"TUQ."); });
            if (line.is(U"KT.") && afterProxy) {
                reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                            {"proxy", "text.authorityProxy", {}});
            }
            if (line.mark.empty()) {
                extras(line);
                if (!std::any_of(lines.begin(), lines.end(),
                                 [](const Line& other) { return other.is(U"TL.") || other.is(U"TUQ."); })) {
                    withAgency(line);
                }
            }
        }
    }

    /// Quyết định: TM. goes with an issuing clause in the council's name.
    void clause(const Block& block, std::int32_t part) {
        if (bandOf(row_, "clause") == nullptr || block.lines.empty()) return;
        const Element* authority = context_.analysis.first(Kind::thamQuyen, Role::whole, part);
        if (authority == nullptr) return;
        const std::u32string words = text::toUpper(authority->text);
        const Line& first = block.lines.front();
        const bool collective = first.is(U"TM.");
        if (collective && grammar_.isHead(words)) {
            reportPlace(context_, row_, sink_, *first.element, first.shown, 0, first.shown.size(),
                        {"clause", "text.authorityClauseHead", {Quote{authority->text}}});
        } else if (!collective && grammar_.isCouncil(words) &&
                   (first.mark.empty() ? grammar_.isHead(first.upper) : first.is(U"KT."))) {
            reportPlace(context_, row_, sink_, *first.element, first.shown, 0, first.shown.size(),
                        {"clause", "text.authorityClauseCouncil", {Quote{authority->text}}});
        }
    }

    /// Báo cáo, kế hoạch, tờ trình of a council that its head signs without TM.: offices differ.
    void collective(const Block& block, std::int32_t part) {
        if (bandOf(row_, "collective") == nullptr || block.lines.empty() || !context_.analysis.type) return;
        const auto types = values(row_, U"collective-type");
        if (std::find(types.begin(), types.end(), text::fromUtf8(*context_.analysis.type)) == types.end()) return;
        if (!grammar_.isCouncil(agencyOf(context_, part))) return;
        // It is there, though not above: another finding says so.
        if (std::any_of(block.lines.begin(), block.lines.end(), [](const Line& line) { return line.is(U"TM."); })) return;
        const Line& first = block.lines.front();
        if (!(first.mark.empty() || first.is(U"KT.") || first.is(U"Q."))) return;
        const std::u32string_view words = first.mark.empty() ? std::u32string_view(first.upper) : first.words();
        if (!grammar_.isHead(words)) return;
        reportPlace(context_, row_, sink_, *first.element, first.shown, 0, first.shown.size(),
                    {"collective", "text.authorityNoCollective", {}});
    }

private:
    /// “TM.” with nothing behind it; the words may have gone to the next line.
    void bare(const Line& line, const Line* next) {
        const bool collective = line.is(U"TM.");
        const bool person = next != nullptr && next->mark.empty() &&
                            (grammar_.isHead(next->upper) || grammar_.isDeputy(next->upper));
        const bool carriedOn = next != nullptr && next->mark.empty() && (collective ? !person : !grammar_.isDeputy(next->upper));
        if (carriedOn) return;
        reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                    {"", collective ? "text.authorityBareCollective" : "text.authorityBare", {Quote{line.mark}}});
    }

    /// “PHÓ GIÁM ĐỐC” signs for the head: “KT.” stands above. Who is authorised (TUQ.) signs as what he is, and so do the
    /// members of minutes, contracts and advisory bodies.
    void deputyWithoutMark(const std::vector<Line>& lines, std::size_t i) {
        const Line& line = lines[i];
        if (bandOf(row_, "no-kt") == nullptr || !grammar_.isDeputy(line.upper) || i + 1 != lines.size()) return;
        const auto exempt = values(row_, U"no-kt-exempt");
        const auto& type = context_.analysis.type;
        if (!type || std::find(exempt.begin(), exempt.end(), text::fromUtf8(*type)) != exempt.end()) return;
        if (Grammar::begins(agencyOf(context_, line.element->part), values(row_, U"advisory"))) return;
        const std::size_t space = line.upper.find(U' ');
        const std::u32string_view head =
            space == std::u32string::npos ? std::u32string_view() : std::u32string_view(line.upper).substr(space + 1);
        if (!beginsWith(line.upper, U"THỨ TRƯỞNG") && !grammar_.isHead(head)) return;
        if (i > 0) {
            const Line& above = lines[i - 1];
            const bool council = above.is(U"TM.") && grammar_.isCouncil(above.words());
            const bool order = above.is(U"TL.") && grammar_.isHead(above.words());
            if (i != 1 || (!council && !order)) return;
        }
        reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                    {"no-kt", "text.authorityNoKt", {}});
    }

    void deputyBehindMark(const Line& line) {
        if (!grammar_.isDeputy(line.words())) return;
        for (const auto& word : values(row_, U"deputy")) {
            if (!beginsWith(line.words(), word)) continue;
            const std::size_t end = std::min(line.rest + word.size() + 1, line.shown.size());
            if (grammar_.isHead(std::u32string_view(line.upper).substr(end))) {
                reportChanges(context_, row_, sink_, *line.element, line.shown, {{line.rest, end, U""}},
                              {"", "text.authorityDeputy", {Quote{line.mark}}});
            } else {
                reportPlace(context_, row_, sink_, *line.element, line.shown, line.rest, line.shown.size(),
                            {"", "text.authorityDeputy", {Quote{line.mark}}});
            }
            return;
        }
    }

    void signsForHead(const Block& block, const Line& line, const Line* next) {
        if (grammar_.isDeputy(line.words())) return;  // said already
        if (next == nullptr) {
            if (hasUnnamedLine(context_, block)) {
                sink_.needsPerson();
            } else {
                reportPlace(context_, row_, sink_, *line.element, line.shown, 0, line.shown.size(),
                            {"", "text.authorityNoDeputy", {}});
            }
            return;
        }
        if (next->mark.empty() && grammar_.isDeputy(next->upper)) deputyOf(line, *next);
        if (!next->mark.empty() || grammar_.isDeputy(next->upper)) return;
        if (grammar_.isHead(next->upper)) {
            reportPlace(context_, row_, sink_, *next->element, next->shown, 0, next->shown.size(),
                        {"", "text.authorityNoDeputy", {}});
        } else {
            sink_.needsPerson();
        }
    }

    /// Below “KT. GIÁM ĐỐC” stands a PHÓ GIÁM ĐỐC, below “KT. BỘ TRƯỞNG” a THỨ TRƯỞNG: the deputy of that head and of no other.
    void deputyOf(const Line& line, const Line& next) {
        const std::u32string_view head = line.words().substr(0, grammar_.headLength(line.words()));
        if (head.empty() || line.words().find(U',') != std::u32string_view::npos) return;
        std::u32string right = U"PHÓ " + std::u32string(head);
        for (const auto& name : values(row_, U"deputy-of")) {
            const std::size_t colon = name.find(U':');
            if (colon != std::u32string::npos && same(head, std::u32string_view(name).substr(0, colon))) right = name.substr(colon + 1);
        }
        if (beginsWith(next.upper, right)) return;
        // Only another head's deputy is surely wrong: titles such as TRẠM PHÓ have their own words.
        constexpr std::u32string_view kDeputy = U"PHÓ ";
        if (!beginsWith(next.upper, kDeputy)) return;
        const std::u32string_view of = std::u32string_view(next.upper).substr(kDeputy.size());
        const std::u32string_view other = of.substr(0, grammar_.headLength(of));
        // “PHÓ TRƯỞNG BAN THƯỜNG TRỰC”, “PHÓ CHỦ NHIỆM”: what is left of a longer title is the same one.
        if (other.empty() || (other != head && head.find(other) != std::u32string_view::npos)) return;
        Finding result = finding(context_, row_, *next.element, next.shown.range(0, next.shown.size()), {"", "text.authorityOtherDeputy", {}});
        result.actual = Quote{next.shown.text()};
        result.expected = Quote{right};
        sink_.report(std::move(result));
    }

    /// “PHÓ CHỦ TỊCH THƯỜNG TRỰC”
    void extras(const Line& line) {
        if (!grammar_.isDeputy(line.upper)) return;
        for (const auto& extra : values(row_, U"extra")) {
            const std::u32string upper = oneStyle(line.upper);
            const std::u32string wanted = U" " + oneStyle(extra);
            if (!text::endsWith(upper, wanted) || line.shown.size() <= extra.size() + 1) continue;
            const std::size_t start = line.shown.size() - extra.size() - 1;
            reportChanges(context_, row_, sink_, *line.element, line.shown, {{start, line.shown.size(), U""}},
                          {"extra", "text.authorityExtra", {}});
        }
    }

    /// “CHỦ TỊCH UBND TỈNH X”
    void withAgency(const Line& line) {
        const auto advisory = values(row_, U"advisory");
        if (Grammar::begins(agencyOf(context_, line.element->part), advisory)) return;
        std::size_t start = 0;
        for (const auto& deputy : values(row_, U"deputy")) {
            if (beginsWith(line.upper, deputy)) start = deputy.size();
        }
        while (start < line.upper.size() && line.upper[start] == U' ')
            ++start;
        const std::size_t length = grammar_.headLength(std::u32string_view(line.upper).substr(start));
        if (length == 0) return;
        const std::size_t end = start + length;
        const std::u32string_view tail = text::trim(std::u32string_view(line.upper).substr(end));
        if (tail.empty()) return;
        // “TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI” of that very office.
        constexpr std::size_t kLongEnough = 5;
        const std::u32string own = text::skeleton(agencyOf(context_, line.element->part));
        const std::u32string bones = text::skeleton(tail);
        const bool ofOwn = bones.size() >= kLongEnough && own.ends_with(bones);
        if (!ofOwn && !Grammar::begins(tail, values(row_, U"agency"))) return;
        reportChanges(context_, row_, sink_, *line.element, line.shown, {{end, line.shown.size(), U""}},
                      {"with-agency", "text.authorityAgency", {}});
    }

    const Context& context_;
    const ruleset::Row& row_;
    Sink& sink_;
    const Grammar& grammar_;
};

// ----------------------------------------------------------------------------------------------- name

/// End of the academic titles at the start of a name: “PGS.TS. Nguyễn” -> 8; 0 where there are none.
std::size_t titlesEnd(std::u32string_view words, const std::vector<std::u32string>& titles) {
    std::size_t at = 0;
    for (bool found = true; found && at < words.size();) {
        found = false;
        std::size_t best = at;
        for (const auto& title : titles) {
            // Titles are written with and without dots: ThS, Th.S, Th.s.
            std::size_t i = at;
            std::size_t matched = 0;
            while (i < words.size() && matched < title.size()) {
                if (text::toUpper(words[i]) == text::toUpper(title[matched])) {
                    ++matched;
                } else if (words[i] != U'.' || matched == 0) {
                    break;
                }
                ++i;
            }
            if (matched < title.size()) continue;
            const bool ends = i >= words.size() || !(text::isLetter(words[i]) || text::isDigit(words[i]));
            if (ends) best = std::max(best, i);
        }
        if (best == at) break;
        at = best;
        while (at < words.size() &&
               (words[at] == U'.' || words[at] == U' ' || words[at] == U',' || text::isDash(words[at])))
            ++at;
        found = true;
    }
    return at;
}

std::size_t wordCount(std::u32string_view words) {
    return static_cast<std::size_t>(std::count(words.begin(), words.end(), U' ')) + (words.empty() ? 0 : 1);
}

/// Titles of the row of ho-ten/text, so that ho-ten/case looks at the name behind them.
std::vector<std::u32string> titlesFor(const Context& context, const Element& element) {
    const auto* row = rowOf(context, element.kind, element.role, "text");
    return row == nullptr ? std::vector<std::u32string>{} : values(*row, U"title");
}

}  // namespace

// Reads: words "mark=", "head=", "deputy=", "deputy-of=HEAD:DEPUTY", "acting=", "extra=", "council=", "agency=", "advisory=",
// "collective-type="; bands acting, proxy, clause, collective, extra, with-agency.
void authorityGrammar(const Context& context, const ruleset::Row& row, Sink& sink) {
    const Grammar grammar(context, row);
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        const std::vector<Block> blocks = grammar.blocks(part);
        Judge judge(context, row, sink, grammar);
        for (const Block& block : blocks)
            judge.block(block);
        // Minutes and contracts have two signers, who bind nobody but themselves.
        if (blocks.size() != 1) continue;
        const auto& type = part == 0 ? context.analysis.type : context.analysis.parts[i].type;
        if (type && *type == "QĐ") judge.clause(blocks.front(), part);
        judge.collective(blocks.front(), part);
    }
}

// Reads: words "title=ThS", "exempt=BỆNH VIỆN".
void signerName(const Context& context, const ruleset::Row& row, Sink& sink) {
    const auto titles = values(row, U"title");
    const auto exempt = values(row, U"exempt");
    for (const Element* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        if (shown.text().empty()) continue;
        sink.judged();
        if (Grammar::begins(agencyOf(context, element->part), exempt)) continue;
        const std::size_t end = titlesEnd(shown.text(), titles);
        // A name has two words at least; what is left of less is no name with a title before it.
        if (end == 0 || wordCount(std::u32string_view(shown.text()).substr(end)) < 2) continue;
        reportChanges(context, row, sink, *element, shown, {{0, end, U""}}, {});
    }
}

// Reads: nothing.
void signerCase(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const std::size_t start = titlesEnd(shown.text(), titlesFor(context, *element));
        const std::u32string_view name = std::u32string_view(shown.text()).substr(start);
        // “(Đã ký)” is no name.
        if (name.empty() || isGap(name) || name.find(U'(') != std::u32string_view::npos) continue;
        sink.judged();
        const std::u32string better = capitalised(name);
        if (better == name) continue;
        std::vector<Change> changes;
        if (text::isAllUpper(name)) {
            // “Y A” may be a name as it is.
            const bool longWord = [&] {
                std::size_t run = 0;
                for (const char32_t c : name) {
                    run = text::isLetter(c) ? run + 1 : 0;
                    if (run > 1) return true;
                }
                return false;
            }();
            if (!longWord) continue;
            // Capitals by character property are taken off, not retyped.
            const auto& range = element->ranges.front();
            const model::Paragraph& paragraph = context.document.at(range);
            const std::u32string typed =
                paragraph.text.substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length));
            if (element->ranges.size() == 1 && text::hasLower(typed) &&
                capitalised(text::squeeze(typed)) == text::squeeze(typed)) {
                Finding result = finding(context, row, *element, range, {"", "text.nameCapitals", {}});
                result.actual = Quote{std::u32string(name)};
                result.expected = Quote{better};
                if (row.fix != ruleset::FixPolicy::none && !paragraph.protectedContent) {
                    model::SetCharFormat plain;
                    plain.at = range;
                    plain.caseMap = model::CaseMap::none;
                    result.fix = ruleset::FixPolicy::safe;
                    result.edits.emplace_back(std::move(plain));
                }
                sink.report(std::move(result));
                continue;
            }
            changes.push_back({start, shown.size(), better});
            reportChanges(context, row, sink, *element, shown, changes, {"", "text.nameCapitals", {}});
            continue;
        }
        // Words that begin small; capitals inside a word are left to its owner.
        std::size_t at = start;
        while (at < shown.size()) {
            std::size_t end = shown.text().find(U' ', at);
            if (end == std::u32string::npos) end = shown.size();
            if (end > at && text::isLower(shown.text()[at])) {
                changes.push_back({at, at + 1, std::u32string(1, text::toUpper(shown.text()[at]))});
            }
            at = end + 1;
        }
        if (wordCount(name) >= 2)
            reportChanges(context, row, sink, *element, shown, changes, {"", "text.nameSmall", {}});
    }
}

}  // namespace thethuc::checks::words
