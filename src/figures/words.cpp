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
    U"triệu tập", U"thụ lý",
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
    U"dòng", U"hàng", U"đợt", U"vòng", U"phiên", U"kỳ họp", U"đại hội", U"phương án", U"thôn", U"xóm", U"ấp", U"tổ", U"gói thầu", U"lô", U"tuyến số", U"covid", U"covid-", U"thông báo số", U"tờ trình số", U"hợp đồng số", U"lúc",
    U"đề án số", U"chương trình số", U"hướng dẫn số", U"công điện số", U"quy định số", U"kết luận số", U"từ đủ", U"đủ", U"iso", U"tcvn", U"qcvn",
    U"nhà số",
    U"thời kỳ", U"trước năm", U"sau năm", U"đến năm", U"cấp", U"độ",
});
constexpr auto kLabelOrVerb = std::to_array<View>({U"cấp", U"tiết", U"loại", U"nhóm", U"lớp", U"trang", U"câu", U"đường", U"cột", U"dòng", U"hàng",
    U"độ", U"phần", U"điểm",
                                                   U"hạng", U"đợt", U"vòng", U"hình", U"bảng", U"biểu", U"khung", U"vùng", U"thôn", U"xóm", U"ấp", U"tổ", U"gói thầu",
                                                   U"lô"});
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
                                                  U"thị lực", U"mắt", U"trình độ", U"trình độ văn hóa", U"hệ số", U"xếp hạng", U"đứng",
                                                  U"cấp độ", U"mức độ", U"bậc", U"tỷ số", U"tỉ số", U"thang", U"thang điểm", U"bản đồ", U"vòng", U"kíp", U"ca", U"tổ", U"khu phố",
                                                  U"nhiệm kỳ", U"niên khóa", U"giai đoạn", U"năm học", U"mũi", U"liều", U"tập", U"đợt", U"trang",
                                                  U"câu", U"dòng", U"cột", U"mục", U"phần", U"tờ", U"lô", U"thửa"});
