// A table on a page that lies on its side, and back to upright pages behind it. Main thread only.
#pragma once

#include <cstdint>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/uno/Reference.hxx>

namespace thethuc::uno {

enum class Turned : std::uint8_t {
    done,
    already,                                     ///< the table lies on such a page
    footer,                                      ///< the pages have a footer, which the new page styles could not take over
    notOurs,                                     ///< upright(): the page was not turned by lying()
    failed,                                      ///< no window: pages cannot be told
};

/// Puts `table`, a table of the body, with its name above it (a short centred or bold paragraph), on a lying page, and what follows on upright pages
/// like those before. The two page styles “TT Trang ngang (bảng)” and “TT Trang dọc (tiếp)” are made where they are missing: Writer cannot undo
/// that, so they are made unrecorded, without a header, and the header with its page number is a step of our own; Undo leaves both
/// styles, unused. The numbers of pages go on. The caller opens the undo step. Throws css::uno::Exception.
Turned lying(const css::uno::Reference<css::frame::XModel>& model, const css::uno::Reference<css::text::XTextTable>& table);

/// Takes that back: table and what follows on upright pages.
Turned upright(const css::uno::Reference<css::frame::XModel>& model, const css::uno::Reference<css::text::XTextTable>& table);

}  // namespace thethuc::uno
