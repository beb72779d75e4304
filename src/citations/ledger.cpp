#include "citations/ledger.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "text/text.hpp"

namespace thethuc::citations {

namespace {

std::size_t index(std::int32_t at) { return static_cast<std::size_t>(at); }

/// What an introducing sentence says: “UBND xã đã ban hành các văn bản cụ thể:”.
struct LeadIn {
    std::u32string issuer;
    bool open = false;
};

/// Words by which an agency is said to have issued what follows.
bool saysIssued(const Stream& stream, std::size_t at) {
    const auto word = [&](std::size_t i, text::Word lower) {
        return i < stream.tokens.size() && stream.tokens[i].kind == TokenKind::word && stream.tokens[i].hash == lower.hash;
    };
    return (word(at, U"ban") && word(at + 1, U"hành")) || (word(at, U"tham") && word(at + 1, U"mưu")) || (word(at, U"đã") && word(at + 1, U"có")) ||
           (word(at, U"đã") && word(at + 1, U"gửi"));
}

/// The agency that issues, where the tokens [first, last) say so; empty if they do not.
std::u32string issuerSaid(const Stream& stream, std::size_t first, std::size_t last) {
    for (std::size_t verb = last; verb-- > first;) {
        if (!saysIssued(stream, verb)) continue;
        // the agency stands before the verb, perhaps with “đã” between
        std::size_t best = last;
        std::int32_t bestEnd = 0;
        for (std::size_t i = first; i < verb; ++i) {
            const Token& token = stream.tokens[i];
            if (token.kind != TokenKind::word || !token.capital || (token.marks & kIssuer) == 0) continue;
            const std::int32_t end = issuerEnd(stream, static_cast<std::int32_t>(i), false);
            if (end <= static_cast<std::int32_t>(i) || index(end) > verb) continue;
            if (verb - index(end) > 3) continue;
            best = i;
            bestEnd = end;
            break;
        }
        if (best < last) return cleaned(stream, static_cast<std::int32_t>(best), bestEnd);
        return {};
    }
    return {};
}

/// The two letters that names of laws begin with: “Lu”, “Bộ”, “Ph”, “Hi”; the second one small.
const std::vector<std::pair<char32_t, char32_t>>& beginningsOfLaws() {
    static const auto all = [] {
        std::vector<std::pair<char32_t, char32_t>> out;
        for (const DocumentType& type : documentTypes()) {
            const std::pair beginning(type.name[0], type.name[1]);
            if (type.naming == Naming::byName && std::find(out.begin(), out.end(), beginning) == out.end()) out.push_back(beginning);
        }
        return out;
    }();
    return all;
}

/// Cheap, and never false where the grammar would find something: a number, a law's name, a sentence that introduces a list, or letters that must be
/// composed first.
bool mayCite(std::u32string_view words) {
    const auto& laws = beginningsOfLaws();
    char32_t last = U' ';
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char32_t c = words[i];
        if (c >= U'0' && c <= U'9') return true;
        if (text::isCombining(c)) return true;
        if (c >= U'A' && c <= U'Z' && i + 1 < words.size()) {
            for (const auto& [first, second] : laws) {
                if (c == first && text::toLower(words[i + 1]) == second) return true;
            }
        }
        if (!text::isSpace(c)) last = c;
    }
    return last == U':';
}

bool isBullet(const Token& token) { return token.kind == TokenKind::dash || token.kind == TokenKind::other; }

class Recogniser {
public:
    Recogniser(const model::Document& document, const elements::Analysis& analysis) : document_(document), analysis_(analysis) {}

    Ledger run() {
        noteOwnLines();
        const auto& body = document_.stories.front().paragraphs;
        for (const model::Shape& shape : document_.shapes) {
            if (shape.textStory > 0) framesAt_[{shape.anchor.story, shape.anchor.paragraph}].push_back(shape.textStory);
        }
        read_.assign(document_.stories.size(), false);
        read_[0] = true;
        readStory(0, static_cast<std::int32_t>(body.size()), 0);
        for (std::size_t story = 1; story < document_.stories.size(); ++story) readWholeStory(static_cast<std::int32_t>(story), 0);
        nameUnfinishedLaws();
        complete();
        enter();
        judgeForms();
        return std::move(ledger_);
    }

private:
    static constexpr int kDeepest = 8;           ///< stories anchored in stories
    static constexpr std::size_t kMostNamesakes = 16;   ///< documents of one symbol that a mention is compared with

