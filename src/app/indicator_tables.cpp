#include "app/indicator_tables.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "model/look.hpp"
#include "number/number.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using draft::CellFigure;
using draft::CellKey;
using draft::ColumnKind;
using draft::Indicator;
using figures::Entry;
using number::Decimal;

constexpr ColumnKind kFigureColumns[] = {ColumnKind::plan, ColumnKind::actual, ColumnKind::previous, ColumnKind::ratio, ColumnKind::difference};

std::size_t index(std::int32_t value) { return static_cast<std::size_t>(value); }

/// For comparison: lower case, one space between words, without the marks that people put behind a name.
std::u32string plainName(std::u32string_view name) {
    std::u32string result = text::toLower(text::nfc(text::squeeze(name)));
    constexpr std::u32string_view kMarks = U":;,. ";
    while (!result.empty() && kMarks.find(result.back()) != std::u32string_view::npos) result.pop_back();
    return result;
}

std::u32string plainName(const std::string& name) { return plainName(text::fromUtf8(name)); }

/// An indicator of a set with its place in the set's order.
struct Known {
    const Indicator* indicator = nullptr;
    std::size_t order = 0;
};
using Names = std::map<std::u32string, std::vector<Known>, std::less<>>;

Names namesOf(const draft::IndicatorSet& set) {
    Names result;
    std::size_t order = 0;
    for (const draft::IndicatorGroup& group : set.groups) {
        for (const Indicator& one : group.indicators) result[plainName(one.name)].push_back({&one, order++});
    }
    return result;
}

class Recognition {
public:
    Recognition(const draft::IndicatorData& data, const draft::TableMemory& memory) : data_(data), memory_(memory) {
        for (const draft::TableColumn& one : data.columns) heads_[plainName(one.title)] = one.kind;
        for (const draft::IndicatorSet& set : data.sets) names_.push_back(namesOf(set));
    }

    std::optional<StandingTable> of(figures::Grid grid) const {
        StandingTable result{std::move(grid), nullptr, {}, {}, 0};
        findColumns(result);
        const bool figures = std::any_of(std::begin(kFigureColumns), std::end(kFigureColumns), [&](ColumnKind kind) { return result.columns.contains(kind); });
        if (!figures || !result.columns.contains(ColumnKind::name)) return std::nullopt;
        std::size_t best = 0;
        std::pair<std::size_t, std::size_t> score{0, 0};
        std::vector<StandingTable::Row> rows;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::vector<StandingTable::Row> found = rowsOf(result, names_[i]);
            const auto remembered = std::count_if(found.begin(), found.end(), [&](const auto& row) { return memory_.knows(row.indicator->id); });
            const std::pair now{found.size(), static_cast<std::size_t>(remembered)};
            if (now <= score) continue;
            score = now;
            best = i;
            rows = std::move(found);
        }
        const std::size_t named = namedRows(result);
        constexpr std::size_t kShare = 3;        // a table that happens to have one name in common is no indicator table
        if (rows.empty() || rows.size() * kShare < named) return std::nullopt;
        result.set = &data_.sets[best];
        result.rows = std::move(rows);
        result.others = others(result);
        return result;
    }

