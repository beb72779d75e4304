#include "uno/smarttags/citation_recognizer.hpp"

#include <algorithm>

#include <com/sun/star/container/XStringKeyMap.hpp>
#include <com/sun/star/text/TextMarkupType.hpp>
#include <com/sun/star/text/XTextMarkup.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "citations/grammar.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

namespace {

/// Every citation has a digit: most paragraphs are passed by here.
bool hasDigit(const rtl::OUString& text, sal_Int32 start, sal_Int32 length) {
    const sal_Unicode* const words = text.getStr();
    const sal_Int32 first = std::clamp<sal_Int32>(start, 0, text.getLength());
    const sal_Int32 last = std::clamp<sal_Int32>(length, 0, text.getLength() - first) + first;
    return std::any_of(words + first, words + last, [](sal_Unicode c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CitationRecognizer::CitationRecognizer(const Context& context) : context_(context), on_(tagsCitations(context)) {}

rtl::OUString SAL_CALL CitationRecognizer::getName(const css::lang::Locale&) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(Texts{report::languageOf(language(context_))}("tag.name")); });
}

rtl::OUString SAL_CALL CitationRecognizer::getDescription(const css::lang::Locale&) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(Texts{report::languageOf(language(context_))}("tag.description")); });
}

rtl::OUString SAL_CALL CitationRecognizer::getSmartTagName(sal_Int32) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(kCitationTag); });
}

void SAL_CALL CitationRecognizer::recognize(const rtl::OUString& text, sal_Int32 start, sal_Int32 length, css::smarttags::SmartTagRecognizerMode mode,
                                            const css::lang::Locale&, const css::uno::Reference<css::text::XTextMarkup>& markup, const rtl::OUString&,
                                            const css::uno::Reference<css::frame::XController>&, const css::uno::Reference<css::i18n::XBreakIterator>&) {
    if (!on_ || !markup.is() || mode != css::smarttags::SmartTagRecognizerMode_PARAGRAPH || !hasDigit(text, start, length)) return;
    guarded("smart tag", [&] {
        const std::u32string words = toU32(text);
        // The whole paragraph is read, whichever part of it is asked for: a citation is what stands around it, too.
        sal_Int32 behind = 0;
        for (const citations::Parsed& one : citations::parse(citations::read(words))) {
            if (one.at.empty()) continue;
            const sal_Int32 first = toUtf16Offset(words, one.at.start), last = toUtf16Offset(words, one.at.end);
            if (first < std::max(start, behind) || last > start + length) continue;
            behind = last;
            const css::uno::Reference<css::container::XStringKeyMap> properties = markup->getMarkupInfoContainer();
            if (properties.is()) properties->insertValue(str(kTagWords), css::uno::Any(text.copy(first, last - first)));
            markup->commitStringMarkup(css::text::TextMarkupType::SMARTTAG, str(kCitationTag), first, last - first, properties);
        }
    });
}

rtl::OUString SAL_CALL CitationRecognizer::getImplementationName() { return "vn.thethuc.comp.CitationRecognizer"; }
sal_Bool SAL_CALL CitationRecognizer::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL CitationRecognizer::getSupportedServiceNames() {
    return seq<rtl::OUString>({"com.sun.star.smarttags.SmartTagRecognizer"});
}

}  // namespace thethuc::uno
