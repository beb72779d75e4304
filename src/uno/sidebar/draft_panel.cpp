#include "uno/sidebar/draft_panel.hpp"

#include <algorithm>
#include <array>

#include <com/sun/star/awt/Key.hpp>

#include "app/new_document.hpp"
#include "app/profile_form.hpp"
#include "number/number.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/extra_parts.hpp"
#include "uno/session/figure_edits.hpp"
#include "uno/session/next_report.hpp"
#include "uno/session/own_outlines.hpp"
#include "uno/session/styler.hpp"
#include "uno/session/table_update.hpp"
#include "uno/sidebar/deck.hpp"
#include "uno/sidebar/file_choice.hpp"
#include "uno/sidebar/panel_access.hpp"

namespace thethuc::uno {

namespace {

/// The types that an office drafts daily stand on top (the order in which clerks named them).
constexpr std::array kDaily{"BC", "CV", "QĐ", "KH", "TB", "TTr", "GM", "BB"};

/// Entries of the choice of the date: blank is the first.
constexpr std::int32_t kToday = 1, kChosenDate = 2;

/// One of draft::Part, or the name of an extra part.
struct PartEntry {
    draft::Part part;
    const char* key;
    const char* extra = "";
};

constexpr PartEntry extra(const char* key) {
    constexpr std::size_t kPrefix = std::string_view("draft.part.").size();
    return {draft::Part::appendix, key, key + kPrefix};
}

constexpr std::array kParts{PartEntry{draft::Part::header, "draft.part.header"},           PartEntry{draft::Part::title, "draft.part.title"},
                            PartEntry{draft::Part::legalBasis, "draft.part.legal-basis"},  PartEntry{draft::Part::addressee, "draft.part.addressee"},
                            PartEntry{draft::Part::ending, "draft.part.ending"},
                            PartEntry{draft::Part::body, "draft.part.body"},
                            extra("draft.part.appendix"), extra("draft.part.another-appendix"), extra("draft.part.hoa-toc"), extra("draft.part.thuong-khan"),
                            extra("draft.part.khan"), extra("draft.part.xem-xong-tra-lai"), extra("draft.part.luu-hanh-noi-bo"), extra("draft.part.landscape"),
                            extra("draft.part.portrait"), extra("draft.part.contact")};

using app::linesIn;

std::string joined(const std::vector<std::string>& lines, const char* between) {
    std::string text;
    for (const std::string& one : lines) text += (text.empty() ? "" : between) + one;
    return text;
}

/// “TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Vũ Thế Cường”: the last piece is the name.
std::vector<std::string> pieces(const std::string& line) {
    std::string text = line;
    std::replace(text.begin(), text.end(), '|', '\n');
    return linesIn(text);
}

std::string signerLine(const app::Signer& signer) { return joined(signer.authority, " | ") + " | " + signer.name; }

}  // namespace

DraftPanel::DraftPanel(const Context& context, const PanelPlace& place)
    : Panel(context, place), store_(profileFolder(context), texts_.language), picker_(*this) {}

// ---- what is shown

void DraftPanel::build() {
    loadTemplates();
    buildForm();
    buildProfile();
    picker_.build();
    loadProfiles();
    showProfile(profiles_.empty());
}

Rows::Row DraftPanel::choiceWith(Control& chosen, const std::string& name, std::string_view key, const std::vector<Named>& buttons) {
    chosen = controls_->choice(str(name));
    explain(chosen, key);
    std::vector<Control> row{chosen};
    for (const Named& one : buttons) row.push_back(*one.control = button(one.command, one.key));
    return rows_.addFlow(std::move(row), true);
}

void DraftPanel::buildForm() {
    formRows_.push_back(choice(type_, "type", "draft.type"));
    formRows_.push_back(edit(subject_, "subject", "draft.subject"));
    formRows_.push_back(addresseeRow_ = edit(addressee_, "addressee", "draft.addressee"));
    formRows_.push_back(numberRow_ = edit(number_, "number", "draft.number"));
    formRows_.push_back(choice(date_, "date", "draft.date"));
    setEntries(date_, {say("draft.date.blank"), say("draft.date.today"), say("draft.date.chosen")}, 0);
    const Control dateLabel = label("day", "draft.date.fields");
    day_ = controls_->edit("day");
    month_ = controls_->edit("month");
    year_ = controls_->edit("year");
    explain(day_, "draft.day");
    explain(month_, "draft.month");
    explain(year_, "draft.year");
    formRows_.push_back(dateRow_ = rows_.addField(dateLabel, {day_, month_, year_}));
    formRows_.push_back(signerRow_ = choice(signer_, "signer", "draft.signer"));
    formRows_.push_back(recipientsRow_ = choice(recipients_, "recipients", "draft.recipients"));
    formRows_.push_back(outlineRow_ = choice(outline_, "outline", "draft.outline"));
    formRows_.push_back(periodRow_ = edit(period_, "period", "draft.period"));
    frame_ = button("frame", "draft.frame");
    formRows_.push_back(rows_.addWide(frame_, 8));
    formRows_.push_back(choiceWith(part_, "part", "draft.part", {{&insert_, "insert-part", "draft.insert"}}));
    formRows_.push_back(tableRow_ = choiceWith(table_, "table", "draft.table", {{&insertTable_, "insert-table", "draft.table.insert"}}));
    pickTable_ = button("table-pick", "tables.picker.open");
    updateTables_ = button("update-tables", "tables.update");
    formRows_.push_back(rows_.addFlow({pickTable_, updateTables_}));
    styles_ = button("styles", "draft.styles");
    formRows_.push_back(rows_.addWide(styles_));
    next_ = button("next-period", "draft.next");
    formRows_.push_back(rows_.addWide(next_));
    formRows_.push_back(edit(outlineName_, "outline-name", "outline.name"));
    outlineSave_ = button("outline-save", "outline.save");
    formRows_.push_back(rows_.addWide(outlineSave_));
    formRows_.push_back(choiceWith(profileChoice_, "profile", "draft.profile",
                                   {{&profileEdit_, "profile-edit", "draft.profile.edit"}, {&profileNew_, "profile-new", "draft.profile.new"}}));
    noteText_ = controls_->text("draft-note");
    noteRow_ = rows_.addText(noteText_);
    buildPoints();

    std::vector<rtl::OUString> entries;
    for (const std::size_t i : order_) {
        const draft::TypeTemplate& one = templates_->types[i];
        entries.push_back(str(one.name + " (" + one.type + ")"));
    }
    const std::string last = draftedType(context_);
    const auto known = std::find_if(order_.begin(), order_.end(), [&](std::size_t i) { return templates_->types[i].type == last; });
    setEntries(type_, entries, entries.empty() ? -1 : static_cast<std::int32_t>(known == order_.end() ? 0 : known - order_.begin()));
    entries.clear();
    for (const PartEntry& one : kParts) entries.push_back(say(one.key));
    setEntries(part_, entries, 0);
    setText(year_, str(std::to_string(thisYear())));
    fillOutlines();
}

/// Ready-made tables and groups, the agency's own sets behind those of the templates.
void DraftPanel::fillTables() {
    if (!templates_) return;
    const Flagged filling(filling_);
    tables_.clear();
    for (const draft::IndicatorSet& set : indicators().sets) {
        for (const draft::TablePick& one : set.tables) tables_.emplace_back(one.id, one.name);
        for (const draft::IndicatorGroup& one : set.groups) tables_.emplace_back(one.id, one.name);
    }
    std::vector<rtl::OUString> entries;
    for (const auto& [id, title] : tables_) entries.push_back(str(title));
    setEntries(table_, entries, entries.empty() ? -1 : 0);
}

/// Outlines of the chosen type; none is the first choice.
void DraftPanel::fillOutlines() {
    const Flagged filling(filling_);
    const draft::TypeTemplate* chosen = type();
    outlines_.clear();
    std::vector<rtl::OUString> entries{say("draft.outline.none")};
    for (std::size_t i = 0; templates_ && chosen != nullptr && i < templates_->outlines.size(); ++i) {
        if (templates_->outlines[i].type != chosen->type) continue;
        outlines_.push_back(i);
        entries.push_back(str(templates_->outlines[i].name));
    }
    setEntries(outline_, entries, 0);
}

const draft::Outline* DraftPanel::outline() const {
    const std::int32_t chosen = chosenEntry(outline_) - 1;
    if (chosen < 0 || static_cast<std::size_t>(chosen) >= outlines_.size()) return nullptr;
    return &templates_->outlines[outlines_[static_cast<std::size_t>(chosen)]];
}

void DraftPanel::buildProfile() {
    intro_ = controls_->text("profile-intro");
    setLabel(intro_, say("draft.profile.intro"));
    profileRows_.push_back(rows_.addText(intro_));
    const auto box = [&](Control& control, const std::string& name, std::string_view key, std::int32_t lines) {
        profileRows_.push_back(rows_.addText(label(name, key)));
        control = controls_->lines(str(name));
        explain(control, key);
        profileRows_.push_back(rows_.addLines(control, lines));
    };
    profileRows_.push_back(edit(name_, "profile-name", "draft.profile.name"));
    profileRows_.push_back(edit(superior_, "profile-superior", "draft.profile.superior"));
    box(agency_, "profile-agency", "draft.profile.agency", 2);
    profileRows_.push_back(edit(placeName_, "profile-place", "draft.profile.place"));
    profileRows_.push_back(edit(abbreviation_, "profile-abbreviation", "draft.profile.abbreviation"));
    profileRows_.push_back(edit(unit_, "profile-unit", "draft.profile.unit"));
    box(contact_, "profile-contact", "draft.profile.contact", 2);
    box(signers_, "profile-signers", "draft.profile.signers", 3);
    box(list_, "profile-recipients", "draft.profile.recipients", 4);
    box(symbols_, "profile-symbols", "draft.profile.symbols", 2);
    profileRows_.push_back(choice(size_, "profile-size", "draft.profile.size"));
    profileRows_.push_back(choice(indent_, "profile-indent", "draft.profile.indent"));
    profileRows_.push_back(choice(spacing_, "profile-line-spacing", "draft.profile.line-spacing"));
    profileRows_.push_back(choice(distance_, "profile-distance", "draft.profile.distance"));
    fillChoices({});
    profileRows_.push_back(rows_.addText(label("profile-preview", "draft.profile.preview")));
    preview_ = controls_->memo("profile-preview");
    setHelp(preview_, say("draft.profile.preview"));
    watch(preview_);
    profileRows_.push_back(rows_.addLines(preview_, 8));
    save_ = button("profile-save", "draft.profile.save");
    cancel_ = button("profile-cancel", "draft.profile.cancel");
    import_ = button("profile-import", "draft.profile.import");
    export_ = button("profile-export", "draft.profile.export");
    profileRows_.push_back(rows_.addFlow({save_, cancel_}));
    profileRows_.push_back(rows_.addFlow({import_, export_}));
}

void DraftPanel::fillChoices(const app::AgencyProfile& profile) {
    setEntries(size_, {say("draft.profile.size.14"), say("draft.profile.size.13")}, profile.bodySize == 130 ? 1 : 0);
    setEntries(indent_, {say("draft.profile.indent.127"), say("draft.profile.indent.1")}, profile.firstLineIndent == 1000 ? 1 : 0);
    // What the file has stands in the list, too, if it is another value.
    const auto fill = [&](Control& control, std::vector<std::int32_t>& values, std::optional<std::int32_t> own, std::int32_t scale, std::string_view key) {
        if (own && std::find(values.begin(), values.end(), *own) == values.end()) values.push_back(*own);
        std::sort(values.begin(), values.end());
        std::vector<rtl::OUString> entries;
        for (const std::int32_t one : values) entries.push_back(say(key, {number::print(number::Decimal(one, scale).trimmed())}));
        const auto chosen = own ? std::find(values.begin(), values.end(), *own) : values.begin();
        setEntries(control, entries, static_cast<std::int32_t>(chosen - values.begin()));
    };
    spacings_.assign({100, 105, 110, 115, 120, 130, 150});
    distances_.assign({60, 80, 100, 120});
    fill(spacing_, spacings_, profile.lineSpacing, 2, "draft.profile.lines");
    fill(distance_, distances_, profile.paragraphSpacing, 1, "draft.profile.points");
}

void DraftPanel::loadTemplates() {
    try {
        templates_ = templates(context_, texts_);
    } catch (const report::DataError& error) {
        note_ = error.what();
        return;
    }
    if (!templates_->broken.empty()) note_ = joined(templates_->broken, "\n");
    for (const char* daily : kDaily) {
        for (std::size_t i = 0; i < templates_->types.size(); ++i) {
            if (templates_->types[i].type == daily) order_.push_back(i);
        }
    }
    for (std::size_t i = 0; i < templates_->types.size(); ++i) {
        if (std::find(order_.begin(), order_.end(), i) == order_.end()) order_.push_back(i);
    }
}

void DraftPanel::loadProfiles() {
    const Flagged filling(filling_);
    profiles_ = store_.list();
    const std::string chosen = chosenProfile(context_);
    auto found = std::find_if(profiles_.begin(), profiles_.end(), [&](const auto& one) { return one.id == chosen; });
    if (found == profiles_.end() && !profiles_.empty()) found = profiles_.begin();
    profile_.reset();
    std::vector<rtl::OUString> entries;
    for (const auto& one : profiles_) entries.push_back(str(one.name));
    if (profiles_.empty()) entries.push_back(say("draft.profile.none"));
    setEntries(profileChoice_, entries, profiles_.empty() ? 0 : static_cast<std::int32_t>(found - profiles_.begin()));
    if (found != profiles_.end()) {
        try {
            profile_ = store_.load(found->id);
        } catch (const app::AgencyProfileError& error) {
            note_ = error.what();
        }
    }
    fillSigners();
    fillTables();
}

void DraftPanel::settingsChanged() {
    if (onProfile_ || picker_.isOpen()) return;  // the person is writing in a profile, or choosing from its sets
    loadProfiles();
    render();
}

void DraftPanel::fillSigners() {
    const Flagged filling(filling_);
    std::vector<rtl::OUString> entries;
    if (profile_) {
        for (const app::Signer& one : profile_->signers) entries.push_back(str(one.name + " – " + joined(one.authority, ", ")));
    }
    setEntries(signer_, entries, entries.empty() ? -1 : 0);
    entries.clear();
    entries.push_back(say("draft.recipients.type"));
    if (profile_) {
        for (const auto& [group, lines] : profile_->recipients) entries.push_back(str(group));
    }
    setEntries(recipients_, entries, entries.size() > 1 ? 1 : 0);
}

const draft::TypeTemplate* DraftPanel::type() const {
    const std::int32_t chosen = chosenEntry(type_);
    if (!templates_ || chosen < 0 || static_cast<std::size_t>(chosen) >= order_.size()) return nullptr;
    return &templates_->types[order_[static_cast<std::size_t>(chosen)]];
}

void DraftPanel::recognise() {
    const auto model = document();
    if (!model.is() || !templates_) return;
    const auto known = Session::of(context_, model);
    // A check that is up to date knows it; else it is read, which takes some milliseconds.
    const elements::Analysis analysis = known && known->result() && !known->outdated() ? known->result()->outcome.analysis
                                                                                       : elements::analyse(readDocument(context_, model));
    if (known && known != session_) {
        session_ = known;
        session_->observe(this);
    }
    stands_ = analysis.first(elements::Kind::quocHieu) != nullptr || analysis.first(elements::Kind::coQuanBanHanh) != nullptr;
    if (typeChosen_ || !analysis.type) return;
    const auto at = std::find_if(order_.begin(), order_.end(), [&](std::size_t i) { return templates_->types[i].type == *analysis.type; });
    if (at == order_.end() || at - order_.begin() == chosenEntry(type_)) return;
    {
        const Flagged filling(filling_);
        chooseEntry(type_, static_cast<std::int32_t>(at - order_.begin()));
    }
    fillOutlines();
}

void DraftPanel::render() {
    // The window may still be loading its document when the panel is made.
    if (!read_) {
        read_ = true;
        later([this] {
            recognise();
            render();
        });
    }
    const std::size_t points = session_ ? session_->openPoints().size() : 0;
    // What is left to look at comes before the page of the first run; “profile-new” opens that again.
    if (points > 0 && points != pointsShown_ && editing_.empty()) onProfile_ = false;
    const bool onForm = !onProfile_ && !picker_.isOpen();
    for (const Rows::Row row : formRows_) rows_.show(row, onForm);
    for (const Rows::Row row : profileRows_) rows_.show(row, onProfile_);
    picker_.render();
    if (onForm) {
        const draft::TypeTemplate* chosen = type();
        rows_.show(dateRow_, chosenEntry(date_) == kChosenDate);
        rows_.show(addresseeRow_, chosen != nullptr && chosen->addressee);
        rows_.show(numberRow_, chosen != nullptr && !chosen->symbol.empty());
        rows_.show(outlineRow_, !outlines_.empty());
        rows_.show(periodRow_, outline() != nullptr && !outline()->periods.empty());
        rows_.show(tableRow_, !tables_.empty());
        rows_.show(signerRow_, profile_ && profile_->signers.size() > 1);
        rows_.show(recipientsRow_, profile_ && !profile_->recipients.empty());
    }
    const bool usable = document().is() && templates_.has_value();
    setLabel(frame_, say(stands_ ? "draft.frame.update" : "draft.frame"));
    setEnabled(frame_, usable);
    setEnabled(insert_, usable);
    setEnabled(insertTable_, usable);
    setEnabled(pickTable_, usable);
    setEnabled(updateTables_, usable);
    setEnabled(styles_, usable);
    setEnabled(profileEdit_, profile_.has_value());
    setEnabled(export_, !editing_.empty());
    setLabel(noteText_, str(note_));
    rows_.show(noteRow_, !note_.empty() && !picker_.isOpen());
    const std::size_t open = onForm ? points : 0;
    if (open != pointsShown_ && open > 0) fillPoints(0);
    setLabel(pointsText_, say("draft.next.open", {std::to_string(open)}));
    for (const Rows::Row row : {pointsTextRow_, pointsListRow_, pointsButtonsRow_}) rows_.show(row, open > 0);
    layOut();
}

void DraftPanel::tell(const std::string& note) {
    note_ = note;
    picker_.tell(note);
    render();
}

// ---- what the person does

void DraftPanel::edited(const Control& control) {
    if (control == profileChoice_) {
        const std::int32_t chosen = chosenEntry(profileChoice_);
        note_.clear();
        if (chosen >= 0 && static_cast<std::size_t>(chosen) < profiles_.size()) {
            chooseProfile(context_, profiles_[static_cast<std::size_t>(chosen)].id);
            loadProfiles();
        }
        return render();
    }
    if (onProfile_) return preview();
    if (picker_.edited(control)) return render();
    if (control == type_) {
        typeChosen_ = true;
        fillOutlines();
    }
    if (control == type_ || control == outline_ || control == date_) render();
}

bool DraftPanel::takeKey(const Control& control, sal_Int16 key) {
    if (picker_.takeKey(control, key)) {
        render();
        return true;
    }
    if (key == css::awt::Key::ESCAPE && picker_.isOpen()) {
        closePicker();
        return true;
    }
    if (key == css::awt::Key::ESCAPE && onProfile_ && !profiles_.empty()) {
        showProfile(false);
        setFocus(profileEdit_);
        return true;
    }
    if (key == css::awt::Key::RETURN && (control == subject_ || control == addressee_ || control == number_ || control == day_ || control == month_ || control == year_)) {
        insertFrame();
        return true;
    }
    if (key == css::awt::Key::RETURN && control == outlineName_) {
        act("outline-save");
        return true;
    }
    return Panel::takeKey(control, key);
}

void DraftPanel::act(const rtl::OUString& command) {
    try {
        if (picker_.act(command)) render();
        else if (command == "table-pick") openPicker();
        else if (command == "table-close") closePicker();
        else if (command == "table-insert") insertPicked();
        else if (command == "table-save-set") saveSet();
        else if (command == "frame") insertFrame();
        else if (command == "insert-part") insertPart();
        else if (command == "insert-table") insertTable();
        else if (command == "update-tables") updateTables();
        else if (command == "styles") giveStyles();
        else if (command == "next-period") fromEarlier();
        else if (command == "outline-save") saveAsOutline();
        else if (command == "point-done") closePoints(false);
        else if (command == "points-close") closePoints(true);
        else if (command == "profile-edit") {
            if (profile_) {
                const auto chosen = static_cast<std::size_t>(chosenEntry(profileChoice_));
                editing_ = profiles_.at(chosen).id;
                fillProfile(*profile_);
                showProfile(true);
                setFocus(name_);
            }
        } else if (command == "profile-new") {
            editing_.clear();
            fillProfile({});
            showProfile(true);
            setFocus(name_);
        } else if (command == "profile-save") saveProfile();
        else if (command == "profile-cancel") showProfile(false);
        else if (command == "profile-import") importProfile();
        else if (command == "profile-export") exportProfile();
    } catch (const report::DataError& error) {
        tell(error.what());
    } catch (const UserError& error) {
        tell(error.what());
    } catch (...) {
        const std::string what = describeCurrentException();
        log("draft", what);
        tell(texts_("draft.failed"));
    }
}

std::map<std::string, std::string> DraftPanel::values() const {
    std::map<std::string, std::string> result;
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty()) result[key] = value;
    };
    put("subject", fieldText(subject_));
    put("addressee", fieldText(addressee_));
    put("number", fieldText(number_));
    if (chosenEntry(date_) == kToday) {
        const std::string now = today();
        put("year", now.substr(0, 4));
        put("month", std::to_string(std::stoi(now.substr(5, 2))));
        put("day", std::to_string(std::stoi(now.substr(8, 2))));
    } else if (chosenEntry(date_) == kChosenDate) {
        put("day", fieldText(day_));
        put("month", fieldText(month_));
        // A year alone is no date: it stands in the field from the start.
        if (result.contains("day") || result.contains("month")) put("year", fieldText(year_));
    }
    if (profile_) {
        const std::int32_t signer = chosenEntry(signer_);
        if (signer >= 0 && static_cast<std::size_t>(signer) < profile_->signers.size()) {
            const app::Signer& one = profile_->signers[static_cast<std::size_t>(signer)];
            put("authority", joined(one.authority, "|"));
            put("signer", one.name);
        }
        const std::int32_t group = chosenEntry(recipients_) - 1;
        if (group >= 0 && static_cast<std::size_t>(group) < profile_->recipients.size()) {
            put("recipients", joined(std::next(profile_->recipients.begin(), group)->second, "|"));
        }
    }
    return result;
}

