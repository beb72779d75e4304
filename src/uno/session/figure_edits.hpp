// “Số liệu, tỷ lệ” in the live document: phrases put in at the cursor, percentages brought up to date. Main thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "figures/figures.hpp"
#include "uno/session/resources.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

/// The text that is selected in a window, several stretches parted by “; ”; empty where nothing is, or no text.
[[nodiscard]] std::u32string selectedText(const css::uno::Reference<css::frame::XController>& controller);

/// Puts words where the cursor of the window stands (behind what is selected), in the character format that typing there would have, as one
/// undo step called `title` (UTF-8); the cursor then stands behind them. The answer says why it could not be done, for people;
/// empty if it is done.
[[nodiscard]] std::string insertWords(const Context& context, const css::uno::Reference<css::frame::XModel>& model, std::u32string_view words,
                                      const Texts& texts, const std::string& title);

/// Which of the figures were brought up to date.
struct FigureUpdate {
    std::vector<figures::Figure> changed;
    std::string refused;                         ///< why some were left as they are, for people; empty if none was
};

/// Brings those of `figures`, figures of `read`, that are certain (figures::updates()) to their recomputed values, as one undo step called
/// `title`. Throws std::runtime_error with the document as it was where the office breaks off.
[[nodiscard]] FigureUpdate updateFigures(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read,
                                         const std::vector<figures::Figure>& figures, const Texts& texts, const std::string& title);

/// What became of “Chuyển thành công thức”.
struct FormulaUpdate {
    std::int32_t formulas = 0;                   ///< cells that are formulas now
    std::int32_t already = 0;                    ///< cells that were
    std::int32_t other = 0;                      ///< certain figures that stayed words
    std::vector<figures::Figure> wrong;          ///< figures left as they are because they are wrong
    std::string refused;                         ///< why a table was left as it is, for people; empty if none was
};

/// Turns the certain ratios and totals of one table (an index into the snapshot's tables), or of all, into formulas, as one undo step called `title`; see
/// app::tableFormulas(). Throws std::runtime_error with the document as it was where the office breaks off.
[[nodiscard]] FormulaUpdate makeFormulas(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read,
                                         const std::vector<figures::Figure>& figures, std::optional<std::int32_t> table, const Texts& texts, const std::string& title);

/// Name of the table that the window's cursor stands in; empty where it stands in none.
[[nodiscard]] std::string cursorTable(const css::uno::Reference<css::frame::XController>& controller);

/// Whether the document's file keeps formulas: not .docx, .doc, .rtf.
[[nodiscard]] bool keepsFormulas(const css::uno::Reference<css::frame::XModel>& model);

}  // namespace thethuc::uno
