#include "uno/sidebar/citations_panel.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XPageCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <osl/file.hxx>

#include "app/citation_preview.hpp"
#include "checks/citation_findings.hpp"
#include "citations/cited_items.hpp"
#include "citations/search.hpp"
#include "report/citation_words.hpp"
#include "report/citations.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/locator.hpp"
#include "uno/session/clipboard.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/sidebar/file_choice.hpp"

namespace thethuc::uno {

namespace {

constexpr std::int32_t kListMinimum = 130;
constexpr std::int32_t kDetailLines = 6;
constexpr std::int32_t kPreviewLines = 7;
constexpr std::size_t kMostHits = 30;
constexpr std::size_t kSkippedShown = 8;
constexpr std::size_t kMostNotes = 3;                // reasons in the last line; the preview has all

constexpr std::int32_t kFull = 0;                    // entries of the choice of forms

const char* keyOf(std::size_t action) {
    static constexpr std::array kKeys{"citations.do.copy-one", "citations.do.copy-all", "citations.do.csv",    "citations.do.json",  "citations.do.memory-import",
                                      "citations.do.memory-export", "citations.do.forget",  "citations.do.automatic", "citations.do.manual", "citations.do.set-aside",
                                      "citations.do.list-table",    "citations.do.mark-every", "citations.do.mark-first", "citations.do.unmark",
                                      "citations.do.shorten-one",   "citations.do.complete-one", "citations.do.note-one", "citations.do.shorten-all", "citations.do.complete-all",
                                      "citations.do.typed-notes",   "citations.do.number",     "citations.do.number-date", "citations.do.number-type"};
    return kKeys.at(action);
}

/// The list of typed or numbered items that a mention begins one of.
const citations::CitedItems* listWith(const std::vector<citations::CitedItems>& lists, std::size_t mention) {
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const citations::CitedItems& list) {
        return std::any_of(list.items.begin(), list.items.end(), [&](const citations::CitedItem& item) { return item.mention == mention; });
    });
    return found == lists.end() ? nullptr : &*found;
}

/// Tells documents apart when the list is filled anew.
std::uint64_t markOf(const citations::Particulars& document, std::uint64_t kind) {
    std::u32string words(citations::typeName(document.type));
    words += U'|' + document.symbol + U'|' + document.name + U'|' + document.issuer;
    return text::hash(words) + kind;
}

}  // namespace

// ---- what is shown

void CitationsPanel::build() {
    read_ = button("read-citations", "citations.read");
    rows_.addWide(read_, 8);
    makeBusyRow("citations-progress", "citations-stop");
    summary_ = controls_->text("citations-summary");
    summaryRow_ = rows_.addText(summary_);
    make_ = button("citations-make-list", "citations.list.insert");
    makeRow_ = rows_.addWide(make_);
    edit(filter_, "citations-filter", "citations.filter");
    look_ = controls_->toggle("citations-look");
    name(look_, "citations-look", "citations.look");
    remember_ = button("citations-remember", "citations.remember");
    lookRow_ = rows_.addFlow({look_, remember_});
    watchList(controls_->tree("citations-list"), "citations.list.help");
    listRow_ = rows_.addFill(list_, kListMinimum);
    details_ = controls_->memo("citations-details");
    setHelp(details_, say("citations.details.help"));
    watch(details_);
    detailsRow_ = rows_.addLines(details_, kDetailLines);
    previous_ = button("citations-previous", "citations.previous");
    next_ = button("citations-next", "citations.next");
    other_ = button("citations-other", "citations.other");
    stepText_ = controls_->text("citations-mention");
    stepRow_ = rows_.addFlow({previous_, next_, other_, stepText_});
    form_ = controls_->choice("citations-form");
    explain(form_, "citations.form");
    setEntries(form_, {say("citations.form.full"), say("citations.form.short")}, kFull);
    insert_ = button("citations-insert", "citations.insert");
    hitRow_ = rows_.addFlow({form_, insert_}, true);
    preview_ = controls_->memo("citations-preview");
    setHelp(preview_, say("citations.preview.help"));
    watch(preview_);
    previewRow_ = rows_.addLines(preview_, kPreviewLines);
    action_ = controls_->choice("citations-action");
    explain(action_, "citations.do");
    go_ = button("citations-do", "citations.do.go");
    rows_.addFlow({action_, go_}, true);
    noteText_ = controls_->text("citations-note");
    rows_.addText(noteText_);
    fillActions();
    fillList();
    if (const auto known = session()) known->observe(this);
}

