// The 29 types of administrative documents (NĐ 30/2020/NĐ-CP, Điều 7) with their abbreviations
// (Phụ lục III, Mục I), the copies, and the titles that put a text outside the decree.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace thethuc::elements {

struct DocumentType {
    std::string_view abbreviation;   ///< as --type takes it; CV and TCg have none in the decree
    std::u32string_view name;        ///< “BÁO CÁO”
    bool inSymbol;                   ///< the abbreviation stands in the symbol (not for CV, TCg)
};

/// The 29 types, in the decree's order.
[[nodiscard]] std::span<const DocumentType> documentTypes() noexcept;
[[nodiscard]] const DocumentType* documentType(std::string_view abbreviation) noexcept;

/// What a title line says. `length` code points of the line are the type's name.
struct TitleMatch {
    const DocumentType* type = nullptr;
    bool legal = false;              ///< Luật, Nghị định, Thông tư …: another law governs its layout
    std::size_t length = 0;
};
/// Reads “BÁO CÁO”, “Chương trình hành động”, “THÔNG TƯ”; nothing where the line is no title.
[[nodiscard]] std::optional<TitleMatch> matchTitle(std::u32string_view line);

/// The abbreviation in “135/BC-UBND” or “135/BC-UBND”-like text: what stands between “/” and the
/// next “-”, as typed; empty where there is none.
[[nodiscard]] std::u32string_view symbolHead(std::u32string_view numberLine) noexcept;

}  // namespace thethuc::elements
