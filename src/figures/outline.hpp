// Which heading or item a paragraph of the body stands under, by what the paragraphs begin with.
#pragma once

#include <cstdint>
#include <vector>

#include "elements/analysis.hpp"
#include "model/document.hpp"

namespace thethuc::figures {

/// “I.” over “1.” over “a)” over “-” over “+”: levels as the document itself uses them.
class Outline {
public:
    struct Node {
        std::int32_t parent = -1;                ///< paragraph of story 0; -1 for one of the first level
        bool heading = false;                    ///< a numbered heading or item, or a caption; else a bullet or plain text
    };

    Outline(const model::Document& document, const elements::Analysis& analysis);

    [[nodiscard]] const Node& of(std::int32_t paragraph) const { return nodes_[static_cast<std::size_t>(paragraph)]; }
    /// The paragraph's own ancestors, nearest first.
    [[nodiscard]] std::vector<std::int32_t> above(std::int32_t paragraph) const;

private:
    std::vector<Node> nodes_;
};

}  // namespace thethuc::figures
