#include "uno/sidebar/figures_panel.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/text/XPageCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "figures/entry.hpp"
#include "figures/update.hpp"
#include "report/figure_words.hpp"
#include "text/text.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/sidebar/file_choice.hpp"
#include "uno/sidebar/wording.hpp"

namespace thethuc::uno {

namespace {

using figures::Saying;
using figures::Verdict;

constexpr std::int32_t kListMinimum = 110;
constexpr std::int32_t kDetailLines = 5;
constexpr std::int32_t kSentenceLines = 2;
constexpr std::int32_t kMostDigits = 4;
constexpr std::int32_t kDigits = 2;                  // shown at first, as most reports do
constexpr std::size_t kBehindShown = 40;

/// What needs a hand stands on top.
constexpr std::array kVerdicts{Verdict::wrong, Verdict::rounding, Verdict::unclear, Verdict::ok};

/// Findings that the list shows beside the figures.
constexpr std::string_view kQuestions = "so-lieu/conflict";

std::vector<std::size_t> questionsOf(const Checked& checked) {
    std::vector<std::size_t> out;
    const auto& findings = checked.findings();
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].rule == kQuestions && !findings[i].ignored && findings[i].other.fingerprint != 0) out.push_back(i);
    }
    return out;
}

/// What the two numbers are called for a way of saying it.
std::pair<const char*, const char*> fieldKeys(Saying saying) {
    switch (saying) {
        case Saying::share: return {"figures.field.part", "figures.field.whole"};
        case Saying::change:
        case Saying::points: return {"figures.field.now", "figures.field.then"};
        case Saying::attained:
        case Saying::over:
        case Saying::lacking: break;
    }
    return {"figures.field.done", "figures.field.plan"};
}

std::string shortened(std::u32string words) {
    if (words.size() > kBehindShown) words = U"…" + words.substr(words.size() - kBehindShown);
    return text::toUtf8(words);
}

/// Words of the field as one line: a phrase goes into a paragraph.
std::u32string oneLine(const std::string& words) {
    std::u32string out = text::fromUtf8(words);
    std::replace_if(out.begin(), out.end(), [](char32_t c) { return c == U'\n' || c == U'\r'; }, U' ');
    return out;
}

}  // namespace

// ---- what is shown

void FiguresPanel::build() {
    guarded("patterns", [&] { patterns_ = figures::ownPatterns(phraseLines(context_)); });
    buildEntry();
    buildList();
    compose();
    if (const auto known = session()) known->observe(this);
}

void FiguresPanel::buildEntry() {
    const auto field = [&](Control& before, Control& control, const std::string& name, std::string_view key, std::string_view help) {
        before = label(name, key);
        control = controls_->edit(str(name));
        explain(control, help);
        rows_.addField(before, {control});
    };
    field(labelA_, a_, "figure-a", "figures.field.done", "figures.field.a");
    field(labelB_, b_, "figure-b", "figures.field.plan", "figures.field.b");
    edit(unit_, "figure-unit", "figures.field.unit");
    saying_ = controls_->choice("saying");
    explain(saying_, "figures.saying");
    digits_ = controls_->choice("digits");
    explain(digits_, "figures.digits");
    rows_.addFlow({saying_, digits_}, true);
    std::vector<rtl::OUString> entries;
    for (const Saying one : figures::sayings()) entries.push_back(say("figures.saying." + std::string(figures::name(one))));
    setEntries(saying_, entries, 0);
    entries.clear();
    for (std::int32_t i = 0; i <= kMostDigits; ++i) entries.push_back(say("figures.digits", {std::to_string(i)}));
    setEntries(digits_, entries, kDigits);
    sentence_ = controls_->lines("sentence");
    explain(sentence_, "figures.sentence");
    rows_.addLines(sentence_, kSentenceLines);
    entryText_ = controls_->text("entry-note");
    rows_.addText(entryText_);
    insert_ = button("insert-figure", "figures.insert");
    fromSelection_ = button("from-selection", "figures.from-selection");
    patternEdit_ = button("pattern-edit", "figures.pattern");
    rows_.addFlow({insert_, fromSelection_, patternEdit_});
    patternIntro_ = controls_->text("pattern-intro");
    setLabel(patternIntro_, say("figures.pattern.intro"));
    patternIntroRow_ = rows_.addText(patternIntro_);
    pattern_ = controls_->lines("pattern");
    explain(pattern_, "figures.pattern.field");
    patternRow_ = rows_.addLines(pattern_, kSentenceLines);
    patternSave_ = button("pattern-save", "figures.pattern.save");
    patternReset_ = button("pattern-reset", "figures.pattern.reset");
    patternButtonsRow_ = rows_.addFlow({patternSave_, patternReset_});
}

