// What the panel says of a figure, in the person's language (UTF-8). Pure.
#pragma once

#include <span>
#include <string>

#include "figures/figures.hpp"
#include "report/messages.hpp"

namespace thethuc::report {

/// “Khi lưu đã cập nhật 2 tỷ lệ: 92,3% → 93,2%; 58,4% → 58,3%.”; empty where nothing changed.
[[nodiscard]] std::string updatedOnSave(Language language, std::span<const figures::Figure> changed);

/// “Giữ nguyên 1 ô sai: 97,2% → 93,2%.”
[[nodiscard]] std::string leftWrong(Language language, std::span<const figures::Figure> wrong);

/// “12 trong 13 tỷ lệ đúng, 1 sai số làm tròn; 5 trong 5 tổng đúng.”; a sentence where there is no figure.
[[nodiscard]] std::string figuresSummary(Language language, std::span<const figures::Figure> figures);

/// One line: mark, stated value, the recomputed one where it differs, the words.
[[nodiscard]] std::string figureBrief(Language language, const figures::Figure& figure);

/// The words, the calculation, what is wrong with it or why a person must look, which slip would explain it: a line each.
[[nodiscard]] std::string figureDetail(Language language, const figures::Figure& figure);

}  // namespace thethuc::report
