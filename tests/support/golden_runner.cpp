#include "support/golden_runner.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <stdexcept>

#include "app/app.hpp"
#include "checks/check.hpp"
#include "elements/analysis.hpp"
#include "model/edit.hpp"
#include "report/messages.hpp"
#include "support/base_documents.hpp"
#include "text/text.hpp"

namespace thethuc::testing {

namespace {

using Json = nlohmann::ordered_json;
using model::Document;
using model::Range;

constexpr auto kLanguage = report::Language::vi;

[[noreturn]] void fail(const std::string& message) { throw std::runtime_error(message); }

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

model::Paragraph& paragraphAt(Document& document, const Range& range) {
    return document.stories[at(range.story)].paragraphs[at(range.paragraph)];
}

/// A length of the file: “1,5 cm”, “15 mm”, “6 pt”, or a number of `unit`s.
model::Hmm length(const Json& value, const std::string& unit) {
    double amount = 0;
    std::string name = unit;
    if (value.is_number()) {
        amount = value.get<double>();
    } else {
        std::string text = value.get<std::string>();
        std::replace(text.begin(), text.end(), ',', '.');
        std::size_t used = 0;
        amount = std::stod(text, &used);
        while (used < text.size() && text[used] == ' ') ++used;
        if (used < text.size()) name = text.substr(used);
    }
    const double factor = name == "cm" ? 1000 : name == "mm" ? 100 : name == "pt" ? 2540.0 / 72 : 0;
    if (factor == 0) fail("a length in " + name);
    return static_cast<model::Hmm>(amount * factor + (amount < 0 ? -0.5 : 0.5));
}

model::Align align(const std::string& name) {
    if (name == "left") return model::Align::left;
    if (name == "right") return model::Align::right;
    if (name == "center") return model::Align::center;
    if (name == "justify") return model::Align::justify;
    fail("alignment " + name);
}

model::CaseMap caseMap(const std::string& name) {
    if (name == "none") return model::CaseMap::none;
    if (name == "upper") return model::CaseMap::upper;
    if (name == "small-caps") return model::CaseMap::smallCaps;
    fail("case map " + name);
}

/// Runs of `range` alone; the whole paragraph where the range has no length.
void forRuns(Document& document, const Range& range, const std::function<void(model::Run&)>& change) {
    auto& paragraph = paragraphAt(document, range);
    const bool whole = range.length == 0;
    const std::int32_t start = whole ? 0 : range.start;
    const std::int32_t end = whole ? static_cast<std::int32_t>(paragraph.text.size()) : range.end();
    std::vector<model::Run> runs;
    for (const auto& run : paragraph.runs) {
        const std::int32_t runEnd = run.start + run.length;
        const auto piece = [&](std::int32_t from, std::int32_t to, bool inside) {
            if (from >= to) return;
            auto one = run;
            one.start = from;
            one.length = to - from;
            if (inside) change(one);
            runs.push_back(one);
        };
        if (run.kind != model::RunKind::text) {
            piece(run.start, runEnd, run.start >= start && runEnd <= end);
            continue;
        }
        piece(run.start, std::min(runEnd, start), false);
        piece(std::max(run.start, start), std::min(runEnd, end), true);
        piece(std::max(run.start, end), runEnd, false);
    }
    paragraph.runs = std::move(runs);
    if (whole || (start == 0 && end == static_cast<std::int32_t>(paragraph.text.size()))) {
        model::Run base;
        base.format = paragraph.base;
        change(base);
        paragraph.base = base.format;
    }
}

std::int32_t fontId(Document& document, const std::string& name) {
    const auto found = std::find(document.fonts.begin(), document.fonts.end(), name);
    if (found != document.fonts.end()) return static_cast<std::int32_t>(found - document.fonts.begin());
    document.fonts.push_back(name);
    return static_cast<std::int32_t>(document.fonts.size()) - 1;
}

void formatCharacters(Document& document, const Range& range, const Json& change) {
    const auto set = [&](const char* key, const std::function<void(model::CharFormat&, const Json&)>& apply) {
        if (!change.contains(key)) return;
        forRuns(document, range, [&](model::Run& run) { apply(run.format, change[key]); });
    };
    set("size", [](auto& f, const Json& v) { f.size = static_cast<model::DeciPt>(v.get<double>() * 10 + 0.5); });
    set("bold", [](auto& f, const Json& v) { f.bold = v.get<bool>(); });
    set("italic", [](auto& f, const Json& v) { f.italic = v.get<bool>(); });
    set("underline", [](auto& f, const Json& v) { f.underline = v.get<bool>(); });
    set("hyperlink", [](auto& f, const Json& v) { f.hyperlink = v.get<bool>(); });
    set("hidden", [](auto& f, const Json& v) { f.hidden = v.get<bool>(); });
    set("caseMap", [](auto& f, const Json& v) { f.caseMap = caseMap(v.get<std::string>()); });
    set("color", [](auto& f, const Json& v) {
        const auto name = v.get<std::string>();
        f.color = name == "auto" ? -1 : static_cast<std::int32_t>(std::stol(name.substr(1), nullptr, 16));
    });
    set("font", [&](auto& f, const Json& v) { f.font = fontId(document, v.get<std::string>()); });
}

void formatParagraph(model::ParagraphFormat& format, const Json& change) {
    if (change.contains("align")) format.align = align(change["align"].get<std::string>());
    if (change.contains("indent")) format.firstLineIndent = length(change["indent"], "cm");
    if (change.contains("left")) format.leftMargin = length(change["left"], "cm");
    if (change.contains("right")) format.rightMargin = length(change["right"], "cm");
    if (change.contains("before")) format.spaceBefore = length(change["before"], "pt");
    if (change.contains("after")) format.spaceAfter = length(change["after"], "pt");
    if (change.contains("contextual")) format.contextualSpacing = change["contextual"].get<bool>();
    if (change.contains("lineSpacing")) {
        format.lineSpacing = {model::LineSpacingMode::proportional,
                              static_cast<std::int32_t>(change["lineSpacing"].get<double>() * 100 + 0.5)};
    }
    if (change.contains("exactly")) format.lineSpacing = {model::LineSpacingMode::exactly, length(change["exactly"], "pt")};
    if (change.contains("borderBottom")) format.borderBottom = length(change["borderBottom"], "pt");
}

/// Replaces `[start, start + length)` of a paragraph; the new text looks like what stood there.
void replaceText(Document& document, const Range& range, const std::u32string& with) {
    auto& paragraph = paragraphAt(document, range);
    const auto grown = static_cast<std::int32_t>(with.size()) - range.length;
    model::Run added{range.start, static_cast<std::int32_t>(with.size()), model::RunKind::text, -1, paragraph.base};
    std::vector<model::Run> runs;
    bool placed = false;
    for (auto run : paragraph.runs) {
        const std::int32_t runEnd = run.start + run.length;
        if (runEnd <= range.start) {
            if (runEnd == range.start && range.length == 0) added.format = run.format;
            runs.push_back(run);
        } else if (run.start >= range.end()) {
            if (!placed) runs.push_back(added), placed = true;
            run.start += grown;
            runs.push_back(run);
        } else {
            if (!placed) added.format = run.format;
            auto rest = run;
            if (run.start < range.start) {
                run.length = range.start - run.start;
                runs.push_back(run);
            }
            if (!placed) runs.push_back(added), placed = true;
            if (runEnd > range.end()) {
                rest.start = range.end() + grown;
                rest.length = runEnd - range.end();
                runs.push_back(rest);
            }
        }
    }
    if (!placed) runs.push_back(added);
    std::erase_if(runs, [](const model::Run& run) { return run.length == 0; });
    paragraph.text.replace(at(range.start), at(range.length), with);
    paragraph.runs = std::move(runs);
}

void eraseShape(Document& document, std::int32_t shape) {
    document.shapes.erase(document.shapes.begin() + shape);
    for (auto& story : document.stories) {
        if (story.shape > shape) --story.shape;
    }
}

void removeParagraph(Document& document, const Range& range) {
    for (auto i = static_cast<std::int32_t>(document.shapes.size()) - 1; i >= 0; --i) {
        const auto& anchor = document.shapes[at(i)].anchor;
        if (anchor.story == range.story && anchor.paragraph == range.paragraph) eraseShape(document, i);
    }
    auto& paragraph = paragraphAt(document, range);
    paragraph.text.clear();
    paragraph.runs.clear();
    try {
        document = model::apply(document, {model::RemoveParagraph{{range.story, range.paragraph, 0, 0}}});
    } catch (const model::EditError&) {
        // The only paragraph of its cell stays, empty.
    }
}

void insertParagraph(Document& document, const Range& like, const std::string& text, bool behind) {
    const auto& model = paragraphAt(document, like);
    const auto format = model.format;
    const auto character = model.runs.empty() ? model.base : model.runs.front().format;
    model::InsertParagraphs edit;
    edit.before = {like.story, like.paragraph, 0, 0};
    edit.paragraphs.push_back({text::fromUtf8(text), format, character});
    document = model::apply(document, {edit});
    if (!behind) return;
    // Inserted before, wanted behind: the two change places; shapes anchored to the old one follow it.
    auto& paragraphs = document.stories[at(like.story)].paragraphs;
    std::swap(paragraphs[at(like.paragraph)], paragraphs[at(like.paragraph) + 1]);
    std::swap(paragraphs[at(like.paragraph)].cell, paragraphs[at(like.paragraph) + 1].cell);
    std::swap(paragraphs[at(like.paragraph)].breakBefore, paragraphs[at(like.paragraph) + 1].breakBefore);
    for (auto& shape : document.shapes) {
        if (shape.anchor.story == like.story && shape.anchor.paragraph == like.paragraph + 1) --shape.anchor.paragraph;
    }
    for (auto& story : document.stories) {
        if (story.anchor && story.anchor->story == like.story && story.anchor->paragraph == like.paragraph + 1) {
            --story.anchor->paragraph;
        }
    }
}

Range firstOccurrence(const Document& document, const Range& within, const std::u32string& words) {
    const auto& paragraph = document.at(within);
    auto found = paragraph.text.find(words, at(within.start));
    if (found == std::u32string::npos) found = paragraph.text.find(words);
    if (found == std::u32string::npos) return {within.story, within.paragraph, 0, -1};
    return {within.story, within.paragraph, static_cast<std::int32_t>(found), static_cast<std::int32_t>(words.size())};
}

/// Changes of a place that was chosen by element, body index or words.
void changeRange(Document& document, const Range& range, const Json& change) {
    const Range whole{range.story, range.paragraph, 0, 0};
    formatCharacters(document, range, change);
    formatParagraph(paragraphAt(document, whole).format, change);
    if (change.contains("style")) paragraphAt(document, whole).style = change["style"].get<std::string>();
    if (change.contains("label")) {
        paragraphAt(document, whole).listLabel = text::fromUtf8(change["label"].get<std::string>());
    }
    if (change.contains("text")) {
        Range all = range;
        if (all.length == 0) all.length = static_cast<std::int32_t>(paragraphAt(document, range).text.size());
        replaceText(document, all, text::fromUtf8(change["text"].get<std::string>()));
    }
    if (change.contains("prefix")) replaceText(document, {range.story, range.paragraph, 0, 0}, text::fromUtf8(change["prefix"].get<std::string>()));
    if (change.contains("trailing")) {
        // White space behind the words, formatted in another way: real files are full of it.
        const auto& trailing = change["trailing"];
        const auto words = text::fromUtf8(trailing["text"].get<std::string>());
        const auto end = static_cast<std::int32_t>(paragraphAt(document, range).text.size());
        replaceText(document, {range.story, range.paragraph, end, 0}, words);
        formatCharacters(document, {range.story, range.paragraph, end, static_cast<std::int32_t>(words.size())}, trailing);
    }
    if (change.contains("nfd")) {
        // Only what the core's own tables can take apart: one accented letter becomes letter and mark.
        replaceText(document, firstOccurrence(document, range, U"ệ"), U"e\u0323\u0302");
    }
    if (change.contains("insertBefore")) insertParagraph(document, whole, change["insertBefore"].get<std::string>(), false);
    if (change.contains("insertAfter")) insertParagraph(document, whole, change["insertAfter"].get<std::string>(), true);
    if (change.contains("remove") && change["remove"].get<bool>()) removeParagraph(document, whole);
}

/// “replace”: [what, with] in the first of `ranges` that holds it.
bool replaceIn(Document& document, const std::vector<Range>& ranges, const Json& pair) {
    const auto what = text::fromUtf8(pair.at(0).get<std::string>());
    const auto with = text::fromUtf8(pair.at(1).get<std::string>());
    for (const auto& range : ranges) {
        const auto found = firstOccurrence(document, range, what);
        if (found.length < 0) continue;
        replaceText(document, found, with);
        return true;
    }
    return false;
}

void changeRanges(Document& document, std::vector<Range> ranges, const Json& change) {
    if (ranges.empty()) fail("nothing to change for " + change.dump());
    if (change.contains("replace") && !replaceIn(document, ranges, change["replace"])) {
        fail("the words to replace are not there: " + change.dump());
    }
    Json rest = change;
    rest.erase("replace");
    // From the end, so that inserted and removed paragraphs do not move the places that follow.
    std::sort(ranges.begin(), ranges.end());
    if (!change.contains("replace") || change.size() > 2) {
        for (auto i = ranges.rbegin(); i != ranges.rend(); ++i) changeRange(document, *i, rest);
    }
}

std::vector<Range> elementRanges(const Document& document, const Json& change) {
    const auto analysis = elements::analyse(document);
    const auto wanted = change["element"].get<std::string>();
    const auto kind = elements::kindOf(wanted);
    if (!kind) fail("element " + wanted);
    static const std::vector<std::string> roles{"whole",    "word",     "list",      "luu",      "number",    "title",
                                                "heading",  "text",     "attached",  "telegram", "authority", "position",
                                                "order",    "bullet",   "caption",   "lead"};
    std::vector<const elements::Element*> found;
    for (const auto& element : analysis.elements) {
        if (element.kind != *kind) continue;
        if (change.contains("role") && roles[static_cast<std::size_t>(element.role)] != change["role"].get<std::string>()) continue;
        if (change.contains("part") && element.part != change["part"].get<std::int32_t>()) continue;
        found.push_back(&element);
    }
    std::vector<Range> ranges;
    const bool all = change.contains("index") && change["index"].is_string();
    const std::size_t index = change.contains("index") && !all ? change["index"].get<std::size_t>() : 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!all && i != index) continue;
        for (std::size_t line = 0; line < found[i]->ranges.size(); ++line) {
            if (change.contains("row") && change["row"].get<std::size_t>() != line) continue;
            ranges.push_back(found[i]->ranges[line]);
        }
    }
    return ranges;
}

