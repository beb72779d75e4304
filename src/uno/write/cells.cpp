#include "uno/write/cells.hpp"

#include <stdexcept>
#include <utility>

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include "model/look.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/table_geometry.hpp"
#include "uno/write/own_undo.hpp"
#include "uno/write/refused.hpp"
#include "uno/write/text_edits.hpp"

namespace thethuc::uno {

namespace {

using css::table::CellContentType;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// What a cell said before, as values: it lives on the undo stack.
struct Before {
    std::string table, name;
    CellContentType type = css::table::CellContentType_EMPTY;
    rtl::OUString text, formula;
    double value = 0;
    sal_Int32 format = 0;                        ///< key in this document
    bool field = false;                          ///< the formula is a field
    sal_Int32 fieldFormat = 0;
};

Reference<css::table::XCell> cellOf(const Reference<css::frame::XModel>& model, const std::string& table, const std::string& name) {
    const Reference<css::text::XTextTable> found(
        Reference<css::text::XTextTablesSupplier>(model, UNO_QUERY_THROW)->getTextTables()->getByName(str(table)), UNO_QUERY_THROW);
    const Reference<css::table::XCell> cell = found->getCellByName(str(name));
    if (!cell.is()) throw std::runtime_error("there is no cell " + name + " in the table " + table);
    return cell;
}

void setWords(const Reference<css::table::XCell>& cell, const rtl::OUString& words) {
    Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(words);
}

rtl::OUString words(const Reference<css::table::XCell>& cell) { return Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString(); }

sal_Int32 formatKey(const Reference<css::frame::XModel>& model, const std::string& code) {
    const css::lang::Locale vietnamese("vi", "VN", rtl::OUString());
    const Reference<css::util::XNumberFormats> formats =
        Reference<css::util::XNumberFormatsSupplier>(model, UNO_QUERY_THROW)->getNumberFormats();
    const sal_Int32 known = formats->queryKey(str(code), vietnamese, false);
    return known == -1 ? formats->addNew(str(code), vietnamese) : known;
}

Before before(const Reference<css::frame::XModel>& model, const LiveCell& one) {
    const Reference<css::table::XCell> cell = cellOf(model, one.table, one.name);
    Before result{one.table, one.name, cell->getType(), words(cell), rtl::OUString(), 0, getOr<sal_Int32>(cell, "NumberFormat", 0), false, 0};
    if (const auto field = formulaField(cell); result.type == css::table::CellContentType_TEXT && field.is()) {
        result.field = true;
        result.formula = formulaOfField(field);
        result.fieldFormat = getOr<sal_Int32>(field, "NumberFormat", 0);
    }
    if (result.type == css::table::CellContentType_FORMULA) result.formula = cell->getFormula();
    if (result.type == css::table::CellContentType_VALUE) result.value = cell->getValue();
    return result;
}

void make(const Reference<css::frame::XModel>& model, const LiveCell& one) {
    const Reference<css::table::XCell> cell = cellOf(model, one.table, one.name);
    const model::CellContent& content = one.content;
    if (content.formula.empty() && content.value.empty()) {
        setWords(cell, str(content.text));
        return;
    }
    if (formulaField(cell).is()) setWords(cell, rtl::OUString());  // Writer would leave it beside the number
    if (content.formula.empty()) cell->setValue(str(content.value).toDouble());
    else cell->setFormula(str("=" + content.formula));
    set(cell, "NumberFormat", formatKey(model, content.format));
    const rtl::OUString shown = words(cell);
    if (shown == str(content.text)) return;
    if (!content.formula.empty() && !content.value.empty()) {
        cell->setValue(str(content.value).toDouble());
    } else {
        throw std::runtime_error("cell " + one.name + " of " + one.table + " shows " + toUtf8(shown) + ", not " + toUtf8(str(content.text)));
    }
}

void setField(const Reference<css::frame::XModel>& model, const Reference<css::table::XCell>& cell, const Before& one) {
    setWords(cell, rtl::OUString());
    const Reference<css::text::XTextContent> field(
        Reference<css::lang::XMultiServiceFactory>(model, UNO_QUERY_THROW)->createInstance("com.sun.star.text.TextField.TableFormula"), UNO_QUERY_THROW);
    set(field, "Content", one.formula);
    set(field, "NumberFormat", one.fieldFormat);
    const Reference<css::text::XText> text(cell, UNO_QUERY_THROW);
    text->insertTextContent(text->getStart(), field, false);
    // Writer takes these of a field that stands in a text only.
    set(field, "IsShowFormula", false);
    set(field, "CurrentPresentation", one.text);
}

void takeBack(const Reference<css::frame::XModel>& model, const Before& one) {
    const Reference<css::table::XCell> cell = cellOf(model, one.table, one.name);
    switch (one.type) {
        case css::table::CellContentType_VALUE: cell->setValue(one.value); break;
        case css::table::CellContentType_FORMULA: cell->setFormula("=" + one.formula); break;
        default:
            if (one.field) setField(model, cell, one);
            else setWords(cell, one.text);
            break;
    }
    if (getOr<sal_Int32>(cell, "NumberFormat", 0) != one.format) set(cell, "NumberFormat", one.format);
}

std::size_t index(std::int32_t value) { return static_cast<std::size_t>(value); }

}  // namespace

void writeCells(const Reference<css::frame::XModel>& model, const std::vector<LiveCell>& cells) {
    std::vector<Before> old;
    old.reserve(cells.size());
    for (const LiveCell& one : cells) old.push_back(before(model, one));
    unrecorded(
        model,
        [cells](const Reference<css::frame::XModel>& live) {
            for (const LiveCell& one : cells) make(live, one);
        },
        [old = std::move(old)](const Reference<css::frame::XModel>& live) {
            // Formulas show what their cells say now: these come first.
            const auto back = [&](bool formulas) {
                for (auto one = old.rbegin(); one != old.rend(); ++one) {
                    if (one->formula.isEmpty() != formulas) takeBack(live, *one);
                }
            };
            back(false);
            back(true);
        });
}

Action prepare(Site& site, const model::SetCells& edit) {
    // Deleted words would stay beside the new ones.
    if (site.recordChanges) refuse("refused.tracked");
    const model::Document& document = site.read.document;
    std::vector<LiveCell> cells;
    for (const model::CellContent& one : edit.cells) {
        if (one.cell < 0 || index(one.cell) >= document.cells.size()) refuse("refused.moved");
        const model::Cell& cell = document.cells[index(one.cell)];
        const model::Table& table = document.tables[index(cell.table)];
        if (cell.paragraphCount != 1) refuse("refused.cell");
        const model::Range place{table.story, cell.firstParagraph, 0, 0};
        if (!model::isOneLook(document.at(place), cell)) refuse("refused.cell");
        const Reference<css::uno::XInterface> live(editableParagraph(site, place).text, UNO_QUERY);
        const auto name = getOr<rtl::OUString>(live, "CellName", rtl::OUString());
        if (name.isEmpty()) refuse("refused.moved");
        cells.push_back({table.name, toUtf8(name), one});
    }
    if (cells.empty()) refuse("refused.moved");
    return [model = site.model, cells = std::move(cells)] { writeCells(model, cells); };
}

}  // namespace thethuc::uno
