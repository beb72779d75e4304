#include "uno/write/paragraph_styles.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/table/BorderLine2.hpp>

#include "uno/bridge/strings.hpp"
#include "uno/read/format_values.hpp"
#include "uno/read/page_styles.hpp"
#include "uno/write/format_properties.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/refused.hpp"
#include "uno/write/text_edits.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr char kFamily[] = "ParagraphStyles";
constexpr sal_Int32 kBorderDistance = 50;        // hmm from a line to the text, as in khung.fodt

/// What a style says; values only, as it lives on the undo stack.
struct Said {
    model::ParagraphFormat format;
    model::CharFormat character;
    std::string font;
};

Reference<css::uno::XInterface> styleOf(const Reference<css::frame::XModel>& model, const std::string& name) {
    return Reference<css::uno::XInterface>(style(styleFamily(model, kFamily), str(name)), UNO_QUERY);
}

Said read(const Reference<css::uno::XInterface>& style) {
    const css::uno::Sequence<rtl::OUString> names = paragraphNames();
    std::vector<css::uno::Any> values;
    for (sal_Int32 i = 0; i < names.getLength(); ++i) values.push_back(property(style, names.getConstArray()[i]));
    FontTable fonts;
    Said said{paragraphFormat(values.data()), charFormat(values.data() + pCharCaseMap, fonts), {}};
    said.font = toUtf8(getOr<rtl::OUString>(style, "CharFontName", rtl::OUString()));
    return said;
}

/// Writer counts in twips, and .docx in those, too.
bool near(model::Hmm a, model::Hmm b) {
    constexpr model::Hmm kTwip = 2;
    return std::abs(a - b) <= kTwip;
}

bool same(const Said& a, const Said& b) {
    const model::ParagraphFormat &x = a.format, &y = b.format;
    return x.align == y.align && near(x.leftMargin, y.leftMargin) && near(x.rightMargin, y.rightMargin) && near(x.firstLineIndent, y.firstLineIndent) &&
           x.autoFirstLine == y.autoFirstLine && near(x.spaceBefore, y.spaceBefore) && near(x.spaceAfter, y.spaceAfter) &&
           x.contextualSpacing == y.contextualSpacing && x.lineSpacing == y.lineSpacing && x.keepWithNext == y.keepWithNext && a.font == b.font &&
           a.character.size == b.character.size && a.character.bold == b.character.bold && a.character.italic == b.character.italic;
}

void write(const Reference<css::uno::XInterface>& style, const Said& said) {
    propertiesOf(allOf(said.format)).set(style);
    model::SetCharFormat letters;
    letters.font = said.font;
    letters.size = said.character.size;
    letters.bold = said.character.bold;
    letters.italic = said.character.italic;
    propertiesOf(letters).set(style);
}

void make(const Reference<css::frame::XModel>& model, const std::string& name, const Said& said) {
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    const Reference<css::style::XStyle> style(factory->createInstance("com.sun.star.style.ParagraphStyle"), UNO_QUERY_THROW);
    Reference<css::container::XNameContainer>(styleFamily(model, kFamily), UNO_QUERY_THROW)->insertByName(str(name), css::uno::Any(style));
    style->setParentStyle(rtl::OUString());
    write(style, said);
    // As khung.fodt has it: letters that the office takes for those of other scripts look the same.
    const auto height = static_cast<float>(said.character.size) / 10.0F;
    for (const char* script : {"Asian", "Complex"}) {
        const rtl::OUString ending = rtl::OUString::createFromAscii(script);
        trySet(style, "CharFontName" + ending, css::uno::Any(str(said.font)));
        trySet(style, "CharHeight" + ending, css::uno::Any(height));
    }
    trySet(style, "CharColor", css::uno::Any(sal_Int32{-1}));
    if (said.format.borderTop > 0) {
        css::table::BorderLine2 line;
        line.LineWidth = static_cast<sal_uInt32>(said.format.borderTop);
        line.OuterLineWidth = static_cast<sal_Int16>(said.format.borderTop);
        trySet(style, "TopBorder", css::uno::Any(line));
        trySet(style, "TopBorderDistance", css::uno::Any(kBorderDistance));
    }
    trySet(style, "CharLocale", css::uno::Any(css::lang::Locale("vi", "VN", rtl::OUString())));
}

// ---- one paragraph

/// Direct formatting that no style “TT …” speaks of. Writer takes it away with the old style where it covers the whole paragraph.
constexpr std::array kParagraphKept{"BottomBorder", "BottomBorderDistance", "DropCapFormat", "LeftBorder", "LeftBorderDistance", "OutlineLevel", "ParaBackColor",
                                    "ParaIsHyphenation", "ParaOrphans", "ParaShadowFormat", "ParaTabStops", "ParaWidows", "RightBorder", "RightBorderDistance",
                                    "TopBorder", "TopBorderDistance"};
