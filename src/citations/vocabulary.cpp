#include "citations/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>

#include "text/text.hpp"

namespace thethuc::citations {

namespace {

// Types and abbreviations: nd30 9.1 (Phụ lục III of the decree); laws and other normative documents: the law on the
// promulgation of legal documents (64/2025/QH15) and its decree 78/2025/NĐ-CP; the Party's: Quy định 66-QĐ/TW and what came
// after it; the rest are names in daily use (nd30 16, corpus survey). A second abbreviation is one that real documents of
// the type lawfully carry. Order matters only where two types share their first abbreviation: the first one is implied.
constexpr DocumentType kTypes[] = {
    {U"Nghị quyết", U"NQ"},
    {U"Quyết định", U"QĐ"},
    {U"Chỉ thị", U"CT"},
    {U"Quy chế", U"QC QCh QĐ"},
    {U"Quy định", U"QyĐ QĐ QCh"},
    {U"Thông cáo", U"TC"},
    {U"Thông báo", U"TB"},
    {U"Hướng dẫn", U"HD"},
    {U"Chương trình", U"CTr CT CTPH CTrPH"},
    {U"Kế hoạch", U"KH"},
    {U"Phương án", U"PA"},
    {U"Đề án", U"ĐA"},
    {U"Dự án", U"DA"},
    {U"Báo cáo", U"BC"},
    {U"Biên bản", U"BB"},
    {U"Tờ trình", U"TTr"},
    {U"Hợp đồng", U"HĐ HĐLĐ HĐKT"},
    {U"Công điện", U"CĐ"},
    {U"Bản ghi nhớ", U"BGN"},
    {U"Bản thỏa thuận", U"BTT"},
    {U"Giấy ủy quyền", U"GUQ"},
    {U"Giấy mời", U"GM"},
    {U"Giấy giới thiệu", U"GGT"},
    {U"Giấy nghỉ phép", U"GNP"},
    {U"Phiếu gửi", U"PG"},
    {U"Phiếu chuyển", U"PC"},
    {U"Phiếu báo", U"PB"},
    {U"Công văn", U"CV"},
    {U"Thư công", U""},
    // normative documents
    {U"Hiến pháp", U"", Naming::byName},
    {U"Bộ luật", U"", Naming::byName},
    {U"Luật", U"", Naming::byName},
    {U"Pháp lệnh", U"PL", Naming::byName},
    {U"Lệnh", U"L"},
    {U"Sắc lệnh", U"SL LCT"},
    {U"Nghị định", U"NĐ"},
    {U"Thông tư", U"TT"},
    {U"Thông tư liên tịch", U"TTLT TTLN TT"},
    {U"Nghị quyết liên tịch", U"NQLT NQ"},
    {U"Văn bản hợp nhất", U"VBHN"},
    // the Party's
    {U"Kết luận", U"KL TB"},
    {U"Thông tri", U"TTri TT"},
    {U"Điều lệ", U"ĐL"},
    {U"Cương lĩnh", U"", Naming::bySymbol, false},
    // in use beside the decree's names
    {U"Thông báo kết luận", U"TB TBKL", Naming::bySymbol, false},
    {U"Thông báo thụ lý", U"TB TBTL TLST TLPT", Naming::bySymbol, false},
    {U"Kết luận kiểm tra", U"KL KLKT", Naming::bySymbol, false},
    {U"Kết luận thanh tra", U"KLTT KL", Naming::bySymbol, false},
    {U"Kết luận giám sát", U"KL KLGS", Naming::bySymbol, false},
    {U"Chương trình hành động", U"CTr CTHĐ CT", Naming::bySymbol, false},
    {U"Chương trình phối hợp", U"CTrPH CTPH CTr", Naming::bySymbol, false},
    {U"Chương trình công tác", U"CTr CTCT", Naming::bySymbol, false},
    {U"Kế hoạch liên tịch", U"KHLT KH", Naming::bySymbol, false},
    {U"Kế hoạch phối hợp", U"KHPH KH", Naming::bySymbol, false},
    {U"Kế hoạch liên ngành", U"KHLN KH", Naming::bySymbol, false},
    {U"Hướng dẫn liên ngành", U"HDLN HD", Naming::bySymbol, false},
    {U"Hướng dẫn liên tịch", U"HDLT HD", Naming::bySymbol, false},
    {U"Quy chế phối hợp", U"QCPH QC", Naming::bySymbol, false},
    {U"Công văn liên ngành", U"CVLN", Naming::bySymbol, false},
    {U"Công văn liên tịch", U"CVLT", Naming::bySymbol, false},
    {U"Đơn đề nghị", U"ĐĐN", Naming::bySymbol, false},
    {U"Phiếu trình", U"PT", Naming::bySymbol, false},
    {U"Phiếu yêu cầu", U"PYC", Naming::bySymbol, false},
    {U"Giấy phép", U"GP GPXD"},
    {U"Giấy chứng nhận", U"GCN"},
    {U"Công thư", U"", Naming::bySymbol, false},
    {U"Công hàm", U"", Naming::bySymbol, false},
    {U"Hiệp định", U"HĐ", Naming::bySymbol, false},
    {U"Bản án", U"", Naming::bySymbol, false},
    {U"Lời kêu gọi", U"LKG", Naming::bySymbol, false},
    {U"Văn bản", U"", Naming::bySymbol, false},
};

constexpr std::size_t kTypeCount = std::size(kTypes);
constexpr std::u32string_view kLaw = U"Luật";
constexpr std::u32string_view kPartyCircular = U"Thông tri";

// Offices whose name is never longer (constitution, organisation laws, Party statutes).
constexpr std::u32string_view kCompleteIssuers[] = {
    U"chính phủ", U"thủ tướng chính phủ", U"thủ tướng", U"phó thủ tướng chính phủ", U"phó thủ tướng", U"quốc hội", U"chủ tịch quốc hội",
    U"chủ tịch nước", U"ủy ban thường vụ quốc hội", U"uỷ ban thường vụ quốc hội", U"ubtvqh", U"văn phòng chính phủ", U"văn phòng quốc hội",
    U"văn phòng chủ tịch nước", U"thanh tra chính phủ", U"tổng thanh tra chính phủ", U"bộ chính trị", U"ban bí thư", U"ban bí thư trung ương đảng",
    U"ban bí thư trung ương", U"ban chấp hành trung ương", U"ban chấp hành trung ương đảng", U"ban chấp hành trung ương đảng cộng sản việt nam",
    U"ban chấp hành trung ương đảng lao động việt nam", U"ban tổ chức trung ương", U"văn phòng trung ương đảng", U"văn phòng trung ương",
    U"kiểm toán nhà nước", U"tổng kiểm toán nhà nước",
};

// Words that begin the name of an agency or the title of its head. A star: the name goes on with a field or a place.
constexpr std::u32string_view kIssuers =
    U"bộ* sở* ban* cục* vụ* phòng* trung* hội* hiệp* liên* đoàn* tổ* quỹ* viện* trường* công* tổng* tập* văn* ủy* uỷ* hội* chi* đội* "
    U"chính quốc thủ ubnd hđnd ubmttq mttq tỉnh thành đảng huyện quận thị xã phường chủ phó giám hiệu thanh kiểm tòa toà ngân kho bảo "
    U"thường mặt học nhà hạt trạm đài báo khối cơ trưởng thứ bí ttcp btv bth bch sn catp cục nhnn vpcp btc bnv";

// Written small they end an issuer's name: what follows is the subject or the sentence's own verb. Syllables that names are
// made of as well (thông, ban, quy …) end it only in words of two.
constexpr std::u32string_view kStops =
    U"về việc đã đang sẽ được có không là tại trong trên theo từ đến để nhằm với đối do khi nếu thì mà nên ngày như còn cũng phải cần những "
    U"này cho qua vào bởi vì tuy song nay đó bằng sau trước kèm nêu gửi đều vừa";
constexpr std::u32string_view kStopPairs[] = {
    U"quy định", U"ban hành", U"hướng dẫn", U"phê duyệt", U"sửa đổi", U"bổ sung", U"thay thế", U"triển khai", U"thực hiện", U"yêu cầu",
    U"đề nghị", U"chỉ đạo", U"kiện toàn", U"thành lập", U"hỗ trợ", U"quyết định", U"thông qua", U"thông báo", U"tạm giao", U"điều chỉnh",
    U"điều động", U"tăng cường", U"thí điểm", U"công bố", U"công nhận", U"bãi bỏ", U"hủy bỏ", U"huỷ bỏ", U"đẩy mạnh", U"tiếp tục",
    U"chấn chỉnh", U"xử phạt", U"trả lời", U"góp ý", U"tổng kết", U"kính gửi", U"báo cáo", U"đồng thời", U"đồng ý", U"giao chỉ", U"giao nhiệm",
    U"giao quyền", U"giao biên", U"giao dự", U"giao cho", U"khóa x", U"khoá x", U"cụ thể", U"căn cứ", U"hiện hành", U"nói trên", U"nêu trên",
    U"số hiệu", U"và các", U"cử cán", U"cử công", U"nhiệm kỳ", U"ra quyết", U"khen thưởng", U"tặng thưởng", U"phân công", U"phân bổ",
    U"thu hồi", U"chuyển đổi", U"xác nhận", U"bảo đảm", U"đảm bảo", U"liên quan", U"tổ chức", U"phát động", U"mời họp", U"xem xét",
    U"bắt đầu", U"chính thức", U"gồm có", U"bao gồm", U"hết hiệu", U"giai đoạn",
};

// Verbs that begin a subject where “về” is left out, as first words of two.
constexpr std::u32string_view kOpeners =
    U"quy ban hướng phê sửa bổ thay triển thực kiện thành hỗ giao tạm điều tăng cử công bãi hủy huỷ đẩy tiếp chấn xử quyết thông hợp đề chỉ "
    U"thí phát nâng cải xây tổ kiểm rà thu chuyển phân xác cấp bảo đảm khen tặng cho nghiệm báo yêu đôn góp sắp";

constexpr std::u32string_view kPlaces = U"tỉnh thành tp xã phường huyện quận thị đặc khu thủ";
// The number behind them is that of a form, a file, a standard, an address (nd30 9.2, corpus survey).
constexpr std::u32string_view kNotDocuments =
    U"mẫu biểu bảng hồ phụ tcvn qcvn tcxdvn tcxd tcn iso iec tccs tcqs thửa bản lô nhà ngõ ngách hẻm kiệt khoản biển hiệu phiếu trang hình "
    U"sơ mã căn tổ km tiêu gói thầu sổ phố đơn";
// Small words that are never inside the name of a law.
constexpr std::u32string_view kLawEnds = U"thì đến từ trước sau là được đã đang sẽ chậm kể này đó nói nêu";
constexpr std::u32string_view kLawEndPairs[] = {U"quy định", U"hiệu lực", U"giai đoạn", U"thi hành", U"áp dụng", U"căn cứ", U"có hiệu", U"luật sư"};
// Behind a comma these begin a new clause.
constexpr std::u32string_view kClauses =
    U"trong theo đồng nay kính đề đã đang sẽ từ đến tuy song do nên vì qua để nhằm căn thực hiện kết bên ngoài cụ yêu trên sau";

std::vector<std::u32string> lowerWords(std::u32string_view name) {
    std::vector<std::u32string> out;
    for (const std::u32string_view word : words(name)) out.push_back(text::toLower(word));
    return out;
}

constexpr std::uint64_t pairHash(std::uint64_t first, std::uint64_t second) noexcept { return first * 1099511628211ULL ^ second; }

struct Tables {
    text::WordMarks marks;
    std::unordered_map<std::uint64_t, std::vector<Phrase>> types;
    std::unordered_map<std::uint64_t, std::vector<Phrase>> issuers;
    std::unordered_map<std::uint64_t, std::int32_t> months;
    text::WordMarks pairs;
    void mark(std::u32string_view list, std::uint32_t what) {
        for (std::u32string_view word : words(list)) {
            std::uint32_t also = 0;
            if (word.back() == U'*') {
                word.remove_suffix(1);
                also = kTakesField;
            }
            marks.add(hashOf(word), what | also);
        }
    }

