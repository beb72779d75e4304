// A new document as flat OpenDocument XML, which every office opens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft/table_memory.hpp"
#include "draft/template.hpp"

namespace thethuc::draft {

/// The words of one document, every gap filled. Lines are in the order they stand in.
struct Content {
    std::vector<std::string> superiorAgency;     ///< empty where there is none
    std::vector<std::string> agency;
    std::string number;                          ///< behind “Số: ”; blank while there is none
    std::string place;                           ///< “Đông Khê, ngày 11 tháng 9 năm 2025”
    std::string addressee;                       ///< empty: there is no Kính gửi
    std::vector<std::string> subject;
    std::vector<std::string> recipients;
    std::vector<std::string> authority;          ///< quyền hạn, chức vụ
    std::string signer;
    std::vector<std::string> contact;            ///< at the foot of the first page; the office puts it there, not this text
    std::optional<Attached> attached;            ///< issued with the document, rows as expanded() gives them
    std::vector<IndicatorTable> tables;          ///< those that have a row in the body stand there, the others in an appendix each
    FigureMap figures;
    std::string appendix;                        ///< “Phụ lục”, “Phụ lục II”: of Part::appendix
};

/// `type` has its rows as expanded() gives them. Layout by Phụ lục I, Phần I, Mục IV of Nghị định 30/2020/NĐ-CP: agency and number on the left, quốc hiệu and date on
/// the right, separator lines drawn and anchored to their text.
[[nodiscard]] std::string flatOdf(const Templates& templates, const TypeTemplate& type, const Content& content, const Values& values);

/// What is computed in the tables of `content`: flatOdf() writes it into the document's property “thethuc”; who inserts a part has to.
[[nodiscard]] TableMemory memoryOf(const Content& content);

/// What can be inserted on its own.
enum class Part {
    header,                                      ///< agency, number, quốc hiệu, place and date: one table “TT Phần đầu”
    title,                                       ///< tên loại and trích yếu with its line
    addressee,                                   ///< Kính gửi
    legalBasis,                                  ///< Căn cứ …
    body,                                        ///< the rows of the type
    tables,                                      ///< the indicator tables that are asked for, each below its name
    appendix,                                    ///< word and number, title, “(Kèm theo …)” with its line, a place for the words
    ending,                                      ///< Nơi nhận and signature: one table “TT Phần cuối”
};

/// The same for one part, to be inserted at the cursor of another document: its paragraphs and tables only, nothing before
/// or behind. Empty where documents of this type have no such part (a công văn has no title).
[[nodiscard]] std::string partOdf(const Templates& templates, const TypeTemplate& type, Part part, const Content& content, const Values& values);

}  // namespace thethuc::draft
