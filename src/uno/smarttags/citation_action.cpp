#include "uno/smarttags/citation_action.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <com/sun/star/container/XStringKeyMap.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "citations/forms.hpp"
#include "citations/search.hpp"
#include "elements/analysis.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/main_thread.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/deck.hpp"
#include "uno/read/locator.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/session/clipboard.hpp"
#include "uno/session/memory.hpp"
#include "uno/session/session.hpp"
#include "uno/sidebar/citations_panel.hpp"
#include "uno/sidebar/panel_access.hpp"
#include "uno/smarttags/citation_recognizer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

struct Named {
    const char* name;                            ///< of the action, for scripts
    const char* key;                             ///< of its caption
};
/// By index; an action's id is its index + 1.
constexpr std::array kActions{Named{"first", "tag.first"}, Named{"remember", "tag.remember"}, Named{"copy", "tag.copy"}, Named{"shorten", "tag.shorten"}};
enum Action : sal_Int32 { kFirst = 1, kRemember, kCopy, kShorten };

/// The document as it is now: read anew unless a result is up to date. Findings only where they are asked for: they cost a whole check.
struct Now {
    std::shared_ptr<const Checked> checked;
    ReadResult own;
    elements::Analysis ownAnalysis;
    citations::Ledger ownLedger;

    Now(const Context& context, const Reference<css::frame::XModel>& model, bool findings) {
        const auto session = Session::of(context, model);
        if (session && session->result() && !session->outdated()) {
            checked = session->result();
        } else if (findings) {
            checked = checkNow(context, model, rules(context));
        } else {
            own = readResult(context, model);
            ownAnalysis = elements::analyse(own.document);
            ownLedger = citations::recognise(own.document, ownAnalysis);
        }
    }
    [[nodiscard]] const ReadResult& read() const { return checked ? checked->read : own; }
    [[nodiscard]] const elements::Analysis& analysis() const { return checked ? checked->outcome.analysis : ownAnalysis; }
    [[nodiscard]] const citations::Ledger& ledger() const { return checked ? checked->outcome.citations : ownLedger; }
};

/// The mention at the place; by its words where no place is given or found.
std::optional<std::size_t> mentionAt(const Now& now, Locator& locator, const Reference<css::text::XTextRange>& target, const std::u32string& words) {
    const std::u32string wanted = text::squeeze(words);
    const Reference<css::text::XTextRangeCompare> text(target.is() ? target->getText() : Reference<css::text::XText>(), UNO_QUERY);
    const auto& mentions = now.ledger().mentions;
    for (std::size_t i = 0; text.is() && i < mentions.size(); ++i) {
        if (text::squeeze(mentions[i].text) != wanted) continue;
        const auto range = locator.range(now.read().document.place(mentions[i].at));
        if (!range || range->get() == nullptr || (*range)->getText() != target->getText()) continue;
        if (text->compareRegionStarts(*range, target) == 0) return i;
    }
    return citations::mentionMeant(now.ledger(), words);
}

/// Whether the cursor stands at a mention that may be shortened: not at a first one, and not where the rest is not certain.
bool shortensAtCursor(const Context& context, const Reference<css::frame::XController>& controller, const std::u32string& words) {
    const Reference<css::text::XTextViewCursorSupplier> supplier(controller, UNO_QUERY);
    const Reference<css::text::XTextRange> cursor(supplier.is() ? supplier->getViewCursor() : Reference<css::text::XTextViewCursor>(), UNO_QUERY);
    if (!cursor.is()) return false;
    const Reference<css::frame::XModel> model = controller->getModel();
    const Now now(context, model, false);
    const citations::Ledger& ledger = now.ledger();
    const Reference<css::text::XText> text = cursor->getText();
    const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY);
    Locator locator(model, now.read());
    for (const citations::FormChange& change : citations::planForms(now.read().document, now.analysis(), ledger).changes) {
        const citations::Mention& mention = ledger.mentions[change.mention];
        if (change.kind != citations::FormChange::Kind::shorten || (!words.empty() && text::squeeze(mention.text) != words)) continue;
        const auto range = locator.range(now.read().document.place(mention.at));
        if (!range || range->get() == nullptr || (*range)->getText() != text) continue;
        // compare… gives 1 where the first one comes first
        if (compare.is() && compare->compareRegionStarts(*range, cursor) >= 0 && compare->compareRegionEnds(cursor, *range) >= 0) return true;
    }
    return false;
}

/// The words that the recogniser left with the tag; empty without them.
std::u32string wordsOf(const Reference<css::container::XStringKeyMap>& properties) {
    rtl::OUString words;
    if (properties.is() && properties->hasValue(str(kTagWords))) properties->getValue(str(kTagWords)) >>= words;
    return text::squeeze(toU32(words));
}

void tell(const Reference<css::frame::XController>& controller, const std::string& note) {
    const Reference<css::frame::XFrame> frame = controller->getFrame();
    openDeck(frame);
    expandPanel(frame, "CitationsPanel");
    if (const rtl::Reference<CitationsPanel> panel = Panel::in<CitationsPanel>(frame); panel.is()) panel->tell(note);
}

}  // namespace

rtl::OUString SAL_CALL CitationAction::getName(const css::lang::Locale&) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(Texts{report::languageOf(language(context_))}("tag.name")); });
}

rtl::OUString SAL_CALL CitationAction::getDescription(const css::lang::Locale&) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(Texts{report::languageOf(language(context_))}("tag.description")); });
}