void FiguresPanel::buildList() {
    recompute_ = button("recompute", "figures.recompute");
    rows_.addWide(recompute_);
    makeBusyRow("figures-progress", "figures-stop");
    summary_ = controls_->text("summary");
    rows_.addText(summary_);
    watchList(controls_->tree("figures-list"), "figures.list.help");
    listRow_ = rows_.addFill(list_, kListMinimum);
    details_ = controls_->memo("figures-details");
    setHelp(details_, say("figures.details.help"));
    detailsRow_ = rows_.addLines(details_, kDetailLines);
    fix_ = button("fix-figure", "figures.fix");
    update_ = button("update-figures", "figures.update");
    buttonsRow_ = rows_.addFlow({fix_, update_});
    other_ = button("figure-other", "figures.other");
    otherRow_ = rows_.addFlow({other_});
    formulas_ = button("table-formulas", "figures.formulas");
    formulasRow_ = rows_.addFlow({formulas_});
    compare_ = button("compare-last", "figures.compare");
    rows_.addFlow({compare_});
    onSave_ = controls_->toggle("on-save");
    name(onSave_, "on-save", "figures.on-save");
    rows_.addFlow({onSave_});
    note_ = controls_->text("figures-note");
    noteRow_ = rows_.addText(note_);
    watch(details_);
}

void FiguresPanel::settingsChanged() { render(); }

void FiguresPanel::letGo() {
    SessionPanel::letGo();
    items_.clear();
    last_.reset();
    lastConflicts_.clear();
    comparedRevision_ = 0;
}

void FiguresPanel::render() {
    renderEntry();
    renderList();
    renderDetails();
    layOut();
}

// ---- entry

Saying FiguresPanel::saying() const {
    const auto all = figures::sayings();
    const auto chosen = static_cast<std::size_t>(std::max(chosenEntry(saying_), 0));
    return all[std::min(chosen, all.size() - 1)];
}

std::int32_t FiguresPanel::digits() const { return std::max(chosenEntry(digits_), 0); }

std::string FiguresPanel::pattern(const number::Decimal& a, const number::Decimal& b) const {
    const std::string_view key = figures::patternKey(saying(), a, b);
    const auto own = patterns_.find(key);
    return own == patterns_.end() ? texts_(key) : own->second;
}

std::optional<number::Decimal> FiguresPanel::typed(const Control& field, std::string& note) const {
    const std::string words = fieldText(field);
    if (words.empty()) return std::nullopt;
    const number::Reading reading = number::read(text::fromUtf8(words));
    if (!reading.value) {
        note = texts_(number::key(reading.problem), {words});
        return std::nullopt;
    }
    if (reading.percent && saying() != Saying::points) {
        note = texts_("figures.entry.percent-given", {words});
        return std::nullopt;
    }
    if (reading.alternative) note = texts_("figures.entry.ambiguous", {words, number::print(*reading.value), number::print(*reading.alternative)});
    return reading.value;
}