constexpr auto kScoreBefore = std::to_array<View>({
    U"điểm trung bình", U"điểm bình quân", U"điểm tổng", U"tổng điểm", U"tổng số điểm", U"điểm số", U"số điểm", U"chấm điểm", U"tự chấm", U"điểm đánh giá", U"điểm tự đánh giá",
    U"điểm thẩm định", U"điểm thi", U"điểm chuẩn", U"điểm đạt", U"điểm là", U"điểm của", U"điểm hài lòng", U"đạt điểm", U"hạng sao", U"xếp hạng",
});
constexpr auto kRanking = std::to_array<View>({U"xếp loại", U"xếp hạng", U"xếp thứ", U"xếp vị trí", U"xếp ở", U"được xếp", U"đứng thứ", U"đứng đầu", U"đứng ở", U"hạng", U"thứ hạng"});
constexpr auto kPersons = std::to_array<View>({
    U"người", U"đồng chí", U"cán bộ", U"công chức", U"viên chức", U"nhân viên", U"đại biểu", U"đảng viên", U"đoàn viên", U"hội viên", U"ủy viên", U"uỷ viên", U"thành viên", U"giáo viên",
    U"học viên", U"học sinh", U"sinh viên", U"thí sinh", U"thanh niên", U"cử tri", U"chiến sĩ", U"lao động", U"công dân", U"báo cáo viên", U"tuyên truyền viên", U"cộng tác viên", U"em",
});
constexpr auto kOneSyllable = std::to_array<View>({
    U"hộ", U"người", U"em", U"cháu", U"trẻ", U"vụ", U"ca", U"cuộc", U"lượt", U"xã", U"phường", U"huyện", U"tỉnh", U"thôn", U"xóm", U"ấp", U"thửa", U"căn", U"nhà", U"phiếu",
    U"con", U"cây", U"giấy", U"tin", U"máy", U"xe", U"tàu", U"khẩu", U"suất", U"buổi", U"đợt", U"lớp", U"tuyến", U"gói", U"ha", U"km", U"tấn", U"tạ", U"m2", U"m3",
});
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
constexpr auto kScopes = std::to_array<View>({
    U"lĩnh vực", U"ngành", U"khối", U"nhóm", U"đối với", U"riêng", U"cấp xã", U"cấp huyện", U"cấp tỉnh", U"cấp bộ", U"cấp cơ sở", U"trung ương", U"xã", U"phường",
    U"thị trấn", U"huyện", U"tỉnh", U"thành phố", U"thôn", U"xóm", U"bản", U"ấp", U"tổ dân phố", U"khu phố", U"khu dân cư", U"trường", U"trạm", U"phòng",
    U"sở", U"trung tâm", U"chi nhánh", U"chi bộ", U"chi hội", U"hội", U"đoàn", U"chi cục", U"công ty", U"hợp tác xã", U"dự án", U"công trình", U"gói thầu", U"chương trình",
    U"đề án", U"mô hình", U"nguồn vốn", U"nguồn", U"trực tuyến", U"trực tiếp", U"bưu chính", U"toàn trình", U"một phần", U"qua mạng", U"bản giấy", U"đất đai",
    U"hộ tịch", U"chứng thực", U"bảo trợ xã hội", U"người có công", U"đăng ký kinh doanh", U"xây dựng cơ bản", U"nội bộ",
});
constexpr auto kNoScopes = std::to_array<View>({
    U"xã hội", U"quốc phòng", U"phòng chống", U"phòng ngừa", U"phòng cháy", U"dự phòng", U"văn phòng", U"hội nghị", U"hội đồng", U"hội họp", U"hội nhập", U"hội thảo", U"cơ hội",
    U"đoàn kết", U"đoàn thể", U"nguồn lực", U"nguồn nhân lực", U"văn bản", U"cơ bản", U"căn bản", U"bản sao", U"môi trường", U"thị trường", U"nông thôn", U"cơ sở", U"trụ sở",
    U"khối lượng", U"địa bàn xã", U"địa bàn tỉnh", U"bản thân",
});
constexpr auto kNoResults = std::to_array<View>({
    U"mục tiêu", U"chỉ tiêu", U"kế hoạch", U"phấn đấu", U"dự kiến", U"ước", U"cùng kỳ", U"cùng kì", U"năm trước", U"kỳ trước", U"quý trước", U"tháng trước", U"trước đây",
    U"lũy kế", U"luỹ kế", U"bình quân", U"trung bình", U"so với", U"đề ra", U"được giao", U"yêu cầu", U"tối thiểu", U"nếu", U"đăng ký", U"một số", U"có nơi", U"nhiều nơi",
    U"toàn quốc", U"cả nước", U"toàn tỉnh", U"riêng", U"giai đoạn", U"trước khi", U"sau khi",
});
constexpr auto kFutures = std::to_array<View>({
    U"phương hướng", U"mục tiêu", U"chỉ tiêu", U"giải pháp", U"dự kiến", U"nhiệm vụ trọng tâm", U"nhiệm vụ thời gian", U"kiến nghị", U"đề xuất", U"thời gian tới", U"kỳ tới",
});
struct ComplementWords {
    View one, other;
};
constexpr auto kComplements = std::to_array<ComplementWords>({
    {U"đã", U"chưa"}, {U"đã", U"còn lại"}, {U"nam", U"nữ"}, {U"đúng hạn", U"quá hạn"}, {U"đúng hạn", U"trễ hạn"}, {U"đúng hạn", U"chậm hạn"},
    {U"trực tuyến", U"trực tiếp"}, {U"thành thị", U"nông thôn"}, {U"công lập", U"ngoài công lập"}, {U"công lập", U"tư thục"}, {U"đạt", U"không đạt"},
    {U"đạt", U"chưa đạt"}, {U"tán thành", U"không tán thành"}, {U"đồng ý", U"không đồng ý"}, {U"hợp lệ", U"không hợp lệ"}, {U"có mặt", U"vắng mặt"},
    {U"có mặt", U"vắng"}, {U"đủ điều kiện", U"không đủ điều kiện"}, {U"sử dụng", U"chưa sử dụng"}, {U"hoàn thành", U"chưa hoàn thành"},
});

