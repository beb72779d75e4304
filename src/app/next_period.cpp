#include "app/next_period.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string_view>
#include <utility>

#include "app/period_words.hpp"
#include "figures/grid.hpp"
#include "model/look.hpp"
#include "number/number.hpp"
#include "text/calendar.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::Period;
using draft::PeriodKind;
using elements::Element;
using elements::Kind;

constexpr std::int32_t kMonths = 12;

std::int32_t lastMonth(const Period& period) {
    const std::int32_t in = period.kind == PeriodKind::month        ? period.number
                            : period.kind == PeriodKind::quarter    ? period.number * 3
                            : period.kind == PeriodKind::half       ? period.number * 6
                            : period.kind == PeriodKind::nineMonths ? 9
                                                                    : kMonths;
    return period.year * kMonths + in - 1;
}

std::int32_t firstMonth(const Period& period) {
    const std::int32_t length = period.kind == PeriodKind::month ? 1 : period.kind == PeriodKind::quarter ? 3 : period.kind == PeriodKind::half ? 6 : kMonths;
    return period.kind == PeriodKind::nineMonths ? period.year * kMonths : lastMonth(period) - length + 1;
}

std::u32string digits(std::int32_t value, bool two) { return text::fromUtf8((two && value < 10 ? "0" : "") + std::to_string(value)); }

class Mover {
public:
    Mover(const model::Document& document, const elements::Analysis& analysis, const citations::Ledger& ledger, const Period& from, const Period& to, std::int32_t year)
        : document_(document), analysis_(analysis), from_(from), to_(to), year_(year), cited_(ledger) {
        for (const citations::Mention& one : ledger.mentions) {
            if (one.listItem) listed_.push_back(one.at);
        }
    }

    MovedOn run() {
        head();
        tables();
        compare();
        // A list of documents is what was issued in the earlier period.
        for (const model::Range& at : listed_) leave(at, "draft.next.basis");
        for (std::size_t s = 0; s < document_.stories.size(); ++s) {
            const model::Story& story = document_.stories[s];
            if (story.kind == model::StoryKind::header || story.kind == model::StoryKind::footer) continue;
            for (std::size_t p = 0; p < story.paragraphs.size(); ++p) {
                // the list of cited documents follows the text when it is updated
                if (!story.paragraphs[p].citedList) paragraph(static_cast<std::int32_t>(s), static_cast<std::int32_t>(p), story.paragraphs[p]);
            }
        }
        return std::move(result_);
    }

private:
    using At = std::pair<std::int32_t, std::int32_t>;

    const model::Document& document_;
    const elements::Analysis& analysis_;
    Period from_, to_;
    std::int32_t year_;
    MovedOn result_;
    CitedWords cited_;
    std::set<At> unmarked_;
    std::vector<model::Range> listed_;

    [[nodiscard]] bool isGuarded(const At& at, std::int32_t start, std::int32_t end) const { return cited_.touches(at.first, at.second, start, end); }

    void leave(const model::Range& at, const char* why) {
        const model::Range line{at.story, at.paragraph, 0, 0};
        const auto same = [&](const MovedOn::Left& one) { return one.at == line && one.why == why; };
        if (std::none_of(result_.left.begin(), result_.left.end(), same)) result_.left.push_back({line, why});
    }

    void replace(const model::Range& at, std::u32string words) { result_.edits.emplace_back(model::ReplaceText{at, std::move(words)}); }

    /// Columns that count, name and measure say the same in every period: their digits are no figures of one.
    void tables() {
        constexpr std::array<std::u32string_view, 8> kSame{U"stt", U"tt", U"số tt", U"chỉ tiêu", U"nội dung", U"tên", U"đơn vị", U"đvt"};
        for (const model::Table& table : document_.tables) {
            std::vector<std::int32_t> same;
            for (std::int32_t i = 0; i < table.cellCount; ++i) {
                const model::Cell& cell = document_.cells[static_cast<std::size_t>(table.firstCell + i)];
                if (cell.row == 0) {
                    const std::u32string title = text::toLower(text::nfc(text::squeeze(
                        cell.paragraphCount > 0 ? document_.at({table.story, cell.firstParagraph, 0, 0}).text : std::u32string())));
                    const auto begins = [&](std::u32string_view one) { return text::startsWith(title, one); };
                    if (std::any_of(kSame.begin(), kSame.end(), begins)) same.push_back(cell.column);
                } else if (std::find(same.begin(), same.end(), cell.column) != same.end()) {
                    for (std::int32_t p = 0; p < cell.paragraphCount; ++p) unmarked_.insert({table.story, cell.firstParagraph + p});
                }
            }
        }
    }

