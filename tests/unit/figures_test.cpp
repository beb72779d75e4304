// Ratios and sums: labelled sentences, own sentences, and generated ones, true and false.
#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "figures/figures.hpp"
#include "number/number.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using figures::Figure;
using figures::Verdict;

namespace {

const std::string kFolder = std::string(THETHUC_SOURCE_DIR) + "/tests/figures/";

/// ¶ parts paragraphs, the two characters \n are a line break.
std::vector<Figure> recognised(const std::u32string& text) {
    model::Document document;
    document.stories.resize(1);
    model::Paragraph paragraph;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'¶') {
            document.stories.front().paragraphs.push_back(std::exchange(paragraph, {}));
        } else if (text.compare(i, 2, U"\\n") == 0) {
            paragraph.text += U'\n';
            ++i;
        } else {
            paragraph.text += text[i];
        }
    }
    document.stories.front().paragraphs.push_back(paragraph);
    return figures::recognise(document);
}

/// How many of the one-digit changes of a right percentage are reported as wrong or as a slip of rounding.
struct Changes {
    std::int32_t made = 0, reported = 0;
};
void changeDigits(const std::u32string& text, const Figure& figure, Changes& changes, bool everyDigit) {
    for (std::int32_t i = figure.claimed.at.start; i < figure.claimed.at.end(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!text::isDigit(text[at])) continue;
        for (char32_t digit = U'1'; digit <= U'9'; ++digit) {
            if (digit == text[at]) continue;
            if (!everyDigit && digit != text[at] + 1 && !(text[at] == U'9' && digit == U'8')) continue;
            std::u32string other = text;
            other[at] = digit;
            ++changes.made;
            const auto again = recognised(other);
            changes.reported += std::any_of(again.begin(), again.end(), [&](const Figure& one) {
                return one.kind == figures::Kind::ratio && one.claimed.at.start == figure.claimed.at.start &&
                       (one.verdict == Verdict::wrong || one.verdict == Verdict::rounding);
            });
        }
    }
}

std::vector<std::vector<std::string>> rows(const std::string& name) {
    std::ifstream file(kFolder + name);
    REQUIRE(file);
    std::vector<std::vector<std::string>> result;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#' || line.starts_with("id\t")) continue;
        std::vector<std::string> cells;
        std::stringstream cut(line);
        for (std::string cell; std::getline(cut, cell, '\t');) cells.push_back(cell);
        result.push_back(std::move(cells));
    }
    return result;
}

bool faulty(const Figure& figure) { return figure.verdict == Verdict::wrong || figure.verdict == Verdict::rounding; }

