#include "app/styling.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "app/app.hpp"
#include "checks/support.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using elements::Element;
using elements::Kind;
using elements::Role;
using model::Paragraph;
using At = std::pair<std::int32_t, std::int32_t>;  ///< story, paragraph

constexpr std::string_view kTimes = "Times New Roman";

/// Writer counts in twips.
bool near(model::Hmm a, model::Hmm b) {
    constexpr model::Hmm kTwip = 2;
    return std::abs(a - b) <= kTwip;
}

bool isIn(std::string_view id, std::initializer_list<std::string_view> some) { return std::find(some.begin(), some.end(), id) != some.end(); }

/// Running text and its headings: their paragraphs look alike. In header and ending each has its own distances.
bool isBody(std::string_view id) { return isIn(id, {"noi_dung", "can_cu", "muc", "khoan", "dieu"}); }

/// The document with the faults of format corrected that the check corrects by itself.
model::Document corrected(model::Document document, const ruleset::Ruleset& ruleset, const text::TextWidths& widths, const std::vector<std::string>& off) {
    constexpr int kRounds = 8;
    checks::Options options;
    for (const std::string& id : ruleset.ids()) {
        const std::string_view property = std::string_view(id).substr(id.find('/') + 1);
        const bool page = id.starts_with("so-trang/") || id.starts_with("trang/");
        const bool format = isIn(property, {"size", "bold", "italic", "align", "indent", "spacing", "line-spacing"}) || id == "noi-dung/font";
        if (format && !page && std::find(off.begin(), off.end(), id) == off.end()) options.only.push_back(id);
    }
    for (int round = 0; round < kRounds; ++round) {
        model::Edits edits = fixes(check(document, ruleset, widths, options), false, options.only);
        // Only what stays in its paragraph: places must not move.
        std::erase_if(edits, [](const model::Edit& edit) { return !std::holds_alternative<model::SetParagraphFormat>(edit) && !std::holds_alternative<model::SetCharFormat>(edit); });
        if (edits.empty()) break;
        try {
            model::Document next = model::apply(document, edits);
            if (next == document) break;
            document = std::move(next);
        } catch (const model::EditError&) {
            break;                               // what cannot be corrected stays as it is
        }
    }
    return document;
}

/// The value that most have; nothing where none has any.
template <class T>
class Votes {
public:
    void add(const T& value) {
        const auto known = std::find_if(votes_.begin(), votes_.end(), [&](const auto& one) { return one.first == value; });
        if (known == votes_.end()) votes_.emplace_back(value, 1);
        else ++known->second;
    }
    void takeFor(T& target) const {
        const auto most = std::max_element(votes_.begin(), votes_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != votes_.end()) target = most->first;
    }

private:
    std::vector<std::pair<T, int>> votes_;
};

class StylePlanner {
public:
    StylePlanner(const model::Document& document, const elements::Analysis& analysis, model::Document wanted) : document_(document), analysis_(analysis), wanted_(std::move(wanted)) {}

    StylePlan plan(const std::vector<draft::ParagraphStyle>& styles, const std::vector<std::string>& chosen) {
        assign();
        for (const draft::ParagraphStyle& one : styles) {
            if (std::any_of(ids_.begin(), ids_.end(), [&](const auto& entry) { return entry.second.id == one.id; })) plan_.styles.push_back(adapted(one, chosen));
        }
        for (const auto& [at, taken] : ids_) {
            const auto style = std::find_if(plan_.styles.begin(), plan_.styles.end(), [&](const auto& one) { return one.id == taken.id; });
            if (style != plan_.styles.end()) give(at, taken, *style);
        }
        countLeft();
        return std::move(plan_);
    }

private:
    struct Taken {
        std::string_view id;
        bool ownIndents = false;                 ///< a list's, or a step of a typed list's
    };

    const model::Document& document_;
    const elements::Analysis& analysis_;
    model::Document wanted_;
    std::map<At, Taken> ids_;
    StylePlan plan_;

    static const Paragraph& at(const model::Document& document, const At& place) { return document.at({place.first, place.second, 0, 0}); }

    [[nodiscard]] bool fills(const model::Range& range) const { return text::trim(document_.at(range).text) == text::trim(document_.wordsAt(range)); }

    void assign() {
        std::set<At> articles, shared;
        for (const Element& one : analysis_.elements) {
            for (const model::Range& range : one.ranges) {
                const Paragraph& paragraph = document_.at(range);
                const model::StoryKind kind = document_.stories[static_cast<std::size_t>(range.story)].kind;
                if (kind != model::StoryKind::body && kind != model::StoryKind::frame) continue;
                const At place{range.story, range.paragraph};
                std::string_view id = styleIdOf(one);
                if (!fills(range)) {
                    // “Điều 1. …” with its text in one paragraph is running text with a bold beginning.
                    if (one.kind == Kind::dieu) articles.insert(place);
                    else if (one.kind != Kind::noiDung || !articles.contains(place)) shared.insert(place);
                    if (!articles.contains(place)) continue;
                    id = "noi_dung";
                }
                if (id.empty() || paragraph.protectedContent) continue;
                ids_[place] = {id, isBody(id) && (!paragraph.listLabel.empty() || one.role == Role::bullet || goesOn(range))};
            }
        }
        for (const At& place : shared) ids_.erase(place);
    }

