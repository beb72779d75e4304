#include "draft/styles.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace thethuc::draft {

namespace {

constexpr std::array kChoices{"bodySize", "firstLineIndent", "lineSpacing", "paragraphSpacing"};
constexpr std::string_view kBegin = "<style:style style:name=\"TT_";
constexpr std::string_view kEnd = "</style:style>";

/// Value of an attribute in a piece of XML; empty where it is not there.
std::string_view attribute(std::string_view xml, std::string_view name) {
    const std::string opening = " " + std::string(name) + "=\"";
    const auto at = xml.find(opening);
    if (at == std::string_view::npos) return {};
    const auto from = at + opening.size();
    const auto to = xml.find('"', from);
    return to == std::string_view::npos ? std::string_view() : xml.substr(from, to - from);
}

double number(std::string_view text, std::string_view& unit) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
    return value;
}

/// “1.27cm”, “6pt”, “3mm” in hmm; of a border, “0.75pt solid #000000”, its width.
model::Hmm length(std::string_view text) {
    std::string_view unit;
    const double value = number(text.substr(0, text.find(' ')), unit);
    const double scale = unit == "cm" ? 1000 : unit == "mm" ? 100 : unit == "pt" ? 2540.0 / 72 : unit == "in" ? 2540 : 0;
    return static_cast<model::Hmm>(std::lround(value * scale));
}

model::Align alignOf(std::string_view text) {
    if (text == "center") return model::Align::center;
    if (text == "end" || text == "right") return model::Align::right;
    return text == "justify" ? model::Align::justify : model::Align::left;
}

ParagraphStyle read(std::string_view xml) {
    ParagraphStyle style;
    style.id = std::string(attribute(xml, "style:name")).substr(3);
    style.name = attribute(xml, "style:display-name");
    style.format.align = alignOf(attribute(xml, "fo:text-align"));
    style.format.firstLineIndent = length(attribute(xml, "fo:text-indent"));
    style.format.leftMargin = length(attribute(xml, "fo:margin-left"));
    style.format.rightMargin = length(attribute(xml, "fo:margin-right"));
    style.format.spaceBefore = length(attribute(xml, "fo:margin-top"));
    style.format.spaceAfter = length(attribute(xml, "fo:margin-bottom"));
    style.format.borderTop = length(attribute(xml, "fo:border-top"));
    style.format.keepWithNext = attribute(xml, "fo:keep-with-next") == "always";
    std::string_view unit;
    if (const auto height = attribute(xml, "fo:line-height"); !height.empty()) style.format.lineSpacing.value = static_cast<std::int32_t>(std::lround(number(height, unit)));
    style.character.size = static_cast<model::DeciPt>(std::lround(number(attribute(xml, "fo:font-size"), unit) * 10));
    style.character.bold = attribute(xml, "fo:font-weight") == "bold";
    style.character.italic = attribute(xml, "fo:font-style") == "italic";
    for (const char* choice : kChoices) {
        if (xml.find("{{" + std::string(choice) + "}}") != std::string_view::npos) style.choices.emplace_back(choice);
    }
    return style;
}

}  // namespace

std::string withChoices(const std::string& frame, const Values& values) {
    std::string result = frame;
    for (const char* choice : kChoices) {
        const std::string gap = "{{" + std::string(choice) + "}}", value = fill("{" + std::string(choice) + "}", values);
        for (auto at = result.find(gap); at != std::string::npos; at = result.find(gap, at + value.size())) result.replace(at, gap.size(), value);
    }
    return result;
}

std::vector<ParagraphStyle> paragraphStyles(const std::string& frame, const Values& values) {
    const std::string filled = withChoices(frame, values);
    const auto each = [](std::string_view text) {
        std::vector<ParagraphStyle> found;
        for (auto at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
            const auto end = text.find(kEnd, at);
            if (end != std::string_view::npos) found.push_back(read(text.substr(at, end - at)));
        }
        return found;
    };
    std::vector<ParagraphStyle> result = each(filled);
    const std::vector<ParagraphStyle> open = each(frame);
    for (std::size_t i = 0; i < result.size() && i < open.size(); ++i) result[i].choices = open[i].choices;
    return result;
}

ParagraphStyle paragraphStyle(std::string_view frame, std::string_view id) {
    const auto at = frame.find(std::string(kBegin) + std::string(id) + "\"");
    const auto end = at == std::string_view::npos ? at : frame.find(kEnd, at);
    return end == std::string_view::npos ? ParagraphStyle{} : read(frame.substr(at, end - at));
}

}  // namespace thethuc::draft
