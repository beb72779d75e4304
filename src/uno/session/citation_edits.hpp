// “Viện dẫn” in the live document: the list of cited documents and the marks that point to it, typed notes as footnotes, typed lists as numbered
// ones, first citations completed and later ones shortened. docs/citations.md says what each keeps and what survives which format.
//
// Every call is one undo step of its `title` (UTF-8), leaves the document as it was where it answers with a `message`, and refuses documents that
// may not be changed with the reason of whyNotEditable. Where the office breaks off it throws what the office throws, the document as it was.
// Main thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>

#include "citations/cited_items.hpp"
#include "citations/forms.hpp"
#include "model/place.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

/// What an operation did.
struct CitationAnswer {
    std::int32_t changed = 0;                    ///< rows, marks, notes, paragraphs or mentions that are not what they were
    std::string message;                         ///< why it could not be done, for people; empty where it was done, or there was nothing to do
    std::vector<std::string> notes;              ///< what was left as it is, and why, for people
};

// --- Danh mục văn bản viện dẫn --------------------------------------------------------------------------------------

enum class ListForm : std::uint8_t {
    numbered,        ///< one numbered paragraph for each document
    table,           ///< STT, văn bản, ngày, cơ quan, trích yếu, trang
};

/// Whether the document has a list of ours; then updateCitationList serves, and marks can point to it.
[[nodiscard]] bool hasCitationList(const css::uno::Reference<css::frame::XModel>& model);

/// Puts the list in where the cursor stands: in the body's text, outside tables and frames. Refused where there is one already, or nothing is cited.
[[nodiscard]] CitationAnswer insertCitationList(const Context& context, const css::uno::Reference<css::frame::XModel>& model, ListForm form,
                                                const Texts& texts, const std::string& title);

/// Brings the list up to date: documents that came, went or changed their order, and pages. What a person typed or formatted in it stays.
[[nodiscard]] CitationAnswer updateCitationList(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const Texts& texts,
                                                const std::string& title);

// --- Đánh số trong bài ----------------------------------------------------------------------------------------------

enum class MarkScope : std::uint8_t { every, first };   ///< every mention, or the first one of each document

/// Puts [n] behind citations, a reference to the number in the list; marks that are there stay, so asking twice doubles nothing. With `first`, marks at
/// later mentions go. Refused where there is no list.
[[nodiscard]] CitationAnswer insertCitationMarks(const Context& context, const css::uno::Reference<css::frame::XModel>& model, MarkScope scope,
                                                 const Texts& texts, const std::string& title);
/// Takes every mark away; the text is what it was before them.
[[nodiscard]] CitationAnswer removeCitationMarks(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const Texts& texts,
                                                 const std::string& title);

// --- Chuyển thành cước chú ------------------------------------------------------------------------------------------

/// Typed superscript marks whose notes stand as paragraphs become footnotes of Writer.
[[nodiscard]] CitationAnswer makeFootnotes(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const Texts& texts,
                                           const std::string& title);
/// One citation: the text keeps type and number, a footnote says it in full (citations::planNote). `mention` is Mention::at of a snapshot, as a place.
[[nodiscard]] CitationAnswer moveToFootnote(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const model::Place& mention,
                                            const std::vector<citations::Particulars>& known, const Texts& texts, const std::string& title);

// --- Đánh số danh sách văn bản --------------------------------------------------------------------------------------

using citations::ListOrder;

/// Neighbouring paragraphs that begin with a typed bullet or number and a citation become one numbered list (citations::citedItems); asked for, they are
/// sorted. The list is the one around `at`; around the cursor, or the only one of the document, where nothing is given.
[[nodiscard]] CitationAnswer numberCitedParagraphs(const Context& context, const css::uno::Reference<css::frame::XModel>& model,
                                                   const std::optional<model::Place>& at, ListOrder order, const Texts& texts, const std::string& title);

// --- Viện dẫn rút gọn, bổ sung viện dẫn lần đầu ---------------------------------------------------------------------

/// Carries out what citations::planForms proposes for the document as it is now: all of one kind, or the change of the one mention `only`.
[[nodiscard]] CitationAnswer rewordCitations(const Context& context, const css::uno::Reference<css::frame::XModel>& model, citations::FormChange::Kind kind,
                                             const std::optional<model::Place>& only, const std::vector<citations::Particulars>& known,
                                             const Texts& texts, const std::string& title);

/// The mention (index into the ledger of `document`) that a place of an earlier snapshot meant; nothing where it is gone. Fingerprint 0 trusts the index.
[[nodiscard]] std::optional<std::size_t> mentionAt(const model::Document& document, const citations::Ledger& ledger, const model::Place& place);

}  // namespace thethuc::uno
