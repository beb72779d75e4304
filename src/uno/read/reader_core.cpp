#include "uno/read/reader_core.hpp"

#include <algorithm>
#include <iterator>

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XMultiPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/drawing/XShapes.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/BreakType.hpp>
#include <com/sun/star/style/NumberingType.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFrame.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include "model/cited_list.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/document_facts.hpp"
#include "uno/read/ignored.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/read/property_names.hpp"
#include "uno/read/table_geometry.hpp"

namespace thethuc::uno {

namespace {

// The name that Writer gives to the page style of a document that asks for none.
constexpr const char* kDefaultPageStyle = "Standard";

bool supports(const css::uno::Reference<css::uno::XInterface>& object, const char* service) {
    const css::uno::Reference<css::lang::XServiceInfo> info(object, css::uno::UNO_QUERY);
    return info.is() && info->supportsService(rtl::OUString::createFromAscii(service));
}

std::optional<model::PageBreak> pageBreak(const css::uno::Reference<css::uno::XInterface>& object,
                                          const css::uno::Any& pageStyle, const css::uno::Any& type, bool after) {
    const rtl::OUString name = asOr(pageStyle, rtl::OUString());
    const auto breakType = asEnum<css::style::BreakType>(type).value_or(css::style::BreakType_NONE);
    const bool plain = after || breakType == css::style::BreakType_PAGE_BEFORE ||
                       breakType == css::style::BreakType_PAGE_BOTH;
    if (name.isEmpty() && !plain) return std::nullopt;
    model::PageBreak result;
    result.pageStyle = toUtf8(name);
    if (!name.isEmpty()) {
        if (const auto restart = get<sal_Int16>(object, "PageNumberOffset")) result.pageNumber = *restart;
    }
    return result;
}

bool asksForPageAfter(const css::uno::Any& type) {
    const auto breakType = asEnum<css::style::BreakType>(type).value_or(css::style::BreakType_NONE);
    return breakType == css::style::BreakType_PAGE_AFTER || breakType == css::style::BreakType_PAGE_BOTH;
}

model::RunKind fieldKind(const css::uno::Reference<css::uno::XInterface>& field) {
    const css::uno::Reference<css::lang::XServiceInfo> info(field, css::uno::UNO_QUERY);
    if (!info.is()) return model::RunKind::field;
    const css::uno::Sequence<rtl::OUString> services = info->getSupportedServiceNames();
    for (const rtl::OUString& service : view(services)) {
        if (service.endsWithIgnoreAsciiCase("textfield.PageNumber")) return model::RunKind::pageNumber;
        if (service.endsWithIgnoreAsciiCase("textfield.PageCount")) return model::RunKind::pageCount;
        if (service.endsWithIgnoreAsciiCase("textfield.JumpEdit")) return model::RunKind::placeholder;
    }
    return model::RunKind::field;
}

// Runs of fields stay apart even when alike: each of them is a thing of its own.
bool joinable(model::RunKind kind) {
    return kind == model::RunKind::text || kind == model::RunKind::insertedText;
}

model::ShapeKind shapeKind(const css::uno::Reference<css::drawing::XShape>& shape) {
    // Marked as outdated in the interface; nothing else tells a line from a rectangle.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    const rtl::OUString type = shape->getShapeType();
#pragma GCC diagnostic pop
    if (type.endsWith("LineShape")) return model::ShapeKind::line;  // LineShape, PolyLineShape
    if (type.endsWith("ConnectorShape")) return model::ShapeKind::connector;
    if (type.endsWith("GroupShape")) return model::ShapeKind::group;
    if (type.endsWith("GraphicObjectShape")) return model::ShapeKind::image;
    if (type.endsWith("OLE2Shape") || type.endsWith("ControlShape")) return model::ShapeKind::object;
    if (type.endsWith("CustomShape") || type.endsWith("RectangleShape") || type.endsWith("TextShape") ||
        type.endsWith("EllipseShape") || type.endsWith("PolyPolygonShape")) {
        return model::ShapeKind::custom;
    }
    return model::ShapeKind::other;
}

void readSize(const css::uno::Reference<css::drawing::XShape>& shape, model::Shape& result) {
    const css::awt::Size size = shape->getSize();
    result.width = size.Width;
    result.height = size.Height;
}

// What a reader sees of it: for drawn shapes a line or a fill, for frames a border or a background.
void readLook(const css::uno::Reference<css::uno::XInterface>& object, model::Shape& result) {
    switch (result.kind) {
        case model::ShapeKind::image:
        case model::ShapeKind::object:
            break;
        case model::ShapeKind::textFrame: {
            result.visible = !getOr(object, "BackTransparent", true);
            for (const char* side : {"TopBorder", "BottomBorder", "LeftBorder", "RightBorder"}) {
                if (borderWidth(property(object, rtl::OUString::createFromAscii(side))) > 0) result.visible = true;
            }
            break;
        }
        default: {
            const auto line = asEnum<css::drawing::LineStyle>(property(object, "LineStyle"));
            const auto fill = asEnum<css::drawing::FillStyle>(property(object, "FillStyle"));
            const bool lineShows = line && *line != css::drawing::LineStyle_NONE &&
                                   getOr<sal_Int16>(object, "LineTransparence", 0) < 100;
            const bool fillShows = fill && *fill != css::drawing::FillStyle_NONE &&
                                   getOr<sal_Int16>(object, "FillTransparence", 0) < 100 &&
                                   result.kind != model::ShapeKind::line && result.kind != model::ShapeKind::connector;
            result.visible = lineShows || fillShows;
            result.dashed = line == css::drawing::LineStyle_DASH;
            result.lineColor = getOr<sal_Int32>(object, lineShows || !fillShows ? rtl::OUString("LineColor") : "FillColor", 0);
            break;
        }
    }
    if (!getOr(object, "Visible", true)) result.visible = false;
}

}  // namespace

template <bool Keep>
ReaderCore<Keep>::ReaderCore(css::uno::Reference<css::uno::XComponentContext> context,
                             css::uno::Reference<css::frame::XModel> model, ReadOptions options)
    : context_(std::move(context)),
      model_(std::move(model)),
      options_(options),
      paragraphNames_(paragraphNames()),
      characterNames_(characterNames()) {
    if (!isTextDocument(model_)) throw css::lang::IllegalArgumentException("no text document", {}, 0);
}

namespace {

/// Fixed to a page, or in a header or footer: none of the body's paragraphs holds it.
bool standsOutsideBody(const css::uno::Reference<css::drawing::XShape>& shape) {
    const auto kind = asEnum<css::text::TextContentAnchorType>(property(shape, "AnchorType"));
    if (kind == css::text::TextContentAnchorType_AT_PAGE) return true;
    const css::uno::Reference<css::text::XTextContent> content(shape, css::uno::UNO_QUERY);
    const css::uno::Reference<css::text::XTextRange> anchor = content.is() ? content->getAnchor() : css::uno::Reference<css::text::XTextRange>();
    if (!anchor.is()) return false;
    // Headers have no service of their own; where their class has another name one day the question stays open, as for any other object.
    const css::uno::Reference<css::lang::XServiceInfo> text(anchor->getText(), css::uno::UNO_QUERY);
    return text.is() && text->getImplementationName() == "SwXHeadFootText";
}

}  // namespace

template <bool Keep>
bool ReaderCore<Keep>::mayHoldObjects() const noexcept {
    return objectsLeft_ > (current_.story == 0 ? outsideBody_ : 0);
}

template <bool Keep>
void ReaderCore<Keep>::start() {
    const css::uno::Reference<css::text::XTextDocument> text(model_, css::uno::UNO_QUERY_THROW);
    listIndents_ = ListIndents(styleFamily(model_, "ParagraphStyles"));
    pageStyles_ = styleFamily(model_, "PageStyles");
    objects_ = DrawObjects(model_);
    objectsLeft_ = objects_.entries().size();
    for (const DrawObjects::Entry& entry : objects_.entries()) {
        if (!standsOutsideBody(entry.shape)) continue;
        elsewhere_.insert(css::uno::Reference<css::uno::XInterface>(entry.shape, css::uno::UNO_QUERY).get());
    }
    outsideBody_ = elsewhere_.size();
    const css::uno::Reference<css::document::XDocumentPropertiesSupplier> supplier(model_, css::uno::UNO_QUERY);
    if (supplier.is()) {
        const css::uno::Sequence<css::beans::NamedValue> statistics =
            supplier->getDocumentProperties()->getDocumentStatistics();
        expected_ = static_cast<std::size_t>(std::max(0, asOr<sal_Int32>(find(statistics, "ParagraphCount"), 0)));
    }
    addStory({}, {}, text->getText(), 0);
    phase_ = Phase::stories;
    nextStory();
}

template <bool Keep>
bool ReaderCore<Keep>::nextStory() {
    if (waiting_.empty()) return false;
    current_ = std::move(waiting_.front());
    waiting_.pop_front();
    walker_ = TextWalker(current_.text);
    tracked_ = {};
    paragraphIndex_ = 0;
    openTables_.clear();
    openCells_.clear();
    tableBreak_.reset();
    breakAfter_ = false;
    return true;
}

template <bool Keep>
bool ReaderCore<Keep>::step(std::size_t paragraphs) {
    if (phase_ == Phase::finished) return false;
    const ControllersLock lock(model_);
    if (phase_ == Phase::start) start();
    const std::size_t end = done_ + std::max<std::size_t>(paragraphs, 1);
    while (done_ < end) {
        switch (walker_.next()) {
            case TextWalker::Event::paragraph: readParagraph(); break;
            case TextWalker::Event::tableStart: startTable(); break;
            case TextWalker::Event::cellStart: startCell(); break;
            case TextWalker::Event::cellEnd: endCell(); break;
            case TextWalker::Event::tableEnd: endTable(); break;
            case TextWalker::Event::done:
                if (current_.story == 0) finishBody();
                if (!nextStory()) {
                    finish();
                    return false;
                }
                break;
        }
    }
    return true;
}

template <bool Keep>
std::int32_t ReaderCore<Keep>::addStory(model::Story added, StorySource source,
                                        const css::uno::Reference<css::text::XText>& text, model::Hmm width) {
    const auto index = static_cast<std::int32_t>(document().stories.size());
    document().stories.push_back(std::move(added));
    result_.mapping.stories.push_back(std::move(source));
    waiting_.push_back({index, text, width});
    return index;
}

// ---- paragraphs -------------------------------------------------------------------------------------------------

template <bool Keep>
void ReaderCore<Keep>::readParagraph() {
    const css::uno::Reference<css::text::XTextContent>& content = walker_.paragraph();
    const css::uno::Reference<css::beans::XMultiPropertySet> properties(content, css::uno::UNO_QUERY_THROW);
    const css::uno::Sequence<css::uno::Any> fetched = properties->getPropertyValues(paragraphNames_);
    const css::uno::Any* values = fetched.getConstArray();

    model::Paragraph paragraph;
    text_.clear();
    const SectionFacts section = sectionFacts(values[pTextSection]);
    if constexpr (Keep) {
        paragraph.base = charFormat(values + pCharCaseMap, fonts_);
        paragraph.format = paragraphFormat(values);
        if (paragraph.format.borderTop > 0 || paragraph.format.borderBottom > 0) {
            paragraph.format.borderSides = borderWidth(property(content, "LeftBorder")) > 0 ||
                                           borderWidth(property(content, "RightBorder")) > 0;
        }
        paragraph.style = toUtf8(asOr(values[pParaStyleName], rtl::OUString()));
        paragraph.listLabel = toU32(asOr(values[pListLabelString], rtl::OUString()));
        paragraph.cell = openCells_.empty() ? -1 : openCells_.back().cell;
        paragraph.protectedContent = section.isProtected || (!openCells_.empty() && openCells_.back().isProtected);
    }
    if (asOr(values[pNumberingIsNumber], false)) {
        listIndents_.apply(content, values, paragraph.format, paragraph.listLabel);
    }
    readBreak(values, paragraph);

    const css::uno::Reference<css::container::XEnumerationAccess> portions(content, css::uno::UNO_QUERY);
    if constexpr (Keep) {
        const auto note = [&](const Aside& aside) {
            const std::string name = toUtf8(aside.name);
            if (aside.kind == Aside::Kind::mark) paragraph.marks.push_back({static_cast<std::int32_t>(text_.size()), name});
            else if (aside.kind == Aside::Kind::comment) readComment(paragraph);
            else if (model::isListBookmark(name)) paragraph.bookmarks.push_back(name);
        };
        forEachPortion(portions, characterNames_, tracked_, [&](const Portion& portion) { readPortion(portion, paragraph); }, note);
        std::sort(paragraph.bookmarks.begin(), paragraph.bookmarks.end());
    } else {
        forEachPortion(portions, characterNames_, tracked_, [&](const Portion& portion) { readPortion(portion, paragraph); });
    }
    if (mayHoldObjects()) readShapesOf(content, {current_.story, paragraphIndex_, 0, 0});

    if constexpr (Keep) {
        // Gone once the changes are accepted: nobody will see it, so nobody judges it.
        if (text_.empty() && tracked_.deleted > 0) paragraph.base.hidden = true;
        if (section.hidden) {
            paragraph.base.hidden = true;
            for (model::Run& run : paragraph.runs) run.format.hidden = true;
        }
        paragraph.text = text_;
        story().paragraphs.push_back(std::move(paragraph));
    }
    ++paragraphIndex_;
    ++done_;
}

/// Lines of a header, where letters are squeezed to fit. Asked for there only: two more values of every portion cost a tenth of all reading.
template <bool Keep>
bool ReaderCore<Keep>::widthCounts(const model::Paragraph& paragraph) const {
    constexpr std::int32_t kHeader = 40;
    if (current_.story != 0 || paragraphIndex_ < kHeader) return true;
    const model::Document& read = result_.document;
    const auto tableOf = [&](std::int32_t cell) { return static_cast<std::size_t>(read.cells[static_cast<std::size_t>(cell)].table); };
    const bool inData = !openCells_.empty() && read.tables[tableOf(openCells_.back().cell)].bordered;
    return paragraph.format.align == model::Align::center && !inData;
}

template <bool Keep>
void ReaderCore<Keep>::readPortion(const Portion& portion, model::Paragraph& paragraph) {
    if (portion.type == PortionType::frame) {
        const auto position = static_cast<std::int32_t>(text_.size());
        if (mayHoldObjects()) readShapesOf(portion.range, {current_.story, paragraphIndex_, position, 0});
        return;
    }
    const css::uno::Any* values = portion.values.getConstArray();
    model::Run run;
    run.start = static_cast<std::int32_t>(text_.size());
    if constexpr (Keep) run.length = static_cast<std::int32_t>(appendU32(text_, portion.text));
    if (portion.type == PortionType::footnote) {
        readFootnote(portion, run, run.length);
    } else if (portion.type == PortionType::field) {
        run.kind = fieldKind(getObject<css::uno::XInterface>(portion.range, "TextField"));
    } else if (portion.placeholder) {
        run.kind = model::RunKind::placeholder;
    } else if (portion.inserted) {
        run.kind = model::RunKind::insertedText;
    }
    if constexpr (Keep) {
        // Marks of notes count even where the office shows no number for them.
        if (run.length == 0 && run.kind != model::RunKind::footnote) return;
        run.format = charFormat(values, fonts_);
        run.format.hyperlink = !asOr(values[cHyperLinkURL], rtl::OUString()).isEmpty();
        if (widthCounts(paragraph)) {
            run.format.tracking = asOr<sal_Int16>(property(portion.range, "CharKerning"), 0);
            run.format.scaleWidth = asOr<sal_Int16>(property(portion.range, "CharScaleWidth"), 100);
        }
        if (!paragraph.runs.empty()) {
            model::Run& last = paragraph.runs.back();
            if (joinable(run.kind) && last.kind == run.kind && last.format == run.format) {
                last.length += run.length;
                return;
            }
        }
        paragraph.runs.push_back(run);
    }
}

/// Words of a cell of figures are written anew as a whole, which would lose a comment on them.
template <bool Keep>
void ReaderCore<Keep>::readComment(model::Paragraph& paragraph) {
    if (openCells_.empty() || !document().cells[static_cast<std::size_t>(openCells_.back().cell)].bordered) return;
    model::Run run;
    run.start = static_cast<std::int32_t>(text_.size());
    run.kind = model::RunKind::field;
    run.format = paragraph.base;
    paragraph.runs.push_back(run);
}

template <bool Keep>
void ReaderCore<Keep>::readFootnote(const Portion& portion, model::Run& run, std::int32_t length) {
    run.kind = model::RunKind::footnote;
    const auto note = getObject<css::text::XFootnote>(portion.range, "Footnote");
    const css::uno::Reference<css::text::XText> text(note, css::uno::UNO_QUERY);
    if (!text.is()) return;
    const bool endnote = supports(note, "com.sun.star.text.Endnote");
    model::Story added;
    added.kind = endnote ? model::StoryKind::endnote : model::StoryKind::footnote;
    added.anchor = model::Range{current_.story, paragraphIndex_, run.start, length};
    StorySource source;
    source.kind = endnote ? StorySource::Kind::endnote : StorySource::Kind::footnote;
    source.index = noteCounts_[endnote ? 1 : 0]++;
    run.story = addStory(std::move(added), std::move(source), text, 0);
}

template <bool Keep>
void ReaderCore<Keep>::readBreak(const css::uno::Any* values, model::Paragraph& paragraph) {
    // Only the body has pages of its own; inside a table only the table's own break counts.
    const bool after = std::exchange(breakAfter_, false);
    if (current_.story != 0) return;
    std::optional<model::PageBreak> asked = std::exchange(tableBreak_, std::nullopt);
    if (!asked && openCells_.empty()) {
        asked = pageBreak(walker_.paragraph(), values[pPageDescName], values[pBreakType], after);
        breakAfter_ = asksForPageAfter(values[pBreakType]);
    } else if (!asked && after) {
        asked = model::PageBreak{};
    }
    if (paragraphIndex_ == 0 || (asked && !asked->pageStyle.empty())) {
        const rtl::OUString name =
            asked && !asked->pageStyle.empty() ? str(asked->pageStyle) : rtl::OUString::createFromAscii(kDefaultPageStyle);
        model::PageSection section;
        section.firstParagraph = paragraphIndex_;
        section.pageStyle = pageStyleIndex(name);
        if (asked) section.pageNumber = asked->pageNumber;
        document().sections.push_back(section);
    }
    paragraph.breakBefore = std::move(asked);
}

template <bool Keep>
typename ReaderCore<Keep>::SectionFacts ReaderCore<Keep>::sectionFacts(const css::uno::Any& value) {
    if (!value.hasValue()) return {};
    css::uno::Reference<css::text::XTextSection> section(value, css::uno::UNO_QUERY);
    if (!section.is()) return {};
    const css::uno::Reference<css::uno::XInterface> identity(section, css::uno::UNO_QUERY);
    if (const auto known = sections_.find(identity.get()); known != sections_.end()) return known->second;
    SectionFacts facts;
    for (int depth = 0; depth < 256 && section.is(); ++depth) {
        facts.isProtected = facts.isProtected || getOr(section, "IsProtected", false);
        facts.hidden = facts.hidden || !getOr(section, "IsVisible", true);
        section = section->getParentSection();
    }
    sections_.emplace(identity.get(), facts);
    sectionsAlive_.push_back(identity);  // so that no other section takes its address
    return facts;
}

// ---- tables -----------------------------------------------------------------------------------------------------

template <bool Keep>
void ReaderCore<Keep>::startTable() {
    const css::uno::Reference<css::text::XTextTable>& table = walker_.table();
    const css::uno::Reference<css::uno::XInterface> object(table);
    model::Hmm available = current_.width;
    if (!openCells_.empty()) {
        available = openCells_.back().width;
    } else if (current_.story == 0) {
        const std::optional<model::PageBreak> asked =
            pageBreak(object, property(object, "PageDescName"), property(object, "BreakType"), false);
        if (asked) tableBreak_ = asked;
        // Pages that follow may have another style; their text is nearly always as wide.
        std::int32_t pageStyle = 0;
        if (asked && !asked->pageStyle.empty()) {
            pageStyle = pageStyleIndex(str(asked->pageStyle));
        } else if (!document().sections.empty()) {
            pageStyle = document().sections.back().pageStyle;
        } else {
            pageStyle = pageStyleIndex(rtl::OUString::createFromAscii(kDefaultPageStyle));
        }
        available = document().pageStyles[static_cast<std::size_t>(pageStyle)].textWidth();
    }
    TableGeometry geometry = tableGeometry(table, walker_.cellNames(), available);
    geometry.table.story = current_.story;
    geometry.table.parentCell = openCells_.empty() ? -1 : openCells_.back().cell;
    geometry.table.firstCell = static_cast<std::int32_t>(document().cells.size());
    geometry.table.cellCount = static_cast<std::int32_t>(geometry.cells.size());
    geometry.table.firstParagraph = paragraphIndex_;
    const auto index = static_cast<std::int32_t>(document().tables.size());
    for (model::Cell& cell : geometry.cells) {
        cell.table = index;
        cell.firstParagraph = paragraphIndex_;
    }
    document().cells.insert(document().cells.end(), geometry.cells.begin(), geometry.cells.end());
    document().tables.push_back(std::move(geometry.table));
    openTables_.push_back({index});
}

template <bool Keep>
void ReaderCore<Keep>::startCell() {
    model::Table& table = document().tables[static_cast<std::size_t>(openTables_.back().table)];
    OpenCell open;
    open.cell = table.firstCell + static_cast<std::int32_t>(walker_.cellIndex());
    model::Cell& cell = document().cells[static_cast<std::size_t>(open.cell)];
    cell.firstParagraph = paragraphIndex_;
    const CellLook look = cellLook(walker_.cell());
    cell.bordered = look.bordered;
    cell.value = look.value;
    cell.formula = look.formula;
    table.bordered = table.bordered || cell.bordered;
    open.isProtected = look.isProtected || (!openCells_.empty() && openCells_.back().isProtected);
    open.width = cell.width;
    open.live = walker_.cell();
    openCells_.push_back(open);
}

template <bool Keep>
void ReaderCore<Keep>::endCell() {
    model::Cell& cell = document().cells[static_cast<std::size_t>(openCells_.back().cell)];
    cell.paragraphCount = paragraphIndex_ - cell.firstParagraph;
    if constexpr (Keep) {
        const std::vector<model::Paragraph>& read = story().paragraphs;
        const bool fieldAlone = cell.paragraphCount == 1 && cell.formula.empty() && read.back().runs.size() == 1 && read.back().runs.front().kind == model::RunKind::field;
        if (fieldAlone) cell.formula = toUtf8(formulaOfField(formulaField(openCells_.back().live)));
    }
    openCells_.pop_back();
}

template <bool Keep>
void ReaderCore<Keep>::endTable() {
    model::Table& table = document().tables[static_cast<std::size_t>(openTables_.back().table)];
    table.paragraphCount = paragraphIndex_ - table.firstParagraph;
    openTables_.pop_back();
}

// ---- drawn objects ----------------------------------------------------------------------------------------------

template <bool Keep>
void ReaderCore<Keep>::readShapesOf(const css::uno::Reference<css::uno::XInterface>& holder,
                                    const model::Range& anchor) {
    const css::uno::Reference<css::container::XContentEnumerationAccess> access(holder, css::uno::UNO_QUERY);
    if (!access.is()) return;
    const css::uno::Reference<css::container::XEnumeration> contents =
        access->createContentEnumeration("com.sun.star.text.TextContent");
    while (contents.is() && contents->hasMoreElements()) {
        const css::uno::Reference<css::drawing::XShape> shape(contents->nextElement(), css::uno::UNO_QUERY);
        if (shape.is()) readShape(shape, anchor);
    }
}

template <bool Keep>
void ReaderCore<Keep>::readShape(const css::uno::Reference<css::drawing::XShape>& shape, const model::Range& anchor) {
    const css::uno::Reference<css::uno::XInterface> object(shape, css::uno::UNO_QUERY);
    if (!objectsRead_.insert(object.get()).second) return;
    const DrawObjects::Entry* entry = objects_.find(object);
    if (entry != nullptr && objectsLeft_ > 0) {
        --objectsLeft_;
        if (outsideBody_ > 0 && elsewhere_.contains(object.get())) --outsideBody_;
    }

    model::Shape result;
    const bool isFrame = supports(object, "com.sun.star.text.TextFrame");
    if (isFrame) {
        result.kind = model::ShapeKind::textFrame;
    } else if (supports(object, "com.sun.star.text.TextGraphicObject")) {
        result.kind = model::ShapeKind::image;
    } else if (supports(object, "com.sun.star.text.TextEmbeddedObject")) {
        result.kind = model::ShapeKind::object;
    } else {
        result.kind = shapeKind(shape);
    }
    // Not on the draw page: it has its own name, and can be looked up only where that is unique.
    const css::uno::Reference<css::container::XNamed> named(object, css::uno::UNO_QUERY);
    const std::string ownName = named.is() ? toUtf8(named->getName()) : std::string();
    result.name = entry != nullptr ? entry->name : "#x" + std::to_string(document().shapes.size());
    result.anchor = anchor;
    result.anchorKind = anchorKind(asEnum<css::text::TextContentAnchorType>(property(object, "AnchorType"))
                                       .value_or(css::text::TextContentAnchorType_AT_PARAGRAPH));
    result.anchorPage = getOr<sal_Int16>(object, "AnchorPageNo", 0);
    result.horizontal = horizontal(getOr<sal_Int16>(object, "HoriOrient", 0));
    result.horizontalRelation = relation(getOr<sal_Int16>(object, "HoriOrientRelation", 0));
    result.x = getOr<sal_Int32>(object, "HoriOrientPosition", 0);
    result.vertical = vertical(getOr<sal_Int16>(object, "VertOrient", 0));
    result.verticalRelation = relation(getOr<sal_Int16>(object, "VertOrientRelation", 0));
    result.y = getOr<sal_Int32>(object, "VertOrientPosition", 0);
    readSize(shape, result);
    readLook(object, result);

    const auto index = static_cast<std::int32_t>(document().shapes.size());
    const std::string name = result.name;
    document().shapes.push_back(result);
    const std::int32_t text = shapeStory(object, isFrame, isFrame ? ownName : name, index, result.width);
    document().shapes[static_cast<std::size_t>(index)].textStory = text;
    if (result.kind != model::ShapeKind::group || entry == nullptr) return;

    // Members stand where the group stands, shifted by where they are in it. A list instead of recursion: groups may
    // be nested as deep as a file likes.
    struct Member {
        css::uno::Reference<css::drawing::XShape> shape;
        std::string path;
    };
    std::vector<Member> open{{shape, {}}};
    bool anyVisible = false;
    const css::awt::Point origin = shape->getPosition();
    while (!open.empty()) {
        const Member member = std::move(open.back());
        open.pop_back();
        const css::uno::Reference<css::container::XIndexAccess> members(member.shape, css::uno::UNO_QUERY);
        const sal_Int32 count = members.is() ? members->getCount() : 0;
        for (sal_Int32 i = 0; i < count; ++i) {
            const css::uno::Reference<css::drawing::XShape> child(members->getByIndex(i), css::uno::UNO_QUERY);
            if (!child.is()) continue;
            model::Shape inner = result;
            inner.kind = shapeKind(child);
            inner.name = memberName(*entry, member.path, static_cast<std::size_t>(i));
            const css::awt::Point position = child->getPosition();
            inner.x = result.x + position.X - origin.X;
            inner.y = result.y + position.Y - origin.Y;
            readSize(child, inner);
            readLook(child, inner);
            if (inner.kind == model::ShapeKind::group) {
                open.push_back({child, member.path + "." + std::to_string(i)});
                inner.visible = false;
            }
            anyVisible = anyVisible || inner.visible;
            const auto innerIndex = static_cast<std::int32_t>(document().shapes.size());
            const std::string innerName = inner.name;
            document().shapes.push_back(std::move(inner));
            const std::int32_t innerText = shapeStory(child, false, innerName, innerIndex, result.width);
            document().shapes[static_cast<std::size_t>(innerIndex)].textStory = innerText;
        }
    }
    document().shapes[static_cast<std::size_t>(index)].visible = anyVisible;
}

template <bool Keep>
std::int32_t ReaderCore<Keep>::shapeStory(const css::uno::Reference<css::uno::XInterface>& object, bool isFrame,
                                          const std::string& name, std::int32_t index, model::Hmm width) {
    css::uno::Reference<css::text::XText> text;
    if (isFrame) {
        const css::uno::Reference<css::text::XTextFrame> frame(object, css::uno::UNO_QUERY);
        if (frame.is()) text = frame->getText();
    } else {
        // Every drawn shape can hold text; most lines hold none.
        text.set(object, css::uno::UNO_QUERY);
        if (text.is() && text->getString().isEmpty()) text.clear();
    }
    if (!text.is()) return -1;
    model::Story added;
    added.kind = isFrame ? model::StoryKind::frame : model::StoryKind::shapeText;
    added.shape = index;
    added.anchor = document().shapes[static_cast<std::size_t>(index)].anchor;
    StorySource source;
    source.kind = isFrame ? StorySource::Kind::frame : StorySource::Kind::shape;
    source.name = name;
    return addStory(std::move(added), std::move(source), text, width);
}

// ---- pages ------------------------------------------------------------------------------------------------------

template <bool Keep>
std::int32_t ReaderCore<Keep>::pageStyleIndex(const rtl::OUString& name) {
    const std::string wanted = toUtf8(name);
    auto& known = document().pageStyles;
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& item) { return item.name == wanted; });
    if (found != known.end()) return static_cast<std::int32_t>(std::distance(known.begin(), found));
    const css::uno::Reference<css::beans::XPropertySet> properties = style(pageStyles_, name);
    // A name that the document does not know shows as the default style.
    if (!properties.is() && wanted != kDefaultPageStyle) {
        return pageStyleIndex(rtl::OUString::createFromAscii(kDefaultPageStyle));
    }
    known.push_back(properties.is() ? readPageStyle(properties, name) : model::PageStyle{});
    known.back().name = wanted;
    return static_cast<std::int32_t>(known.size()) - 1;
}

