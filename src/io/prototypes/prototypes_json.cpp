#include "io/prototypes/prototypes_json.h"

#include "io/json/json_tree.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace epochscope {

namespace {

using nlohmann::json;
using Ordered = nlohmann::ordered_json;

constexpr std::uint64_t max = 1'000'000'000;
/// Larger numbers are not exact as playheads, which are doubles.
constexpr std::int64_t largest_epoch = std::int64_t{1} << 53U;

const json& required(const json& object, const std::string& where, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) throw Error(where, "has no ", key);
    return *found;
}

std::uint64_t count_in(const json& object, const std::string& where, const char* key,
                       std::uint64_t lowest, std::uint64_t highest = max) {
    const json& value = required(object, where, key);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() < lowest ||
        value.get<std::uint64_t>() > highest)
        throw Error(where, key, " is ", described(value), ", expected an integer ", lowest, "..",
                    highest);
    return value.get<std::uint64_t>();
}

double real_in(const json& object, const std::string& where, const char* key) {
    const json& value = required(object, where, key);
    if (!value.is_number() || !(value.get<double>() >= 0) || std::isinf(value.get<double>()))
        throw Error(where, key, " is ", described(value), ", expected a number of 0 or more");
    return value.get<double>();
}

bool flag_in(const json& object, const std::string& where, const char* key) {
    const json& value = required(object, where, key);
    if (!value.is_boolean())
        throw Error(where, key, " is ", described(value), ", expected true or false");
    return value.get<bool>();
}

const json& list_in(const json& object, const std::string& where, const char* key) {
    const json& value = required(object, where, key);
    if (!value.is_array() || value.empty())
        throw Error(where, key, " is ", described(value), ", expected a list of at least one");
    return value;
}

std::vector<std::int64_t> epochs_in(const json& root) {
    std::vector<std::int64_t> epochs;
    std::set<std::int64_t> seen;
    for (const json& value : list_in(root, prototypes_json, "epochs")) {
        const bool fits =
            value.is_number_integer() &&
            !(value.is_number_unsigned() && value.get<std::uint64_t>() > largest_epoch) &&
            value.get<std::int64_t>() >= -largest_epoch &&
            value.get<std::int64_t>() <= largest_epoch;
        if (!fits || !seen.insert(value.get<std::int64_t>()).second)
            throw Error(prototypes_json, "epochs[", epochs.size(), "] is ", described(value),
                        ", expected numbers of epochs, each of them once");
        epochs.push_back(value.get<std::int64_t>());
    }
    return epochs;
}

PrototypeLoss loss_in(const json& root) {
    PrototypeLoss loss;
    loss.nearest = count_in(root, prototypes_json, "nearest", 1);
    loss.lambda = real_in(root, prototypes_json, "lambda");
    const json& name = required(root, prototypes_json, "weights");
    const auto rule = name.is_string() ? weight_rule(name.get_ref<const std::string&>())
                                       : std::optional<WeightRule>{};
    if (!rule)
        throw Error(prototypes_json, "weights is ", described(name),
                    ", expected \"normalised\", \"equal\" or \"inverse\"");
    loss.rule = *rule;
    return loss;
}

std::vector<PrototypeLevel> levels_in(const json& root) {
    const json& list = list_in(root, prototypes_json, "levels");
    if (list.size() > max_prototype_levels)
        throw Error(prototypes_json, "levels has ", list.size(), " entries, expected 1..",
                    max_prototype_levels);
    const PrototypeLoss loss = loss_in(root);
    std::vector<PrototypeLevel> levels;
    for (const json& entry : list) {
        const std::string where =
            std::string(prototypes_json) + ": levels[" + std::to_string(levels.size()) + "]";
        if (!entry.is_object()) throw Error(where, "is ", described(entry), ", expected an object");
        PrototypeLevel level;
        level.count = count_in(entry, where, "clusters", 1);
        level.loss = loss;
        level.loss.alpha = real_in(entry, where, "alpha");
        if (std::any_of(levels.begin(), levels.end(),
                        [&](const PrototypeLevel& other) { return other.count == level.count; }))
            throw Error(where, "has as many clusters as one before it: ", level.count);
        levels.push_back(std::move(level));
    }
    return levels;
}

PrototypePlacement placing_in(const json& root) {
    const json& value = required(root, prototypes_json, "placing");
    if (value == "map") return PrototypePlacement::map;
    if (value == "samples") return PrototypePlacement::samples;
    throw Error(prototypes_json, "placing is ", described(value),
                ", expected \"map\" or \"samples\"");
}

}  // namespace

PrototypesInfo parse_prototypes_info(std::string_view text) {
    const json root = parse_json_tree(prototypes_json, text);
    if (!root.is_object())
        throw Error(prototypes_json, "is ", described(root), ", expected an object");
    PrototypesInfo info;
    info.epochs = epochs_in(root);
    Prototypes& prototypes = info.prototypes;
    prototypes.levels = levels_in(root);
    prototypes.placing = placing_in(root);
    prototypes.normalised = flag_in(root, prototypes_json, "normalised");
    prototypes.recorded = flag_in(root, prototypes_json, "recorded");
    prototypes.batch = count_in(root, prototypes_json, "batch", 1);
    prototypes.negatives = count_in(root, prototypes_json, "negatives", 0);
    prototypes.temperature = real_in(root, prototypes_json, "temperature");
    prototypes.seed = count_in(root, prototypes_json, "seed", 0, UINT64_MAX);
    return info;
}

std::string text_of(const PrototypesInfo& info) {
    const Prototypes& prototypes = info.prototypes;
    const PrototypeLoss loss =
        prototypes.levels.empty() ? PrototypeLoss{} : prototypes.levels.front().loss;
    Ordered levels = Ordered::array();
    for (const PrototypeLevel& level : prototypes.levels)
        levels.push_back({{"clusters", level.count}, {"alpha", level.loss.alpha}});
    const Ordered root{
        {"epochs", info.epochs},
        {"levels", levels},
        {"placing", prototypes.placing == PrototypePlacement::map ? "map" : "samples"},
        {"normalised", prototypes.normalised},
        {"recorded", prototypes.recorded},
        {"batch", prototypes.batch},
        {"negatives", prototypes.negatives},
        {"temperature", prototypes.temperature},
        {"seed", prototypes.seed},
        {"nearest", loss.nearest},
        {"lambda", loss.lambda},
        {"weights", name_of(loss.rule)}};
    return root.dump() + '\n';
}

}  // namespace epochscope
