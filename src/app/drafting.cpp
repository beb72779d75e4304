#include "app/drafting.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "checks/support.hpp"
#include "checks/text_support.hpp"
#include "elements/types.hpp"
#include "text/text.hpp"
#include "text/widths.hpp"

namespace thethuc::app {

namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using Lines = std::vector<std::u32string>;

/// What stands above the body, in the order of the decree's samples.
constexpr std::array kAbove{Kind::quocHieu, Kind::tieuNgu, Kind::coQuanBanHanh, Kind::soKyHieu, Kind::diaDanhThoiGian, Kind::tenLoai, Kind::trichYeu, Kind::kinhGui};

Lines linesOf(const std::vector<std::string>& values) {
    Lines lines;
    for (const std::string& one : values) lines.push_back(text::fromUtf8(one));
    return lines;
}

/// Edits that put lines in the place of others.
struct LineChange {
    model::Edits edits;
    bool shared = false;                         ///< a line shares its paragraph with other words: nothing is changed
};

/// Puts `lines` in the place of what stands in `ranges`, a line each. Lines too many go above the first, so that what is anchored at the
/// last one (its separator line) stays there.
LineChange replacement(const model::Document& document, const std::vector<model::Range>& ranges, const Lines& lines) {
    LineChange change;
    const auto replace = [&](const model::Range& range, const std::u32string& line) {
        if (text::nfc(document.wordsAt(range)) != text::nfc(line)) change.edits.emplace_back(model::ReplaceText{range, line});
    };
    if (ranges.size() == lines.size()) {
        for (std::size_t i = 0; i < lines.size(); ++i) replace(ranges[i], lines[i]);
        return change;
    }
    const auto wholeParagraph = [&](const model::Range& range) { return text::squeeze(document.at(range).text) == text::squeeze(document.wordsAt(range)); };
    if (!std::all_of(ranges.begin(), ranges.end(), wholeParagraph)) {
        change.shared = true;
        return change;
    }
    if (lines.size() < ranges.size()) {
        const std::size_t more = ranges.size() - lines.size();
        for (std::size_t i = 0; i < more; ++i) change.edits.emplace_back(model::RemoveParagraph{{ranges[i].story, ranges[i].paragraph, 0, 0}, true});
        for (std::size_t i = 0; i < lines.size(); ++i) replace(ranges[more + i], lines[i]);
        return change;
    }
    const std::size_t more = lines.size() - ranges.size();
    const model::Paragraph& like = document.at(ranges.front());
    model::InsertParagraphs added{{ranges.front().story, ranges.front().paragraph, 0, 0}, {}};
    for (std::size_t i = 0; i < more; ++i) {
        added.paragraphs.push_back({lines[i], like.format, like.runs.empty() ? like.base : like.runs.front().format});
    }
    change.edits.emplace_back(std::move(added));
    for (std::size_t i = 0; i < ranges.size(); ++i) replace(ranges[i], lines[more + i]);
    return change;
}

class Planner {
public:
    Planner(const model::Document& document, const elements::Analysis& analysis, const Prepared& prepared)
        : document_(document), analysis_(analysis), prepared_(prepared), form_(prepared.form), content_(prepared.content),
          symbol_(text::fromUtf8(prepared.symbol)) {}

    DraftPlan plan(const std::vector<draft::Part>& wanted) {
        if ((plan_.refusal = refusal())) return std::move(plan_);
        for (const draft::Part part : wanted) {
            switch (part) {
                case draft::Part::header: header(); break;
                case draft::Part::title: title(); break;
                case draft::Part::addressee: addressee(); break;
                case draft::Part::legalBasis: legalBasis(); break;
                case draft::Part::ending: ending(); break;
                case draft::Part::body:          // these have no place of their own: they go where the cursor stands
                case draft::Part::tables:
                case draft::Part::appendix: break;   // planAppendix
            }
        }
        return std::move(plan_);
    }

private:
    const model::Document& document_;
    const elements::Analysis& analysis_;
    const Prepared& prepared_;
    const draft::TypeTemplate& form_;
    const draft::Content& content_;
    std::u32string symbol_;
    DraftPlan plan_;

