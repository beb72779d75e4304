// Typed values as text.
#include <cstdlib>
#include <limits>

#include "report/messages.hpp"
#include "text/text.hpp"

namespace thethuc::report {

namespace {

constexpr auto kOpenMax = std::numeric_limits<std::int32_t>::max();
constexpr auto kOpenMin = std::numeric_limits<std::int32_t>::min();

/// A range of one unit, in the places where it is printed.
enum class Form : std::uint8_t { table, must, brief };

std::string range(Language language, std::int32_t min, std::int32_t max, std::int32_t scale, const std::string& unit, Form form) {
    const std::string after = unit.empty() || unit == "%" ? unit : ' ' + unit;
    const auto one = [&](std::int32_t value) { return number(language, value, scale) + after; };
    const bool openMax = max == kOpenMax || max < min;
    if (openMax) return text(language, "value.at-least", one(min));
    if (min == kOpenMin) return text(language, "value.at-most", one(max));
    if (min == max) return form == Form::must ? text(language, "value.be", one(min)) : one(min);
    if (form == Form::must) return text(language, "value.from-to", number(language, min, scale), one(max));
    return number(language, min, scale) + "–" + one(max);
}

std::string listed(Language language, const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? ' ' + text(language, "value.or") + ' ' : ", ";
        out += items[i];
    }
    return out;
}

/// A length of `value` hundredths of a millimetre in centimetres: what is shown is rounded half up to 0,01 cm.
std::string centimetres(Language language, std::int32_t value) {
    const auto magnitude = (std::abs(static_cast<std::int64_t>(value)) + 5) / 10;
    return number(language, value < 0 ? -magnitude : magnitude, 100) + " cm";
}

/// 1/3 and 1/2 are how the decree gives the length of a line.
std::string share(Language language, std::int32_t value) {
    if (value == 333) return "1/3";
    if (value == 500) return "1/2";
    return number(language, value, 10) + '%';
}

struct Printer {
    Language language;
    Form form;
    bool quotes;

    std::string be(const std::string& value) const {
        return form == Form::must ? text(language, "value.be", value) : value;
    }
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const checks::Points& v) const { return range(language, v.min, v.max, 10, "pt", form); }
    std::string operator()(const checks::Millimetres& v) const { return range(language, v.min, v.max, 100, "mm", form); }
    std::string operator()(const checks::Lines& v) const {
        return range(language, v.min, v.max, 100, text(language, "value.lines"), form);
    }
    std::string operator()(const checks::Share& v) const {
        const bool fractions = v.min == 333 && v.max == 500;
        // “phải bằng độ dài của dòng chữ”
        if (form == Form::must && v.min == 1000 && v.max == 1000) return text(language, "value.asLong");
        if (!fractions) return range(language, v.min, v.max, 10, "%", form);
        if (form == Form::must) return text(language, "value.from-to", share(language, v.min), share(language, v.max));
        return share(language, v.min) + "–" + share(language, v.max);
    }
    std::string operator()(const checks::Centimetres& v) const {
        std::vector<std::string> items;
        for (const auto value : v.values) items.push_back(centimetres(language, value));
        return be(listed(language, items));
    }
    std::string word(const std::string& key) const {
        return text(language, form == Form::brief && hasText(language, key + ".brief") ? key + ".brief" : key);
    }
    std::string operator()(const checks::Word& v) const { return word(v.key); }
    std::string operator()(const checks::Words& v) const {
        std::string out;
        for (const auto& key : v.keys) out += (out.empty() ? "" : ", ") + word(key);
        return out;
    }
    std::string operator()(const checks::Quote& v) const {
        const auto utf8 = text::toUtf8(v.text);
        // A space between quotation marks cannot be seen.
        if (quotes && !v.text.empty() && text::trim(v.text).empty()) return be(text(language, "value.space"));
        return be(quotes ? "“" + utf8 + "”" : utf8);
    }
    std::string operator()(const checks::Count& v) const { return be(std::to_string(v.value)); }
    std::string operator()(const checks::Paper& v) const {
        return be(number(language, v.width, 100) + " × " + number(language, v.height, 100) + " mm");
    }
};

}  // namespace

std::string number(Language language, std::int64_t value, std::int32_t scale) {
    std::string out = value < 0 ? "-" : "";
    const auto magnitude = value < 0 ? -value : value;
    out += std::to_string(magnitude / scale);
    auto rest = magnitude % scale;
    if (rest == 0) return out;
    out += language == Language::en ? '.' : ',';
    for (auto digit = scale / 10; digit > 0 && rest > 0; digit /= 10) {
        out += static_cast<char>('0' + rest / digit);
        rest %= digit;
    }
    return out;
}

std::string print(Language language, const checks::Value& value) {
    return std::visit(Printer{language, Form::table, false}, value);
}

std::string quoted(Language language, const checks::Value& value) {
    return std::visit(Printer{language, Form::table, true}, value);
}

std::string brief(Language language, const checks::Value& value) {
    return std::visit(Printer{language, Form::brief, true}, value);
}

std::string must(Language language, const checks::Value& value) {
    return std::visit(Printer{language, Form::must, true}, value);
}

}  // namespace thethuc::report