void CitationsPanel::letGo() {
    SessionPanel::letGo();
    home_.forget();
    items_.clear();
    previewKey_.reset();
}

void CitationsPanel::sessionChanged() noexcept {
    guarded("citations", [&] {
        const auto known = session();
        if (!controls_ || !known || !reading_ || known->busy()) return;
        reading_ = false;
        if (known->state() == Session::State::done && remembersCited(context_)) remember(false);
    });
    SessionPanel::sessionChanged();
}

void CitationsPanel::render() {
    renewList();
    renderState();
    renderDetails();
    layOut();
}

const citations::Ledger* CitationsPanel::ledger() const {
    const auto shown = result();
    return shown ? &shown->outcome.citations : nullptr;  // lives with the session's result
}

const CitationsPanel::Derived& CitationsPanel::derived() {
    const auto shown = result();
    const bool other = shown != derived_.of;
    if (other) {
        derived_.of = shown;
        derived_.about.clear();
        derived_.certain.clear();
        derived_.plan.reset();
        if (shown) {
            derived_.about = checks::findingsByEntry(shown->outcome.citations, shown->findings());
            derived_.certain = app::rememberable(shown->document(), shown->outcome.citations, shown->findings());
        }
    }
    if (const std::uint64_t revision = memory_.revision(); other || revision != derived_.memory) {
        derived_.memory = revision;
        derived_.plan.reset();                       // the memory completes first citations
        const CitedMemory::Count more = memory_.foresee(derived_.certain);
        derived_.news = more.added + more.completed + more.changed;
    }
    return derived_;
}

bool CitationsPanel::needsLook(std::size_t entry) { return checks::needsLook(result()->findings(), derived().about.at(entry)); }

citations::DateStyle CitationsPanel::dateStyle() const { return ledger() == nullptr ? citations::DateStyle::words : citations::dateStyleOf(*ledger()); }

bool CitationsPanel::changeable() {
    const auto known = session();
    return known != nullptr && known->locked().empty();
}

std::string CitationsPanel::listSignature(const Checked& checked) const {
    std::string signature;
    const citations::Ledger& all = checked.outcome.citations;
    const auto about = checks::findingsByEntry(all, checked.findings());
    for (std::size_t i = 0; i < all.entries.size(); ++i) {
        signature += report::citationBrief(texts_.language, all, i, checks::needsLook(checked.findings(), about[i])) + '\n';
    }
    return signature;
}

void CitationsPanel::fillActions() {
    const std::vector<Action> before = std::exchange(
        actions_, {Action::copyOne, Action::shortenOne, Action::completeOne, Action::noteOne, Action::shortenAll, Action::completeAll, Action::typedNotes, Action::number,
                   Action::numberByDate, Action::numberByType, Action::markEvery, Action::markFirst, Action::unmark, Action::listTable, Action::copyAll, Action::exportCsv,
                   Action::exportJson, Action::memoryImport, Action::memoryExport, Action::forget});
    actions_.push_back(remembersCited(context_) ? Action::manual : Action::automatic);
    if (!memory_.trouble().empty()) actions_.push_back(Action::setAside);
    std::vector<rtl::OUString> entries;
    for (const Action one : actions_) entries.push_back(say(keyOf(static_cast<std::size_t>(one))));
    std::int32_t again = 0;   // what was chosen stays chosen; where it is no longer offered, the first one is
    if (const std::int32_t chosen = uno::chosenEntry(action_); chosen >= 0 && static_cast<std::size_t>(chosen) < before.size()) {
        const auto at = std::find(actions_.begin(), actions_.end(), before[static_cast<std::size_t>(chosen)]);
        if (at != actions_.end()) again = static_cast<std::int32_t>(at - actions_.begin());
    }
    const Flagged filling(filling_);
    setEntries(action_, entries, again);
}

