// thethuc_citation_bench [--pages N,N,…] [--repeat N] [--profile]: how fast citations are recognised, beside a plain scan of the same bytes. Without an
// office. The text is made of sentences as reports have them, 14 paragraphs and 10 citations a page; a third of the citations name a document again.
// Prints the best processor times. --profile recognises the longest text again and again for a profiler.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "citations/demands.hpp"
#include "citations/ledger.hpp"
#include "citations/tokens.hpp"
#include "elements/analysis.hpp"
#include "model/document.hpp"
#include "text/text.hpp"

namespace {

using namespace thethuc;

/// @: a number that goes up, so that documents differ; what has none is prose.
constexpr std::array<std::string_view, 14> kParagraphs = {
    "Thực hiện Kế hoạch số @/KH-UBND ngày 25/7/2025 của UBND tỉnh Cao Bằng về cải cách hành chính; Công văn số @/SNV-CCHC ngày 07 tháng 8 năm 2025 của Sở "
    "Nội vụ về việc báo cáo định kỳ.",
    "Trong quý, Ủy ban nhân dân xã đã chỉ đạo các phòng, ban, đơn vị tiếp tục rà soát, đơn giản hóa thủ tục hành chính, nâng cao chất lượng phục vụ người "
    "dân và doanh nghiệp trên địa bàn; đến nay đã hoàn thành 14/41 nhiệm vụ, đạt 34,15%.",
    "+ Quyết định số @/QĐ-UBND ngày 30/7/2025 về việc thành lập Ban biên tập Trang thông tin điện tử xã.",
    "Các đơn vị căn cứ chức năng, nhiệm vụ được giao, chủ động phối hợp, kịp thời báo cáo những khó khăn, vướng mắc về Văn phòng để tổng hợp, tham mưu.",
    "+ Công văn số @/UBND-VX ngày 11/8/2025 về việc triển khai khảo sát năng lực số của cán bộ, công chức cấp xã.",
    "Tổng số hồ sơ tiếp nhận là 702 hồ sơ; trả đúng hạn 663 hồ sơ, đang giải quyết trong hạn 08 hồ sơ, trả lại do không đủ điều kiện 31 hồ sơ.",
    "Việc giải quyết thực hiện theo Nghị định số 118/2025/NĐ-CP và Quyết định số @/QĐ-UBND, Quyết định số @/QĐ-UBND ngày 01/8/2025 của UBND xã.",
    "Công tác tuyên truyền được chú trọng, nội dung ngắn gọn, dễ hiểu, phù hợp với từng nhóm đối tượng; hình thức đa dạng, gắn với sinh hoạt thôn, xóm.",
    "Một số cán bộ, công chức còn kiêm nhiệm nhiều việc nên chưa có thời gian nghiên cứu sâu các văn bản hướng dẫn mới, nhất là về chuyển đổi số.",
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Đảng ủy xã đã ban hành Chương trình hành động số @-CTr/ĐU ngày 15/8/2025.",
    "Hạ tầng kỹ thuật được đầu tư, cơ bản đáp ứng yêu cầu; 100% cán bộ, công chức được trang bị máy tính, chữ ký số và hộp thư điện tử công vụ.",
    "Biên chế được giao là 39, đã sử dụng 36/39 (92,3%); viên chức sự nghiệp được giao 220, đã sử dụng 205/220 (93,2%), còn lại chưa sử dụng.",
    "Trong thời gian tới, tiếp tục thực hiện nghiêm túc các văn bản chỉ đạo của cấp trên, tăng cường kiểm tra, đôn đốc, kịp thời biểu dương, phê bình.",
    "Kính đề nghị Sở Nội vụ quan tâm, hướng dẫn về vị trí việc làm, định mức biên chế theo Luật Cán bộ, công chức năm 2025 cho các xã mới thành lập.",
};

model::Document reportOf(int pages) {
    model::Document document;
    document.stories.emplace_back();
    // what a snapshot always has
    document.sections.resize(1);
    document.pageStyles.resize(1);
    document.fonts = {"Times New Roman"};
    auto& paragraphs = document.stories.front().paragraphs;
    int number = 0, written = 0;
    for (int page = 0; page < pages; ++page) {
        for (const std::string_view sentence : kParagraphs) {
            std::string words;
            for (const char c : sentence) {
                if (c != '@') {
                    words += c;
                } else {
                    // every third one names an earlier document again
                    number += ++written % 3 == 0 ? 0 : 1;
                    words += std::to_string(written % 3 == 0 ? std::max(1, number / 2) : number);
                }
            }
            model::Paragraph paragraph;
            paragraph.text = text::fromUtf8(words);
            model::Run run;
            run.length = static_cast<std::int32_t>(paragraph.text.size());
            paragraph.runs.push_back(std::move(run));
            paragraphs.push_back(std::move(paragraph));
        }
    }
    return document;
}

double bestOf(int repeat, auto&& work) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < repeat; ++i) {
        const std::clock_t start = std::clock();
        work();
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

/// What any reader of text must do at least: look at each byte once, tell letters, digits and blanks apart, and count words and numbers.
std::size_t scan(std::string_view bytes) {
    static const std::array<std::uint8_t, 256> kinds = [] {
        std::array<std::uint8_t, 256> out{};
        for (int c = 0; c < 256; ++c) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
            out[static_cast<std::size_t>(c)] = letter ? 1 : c >= '0' && c <= '9' ? 2 : 0;
        }
        return out;
    }();
    std::size_t changes = 0;
    std::uint8_t before = 0;
    for (const char c : bytes) {
        const std::uint8_t kind = kinds[static_cast<unsigned char>(c)];
        changes += kind != before ? 1 : 0;
        before = kind;
    }
    return changes;
}

