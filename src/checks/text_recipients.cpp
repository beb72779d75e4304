// “Nơi nhận:”, its list, and the line “Lưu:”.
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

bool isPlainDash(char32_t c) noexcept {
    return c == U'-' || c == U'\u2010' || c == U'\u2011';
}
bool isBullet(char32_t c) noexcept {
    return text::isDash(c) || c == U'+' || c == U'*' || c == U'•' || c == U'·';
}
bool isEndMark(char32_t c) noexcept {
    return c == U';' || c == U',' || c == U'.' || c == U':';
}
bool breaksOff(std::u32string_view words) {
    return words.empty() || words.back() == U'…' || words.back() == U'_' || text::endsWith(words, U"...");
}

/// A line of the list; several may stand in one paragraph.
struct Line {
    const Element* element = nullptr;
    Shown shown;
    bool bulleted = false;  ///< Writer prints a mark before it
    bool luu = false;
    [[nodiscard]] bool dashed() const { return bulleted || (!shown.text().empty() && isBullet(shown.text().front())); }
};

std::vector<Line> linesOf(const Context& context, std::int32_t part) {
    std::vector<Line> lines;
    for (const Element* element : context.analysis.all(Kind::noiNhan, part)) {
        if (element->role != Role::list && element->role != Role::luu) continue;
        Shown shown(context.document, element->ranges);
        if (shown.text().empty()) continue;
        const bool bulleted =
            !context.document.at(element->ranges.front()).listLabel.empty() && element->ranges.front().start == 0;
        lines.push_back({element, std::move(shown), bulleted, element->role == Role::luu});
    }
    return lines;
}

/// A new first line of the list, formatted like the one that is first now.
model::Edits lineBefore(const Context& context, const Line& line, std::u32string words) {
    const Range& first = line.element->ranges.front();
    const model::Paragraph& paragraph = context.document.at(first);
    if (paragraph.protectedContent) return {};
    const auto before = std::u32string_view(paragraph.text).substr(0, static_cast<std::size_t>(first.start));
    if (!text::trim(before).empty())
        return {model::ReplaceText{{first.story, first.paragraph, first.start, 0}, words + U"\n"}};
    model::NewParagraph fresh;
    fresh.text = std::move(words);
    fresh.format = paragraph.format;
    fresh.character = paragraph.runs.empty() ? paragraph.base : paragraph.runs.front().format;
    return {model::InsertParagraphs{{first.story, first.paragraph, 0, 0}, {std::move(fresh)}}};
}

class Recipients {
public:
    Recipients(const Context& context, const ruleset::Row& row, Sink& sink)
        : context_(context), row_(row), sink_(sink) {}

    void word(const Element& element) {
        const Shown shown(context_.document, element.ranges);
        const std::u32string& mark = row_.limit.words.front();
        const std::u32string words = mark.substr(0, mark.size() - 1);
        const std::u32string& text = shown.text();
        sink_.judged();
        constexpr std::u32string_view kSentTo = U"Nơi gửi";
        if (beginsWith(text, kSentTo)) {
            if (text.find_first_not_of(U" :", kSentTo.size()) != std::u32string::npos) return;
            reportChanges(context_, row_, sink_, element, shown, {{0, text.size(), mark}}, {"", "text.recipientsMark", {}});
            return;
        }
        if (text.size() < words.size() || !sameLetters(text.substr(0, words.size()), words)) return;
        std::vector<Change> changes;
        if (!same(text.substr(0, words.size()), words)) changes.push_back({0, words.size(), words});
        if (text.substr(words.size()) != U":") {
            std::size_t end = words.size();
            while (end < text.size() && (text[end] == U' ' || isEndMark(text[end])))
                ++end;
            if (end < text.size()) return;  // other words on the line
            changes.push_back({words.size(), end, U":"});
        }
        reportChanges(context_, row_, sink_, element, shown, changes, {"", "text.recipientsMark", {}});
    }

