// “Cập nhật tỷ lệ”: the edits that bring percentages to their recomputed values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "model/edit.hpp"

namespace thethuc::figures {

/// The digits of a percentage or a total as its own text writes them, for another value: as many decimals as were
/// shown, thousands parted where the old digits were, the decimal mark that stands there.
[[nodiscard]] std::u32string printedLike(const number::Decimal& value, std::u32string_view old);

/// The edit that corrects one figure: only the digits of its claimed value. Nothing for a figure that is right or
/// unclear, or whose value cannot be written in place (a negative one).
[[nodiscard]] std::optional<model::ReplaceText> correction(const model::Document& document, const Figure& figure);

/// The certain wrong or rounded percentages of `figures`, in their order: those with a correction(). Sums are left to the person:
/// which of their numbers is the wrong one cannot be known.
[[nodiscard]] std::vector<Figure> certain(const model::Document& document, const std::vector<Figure>& figures);
/// Edits for these.
[[nodiscard]] model::Edits updates(const model::Document& document, const std::vector<Figure>& figures);

}  // namespace thethuc::figures
