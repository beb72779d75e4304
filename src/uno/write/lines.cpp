// Separator lines and the size of drawn marks.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/text/HoriOrientation.hpp>
#include <com/sun/star/text/RelOrientation.hpp>
#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/text/VertOrientation.hpp>
#include <com/sun/star/text/WrapTextMode.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include "text/text.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/write/refused.hpp"
#include "uno/write/text_edits.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// 0.75 pt in 1/100 mm: the upper end of what the samples of the decree's Appendix show, and what survives twips.
constexpr sal_Int32 kLineWidth = 26;

std::size_t index(std::int32_t value) { return static_cast<std::size_t>(value); }

/// Width of the area that the paragraph may fill, 0 if that cannot be told.
model::Hmm areaWidth(const Site& site, const model::Range& range) {
    const model::Document& document = site.read.document;
    const model::Paragraph& paragraph = document.at(range);
    if (paragraph.cell >= 0) {
        const model::Cell& cell = document.cells[index(paragraph.cell)];
        const Reference<css::text::XTextTable> table = site.locator.table(cell.table);
        // Writer's tables keep the same distance to the text in all cells, unless someone changed a single one.
        const auto distance = getOr<sal_Int16>(table, "LeftBorderDistance", 0) + getOr<sal_Int16>(table, "RightBorderDistance", 0);
        return cell.width - distance;
    }
    const model::Story& story = document.stories[index(range.story)];
    if (story.kind == model::StoryKind::body) {
        return document.pageStyles[index(document.sectionOf(range.paragraph).pageStyle)].textWidth();
    }
    if (story.shape >= 0) return document.shapes[index(story.shape)].width;
    return 0;
}

std::string freeName(Site& site) {
    const auto taken = [&](const std::string& name) {
        return site.newNames.contains(name) ||
               std::any_of(site.read.document.shapes.begin(), site.read.document.shapes.end(),
                           [&](const model::Shape& shape) { return shape.name == name; });
    };
    for (int number = 1;; ++number) {
        std::string name = "Đường kẻ " + std::to_string(number);
        if (taken(name)) continue;
        site.newNames.insert(name);
        return name;
    }
}

struct Placement {
    sal_Int16 orient = css::text::HoriOrientation::CENTER;
    sal_Int32 x = 0;
};

Placement placement(const Site& site, const model::DrawLine& edit) {
    const model::ParagraphFormat& format = site.read.document.at(edit.under).format;
    const bool centred = format.align == model::Align::center;
    const model::Hmm first = format.autoFirstLine ? 0 : format.firstLineIndent;
    const model::Hmm shift = (format.leftMargin + first - format.rightMargin) / 2;
    // The paragraph's area is where its text is centred, as long as its indents are even. "Centre of the area" then
    // survives everything: other margins, .docx and .doc. (Centre of the *text* area does not survive .docx in cells.)
    if (centred && shift == 0) return {};
    const model::Hmm width = areaWidth(site, edit.under);
    if (width <= 0 || shift == 0) return {};
    return {css::text::HoriOrientation::NONE, (width - edit.length) / 2 + shift};
}

void draw(const Reference<css::frame::XModel>& model, const FoundParagraph& under, const model::DrawLine& edit, const std::string& name,
          const Placement& where) {
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::drawing::XShape> line(factory->createInstance("com.sun.star.drawing.LineShape"), UNO_QUERY_THROW);
    // Everything before it is inserted: what is set later on is lost by Redo.
    line->setSize(css::awt::Size(edit.length, 0));
    const Reference<css::container::XNamed> named(line, UNO_QUERY_THROW);
    named->setName(str(name));
    set(line, "AnchorType", css::text::TextContentAnchorType_AT_PARAGRAPH);
    set(line, "LineStyle", css::drawing::LineStyle_SOLID);
    set(line, "LineWidth", kLineWidth);
    set(line, "LineColor", sal_Int32{0});
    set(line, "HoriOrient", where.orient);
    set(line, "HoriOrientRelation", css::text::RelOrientation::FRAME);
    if (where.orient == css::text::HoriOrientation::NONE) set(line, "HoriOrientPosition", where.x);
    set(line, "VertOrient", css::text::VertOrientation::NONE);
    set(line, "VertOrientRelation", css::text::RelOrientation::FRAME);
    set(line, "VertOrientPosition", static_cast<sal_Int32>(edit.offset));
    set(line, "TextWrap", css::text::WrapTextMode_THROUGH);
    trySet(line, "Opaque", css::uno::Any(true));
    const Reference<css::text::XTextContent> content(line, UNO_QUERY_THROW);
    under.text->insertTextContent(under.paragraph->getStart(), content, false);
}

void takeOut(const Reference<css::drawing::XShape>& shape) {
    const Reference<css::text::XTextContent> content(shape, UNO_QUERY_THROW);
    const Reference<css::text::XTextRange> anchor = content->getAnchor();
    if (anchor.is() && anchor->getText().is()) {
        anchor->getText()->removeTextContent(content);
        return;
    }
    // Anchored to a page.
    const Reference<css::lang::XComponent> component(shape, UNO_QUERY_THROW);
    component->dispose();
}

