#include "app/new_document.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "draft/flat_odf.hpp"
#include "text/text.hpp"

namespace thethuc::app {

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kBlankNumber = "        ";
constexpr const char* kNone = "-";               ///< an addressee that leaves Kính gửi out
constexpr const char* kBlankDay = "      ";

Lines parted(const std::string& value) {
    Lines lines;
    std::size_t from = 0;
    while (true) {
        const auto bar = value.find('|', from);
        lines.push_back(value.substr(from, bar == std::string::npos ? bar : bar - from));
        if (bar == std::string::npos) return lines;
        from = bar + 1;
    }
}

std::string joined(const Lines& lines) {
    std::string out;
    for (const std::string& one : lines) out += (out.empty() ? "" : " ") + one;
    return out;
}

/// Numbers and days below 10, months 1 and 2 with a nought in front (Mục II, khoản 3, điểm a; khoản 4, điểm b).
std::string padded(const std::string& value, char last) {
    return value.size() == 1 && value[0] >= '1' && value[0] <= last ? "0" + value : value;
}

/// The first letter of a subject is a capital, whatever the person typed.
std::string sentence(const std::string& line) {
    const std::u32string letters = text::fromUtf8(line);
    return letters.empty() ? line : text::toUtf8(text::toUpper(letters.substr(0, 1)) + letters.substr(1));
}

bool isAsAbove(const std::string& recipient) { return recipient.starts_with("- Như trên"); }

/// Who issues, as the line above the legal basis says it: the collective of “TM.”, else the office of the signer.
std::string issuerOf(const Lines& authority, const Lines& agency) {
    const std::string whole = joined(agency);
    if (authority.empty()) return whole;
    const std::string& first = authority.front();
    if (first.starts_with("TM. ")) return whole;
    const std::string office = first.starts_with("KT. ") ? first.substr(4) : authority.back();
    return office.find(agency.front()) == std::string::npos ? office + " " + whole : office;
}

/// Finds type and outline and refuses keys that neither knows.
class Form {
public:
    Form(const draft::Templates& templates, const DraftRequest& request, const AgencyProfile* profile, report::Language language) : request_(request), language_(language) {
        if (!request.outline.empty()) {
            outline_ = &draft::outlineOf(templates, request.outline, language);
            if (!request.type.empty() && request.type != outline_->type) {
                fail("draft.error.outline-type", {outline_->id, outline_->type, request.type});
            }
        }
        const draft::IndicatorData data = indicatorData(templates, profile);
        constexpr std::int32_t kTextWidth = 16500;
        const std::string& type = outline_ != nullptr ? outline_->type : request.type;
        if (!request.tables.empty()) {
            const bool none = request.tables == Lines{kNone};
            for (const std::string& wanted : none ? Lines{} : request.tables) tables_.push_back(draft::indicatorTable(data, wanted, kTextWidth, language));
        } else if (profile != nullptr) {
            for (const std::string& wanted : ownTables(*profile, type)) tables_.push_back(tableOf(data, wanted, kTextWidth, *profile));
        }
        type_ = &draft::typeOf(templates, outline_ != nullptr ? outline_->type : request.type, language);
        refuseUnknownKeys();
        refuseUnknownFigures(data);
        readPeriod();
    }

    [[nodiscard]] const draft::TypeTemplate& type() const noexcept { return *type_; }
    [[nodiscard]] const draft::Outline* outline() const noexcept { return outline_; }
    /// Tables that are asked for; taken once.
    [[nodiscard]] std::vector<draft::IndicatorTable> takeTables() { return std::move(tables_); }
    [[nodiscard]] const draft::FigureMap& figures() const noexcept { return figures_; }
    [[nodiscard]] const std::optional<draft::Period>& period() const noexcept { return period_; }

private:
    const DraftRequest& request_;
    report::Language language_;
    const draft::TypeTemplate* type_ = nullptr;
    const draft::Outline* outline_ = nullptr;
    std::optional<draft::Period> period_;
    std::vector<draft::IndicatorTable> tables_;
    draft::FigureMap figures_;

    /// What the agency always puts into documents of this outline, else of this type.
    [[nodiscard]] Lines ownTables(const AgencyProfile& profile, const std::string& type) const {
        for (const std::string& name : {request_.outline, type}) {
            if (const auto found = profile.tables.find(name); !name.empty() && found != profile.tables.end()) return found->second;
        }
        return {};
    }

