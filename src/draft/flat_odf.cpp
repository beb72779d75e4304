#include "draft/flat_odf.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "draft/styles.hpp"
#include "draft/table_odf.hpp"
#include "text/text.hpp"
#include "text/widths.hpp"

namespace thethuc::draft {

namespace {

constexpr std::string_view kQuocHieu = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view kTieuNgu = "Độc lập - Tự do - Hạnh phúc";
constexpr int kSignatureLines = 4;               ///< room for signature and seal, as in the decree's samples
constexpr std::int32_t kShare = 40;              ///< hundredths: “1/3 đến 1/2 độ dài của dòng chữ”
constexpr std::int32_t kTextWidth = 16500;        ///< hmm between the margins of khung.fodt
constexpr std::int32_t kLandscapeWidth = 25200;   ///< the same on its lying page
constexpr std::int32_t kLineGap = 150;           ///< hmm between the text and the line below it: it must not look like an underline

/// Text of a paragraph: XML's own characters, runs of spaces, line breaks.
std::string escaped(std::string_view text, bool& afterSpace) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' && afterSpace) {
            out += "<text:s/>";
            continue;
        }
        afterSpace = c == ' ';
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '\n':
                out += "<text:line-break/>";
                afterSpace = true;
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
        }
    }
    return out;
}

/// The same; guiding text in square brackets becomes a placeholder field, which a click selects as a whole and Writer
/// steps through. The brackets stay within it: a .docx shows the field without any mark of its own.
std::string inner(std::string_view text) {
    std::string out;
    bool afterSpace = true;                      // a leading space collapses, too
    while (!text.empty()) {
        const auto open = text.find('[');
        const auto close = open == std::string_view::npos ? open : text.find_first_of("]\n", open);
        if (close == std::string_view::npos || text[close] == '\n') {
            const auto until = close == std::string_view::npos ? text.size() : close + 1;
            out += escaped(text.substr(0, until), afterSpace);
            text.remove_prefix(until);
            continue;
        }
        out += escaped(text.substr(0, open), afterSpace);
        out += "<text:placeholder text:placeholder-type=\"text\">";
        bool inField = false;
        out += escaped(text.substr(open, close + 1 - open), inField) + "</text:placeholder>";
        afterSpace = false;
        text.remove_prefix(close + 1);
    }
    return out;
}

std::string paragraph(std::string_view style, std::string_view text, std::string_view before = {}) {
    return "<text:p text:style-name=\"TT_" + std::string(style) + "\">" + std::string(before) + inner(text) + "</text:p>";
}

/// What a paragraph style of the frame says: lines are drawn where its text ends.
struct Style {
    std::int32_t size = 0;     ///< 1/10 pt
    std::int32_t above = 0;    ///< hmm
};

Style styleOf(std::string_view frame, std::string_view style) {
    const ParagraphStyle known = paragraphStyle(frame, style);
    return {known.character.size, known.format.spaceBefore};
}

std::int32_t widthOf(std::string_view text, const Style& style) {
    return text::timesWidths().width(text::fromUtf8(text), {"Times New Roman", style.size, true, false}).value_or(0);
}

std::int32_t longestOf(const std::vector<std::string>& lines, const Style& style) {
    std::int32_t longest = 0;
    for (const std::string& one : lines) longest = std::max(longest, widthOf(one, style));
    return longest;
}

std::string hmm(std::int32_t value) {
    const std::string digits = std::to_string(value % 100);
    return std::to_string(value / 100) + "." + (digits.size() < 2 ? "0" : "") + digits + "mm";
}

class Page {
public:
    Page(std::string_view frame, const TypeTemplate& type, const Content& content, const Values& values)
        : frame_(frame), type_(type), content_(content), values_(values) {}

    std::string whole() {
        header();
        title();
        addressee();
        rows();
        ending();
        attached();
        appendices();
        return out_ + "<text:p text:style-name=\"het\"/>";
    }

    std::string part(Part kind) {
        switch (kind) {
            case Part::header: header(); break;
            case Part::title: title(); break;
            case Part::addressee: addressee(); break;
            case Part::legalBasis: rows([](const Row& row) { return row.style == "can_cu"; }); break;
            case Part::body: rows(); break;
            case Part::tables:
                for (const IndicatorTable& one : content_.tables) indicators(one);
                break;
            case Part::appendix: appendix(); break;
            case Part::ending: ending(); break;
        }
        return out_;
    }