/// Underscores or dashes that stood for the line: their paragraph goes, or, where it has words too, only they.
Action removeCharacters(Site& site, const model::Range& range) {
    editableParagraph(site, range);
    const model::Paragraph& paragraph = site.read.document.at(range);
    bool alone = true;
    for (std::size_t i = 0; i < paragraph.text.size(); ++i) {
        const bool inside = static_cast<std::int32_t>(i) >= range.start && static_cast<std::int32_t>(i) < range.end();
        if (!inside && !text::isSpace(paragraph.text[i])) alone = false;
    }
    if (!alone) {
        model::Range part = range;
        if (part.start > 0 && paragraph.text[index(part.start) - 1] == U'\n') {
            --part.start;
            ++part.length;
        }
        return prepare(site, model::ReplaceText{part, {}});
    }
    try {
        return removeParagraph(site, range);
    } catch (const Refused&) {
        const auto all = static_cast<std::int32_t>(paragraph.text.size());
        return prepare(site, model::ReplaceText{{range.story, range.paragraph, 0, all}, {}});
    }
}

}  // namespace

Action prepare(Site& site, const model::DrawLine& edit) {
    const FoundParagraph under = editableParagraph(site, edit.under);
    if (edit.length <= 0) refuse("refused.line-length");
    std::vector<Reference<css::drawing::XShape>> old;
    for (const std::string& name : edit.replaces) {
        const Reference<css::drawing::XShape> shape = site.locator.shape(name);
        if (!shape.is() || site.leaving.contains(name)) refuse("refused.shape");
        const Reference<css::text::XTextContent> content(shape, UNO_QUERY);
        if (!content.is()) refuse("refused.group");
        old.push_back(shape);
    }
    std::vector<Reference<css::uno::XInterface>> bordered;
    if (edit.clearsBorder) {
        bordered.emplace_back(under.paragraph, UNO_QUERY);
        for (const model::Range& range : edit.removes) bordered.emplace_back(editableParagraph(site, range).paragraph, UNO_QUERY);
    }
    std::vector<model::Range> ranges = edit.removes;
    std::sort(ranges.begin(), ranges.end(), [](const model::Range& a, const model::Range& b) { return b < a; });
    std::vector<Action> removals;
    // Anchors of the shapes that go anyway do not hold a paragraph.
    site.leaving.insert(edit.replaces.begin(), edit.replaces.end());
    for (const model::Range& range : ranges) removals.push_back(removeCharacters(site, range));
    return [model = site.model, under, edit, old, bordered, removals, name = freeName(site), where = placement(site, edit)] {
        for (const auto& shape : old) takeOut(shape);
        for (const auto& paragraph : bordered) {
            for (const char* side : {"TopBorder", "BottomBorder"}) {
                const rtl::OUString property = rtl::OUString::createFromAscii(side);
                const auto border = get<css::table::BorderLine2>(paragraph, property);
                if (border && border->LineWidth == 0 && border->OuterLineWidth == 0 && border->InnerLineWidth == 0) continue;
                set(paragraph, property, css::table::BorderLine2());
            }
        }
        draw(model, under, edit, name, where);
        for (const Action& removal : removals) removal();
    };
}

ViewAction prepare(Site& site, const model::SetShapeSize& edit) {
    const Reference<css::drawing::XShape> shape = site.locator.shape(edit.shape);
    if (!shape.is() || edit.width <= 0 || edit.height <= 0) refuse("refused.shape");
    const Reference<css::text::XTextContent> content(shape, UNO_QUERY);
    if (!content.is()) refuse("refused.group");
    return [shape, width = edit.width, height = edit.height](ViewLoan& view) {
        if (!view.select(css::uno::Any(shape))) refuse("refused.shape");
        // setSize is not recorded (frames in 7.4, drawn shapes anywhere); the command is. It counts in twips.
        const auto twips = [](model::Hmm value) { return static_cast<sal_Int32>((static_cast<std::int64_t>(value) * 1440 + 1270) / 2540); };
        const auto positions = [&] {
            return std::pair(getOr<sal_Int32>(shape, "HoriOrientPosition", 0), getOr<sal_Int32>(shape, "VertOrientPosition", 0));
        };
        const auto before = positions();
        view.execute(".uno:TransformDialog", seq<css::beans::PropertyValue>({argument("TransformWidth", twips(width)),
                                                                             argument("TransformHeight", twips(height))}));
        // 25.2 keeps the centre of a drawn shape where it was; 7.4 its corner.
        if (positions() != before) {
            trySet(shape, "HoriOrientPosition", css::uno::Any(before.first));
            trySet(shape, "VertOrientPosition", css::uno::Any(before.second));
        }
    };
}

}  // namespace thethuc::uno