    // --- reading order --------------------------------------------------------------------------------------
    void readWholeStory(std::int32_t story, int depth) {
        if (story < 0 || index(story) >= document_.stories.size() || read_[index(story)] || depth > kDeepest) return;
        read_[index(story)] = true;
        readStory(story, static_cast<std::int32_t>(document_.stories[index(story)].paragraphs.size()), depth);
    }

    void readStory(std::int32_t story, std::int32_t paragraphs, int depth) {
        LeadIn lead;
        for (std::int32_t p = 0; p < paragraphs; ++p) {
            readParagraph(story, p, lead, depth);
            const auto frames = framesAt_.find({story, p});
            if (frames == framesAt_.end()) continue;
            for (const std::int32_t frame : frames->second) readWholeStory(frame, depth + 1);
        }
    }

    void readParagraph(std::int32_t story, std::int32_t p, LeadIn& lead, int depth) {
        const model::Paragraph& paragraph = document_.stories[index(story)].paragraphs[index(p)];
        struct Mark {
            std::int32_t at, story;
        };
        std::vector<Mark> marks;
        for (const model::Run& run : paragraph.runs) {
            if (run.kind == model::RunKind::footnote && run.story > 0) marks.push_back({run.start, run.story});
        }
        std::vector<Mention> found = mentionsOf(story, p, paragraph, lead);
        std::size_t nextMark = 0;
        for (Mention& mention : found) {
            // a note whose mark stands inside the citation is read behind it
            while (nextMark < marks.size() && marks[nextMark].at < mention.at.start) readWholeStory(marks[nextMark++].story, depth + 1);
            ledger_.mentions.push_back(std::move(mention));
        }
        for (; nextMark < marks.size(); ++nextMark) readWholeStory(marks[nextMark].story, depth + 1);
    }

    // --- lines of the document itself -----------------------------------------------------------------------
    void noteOwnLines() {
        using elements::Kind;
        for (const elements::Element& element : analysis_.elements) {
            const bool number = element.kind == Kind::soKyHieu;
            const bool attached = element.kind == Kind::phuLuc && element.role == elements::Role::attached;
            if (number || attached) {
                for (const model::Range& range : element.ranges) own_.push_back(range);
            }
            if (element.kind == Kind::soKyHieu && ledger_.documentSymbol.empty()) {
                const Stream stream = read(U"x " + element.text);
                for (const Parsed& one : parse(stream)) ledger_.documentSymbol = one.numberAndSymbol();
            }
            if (element.kind == Kind::diaDanhThoiGian && !ledger_.documentDate) {
                // read as the date of a citation is; the type and the number are only there to make one
                const std::size_t day = element.text.find(U"ngày");
                if (day == std::u32string::npos) continue;
                const Stream stream = read(U"Quyết định số 1/QĐ-A " + element.text.substr(day));
                for (const Parsed& one : parse(stream)) ledger_.documentDate = one.date.value;
            }
        }
        std::sort(own_.begin(), own_.end());
    }

    [[nodiscard]] bool isOwn(const model::Range& at) const {
        return std::any_of(own_.begin(), own_.end(), [&](const model::Range& range) {
            return range.story == at.story && range.paragraph == at.paragraph && range.start < at.end() && at.start < range.end();
        });
    }