    void list(const std::vector<Line>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            if (line.luu) break;  // its own rule; what stands behind it is not the list
            sink_.judged();
            const std::u32string& words = line.shown.text();
            // A line broken by hand: the one before has no end mark, this one no dash.
            const bool continues = i > 0 && !line.dashed() && !isEndMark(lines[i - 1].shown.text().back());
            const bool carriedOn =
                i + 1 < lines.size() && !lines[i + 1].dashed() && !lines[i + 1].luu && !isEndMark(words.back());
            const bool below = i > 0 && lines[i - 1].shown.text().back() == U':';
            if (!continues && !line.bulleted) {
                if (!line.dashed()) {
                    reportChanges(context_, row_, sink_, *line.element, line.shown, {{0, 0, U"- "}},
                                  {"", "text.recipientsDash", {}});
                } else if (!isPlainDash(words.front()) && !(words.front() == U'+' && (below || inside_))) {
                    reportChanges(context_, row_, sink_, *line.element, line.shown, {{0, 1, U"-"}},
                                  {"", "text.recipientsDash", {}});
                }
            }
            inside_ = below || (inside_ && words.front() == U'+');
            if (carriedOn || breaksOff(words) || words.back() == U':' || words.back() == U';') continue;
            const bool lastOfAll = i + 1 == lines.size();
            if (lastOfAll && words.back() == U'.') continue;
            const bool replaces = words.back() == U',' || words.back() == U'.';
            const std::size_t at = replaces ? words.size() - 1 : words.size();
            reportChanges(context_, row_, sink_, *line.element, line.shown, {{at, words.size(), U";"}},
                          {"", "text.recipientsEnd", {}});
        }
    }

    void asAbove(const std::vector<Line>& lines, std::int32_t part) {
        if (row_.limit.words.size() < 2 || lines.empty() || lines.front().luu) return;
        if (context_.analysis.first(Kind::kinhGui, part) == nullptr) return;
        const std::u32string& words = lines.front().shown.text();
        std::size_t start = 0;
        while (start < words.size() && (isBullet(words[start]) || words[start] == U' '))
            ++start;
        // “Như trên”, “Như kính gửi”: said in one way or the other.
        if (beginsWith(std::u32string_view(words).substr(start), U"Như")) return;
        Finding result = finding(context_, row_, *lines.front().element, lines.front().shown.range(0, words.size()),
                                 {"as-above", "text.recipientsAsAbove", {}});
        result.actual = Quote{words};
        result.expected = Quote{U"- " + row_.limit.words[1] + U";"};
        const ruleset::Band* band = bandOf(row_, "as-above");
        if ((band != nullptr ? band->fix : row_.fix) != ruleset::FixPolicy::none) {
            result.edits = lineBefore(context_, lines.front(), U"- " + row_.limit.words[1] + U";");
            if (!result.edits.empty()) result.fix = ruleset::FixPolicy::ask;
        }
        sink_.report(std::move(result));
    }

private:
    const Context& context_;
    const ruleset::Row& row_;
    Sink& sink_;
    bool inside_ = false;  ///< in a list of “+” lines below one that ends with a colon
};

}  // namespace

// Reads: words “Nơi nhận:”, “Như trên”; bands "as-above", "punctuation".
void recipientsText(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.empty() || row.limit.words.front().size() < 2) return;
    for (std::size_t i = 0; i < context.analysis.parts.size(); ++i) {
        const auto part = static_cast<std::int32_t>(i);
        if (!judgesPart(row, context.analysis, part)) continue;
        Recipients recipients(context, row, sink);
        if (const Element* word = context.analysis.first(Kind::noiNhan, Role::word, part)) recipients.word(*word);
        const std::vector<Line> lines = linesOf(context, part);
        recipients.list(lines);
        recipients.asAbove(lines, part);
    }
}