void CitationsPanel::renderState() {
    renderBusy();
    const citations::Ledger* all = ledger();
    setEnabled(read_, session() != nullptr);
    std::size_t looks = 0;
    if (all != nullptr) {
        for (std::size_t i = 0; i < all->entries.size(); ++i) looks += needsLook(i) ? 1 : 0;
    }
    std::string summary = waitingText("citations.computing", "citations.empty");
    if (summary.empty()) {
        summary = report::citationsSummary(texts_.language, *all, looks);
        if (looks == 0 && !all->entries.empty()) summary = texts_("citations.clean", {summary});
    }
    if (const std::string& trouble = memory_.trouble(); !trouble.empty()) summary += '\n' + texts_("citations.memory.broken", {trouble});
    setLabel(summary_, str(summary));
    setLabel(look_, say("citations.look", {std::to_string(looks)}));
    setModelValue(look_, "State", css::uno::Any(static_cast<sal_Int16>(onlyLook_ ? 1 : 0)));
    const bool any = all != nullptr && !all->entries.empty();
    const std::int32_t news = derived().news;
    setLabel(remember_, say("citations.remember", {std::to_string(news)}));
    setEnabled(remember_, news > 0 && memory_.trouble().empty());
    const auto model = document();
    hasList_ = model.is() && hasCitationList(model);
    setLabel(make_, say(hasList_ ? "citations.list.update" : "citations.list.insert"));
    setEnabled(make_, changeable() && (any || hasList_));
    rows_.show(makeRow_, any || hasList_);
    rows_.show(lookRow_, any);
    rows_.show(listRow_, any || !items_.empty());
    // The last line always says something, so that nothing jumps while the person types.
    const std::string standing = any ? standingText() : session() != nullptr && !session()->locked().empty() ? texts_(session()->locked()) : std::string();
    setLabel(noteText_, note_.empty() ? str(standing) : str(note_));
}

const CitationsPanel::Item* CitationsPanel::chosenItem() const { return chosen_ && *chosen_ < items_.size() ? &items_[*chosen_] : nullptr; }

std::optional<std::size_t> CitationsPanel::chosenEntry() const {
    const Item* item = chosenItem();
    if (item == nullptr || item->kind != Item::Kind::cited || ledger() == nullptr || item->index >= ledger()->entries.size()) return std::nullopt;
    return item->index;
}

const app::CitedDocument* CitationsPanel::chosenRemembered() {
    const Item* item = chosenItem();
    if (item == nullptr || item->kind != Item::Kind::remembered) return nullptr;
    const auto& known = memory_.documents().documents();
    return item->index < known.size() ? &known[item->index] : nullptr;
}

void CitationsPanel::renderDetails() {
    const auto entry = chosenEntry();
    const app::CitedDocument* remembered = chosenRemembered();
    std::string details;
    if (entry) {
        const Checked& checked = *result();
        details = report::citationDetail(texts_.language, checked.document(), *ledger(), *entry, checked.findings(), derived().about.at(*entry), *checked.rules);
        const std::string where = report::mentionWords(texts_.language, checked.document(), *ledger(), *entry, mention_);
        details += '\n' + (place_.empty() ? where : where + ", " + place_);
        const std::size_t mentions = ledger()->entries[*entry].mentions.size();
        setLabel(stepText_, str(std::to_string(mention_ + 1) + "/" + std::to_string(mentions)));
        setEnabled(previous_, mentions > 1);
        setEnabled(next_, mentions > 0);
        setEnabled(other_, otherPlace().has_value());
    } else if (remembered != nullptr) {
        details = app::citedDetail(texts_.language, *remembered, dateStyle());
        setEnabled(insert_, changeable());
    } else {
        details = texts_(items_.empty() ? "citations.none-found" : "citations.choose");
    }
    setText(details_, str(details));
    rows_.show(stepRow_, entry.has_value());
    rows_.show(hitRow_, remembered != nullptr);
    const std::int32_t chosen = uno::chosenEntry(action_);
    const Action action = chosen >= 0 && static_cast<std::size_t>(chosen) < actions_.size() ? actions_[static_cast<std::size_t>(chosen)] : Action::copyAll;
    const bool any = ledger() != nullptr && !ledger()->entries.empty();
    renderPreview(action);
    bool possible = true;
    switch (action) {
        case Action::copyOne: possible = entry.has_value() || remembered != nullptr; break;
        case Action::copyAll:
        case Action::exportCsv:
        case Action::exportJson: possible = any; break;
        case Action::forget: possible = remembered != nullptr; break;
        case Action::memoryExport: possible = !memory_.documents().documents().empty(); break;
        case Action::memoryImport: possible = memory_.trouble().empty(); break;
        case Action::listTable: possible = any && !hasList_ && changeable(); break;
        case Action::markEvery:
        case Action::markFirst: possible = hasList_ && changeable(); break;
        case Action::unmark: possible = changeable(); break;
        case Action::shortenOne:
        case Action::completeOne:
        case Action::noteOne:
        case Action::shortenAll:
        case Action::completeAll:
        case Action::typedNotes:
        case Action::number:
        case Action::numberByDate:
        case Action::numberByType:
            // without a result the document is read when it is done
            possible = changeable() && shownPreview_ && shownPreview_->changes;
            break;
        case Action::automatic:
        case Action::manual:
        case Action::setAside: break;
    }
    setEnabled(go_, possible);
}