    /// Text behind a broken line, which begins at the margin.
    [[nodiscard]] bool goesOn(const model::Range& range) const {
        const Paragraph& paragraph = document_.at(range);
        const std::u32string_view words = text::trim(paragraph.text);
        return paragraph.format.firstLineIndent == 0 && words.size() > 1 && text::isLower(words[0]) && words[1] != U')';
    }

    /// The style as most of its paragraphs look, but for what the agency has chosen.
    [[nodiscard]] draft::ParagraphStyle adapted(draft::ParagraphStyle style, const std::vector<std::string>& chosen) const {
        const auto free = [&](std::string_view choice) {
            return std::find(style.choices.begin(), style.choices.end(), choice) == style.choices.end() ||
                   std::find(chosen.begin(), chosen.end(), choice) == chosen.end();
        };
        Votes<model::DeciPt> size;
        Votes<model::Hmm> indent;
        Votes<std::pair<model::Hmm, model::Hmm>> distances;
        Votes<model::LineSpacing> lines;
        Votes<model::Align> align;
        for (const auto& [place, taken] : ids_) {
            const Paragraph& paragraph = at(wanted_, place);
            if (taken.id != style.id) continue;
            size.add(checks::sizeOf(paragraph));
            distances.add({paragraph.format.spaceBefore, paragraph.format.spaceAfter});
            lines.add(paragraph.format.lineSpacing);
            align.add(paragraph.format.align);
            if (!taken.ownIndents) indent.add(paragraph.format.firstLineIndent);
        }
        if (free("bodySize")) size.takeFor(style.character.size);
        if (isBody(style.id) && free("firstLineIndent")) indent.takeFor(style.format.firstLineIndent);
        if (free("lineSpacing")) lines.takeFor(style.format.lineSpacing);
        if (free("paragraphSpacing")) {
            std::pair both{style.format.spaceBefore, style.format.spaceAfter};
            distances.takeFor(both);
            std::tie(style.format.spaceBefore, style.format.spaceAfter) = both;
        }
        // The decree leaves these open.
        if (isIn(style.id, {"muc", "kinh_gui"})) align.takeFor(style.format.align);
        return style;
    }

    void give(const At& place, const Taken& taken, const draft::ParagraphStyle& style) {
        const Paragraph& before = at(document_, place);
        const Paragraph& look = at(wanted_, place);
        const model::Range whole{place.first, place.second, 0, 0};
        model::Edits edits{model::SetParagraphStyle{whole, style.name, style.format, style.character}};
        model::SetParagraphFormat own;
        own.at = whole;
        bool any = false;
        const auto keep = [&](std::optional<model::Hmm>& slot, model::Hmm wanted, model::Hmm said, bool anyway = false) {
            if (near(wanted, said) && !anyway) return;
            slot = wanted;
            any = true;
        };
        if (isBody(style.id)) {
            const bool list = !before.listLabel.empty();
            if (taken.ownIndents) {
                keep(own.leftMargin, look.format.leftMargin, style.format.leftMargin, list);
                keep(own.firstLineIndent, look.format.firstLineIndent, style.format.firstLineIndent, list);
            }
        } else {
            keep(own.leftMargin, look.format.leftMargin, style.format.leftMargin);
            keep(own.rightMargin, look.format.rightMargin, style.format.rightMargin);
            keep(own.spaceBefore, look.format.spaceBefore, style.format.spaceBefore);
            keep(own.spaceAfter, look.format.spaceAfter, style.format.spaceAfter);
            if (look.format.firstLineIndent < 0) keep(own.firstLineIndent, look.format.firstLineIndent, style.format.firstLineIndent);
            if (look.format.lineSpacing != style.format.lineSpacing) {
                own.lineSpacing = look.format.lineSpacing;
                any = true;
            }
        }
        if (any) edits.emplace_back(own);
        letters(whole, look, style, edits);
        const model::Document after = model::apply(alone(place), here(edits));
        if (before.style == style.name && same(before, after)) return;
        ++plan_.styled;
        plan_.edits.insert(plan_.edits.end(), std::make_move_iterator(edits.begin()), std::make_move_iterator(edits.end()));
    }

    /// Emphasis inside running text, and letters of fonts that the check does not change by itself (symbols, old codes).
    void letters(const model::Range& whole, const Paragraph& look, const draft::ParagraphStyle& style, model::Edits& edits) const {
        const bool emphasis = isIn(style.id, {"noi_dung", "can_cu"});
        for (const model::Run& run : look.runs) {
            if (run.length == 0 || (run.kind != model::RunKind::text && run.kind != model::RunKind::insertedText)) continue;
            model::SetCharFormat own;
            own.at = {whole.story, whole.paragraph, run.start, run.length};
            if (emphasis && run.format.bold != style.character.bold) own.bold = run.format.bold;
            if (emphasis && run.format.italic != style.character.italic) own.italic = run.format.italic;
            const std::string& font = wanted_.fonts[static_cast<std::size_t>(run.format.font)];
            if (font != kTimes) own.font = font;
            if (own.bold || own.italic || own.font) edits.emplace_back(own);
        }
    }

