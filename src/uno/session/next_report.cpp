#include "uno/session/next_report.hpp"

#include <algorithm>
#include <utility>

#include "app/next_period.hpp"
#include "text/text.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/drafter.hpp"
#include "uno/write/writer.hpp"

namespace thethuc::uno {

namespace {

/// The words of a paragraph, as many as a line shows.
std::string shown(const model::Paragraph& paragraph) {
    constexpr std::size_t kShown = 90;
    const std::u32string words = text::squeeze(paragraph.text);
    return text::toUtf8(words.size() <= kShown ? words : words.substr(0, kShown) + U" …");
}

}  // namespace

NextReport moveReportOn(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const std::string& called, const std::string& period,
                        const Texts& texts) {
    const ReadResult read = readResult(context, model, {false});
    const elements::Analysis analysis = elements::analyse(read.document);
    const citations::Ledger ledger = citations::recognise(read.document, analysis);
    const auto from = app::reportedPeriod(analysis, ledger);
    if (!from) throw UserError(texts("draft.next.no-period", {called}));
    NextReport result;
    result.model = model;
    result.from = *from;
    result.to = draft::reportAfter(*from);
    if (!period.empty()) {
        const auto given = draft::readPeriod(period);
        if (!given) throw UserError(texts("draft.error.period", {period}));
        result.to = {given->kind, given->number, given->year == 0 ? result.to.year : given->year};
    }
    app::MovedOn moved = app::moveOn(read.document, analysis, ledger, result.from, result.to, thisYear());
    const ApplyResult applied = apply(model, read, moved.edits, texts("undo.draft.next"));
    if (!applied.ok()) throw UserError(texts("error.fix-failed", {called, applied.failure}));
    result.moved = moved.moved;
    std::stable_sort(moved.left.begin(), moved.left.end(), [](const auto& a, const auto& b) { return a.why < b.why; });
    // Paragraphs stay where they are; their words, by which they are found again later, may be others.
    const ReadResult now = readResult(context, model, {false});
    for (const app::MovedOn::Left& one : moved.left) {
        result.open.push_back({now.document.place(one.at), texts(one.why), shown(read.document.at(one.at))});
    }
    for (const Refusal& one : applied.refused) {
        result.open.push_back({{}, texts("draft.next.refused", {texts(one.reason)}), {}});
    }
    return result;
}

NextReport openNextReport(const Context& context, const rtl::OUString& url, const std::string& period, const Texts& texts) {
    OpenedFile source(context, url, texts);
    {
        // Whether it can be done is asked of the hidden copy, so that no window opens in vain.
        const model::Document document = readDocument(context, source.model());
        const elements::Analysis analysis = elements::analyse(document);
        if (!app::reportedPeriod(analysis, citations::recognise(document, analysis))) throw UserError(texts("draft.next.no-period", {source.path()}));
        if (!period.empty() && !draft::readPeriod(period)) throw UserError(texts("draft.error.period", {period}));
    }
    const css::uno::Reference<css::frame::XModel> model = source.openUntitled(context, texts);
    NextReport result = moveReportOn(context, model, source.path(), period, texts);
    if (const auto session = Session::of(context, model)) session->keepOpen(result.open);
    return result;
}

}  // namespace thethuc::uno
