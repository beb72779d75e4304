#include <algorithm>
#include <cstdlib>

#include "elements/recognise.hpp"
#include "text/text.hpp"
#include "text/widths.hpp"

namespace thethuc::elements {

using model::Document;
using model::Hmm;
using model::Orientation;
using model::Paragraph;
using model::Range;
using model::Relation;
using model::Shape;
using model::ShapeKind;

namespace {

constexpr Hmm kCentreSlack = 1500;     ///< how far off the page's centre a subject's line may stand
constexpr Hmm kHeaderDepth = 9000;     ///< from the top of the page: where header lines can be

/// A thin picture is a line too: offices paste them.
bool thinImage(const Shape& shape) {
    constexpr Hmm kShortest = 500;
    constexpr Hmm kThickest = 200;
    return shape.kind == ShapeKind::image && shape.visible && shape.width >= kShortest && std::abs(shape.height) <= kThickest;
}

class SeparatorReader {
public:
    SeparatorReader(const Document& document, Analysis& analysis) : document_(document), analysis_(analysis) {}

    void read() {
        for (std::size_t s = 0; s < document_.shapes.size(); ++s) {
            if (model::isFlatLine(document_.shapes[s]) || thinImage(document_.shapes[s])) addShape(static_cast<std::int32_t>(s));
        }
        for (const Element& element : analysis_.elements) {
            if (carriesLine(element.kind)) addBelow(element);
        }
    }

private:
    const Document& document_;
    Analysis& analysis_;

    static bool carriesLine(Kind kind) {
        return kind == Kind::tieuNgu || kind == Kind::coQuanBanHanh || kind == Kind::trichYeu || kind == Kind::tenLoai;
    }

    /// Quốc hiệu stands in the left column: a header whose sides changed places.
    bool swapped(std::int32_t part) const {
        const Element* national = analysis_.first(Kind::quocHieu, part);
        return national != nullptr && columnOf(document_, national->ranges.front()) == Column::left;
    }

    std::int32_t partOf(std::int32_t paragraph) const {
        for (std::size_t i = analysis_.parts.size(); i-- > 0;) {
            if (paragraph >= analysis_.parts[i].first) return static_cast<std::int32_t>(i);
        }
        return 0;
    }

    const Element* holding(const Range& at) const {
        for (const Element& element : analysis_.elements) {
            for (const Range& range : element.ranges) {
                if (range.story == at.story && range.paragraph == at.paragraph) return &element;
            }
        }
        return nullptr;
    }

    std::optional<Hmm> centreOf(const Shape& shape) const {
        const auto& page = document_.pageStyles[static_cast<std::size_t>(
            document_.sectionOf(shape.anchor.story == 0 ? shape.anchor.paragraph : 0).pageStyle)];
        Area area;
        switch (shape.horizontalRelation) {
            case Relation::page:
                area = {0, page.width};
                break;
            case Relation::pageText:
                area = {page.marginLeft, page.textWidth()};
                break;
            case Relation::pageLeft:
                area = {0, page.marginLeft};
                break;
            case Relation::pageRight:
                area = {page.width - page.marginRight, page.marginRight};
                break;
            case Relation::character:
                return std::nullopt;
            default:
                area = shape.anchorKind == model::AnchorKind::page ? Area{0, page.width} : areaOf(document_, shape.anchor);
        }
        switch (shape.horizontal) {
            case Orientation::center:
                return area.center();
            case Orientation::left:
                return area.left + shape.width / 2;
            case Orientation::right:
                return area.left + area.width - shape.width / 2;
            default:
                return area.left + shape.x + shape.width / 2;
        }
    }

    /// Body paragraph that the shape is anchored at, through its frame if it lies in one.
    std::int32_t bodyAnchor(const Shape& shape) const {
        Range at = shape.anchor;
        for (int depth = 0; at.story > 0 && depth < 8; ++depth) {
            const auto& story = document_.stories[static_cast<std::size_t>(at.story)];
            if (story.kind != model::StoryKind::frame && story.kind != model::StoryKind::shapeText) return -1;
            if (story.shape < 0) return -1;
            at = document_.shapes[static_cast<std::size_t>(story.shape)].anchor;
        }
        return at.story == 0 ? at.paragraph : -1;
    }

    void addShape(std::int32_t index) {
        const Shape& shape = document_.shapes[static_cast<std::size_t>(index)];
        const std::int32_t anchor = bodyAnchor(shape);
        if (anchor < 0) return;
        Separator separator;
        separator.form = shape.kind == ShapeKind::image ? Separator::Form::image : Separator::Form::shape;
        separator.shape = index;
        separator.paragraph = shape.anchor;
        separator.length = shape.width;
        separator.center = centreOf(shape);
        separator.part = partOf(anchor);
        separator.under = attribute(shape, anchor, separator);
        analysis_.separators.push_back(separator);
    }

