#include "figures/words.hpp"

#include <algorithm>
#include <array>

namespace thethuc::figures {
namespace words {
namespace {

using View = std::u32string_view;

constexpr auto kRelations = std::to_array<View>({
    U"đạt", U"đạt được", U"đạt tỷ lệ", U"đạt tỉ lệ", U"chiếm", U"chiếm tỷ lệ", U"chiếm tỉ lệ", U"chiếm tỷ trọng", U"chiếm tỉ trọng", U"bằng",
    U"tương đương", U"tương đương với", U"tương ứng", U"tương ứng với", U"ứng với", U"với", U"tức", U"tức là", U"tức bằng", U"là", U"tỷ lệ",
    U"tỉ lệ", U"tỷ trọng", U"tỉ trọng", U"tỷ suất", U"tỉ suất", U"chỉ số", U"mức", U"ước", U"ước tính", U"mới", U"chỉ", U"đã", U"được", U"và",
    U"nên", U"hoàn thành", U"giảm", U"tăng", U"vượt", U"vượt mức", U"vượt kế hoạch", U"còn thiếu", U"thiếu", U"còn", U"hụt", U"đều", U"thực hiện",
    U"cắt giảm", U"giải ngân", U"tiến độ", U"kết quả", U"xấp xỉ đạt", U"cao", U"thấp", U"tỷ lệ hoàn thành", U"tỷ lệ giải ngân", U"tỷ lệ thực hiện",
    U"tỷ lệ giảm", U"tỷ lệ tăng", U"tỷ lệ đạt", U"tỉ lệ đạt", U"ước thực hiện", U"chưa đạt", U"hiện", U"tỷ lệ đúng hạn", U"tỷ lệ tán thành",
    U"tỷ lệ giải quyết", U"tỷ lệ số hóa", U"hay", U"trong tổng số chiếm", U"so với kế hoạch đạt", U"tỷ lệ bao phủ", U"tỷ lệ tốt nghiệp",
    U"tỷ lệ tham gia", U"tỷ lệ phiếu", U"cộng", U"tổng cộng", U"tính ra", U"thành", U"qua đó", U"như vậy",
});
constexpr auto kRelationHeads = std::to_array<View>({
    U"đạt", U"chiếm", U"bằng", U"tương đương", U"tương ứng", U"ứng với", U"tức", U"tỷ lệ", U"tỉ lệ", U"tỷ trọng", U"tỉ trọng", U"tỷ suất",
    U"tỉ suất", U"chỉ số", U"hoàn thành", U"vượt", U"thiếu", U"giảm", U"tăng", U"hụt", U"giải ngân", U"thực hiện",
});
constexpr auto kApproximations = std::to_array<View>({
    U"khoảng", U"gần", U"hơn", U"trên", U"xấp xỉ", U"chừng", U"dưới", U"quá", U"ít nhất", U"tối thiểu", U"tối đa", U"không quá", U"không dưới",
    U"ngót", U"hơn khoảng", U"từ", U"đến", U"tới", U"lên tới", U"lên đến", U"phấn đấu", U"cỡ", U"suýt soát",
});
constexpr auto kPartIntroducers = std::to_array<View>({
    U"trong đó", U"trong số đó", U"trong số này", U"gồm", U"bao gồm", U"gồm có", U"bao gồm có", U"cụ thể", U"cụ thể là", U"cụ thể như sau",
    U"chia ra", U"trong số",
    U"trong tổng số",
});
constexpr auto kWholeIntroducers = std::to_array<View>({U"gồm", U"bao gồm", U"gồm có", U"bao gồm có", U"cụ thể", U"cụ thể là", U"cụ thể như sau",
    U"chia ra"});
constexpr auto kBaseIntroducers = std::to_array<View>({
    U"trên tổng số", U"trên tổng", U"trong tổng số", U"trong tổng", U"so với tổng số", U"so với tổng", U"trong số", U"trên số", U"so với kế hoạch",
    U"so với chỉ tiêu", U"so với dự toán", U"trên cả thảy", U"trong tất cả",
});
constexpr auto kTotals = std::to_array<View>({U"tổng số", U"tổng cộng", U"tổng", U"cộng", U"toàn bộ", U"tất cả", U"cả thảy"});
constexpr auto kPlans = std::to_array<View>({
    U"kế hoạch", U"kh", U"dự toán", U"dt", U"chỉ tiêu", U"mục tiêu", U"giao", U"được giao", U"phân bổ", U"đề ra", U"phải", U"cần", U"đăng ký",
    U"triệu tập",
    U"tiếp nhận", U"tổng số", U"có tổng số",
});
constexpr auto kLabelBefore = std::to_array<View>({
    U"năm", U"quý", U"tháng", U"ngày", U"điều", U"khoản", U"điểm", U"mục", U"chương", U"phần", U"khóa", U"khoá", U"kỳ", U"kì", U"thứ", U"lần thứ",
    U"giai đoạn", U"mẫu", U"mẫu số", U"bảng", U"biểu", U"biểu số", U"hình", U"phụ lục", U"đề án", U"chỉ thị", U"nghị quyết", U"nghị định",
    U"quyết định",
    U"quyết định số", U"công văn", U"công văn số", U"kế hoạch số", U"báo cáo số", U"thông tư", U"thông tư số", U"luật số", U"hạng", U"loại", U"bậc",
    U"lớp", U"mức độ", U"cấp độ", U"khu phố", U"tổ dân phố số", U"thôn số", U"xóm số", U"đội số", U"quận", U"quốc lộ", U"tỉnh lộ", U"đường", U"trang",
    U"nhiệm kỳ", U"niên khóa", U"năm học", U"vùng", U"khu vực", U"trung đoàn", U"sư đoàn", U"quân khu", U"hồ sơ số", U"nhóm", U"tiêu chí số",
    U"khung",
    U"lúc", U"hồi", U"nghị quyết số", U"nghị định số", U"chỉ thị số", U"điện thoại", U"fax", U"tài khoản", U"mã số", U"số hiệu", U"tiết", U"câu",
    U"cột",
    U"dòng", U"hàng", U"đợt", U"vòng", U"phiên", U"kỳ họp", U"đại hội", U"covid", U"covid-", U"thông báo số", U"tờ trình số", U"hợp đồng số", U"lúc",
    U"đề án số", U"chương trình số", U"hướng dẫn số", U"công điện số", U"quy định số", U"kết luận số", U"từ đủ", U"đủ", U"iso", U"tcvn", U"qcvn",
    U"nhà số",
    U"thời kỳ", U"trước năm", U"sau năm", U"đến năm", U"cấp", U"độ",
});
constexpr auto kLabelOrVerb = std::to_array<View>({U"cấp", U"tiết", U"loại", U"nhóm", U"lớp", U"trang", U"câu", U"đường", U"cột", U"dòng", U"hàng",
    U"độ", U"phần", U"điểm",
                                                   U"hạng", U"đợt", U"vòng", U"hình", U"bảng", U"biểu", U"khung", U"vùng"});
constexpr auto kNoLabel = std::to_array<View>({U"chi tiết", U"cung cấp", U"trợ cấp", U"phân loại", U"phân cấp", U"đẳng cấp", U"con đường",
    U"tuyến đường", U"một phần", U"góp phần", U"phân nhóm",
                                               U"đại biểu", U"tiêu biểu", U"địa hình", U"mô hình", U"nâng cấp", U"cung đường", U"khách hàng",
                                               U"ngân hàng", U"mặt hàng", U"định kỳ", U"bất kỳ", U"trong kỳ", U"cùng kỳ", U"cửa hàng",
                                               U"đơn hàng"});
constexpr auto kQuantityWords = std::to_array<View>({U"số", U"có", U"là", U"được", U"đạt", U"gồm", U"đã"});
constexpr auto kAttributes = std::to_array<View>({U"nữ", U"nam", U"trẻ", U"đảng viên", U"dân tộc", U"tôn giáo", U"ngoài đảng", U"khuyết tật",
    U"lần đầu", U"tái cử", U"trên chuẩn", U"chức sắc",
                                                  U"qua đào tạo", U"người cao tuổi", U"trọng điểm", U"bí thư", U"kiêm nhiệm", U"chuyên trách"});
constexpr auto kBeforeSo = std::to_array<View>({U"tổng", U"con", U"trong", U"trên", U"một", U"đó", U"là", U"có", U"của", U"với", U"và", U"đủ",
    U"nâng", U"đưa", U"cả", U"các", U"đến", U"ra", U"vượt",
                                                U"dân", U"doanh", U"gia", U"cơ", U"đa", U"tham", U"chuyển"});
constexpr auto kLabelBehind = std::to_array<View>({U"tuổi", U"giờ", U"phút", U"giây", U"năm", U"tháng", U"quý", U"h", U"tuần", U"độ"});
constexpr auto kDayBefore = std::to_array<View>({
    U"ngày", U"sáng", U"chiều", U"tối", U"trưa", U"đêm", U"hôm", U"phiên", U"lễ", U"quốc khánh", U"từ", U"mùng", U"mồng", U"rạng sáng", U"dịp",
    U"tết",
});
constexpr auto kRankBefore = std::to_array<View>({U"thứ", U"hạng", U"xếp", U"vị trí", U"tầng", U"số nhà", U"ngõ", U"hẻm", U"kiệt", U"tỷ lệ bản đồ",
    U"huyết áp",
                                                  U"thị lực", U"mắt", U"trình độ", U"trình độ văn hóa", U"hệ số", U"xếp hạng", U"đứng"});
constexpr auto kVotes = std::to_array<View>({
    U"biểu quyết", U"tán thành", U"tín nhiệm", U"số phiếu", U"phiếu thuận", U"phiếu bầu", U"phiếu hợp lệ", U"đại biểu", U"đbqh", U"đb", U"nhất trí",
    U"cử tri",
    U"ủy viên", U"uỷ viên", U"đồng ý", U"trúng cử",
});
constexpr auto kNeutralBehind = std::to_array<View>({
    U"kế hoạch", U"kh", U"dự toán", U"chỉ tiêu", U"mục tiêu", U"so", U"theo", U"tổng số", U"của", U"và", U"trong", U"với", U"là", U"tăng", U"giảm",
    U"vượt",
    U"cao", U"thấp", U"thì", U"đã", U"được", U"nhiệm vụ", U"yêu cầu", U"nghị quyết", U"tham gia", U"có", U"nhưng", U"còn", U"chưa", U"đạt",
    U"hoàn thành",
    U"trên tổng số", U"kh năm", U"dt", U"toàn", U"tính", U"đảm bảo", U"bảo đảm", U"cơ bản", U"đúng", U"trước", U"do", U"để", U"nâng", U"góp", U"số",
    U"đối",
    U"giao", U"hđnd", U"đề", U"phương án", U"cả", U"năm", U"vốn", U"tổng", U"so cùng", U"trở", U"như", U"nghị", U"tuy", U"bằng", U"trên", U"tại",
    U"ở", U"tương", U"qua",
    U"khối", U"nhu",
});
constexpr auto kComparisons = std::to_array<View>({U"so với", U"so cùng kỳ", U"so", U"cùng kỳ", U"so sánh"});
constexpr auto kComplements = std::to_array<Pair>({
    {U"đã", U"chưa"}, {U"đã", U"còn lại"}, {U"nam", U"nữ"}, {U"đúng hạn", U"quá hạn"}, {U"đúng hạn", U"trễ hạn"}, {U"đúng hạn", U"chậm hạn"},
    {U"trực tuyến", U"trực tiếp"}, {U"thành thị", U"nông thôn"}, {U"công lập", U"ngoài công lập"}, {U"công lập", U"tư thục"}, {U"đạt", U"không đạt"},
    {U"đạt", U"chưa đạt"}, {U"tán thành", U"không tán thành"}, {U"đồng ý", U"không đồng ý"}, {U"hợp lệ", U"không hợp lệ"}, {U"có mặt", U"vắng mặt"},
    {U"có mặt", U"vắng"}, {U"đủ điều kiện", U"không đủ điều kiện"}, {U"sử dụng", U"chưa sử dụng"}, {U"hoàn thành", U"chưa hoàn thành"},
});

bool isKey(const Token& token, View key) noexcept { return token.kind == TokenKind::word && token.key == key; }

/// The words of `phrase` at `at`; their number, 0 where they are not.
std::size_t matchAt(std::span<const Token> tokens, std::size_t at, View phrase) {
    if (at >= tokens.size() || tokens[at].key.empty() || tokens[at].key.front() != phrase.front()) return 0;  // nearly always
    std::size_t count = 0;
    std::size_t from = 0;
    while (from <= phrase.size()) {
        std::size_t to = phrase.find(U' ', from);
        if (to == View::npos) to = phrase.size();
        if (at + count >= tokens.size() || !isKey(tokens[at + count], phrase.substr(from, to - from))) return 0;
        ++count;
        from = to + 1;
    }
    return count;
}

}  // namespace

Phrases relations() noexcept { return kRelations; }
Phrases relationHeads() noexcept { return kRelationHeads; }
Phrases approximations() noexcept { return kApproximations; }
Phrases partIntroducers() noexcept { return kPartIntroducers; }
Phrases wholeIntroducers() noexcept { return kWholeIntroducers; }
Phrases baseIntroducers() noexcept { return kBaseIntroducers; }
Phrases totals() noexcept { return kTotals; }
Phrases plans() noexcept { return kPlans; }
Phrases labelBefore() noexcept { return kLabelBefore; }
Phrases labelBehind() noexcept { return kLabelBehind; }
Phrases labelOrVerb() noexcept { return kLabelOrVerb; }
Phrases noLabel() noexcept { return kNoLabel; }
Phrases quantityWords() noexcept { return kQuantityWords; }
Phrases attributes() noexcept { return kAttributes; }
Phrases beforeSo() noexcept { return kBeforeSo; }
Phrases dayBefore() noexcept { return kDayBefore; }
Phrases rankBefore() noexcept { return kRankBefore; }
Phrases votes() noexcept { return kVotes; }
Phrases neutralBehind() noexcept { return kNeutralBehind; }
Phrases comparisons() noexcept { return kComparisons; }
std::span<const Pair> complements() noexcept { return kComplements; }

}  // namespace words

std::size_t phraseAt(std::span<const Token> tokens, std::size_t at, Phrases phrases) {
    std::size_t longest = 0;
    if (at >= tokens.size() || tokens[at].kind != TokenKind::word) return 0;
    for (const auto phrase : phrases) longest = std::max(longest, words::matchAt(tokens, at, phrase));
    return longest;
}

std::size_t phraseBefore(std::span<const Token> tokens, std::size_t end, Phrases phrases) {
    constexpr std::size_t kLongest = 5;
    for (std::size_t length = std::min(end, kLongest); length > 0; --length) {
        for (const auto phrase : phrases) {
            if (words::matchAt(tokens, end - length, phrase) == length) return length;
        }
    }
    return 0;
}

bool holdsPhrase(std::span<const Token> tokens, std::size_t from, std::size_t to, Phrases phrases) {
    for (std::size_t i = from; i < to && i < tokens.size(); ++i) {
        const std::size_t length = phraseAt(tokens, i, phrases);
        if (length > 0 && i + length <= to) return true;
    }
    return false;
}

}  // namespace thethuc::figures