    /// Automatic styles that what was written needs.
    [[nodiscard]] const std::string& styles() const noexcept { return styles_; }
    /// What the tables that were written have computed.
    [[nodiscard]] const TableMemory& memory() const noexcept { return memory_; }

private:
    std::string_view frame_;
    std::string styles_;
    TableMemory memory_;
    std::size_t tables_ = 0;
    const TypeTemplate& type_;
    const Content& content_;
    const Values& values_;
    std::string out_;
    int lines_ = 0;

    /// Draws a line `length` hmm long below the last of `count` lines of a paragraph. Writer counts from its upper edge,
    /// the distance above included.
    std::string line(std::int32_t length, const Style& style, int count = 1) {
        const std::int32_t top = style.above + count * style.size * 115 * 254 / (72 * 100) + kLineGap;
        const std::string index = std::to_string(lines_++);
        return "<draw:line text:anchor-type=\"paragraph\" draw:z-index=\"" + index + "\" draw:name=\"TT Đường kẻ " + std::to_string(lines_) +
               "\" draw:style-name=\"ke\" svg:x1=\"0mm\" svg:y1=\"" + hmm(top) + "\" svg:x2=\"" + hmm(length) + "\" svg:y2=\"" + hmm(top) +
               "\"><text:p/></draw:line>";
    }

    void table(std::string_view name, std::string_view columns, const std::vector<std::pair<std::string, std::string>>& rows,
               std::string_view style = {}) {
        const std::string chosen = style.empty() ? "khung-" + std::string(columns) : std::string(style);
        out_ += "<table:table table:name=\"" + std::string(name) + "\" table:style-name=\"" + chosen + "\"><table:table-column table:style-name=\"" +
                std::string(columns) + "-trai\"/><table:table-column table:style-name=\"" + std::string(columns) + "-phai\"/>";
        for (const auto& [left, right] : rows) {
            const std::string open = "<table:table-cell table:style-name=\"o\" office:value-type=\"string\">";
            out_ += "<table:table-row table:style-name=\"khong-tach\">" + open + left + "</table:table-cell>" + open + right +
                    "</table:table-cell></table:table-row>";
        }
        out_ += "</table:table>";
    }

    /// The upper row of a header: agency on the left, quốc hiệu and tiêu ngữ on the right.
    std::pair<std::string, std::string> issuers() {
        std::string left, right;
        for (const std::string& one : content_.superiorAgency) left += paragraph("chu_quan", one);
        const Style agency = styleOf(frame_, "ban_hanh");
        const std::int32_t longest = longestOf(content_.agency, agency);
        for (std::size_t i = 0; i < content_.agency.size(); ++i) {
            const bool last = i + 1 == content_.agency.size();
            left += paragraph("ban_hanh", content_.agency[i], last ? line(longest * kShare / 100, agency) : std::string());
        }
        right += paragraph("quoc_hieu", kQuocHieu);
        const Style motto = styleOf(frame_, "tieu_ngu");
        right += paragraph("tieu_ngu", kTieuNgu, line(widthOf(kTieuNgu, motto), motto));
        return {left, right};
    }

    /// “(Kèm theo Quyết định số … ngày … tháng … năm … của …)”: number and day as they stand in the header.
    [[nodiscard]] std::string enclosedWith(const std::string& title) {
        const auto day = content_.place.find("ngày ");
        const std::string text = "(Kèm theo " + nameOfType() + " số " + content_.number + fill(type_.symbol, values_) + " " +
                                 (day == std::string::npos ? std::string() : content_.place.substr(day) + " ") + "của " + fill("{agencyName}", values_) + ")";
        const Style style = styleOf(frame_, "kem_theo");
        const std::int32_t width = widthOf(text, style);
        // The line belongs to the heading above it: its length is a share of the subject's.
        const std::int32_t heading = widthOf(title, styleOf(frame_, "trich_yeu"));
        return paragraph("kem_theo", text, line(std::min(heading, kTextWidth) * kShare / 100, style, 1 + width / kTextWidth));
    }

    /// “Quyết định”: the name of the type without what stands in brackets behind it.
    [[nodiscard]] std::string nameOfType() const { return type_.name.substr(0, type_.name.find(" (")); }

    void header() {
        const auto [left, right] = issuers();
        std::string below, beside;
        if (!type_.symbol.empty()) below = paragraph("so_ky_hieu", "Số: " + content_.number + fill(type_.symbol, values_));
        if (type_.subjectAtSymbol) below += paragraph("trich_yeu_cong_van", joined(content_.subject));
        if (type_.place) beside = paragraph("dia_danh", content_.place);
        std::vector<std::pair<std::string, std::string>> rows{{left, right}};
        if (!below.empty() || !beside.empty()) {
            rows.emplace_back(below.empty() ? paragraph("so_ky_hieu", "") : below, beside.empty() ? paragraph("dia_danh", "") : beside);
        }
        table("TT Phần đầu", "cot", rows);
    }

