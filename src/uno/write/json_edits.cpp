#include "uno/write/json_edits.hpp"

#include <exception>

#include <nlohmann/json.hpp>

#include "model/edit_json.hpp"
#include "uno/read/snapshot_reader.hpp"

namespace thethuc::uno {

std::string toJson(const ApplyResult& result) {
    nlohmann::json refused = nlohmann::json::array();
    for (const Refusal& one : result.refused) {
        refused.push_back({{"edit", one.edit}, {"key", one.reason.key}, {"arguments", one.reason.arguments}});
    }
    return nlohmann::json({{"applied", result.applied}, {"refused", refused}, {"failure", result.failure}, {"undone", result.undone}})
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string applyJson(const css::uno::Reference<css::uno::XComponentContext>& context,
                      const css::uno::Reference<css::frame::XModel>& model, std::string_view json) {
    model::Edits edits;
    std::string title = "Thể Thức";
    try {
        const nlohmann::json task = nlohmann::json::parse(json);
        title = task.value("title", title);
        edits = model::editsFromJson(task.at("edits"));
    } catch (const std::exception& error) {
        ApplyResult result;
        result.failure = error.what();
        return toJson(result);
    }
    return toJson(apply(model, readResult(context, model), edits, title));
}

}  // namespace thethuc::uno
