#include <algorithm>
#include <array>

#include "elements/recognise.hpp"
#include "text/text.hpp"

namespace thethuc::elements {

using model::Document;
using model::Range;

namespace {

constexpr std::u32string_view kNationalName = U"conghoaxahoichunghiavietnam";
constexpr std::u32string_view kMotto = U"doclaptudohanhphuc";
constexpr std::size_t kLongestHeaderLine = 160;
constexpr std::int32_t kHeaderParagraphs = 60;

/// First syllables of agencies and of the offices of state that issue documents.
constexpr std::array<std::u32string_view, 64> kAgencyHeads{
    U"uy ban",     U"ubnd",        U"hoi dong",   U"hdnd",      U"bo",       U"so",        U"tong cuc", U"cuc",
    U"chi cuc",    U"vu",          U"vien",       U"hoc vien",  U"truong",   U"dai hoc",   U"phong",    U"ban",
    U"trung tam",  U"thanh tra",   U"van phong",  U"hoi",       U"doan",     U"lien doan", U"cong ty",  U"tong cong ty",
    U"tap doan",   U"bao hiem",    U"kho bac",    U"benh vien", U"toa an",   U"chinh phu", U"quoc hoi", U"chu tich",
    U"thu tuong",  U"to",          U"doi",        U"tram",      U"quy",      U"ngan hang", U"nha xuat ban", U"kiem toan",
    U"cong an",    U"mat tran",    U"thue",       U"hai quan",  U"bo tu lenh", U"bo chi huy", U"dang uy",
    U"cong doan",  U"tinh doan",   U"thanh doan", U"xa doan",   U"hat kiem lam", U"dai phat thanh", U"thu vien", U"bao tang",
    U"nha van hoa", U"nha hat",    U"hop tac xa", U"lien hiep", U"xi nghiep", U"vuon quoc gia", U"trai giam",  U"trai tam giam",
    U"khu quan ly"};

/// Skeleton of the first letters of `line` with its spaces kept: “ỦY BAN NHÂN” -> “uy ban nhan”.
std::u32string spacedBones(std::u32string_view line) {
    std::u32string out;
    for (const char32_t c : line.substr(0, 24)) {
        if (text::isSpace(c)) {
            out.push_back(U' ');
        } else {
            out += text::skeleton(std::u32string_view(&c, 1));
        }
    }
    return out;
}

bool matches(std::u32string_view bones, std::u32string_view phrase, int slips) {
    if (bones == phrase) return true;
    return text::distance(bones, phrase, slips) <= slips;
}

/// Range of the part of `segment` whose skeleton is `phrase`, where both phrases stand in one line.
std::optional<Range> within(const Document& document, const Segment& segment, std::u32string_view phrase) {
    const auto at = segment.bones.find(phrase);
    if (at == std::u32string::npos) return std::nullopt;
    const auto& text = document.at(segment.range).text;
    std::size_t letters = 0;
    std::int32_t start = -1;
    std::int32_t end = segment.range.start;
    for (std::int32_t i = segment.range.start; i < segment.range.end(); ++i) {
        const bool counts = !text::skeleton(std::u32string_view(text).substr(static_cast<std::size_t>(i), 1)).empty();
        if (!counts) {
            if (letters == at + phrase.size() && text::isCombining(text[static_cast<std::size_t>(i)])) end = i + 1;
            continue;
        }
        if (letters == at) start = i;
        ++letters;
        if (letters <= at + phrase.size()) end = i + 1;
        if (letters > at + phrase.size()) break;
    }
    if (start < 0) return std::nullopt;
    return Range{segment.range.story, segment.range.paragraph, start, end - start};
}

bool isNumberLine(const Segment& segment) {
    const std::u32string_view line = segment.text;
    if (line.empty() || line.size() > 80) return false;
    const std::u32string& bones = segment.bones;
    if (bones.starts_with(U"so")) {
        const auto behind = std::find_if(line.begin(), line.end(), [](char32_t c) { return !text::isLetter(c) && !text::isCombining(c); });
        const auto word = text::skeleton(line.substr(0, static_cast<std::size_t>(behind - line.begin())));
        if (word != U"so") return false;
        const std::u32string_view rest = text::trim(line.substr(static_cast<std::size_t>(behind - line.begin())));
        if (rest.empty()) return true;
        if (rest.front() == U':' || rest.front() == U'.') return rest.size() == 1 || line.size() < 50;
        return rest.find(U'/') != std::u32string_view::npos || (text::isDigit(rest.front()) && rest.find(U'-') != std::u32string_view::npos);
    }
    // The word is missing: “135/BC-UBND”.
    const auto slash = line.find(U'/');
    if (slash == std::u32string_view::npos || slash > 8 || line.size() > 30) return false;
    const bool digits = std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(slash),
                                    [](char32_t c) { return text::isDigit(c) || text::isSpace(c) || c == U'.'; });
    const std::u32string_view head = symbolHead(line);
    return digits && !head.empty() && text::isUpper(head.front());
}

bool mayBePlace(std::u32string_view place) {
    if (std::count(place.begin(), place.end(), U' ') > 8) return false;
    if (place.find(U'/') != std::u32string_view::npos || place.find(U':') != std::u32string_view::npos) return false;
    return place.empty() || (place.front() != U'(' && place.front() != U'-' && place.front() != U'“');
}

/// “Đông Khê, 11 tháng 9 năm 2025”: the word “ngày” was left out.
bool isDateWithoutDay(std::u32string_view line, std::u32string_view lower) {
    const auto comma = line.find(U',');
    const auto month = lower.find(U"tháng");
    const auto year = lower.find(U"năm");
    if (comma == std::u32string_view::npos || month == std::u32string_view::npos || year == std::u32string_view::npos) return false;
    if (comma > 45 || month < comma || year < month || comma == 0 || !mayBePlace(line.substr(0, comma))) return false;
    const std::u32string_view between = text::trim(line.substr(comma + 1, month - comma - 1));
    const std::u32string_view tail = text::trim(line.substr(year + 3));
    const auto figures = [](std::u32string_view part) {
        return part.size() <= 8 && std::none_of(part.begin(), part.end(), text::isLetter);
    };
    return figures(between) && figures(tail);
}

/// Marks between the figures of a date (“5/3/2020”: 2); -1 where there are no figures or anything else.
int figuresWithMarks(std::u32string_view part) {
    constexpr std::size_t kLongest = 14;
    const std::u32string_view numbers = text::trim(part);
    if (numbers.empty() || numbers.size() > kLongest) return -1;
    int marks = 0;
    for (const char32_t c : numbers) {
        const bool mark = c == U'/' || c == U'.' || text::isDash(c);
        if (!mark && !text::isDigit(c) && !text::isSpace(c) && c != U'…') return -1;
        marks += mark ? 1 : 0;
    }
    return marks;
}

/// “Hà Nội, 15/7/2025”: figures alone behind the comma.
bool isDateOfFigures(std::u32string_view line) {
    constexpr std::size_t kYear = 4;
    const auto comma = line.rfind(U',');
    if (comma == std::u32string_view::npos || comma == 0 || comma > 45 || !mayBePlace(line.substr(0, comma))) return false;
    const std::u32string_view numbers = text::trim(line.substr(comma + 1));
    const auto year = numbers.size() > kYear ? numbers.substr(numbers.size() - kYear) : std::u32string_view();
    return figuresWithMarks(numbers) == 2 && !year.empty() && std::all_of(year.begin(), year.end(), text::isDigit) &&
           std::any_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(comma), text::isLetter);
}

