// Lists of documents that were typed with bullets or numbers: which paragraphs are one, in which order they go, and the signs at their ends.
#include <string>
#include <string_view>
#include <vector>

#include "citations/cited_items.hpp"
#include "elements/analysis.hpp"
#include "support/builder.hpp"
#include "support/catch.hpp"
#include "text/text.hpp"

using namespace thethuc;
using citations::CitedItems;
using citations::ListOrder;
using thethuc::testing::DocumentBuilder;

namespace {

struct Read {
    explicit Read(const std::vector<std::string_view>& paragraphs) {
        DocumentBuilder builder;
        for (const std::string_view one : paragraphs) builder.prose(one);
        document = builder.take();
        again();
    }
    void again() {
        const elements::Analysis analysis = elements::analyse(document);
        ledger = citations::recognise(document, analysis);
        lists = citations::citedItems(document, analysis, ledger);
    }
    /// “first-last/marker” of each list.
    [[nodiscard]] std::vector<std::string> shown() const {
        std::vector<std::string> out;
        for (const CitedItems& list : lists) {
            out.push_back(std::to_string(list.items.front().paragraph) + "-" + std::to_string(list.items.back().paragraph) + "/" + std::to_string(list.items.front().marker));
        }
        return out;
    }
    [[nodiscard]] std::vector<std::size_t> order(ListOrder wanted) const { return citations::orderOf(ledger, lists.at(0), wanted); }

    model::Document document;
    citations::Ledger ledger;
    std::vector<CitedItems> lists;
};

using Strings = std::vector<std::string>;
using Order = std::vector<std::size_t>;

}  // namespace

TEST_CASE("neighbouring paragraphs with one kind of bullet and a citation are a list", "[citations]") {
    CHECK(Read({"UBND xã đã ban hành các văn bản cụ thể:", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn Ban Chỉ đạo.",
                "+ Kế hoạch số 08/KH-UBND ngày 22/7/2025 về cải thiện Chỉ số.", "+ Công văn số 198/UBND-VHXXH ngày 11/8/2025 về khảo sát.", "Hết."})
              .shown() == Strings{"1-3/2"});
    CHECK(Read({"1. Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn;", "2. Kế hoạch số 08/KH-UBND ngày 22/7/2025 về cải thiện."}).shown() == Strings{"0-1/3"});
    CHECK(Read({"a) Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn;", "b) Kế hoạch số 08/KH-UBND ngày 22/7/2025 về cải thiện."}).shown() == Strings{"0-1/3"});
    CHECK(Read({"\t-  Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn;", "\t-  Kế hoạch số 08/KH-UBND ngày 22/7/2025 về cải thiện."}).shown() == Strings{"0-1/4"});
    CHECK(Read({"(1) Quyết định số 42/QĐ-UBND;", "(2) Kế hoạch số 08/KH-UBND."}).shown() == Strings{"0-1/4"});
}

TEST_CASE("what is no list of documents", "[citations]") {
    const Strings none;
    CHECK(Read({"+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn.", "Lời văn.", "+ Kế hoạch số 08/KH-UBND."}).shown() == none);
    CHECK(Read({"+ Thực hiện Quyết định số 42/QĐ-UBND.", "+ Triển khai Kế hoạch số 08/KH-UBND."}).shown() == none);
    CHECK(Read({"+ Quyết định số 42/QĐ-UBND.", "- Kế hoạch số 08/KH-UBND."}).shown() == none);
    CHECK(Read({"Quyết định số 42/QĐ-UBND.", "Kế hoạch số 08/KH-UBND."}).shown() == none);
    DocumentBuilder builder;
    builder.table({8000}).cell().paragraph("+ Quyết định số 42/QĐ-UBND").paragraph("+ Kế hoạch số 08/KH-UBND").endTable();
    Read read({});
    read.document = builder.take();
    read.again();
    CHECK(read.shown() == none);
}

TEST_CASE("paragraphs that Writer numbers are a list, too", "[citations]") {
    Read read({"Quyết định số 42/QĐ-UBND ngày 07/7/2025.", "Kế hoạch số 08/KH-UBND ngày 22/7/2025."});
    for (std::size_t p = 0; p < 2; ++p) read.document.stories[0].paragraphs[p].listLabel = p == 0 ? U"1." : U"2.";
    read.again();
    REQUIRE(read.shown() == Strings{"0-1/0"});
    CHECK(read.lists[0].numbered);
    for (auto& paragraph : read.document.stories[0].paragraphs) paragraph.listLabel = U"•";
    read.again();
    REQUIRE(read.lists.size() == 1);
    CHECK_FALSE(read.lists[0].numbered);
}

TEST_CASE("order by date and by type, stable", "[citations]") {
    const Read read({"+ Kế hoạch số 08/KH-UBND ngày 22/7/2025 về cải thiện Chỉ số.", "+ Quyết định số 43/QĐ-UBND ngày 07/7/2025 về kiện toàn Tổ.",
                     "+ Công văn số 198/UBND-VHXXH về khảo sát.", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn Ban.",
                     "+ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư."});
    REQUIRE(read.lists.size() == 1);
    CHECK(read.order(ListOrder::asWritten) == Order{0, 1, 2, 3, 4});
    CHECK(read.order(ListOrder::byDate) == Order{4, 1, 3, 0, 2});
    CHECK(read.order(ListOrder::byType) == Order{4, 1, 3, 0, 2});
}

TEST_CASE("the list still ends with a full stop", "[citations]") {
    const Read read({"+ Kế hoạch số 08/KH-UBND ngày 22/7/2025;", "+ Quyết định số 43/QĐ-UBND ngày 09/7/2025;", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025."});
    const auto order = read.order(ListOrder::byDate);
    REQUIRE(order == Order{2, 1, 0});
    const auto signs = citations::endSigns(read.document, read.lists[0], order);
    REQUIRE(signs.size() == 2);
    CHECK(signs[0].at.paragraph == 0);
    CHECK(signs[0].sign == U'.');
    CHECK(signs[1].at.paragraph == 2);
    CHECK(signs[1].sign == U';');
    CHECK(text::toUtf8(read.document.wordsAt(signs[0].at)) == ";");
    CHECK(citations::endSigns(read.document, read.lists[0], {0, 1, 2}).empty());
    const Read mixed({"+ Kế hoạch số 08/KH-UBND ngày 22/7/2025.", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025."});
    CHECK(citations::endSigns(mixed.document, mixed.lists[0], {1, 0}).empty());
    const Read closing({"+ Kế hoạch số 08/KH-UBND ngày 22/7/2025;", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025./."});
    CHECK(citations::endSigns(closing.document, closing.lists[0], {1, 0}).empty());
}
