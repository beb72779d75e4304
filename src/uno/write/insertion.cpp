#include "uno/write/insertion.hpp"

#include <algorithm>
#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/document/XDocumentInsertable.hpp>
#include <com/sun/star/embed/ElementModes.hpp>
#include <com/sun/star/embed/XStorage.hpp>
#include <com/sun/star/embed/XTransactedObject.hpp>
#include <com/sun/star/io/XOutputStream.hpp>
#include <com/sun/star/io/XSeekable.hpp>
#include <com/sun/star/io/XStream.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XSingleServiceFactory.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XRelativeTextContentInsert.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include "draft/package.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr float kLow = 2.0F;  // pt

void write(const Reference<css::embed::XStorage>& storage, const char* name, const std::string& text) {
    const Reference<css::io::XStream> stream =
        storage->openStreamElement(rtl::OUString::createFromAscii(name), css::embed::ElementModes::WRITE | css::embed::ElementModes::TRUNCATE);
    set(stream, "MediaType", rtl::OUString("text/xml"));
    const Reference<css::io::XOutputStream> out = stream->getOutputStream();
    out->writeBytes(css::uno::Sequence<sal_Int8>(reinterpret_cast<const sal_Int8*>(text.data()), static_cast<sal_Int32>(text.size())));
    out->closeOutput();
}

/// The package as a stream in memory or, where the office so decides, in its temporary folder.
Reference<css::io::XInputStream> packed(const Reference<css::uno::XComponentContext>& context, const draft::Package& package) {
    const Reference<css::lang::XMultiComponentFactory> services = context->getServiceManager();
    const Reference<css::io::XStream> file(services->createInstanceWithContext("com.sun.star.io.TempFile", context), UNO_QUERY_THROW);
    const Reference<css::lang::XSingleServiceFactory> storages(
        services->createInstanceWithContext("com.sun.star.embed.StorageFactory", context), UNO_QUERY_THROW);
    // Marked as deprecated in the office's type library, without another way to say on which stream a storage stands.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    const Reference<css::embed::XStorage> storage(
        storages->createInstanceWithArguments(seq<css::uno::Any>({css::uno::Any(file), css::uno::Any(css::embed::ElementModes::READWRITE)})),
        UNO_QUERY_THROW);
#pragma GCC diagnostic pop
    set(storage, "MediaType", rtl::OUString("application/vnd.oasis.opendocument.text"));
    write(storage, "content.xml", package.content);
    write(storage, "styles.xml", package.styles);
    Reference<css::embed::XTransactedObject>(storage, UNO_QUERY_THROW)->commit();
    Reference<css::lang::XComponent>(storage, UNO_QUERY_THROW)->dispose();
    Reference<css::io::XSeekable>(file, UNO_QUERY_THROW)->seek(0);
    return file->getInputStream();
}

Reference<css::uno::XInterface> paragraphAt(const Reference<css::text::XTextRange>& place) {
    const Reference<css::container::XEnumerationAccess> paragraphs(place->getText()->createTextCursorByRange(place->getStart()), UNO_QUERY_THROW);
    const Reference<css::container::XEnumeration> all = paragraphs->createEnumeration();
    return all->hasMoreElements() ? Reference<css::uno::XInterface>(all->nextElement(), UNO_QUERY) : Reference<css::uno::XInterface>();
}

Reference<css::text::XParagraphCursor> cursorAt(const Reference<css::text::XTextRange>& place) {
    return Reference<css::text::XParagraphCursor>(place->getText()->createTextCursorByRange(place->getStart()), UNO_QUERY_THROW);
}

bool isEmptyParagraph(const Reference<css::text::XTextRange>& place) {
    const Reference<css::text::XParagraphCursor> cursor = cursorAt(place);
    cursor->gotoStartOfParagraph(false);
    cursor->gotoEndOfParagraph(true);
    return cursor->getString().isEmpty();
}

