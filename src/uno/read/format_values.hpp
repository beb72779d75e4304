// Values of the office -> values of the snapshot. Void or strange values give the field's default.
#pragma once

#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <rtl/ustring.hxx>

#include <unordered_map>
#include <vector>

#include "model/document.hpp"
#include "uno/read/property_names.hpp"

namespace thethuc::uno {

/// Font names to FontId, in order of appearance.
class FontTable {
public:
    [[nodiscard]] model::FontId id(const rtl::OUString& name);
    [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

private:
    struct Hash {
        std::size_t operator()(const rtl::OUString& text) const noexcept {
            return static_cast<std::size_t>(static_cast<sal_uInt32>(text.hashCode()));
        }
    };
    std::unordered_map<rtl::OUString, model::FontId, Hash> ids_;
    std::vector<std::string> names_;
    rtl::OUString last_;
    model::FontId lastId_ = -1;
};

/// `values`: the ten character values from CharCaseMap to CharWeight.
[[nodiscard]] model::CharFormat charFormat(const css::uno::Any* values, FontTable& fonts);
/// `values`: those of paragraphNames(). borderSides is left to the caller.
[[nodiscard]] model::ParagraphFormat paragraphFormat(const css::uno::Any* values);
/// Width of a BorderLine or BorderLine2, 0 if none shows.
[[nodiscard]] model::Hmm borderWidth(const css::uno::Any& value);

[[nodiscard]] model::AnchorKind anchorKind(css::text::TextContentAnchorType type);
/// RelOrientation, HoriOrientation and VertOrientation of the office.
[[nodiscard]] model::Relation relation(sal_Int16 value);
[[nodiscard]] model::Orientation horizontal(sal_Int16 value);
[[nodiscard]] model::Orientation vertical(sal_Int16 value);

}  // namespace thethuc::uno