void FiguresPanel::compose() {
    std::string note, otherNote, sentence;
    const auto a = typed(a_, note);
    const auto b = typed(b_, otherNote);
    if (note.empty()) note = otherNote;
    if (a && b) {
        try {
            const std::string whole = pattern(*a, *b);
            const std::string_view tail = behind_.empty() ? std::string_view() : figures::tailOf(whole);
            if (!behind_.empty() && tail.empty()) behind_.clear();
            sentence = figures::phrase(saying(), *a, *b, digits(), tail.empty() ? fieldText(unit_) : std::string(), tail.empty() ? whole : tail);
            if (note.empty()) note = behind_.empty() ? texts_("figures.entry.rounded") : texts_("figures.entry.behind", {shortened(behind_)});
        } catch (const number::NumberError& error) {
            note = texts_(error.messageKey(), {error.text()});
        }
    }
    if (note.empty()) note = texts_("figures.entry.empty");
    const Flagged filling(filling_);
    setText(sentence_, str(sentence));
    entryNote_ = note;
    if (!sentence.empty() && !figures::verified(behind_ + text::fromUtf8(sentence))) entryNote_ = texts_("figures.entry.unread");
}

void FiguresPanel::renderEntry() {
    const auto [keyA, keyB] = fieldKeys(saying());
    setLabel(labelA_, say(keyA));
    setLabel(labelB_, say(keyB));
    const std::shared_ptr<Session> known = session();
    const std::string locked = known ? known->locked() : "state.no-document";
    setEnabled(insert_, locked.empty() && !fieldText(sentence_).empty());
    setEnabled(fromSelection_, known != nullptr);
    setLabel(entryText_, locked.empty() ? str(entryNote_) : say(locked));
    for (const Rows::Row row : {patternIntroRow_, patternRow_, patternButtonsRow_}) rows_.show(row, onPattern_);
}

void FiguresPanel::tellEntry(const std::string& note) {
    entryNote_ = note;
    renderEntry();
    layOut();
}

void FiguresPanel::startEntry() {
    if (!controls_) return;
    if (!selectedText(frame()->getController()).empty() && takeFromSelection()) setFocus(sentence_);
    else setFocus(a_);
}

bool FiguresPanel::takeFromSelection() {
    const std::u32string words = selectedText(frame()->getController());
    const auto found = figures::twoNumbers(words);
    if (!found) {
        tellEntry(texts_("figures.entry.no-two"));
        return false;
    }
    {
        const Flagged filling(filling_);
        setText(a_, str(found->a));
        setText(b_, str(found->b));
        setText(unit_, str(found->unit));
    }
    behind_ = words;
    compose();
    renderEntry();
    layOut();
    return true;
}

void FiguresPanel::insert() {
    const auto model = document();
    const std::u32string words = oneLine(fieldText(sentence_));
    if (!model.is()) return;
    if (words.empty()) {
        setFocus(fieldText(a_).empty() ? a_ : b_);
        return;
    }
    if (!behind_.empty() && selectedText(frame()->getController()) != behind_) {
        behind_.clear();
        compose();
        tellEntry(texts_("figures.entry.moved"));
        return;
    }
    const std::string trouble = insertWords(context_, model, words, texts_, texts_("undo.insert-figure"));
    if (!trouble.empty()) return tellEntry(trouble);
    clearEntry();
    tellEntry(texts_("figures.entry.done", {text::toUtf8(words)}));
    setFocus(a_);
}

void FiguresPanel::clearEntry() {
    const Flagged filling(filling_);
    behind_.clear();
    for (const Control& field : {a_, b_, unit_, sentence_}) setText(field, {});
}

// ---- patterns of the person

std::string_view FiguresPanel::patternKey() const {
    std::string ignored;
    const auto a = typed(a_, ignored), b = typed(b_, ignored);
    return figures::patternKey(saying(), a.value_or(number::Decimal(1)), b.value_or(number::Decimal()));
}

