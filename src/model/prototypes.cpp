#include <epochscope/model/prototypes.h>

#include <array>
#include <utility>

namespace epochscope {

namespace {

constexpr std::array<std::pair<WeightRule, std::string_view>, 3> rules{
    {{WeightRule::normalised, "normalised"},
     {WeightRule::equal, "equal"},
     {WeightRule::inverse, "inverse"}}};

}  // namespace

std::string_view name_of(WeightRule rule) {
    for (const auto& [known, name] : rules)
        if (known == rule) return name;
    return {};
}

std::optional<WeightRule> weight_rule(std::string_view name) {
    for (const auto& [rule, known] : rules)
        if (known == name) return rule;
    return std::nullopt;
}

}  // namespace epochscope