/// The n-th paragraph of ordinary prose, or all of them.
std::vector<Range> bodyRanges(const Document& document, const Json& which) {
    const auto analysis = elements::analyse(document);
    std::vector<Range> ranges;
    std::size_t index = 0;
    for (const auto& element : analysis.elements) {
        if (element.kind != elements::Kind::noiDung || element.role != elements::Role::whole) continue;
        const bool chosen = which.is_string() || which.get<std::size_t>() == index;
        ++index;
        if (!chosen) continue;
        for (auto range : element.ranges) {
            range.start = 0;
            range.length = 0;
            ranges.push_back(range);
        }
    }
    return ranges;
}

std::vector<Range> wordRanges(const Document& document, const std::string& words) {
    const auto wanted = text::fromUtf8(words);
    for (std::size_t story = 0; story < document.stories.size(); ++story) {
        for (std::size_t i = 0; i < document.stories[story].paragraphs.size(); ++i) {
            const auto found = document.stories[story].paragraphs[i].text.find(wanted);
            if (found == std::u32string::npos) continue;
            return {{static_cast<std::int32_t>(story), static_cast<std::int32_t>(i), static_cast<std::int32_t>(found),
                     static_cast<std::int32_t>(wanted.size())}};
        }
    }
    return {};
}

void changePage(Document& document, const Json& page) {
    bool any = false;
    for (auto& style : document.pageStyles) {
        if (page.contains("style") && style.name != page["style"].get<std::string>()) continue;
        any = true;
        if (page.contains("top")) style.marginTop = length(page["top"], "mm") - (style.headerOn ? style.headerHeight : 0);
        if (page.contains("bottom")) style.marginBottom = length(page["bottom"], "mm") - (style.footerOn ? style.footerHeight : 0);
        if (page.contains("left")) style.marginLeft = length(page["left"], "mm");
        if (page.contains("right")) style.marginRight = length(page["right"], "mm");
        if (page.contains("width")) style.width = length(page["width"], "mm");
        if (page.contains("height")) style.height = length(page["height"], "mm");
        if (page.contains("landscape")) {
            style.landscape = page["landscape"].get<bool>();
            if (style.landscape != (style.width > style.height)) std::swap(style.width, style.height);
        }
    }
    if (!any) fail("no such page style: " + page.dump());
    if (page.contains("pages")) document.facts.pages = page["pages"].get<std::int32_t>();
}

