#include "citations/search.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace thethuc::citations {

namespace {

// How much a word says of a document.
constexpr int kWholeSymbol = 40, kNumber = 20, kSymbolBegins = 10, kDate = 10, kGroup = 4, kYear = 3, kWord = 2;

std::vector<std::u32string> skeletonsOf(std::u32string_view text) {
    std::vector<std::u32string> out;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text::isSpace(text[i])) continue;
        if (std::u32string word = text::skeleton(text.substr(start, i - start)); !word.empty()) out.push_back(std::move(word));
        start = i + 1;
    }
    return out;
}

bool isSign(char32_t c) noexcept { return c == U'/' || text::isDash(c); }

int inSymbol(std::u32string_view symbol, const std::u32string& word) {
    if (symbol.empty()) return 0;
    const std::u32string whole = text::skeleton(symbol);
    if (whole == word) return kWholeSymbol;
    const std::size_t sign = static_cast<std::size_t>(std::find_if(symbol.begin(), symbol.end(), isSign) - symbol.begin());
    const std::u32string number = text::skeleton(symbol.substr(0, sign));
    if (number == word || number.substr(std::min(number.find_first_not_of(U'0'), number.size())) == word) return kNumber;
    if (whole.starts_with(word)) return kSymbolBegins;
    for (std::size_t i = sign; i < symbol.size(); ++i) {
        if (isSign(symbol[i]) && text::skeleton(symbol.substr(i + 1)).starts_with(word)) return kGroup;
    }
    return 0;
}

int inDate(const Particulars& document, const std::u32string& word) {
    if (document.date && word == text::skeleton(dateWords(*document.date, DateStyle::slashes))) return kDate;
    return document.year > 0 && text::fromUtf8(std::to_string(document.year)) == word ? kYear : 0;
}

}  // namespace

Sought::Sought(std::u32string_view typed) : words_(skeletonsOf(typed)) {}

int Sought::closeness(const Particulars& document) const {
    int sum = 0;
    std::vector<std::u32string> said;            // made when first needed: most are decided by the number
    for (const std::u32string& word : words_) {
        int best = std::max(inSymbol(document.symbol, word), inDate(document, word));
        if (best == 0) {
            if (said.empty()) {
                for (const std::u32string_view part : {typeName(document.type), std::u32string_view(document.name),
                                                       std::u32string_view(document.issuer), std::u32string_view(document.subject)}) {
                    for (std::u32string& one : skeletonsOf(part)) said.push_back(std::move(one));
                }
            }
            if (std::any_of(said.begin(), said.end(), [&](const std::u32string& one) { return one.starts_with(word); })) best = kWord;
        }
        if (best == 0) return 0;
        sum += best;
    }
    return sum;
}

std::optional<std::size_t> mentionMeant(const Ledger& ledger, std::u32string_view words) {
    const std::u32string wanted = text::squeeze(words);
    for (std::size_t i = 0; i < ledger.mentions.size(); ++i) {
        if (text::squeeze(ledger.mentions[i].text) == wanted) return i;
    }
    const auto parsed = parse(read(words));
    if (parsed.empty()) return std::nullopt;
    const Parsed& one = parsed.front();
    for (std::size_t i = 0; i < ledger.mentions.size(); ++i) {
        const Parsed& other = ledger.mentions[i].parsed;
        const bool dates = !one.date.value || !other.date.value || *one.date.value == *other.date.value;
        if (!one.number.empty() && dates && one.numberAndSymbol() == other.numberAndSymbol()) return i;
    }
    return std::nullopt;
}

}  // namespace thethuc::citations