const citations::FormPlan& CitationsPanel::plan() {
    const Derived& known = derived();
    if (!known.plan) {
        const Checked& checked = *result();
        derived_.plan = citations::planForms(checked.document(), checked.outcome.analysis, checked.outcome.citations, memory_.documents().uncontested());
    }
    return *derived_.plan;
}

std::optional<std::size_t> CitationsPanel::chosenMention() const {
    const auto entry = chosenEntry();
    if (!entry || mention_ >= ledger()->entries[*entry].mentions.size()) return std::nullopt;
    return ledger()->entries[*entry].mentions[mention_];
}

std::optional<model::Place> CitationsPanel::chosenPlace() const {
    const auto mention = chosenMention();
    return mention ? std::optional(result()->document().place(ledger()->mentions[*mention].at)) : std::nullopt;
}

std::optional<CitationsPanel::Preview> CitationsPanel::previewOf(Action action) {
    using Kind = citations::FormChange::Kind;
    const auto shown = result();
    const auto mention = chosenMention();
    const Preview unread{texts_("citations.empty"), false}, unchosen{texts_("citations.choose"), false};
    const auto words = [&](Kind kind, bool one) {
        if (!shown) return unread;
        if (one && !mention) return unchosen;
        const auto& all = plan().changes;
        const bool any = std::any_of(all.begin(), all.end(), [&](const citations::FormChange& change) { return change.kind == kind && (!one || change.mention == *mention); });
        return Preview{app::formsPreview(texts_.language, *ledger(), plan(), kind, one ? mention : std::nullopt), any};
    };
    const auto items = [&](citations::ListOrder order) {
        if (!shown) return unread;
        const auto lists = citations::citedItems(shown->document(), shown->outcome.analysis, *ledger());
        const citations::CitedItems* list = mention ? listWith(lists, *mention) : nullptr;
        if (list == nullptr && lists.size() == 1) list = &lists.front();
        // of several lists, the one with the cursor
        if (list == nullptr) return Preview{texts_(lists.empty() ? "cite.items.none" : "cite.items.where"), !lists.empty()};
        const std::vector<std::size_t> places = citations::orderOf(*ledger(), *list, order);
        return Preview{app::itemsPreview(texts_.language, shown->document(), *list, places), !list->numbered || !std::is_sorted(places.begin(), places.end())};
    };
    switch (action) {
        case Action::shortenOne: return words(Kind::shorten, true);
        case Action::completeOne: return words(Kind::complete, true);
        case Action::shortenAll: return words(Kind::shorten, false);
        case Action::completeAll: return words(Kind::complete, false);
        case Action::noteOne: {
            if (!shown) return unread;
            if (!mention) return unchosen;
            const auto move = citations::planNote(shown->document(), shown->outcome.analysis, *ledger(), *mention, memory_.documents().uncontested());
            return Preview{app::notePreview(texts_.language, shown->document(), ledger()->mentions[*mention], move), move.left.empty()};
        }
        case Action::typedNotes: {
            if (!shown) return unread;
            const app::TypedNotes notes = app::typedNotes(shown->document());
            return Preview{app::typedNotesPreview(texts_.language, shown->document(), notes), notes.problems.empty() && !notes.notes.empty()};
        }
        case Action::number: return items(citations::ListOrder::asWritten);
        case Action::numberByDate: return items(citations::ListOrder::byDate);
        case Action::numberByType: return items(citations::ListOrder::byType);
        default: return std::nullopt;
    }
}

void CitationsPanel::renderPreview(Action action) {
    const PreviewOf key{action, result(), chosenMention(), memory_.revision()};
    if (previewKey_ != key) {
        shownPreview_ = previewOf(action);
        previewKey_ = key;
    }
    if (shownPreview_) setText(preview_, str(shownPreview_->words));
    rows_.show(previewRow_, shownPreview_.has_value());
    // the place of details that say nothing is the preview's, so that the button below stays in sight
    const bool chosen = chosenEntry() || chosenRemembered() != nullptr;
    const bool listed = !items_.empty() || (ledger() != nullptr && !ledger()->entries.empty());
    rows_.show(detailsRow_, listed && (chosen || !shownPreview_));
}

