#include "uno/read/page_styles.hpp"

#include <algorithm>

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

namespace {

/// What the lines of a header take, 0 where that cannot be told (tables).
model::Hmm contentHeight(const model::Document& document, std::int32_t story) {
    if (story < 0) return 0;
    std::int64_t height = 0;
    for (const model::Paragraph& paragraph : document.stories[static_cast<std::size_t>(story)].paragraphs) {
        if (paragraph.cell >= 0) return 0;
        model::DeciPt size = paragraph.runs.empty() ? paragraph.base.size : 0;
        for (const model::Run& run : paragraph.runs) size = std::max(size, run.format.size);
        // A line of Times New Roman is 1.149 of its size.
        std::int64_t line = static_cast<std::int64_t>(model::toHmm(size)) * 1149 / 1000;
        const model::LineSpacing& spacing = paragraph.format.lineSpacing;
        if (spacing.mode == model::LineSpacingMode::proportional) line = line * spacing.value / 100;
        if (spacing.mode == model::LineSpacingMode::exactly) line = spacing.value;
        if (spacing.mode == model::LineSpacingMode::atLeast) line = std::max<std::int64_t>(line, spacing.value);
        const auto lines = 1 + std::count(paragraph.text.begin(), paragraph.text.end(), U'\n');
        height += line * lines + paragraph.format.spaceBefore + paragraph.format.spaceAfter;
    }
    return static_cast<model::Hmm>(std::min<std::int64_t>(height, 100000));
}

}  // namespace

void growToContent(model::PageStyle& style, const css::uno::Reference<css::beans::XPropertySet>& properties,
                   const model::Document& document) {
    const css::uno::Reference<css::uno::XInterface> object(properties);
    const auto grow = [&](bool on, const char* dynamic, const char* eats, const char* distance, std::int32_t story, model::Hmm& height) {
        if (!on || !getOr(object, rtl::OUString::createFromAscii(dynamic), false)) return;
        const model::Hmm content = contentHeight(document, story);
        // “Dynamic spacing”: what grows takes the distance to the text first (all files of Word are like that).
        const bool takes = getOr(object, rtl::OUString::createFromAscii(eats), false);
        const model::Hmm gap = takes ? 0 : getOr<sal_Int32>(object, rtl::OUString::createFromAscii(distance), 0);
        if (content > 0) height = std::max(height, content + gap);
    };
    grow(style.headerOn, "HeaderIsDynamicHeight", "HeaderDynamicSpacing", "HeaderBodyDistance", style.header, style.headerHeight);
    grow(style.footerOn, "FooterIsDynamicHeight", "FooterDynamicSpacing", "FooterBodyDistance", style.footer, style.footerHeight);
}

}  // namespace thethuc::uno