    // --- mentions of a paragraph ----------------------------------------------------------------------------
    std::vector<Mention> mentionsOf(std::int32_t story, std::int32_t p, const model::Paragraph& paragraph, LeadIn& lead) {
        std::vector<Mention> out;
        if (paragraph.citedList) lead.open = false;   // it repeats what the text cites
        if (paragraph.text.empty() || paragraph.citedList) return out;
        if (!mayCite(paragraph.text)) {
            if (!std::all_of(paragraph.text.begin(), paragraph.text.end(), text::isSpace)) lead.open = false;
            return out;
        }
        read(paragraph, stream_);
        const Stream& stream = stream_;
        if (stream.tokens.empty()) return out;
        std::vector<Parsed> parsed = parse(stream);
        collectUnfinishedLaws(story, p, stream, parsed);
        out.reserve(parsed.size());
        const bool item = !parsed.empty() && beginsWith(stream, parsed.front());
        if (!item) lead.open = false;
        const bool basis = isLegalBasis(story, p);
        std::size_t sentence = 0;
        std::int32_t subjectsEnd = 0;            // of the citations so far
        std::u32string said;                     // the agency that this paragraph says to have issued what follows
        for (std::size_t i = 0; i < parsed.size(); ++i) {
            Parsed& one = parsed[i];
            Mention mention;
            mention.at = {story, p, one.at.start, one.at.end - one.at.start};
            mention.text = paragraph.text.substr(index(one.at.start), index(mention.at.length));
            mention.listItem = item && i == 0;
            mention.inLegalBasis = basis;
            mention.inSubject = one.at.end <= subjectsEnd;
            if (!one.subjectAt.empty()) subjectsEnd = std::max(subjectsEnd, one.subjectAt.end);
            if (!mention.inSubject) {
                const std::size_t first = std::max(sentence, index(one.firstToken) > 24 ? index(one.firstToken) - 24 : 0);
                // what lies between a semicolon and the citation goes on with the agency said before
                if (auto now = issuerSaid(stream, first, index(one.firstToken)); !now.empty()) said = std::move(now);
                if (endsSentence(stream, sentence, index(one.firstToken))) said.clear();
            }
            if (!one.issuer.empty()) {
                mention.issuerFrom = IssuerFrom::mention;
                mention.issuer = one.issuer;
            } else if (!mention.inSubject && !said.empty()) {
                mention.issuerFrom = IssuerFrom::leadIn;
                mention.issuer = said;
            } else if (lead.open && !mention.inSubject) {
                mention.issuerFrom = IssuerFrom::leadIn;
                mention.issuer = lead.issuer;
            }
            mention.subjectCertain = !one.subject.empty() && (one.opener != Opener::verb || mention.listItem || basis);
            sentence = index(one.lastToken);
            mention.parsed = std::move(one);
            if (!isOwn(mention.at)) out.push_back(std::move(mention));
        }
        if (!item && stream.tokens.back().kind == TokenKind::colon) {
            if (auto issuer = issuerSaid(stream, 0, stream.tokens.size()); !issuer.empty()) lead = {std::move(issuer), true};
        }
        return out;
    }

    /// “+ Quyết định số …”, “1. Luật …”: nothing but a bullet or a number stands before it.
    static bool beginsWith(const Stream& stream, const Parsed& first) {
        for (std::int32_t i = 0; i < first.firstToken; ++i) {
            const Token& token = stream.tokens[index(i)];
            const bool numbering = token.kind == TokenKind::number || token.kind == TokenKind::dot || token.kind == TokenKind::close ||
                                   (token.kind == TokenKind::word && token.end - token.start == 1 && !token.capital);
            if (!isBullet(token) && !numbering) return false;
            if (i > 3) return false;
        }
        return true;
    }

    static bool endsSentence(const Stream& stream, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i + 1 < stream.tokens.size() && i < last; ++i) {
            if (stream.tokens[i].kind == TokenKind::dot && stream.tokens[i + 1].space && i + 1 <= last && stream.tokens[i + 1].capital) return true;
        }
        return false;
    }

    [[nodiscard]] bool isLegalBasis(std::int32_t story, std::int32_t p) const {
        if (story != 0 || index(p) >= analysis_.elementOf.size()) return false;
        const std::int32_t element = analysis_.elementOf[index(p)];
        return element >= 0 && analysis_.elements[index(element)].kind == elements::Kind::canCu;
    }

    // --- laws by their bare name ----------------------------------------------------------------------------
    struct Unfinished {
        std::int32_t story, paragraph;
        std::vector<std::int32_t> tokens;        ///< where such a name begins
    };