    [[nodiscard]] draft::IndicatorTable tableOf(const draft::IndicatorData& data, const std::string& wanted, std::int32_t width, const AgencyProfile& profile) const {
        try {
            return draft::indicatorTable(data, wanted, width, language_);
        } catch (const report::DataError& error) {
            fail("draft.error.own-table", {profile.name, error.what()});
        }
    }

    [[nodiscard]] bool isIndicator(const std::string& key) const {
        const std::string id = key.substr(0, key.find('/'));
        return isIn(tables_, id);
    }

    /// Whether one of these sets or tables has the indicator.
    template <class Grouped>
    [[nodiscard]] static bool isIn(const std::vector<Grouped>& all, const std::string& id) {
        const auto isIt = [&](const draft::Indicator& one) { return one.id == id; };
        const auto has = [&](const draft::IndicatorGroup& group) { return std::any_of(group.indicators.begin(), group.indicators.end(), isIt); };
        return std::any_of(all.begin(), all.end(), [&](const Grouped& one) { return std::any_of(one.groups.begin(), one.groups.end(), has); });
    }

    [[noreturn]] void fail(const char* key, const Lines& arguments) const { throw draft::TemplateError(report::text(language_, key, arguments)); }

    static void add(std::string& list, std::string_view one) { list += (list.empty() ? "" : ", ") + std::string(one); }

    void refuseUnknownKeys() {
        figures_ = request_.figures;
        Lines known = draftKeys();
        if (outline_ != nullptr) {
            for (const draft::OutlineKey& one : outline_->keys) known.push_back(one.key);
        }
        for (const auto& [key, value] : request_.set) {
            if (std::find(known.begin(), known.end(), key) != known.end()) continue;
            if (isIndicator(key)) {
                draft::addFigure(figures_, key, value, language_);
                continue;
            }
            std::string all;
            for (const std::string& one : known) add(all, one);
            fail("draft.error.key", {key, all});
        }
    }

    /// A file of figures may hold those of other tables, but a code that no set has is a slip of the pen.
    void refuseUnknownFigures(const draft::IndicatorData& data) const {
        for (const auto& [id, figures] : request_.figures) {
            if (!isIn(data.sets, id)) fail("draft.error.unknown-figure", {id});
        }
    }

    void readPeriod() {
        const auto given = request_.set.find("period");
        if (given == request_.set.end() || given->second.empty()) return;
        period_ = draft::readPeriod(given->second);
        if (!period_) fail("draft.error.period", {given->second});
        if (period_->year == 0) period_->year = yearOf(request_);
        if (outline_ == nullptr || outline_->periods.empty()) return;
        if (std::find(outline_->periods.begin(), outline_->periods.end(), period_->kind) != outline_->periods.end()) return;
        std::string allowed;
        for (const draft::PeriodKind kind : outline_->periods) add(allowed, draft::nameOf(kind));
        fail("draft.error.period-kind", {outline_->id, allowed, given->second});
    }

public:
    /// The year that is given, if it is one; else that of the request.
    static std::int32_t yearOf(const DraftRequest& request) {
        const auto given = request.set.find("year");
        const auto period = given == request.set.end() ? std::nullopt : draft::readPeriod("năm " + given->second);
        return period && period->year != 0 ? period->year : request.year;
    }
};

/// Values of the outline's own keys and of the period.
void addOutlineValues(draft::Values& values, const Form& form, const DraftRequest& request) {
    const auto& period = form.period();
    const std::string year = std::to_string(period ? period->year : Form::yearOf(request));
    values["year"] = {year};
    values["period"] = {period ? draft::print(*period) : "[kỳ báo cáo] năm " + year};
    values["Period"] = {period ? sentence(draft::print(*period)) : "[Kỳ báo cáo] năm " + year};
    values["nextPeriod"] = {period ? draft::printNext(*period) : std::string("[kỳ tiếp theo]")};
    const auto capitals = [](const std::string& words) { return text::toUtf8(text::toUpper(text::fromUtf8(words))); };
    values["PERIOD"] = {capitals(values["period"].front())};
    values["NEXTPERIOD"] = {capitals(values["nextPeriod"].front())};
    if (form.outline() == nullptr) return;
    for (const draft::OutlineKey& key : form.outline()->keys) {
        const auto given = request.set.find(key.key);
        const bool known = given != request.set.end() && !given->second.empty();
        values[key.key] = known ? parted(given->second) : Lines{key.otherwise};
        if (!key.citation) continue;
        const draft::CitedLine cited = known ? draft::citedLine(given->second) : draft::CitedLine{};
        values[key.key + ".symbol"] = {cited.symbol.empty() ? key.citation->symbol : cited.symbol};
        values[key.key + ".issuer"] = {cited.issuer.empty() ? key.citation->issuer : cited.issuer};
    }
}

}  // namespace