private:
    const draft::IndicatorData& data_;
    const draft::TableMemory& memory_;
    std::map<std::u32string, ColumnKind, std::less<>> heads_;
    std::vector<Names> names_;

    /// A head says its column as it is titled, or with a period or unit behind it. A kind with two columns has none that is certain.
    void findColumns(StandingTable& table) const {
        std::set<ColumnKind> twice;
        for (std::int32_t i = 0; i < table.grid.width(); ++i) {
            const figures::Column& column = table.grid.column(i);
            auto head = heads_.find(plainName(column.leaf));
            if (head == heads_.end()) head = heads_.find(plainName(column.name));
            if (head == heads_.end()) continue;
            if (!table.columns.emplace(head->second, i).second) twice.insert(head->second);
        }
        for (const ColumnKind kind : twice) table.columns.erase(kind);
    }

    static const Entry* entry(const StandingTable& table, std::int32_t row, ColumnKind kind) {
        const auto column = table.columns.find(kind);
        return column == table.columns.end() ? nullptr : &table.grid.at(row, column->second);
    }

    static std::u32string nameAt(const StandingTable& table, std::int32_t row) {
        const Entry* name = entry(table, row, ColumnKind::name);
        return name->paragraph == nullptr || name->spanning ? std::u32string() : plainName(name->paragraph->text);
    }

    static bool holdsFigure(const StandingTable& table, std::int32_t row) {
        return std::any_of(std::begin(kFigureColumns), std::end(kFigureColumns), [&](ColumnKind kind) {
            const Entry* one = entry(table, row, kind);
            return one != nullptr && one->number();
        });
    }

    /// Rows with a name that may be an indicator's: the heading of a group has no unit and no figure.
    static std::size_t namedRows(const StandingTable& table) {
        std::size_t result = 0;
        for (std::int32_t row = table.grid.first; row < table.grid.rows; ++row) {
            const Entry* unit = entry(table, row, ColumnKind::unit);
            const bool heading = unit != nullptr && unit->words.empty() && !holdsFigure(table, row);
            if (!heading && !nameAt(table, row).empty()) ++result;
        }
        return result;
    }

    static std::vector<StandingTable::Row> rowsOf(const StandingTable& table, const Names& names) {
        std::vector<StandingTable::Row> result;
        std::set<const Indicator*> taken;
        std::optional<std::size_t> above;
        for (std::int32_t row = table.grid.first; row < table.grid.rows; ++row) {
            const auto found = names.find(nameAt(table, row));
            if (found == names.end()) continue;
            const auto chosen = choose(table, row, found->second, above, taken);
            if (!chosen) continue;
            taken.insert(chosen->indicator);
            above = chosen->order;
            result.push_back({row, chosen->indicator});
        }
        return result;
    }

    static std::optional<Known> choose(const StandingTable& table, std::int32_t row, std::vector<Known> from, std::optional<std::size_t> above,
                                       const std::set<const Indicator*>& taken) {
        std::erase_if(from, [&](const Known& one) { return taken.contains(one.indicator); });
        const Entry* unit = entry(table, row, ColumnKind::unit);
        if (from.size() > 1 && unit != nullptr && unit->paragraph != nullptr && !unit->words.empty()) {
            const std::u32string here = plainName(unit->paragraph->text);
            std::erase_if(from, [&](const Known& one) { return plainName(one.indicator->unit) != here; });
        }
        if (from.empty()) return std::nullopt;
        if (from.size() == 1) return from.front();
        // “Trong đó: cấp xã” belongs to what stands above it.
        const auto next = std::find_if(from.begin(), from.end(), [&](const Known& one) { return above && one.order > *above; });
        return next == from.end() ? std::nullopt : std::optional(*next);
    }

    static std::int32_t others(const StandingTable& table) {
        std::int32_t result = 0;
        for (std::int32_t row = table.grid.first; row < table.grid.rows; ++row) {
            const bool known = std::any_of(table.rows.begin(), table.rows.end(), [&](const StandingTable::Row& one) { return one.row == row; });
            if (!known && holdsFigure(table, row)) ++result;
        }
        return result;
    }
};

/// “1234.5”, as the snapshot has it.
std::optional<Decimal> plainDecimal(const std::string& digits) {
    std::u32string text = text::fromUtf8(digits);
    std::replace(text.begin(), text.end(), U'.', U',');
    return number::read(text).value;
}

/// What a cell that is no formula says, and how it is written so that the office knows it as a number.
struct Typed {
    Decimal value;
    std::string format;                          ///< empty: its words cannot be those of a number
    std::string text;
};

bool sameFormula(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view formula) {
        std::string result;
        for (const char c : formula) {
            if (c != ' ') result += c;
        }
        return result;
    };
    return bare(a) == bare(b);
}

