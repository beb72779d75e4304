#include "uno/session/extra_parts.hpp"

#include <stdexcept>

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextViewCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "app/drafting.hpp"
#include "app/new_document.hpp"
#include "draft/marks.hpp"
#include "draft/styles.hpp"
#include "uno/bridge/guards.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/corrector.hpp"
#include "uno/write/contact_footer.hpp"
#include "uno/write/frames.hpp"
#include "uno/write/insertion.hpp"
#include "uno/write/turned_pages.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using elements::Kind;

class ExtraPart {
public:
    ExtraPart(const Context& context, const Reference<css::frame::XModel>& model, const DraftRequest& request, const app::AgencyProfile* profile,
              const Texts& texts, const std::string& title)
        : context_(context), model_(model), request_(request), profile_(profile), texts_(texts), title_(title), now_(checkNow(context, model, rules(context))) {}

    DraftResult run(std::string_view name) {
        if (const auto reason = whyNotEditable(now_->document().facts)) return refused(reason->key, reason->arguments);
        UndoScope scope(model_, str(title_));
        if (const draft::Mark* mark = draft::markOf(name)) put(*mark);
        else if (name == "contact") contact();
        else if (name == "appendix" || name == "another-appendix") appendix(name == "another-appendix");
        else turn(name == "landscape");
        if (pages_) number();
        if (result_.trouble.empty()) scope.commit();
        return result_;
    }

private:
    const Context& context_;
    const Reference<css::frame::XModel>& model_;
    const DraftRequest& request_;
    const app::AgencyProfile* profile_;
    const Texts& texts_;
    const std::string& title_;
    std::shared_ptr<const Checked> now_;
    DraftResult result_;
    bool pages_ = false;                         ///< there are more pages now: a document of one page had no number

    [[nodiscard]] const elements::Analysis& analysis() const { return now_->outcome.analysis; }

    DraftResult refused(std::string_view key, const std::vector<std::string>& arguments = {}) {
        result_.trouble = texts_(key, arguments);
        return result_;
    }

    void update(const model::Edits& edits) {
        if (edits.empty()) return;
        const ApplyResult applied = apply(model_, now_->read, edits, title_);
        if (!applied.ok()) throw std::runtime_error(applied.failure);
        result_.updated += static_cast<std::int32_t>(applied.applied);
        for (const Refusal& one : applied.refused) result_.notes.push_back(one.reason.key);
    }

    void put(const draft::Mark& mark) {
        if (const elements::Element* standing = analysis().first(mark.urgency ? Kind::doKhan : Kind::luuHanh)) {
            const model::Range& range = standing->ranges.front();
            model::Edits edits;
            if (now_->document().wordsAt(range) == mark.words) return;
            edits.emplace_back(model::ReplaceText{range, std::u32string(mark.words)});
            const std::int32_t shape = now_->document().stories[static_cast<std::size_t>(range.story)].shape;
            if (shape >= 0) edits.emplace_back(model::SetShapeSize{now_->document().shapes[static_cast<std::size_t>(shape)].name, mark.width, mark.height});
            return update(edits);
        }
        // The number's cell takes the mark of urgency; that of circulation hangs at quốc hiệu.
        const elements::Element* below = analysis().first(mark.urgency ? Kind::soKyHieu : Kind::quocHieu);
        const bool celled = below != nullptr && below->ranges.front().story == 0 && now_->document().at(below->ranges.front()).cell >= 0;
        Locator locator(model_, now_->read);
        const auto found = celled ? locator.paragraph(now_->document().place(below->ranges.front())) : std::nullopt;
        if (!found) {
            refused("draft.note.header");
            return;
        }
        putMark(model_, found->paragraph->getStart(), mark);
        result_.inserted = 1;
    }

    void appendix(bool another) {
        const draft::Templates all = templates(context_, texts_);
        app::DraftRequest wanted;
        wanted.type = request_.type;
        wanted.set = request_.set;
        wanted.year = thisYear();
        app::Prepared ready = app::prepare(all, wanted, profile_, texts_.language);
        if (const auto refusal = app::planDraft(now_->document(), analysis(), ready, {}).refusal) {
            refused(refusal->key, refusal->arguments);
            return;
        }
        const app::AppendixPlan plan = app::planAppendix(now_->document(), analysis(), another);
        result_.notes = plan.notes;
        update(plan.updates);
        if (plan.name.empty()) return;
        // “(Kèm theo …)” says what stands in the header, not what the panel holds.
        if (!plan.number.empty()) {
            ready.content.number = plan.number;
            ready.form.symbol.clear();
        }
        if (!plan.date.empty()) ready.content.place = plan.date;
        ready.content.appendix = plan.name;
        insertDrafted(context_, placeAtEnd(model_), draft::partOdf(all, ready.form, draft::Part::appendix, ready.content, ready.values));
        makeLow(Reference<css::text::XTextDocument>(model_, UNO_QUERY_THROW)->getText()->getEnd());
        beginPage();
        result_.inserted = 1;
        pages_ = true;
    }

