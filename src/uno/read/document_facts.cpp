#include "uno/read/document_facts.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/read/metrics.hpp"

namespace thethuc::uno {

namespace {

// Looks for the signature's part in the package, as its file stands on the disk. Files elsewhere (a server)
// are not fetched again for this.
bool isSigned(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::frame::XModel>& model) {
    const rtl::OUString url = model->getURL();
    if (!url.startsWith("file:")) return false;
    const rtl::OUString lower = url.toAsciiLowerCase();
    bool package = false;
    for (const char* ending : {".odt", ".ott", ".docx", ".dotx", ".docm", ".odm"}) {
        package = package || lower.endsWith(rtl::OUString::createFromAscii(ending));
    }
    if (!package) return false;
    return guarded("signature", false, [&] {
        const css::uno::Sequence<css::uno::Any> arguments = seq<css::uno::Any>({css::uno::Any(url)});
        const css::uno::Reference<css::container::XNameAccess> parts(
            context->getServiceManager()->createInstanceWithArgumentsAndContext(
                "com.sun.star.packages.zip.ZipFileAccess", arguments, context),
            css::uno::UNO_QUERY);
        if (!parts.is()) return false;
        return bool(parts->hasByName("META-INF/documentsignatures.xml")) ||
               bool(parts->hasByName("_xmlsignatures/origin.sigs"));
    });
}

}  // namespace

std::int32_t countPages(const css::uno::Reference<css::frame::XModel>& model) {
    return getOr<sal_Int32>(model->getCurrentController(), "PageCount", 0);
}

model::DocumentFacts readFacts(const css::uno::Reference<css::uno::XComponentContext>& context,
                               const css::uno::Reference<css::frame::XModel>& model, bool withPages) {
    model::DocumentFacts facts;
    const css::uno::Reference<css::frame::XStorable> file(model, css::uno::UNO_QUERY);
    facts.readOnly = file.is() && file->isReadonly();
    facts.signedDocument = isSigned(context, model);
    facts.recordChanges = getOr(model, "RecordChanges", false);
    const css::uno::Reference<css::lang::XMultiServiceFactory> factory(model, css::uno::UNO_QUERY);
    if (factory.is()) {
        const css::uno::Reference<css::uno::XInterface> settings =
            factory->createInstance("com.sun.star.document.Settings");
        facts.formProtected = getOr(settings, "ProtectForm", false);
        facts.addsParagraphSpacing = getOr(settings, "AddParaTableSpacing", true);
    }
    facts.timesMetrics = hasTimesMetrics(context);
    if (withPages) facts.pages = countPages(model);
    return facts;
}

}  // namespace thethuc::uno