void CitationsPanel::fillList() {
    const Flagged filling(filling_);
    const bool wasChosen = chosen_ && *chosen_ < items_.size() && items_[*chosen_].kind != Item::Kind::group;
    const std::uint64_t wanted = wasChosen ? tree_.mark(*chosen_) : 0;
    items_.clear();
    chosen_.reset();
    place_.clear();
    tree_.begin();
    std::optional<TreeList::Line> select;
    const std::u32string typed = text::fromUtf8(fieldText(filter_));
    const citations::Sought sought(typed);
    const citations::Ledger* all = ledger();
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; all != nullptr && i < all->entries.size(); ++i) {
        if (onlyLook_ && !needsLook(i)) continue;
        if (sought.empty() || sought.closeness(citations::saidOf(*all, all->entries[i])) > 0) shown.push_back(i);
    }
    const std::vector<std::size_t> hits = memory_.documents().find(typed, kMostHits);
    const auto add = [&](const std::optional<TreeList::Line>& group, Item item, const std::string& words, std::uint64_t mark) {
        const TreeList::Line line = group ? tree_.add(*group, words, {}, mark) : tree_.add(words, mark);
        items_.push_back(item);
        if (wasChosen && mark == wanted && !select) select = line;
    };
    const auto addGroup = [&](std::string_view key, std::size_t count) {
        items_.emplace_back();
        return std::optional(tree_.addGroup(texts_(key, {std::to_string(count)}), true));
    };
    std::optional<TreeList::Line> group;
    if (!hits.empty()) {
        group = addGroup("citations.group.remembered", hits.size());
        for (const std::size_t i : hits) {
            const app::CitedDocument& one = memory_.documents().documents()[i];
            add(group, {Item::Kind::remembered, i}, app::citedBrief(texts_.language, one), markOf(one.known, 1));
        }
        if (!shown.empty()) group = addGroup("citations.group.cited", shown.size());
    }
    for (const std::size_t i : shown) {
        const citations::Particulars said = citations::saidOf(*all, all->entries[i]);
        add(group, {Item::Kind::cited, i}, report::citationBrief(texts_.language, *all, i, needsLook(i)), markOf(said, 0));
    }
    // Without groups there is nothing to open, and their handles would take a tenth of the width.
    setModelValue(list_, "ShowsRootHandles", css::uno::Any(!hits.empty()));
    setModelValue(list_, "ShowsHandles", css::uno::Any(!hits.empty()));
    tree_.show(select);
    chosen_ = select;
    if (const auto entry = chosenEntry(); entry && mention_ >= all->entries[*entry].mentions.size()) mention_ = 0;
}

std::optional<TreeList::Line> CitationsPanel::firstLine() const {
    const auto first = std::find_if(items_.begin(), items_.end(), [](const Item& item) { return item.kind != Item::Kind::group; });
    return first == items_.end() ? std::nullopt : std::optional(static_cast<TreeList::Line>(first - items_.begin()));
}

// ---- mentions

void CitationsPanel::choose(TreeList::Line line) {
    if (line >= items_.size()) return;
    chosen_ = line;
    mention_ = 0;
    place_.clear();
    note_.clear();
    if (chosenEntry()) {
        step(0);
        return;
    }
    if (const app::CitedDocument* one = chosenRemembered(); one != nullptr) {
        // what this document cites already is cited again by type and number
        bool cited = false;
        if (const citations::Ledger* all = ledger()) {
            cited = std::any_of(all->entries.begin(), all->entries.end(),
                                [&](const citations::Entry& entry) { return app::sameDocument(citations::saidOf(*all, entry), one->known); });
        }
        const Flagged filling(filling_);
        chooseEntry(form_, cited ? kFull + 1 : kFull);
    }
    render();
}

void CitationsPanel::showPlace(const model::Place& place) {
    place_.clear();
    const auto controller = frame()->getController();
    home_.leave(controller);
    if (!session()->show(controller, place)) {
        note_ = texts_("state.moved");
        return;
    }
    home_.arrived(controller);
    guarded("page", [&] {
        const css::uno::Reference<css::text::XTextViewCursorSupplier> view(controller, css::uno::UNO_QUERY_THROW);
        const css::uno::Reference<css::text::XPageCursor> page(view->getViewCursor(), css::uno::UNO_QUERY_THROW);
        place_ = texts_("citations.page", {std::to_string(page->getPage())});
    });
}

void CitationsPanel::step(std::ptrdiff_t by) {
    const auto entry = chosenEntry();
    if (!entry) return;
    const auto& mentions = ledger()->entries[*entry].mentions;
    if (mentions.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(mentions.size());
    mention_ = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(mention_) + by + count) % count);
    note_.clear();
    showPlace(result()->document().place(ledger()->mentions[mentions[mention_]].at));
    render();
}

