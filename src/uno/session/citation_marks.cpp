#include "uno/session/citation_marks.hpp"

#include <functional>
#include <map>
#include <vector>

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/ReferenceFieldPart.hpp>
#include <com/sun/star/text/ReferenceFieldSource.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/util/XRefreshable.hpp>

#include "citations/list.hpp"
#include "model/cited_list.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/read/portions.hpp"
#include "uno/session/citation_edits.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Model = Reference<css::frame::XModel>;
using Text = Reference<css::text::XText>;
using Range = Reference<css::text::XTextRange>;
using Cursor = Reference<css::text::XTextCursor>;

Range rangeOf(const Reference<css::uno::XInterface>& object) { return Range(object, UNO_QUERY_THROW); }

bool hasTrackedChanges(const Model& model) {
    const auto changes = getObject<css::container::XElementAccess>(model, "Redlines");
    return changes.is() && changes->hasElements();
}

/// Marks are the person's text: where changes are tracked they are tracked, too.
CitationAnswer changeMarks(const Context& context, const Model& model, const std::function<citations::MarkPlan(const CitedReading&, CitationAnswer&)>& planned,
                           const Texts& texts, const std::string& title) {
    CitationAnswer answer;
    const CitedReading now = readCitations(context, model);
    if (const auto reason = whyNotEditable(now.document().facts)) {
        answer.message = texts(*reason);
        return answer;
    }
    const citations::MarkPlan plan = planned(now, answer);
    if (!answer.message.empty()) return answer;
    if (plan.put.empty() && plan.taken.empty()) {
        if (countReferences(model) > 0) unrecorded(model, refreshReferences);
        return answer;
    }
    UndoScope scope(model, str(title));
    refreshBehindUndo(model);
    {
        const ControllersLock lock(model);
        answer.changed = carryOutMarks(model, now, plan);
    }
    refreshBehindRedo(model);
    scope.commit();
    return answer;
}

}  // namespace

void refreshReferences(const Model& model) {
    const Reference<css::text::XTextFieldsSupplier> supplier(model, UNO_QUERY);
    if (!supplier.is()) return;
    const Reference<css::util::XRefreshable> fields(supplier->getTextFields(), UNO_QUERY);
    if (fields.is()) fields->refresh();
}

void refreshBehindUndo(const Model& model) { unrecorded(model, [](const Model&) {}, refreshReferences); }
void refreshBehindRedo(const Model& model) { unrecorded(model, refreshReferences, [](const Model&) {}); }

std::size_t countReferences(const Model& model) {
    std::size_t count = 0;
    const Reference<css::text::XTextFieldsSupplier> supplier(model, UNO_QUERY);
    Reference<css::container::XEnumerationAccess> fields;
    if (supplier.is()) fields = supplier->getTextFields();
    Reference<css::container::XEnumeration> all;
    if (fields.is()) all = fields->createEnumeration();
    while (all.is() && all->hasMoreElements()) {
        const Reference<css::uno::XInterface> field(all->nextElement(), UNO_QUERY);
        if (getOr(field, "SourceName", rtl::OUString()).startsWith(rtl::OUString::createFromAscii(kMarkTarget))) ++count;
    }
    return count;
}