DraftRequest DraftPanel::request() const {
    DraftRequest result;
    if (const draft::TypeTemplate* chosen = type()) result.type = chosen->type;
    result.set = values();
    if (const draft::Outline* chosen = outline()) {
        result.outline = chosen->id;
        const std::string period = fieldText(period_);
        if (!chosen->periods.empty() && !period.empty()) result.set["period"] = period;
        const std::string year = fieldText(year_);
        if (!chosen->periods.empty() && !year.empty()) result.set["year"] = year;
    }
    return result;
}

void DraftPanel::insertFrame() {
    const auto model = document();
    if (!model.is() || type() == nullptr) return;
    DraftRequest wanted = request();
    wanted.parts = {draft::Part::header, draft::Part::title, draft::Part::addressee, draft::Part::ending};
    wanted.page = true;
    const DraftResult result = draftInto(context_, model, wanted, profile_ ? &*profile_ : nullptr, texts_, texts_("undo.draft"));
    if (result.trouble.empty()) keepDraftedType(context_, wanted.type);
    answered(result, "draft.done.frame");
}

void DraftPanel::insertPart() {
    const auto model = document();
    const std::int32_t part = chosenEntry(part_);
    if (!model.is() || type() == nullptr || part < 0) return;
    const PartEntry& entry = kParts.at(static_cast<std::size_t>(part));
    DraftRequest wanted = request();
    wanted.parts = {entry.part};
    const std::string title = texts_("undo.draft.part", {texts_(entry.key)});
    const app::AgencyProfile* profile = profile_ ? &*profile_ : nullptr;
    if (*entry.extra != '\0') return answered(insertExtraPart(context_, model, entry.extra, wanted, profile, texts_, title), "draft.done.part");
    answered(entry.part == draft::Part::body ? insertAtCursor(context_, model, wanted, entry.part, profile, texts_, title)
                                             : draftInto(context_, model, wanted, profile, texts_, title),
             "draft.done.part");
}