    void contact() {
        const draft::Templates all = templates(context_, texts_);
        app::DraftRequest wanted;
        wanted.type = request_.type;
        wanted.set = request_.set;
        wanted.year = thisYear();
        const app::Prepared ready = app::prepare(all, wanted, profile_, texts_.language);
        if (const std::string key = putContact(context_, model_, all, ready.content.contact, result_); !key.empty()) refused(key);
    }

    /// The last appendix begins a page like the first one of the document, numbered from 1.
    void beginPage() {
        now_ = checkNow(context_, model_, rules(context_));
        const elements::Part& last = analysis().parts.back();
        const elements::Element* name = analysis().first(Kind::phuLuc, elements::Role::number, static_cast<std::int32_t>(analysis().parts.size()) - 1);
        if (last.kind != elements::PartKind::appendix || name == nullptr) throw std::runtime_error("the appendix is not recognised");
        Locator locator(model_, now_->read);
        const auto found = locator.paragraph(now_->document().place(name->ranges.front()));
        if (!found) throw std::runtime_error("the appendix is lost");
        const model::Document& document = now_->document();
        const model::PageStyle& page = document.pageStyles[static_cast<std::size_t>(document.sections.front().pageStyle)];
        set(found->paragraph, "PageDescName", str(page.name));
        set(found->paragraph, "PageNumberOffset", css::uno::Any(sal_Int16{1}));
    }

    void number() {
        const auto ruleset = rules(context_);
        checks::Options options;
        for (const std::string& id : ruleset->ids()) {
            if (id.starts_with("so-trang/")) options.only.push_back(id);
        }
        now_ = checkNow(context_, model_, ruleset, options, {.pages = true});
        const std::int32_t before = result_.updated;
        update(app::fixes(now_->outcome, false, options.only));
        result_.updated = before;                // what the part brings with it
    }

    void turn(bool landscape) {
        const Reference<css::text::XTextViewCursorSupplier> view(model_->getCurrentController(), UNO_QUERY);
        const Reference<css::text::XTextTable> table =
            view.is() ? getObject<css::text::XTextTable>(view->getViewCursor(), "TextTable") : Reference<css::text::XTextTable>();
        if (!table.is()) {
            refused("draft.note.table");
            return;
        }
        switch (landscape ? lying(model_, table) : upright(model_, table)) {
            case Turned::done:
                result_.inserted = 1;
                pages_ = true;
                break;
            case Turned::already: break;
            case Turned::footer: refused("draft.note.footer"); break;
            case Turned::notOurs: refused("draft.note.portrait"); break;
            case Turned::failed: refused("draft.note.table"); break;
        }
    }
};

}  // namespace

bool isExtraPart(std::string_view name) noexcept {
    return draft::markOf(name) != nullptr || name == "appendix" || name == "another-appendix" || name == "landscape" || name == "portrait" || name == "contact";
}

std::string putContact(const Context& context, const Reference<css::frame::XModel>& model, const draft::Templates& templates,
                       const std::vector<std::string>& lines, DraftResult& result) {
    const ReadResult read = readResult(context, model, {true});
    const draft::ParagraphStyle look = draft::paragraphStyle(templates.frame, "dia_chi");
    const app::ContactPlan plan = app::planContact(read.document, elements::analyse(read.document), lines, look.character.size);
    if (!plan.refusal.empty()) return plan.refusal;
    if (!plan.updates.empty()) {
        const ApplyResult applied = apply(model, read, plan.updates, "Thể Thức");
        if (!applied.ok()) throw std::runtime_error(applied.failure);
        result.updated += static_cast<std::int32_t>(applied.applied);
        for (const Refusal& one : applied.refused) result.notes.push_back(one.reason.key);
    }
    if (!plan.footer) return {};
    makeContactFooter(model, *plan.footer, look);
    if (!plan.footer->lines.empty()) ++result.inserted;
    return {};
}

DraftResult insertExtraPart(const Context& context, const Reference<css::frame::XModel>& model, std::string_view name, const DraftRequest& request,
                            const app::AgencyProfile* profile, const Texts& texts, const std::string& title) {
    return ExtraPart(context, model, request, profile, texts, title).run(name);
}

}  // namespace thethuc::uno