class TableWork {
public:
    TableWork(const model::Document& document, const StandingTable& table, const draft::TableMemory& memory)
        : document_(document), table_(table), memory_(memory),
          arithmetic_(indicators(), [this](const CellKey& key) { return given(key); }, [this](const CellKey& key) { return reference(key); }),
          structure_(
              indicators(),
              [this](const CellKey& key) {
                  // Whatever the figures are: what the formula of a cell looks like.
                  return computes(key) ? std::nullopt : std::optional(Decimal(1));
              },
              [this](const CellKey& key) { return place(key); }) {
        for (const StandingTable::Row& row : table.rows) rowOf_[row.indicator->id] = &row;
    }
    TableWork(const TableWork&) = delete;        // the arithmetic asks this very object
    TableWork& operator=(const TableWork&) = delete;

    void update(TablesUpdate& out) {
        for (const StandingTable::Row& row : table_.rows) {
            for (const ColumnKind kind : kFigureColumns) update({row.indicator->id, kind}, out);
        }
        if (!changes_.empty()) {
            std::vector<model::CellContent> all = std::move(operands_);
            all.insert(all.end(), changes_.begin(), changes_.end());
            out.edits.emplace_back(model::SetCells{std::move(all)});
        }
        out.others += table_.others;
    }

    /// See rememberedBeforeSaving().
    void remember(draft::TableMemory& out) const {
        for (const StandingTable::Row& row : table_.rows) {
            for (const ColumnKind kind : kFigureColumns) {
                const CellKey key{row.indicator->id, kind};
                const Entry* one = entry(key);
                if (one == nullptr || one->paragraph == nullptr || !computes(key)) continue;
                const std::string words = wordsOf(*one);
                if (!words.empty() && (cell(*one).formula.empty() ? memory_.has(key, words) : ours(key))) out.add(key, words);
            }
        }
    }

private:
    const model::Document& document_;
    const StandingTable& table_;
    const draft::TableMemory& memory_;
    std::map<std::string, const StandingTable::Row*, std::less<>> rowOf_;
    draft::Arithmetic arithmetic_, structure_;
    mutable std::map<CellKey, bool> ours_;
    std::set<CellKey> done_, numbers_;
    std::vector<model::CellContent> operands_, changes_;

    [[nodiscard]] std::map<std::string, const Indicator*, std::less<>> indicators() const {
        std::map<std::string, const Indicator*, std::less<>> result;
        for (const StandingTable::Row& row : table_.rows) result[row.indicator->id] = row.indicator;
        return result;
    }

    [[nodiscard]] const Entry* entry(const CellKey& key) const {
        const auto row = rowOf_.find(key.first);
        const auto column = table_.columns.find(key.second);
        if (row == rowOf_.end() || column == table_.columns.end()) return nullptr;
        const Entry& result = table_.grid.at(row->second->row, column->second);
        return result.cell < 0 || result.spanning ? nullptr : &result;
    }

    [[nodiscard]] const model::Cell& cell(const Entry& entry) const { return document_.cells[index(entry.cell)]; }
    [[nodiscard]] static std::string wordsOf(const Entry& entry) { return text::toUtf8(text::squeeze(entry.paragraph->text)); }

    [[nodiscard]] std::string place(const CellKey& key) const {
        const Entry* one = entry(key);
        return one == nullptr ? std::string() : draft::cellReference(cell(*one).row, cell(*one).column);
    }