std::int32_t carryOutMarks(const Model& model, const CitedReading& now, const citations::MarkPlan& plan) {
    Locator locator(model, now.read);
    const css::uno::Sequence<rtl::OUString> names = seq<rtl::OUString>({"TextPortionType"});
    std::vector<Cursor> taken, behind;
    std::map<model::Range, std::vector<Range>> marks;        // by paragraph
    for (const citations::MarkPlan::Taken& one : plan.taken) {
        auto known = marks.find(one.paragraph);
        if (known == marks.end()) {
            known = marks.emplace(one.paragraph, std::vector<Range>()).first;
            const auto found = locator.paragraph(now.document().place(one.paragraph));
            if (!found) continue;
            TrackState tracked;
            forEachPortion(Reference<css::container::XEnumerationAccess>(found->paragraph, UNO_QUERY), names, tracked, [](const Portion&) {},
                           [&](const Aside& aside) {
                               if (aside.kind == Aside::Kind::mark) known->second.push_back(aside.range);
                           });
        }
        if (one.mark < known->second.size()) taken.emplace_back(known->second[one.mark], UNO_QUERY_THROW);
    }
    for (const citations::MarkPlan::Put& one : plan.put) {
        const std::vector<Range> pieces = locator.pieces(now.document().place(one.behind));
        behind.push_back(pieces.empty() ? Cursor() : Cursor(pieces.back()->getText()->createTextCursorByRange(pieces.back()->getEnd())));
    }
    for (const Cursor& mark : taken) mark->setString(rtl::OUString());
    const Reference<css::lang::XMultiServiceFactory> factory(model, UNO_QUERY_THROW);
    std::int32_t changed = static_cast<std::int32_t>(taken.size());
    for (std::size_t i = 0; i < behind.size(); ++i) {
        const Cursor& at = behind[i];
        if (!at.is()) continue;
        const Text text = at->getText();
        text->insertString(rangeOf(at), rtl::OUString(kMarkBlank) + "[", false);
        at->collapseToEnd();
        const Reference<css::text::XTextContent> reference(factory->createInstance("com.sun.star.text.TextField.GetReference"), UNO_QUERY_THROW);
        set(reference, "ReferenceFieldSource", css::text::ReferenceFieldSource::BOOKMARK);
        set(reference, "ReferenceFieldPart", css::text::ReferenceFieldPart::NUMBER);
        set(reference, "SourceName", str(std::string(model::kRowBookmark) + plan.put[i].key));
        text->insertTextContent(rangeOf(at), reference, false);
        at->collapseToEnd();
        text->insertString(rangeOf(at), "]", false);
        ++changed;
    }
    return changed;
}

CitationAnswer insertCitationMarks(const Context& context, const Model& model, MarkScope scope, const Texts& texts, const std::string& title) {
    const auto planned = [&](const CitedReading& now, CitationAnswer& answer) {
        if (!citations::standingList(now.document()).any) {
            answer.message = texts("cite-list.none");
            return citations::MarkPlan();
        }
        auto plan = citations::planMarks(now.document(), now.analysis, now.ledger, scope == MarkScope::first ? citations::MarkScope::first : citations::MarkScope::every);
        if (plan.unlisted > 0) answer.notes.push_back(texts("cite-list.note.unlisted", {std::to_string(plan.unlisted)}));
        if (plan.locked > 0) answer.notes.push_back(texts("cite-list.note.locked", {std::to_string(plan.locked)}));
        return plan;
    };
    return changeMarks(context, model, planned, texts, title);
}

CitationAnswer removeCitationMarks(const Context& context, const Model& model, const Texts& texts, const std::string& title) {
    const auto planned = [&](const CitedReading& now, CitationAnswer& answer) {
        citations::MarkPlan plan;
        const auto& stories = now.document().stories;
        for (std::size_t story = 0; story < stories.size(); ++story) {
            for (std::size_t p = 0; p < stories[story].paragraphs.size(); ++p) {
                const model::Paragraph& paragraph = stories[story].paragraphs[p];
                for (std::size_t m = 0; m < paragraph.marks.size(); ++m) {
                    if (paragraph.protectedContent) ++plan.locked;
                    else plan.taken.push_back({{static_cast<std::int32_t>(story), static_cast<std::int32_t>(p), 0, 0}, m});
                }
            }
        }
        if (plan.locked > 0) answer.notes.push_back(texts("cite-list.note.locked", {std::to_string(plan.locked)}));
        // references whose brackets a person changed; deleted ones that are still tracked are none
        const std::size_t all = countReferences(model), known = plan.taken.size() + plan.locked;
        if (all > known && !hasTrackedChanges(model)) answer.notes.push_back(texts("cite-list.note.marks-left", {std::to_string(all - known)}));
        return plan;
    };
    return changeMarks(context, model, planned, texts, title);
}

}  // namespace thethuc::uno