model::Run* pageNumberRun(Document& document, std::int32_t& storyIndex) {
    for (std::size_t i = 0; i < document.stories.size(); ++i) {
        for (auto& paragraph : document.stories[i].paragraphs) {
            for (auto& run : paragraph.runs) {
                if (run.kind != model::RunKind::pageNumber) continue;
                storyIndex = static_cast<std::int32_t>(i);
                return &run;
            }
        }
    }
    return nullptr;
}

void changePageNumber(Document& document, const Json& change) {
    std::int32_t story = -1;
    if (pageNumberRun(document, story) == nullptr) fail("the base has no page number");
    auto& paragraph = document.stories[at(story)].paragraphs.front();
    const Range whole{story, 0, 0, 0};
    formatCharacters(document, whole, change);
    if (change.contains("align")) paragraph.format.align = align(change["align"].get<std::string>());
    if (change.contains("roman")) {
        for (auto& style : document.pageStyles) style.arabicNumbers = !change["roman"].get<bool>();
    }
    if (change.contains("before")) replaceText(document, {story, 0, 0, 0}, text::fromUtf8(change["before"].get<std::string>()));
    if (change.contains("behind")) {
        const auto end = static_cast<std::int32_t>(paragraph.text.size());
        replaceText(document, {story, 0, end, 0}, text::fromUtf8(change["behind"].get<std::string>()));
    }
    if (change.contains("typed") && change["typed"].get<bool>()) {
        for (auto& run : document.stories[at(story)].paragraphs.front().runs) run.kind = model::RunKind::text;
    }
    if (change.contains("footer") && change["footer"].get<bool>()) {
        document.stories[at(story)].kind = model::StoryKind::footer;
        for (auto& style : document.pageStyles) {
            if (style.header != story) continue;
            style.marginTop += style.headerHeight;
            style.header = -1;
            style.headerOn = false;
            style.headerHeight = 0;
            style.footer = story;
            style.footerOn = true;
            style.footerHeight = 1000;
            style.marginBottom -= 1000;
        }
    }
    if (change.contains("first") && change["first"].get<bool>()) {
        // The first page gets what the others have.
        for (auto& style : document.pageStyles) {
            if (style.header >= 0 || style.name != "First Page") continue;
            style.headerOn = true;
            style.headerHeight = 1000;
            style.marginTop -= 1000;
            document.stories.push_back(document.stories[at(story)]);
            style.header = static_cast<std::int32_t>(document.stories.size()) - 1;
        }
    }
    if (change.contains("restart")) document.sections.front().pageNumber = change["restart"].get<std::int32_t>();
    if (change.contains("remove") && change["remove"].get<bool>()) {
        auto& gone = document.stories[at(story)].paragraphs.front();
        gone.text.clear();
        gone.runs.clear();
    }
}