void FiguresPanel::showPattern(bool on) {
    onPattern_ = on;
    if (on) {
        const Flagged filling(filling_);
        const auto own = patterns_.find(patternKey());
        setText(pattern_, own == patterns_.end() ? say(patternKey()) : str(own->second));
    }
    renderEntry();
    layOut();
    setFocus(on ? pattern_ : a_);
}

void FiguresPanel::keepPatterns() {
    keepPhraseLines(context_, figures::patternLines(patterns_));
    onPattern_ = false;
    compose();
}

void FiguresPanel::savePattern() {
    const std::string words = text::toUtf8(oneLine(fieldText(pattern_)));
    const std::string key(patternKey());
    try {
        // tried with numbers that every way of saying it can be said of
        const bool falls = saying() == Saying::lacking || saying() == Saying::share || key.ends_with("-down");
        (void)figures::phrase(saying(), number::Decimal(falls ? 1 : 2), number::Decimal(falls ? 2 : 1), digits(), {}, words);
    } catch (const number::NumberError& error) {
        return tellEntry(texts_(error.messageKey(), {error.text()}));
    }
    patterns_.insert_or_assign(key, words);
    keepPatterns();
    tellEntry(texts_("figures.pattern.saved"));
    setFocus(a_);
}

// ---- list

const std::vector<figures::Figure>* FiguresPanel::figures() const {
    const auto shown = result();
    return shown ? &shown->outcome.figures : nullptr;  // lives with the session's result
}

std::string FiguresPanel::listSignature(const Checked& checked) const {
    std::string signature;
    for (const figures::Figure& one : checked.outcome.figures) signature += report::figureBrief(texts_.language, one) + '\n';
    for (const std::size_t i : questionsOf(checked)) signature += wording(checked, i, texts_).brief + '\n';
    for (const figures::Conflict& one : lastConflicts_) signature += lastBrief(one) + '\n';
    return signature;
}

void FiguresPanel::renderList() {
    compareLast();
    renewList();
    renderBusy();
    setEnabled(compare_, session() != nullptr);
    const auto* all = figures();
    setEnabled(recompute_, session() != nullptr);
    const std::string waiting = waitingText("figures.computing", "figures.empty");
    const std::size_t questions = all != nullptr ? questionsOf(*result()).size() + lastConflicts_.size() : 0;
    std::string summary = waiting.empty() ? report::figuresSummary(texts_.language, *all) : waiting;
    if (waiting.empty() && questions > 0) summary += ' ' + texts_("figures.questions", {std::to_string(questions)});
    setLabel(summary_, str(summary));
    const bool any = all != nullptr && (!all->empty() || questions > 0);
    for (const Rows::Row row : {listRow_, detailsRow_, buttonsRow_}) rows_.show(row, any);
    const std::size_t certain = any ? figures::certain(result()->document(), *all).size() : 0;
    setLabel(update_, say("figures.update", {std::to_string(certain)}));
    setEnabled(update_, certain > 0 && changeable());
    const bool inTables = any && std::any_of(all->begin(), all->end(), [&](const figures::Figure& one) { return result()->document().at(one.claimed.at).cell >= 0; });
    rows_.show(formulasRow_, inTables);
    setEnabled(formulas_, inTables && changeable());
    setModelValue(onSave_, "State", css::uno::Any(static_cast<sal_Int16>(updatesOnSave(context_) ? 1 : 0)));
    if (const auto known = session(); known && known->saves() != saves_) {
        saves_ = known->saves();
        listNote_ = known->saved();
    }
    // The last line always says something, so that nothing jumps while the person types.
    const std::string standing = any ? standingText() : std::string();
    setLabel(note_, str(standing.empty() ? listNote_ : standing));
    rows_.show(noteRow_, any || !listNote_.empty());
}

const FiguresPanel::Item* FiguresPanel::chosenItem() const { return chosen_ && *chosen_ < items_.size() ? &items_[*chosen_] : nullptr; }

