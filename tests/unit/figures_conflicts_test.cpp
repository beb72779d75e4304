// One quantity with two values: found where the same words are meant, silent where only the words are the same.
#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "elements/analysis.hpp"
#include "figures/conflicts.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using figures::Conflict;

namespace {

/// ¶ parts paragraphs; a paragraph “| a | b |” is a row of a table, rows that follow each other make one.
model::Document documentOf(std::string_view text) {
    constexpr model::Hmm kWidth = 3000;
    testing::DocumentBuilder builder;
    bool inTable = false;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find("¶", from), text.size());
        std::string_view line = text.substr(from, to - from);
        from = to + std::string_view("¶").size();
        if (!line.starts_with('|')) {
            if (std::exchange(inTable, false)) builder.endTable();
            builder.prose(line);
            continue;
        }
        line.remove_prefix(1);
        if (!std::exchange(inTable, true)) builder.table(std::vector<model::Hmm>(static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')), kWidth), true);
        while (!line.empty()) {
            const std::size_t end = line.find('|');
            builder.cell().paragraph(line.substr(1, end - 2));
            line.remove_prefix(end + 1);
        }
    }
    if (inTable) builder.endTable();
    return builder.take();
}

/// “values: a / b” per conflict.
std::vector<std::string> found(std::string_view text) {
    const model::Document document = documentOf(text);
    std::vector<std::string> out;
    for (const Conflict& one : figures::conflicts(document, elements::analyse(document), figures::recognise(document))) {
        CHECK(text::squeeze(document.wordsAt(one.at)).substr(0, 1) != U"");
        out.push_back(std::string(figures::name(one.matter)) + ": " + text::toUtf8(one.text) + " / " + text::toUtf8(one.otherText));
    }
    return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("what two places say of one quantity", "[figures]") {
    std::ifstream file(std::string(THETHUC_SOURCE_DIR) + "/tests/figures/conflicts.tsv");
    REQUIRE(file);
    std::size_t cases = 0;
    for (std::string row; std::getline(file, row);) {
        if (row.empty() || row.front() == '#') continue;
        const std::size_t cut = row.find('\t');
        REQUIRE(cut != std::string::npos);
        const std::string wanted = row.substr(0, cut), words = row.substr(cut + 1);
        INFO(words);
        CHECK(found(words) == (wanted == "-" ? List{} : List{wanted}));
        ++cases;
    }
    CHECK(cases >= 90);
}

namespace {

/// A report about a period, with a table of comparison.
model::Document reportOf(std::string_view period, std::string_view body) {
    testing::DocumentBuilder builder;
    builder.paragraph("ỦY BAN NHÂN DÂN").paragraph("XÃ AN BÌNH", {.bold = true});
    builder.paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.bold = true}).paragraph("Độc lập - Tự do - Hạnh phúc", {.bold = true});
    builder.paragraph("Số: 12/BC-UBND").paragraph("An Bình, ngày 15 tháng 9 năm 2025", {.italic = true});
    builder.paragraph("BÁO CÁO", {.bold = true}).paragraph("Kết quả công tác cải cách hành chính " + std::string(period), {.bold = true});
    builder.prose(body);
    return builder.take();
}

std::vector<std::string> against(const model::Document& document, const model::Document& last) {
    std::vector<std::string> out;
    for (const Conflict& one : figures::conflictsWithLast(document, elements::analyse(document), last, elements::analyse(last))) {
        out.push_back(text::toUtf8(one.text) + " / " + text::toUtf8(one.otherText));
        CHECK(text::squeeze(document.wordsAt(one.at)) == one.text);
    }
    return out;
}

}  // namespace

TEST_CASE("what is given as cùng kỳ is compared with the report of that time", "[figures]") {
    const model::Document now = reportOf("quý III năm 2025", "Tổng số hồ sơ tiếp nhận: 702 hồ sơ, tăng 8% so với cùng kỳ năm 2024 (650 hồ sơ).");
    CHECK(against(now, reportOf("quý III năm 2024", "Tổng số hồ sơ tiếp nhận: 656 hồ sơ.")) ==
          List{"Tổng số hồ sơ tiếp nhận: 702 hồ sơ, tăng 8% so với cùng kỳ năm 2024 (650 hồ sơ) / Tổng số hồ sơ tiếp nhận: 656 hồ sơ"});
    CHECK(against(now, reportOf("quý III năm 2024", "Tổng số hồ sơ tiếp nhận: 650 hồ sơ.")).empty());
    // another period, another quantity
    CHECK(against(now, reportOf("quý II năm 2025", "Tổng số hồ sơ tiếp nhận: 656 hồ sơ.")).empty());
    CHECK(against(now, reportOf("năm 2024", "Tổng số hồ sơ tiếp nhận: 2.656 hồ sơ.")).empty());
    CHECK(against(now, reportOf("quý III năm 2024", "Tổng số hồ sơ trực tuyến: 656 hồ sơ.")).empty());
    // the earlier report has two values itself
    CHECK(against(now, reportOf("quý III năm 2024", "Tổng số hồ sơ tiếp nhận: 656 hồ sơ. Tổng số hồ sơ tiếp nhận: 665 hồ sơ.")).empty());
    // no value is given, or not of the time before
    CHECK(against(reportOf("quý III năm 2025", "Tổng số hồ sơ tiếp nhận: 702 hồ sơ, tăng 46 hồ sơ so với cùng kỳ."), reportOf("quý III năm 2024", "Tổng số hồ sơ tiếp nhận: 650 hồ sơ.")).empty());
}

TEST_CASE("the period right before, by its own words", "[figures]") {
    const model::Document now = reportOf("quý I năm 2025", "Tổng số hồ sơ tiếp nhận: 702 hồ sơ (quý trước: 650 hồ sơ).");
    CHECK(against(now, reportOf("quý IV năm 2024", "Tổng số hồ sơ tiếp nhận: 656 hồ sơ.")).size() == 1);
    CHECK(against(now, reportOf("quý I năm 2024", "Tổng số hồ sơ tiếp nhận: 656 hồ sơ.")).empty());
}