void changeLine(Document& document, const Json& change) {
    const auto analysis = elements::analyse(document);
    const auto kind = elements::kindOf(change["line"].get<std::string>());
    if (!kind) fail("line below " + change["line"].dump());
    const elements::Separator* found = nullptr;
    for (const auto& separator : analysis.separators) {
        if (separator.under == *kind && separator.shape >= 0 && separator.part == change.value("part", 0)) found = &separator;
    }
    if (found == nullptr) fail("no drawn line below " + change["line"].dump());
    auto& shape = document.shapes[at(found->shape)];
    if (change.contains("scale")) shape.width = static_cast<model::Hmm>(shape.width * change["scale"].get<double>());
    if (change.contains("shift")) {
        // A line that Writer centres is moved from where it stands.
        const auto& cell = document.cells[at(std::max(0, document.at(shape.anchor).cell))];
        if (shape.horizontal == model::Orientation::center) shape.x = (cell.width - 380 - shape.width) / 2;
        shape.horizontal = model::Orientation::none;
        shape.x += static_cast<model::Hmm>(change["shift"].get<double>() * 100);
    }
    if (change.contains("above")) shape.y = -static_cast<model::Hmm>(change["above"].get<double>() * 100);
    if (change.contains("dashed")) shape.dashed = change["dashed"].get<bool>();
    if (change.contains("kind")) {
        const auto kindName = change["kind"].get<std::string>();
        shape.kind = kindName == "connector" ? model::ShapeKind::connector : model::ShapeKind::custom;
    }
    const Range anchor{shape.anchor.story, shape.anchor.paragraph, 0, 0};
    const auto width = shape.width;
    const bool remove = change.contains("remove") && change["remove"].get<bool>();
    const auto form = change.value("as", std::string());
    if (remove || !form.empty()) eraseShape(document, found->shape);
    if (form == "underscores") {
        insertParagraph(document, anchor, std::string(static_cast<std::size_t>(change.value("count", 10)), '_'), true);
    } else if (form == "border") {
        auto& paragraph = paragraphAt(document, anchor);
        const auto& cell = document.cells[at(paragraph.cell)];
        paragraph.format.borderBottom = 18;
        paragraph.format.leftMargin = paragraph.format.rightMargin = (cell.width - width) / 2;
    } else if (form == "underline") {
        forRuns(document, anchor, [](model::Run& run) { run.format.underline = true; });
    } else if (!form.empty()) {
        fail("line as " + form);
    }
}