const figures::Figure* FiguresPanel::chosenFigure() const {
    const auto* all = figures();
    const Item* item = chosenItem();
    return all != nullptr && item != nullptr && item->kind == Item::Kind::figure && item->index < all->size() ? &(*all)[item->index] : nullptr;
}

const figures::Conflict* FiguresPanel::chosenLast() const {
    const Item* item = chosenItem();
    return item != nullptr && item->kind == Item::Kind::last && item->index < lastConflicts_.size() ? &lastConflicts_[item->index] : nullptr;
}

const checks::Finding* FiguresPanel::chosenQuestion() const {
    const Item* item = chosenItem();
    if (!result() || item == nullptr || item->kind != Item::Kind::question || item->index >= result()->findings().size()) return nullptr;
    return &result()->findings()[item->index];
}

void FiguresPanel::renderDetails() {
    const figures::Figure* figure = chosenFigure();
    const checks::Finding* question = chosenQuestion();
    std::string details = texts_("figures.choose");
    if (figure != nullptr) details = report::figureDetail(texts_.language, *figure);
    if (question != nullptr) details = wording(*result(), chosenItem()->index, texts_).text;
    const figures::Conflict* last = chosenLast();
    if (last != nullptr) details = lastDetail(*last);
    if ((figure != nullptr || question != nullptr || last != nullptr) && !place_.empty()) details += "\n" + place_;
    setText(details_, str(details));
    const bool certain = figure != nullptr && figure->kind == figures::Kind::ratio && figures::correction(result()->document(), *figure).has_value();
    setEnabled(fix_, certain && changeable());
    rows_.show(otherRow_, question != nullptr);
}

void FiguresPanel::fillList() {
    const Flagged filling(filling_);
    const Item* before = chosenItem();
    const std::uint64_t wanted = before != nullptr && before->kind != Item::Kind::group ? tree_.mark(*chosen_) : 0;
    items_.clear();
    chosen_.reset();
    place_.clear();
    atOther_ = false;
    tree_.begin();
    std::optional<TreeList::Line> select;
    const auto addGroup = [&](std::string_view what, std::size_t count) {
        items_.emplace_back();
        return tree_.addGroup(texts_("figures.group." + std::string(what), {std::to_string(count)}), true);
    };
    const auto add = [&](TreeList::Line group, const std::string& words, Item item, std::uint64_t mark) {
        const auto line = tree_.add(group, words, {}, mark);
        if (wanted == mark && !select) select = line;
        items_.push_back(item);
    };
    if (const auto* all = figures()) {
        const model::Document& document = result()->document();
        const std::vector<std::size_t> questions = questionsOf(*result());
        for (const Verdict verdict : kVerdicts) {
            const auto count = std::count_if(all->begin(), all->end(), [&](const figures::Figure& one) { return one.verdict == verdict; });
            if (count > 0) {
                const auto group = addGroup(figures::name(verdict), static_cast<std::size_t>(count));
                for (std::size_t i = 0; i < all->size(); ++i) {
                    const figures::Figure& one = (*all)[i];
                    if (one.verdict != verdict) continue;
                    add(group, report::figureBrief(texts_.language, one), {Item::Kind::figure, i},
                        document.at(one.at).fingerprint() + static_cast<std::uint64_t>(one.claimed.at.start));
                }
            }
            // what a person must look at stands together
            if (verdict != Verdict::unclear || questions.size() + lastConflicts_.size() == 0) continue;
            const auto group = addGroup("question", questions.size() + lastConflicts_.size());
            for (const std::size_t i : questions) {
                const checks::Finding& one = result()->findings()[i];
                add(group, texts_("figures.item.question", {wording(*result(), i, texts_).brief}), {Item::Kind::question, i},
                    one.at.fingerprint + one.other.fingerprint + static_cast<std::uint64_t>(one.at.range.start));
            }
            for (std::size_t i = 0; i < lastConflicts_.size(); ++i) {
                const figures::Conflict& one = lastConflicts_[i];
                add(group, texts_("figures.item.question", {lastBrief(one)}), {Item::Kind::last, i},
                    document.at(one.at).fingerprint() + static_cast<std::uint64_t>(one.at.start) + 1);
            }
        }
    }
    tree_.show(select);
    chosen_ = select;
}