    /// The paragraph as a document of its own, so that one paragraph costs what one paragraph weighs.
    [[nodiscard]] model::Document alone(const At& place) const {
        model::Document one;
        one.fonts = document_.fonts;
        one.stories.emplace_back().paragraphs.push_back(at(document_, place));
        return one;
    }

    static model::Edits here(model::Edits edits) {
        for (model::Edit& edit : edits) {
            std::visit([](auto& one) {
                if constexpr (requires { one.at; }) one.at.story = one.at.paragraph = 0;
            }, edit);
        }
        return edits;
    }

    [[nodiscard]] bool same(const Paragraph& before, const model::Document& styled) const {
        const Paragraph& after = styled.stories.front().paragraphs.front();
        const model::ParagraphFormat &a = before.format, &b = after.format;
        const bool format = a.align == b.align && near(a.leftMargin, b.leftMargin) && near(a.rightMargin, b.rightMargin) && near(a.firstLineIndent, b.firstLineIndent) &&
                            a.autoFirstLine == b.autoFirstLine && near(a.spaceBefore, b.spaceBefore) && near(a.spaceAfter, b.spaceAfter) &&
                            a.contextualSpacing == b.contextualSpacing && a.lineSpacing == b.lineSpacing && a.keepWithNext == b.keepWithNext;
        // An edit joins equal runs; here only what letters look like counts.
        const auto looks = [](const model::CharFormat& x, const std::vector<std::string>& fontsX, const model::CharFormat& y, const std::vector<std::string>& fontsY) {
            return x.size == y.size && x.bold == y.bold && x.italic == y.italic && fontsX[static_cast<std::size_t>(x.font)] == fontsY[static_cast<std::size_t>(y.font)];
        };
        if (!format) return false;
        return std::all_of(before.runs.begin(), before.runs.end(), [&](const model::Run& run) {
            if (run.length == 0 || (run.kind != model::RunKind::text && run.kind != model::RunKind::insertedText)) return true;
            return std::all_of(after.runs.begin(), after.runs.end(), [&](const model::Run& other) {
                const bool apart = other.start + other.length <= run.start || run.start + run.length <= other.start;
                return apart || looks(run.format, document_.fonts, other.format, styled.fonts);
            });
        });
    }

    void countLeft() {
        const auto& paragraphs = document_.stories.front().paragraphs;
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            if (paragraphs[i].cell < 0 && checks::hasWords(paragraphs[i].text) && !ids_.contains({0, static_cast<std::int32_t>(i)})) ++plan_.left;
        }
    }
};

}  // namespace

std::string_view styleIdOf(const Element& element) noexcept {
    switch (element.kind) {
        case Kind::quocHieu: return "quoc_hieu";
        case Kind::tieuNgu: return "tieu_ngu";
        case Kind::coQuanChuQuan: return "chu_quan";
        case Kind::coQuanBanHanh: return "ban_hanh";
        case Kind::soKyHieu: return "so_ky_hieu";
        case Kind::diaDanhThoiGian: return "dia_danh";
        case Kind::tenLoai: return "ten_loai";
        case Kind::trichYeu: return element.role == Role::telegram ? "trich_yeu_cong_van" : "trich_yeu";
        case Kind::thamQuyen: return "tham_quyen";
        case Kind::canCu: return element.role == Role::lead ? "noi_dung" : "can_cu";
        // A list of those it is sent to has an indent of its own.
        case Kind::kinhGui: return element.role == Role::whole ? "kinh_gui" : "";
        case Kind::noiDung: return element.role == Role::whole || element.role == Role::bullet ? "noi_dung" : "";
        case Kind::phan:
        case Kind::chuong:
        case Kind::tieuMuc: return element.role == Role::title ? "ten_chuong" : "chuong";
        case Kind::muc: return element.role == Role::heading ? "muc" : element.role == Role::title ? "ten_chuong" : "chuong";
        case Kind::dieu: return "dieu";
        case Kind::khoan: return element.role == Role::heading ? "khoan" : "noi_dung";
        case Kind::diem: return "noi_dung";
        case Kind::quyenHanChucVu: return "chuc_vu";
        case Kind::hoTen: return "ho_ten";
        case Kind::noiNhan: return element.role == Role::word ? "noi_nhan_tu" : "noi_nhan";
        case Kind::phuLuc: return element.role == Role::number ? "phu_luc" : element.role == Role::attached ? "kem_theo" : element.role == Role::title ? "ten_phu_luc" : "";
        default: return {};
    }
}

StylePlan planStyles(const model::Document& document, const elements::Analysis& analysis, const std::vector<draft::ParagraphStyle>& styles,
                     const std::vector<std::string>& chosen, const ruleset::Ruleset& ruleset, const text::TextWidths& widths, const std::vector<std::string>& off) {
    return StylePlanner(document, analysis, corrected(document, ruleset, widths, off)).plan(styles, chosen);
}

}  // namespace thethuc::app
