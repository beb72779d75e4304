// Showing our deck in a window's sidebar.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

/// Opens the sidebar where it is closed and brings the deck “Thể Thức” to the front. Never closes it.
void openDeck(const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace thethuc::uno