    /// Figures of the period that has passed go into the column that they are compared in; the column of this period, and what is reckoned from it, wait
    /// for new ones.
    void compare() {
        for (std::size_t i = 0; i < document_.tables.size(); ++i) {
            const auto grid = figures::gridOf(document_, static_cast<std::int32_t>(i));
            if (!grid) continue;
            const Heads heads = headsOf(*grid);
            if (heads.now < 0 || heads.then < 0) continue;
            // “Cùng kỳ” is the same period a year earlier; the figures of another one are marked, for a person to decide.
            const bool certain = !heads.sameTime || draft::yearBefore(to_) == from_;
            model::SetCells change;
            for (std::int32_t row = grid->first; row < grid->rows; ++row) {
                const figures::Entry &now = grid->at(row, heads.now), &then = grid->at(row, heads.then);
                if (!isPlain(now) || !isPlain(then) || (now.words.empty() && then.words.empty())) continue;
                if (!tellsFigure(now) && !tellsFigure(then)) continue;
                // What is reckoned goes first: a formula would show what the new figures give.
                for (const std::int32_t column : heads.reckoned) {
                    const figures::Entry& one = grid->at(row, column);
                    if (isPlain(one) && !one.words.empty()) change.cells.push_back(content(one, {}));
                }
                change.cells.push_back(moved(now, then));
                change.cells.push_back(content(now, {}));
                if (!certain && !now.words.empty()) {
                    model::SetCharFormat mark;
                    mark.at = {then.at.story, then.at.paragraph, 0, 0};
                    mark.color = kOldFigure;
                    result_.edits.emplace_back(std::move(mark));
                }
            }
            if (change.cells.empty()) continue;
            for (const model::CellContent& one : change.cells) {
                const model::Cell& cell = document_.cells[static_cast<std::size_t>(one.cell)];
                unmarked_.insert({document_.tables[i].story, cell.firstParagraph});
            }
            result_.edits.emplace_back(std::move(change));
            ++result_.moved;
            const model::Range head{document_.tables[i].story, document_.tables[i].firstParagraph, 0, 0};
            leave(head, certain ? "draft.next.enter" : "draft.next.enter-compared");
        }
    }

    /// What the columns of a table are for; -1 where there is none, or more than one.
    struct Heads {
        std::int32_t now = -1, then = -1;
        bool sameTime = false;                   ///< “Cùng kỳ”
        std::vector<std::int32_t> reckoned;      ///< shares and differences
    };

    static Heads headsOf(const figures::Grid& grid) {
        const auto any = [](std::u32string_view name, std::initializer_list<std::u32string_view> some) {
            return std::any_of(some.begin(), some.end(), [&](std::u32string_view one) { return text::startsWith(name, one); });
        };
        Heads heads;
        std::int32_t nows = 0, thens = 0;
        for (std::int32_t i = 0; i < grid.width(); ++i) {
            const std::u32string& name = grid.column(i).leaf;
            if (any(name, {U"cùng kỳ", U"kỳ trước", U"quý trước", U"tháng trước", U"năm trước", U"kỳ báo cáo trước"})) {
                heads.then = ++thens == 1 ? i : -1;
                heads.sameTime = text::startsWith(name, U"cùng kỳ");
            } else if (any(name, {U"tỷ lệ", U"tỉ lệ", U"tăng", U"giảm", U"so sánh", U"so với", U"chênh lệch"})) {
                heads.reckoned.push_back(i);
            } else if (any(name, {U"thực hiện", U"kết quả", U"kỳ này", U"kỳ báo cáo"})) {
                heads.now = ++nows == 1 ? i : -1;
            }
        }
        return nows == 1 && thens == 1 ? heads : Heads{};
    }

