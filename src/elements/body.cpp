#include <algorithm>
#include <deque>

#include "elements/numbering.hpp"
#include "elements/recognise.hpp"
#include "text/text.hpp"

namespace thethuc::elements {

using model::Document;
using model::Paragraph;
using model::Range;

namespace {

constexpr std::size_t kOneLine = 95;        ///< code points that fit on one line of 14 pt body text, generously
constexpr std::size_t kLongHeading = 220;

class BodyReader {
public:
    BodyReader(const Document& document, Analysis& analysis, Zone& zone) : document_(document), analysis_(analysis), zone_(zone) {}

    void read() {
        scan();
        decideLayout();
        for (std::size_t i = 0; i < lines_.size(); ++i) classify(i);
    }

private:
    struct Line {
        std::int32_t paragraph;
        Range range;
        std::u32string_view text;                 ///< trimmed; in the document, or composed where its letters are not
        const text::Folded* composed = nullptr;   ///< where `text` is not the document's own
        std::optional<NumberHead> head;
        bool automatic = false;
        /// How much of the document the first `length` letters of `text` take.
        [[nodiscard]] std::int32_t inDocument(std::int32_t length) const {
            return composed == nullptr || length <= 0 ? length : composed->originEnd(static_cast<std::size_t>(length));
        }
    };
    const Document& document_;
    Analysis& analysis_;
    Zone& zone_;
    std::vector<Line> lines_;
    std::deque<text::Folded> composed_;           ///< lines point into it
    Layout layout_ = Layout::none;
    std::int32_t order_ = -1;                     ///< line index of “QUYẾT ĐỊNH:”
    std::int32_t preamble_ = -1;                  ///< line index of the last line before the articles, the order line included
    bool sentTo_ = false;                         ///< in the list below “… điện:” of a công điện
    bool titleExpected_ = false;                  ///< a Phần, Chương or Mục stands above: its title follows
    Kind titleOf_ = Kind::chuong;
    std::int32_t arabic_ = 0;                     ///< last number of the first level: “2.1” may follow “2.”

    const Paragraph& paragraph(const Line& line) const { return document_.stories[0].paragraphs[static_cast<std::size_t>(line.paragraph)]; }
    bool bold(const Line& line) const {
        return mostly(document_, line.range, [](const model::CharFormat& f) { return f.bold; });
    }
    bool capitals(const Line& line) const {
        return text::isAllUpper(line.text) ||
               mostly(document_, line.range, [](const model::CharFormat& f) { return f.caseMap == model::CaseMap::upper; });
    }
    bool centred(const Line& line) const { return paragraph(line).format.align == model::Align::center; }

    void scan() {
        for (std::int32_t p = zone_.bodyFirst; p < zone_.bodyLast; ++p) {
            const Paragraph& paragraph = document_.stories[0].paragraphs[static_cast<std::size_t>(p)];
            if (paragraph.cell >= 0) continue;     // tables are not judged (nd30 14.11)
            if (paragraph.citedList) continue;     // generated from what the text cites
            const std::u32string_view trimmed = text::trim(paragraph.text);
            if (trimmed.empty()) continue;
            Line& line = lines_.emplace_back();
            line.paragraph = p;
            line.text = trimmed;
            line.range = {0, p, static_cast<std::int32_t>(trimmed.data() - paragraph.text.data()), static_cast<std::int32_t>(trimmed.size())};
            if (!text::isNfc(trimmed)) {
                line.composed = &composed_.emplace_back(text::fold(trimmed));
                line.text = line.composed->text;
            }
            line.head = readNumberHead(line.text);
            if (!line.head && !paragraph.listLabel.empty()) {
                const std::u32string label = std::u32string(text::trim(paragraph.listLabel)) + U" A";
                line.head = readNumberHead(label);
                line.automatic = line.head.has_value();
                if (line.head) line.head->length = 0;
            }
            const std::u32string bones = trimmed.size() < 20 ? text::skeleton(trimmed) : std::u32string();
            // The title is behind us: a second “QUYẾT ĐỊNH” is the order line, with its colon or without.
            const bool set = line.text.ends_with(U":") || (zone_.titleFound && centred(line) && bold(line));
            const bool isOrderLine = set && (bones == U"quyetdinh" || bones == U"quyetnghi");
            if (isOrderLine && order_ < 0) order_ = static_cast<std::int32_t>(lines_.size()) - 1;
        }
        preamble_ = order_ >= 0 ? order_ : basesWithoutOrder();
        dropSmallRoman();
        findMistypedSections();
    }