    static std::string joined(const std::vector<std::string>& lines) {
        std::string out;
        for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : "\n") + lines[i];
        return out;
    }

    void addressee() {
        if (type_.addressee && !content_.addressee.empty()) out_ += paragraph("kinh_gui", "Kính gửi: " + content_.addressee);
    }

    /// On a page of its own, numbered from 1: agency and quốc hiệu, no number, no date (mẫu 1.3).
    void attached() {
        if (!content_.attached) return;
        const Attached& own = *content_.attached;
        table("TT Phần đầu văn bản kèm theo", "cot", {issuers()}, "khung-trang-moi");
        out_ += paragraph("ten_loai", own.title);
        if (!own.subject.empty()) out_ += paragraph("trich_yeu", own.subject);
        out_ += enclosedWith(own.subject);
        for (const Row& row : own.rows) out_ += row.style == "noi_dung" ? article(row.style, row.text) : paragraph(row.style, row.text);
    }

    void indicators(const IndicatorTable& one) {
        out_ += paragraph("ten_bang", one.title);
        indicatorTable(one);
    }

    void indicatorTable(const IndicatorTable& one) {
        const TableOdf odf = tableOdf(one, content_.figures, one.wide ? kLandscapeWidth : kTextWidth, tables_++);
        styles_ += odf.styles;
        memory_.add(odf.memory);
        out_ += odf.table;
    }

    /// Tables without a place in the body, and those too wide for it.
    [[nodiscard]] std::vector<const IndicatorTable*> apart() const {
        std::vector<const IndicatorTable*> result;
        for (const IndicatorTable& one : content_.tables) {
            const bool placed = std::any_of(type_.rows.begin(), type_.rows.end(), [&](const Row& row) { return row.table == one.id; });
            if (!placed || one.wide) result.push_back(&one);
        }
        return result;
    }

    /// “Phụ lục”, where there are more “Phụ lục I”, …
    static std::string appendixName(std::size_t index, std::size_t count) {
        return count == 1 ? "Phụ lục" : "Phụ lục " + text::toUtf8(text::roman(static_cast<std::int32_t>(index) + 1));
    }

    [[nodiscard]] std::string reference() const {
        const std::size_t count = apart().size();
        std::string names;
        for (std::size_t i = 0; i < count; ++i) names += (i == 0 ? "" : ", ") + appendixName(i, count);
        return names.empty() ? names : paragraph("noi_dung", "Số liệu chi tiết nêu tại " + names + " kèm theo.");
    }

    /// Each on a page of its own, numbered from 1; lying where its table is wide.
    void appendices() {
        const auto all = apart();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const IndicatorTable& one = *all[i];
            out_ += std::string("<text:p text:style-name=\"trang-phu-luc") + (one.wide ? "-ngang" : "") + "\">" + inner(appendixName(i, all.size())) + "</text:p>";
            const std::string title = text::toUtf8(text::toUpper(text::fromUtf8(one.title)));
            out_ += paragraph("ten_phu_luc", title);
            out_ += enclosedWith(title);
            indicatorTable(one);
        }
    }

    void appendix() {
        constexpr std::string_view kTitle = "[TÊN PHỤ LỤC]";
        out_ += paragraph("phu_luc", content_.appendix) + paragraph("ten_phu_luc", kTitle) + enclosedWith(std::string(kTitle));
        out_ += paragraph("noi_dung", "[Nội dung phụ lục]./.");
    }

    void rows(bool (*wanted)(const Row&) = nullptr) {
        for (const Row& row : type_.rows) {
            if (wanted != nullptr && !wanted(row)) continue;
            if (!row.table.empty()) {
                for (const IndicatorTable& one : content_.tables) {
                    if (one.id == row.table && !one.wide) indicators(one);
                }
                continue;
            }
            // The reference to the appendices stands in front of the closing words.
            if (wanted == nullptr && &row == &type_.rows.back()) out_ += reference();
            out_ += row.style == "noi_dung" ? article(row.style, row.text) : paragraph(row.style, row.text);
        }
    }

    void title() {
        if (type_.title.empty()) return;
        const bool subject = !type_.subject.empty() && !type_.subjectAtSymbol && !content_.subject.empty();
        const Style style = styleOf(frame_, subject ? "trich_yeu" : "ten_loai");
        const std::vector<std::string> lines = subject ? content_.subject : std::vector<std::string>{type_.title};
        const std::string rule = line(longestOf(lines, style) * kShare / 100, style, static_cast<int>(lines.size()));
        out_ += paragraph("ten_loai", type_.title, subject ? std::string() : rule);
        if (subject) out_ += paragraph("trich_yeu", joined(content_.subject), rule);
    }

    /// “Điều 1. …”: the label is bold, what follows is not.
    static std::string article(std::string_view style, const std::string& text) {
        constexpr std::string_view kLabel = "Điều ";
        const auto dot = text.find(". ");
        if (!text.starts_with(kLabel) || dot == std::string::npos) return paragraph(style, text);
        return "<text:p text:style-name=\"TT_" + std::string(style) + "\"><text:span text:style-name=\"dam\">" + inner(text.substr(0, dot + 1)) +
               "</text:span> " + inner(text.substr(dot + 2)) + "</text:p>";
    }

    [[nodiscard]] std::string recipients() const {
        if (content_.recipients.empty()) return {};
        std::string out = paragraph("noi_nhan_tu", "Nơi nhận:");
        for (const std::string& one : content_.recipients) out += paragraph("noi_nhan", one);
        return out;
    }

    static std::string signature(const std::vector<std::string>& authority, const std::string& signer) {
        std::string out;
        for (const std::string& one : authority) out += paragraph("chuc_vu", one);
        for (int i = 0; i < kSignatureLines; ++i) out += paragraph("khoang_ky", "");
        return out + paragraph("ho_ten", signer);
    }

    void ending() {
        std::string left, right;
        switch (type_.ending) {
            case Ending::signature:
                left = recipients();
                right = signature(content_.authority, content_.signer);
                break;
            case Ending::minutes:
                left = signature({"THƯ KÝ"}, "[Họ và tên]") + recipients();
                right = signature({"CHỦ TỌA"}, content_.signer);
                break;
            case Ending::parties:
                left = signature({"ĐẠI DIỆN BÊN A"}, content_.signer) + recipients();
                right = signature({"ĐẠI DIỆN BÊN B"}, "[Họ và tên]");
                break;
        }
        // Two who sign stand further apart than one beside Nơi nhận (samples 1.4 and 1.9).
        table("TT Phần cuối", type_.ending == Ending::signature ? "ky" : "hai-ben", {{left.empty() ? paragraph("noi_nhan", "") : left, right}}, "khung-ky");
    }
};