constexpr std::array kLettersKept{"CharBackColor", "CharCaseMap", "CharColor", "CharEscapement", "CharEscapementHeight", "CharHidden", "CharKerning",
                                  "CharScaleWidth", "CharStrikeout", "CharStyleName", "CharUnderline", "CharUnderlineColor", "CharUnderlineHasColor"};
/// Of these also what the old style said: what is read and seen does not change.
constexpr std::array kSeen{"BottomBorder", "CharCaseMap", "CharEscapement", "CharEscapementHeight", "CharHidden", "OutlineLevel", "TopBorder"};
/// What the style speaks of.
constexpr std::array kLettersReset{"CharFontName", "CharFontStyleName", "CharHeight", "CharPosture", "CharWeight", "CharFontNameAsian", "CharHeightAsian",
                                   "CharPostureAsian", "CharWeightAsian", "CharFontNameComplex", "CharHeightComplex", "CharPostureComplex", "CharWeightComplex"};

struct Kept {
    Reference<css::uno::XInterface> of;
    std::vector<std::pair<rtl::OUString, css::uno::Any>> values;
};

template <std::size_t N>
Kept keep(const Reference<css::uno::XInterface>& object, const std::array<const char*, N>& names) {
    Kept result{object, {}};
    const Reference<css::beans::XPropertyState> states(object, UNO_QUERY);
    if (!states.is()) return result;
    for (const char* name : names) {
        const rtl::OUString key = rtl::OUString::createFromAscii(name);
        if (!hasProperty(object, key)) continue;
        const bool seen = std::find_if(kSeen.begin(), kSeen.end(), [&](const char* one) { return key.equalsAscii(one); }) != kSeen.end();
        if (seen || states->getPropertyState(key) == css::beans::PropertyState_DIRECT_VALUE) result.values.emplace_back(key, property(object, key));
    }
    return result;
}

void giveBack(const Kept& kept) {
    for (const auto& [name, value] : kept.values) {
        if (value.hasValue() && property(kept.of, name) != value) trySet(kept.of, name, value);
    }
}

void applyStyle(const FoundParagraph& found, const rtl::OUString& name) {
    const Kept paragraph = keep(found.paragraph, kParagraphKept);
    // What all letters have may be kept with the paragraph instead of with them.
    std::vector<Kept> letters{keep(found.paragraph, kLettersKept)};
    const Reference<css::container::XEnumerationAccess> access(found.paragraph, UNO_QUERY_THROW);
    for (const Reference<css::container::XEnumeration> all = access->createEnumeration(); all->hasMoreElements();) {
        const Reference<css::text::XTextRange> portion(all->nextElement(), UNO_QUERY);
        const auto type = getOr<rtl::OUString>(portion, "TextPortionType", rtl::OUString());
        if (!portion.is() || (type != "Text" && type != "TextField")) continue;
        Kept one = keep(portion, kLettersKept);
        if (one.values.empty()) continue;
        // A cursor stays where it is when the portions are made anew.
        const Reference<css::text::XTextCursor> cursor = found.text->createTextCursorByRange(portion->getStart());
        cursor->gotoRange(portion->getEnd(), true);
        one.of.set(cursor, UNO_QUERY);
        letters.push_back(std::move(one));
    }
    set(found.paragraph, "ParaStyleName", name);
    const Reference<css::text::XTextCursor> whole = found.text->createTextCursorByRange(found.paragraph->getStart());
    whole->gotoRange(found.paragraph->getEnd(), true);
    if (!whole->isCollapsed()) {
        const Reference<css::beans::XPropertyState> states(whole, UNO_QUERY_THROW);
        for (const char* one : kLettersReset) states->setPropertyToDefault(rtl::OUString::createFromAscii(one));
    }
    giveBack(paragraph);
    for (const Kept& one : letters) giveBack(one);
}

}  // namespace

Action prepare(Site& site, const model::SetParagraphStyle& edit) {
    const FoundParagraph found = editableParagraph(site, edit.at);
    if (!styleOf(site.model, edit.style).is()) refuse("refused.style", {edit.style});
    return [found, name = str(edit.style)] { applyStyle(found, name); };
}

std::size_t bringStyles(const Reference<css::frame::XModel>& model, const std::vector<draft::ParagraphStyle>& styles) {
    std::size_t changed = 0;
    for (const draft::ParagraphStyle& one : styles) {
        const Said wanted{one.format, one.character, "Times New Roman"};
        const Reference<css::uno::XInterface> known = styleOf(model, one.name);
        if (!known.is()) {
            unrecorded(model, [name = one.name, wanted](const Reference<css::frame::XModel>& document) { make(document, name, wanted); });
            continue;
        }
        const Said before = read(known);
        if (same(before, wanted)) continue;
        const auto say = [name = one.name](const Said& said) {
            return [name, said](const Reference<css::frame::XModel>& document) {
                if (const Reference<css::uno::XInterface> style = styleOf(document, name); style.is()) write(style, said);
            };
        };
        unrecorded(model, say(wanted), say(before));
        ++changed;
    }
    return changed;
}

}  // namespace thethuc::uno