    /// “2. KẾT QUẢ THỰC HIỆN” between “I. …” and “III. …”, set as these are: the section's number was typed in Arabic figures.
    void findMistypedSections() {
        const auto section = [](const Line& line) { return line.head && line.head->kind == NumberKind::roman; };
        std::int32_t before = 0;                  // number of the section that the line stands in
        std::int32_t clause = 0;                  // last “1.” in it
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            Line& line = lines_[i];
            if (section(line)) {
                before = line.head->value.front();
                clause = 0;
            }
            if (!line.head || line.automatic || line.head->kind != NumberKind::arabic || line.head->value.size() != 1) continue;
            const std::int32_t value = line.head->value.front();
            const bool heading = before > 0 && value == before + 1 && value != clause + 1 && bold(line) && capitals(line);
            const auto next = std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(i), lines_.end(), section);
            if (heading && (next == lines_.end() || next->head->value.front() == value + 1)) {
                line.head->kind = NumberKind::roman;
                before = value;
                clause = 0;
            } else {
                clause = value;
            }
        }
    }

    static bool isBasis(std::u32string_view text) {
        return text.starts_with(U"Căn cứ") || text.starts_with(U"Theo đề nghị") || text.starts_with(U"Xét ") || text.starts_with(U"CĂN CỨ") ||
               text.starts_with(U"Thực hiện ") || text.starts_with(U"Theo ");
    }

