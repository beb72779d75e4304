#include "uno/sidebar/table_picker.hpp"

#include <algorithm>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XWindow.hpp>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/opener.hpp"
#include "uno/sidebar/file_choice.hpp"

namespace thethuc::uno {

namespace {

using draft::ColumnKind;
using Line = app::TableChoice::Line;

constexpr std::int32_t kFoundLines = 9, kChosenLines = 6;
/// The columns that a person may leave out or take in, by their ids in columns.json; others that an office adds have no button.
constexpr std::array kColumns{"stt", "chi-tieu", "don-vi-tinh", "ke-hoach", "thuc-hien", "ty-le", "cung-ky", "tang-giam", "ghi-chu"};
constexpr std::string_view kColumnCommand = "table-column-";

}  // namespace

void TablePicker::build() {
    const auto add = [&](Rows::Row row) {
        all_.push_back(row);
        return row;
    };
    add(edit(search_, "table-search", "tables.picker.search"));
    found_ = controls().tree("table-found");
    setHelp(found_, say("tables.picker.found.help"));
    foundTree_.take(context(), found_);
    watchTree(found_);
    add(rows().addLines(found_, kFoundLines));
    add_ = button("table-add", "tables.picker.add");
    add(rows().addFlow({add_}));
    chosen_ = controls().tree("table-chosen");
    setHelp(chosen_, say("tables.picker.chosen.help"));
    chosenTree_.take(context(), chosen_);
    watchTree(chosen_);
    add(rows().addText(label("table-chosen", "tables.picker.chosen")));
    add(rows().addLines(chosen_, kChosenLines));
    up_ = button("table-up", "tables.picker.up");
    down_ = button("table-down", "tables.picker.down");
    remove_ = button("table-remove", "tables.picker.remove");
    add(rows().addFlow({up_, down_, remove_}));
    for (FigureField& one : figureFields_) one.row = add(edit(one.control, one.name, one.key));
    fromDocument_ = button("table-from-document", "tables.picker.from-document");
    fromReport_ = button("table-from-report", "tables.picker.from-report");
    add(rows().addFlow({fromDocument_, fromReport_}));
    add(rows().addText(label("table-columns", "tables.picker.columns")));
    std::vector<Control> toggles;
    for (const char* id : kColumns) {
        const std::string command = std::string(kColumnCommand) + id;
        const Control control = controls().toggle(str(command));
        name(control, command.c_str(), "tables.column." + std::string(id));
        toggles_.push_back({id, control});
        toggles.push_back(control);
    }
    togglesRow_ = add(rows().addFlow(toggles));
    insert_ = button("table-insert", "draft.table.insert");
    close_ = button("table-close", "tables.picker.close");
    add(rows().addFlow({insert_, close_}));
    add(edit(setName_, "table-set-name", "tables.set.name"));
    saveSet_ = button("table-save-set", "tables.set.save");
    add(rows().addFlow({saveSet_}));
    noteText_ = controls().text("table-note");
    noteRow_ = rows().addText(noteText_);
    for (const Rows::Row row : all_) rows().show(row, false);
    rows().show(noteRow_, false);
}

void TablePicker::letGo() noexcept {
    for (TreeList* list : {&foundTree_, &chosenTree_}) {
        forget(*list);
        list->letGo();
    }
}

void TablePicker::open(draft::IndicatorData data) {
    std::vector<std::string> before;
    std::map<std::string, std::string> figures;
    if (choice_) {
        for (const draft::Indicator* one : choice_->rows()) before.push_back(one->id);
        figures = choice_->figures();
    }
    app::TableChoice fresh(std::move(data));
    for (const draft::TableColumn& column : choice_ ? fresh.columns() : std::vector<draft::TableColumn>()) fresh.setColumn(column.id, choice_->hasColumn(column.id));
    for (const std::string& id : before) fresh.add(id);
    for (const draft::Indicator* one : fresh.rows()) {
        for (const FigureField& field : figureFields_) {
            if (choice_) (void)fresh.setFigure(one->id, field.kind, choice_->figure(one->id, field.kind));
        }
    }
    choice_ = std::move(fresh);
    open_ = true;
    note_.clear();
    fillFound();
    fillChosen();
}

void TablePicker::render() {
    for (const Rows::Row row : all_) rows().show(row, open_);
    rows().show(noteRow_, open_ && !note_.empty());
    if (!open_ || !choice_) return;
    const bool row = chosenRow() != nullptr;
    for (const FigureField& one : figureFields_) {
        const auto column = std::find_if(choice_->columns().begin(), choice_->columns().end(), [&](const draft::TableColumn& known) { return known.kind == one.kind; });
        rows().show(one.row, row && column != choice_->columns().end() && choice_->hasColumn(column->id));
    }
    for (const ColumnToggle& one : toggles_) {
        const bool known = std::any_of(choice_->columns().begin(), choice_->columns().end(), [&](const draft::TableColumn& column) { return column.id == one.id; });
        rows().show(one.control, known);
        setModelValue(one.control, "State", css::uno::Any(static_cast<sal_Int16>(choice_->hasColumn(one.id) ? 1 : 0)));
    }
    const bool any = !choice_->rows().empty(), usable = document().is();
    for (const Control& one : {up_, down_, remove_}) setEnabled(one, row);
    setEnabled(add_, foundTree_.chosen().has_value());
    setEnabled(insert_, any && usable);
    for (const Control& one : {fromDocument_, fromReport_}) setEnabled(one, any && usable);
    setEnabled(saveSet_, usable);
    setLabel(noteText_, str(note_));
}

void TablePicker::focus() const { setFocus(search_); }

std::string TablePicker::setName() const { return fieldText(setName_); }

// ---- the lists

void TablePicker::fillFound() {
    const Flagged listening(filling());
    const std::string search = fieldText(search_);
    lines_ = choice_->found(search);
    foundTree_.begin();
    std::vector<TreeList::Line> above;
    std::optional<TreeList::Line> first;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        above.resize(static_cast<std::size_t>(line.depth));
        // Nobody wants to open what was found; without a search the groups of a set are enough to see.
        const bool expanded = !search.empty() || line.depth == 0;
        if (line.kind == Line::Kind::set || line.kind == Line::Kind::group) {
            above.push_back(above.empty() ? foundTree_.addGroup(line.words, expanded) : foundTree_.addGroup(above.back(), line.words, expanded));
        } else {
            const TreeList::Line added = foundTree_.add(above.back(), line.words, {}, i);
            if (!search.empty() && !first) first = added;
        }
    }
    foundTree_.show(first);
}