void DraftPanel::insertTable() {
    const auto model = document();
    const std::int32_t chosen = chosenEntry(table_);
    if (!model.is() || type() == nullptr || !templates_ || chosen < 0) return;
    DraftRequest wanted = request();
    const auto& [id, title] = tables_.at(static_cast<std::size_t>(chosen));
    wanted.tables.push_back(id);
    answered(insertAtCursor(context_, model, wanted, draft::Part::tables, profile_ ? &*profile_ : nullptr, texts_,
                            texts_("undo.draft.part", {title})),
             "draft.done.part");
}

// ---- a table of chosen indicators

draft::IndicatorData DraftPanel::indicators() const { return app::indicatorData(*templates_, profile_ ? &*profile_ : nullptr); }

void DraftPanel::openPicker() {
    if (!templates_) return;
    picker_.open(indicators());
    note_.clear();
    render();
    picker_.focus();
}

void DraftPanel::closePicker() {
    picker_.close();
    note_.clear();
    render();
    setFocus(pickTable_);
}

void DraftPanel::insertPicked() {
    const auto model = document();
    const std::string wanted = picker_.request();
    if (!model.is() || type() == nullptr || wanted.empty()) return;
    DraftRequest asked = request();
    asked.tables.push_back(wanted);
    asked.set.merge(picker_.figures());
    answered(insertAtCursor(context_, model, asked, draft::Part::tables, profile_ ? &*profile_ : nullptr, texts_, texts_("undo.draft.part", {texts_("draft.table.help")})),
             "draft.done.part");
}