void append(Document& document, const Json& change) {
    model::Paragraph paragraph;
    paragraph.text = text::fromUtf8(change["append"].get<std::string>());
    paragraph.base.size = 140;
    paragraph.style = "Standard";
    paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), model::RunKind::text, -1, paragraph.base});
    if (paragraph.text.empty()) paragraph.runs.clear();
    paragraph.format.align = model::Align::justify;
    paragraph.format.spaceAfter = 212;
    if (change.value("pageBreak", false)) {
        paragraph.breakBefore = model::PageBreak{};
        if (change.contains("pageNumber")) paragraph.breakBefore->pageNumber = change["pageNumber"].get<std::int32_t>();
    }
    auto& paragraphs = document.stories[0].paragraphs;
    paragraphs.push_back(std::move(paragraph));
    const Range range{0, static_cast<std::int32_t>(paragraphs.size()) - 1, 0, 0};
    if (change.contains("pageNumber")) {
        model::PageSection section;
        section.firstParagraph = range.paragraph;
        section.pageStyle = document.sections.back().pageStyle;
        section.pageNumber = change["pageNumber"].get<std::int32_t>();
        document.sections.push_back(section);
    }
    Json format = change;
    format.erase("append");
    formatCharacters(document, range, format);
    formatParagraph(paragraphAt(document, range).format, format);
}