    /// A law's name alone tells where it ends only if the document gives it elsewhere with number, date or year.
    void collectUnfinishedLaws(std::int32_t story, std::int32_t p, const Stream& stream, const std::vector<Parsed>& parsed) {
        std::vector<std::int32_t> places;
        std::size_t next = 0;
        for (std::size_t i = 0; i < stream.tokens.size(); ++i) {
            while (next < parsed.size() && parsed[next].lastToken <= static_cast<std::int32_t>(i)) ++next;
            if (next < parsed.size() && parsed[next].firstToken <= static_cast<std::int32_t>(i)) continue;
            const Token& token = stream.tokens[i];
            if ((token.marks & kType) == 0 || !token.capital) continue;
            const auto stands = [&](const Phrase& phrase) {
                if (!isByName(phrase.value) || i + phrase.words.size() > stream.tokens.size()) return false;
                for (std::size_t k = 1; k < phrase.words.size(); ++k) {
                    if (stream.tokens[i + k].kind != TokenKind::word || stream.tokens[i + k].hash != phrase.words[k]) return false;
                }
                return true;
            };
            const auto phrases = typesBeginningWith(token.hash);
            if (std::any_of(phrases.begin(), phrases.end(), stands)) places.push_back(static_cast<std::int32_t>(i));
        }
        if (!places.empty()) unfinished_.push_back({story, p, std::move(places)});
    }

    void nameUnfinishedLaws() {
        std::unordered_map<std::u32string, std::size_t> names;   // type and name as words → mention that gives it in full
        std::size_t longest = 0;
        for (std::size_t i = 0; i < ledger_.mentions.size(); ++i) {
            const Parsed& one = ledger_.mentions[i].parsed;
            if (!isByName(one.type) || one.name.empty()) continue;
            const std::u32string key = text::toLower(std::u32string(typeName(one.type)) + U' ' + one.name);
            names.emplace(key, i);
            longest = std::max(longest, words(key).size());
        }
        if (names.empty()) return;
        std::vector<Mention> more;
        for (const Unfinished& where : unfinished_) {
            read(document_.stories[index(where.story)].paragraphs[index(where.paragraph)], stream_);
            const Stream& stream = stream_;
            for (const std::int32_t first : where.tokens) {
                std::u32string key;
                std::int32_t bestEnd = 0;
                std::size_t best = 0;
                for (std::size_t k = 0; k < longest + 4 && index(first) + k < stream.tokens.size(); ++k) {
                    const Token& token = stream.tokens[index(first) + k];
                    if (token.space && k > 0) key += U' ';
                    key += text::toLower(stream.view(token));
                    if (const auto found = names.find(key); found != names.end()) {
                        bestEnd = first + static_cast<std::int32_t>(k) + 1;
                        best = found->second;
                    }
                }
                if (bestEnd == 0) continue;
                const Parsed& known = ledger_.mentions[best].parsed;
                Mention mention;
                mention.parsed.type = known.type;
                mention.parsed.typeWritten = mention.parsed.typeCapital = true;
                mention.parsed.name = known.name;
                mention.parsed.firstToken = first;
                mention.parsed.lastToken = bestEnd;
                const std::int32_t start = stream.originStart(stream.tokens[index(first)].start);
                const std::int32_t end = stream.originEnd(stream.tokens[index(bestEnd - 1)].end);
                mention.parsed.at = {start, end};
                mention.at = {where.story, where.paragraph, start, end - start};
                mention.text = document_.at(mention.at).text.substr(index(start), index(end - start));
                mention.inLegalBasis = isLegalBasis(where.story, where.paragraph);
                more.push_back(std::move(mention));
            }
        }
        if (more.empty()) return;
        insertInOrder(std::move(more));
    }

    void insertInOrder(std::vector<Mention> more) {
        // the order in which they were read: the body's, notes and frames where they are anchored
        const auto key = [&](const model::Range& at) {
            model::Range anchor = at;
            for (int depth = 0; anchor.story != 0 && depth < kDeepest; ++depth) {
                const auto& story = document_.stories[index(anchor.story)];
                if (story.anchor) {
                    anchor = *story.anchor;
                } else if (story.shape >= 0 && index(story.shape) < document_.shapes.size()) {
                    anchor = document_.shapes[index(story.shape)].anchor;
                    anchor.start = static_cast<std::int32_t>(document_.at(anchor).text.size());
                } else {
                    break;
                }
            }
            return std::tuple(anchor.story == 0 ? 0 : 1, anchor.paragraph, anchor.start, at.story == 0 ? 0 : 1, at.story, at.paragraph, at.start);
        };
        for (Mention& mention : more) ledger_.mentions.push_back(std::move(mention));
        std::stable_sort(ledger_.mentions.begin(), ledger_.mentions.end(),
                         [&](const Mention& a, const Mention& b) { return key(a.at) < key(b.at); });
    }