void DraftPanel::saveSet() {
    const auto model = document();
    const std::int32_t chosen = chosenEntry(profileChoice_);
    if (!model.is() || !templates_) return;
    if (!profile_ || chosen < 0 || static_cast<std::size_t>(chosen) >= profiles_.size()) return tell(texts_("tables.set.needs-profile"));
    const TableAsSet answer = tableAsSet(context_, model, picker_.setName(), indicators(), texts_);
    if (!answer.trouble.empty()) return tell(answer.trouble);
    store_.keepIndicators(profiles_[static_cast<std::size_t>(chosen)].id, answer.read.set);
    loadProfiles();
    picker_.open(indicators());
    std::string note = texts_("tables.set.saved", {answer.read.set.name, std::to_string(answer.read.set.tables.front().rows.size()), std::to_string(answer.read.totals),
                                                   std::to_string(answer.read.ratios)});
    if (!answer.read.unsure.empty()) note += "\n" + texts_("tables.set.unsure", {joined(answer.read.unsure, "; ")});
    if (!answer.read.leftOut.empty()) note += "\n" + texts_("tables.set.left-out", {joined(answer.read.leftOut, "; ")});
    tell(note);
}

void DraftPanel::updateTables() {
    const auto model = document();
    if (!model.is()) return;
    const TablesAnswer answer = uno::updateTables(context_, model, profile_ ? &*profile_ : nullptr, texts_, texts_("undo.update-tables"));
    std::string note = answer.trouble.empty() ? app::told(texts_.language, answer.update) : answer.trouble;
    if (answer.update.tables > 0 && !keepsFormulas(model)) note += "\n" + texts_("tables.docx");
    changed(note);
}