std::optional<model::Place> CitationsPanel::otherPlace() {
    const auto entry = chosenEntry();
    if (!entry) return std::nullopt;
    const auto& findings = result()->findings();
    const auto& mentions = ledger()->entries[*entry].mentions;
    const citations::Mention& here = ledger()->mentions[mentions.at(mention_)];
    for (const std::size_t f : derived().about.at(*entry)) {
        if (findings[f].other.fingerprint == 0) continue;
        const bool stands = findings[f].other.range == here.at;
        return stands ? findings[f].at : findings[f].other;
    }
    return std::nullopt;
}

void CitationsPanel::showOther() {
    const auto place = otherPlace();
    if (!place) return;
    note_.clear();
    showPlace(*place);
    if (note_.empty()) note_ = place_.empty() ? texts_("citations.other.shown") : texts_("citations.other.shown.page", {place_});
    place_.clear();
    render();
}

// ---- memory

void CitationsPanel::insert() {
    const app::CitedDocument* one = chosenRemembered();
    const auto model = document();
    if (one == nullptr || !model.is()) return;
    const bool full = uno::chosenEntry(form_) == kFull;
    const std::u32string words = full ? citations::fullCitation(one->known, dateStyle()) : citations::shortCitation(one->known);
    home_.goBack(frame()->getController());
    const std::string trouble = insertWords(context_, model, words, texts_, texts_("undo.insert-citation"));
    if (!trouble.empty()) return tell(trouble);
    tell(texts_("citations.inserted", {text::toUtf8(words)}));
    backToText();
}

void CitationsPanel::remember(bool asked) {
    // A document with a mark of secrecy is remembered only when somebody asks.
    if (!asked && result() && result()->outcome.analysis.first(elements::Kind::doMat) != nullptr) {
        note_ = texts_("citations.remember.secret");
        return;
    }
    try {
        const CitedMemory::Count count = memory_.remember(derived().certain);
        if (asked || count.added + count.completed + count.changed > 0) {
            note_ = texts_("citations.remembered", {std::to_string(count.added), std::to_string(count.completed), std::to_string(count.changed)});
        }
    } catch (const report::DataError& error) {
        note_ = error.what();
    }
    fillList();
}

void CitationsPanel::importMemory() {
    const auto file = fileToRead(context_, {say("citations.csv.filter"), "csv"});
    if (!file) return;
    const app::CsvImport table = app::readCitedCsv(report::readDataFile(*file, "cited", texts_.language), *file, texts_.language);
    const CitedMemory::Count count = memory_.remember(table.documents);
    note_ = texts_("citations.remembered", {std::to_string(count.added), std::to_string(count.completed), std::to_string(count.changed)});
    if (!table.skipped.empty()) {
        std::string lines;
        for (std::size_t i = 0; i < std::min(table.skipped.size(), kSkippedShown); ++i) lines += (i > 0 ? ", " : "") + std::to_string(table.skipped[i]);
        if (table.skipped.size() > kSkippedShown) lines += " …";
        note_ += ' ' + texts_("citations.skipped", {std::to_string(table.skipped.size()), lines});
    }
    fillList();
}

void CitationsPanel::exportMemory() {
    const auto file = fileToWrite(context_, {say("citations.csv.filter"), "csv"}, texts_("citations.memory.file"));
    if (!file) return;
    report::writeDataFile(*file, app::writeCitedCsv(memory_.documents(), texts_.language), "cited", texts_.language);
    note_ = texts_("citations.exported", {*file});
}

void CitationsPanel::exportTo(const std::string& ending) {
    const auto shown = result();
    const auto model = document();
    if (!shown || !model.is()) return;
    const auto file = fileToWrite(context_, {say(ending == "csv" ? "citations.csv.filter" : "citations.json.filter"), ending}, texts_("citations.file"));
    if (!file) return;
    std::vector<model::Range> places;
    for (const citations::Mention& mention : shown->outcome.citations.mentions) places.push_back(mention.at);
    Locator locator(model, shown->read);
    const std::vector<std::int32_t> pages = locator.pagesOf(places);
    std::map<model::Range, std::int32_t> byPlace;
    for (std::size_t i = 0; i < places.size(); ++i) byPlace[places[i]] = pages[i];
    const auto pageOf = [&](const model::Range& at) { return byPlace[at]; };
    rtl::OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(model->getURL(), path) != osl::FileBase::E_None) path = model->getURL();
    const report::Json answer = report::citeJson({{toUtf8(path), report::citationsJson(shown->document(), shown->outcome.citations, pageOf)}});
    const std::string json = answer.dump(2) + '\n';
    report::writeDataFile(*file, ending == "csv" ? report::renderCitationsCsv(texts_.language, json) : json, "cited", texts_.language);
    note_ = texts_("citations.exported", {*file});
}