Prepared prepare(const draft::Templates& templates, const DraftRequest& request, const AgencyProfile* profile, report::Language language) {
    Form chosen(templates, request, profile, language);
    const draft::Outline* outline = chosen.outline();
    draft::TypeTemplate form = chosen.type();
    const auto given = [&](const char* key, Lines otherwise) {
        const auto found = request.set.find(key);
        return found == request.set.end() || found->second.empty() ? std::move(otherwise) : parted(found->second);
    };
    const auto one = [&](const char* key, const std::string& otherwise) { return joined(given(key, {otherwise})); };
    const auto known = [](const std::string& value, const char* otherwise) { return value.empty() ? std::string(otherwise) : value; };
    static const AgencyProfile kNobody{};
    const AgencyProfile& own = profile != nullptr ? *profile : kNobody;

    draft::Content content;
    const auto superior = request.set.find("superior");  // an empty one takes the profile's away
    const bool none = own.superiorAgency.empty() || (superior != request.set.end() && superior->second.empty());
    content.superiorAgency = given("superior", none ? Lines{} : Lines{own.superiorAgency});
    content.agency = given("agency", own.agency.empty() ? Lines{"TÊN CƠ QUAN, TỔ CHỨC"} : own.agency);
    content.number = padded(one("number", kBlankNumber), '9');
    content.place = one("place", known(own.place, "[Địa danh]")) + ", ngày " + padded(one("day", kBlankDay), '9') + " tháng " +
                    padded(one("month", kBlankDay), '2') + " năm " + one("year", std::to_string(request.year));
    const Signer* signer = own.signers.empty() ? nullptr : &own.signers.front();
    content.authority = given("authority", signer != nullptr ? signer->authority : Lines{"QUYỀN HẠN, CHỨC VỤ"});
    content.signer = one("signer", signer != nullptr ? signer->name : "[Họ và tên]");

    content.contact = given("contact", own.contact);
    const std::string unit = one("unit", own.draftingUnit);
    draft::Values values{{"abbreviation", {one("abbreviation", known(own.abbreviation, "..."))}},
                         {"agencyName", {one("agencyName", known(own.name, "[Tên cơ quan, tổ chức]"))}},
                         {"issuer", {issuerOf(content.authority, content.agency)}},
                         {"unitDash", {unit.empty() ? "" : "-" + unit}},
                         {"unitTail", {unit.empty() ? "" : ", " + unit}}};
    addOutlineValues(values, chosen, request);
    const std::string addressee = outline == nullptr ? std::string() : draft::fill(outline->addressee, values);
    content.addressee = one("addressee", known(addressee, "[Tên cơ quan, tổ chức, cá nhân nhận]"));
    if (content.addressee == kNone) content.addressee.clear();
    const std::string proposed = outline == nullptr ? std::string() : draft::fill(outline->subject, values);
    const Lines subject = given("subject", parted(known(proposed, "[trích yếu nội dung]")));
    for (std::size_t i = 0; i < subject.size() && !form.subject.empty(); ++i) {
        values["subject"] = {subject[i]};
        content.subject.push_back(i == 0 ? draft::fill(form.subject, values) : subject[i]);
    }
    values["subject"] = subject;
    if (!content.subject.empty()) content.subject.front() = sentence(content.subject.front());

    // Symbols that the agency writes in its own way win over the pattern of the type.
    if (const auto pattern = own.symbols.find(form.type); pattern != own.symbols.end() && !form.symbol.empty()) form.symbol = pattern->second;
    if (outline != nullptr && !outline->recipients.empty()) form.recipients = outline->recipients;
    for (const std::string& name : {form.type, request.outline}) {
        if (const auto group = own.recipients.find(name); !name.empty() && group != own.recipients.end()) form.recipients = group->second;
    }
    // Where Kính gửi stands, those it names come first in Nơi nhận; an agency's list of its other recipients need not say so.
    if (form.addressee && !content.addressee.empty() && std::none_of(form.recipients.begin(), form.recipients.end(), isAsAbove)) {
        form.recipients.insert(form.recipients.begin(), "- Như trên;");
    }
    const Lines recipients = given("recipients", form.recipients);
    for (const std::string& line : recipients) {
        // “Như trên” means those of Kính gửi, which an empty addressee leaves out.
        if (form.addressee && content.addressee.empty() && isAsAbove(line)) continue;
        content.recipients.push_back(draft::fill(line, values));
    }
    Lines keys;
    for (const auto& [key, value] : request.set) {
        if (!value.empty()) keys.push_back(key);
    }
    form.rows = draft::expanded(outline != nullptr ? outline->rows : form.rows, values, keys, chosen.period());
    content.tables = chosen.takeTables();
    content.figures = chosen.figures();
    if (outline != nullptr && outline->attached) {
        content.attached = draft::Attached{draft::fill(outline->attached->title, values), draft::fill(outline->attached->subject, values),
                                           draft::expanded(outline->attached->rows, values, keys, chosen.period())};
    }

    values.merge(choiceValues(profile));
    Prepared result{std::move(form), std::move(content), std::move(values), {}, {}};
    result.symbol = draft::fill(result.form.symbol, result.values);
    for (const auto& [key, value] : request.set) {
        if (!value.empty()) result.known.push_back(key);
    }
    const auto from = [&](const char* key, bool has) {
        if (has && !result.knows(key)) result.known.emplace_back(key);
    };
    from("superior", !own.superiorAgency.empty());
    from("agency", !own.agency.empty());
    from("place", !own.place.empty());
    from("abbreviation", !own.abbreviation.empty());
    from("authority", signer != nullptr);
    from("signer", signer != nullptr);
    return result;
}

