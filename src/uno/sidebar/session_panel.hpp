// What the panels that show a session do alike: one button that reads, progress, a list of what was found, the chosen line's details.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "uno/session/session.hpp"
#include "uno/sidebar/panel.hpp"
#include "uno/sidebar/tree_list.hpp"

namespace thethuc::uno {

class SessionPanel : public Panel, public SessionObserver {
public:
    void sessionChanged() noexcept override;

protected:
    SessionPanel(const Context& context, const PanelPlace& place) : Panel(context, place) {}

    void letGo() override;
    void takeSelection() override;
    /// Who comes to an untouched list by Tab stands on its first line that is not a group.
    void takeFocus(const Control& control) override;

    /// What the list would show, in words: as long as they stay the same, its scroll position and choice belong to the person.
    [[nodiscard]] virtual std::string listSignature(const Checked& checked) const = 0;
    /// Fills the list anew from the session's result, or empties it.
    virtual void fillList() = 0;
    /// The first line that can be chosen; nothing where there is none.
    [[nodiscard]] virtual std::optional<TreeList::Line> firstLine() const = 0;
    virtual void choose(TreeList::Line line) = 0;

    /// Makes the row of progress and “Dừng”, whose command is `stopCommand`.
    void makeBusyRow(const char* progress, const char* stopCommand);
    void watchList(const Control& list, std::string_view help);

    /// The session of the window's document; empty where there is none (yet).
    [[nodiscard]] std::shared_ptr<Session> session();
    /// The result that is shown; empty where there is none (yet).
    [[nodiscard]] std::shared_ptr<const Checked> result() const;
    /// Has the document read and checked, and listens.
    void startReading();
    /// Whether the person waits for a reading that was asked for.
    [[nodiscard]] bool busy();
    /// Whether the document may be changed now.
    [[nodiscard]] bool changeable();
    /// Fills the list if the session's result reads otherwise than what it shows, or `anyway`.
    void renewList(bool anyway = false);
    void renderBusy();
    /// Why there is nothing to tell of a result: no document, being read, failed, stopped, not begun; empty where there is a result.
    [[nodiscard]] std::string waitingText(std::string_view computing, std::string_view notBegun);
    /// Why the document may not be changed, or that it has changed since; else empty.
    [[nodiscard]] std::string standingText();

    Control progress_, stop_, list_;
    TreeList tree_;
    std::optional<TreeList::Line> chosen_;

private:
    std::shared_ptr<Session> session_;
    Rows::Row busyRow_ = 0;
    std::uint64_t revision_ = 0;                     ///< of the result in the list
    std::string signature_;                          ///< of what the list shows
};

}  // namespace thethuc::uno
