#include "uno/session/clipboard.hpp"

#include <utility>

#include <com/sun/star/datatransfer/UnsupportedFlavorException.hpp>
#include <com/sun/star/datatransfer/XTransferable.hpp>
#include <com/sun/star/datatransfer/clipboard/SystemClipboard.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/implements.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

css::datatransfer::DataFlavor plainText() {
    css::datatransfer::DataFlavor flavor;
    flavor.MimeType = "text/plain;charset=utf-16";
    flavor.HumanPresentableName = "Unicode Text";
    flavor.DataType = cppu::UnoType<rtl::OUString>::get();
    return flavor;
}

/// Text that the clipboard asks for when somebody pastes; holds nothing else.
class Words final : public Implements<css::datatransfer::XTransferable> {
public:
    explicit Words(rtl::OUString words) : words_(std::move(words)) {}

    css::uno::Any SAL_CALL getTransferData(const css::datatransfer::DataFlavor& flavor) override {
        if (!isDataFlavorSupported(flavor)) throw css::datatransfer::UnsupportedFlavorException(flavor.MimeType, {});
        return css::uno::Any(words_);
    }
    css::uno::Sequence<css::datatransfer::DataFlavor> SAL_CALL getTransferDataFlavors() override {
        return seq<css::datatransfer::DataFlavor>({plainText()});
    }
    sal_Bool SAL_CALL isDataFlavorSupported(const css::datatransfer::DataFlavor& flavor) override {
        return flavor.MimeType == plainText().MimeType && flavor.DataType == plainText().DataType;
    }

private:
    rtl::OUString words_;
};

}  // namespace

bool copyWords(const Context& context, std::string_view words) {
    return guarded("clipboard", [&] {
        const css::uno::Reference<css::datatransfer::XTransferable> content(new Words(str(words)));
        css::datatransfer::clipboard::SystemClipboard::create(context)->setContents(content, {});
    });
}

}  // namespace thethuc::uno
