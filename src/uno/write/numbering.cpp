#include "uno/write/numbering.hpp"

#include <algorithm>

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexReplace.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/NumberingType.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/TableSortFieldType.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/table/XTableColumns.hpp>
#include <com/sun/star/text/LabelFollow.hpp>
#include <com/sun/star/text/PositionAndSpaceMode.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/util/XSortable.hpp>

#include "model/cited_list.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/write/own_undo.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Range = Reference<css::text::XTextRange>;
using Cursor = Reference<css::text::XTextCursor>;

constexpr sal_Int32 kSortKey = 6;                ///< digits that stand before a paragraph while paragraphs are sorted

rtl::OUString sortKey(std::size_t number) {
    const rtl::OUString digits = rtl::OUString::number(static_cast<sal_Int64>(number));
    rtl::OUString key;
    for (sal_Int32 i = digits.getLength(); i < kSortKey; ++i) key += "0";
    return key + digits;
}

void removeKey(const Range& start) {
    const Cursor key = start->getText()->createTextCursorByRange(start);
    key->goRight(static_cast<sal_Int16>(kSortKey), true);
    key->setString(rtl::OUString());
}

void sort(const Reference<css::util::XSortable>& range, sal_Int32 column) {
    css::table::TableSortField field;
    field.Field = column;
    field.IsAscending = true;
    field.FieldType = css::table::TableSortFieldType_ALPHANUMERIC;
    field.CollatorLocale = css::lang::Locale("vi", "VN", rtl::OUString());
    field.CollatorAlgorithm = "alphanumeric";
    css::uno::Sequence<css::beans::PropertyValue> descriptor = range->createSortDescriptor();
    for (css::beans::PropertyValue& one : descriptor) {
        if (one.Name == "SortFields") one.Value <<= seq<css::table::TableSortField>({field});
        else if (one.Name == "IsSortColumns") one.Value <<= false;
    }
    range->sort(descriptor);
}

}  // namespace

rtl::OUString makeListStyle(const Reference<css::frame::XModel>& model, const std::string& wanted, const ListLook& look) {
    const Reference<css::container::XNameContainer> styles(styleFamily(model, "NumberingStyles"), UNO_QUERY_THROW);
    rtl::OUString name = str(wanted);
    for (sal_Int32 n = 2; styles->hasByName(name); ++n) {
        const Reference<css::style::XStyle> known(styles->getByName(name), UNO_QUERY);
        if (known.is() && !known->isInUse()) break;
        name = str(wanted) + " " + rtl::OUString::number(n);
    }
    const ModelWork make = [name, look](const Reference<css::frame::XModel>& document) {
        const Reference<css::container::XNameContainer> known(styleFamily(document, "NumberingStyles"), UNO_QUERY_THROW);
        if (!known->hasByName(name)) {
            const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
            known->insertByName(name, css::uno::Any(factory->createInstance("com.sun.star.style.NumberingStyle")));
        }
        const Reference<css::uno::XInterface> style(known->getByName(name), UNO_QUERY_THROW);
        const Reference<css::container::XIndexReplace> levels(property(style, "NumberingRules"), UNO_QUERY_THROW);
        const bool hangs = look.firstLine < 0;
        levels->replaceByIndex(0, css::uno::Any(seq<css::beans::PropertyValue>({
                                      argument("NumberingType", css::style::NumberingType::ARABIC),
                                      argument("Prefix", rtl::OUString()),
                                      argument("Suffix", look.suffix),
                                      argument("ListFormat", rtl::OUString("%1%") + look.suffix),
                                      argument("PositionAndSpaceMode", css::text::PositionAndSpaceMode::LABEL_ALIGNMENT),
                                      argument("LabelFollowedBy", look.alone ? css::text::LabelFollow::NOTHING : hangs ? css::text::LabelFollow::LISTTAB : css::text::LabelFollow::SPACE),
                                      argument("ListtabStopPosition", static_cast<sal_Int32>(look.indent)),
                                      argument("IndentAt", static_cast<sal_Int32>(look.indent)),
                                      argument("FirstLineIndent", static_cast<sal_Int32>(look.firstLine)),
                                  })));
        set(style, "NumberingRules", css::uno::Any(levels));
    };
    const ModelWork takeBack = [name](const Reference<css::frame::XModel>& document) {
        const Reference<css::container::XNameContainer> known(styleFamily(document, "NumberingStyles"), UNO_QUERY);
        if (known.is() && known->hasByName(name)) known->removeByName(name);
    };
    unrecorded(model, make, takeBack);
    return name;
}