const Figure* ratioOf(const std::vector<Figure>& found, const std::string& numerator, const std::string& claimed) {
    for (const Figure& one : found) {
        if (one.kind == figures::Kind::ratio && number::plain(one.numerator.value.trimmed()) == numerator && number::plain(one.claimed.value) == claimed) return &one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("labelled percentages are judged as they are labelled", "[figures]") {
    std::set<std::string> left;
    for (const auto& row : rows("corrections.tsv")) left.insert(row.front());
    Changes changes;
    for (const auto& row : rows("percent.tsv")) {
        const std::string &id = row[0], &label = row[1];
        INFO(id << " " << row[2]);
        const std::u32string text = text::fromUtf8(row[2]);
        const auto found = recognised(text);
        if (label == "consistent" || label == "rounding") {
            const Figure* figure = ratioOf(found, row[3], row[5]);
            if (left.contains(id)) continue;
            REQUIRE(figure != nullptr);
            CHECK(figure->verdict == (label == "rounding" ? Verdict::rounding : Verdict::ok));
            if (label == "rounding") continue;
            changeDigits(text, *figure, changes, true);
        }
        for (const Figure& one : found) {
            if (label == "rounding" && one.verdict == Verdict::rounding) continue;
            CHECK_FALSE(faulty(one));
        }
    }
    // What is not reported is a percentage that another whole would explain: of all members of an assembly, not of those present.
    CHECK(changes.made > 2000);
    CHECK(changes.reported * 100 >= changes.made * 97);
}

/// Each sentence of a table is judged as the table says; then digits of the right percentages are changed.
Changes sentencesOf(const std::string& table) {
    Changes changes;
    for (const auto& row : rows(table)) {
        INFO(row[3]);
        const std::u32string text = text::fromUtf8(row[3]);
        const auto found = recognised(text);
        if (row[0] == "-") {
            for (const Figure& one : found) CHECK_FALSE(faulty(one));
            continue;
        }
        const Figure* hit = nullptr;
        for (const Figure& one : found) {
            if (figures::name(one.kind) == row[0] && number::plain(one.claimed.value) == row[2]) hit = &one;
        }
        REQUIRE(hit != nullptr);
        CHECK(std::string(figures::name(hit->verdict)) == row[1]);
        for (const Figure& one : found) CHECK((!faulty(one) || &one == hit));
        if (row[0] == "ratio" && row[1] == "ok" && text.find(U'\\') == std::u32string::npos) changeDigits(text, *hit, changes, false);
    }
    return changes;
}

TEST_CASE("own sentences on figures", "[figures]") {
    const Changes changes = sentencesOf("sentences.tsv");
    // What is not reported are numbers that only the arithmetic links, and votes.
    CHECK(changes.made > 800);
    CHECK(changes.reported * 100 >= changes.made * 95);
}

TEST_CASE("sentences in the manner of reports", "[figures]") {
    const Changes changes = sentencesOf("reports.tsv");
    CHECK(changes.made > 280);
    CHECK(changes.reported * 100 >= changes.made * 96);
}

TEST_CASE("generated sentences: true ones are never faulty, false ones always", "[figures]") {
    std::mt19937 random(20200305);
    const auto upTo = [&](std::int32_t low, std::int32_t high) { return std::uniform_int_distribution<std::int32_t>(low, high)(random); };
    const auto print = [](const number::Decimal& value) { return number::print(value); };
    const std::vector<std::string> units{"nhiệm vụ", "hồ sơ", "hộ", "thôn", "triệu đồng", "học sinh"};
    // {a} thực hiện, {b} kế hoạch, {c} the rest, {u} đơn vị, {p} phần trăm
    const std::vector<std::string> patterns{"Đã hoàn thành {a}/{b} {u}, đạt {p}%.",
                                            "Đến nay có {a}/{b} {u} (đạt {p}%).",
                                            "Kết quả {a}/{b} {u}, chiếm {p}%.",
                                            "Đạt {p}% ({a}/{b} {u}).",
                                            "Tiếp nhận {a}/{b} {u} = {p}%.",
                                            "Có {a} {u} trên tổng số {b} {u}, đạt {p}%.",
                                            "Tỷ lệ: {a}/{b}={p}%",
                                            "Trong {b} {u} có {a} {u} được xử lý, đạt {p}%.",
                                            "Tổng số {b} {u}, trong đó {a} {u} đã xong (chiếm {p}%).",
                                            "Tổng số {b} {u}; trong đó đã xong {a} {u}, đạt tỷ lệ {p}%.",
                                            "Đã giao {a} {u}/{b} {u}, bằng {p}%.",
                                            "Đã xử lý {b} {u} (đúng hạn {a} {u}, chiếm tỷ lệ {p}%).",
                                            "Tổng số {b} {u}, cụ thể:¶- Đã xong: {a} {u} (chiếm {p}%);¶- Chưa xong: {c} {u}.",
                                            "Kế hoạch giao {b} {u}, đã thực hiện {a} {u}, đạt {p}%.",
                                            "Thực hiện {a}/{b} {u},\\nđạt {p}%.",
                                            "{p}% {u} ({a}/{b}) đã hoàn thành."};
    for (std::int32_t round = 0; round < 960; ++round) {
        const std::int32_t b = upTo(41, 900), a = upTo(2, b - 1), digits = upTo(1, 2);
        const std::string unit = units[static_cast<std::size_t>(upTo(0, static_cast<std::int32_t>(units.size()) - 1))];
        const number::Decimal share = number::percent(number::Decimal(a), number::Decimal(b), digits);
        const auto sentence = [&](const std::string& percent) {
            std::string text = patterns[static_cast<std::size_t>(round) % patterns.size()];
            for (const auto& [gap, value] : std::map<std::string, std::string>{{"{a}", std::to_string(a)}, {"{b}", std::to_string(b)}, {"{c}", std::to_string(b - a)}, {"{u}", unit}, {"{p}", percent}}) {
                for (auto at = text.find(gap); at != std::string::npos; at = text.find(gap)) text.replace(at, gap.size(), value);
            }
            return text;
        };
        const std::string right = sentence(print(share));
        INFO(right);
        const auto good = recognised(text::fromUtf8(right));
        REQUIRE(std::any_of(good.begin(), good.end(), [](const Figure& one) { return one.kind == figures::Kind::ratio; }));
        CHECK(std::all_of(good.begin(), good.end(), [](const Figure& one) { return one.verdict == Verdict::ok; }));
        const number::Decimal off = share + number::Decimal(digits == 1 ? 37 : 375, digits);
        const std::string false_ = sentence(print(off));
        INFO(false_);
        const auto bad = recognised(text::fromUtf8(false_));
        CHECK(std::any_of(bad.begin(), bad.end(), [](const Figure& one) { return one.kind == figures::Kind::ratio && one.verdict == Verdict::wrong; }));
    }
}
