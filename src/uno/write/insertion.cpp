#include "uno/write/insertion.hpp"

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
#include <com/sun/star/lang/XSingleServiceFactory.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XRelativeTextContentInsert.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
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
    const Reference<css::embed::XStorage> storage(
        storages->createInstanceWithArguments(seq<css::uno::Any>({css::uno::Any(file), css::uno::Any(css::embed::ElementModes::READWRITE)})),
        UNO_QUERY_THROW);
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

bool isEmptyParagraph(const Reference<css::text::XTextRange>& place) {
    const Reference<css::text::XParagraphCursor> cursor(place->getText()->createTextCursorByRange(place), UNO_QUERY_THROW);
    cursor->gotoStartOfParagraph(false);
    cursor->gotoEndOfParagraph(true);
    return cursor->getString().isEmpty();
}

/// An empty paragraph above a table; Writer has no place there otherwise.
Reference<css::text::XTextRange> aboveTable(const Reference<css::text::XText>& body, const Reference<css::text::XTextContent>& table,
                                            const Reference<css::frame::XModel>& model) {
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::text::XTextContent> paragraph(factory->createInstance("com.sun.star.text.Paragraph"), UNO_QUERY_THROW);
    Reference<css::text::XRelativeTextContentInsert>(body, UNO_QUERY_THROW)->insertTextContentBefore(paragraph, table);
    return Reference<css::text::XTextRange>(paragraph, UNO_QUERY_THROW)->getStart();
}

}  // namespace

Reference<css::text::XTextCursor> insertDrafted(const Reference<css::uno::XComponentContext>& context,
                                                const Reference<css::text::XTextRange>& at, const std::string& flat) {
    const Reference<css::text::XText> text = at->getText();
    // Stands where what is inserted begins, and tells the paragraph that was split off above it.
    const Reference<css::text::XTextCursor> above = text->createTextCursorByRange(at->getStart());
    const Reference<css::text::XTextCursor> cursor = text->createTextCursorByRange(at->getStart());
    Reference<css::document::XDocumentInsertable>(cursor, UNO_QUERY_THROW)
        ->insertDocumentFromURL("private:stream",
                                seq<css::beans::PropertyValue>({argument("InputStream", packed(context, draft::packageOf(flat))),
                                                                argument("FilterName", rtl::OUString("writer8"))}));
    if (isEmptyParagraph(above) && text->compareRegionStarts(above, cursor) != 0) {
        const Reference<css::lang::XComponent> empty(paragraphAt(above), UNO_QUERY);
        if (empty.is()) empty->dispose();
    }
    return cursor;
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