    template <std::size_t N>
    void pairUp(const std::u32string_view (&list)[N], std::uint32_t what) {
        for (const std::u32string_view pair : list) {
            const auto both = words(pair);
            pairs.add(pairHash(hashOf(both.front()), hashOf(both.back())), what);
        }
    }

    static void add(std::unordered_map<std::uint64_t, std::vector<Phrase>>& to, std::u32string_view name, std::int32_t value) {
        Phrase phrase;
        phrase.value = value;
        for (const auto& word : lowerWords(name)) phrase.words.push_back(hashOf(word));
        to[phrase.words.front()].push_back(std::move(phrase));
    }

    Tables() {
        for (std::size_t i = 0; i < kTypeCount; ++i) {
            add(types, kTypes[i].name, static_cast<std::int32_t>(i));
            marks.add(hashOf(lowerWords(kTypes[i].name).front()), kType);
        }
        add(types, U"giấy uỷ quyền", 20);
        add(types, U"bản thoả thuận", 19);
        for (const auto& name : kCompleteIssuers) add(issuers, name, 0);
        for (auto* table : {&types, &issuers}) {
            for (auto& [hash, phrases] : *table) {
                std::stable_sort(phrases.begin(), phrases.end(),
                                 [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
            }
        }
        mark(kIssuers, kIssuer);
        for (const auto& name : kCompleteIssuers) marks.add(hashOf(lowerWords(name).front()), kIssuer);
        mark(kStops, kStop);
        pairUp(kStopPairs, kStop);
        mark(kOpeners, kOpens);
        mark(kPlaces, kPlace);
        mark(kNotDocuments, kNotDocument);
        mark(kLawEnds, kLawEnd);
        pairUp(kLawEndPairs, kLawEnd);
        mark(kClauses, kClause);
        mark(U"số", kSo);
        mark(U"ngày", kNgay);
        mark(U"tháng", kThang);
        mark(U"năm", kNam);
        mark(U"của", kCua);
        mark(U"và", kVa);
        mark(U"về", kVe);
        mark(U"việc", kViec);
        constexpr std::u32string_view kMonths[] = {U"giêng", U"hai", U"ba", U"tư", U"năm", U"sáu", U"bảy", U"tám", U"chín", U"mười"};
        std::int32_t month = 1;
        for (const auto& name : kMonths) {
            months[hashOf(name)] = month++;
            marks.add(hashOf(name), kMonth);
        }
    }
};

const Tables& tables() {
    static const Tables all;
    return all;
}

std::span<const Phrase> find(const std::unordered_map<std::uint64_t, std::vector<Phrase>>& table, std::uint64_t hash) noexcept {
    const auto found = table.find(hash);
    return found == table.end() ? std::span<const Phrase>() : std::span<const Phrase>(found->second);
}

}  // namespace

std::span<const DocumentType> documentTypes() noexcept { return kTypes; }

std::vector<std::u32string_view> words(std::u32string_view list) {
    std::vector<std::u32string_view> out;
    std::size_t at = 0;
    while (at < list.size()) {
        const std::size_t end = std::min(list.find(U' ', at), list.size());
        if (end > at) out.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

TypeIndex typeOfAbbreviation(std::u32string_view group, bool party) noexcept {
    // a law's symbol is that of the National Assembly and its term: QH15
    const bool law = group == U"QH" || (group.starts_with(U"QH") && group.size() > 2 && text::isDigit(group[2]));
    const std::u32string_view special = law ? kLaw : party && group == U"TT" ? kPartyCircular : std::u32string_view();
    for (std::size_t i = 0; i < kTypeCount; ++i) {
        const DocumentType& type = kTypes[i];
        if (!special.empty()) {
            if (type.name == special) return static_cast<TypeIndex>(i);
            continue;
        }
        const std::u32string_view first = type.abbreviations.substr(0, type.abbreviations.find(U' '));
        if (type.implied && !first.empty() && first == group) return static_cast<TypeIndex>(i);
    }
    return -1;
}

bool isAbbreviation(std::u32string_view group) noexcept {
    return std::any_of(std::begin(kTypes), std::end(kTypes), [&](const DocumentType& type) {
        std::u32string_view rest = type.abbreviations;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(U' '), rest.size());
            if (rest.substr(0, end) == group) return true;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return false;
    });
}

std::uint32_t marksOf(std::uint64_t hash) noexcept { return tables().marks.of(hash); }

std::uint32_t marksOfPair(std::uint64_t first, std::uint64_t second) noexcept {
    return tables().pairs.of(pairHash(first, second));
}

std::span<const Phrase> typesBeginningWith(std::uint64_t hash) noexcept { return find(tables().types, hash); }
std::span<const Phrase> completeIssuersBeginningWith(std::uint64_t hash) noexcept { return find(tables().issuers, hash); }

std::int32_t monthOf(std::uint64_t hash) noexcept {
    const auto found = tables().months.find(hash);
    return found == tables().months.end() ? 0 : found->second;
}

}  // namespace thethuc::citations