void CitationsPanel::copy(const std::string& words, std::string_view said) {
    tell(texts_(copyWords(context_, words) ? said : "citations.copy.failed"));
}

void CitationsPanel::change(const std::function<CitationAnswer(const css::uno::Reference<css::frame::XModel>&)>& work, std::string_view done, std::string_view nothing) {
    const auto model = document();
    if (!model.is()) return;
    try {
        const CitationAnswer answer = work(model);
        note_ = !answer.message.empty() ? answer.message : texts_(answer.changed > 0 ? done : nothing, {std::to_string(answer.changed)});
        std::size_t shown = 0;
        for (const std::string& one : answer.notes) {
            if (shown++ == kMostNotes) break;
            note_ += ' ' + one;
        }
        // also where the text is not what was read any more: the next try then finds its place
        if (const auto known = session(); known && (answer.changed > 0 || known->outdated())) known->check(true);
    } catch (...) {
        const std::string what = describeCurrentException();
        log("citations", what);
        note_ = texts_("error.internal", {what});
    }
    render();
}

void CitationsPanel::makeList() {
    if (!controls_) return;
    const auto model = document();
    if (model.is() && hasCitationList(model)) {
        change([&](const auto& one) { return updateCitationList(context_, one, texts_, texts_("undo.cite-list.update")); }, "citations.list.updated", "citations.list.current");
        return;
    }
    home_.goBack(frame()->getController());
    change([&](const auto& one) { return insertCitationList(context_, one, ListForm::numbered, texts_, texts_("undo.cite-list.insert")); }, "citations.list.inserted",
           "citations.list.current");
}

void CitationsPanel::reword(citations::FormChange::Kind kind, const std::optional<model::Place>& only) {
    const bool shorten = kind == citations::FormChange::Kind::shorten;
    const std::vector<citations::Particulars> known = shorten ? std::vector<citations::Particulars>() : memory_.documents().uncontested();
    change([&](const auto& one) { return rewordCitations(context_, one, kind, only, known, texts_, texts_(shorten ? "undo.cite.shorten" : "undo.cite.complete")); },
           shorten ? "citations.shortened" : "citations.completed", shorten ? "cite.preview.none-long" : "cite.preview.none-lacking");
}

void CitationsPanel::numberItems(citations::ListOrder order) {
    // the list of the chosen mention, where it stands in one
    std::optional<model::Place> at = chosenPlace();
    if (at) {
        const auto lists = citations::citedItems(result()->document(), result()->outcome.analysis, *ledger());
        if (listWith(lists, *chosenMention()) == nullptr) at.reset();
    }
    home_.goBack(frame()->getController());
    change([&](const auto& one) { return numberCitedParagraphs(context_, one, at, order, texts_, texts_("undo.cite.number")); }, "citations.numbered", "cite.preview.numbered");
}