void DraftPanel::answered(const DraftResult& result, std::string_view inserted) {
    std::string note;
    if (!result.trouble.empty()) note = result.trouble;
    else if (result.inserted > 0) note = texts_(inserted);
    else if (result.updated > 0) note = texts_("draft.done.updated", {std::to_string(result.updated)});
    else note = texts_("draft.done.same");
    for (const std::string& key : result.notes) note += "\n" + texts_(key);
    changed(note);
}

void DraftPanel::applyStyles() {
    if (onProfile_) showProfile(false);
    act("styles");
}

void DraftPanel::giveStyles() {
    const auto model = document();
    if (!model.is()) return;
    const StyleResult result = uno::applyStyles(context_, model, profile_ ? &*profile_ : nullptr, texts_, texts_("undo.styles"));
    if (!result.trouble.empty()) return changed(result.trouble);
    std::string note = result.styled > 0 ? texts_("draft.styles.done", {std::to_string(result.styled)}) : texts_(result.changed ? "draft.styles.renewed" : "draft.styles.same");
    if (result.left > 0) note += "\n" + texts_("draft.styles.left", {std::to_string(result.left)});
    changed(note);
}

void DraftPanel::changed(const std::string& note) {
    recognise();
    tell(note);
    if (const auto model = document(); model.is()) {
        const auto known = Session::of(context_, model);
        if (known && known->result()) known->check(true);
    }
}