    /// “QUYẾT ĐỊNH (QĐ)”
    static std::string named(const std::string& type) {
        const elements::DocumentType* known = elements::documentType(type);
        return known == nullptr ? type : text::toUtf8(known->name) + " (" + type + ")";
    }

    [[nodiscard]] std::optional<DraftRefusal> refusal() const {
        using elements::Scope;
        if (analysis_.scope == Scope::party || analysis_.scope == Scope::legal) return DraftRefusal{"draft.refused.scope", {}};
        if (!analysis_.type || *analysis_.type == form_.type) return std::nullopt;
        return DraftRefusal{"draft.refused.type", {named(*analysis_.type), named(form_.type)}};
    }

    void replace(const model::Range& range, const std::u32string& line) {
        if (text::nfc(document_.wordsAt(range)) != text::nfc(line)) plan_.updates.emplace_back(model::ReplaceText{range, line});
    }

    /// See replacement(); guiding text takes nobody's place.
    void replaceLines(const std::vector<model::Range>& ranges, const Lines& lines) {
        if (ranges.empty() || lines.empty() || std::any_of(lines.begin(), lines.end(), checks::words::isGap)) return;
        LineChange change = replacement(document_, ranges, lines);
        if (change.shared) plan_.notes.emplace_back("draft.note.lines");
        plan_.updates.insert(plan_.updates.end(), std::make_move_iterator(change.edits.begin()), std::make_move_iterator(change.edits.end()));
    }

    [[nodiscard]] std::vector<model::Range> rangesOf(const std::vector<const Element*>& elements) const {
        std::vector<model::Range> ranges;
        for (const Element* one : elements) ranges.insert(ranges.end(), one->ranges.begin(), one->ranges.end());
        return ranges;
    }

    [[nodiscard]] std::int32_t mainEnd() const { return analysis_.parts.empty() ? 0 : analysis_.parts.front().last; }

    /// The paragraph behind everything of kAbove up to and with `lowest`; tables are never cut.
    [[nodiscard]] std::int32_t behind(Kind lowest) const {
        std::int32_t last = -1;
        for (const Kind kind : kAbove) {
            for (const Element* one : analysis_.all(kind)) {
                for (const model::Range& range : one->ranges) {
                    if (range.story == 0) last = std::max(last, range.paragraph);
                }
            }
            if (kind == lowest) break;
        }
        if (last < 0) return 0;
        for (const model::Table& table : document_.tables) {
            if (table.story == 0 && table.parentCell < 0 && table.firstParagraph <= last && last < table.firstParagraph + table.paragraphCount) {
                return table.firstParagraph + table.paragraphCount;
            }
        }
        return last + 1;
    }

    void insertBefore(draft::Part part, std::int32_t paragraph) {
        const auto count = static_cast<std::int32_t>(document_.stories.front().paragraphs.size());
        if (paragraph >= count) plan_.insertions.push_back({part, Insertion::Where::end, {}});
        else plan_.insertions.push_back({part, Insertion::Where::before, {0, paragraph, 0, 0}});
    }

    void header() {
        const Element* name = analysis_.first(Kind::coQuanBanHanh);
        if (name == nullptr && analysis_.first(Kind::quocHieu) == nullptr) return insertBefore(draft::Part::header, 0);
        superior();
        if (name != nullptr && prepared_.knows("agency")) replaceLines(rangesOf(analysis_.all(Kind::coQuanBanHanh)), linesOf(content_.agency));
        number();
        placeAndDate();
        if (form_.subjectAtSymbol) subject(Role::telegram);
    }

    void superior() {
        const auto ranges = rangesOf(analysis_.all(Kind::coQuanChuQuan));
        if (!prepared_.knows("superior")) return;
        if (!ranges.empty()) replaceLines(ranges, linesOf(content_.superiorAgency));
        else plan_.notes.emplace_back("draft.note.superior");
    }