void CitationsPanel::run(Action action) {
    const auto mark = [&](MarkScope scope) {
        change([&](const auto& one) { return insertCitationMarks(context_, one, scope, texts_, texts_("undo.cite-list.mark")); }, "citations.marked", "citations.marks-current");
    };
    switch (action) {
        case Action::copyOne:
            if (const auto entry = chosenEntry()) return copy(report::citationLine(*ledger(), *entry), "citations.copied.one");
            if (const app::CitedDocument* one = chosenRemembered()) {
                return copy(text::toUtf8(citations::fullCitation(one->known, dateStyle())), "citations.copied.one");
            }
            break;
        case Action::copyAll:
            if (ledger() != nullptr) return copy(report::citationLines(*ledger()), "citations.copied.all");
            break;
        case Action::exportCsv: exportTo("csv"); break;
        case Action::exportJson: exportTo("json"); break;
        case Action::memoryImport: importMemory(); break;
        case Action::memoryExport: exportMemory(); break;
        case Action::forget:
            if (const Item* item = chosenItem(); item != nullptr && chosenRemembered() != nullptr) {
                const std::string words = app::citedBrief(texts_.language, *chosenRemembered());
                memory_.forget(item->index);
                note_ = texts_("citations.forgotten", {words});
                fillList();
            }
            break;
        case Action::automatic:
        case Action::manual:
            rememberCited(context_, action == Action::automatic);
            note_ = texts_(action == Action::automatic ? "citations.automatic.on" : "citations.automatic.off");
            break;
        case Action::listTable:
            home_.goBack(frame()->getController());
            change([&](const auto& one) { return insertCitationList(context_, one, ListForm::table, texts_, texts_("undo.cite-list.insert")); }, "citations.list.inserted",
                   "citations.list.current");
            break;
        case Action::shortenOne:
        case Action::completeOne:
            if (const auto place = chosenPlace()) {
                reword(action == Action::shortenOne ? citations::FormChange::Kind::shorten : citations::FormChange::Kind::complete, place);
            }
            break;
        case Action::shortenAll: reword(citations::FormChange::Kind::shorten, std::nullopt); break;
        case Action::completeAll: reword(citations::FormChange::Kind::complete, std::nullopt); break;
        case Action::noteOne:
            if (const auto place = chosenPlace()) {
                change([&](const auto& one) { return moveToFootnote(context_, one, *place, memory_.documents().uncontested(), texts_, texts_("undo.notes.move")); },
                       "citations.noted", "cite.forms.nothing");
            }
            break;
        case Action::typedNotes:
            change([&](const auto& one) { return makeFootnotes(context_, one, texts_, texts_("undo.notes.make")); }, "citations.notes-made", "notes.none");
            break;
        case Action::number: numberItems(citations::ListOrder::asWritten); break;
        case Action::numberByDate: numberItems(citations::ListOrder::byDate); break;
        case Action::numberByType: numberItems(citations::ListOrder::byType); break;
        case Action::markEvery: mark(MarkScope::every); break;
        case Action::markFirst: mark(MarkScope::first); break;
        case Action::unmark:
            change([&](const auto& one) { return removeCitationMarks(context_, one, texts_, texts_("undo.cite-list.unmark")); }, "citations.unmarked", "citations.no-marks");
            break;
        case Action::setAside:
            note_ = texts_("citations.memory.aside", {memory_.setAside()});
            fillList();
            break;
    }
    fillActions();
    render();
}

// ---- what the person does

void CitationsPanel::startSearch() {
    if (!controls_) return;
    if (const auto known = session(); known && !known->result() && !known->busy()) act("read-citations");
    setFocus(filter_);
}

void CitationsPanel::settingsChanged() {
    if (!controls_) return;
    fillActions();
    fillList();                                  // another agency's file has another memory
    render();
}

void CitationsPanel::tell(const std::string& note) {
    note_ = note;
    render();
}

void CitationsPanel::act(const rtl::OUString& command) {
    try {
        if (command == "read-citations") {
            note_.clear();
            reading_ = true;
            startReading();
        } else if (command == "citations-stop") {
            reading_ = false;
            if (const auto known = session()) known->stop();
            setFocus(read_);
        } else if (command == "citations-make-list") {
            makeList();
        } else if (command == "citations-look") {
            onlyLook_ = asOr<sal_Int16>(modelValue(look_, "State"), 0) != 0;
            fillList();
            render();
        } else if (command == "citations-remember") {
            remember(true);
            render();
        } else if (command == "citations-previous") {
            step(-1);
        } else if (command == "citations-next") {
            step(1);
        } else if (command == "citations-other") {
            showOther();
        } else if (command == "citations-insert") {
            insert();
        } else if (command == "citations-do") {
            const std::int32_t chosen = uno::chosenEntry(action_);
            if (chosen >= 0 && static_cast<std::size_t>(chosen) < actions_.size()) run(actions_[static_cast<std::size_t>(chosen)]);
        }
    } catch (const report::DataError& error) {
        tell(error.what());
    }
}

void CitationsPanel::edited(const Control& control) {
    if (control == filter_) {
        note_.clear();
        fillList();
        fillActions();
    }
    render();
}

bool CitationsPanel::takeKey(const Control& control, sal_Int16 key) {
    const rtl::Reference<CitationsPanel> alive(this);
    if (!controls_) return false;
    const bool enter = key == css::awt::Key::RETURN;
    if (control == filter_ && (enter || key == css::awt::Key::DOWN)) {
        if (enter && chosenRemembered() != nullptr) {
            insert();
        } else if (firstLine()) {
            setFocus(list_);                     // which then stands on the first line
        }
        return true;
    }
    if (control == list_) {
        if (enter && chosenEntry()) step(1);
        else if (enter && chosenRemembered() != nullptr) insert();
        // Delete and back space would reach the document from the list.
        if (enter || key == css::awt::Key::DELETE || key == css::awt::Key::BACKSPACE) return true;
    }
    return Panel::takeKey(control, key);
}

}  // namespace thethuc::uno