/// “Đông Khê, ngày 11 tháng 9 năm 2025”, “Hà Nội, ngày   tháng   năm”, “…, ngày 5/3/2020”.
bool isPlaceDate(const Segment& segment) {
    const std::u32string_view line = segment.text;
    if (line.size() < 8 || line.size() > 90) return false;
    const std::u32string lower = text::toLower(line);
    const auto day = lower.find(U"ngày");
    if (day == std::u32string::npos) return isDateWithoutDay(line, lower) || isDateOfFigures(line);
    if (day > 45) return false;
    const std::u32string_view place = text::trim(line.substr(0, day));
    if (!mayBePlace(place)) return false;
    const std::u32string_view rest = std::u32string_view(lower).substr(day + 4);
    const auto month = rest.find(U"tháng");
    const auto year = rest.find(U"năm");
    if (month != std::u32string_view::npos) {
        const std::size_t behind = year != std::u32string_view::npos && year > month ? year + 3 : month + 5;
        const std::u32string_view tail = text::trim(rest.substr(behind));
        return tail.size() <= 10 && std::none_of(tail.begin(), tail.end(), text::isLetter);
    }
    if (place.empty()) return false;
    // “ngày 5/3/2020”, “ngày 5/3 năm 2020”
    if (year == std::u32string_view::npos) return figuresWithMarks(rest) >= 2;
    return figuresWithMarks(rest.substr(0, year)) == 1 && figuresWithMarks(rest.substr(year + 3)) == 0;
}

bool isAbout(const Segment& segment) {
    const std::u32string lower = text::toLower(std::u32string_view(segment.text).substr(0, 8));
    return lower.starts_with(U"v/v") || lower.starts_with(U"v/ v") || lower.starts_with(U"vv ") || lower.starts_with(U"v.v") ||
           (lower.starts_with(U"về việc") && segment.column != Column::middle && segment.column != Column::full);
}

/// Kind of a mark of urgency, secrecy or circulation, on the skeleton.
std::optional<Kind> markOf(std::u32string_view bones) {
    if (bones == U"hoatoc" || bones == U"thuongkhan" || bones == U"khan" || bones == U"hoatochengio") return Kind::doKhan;
    if (bones == U"tuyetmat" || bones == U"toimat" || bones == U"mat") return Kind::doMat;
    if (bones == U"xemxongtralai" || bones == U"luuhanhnoibo" || bones == U"tailieuthuhoi") return Kind::luuHanh;
    return std::nullopt;
}

