// Parts of a document as they are cited: from the smaller to the larger one.
#include <string>
#include <string_view>
#include <vector>

#include "citations/articles.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;

namespace {

/// “found → ordered” of each place.
std::vector<std::string> reversed(std::string_view sentence) {
    const std::u32string words = text::fromUtf8(sentence);
    std::vector<std::string> out;
    for (const auto& one : citations::reversedParts(citations::read(words))) {
        out.push_back(text::toUtf8(std::u32string_view(words).substr(static_cast<std::size_t>(one.at.start), static_cast<std::size_t>(one.at.end - one.at.start))) +
                      " → " + text::toUtf8(one.ordered));
    }
    return out;
}
using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a larger part before its smaller ones is found", "[citations]") {
    CHECK(reversed("theo Điều 5 khoản 2 Nghị định này") == Found{"Điều 5 khoản 2 → khoản 2 Điều 5"});
    CHECK(reversed("theo Điều 5, khoản 2.") == Found{"Điều 5, khoản 2 → khoản 2 Điều 5"});
    CHECK(reversed("(Điều 103, khoản 2, điểm a)") == Found{"Điều 103, khoản 2, điểm a → điểm a khoản 2 Điều 103"});
    CHECK(reversed("khoản 2 điểm a Điều 5") == Found{"khoản 2 điểm a → điểm a khoản 2"});
    CHECK(reversed("Điều 5a khoản 1 và Điều 6 khoản 3") == Found{"Điều 5a khoản 1 → khoản 1 Điều 5a", "Điều 6 khoản 3 → khoản 3 Điều 6"});
}

TEST_CASE("the lawful order, enumerations and amounts stay silent", "[citations]") {
    for (const std::string_view sentence :
         {"điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự", "khoản 1, khoản 2 Điều 5", "Điều 5, khoản 2 Điều 6", "Điều 5, khoản 2, khoản 3 và khoản 4 Điều 6",
          "Điều 5 và khoản 2 Điều 6", "Điều 4, Điều 5", "Điều 5. Khoản 2 của Quỹ", "khoản 3 Điều 5, khoản 2 và điểm a khoản 1 Điều 6", "Điều 5, khoản 2,5 tỷ đồng",
          "Điều 5 khoản tiền", "Điều 7, điểm cầu xã", "Điều 5; khoản 2", "điểm b, khoản 2, Điều 5"}) {
        INFO(sentence);
        CHECK(reversed(sentence).empty());
    }
}

TEST_CASE("a comma between an article and its document", "[citations]") {
    const auto comma = [](std::string_view sentence) {
        const citations::Stream stream = citations::read(text::fromUtf8(sentence));
        const auto parsed = citations::parse(stream);
        REQUIRE(parsed.size() == 1);
        return !citations::articleBeforeComma(stream, parsed.front().firstToken).empty();
    };
    CHECK(comma("theo Điều 4, Nghị định số 42/2022/NĐ-CP"));
    CHECK(comma("theo Điều 4a, Nghị định số 42/2022/NĐ-CP"));
    CHECK_FALSE(comma("theo Điều 4 Nghị định số 42/2022/NĐ-CP"));
    CHECK_FALSE(comma("theo khoản 4, Nghị định số 42/2022/NĐ-CP"));
    CHECK_FALSE(comma("năm 2025, Nghị định số 42/2022/NĐ-CP"));
    CHECK_FALSE(comma(", Nghị định số 42/2022/NĐ-CP"));
}
