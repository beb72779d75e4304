#include <algorithm>
#include <array>
#include <map>

#include "elements/recognise.hpp"
#include "text/text.hpp"

namespace thethuc::elements {

using model::Document;
using model::Range;

namespace {

constexpr std::array<std::u32string_view, 34> kPositions{
    U"chutich",     U"phochutich",  U"giamdoc",     U"phogiamdoc",   U"tonggiamdoc", U"photonggiamdoc", U"botruong",   U"thutruong",
    U"chanhvanphong", U"phochanhvanphong", U"truong", U"photruong",  U"hieutruong",  U"phohieutruong",  U"cuctruong",  U"phocuctruong",
    U"vutruong",    U"phovutruong", U"tongcuctruong", U"photongcuctruong", U"chicuctruong", U"phochicuctruong", U"vientruong", U"phovientruong",
    U"thutuong",    U"phothutuong", U"chanhthanhtra", U"phochanhthanhtra", U"thuky",  U"chutoa",         U"bonhiem",    U"bithu",
    U"phobithu",    U"nguoi"};

constexpr std::array<std::u32string_view, 6> kEndSkeletons{U"dakyso", U"daky", U"kyten", U"kytenvadongdau", U"kyghirohoten", U"chukycuanguoi"};

/// The title that is a surname without its marks: “TRƯỞNG PHÒNG”, but “Trương Quang Vinh”.
constexpr std::u32string_view kHead = U"truong";

/// What stands behind “TRƯỞNG” in a title.
constexpr std::array<std::u32string_view, 16> kHeadOf{U"phong", U"ban", U"doan", U"khoa", U"bo", U"to", U"tram", U"cong",
                                                      U"thon", U"ap", U"khu", U"dai", U"nganh", U"trung", U"nhom", U"tieu"};

/// “Trương Quang Vinh”, “TRƯƠNG QUANG VINH”: a person called Trương, no “trưởng” of anything. A misspelt mark still makes a
/// title where the name of a unit follows.
bool isSurname(std::u32string_view line) {
    const std::size_t space = line.find(U' ');
    if (space == std::u32string_view::npos) return false;
    const std::u32string_view behind = line.substr(space + 1);
    const std::u32string next = text::skeleton(behind.substr(0, behind.find(U' ')));
    if (std::find(kHeadOf.begin(), kHeadOf.end(), next) != kHeadOf.end()) return false;
    if (text::toLower(text::nfc(line.substr(0, space))) != U"trưởng") return true;
    // “Trưởng Thị Lan”: every word with a capital, as only names have.
    bool wordStart = true;
    bool small = false;
    for (const char32_t c : line) {
        if (wordStart && !text::isUpper(c)) return false;
        small = small || text::isLower(c);
        wordStart = c == U' ';
    }
    return small;
}

bool inCapitals(const Document& document, const Segment& segment) {
    return text::isAllUpper(segment.text) ||
           mostly(document, segment.range, [](const model::CharFormat& f) { return f.caseMap == model::CaseMap::upper; });
}

/// All words that are looked for in bones are shorter.
constexpr std::size_t kLongestBones = 32;

bool isRecipientsWord(std::u32string_view bones) { return bones == U"noinhan" || bones == U"noigui"; }

/// The first “Nơi nhận” ends the part.
bool endsPart(const Segment& segment) { return !segment.inFrame && isRecipientsWord(segment.bones); }

bool isSignRemark(const Segment& segment) {
    if (segment.text.empty()) return false;
    if (segment.text.front() == U'(' && segment.text.size() < 60) return true;
    return std::find(kEndSkeletons.begin(), kEndSkeletons.end(), segment.bones) != kEndSkeletons.end();
}

/// Two to six words, letters only: what a person's name looks like. With `anyCase` small letters may begin words.
bool looksLikeName(const Segment& segment, bool anyCase = false) {
    std::u32string_view line = segment.text;
    if (line.size() < 4 || line.size() > 60) return false;
    // “TS. Nguyễn Văn A”, “PGS.TS Trần B”: the prefix is judged by a rule, the name is a name.
    const auto spaces = std::count(line.begin(), line.end(), U' ');
    // “K’Brể”: a name may be one word, joined by an apostrophe.
    const bool joined = line.find_first_of(U"'’") != std::u32string_view::npos;
    if ((spaces < 1 && !joined) || spaces > 6) return false;
    if (std::any_of(line.begin(), line.end(), [](char32_t c) { return text::isDigit(c) || c == U':' || c == U';' || c == U'/'; })) return false;
    bool wordStart = true;
    for (const char32_t c : line) {
        if (!anyCase && wordStart && text::isLower(c)) return false;
        wordStart = c == U' ' || c == U'.';
    }
    return true;
}

struct Block {
    std::vector<const Segment*> authority;
    const Segment* name = nullptr;
    std::vector<const Segment*> recipients;      ///< “Nơi nhận:” first
};

class EndingReader {
public:
    EndingReader(const Document& document, Analysis& analysis, Zone& zone) : document_(document), analysis_(analysis), zone_(zone) {}

