// Builds snapshots by hand, in the order a person would lay a document out.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace thethuc::testing {

/// Formatting of one paragraph, with the usual values of body text.
struct Look {
    model::DeciPt size = 140;
    bool bold = false;
    bool italic = false;
    model::Align align = model::Align::center;
    model::Hmm indent = 0;
    model::Hmm before = 0;
    model::Hmm after = 0;
};

class DocumentBuilder {
public:
    /// A4 portrait with margins 20, 20, 30, 20 mm; page style "Standard", font Times New Roman.
    DocumentBuilder();

    /// A first page without header, followed by pages with a centred page number in the header.
    DocumentBuilder& numberedPages(std::int32_t pages);
    /// Appends a paragraph to the body or to the cell that is open. UTF-8; \n is a line break.
    DocumentBuilder& paragraph(std::string_view text, const Look& look = {});
    /// Body prose: 14 pt, justified, first line 1,27 cm, 6 pt after.
    DocumentBuilder& prose(std::string_view text);
    /// The same, bold.
    DocumentBuilder& boldProse(std::string_view text);

    /// Opens a table of one or more rows with these column widths (hmm); close it with endTable().
    DocumentBuilder& table(std::vector<model::Hmm> widths, bool bordered = false);
    /// Opens the next cell, row by row.
    DocumentBuilder& cell();
    DocumentBuilder& endTable();

    /// A flat drawn line anchored to the last paragraph and centred on it.
    DocumentBuilder& line(model::Hmm length);
    /// A footnote at the end of the last paragraph.
    DocumentBuilder& footnote(std::string_view text);
    /// Splits the last paragraph's run so that [start, start+length) has another format.
    DocumentBuilder& format(std::int32_t start, std::int32_t length, const Look& look);

    [[nodiscard]] model::Document take();

    /// Index of the last paragraph of the body.
    [[nodiscard]] std::int32_t last() const;

private:
    model::Document document_;
    std::vector<model::Hmm> widths_;
    std::int32_t openTable_ = -1;
    std::int32_t openCell_ = -1;
    std::int32_t nextColumn_ = 0;
    std::int32_t nextRow_ = 0;
};

}  // namespace thethuc::testing
