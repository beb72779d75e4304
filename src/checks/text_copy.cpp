// The block of a copy (sao y, sao lục, trích sao) below the document that was copied: Phụ lục I, Phần II.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "checks/text_checks.hpp"
#include "checks/text_support.hpp"
#include "elements/segments.hpp"
#include "elements/types.hpp"
#include "text/text.hpp"

namespace thethuc::checks::words {

namespace {

using elements::Element;
using elements::Kind;
using elements::PartKind;
using model::Hmm;
using model::Range;

/// The form of the copy, “SAO Y”, of each block that has one.
std::vector<const Element*> formsOf(const Context& context) {
    std::vector<const Element*> forms;
    for (const Element& element : context.analysis.elements) {
        const bool copy = element.kind == Kind::banSao && context.analysis.parts[static_cast<std::size_t>(element.part)].kind == PartKind::copy;
        if (copy) forms.push_back(&element);
    }
    return forms;
}

/// The row's pair for a form: by its letters, else by how it begins (“SAO Y BẢN CHÍNH”).
const Pair* pairFor(const std::vector<Pair>& table, std::u32string_view form) {
    const std::u32string bones = text::skeleton(form);
    for (const Pair& pair : table) {
        if (bones.find(text::skeleton(pair.key)) != std::u32string::npos) return &pair;
    }
    return nullptr;
}

/// A solid line across the text somewhere from the end of the copied document to the first lines of the block.
bool lineAbove(const Context& context, std::int32_t first) {
    constexpr std::int32_t kNear = 6;
    constexpr std::size_t kManyCharacters = 40;
    const auto& paragraphs = context.document.stories[0].paragraphs;
    const auto size = static_cast<std::int32_t>(paragraphs.size());
    const std::int32_t from = std::max(0, first - kNear);
    const std::int32_t to = std::min(size, first + kNear);
    for (std::int32_t p = from; p < to; ++p) {
        const model::Paragraph& paragraph = paragraphs[static_cast<std::size_t>(p)];
        if (!paragraph.format.borderSides && (paragraph.format.borderTop > 0 || paragraph.format.borderBottom > 0) && paragraph.cell < 0) return true;
        if (paragraph.cell >= 0 && context.document.cells[static_cast<std::size_t>(paragraph.cell)].bordered) return true;
        const std::u32string_view line = text::trim(paragraph.text);
        const bool characters = line.size() >= kManyCharacters && std::all_of(line.begin(), line.end(), [](char32_t c) { return c == U'_' || text::isDash(c); });
        if (characters) return true;
    }
    return std::any_of(context.document.shapes.begin(), context.document.shapes.end(), [&](const model::Shape& shape) {
        const bool near = shape.anchor.story == 0 && shape.anchor.paragraph >= from && shape.anchor.paragraph < to;
        const Hmm room = elements::areaOf(context.document, {0, first, 0, 0}).width;
        const bool flat = model::isFlatLine(shape) || (shape.kind == model::ShapeKind::image && shape.height <= 200);
        return near && flat && (shape.width * 2 > room || shape.anchorKind == model::AnchorKind::page);
    });
}

}  // namespace

// Reads: words "form=abbreviation" (SAO Y=SY).
void copyText(const Context& context, const ruleset::Row& row, Sink& sink) {
    const std::vector<Pair> table = pairs(row);
    for (const Element* form : formsOf(context)) {
        const Shown shown(context.document, form->ranges);
        const Pair* pair = pairFor(table, shown.text());
        if (pair == nullptr) continue;
        sink.judged();
        if (!sameLetters(shown.text(), pair->key)) {
            reportChanges(context, row, sink, *form, shown, {{0, shown.size(), pair->key}}, {"", "text.copyForm", {}, true});
        }
        const Element* number = context.analysis.first(Kind::soKyHieu, form->part);
        if (number == nullptr) continue;
        const Shown symbol(context.document, number->ranges);
        const std::u32string head(elements::symbolHead(symbol.text()));
        const std::size_t at = symbol.text().rfind(head);
        if (head.empty() || head == pair->value || at == std::u32string::npos) continue;
        reportChanges(context, row, sink, *form, symbol, {{at, at + head.size(), pair->value}}, {"", "text.copySymbol", {}});
    }
}

// A block that lacks a part which every copy has. The name is left out: a draft may wait for it.
void copyPresent(const Context& context, const ruleset::Row& row, Sink& sink) {
    constexpr std::array<Kind, 5> kParts{Kind::coQuanBanHanh, Kind::soKyHieu, Kind::diaDanhThoiGian, Kind::quyenHanChucVu, Kind::noiNhan};
    for (const Element* form : formsOf(context)) {
        Words missing;
        for (const Kind kind : kParts) {
            if (context.analysis.first(kind, form->part) == nullptr) missing.keys.push_back("element." + std::string(elements::name(kind)));
        }
        sink.judged();
        if (missing.keys.empty()) continue;
        Finding result = finding(context, row, *form, form->ranges.front(), {"", "", {missing}});
        result.actual = Quote{form->text};
        sink.report(std::move(result));
    }
}

// The form stands where quốc hiệu does in a document, and quốc hiệu itself is not repeated.
void copyOrder(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* form : formsOf(context)) {
        sink.judged();
        if (const Element* national = context.analysis.first(Kind::quocHieu, form->part)) {
            const Shown shown(context.document, national->ranges);
            reportPlace(context, row, sink, *form, shown, 0, shown.size(), {"", "text.copyNational", {}});
        } else if (elements::columnOf(context.document, form->ranges.front()) == elements::Column::left) {
            const Shown shown(context.document, form->ranges);
            reportPlace(context, row, sink, *form, shown, 0, shown.size(), {"", "text.copySide", {}});
        }
    }
}

void copyLine(const Context& context, const ruleset::Row& row, Sink& sink) {
    for (const Element* form : formsOf(context)) {
        sink.judged();
        if (lineAbove(context, context.analysis.parts[static_cast<std::size_t>(form->part)].first)) continue;
        Finding result = finding(context, row, *form, form->ranges.front(), {"", "", {}});
        result.expected = Word{"value.line"};
        result.actual = Word{"value.missing"};
        sink.report(std::move(result));
    }
}

}  // namespace thethuc::checks::words