    void read(std::int32_t& behind) {
        collect();
        const std::int32_t start = findStart();
        if (start < 0) {
            zone_.bodyLast = zone_.last;
            behind = zone_.last;
            return;
        }
        // The end block is this table, or the lines from here on.
        std::int32_t end = start;
        const std::int32_t table = outerTable(document_, start);
        if (table >= 0) {
            readTable(table);
            const auto& whole = document_.tables[static_cast<std::size_t>(table)];
            zone_.bodyLast = whole.firstParagraph;
            end = whole.firstParagraph + whole.paragraphCount;
            end = readBehindTable(end);
        } else {
            zone_.bodyLast = start;
            end = readLines(start);
        }
        behind = end;
    }

private:
    const Document& document_;
    Analysis& analysis_;
    Zone& zone_;
    std::vector<Segment> segments_;

    /// The lines of the part; none far behind “Nơi nhận”, which ends it: what follows are appendices, perhaps hundreds of pages.
    void collect() {
        constexpr std::int32_t kSlice = 256, kFarBehind = 100;
        std::size_t looked = 0;
        std::int32_t last = zone_.last;
        for (std::int32_t first = zone_.bodyFirst; first < last;) {
            const std::int32_t end = std::min(last, first + kSlice);
            collectSegments(document_, first, end, segments_, kLongestBones);
            first = end;
            if (last < zone_.last) continue;
            const auto found = std::find_if(segments_.begin() + static_cast<std::ptrdiff_t>(looked), segments_.end(), endsPart);
            looked = segments_.size();
            if (found == segments_.end()) continue;
            const std::int32_t table = outerTable(document_, found->order);
            std::int32_t behind = found->order + 1;
            if (table >= 0) {
                const auto& whole = document_.tables[static_cast<std::size_t>(table)];
                behind = whole.firstParagraph + whole.paragraphCount;
            }
            last = std::min(last, std::max(first, behind + kFarBehind));
        }
    }

    bool bold(const Segment& segment) const {
        return mostly(document_, segment.range, [](const model::CharFormat& f) { return f.bold; });
    }

    bool authorityLike(const Segment& segment) const {
        return isAuthorityLine(segment.text) || (isPositionLine(segment.text) && (inCapitals(document_, segment) || bold(segment)) && segment.text.size() < 90);
    }

    /// First paragraph of the end block: the table or line with “Nơi nhận”, or of the signature.
    std::int32_t findStart() const {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            const Segment& segment = segments_[i];
            if (!endsPart(segment)) continue;
            std::int32_t start = segment.order;
            if (outerTable(document_, start) < 0) start = signatureAbove(i, start);
            return start;
        }
        // No recipients: a table whose cell reads like a signature, or such lines outside tables.
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            const Segment& segment = segments_[i];
            if (segment.inFrame || !authorityLike(segment)) continue;
            const bool strong = isAuthorityLine(segment.text);
            const std::int32_t table = outerTable(document_, segment.order);
            if (table >= 0) {
                if (document_.tables[static_cast<std::size_t>(table)].bordered) continue;
                if (followedByName(i) || strong) return document_.tables[static_cast<std::size_t>(table)].firstParagraph;
                continue;
            }
            const Column column = segment.column;
            if (!inCapitals(document_, segment) || !bold(segment) || column == Column::full) continue;
            if (followedByName(i)) return segment.order;
        }
        return -1;
    }