// ---- the next report

void DraftPanel::fromEarlier() {
    if (onProfile_) showProfile(false);
    const auto file = fileToRead(context_, {say("draft.next.filter"), "odt|docx|doc|rtf|fodt"});
    if (file) makeNext(*file);
}

void DraftPanel::makeNext(const std::string& file) {
    const NextReport next = openNextReport(context_, urlOf(file), rows_.shown(periodRow_) ? fieldText(period_) : std::string(), texts_);
    tell(texts_("draft.next.made", {draft::print(next.from), draft::print(next.to), std::to_string(next.moved)}));
    const auto controller = next.model->getCurrentController();
    if (!controller.is()) return;
    openDeck(controller->getFrame());
    expandPanel(controller->getFrame(), "DraftPanel");
}

/// “Lưu làm mẫu”: the outline is offered from now on, and chosen.
void DraftPanel::saveAsOutline() {
    const auto model = document();
    if (!model.is()) return;
    const std::string name = fieldText(outlineName_);
    if (name.empty()) {
        tell(texts_("outline.needs-name"));
        return setFocus(outlineName_);
    }
    const SavedOutline saved = saveOutline(context_, model, name, profile_ ? &*profile_ : nullptr, texts_);
    if (!saved.trouble.empty()) return tell(saved.trouble);
    templates_ = templates(context_, texts_);
    recognise();
    fillOutlines();
    const auto made = std::find_if(outlines_.begin(), outlines_.end(), [&](std::size_t i) { return templates_->outlines[i].id == saved.id; });
    if (made != outlines_.end()) {
        const Flagged filling(filling_);
        chooseEntry(outline_, static_cast<std::int32_t>(made - outlines_.begin()) + 1);
    }
    setText(outlineName_, rtl::OUString());
    tell(texts_("outline.saved", {name, std::to_string(saved.rows), std::to_string(saved.gaps), std::to_string(saved.guiding), saved.file}));
}