/// A paragraph of one look in a story of its own, at the end of the document.
model::Paragraph plainParagraph(const std::string& words, const Json& change) {
    model::Paragraph paragraph;
    paragraph.text = text::fromUtf8(words);
    paragraph.base.size = 110;
    paragraph.style = "Standard";
    paragraph.format.align = model::Align::center;
    if (!paragraph.text.empty()) paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), model::RunKind::text, -1, paragraph.base});
    for (model::Run& run : paragraph.runs) {
        run.format.size = static_cast<model::DeciPt>(change.value("size", 11.0) * 10);
        run.format.bold = change.value("bold", false);
        run.format.italic = change.value("italic", false);
        run.format.color = change.contains("red") ? 0xFF0000 : -1;
    }
    return paragraph;
}

/// The agency's address at the foot of the first page, or of every page.
void addContact(Document& document, const Json& change) {
    model::Story story;
    story.kind = model::StoryKind::footer;
    for (const auto& line : change.at("contact")) story.paragraphs.push_back(plainParagraph(line.get<std::string>(), change));
    if (change.value("border", true)) story.paragraphs.front().format.borderTop = 18;
    document.stories.push_back(std::move(story));
    const auto index = static_cast<std::int32_t>(document.stories.size()) - 1;
    const auto first = at(document.sections.front().pageStyle);
    for (std::size_t i = 0; i < document.pageStyles.size(); ++i) {
        auto& page = document.pageStyles[i];
        if (i != first && !change.value("everyPage", false)) continue;
        page.footerOn = true;
        (page.firstIsShared ? page.footer : page.footerFirst) = index;
    }
}

/// A frame with a mark below the number: words and size in mm.
void addFrame(Document& document, const Json& change) {
    const auto analysis = elements::analyse(document);
    const elements::Element* number = analysis.first(elements::Kind::soKyHieu);
    if (number == nullptr) fail("no number to put a frame below");
    model::Story story;
    story.kind = model::StoryKind::frame;
    story.shape = static_cast<std::int32_t>(document.shapes.size());
    story.paragraphs.push_back(plainParagraph(change.at("frame").get<std::string>(), change));
    model::Shape shape;
    shape.kind = model::ShapeKind::textFrame;
    shape.name = "#frame" + std::to_string(document.shapes.size());
    shape.anchor = {0, number->ranges.front().paragraph, 0, 0};
    shape.horizontal = model::Orientation::center;
    shape.y = 800;
    shape.width = length(change.at("mm").at(0), "mm");
    shape.height = length(change.at("mm").at(1), "mm");
    shape.textStory = static_cast<std::int32_t>(document.stories.size());
    document.shapes.push_back(std::move(shape));
    document.stories.push_back(std::move(story));
}

/// Column widths of a table, in mm.
void changeColumns(Document& document, const Json& change) {
    const auto table = change.at("table").get<std::int32_t>();
    const auto& widths = change.at("widths");
    for (auto& cell : document.cells) {
        if (cell.table != table) continue;
        cell.left = 0;
        for (std::int32_t i = 0; i < cell.column; ++i) cell.left += length(widths.at(at(i)), "mm");
        cell.width = length(widths.at(at(cell.column)), "mm");
    }
    document.tables[at(table)].width = 0;
    for (const auto& width : widths) document.tables[at(table)].width += length(width, "mm");
}

/// A paragraph before everything else.
void prepend(Document& document, const Json& change) {
    model::Paragraph paragraph;
    paragraph.text = text::fromUtf8(change["prepend"].get<std::string>());
    paragraph.base.size = 140;
    paragraph.style = "Standard";
    paragraph.runs.push_back({0, static_cast<std::int32_t>(paragraph.text.size()), model::RunKind::text, -1, paragraph.base});
    auto& paragraphs = document.stories[0].paragraphs;
    paragraphs.insert(paragraphs.begin(), std::move(paragraph));
    for (auto& cell : document.cells) ++cell.firstParagraph;
    for (auto& table : document.tables) ++table.firstParagraph;
    for (auto& shape : document.shapes) shape.anchor.paragraph += shape.anchor.story == 0 ? 1 : 0;
    for (auto& story : document.stories) {
        if (story.anchor && story.anchor->story == 0) ++story.anchor->paragraph;
    }
    for (auto& section : document.sections) section.firstParagraph += section.firstParagraph > 0 ? 1 : 0;
    Json format = change;
    format.erase("prepend");
    formatCharacters(document, {}, format);
    formatParagraph(paragraphAt(document, {}).format, format);
}

