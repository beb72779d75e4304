// Steps that Writer must not record itself, with undo actions of our own in their place.
//
// Two kinds need this (docs/undo.md). Headers: Writer's undo of switching one on keeps its nodes in the document while
// the step can be redone, so that *earlier* steps of the person hit wrong paragraphs, or end the office. And page
// formats: their undo steps hold on to the headers that were there when they were made, with the same effect.
#pragma once

#include <functional>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

using ModelWork = std::function<void(const css::uno::Reference<css::frame::XModel>&)>;

/// Runs `make` with recording switched off, and puts one action on the undo stack: undo runs `takeBack`, redo `make`.
/// If `make` throws, `takeBack` is run at once and the exception passes on. Both must hold values only, no part of
/// the document: they live on its undo stack.
void unrecorded(const css::uno::Reference<css::frame::XModel>& model, ModelWork make, ModelWork takeBack);

/// The same without an action: for what brings the document back to where it was by itself.
void unrecorded(const css::uno::Reference<css::frame::XModel>& model, const ModelWork& work);

}  // namespace thethuc::uno