    // --- what is missing ------------------------------------------------------------------------------------
    void complete() {
        auto& mentions = ledger_.mentions;
        for (std::size_t i = mentions.size(); i-- > 0;) {
            Mention& mention = mentions[i];
            const Parsed& one = mention.parsed;
            if (isByName(one.type)) {
                mention.missing = one.name.empty() && typeName(one.type) != U"Hiến pháp" ? kPartSubject : 0;
                continue;
            }
            Parts missing = 0;
            if (one.type < 0) missing |= kPartType;
            if (!one.wordSo && !one.continues) missing |= kPartSo;
            if (one.symbol.empty()) missing |= kPartSymbol;
            if (one.date.form == DateForm::none || one.date.form == DateForm::yearOnly) missing |= kPartDate;
            if (mention.issuer.empty()) missing |= kPartIssuer;
            if (one.subject.empty()) missing |= kPartSubject;
            // the next one follows at once: what it says may be said for both
            if (missing != 0 && i + 1 < mentions.size() && sharesWith(mention, mentions[i + 1])) {
                const Mention& next = mentions[i + 1];
                if ((next.missing & kPartSubject) == 0) missing &= static_cast<Parts>(~kPartSubject);
                if (one.sharesNext && (missing & kPartDate) != 0) {
                    if ((next.missing & kPartDate) == 0) missing &= static_cast<Parts>(~kPartDate);
                }
                if ((missing & kPartIssuer) != 0 && (next.missing & kPartIssuer) == 0) {
                    missing &= static_cast<Parts>(~kPartIssuer);
                    if (one.sharesNext) {
                        mention.issuer = next.issuer;
                        mention.issuerFrom = IssuerFrom::neighbour;
                    }
                }
            }
            mention.missing = missing;
        }
    }

    /// Nothing but “,”, “và”, “;” stands between the two.
    [[nodiscard]] bool sharesWith(const Mention& first, const Mention& second) const {
        if (first.at.story != second.at.story || first.at.paragraph != second.at.paragraph || !first.parsed.subject.empty()) return false;
        if (first.parsed.sharesNext) return true;
        const std::int32_t gap = second.at.start - first.at.end();
        if (gap < 1 || gap > 6) return false;
        const std::u32string between = text::squeeze(std::u32string_view(document_.at(first.at).text).substr(index(first.at.end()), index(gap)));
        return between == U"," || between == U"và" || between == U", và" || between == U"hoặc";
    }

    // --- entries --------------------------------------------------------------------------------------------
    void enter() {
        Index bySymbol, byName, byYear;
        bySymbol.reserve(ledger_.mentions.size());
        ledger_.entries.reserve(ledger_.mentions.size());
        for (std::size_t i = 0; i < ledger_.mentions.size(); ++i) {
            Mention& mention = ledger_.mentions[i];
            const std::size_t entry = find(mention, bySymbol, byName, byYear);
            mention.entry = static_cast<std::int32_t>(entry);
            add(ledger_.entries[entry], i);
        }
        for (auto& [key, entries] : bySymbol) {
            if (entries.size() < 2 || key.ends_with(U"||")) continue;
            for (const std::size_t entry : entries) ledger_.entries[entry].symbolShared = true;
        }
    }

    using Index = std::unordered_map<std::u32string, std::vector<std::size_t>>;

    /// Type, number and year of 30/2020/NĐ-CP; empty where the number bears no year.
    static std::u32string yearKey(const Parsed& one) {
        return one.year.empty() ? std::u32string() : text::toLower(typeName(one.type)) + U'|' + one.number.substr(std::min(one.number.find_first_not_of(U'0'), one.number.size())) + U'|' + one.year;
    }

    /// More than number and year is known.
    static bool hasSymbol(const Entry& entry) { return std::any_of(entry.symbol.begin(), entry.symbol.end(), [](char32_t c) { return text::isLetter(c); }); }

