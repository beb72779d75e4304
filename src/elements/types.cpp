#include "elements/types.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/text.hpp"

namespace thethuc::elements {

namespace {

constexpr std::array<DocumentType, 29> kTypes{{
    {"NQ", U"NGHỊ QUYẾT", true},
    {"QĐ", U"QUYẾT ĐỊNH", true},
    {"CT", U"CHỈ THỊ", true},
    {"QC", U"QUY CHẾ", true},
    {"QyĐ", U"QUY ĐỊNH", true},
    {"TC", U"THÔNG CÁO", true},
    {"TB", U"THÔNG BÁO", true},
    {"HD", U"HƯỚNG DẪN", true},
    {"CTr", U"CHƯƠNG TRÌNH", true},
    {"KH", U"KẾ HOẠCH", true},
    {"PA", U"PHƯƠNG ÁN", true},
    {"ĐA", U"ĐỀ ÁN", true},
    {"DA", U"DỰ ÁN", true},
    {"BC", U"BÁO CÁO", true},
    {"BB", U"BIÊN BẢN", true},
    {"TTr", U"TỜ TRÌNH", true},
    {"HĐ", U"HỢP ĐỒNG", true},
    {"CV", U"CÔNG VĂN", false},
    {"CĐ", U"CÔNG ĐIỆN", true},
    {"BGN", U"BẢN GHI NHỚ", true},
    {"BTT", U"BẢN THỎA THUẬN", true},
    {"GUQ", U"GIẤY ỦY QUYỀN", true},
    {"GM", U"GIẤY MỜI", true},
    {"GGT", U"GIẤY GIỚI THIỆU", true},
    {"GNP", U"GIẤY NGHỈ PHÉP", true},
    {"PG", U"PHIẾU GỬI", true},
    {"PC", U"PHIẾU CHUYỂN", true},
    {"PB", U"PHIẾU BÁO", true},
    {"TCg", U"THƯ CÔNG", false},
}};

// Titles governed by the law on legal normative documents. Not all of law's types are titles of their own:
// resolutions and decisions are told apart by a year in the number.
constexpr std::array<std::u32string_view, 9> kLegalTitles{
    U"HIẾN PHÁP", U"BỘ LUẬT", U"LUẬT",     U"PHÁP LỆNH",          U"LỆNH",
    U"NGHỊ ĐỊNH", U"THÔNG TƯ", U"THÔNG TƯ LIÊN TỊCH", U"NGHỊ QUYẾT LIÊN TỊCH"};

/// Words that may follow the type's name on its own line: “CHƯƠNG TRÌNH HÀNH ĐỘNG”, “KẾ HOẠCH CÔNG TÁC”.
constexpr std::array<std::u32string_view, 8> kTails{U"hanhdong", U"congtac", U"liennganh", U"lientich", U"phoihop",
                                                    U"tonghop",  U"chuyende", U"tomtat"};

/// Words that “THƯ” begins without being a letter: “THƯ KÝ”, “THƯ VIỆN TỈNH”, “THƯ MỤC”.
constexpr std::array<std::u32string_view, 8> kNoLetters{U"ký", U"viện", U"mục", U"tịch", U"pháp", U"lại", U"từ", U"tín"};

/// “THƯ CHÚC MỪNG”, “THƯ KHEN”, “THƯ CẢM ƠN”: a thư công names its occasion, not its type.
bool isLetterTitle(std::u32string_view line) {
    if (!text::isAllUpper(line)) return false;
    const std::u32string words = text::toLower(text::squeeze(line));
    constexpr std::u32string_view kHead = U"thư";
    if (words == kHead) return true;
    if (!words.starts_with(kHead) || words[kHead.size()] != U' ') return false;
    const std::u32string_view rest = std::u32string_view(words).substr(kHead.size() + 1);
    return std::none_of(kNoLetters.begin(), kNoLetters.end(), [&](std::u32string_view word) {
        return rest.starts_with(word) && (rest.size() == word.size() || rest[word.size()] == U' ');
    });
}

/// Position in `line` just behind the first `count` letters and digits.
std::size_t behindLetters(std::u32string_view line, std::size_t count) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (seen == count) return i;
        if (!text::skeleton(line.substr(i, 1)).empty()) ++seen;
    }
    return line.size();
}

}  // namespace

std::span<const DocumentType> documentTypes() noexcept { return kTypes; }

const DocumentType* documentType(std::string_view abbreviation) noexcept {
    const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                    [&](const DocumentType& type) { return type.abbreviation == abbreviation; });
    return found == kTypes.end() ? nullptr : &*found;
}

std::optional<TitleMatch> matchTitle(std::u32string_view line) {
    if (line.empty() || line.size() > 60) return std::nullopt;
    const char32_t last = line.back();
    if (last == U';' || last == U',') return std::nullopt;
    const std::u32string bones = text::skeleton(line);
    if (last == U':') {
        // “BÁO CÁO:” is a title all the same; “QUYẾT ĐỊNH:”, “CHỈ THỊ:” open what is decided.
        constexpr std::array<std::string_view, 3> kDeciding{"NQ", "QĐ", "CT"};
        if (!text::isAllUpper(line)) return std::nullopt;
        const auto type = std::find_if(kTypes.begin(), kTypes.end(), [&](const DocumentType& one) { return bones == text::skeleton(one.name); });
        if (type == kTypes.end() || std::find(kDeciding.begin(), kDeciding.end(), type->abbreviation) != kDeciding.end()) return std::nullopt;
        return TitleMatch{&*type, false, line.size()};
    }
    for (const auto title : kLegalTitles) {
        const std::u32string name = text::skeleton(title);
        if (bones == name) return TitleMatch{nullptr, true, line.size()};
        // “LUẬT TỔ CHỨC …”: a law's name stands on the line of its type or below it.
        if ((name == U"luat" || name == U"boluat") && bones.starts_with(name) && text::isAllUpper(line)) {
            return TitleMatch{nullptr, true, line.size()};
        }
    }
    for (const auto& type : kTypes) {
        const std::u32string name = text::skeleton(type.name);
        if (!bones.starts_with(name)) continue;
        const std::u32string_view tail = std::u32string_view(bones).substr(name.size());
        const bool known = std::find(kTails.begin(), kTails.end(), tail) != kTails.end();
        if (tail.empty() || known) return TitleMatch{&type, false, line.size()};
        // A dangling “BÁO CÁO (Tháng 9)” or “BÁO CÁO TUẦN 12”: the name is the title all the same when the line is in capitals.
        if (text::isAllUpper(line)) return TitleMatch{&type, false, behindLetters(line, name.size())};
    }
    if (isLetterTitle(line)) return TitleMatch{documentType("TCg"), false, line.size()};
    return std::nullopt;
}

std::u32string_view symbolHead(std::u32string_view line) noexcept {
    const auto slash = line.rfind(U'/');
    if (slash == std::u32string_view::npos) return {};
    std::u32string_view rest = text::trim(line.substr(slash + 1));
    const auto dash = std::find_if(rest.begin(), rest.end(), [](char32_t c) { return text::isDash(c); });
    return text::trim(rest.substr(0, static_cast<std::size_t>(dash - rest.begin())));
}

}  // namespace thethuc::elements