std::vector<Range> sortParagraphs(const std::vector<Range>& paragraphs, const std::vector<std::size_t>& order) {
    if (paragraphs.size() < 2 || order.size() != paragraphs.size()) return paragraphs;
    const Reference<css::text::XText> text = paragraphs.front()->getText();
    for (std::size_t place = 0; place < order.size(); ++place) text->insertString(paragraphs[order[place]]->getStart(), sortKey(place), false);
    const Cursor all = text->createTextCursorByRange(paragraphs.front()->getStart());
    all->gotoRange(paragraphs.back()->getEnd(), true);
    sort(Reference<css::util::XSortable>(all, UNO_QUERY_THROW), 1);
    // the selection of the cursor may not have followed; the keys tell the paragraphs
    std::vector<Range> sorted;
    const Reference<css::container::XEnumeration> contents = Reference<css::container::XEnumerationAccess>(text, UNO_QUERY_THROW)->createEnumeration();
    while (sorted.size() < paragraphs.size() && contents->hasMoreElements()) {
        const Range paragraph(contents->nextElement(), UNO_QUERY);
        if (!paragraph.is() || !paragraph->getString().startsWith(sortKey(sorted.size()))) continue;
        removeKey(paragraph->getStart());
        sorted.push_back(paragraph);
    }
    if (sorted.size() < paragraphs.size()) throw css::uno::RuntimeException("paragraphs were not sorted");
    return sorted;
}

void sortRows(const Reference<css::text::XTextTable>& table, std::int32_t column, std::int32_t first, const std::vector<std::size_t>& order) {
    if (order.size() < 2) return;
    const Reference<css::table::XCellRange> cells(table, UNO_QUERY_THROW);
    const auto count = static_cast<sal_Int32>(order.size());
    const auto start = [&](sal_Int32 row) {
        return Reference<css::text::XText>(cells->getCellByPosition(column, first + row), UNO_QUERY_THROW)->getStart();
    };
    for (std::size_t place = 0; place < order.size(); ++place) {
        const Range at = start(static_cast<sal_Int32>(order[place]));
        at->getText()->insertString(at, sortKey(place), false);
    }
    const sal_Int32 right = table->getColumns()->getCount() - 1;
    sort(Reference<css::util::XSortable>(cells->getCellRangeByPosition(0, first, right, first + count - 1), UNO_QUERY_THROW), column + 1);
    for (sal_Int32 row = 0; row < count; ++row) removeKey(start(row));
}

bool movable(const std::vector<Range>& paragraphs) {
    return std::all_of(paragraphs.begin(), paragraphs.end(), [](const Range& paragraph) {
        const Reference<css::container::XEnumerationAccess> access(paragraph, UNO_QUERY);
        if (!access.is()) return false;
        const Reference<css::container::XEnumeration> portions = access->createEnumeration();
        while (portions->hasMoreElements()) {
            const Reference<css::uno::XInterface> portion(portions->nextElement(), UNO_QUERY);
            const auto type = getOr<rtl::OUString>(portion, "TextPortionType", rtl::OUString());
            if (type == "Text" || type == "TextField" || type == "Footnote" || type == "SoftPageBreak") continue;
            if (type == "Bookmark") {
                const auto bookmark = getObject<css::container::XNamed>(portion, "Bookmark");
                if (bookmark.is() && (bookmark->getName().startsWith("_GoBack") || model::isListBookmark(toUtf8(bookmark->getName())))) continue;
            }
            return false;
        }
        return true;
    });
}

}  // namespace thethuc::uno