/// Changes the contents of a cell with those of its right neighbour.
void swapWithNext(Document& document, std::int32_t left) {
    auto& a = document.cells[at(left)];
    auto& b = document.cells[at(left) + 1];
    if (a.table != b.table || a.row != b.row) fail("these cells are no neighbours");
    auto& paragraphs = document.stories[0].paragraphs;
    const std::int32_t first = a.firstParagraph;
    const std::int32_t middle = b.firstParagraph;
    const std::int32_t end = middle + b.paragraphCount;
    std::rotate(paragraphs.begin() + first, paragraphs.begin() + middle, paragraphs.begin() + end);
    std::swap(a.paragraphCount, b.paragraphCount);
    b.firstParagraph = first + a.paragraphCount;
    for (std::int32_t i = first; i < end; ++i) paragraphs[at(i)].cell = i < b.firstParagraph ? left : left + 1;
    const auto moved = [&](Range& range) {
        if (range.story != 0 || range.paragraph < first || range.paragraph >= end) return;
        range.paragraph += range.paragraph < middle ? end - middle : first - middle;
    };
    for (auto& shape : document.shapes) moved(shape.anchor);
    for (auto& story : document.stories) {
        if (story.anchor) moved(*story.anchor);
    }
}

void swapColumns(Document& document, std::int32_t table) {
    for (std::size_t i = 0; i + 1 < document.cells.size(); ++i) {
        if (document.cells[i].table == table && document.cells[i].column == 0) swapWithNext(document, static_cast<std::int32_t>(i));
    }
}

void applyChange(Document& document, const Json& change) {
    static const std::vector<std::string> known{
        "element", "role", "part", "index", "row", "body", "words", "page", "pageNumber", "line", "append", "pageBreak", "facts",
        "size", "bold", "italic", "underline", "hyperlink", "hidden", "caseMap", "color", "font", "align", "indent", "left",
        "right", "before", "after", "contextual", "lineSpacing", "exactly", "borderBottom", "style", "label", "text", "prefix",
        "nfd", "replace", "insertBefore", "insertAfter", "remove", "scale", "shift", "above", "dashed", "kind", "as", "count",
        "trailing", "swapColumns", "swapCells", "columns", "prepend", "contact", "border", "everyPage", "frame", "mm", "red"};
    for (const auto& [key, value] : change.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) fail("unknown change \"" + key + '"');
    }
    if (change.contains("page")) return changePage(document, change["page"]);
    if (change.contains("swapColumns")) return swapColumns(document, change["swapColumns"].get<std::int32_t>());
    if (change.contains("swapCells")) return swapWithNext(document, change["swapCells"].at(0).get<std::int32_t>());
    if (change.contains("columns")) return changeColumns(document, change["columns"]);
    if (change.contains("prepend")) return prepend(document, change);
    if (change.contains("append")) return append(document, change);
    if (change.contains("pageNumber")) return changePageNumber(document, change["pageNumber"]);
    if (change.contains("line")) return changeLine(document, change);
    if (change.contains("contact")) return addContact(document, change);
    if (change.contains("frame")) return addFrame(document, change);
    if (change.contains("facts")) {
        if (change["facts"].contains("pages")) document.facts.pages = change["facts"]["pages"].get<std::int32_t>();
        return;
    }
    if (change.contains("element")) return changeRanges(document, elementRanges(document, change), change);
    if (change.contains("body")) return changeRanges(document, bodyRanges(document, change["body"]), change);
    if (change.contains("words")) return changeRanges(document, wordRanges(document, change["words"].get<std::string>()), change);
    fail("a change that names no place: " + change.dump());
}

struct Found {
    std::string rule;
    std::string severity;
    std::string actual;
    std::string expected;
    std::string fix;
    std::string message;
    std::int32_t count = 1;
    auto operator<=>(const Found&) const = default;
};

std::vector<Found> foundIn(const app::CheckOutcome& outcome, const ruleset::Ruleset& rules) {
    std::vector<Found> out;
    for (const auto& finding : outcome.result.findings) {
        if (finding.ignored) continue;
        out.push_back({finding.rule, std::string(ruleset::name(finding.severity)), report::print(kLanguage, finding.actual),
                       report::print(kLanguage, finding.expected), std::string(ruleset::name(finding.fix)),
                       report::sentence(kLanguage, finding, rules), finding.count});
    }
    return out;
}

