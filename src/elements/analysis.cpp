#include "elements/analysis.hpp"

#include <algorithm>
#include <array>

#include "elements/quotations.hpp"
#include "elements/recognise.hpp"
#include "text/text.hpp"

namespace thethuc::elements {

using model::Document;
using model::Paragraph;
using model::Range;

namespace {

struct KindName {
    Kind kind;
    std::string_view name;
};
constexpr std::array<KindName, 38> kNames{{
    {Kind::trang, "trang"},
    {Kind::soTrang, "so-trang"},
    {Kind::quocHieu, "quoc-hieu"},
    {Kind::tieuNgu, "tieu-ngu"},
    {Kind::coQuanChuQuan, "co-quan-chu-quan"},
    {Kind::coQuanBanHanh, "co-quan-ban-hanh"},
    {Kind::soKyHieu, "so-ky-hieu"},
    {Kind::diaDanhThoiGian, "dia-danh-thoi-gian"},
    {Kind::tenLoai, "ten-loai"},
    {Kind::trichYeu, "trich-yeu"},
    {Kind::thamQuyen, "tham-quyen"},
    {Kind::canCu, "can-cu"},
    {Kind::kinhGui, "kinh-gui"},
    {Kind::noiDung, "noi-dung"},
    {Kind::phan, "phan"},
    {Kind::chuong, "chuong"},
    {Kind::muc, "muc"},
    {Kind::tieuMuc, "tieu-muc"},
    {Kind::dieu, "dieu"},
    {Kind::khoan, "khoan"},
    {Kind::diem, "diem"},
    {Kind::quyenHanChucVu, "quyen-han-chuc-vu"},
    {Kind::hoTen, "ho-ten"},
    {Kind::khoiKy, "khoi-ky"},
    {Kind::dau, "dau"},
    {Kind::noiNhan, "noi-nhan"},
    {Kind::phuLuc, "phu-luc"},
    {Kind::doKhan, "do-khan"},
    {Kind::doMat, "do-mat"},
    {Kind::luuHanh, "luu-hanh"},
    {Kind::nguoiSoanThao, "nguoi-soan-thao"},
    {Kind::diaChi, "dia-chi"},
    {Kind::banSao, "ban-sao"},
    {Kind::vienDan, "vien-dan"},
    {Kind::soLieu, "so-lieu"},
    {Kind::vietHoa, "viet-hoa"},
    {Kind::vietTat, "viet-tat"},
    {Kind::chinhTa, "chinh-ta"},
}};

std::int32_t bodySize(const Document& document) { return static_cast<std::int32_t>(document.stories[0].paragraphs.size()); }

/// Where the text behind an end block is cut into appendices, attachments and copies.
struct Cut {
    std::int32_t first;
    PartKind kind;
};

std::vector<Cut> cutsBehind(const Document& document, std::int32_t from) {
    std::vector<Cut> cuts;
    const std::int32_t size = bodySize(document);
    bool content = false;
    for (std::int32_t p = from; p < size; ++p) {
        const Paragraph& paragraph = document.stories[0].paragraphs[static_cast<std::size_t>(p)];
        const std::u32string_view trimmed = text::trim(paragraph.text);
        const bool breaks = paragraph.breakBefore.has_value();
        // A line of characters parts what stands above and below it, and is neither.
        if (trimmed.empty() || isRuleOfCharacters(trimmed)) {
            if (breaks && p + 1 < size) content = false;
            continue;
        }
        const std::u32string line = text::squeeze(trimmed.substr(0, 80));
        // The longest words looked for are quốc hiệu's, with a few slips.
        constexpr std::size_t kLongestBones = 32;
        const std::u32string bones = text::skeleton(line, kLongestBones);
        const bool bold = !paragraph.runs.empty() && paragraph.runs.front().format.bold;
        const bool heading = paragraph.format.align == model::Align::center || bold || breaks || !content;
        if (heading && isAppendixHeading(trimmed.substr(0, trimmed.find(U'\n')))) {
            cuts.push_back({p, PartKind::appendix});
        } else if (isCopyTitle(bones)) {
            // The block of a copy begins with the table that the words stand in.
            const std::int32_t table = outerTable(document, p);
            cuts.push_back({table >= 0 ? document.tables[static_cast<std::size_t>(table)].firstParagraph : p, PartKind::copy});
        } else if (text::distance(bones, U"conghoaxahoichunghiavietnam", 4) <= 4) {
            const std::int32_t table = outerTable(document, p);
            const std::int32_t start = table >= 0 ? document.tables[static_cast<std::size_t>(table)].firstParagraph : p;
            if (cuts.empty() || cuts.back().first <= start) cuts.push_back({start, PartKind::attachment});
        } else if (!content && (breaks || cuts.empty())) {
            const bool title = matchTitle(line).has_value() && (paragraph.format.align == model::Align::center || bold);
            cuts.push_back({p, title ? PartKind::attachment : PartKind::appendix});
        }
        content = true;
    }
    // The same start twice: the later, surer kind wins.
    std::vector<Cut> clean;
    for (const Cut& cut : cuts) {
        if (!clean.empty() && clean.back().first == cut.first) {
            clean.back() = cut;
        } else if (clean.empty() || clean.back().first < cut.first) {
            clean.push_back(cut);
        }
    }
    return clean;
}

void recognisePart(const Document& document, Analysis& analysis, Zone& zone, std::int32_t& behind) {
    recogniseHeader(document, analysis, zone);
    zone.bodyLast = zone.last;
    recogniseEnding(document, analysis, zone, behind);
    recogniseBody(document, analysis, zone);
}

void decideScope(const Document& document, Analysis& analysis, const Zone& main) {
    const auto has = [&](Kind kind) { return analysis.first(kind) != nullptr; };
    if (main.party && !has(Kind::quocHieu)) {
        analysis.scope = Scope::party;
        analysis.scopeReason = "scope.party";
        return;
    }
    const bool legalByYear = main.yearInNumber && (main.type == nullptr || main.type->abbreviation == "QĐ" || main.type->abbreviation == "NQ");
    if (main.legal || legalByYear) {
        analysis.scope = Scope::legal;
        analysis.scopeReason = "scope.legal";
        return;
    }
    int weight = 0;
    weight += has(Kind::quocHieu) ? 2 : 0;
    weight += has(Kind::tieuNgu) ? 2 : 0;
    weight += has(Kind::soKyHieu) ? 2 : 0;
    weight += has(Kind::diaDanhThoiGian) ? 1 : 0;
    weight += has(Kind::coQuanBanHanh) ? 1 : 0;
    weight += has(Kind::tenLoai) ? 1 : 0;
    weight += has(Kind::noiNhan) ? 2 : 0;
    weight += has(Kind::quyenHanChucVu) && has(Kind::hoTen) ? 1 : 0;
    const bool official = has(Kind::quocHieu) || has(Kind::tieuNgu) || has(Kind::soKyHieu) || has(Kind::noiNhan);
    if (weight >= 4 && official && main.type != nullptr) {
        analysis.scope = Scope::nd30;
        return;
    }
    analysis.scope = Scope::other;
    const auto& body = document.stories[0].paragraphs;
    const bool empty = std::all_of(body.begin(), body.end(), [](const Paragraph& p) { return isBlank(p); });
    analysis.scopeReason = empty ? "scope.empty" : "scope.other";
}

HeaderForm formOf(const Document& document, const Analysis& analysis) {
    const Element* mark = analysis.first(Kind::quocHieu);
    if (mark == nullptr) mark = analysis.first(Kind::tieuNgu);
    if (mark == nullptr) mark = analysis.first(Kind::soKyHieu);
    if (mark == nullptr) return HeaderForm::none;
    const Range& at = mark->ranges.front();
    if (at.story != 0) return HeaderForm::frames;
    if (document.at(at).cell >= 0) return HeaderForm::table;
    const auto& text = document.at(at).text;
    const bool shared = at.start > 0 || text.find(U'\t') != std::u32string::npos;
    return shared ? HeaderForm::tabs : HeaderForm::lines;
}

bool isBlankDraft(const Analysis& analysis) {
    const Element* number = analysis.first(Kind::soKyHieu);
    const Element* date = analysis.first(Kind::diaDanhThoiGian);
    if (number == nullptr) return false;
    const auto slash = number->text.find(U'/');
    const auto head = std::u32string_view(number->text).substr(0, slash);
    const bool blank = std::none_of(head.begin(), head.end(), text::isDigit);
    if (date == nullptr) return blank;
    const auto day = date->text.find(U"ngày");
    const auto month = date->text.find(U"tháng");
    if (day == std::u32string::npos || month == std::u32string::npos || month < day) return blank;
    const auto between = std::u32string_view(date->text).substr(day + 4, month - day - 4);
    return blank || std::none_of(between.begin(), between.end(), text::isDigit);
}

}  // namespace

std::string_view name(Kind kind) noexcept {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const KindName& entry) { return entry.kind == kind; });
    return found == kNames.end() ? std::string_view() : found->name;
}