bool isAddressee(std::u32string_view bones) { return bones.starts_with(U"kinhgui") || bones.starts_with(U"kinhtrinh"); }

bool isLegalBasis(std::u32string_view line) {
    return line.starts_with(U"Căn cứ") || line.starts_with(U"Theo đề nghị") || line.starts_with(U"Xét đề nghị") ||
           line.starts_with(U"CĂN CỨ") || line.starts_with(U"Xét ") || line.starts_with(U"Theo kết quả");
}

bool isOrder(std::u32string_view bones) {
    return bones == U"quyetdinh" || bones == U"quyetnghi" || bones == U"chithi";
}

/// “I. …”, “1. …”, “Điều 1.”, “Chương I”, “- …”: the subject has ended.
bool startsBody(std::u32string_view line) {
    if (line.empty()) return false;
    if (text::isDash(line.front()) || line.front() == U'+' || line.front() == U'(') return true;
    if (line.starts_with(U"Điều ") || line.starts_with(U"Chương ") || line.starts_with(U"Phần ") || line.starts_with(U"Mục ")) return true;
    std::size_t i = 0;
    while (i < line.size() && (text::isDigit(line[i]) || line[i] == U'I' || line[i] == U'V' || line[i] == U'X')) ++i;
    return i > 0 && i < line.size() && (line[i] == U'.' || line[i] == U'/' || line[i] == U')');
}

/// Groups lines of the left column into names of agencies; a new name begins with an agency's first word.
std::vector<std::vector<const Segment*>> groupAgencies(const Document& document, const std::vector<const Segment*>& lines) {
    std::vector<std::vector<const Segment*>> groups;
    bool anyHead = false;
    for (const Segment* line : lines) {
        const bool head = startsAgency(line->text);
        anyHead = anyHead || head;
        const std::u32string_view before = groups.empty() ? std::u32string_view() : groups.back().back()->text;
        // “VĂN PHÒNG” or “CHỦ TỊCH” alone on its line waits for the name below it.
        const bool waits = before == U"VĂN PHÒNG" || before == U"BAN QUẢN LÝ" || before == U"BAN CHỈ ĐẠO" || before == U"TỔ CÔNG TÁC" ||
                           before == U"HỘI ĐỒNG" || before == U"CƠ QUAN" || before == U"CHỦ TỊCH";
        const bool joined = waits || before.ends_with(U"-") || before.ends_with(U",") || before.ends_with(U" VÀ");
        // Inside one name: “… DÂN TỘC VÀ” goes on; “ỦY BAN” + “NHÂN DÂN” too, for its second line is no head.
        if (groups.empty() || (head && !joined)) {
            groups.push_back({line});
        } else {
            groups.back().push_back(line);
        }
    }
    if (groups.size() == 1 && lines.size() > 1 && !startsAgency(lines.front()->text)) {
        // Unknown words: the bold tail is the issuing agency.
        const auto bold = [&](const Segment* line) {
            return mostly(document, line->range, [](const model::CharFormat& f) { return f.bold; });
        };
        auto tail = std::find_if(lines.begin(), lines.end(), bold);
        if (tail != lines.begin() && tail != lines.end()) {
            groups = {{lines.begin(), tail}, {tail, lines.end()}};
        }
    }
    return groups;
}

std::vector<Range> rangesOf(const std::vector<const Segment*>& lines) {
    std::vector<Range> ranges;
    for (const Segment* line : lines) ranges.push_back(line->range);
    return ranges;
}

class HeaderReader {
public:
    HeaderReader(const Document& document, Analysis& analysis, Zone& zone) : document_(document), analysis_(analysis), zone_(zone) {
        collectSegments(document, zone.first, std::min(zone.last, zone.first + kHeaderParagraphs), segments_);
        used_.resize(segments_.size(), false);
    }

    void read() {
        findLandmarks();
        findAgency();
        findTitle();
        findAddressee();
        zone_.bodyFirst = std::max(zone_.first, end_);
    }

private:
    const Document& document_;
    Analysis& analysis_;
    Zone& zone_;
    std::vector<Segment> segments_;
    std::vector<bool> used_;
    std::int32_t end_ = 0;           ///< first body paragraph behind what was recognised so far
    std::size_t next_ = 0;           ///< first segment behind it
    std::size_t limit_ = 0;          ///< segments from here on are certainly body
    int national_ = -1, motto_ = -1, number_ = -1, date_ = -1, about_ = -1;

