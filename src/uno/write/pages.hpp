// Edits on page styles: size, margins, page numbers. All of them go through commands of the view, since the
// model's own page style properties empty the undo stack, and headers through an undo action of ours (docs/undo.md).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include "model/edit.hpp"
#include "uno/read/locator.hpp"
#include "uno/write/view.hpp"

namespace thethuc::uno {

class PageWriter {
public:
    PageWriter(const css::uno::Reference<css::frame::XModel>& model, const ReadResult& read, Locator& locator);

    /// Looks up what `edit` needs, before anything is changed. Throws Refused.
    void prepare(const model::SetPageFormat& edit);
    void prepare(const model::SetPageNumber& edit);
    /// Carries it out. Throws Refused where nothing was changed yet, css::uno::Exception or std::exception otherwise.
    void apply(const model::SetPageFormat& edit, ViewLoan& view);
    void apply(const model::SetPageNumber& edit, ViewLoan& view);

private:
    /// A paragraph that shows a page number and shall not.
    struct NumberPlace {
        css::uno::Reference<css::text::XTextRange> whole;                  ///< the paragraph
        std::vector<css::uno::Reference<css::text::XTextRange>> fields;    ///< the number and what belongs to it
        bool clearAll = false;                                             ///< nothing but the number and its ornaments
        std::string frame;                                                 ///< snapshot name of the frame that holds only this
    };
    struct NumberPlan {
        std::vector<std::string> styles;           ///< the chain of page styles that starts with the edit's
        std::vector<NumberPlace> numbers;
        std::vector<std::string> numbered;         ///< styles whose pages show the number
        std::string differentFirst;                ///< style of `numbered` whose first page shall not, or empty
        std::vector<std::string> others;           ///< styles of the chain that only lose it
    };

    [[nodiscard]] const model::PageStyle* snapshotStyle(const std::string& name) const;
    css::uno::Reference<css::beans::XPropertySet> style(const std::string& name);
    [[nodiscard]] std::vector<std::string> chain(const std::string& first);
    void collectNumbers(std::int32_t story, const std::string& frame, NumberPlan& plan);
    /// Where page numbers stand now, in the headers, footers and frames of plan.styles.
    void findNumbers(NumberPlan& plan);
    void removeNumber(const NumberPlace& place);
    bool visit(const std::string& name, ViewLoan& view);
    [[nodiscard]] model::Hmm headerHeight(const std::string& name);

    css::uno::Reference<css::frame::XModel> model_;
    const ReadResult& read_;
    Locator& locator_;
    std::map<std::string, css::uno::Reference<css::text::XTextRange>> starts_;   ///< where pages of a style begin
    std::map<std::string, NumberPlan> plans_;
};

}  // namespace thethuc::uno