template <bool Keep>
void ReaderCore<Keep>::readPageTexts(std::int32_t index) {
    const rtl::OUString name = str(document().pageStyles[static_cast<std::size_t>(index)].name);
    const css::uno::Reference<css::beans::XPropertySet> properties = style(pageStyles_, name);
    if (!properties.is()) return;
    const model::Hmm width = document().pageStyles[static_cast<std::size_t>(index)].textWidth();
    for (const PageText& page : pageTexts(properties)) {
        model::Story added;
        added.kind = page.kind;
        StorySource source;
        source.kind = StorySource::Kind::page;
        source.name = toUtf8(name);
        source.property = page.property;
        const std::int32_t number = addStory(std::move(added), std::move(source), page.text, width);
        if (page.slot != nullptr) document().pageStyles[static_cast<std::size_t>(index)].*page.slot = number;
    }
}

template <bool Keep>
void ReaderCore<Keep>::finishBody() {
    if (document().sections.empty()) {
        document().sections.push_back({0, pageStyleIndex(rtl::OUString::createFromAscii(kDefaultPageStyle)), {}});
    }
    // The list grows while it is walked: a style brings the one that follows it.
    for (std::size_t i = 0; i < document().pageStyles.size(); ++i) {
        const std::string follow = document().pageStyles[i].follow;
        if (!follow.empty()) pageStyleIndex(str(follow));
        readPageTexts(static_cast<std::int32_t>(i));
    }
    // What is fixed to a page hangs on no paragraph; the body's first one stands for it.
    if (objectsLeft_ == 0) return;
    for (const DrawObjects::Entry& entry : objects_.entries()) {
        const auto anchor = asEnum<css::text::TextContentAnchorType>(property(entry.shape, "AnchorType"));
        if (anchor == css::text::TextContentAnchorType_AT_PAGE) readShape(entry.shape, {0, 0, 0, 0});
    }
}

template <bool Keep>
void ReaderCore<Keep>::finish() {
    phase_ = Phase::finished;
    // Only now the headers' texts are there.
    for (model::PageStyle& page : document().pageStyles) {
        const css::uno::Reference<css::beans::XPropertySet> properties = style(pageStyles_, str(page.name));
        if (properties.is()) growToContent(page, properties, document());
    }
    model::noteCitedLists(document());
    document().facts = readFacts(context_, model_, options_.pages);
    document().ignored = readIgnored(model_);
    document().fonts = fonts_.take();
    if (document().fonts.empty()) document().fonts.emplace_back();
    // Nothing of the office may be kept longer than needed.
    objects_ = {};
    walker_ = {};
    current_ = {};
    sectionsAlive_.clear();
}

template class ReaderCore<true>;
template class ReaderCore<false>;

}  // namespace thethuc::uno
