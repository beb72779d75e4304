// How citations should be worded (nd30 2.6.b.1, 2.6.b.2): the first one in full, later ones by type and number. A plan of changes to look at first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "citations/ledger.hpp"
#include "citations/particulars.hpp"

namespace thethuc::citations {

/// One mention that can be worded otherwise with certainty.
struct FormChange {
    enum class Kind : std::uint8_t {
        shorten,     ///< “Viện dẫn rút gọn từ lần hai”
        complete,    ///< “Bổ sung viện dẫn lần đầu”
    };
    Kind kind = Kind::shorten;
    std::size_t mention = 0;                     ///< index into Ledger::mentions
    model::Place at;                             ///< of the words that are shown as `before`
    std::u32string before, after;                ///< the citation with its subject, as it is and as it will be
    struct Replacement {
        model::Range at;
        std::u32string text;
    };
    std::vector<Replacement> replacements;       ///< by place; they touch neither notes nor fields
};

/// One mention that should be worded otherwise and was left: the reason is a message key (cite.forms.left.…).
struct FormLeft {
    FormChange::Kind kind = FormChange::Kind::shorten;
    std::size_t mention = 0;
    std::string reason;
};

struct FormPlan {
    std::vector<FormChange> changes;             ///< in reading order
    std::vector<FormLeft> left;
};

/// Only what is certain: a first citation is completed from what other mentions of the same document in this text say, or from `known` (documents of
/// earlier reports) where one alone agrees with the text; a later one loses what the first one surely said in the same words. Quoted subjects, tables
/// and titles are left alone, and legal bases are never shortened; laws go by their name. Pure and total.
[[nodiscard]] FormPlan planForms(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger,
                                 const std::vector<Particulars>& known = {});

/// A citation whose particulars go to a footnote behind its number: the text keeps type and number, the note says it in full.
struct NoteMove {
    std::u32string before;                       ///< as it is shown
    std::vector<FormChange::Replacement> replacements;
    model::Range noteAt;                         ///< where the note's mark goes, in the text as it is; behind it are all replacements
    std::u32string note;                         ///< “Quyết định số 42/QĐ-UBND ngày … của … về việc ….”
    std::string left;                            ///< a message key: why it cannot be done; everything else is empty then
};
/// For one mention. Only what is certain, as with planForms.
[[nodiscard]] NoteMove planNote(const model::Document& document, const elements::Analysis& analysis, const Ledger& ledger, std::size_t mention,
                                const std::vector<Particulars>& known = {});

}  // namespace thethuc::citations
