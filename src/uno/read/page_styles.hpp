// Page styles of the live document.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "model/document.hpp"

namespace thethuc::uno {

/// A family of styles ("PageStyles", "ParagraphStyles"); empty if the document has none.
[[nodiscard]] css::uno::Reference<css::container::XNameAccess> styleFamily(
    const css::uno::Reference<css::frame::XModel>& model, const rtl::OUString& family);

/// A style of a family by programmatic name; empty if there is none.
[[nodiscard]] css::uno::Reference<css::beans::XPropertySet> style(
    const css::uno::Reference<css::container::XNameAccess>& family, const rtl::OUString& name);

/// Format of a page style; its stories are left at -1.
[[nodiscard]] model::PageStyle readPageStyle(const css::uno::Reference<css::beans::XPropertySet>& style,
                                             const rtl::OUString& name);

/// Headers and footers that the style shows.
struct PageText {
    const char* property;                     ///< "HeaderText", "FooterTextFirst" …
    model::StoryKind kind;
    std::int32_t model::PageStyle::*slot;     ///< where its story number goes; null for left pages' own text
    css::uno::Reference<css::text::XText> text;
};
[[nodiscard]] std::vector<PageText> pageTexts(const css::uno::Reference<css::beans::XPropertySet>& style);

/// HeaderHeight and FooterHeight are only the least that a growing header takes (0 for one that Writer made): makes
/// them what their lines really take. Lines that wrap are not counted. Call it when the stories are read.
void growToContent(model::PageStyle& style, const css::uno::Reference<css::beans::XPropertySet>& properties,
                   const model::Document& document);

}  // namespace thethuc::uno