/// The frame with the agency's choices and `body`.
std::string framed(const Templates& templates, const Values& values, std::string_view styles, std::string_view body) {
    std::string result = withChoices(templates.frame, values);
    const auto put = [&](std::string_view mark, std::string_view text) {
        if (const auto at = result.find(mark); at != std::string::npos) result.replace(at, mark.size(), text);
    };
    put("<?thethuc styles?>", styles);
    put("<?thethuc body?>", body);
    return result;
}

/// `json` as the document's own property “thethuc”, in the meta data of the flat document.
void remember(std::string& flat, const std::string& json) {
    if (json.empty()) return;
    const std::string own = "<meta:user-defined xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" meta:name=\"thethuc\">" + xml(json) + "</meta:user-defined>";
    if (const auto end = flat.find("</office:meta>"); end != std::string::npos) {
        flat.insert(end, own);
    } else if (const auto fonts = flat.find("<office:font-face-decls"); fonts != std::string::npos) {
        flat.insert(fonts, "<office:meta>" + own + "</office:meta>");
    }
}

}  // namespace

std::string flatOdf(const Templates& templates, const TypeTemplate& type, const Content& content, const Values& values) {
    Page page(templates.frame, type, content, values);
    const std::string body = page.whole();
    std::string flat = framed(templates, values, page.styles(), body);
    remember(flat, page.memory().writtenInto({}));
    return flat;
}

TableMemory memoryOf(const Content& content) {
    TableMemory result;
    for (const IndicatorTable& one : content.tables) result.add(tableOdf(one, content.figures, kTextWidth, 0).memory);
    return result;
}

std::string partOdf(const Templates& templates, const TypeTemplate& type, Part part, const Content& content, const Values& values) {
    Page page(templates.frame, type, content, values);
    const std::string body = page.part(part);
    return body.empty() ? std::string() : framed(templates, values, page.styles(), body);
}

}  // namespace thethuc::draft
