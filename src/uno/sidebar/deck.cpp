#include "uno/sidebar/deck.hpp"

#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

#include "uno/bridge/border.hpp"

namespace thethuc::uno {

void openDeck(const css::uno::Reference<css::frame::XFrame>& frame) {
    guarded("deck", [&] {
        const css::uno::Reference<css::frame::XController2> controller(frame->getController(), css::uno::UNO_QUERY);
        if (!controller.is()) return;
        const css::uno::Reference<css::ui::XSidebarProvider> sidebar = controller->getSidebar();
        if (!sidebar.is()) return;
        // Asked first, each time: some of these calls toggle.
        if (!sidebar->isVisible()) sidebar->setVisible(true);
        sidebar->showDecks(true);
        const css::uno::Reference<css::ui::XDecks> decks = sidebar->getDecks();
        if (!decks.is() || !decks->hasByName("ThethucDeck")) return;
        css::uno::Reference<css::ui::XDeck> deck;
        decks->getByName("ThethucDeck") >>= deck;
        if (deck.is() && !deck->isActive()) deck->activate(true);
    });
}

}  // namespace thethuc::uno
