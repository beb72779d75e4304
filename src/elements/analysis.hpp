// What is what in a document: its scope, type and layout, and which text is which element of the
// decree (quốc hiệu, tên loại, Điều, nơi nhận …). Decided once, before any rule runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace thethuc::elements {

/// nd30: judged in full. The others get no findings on layout; the report says why.
enum class Scope : std::uint8_t { nd30, party, legal, other };

/// How the body is divided (nd30 2.6.c): Phần, Chương, Mục, Điều, khoản, điểm -- or I., 1., a).
enum class Layout : std::uint8_t { none, report, articles };

/// The decree's elements under the names of the contract.
enum class Kind : std::uint8_t {
    trang, soTrang, quocHieu, tieuNgu, coQuanChuQuan, coQuanBanHanh, soKyHieu, diaDanhThoiGian, tenLoai, trichYeu,
    thamQuyen, canCu, kinhGui, noiDung, phan, chuong, muc, tieuMuc, dieu, khoan, diem, quyenHanChucVu, hoTen, khoiKy,
    dau, noiNhan, phuLuc, doKhan, doMat, luuHanh, nguoiSoanThao, diaChi, banSao, vienDan, soLieu, vietHoa, vietTat, chinhTa,
};

/// "quoc-hieu" … as the contract writes it.
[[nodiscard]] std::string_view name(Kind kind) noexcept;
[[nodiscard]] std::optional<Kind> kindOf(std::string_view name) noexcept;

/// Finer than Kind where the decree treats parts of one element differently.
enum class Role : std::uint8_t {
    whole,           ///< the element has no parts
    word,            ///< noi-nhan: “Nơi nhận:”; kinh-gui: “Kính gửi:” alone on its line
    list,            ///< noi-nhan, kinh-gui: one line of the list
    luu,             ///< noi-nhan: the “Lưu:” line
    number,          ///< phan, chuong, muc, tieu-muc of the articles layout: “Chương I”; phu-luc: “Phụ lục I”
    title,           ///< … and the title on the line(s) below
    heading,         ///< muc “I. TIÊU ĐỀ”, khoan with a title “1. …”, dieu “Điều 1. …” on one line
    text,            ///< khoan, diem without a title: number and running text
    attached,        ///< phu-luc: “(Kèm theo …)”
    telegram,        ///< trich-yeu of a công văn: “V/v …”
    authority,       ///< quyen-han-chuc-vu: “TM. …”, “KT. …”, “TL. …”, “TUQ. …”
    position,        ///< quyen-han-chuc-vu: a title such as “PHÓ CHỦ TỊCH”
    order,           ///< tham-quyen: “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:”
    bullet,          ///< noi-dung: “- …”, “+ …” line
    caption,         ///< noi-dung: a short bold or centred line that is no numbered heading
    lead,            ///< noi-dung: what follows must not be judged as prose (blank form lines, dotted lines …)
};

/// One element. Its text may stand in several paragraphs (a name on two lines) or in a part of one
/// (quốc hiệu and tiêu ngữ in one paragraph, a header made with tabs).
struct Element {
    Kind kind = Kind::noiDung;
    Role role = Role::whole;
    std::vector<model::Range> ranges;            ///< in reading order, never empty, without surrounding white space
    std::int32_t part = 0;                       ///< index into Analysis::parts
    std::u32string text;                         ///< NFC, white space folded to one space, ranges joined by a space
    std::int32_t level = 0;                      ///< khoan: 1 for “1.”, 2 for “2.1.”; others 0
    std::vector<std::int32_t> number;            ///< ordinal value(s) where numbered: {2,1}; điểm: index in the alphabet, from 1
    bool automaticNumber = false;                ///< the number is Writer's list label, not typed
};

enum class PartKind : std::uint8_t {
    main,            ///< the document proper
    attachment,      ///< regulation, plan … issued with a decision: own header, no number, no date
    appendix,        ///< “Phụ lục …”
    copy,            ///< block of a copy (sao y, sao lục, trích sao)
};

/// A piece of the file with an order of its own. Paragraphs are those of story 0.
struct Part {
    PartKind kind = PartKind::main;
    std::int32_t first = 0;
    std::int32_t last = 0;                       ///< one past the end
    std::optional<std::string> type;             ///< as Analysis::type
};

/// How the header was laid out; what a person would call it.
enum class HeaderForm : std::uint8_t { none, table, tabs, frames, lines };

/// A separator line, whatever it is made of.
struct Separator {
    enum class Form : std::uint8_t { shape, border, characters, image };
    Form form = Form::shape;
    std::int32_t shape = -1;                     ///< Form::shape, image: index into Document::shapes
    model::Range paragraph;                      ///< the paragraph with the border or the characters; the anchor of a shape
    model::Hmm length = 0;                       ///< 0 where it cannot be told
    std::optional<model::Hmm> center;            ///< x of its middle from the left edge of the paper
    Kind under = Kind::noiDung;                  ///< the element it belongs to: tieuNgu, coQuanBanHanh, trichYeu, tenLoai …
    std::int32_t part = 0;
};

struct Analysis {
    Scope scope = Scope::other;
    std::string scopeReason;                     ///< message key of the sentence that says why; empty for nd30
    std::optional<std::string> type;             ///< abbreviation as --type takes it: "BC", "QĐ", "CV", "TCg" …
    Layout layout = Layout::none;
    HeaderForm header = HeaderForm::none;
    bool electronicDraft = false;                ///< number and day are blank: a draft, not a fault
    std::vector<Part> parts;                     ///< never empty; [0] is the main document
    std::vector<Element> elements;               ///< by first range, then kind
    std::vector<Separator> separators;
    /// For each paragraph of story 0: index into elements of the (last) element that holds it, or -1.
    std::vector<std::int32_t> elementOf;
    /// For each paragraph of story 0: it stands in a quotation of several paragraphs and keeps the numbers of its source.
    std::vector<bool> quoted;

    [[nodiscard]] const Element* first(Kind kind, std::int32_t part = 0) const noexcept;
    [[nodiscard]] const Element* first(Kind kind, Role role, std::int32_t part = 0) const noexcept;
    [[nodiscard]] std::vector<const Element*> all(Kind kind, std::int32_t part = 0) const;
};

/// Pure and total: any document gives some analysis, at worst Scope::other.
[[nodiscard]] Analysis analyse(const model::Document& document);

}  // namespace thethuc::elements
