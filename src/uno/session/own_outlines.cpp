#include "uno/session/own_outlines.hpp"

#include <algorithm>

#include "app/outline_maker.hpp"
#include "draft/outline_file.hpp"
#include "report/data_file.hpp"
#include "text/text.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/drafter.hpp"

namespace thethuc::uno {

SavedOutline saveOutline(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const std::string& name, const app::AgencyProfile* profile,
                         const Texts& texts) {
    SavedOutline result;
    const std::string id = text::plainId(text::fromUtf8(name));
    const draft::Templates known = templates(context, texts);
    const bool taken = std::any_of(known.outlines.begin(), known.outlines.end(), [&](const draft::Outline& one) { return one.id == id || one.name == name; });
    if (id.empty() || taken) {
        result.trouble = texts(id.empty() ? "outline.refused.name" : "outline.refused.taken", {name});
        return result;
    }
    const model::Document document = readDocument(context, model);
    const elements::Analysis analysis = elements::analyse(document);
    app::MadeOutline made = app::makeOutline(document, analysis, citations::recognise(document, analysis), known, profile != nullptr ? profile->name : std::string());
    if (!made.refusal.empty()) {
        result.trouble = texts(made.refusal);
        return result;
    }
    made.outline.id = id;
    made.outline.name = name;
    result.id = id;
    result.file = outlineFolder(context) + "/" + id + ".json";
    // A file that could not be read stands there, too.
    if (std::any_of(known.broken.begin(), known.broken.end(), [&](const std::string& one) { return one.find(result.file) != std::string::npos; })) {
        result.trouble = texts("outline.refused.taken", {name});
        return result;
    }
    report::writeDataFile(result.file, draft::writeOutline(made.outline), "draft", texts.language);
    result.rows = static_cast<std::int32_t>(made.outline.rows.size());
    result.gaps = made.gaps;
    result.guiding = made.guiding;
    return result;
}

}  // namespace thethuc::uno