std::string TablePicker::rowWords(const draft::Indicator& row) const {
    std::string words = row.name;
    for (const FigureField& one : figureFields_) {
        const std::string figure = choice_->figure(row.id, one.kind);
        if (figure.empty()) continue;
        const bool filled = std::any_of(filled_.begin(), filled_.end(), [&](const app::FoundFigure& found) { return found.indicator == row.id && found.kind == one.kind; });
        words += texts()(filled ? "tables.picker.row.filled" : "tables.picker.row", {texts()(one.key), figure});
    }
    return words;
}

void TablePicker::fillChosen() {
    const Flagged listening(filling());
    chosenTree_.begin();
    std::optional<TreeList::Line> select;
    const auto& rows = choice_->rows();
    if (row_ && *row_ >= rows.size()) row_ = rows.empty() ? std::nullopt : std::optional(rows.size() - 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const TreeList::Line line = chosenTree_.add(rowWords(*rows[i]), i);
        if (row_ == i) select = line;
    }
    chosenTree_.show(select);
    fillFigures();
}

void TablePicker::fillFigures() {
    const Flagged listening(filling());
    const draft::Indicator* row = chosenRow();
    for (const FigureField& one : figureFields_) setText(one.control, row == nullptr ? rtl::OUString() : str(choice_->figure(row->id, one.kind)));
}

const draft::Indicator* TablePicker::chosenRow() const {
    return choice_ && row_ && *row_ < choice_->rows().size() ? choice_->rows()[*row_] : nullptr;
}

// ---- what the person does

bool TablePicker::act(const rtl::OUString& command) {
    if (!open_ || !choice_) return false;
    if (command == "table-add") addChosen();
    else if (command == "table-up") moveRow(-1);
    else if (command == "table-down") moveRow(1);
    else if (command == "table-remove") removeRow();
    else if (command == "table-from-document") fillFromDocument();
    else if (command == "table-from-report") fillFromReport();
    else if (command.startsWith(str(kColumnCommand))) toggle(command);
    else return false;
    return true;
}

void TablePicker::toggle(const rtl::OUString& command) {
    const std::string id = toUtf8(command).substr(kColumnCommand.size());
    choice_->setColumn(id, !choice_->hasColumn(id));
}

void TablePicker::addChosen() {
    const auto line = foundTree_.chosen();
    if (!line) return;
    // Sets and groups are lines of the tree, too: both are told by their number, the order is the same.
    if (*line >= lines_.size()) return;
    const std::size_t before = choice_->rows().size();
    const std::size_t added = choice_->add(lines_[*line].id);
    note_ = added == 0 ? texts()("tables.picker.known") : std::string();
    if (added > 0) row_ = before;
    fillChosen();
}