void FiguresPanel::showPlace(const model::Place& place) {
    place_.clear();
    const auto controller = frame()->getController();
    if (!session()->show(controller, place)) {
        listNote_ = texts_("state.moved");
        return;
    }
    guarded("page", [&] {
        const css::uno::Reference<css::text::XTextViewCursorSupplier> view(controller, css::uno::UNO_QUERY_THROW);
        const css::uno::Reference<css::text::XPageCursor> page(view->getViewCursor(), css::uno::UNO_QUERY_THROW);
        place_ = texts_(atOther_ ? "figures.place.other" : "figures.place.page", {std::to_string(page->getPage())});
    });
}

void FiguresPanel::choose(TreeList::Line line) {
    if (line >= items_.size()) return;
    chosen_ = line;
    place_.clear();
    listNote_.clear();
    atOther_ = false;
    if (const figures::Figure* figure = chosenFigure(); figure != nullptr) showPlace(result()->document().place(figure->at));
    else if (const checks::Finding* question = chosenQuestion(); question != nullptr) showPlace(question->at);
    else if (const figures::Conflict* last = chosenLast(); last != nullptr) showPlace(result()->document().place(last->at));
    render();
}

void FiguresPanel::showOther() {
    const checks::Finding* question = chosenQuestion();
    if (question == nullptr) return;
    listNote_.clear();
    atOther_ = !atOther_;
    showPlace(atOther_ ? question->other : question->at);
    render();
}

void FiguresPanel::update(std::optional<std::size_t> figure) {
    if (!changeable()) return;
    const Session::Answer answer = session()->updateFigures(figure, texts_(figure ? "undo.fix-figure" : "undo.update-figures"));
    if (answer.moved) listNote_ = texts_("state.moved");
    else if (answer.changed > 0) listNote_ = texts_("figures.updated", {std::to_string(answer.changed)});
    else listNote_ = answer.message.empty() ? texts_("figures.nothing") : texts_("state.not-fixed", {answer.message});
    render();
}

void FiguresPanel::makeFormulas() {
    if (!changeable()) return;
    listNote_ = session()->makeFormulas(cursorTable(frame()->getController()), texts_("undo.table-formulas")).message;
    render();
}

// ---- against the report of the time before

std::string FiguresPanel::lastName() const { return last_->path.substr(last_->path.find_last_of('/') + 1); }

std::string FiguresPanel::lastBrief(const figures::Conflict& one) const {
    return texts_("figures.last.brief", {text::toUtf8(one.text), text::toUtf8(one.otherText)});
}

std::string FiguresPanel::lastDetail(const figures::Conflict& one) const {
    const auto page = last_->pages.find(one.other);
    const std::vector<std::string> told{text::toUtf8(one.text), lastName(), text::toUtf8(one.otherText), page == last_->pages.end() ? std::string() : std::to_string(page->second)};
    return texts_(page == last_->pages.end() || page->second < 1 ? "figures.last.detail" : "figures.last.detail.page", told);
}

void FiguresPanel::compareLast() {
    const auto shown = result();
    if (!last_ || !shown) {
        lastConflicts_.clear();
        return;
    }
    const std::uint64_t now = session()->revision();
    if (now == comparedRevision_) return;
    const bool first = comparedRevision_ == 0;
    comparedRevision_ = now;
    lastConflicts_ = figures::conflictsWithLast(shown->document(), shown->outcome.analysis, last_->document, last_->analysis);
    if (!first) return;                          // the person was told when they asked
    if (!figures::comparableWithLast(shown->outcome.analysis, last_->analysis)) listNote_ = texts_("figures.last.other-period", {lastName()});
    else if (lastConflicts_.empty()) listNote_ = texts_("figures.last.agrees", {lastName()});
    else listNote_ = texts_("figures.last.found", {lastName(), std::to_string(lastConflicts_.size())});
}