    Kind attribute(const Shape& shape, std::int32_t anchor, const Separator& separator) const {
        const std::int32_t part = separator.part;
        const auto& page = document_.pageStyles[static_cast<std::size_t>(document_.sectionOf(anchor).pageStyle)];
        const Element* subject = analysis_.first(Kind::trichYeu, Role::whole, part);
        const Element* title = analysis_.first(Kind::tenLoai, part);
        const Element* motto = analysis_.first(Kind::tieuNgu, part);
        const Element* national = analysis_.first(Kind::quocHieu, part);
        const Element* agency = analysis_.first(Kind::coQuanBanHanh, part);

        // Right at an element: the anchor says it, unless the line is pushed into another column.
        const Element* at = holding(shape.anchor);
        const Column column = shape.anchor.story != 0 ? columnOf(document_, shape.anchor) : cellColumn(anchor);
        const auto side = [&]() -> std::optional<Column> {
            if (!separator.center) return std::nullopt;
            const auto share = (*separator.center - page.marginLeft) * 100 / std::max(1, page.textWidth());
            return share < 44 ? Column::left : share > 56 ? Column::right : Column::middle;
        }();

        if (at != nullptr && (at->kind == Kind::trichYeu || at->kind == Kind::tenLoai) && at->role != Role::telegram) {
            return subject != nullptr ? Kind::trichYeu : Kind::tenLoai;
        }
        const bool below = rightBelow(shape, separator);
        if (at != nullptr && at->role == Role::telegram && below) return Kind::trichYeu;
        if (column == Column::left || column == Column::right) {
            // Inside a header's cell or frame. Word files often anchor every line at one cell.
            Column where = column;
            const bool own = below && at != nullptr && (at->kind == Kind::tieuNgu || at->kind == Kind::coQuanBanHanh);
            if (side && *side != column && shape.horizontal == Orientation::none && !own) where = *side;
            if (!nearHeader(anchor, part)) return Kind::noiDung;
            const Column agencySide = swapped(part) ? Column::right : Column::left;
            if (where == agencySide) return agency != nullptr ? Kind::coQuanBanHanh : Kind::noiDung;
            if (where != Column::middle) return motto != nullptr || national != nullptr ? Kind::tieuNgu : Kind::noiDung;
            return subject != nullptr ? Kind::trichYeu : Kind::noiDung;
        }
        if (at != nullptr && at->kind == Kind::tieuNgu) return side && *side == Column::left ? Kind::coQuanBanHanh : Kind::tieuNgu;
        if (at != nullptr && at->kind == Kind::quocHieu) return side && *side == Column::left ? Kind::coQuanBanHanh : Kind::tieuNgu;
        if (at != nullptr && at->kind == Kind::coQuanBanHanh) return side && *side == Column::right ? Kind::tieuNgu : Kind::coQuanBanHanh;
        if (!nearHeader(anchor, part) && shape.anchorKind != model::AnchorKind::page) return Kind::noiDung;
        if (shape.anchorKind == model::AnchorKind::page && shape.y > kHeaderDepth) return Kind::noiDung;
        if (!side) return title != nullptr ? Kind::trichYeu : Kind::noiDung;
        if (*side == Column::left) return agency != nullptr ? Kind::coQuanBanHanh : Kind::noiDung;
        if (*side == Column::right) return motto != nullptr ? Kind::tieuNgu : Kind::noiDung;
        const bool central = std::abs(*separator.center - (page.marginLeft + page.textWidth() / 2)) <= kCentreSlack;
        if (!central) return Kind::noiDung;
        if (subject != nullptr) return Kind::trichYeu;
        return title != nullptr ? Kind::tenLoai : Kind::noiDung;
    }

    /// The line lies below the paragraph that it is anchored at, close to it and within its column, wherever in it.
    bool rightBelow(const Shape& shape, const Separator& separator) const {
        constexpr Hmm kClose = 1500;
        const bool fromParagraph = shape.verticalRelation == Relation::paragraphArea || shape.verticalRelation == Relation::paragraphText;
        if (!fromParagraph || shape.vertical != Orientation::none || shape.y <= 0 || shape.y > kClose || !separator.center) return false;
        const Area area = areaOf(document_, shape.anchor);
        return *separator.center - shape.width / 2 >= area.left && *separator.center + shape.width / 2 <= area.left + area.width;
    }