std::optional<Kind> kindOf(std::string_view name) noexcept {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const KindName& entry) { return entry.name == name; });
    if (found == kNames.end()) return std::nullopt;
    return found->kind;
}

const Element* Analysis::first(Kind kind, std::int32_t part) const noexcept {
    for (const Element& element : elements) {
        if (element.kind == kind && element.part == part) return &element;
    }
    return nullptr;
}

const Element* Analysis::first(Kind kind, Role role, std::int32_t part) const noexcept {
    for (const Element& element : elements) {
        if (element.kind == kind && element.role == role && element.part == part) return &element;
    }
    return nullptr;
}

std::vector<const Element*> Analysis::all(Kind kind, std::int32_t part) const {
    std::vector<const Element*> out;
    for (const Element& element : elements) {
        if (element.kind == kind && element.part == part) out.push_back(&element);
    }
    return out;
}

void add(const Document& document, Analysis& analysis, Kind kind, Role role, std::vector<Range> ranges, std::int32_t part) {
    Element element;
    element.kind = kind;
    element.role = role;
    element.part = part;
    for (const Range& range : ranges) {
        const auto& text = document.at(range).text;
        if (!element.text.empty()) element.text.push_back(U' ');
        element.text += text::squeeze(std::u32string_view(text).substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length)));
    }
    element.ranges = std::move(ranges);
    analysis.elements.push_back(std::move(element));
}