    /// The one entry of this number and year that the mention may mean, where either of them writes no symbol: “Nghị định 30/2020”. entries.size() if
    /// there is none or more than one: circulars of two ministries share their number.
    [[nodiscard]] std::size_t withoutSymbol(const Mention& mention, const std::vector<std::size_t>& candidates) const {
        const std::size_t none = ledger_.entries.size();
        std::size_t named = none, fitting = none;
        bool severalNamed = false, several = false;
        for (const std::size_t entry : candidates) {
            const Entry& known = ledger_.entries[entry];
            const bool symbols = !mention.parsed.symbol.empty() && hasSymbol(known);
            const bool dates = mention.parsed.date.value && known.date && *mention.parsed.date.value != *known.date;
            if (symbols || dates || !sameIssuer(known.issuer, mention.issuer)) continue;
            several = several || fitting != none;
            fitting = entry;
            if (known.issuer.empty() || mention.issuer.empty()) continue;
            severalNamed = severalNamed || named != none;
            named = entry;
        }
        if (named != none) return severalNamed ? none : named;
        return several ? none : fitting;
    }

    std::size_t find(const Mention& mention, Index& bySymbol, Index& byName, Index& byYear) {
        const std::u32string key = yearKey(mention.parsed);
        const std::size_t before = ledger_.entries.size();
        if (key.empty()) return findByText(mention, bySymbol, byName);
        auto& ofYear = byYear[key];
        if (mention.parsed.symbol.empty()) {
            const std::size_t found = withoutSymbol(mention, ofYear);
            if (found < before) return found;
        } else if (bySymbol.find(symbolKey(mention.parsed)) == bySymbol.end()) {
            const std::size_t found = withoutSymbol(mention, ofYear);
            if (found < before) {
                bySymbol[symbolKey(mention.parsed)].push_back(found);
                return found;
            }
        }
        const std::size_t entry = findByText(mention, bySymbol, byName);
        if (entry == before && ofYear.size() < kMostNamesakes) ofYear.push_back(entry);
        return entry;
    }

    std::size_t findByText(const Mention& mention, Index& bySymbol, Index& byName) {
        const Parsed& one = mention.parsed;
        const bool law = isByName(one.type);
        const std::u32string nameKey = law ? text::toLower(std::u32string(typeName(one.type)) + U' ' + one.name) : std::u32string();
        if (!one.symbol.empty()) {
            auto& candidates = bySymbol[symbolKey(one)];
            const std::size_t found = choose(mention, candidates);
            if (found < ledger_.entries.size()) {
                if (law && !one.name.empty()) addOnce(byName[nameKey], found);
                return found;
            }
            if (law && !one.name.empty()) {
                // the law was cited by its name before, without its number
                for (const std::size_t entry : byName[nameKey]) {
                    const Entry& known = ledger_.entries[entry];
                    if (known.symbol.empty() && (known.year == 0 || one.year.empty() || one.year == text::fromUtf8(std::to_string(known.year)))) {
                        candidates.push_back(entry);
                        return entry;
                    }
                }
            }
            ledger_.entries.emplace_back();
            candidates.push_back(ledger_.entries.size() - 1);
            if (law && !one.name.empty()) byName[nameKey].push_back(ledger_.entries.size() - 1);
            return ledger_.entries.size() - 1;
        }
        if (law) {
            auto& candidates = byName[nameKey];
            const std::size_t oldest = candidates.size() > kMostNamesakes ? candidates.size() - kMostNamesakes : 0;
            for (std::size_t k = candidates.size(); k-- > oldest;) {
                const Entry& known = ledger_.entries[candidates[k]];
                const bool dates = !one.date.value || !known.date || *one.date.value == *known.date;
                if (dates && (one.date.year == 0 || known.year == 0 || known.year == one.date.year)) return candidates[k];
            }
            ledger_.entries.emplace_back();
            candidates.push_back(ledger_.entries.size() - 1);
            return ledger_.entries.size() - 1;
        }
        // no symbol: type, number and date, and an agency that does not differ
        std::u32string key = text::toLower(typeName(one.type)) + U'|' + one.number + U'|' + one.year + U'|';
        if (one.date.value) key += text::fromUtf8(isoOf(*one.date.value));
        auto& candidates = byName[key];
        const std::size_t oldest = candidates.size() > kMostNamesakes ? candidates.size() - kMostNamesakes : 0;
        for (std::size_t k = candidates.size(); k-- > oldest;) {
            if (sameIssuer(ledger_.entries[candidates[k]].issuer, mention.issuer)) return candidates[k];
        }
        ledger_.entries.emplace_back();
        candidates.push_back(ledger_.entries.size() - 1);
        return ledger_.entries.size() - 1;
    }