rtl::OUString SAL_CALL CitationAction::getSmartTagName(sal_Int32) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(kCitationTag); });
}

rtl::OUString SAL_CALL CitationAction::getSmartTagCaption(sal_Int32, const css::lang::Locale& locale) { return getName(locale); }

sal_Int32 SAL_CALL CitationAction::getActionCount(const rtl::OUString& tag, const Reference<css::frame::XController>& controller,
                                                  const Reference<css::container::XStringKeyMap>& properties) {
    return guarded("smart tag", sal_Int32{0}, [&] {
        if (tag != str(kCitationTag)) return sal_Int32{0};
        // the last one is offered only where it would do something; the menu is made where the cursor was set
        bool shortens = false;
        if (controller.is() && controller->getModel().is()) {
            runOnMainThread(context_, [&] { shortens = shortensAtCursor(context_, controller, wordsOf(properties)); });
        }
        return static_cast<sal_Int32>(kActions.size()) - (shortens ? 0 : 1);
    });
}

sal_Int32 SAL_CALL CitationAction::getActionID(const rtl::OUString&, sal_Int32 index, const Reference<css::frame::XController>&) { return index + 1; }

rtl::OUString SAL_CALL CitationAction::getActionCaptionFromID(sal_Int32 action, const rtl::OUString&, const css::lang::Locale&,
                                                              const Reference<css::container::XStringKeyMap>&, const rtl::OUString&, const rtl::OUString&,
                                                              const Reference<css::frame::XController>&, const Reference<css::text::XTextRange>&) {
    return guarded("smart tag", rtl::OUString(),
                   [&] { return str(Texts{report::languageOf(language(context_))}(kActions.at(static_cast<std::size_t>(action - 1)).key)); });
}

rtl::OUString SAL_CALL CitationAction::getActionNameFromID(sal_Int32 action, const Reference<css::frame::XController>&) {
    return guarded("smart tag", rtl::OUString(), [&] { return str(kActions.at(static_cast<std::size_t>(action - 1)).name); });
}

void SAL_CALL CitationAction::invokeAction(sal_Int32 action, const rtl::OUString&, const Reference<css::frame::XController>& controller,
                                           const Reference<css::text::XTextRange>& target, const Reference<css::container::XStringKeyMap>&,
                                           const rtl::OUString& text, const rtl::OUString&, const css::lang::Locale&) {
    guarded("smart tag", [&] {
        if (!controller.is() || !controller->getModel().is()) return;
        runOnMainThread(context_, [&] { run(action, controller, target, text); });
    });
}

void CitationAction::run(sal_Int32 action, const Reference<css::frame::XController>& controller, const Reference<css::text::XTextRange>& target,
                         const rtl::OUString& text) {
    const Texts texts{report::languageOf(language(context_))};
    const Reference<css::frame::XModel> model = controller->getModel();
    const Now now(context_, model, action == kRemember);
    Locator locator(model, now.read());
    const auto mention = mentionAt(now, locator, target, toU32(text));
    if (!mention) return tell(controller, texts("tag.not-found"));
    const citations::Ledger& ledger = now.ledger();
    const citations::Entry& entry = ledger.entries.at(static_cast<std::size_t>(ledger.mentions[*mention].entry));
    switch (action) {
        case kFirst: {
            const auto range = locator.range(now.read().document.place(ledger.mentions[entry.mentions.front()].at));
            const Reference<css::view::XSelectionSupplier> selection(controller, UNO_QUERY);
            if (range && selection.is()) selection->select(css::uno::Any(*range));
            break;
        }
        case kRemember: {
            const citations::Particulars known = citations::certainOf(now.read().document, ledger, entry);
            const auto certain = app::rememberable(now.read().document, ledger, now.checked->findings());
            if (std::find(certain.begin(), certain.end(), known) == certain.end()) return tell(controller, texts("tag.remember.uncertain"));
            try {
                CitedMemory memory(context_, texts.language);
                (void)memory.remember({known});
                tell(controller, texts("tag.remembered", {text::toUtf8(citations::fullCitation(known, citations::dateStyleOf(ledger)))}));
            } catch (const report::DataError& error) {
                tell(controller, error.what());
            }
            break;
        }
        case kCopy: {
            citations::Particulars known = citations::certainOf(now.read().document, ledger, entry);
            // What this text leaves out, an earlier one may have said.
            CitedMemory memory(context_, texts.language);
            app::CitedDocuments both(memory.documents());
            if (both.find(known) < both.documents().size()) {
                const std::size_t found = both.find(known);
                (void)both.remember(known, {});
                known = both.documents()[found].known;
            }
            const std::string words = text::toUtf8(citations::fullCitation(known, citations::dateStyleOf(ledger)));
            if (!copyWords(context_, words)) tell(controller, texts("citations.copy.failed"));
            break;
        }
        case kShorten: {
            const model::Place place = now.read().document.place(ledger.mentions[*mention].at);
            const CitationAnswer answer = rewordCitations(context_, model, citations::FormChange::Kind::shorten, place, {}, texts, texts("undo.cite.shorten"));
            tell(controller, answer.message.empty() ? texts("tag.shortened") : answer.message);
            break;
        }
        default: break;
    }
}

rtl::OUString SAL_CALL CitationAction::getImplementationName() { return "vn.thethuc.comp.CitationAction"; }
sal_Bool SAL_CALL CitationAction::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL CitationAction::getSupportedServiceNames() {
    return seq<rtl::OUString>({"com.sun.star.smarttags.SmartTagAction"});
}

}  // namespace thethuc::uno