    /// A signature may stand in lines above a “Nơi nhận” that has no table.
    std::int32_t signatureAbove(std::size_t recipients, std::int32_t start) const {
        std::size_t steps = 0;
        std::int32_t found = start;
        for (std::size_t i = recipients; i-- > 0 && steps < 16; ++steps) {
            const Segment& segment = segments_[i];
            if (segment.text.size() > 120) break;
            const std::int32_t table = outerTable(document_, segment.order);
            if (table >= 0) {
                if (!document_.tables[static_cast<std::size_t>(table)].bordered && authorityLike(segment)) {
                    found = document_.tables[static_cast<std::size_t>(table)].firstParagraph;
                }
                continue;
            }
            if (authorityLike(segment) && inCapitals(document_, segment)) found = segment.order;
        }
        return found;
    }

    bool followedByName(std::size_t i) const {
        std::size_t seen = 0;
        for (std::size_t j = i + 1; j < segments_.size() && seen < 5; ++j) {
            const Segment& segment = segments_[j];
            if (segment.text.empty() || isSignRemark(segment)) continue;
            ++seen;
            if (authorityLike(segment)) continue;
            return looksLikeName(segment);
        }
        return false;
    }

    void readTable(std::int32_t table) {
        // Cells of side columns, top to bottom: one reading per column.
        std::map<std::int32_t, std::vector<const Segment*>> columns;
        for (const Segment& segment : segments_) {
            if (segment.inFrame || outerTable(document_, segment.order) != table) continue;
            const Area area = areaOf(document_, segment.range);
            columns[area.left / 500].push_back(&segment);
        }
        for (auto& [left, lines] : columns) {
            Block block;
            readColumn(lines, block);
            emit(block);
        }
    }

    /// “Nơi nhận” may stand below the signature's table.
    std::int32_t readBehindTable(std::int32_t end) {
        if (analysis_.first(Kind::noiNhan, zone_.part) != nullptr) return end;
        std::vector<const Segment*> lines;
        std::int32_t last = end;
        for (const Segment& segment : segments_) {
            if (segment.inFrame || segment.order < end || segment.order > end + 30) continue;
            if (outerTable(document_, segment.order) >= 0) break;
            if (lines.empty() && segment.text.empty()) continue;
            if (lines.empty() && !isRecipientsWord(segment.bones)) break;
            if (!lines.empty() && !segment.text.empty() && !text::isDash(segment.text.front()) && !segment.bones.starts_with(U"luu")) break;
            lines.push_back(&segment);
            last = segment.order + 1;
        }
        Block block;
        readColumn(lines, block);
        emit(block);
        return lines.empty() ? end : last;
    }

    std::int32_t readLines(std::int32_t start) {
        // Two columns by tabs are told apart by their column, plain lines follow each other.
        std::vector<const Segment*> left;
        std::vector<const Segment*> right;
        std::int32_t end = start;
        std::int32_t blanks = 0;
        for (const Segment& segment : segments_) {
            if (segment.inFrame || segment.order < start || segment.order > start + 60) continue;
            if (outerTable(document_, segment.order) >= 0) break;
            if (segment.text.size() > 160) break;
            if (segment.text.empty()) {
                if (++blanks > 12) break;
                continue;
            }
            if (segment.bones.starts_with(U"phuluc") || matchTitle(segment.text)) break;
            const auto& breakBefore = document_.at(segment.range).breakBefore;
            if (breakBefore && segment.order > start) break;
            blanks = 0;
            const bool recipient = isRecipientsWord(segment.bones) || text::isDash(segment.text.front()) || segment.bones.starts_with(U"luu");
            (recipient ? left : right).push_back(&segment);
            end = segment.order + 1;
        }
        Block recipients;
        readColumn(left, recipients);
        Block signature;
        readColumn(right, signature);
        signature.recipients.insert(signature.recipients.end(), recipients.recipients.begin(), recipients.recipients.end());
        emit(signature);
        return end;
    }