/// Paragraphs and tables of a text, in order. They follow their nodes, whatever is put in around them.
std::vector<Reference<css::uno::XInterface>> partsOf(const Reference<css::text::XText>& text) {
    std::vector<Reference<css::uno::XInterface>> result;
    const Reference<css::container::XEnumeration> all = Reference<css::container::XEnumerationAccess>(text, UNO_QUERY_THROW)->createEnumeration();
    while (all->hasMoreElements()) result.emplace_back(all->nextElement(), UNO_QUERY);
    return result;
}

/// The paragraph that begins at `start`; parts.size() if none does.
std::size_t indexOf(const std::vector<Reference<css::uno::XInterface>>& parts, const Reference<css::text::XText>& text,
                    const Reference<css::text::XTextRange>& start) {
    const Reference<css::text::XTextRangeCompare> places(text, UNO_QUERY_THROW);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Reference<css::text::XTextRange> paragraph(parts[i], UNO_QUERY);
        if (paragraph.is() && !Reference<css::text::XTextTable>(parts[i], UNO_QUERY).is() &&
            places->compareRegionStarts(paragraph->getStart(), start) == 0) {
            return i;
        }
    }
    return parts.size();
}

void removeIfEmpty(const Reference<css::uno::XInterface>& part) {
    const Reference<css::text::XTextRange> paragraph(part, UNO_QUERY);
    if (!paragraph.is() || Reference<css::text::XTextTable>(part, UNO_QUERY).is() || !paragraph->getString().isEmpty()) return;
    const Reference<css::lang::XComponent> component(part, UNO_QUERY);
    if (component.is()) component->dispose();
}

/// The page that a paragraph or table begins: its style and number.
struct PageStart {
    css::uno::Any style, offset;
    bool set = false;
};

PageStart takePageStart(const Reference<css::uno::XInterface>& paragraph) {
    PageStart result{property(paragraph, "PageDescName"), property(paragraph, "PageNumberOffset"), false};
    result.set = !asOr<rtl::OUString>(result.style, rtl::OUString()).isEmpty();
    if (result.set) trySet(paragraph, "PageDescName", css::uno::Any(rtl::OUString()));
    return result;
}

void givePageStart(const Reference<css::uno::XInterface>& part, const PageStart& start) {
    if (!start.set) return;
    set(part, "PageDescName", start.style);
    if (start.offset.hasValue()) trySet(part, "PageNumberOffset", start.offset);
}

/// An empty paragraph above a table; Writer has no place there otherwise.
Reference<css::text::XTextRange> aboveTable(const Reference<css::text::XText>& body, const Reference<css::text::XTextContent>& table,
                                            const Reference<css::frame::XModel>& model) {
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::text::XTextContent> paragraph(factory->createInstance("com.sun.star.text.Paragraph"), UNO_QUERY_THROW);
    // Deprecated for its interface only; nothing else puts a paragraph above a table.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    Reference<css::text::XRelativeTextContentInsert>(body, UNO_QUERY_THROW)->insertTextContentBefore(paragraph, table);
#pragma GCC diagnostic pop
    return Reference<css::text::XTextRange>(paragraph, UNO_QUERY_THROW)->getStart();
}

}  // namespace

