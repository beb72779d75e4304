// Indents that a list gives to a paragraph, where the paragraph and its styles leave them to the list.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>

#include "model/document.hpp"

namespace thethuc::uno {

class ListIndents {
public:
    explicit ListIndents(css::uno::Reference<css::container::XNameAccess> paragraphStyles = {})
        : paragraphStyles_(std::move(paragraphStyles)) {}

    /// For a paragraph that is in a list: puts the list's indents into `format` where they count, and the
    /// bullet into `label` where the office gives none. `values` are those of paragraphNames().
    void apply(const css::uno::Reference<css::uno::XInterface>& paragraph, const css::uno::Any* values,
               model::ParagraphFormat& format, std::u32string& label);

private:
    struct Level {
        bool aligned = false;   ///< indents are absolute; otherwise they add to the paragraph's
        model::Hmm left = 0;
        model::Hmm first = 0;
        std::u32string bullet;
    };
    const Level& level(const css::uno::Reference<css::uno::XInterface>& paragraph, const rtl::OUString& list, int level);
    bool listDecides(const css::uno::Reference<css::uno::XInterface>& paragraph, const rtl::OUString& style);
    bool listDecidesInStyle(rtl::OUString style);

    css::uno::Reference<css::container::XNameAccess> paragraphStyles_;
    std::unordered_map<std::string, Level> levels_;
    std::unordered_map<std::string, bool> styles_;
};

}  // namespace thethuc::uno