    void readColumn(const std::vector<const Segment*>& lines, Block& block) const {
        bool recipients = false;
        const Segment* last = nullptr;
        for (const Segment* line : lines) {
            if (line->text.empty() || isRuleOfCharacters(line->text)) continue;
            if (isRecipientsWord(line->bones)) recipients = true;
            if (recipients) {
                block.recipients.push_back(line);
                continue;
            }
            if (isSignRemark(*line)) continue;
            if (text::isDash(line->text.front()) && line->text.size() > 2) continue;
            const bool afterName = block.name != nullptr;
            if (afterName) continue;
            if (authorityLike(*line) || (block.authority.empty() && inCapitals(document_, *line))) {
                block.authority.push_back(line);
            } else if (!block.authority.empty() && last != nullptr && inCapitals(document_, *line) && !looksLikeName(*line) && line->text.size() < 90) {
                // A title or an authority wrapped by hand.
                block.authority.push_back(line);
            } else if (looksLikeName(*line, !block.authority.empty() && bold(*line)) && (!block.authority.empty() || bold(*line))) {
                // In capitals right below the authority it may be the wrapped rest of it: the name comes last.
                const bool more = std::any_of(lines.begin(), lines.end(), [&](const Segment* other) {
                    return other != line && std::pair(other->order, other->range.start) > std::pair(line->order, line->range.start) &&
                           (looksLikeName(*other) || authorityLike(*other)) && !isSignRemark(*other) && !isRecipientsWord(other->bones) &&
                           !(other->text.empty());
                });
                if (more && inCapitals(document_, *line) && !block.authority.empty()) {
                    block.authority.push_back(line);
                } else if (!(more && block.authority.empty())) {
                    block.name = line;
                }
            }
            last = line;
        }
    }

    void emit(const Block& block) {
        for (const Segment* line : block.authority) {
            add(document_, analysis_, Kind::quyenHanChucVu, isAuthorityLine(line->text) ? Role::authority : Role::position, {line->range}, zone_.part);
        }
        if (block.name != nullptr) add(document_, analysis_, Kind::hoTen, Role::whole, {block.name->range}, zone_.part);
        bool luuSeen = false;
        for (const Segment* line : block.recipients) {
            if (isRecipientsWord(line->bones)) {
                add(document_, analysis_, Kind::noiNhan, Role::word, {line->range}, zone_.part);
                continue;
            }
            const bool luu = line->bones.starts_with(U"luu");
            if (luuSeen && !luu) {
                // Behind “Lưu:” stand the drafter's code and the number of copies.
                add(document_, analysis_, Kind::nguoiSoanThao, Role::whole, {line->range}, zone_.part);
                continue;
            }
            luuSeen = luuSeen || luu;
            add(document_, analysis_, Kind::noiNhan, luu ? Role::luu : Role::list, {line->range}, zone_.part);
        }
    }
};

}  // namespace

bool isAuthorityLine(std::u32string_view line) {
    // TM. KT. TL. TUQ. Q. and the ways they are mistyped: T/M, TM/, “TM ỦY BAN …”.
    const std::u32string upper = text::toUpper(line.substr(0, 6));
    for (const std::u32string_view prefix : {std::u32string_view(U"TM"), std::u32string_view(U"KT"), std::u32string_view(U"TL"),
                                             std::u32string_view(U"TUQ"), std::u32string_view(U"T/M"), std::u32string_view(U"K/T"),
                                             std::u32string_view(U"T/L"), std::u32string_view(U"T.M"), std::u32string_view(U"K.T"),
                                             std::u32string_view(U"T.L"), std::u32string_view(U"T.UQ")}) {
        if (!upper.starts_with(prefix) || upper.size() <= prefix.size()) continue;
        const char32_t next = upper[prefix.size()];
        if (next == U'.' || next == U'/' || next == U' ' || next == U',' || next == U':') return true;
    }
    // “Q CHỦ TỊCH”: the full stop was forgotten.
    if (upper.starts_with(U"Q ") || upper.starts_with(U"Q/")) return isPositionLine(line.substr(2));
    return upper.starts_with(U"Q. ") || upper.starts_with(U"Q.") || upper.starts_with(U"QUYỀN ");
}

bool isPositionLine(std::u32string_view line) {
    if (line.size() > 90) return false;
    const std::u32string bones = text::skeleton(text::trim(line));
    return std::any_of(kPositions.begin(), kPositions.end(), [&](std::u32string_view word) {
        return bones.starts_with(word) && (word != kHead || !isSurname(text::trim(line)));
    });
}

void recogniseEnding(const Document& document, Analysis& analysis, Zone& zone, std::int32_t& behind) {
    EndingReader(document, analysis, zone).read(behind);
}

}  // namespace thethuc::elements
