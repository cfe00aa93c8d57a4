#include "io/json/json_tree.h"

#include "io/json/json_text.h"

#include <epochscope/model/error.h>

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

constexpr int max_depth = 64;
constexpr std::size_t longest = 40;

/// Rejects repeated keys and deep nesting while parsing.
class Guard {
  public:
    explicit Guard(std::string_view where) : where_(where) {}

    bool operator()(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& value) {
        using Event = nlohmann::json::parse_event_t;
        if (depth > max_depth)
            throw Error(where_, "lists or objects are nested more than ", max_depth, " deep");
        if (event == Event::object_start) keys_.emplace_back();
        if (event == Event::object_end) keys_.pop_back();
        if (event == Event::key && !keys_.back().insert(value.get<std::string>()).second)
            throw Error(where_, "key ", in_quotes(value.get_ref<const std::string&>()),
                        " occurs twice");
        return true;
    }

  private:
    std::string_view where_;
    std::vector<std::set<std::string>> keys_;
};

/// Nothing if the text is not valid JSON.
std::optional<nlohmann::json> parsed(std::string_view where, std::string_view text) {
    Guard guard(where);
    try {
        return nlohmann::json::parse(
            text.begin(), text.end(),
            [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
                return guard(depth, event, value);
            });
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}  // namespace

nlohmann::json parse_json_tree(std::string_view where, std::string_view text) {
    if (auto tree = parsed(where, text)) return *std::move(tree);
    // Python writes NaN, which is not JSON.
    if (const auto replaced = with_nulls(text))
        if (auto tree = parsed(where, *replaced)) return *std::move(tree);
    throw_json_fault(where, text);
    throw Error(where, "is not valid JSON");
}

std::string described(const nlohmann::json& value) {
    if (value.is_array()) return "a list";
    if (value.is_object()) return "an object";
    if (value.is_string()) return in_quotes(value.get_ref<const std::string&>());
    return value.dump().substr(0, longest);
}

}  // namespace epochscope