    /// Whether a cell comes about by computing here: every cell that it is made of has its place in the table.
    [[nodiscard]] bool computes(const CellKey& key) const {
        const auto row = rowOf_.find(key.first);
        if (row == rowOf_.end()) return false;
        const std::vector<CellKey> parts = draft::Arithmetic::operands(*row->second->indicator, key.second);
        return !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](const CellKey& part) { return entry(part) != nullptr; });
    }

    [[nodiscard]] std::optional<CellFigure> computed(const CellKey& key) const { return arithmetic_.computed(*rowOf_.at(key.first)->indicator, key.second); }

    [[nodiscard]] bool writable(const Entry& entry) const {
        if (entry.paragraph == nullptr || entry.paragraph->protectedContent || cell(entry).paragraphCount != 1) return false;
        return model::isOneLook(*entry.paragraph, cell(entry));
    }

    /// The number of a cell that a person filled.
    [[nodiscard]] std::optional<Typed> typed(const Entry& entry) const {
        if (entry.paragraph == nullptr || !entry.number()) return std::nullopt;
        const std::string words = wordsOf(entry);
        Typed result{*entry.reading.value, {}, words};
        // The office rounds what it shows to the format of the cell: the figure is what was typed.
        if (const auto known = plainDecimal(cell(entry).value); known && !entry.percent && number::roundHalfUp(known->rational(), result.value.scale()) == result.value) {
            if (*known != result.value) result = {*known, {}, number::print(*known)};
        }
        if (entry.percent) return result;
        std::string bare = number::plain(result.value);
        std::replace(bare.begin(), bare.end(), '.', ',');
        if (number::print(result.value) == result.text) result.format = draft::numberFormat(result.value.scale());
        else if (bare == result.text) result.format = draft::numberFormat(result.value.scale(), false);
        return result;
    }

    [[nodiscard]] std::optional<Decimal> given(const CellKey& key) const {
        const Entry* one = entry(key);
        if (one == nullptr || (computes(key) && ours(key))) return std::nullopt;
        const auto known = typed(*one);
        return known ? std::optional(known->value) : std::nullopt;
    }

    /// Empty where a formula cannot use the cell: then the number stands without one.
    [[nodiscard]] std::string reference(const CellKey& key) const {
        const Entry* one = entry(key);
        if (one == nullptr) return {};
        if ((computes(key) && ours(key)) || !cell(*one).formula.empty()) return place(key);
        const auto known = typed(*one);
        const bool standing = !cell(*one).value.empty() && known && known->text == wordsOf(*one);
        return known && (standing || (writable(*one) && !known->format.empty())) ? place(key) : std::string();
    }

    /// Whether what stands in a computed cell was computed.
    [[nodiscard]] bool ours(const CellKey& key) const {
        if (const auto known = ours_.find(key); known != ours_.end()) return known->second;
        return ours_[key] = judge(key);
    }

    [[nodiscard]] bool judge(const CellKey& key) const {
        const Entry& one = *entry(key);
        if (one.paragraph == nullptr) return false;
        const std::string words = wordsOf(one);
        if (words.empty()) return true;
        if (const std::string& formula = cell(one).formula; !formula.empty()) {
            const bool broken = formula.find('?') != std::string::npos || !one.number();
            const auto wanted = structure_.computed(*rowOf_.at(key.first)->indicator, key.second);
            return broken || (wanted && sameFormula(formula, wanted->formula));
        }
        if (memory_.has(key, words)) return true;
        const auto figure = computed(key);
        return figure && figure->shown() == words;
    }

    void update(const CellKey& key, TablesUpdate& out) {
        const Entry* one = entry(key);
        if (one == nullptr || !computes(key) || !done_.insert(key).second) return;
        const Indicator& indicator = *rowOf_.at(key.first)->indicator;
        const std::vector<CellKey> parts = draft::Arithmetic::operands(indicator, key.second);
        for (const CellKey& part : parts) update(part, out);  // a formula comes after what it uses
        if (!writable(*one)) {
            out.left.push_back(indicator.name);
            return;
        }
        const auto figure = computed(key);
        const std::string words = wordsOf(*one);
        if (!ours(key)) {
            keep(*one, indicator, figure, out);
            return;
        }
        const std::string text = figure ? figure->shown() : std::string();
        const std::string formula = figure && !figure->byZero ? figure->formula : std::string();
        if (!text.empty()) out.memory.add(key, text);
        if (!formula.empty()) {
            for (const CellKey& part : parts) makeNumber(part);
        }
        const model::Cell& now = cell(*one);
        // A formula that is a field (.docx) has no number format: it becomes the cell's own.
        const bool field = !one->paragraph->runs.empty() && one->paragraph->runs.front().kind == model::RunKind::field;
        if (words == text && !field && (formula.empty() ? now.formula.empty() : sameFormula(now.formula, formula))) return;
        changes_.push_back({one->cell, text::fromUtf8(text), formula, figure ? figure->plainValue() : std::string(),
                            figure && !figure->byZero ? draft::numberFormat(figure->decimals) : std::string()});
        ++(text.empty() ? out.emptied : out.computed);
    }

    /// A figure that a formula uses.
    void makeNumber(const CellKey& key) {
        const Entry* one = entry(key);
        if (one == nullptr || (computes(key) && ours(key)) || !cell(*one).formula.empty() || !numbers_.insert(key).second) return;
        const auto known = typed(*one);
        if (!known || known->format.empty() || !writable(*one) || (!cell(*one).value.empty() && known->text == wordsOf(*one))) return;
        operands_.push_back({one->cell, text::fromUtf8(known->text), {}, number::plain(known->value), known->format});
    }

    /// A person's own figure is worth a word only where it says something else than its parts.
    static void keep(const Entry& one, const Indicator& indicator, const std::optional<CellFigure>& figure, TablesUpdate& out) {
        if (!figure) return;
        const bool same = one.number() && !figure->byZero && number::roundHalfUp(figure->value, one.reading.value->scale()) == *one.reading.value;
        if (!same) out.kept.push_back({one.at, indicator.name, wordsOf(one), figure->shown()});
    }
};

}  // namespace