void DraftPanel::buildPoints() {
    pointsText_ = controls_->text("points-note");
    pointsTextRow_ = rows_.addText(pointsText_);
    pointsList_ = controls_->tree("points");
    setHelp(pointsList_, say("draft.next.list"));
    points_.take(context_, pointsList_);
    watchTree(pointsList_);
    constexpr std::int32_t kLines = 9;
    pointsListRow_ = rows_.addLines(pointsList_, kLines);
    pointDone_ = button("point-done", "draft.next.point-done");
    pointsClose_ = button("points-close", "draft.next.close");
    pointsButtonsRow_ = rows_.addFlow({pointDone_, pointsClose_});
}

/// One group for each reason, in the order in which they came.
void DraftPanel::fillPoints(std::size_t chosen) {
    const Flagged filling(filling_);
    const std::vector<OpenPoint>& open = session_->openPoints();
    points_.begin();
    std::map<std::string, TreeList::Line> groups;
    std::optional<TreeList::Line> line;
    for (std::size_t i = 0; i < open.size(); ++i) {
        auto group = groups.find(open[i].why);
        if (group == groups.end()) group = groups.emplace(open[i].why, points_.addGroup(open[i].why, true)).first;
        const TreeList::Line added = points_.add(group->second, open[i].words, {}, i);
        if (i == chosen) line = added;
    }
    points_.show(line);
    pointsShown_ = open.size();
}

void DraftPanel::takeSelection() {
    if (!picker_.isOpen()) return showPoint();
    picker_.takeSelection();
    render();
}

void DraftPanel::showPoint() {
    const auto line = points_.chosen();
    if (!line || !session_ || !frame().is()) return;
    const std::size_t index = points_.mark(*line);
    const auto& open = session_->openPoints();
    if (index >= open.size()) return;
    if (!session_->show(frame()->getController(), open[index])) tell(texts_("draft.next.gone"));
    else if (!note_.empty()) tell({});
}

/// The chosen point has been looked at, or all of them.
void DraftPanel::closePoints(bool all) {
    if (!session_) return;
    if (all) return session_->keepOpen({});
    const auto line = points_.chosen();
    if (!line) return;
    const std::size_t index = points_.mark(*line);
    session_->closePoint(index);
    const std::size_t left = session_->openPoints().size();
    if (left == 0) return;
    fillPoints(std::min(index, left - 1));
    showPoint();
}

void DraftPanel::sessionChanged() noexcept {
    guarded("panel", [&] {
        const std::size_t open = session_ ? session_->openPoints().size() : 0;
        if (controls_ && open != pointsShown_) {
            if (open == 0) pointsShown_ = 0;
            render();
        }
    });
}

void DraftPanel::letGo() {
    if (session_) session_->forget(this);
    session_.reset();
    guarded("panel", [&] {
        if (points_.control().is()) points_.control()->removeSelectionChangeListener(this);
    });
    points_.letGo();
    picker_.letGo();
}

// ---- the agency's file

void DraftPanel::showProfile(bool on) {
    if (on && !onProfile_ && profiles_.empty() && editing_.empty()) fillProfile({});
    onProfile_ = on;
    note_.clear();
    const Flagged filling(filling_);
    render();
}

void DraftPanel::fillProfile(const app::AgencyProfile& profile) {
    {
        const Flagged filling(filling_);
        setText(name_, str(profile.name));
        setText(superior_, str(profile.superiorAgency));
        setText(agency_, str(joined(profile.agency, "\n")));
        setText(placeName_, str(profile.place));
        setText(abbreviation_, str(profile.abbreviation));
        setText(unit_, str(profile.draftingUnit));
        setText(contact_, str(joined(profile.contact, "\n")));
        std::vector<std::string> signers;
        for (const app::Signer& one : profile.signers) signers.push_back(signerLine(one));
        setText(signers_, str(joined(signers, "\n")));
        setText(list_, str(app::recipientLines(profile.recipients, texts_("draft.profile.group"))));
        setText(symbols_, str(app::symbolLines(profile.symbols)));
        fillChoices(profile);
    }
    preview();
}