struct Measured {
    double grammar = 0, ledger = 0, demands = 0;
};

void measure(int pages, int repeat) {
    const model::Document document = reportOf(pages);
    std::string bytes;
    for (const auto& paragraph : document.stories.front().paragraphs) bytes += text::toUtf8(paragraph.text) + '\n';
    const elements::Analysis analysis = elements::analyse(document);
    const auto megabytes = static_cast<double>(bytes.size()) / 1e6;
    volatile std::size_t kept = 0;
    const double scanning = bestOf(repeat, [&] { kept = scan(bytes); });
    Measured ms;
    ms.grammar = bestOf(repeat, [&] {
        citations::Stream stream;
        std::size_t found = 0;
        for (const auto& paragraph : document.stories.front().paragraphs) {
            citations::read(paragraph, stream);
            found += citations::parse(stream).size();
        }
        kept = found;
    });
    citations::Ledger ledger;
    ms.ledger = bestOf(repeat, [&] { ledger = citations::recognise(document, analysis); });
    ms.demands = bestOf(repeat, [&] {
        const auto conflicts = citations::conflictsOf(ledger);
        kept = citations::firstMentions(document, analysis, ledger, conflicts).size() + citations::laterMentions(document, analysis, ledger, conflicts).size();
    });
    std::printf("%6d %7.2f %9zu %9zu %9.0f | %9.1f %7.0f %6.1f | %9.1f %7.0f %6.1f | %9.1f\n", pages, megabytes, ledger.mentions.size(), ledger.entries.size(),
                1000 * megabytes / scanning, ms.grammar, 1000 * megabytes / ms.grammar, ms.grammar / scanning, ms.ledger, 1000 * megabytes / ms.ledger,
                ms.ledger / scanning, ms.demands);
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<int> pages{250, 500, 1000, 2000};
    int repeat = 7;
    bool profile = false;
    for (int i = 1; i < count; ++i) {
        const std::string_view option = arguments[i];
        if (option == "--repeat" && i + 1 < count) {
            repeat = std::max(1, std::atoi(arguments[++i]));
        } else if (option == "--pages" && i + 1 < count) {
            pages.clear();
            std::istringstream list(arguments[++i]);
            for (std::string one; std::getline(list, one, ',');) pages.push_back(std::max(1, std::atoi(one.c_str())));
        } else if (option == "--profile") {
            profile = true;
        } else {
            std::fprintf(stderr, "usage: thethuc_citation_bench [--pages N,N,…] [--repeat N] [--profile]\n");
            return 2;
        }
    }
    if (pages.empty()) return 2;
    if (profile) {
        const model::Document document = reportOf(pages.back());
        const elements::Analysis analysis = elements::analyse(document);
        for (int i = 0; i < repeat; ++i) (void)citations::recognise(document, analysis);
        return 0;
    }
    std::printf("%6s %7s %9s %9s %9s | %25s | %25s | %9s\n", "", "", "", "", "scan", "grammar", "list of documents", "rules'");
    std::printf("%6s %7s %9s %9s %9s | %9s %7s %6s | %9s %7s %6s | %9s\n", "pages", "MB", "mentions", "documents", "MB/s", "ms", "MB/s", "scans", "ms", "MB/s",
                "scans", "lists ms");
    for (const int one : pages) measure(one, repeat);
    return 0;
}
