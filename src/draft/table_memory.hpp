// What a document remembers of the computed cells of its indicator tables: the words that were put there. A .docx loses the formulas; what stands in a
// cell then was computed if it is what is remembered, and typed by a person if it is not.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "draft/indicator_arithmetic.hpp"

namespace thethuc::draft {

/// Words by cell. Copies of a table share their cells, so one cell may have several.
class TableMemory {
public:
    void add(const CellKey& cell, const std::string& words);
    void add(const TableMemory& other);
    [[nodiscard]] bool has(const CellKey& cell, const std::string& words) const;
    /// Whether any cell of the indicator is remembered.
    [[nodiscard]] bool knows(const std::string& indicator) const;
    [[nodiscard]] bool empty() const noexcept { return words_.empty(); }
    bool operator==(const TableMemory&) const = default;

    /// The document's own JSON (the property “thethuc”) with this memory in it; its other members stay. Empty where nothing is left.
    [[nodiscard]] std::string writtenInto(std::string_view json) const;
    /// What stands in such JSON; nothing for what is none of ours. Never throws.
    [[nodiscard]] static TableMemory readFrom(std::string_view json);

private:
    std::map<std::string, std::set<std::string>, std::less<>> words_;   ///< by “CCHC-3.3.4/actual”
};

}  // namespace thethuc::draft