    /// A cell of its own with words of one look, or a formula alone: others are left to a person.
    [[nodiscard]] bool isPlain(const figures::Entry& one) const {
        return one.paragraph != nullptr && !one.spanning && model::isOneLook(*one.paragraph, document_.cells[static_cast<std::size_t>(one.cell)]);
    }

    static bool tellsFigure(const figures::Entry& one) { return std::any_of(one.words.begin(), one.words.end(), text::isDigit); }

    static model::CellContent content(const figures::Entry& cell, std::u32string words) {
        model::CellContent result;
        result.cell = cell.cell;
        result.text = std::move(words);
        return result;
    }

    /// The words of `now` for the cell `then`: a number where it is one, so that the table can reckon with it.
    static model::CellContent moved(const figures::Entry& now, const figures::Entry& then) {
        model::CellContent result = content(then, text::squeeze(now.paragraph->text));
        if (now.number() && !now.percent && !now.doubtful() && text::fromUtf8(number::print(*now.reading.value)) == result.text) {
            result.value = number::plain(*now.reading.value);
            result.format = "#.##0" + (now.reading.value->scale() > 0 ? "," + std::string(static_cast<std::size_t>(now.reading.value->scale()), '0') : std::string());
        }
        return result;
    }

    /// Number and day belong to văn thư, who will give new ones.
    void head() {
        constexpr std::int32_t kNumber = 8, kDay = 6;
        const Element* number = analysis_.first(Kind::soKyHieu);
        if (number != nullptr && number->ranges.size() == 1) {
            const model::Range& at = number->ranges.front();
            const std::u32string_view words = document_.wordsAt(at);
            const auto colon = words.find(U':'), slash = words.find(U'/');
            if (colon != std::u32string::npos && slash != std::u32string::npos && colon < slash) {
                replace({at.story, at.paragraph, at.start + static_cast<std::int32_t>(colon) + 1, static_cast<std::int32_t>(slash - colon) - 1}, std::u32string(kNumber + 1, U' '));
            } else {
                leave(at, "draft.next.number");
            }
        }
        const Element* date = analysis_.first(Kind::diaDanhThoiGian);
        if (date == nullptr || date->ranges.size() != 1) return;
        const model::Range& at = date->ranges.front();
        const std::u32string_view words = document_.wordsAt(at);
        const std::u32string small = text::toLower(words);
        const auto day = small.find(U"ngày");
        if (small.size() != words.size() || day == std::u32string::npos) return leave(at, "draft.next.number");
        replace({at.story, at.paragraph, at.start + static_cast<std::int32_t>(day), at.length - static_cast<std::int32_t>(day)},
                U"ngày " + std::u32string(kDay, U' ') + U" tháng " + std::u32string(kDay, U' ') + U" năm " + digits(year_, false));
    }

    [[nodiscard]] const Element* elementAt(std::int32_t story, std::int32_t paragraph) const {
        if (story != 0 || static_cast<std::size_t>(paragraph) >= analysis_.elementOf.size()) return nullptr;
        const std::int32_t index = analysis_.elementOf[static_cast<std::size_t>(paragraph)];
        return index < 0 ? nullptr : &analysis_.elements[static_cast<std::size_t>(index)];
    }

    /// What says who writes to whom is the same next time.
    [[nodiscard]] static bool stays(Kind kind) {
        constexpr std::array kStay{Kind::quocHieu, Kind::tieuNgu, Kind::coQuanChuQuan, Kind::coQuanBanHanh, Kind::soKyHieu, Kind::diaDanhThoiGian, Kind::tenLoai,
                                   Kind::kinhGui, Kind::quyenHanChucVu, Kind::hoTen, Kind::noiNhan, Kind::nguoiSoanThao, Kind::diaChi, Kind::doKhan, Kind::doMat};
        return std::find(kStay.begin(), kStay.end(), kind) != kStay.end();
    }

    /// Where “năm 2025” of a yearly report is its period: what it is called, and the words that close it.
    [[nodiscard]] static bool namesTheReport(const Element* element, const std::vector<Token>& tokens) {
        if (element != nullptr && (element->kind == Kind::trichYeu || element->role == elements::Role::caption)) return true;
        return tokens.size() > 2 && tokens[0].key == U"trên" && tokens[1].key == U"đây" && tokens[2].key == U"là";
    }

