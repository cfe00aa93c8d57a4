#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/json/json_tree.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The list; throws Error if it is faulty.
std::vector<double> steps_of(const json& list, std::size_t epochs) {
    if (!list.is_array() || list.size() != epochs)
        throw Error("info.json", "epochs_at_steps is ", described(list),
                    list.is_array() ? " of " + std::to_string(list.size()) : "",
                    ", expected a step for each of ", epochs, " epochs");
    std::vector<double> steps;
    steps.reserve(list.size());
    for (const json& value : list) {
        const bool rises = value.is_number() && std::isfinite(value.get<double>()) &&
                           (steps.empty() || value.get<double>() > steps.back());
        if (!rises)
            throw Error("info.json", "epochs_at_steps[", steps.size(), "] is ", described(value),
                        ", expected increasing numbers");
        steps.push_back(value.get<double>());
    }
    return steps;
}

}  // namespace

std::optional<std::vector<double>> read_epochs_at_steps(const fs::path& folder, std::size_t epochs,
                                                        std::vector<std::string>& warnings) {
    for (const char* name : {"info.json", "dataset/info.json"}) {
        std::error_code ignored;
        if (!fs::is_regular_file(folder / name, ignored)) continue;
        try {
            const JsonText text = JsonText::from_file(folder / name, max_info_json);
            const json root = parse_json_tree("info.json", text.view());
            if (root.is_object() && root.contains("epochs_at_steps"))
                return steps_of(root["epochs_at_steps"], epochs);
        } catch (const Error& error) {
            warnings.push_back(std::string(error.what()) + "; steps are placed without it");
        }
    }
    return std::nullopt;
}

}  // namespace epochscope
