#include "uno/read/page_styles.hpp"

#include <com/sun/star/style/NumberingType.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>

#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

css::uno::Reference<css::container::XNameAccess> styleFamily(const css::uno::Reference<css::frame::XModel>& model,
                                                             const rtl::OUString& family) {
    const css::uno::Reference<css::style::XStyleFamiliesSupplier> supplier(model, css::uno::UNO_QUERY);
    if (!supplier.is()) return {};
    const css::uno::Reference<css::container::XNameAccess> families = supplier->getStyleFamilies();
    if (!families.is() || !families->hasByName(family)) return {};
    return {families->getByName(family), css::uno::UNO_QUERY};
}

css::uno::Reference<css::beans::XPropertySet> style(const css::uno::Reference<css::container::XNameAccess>& family,
                                                    const rtl::OUString& name) {
    if (!family.is() || name.isEmpty() || !family->hasByName(name)) return {};
    return {family->getByName(name), css::uno::UNO_QUERY};
}

model::PageStyle readPageStyle(const css::uno::Reference<css::beans::XPropertySet>& properties,
                               const rtl::OUString& name) {
    model::PageStyle result;
    result.name = toUtf8(name);
    const css::uno::Reference<css::uno::XInterface> object(properties);
    const auto length = [&object](const char* property) {
        return getOr<sal_Int32>(object, rtl::OUString::createFromAscii(property), 0);
    };
    result.follow = toUtf8(getOr(object, "FollowStyle", name));
    if (result.follow.empty()) result.follow = result.name;
    result.width = length("Width");
    result.height = length("Height");
    result.landscape = getOr(object, "IsLandscape", false);
    result.marginTop = length("TopMargin");
    result.marginBottom = length("BottomMargin");
    result.marginLeft = length("LeftMargin");
    result.marginRight = length("RightMargin");
    const model::Hmm gutter = length("GutterMargin");
    (getOr(object, "RtlGutter", false) ? result.marginRight : result.marginLeft) += gutter;
    // Properties of a header say nothing unless it is on.
    result.headerOn = getOr(object, "HeaderIsOn", false);
    if (result.headerOn) result.headerHeight = length("HeaderHeight");
    result.footerOn = getOr(object, "FooterIsOn", false);
    if (result.footerOn) result.footerHeight = length("FooterHeight");
    result.firstIsShared = !(result.headerOn || result.footerOn) || getOr(object, "FirstIsShared", true);
    result.arabicNumbers = getOr<sal_Int16>(object, "NumberingType", css::style::NumberingType::ARABIC) ==
                           css::style::NumberingType::ARABIC;
    return result;
}

std::vector<PageText> pageTexts(const css::uno::Reference<css::beans::XPropertySet>& properties) {
    std::vector<PageText> result;
    const css::uno::Reference<css::uno::XInterface> object(properties);
    const auto add = [&](const char* property, model::StoryKind kind, std::int32_t model::PageStyle::*slot) {
        auto text = getObject<css::text::XText>(object, rtl::OUString::createFromAscii(property));
        if (text.is()) result.push_back({property, kind, slot, std::move(text)});
    };
    if (getOr(object, "HeaderIsOn", false)) {
        add("HeaderText", model::StoryKind::header, &model::PageStyle::header);
        if (!getOr(object, "HeaderIsShared", true)) add("HeaderTextLeft", model::StoryKind::header, nullptr);
        if (!getOr(object, "FirstIsShared", true)) {
            add("HeaderTextFirst", model::StoryKind::header, &model::PageStyle::headerFirst);
        }
    }
    if (getOr(object, "FooterIsOn", false)) {
        add("FooterText", model::StoryKind::footer, &model::PageStyle::footer);
        if (!getOr(object, "FooterIsShared", true)) add("FooterTextLeft", model::StoryKind::footer, nullptr);
        if (!getOr(object, "FirstIsShared", true)) {
            add("FooterTextFirst", model::StoryKind::footer, &model::PageStyle::footerFirst);
        }
    }
    return result;
}

}  // namespace thethuc::uno
