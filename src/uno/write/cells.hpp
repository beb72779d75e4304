// Numbers, formulas and words into cells of the live document, in a way that Undo takes back exactly. Main thread only.
//
// Writer's own undo of setValue and setFormula puts the old words beside the new ones, and forgets a formula that was there (docs/undo.md). So the
// change is made unrecorded, and an undo action of our own takes it back.
#pragma once

#include <string>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "model/edit.hpp"

namespace thethuc::uno {

/// One cell of the live document and what it gets; `content.cell` is not looked at.
struct LiveCell {
    std::string table;                           ///< name
    std::string name;                            ///< “B2”
    model::CellContent content;
};

/// Gives the cells what they shall say, in this order, as one undo action; the caller opens the step around it. A formula that shows something
/// else than its `content.text` gives way to `content.value`; without one it is an error: everything is put back, std::runtime_error is thrown.
/// Throws css::uno::Exception, too.
void writeCells(const css::uno::Reference<css::frame::XModel>& model, const std::vector<LiveCell>& cells);

}  // namespace thethuc::uno