    void take(std::size_t i) {
        used_[i] = true;
        const Segment& segment = segments_[i];
        std::int32_t behind = segment.order + (segment.inFrame ? 0 : 1);
        if (!segment.inFrame) {
            const std::int32_t table = outerTable(document_, segment.range.paragraph);
            if (table >= 0) {
                const auto& whole = document_.tables[static_cast<std::size_t>(table)];
                behind = std::max(behind, whole.firstParagraph + whole.paragraphCount);
            }
        }
        end_ = std::max(end_, behind);
        next_ = std::max(next_, i + 1);
    }

    bool bold(const Segment& segment) const {
        return mostly(document_, segment.range, [](const model::CharFormat& f) { return f.bold; });
    }
    bool capitals(const Segment& segment) const {
        return text::isAllUpper(segment.text) ||
               mostly(document_, segment.range, [](const model::CharFormat& f) { return f.caseMap == model::CaseMap::upper; });
    }
    bool centred(const Segment& segment) const {
        return document_.at(segment.range).format.align == model::Align::center;
    }
    bool inTable(const Segment& segment) const { return !segment.inFrame && document_.at(segment.range).cell >= 0; }

    /// Where the body certainly has begun: prose outside tables, a heading, an order line, an addressee.
    void findLimit() {
        limit_ = segments_.size();
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            const Segment& segment = segments_[i];
            if (inTable(segment) || segment.inFrame) continue;
            const bool order = isOrder(segment.bones) && segment.text.ends_with(U":");
            const bool prose = segment.text.size() > kLongestHeaderLine && !centred(segment);
            const bool article = segment.text.starts_with(U"Điều ") || (segment.text.starts_with(U"Căn cứ ") && segment.text.size() > 40);
            if (order || prose || article || isAddressee(segment.bones)) {
                limit_ = i;
                return;
            }
        }
    }

    void findLandmarks() {
        findLimit();
        std::optional<std::size_t> titleAt;
        for (std::size_t i = 0; i < limit_; ++i) {
            const Segment& segment = segments_[i];
            if (segment.text.empty()) continue;
            if (isRuleOfCharacters(segment.text)) continue;
            if (analysis_.parts[static_cast<std::size_t>(zone_.part)].kind == PartKind::copy && !zone_.copyTitle && isCopyTitle(segment.bones)) {
                zone_.copyTitle = true;
                add(document_, analysis_, Kind::banSao, Role::whole, {segment.range}, zone_.part);
                take(i);
                continue;
            }
            if (const auto mark = markOf(segment.bones); mark && capitals(segment)) {
                add(document_, analysis_, *mark, Role::whole, {segment.range}, zone_.part);
                used_[i] = true;
                continue;
            }
            if (segment.bones == U"dangcongsanvietnam") {
                zone_.party = true;
                used_[i] = true;
                continue;
            }
            if (national_ < 0 && matches(segment.bones, kNationalName, 4)) {
                national_ = static_cast<int>(i);
                add(document_, analysis_, Kind::quocHieu, Role::whole, {segment.range}, zone_.part);
                take(i);
                continue;
            }
            if (motto_ < 0 && matches(segment.bones, kMotto, 4)) {
                motto_ = static_cast<int>(i);
                add(document_, analysis_, Kind::tieuNgu, Role::whole, {segment.range}, zone_.part);
                take(i);
                continue;
            }
            if (national_ < 0) {
                if (const auto range = within(document_, segment, kNationalName)) {
                    national_ = static_cast<int>(i);
                    add(document_, analysis_, Kind::quocHieu, Role::whole, {*range}, zone_.part);
                    if (const auto motto = within(document_, segment, kMotto); motto && motto_ < 0) {
                        motto_ = static_cast<int>(i);
                        add(document_, analysis_, Kind::tieuNgu, Role::whole, {*motto}, zone_.part);
                    }
                    take(i);
                    continue;
                }
                // Broken over two lines.
                if (i + 1 < limit_ && segment.bones.starts_with(U"conghoa") && segment.range.story == segments_[i + 1].range.story &&
                    document_.at(segment.range).cell == document_.at(segments_[i + 1].range).cell &&
                    matches(segment.bones + segments_[i + 1].bones, kNationalName, 2)) {
                    national_ = static_cast<int>(i);
                    add(document_, analysis_, Kind::quocHieu, Role::whole, {segment.range, segments_[i + 1].range}, zone_.part);
                    take(i);
                    take(i + 1);
                    ++i;
                    continue;
                }
                // A shortened or misspelt quốc hiệu is still meant as one.
                if (segment.bones.starts_with(U"conghoa") && segment.bones.size() < 40 && segment.text.size() < 60 && bold(segment)) {
                    national_ = static_cast<int>(i);
                    add(document_, analysis_, Kind::quocHieu, Role::whole, {segment.range}, zone_.part);
                    take(i);
                    continue;
                }
            }
            if (titleAt) continue;  // behind the title only marks count
            if (number_ < 0 && isNumberLine(segment) && segment.column != nationalSide()) {
                number_ = static_cast<int>(i);
                add(document_, analysis_, Kind::soKyHieu, Role::whole, {segment.range}, zone_.part);
                readNumber(segment.text);
                take(i);
                continue;
            }
            if (date_ < 0 && isPlaceDate(segment) && segment.column != agencySide()) {
                date_ = static_cast<int>(i);
                add(document_, analysis_, Kind::diaDanhThoiGian, Role::whole, {segment.range}, zone_.part);
                take(i);
                continue;
            }
            if (about_ < 0 && isAbout(segment)) {
                about_ = static_cast<int>(i);
                std::vector<Range> ranges{segment.range};
                take(i);
                // The lines below in the same column belong to it.
                for (std::size_t j = i + 1; j < limit_; ++j) {
                    const Segment& more = segments_[j];
                    if (more.text.empty() || more.column != segment.column || isNumberLine(more) || isPlaceDate(more)) break;
                    if (isRuleOfCharacters(more.text) || markOf(more.bones) || matches(more.bones, kNationalName, 4)) break;
                    if (document_.at(more.range).cell != document_.at(segment.range).cell || more.order > segment.order + 3) break;
                    if (!inTable(segment) && !segment.inFrame && (segment.tabbed || isAddressee(more.bones))) break;
                    ranges.push_back(more.range);
                    take(j);
                }
                add(document_, analysis_, Kind::trichYeu, Role::telegram, std::move(ranges), zone_.part);
                continue;
            }
            if (!inTable(segment) && isTitle(i)) titleAt = i;
        }
        // A number below tiêu ngữ is still the number: where it stands is judged elsewhere.
        if (number_ < 0) {
            for (std::size_t i = 0; i < limit_ && (!titleAt || i < *titleAt); ++i) {
                const Segment& segment = segments_[i];
                if (used_[i] || segment.column != nationalSide() || !isNumberLine(segment)) continue;
                if (segment.text.find(U'/') == std::u32string::npos) continue;
                number_ = static_cast<int>(i);
                add(document_, analysis_, Kind::soKyHieu, Role::whole, {segment.range}, zone_.part);
                readNumber(segment.text);
                take(i);
                break;
            }
        }
        // A date line may stand by itself at the left in odd layouts; it is still the date.
        if (date_ < 0) {
            for (std::size_t i = 0; i < limit_ && (!titleAt || i < *titleAt); ++i) {
                if (used_[i] || !isPlaceDate(segments_[i])) continue;
                date_ = static_cast<int>(i);
                add(document_, analysis_, Kind::diaDanhThoiGian, Role::whole, {segments_[i].range}, zone_.part);
                take(i);
                break;
            }
        }
    }

    void readNumber(std::u32string_view line) {
        // “12/2025/QĐ-UBND” numbers legal normative documents; “37-HD/BTG” the Party's.
        const auto first = line.find(U'/');
        if (first == std::u32string_view::npos) return;
        const auto second = line.find(U'/', first + 1);
        if (second != std::u32string_view::npos) {
            const auto year = text::trim(line.substr(first + 1, second - first - 1));
            const bool fourDigits = year.size() == 4 && std::all_of(year.begin(), year.end(), text::isDigit);
            if (fourDigits || (year.empty() && line.size() > first + 2)) zone_.yearInNumber = fourDigits;
        }
        const std::u32string_view before = line.substr(0, first);
        const auto dash = std::find_if(before.begin(), before.end(), [](char32_t c) { return text::isDash(c); });
        if (dash != before.end() && dash != before.begin() && text::isDigit(*(dash - 1)) && dash + 1 != before.end() && text::isUpper(*(dash + 1))) {
            zone_.party = true;
        }
    }

    /// Quốc hiệu stands at the right; a header with its columns swapped is read as one all the same.
    bool swapped() const { return national_ >= 0 && segments_[static_cast<std::size_t>(national_)].column == Column::left; }
    Column nationalSide() const { return swapped() ? Column::left : Column::right; }
    Column agencySide() const { return swapped() ? Column::right : Column::left; }

    bool isTitle(std::size_t i) const {
        const Segment& segment = segments_[i];
        const auto match = matchTitle(segment.text);
        if (!match) return false;
        const int signs = (capitals(segment) ? 1 : 0) + (bold(segment) ? 1 : 0) + (centred(segment) ? 1 : 0);
        return signs >= 2;
    }

    void findAgency() {
        // Left-column lines above the number, or beside quốc hiệu where there is no number.
        std::vector<const Segment*> lines;
        std::vector<std::size_t> indices;
        const std::size_t stop = number_ >= 0 ? static_cast<std::size_t>(number_) : limit_;
        for (std::size_t i = 0; i < stop && i < limit_; ++i) {
            const Segment& segment = segments_[i];
            if (used_[i] || segment.text.empty() || isRuleOfCharacters(segment.text)) continue;
            if (segment.column == nationalSide()) continue;
            if (isPlaceDate(segment) || isNumberLine(segment) || isAbout(segment)) continue;
            if (inTable(segment) || segment.inFrame || segment.tabbed) {
                if (segment.column == Column::middle && lines.empty() && !startsAgency(segment.text)) continue;
                if (inTable(segment) && segment.text.size() > 120) continue;
            } else {
                // Plain lines: above quốc hiệu, number or date only, and looking like a name.
                const int landmark = std::max({number_, national_, date_});
                if (landmark < 0 || static_cast<int>(i) > landmark) break;
                if (!capitals(segment) && !startsAgency(segment.text)) continue;
                if (matchTitle(segment.text)) break;
            }
            if (segment.text.starts_with(U"(") || segment.bones == U"duthao") continue;
            if (number_ < 0 && !sameBlock(i)) continue;
            lines.push_back(&segment);
            indices.push_back(i);
        }
        if (lines.empty()) return;
        auto groups = groupAgencies(document_, lines);
        for (const std::size_t i : indices) take(i);
        add(document_, analysis_, Kind::coQuanBanHanh, Role::whole, rangesOf(groups.back()), zone_.part);
        groups.pop_back();
        for (const auto& group : groups) add(document_, analysis_, Kind::coQuanChuQuan, Role::whole, rangesOf(group), zone_.part);
    }

    /// In the table, frame or line block of quốc hiệu, tiêu ngữ or the date.
    bool sameBlock(std::size_t i) const {
        for (const int landmark : {national_, motto_, date_}) {
            if (landmark < 0) continue;
            const Segment& mark = segments_[static_cast<std::size_t>(landmark)];
            const Segment& one = segments_[i];
            if (one.inFrame || mark.inFrame) return one.inFrame == mark.inFrame || std::abs(one.order - mark.order) <= 2;
            const auto table = outerTable(document_, one.range.paragraph);
            if (table >= 0 ? table == outerTable(document_, mark.range.paragraph) : std::abs(one.order - mark.order) <= 2) return true;
        }
        return false;
    }

    void findTitle() {
        const bool anyHeader = national_ >= 0 || motto_ >= 0 || number_ >= 0 || date_ >= 0;
        std::size_t i = 0;
        std::optional<std::size_t> at;
        for (i = 0; i < segments_.size(); ++i) {
            const Segment& segment = segments_[i];
            if (used_[i] || segment.text.empty()) continue;
            if (i > limit_ + 1) break;
            if (segment.inFrame || segment.column == Column::left || segment.column == Column::right) {
                if (inTable(segment) || segment.inFrame) continue;
            }
            if (zone_.copyTitle) break;
            if (isTitle(i)) {
                at = i;
                break;
            }
            if (isAddressee(segment.bones)) break;
            // Nothing else may stand between the header and the title but marks and remarks in brackets.
            if (anyHeader && static_cast<int>(i) > std::max({national_, motto_, number_, date_}) && !inTable(segment) &&
                segment.text.size() > 60 && !centred(segment)) {
                break;
            }
        }
        if (!at) {
            typeFromNumber();
            if (zone_.type != nullptr && zone_.type->abbreviation != "CV") findSubjectWithoutTitle();
            return;
        }
        const Segment& title = segments_[*at];
        const TitleMatch match = *matchTitle(title.text);
        zone_.titleFound = true;
        zone_.legal = match.legal;
        zone_.type = match.type;
        add(document_, analysis_, Kind::tenLoai, Role::whole, {title.range}, zone_.part);
        take(*at);
        findSubject(*at + 1);
    }

    /// “Chủ tịch Ủy ban nhân dân xã An Bình” in small letters, between the subject and the legal bases: the line that
    /// names who decides. A subject may end with the same words, so the line must also be set off from it.
    bool isSmallAuthority(std::size_t i, bool first) const {
        if (zone_.type == nullptr || (zone_.type->abbreviation != "QĐ" && zone_.type->abbreviation != "NQ")) return false;
        const Segment& segment = segments_[i];
        const Element* agency = analysis_.first(Kind::coQuanBanHanh, zone_.part);
        if (agency == nullptr || inTable(segment)) return false;
        const std::u32string name = text::skeleton(agency->text);
        if (!segment.bones.ends_with(name) || (segment.bones != name && !isPositionLine(segment.text))) return false;
        constexpr model::Hmm kSetOff = 100;
        if (!first && document_.at(segment.range).format.spaceBefore < kSetOff) return false;
        const auto next = std::find_if(segments_.begin() + static_cast<std::ptrdiff_t>(i) + 1, segments_.end(),
                                       [](const Segment& other) { return !other.inFrame && !other.text.empty(); });
        return next != segments_.end() && isLegalBasis(next->text);
    }

    /// The title was forgotten: the bold line in the middle below the header is still the subject.
    void findSubjectWithoutTitle() {
        for (std::size_t i = std::max<std::size_t>(next_, 1); i < limit_; ++i) {
            const Segment& segment = segments_[i];
            if (segment.text.empty() || segment.inFrame || isRuleOfCharacters(segment.text)) continue;
            if (!used_[i] && !inTable(segment) && centred(segment) && bold(segment) && !capitals(segment)) findSubject(i);
            return;
        }
    }

    /// “Số: 12/HĐ-TN” below the title, where contracts have it. Elsewhere it is the number, in the wrong place.
    void takeNumberBelowTitle(std::size_t i) {
        const bool free = zone_.type != nullptr && (zone_.type->abbreviation == "HĐ" || zone_.type->abbreviation == "BGN" || zone_.type->abbreviation == "BTT");
        if (number_ < 0 && !free) {
            number_ = static_cast<int>(i);
            add(document_, analysis_, Kind::soKyHieu, Role::whole, {segments_[i].range}, zone_.part);
        }
        take(i);
    }

    void findSubject(std::size_t i) {
        std::vector<Range> ranges;
        std::int32_t lastOrder = segments_[i - 1].order;
        for (; i < segments_.size(); ++i) {
            const Segment& segment = segments_[i];
            if (segment.inFrame) continue;
            if (segment.text.empty()) {
                if (!ranges.empty() && segment.order > lastOrder + 1) break;
                continue;
            }
            if (isRuleOfCharacters(segment.text)) {
                if (!ranges.empty()) break;
                continue;
            }
            if (isAddressee(segment.bones) || isOrder(segment.bones) || isLegalBasis(segment.text)) break;
            if (segment.bones.starts_with(U"kemtheo") && segment.text.front() == U'(') {
                zone_.attachedNote = true;
                add(document_, analysis_, Kind::phuLuc, Role::attached, {segment.range}, zone_.part);
                take(i);
                lastOrder = segment.order;
                break;
            }
            if (startsBody(segment.text)) break;
            if (isNumberLine(segment) && segment.text.find(U'/') != std::u32string::npos) {
                takeNumberBelowTitle(i);
                lastOrder = segment.order;
                continue;
            }
            const bool authority = capitals(segment) && (startsAgency(segment.text) || isPositionLine(segment.text));
            if (authority && (zone_.type == nullptr || zone_.type->abbreviation == "QĐ" || zone_.type->abbreviation == "NQ") &&
                (!ranges.empty() || isPositionLine(segment.text) || segment.bones.starts_with(U"uyban"))) {
                break;
            }
            if (isSmallAuthority(i, ranges.empty())) break;
            const model::ParagraphFormat& format = document_.at(segment.range).format;
            const bool indented = format.firstLineIndent > 300;
            const bool looksSubject = centred(segment) || (bold(segment) && !indented && segment.text.size() < 260) ||
                                      (ranges.empty() && !indented && segment.text.size() < kLongestHeaderLine &&
                                       format.align != model::Align::justify && !text::endsWith(segment.text, U":"));
            if (!looksSubject) {
                // An indented bold first line that a drawn line belongs to is the subject set wrongly.
                const bool anchored = ranges.empty() && bold(segment) && segment.text.size() < 260 && !text::endsWith(segment.text, U":");
                if (!anchored) break;
            }
            if (!ranges.empty()) {
                // Further lines look like the first one.
                const Range& before = ranges.front();
                const bool sameBold = bold(segment) == mostly(document_, before, [](const model::CharFormat& f) { return f.bold; });
                if (!sameBold || !centred(segment) || segment.order > lastOrder + 1) break;
                if (capitals(segment) && !text::isAllUpper(text::squeeze(document_.at(before).text))) break;
            } else if (segment.text.front() == U'(') {
                break;
            }
            ranges.push_back(segment.range);
            lastOrder = segment.order;
            take(i);
        }
        if (!ranges.empty()) add(document_, analysis_, Kind::trichYeu, Role::whole, std::move(ranges), zone_.part);
        // “(Kèm theo …)” may follow behind the separator.
        for (std::size_t j = next_; j < segments_.size() && j < next_ + 4 && !zone_.attachedNote; ++j) {
            const Segment& segment = segments_[j];
            if (segment.text.empty() || isRuleOfCharacters(segment.text)) continue;
            if (segment.bones.starts_with(U"kemtheo") || segment.bones.starts_with(U"banhanhkemtheo")) {
                zone_.attachedNote = true;
                add(document_, analysis_, Kind::phuLuc, Role::attached, {segment.range}, zone_.part);
                take(j);
            }
            break;
        }
    }

    /// No title line: the symbol tells the type, and a công văn has none.
    void typeFromNumber() {
        const Element* number = analysis_.first(Kind::soKyHieu, zone_.part);
        if (about_ >= 0) {
            zone_.type = documentType("CV");
            return;
        }
        if (number == nullptr) return;
        const std::string head = text::toUtf8(symbolHead(number->text));
        if (const DocumentType* type = documentType(head); type != nullptr && type->inSymbol) {
            zone_.type = type;
        } else if (!head.empty()) {
            zone_.type = documentType("CV");
        }
    }

    /// The next line begins with a dash.
    bool dashBehind(std::size_t i) const {
        const auto next = std::find_if(segments_.begin() + static_cast<std::ptrdiff_t>(i) + 1, segments_.end(),
                                       [](const Segment& other) { return !other.inFrame && !other.text.empty(); });
        return next != segments_.end() && text::isDash(next->text.front());
    }

    void findAddressee() {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            const Segment& segment = segments_[i];
            if (used_[i] || !isAddressee(segment.bones) || segment.inFrame) continue;
            if (segment.order < zone_.first || segment.text.size() > 400) continue;
            const bool early = segment.order <= end_ + 12;
            if (!early) return;
            // “Kính gửi ông …” in running text is prose; the element ends its words with a colon or is short.
            const auto colon = segment.text.find(U':');
            const bool alone = segment.bones == U"kinhgui";
            if (colon == std::u32string::npos && segment.text.size() > 120) return;
            add(document_, analysis_, Kind::kinhGui, alone ? Role::word : Role::whole, {segment.range}, zone_.part);
            take(i);
            const bool expectsList = alone || segment.text.ends_with(U":");
            const std::int32_t table = outerTable(document_, segment.range.paragraph);
            constexpr model::Hmm kListEdge = 2500;
            const auto isEnd = [](char32_t c) { return c == U';' || c == U'.' || c == U','; };
            model::Hmm listEdge = 0;
            int listed = 0;
            for (std::size_t j = i + 1; j < segments_.size(); ++j) {
                const Segment& more = segments_[j];
                if (more.text.empty()) {
                    if (table >= 0 && outerTable(document_, more.range.paragraph) == table) continue;
                    if (expectsList && j == i + 1) continue;
                    break;
                }
                const bool dash = text::isDash(more.text.front()) || more.text.front() == U'+' || (!more.inFrame && !document_.at(more.range).listLabel.empty());
                const bool sameTable = table >= 0 && outerTable(document_, more.range.paragraph) == table;
                // A list under “Kính gửi:” is set far to the right of the body's own dashes.
                const model::ParagraphFormat& format = document_.at(more.range).format;
                const bool bulletOfBody = !sameTable && !expectsList && format.leftMargin + format.firstLineIndent < kListEdge;
                if (more.inFrame || more.text.size() > kLongestHeaderLine) break;
                // Set where the list's line above is set, far from the body's edge: still the list, dash or not.
                constexpr model::Hmm kSameEdge = 150;
                const model::Hmm edge = format.leftMargin + format.firstLineIndent;
                const bool aligned = listEdge >= kListEdge && std::abs(edge - listEdge) <= kSameEdge;
                const bool undashed = aligned && startsAgency(more.text) && isEnd(more.text.back());
                // “Kính gửi:” alone on its line must be followed by somebody, though the dash is missing.
                const bool forgotten = alone && listed < 2 && (more.text.back() == U';' || (dashBehind(j) && isEnd(more.text.back())));
                if (!(dash && !bulletOfBody) && !undashed && !forgotten && !sameTable) break;
                ++listed;
                add(document_, analysis_, Kind::kinhGui, Role::list, {more.range}, zone_.part);
                take(j);
                listEdge = edge;
                const bool listGoesOn = edge >= kListEdge && !bulletOfBody;
                if (text::endsWith(more.text, U".") && !sameTable && !listGoesOn) break;
            }
            return;
        }
    }
};

}  // namespace