template <typename Table>
constexpr bool fits(const Table& table) {
    return std::all_of(table.begin(), table.end(), [](View phrase) {
        return static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), U' ')) < Phrase::kLongest;
    });
}
static_assert(fits(kRelations) && fits(kRelationHeads) && fits(kApproximations) && fits(kPartIntroducers) && fits(kWholeIntroducers) &&
              fits(kBaseIntroducers) && fits(kTotals) && fits(kPlans) && fits(kLabelBefore) && fits(kLabelOrVerb) && fits(kNoLabel) &&
              fits(kBeforeSo) && fits(kQuantityWords) && fits(kLabelBehind) && fits(kDayBefore) && fits(kRankBefore) && fits(kVotes) &&
              fits(kNeutralBehind) && fits(kComparisons) && fits(kAttributes) && fits(kScopes) && fits(kNoScopes) && fits(kNoResults) && fits(kFutures) && fits(kScoreBefore) &&
              fits(kRanking) && fits(kOneSyllable) && fits(kPersons));

struct Tables {
    Phrases relations{1U << 0U, kRelations};
    Phrases relationHeads{1U << 1U, kRelationHeads};
    Phrases approximations{1U << 2U, kApproximations};
    Phrases partIntroducers{1U << 3U, kPartIntroducers};
    Phrases wholeIntroducers{1U << 4U, kWholeIntroducers};
    Phrases baseIntroducers{1U << 5U, kBaseIntroducers};
    Phrases totals{1U << 6U, kTotals};
    Phrases plans{1U << 7U, kPlans};
    Phrases labelBefore{1U << 8U, kLabelBefore};
    Phrases labelOrVerb{1U << 9U, kLabelOrVerb};
    Phrases noLabel{1U << 10U, kNoLabel};
    Phrases beforeSo{1U << 11U, kBeforeSo};
    Phrases quantityWords{1U << 12U, kQuantityWords};
    Phrases labelBehind{1U << 13U, kLabelBehind};
    Phrases dayBefore{1U << 14U, kDayBefore};
    Phrases rankBefore{1U << 15U, kRankBefore};
    Phrases votes{1U << 16U, kVotes};
    Phrases neutralBehind{1U << 17U, kNeutralBehind};
    Phrases comparisons{1U << 18U, kComparisons};
    Phrases attributes{1U << 19U, kAttributes};
    Phrases scopes{1U << 20U, kScopes};
    Phrases noScopes{1U << 23U, kNoScopes};
    Phrases noResults{1U << 21U, kNoResults};
    Phrases futures{1U << 22U, kFutures};
    Phrases scoreBefore{1U << 24U, kScoreBefore};
    Phrases ranking{1U << 25U, kRanking};
    Phrases oneSyllable{1U << 26U, kOneSyllable};
    Phrases persons{1U << 27U, kPersons};
    std::array<Pair, kComplements.size()> complements;
    text::WordMarks marks;

    Tables() {
        std::transform(kComplements.begin(), kComplements.end(), complements.begin(), [](const ComplementWords& pair) {
            return Pair{Phrase(pair.one), Phrase(pair.other)};
        });
        for (const Phrases* table : {&relations, &relationHeads, &approximations, &partIntroducers, &wholeIntroducers, &baseIntroducers, &totals,
                                    &plans, &labelBefore, &labelOrVerb, &noLabel, &beforeSo, &quantityWords, &labelBehind, &dayBefore,
                                    &rankBefore, &votes, &neutralBehind, &comparisons, &attributes, &scopes, &noScopes, &noResults, &futures, &scoreBefore, &ranking, &oneSyllable, &persons}) {
            for (const Phrase& phrase : table->all()) marks.add(phrase.words[0].hash(), table->mark());
        }
    }
};

const Tables& tables() noexcept {
    static const Tables all;
    return all;
}

/// The words of `phrase` stand at `at`.
bool matches(std::span<const Token> tokens, std::size_t at, const Phrase& phrase) noexcept {
    if (at + phrase.length > tokens.size()) return false;
    for (std::size_t i = 0; i < phrase.length; ++i) {
        if (tokens[at + i].kind != TokenKind::word || tokens[at + i].key != phrase.words[i]) return false;
    }
    return true;
}

}  // namespace

