#include "uno/read/list_indents.hpp"

#include <com/sun/star/beans/PropertyState.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/style/NumberingType.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/text/PositionAndSpaceMode.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/property_names.hpp"

namespace thethuc::uno {

namespace {

bool isDirect(const css::uno::Reference<css::uno::XInterface>& object, const char* name) {
    const css::uno::Reference<css::beans::XPropertyState> states(object, css::uno::UNO_QUERY);
    return states.is() &&
           states->getPropertyState(rtl::OUString::createFromAscii(name)) == css::beans::PropertyState_DIRECT_VALUE;
}

bool hasOwnIndent(const css::uno::Reference<css::uno::XInterface>& object) {
    return isDirect(object, "ParaLeftMargin") || isDirect(object, "ParaFirstLineIndent");
}

}  // namespace

const ListIndents::Level& ListIndents::level(const css::uno::Reference<css::uno::XInterface>& paragraph,
                                             const rtl::OUString& list, int number) {
    const std::string key = toUtf8(list) + '\n' + std::to_string(number);
    const auto [entry, fresh] = levels_.try_emplace(key);
    Level& result = entry->second;
    if (!fresh) return result;
    const auto rules = getObject<css::container::XIndexAccess>(paragraph, "NumberingRules");
    if (!rules.is() || number < 0 || number >= rules->getCount()) return result;
    css::uno::Sequence<css::beans::PropertyValue> values;
    rules->getByIndex(number) >>= values;
    result.aligned = asOr<sal_Int16>(find(values, "PositionAndSpaceMode"), 0) ==
                     css::text::PositionAndSpaceMode::LABEL_ALIGNMENT;
    result.left = asOr<sal_Int32>(find(values, result.aligned ? rtl::OUString("IndentAt") : "LeftMargin"), 0);
    result.first = asOr<sal_Int32>(find(values, result.aligned ? rtl::OUString("FirstLineIndent") : "FirstLineOffset"), 0);
    if (asOr<sal_Int16>(find(values, "NumberingType"), 0) == css::style::NumberingType::CHAR_SPECIAL) {
        result.bullet = toU32(asOr(find(values, "BulletChar"), rtl::OUString()));
    }
    return result;
}

bool ListIndents::listDecidesInStyle(rtl::OUString name) {
    const std::string key = toUtf8(name);
    if (const auto known = styles_.find(key); known != styles_.end()) return known->second;
    bool result = true;
    // Up the chain of styles: whoever says something first, indent or list, decides. The bound keeps a ring of
    // parents, which a broken file may have, from holding us.
    for (int depth = 0; depth < 64 && !name.isEmpty() && paragraphStyles_.is() && paragraphStyles_->hasByName(name); ++depth) {
        const css::uno::Reference<css::uno::XInterface> style(paragraphStyles_->getByName(name), css::uno::UNO_QUERY);
        if (hasOwnIndent(style)) {
            result = false;
            break;
        }
        if (isDirect(style, "NumberingStyleName")) break;
        const css::uno::Reference<css::style::XStyle> named(style, css::uno::UNO_QUERY);
        if (!named.is()) break;
        name = named->getParentStyle();
    }
    styles_.emplace(key, result);
    return result;
}

bool ListIndents::listDecides(const css::uno::Reference<css::uno::XInterface>& paragraph, const rtl::OUString& style) {
    if (hasOwnIndent(paragraph)) return false;
    return isDirect(paragraph, "NumberingStyleName") || listDecidesInStyle(style);
}

void ListIndents::apply(const css::uno::Reference<css::uno::XInterface>& paragraph, const css::uno::Any* values,
                        model::ParagraphFormat& format, std::u32string& label) {
    const rtl::OUString list = getOr(paragraph, "NumberingStyleName", rtl::OUString());
    if (list.isEmpty()) return;
    const Level& found = level(paragraph, list, getOr<sal_Int16>(paragraph, "NumberingLevel", 0));
    if (label.empty()) label = found.bullet;
    if (!listDecides(paragraph, asOr(values[pParaStyleName], rtl::OUString()))) return;
    format.leftMargin = found.left + (found.aligned ? 0 : format.leftMargin);
    format.firstLineIndent = found.first;
}

}  // namespace thethuc::uno