    /// “Số: 135/BC-UBND”: the number stays unless another one is given.
    void number() {
        const Element* found = analysis_.first(Kind::soKyHieu);
        if (found == nullptr || symbol_.empty() || !prepared_.knows("abbreviation") || found->ranges.size() != 1) return;
        const std::u32string standing(document_.wordsAt(found->ranges.front()));
        const auto slash = standing.find(U'/');
        const auto colon = standing.find(U':');
        if (slash == std::u32string::npos || (colon != std::u32string::npos && colon > slash)) return;
        std::u32string before = standing.substr(0, slash);
        const std::u32string given = text::fromUtf8(content_.number);
        if (!checks::isBlank(given) && colon != std::u32string::npos) before = standing.substr(0, colon + 1) + U" " + given;
        replace(found->ranges.front(), before + symbol_);
    }

    /// A date that somebody has written stays while only blanks could take its place.
    void placeAndDate() {
        const Element* found = analysis_.first(Kind::diaDanhThoiGian);
        if (found == nullptr || found->ranges.size() != 1) return;
        const std::u32string wanted = text::fromUtf8(content_.place);
        if (!prepared_.knows("place")) return;
        const std::u32string standing(document_.wordsAt(found->ranges.front()));
        const auto comma = wanted.find(U',');
        const auto standingComma = standing.find(U',');
        const bool dated = prepared_.knows("day") || prepared_.knows("month") || prepared_.knows("year");
        if (!dated && comma != std::u32string::npos && standingComma != std::u32string::npos) {
            return replace(found->ranges.front(), wanted.substr(0, comma) + standing.substr(standingComma));
        }
        replace(found->ranges.front(), wanted);
    }

    void title() {
        if (form_.title.empty()) return;
        const Element* standing = analysis_.first(Kind::tenLoai);
        if (standing == nullptr) {
            return insertBefore(draft::Part::title, behind(Kind::diaDanhThoiGian));
        }
        if (standing->ranges.size() == 1) replace(standing->ranges.front(), text::fromUtf8(form_.title));
        subject(Role::whole);
    }

    void subject(Role role) {
        const Element* standing = analysis_.first(Kind::trichYeu);
        if (standing == nullptr || (role == Role::telegram) != (standing->role == Role::telegram) || content_.subject.empty()) return;
        const Lines lines = linesOf(content_.subject);
        if (standing->ranges.size() != 1) return replaceLines(standing->ranges, lines);
        std::u32string joined;
        for (const std::u32string& one : lines) joined += (joined.empty() ? U"" : U"\n") + one;
        if (!checks::words::isGap(joined)) replace(standing->ranges.front(), joined);
    }

    void addressee() {
        if (!form_.addressee || content_.addressee.empty()) return;
        const auto standing = analysis_.all(Kind::kinhGui);
        const std::u32string line = U"Kính gửi: " + text::fromUtf8(content_.addressee);
        if (standing.empty()) {
            return insertBefore(draft::Part::addressee, behind(Kind::trichYeu));
        }
        if (checks::words::isGap(line)) return;
        if (standing.size() == 1 && standing.front()->ranges.size() == 1) replace(standing.front()->ranges.front(), line);
        else plan_.notes.emplace_back("draft.note.addressees");
    }

    void legalBasis() {
        if (analysis_.first(Kind::canCu) != nullptr) {
            plan_.notes.emplace_back("draft.note.basis");
            return;
        }
        insertBefore(draft::Part::legalBasis, behind(Kind::kinhGui));
    }

