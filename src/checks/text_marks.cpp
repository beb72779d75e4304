// Marks and small lines around a document: urgency, the drafter's code, the agency's address at the foot of the first page.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using model::Hmm;
using model::Range;

/// “KHẨN=20×8”: the row's frame for a mark, in hmm.
struct Frame {
    Hmm width = 0;
    Hmm height = 0;
};

std::optional<Frame> frameFor(const ruleset::Row& row, std::u32string_view mark) {
    constexpr Hmm kMillimetre = 100;
    for (const Pair& pair : pairs(row)) {
        if (text::skeleton(pair.key) != text::skeleton(mark)) continue;
        Frame frame;
        bool height = false;
        for (const char32_t c : pair.value) {
            if (c == U'×') height = true;
            if (!text::isDigit(c)) continue;
            Hmm& side = height ? frame.height : frame.width;
            side = side * 10 + static_cast<Hmm>(c - U'0') * kMillimetre;
        }
        return frame;
    }
    return std::nullopt;
}

/// The frame or drawn box that holds the mark and nothing else.
const model::Shape* boxOf(const Context& context, const Element& element) {
    const model::Document& document = context.document;
    const auto& story = document.stories[static_cast<std::size_t>(element.ranges.front().story)];
    if (story.shape < 0 || element.ranges.size() != 1) return nullptr;
    const auto words = std::count_if(story.paragraphs.begin(), story.paragraphs.end(), [](const model::Paragraph& one) { return !checks::isBlank(one.text); });
    return words == 1 ? &document.shapes[static_cast<std::size_t>(story.shape)] : nullptr;
}

}  // namespace

// Reads: words = the marks that the decree knows.
void markText(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        sink.judged();
        const bool known = std::any_of(row.limit.words.begin(), row.limit.words.end(), [&](const std::u32string& word) { return sameLetters(shown.text(), word); });
        if (!known) reportPlace(context, row, sink, *element, shown, 0, shown.size(), {});
    }
}

// Reads: words "mark=width×height" in mm, tolerance.
void markFrame(const Context& context, const ruleset::Row& row, Sink& sink) {
    constexpr Hmm kSlack = 55;       // half a millimetre, and rounding
    for (const Element* element : elementsOf(context, row)) {
        const auto frame = frameFor(row, element->text);
        const model::Shape* box = boxOf(context, *element);
        if (!frame || box == nullptr || box->width <= 0 || box->height <= 0) continue;
        sink.judged();
        if (std::abs(box->width - frame->width) <= kSlack && std::abs(box->height - frame->height) <= kSlack) continue;
        Finding result = finding(context, row, *element, element->ranges.front(), {});
        result.expected = Paper{frame->width, frame->height};
        result.actual = Paper{box->width, box->height};
        result.edits.emplace_back(model::SetShapeSize{box->name, frame->width, frame->height});
        sink.report(std::move(result));
    }
}

// “pl.(300)”: the code is in capitals.
void drafterCode(const Context& context, const ruleset::Row& row, Sink& sink) {
    constexpr std::size_t kLongest = 24;
    for (const Element* element : elementsOf(context, row)) {
        const Shown shown(context.document, element->ranges);
        const std::u32string& words = shown.text();
        const std::size_t open = words.find(U'(');
        const std::u32string_view code = std::u32string_view(words).substr(0, std::min(open, words.size()));
        const bool plain = !code.empty() && words.size() <= kLongest &&
                           std::all_of(code.begin(), code.end(), [](char32_t c) { return text::isLetter(c) || c == U'.' || c == U' ' || text::isDash(c); });
        if (!plain) continue;
        sink.judged();
        if (!text::hasLower(code)) continue;
        reportChanges(context, row, sink, *element, shown, {{0, code.size(), text::toUpper(code)}}, {});
    }
}

namespace {

/// The page that the document begins with; null without any.
const model::PageStyle* firstPage(const Context& context) {
    const auto& sections = context.document.sections;
    return sections.empty() ? nullptr : &context.document.pageStyles[static_cast<std::size_t>(sections.front().pageStyle)];
}

/// The footer of the pages behind the first one; -1 where they have none.
std::int32_t laterFooter(const Context& context, const model::PageStyle& page) {
    const model::PageStyle* rest = &page;
    for (const model::PageStyle& other : context.document.pageStyles) {
        if (other.name == page.follow) rest = &other;
    }
    return rest->footerOn ? rest->footer : -1;
}

}  // namespace

// The address stands on the first page only.
void contactText(const Context& context, const ruleset::Row& row, Sink& sink) {
    const model::PageStyle* page = firstPage(context);
    if (page == nullptr || context.document.facts.pages < 2) return;
    for (const Element* element : elementsOf(context, row)) {
        sink.judged();
        const Range& first = element->ranges.front();
        const std::int32_t later = laterFooter(context, *page);
        if (later < 0) continue;
        const auto& paragraphs = context.document.stories[static_cast<std::size_t>(later)].paragraphs;
        const std::u32string_view words = text::trim(paragraphOf(context, first).text);
        const bool again = std::any_of(paragraphs.begin(), paragraphs.end(), [&](const model::Paragraph& one) { return text::trim(one.text) == words; });
        if (!again) continue;
        sink.report(finding(context, row, *element, first, {}));
    }
}

// A solid line across the text stands above the address.
void contactLine(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* element : elementsOf(context, row)) {
        const Range& first = element->ranges.front();
        const auto& paragraphs = context.document.stories[static_cast<std::size_t>(first.story)].paragraphs;
        bool line = false;
        bool table = false;
        for (std::int32_t p = 0; p <= first.paragraph; ++p) {
            const model::Paragraph& one = paragraphs[static_cast<std::size_t>(p)];
            const bool above = p < first.paragraph && one.format.borderBottom > 0;
            const std::u32string_view words = text::trim(one.text);
            const bool characters = words.size() > 20 && std::all_of(words.begin(), words.end(), [](char32_t c) { return c == U'_' || text::isDash(c); });
            line = line || one.format.borderTop > 0 || above || characters;
            table = table || one.cell >= 0;
        }
        line = line || std::any_of(context.document.shapes.begin(), context.document.shapes.end(), [&](const model::Shape& shape) {
            return shape.anchor.story == first.story;
        });
        // A table may have its line in a border of its own.
        if (table && !line) {
            sink.needsPerson();
            continue;
        }
        sink.judged();
        if (line) continue;
        Finding result = finding(context, row, *element, first, {});
        result.expected = Word{"value.line"};
        result.actual = Word{"value.missing"};
        sink.report(std::move(result));
    }
}

}  // namespace thethuc::checks::words