void TablePicker::removeRow() {
    if (!row_ || chosenRow() == nullptr) return;
    const std::string id = chosenRow()->id;
    std::erase_if(filled_, [&](const app::FoundFigure& one) { return one.indicator == id; });
    choice_->remove(*row_);
    fillChosen();
}

void TablePicker::moveRow(std::int32_t by) {
    if (!row_) return;
    row_ = choice_->move(*row_, by);
    fillChosen();
}

/// From figure to figure, as one fills in a form.
void TablePicker::nextRow() {
    if (!row_) return;
    if (*row_ + 1 < choice_->rows().size()) ++*row_;
    fillChosen();
}

bool TablePicker::edited(const Control& control) {
    if (!open_ || !choice_) return false;
    if (control == search_) {
        fillFound();
        return true;
    }
    for (const FigureField& one : figureFields_) {
        if (control != one.control) continue;
        const draft::Indicator* row = chosenRow();
        if (row == nullptr) return true;
        const std::string words = fieldText(control);
        note_ = choice_->setFigure(row->id, one.kind, words) ? std::string() : texts()("tables.picker.no-number", {words});
        std::erase_if(filled_, [&](const app::FoundFigure& found) { return found.indicator == row->id && found.kind == one.kind; });
        return true;                             // the row shows it once it is left: new words would take the choice away while one types
    }
    return control == setName_;
}

bool TablePicker::takeKey(const Control& control, sal_Int16 key) {
    namespace keys = css::awt::Key;
    if (!open_ || !choice_) return false;
    const bool figure = std::any_of(figureFields_.begin(), figureFields_.end(), [&](const FigureField& one) { return one.control == control; });
    if (key == keys::RETURN && control == search_) setFocus(found_);
    else if (key == keys::RETURN && control == found_) addChosen();
    else if (key == keys::RETURN && control == chosen_ && chosenRow() != nullptr) setFocus(figureFields_[1].control);
    else if (key == keys::RETURN && figure) nextRow();
    else if (key == keys::DELETE && control == chosen_) removeRow();
    else return false;
    return true;
}

void TablePicker::takeSelection() {
    if (!open_ || !choice_) return;
    const auto line = chosenTree_.chosen();
    const std::optional<std::size_t> row = line ? std::optional<std::size_t>(*line) : std::nullopt;
    if (row == row_) return;
    row_ = row;
    fillFigures();
}

// ---- figures that are known already

void TablePicker::fill(const std::vector<app::FoundFigure>& found, std::string_view from) {
    filled_.clear();
    std::string list;
    for (const app::FoundFigure& one : found) {
        const auto row = std::find_if(choice_->rows().begin(), choice_->rows().end(), [&](const draft::Indicator* known) { return known->id == one.indicator; });
        const auto field = std::find_if(figureFields_.begin(), figureFields_.end(), [&](const FigureField& known) { return known.kind == one.kind; });
        // What the person has typed stays.
        if (row == choice_->rows().end() || field == figureFields_.end() || !choice_->figure(one.indicator, one.kind).empty()) continue;
        if (!choice_->setFigure(one.indicator, one.kind, one.value)) continue;
        filled_.push_back(one);
        list += "\n" + texts()("tables.picker.filled.one", {(*row)->name, texts()(field->key), one.value, one.words});
        const auto column = std::find_if(choice_->columns().begin(), choice_->columns().end(), [&](const draft::TableColumn& known) { return known.kind == one.kind; });
        if (column != choice_->columns().end()) choice_->setColumn(column->id, true);
    }
    note_ = filled_.empty() ? texts()("tables.picker.filled.none", {std::string(from)}) : texts()("tables.picker.filled", {std::to_string(filled_.size()), std::string(from)}) + list;
    fillChosen();
}

void TablePicker::fillFromDocument() {
    const auto model = document();
    if (!model.is()) return;
    fill(app::figuresOf(readDocument(context(), model), choice_->data()), texts()("tables.picker.this-document"));
}

void TablePicker::fillFromReport() {
    const auto file = fileToRead(context(), {say("tables.picker.filter"), "odt|docx|doc|fodt"});
    if (!file) return;
    try {
        const OpenedFile opened(context(), urlOf(*file), texts());
        fill(app::figuresOfLastReport(readDocument(context(), opened.model()), choice_->data()), opened.path());
    } catch (const UserError& error) {
        note_ = error.what();
    }
}

}  // namespace thethuc::uno