    void ending() {
        const auto recipients = analysis_.all(Kind::noiNhan);
        const auto authority = rangesOf(analysis_.all(Kind::quyenHanChucVu));
        const auto names = rangesOf(analysis_.all(Kind::hoTen));
        if (recipients.empty() && authority.empty() && names.empty()) return insertBefore(draft::Part::ending, mainEnd());
        std::vector<model::Range> list;
        for (const Element* one : recipients) {
            if (one->role != Role::word) list.insert(list.end(), one->ranges.begin(), one->ranges.end());
        }
        if (prepared_.knows("recipients")) replaceLines(list, linesOf(content_.recipients));
        if (form_.ending != draft::Ending::signature) return;
        if (prepared_.knows("authority")) replaceLines(authority, linesOf(content_.authority));
        if (names.size() == 1 && prepared_.knows("signer")) replace(names.front(), text::fromUtf8(content_.signer));
        if (recipients.empty() || authority.empty()) plan_.notes.emplace_back(recipients.empty() ? "draft.note.recipients" : "draft.note.signature");
    }
};

/// Words of the document proper: what stands between its header and its ending.
bool isBody(Kind kind) {
    return kind == Kind::noiDung || kind == Kind::canCu || (kind >= Kind::phan && kind <= Kind::diem);
}

}  // namespace

bool isEmpty(const model::Document& document) {
    if (!document.tables.empty()) return false;
    const auto& paragraphs = document.stories.front().paragraphs;
    return std::all_of(paragraphs.begin(), paragraphs.end(), [](const model::Paragraph& one) { return checks::isBlank(one.text); });
}

DraftPlan planDraft(const model::Document& document, const elements::Analysis& analysis, const Prepared& prepared,
                    const std::vector<draft::Part>& wanted) {
    return Planner(document, analysis, prepared).plan(wanted);
}

AppendixPlan planAppendix(const model::Document& document, const elements::Analysis& analysis, bool another) {
    AppendixPlan plan;
    const auto lineOf = [&](Kind kind) {
        const Element* found = analysis.first(kind);
        if (found == nullptr || found->ranges.size() != 1) return std::u32string();
        return std::u32string(document.wordsAt(found->ranges.front()));
    };
    const std::u32string number = lineOf(Kind::soKyHieu), date = lineOf(Kind::diaDanhThoiGian);
    std::u32string behind;
    if (const auto colon = number.find(U':'); colon != std::u32string::npos) {
        behind = number.substr(colon + 1);
        if (behind.starts_with(U' ')) behind.erase(0, 1);
    }
    std::u32string day;
    if (const auto at = date.find(U"ngày "); at != std::u32string::npos) day = date.substr(at);
    plan.number = text::toUtf8(behind);
    plan.date = text::toUtf8(day);

    std::int32_t count = 0;
    const Element* firstName = nullptr;
    for (std::size_t i = 0; i < analysis.parts.size(); ++i) {
        if (analysis.parts[i].kind != elements::PartKind::appendix) continue;
        ++count;
        const auto part = static_cast<std::int32_t>(i);
        if (count == 1) firstName = analysis.first(Kind::phuLuc, Role::number, part);
        const Element* line = analysis.first(Kind::phuLuc, Role::attached, part);
        if (line == nullptr || line->ranges.size() != 1 || behind.empty() || day.empty()) continue;
        const model::Range& range = line->ranges.front();
        const std::u32string_view standing = document.wordsAt(range);
        constexpr std::u32string_view kNumber = U" số ", kOf = U" của ";
        const auto from = standing.find(kNumber), to = standing.find(kOf, from == std::u32string::npos ? 0 : from);
        if (from == std::u32string::npos || to == std::u32string::npos) continue;
        const auto start = from + kNumber.size();
        const std::u32string said = behind + U" " + day;
        if (text::nfc(standing.substr(start, to - start)) == text::nfc(said)) continue;
        plan.updates.emplace_back(model::ReplaceText{{range.story, range.paragraph, range.start + static_cast<std::int32_t>(start), static_cast<std::int32_t>(to - start)}, said});
    }
    if (count > 0 && !another) return plan;
    plan.name = count == 0 ? "Phụ lục" : "Phụ lục " + text::toUtf8(text::roman(count + 1));
    if (count == 1 && firstName != nullptr && firstName->number.empty() && firstName->ranges.size() == 1 && text::toLower(firstName->text) == U"phụ lục") {
        const model::Range& range = firstName->ranges.front();
        plan.updates.emplace_back(model::ReplaceText{range, std::u32string(document.wordsAt(range)) + U" I"});
    }
    const auto& paragraphs = document.stories.front().paragraphs;
    const auto end = static_cast<std::size_t>(analysis.parts.front().last);
    const bool told = std::any_of(paragraphs.begin(), paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(end, paragraphs.size())),
                                  [](const model::Paragraph& one) { return text::toLower(one.text).find(U"phụ lục") != std::u32string::npos; });
    if (!told) plan.notes.emplace_back("draft.note.appendix");
    return plan;
}