    static void addOnce(std::vector<std::size_t>& list, std::size_t value) {
        if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
    }

    /// The entry of this symbol that the mention means; entries.size() for a new one.
    [[nodiscard]] std::size_t choose(const Mention& mention, const std::vector<std::size_t>& candidates) const {
        const Parsed& one = mention.parsed;
        const std::size_t none = ledger_.entries.size();
        std::size_t loose = none;
        const std::size_t oldest = candidates.size() > kMostNamesakes ? candidates.size() - kMostNamesakes : 0;
        for (std::size_t k = candidates.size(); k-- > oldest;) {
            const Entry& known = ledger_.entries[candidates[k]];
            if (!sameIssuer(known.issuer, mention.issuer)) continue;
            if (one.date.value && known.date) {
                if (*one.date.value == *known.date) return candidates[k];
                // Numbers begin anew each year: a symbol without a year and with another year's date is another document,
                // unless the subject is the same. Within a year it is a slip where nothing says that the agencies differ.
                const bool subjects = !one.subject.empty() && !known.subject.empty();
                const bool same = subjects && sameSubject(one.subject, known.subject);
                const bool numberOfYear = !one.year.empty() || one.party;
                const bool sameYear = one.date.value->year == known.date->year;
                const bool bothIssuers = !known.issuer.empty() && !mention.issuer.empty();
                if (!same && !numberOfYear && (!sameYear || (!bothIssuers && subjects))) continue;
            } else if (one.date.year != 0 && known.year != 0 && one.date.year != known.year && one.year.empty()) {
                continue;
            }
            if (loose == none) loose = candidates[k];
        }
        return loose;
    }

    void add(Entry& entry, std::size_t which) const {
        const Mention& mention = ledger_.mentions[which];
        const Parsed& one = mention.parsed;
        entry.mentions.push_back(which);
        // a type that is written wins over one that was only told by the symbol
        if (one.type >= 0 && (entry.type < 0 || (one.typeWritten && !entry.typeWritten))) {
            entry.type = one.type;
            entry.typeWritten = one.typeWritten;
        }
        if (entry.symbol.empty() || (!one.symbol.empty() && !hasSymbol(entry))) entry.symbol = one.numberAndSymbol();
        if (entry.name.empty()) entry.name = one.name;
        if (!entry.date) entry.date = one.date.value;
        if (entry.year == 0) entry.year = one.date.year;
        if (entry.issuer.empty()) entry.issuer = mention.issuer;
        if (entry.subject.empty()) entry.subject = one.subject;
    }

    void judgeForms() {
        for (Mention& mention : ledger_.mentions) {
            const Parsed& one = mention.parsed;
            const Entry& entry = ledger_.entries[index(mention.entry)];
            if (isByName(one.type)) {
                const bool named = !one.name.empty() || typeName(one.type) == U"Hiến pháp";
                mention.form = named ? Form::full : one.date.form == DateForm::none && one.issuer.empty() ? Form::shortened : Form::partial;
                continue;
            }
            if (mention.missing == 0) {
                mention.form = Form::full;
                continue;
            }
            const bool bare = one.type >= 0 && !one.symbol.empty() && one.date.form == DateForm::none && one.subject.empty();
            const bool issuerFits = one.issuer.empty() || entry.symbolShared;
            mention.form = bare && issuerFits ? Form::shortened : Form::partial;
        }
    }

    const model::Document& document_;
    const elements::Analysis& analysis_;
    Ledger ledger_;
    std::vector<bool> read_;
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::int32_t>> framesAt_;
    std::vector<model::Range> own_;
    std::vector<Unfinished> unfinished_;
    Stream stream_;                              ///< of the paragraph that is being read
};