    Column cellColumn(std::int32_t paragraph) const {
        const Range at{0, paragraph, 0, 0};
        return document_.at(at).cell >= 0 ? columnOf(document_, at) : Column::full;
    }

    /// The anchor stands in the header or at most two paragraphs behind the subject.
    bool nearHeader(std::int32_t anchor, std::int32_t part) const {
        std::int32_t last = -1;
        for (const Element& element : analysis_.elements) {
            if (element.part != part) continue;
            switch (element.kind) {
                case Kind::quocHieu:
                case Kind::tieuNgu:
                case Kind::coQuanBanHanh:
                case Kind::soKyHieu:
                case Kind::diaDanhThoiGian:
                case Kind::tenLoai:
                case Kind::trichYeu:
                    for (const Range& range : element.ranges) {
                        if (range.story == 0) last = std::max(last, range.paragraph);
                    }
                    break;
                default:
                    break;
            }
        }
        return anchor <= last + 3;
    }

    /// Borders and lines of characters at or right below an element.
    void addBelow(const Element& element) {
        const Range& last = element.ranges.back();
        const Paragraph& own = document_.at(last);
        const Hmm width = areaOf(document_, last).width;
        const auto border = [&](const Paragraph& paragraph, const Range& at) {
            Separator separator;
            separator.form = Separator::Form::border;
            separator.paragraph = at;
            separator.length = std::max(0, width - paragraph.format.leftMargin - paragraph.format.rightMargin - padding(at));
            separator.center = areaOf(document_, at).left + padding(at) / 2 + paragraph.format.leftMargin + separator.length / 2;
            separator.under = element.kind;
            separator.part = element.part;
            analysis_.separators.push_back(separator);
        };
        if (own.format.borderBottom > 0 && !own.format.borderSides) {
            border(own, {last.story, last.paragraph, 0, 0});
            return;
        }
        // A line of characters in the same paragraph, behind a line break.
        const std::u32string_view rest = std::u32string_view(own.text).substr(static_cast<std::size_t>(last.end()));
        if (const auto line = text::trim(rest); isRuleOfCharacters(line.substr(0, line.find(U'\n')))) {
            const auto rule = line.substr(0, line.find(U'\n'));
            characters(element, {last.story, last.paragraph, static_cast<std::int32_t>(rule.data() - own.text.data()),
                                 static_cast<std::int32_t>(rule.size())});
            return;
        }
        const auto& story = document_.stories[static_cast<std::size_t>(last.story)];
        for (std::int32_t p = last.paragraph + 1; p < last.paragraph + 3 && p < static_cast<std::int32_t>(story.paragraphs.size()); ++p) {
            const Paragraph& next = story.paragraphs[static_cast<std::size_t>(p)];
            if (next.cell != own.cell) return;
            if (isBlank(next)) {
                if (!next.format.borderSides && (next.format.borderTop > 0 || next.format.borderBottom > 0)) {
                    border(next, {last.story, p, 0, 0});
                    return;
                }
                continue;
            }
            const std::u32string_view trimmed = text::trim(next.text);
            if (isRuleOfCharacters(trimmed)) {
                characters(element, {last.story, p, static_cast<std::int32_t>(trimmed.data() - next.text.data()),
                                     static_cast<std::int32_t>(trimmed.size())});
            } else if (next.format.borderTop > 0 && !next.format.borderSides) {
                border(next, {last.story, p, 0, 0});
            }
            return;
        }
    }

    /// Left and right padding of the cell that a paragraph stands in; 0 outside tables.
    Hmm padding(const Range& at) const {
        constexpr Hmm kCellPadding = 200;
        return document_.at(at).cell >= 0 ? kCellPadding : 0;
    }

    void characters(const Element& element, const Range& range) {
        const Paragraph& paragraph = document_.at(range);
        Separator separator;
        separator.form = Separator::Form::characters;
        separator.paragraph = range;
        separator.under = element.kind;
        separator.part = element.part;
        const model::CharFormat* format = &paragraph.base;
        for (const model::Run& run : paragraph.runs) {
            if (run.start <= range.start && range.start < run.start + run.length) format = &run.format;
        }
        const text::TextWidths::Style style{document_.fonts[static_cast<std::size_t>(format->font)], format->size, format->bold, format->italic};
        const auto words = std::u32string_view(paragraph.text).substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length));
        separator.length = text::timesWidths().width(words, style).value_or(0);
        const Area area = areaOf(document_, range);
        if (paragraph.format.align == model::Align::center) separator.center = area.center();
        analysis_.separators.push_back(separator);
    }
};

}  // namespace

void recogniseSeparators(const Document& document, Analysis& analysis) { SeparatorReader(document, analysis).read(); }

}  // namespace thethuc::elements