// Reads: words “Lưu:”, “VT”, “Văn thư”; bands "space", "van-thu".
void recipientsLuu(const Context& context, const ruleset::Row& row, Sink& sink) {
    if (row.limit.words.size() < 2 || row.limit.words[0].size() < 2) return;
    const std::u32string& mark = row.limit.words[0];
    const std::u32string word = mark.substr(0, mark.size() - 1);
    const std::u32string& office = row.limit.words[1];
    for (std::size_t part = 0; part < context.analysis.parts.size(); ++part) {
        const auto index = static_cast<std::int32_t>(part);
        if (!judgesPart(row, context.analysis, index)) continue;
        const std::vector<Line> lines = linesOf(context, index);
        if (lines.empty()) continue;
        sink.judged();
        const auto found = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.luu; });
        if (found == lines.end()) {
            // A list that breaks off is a draft.
            const Line& last = lines.back();
            if (breaksOff(last.shown.text())) continue;
            Finding result = finding(context, row, *last.element, last.shown.range(0, last.shown.size()),
                                     {"", "text.luuMissing", {}});
            result.expected = Quote{U"- " + mark + U" " + office + U"."};
            sink.report(std::move(result));
            continue;
        }
        const Line& line = *found;
        bool last =
            std::none_of(found + 1, lines.end(), [](const Line& other) { return other.dashed() && !other.luu; });
        // A recipient behind “Lưu:” is read as the drafter's code, which has no dash.
        for (const Element* code : context.analysis.all(Kind::nguoiSoanThao, index)) {
            if (code->ranges.front() > line.element->ranges.front() && !code->text.empty() &&
                isBullet(code->text.front()))
                last = false;
        }
        if (!last) {
            reportPlace(context, row, sink, *line.element, line.shown, 0, line.shown.size(),
                        {"", "text.luuNotLast", {}});
        }
        const std::u32string& words = line.shown.text();
        std::size_t at = 0;
        while (at < words.size() && isBullet(words[at]))
            ++at;
        if (!line.bulleted) {
            if (at == 0) {
                reportChanges(context, row, sink, *line.element, line.shown, {{0, 0, U"- "}},
                              {"", "text.luuDash", {}, true});
            } else if (!isPlainDash(words[0])) {
                reportChanges(context, row, sink, *line.element, line.shown, {{0, at, U"-"}},
                              {"", "text.luuDash", {}, true});
            }
        }
        while (at < words.size() && words[at] == U' ')
            ++at;
        if (words.size() < at + word.size() || !sameLetters(words.substr(at, word.size()), word)) continue;

        // “Lưu:”
        std::vector<Change> changes;
        if (!same(words.substr(at, word.size()), word)) changes.push_back({at, at + word.size(), word});
        std::size_t rest = at + word.size();
        std::size_t colon = rest;
        while (colon < words.size() && words[colon] == U' ')
            ++colon;
        if (colon < words.size() && words[colon] == U':') {
            if (colon > rest) changes.push_back({rest, colon, U""});
            rest = colon + 1;
        } else if (colon < words.size() && isEndMark(words[colon])) {
            changes.push_back({rest, colon + 1, U":"});
            rest = colon + 1;
        } else {
            changes.push_back({rest, rest, U":"});
        }
        reportChanges(context, row, sink, *line.element, line.shown, changes, {"", "text.luuColon", {}, true});
        while (rest < words.size() && words[rest] == U' ')
            ++rest;

        // “VT, VHXH.”; a drafter's code may follow the full stop: “VT, VHXH. PL.(300)”.
        std::size_t end = words.size();
        const std::size_t stop = words.find(U". ", rest);
        if (stop != std::u32string::npos && words.find(U'(', stop) != std::u32string::npos) end = stop + 1;
        const std::u32string_view body = std::u32string_view(words).substr(rest, end - rest);
        if (breaksOff(body)) continue;
        if (row.limit.words.size() > 2 && beginsWith(body, row.limit.words[2])) {
            reportChanges(context, row, sink, *line.element, line.shown,
                          {{rest, rest + row.limit.words[2].size(), office}}, {"van-thu", "text.luuVanThu", {}, true});
        } else if (!beginsWith(body, office)) {
            const std::size_t later = body.find(office);
            const bool named = later != std::u32string_view::npos;
            if (named) {
                reportPlace(context, row, sink, *line.element, line.shown, rest, end, {"", "text.luuOfficeFirst", {}});
            } else {
                reportChanges(context, row, sink, *line.element, line.shown, {{rest, rest, office + U", "}},
                              {"", "text.luuOffice", {}, true});
            }
        } else if (!text::startsWith(body, office)) {
            reportChanges(context, row, sink, *line.element, line.shown, {{rest, rest + office.size(), office}},
                          {"", "text.luuOffice", {}, true});
        } else {
            // What joins VT and the unit: a comma.
            std::size_t joint = rest + office.size();
            std::size_t next = joint;
            while (next < end &&
                   (words[next] == U' ' || words[next] == U';' || words[next] == U',' || text::isDash(words[next])))
                ++next;
            const std::u32string_view between = std::u32string_view(words).substr(joint, next - joint);
            const bool more = next < end && (text::isLetter(words[next]) || text::isDigit(words[next]));
            if (more && between != U", " && between != U",") {
                reportChanges(context, row, sink, *line.element, line.shown, {{joint, next, U", "}},
                              {"", "text.luuComma", {}, true});
            }
        }
        // The full stop.
        std::size_t tail = end;
        while (tail > rest && (words[tail - 1] == U' ' || isEndMark(words[tail - 1]) || words[tail - 1] == U'/'))
            --tail;
        const std::u32string_view marks = std::u32string_view(words).substr(tail, end - tail);
        if (marks == U".") continue;
        if (text::trim(marks) == U".") {
            reportChanges(context, row, sink, *line.element, line.shown, {{tail, end, U"."}},
                          {"space", "text.luuSpace", {}, true});
        } else {
            reportChanges(context, row, sink, *line.element, line.shown, {{tail, end, U"."}},
                          {"", "text.luuEnd", {}, true});
        }
    }
}

}  // namespace thethuc::checks::words
