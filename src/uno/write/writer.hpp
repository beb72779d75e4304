// Edit list -> live document. Main thread only.
//
// Every edit of model/edit.hpp is carried out in a way that Writer can undo (measured in docs/undo.md): by the
// model's properties where they are recorded, by commands of the view where they are not (page formats, headers),
// by taking a shape out and putting a new one in where its size is not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "model/edit.hpp"
#include "uno/read/read_result.hpp"

namespace thethuc::uno {

/// Why something is not done: a key of extension/locale/*/write.json and what stands for {0}, {1} … in its text (UTF-8).
struct Reason {
    std::string key;
    std::vector<std::string> arguments;
    bool operator==(const Reason&) const = default;
};

/// An edit that was left out.
struct Refusal {
    std::size_t edit = 0;            ///< index into the edits that were given
    Reason reason;
};

struct ApplyResult {
    std::size_t applied = 0;         ///< edits carried out
    std::vector<Refusal> refused;    ///< by index; the others are carried out all the same
    /// Set where something broke off half way: everything was undone, `applied` is 0. UTF-8, for the log.
    std::string failure;
    /// With `failure`: the document could not be brought back (an enclosing undo step is open; its owner must undo it).
    bool undone = true;
    [[nodiscard]] bool ok() const noexcept { return failure.empty(); }
};

/// Carries out `edits`, which name places of `read`, as one undo step called `title` (UTF-8). Places are looked up before
/// anything is changed, and compared with the snapshot; an edit whose place is gone, or which Writer or the decree's
/// promise (no note, field or anchor gets lost) forbids, is refused by itself.
/// The person's selection comes back to where it was. A document without a window (no controller) cannot take page edits:
/// they are refused. Never throws for what stands in the document.
[[nodiscard]] ApplyResult apply(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read,
                                const model::Edits& edits, std::string_view title);

/// All of `edits` or none: the first refusal, where there is one. Then, and where it throws std::runtime_error because something broke off, the document
/// is as it was only after the UndoScope that the caller has open is left without `commit`.
[[nodiscard]] std::optional<Reason> applyWhole(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read, const model::Edits& edits,
                                               std::string_view title);

/// Why nothing may be changed in this document; nothing if it may. Keys of ui.json: state.read-only, state.signed,
/// state.protected. `apply` does not ask: the command line may correct a copy of what the window must leave alone.
[[nodiscard]] std::optional<Reason> whyNotEditable(const model::DocumentFacts& facts);
[[nodiscard]] std::optional<Reason> whyNotEditable(const css::uno::Reference<css::uno::XComponentContext>& context,
                                                   const css::uno::Reference<css::frame::XModel>& model);

/// True if carrying out `edits` would take the person's earlier undo steps away. No edit does, in 7.4 and 25.2
/// (docs/undo.md); kept as a question so that the window need not know.
[[nodiscard]] bool willClearUndo(const model::Edits& edits) noexcept;

}  // namespace thethuc::uno