void FiguresPanel::chooseLast() {
    const auto file = fileToRead(context_, {say("draft.next.filter"), "odt|docx|doc|rtf|fodt"});
    if (!file) return;
    try {
        last_ = readLastReport(context_, urlOf(*file), texts_);
    } catch (const UserError& error) {
        listNote_ = error.what();
        return render();
    }
    comparedRevision_ = 0;
    listNote_ = texts_("figures.last.waits");
    if (!result() || session()->outdated()) startReading();
    render();
}

// ---- what the person does

void FiguresPanel::act(const rtl::OUString& command) {
    const std::shared_ptr<Session> known = session();
    if (command == "insert-figure") {
        insert();
    } else if (command == "from-selection") {
        takeFromSelection();
    } else if (command == "pattern-edit") {
        showPattern(!onPattern_);
    } else if (command == "pattern-save") {
        savePattern();
    } else if (command == "pattern-reset") {
        patterns_.erase(std::string(patternKey()));
        keepPatterns();
        renderEntry();
        layOut();
    } else if (command == "on-save") {
        keepUpdatesOnSave(context_, !updatesOnSave(context_));
        render();
    } else if (!known) {
        return;
    } else if (command == "recompute") {
        listNote_.clear();
        startReading();
    } else if (command == "figures-stop") {
        known->stop();
        setFocus(recompute_);
    } else if (command == "fix-figure") {
        if (chosenFigure() != nullptr) update(chosenItem()->index);
    } else if (command == "figure-other") {
        showOther();
    } else if (command == "compare-last") {
        chooseLast();
    } else if (command == "table-formulas") {
        makeFormulas();
    } else if (command == "update-figures") {
        update(std::nullopt);
    }
}

void FiguresPanel::edited(const Control& control) {
    if (control == pattern_) return;
    if (control == sentence_) {
        const std::u32string words = behind_ + oneLine(fieldText(sentence_));
        return tellEntry(figures::verified(words) ? texts_("figures.entry.rounded") : texts_("figures.entry.unread"));
    }
    if (control == a_ || control == b_) behind_.clear();
    compose();
    if (onPattern_ && control == saying_) return showPattern(true);
    renderEntry();
    layOut();
}

std::optional<TreeList::Line> FiguresPanel::firstLine() const {
    const auto first = std::find_if(items_.begin(), items_.end(), [](const Item& item) { return item.kind != Item::Kind::group; });
    return first == items_.end() ? std::nullopt : std::optional(static_cast<TreeList::Line>(first - items_.begin()));
}

bool FiguresPanel::takeKey(const Control& control, sal_Int16 key) {
    const rtl::Reference<FiguresPanel> alive(this);
    if (!controls_) return false;
    if (key == css::awt::Key::ESCAPE && onPattern_) {
        showPattern(false);
        return true;
    }
    if (key == css::awt::Key::RETURN) {
        if (control == a_) setFocus(b_);
        else if (control == b_) setFocus(unit_);
        else if (control == unit_ || control == sentence_) insert();
        else if (control == pattern_) savePattern();
        else if (control == list_ && chosenQuestion() != nullptr) showOther();
        else if (control == list_) act("fix-figure");
        else return false;
        return true;
    }
    // Delete and back space would reach the document from the list.
    if (control == list_ && (key == css::awt::Key::DELETE || key == css::awt::Key::BACKSPACE)) return true;
    return Panel::takeKey(control, key);
}

}  // namespace thethuc::uno