const Phrases& relations() noexcept { return tables().relations; }
const Phrases& relationHeads() noexcept { return tables().relationHeads; }
const Phrases& approximations() noexcept { return tables().approximations; }
const Phrases& partIntroducers() noexcept { return tables().partIntroducers; }
const Phrases& wholeIntroducers() noexcept { return tables().wholeIntroducers; }
const Phrases& baseIntroducers() noexcept { return tables().baseIntroducers; }
const Phrases& totals() noexcept { return tables().totals; }
const Phrases& plans() noexcept { return tables().plans; }
const Phrases& labelBefore() noexcept { return tables().labelBefore; }
const Phrases& labelOrVerb() noexcept { return tables().labelOrVerb; }
const Phrases& noLabel() noexcept { return tables().noLabel; }
const Phrases& beforeSo() noexcept { return tables().beforeSo; }
const Phrases& quantityWords() noexcept { return tables().quantityWords; }
const Phrases& labelBehind() noexcept { return tables().labelBehind; }
const Phrases& dayBefore() noexcept { return tables().dayBefore; }
const Phrases& rankBefore() noexcept { return tables().rankBefore; }
const Phrases& votes() noexcept { return tables().votes; }
const Phrases& neutralBehind() noexcept { return tables().neutralBehind; }
const Phrases& comparisons() noexcept { return tables().comparisons; }
const Phrases& attributes() noexcept { return tables().attributes; }
const Phrases& scopes() noexcept { return tables().scopes; }
const Phrases& noScopes() noexcept { return tables().noScopes; }
const Phrases& noResults() noexcept { return tables().noResults; }
const Phrases& futures() noexcept { return tables().futures; }
const Phrases& scoreBefore() noexcept { return tables().scoreBefore; }
const Phrases& ranking() noexcept { return tables().ranking; }
const Phrases& oneSyllable() noexcept { return tables().oneSyllable; }
const Phrases& persons() noexcept { return tables().persons; }
std::span<const Pair> complements() noexcept { return tables().complements; }
std::uint32_t marksOf(WordKey word) noexcept { return tables().marks.of(word.hash()); }

}  // namespace words

Phrases::Phrases(std::uint32_t mark, std::span<const std::u32string_view> phrases) : mark_(mark) {
    for (const auto phrase : phrases) phrases_.emplace_back(phrase);
    std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
        const std::uint64_t one = a.words[0].hash(), other = b.words[0].hash();
        return one != other ? one < other : a.length > b.length;
    });
}

std::span<const Phrase> Phrases::beginningWith(WordKey word) const noexcept {
    const auto before = [](const Phrase& phrase, std::uint64_t hash) { return phrase.words[0].hash() < hash; };
    const auto first = std::lower_bound(phrases_.begin(), phrases_.end(), word.hash(), before);
    auto last = first;
    while (last != phrases_.end() && last->words[0] == word) ++last;
    return {first, last};
}

std::size_t phraseAt(std::span<const Token> tokens, std::size_t at, const Phrases& phrases) {
    if (at >= tokens.size() || (tokens[at].marks & phrases.mark()) == 0) return 0;  // nearly always
    for (const Phrase& phrase : phrases.beginningWith(tokens[at].key)) {
        if (words::matches(tokens, at, phrase)) return phrase.length;
    }
    return 0;
}

std::size_t phraseBefore(std::span<const Token> tokens, std::size_t end, const Phrases& phrases) {
    for (std::size_t length = std::min(end, Phrase::kLongest); length > 0; --length) {
        const std::size_t at = end - length;
        if (at >= tokens.size() || (tokens[at].marks & phrases.mark()) == 0) continue;
        for (const Phrase& phrase : phrases.beginningWith(tokens[at].key)) {
            if (phrase.length == length && words::matches(tokens, at, phrase)) return length;
        }
    }
    return 0;
}

bool holdsPhrase(std::span<const Token> tokens, std::size_t from, std::size_t to, const Phrases& phrases) {
    for (std::size_t i = from; i < to && i < tokens.size(); ++i) {
        const std::size_t length = phraseAt(tokens, i, phrases);
        if (length > 0 && i + length <= to) return true;
    }
    return false;
}

bool holdsPhrase(std::span<const Token> tokens, std::size_t from, std::size_t to, const Phrase& phrase) {
    for (std::size_t i = from; i + phrase.length <= to && i < tokens.size(); ++i) {
        if (words::matches(tokens, i, phrase)) return true;
    }
    return false;
}

}  // namespace thethuc::figures