draft::Values choiceValues(const AgencyProfile* profile) {
    static const AgencyProfile kNobody{};
    const AgencyProfile& own = profile != nullptr ? *profile : kNobody;
    const auto decimal = [](std::int32_t value, std::int32_t scale) {
        std::string text = std::to_string(value / scale);
        std::string rest = std::to_string(value % scale + scale).substr(1);
        rest.erase(rest.find_last_not_of('0') + 1);
        return rest.empty() ? text : text + "." + rest;
    };
    return {{"bodySize", {decimal(own.bodySize.value_or(140), 10)}},
            {"firstLineIndent", {decimal(own.firstLineIndent.value_or(1270), 1000)}},
            {"lineSpacing", {std::to_string(own.lineSpacing.value_or(100))}},
            {"paragraphSpacing", {decimal(own.paragraphSpacing.value_or(60), 10)}}};
}

draft::IndicatorData indicatorData(const draft::Templates& templates, const AgencyProfile* profile) {
    draft::IndicatorData data = templates.indicators;
    if (profile != nullptr) data.sets.insert(data.sets.end(), profile->indicators.begin(), profile->indicators.end());
    return data;
}

bool Prepared::knows(std::string_view key) const { return std::find(known.begin(), known.end(), key) != known.end(); }

const std::vector<std::string>& draftKeys() { return draft::keyNames(); }

Prepared prepare(const draft::Templates& templates, const std::string& type, const AgencyProfile* profile,
                 const std::map<std::string, std::string>& set, std::int32_t year, report::Language language) {
    return prepare(templates, DraftRequest{type, {}, set, {}, {}, year}, profile, language);
}

std::string newDocument(const draft::Templates& templates, const DraftRequest& request, const AgencyProfile* profile, report::Language language) {
    const Prepared ready = prepare(templates, request, profile, language);
    return draft::flatOdf(templates, ready.form, ready.content, ready.values);
}

std::string newPart(const draft::Templates& templates, const DraftRequest& request, draft::Part part, const AgencyProfile* profile,
                    report::Language language) {
    const Prepared ready = prepare(templates, request, profile, language);
    return draft::partOdf(templates, ready.form, part, ready.content, ready.values);
}

std::string newDocument(const draft::Templates& templates, const std::string& type, const AgencyProfile* profile,
                        const std::map<std::string, std::string>& set, std::int32_t year, report::Language language) {
    return newDocument(templates, DraftRequest{type, {}, set, {}, {}, year}, profile, language);
}

std::string newPart(const draft::Templates& templates, const std::string& type, draft::Part part, const AgencyProfile* profile,
                    const std::map<std::string, std::string>& set, std::int32_t year, report::Language language) {
    return newPart(templates, DraftRequest{type, {}, set, {}, {}, year}, part, profile, language);
}

}  // namespace thethuc::app
