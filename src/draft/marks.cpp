#include "draft/marks.hpp"

#include <algorithm>
#include <array>

#include "text/widths.hpp"

namespace thethuc::draft {

namespace {

constexpr std::int32_t kHeight = 800;            ///< hmm, of every frame of urgency; the decree gives none for circulation
constexpr std::int32_t kSide = 400;              ///< hmm between words and frame where the decree gives no width

/// Bold letters of 13 pt need this much.
std::int32_t around(std::u32string_view words) {
    return text::timesWidths().width(words, {"Times New Roman", 130, true, false}).value_or(5000) + 2 * kSide;
}

const std::array<Mark, 5>& all() {
    static const std::array<Mark, 5> kAll{Mark{"hoa-toc", true, U"HỎA TỐC", 3000, kHeight}, Mark{"thuong-khan", true, U"THƯỢNG KHẨN", 4000, kHeight},
                                          Mark{"khan", true, U"KHẨN", 2000, kHeight},
                                          Mark{"xem-xong-tra-lai", false, U"XEM XONG TRẢ LẠI", around(U"XEM XONG TRẢ LẠI"), kHeight},
                                          Mark{"luu-hanh-noi-bo", false, U"LƯU HÀNH NỘI BỘ", around(U"LƯU HÀNH NỘI BỘ"), kHeight}};
    return kAll;
}

}  // namespace

std::span<const Mark> marks() noexcept { return all(); }

const Mark* markOf(std::string_view id) noexcept {
    const auto found = std::find_if(all().begin(), all().end(), [&](const Mark& one) { return one.id == id; });
    return found == all().end() ? nullptr : &*found;
}

}  // namespace thethuc::draft
