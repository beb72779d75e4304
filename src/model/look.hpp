// What may be given other words as a whole without losing anything of its looks.
#pragma once

#include <algorithm>

#include "model/document.hpp"

namespace thethuc::model {

/// The paragraph is nothing but text of one character format: no notes, fields or objects. Empty ones are.
[[nodiscard]] inline bool isOneLook(const Paragraph& paragraph) {
    return std::all_of(paragraph.runs.begin(), paragraph.runs.end(),
                       [&](const Run& run) { return run.kind == RunKind::text && run.format == paragraph.runs.front().format; });
}

/// The same of a cell's only paragraph, which may also be nothing but the field that a .docx makes of the cell's formula.
[[nodiscard]] inline bool isOneLook(const Paragraph& paragraph, const Cell& cell) {
    const bool field = paragraph.runs.size() == 1 && paragraph.runs.front().kind == RunKind::field;
    return field ? !cell.formula.empty() : isOneLook(paragraph);
}

}  // namespace thethuc::model