Analysis analyse(const Document& document) {
    Analysis analysis;
    Zone main;
    main.last = bodySize(document);
    std::int32_t behind = main.last;
    analysis.parts.push_back({PartKind::main, 0, main.last, std::nullopt});
    recognisePart(document, analysis, main, behind);
    analysis.parts[0].last = behind;
    decideScope(document, analysis, main);
    if (main.type != nullptr) analysis.type = std::string(main.type->abbreviation);
    analysis.parts[0].type = analysis.type;
    const bool standsAlone = analysis.first(Kind::soKyHieu) != nullptr || analysis.first(Kind::diaDanhThoiGian) != nullptr;
    if (main.attachedNote && !standsAlone) analysis.parts[0].kind = PartKind::attachment;

    const std::vector<Cut> cuts = cutsBehind(document, behind);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        Part part;
        part.kind = cuts[i].kind;
        part.first = cuts[i].first;
        part.last = i + 1 < cuts.size() ? cuts[i + 1].first : bodySize(document);
        const auto index = static_cast<std::int32_t>(analysis.parts.size());
        analysis.parts.push_back(part);
        if (part.kind == PartKind::appendix) {
            recogniseAppendix(document, analysis, part, index);
            continue;
        }
        Zone zone;
        zone.part = index;
        zone.first = part.first;
        zone.last = part.last;
        std::int32_t end = part.last;
        recognisePart(document, analysis, zone, end);
        if (zone.type != nullptr) analysis.parts.back().type = std::string(zone.type->abbreviation);
    }

    recogniseContact(document, analysis);
    std::stable_sort(analysis.elements.begin(), analysis.elements.end(), [](const Element& a, const Element& b) {
        const Range& one = a.ranges.front();
        const Range& two = b.ranges.front();
        if ((one.story == 0) != (two.story == 0)) return one.story != 0;
        return one < two;
    });
    recogniseSeparators(document, analysis);
    analysis.header = formOf(document, analysis);
    analysis.electronicDraft = isBlankDraft(analysis);
    analysis.quoted = quotedParagraphs(document);
    analysis.elementOf.assign(static_cast<std::size_t>(bodySize(document)), -1);
    for (std::size_t i = 0; i < analysis.elements.size(); ++i) {
        for (const Range& range : analysis.elements[i].ranges) {
            if (range.story == 0) analysis.elementOf[static_cast<std::size_t>(range.paragraph)] = static_cast<std::int32_t>(i);
        }
    }
    return analysis;
}

}  // namespace thethuc::elements