    /// Last line of the legal bases of a decision that has lost its “QUYẾT ĐỊNH:”; -1 for other texts.
    std::int32_t basesWithoutOrder() const {
        constexpr std::size_t kAuthority = 2;     // lines above the first basis
        // Legal normative documents have no such line.
        if (zone_.yearInNumber || zone_.type == nullptr || (zone_.type->abbreviation != "QĐ" && zone_.type->abbreviation != "NQ")) return -1;
        std::int32_t last = -1;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const bool basis = isBasis(lines_[i].text);
            if (!basis && (last >= 0 || i >= kAuthority)) break;
            if (basis) last = static_cast<std::int32_t>(i);
        }
        return last;
    }

    /// “i) … ii) … iii) …”: small Roman numbers are no points, though “i”, “v” and “x” are letters of points too.
    void dropSmallRoman() {
        constexpr std::size_t kNear = 12;
        const auto isLonger = [&](const Line& line) {
            const std::u32string_view words =
                line.head || paragraph(line).listLabel.empty() ? line.text : text::trim(paragraph(line).listLabel);
            std::size_t end = 0;
            while (end < words.size() && (words[end] == U'i' || words[end] == U'v' || words[end] == U'x')) ++end;
            if (end < 2 || end == words.size() || (words[end] != U')' && words[end] != U'.')) return false;
            return text::romanValue(text::toUpper(words.substr(0, end))) > 0;
        };
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!isLonger(lines_[i])) continue;
            for (std::size_t j = i > kNear ? i - kNear : 0; j < std::min(lines_.size(), i + kNear); ++j) {
                auto& head = lines_[j].head;
                if (!head || head->kind != NumberKind::letter) continue;
                const Paragraph& owner = paragraph(lines_[j]);
                const char32_t letter = lines_[j].automatic ? text::trim(owner.listLabel).front() : lines_[j].text.front();
                if (letter != U'i' && letter != U'v' && letter != U'x') continue;
                head.reset();
                lines_[j].automatic = false;
            }
        }
    }

    void decideLayout() {
        int articles = 0;
        int sections = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            if (!line.head) continue;
            switch (line.head->kind) {
                case NumberKind::article:
                    if (line.head->mark != 0 || bold(line)) ++articles;
                    break;
                case NumberKind::chapter:
                    if (line.text.size() < 16) ++articles;
                    break;
                case NumberKind::roman:
                case NumberKind::arabic:
                    ++sections;
                    break;
                default:
                    break;
            }
        }
        if (articles >= 2 || (articles == 1 && order_ >= 0)) {
            layout_ = Layout::articles;
        } else if (sections > 0) {
            layout_ = Layout::report;
        }
        if (zone_.part == 0) analysis_.layout = layout_;
    }

    void put(Kind kind, Role role, const Line& line, Range range) {
        Element element;
        element.kind = kind;
        element.role = role;
        element.ranges = {range};
        element.part = zone_.part;
        // The words of running text stay in the document.
        if (kind != Kind::noiDung) element.text = text::squeeze(line.text.substr(0, kLongHeading));
        analysis_.elements.push_back(std::move(element));
    }
    void put(Kind kind, Role role, const Line& line) { put(kind, role, line, line.range); }

    void putNumbered(Kind kind, Role role, const Line& line, std::int32_t level = 0) {
        put(kind, role, line);
        Element& element = analysis_.elements.back();
        element.number = line.head->value;
        element.level = level;
        element.automaticNumber = line.automatic;
    }

    /// How deep a number stands: “I.”, “1.”, “1.1.”, “a)”, “-”.
    static std::size_t depth(const NumberHead& head) {
        constexpr std::size_t kLetter = 10;
        switch (head.kind) {
            case NumberKind::arabic: return head.value.size();
            case NumberKind::letter: return kLetter;
            case NumberKind::bullet: return kLetter + 1;
            default: return 0;
        }
    }

    /// A whole clause set in bold: a sentence with a full stop and nothing below it. A title may end with a full stop too,
    /// so the sentence must be longer than a line, or its sibling below be plain.
    bool boldSentence(std::size_t i) const {
        const Line& line = lines_[i];
        if (line.text.back() != U'.') return false;
        const Line* next = i + 1 < lines_.size() ? &lines_[i + 1] : nullptr;
        // The last of a list whose other members are plain.
        const Line* previous = i > 0 ? &lines_[i - 1] : nullptr;
        const bool below = next != nullptr && (!next->head || depth(*next->head) > depth(*line.head));
        if (!below && previous != nullptr && previous->head && depth(*previous->head) == depth(*line.head) && !bold(*previous)) return true;
        if (next == nullptr) return line.text.size() > kOneLine;
        if (!next->head || depth(*next->head) > depth(*line.head)) return false;
        const bool sibling = depth(*next->head) == depth(*line.head);
        return line.text.size() > kOneLine || (sibling && !bold(*next));
    }

    /// A clause has a title when it is set off as one: bold, or short without a full stop and followed by its text.
    bool titled(std::size_t i) const {
        const Line& line = lines_[i];
        if (line.text.size() > kLongHeading) return false;
        const char32_t last = line.text.back();
        if (bold(line)) return last != U';' && !boldSentence(i);
        if (last == U'.' || last == U';' || last == U',' || last == U':' || last == U'/') return false;
        if (line.text.size() > kOneLine + 25) return false;
        if (i + 1 >= lines_.size()) return false;
        const auto sameLevel = [&](const Line& other) {
            return other.head && other.head->kind == line.head->kind && other.head->value.size() == line.head->value.size();
        };
        // The last of a list of plain short lines (the parties of an agreement) is one of them, whatever follows.
        if (i > 0 && sameLevel(lines_[i - 1]) && !bold(lines_[i - 1])) return false;
        return !sameLevel(lines_[i + 1]);
    }

    void classify(std::size_t i) {
        const Line& line = lines_[i];
        const auto index = static_cast<std::int32_t>(i);
        if (isRuleOfCharacters(line.text)) return;
        if (titleExpected_) {
            titleExpected_ = false;
            const bool heading = line.head && line.head->kind != NumberKind::bullet && line.head->kind != NumberKind::letter;
            if (!heading && line.text.size() < kLongHeading && (centred(line) || capitals(line) || bold(line))) {
                put(titleOf_, Role::title, line);
                // A title on several lines.
                titleExpected_ = i + 1 < lines_.size() && capitals(line) && capitals(lines_[i + 1]) && !lines_[i + 1].head && centred(lines_[i + 1]);
                return;
            }
        }
        if (index <= preamble_) {
            classifyPreamble(line, index);
            return;
        }
        if (isSentTo(line)) {
            put(Kind::noiDung, Role::lead, line);
            return;
        }
        if (line.head) {
            if (classifyNumbered(i)) return;
        }
        if (line.text.starts_with(U"Căn cứ ") && order_ < 0 && index < 15) {
            put(Kind::canCu, Role::lead, line);
            return;
        }
        put(Kind::noiDung, proseRole(line), line);
    }

    /// “CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện:” and the list of those it goes to, which a công điện has instead of “Kính gửi”.
    bool isSentTo(const Line& line) {
        if (zone_.type == nullptr || zone_.type->abbreviation != "CĐ") return false;
        if (line.text.size() < kLongHeading && (line.text.ends_with(U"điện:") || line.text.ends_with(U"ĐIỆN:"))) {
            sentTo_ = true;
            return true;
        }
        const bool listed = (line.head && line.head->kind == NumberKind::bullet) || !paragraph(line).listLabel.empty();
        sentTo_ = sentTo_ && listed && line.text.size() < kLongHeading;
        return sentTo_;
    }

    void classifyPreamble(const Line& line, std::int32_t index) {
        if (index == order_) {
            put(Kind::thamQuyen, Role::order, line);
            return;
        }
        if (isBasis(line.text)) {
            put(Kind::canCu, Role::whole, line);
        } else if (line.text.size() < 160 && (capitals(line) || (centred(line) && bold(line)))) {
            put(Kind::thamQuyen, Role::whole, line);
        } else {
            put(Kind::noiDung, proseRole(line), line);
        }
    }

    bool classifyNumbered(std::size_t i) {
        const Line& line = lines_[i];
        const NumberHead& head = *line.head;
        const bool shortLine = line.text.size() <= 24;
        switch (head.kind) {
            case NumberKind::part:
            case NumberKind::chapter:
            case NumberKind::section:
            case NumberKind::subsection: {
                const Kind kind = head.kind == NumberKind::part ? Kind::phan : head.kind == NumberKind::chapter ? Kind::chuong
                                  : head.kind == NumberKind::section ? Kind::muc : Kind::tieuMuc;
                // “Mục 2 của Quy chế …” is running text; a heading stands alone or is set off.
                if (!shortLine && !(centred(line) && (bold(line) || capitals(line)))) return false;
                if (!shortLine && line.text.size() > kLongHeading) return false;
                putNumbered(kind, Role::number, line);
                titleExpected_ = shortLine;
                titleOf_ = kind;
                return true;
            }
            case NumberKind::article:
                if (layout_ != Layout::articles || (head.mark == 0 && !bold(line) && !startBold(line, head.length))) return false;
                putArticle(line);
                return true;
            case NumberKind::roman:
                if (layout_ == Layout::articles && !bold(line)) return false;
                if (line.text.size() > kLongHeading + 80) return false;
                if (!bold(line) && !capitals(line) && !text::isAllUpper(line.text.substr(static_cast<std::size_t>(head.length)))) {
                    // Neither bold nor capitals: still a heading where it is short and has no full stop.
                    const char32_t last = line.text.back();
                    if (line.text.size() > kOneLine || last == U'.' || last == U';' || last == U',') return false;
                }
                putNumbered(Kind::muc, Role::heading, line);
                arabic_ = 0;
                return true;
            case NumberKind::arabic:
                if (head.value.size() > 1 && head.mark == 0 && head.value.front() != arabic_) return false;
                if (head.value.size() == 1) arabic_ = head.value.front();
                putNumbered(Kind::khoan, titled(i) ? Role::heading : Role::text, line, static_cast<std::int32_t>(head.value.size()));
                return true;
            case NumberKind::letter:
                putNumbered(Kind::diem, titled(i) && bold(line) ? Role::heading : Role::text, line);
                return true;
            case NumberKind::bullet:
                put(Kind::noiDung, Role::bullet, line);
                return true;
        }
        return false;
    }

    bool startBold(const Line& line, std::int32_t length) const {
        Range start = line.range;
        start.length = std::max(1, line.inDocument(length));
        return mostly(document_, start, [](const model::CharFormat& f) { return f.bold; });
    }

    /// “Điều 1. Tiêu đề” is judged whole; where running text follows the number, only the bold start is the heading.
    void putArticle(const Line& line) {
        const NumberHead& head = *line.head;
        const char32_t last = line.text.back();
        const bool title = line.text.size() < kLongHeading && last != U'.' && last != U':' && last != U';' && last != U',' && last != U'/';
        if (title || head.length == 0) {
            putNumbered(Kind::dieu, Role::heading, line);
            return;
        }
        Range number = line.range;
        const std::int32_t length = line.inDocument(head.length);
        number.length = length;
        putNumbered(Kind::dieu, Role::heading, line);
        analysis_.elements.back().ranges = {number};
        analysis_.elements.back().text = text::squeeze(line.text.substr(0, static_cast<std::size_t>(head.length)));
        Range rest = line.range;
        rest.start += length;
        rest.length -= length;
        while (rest.length > 0 && text::isSpace(paragraph(line).text[static_cast<std::size_t>(rest.start)])) {
            ++rest.start;
            --rest.length;
        }
        if (rest.length > 0) put(Kind::noiDung, Role::whole, line, rest);
    }

    /// “¹ Đề án số …”: a note at the foot of the page that was typed as a paragraph. The decree says nothing of notes.
    bool typedNote(const Line& line) const {
        const char32_t first = line.text.front();
        if (first == U'¹' || first == U'²' || first == U'³' || (first >= 0x2074 && first <= 0x2079)) return true;
        if (!text::isDigit(first) && first != U'*') return false;
        const Paragraph& owner = paragraph(line);
        const auto run = std::find_if(owner.runs.begin(), owner.runs.end(), [&](const model::Run& one) {
            return one.start <= line.range.start && line.range.start < one.start + one.length;
        });
        return run != owner.runs.end() && run->format.escapement > 0;
    }

    Role proseRole(const Line& line) const {
        const std::u32string_view text = line.text;
        // Forms: dotted or underscored blanks to be filled in, tabbed columns.
        // One pass over the letters of the whole body; the runs are looked for where there are signs of them.
        std::size_t dots = 0;
        bool tab = false;
        for (const char32_t c : text) {
            dots += c == U'…' || c == U'_' || c == U'.' ? 1U : 0U;
            tab = tab || c == U'\t';
        }
        if (dots * 3 > text.size() && text.size() > 6) return Role::lead;
        constexpr std::size_t kShortestRun = 2;
        const bool runs = dots >= kShortestRun && (text.find(U"....") != std::u32string_view::npos || text.find(U"……") != std::u32string_view::npos ||
                                                   text.find(U"____") != std::u32string_view::npos);
        if (runs || tab) return Role::lead;
        const char32_t last = text.back();
        if (centred(line) && last == U':' && text.size() <= kOneLine) return Role::caption;
        if (typedNote(line)) return Role::lead;
        const bool sentence = last == U'.' || last == U';' || last == U':' || last == U',' || text.size() > kOneLine + 20;
        if (sentence && text.size() > 30) return Role::whole;
        if (centred(line) || paragraph(line).format.align == model::Align::right) return Role::caption;
        if ((bold(line) || capitals(line)) && text.size() <= kOneLine + 20) return Role::caption;
        if (text.front() == U'(' && text.back() == U')' && text.size() < kOneLine) return Role::caption;
        return Role::whole;
    }
};

}  // namespace

void recogniseBody(const Document& document, Analysis& analysis, Zone& zone) { BodyReader(document, analysis, zone).read(); }

}  // namespace thethuc::elements