app::AgencyProfile DraftPanel::typedProfile() const {
    app::AgencyProfile profile;
    if (profile_ && !editing_.empty()) profile = *profile_;
    profile.name = fieldText(name_);
    profile.superiorAgency = fieldText(superior_);
    profile.agency = linesIn(fieldText(agency_));
    profile.place = fieldText(placeName_);
    profile.abbreviation = fieldText(abbreviation_);
    profile.draftingUnit = fieldText(unit_);
    profile.contact = linesIn(fieldText(contact_));
    profile.signers.clear();
    for (const std::string& line : linesIn(fieldText(signers_))) {
        std::vector<std::string> parts = pieces(line);
        if (parts.size() < 2) continue;
        const std::string last = parts.back();
        parts.pop_back();
        profile.signers.push_back({last, parts});
    }
    profile.recipients = app::recipientGroups(fieldText(list_), texts_("draft.profile.group"));
    profile.symbols = app::readSymbols(fieldText(symbols_), typeNames()).symbols;
    profile.bodySize = chosenEntry(size_) == 1 ? 130 : 140;
    profile.firstLineIndent = chosenEntry(indent_) == 1 ? 1000 : 1270;
    // The first entry is what a file without this choice means; it stays without it.
    const auto take = [](std::optional<std::int32_t>& own, const Control& control, const std::vector<std::int32_t>& values) {
        const std::int32_t entry = chosenEntry(control);
        if (entry < 0 || static_cast<std::size_t>(entry) >= values.size() || (entry == 0 && !own)) return;
        own = values[static_cast<std::size_t>(entry)];
    };
    take(profile.lineSpacing, spacing_, spacings_);
    take(profile.paragraphSpacing, distance_, distances_);
    return profile;
}

/// How header and signature will read, in plain text: while typing, without touching the document.
void DraftPanel::preview() {
    const app::AgencyProfile profile = typedProfile();
    const auto or_ = [&](const std::string& value, std::string_view key) { return value.empty() ? texts_(key) : value; };
    std::string text;
    if (!profile.superiorAgency.empty()) text += profile.superiorAgency + "\n";
    text += profile.agency.empty() ? texts_("draft.preview.agency") : joined(profile.agency, "\n");
    text += "\nSố:        /BC-" + or_(profile.abbreviation, "draft.preview.abbreviation");
    text += "\n" + or_(profile.place, "draft.preview.place") + ", ngày      tháng      năm " + std::to_string(thisYear());
    text += "\n" + texts_("draft.preview.luu", {profile.draftingUnit.empty() ? std::string() : std::string(", " + profile.draftingUnit)});
    for (const std::string& line : profile.contact) text += "\n" + line;
    for (const app::Signer& one : profile.signers) text += "\n" + joined(one.authority, "\n") + "\n" + one.name;
    setText(preview_, str(text));
}

/// The abbreviations of the types that there are.
std::vector<std::string> DraftPanel::typeNames() const {
    std::vector<std::string> names;
    if (!templates_) return names;
    for (const draft::TypeTemplate& one : templates_->types) names.push_back(one.type);
    return names;
}

void DraftPanel::saveProfile() {
    const app::AgencyProfile profile = typedProfile();
    if (profile.name.empty() || profile.agency.empty()) {
        tell(texts_("draft.profile.needs"));
        setFocus(profile.name.empty() ? name_ : agency_);
        return;
    }
    for (const std::string& line : linesIn(fieldText(signers_))) {
        if (pieces(line).size() >= 2) continue;
        tell(texts_("draft.profile.signer-form", {line}));
        setFocus(signers_);
        return;
    }
    if (const std::string wrong = app::readSymbols(fieldText(symbols_), typeNames()).wrong; !wrong.empty()) {
        tell(texts_("draft.profile.symbol-form", {wrong}));
        setFocus(symbols_);
        return;
    }
    const std::string id = store_.save(profile, editing_);
    chooseProfile(context_, id);
    editing_.clear();
    loadProfiles();
    showProfile(false);
    tell(texts_("draft.profile.saved", {profile.name}));
    setFocus(type_);
}

void DraftPanel::importProfile() {
    const auto file = fileToRead(context_, {say("draft.profile.filter"), "json"});
    if (!file) return;
    const std::string id = store_.take(*file);
    chooseProfile(context_, id);
    editing_.clear();
    loadProfiles();
    showProfile(false);
    if (profile_) tell(texts_("draft.profile.saved", {profile_->name}));
}

void DraftPanel::exportProfile() {
    if (editing_.empty()) return;
    const auto file = fileToWrite(context_, {say("draft.profile.filter"), "json"}, editing_);
    if (!file) return;
    store_.give(editing_, *file);
    tell(texts_("draft.profile.exported", {*file}));
}

}  // namespace thethuc::uno
