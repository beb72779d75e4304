// What reading types and outlines has in common: texts with gaps, and rows.
#pragma once

#include <string>
#include <vector>

#include "draft/template.hpp"
#include "report/data_file.hpp"

namespace thethuc::draft {

/// A file of templates. All members throw TemplateError with file, line and place.
class TemplateFile {
public:
    /// `frame` is the text of khung.fodt, whose styles rows may name; it must outlive the file.
    TemplateFile(const std::string& text, const std::string& file, const std::string& frame, report::Language language)
        : file_(text, file, "draft", language), frame_(frame) {}

    [[nodiscard]] const report::DataFile& data() const noexcept { return file_; }

    /// Gaps and keys that this file may name beside those of every template.
    void alsoKnows(std::vector<std::string> gaps, std::vector<std::string> keys);

    /// A text whose gaps are all known; empty where the member is left out.
    [[nodiscard]] std::string string(const nlohmann::json& object, const std::string& pointer, const char* key) const;
    [[nodiscard]] std::string filled(std::string text, const std::string& pointer) const;
    [[nodiscard]] bool flag(const nlohmann::json& object, const std::string& pointer, const char* key, bool otherwise) const;
    [[nodiscard]] std::vector<Row> rows(const nlohmann::json& object, const std::string& pointer, const char* key) const;
    [[nodiscard]] std::vector<std::string> lines(const nlohmann::json& object, const std::string& pointer, const char* key) const;
    [[nodiscard]] std::vector<PeriodKind> periods(const nlohmann::json& object, const std::string& pointer) const;

private:
    report::DataFile file_;
    const std::string& frame_;
    std::vector<std::string> gaps_, keys_;

    [[nodiscard]] std::string key(const nlohmann::json& object, const std::string& pointer, const char* member) const;
    [[nodiscard]] Row row(const nlohmann::json& object, const std::string& pointer) const;
};

}  // namespace thethuc::draft
