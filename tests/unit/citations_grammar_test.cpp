#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "citations/grammar.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using thethuc::text::fromUtf8;
using thethuc::text::toUtf8;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& line, const std::string& by) {
    std::vector<std::string> out;
    std::size_t from = 0;
    for (std::size_t at; (at = line.find(by, from)) != std::string::npos; from = at + by.size()) out.push_back(line.substr(from, at - from));
    out.push_back(line.substr(from));
    return out;
}

std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::filesystem::path(THETHUC_SOURCE_DIR) / "tests" / "citations" / name);
    REQUIRE(file);
    std::string line;
    std::getline(file, line);
    const auto header = split(line, "\t");
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto cells = split(line, "\t");
        Row row;
        for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < cells.size() ? cells[i] : std::string();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string replaced(std::string textIn, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = textIn.find(from, at)) != std::string::npos; at += to.size()) textIn.replace(at, from.size(), to);
    return textIn;
}

std::vector<citations::Parsed> parsed(const std::string& sentence) { return citations::parse(citations::read(fromUtf8(sentence))); }

std::string typeOf(const citations::Parsed& one) {
    const auto types = citations::documentTypes();
    return one.type < 0 ? std::string() : toUtf8(types[static_cast<std::size_t>(one.type)].name);
}

std::string dateOf(const citations::Parsed& one) { return one.date.value ? citations::isoOf(*one.date.value) : std::string(); }

/// “Nghị định|78|2025|NĐ-CP|2025-04-01|Chính phủ”
std::string shown(const citations::Parsed& one) {
    return typeOf(one) + "|" + toUtf8(one.number) + "|" + toUtf8(one.year) + "|" + toUtf8(one.symbol) + "|" + dateOf(one) + "|" + toUtf8(one.issuer);
}

std::string lower(const std::string& text) { return toUtf8(text::toLower(fromUtf8(text))); }

/// Whether type, number, year, symbol and date are as the row says.
bool coreRight(const Row& row, const citations::Parsed& one) {
    // a law by its name has its year behind the name, not in a number
    const bool byYear = citations::documentTypes()[static_cast<std::size_t>(std::max(one.type, 0))].naming == citations::Naming::byName &&
                        one.number.empty() && !one.date.value && one.date.year != 0;
    const std::string year = byYear ? std::to_string(one.date.year) : toUtf8(one.year);
    return lower(typeOf(one)) == lower(row.at("doc_type")) && toUtf8(one.number) == row.at("number") && year == row.at("year_in_number") &&
           toUtf8(one.symbol) == replaced(row.at("symbol"), " ", "") && dateOf(one) == row.at("date_iso");
}

}  // namespace

TEST_CASE("the corpus of citations is read right", "[citations]") {
    auto rows = table("citations.tsv");
    std::map<std::string, std::vector<Row>> corrections;
    for (const Row& correction : table("corrections.tsv")) {
        CHECK_FALSE(correction.at("reason").empty());
        corrections[correction.at("id")].push_back(correction);
    }
    int citations = 0, core = 0, issuer = 0;
    std::string misses;
    for (Row& row : rows) {
        if (const auto found = corrections.find(row.at("id")); found != corrections.end()) {
            for (const Row& correction : found->second) {
                REQUIRE(row.contains(correction.at("field")));
                CHECK(row[correction.at("field")] != correction.at("value"));   // else it corrects nothing
                row[correction.at("field")] = correction.at("value");
            }
            corrections.erase(found);
        }
        const std::string& kind = row.at("kind");
        const std::string& surface = row.at("surface");
        if (!kind.starts_with("cite")) {
            // an own number stands alone in its paragraph, a form's reference behind its word
            INFO(surface);
            CHECK(parsed(kind == "form" ? "Mẫu " + surface : surface).empty());
            continue;
        }
        ++citations;
        const auto found = parsed("Thực hiện " + surface + ";");
        const bool right = !found.empty() && coreRight(row, found.front());
        const bool named = row.at("issuer") == (found.empty() ? std::string() : toUtf8(found.front().issuer));
        core += right ? 1 : 0;
        issuer += named ? 1 : 0;
        if (!right || !named) misses += row.at("id") + " " + surface + " => " + (found.empty() ? "nothing" : shown(found.front())) + "\n";
    }
    CHECK(corrections.empty());
    CHECK(citations > 1500);
    UNSCOPED_INFO(misses);
    CHECK(core * 100 >= citations * 99);
    CHECK(issuer * 100 >= citations * 95);
}

TEST_CASE("the words around a citation do not matter", "[citations]") {
    int citations = 0, same = 0;
    for (const Row& row : table("citations.tsv")) {
        if (row.at("kind") != "cite") continue;
        const std::string& surface = row.at("surface");
        const auto first = parsed("Thực hiện " + surface + ";");
        const auto second = parsed("- Theo " + surface + ", Ủy ban nhân dân xã đã triển khai.");
        ++citations;
        if (first.size() == second.size() && !first.empty() && shown(first.front()) == shown(second.front())) ++same;
    }
    CHECK(same * 100 >= citations * 98);
}

TEST_CASE("lists, faults and look-alikes", "[citations]") {
    for (const Row& row : table("variations.tsv")) {
        std::string found;
        for (const auto& one : parsed(replaced(row.at("sentence"), "\\n", "\n"))) found += (found.empty() ? "" : " ;; ") + shown(one);
        INFO(row.at("sentence"));
        CHECK(found == row.at("citations"));
    }
}

TEST_CASE("faults of dates are told apart", "[citations]") {
    using citations::DateFault;
    const auto fault = [](const std::string& date) { return parsed("Quyết định số 42/QĐ-UBND ngày " + date + " của UBND xã").front().date.fault; };
    CHECK(fault("07/7/2025") == DateFault::none);
    CHECK(fault("29/02/2024") == DateFault::none);
    CHECK(fault("29/02/2025") == DateFault::impossible);
    CHECK(fault("08/6/20210") == DateFault::malformed);
    CHECK(fault("01/102025") == DateFault::malformed);
    CHECK(fault("…/…/2025") == DateFault::blank);
    CHECK(fault("... tháng ... năm 2025") == DateFault::blank);
}