    void paragraph(std::int32_t story, std::int32_t index, const model::Paragraph& line) {
        const Element* element = elementAt(story, index);
        if (element != nullptr && stays(element->kind)) return;
        const std::vector<Token> tokens = tokensOf(line.text);
        const PeriodReader reader(tokens);
        const At at{story, index};
        const model::Range here{story, index, 0, 0};
        const bool named = namesTheReport(element, tokens);
        const bool prose = (element == nullptr || element->role != elements::Role::heading) && !unmarked_.contains(at);
        std::size_t i = behindLabel(tokens);
        while (i < tokens.size()) {
            if (const auto date = reader.date(i)) {
                if (!isGuarded(at, tokens[i].start, tokens[date->last - 1].end)) moveDate(*date, tokens, reader, here);
                i = date->last;
            } else if (const auto mention = reader.period(i)) {
                if (isGuarded(at, tokens[i].start, tokens[mention->last - 1].end)) {
                    if (mention->period == from_) leave(here, "draft.next.basis");
                } else {
                    movePeriod(*mention, tokens, reader, here, named);
                }
                i = mention->last;
            } else {
                i = prose && tokens[i].digits ? figure(i, reader, at) : i + 1;
            }
        }
    }

    void movePeriod(const PeriodMention& mention, const std::vector<Token>& tokens, const PeriodReader& reader, const model::Range& here, bool named) {
        const Period& said = mention.period;
        const std::int32_t writtenYear = said.year == 0 ? from_.year : said.year;
        const Period full{said.kind, said.number, writtenYear};
        const bool compared = reader.before(mention.first, U"so", U"với", 5) || reader.before(mention.first, U"cùng", U"kỳ", 4);
        if (said.kind == PeriodKind::year && from_.kind != PeriodKind::year) {
            if (reader.before(mention.first, U"cùng", U"kỳ", 4) && said.year == from_.year - 1) write(mention, {PeriodKind::year, 1, to_.year - 1}, tokens, here);
            else if (to_.year != from_.year && said.year == from_.year) leave(here, "draft.next.period");
            return;
        }
        // A month without its year is mostly the time of an event.
        const bool vague = !mention.whole || (said.kind == PeriodKind::month && said.year == 0 && from_.kind != PeriodKind::month);
        if (full == from_ && !vague && !compared && (said.kind != PeriodKind::year || named)) return write(mention, to_, tokens, here);
        if (full == draft::yearBefore(from_) && compared && to_.kind == from_.kind) return write(mention, draft::yearBefore(to_), tokens, here);
        if (said.kind != PeriodKind::month || from_.kind == PeriodKind::month) leave(here, "draft.next.period");
    }

    void write(const PeriodMention& mention, const Period& period, const std::vector<Token>& tokens, const model::Range& here) {
        const std::int32_t start = tokens[mention.first].start, end = tokens[mention.last - 1].end;
        const std::u32string_view old = document_.wordsAt({here.story, here.paragraph, start, end - start});
        std::u32string words = text::fromUtf8(draft::print(period));
        const std::u32string ofYear = U" năm " + digits(period.year, false);
        const bool yearShown = mention.period.year != 0 || period.kind == PeriodKind::year;
        if (text::endsWith(words, ofYear) && words.size() > ofYear.size()) {
            std::u32string name = words.substr(0, words.size() - ofYear.size());
            if (period.kind == PeriodKind::quarter && !mention.roman) name = U"quý " + digits(period.number, false);
            words = !yearShown ? name : mention.slash ? name + U"/" + digits(period.year, false) : name + ofYear;
        }
        if (text::isAllUpper(old)) words = text::toUpper(words);
        else if (text::isUpper(old.front())) words = text::toUpper(words.substr(0, 1)) + words.substr(1);
        if (words == old) return;
        replace({here.story, here.paragraph, start, end - start}, words);
        ++result_.moved;
    }

    /// A cut-off date is one that “đến ngày” and its like announce, in the last month of the period.
    [[nodiscard]] bool isCutOff(const DateMention& date, const PeriodReader& reader) const {
        std::size_t i = date.first;
        while (i > 0 && (reader.is(i - 1, U"ngày") || reader.is(i - 1, U"hết"))) --i;
        return i > 0 && reader.is(i - 1, U"đến") && date.year * kMonths + date.month - 1 == lastMonth(from_);
    }