/// Abbreviations of agencies' names that everybody uses (nd30 2.2, 9; corpus survey).
struct Spelling {
    std::u32string_view shortForm, words;
};
constexpr Spelling kSpellings[] = {
    {U"ubnd", U"ủy ban nhân dân"}, {U"hđnd", U"hội đồng nhân dân"}, {U"ttcp", U"thanh tra chính phủ"}, {U"vpcp", U"văn phòng chính phủ"},
    {U"mttq", U"mặt trận tổ quốc"}, {U"tp", U"thành phố"},          {U"btv", U"ban thường vụ"},       {U"ubtvqh", U"ủy ban thường vụ quốc hội"},
    {U"ubmttq", U"ủy ban mặt trận tổ quốc"},
};
constexpr std::u32string_view kHeads[] = {U"chủ tịch ", U"giám đốc ", U"bộ trưởng ", U"phó chủ tịch ", U"chánh văn phòng ", U"tổng cục trưởng ", U"cục trưởng "};

}  // namespace

std::string_view name(Form form) noexcept {
    switch (form) {
        case Form::full: return "full";
        case Form::shortened: return "short";
        case Form::partial: break;
    }
    return "partial";
}

std::u32string_view typeName(TypeIndex type) noexcept {
    const auto types = documentTypes();
    return type >= 0 && index(type) < types.size() ? types[index(type)].name : std::u32string_view();
}

bool isByName(TypeIndex type) noexcept {
    const auto types = documentTypes();
    return type >= 0 && index(type) < types.size() && types[index(type)].naming == Naming::byName;
}

bool Ledger::isLaw(const Entry& entry) const noexcept { return isByName(entry.type); }

std::u32string symbolKey(const Parsed& one) {
    std::u32string key = one.number.substr(std::min(one.number.find_first_not_of(U'0'), one.number.size()));
    key += U'|';
    key += one.year;
    key += U'|';
    for (const char32_t c : one.symbol) {
        if (text::isLetter(c) || text::isDigit(c)) key += text::toUpper(c);
    }
    return key;
}

std::u32string issuerKey(std::u32string_view issuer) {
    struct Neutral {
        std::u32string shortForm, words;
    };
    static const std::vector<Neutral> spellings = [] {
        std::vector<Neutral> out;
        for (const Spelling& one : kSpellings) out.push_back({text::toneNeutral(one.shortForm), text::toneNeutral(one.words)});
        return out;
    }();
    std::u32string out;
    for (const Token& token : read(issuer).tokens) {
        if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
        std::u32string word = text::toneNeutral(text::toLower(issuer.substr(index(token.start), index(token.end - token.start))));
        const auto known = std::find_if(spellings.begin(), spellings.end(), [&](const Neutral& one) { return one.shortForm == word; });
        if (!out.empty()) out += U' ';
        out += known == spellings.end() ? word : known->words;
    }
    return out;
}

bool sameIssuer(std::u32string_view a, std::u32string_view b) {
    if (a.empty() || b.empty() || a == b) return true;
    static const std::vector<std::u32string> heads = [] {
        std::vector<std::u32string> out;
        for (const std::u32string_view head : kHeads) out.push_back(text::toneNeutral(head));
        return out;
    }();
    const auto plain = [](std::u32string_view name) {
        std::u32string key = issuerKey(name);
        // a minister's decree is his ministry's; the title alone stays
        const auto head = std::find_if(heads.begin(), heads.end(), [&](const std::u32string& one) { return key.starts_with(one) && key.size() > one.size(); });
        if (head != heads.end()) key.erase(0, head->size());
        return key;
    };
    const std::u32string x = plain(a), y = plain(b);
    const std::u32string& shorter = x.size() <= y.size() ? x : y;
    const std::u32string& longer = x.size() <= y.size() ? y : x;
    // “UBND” alone may be any; “UBND xã” and “UBND xã Đông Khê” are one. Else the same kind of agency at another level or of
    // another place, or another agency.
    return longer == shorter || longer.starts_with(shorter + U' ');
}

bool sameSubject(std::u32string_view a, std::u32string_view b) {
    const auto plain = [](std::u32string_view subject) {
        std::u32string out;
        int depth = 0;
        for (const char32_t c : subject) {
            if (c == U'(') ++depth;
            if (depth == 0) out += c;
            if (c == U')' && depth > 0) --depth;
        }
        return text::skeleton(out);
    };
    const std::u32string x = plain(a), y = plain(b);
    if (x.empty() || y.empty()) return true;
    return x.starts_with(y) || y.starts_with(x);
}

Ledger recognise(const model::Document& document, const elements::Analysis& analysis) {
    if (document.stories.empty()) return {};
    return Recogniser(document, analysis).run();
}

}  // namespace thethuc::citations
