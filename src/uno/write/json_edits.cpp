#include "uno/write/json_edits.hpp"

#include <cstdint>
#include <cstdlib>
#include <exception>

#include <nlohmann/json.hpp>

#include "model/edit_json.hpp"
#include "model/json.hpp"
#include "uno/read/snapshot_reader.hpp"

namespace thethuc::uno {

namespace {

/// What differs, without lengths that Writer has rounded.
nlohmann::json differences(const nlohmann::json& expected, const nlohmann::json& found) {
    nlohmann::json result = nlohmann::json::array();
    nlohmann::json steps = nlohmann::json::diff(expected, found);
    for (nlohmann::json& step : steps) {
        if (step.at("op") == "replace" && step.at("value").is_number_integer()) {
            const nlohmann::json& wanted = expected.at(nlohmann::json::json_pointer(step.at("path").get<std::string>()));
            constexpr std::int64_t kRounding = 2;
            if (wanted.is_number_integer() &&
                std::abs(wanted.get<std::int64_t>() - step.at("value").get<std::int64_t>()) <= kRounding) {
                continue;
            }
            step["expected"] = wanted;
        }
        result.push_back(std::move(step));
    }
    return result;
}

}  // namespace

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
    bool compare = false;
    try {
        const nlohmann::json task = nlohmann::json::parse(json);
        title = task.value("title", title);
        compare = task.value("compare", false);
        edits = model::editsFromJson(task.at("edits"));
    } catch (const std::exception& error) {
        ApplyResult result;
        result.failure = error.what();
        return toJson(result);
    }
    const ReadResult read = readResult(context, model);
    const ApplyResult result = apply(model, read, edits, title);
    if (!compare || !result.ok()) return toJson(result);
    nlohmann::json answer = nlohmann::json::parse(toJson(result));
    try {
        const nlohmann::json expected = model::toJson(model::apply(read.document, edits));
        answer["differences"] = differences(expected, model::toJson(readDocument(context, model)));
    } catch (const model::EditError& error) {
        answer["failure"] = std::string("the model refuses: ") + error.what();
    }
    return answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace thethuc::uno
