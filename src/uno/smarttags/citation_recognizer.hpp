// Citations in the text as smart tags of Writer: marked where they stand, with actions in the context menu.
#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/smarttags/XSmartTagRecognizer.hpp>

#include "uno/bridge/implements.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// Name of the tag, shared with its actions.
inline constexpr std::string_view kCitationTag = "vn.thethuc/citation";
/// Property of a tag: the words that it marks.
inline constexpr std::string_view kTagWords = "words";

/// Told of every paragraph, in whatever thread: looks at nothing but the paragraph's words. Never throws.
class CitationRecognizer final : public Implements<css::smarttags::XSmartTagRecognizer, css::lang::XServiceInfo> {
public:
    explicit CitationRecognizer(const Context& context);

    // XSmartTagRecognizer
    void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>&) override {}
    sal_Int32 SAL_CALL getSmartTagCount() override { return 1; }
    rtl::OUString SAL_CALL getName(const css::lang::Locale& locale) override;
    rtl::OUString SAL_CALL getDescription(const css::lang::Locale& locale) override;
    rtl::OUString SAL_CALL getSmartTagName(sal_Int32 index) override;
    rtl::OUString SAL_CALL getSmartTagDownloadURL(sal_Int32) override { return {}; }
    void SAL_CALL recognize(const rtl::OUString& text, sal_Int32 start, sal_Int32 length, css::smarttags::SmartTagRecognizerMode mode,
                            const css::lang::Locale& locale, const css::uno::Reference<css::text::XTextMarkup>& markup, const rtl::OUString& application,
                            const css::uno::Reference<css::frame::XController>& controller,
                            const css::uno::Reference<css::i18n::XBreakIterator>& tokenizer) override;
    sal_Bool SAL_CALL hasPropertyPage(sal_Int32, const css::lang::Locale&) override { return false; }
    void SAL_CALL displayPropertyPage(sal_Int32, const css::lang::Locale&) override {}

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    Context context_;
    bool on_ = true;                                 ///< the setting, read when the office makes the recogniser
};

}  // namespace thethuc::uno