bool startsAgency(std::u32string_view line) {
    // “SỐ 1 NẬM SƯƠNG” is the rest of a school's name, no “SỞ”.
    if (text::toLower(text::nfc(line.substr(0, 3))).starts_with(U"số ")) return false;
    const std::u32string bones = spacedBones(line);
    return std::any_of(kAgencyHeads.begin(), kAgencyHeads.end(), [&](std::u32string_view head) {
        return bones.starts_with(head) && (bones.size() == head.size() || bones[head.size()] == U' ');
    });
}

bool isRuleOfCharacters(std::u32string_view line) {
    if (line.size() < 3) return false;
    return std::all_of(line.begin(), line.end(), [](char32_t c) {
        return c == U'_' || text::isDash(c) || c == U'─' || c == U'━' || c == U'=' || c == U'*' || c == U'¯' || c == U' ' || c == U'o';
    }) && std::count(line.begin(), line.end(), U' ') * 2 < static_cast<std::ptrdiff_t>(line.size()) &&
           std::count(line.begin(), line.end(), U'o') <= 3;
}

bool isCopyTitle(std::u32string_view bones) {
    constexpr std::array<std::u32string_view, 9> kTitles{U"saoy", U"saoluc", U"trichsao", U"saoybanchinh", U"saoybangoc",
                                                         U"bansaoy", U"bansaoluc", U"bantrichsao", U"saoychinhban"};
    return std::find(kTitles.begin(), kTitles.end(), bones) != kTitles.end();
}

void recogniseHeader(const Document& document, Analysis& analysis, Zone& zone) { HeaderReader(document, analysis, zone).read(); }

}  // namespace thethuc::elements