std::vector<StandingTable> standingTables(const model::Document& document, const draft::IndicatorData& data, const draft::TableMemory& memory) {
    std::vector<StandingTable> result;
    const Recognition recognition(data, memory);
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        auto grid = figures::gridOf(document, static_cast<std::int32_t>(i));
        if (!grid) continue;
        if (auto table = recognition.of(*std::move(grid))) result.push_back(*std::move(table));
    }
    return result;
}

TablesUpdate updateTables(const model::Document& document, const draft::IndicatorData& data, const draft::TableMemory& memory) {
    TablesUpdate result;
    for (const StandingTable& table : standingTables(document, data, memory)) {
        ++result.tables;
        TableWork(document, table, memory).update(result);
    }
    return result;
}

std::string told(report::Language language, const TablesUpdate& update) {
    if (update.tables == 0) return {};
    std::string result;
    const auto say = [&](std::string_view key, const std::vector<std::string>& arguments) {
        result += (result.empty() ? "" : "\n") + report::text(language, key, arguments);
    };
    if (update.edits.empty()) say("tables.same", {});
    if (update.computed > 0) say("tables.computed", {std::to_string(update.computed)});
    if (update.emptied > 0) say("tables.emptied", {std::to_string(update.emptied)});
    constexpr std::size_t kShown = 5;
    for (std::size_t i = 0; i < std::min(kShown, update.kept.size()); ++i) {
        say("tables.kept", {update.kept[i].name, update.kept[i].shown, update.kept[i].computed});
    }
    if (update.kept.size() > kShown) say("tables.kept.more", {std::to_string(update.kept.size() - kShown)});
    for (std::size_t i = 0; i < std::min(kShown, update.left.size()); ++i) say("tables.left", {update.left[i]});
    if (update.left.size() > kShown) say("tables.kept.more", {std::to_string(update.left.size() - kShown)});
    if (update.others > 0) say("tables.others", {std::to_string(update.others)});
    return result;
}

draft::TableMemory rememberedBeforeSaving(const model::Document& document, const draft::IndicatorData& data, const draft::TableMemory& memory) {
    draft::TableMemory result;
    for (const StandingTable& table : standingTables(document, data, memory)) TableWork(document, table, memory).remember(result);
    return result;
}

}  // namespace thethuc::app