/// `found` without those that `base` has too.
std::vector<Found> beyond(std::vector<Found> found, const std::vector<Found>& base) {
    for (const auto& one : base) {
        const auto same = std::find(found.begin(), found.end(), one);
        if (same != found.end()) found.erase(same);
    }
    return found;
}

Json shown(const Found& one) {
    Json out{{"rule", one.rule}, {"severity", one.severity}};
    if (!one.actual.empty()) out["actual"] = one.actual;
    if (!one.expected.empty()) out["expected"] = one.expected;
    out["fix"] = one.fix;
    if (one.count != 1) out["count"] = one.count;
    return out;
}

bool matches(const Json& wanted, const Found& one) {
    const Json actual = shown(one);
    for (const auto& [key, value] : wanted.items()) {
        if (key == "message") {
            if (one.message.find(value.get<std::string>()) == std::string::npos) return false;
        } else if (key == "count" && value == 1) {
            if (one.count != 1) return false;
        } else if (!actual.contains(key) || actual[key] != value) {
            return false;
        }
    }
    return true;
}

std::vector<std::string> rulesOf(const std::vector<Found>& found) {
    std::vector<std::string> out;
    for (const auto& one : found) out.push_back(one.rule);
    std::sort(out.begin(), out.end());
    return out;
}

std::string listed(const std::vector<Found>& found) {
    std::string out;
    for (const auto& one : found) out += "    " + shown(one).dump() + "  // " + one.message + '\n';
    return out.empty() ? "    (none)\n" : out;
}

}  // namespace

Document goldenDocument(const Json& golden) {
    auto document = baseDocument(golden.at("base").get<std::string>());
    for (const auto& change : golden.at("change")) applyChange(document, change);
    return document;
}

GoldenResult runGolden(const Json& golden, const ruleset::Ruleset& rules) {
    GoldenResult result;
    const auto& widths = text::timesWidths();
    checks::Options options;
    if (golden.contains("only")) options.only = golden["only"].get<std::vector<std::string>>();
    const auto check = [&](const Document& document) { return app::check(document, rules, widths, options); };

    const auto base = foundIn(check(baseDocument(golden.at("base").get<std::string>())), rules);
    Document document = goldenDocument(golden);
    auto outcome = check(document);
    const auto found = beyond(foundIn(outcome, rules), base);

    result.expect = Json::array();
    for (const auto& one : found) result.expect.push_back(shown(one));
    std::vector<Found> left = found;
    std::string missing;
    if (golden.contains("expect")) {
        for (const auto& wanted : golden["expect"]) {
            const auto match = std::find_if(left.begin(), left.end(), [&](const Found& one) { return matches(wanted, one); });
            if (match == left.end()) missing += "    " + wanted.dump() + '\n';
            else left.erase(match);
        }
    }
    if (!missing.empty()) result.report += "  not found:\n" + missing;
    if (!left.empty()) result.report += "  found but not expected:\n" + listed(left);

    // Fix in rounds as the product does: a fix may uncover what was an echo before.
    const Document before = document;
    bool changed = false;
    int rounds = 0;
    for (; rounds < 8; ++rounds) {
        const auto edits = app::fixes(outcome, false);
        if (edits.empty()) break;
        Document fixed = model::apply(document, edits);
        if (fixed == document) {
            result.report += "  a fix that changes nothing:\n" + listed(foundIn(outcome, rules));
            break;
        }
        changed = true;
        document = std::move(fixed);
        outcome = check(document);
    }
    if (rounds == 8) result.report += "  fixes that never end\n";
    const auto rest = beyond(foundIn(outcome, rules), base);
    for (const auto& one : rest) {
        if (one.fix == "safe") result.report += "  still fixable after the fixes: " + shown(one).dump() + '\n';
    }
    if (rest.empty()) result.after = "clean";
    else if (!changed) result.after = "unchanged";
    else result.after = rulesOf(rest);
    const Json wanted = golden.value("after", Json("clean"));
    if (wanted != result.after && result.report.empty()) {
        result.report += "  after the fixes: expected " + wanted.dump() + ", but it is " + result.after.dump() + '\n' + listed(rest);
    }
    result.passed = result.report.empty();
    if (golden.contains("pending")) {
        // Known not to work yet, and said so in the file; the day it works the mark must go.
        if (result.passed) result.report = "  this case is no longer pending: remove the mark\n";
        result.passed = !result.passed;
    }
    return result;
}

}  // namespace thethuc::testing