namespace {

/// Distances of a contact footer, hmm: to the text; from its line to its words with the line; least distance to the edge of the paper, which printers need.
constexpr model::Hmm kAboveContact = 200, kContactLine = 76, kPaperEdge = 500;

/// How many lines these are on a page of this width.
std::int32_t contactLines(const std::vector<std::string>& lines, model::Hmm width, model::DeciPt size) {
    std::int32_t count = 0;
    for (const std::string& one : lines) {
        const auto needs = text::timesWidths().width(text::fromUtf8(one), {"Times New Roman", size, false, false}).value_or(0);
        count += width > 0 ? std::max(1, (needs + width - 1) / width) : 1;
    }
    return count;
}

}  // namespace

ContactPlan planContact(const model::Document& document, const elements::Analysis& analysis, const std::vector<std::string>& lines, model::DeciPt size) {
    ContactPlan plan;
    if (lines.empty()) plan.refusal = "draft.note.no-contact";
    else if (document.sections.empty() || isEmpty(document)) plan.refusal = "draft.note.contact-empty";
    if (!plan.refusal.empty()) return plan;
    const model::PageStyle& page = document.pageStyles[static_cast<std::size_t>(document.sections.front().pageStyle)];
    const model::Hmm before = page.effectiveBottom();
    ContactPlan::Footer footer{page.name, page.firstIsShared && (page.follow.empty() || page.follow == page.name), lines, 0, 0};
    footer.height = kAboveContact + kContactLine + contactLines(lines, page.textWidth(), size) * checks::lineHeight(size);
    footer.marginBottom = std::max(before - footer.height, kPaperEdge);
    const Element* standing = analysis.first(Kind::diaChi);
    if (standing == nullptr) {
        const std::int32_t story = !page.footerOn ? -1 : page.firstIsShared ? page.footer : page.footerFirst;
        const bool words = story >= 0 && std::any_of(document.stories[static_cast<std::size_t>(story)].paragraphs.begin(), document.stories[static_cast<std::size_t>(story)].paragraphs.end(),
                                                     [](const model::Paragraph& one) { return !checks::isBlank(one.text); });
        if (words) plan.refusal = "draft.note.footer-words";
        else plan.footer = std::move(footer);
        return plan;
    }
    LineChange change = replacement(document, standing->ranges, linesOf(lines));
    if (change.shared) {
        plan.refusal = "draft.note.lines";
        return plan;
    }
    plan.updates = std::move(change.edits);
    footer.lines.clear();
    footer.splitFirst = false;
    // Lines of other words may need more room, or less; where the page is as it should be nothing is touched.
    constexpr model::Hmm kRounding = 10;
    const bool right = std::abs(page.footerHeight - footer.height) <= kRounding || page.footerHeight > footer.height;
    if (!right) plan.footer = std::move(footer);
    return plan;
}

std::optional<model::Range> whereToType(const model::Document& document, const elements::Analysis& analysis) {
    const auto& paragraphs = document.stories.front().paragraphs;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        for (const model::Run& run : paragraphs[i].runs) {
            if (run.kind == model::RunKind::placeholder) return model::Range{0, static_cast<std::int32_t>(i), run.start, run.length};
        }
    }
    for (const Element& one : analysis.elements) {
        const model::Range& range = one.ranges.front();
        if (isBody(one.kind) && range.story == 0 && document.at(range).cell < 0) return model::Range{0, range.paragraph, 0, 0};
    }
    return std::nullopt;
}

}  // namespace thethuc::app