Reference<css::text::XTextRange> insertDrafted(const Reference<css::uno::XComponentContext>& context,
                                               const Reference<css::text::XTextRange>& at, const std::string& flat) {
    const Reference<css::text::XText> text = at->getText();
    const auto split = [&](const Reference<css::text::XTextRange>& place) {
        text->insertControlCharacter(place, css::text::ControlCharacter::PARAGRAPH_BREAK, false);
    };
    // A paragraph of its own to insert in, and the one below it, which is a fixed point: cursors move with what is inserted.
    const Reference<css::text::XParagraphCursor> cursor = cursorAt(at);
    const bool inside = !cursor->isStartOfParagraph();
    const bool atEnd = cursor->isEndOfParagraph();
    const Reference<css::text::XParagraphCursor> start = cursorAt(at);
    start->gotoStartOfParagraph(false);
    std::vector<Reference<css::uno::XInterface>> parts = partsOf(text);
    std::size_t first = indexOf(parts, text, Reference<css::text::XTextRange>(start, UNO_QUERY_THROW));
    if (first >= parts.size()) throw css::uno::RuntimeException("the place of the insertion is not in the body", {});
    if (inside) {
        split(at->getStart());
        ++first;
        parts = partsOf(text);
    }
    const PageStart page = takePageStart(parts[first]);
    split(Reference<css::text::XTextRange>(parts[first], UNO_QUERY_THROW)->getStart());
    parts = partsOf(text);
    const Reference<css::uno::XInterface> below = parts.at(first + 1);
    cursor->gotoRange(Reference<css::text::XTextRange>(parts[first], UNO_QUERY_THROW)->getStart(), false);
    Reference<css::document::XDocumentInsertable>(cursor, UNO_QUERY_THROW)
        ->insertDocumentFromURL("private:stream",
                                seq<css::beans::PropertyValue>({argument("InputStream", packed(context, draft::packageOf(flat))),
                                                                argument("FilterName", rtl::OUString("writer8"))}));
    const std::vector<Reference<css::uno::XInterface>> after = partsOf(text);
    const auto end = static_cast<std::size_t>(std::find(after.begin(), after.end(), below) - after.begin());
    if (end >= after.size() || end <= first) throw css::uno::RuntimeException("the place of the insertion is lost", {});
    // Writer leaves an empty paragraph above a table that is inserted first, and one below what is inserted.
    if (end > first + 1) {
        removeIfEmpty(after[first]);
        removeIfEmpty(after[end - 1]);
    }
    const std::vector<Reference<css::uno::XInterface>> left = partsOf(text);
    if (first < left.size()) givePageStart(left[first], page);
    const Reference<css::text::XTextRange> behind(below, UNO_QUERY_THROW);
    if (!(inside && atEnd) || left.back() == below) return behind->getStart();
    // The person stood at the end of a paragraph: the empty one that was split off is not wanted.
    const auto next = std::find(left.begin(), left.end(), below) + 1;
    removeIfEmpty(below);
    const Reference<css::text::XTextRange> following(*next, UNO_QUERY);
    return following.is() && following->getText() == text ? following->getStart() : text->getEnd();
}

Reference<css::text::XTextRange> placeBefore(const Reference<css::frame::XModel>& model, const ReadResult& read, Locator& locator,
                                             const model::Range& paragraph) {
    const auto found = locator.paragraph(paragraph);
    if (!found || paragraph.story != 0) return {};
    const Reference<css::text::XText> body = locator.storyText(0);
    const std::int32_t cell = read.document.at(paragraph).cell;
    if (cell < 0) return found->paragraph->getStart();
    const std::int32_t table = read.document.cells[static_cast<std::size_t>(cell)].table;
    const model::Table& outer = read.document.tables[static_cast<std::size_t>(table)];
    if (outer.parentCell >= 0 || outer.firstParagraph != paragraph.paragraph) return {};
    const Reference<css::text::XTextContent> content(locator.table(table), UNO_QUERY);
    return content.is() ? aboveTable(body, content, model) : Reference<css::text::XTextRange>();
}

Reference<css::text::XTextRange> placeAtEnd(const Reference<css::frame::XModel>& model) {
    const Reference<css::text::XText> body = Reference<css::text::XTextDocument>(model, UNO_QUERY_THROW)->getText();
    if (!isEmptyParagraph(body->getEnd())) {
        body->insertControlCharacter(body->getEnd(), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
    }
    return body->getEnd();
}

void makeLow(const Reference<css::text::XTextRange>& place) {
    const Reference<css::uno::XInterface> paragraph = paragraphAt(place);
    set(paragraph, "CharHeight", kLow);
}

}  // namespace thethuc::uno