    /// The beginning of “từ ngày … đến ngày …”, in the first month of the period or the one before it.
    [[nodiscard]] bool isBeginning(const DateMention& date, const PeriodReader& reader) const {
        const bool announced = (date.first > 1 && reader.is(date.first - 1, U"ngày") && reader.is(date.first - 2, U"từ")) || (date.first > 0 && reader.is(date.first - 1, U"từ"));
        if (!announced) return false;
        const std::int32_t month = date.year * kMonths + date.month - 1;
        if (month != firstMonth(from_) && month != firstMonth(from_) - 1) return false;
        std::size_t next = date.last;
        for (const char32_t* word : {U"tính", U"đến", U"hết", U"ngày"}) next += reader.is(next, word) ? 1 : 0;
        const auto end = reader.date(next);
        return end && isCutOff(*end, reader);
    }

    void moveDate(const DateMention& date, const std::vector<Token>& tokens, const PeriodReader& reader, const model::Range& here) {
        const bool end = isCutOff(date, reader);
        if (!end && !isBeginning(date, reader)) return leave(here, "draft.next.date");
        const std::int32_t months = date.year * kMonths + date.month - 1 + (end ? lastMonth(to_) - lastMonth(from_) : firstMonth(to_) - firstMonth(from_));
        const std::int32_t year = months / kMonths, month = months % kMonths + 1;
        const bool ultimo = date.day == text::daysOf(date.month, date.year);
        const std::int32_t day = ultimo ? text::daysOf(month, year) : std::min(date.day, text::daysOf(month, year));
        const auto put = [&](std::size_t token, const std::u32string& words) {
            const Token& one = tokens[token];
            if (words != one.key) replace({here.story, here.paragraph, one.start, one.end - one.start}, words);
        };
        // The decree's way: a zero before days below 10 and before January and February; a zero that the agency writes elsewhere stays.
        put(date.first, digits(day, true));
        put(date.first + 2, digits(month, month <= 2 || tokens[date.first + 2].key.front() == U'0'));
        put(date.first + 4, digits(year, false));
        ++result_.moved;
    }

    /// Marks one number with its separators; gives the token behind it.
    std::size_t figure(std::size_t i, const PeriodReader& reader, const At& at) {
        const PeriodReader::Figure found = reader.figure(i);
        if (!found.counts || isGuarded(at, found.start, found.end)) return found.last;
        model::SetCharFormat mark;
        mark.at = {at.first, at.second, found.start, found.end - found.start};
        mark.color = kOldFigure;
        result_.edits.emplace_back(std::move(mark));
        leave({at.first, at.second, 0, 0}, "draft.next.figures");
        return found.last;
    }
};

}  // namespace

std::optional<Period> reportedPeriod(const elements::Analysis& analysis, const citations::Ledger& ledger) {
    const Element* subject = analysis.first(Kind::trichYeu);
    if (subject == nullptr) return std::nullopt;
    const std::vector<Token> tokens = tokensOf(subject->text);
    const PeriodReader reader(tokens);
    std::optional<Period> result;
    std::int32_t year = 0;
    for (std::size_t i = 0; i < tokens.size();) {
        const auto mention = reader.period(i);
        if (!mention) {
            ++i;
            continue;
        }
        if (mention->period.kind == PeriodKind::year) year = year == 0 ? mention->period.year : year;
        if (!result || (result->kind == PeriodKind::year && mention->period.kind != PeriodKind::year)) result = mention->period;
        i = mention->last;
    }
    if (!result) return std::nullopt;
    if (result->year == 0) result->year = year != 0 ? year : ledger.documentDate ? ledger.documentDate->year : 0;
    return result->year == 0 ? std::nullopt : result;
}

MovedOn moveOn(const model::Document& document, const elements::Analysis& analysis, const citations::Ledger& ledger, const Period& from, const Period& to,
               std::int32_t year) {
    return Mover(document, analysis, ledger, from, to, year).run();
}

}  // namespace thethuc::app
