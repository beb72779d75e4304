// Drafting in a document that is open: what stands there already is brought up to date, what is missing is put in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/new_document.hpp"
#include "draft/flat_odf.hpp"
#include "elements/analysis.hpp"
#include "model/document.hpp"
#include "model/edit.hpp"

namespace thethuc::app {

/// One part to be put in, see draft::partOdf.
struct Insertion {
    enum class Where : std::uint8_t { before, end };
    draft::Part part = draft::Part::header;
    Where where = Where::end;
    model::Range before;                         ///< Where::before: the paragraph that it goes in front of
};

/// Why nothing may be drafted into a document: a message key and what its gaps take.
struct DraftRefusal {
    std::string key;
    std::vector<std::string> arguments;
};

struct DraftPlan {
    std::optional<DraftRefusal> refusal;         ///< nothing else is set, the document stays as it is
    model::Edits updates;                        ///< words of elements that stand in the document
    std::vector<Insertion> insertions;           ///< in the order they shall stand in
    std::vector<std::string> notes;              ///< message keys: what was left alone, and why
};

/// Nothing is written in the document yet.
[[nodiscard]] bool isEmpty(const model::Document& document);

/// What makes `wanted` parts of `document` say what was prepared. Only what the person or the agency's file gives takes the place of words that
/// stand in the document: guiding text never does, a number or a day that is written stays while none is given, and recipients are replaced only by
/// a list that the person gave. A document of another type than the one asked for is refused as a whole: its title and its symbol would become
/// those of a type that it is not; so are documents of the Party and of law, whose parts are others. Pure.
[[nodiscard]] DraftPlan planDraft(const model::Document& document, const elements::Analysis& analysis, const Prepared& prepared,
                                  const std::vector<draft::Part>& wanted);

struct AppendixPlan {
    model::Edits updates;                        ///< the lines “(Kèm theo …)” of appendices that stand, and the number of the first one
    std::string name;                            ///< “Phụ lục”, “Phụ lục II”: to be put in at the end; empty: none
    std::string number, date;                    ///< behind “Số:” and behind the place, as they stand in the header; empty where they do not
    std::vector<std::string> notes;              ///< message keys
};

/// An appendix at the end of the document: where there is none, or with `another` behind those that stand, one is to be put in; those that stand
/// say “(Kèm theo … số … ngày …)” as the header does now. The words of the person around number and date stay. Pure.
[[nodiscard]] AppendixPlan planAppendix(const model::Document& document, const elements::Analysis& analysis, bool another);

/// The agency's address, telephone, e-mail … at the foot of the first page (Phụ lục I, Phần I, Mục III, khoản 4).
struct ContactPlan {
    std::string refusal;                         ///< message key: why nothing can be done; nothing else is set then
    model::Edits updates;                        ///< of lines that stand
    /// A footer to be made, or one whose height must follow its lines; empty where neither is needed.
    struct Footer {
        std::string pageStyle;
        bool splitFirst = false;                 ///< the first page gets a footer (and header) of its own
        std::vector<std::string> lines;          ///< empty: those that stand stay, only the height changes
        model::Hmm height = 0;                   ///< with its distance to the text
        model::Hmm marginBottom = 0;             ///< from the footer to the edge of the paper; the text ends where it ended, where the decree's margins allow it
        bool operator==(const Footer&) const = default;
    };
    std::optional<Footer> footer;
};

/// Puts `lines` there, or in the place of those that stand. A footer with other words is left alone. `size` is that of the letters. Pure.
[[nodiscard]] ContactPlan planContact(const model::Document& document, const elements::Analysis& analysis, const std::vector<std::string>& lines, model::DeciPt size);

/// Where a person goes on typing in a document that was just drafted: the first guiding text in brackets, else the first paragraph of the body
/// proper. Empty where there is neither. Pure.
[[nodiscard]] std::optional<model::Range> whereToType(const model::Document& document, const elements::Analysis& analysis);

}  // namespace thethuc::app
